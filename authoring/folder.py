"""A folder of playbooks as it is on disk now: the library made of it, and where each piece of content stands. No database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from authoring.document import Document
from authoring.document import Path as Way
from authoring.finding import Finding, Place, in_order
from authoring.library import APART, PART_METHODS, Candidate, Library, candidate, candidates, library
from authoring.read import read
from coaching.edition import Preparation


@dataclass(frozen=True)
class Spotted:
    """Where a piece of content stands: the file as trainers know it, and the place in it."""

    file: str
    place: Place


@dataclass(frozen=True)
class Folder:
    """The playbooks of a folder, by their ids."""

    files: Mapping[str, Candidate]
    unread: tuple[Candidate, ...]

    @cached_property
    def library(self) -> Library:
        """The library of these playbooks."""
        return library({name: file.text for name, file in self.files.items()}, {name: file.path for name, file in self.files.items()})

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The playbooks as they are written."""
        read_again = {name: read(file.path, file.text.encode()).value for name, file in self.files.items()}
        return {name: document for name, document in read_again.items() if document is not None}

    def named(self, path: str) -> str | None:
        """The id of the playbook in the file that trainers know by this path."""
        return next((name for name, file in self.files.items() if file.path == path), None)

    def plans_of(self, playbook: str) -> tuple[Preparation, ...]:
        """The preparations that a playbook is the plan or a part of, the first trade first."""
        found = (
            book for book in self.library.preparations.values()
            if playbook == book.plan.id or playbook in {getattr(book.plan.parts, method) for method in PART_METHODS}
        )  # fmt: skip
        return tuple(sorted(found, key=lambda book: (book.plan.order, book.plan.id)))

    def findings(self, playbook: str) -> tuple[Finding, ...]:
        """What is wrong with a playbook, its bases, and, of a plan, its parts."""
        concerned = set(self._with_bases(playbook))
        document = self.documents.get(playbook)
        parts = document.at(("parts",)) if document is not None else None
        if isinstance(parts, dict):
            concerned |= {name for part in parts.values() for name in self._with_bases(str(part))}
        files = {self.files[name].path for name in concerned if name in self.files}
        unread = (finding for file in self.unread for finding in file.findings)
        return in_order([finding for finding in (*unread, *self.library.findings) if finding.file in files])

    def spot(self, playbook: str, way: Way) -> Spotted | None:
        """Where the value at `way` stands: in the playbook's own file, or in the base that it comes from."""
        for name in self._with_bases(playbook):
            document = self.documents.get(name)
            if document is not None and way in document.spots:
                return Spotted(document.file, document.place(way, "key"))
        return None

    def spot_in_list(self, playbook: str, key: str, inside: Way) -> Spotted | None:
        """Where something inside a list stands; a list is taken whole from the first file that has one."""
        for name in self._with_bases(playbook):
            document = self.documents.get(name)
            if document is not None and isinstance(document.data, dict) and key in document.data:
                return Spotted(document.file, document.place((key, *inside)))
        return None

    def sources(self) -> dict[str, list[str]]:
        """The lines of each file, as findings are shown with them."""
        return {file.path: file.text.split("\n") for file in self.files.values()}

    @staticmethod
    def lines_of(file: Candidate) -> dict[str, list[str]]:
        """The lines of a file that could not be read, as far as it is text at all; what is no UTF-8 is shown as lost characters."""
        try:
            text = Path(file.path).read_bytes().decode("utf-8", "replace")
        except OSError:
            return {}
        return {file.path: text.split("\n")}

    def _with_bases(self, playbook: str) -> Iterator[str]:
        seen: set[str] = set()
        name: object = playbook
        while isinstance(name, str) and name not in seen:
            seen.add(name)
            yield name
            document = self.documents.get(name)
            name = document.at(("based_on",)) if document is not None else None


def on_disk(root: Path, first: Path | None = None) -> Folder:
    """The playbooks below `root` as they are now; those beside the file `first`, and it before all, win over others with the same id.

    Raises OSError when `first` cannot be read.
    """
    found = [_shown(file) for file in candidates(root)] if root.is_dir() else []
    if first is not None:
        beside = sorted(path for path in first.parent.iterdir() if path.suffix in {".yaml", ".yml"} and path.is_file() and path != first)
        apart = first.parent.name in APART
        found += [file for path in (() if apart else beside) for file in _readable(path)]
        found.append(_shown(candidate(str(first), first.read_bytes())))
    return Folder({file.playbook: file for file in found if file.playbook}, tuple(file for file in found if not file.playbook))


def known_as(path: Path) -> str:
    """A path as trainers know it: as seen from where they are, if it lies below."""
    whole, here = path.resolve(), Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(path)


def _readable(path: Path) -> Iterator[Candidate]:
    try:
        yield _shown(candidate(str(path), path.read_bytes()))
    except OSError:
        return


def _shown(file: Candidate) -> Candidate:
    """The file under the name that trainers know, its findings too."""
    name = known_as(Path(file.path))
    findings = tuple(finding.model_copy(update={"file": name}) for finding in file.findings)
    return Candidate(name, file.text, file.hash, file.playbook, findings)
