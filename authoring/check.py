"""All three passes over files of playbooks and stories: what `check` and a publication find. Prints nothing.

A file is judged among all others: a base, a part, a problem that a pitch answers may stand elsewhere. One broken file harms only itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from errno import ENOENT
from functools import lru_cache
from pathlib import Path, PurePath
from typing import NamedTuple

from authoring import finding as findings_of
from authoring import library as shelves
from authoring import naming
from authoring.document import Document
from authoring.finding import Finding, in_order
from authoring.folder import Folder, known_as
from authoring.library import APART, Library
from authoring.read import read
from authoring.rules.case import Around
from authoring.sense import sense

SUFFIXES = frozenset({".yaml", ".yml"})
STORIES = "stories"

_ID = re.compile(rb"(?m)^id:[ \t]*([a-z0-9_-]{1,60})")
_UNREADABLE = "\0"


class Checked(NamedTuple):
    """Every finding in the files that were asked for, sorted, and the lines of those files, with which findings are shown."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, tuple[str, ...]]
    files: tuple[str, ...]


def check_texts(
    files: Mapping[str, bytes], asked: Callable[[str], bool] | None = None, beneath: Mapping[str, bytes] | None = None
) -> tuple[Finding, ...]:
    """The findings of all three passes over these files by path, sorted; with `asked` only those in the files that it names.

    `beneath` are playbooks that count where no file has their id: what is live while one of them is edited elsewhere.
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
            if kind_of(path) == "playbook":
                playbooks.append(checked.value or _unreadable(path, files[path]))
    under = [found for path, data in sorted((beneath or {}).items()) if (found := _read_live(path, data).value) is not None]
    shelf = _Shelf.of(playbooks, under)
    findings += shelf.findings
    around = Around(shelf.documents, shelf.library.playbooks, shelf.library.preparations)
    for name, document in shelf.documents.items():
        if (book := shelf.library.playbooks.get(name)) is not None and wanted(document.file):
            findings += sense(document, book, around)
    if any(wanted(path) for path in stories):
        findings += _of_stories({path: data for path, data in stories.items() if wanted(path)}, shelf)
    return in_order([finding for finding in findings if finding.file in files and wanted(finding.file)])


def check_paths(paths: Iterable[Path], playbooks: Path) -> Checked:
    """The findings in these files and in the files below these folders; without any, in the playbooks' folder.

    A file is checked among the playbooks of its folder and of the playbooks' folder; a copy elsewhere takes the place of what it
    was copied from. Raises OSError, with its file name, for a path that does not exist or cannot be read.
    """
    given = tuple(paths) or (playbooks,)
    asked = {known_as(file): file for path in given for file in _below(path)}
    around = {known_as(file): file for path in given for file in _beside(path, playbooks)}
    live = {known_as(file): file for file in _below(playbooks)} if playbooks.is_dir() else {}
    data = {name: file.read_bytes() for name, file in (around | asked).items()}
    beneath = {name: file.read_bytes() for name, file in live.items() if name not in data and kind_of(name) == "playbook"}
    names = tuple(sorted(asked))
    findings = check_texts(data, frozenset(names).__contains__, beneath)
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

    @classmethod
    def of(cls, playbooks: Iterable[Document], beneath: Iterable[Document]) -> _Shelf:
        """A playbook without an id, or with one that another file has already, is kept under the path of its file."""
        documents: dict[str, Document] = {}
        findings: list[Finding] = []
        unreadable: set[str] = set()
        for document in playbooks:
            if document.text == _UNREADABLE:
                unreadable.add(document.file)
                documents.setdefault(str(document.data["id"]), document)
                continue
            if not isinstance(document.data, dict):
                findings.append(document.finding("not-a-playbook", ()))
                continue
            name = document.data.get("id")
            first = documents.get(name) if isinstance(name, str) else None
            if first is not None:
                findings.append(document.finding("same-playbook", ("id",), "", "value", id=str(name), file=first.file))
            key = name if isinstance(name, str) and name and first is None else f"{document.file}\0"
            documents[key] = document
        for document in beneath:
            name = document.at(("id",))
            if isinstance(name, str):
                documents.setdefault(name, document)
        library = shelves.library_of(documents, naming.names())
        # What cannot be read has its findings already.
        told = (finding for finding in library.findings if finding.file not in unreadable)
        return cls({name: one for name, one in documents.items() if one.file not in unreadable}, library, (*findings, *told))


@lru_cache(maxsize=32)
def _read_live(path: str, data: bytes) -> findings_of.Checked[Document]:
    """A file that others are checked among, again and again while a trainer mends one."""
    return read(path, data)


def _unreadable(path: str, data: bytes) -> Document:
    """A stand-in for a file that cannot be read, so that what names it hears that it is broken and not that there is none."""
    name = _ID.search(data)
    return Document(path, _UNREADABLE, {"id": name[1].decode() if name else f"{path}\0"}, {})


def _of_stories(stories: Mapping[str, bytes], shelf: _Shelf) -> list[Finding]:
    from authoring.stories import read_stories

    folder = Folder({}, ())
    folder.__dict__.update(library=shelf.library, documents=shelf.documents)
    return [finding for path, data in stories.items() for finding in read_stories(path, data, folder).findings]


def _below(path: Path) -> tuple[Path, ...]:
    if path.is_file():
        return (path,)
    if not path.exists():
        raise FileNotFoundError(ENOENT, "there is no such file or folder", str(path))
    found = (file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())
    return tuple(sorted(file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)))


def _beside(path: Path, playbooks: Path) -> tuple[Path, ...]:
    """The files among which a file or folder is checked: all of the playbooks' folder if it lies there, else those beside it."""
    whole = path.resolve()
    if playbooks.is_dir() and whole.is_relative_to(playbooks.resolve()):
        return _below(playbooks)
    if path.is_dir():
        return _below(path)
    stories = next((above for above in whole.parents if above.name == STORIES), None)
    if stories is not None:
        return _below(stories.parent)
    return tuple(sorted(file for file in path.parent.iterdir() if file.suffix in SUFFIXES and file.is_file()))
