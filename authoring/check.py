"""All three passes over files of playbooks and stories: what `check` and a publication find. Prints nothing.

A file is judged among all others: a base, a part, a problem that a pitch answers may stand elsewhere. One broken file harms only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import NamedTuple

from authoring import library as shelves
from authoring import naming
from authoring.document import Document
from authoring.finding import Finding, in_order
from authoring.folder import Folder, known_as
from authoring.library import APART, Library
from authoring.read import read
from authoring.rules.case import Around
from authoring.sense import sense
from authoring.shape import validate
from coaching.methods.call_plan import CallPlan

SUFFIXES = frozenset({".yaml", ".yml"})
STORIES = "stories"


class Checked(NamedTuple):
    """Every finding in the files that were asked for, sorted, and the lines of those files, with which findings are shown."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, tuple[str, ...]]
    files: tuple[str, ...]


def check_texts(files: Mapping[str, bytes], asked: Callable[[str], bool] | None = None) -> tuple[Finding, ...]:
    """The findings of all three passes over these files by path, sorted; with `asked` only those in the files that it names.

    A file in a folder `stories` holds test conversations, any other a playbook. Never raises, whatever the bytes are.
    """
    wanted = asked or (lambda path: True)
    findings: list[Finding] = []
    playbooks: list[Document] = []
    stories: dict[str, bytes] = {}
    for path in sorted(files):
        if kind_of(path) == "stories":
            stories[path] = files[path]
        elif kind_of(path) == "playbook" or wanted(path):
            checked = read(path, files[path])
            findings += checked.findings
            if checked.value is not None and kind_of(path) == "playbook":
                playbooks.append(checked.value)
    shelf = _Shelf.of(playbooks)
    findings += shelf.findings
    around = Around(shelf.documents, shelf.library.playbooks, shelf.library.preparations)
    for name, document in shelf.documents.items():
        if (book := shelf.library.playbooks.get(name)) is not None and wanted(document.file):
            findings += sense(document, book, around)
    if any(wanted(path) for path in stories):
        findings += _of_stories({path: data for path, data in stories.items() if wanted(path)}, shelf)
    return in_order([finding for finding in findings if wanted(finding.file)])


def check_paths(paths: Iterable[Path], playbooks: Path) -> Checked:
    """The findings in these files and in the files below these folders; without any, in the playbooks' folder.

    Each is checked among the playbooks of its own tree. Raises FileNotFoundError with a path that does not exist.
    """
    given = tuple(paths) or (playbooks,)
    asked = dict.fromkeys(file for path in given for file in _below(path))
    around = dict.fromkeys(file for path in given for file in _below(_tree_of(path, playbooks)))
    data = {known_as(path): path.read_bytes() for path in (*asked, *around)}
    names = tuple(sorted(known_as(path) for path in asked))
    wanted = frozenset(names)
    findings = check_texts(data, wanted.__contains__)
    return Checked(findings, {name: lines_of(data[name]) for name in {finding.file for finding in findings}}, names)


def lines_of(data: bytes) -> tuple[str, ...]:
    """The lines of a file as findings count them, as far as it is text at all; what is no UTF-8 is shown as lost characters."""
    document = read("", data).value
    text = document.text if document is not None else data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return tuple(text.split("\n"))


def kind_of(path: str) -> str:
    """What a file holds, by the folder in which it lies: a playbook, stories, or something else that is only read."""
    folders = set(PurePath(path).parts[:-1])
    if STORIES in folders:
        return "stories"
    return "other" if APART & folders else "playbook"


@dataclass(frozen=True)
class _Shelf:
    """The playbooks by the names under which they are found, and what is wrong before anything is judged by sense."""

    documents: Mapping[str, Document]
    library: Library
    findings: tuple[Finding, ...]

    @staticmethod
    def of(playbooks: Iterable[Document]) -> _Shelf:
        """A playbook without an id, or with one that another file has already, is kept under the path of its file."""
        documents: dict[str, Document] = {}
        findings: list[Finding] = []
        for document in playbooks:
            if not isinstance(document.data, dict):
                findings += validate(document, CallPlan, naming.names()).findings
                continue
            name = document.data.get("id")
            first = documents.get(name) if isinstance(name, str) else None
            if first is not None:
                findings.append(document.finding("same-playbook", ("id",), "", "value", id=str(name), file=first.file))
            key = name if isinstance(name, str) and name and first is None else f"{document.file}\0"
            documents[key] = document
        library = shelves.library_of(documents, naming.names())
        return _Shelf(documents, library, (*findings, *library.findings))


def _of_stories(stories: Mapping[str, bytes], shelf: _Shelf) -> list[Finding]:
    from authoring.stories import read_stories

    folder = Folder({}, ())
    folder.__dict__.update(library=shelf.library, documents=shelf.documents)
    return [finding for path, data in stories.items() for finding in read_stories(path, data, folder).findings]


def _below(path: Path) -> tuple[Path, ...]:
    if path.is_file():
        return (path,)
    if not path.exists():
        raise FileNotFoundError(path)
    found = (file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())
    return tuple(sorted(file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)))


def _tree_of(path: Path, playbooks: Path) -> Path:
    """The tree that a file or folder is checked in: the playbooks' folder if it lies there, else the folder that holds it."""
    whole, root = path.resolve(), playbooks.resolve()
    if whole.is_relative_to(root) and root.is_dir():
        return playbooks
    return path if path.is_dir() else path.parent


