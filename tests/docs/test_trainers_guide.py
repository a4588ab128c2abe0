"""The trainers' guide is true: every command in it runs, every output shown comes, every example is sound and walked."""

import asyncio
import shlex
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import bot
from authoring.check import check_paths
from authoring.coverage import coverage
from authoring.library import paths
from authoring.stories import folder_at, run
from chat.desk import Desk
from chat.settings import Settings
from chat.shelves import Shelves
from coaching.reading import RuleReader
from storage.ledger import Ledger
from tests.chat.conftest import Writer
from tests.coaching.chatting import MONDAY
from tests.docs import guide as reading
from tests.docs.guide import DOCS, ROOT, Exchange, Fence

GUIDES = {"trainers.md": "en", "trainers.zh-Hans.md": "zh-Hans"}
EXAMPLES = DOCS / "examples"
# What the guide does not speak of would only be read again by every command.
UNUSED = shutil.ignore_patterns("telecom*", "fleet-*.yaml", "general-*.yaml")
SETS = tuple(path.name for path in sorted(EXAMPLES.iterdir()) if (path / "plan.yaml").is_file())


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what a trainer has before them, as the current folder, with settings of its own."""
    for name in ("playbooks", "docs/examples", ".vscode"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=UNUSED)
    settings = tmp_path / "config.yaml"
    settings.write_text(f"playbooks: {tmp_path / 'playbooks'}\ndata: {tmp_path / 'data'}\n", encoding="utf-8")
    monkeypatch.setenv("SPARRING_CONFIG", str(settings))
    monkeypatch.delenv("SPARRING_DATABASE_URL", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def with_examples(house: Path) -> Path:
    """The same, with every example set where a trainer puts it."""
    shutil.copytree(EXAMPLES, house / "playbooks", dirs_exist_ok=True, ignore=shutil.ignore_patterns("tables"))
    return house


class Chat:
    """The guide's chat: one trainer at a desk on the same playbooks, and the files that are sent."""

    def __init__(self, house: Path, language: str) -> None:
        self.house, self.language = house, language
        self.ledger = Ledger.open(f"sqlite:///{house / 'chat.db'}", version="test")
        self.desk = Desk(self.ledger, Shelves(self.ledger, house / "playbooks"), RuleReader(), Settings())
        self.trainer = Writer(self.desk, key="500", code=self.language)

        async def fetch(name: str) -> bytes:
            return (house / name).read_bytes()

        self.desk.bench.fetch = fetch

    async def arrive(self) -> None:
        """The invitation and the language, once."""
        await self.trainer.send(f"/start {await self.ledger.invite('trainer', '', MONDAY)}")
        await self.trainer.tap("English" if self.language == "en" else "中文")

    async def say(self, what: str) -> str:
        """Types, taps `[a button]` or sends `(a file)`; the answer with its buttons in brackets."""
        if what.startswith("["):
            await self.trainer.tap(what.strip("[]"))
        elif what.startswith("("):
            path = self.house / what.strip("()")
            sent = {"kind": "other", "what": "document", "file": what.strip("()"), "file_name": path.name, "file_size": path.stat().st_size}
            await self.trainer.send("", **sent)
        else:
            await self.trainer.send(what)
        return "\n".join([self.trainer.said, *(f"[{label}]" for label in self.trainer.labels)])


@pytest.fixture
async def chats(house: Path) -> AsyncIterator[list[Chat]]:
    """The chats that a guide opens; closed at the end."""
    opened: list[Chat] = []
    yield opened
    for chat in opened:
        await chat.ledger.close()


