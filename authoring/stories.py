"""Files of stories: reads them, checks the names in them, plays them, and tells where a story parts from what happens.

Knows files and findings; prints nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from authoring import naming
from authoring.document import Document
from authoring.document import Path as Way
from authoring.finding import Finding, in_order
from authoring.folder import Folder, known_as, on_disk
from authoring.play import Miss, Visit, play
from authoring.read import read
from authoring.shape import validate
from authoring.story import COMMANDS, PLACES, Stories, Story, base
from authoring.suggest import listed, similar
from authoring.trial import Ear, NotInPlan, only_part
from coaching.ethics import Guard
from coaching.reading import RuleReader

FOLDER = "stories"


@dataclass(frozen=True)
class Told:
    """A story after it was played: where it stands, what is wrong with it (nothing, when it is well), and what it visited."""

    file: str
    line: int
    story: str
    plan: str
    language: str
    findings: tuple[Finding, ...] = ()
    visits: frozenset[Visit] = frozenset()

    @property
    def well(self) -> bool:
        """Whether everything in it came true."""
        return not self.findings


@dataclass(frozen=True)
class StoryFile:
    """A file of stories that was read: its stories, unless it has mistakes; its lines are there either way."""

    file: str
    document: Document | None
    stories: Stories | None
    findings: tuple[Finding, ...]

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the file, as findings are shown with them."""
        return self.document.lines.texts if self.document is not None else ()


def paths(given: Sequence[Path], playbooks: Path) -> tuple[Path, ...]:
    """The files of stories: those given, those in folders that are given, or all of the playbooks' folder."""
    whole = playbooks / FOLDER
    found: dict[Path, None] = {}
    for path in given or ([whole] if whole.is_dir() else []):
        inside = sorted(one for one in path.rglob("*") if one.suffix in {".yaml", ".yml"} and one.is_file()) if path.is_dir() else [path]
        found |= dict.fromkeys(inside)
    return tuple(found)


def playbooks_of(path: Path, otherwise: Path) -> Path:
    """The playbooks' folder that a file of stories belongs to: the one whose `stories` it lies in."""
    inside = next((above for above in path.resolve().parents if above.name == FOLDER), None)
    return inside.parent if inside is not None else otherwise


def read_stories(file: str, data: bytes, folder: Folder) -> StoryFile:
    """A file of stories, or everything that is wrong with its form and its names; plays nothing."""
    checked = read(file, data)
    if checked.value is None:
        return StoryFile(file, None, None, checked.findings)
    shaped = validate(checked.value, Stories, naming.names())
    findings = [*checked.findings, *shaped.findings]
    if shaped.value is not None:
        findings += _wrong_names(checked.value, shaped.value, folder)
    return StoryFile(file, checked.value, None if findings else shaped.value, in_order(findings))


def run(path: Path, folder: Folder) -> tuple[StoryFile, tuple[Told, ...]]:
    """Reads and plays the stories of a file. Raises OSError when the file cannot be read."""
    found = read_stories(known_as(path), path.read_bytes(), folder)
    if found.stories is None or found.document is None:
        return found, ()
    return found, tuple(tell(found, number, folder) for number in range(len(found.stories.stories)))


def tell(file: StoryFile, number: int, folder: Folder) -> Told:
    """Plays one story of a sound file, by its number from 0."""
    assert file.stories is not None and file.document is not None
    document, story, plan = file.document, file.stories.stories[number], file.stories.plan
    way: Way = ("stories", number)
    line = document.place((*way, "story")).line
    played = play(story, folder.library.preparations[plan], file.stories.language, ear())
    findings = (_of_miss(document, way, played.miss),) if played.miss is not None else ()
    return Told(file.file, line, story.story, plan, file.stories.language, findings, played.visits)


@lru_cache(maxsize=8)
def folder_at(root: Path) -> Folder:
    """The playbooks of a folder, read once in the life of the program."""
    return on_disk(root)


@lru_cache(maxsize=1)
def ear() -> Ear:
    """The reader and the guard of the program, made once."""
    return Ear(RuleReader(), Guard())


def _wrong_names(document: Document, stories: Stories, folder: Folder) -> list[Finding]:
    """What a story names and the playbooks do not have."""
    plans, plan = folder.library.preparations, stories.plan
    if plan not in plans:
        written = folder.documents.get(plan)
        if written is not None and written.at(("method",)) == "call_plan":
            return [document.finding("story-broken-plan", ("plan",), plan=plan)]
        meant = similar(plan, plans)
        details: dict[str, Any] = {"meant": meant} if meant else {"possible": listed(plans)}
        return [document.finding("story-unknown-plan", ("plan",), "similar" if meant else "", plan=plan, **details)]
    found: list[Finding] = []
    for number, story in enumerate(stories.stories):
        found += _of_story(document, ("stories", number), story, folder, plan)
    return found


