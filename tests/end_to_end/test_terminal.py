"""The whole program as a process at a terminal's end: a scripted rep, the record, the replay."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chat.terminal import wrapped

HOME = Path(__file__).resolve().parents[2]
SCRIPTS = Path(__file__).parent / "scripts"


class Program:
    """bot.py with its own data folder."""

    def __init__(self, folder: Path) -> None:
        config = folder / "config.yaml"
        config.write_text(f"data: {json.dumps(str(folder / 'data'))}\n", encoding="utf-8")
        self.data = folder / "data"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SPARRING_")}
        self.environment = {**kept, "SPARRING_CONFIG": str(config)}

    def run(self, *arguments: str, lines: str = "", status: int = 0) -> str:
        """Runs one command; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "bot.py", *arguments],
            input=lines,
            capture_output=True,
            encoding="utf-8",
            cwd=HOME,
            env=self.environment,
            timeout=120,
            check=False,
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        self.errors = done.stderr
        return done.stdout

    def json(self, *arguments: str) -> object:
        """Runs one command that prints JSON."""
        return json.loads(self.run(*arguments, "--format", "json"))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.mark.parametrize(
    ("script", "playbook", "words"),
    [
        ("factory-5.zh-Hans", "telecom-plan", ["三号车间", "从这里开口"]),
        ("factory-5.en", "telecom-plan", ["Workshop 3", "START HERE"]),
        ("distillery-30.zh-Hans", "fleet-plan", ["250,000", "如果贵方", "饲料厂"]),
        ("distillery-30.en", "fleet-plan", ["250,000", "If you", "feed mill"]),
    ],
)
def test_a_scripted_rep_goes_from_the_first_question_to_the_brief(program: Program, script: str, playbook: str, words: list[str]):
    language = script.partition(".")[2]
    text = (SCRIPTS / f"{script}.txt").read_text(encoding="utf-8")
    said = program.run("chat", "--user", "lin", "--language", language, lines=text)
    assert all(word.casefold() in said.casefold() for word in words)
    brief = said[said.casefold().rindex(words[0].casefold()) :]
    assert "205,000" not in brief
    rows = program.json("sessions", "--user", "lin")
    assert [row["playbook"] for row in rows] == [playbook]
    assert rows[0]["mode"] == "prepare"
    transcript = program.json("transcript", rows[0]["session"])
    sent = [line for line in text.splitlines() if line]
    typed = [entry["text"] for entry in transcript["entries"] if entry["who"] == "rep"]
    assert len(typed) == len(sent)
    plain = [line for line in sent if not line.startswith(("/", "#")) and len(line) > 25]
    assert [text for text in typed if text in plain] == plain
    turns = [entry["turn"] for entry in transcript["entries"]]
    assert turns == sorted(turns)
    verified = program.json("verify")
    assert verified["differences"] == []
    assert verified["sessions"] == 1
    pictures = sorted(path.suffix for path in (program.data / "briefs").glob("*/*"))
    assert pictures == [".pdf", ".png"]
    assert {path.stat().st_mode & 0o777 for path in (program.data / "briefs").glob("*/*")} == {0o600}
    program.run("chat", "--user", "lin", lines="/delete\n/delete yes\n")
    assert list((program.data / "briefs").iterdir()) == []


def test_the_end_of_input_ends_the_program_and_the_session_stays_open(program: Program):
    program.run("chat", "--user", "lin", "--language", "en", lines="/prep\nRed Hill\n")
    rows = program.json("sessions")
    assert rows[0]["closed_at"] is None
    again = program.run("chat", "--user", "lin", lines="/list\n")
    assert "Red Hill" in again


def test_what_looks_like_a_card_or_a_phone_never_reaches_the_disk(program: Program):
    program.run("chat", "--user", "lin", "--language", "en", lines="/prep\nRed Hill, call 13812345678 or 6222021234567890123\n")
    held = b"".join(path.read_bytes() for path in program.data.rglob("*") if path.is_file())
    assert b"13812345678" not in held
    assert b"6222021234567890123" not in held
    assert b"Red Hill" in held


def test_a_blocked_message_leaves_its_rule_and_no_word_on_the_disk(program: Program):
    said = program.run("chat", "--user", "lin", "--language", "zh-Hans", lines="/prep\n给采购经理塞个红包两千块\n")
    assert "合同" in said
    held = b"".join(path.read_bytes() for path in program.data.rglob("*") if path.is_file())
    assert "红包两千块".encode() not in held
    session = program.json("sessions")[0]["session"]
    entries = program.json("transcript", session)["entries"]
    refused = [entry for entry in entries if entry["feedback"] == ["E-01"]]
    assert [entry["text"] for entry in refused] == [""]


def test_a_name_and_a_line_of_odd_bytes_are_taken(program: Program):
    said = program.run("chat", "--user", "l\udcffn", "--language", "en", lines="/prep\nRed\x00 Hill\n/list\n")
    assert "Hill" in said
    assert "Something went wrong" not in said
    assert program.json("verify")["sessions"] == 1


def test_long_latin_lines_break_at_blanks_and_chinese_ones_stay():
    english = "  \033[1mWhat\033[0m would you like the client to agree to at the end?"
    lines = wrapped(english, 24).split("\n")
    assert " ".join(line.strip() for line in lines) == english.strip()
    assert all(line.startswith("  ") for line in lines)
    assert max(len(line) for line in lines[1:]) <= 24
    chinese = "您希望客户在见面结束时 同意什么？请写清楚由谁在什么时候做什么。"
    assert wrapped(chinese, 24) == chinese


HOSTILE = ["\x00\x01\x02", "😀" * 3000, "{{ 7*7 }}", "'; drop table sessions; --", "<script>", "a" * 100_000, "\u202eabc", "%s%n"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_input_ends_the_conversation(program: Program, hostile: str):
    said = program.run("chat", "--user", "lin", "--language", "en", lines=f"/prep\n{hostile}\n{hostile}\n1\n/help\n")
    assert "/privacy" in said or "Back" in said
    assert program.json("verify")["differences"] == []


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("accses: open\n", "accses"),
        ("access: everybody\n", "access"),
        ("access: [open\n", "YAML"),
        ("telegram:\n  port: 99999\n", "telegram.port"),
        ("timezone: Mars/Olympus\n", "Asia/Shanghai"),
        ("timezone: ../../etc/passwd\n", "timezone"),
    ],
)
def test_wrong_settings_end_in_one_line_that_says_what_to_do(program: Program, tmp_path: Path, text: str, remedy: str):
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    program.run("chat", status=2)
    assert program.errors.count("\n") == 1
    assert remedy in program.errors


def test_a_data_folder_that_is_a_file_ends_in_one_line(program: Program):
    program.data.write_text("", encoding="utf-8")
    program.run("sessions", status=2)
    assert program.errors.count("\n") == 1


def test_without_playbooks_the_rep_is_told_and_nothing_breaks(program: Program, tmp_path: Path):
    (tmp_path / "none").mkdir()
    config = tmp_path / "config.yaml"
    config.write_text(config.read_text(encoding="utf-8") + f"playbooks: {json.dumps(str(tmp_path / 'none'))}\n", encoding="utf-8")
    assert "trainer" in program.run("chat", "--user", "lin", "--language", "en", lines="/prep\n")


def test_a_telegram_start_without_a_token_says_where_to_get_one(program: Program):
    program.run("telegram", status=2)
    assert "SPARRING_TELEGRAM_TOKEN" in program.errors