def ran(exchange: Exchange) -> str:
    """What a command prints, on both of its outputs."""
    words = shlex.split(exchange.sent)
    if words[:2] == ["python", "bot.py"]:
        # A new process knows nothing of the one before.
        folder_at.cache_clear()
        done = CliRunner().invoke(bot.cli, words[2:], input="".join(f"{line}\n" for line in exchange.typed), prog_name="bot.py")
        assert done.exception is None or isinstance(done.exception, SystemExit), f"{exchange.sent}: {done.exception!r}"
        assert done.exit_code in {0, 1}, f"{exchange.sent}: {done.output}"
        return done.output
    if words[0] == "source":
        return ""
    assert words[0] in {"cp", "mkdir", "rm", "cat", "ls"}, exchange.sent
    return subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def changed(fence: Fence, house: Path) -> None:
    """Does to a file what the guide tells the trainer to do."""
    path, (before, after) = house / fence.about, reading.change(fence)
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"line {fence.line}: {fence.about} has {text.count(before)} of these places"
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize(("name", "language"), GUIDES.items())
async def test_every_command_and_message_of_the_guide_works_and_answers_as_shown(
    name: str, language: str, house: Path, chats: list[Chat], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LANG", "en_GB.UTF-8" if language == "en" else "zh_CN.UTF-8")
    untrue = []
    for fence in reading.fences(reading.guide(name)):
        if fence.kind == "diff":
            changed(fence, house)
        elif fence.kind == "yaml":
            assert fence.text in (house / fence.about).read_text(encoding="utf-8"), f"line {fence.line}: not in {fence.about}"
        elif fence.kind in {"console", "chat"}:
            if fence.kind == "chat" and not chats:
                chats.append(Chat(house, language))
                await chats[0].arrive()
            for exchange in reading.exchanges(fence):
                output = await (asyncio.to_thread(ran, exchange) if fence.kind == "console" else chats[0].say(exchange.sent))
                absent = reading.missing(exchange.shown, output)
                if absent is not None:
                    untrue.append(f"{name}:{exchange.line}: {exchange.sent}\nnot there: {absent}\nbut:\n{output}")
        else:
            untrue.append(f"{name}:{fence.line}: nothing looks after a block of '{fence.kind}'")
    assert not untrue, "\n\n".join(untrue)


def test_the_program_answers_as_a_program_too(house: Path):
    command = [sys.executable, str(ROOT / "bot.py"), "check", "playbooks/general"]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=house, check=False)
    assert told.returncode == 0, told.stderr
    assert "5 files checked" in told.stderr


def test_every_example_passes_check_without_a_word(with_examples: Path):
    checked = check_paths([with_examples / "playbooks"], with_examples / "playbooks")
    own = [f for f in checked.findings if any(part in Path(f.file).parts for part in SETS) or Path(f.file).name.startswith(SETS)]
    assert not own
    assert len(SETS) == 2


def test_every_example_is_walked_by_a_story_in_both_languages(with_examples: Path):
    playbooks = with_examples / "playbooks"
    folder = folder_at(playbooks)
    languages, told = set(), []
    for path in sorted((playbooks / "stories").glob("*.yaml")):
        if path.name.startswith(SETS):
            _, played = run(path, folder)
            told += played
            languages |= {(one.plan, one.language) for one in played}
    assert [(one.story, one.findings) for one in told if not one.well] == []
    assert languages == {(f"{name}-plan", language) for name in SETS for language in ("en", "zh-Hans")}
    content = [
        item.called for covered in coverage(folder, told) for item in covered.missing
        if item.kind != "step" and Path(item.spot.file).parent.name in SETS
    ]  # fmt: skip
    assert content == []


def test_both_guides_have_the_same_sections_commands_and_example_files():
    english, chinese = (reading.guide(name) for name in GUIDES)
    assert reading.levels(english) == reading.levels(chinese)
    blocks = [[(f.kind, _plain(f.about)) for f in reading.fences(text)] for text in (english, chinese)]
    assert blocks[0] == blocks[1]
    consoles = [[f for f in reading.fences(text) if f.kind == "console"] for text in (english, chinese)]
    commands = [[_plain(exchange.sent) for fence in found for exchange in reading.exchanges(fence)] for found in consoles]
    assert commands[0] == commands[1]
    files = [{link for link in reading.links(text) if link.startswith("examples/")} for text in (english, chinese)]
    assert files[0] == files[1]


def test_every_example_file_is_shown_in_the_guides():
    names = {str(path.relative_to(DOCS)) for path in EXAMPLES.rglob("*") if path.is_file() and ".reviews" not in path.parts}
    linked = {link for name in GUIDES for link in reading.links(reading.guide(name))}
    assert names - linked == set()
    assert {str(path.relative_to(DOCS)) for path in paths(EXAMPLES / "coffee")} <= linked


def _plain(command: str) -> str:
    """A command without what differs between the languages of the guides."""
    for chosen in (" --language en", " --language zh-Hans"):
        command = command.replace(chosen, "")
    return command.replace(".zh.csv", ".md").replace("-zh", "-en")