def _of_story(document: Document, way: Way, story: Story, folder: Folder, plan: str) -> list[Finding]:
    found: list[Finding] = []
    lengths = sorted(time.minutes for time in folder.library.preparations[plan].plan.times)
    if story.minutes is not None and story.minutes not in lengths:
        found.append(document.finding("story-no-such-length", (*way, "minutes"), minutes=story.minutes, possible=listed(lengths)))
    elif story.part is not None:
        found += _part(document, way, story, folder, plan)
    for step, written in enumerate(story.steps):
        if written.at:
            found += _place(document, (*way, "steps", step, "at"), written.at)
        if written.command is not None:
            found += _command(document, (*way, "steps", step, "command"), written.command)
    return found + _place(document, (*way, "end", "at"), story.end.at)


def _part(document: Document, way: Way, story: Story, folder: Folder, plan: str) -> list[Finding]:
    book = folder.library.preparations[plan]
    minutes = story.minutes or max(time.minutes for time in book.plan.times)
    assert story.part is not None
    try:
        only_part(book, story.part, minutes)
    except NotInPlan as missing:
        return [document.finding("story-part-not-asked", (*way, "part"), part=story.part, possible=listed(missing.possible))]
    return []


def _place(document: Document, way: Way, address: str) -> list[Finding]:
    if base(address) in PLACES:
        return []
    meant = similar(base(address), PLACES)
    details = {"meant": meant} if meant else {}
    return [document.finding("story-unknown-step", way, "similar" if meant else "", step=address, **details)]


def _command(document: Document, way: Way, written: str) -> list[Finding]:
    name = written.removeprefix("/").partition(" ")[0]
    if name in COMMANDS:
        return []
    meant = similar(name, COMMANDS)
    details: dict[str, Any] = {"meant": meant} if meant else {"possible": listed(COMMANDS)}
    return [document.finding("story-unknown-command", way, "similar" if meant else "", command=name, **details)]


def _of_miss(document: Document, way: Way, miss: Miss) -> Finding:
    """The finding at the place where a story parts from what happens."""
    inside: Way = (*way, "steps", miss.step) if miss.step is not None else (*way, "end")
    if document.at(inside) is None:
        # Nothing is said about the end: what is said last is the last step.
        inside = (*way, "steps", len(document.at((*way, "steps"))) - 1)
    teller = _TELLERS.get(miss.field)
    if teller is not None:
        return teller(document, (*inside, miss.field), miss)
    if miss.field == "unsayable":
        return document.finding("story-unsayable", inside, reason=miss.found[0])
    return document.finding(
        "story-other-count", (*inside, miss.field), what=miss.field, expected=miss.expected, found=miss.found[0]
    )


def _other_place(document: Document, way: Way, miss: Miss) -> Finding:
    code = "story-other-end" if miss.step is None else "story-other-step"
    return document.finding(code, way, expected=miss.expected, found=miss.found[0])


def _other_option(document: Document, way: Way, miss: Miss) -> Finding:
    names = {"step": miss.place, "option": miss.expected}
    meant = similar(miss.expected, miss.found)
    if meant:
        return document.finding("story-no-option", way, "similar", meant=meant, **names)
    if not miss.found:
        return document.finding("story-no-option", way, "none", **names)
    return document.finding("story-no-option", way, possible=listed(miss.found), **names)


def _other_feedback(document: Document, way: Way, miss: Miss) -> Finding:
    remedy = "" if miss.found[0] != "none" else "missing"
    return document.finding("story-other-feedback", way, remedy, expected=miss.expected, found=miss.found[0])


def _other_card(document: Document, way: Way, miss: Miss) -> Finding:
    return document.finding("story-other-card", way, expected=miss.expected, found=miss.found[0])


def _other_outcome(document: Document, way: Way, miss: Miss) -> Finding:
    return document.finding("story-other-outcome", way, expected=miss.expected, found=miss.found[0])


def _missing_words(document: Document, way: Way, miss: Miss) -> Finding:
    written = document.at(way)
    place = (*way, written.index(miss.expected)) if isinstance(written, list) and miss.expected in written else way
    return document.finding("story-words-missing", place, "brief" if miss.step is None else "", words=miss.expected)


_TELLERS: Mapping[str, Callable[[Document, Way, Miss], Finding]] = {
    "at": _other_place,
    "picks": _other_option,
    "feedback": _other_feedback,
    "card": _other_card,
    "outcome": _other_outcome,
    "words": _missing_words,
}
