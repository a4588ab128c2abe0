"""All playbooks together: which bases on which, which plan joins which parts. Knows files and texts; no database, no Telegram."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from authoring.document import Document
from authoring.fields import Names
from authoring.finding import Finding, in_order
from authoring.read import read
from authoring.shape import validate
from authoring.suggest import listed, similar
from coaching.edition import Preparation
from coaching.methods.call_plan import CallPlan
from coaching.methods.fabe import Fabe
from coaching.methods.negotiation import Negotiation
from coaching.methods.objections import Objections
from coaching.methods.spin import Spin
from coaching.playbook import Playbook
from coaching.wording import LANGUAGES

METHODS: Mapping[str, type[Playbook]] = {
    "call_plan": CallPlan,
    "spin": Spin,
    "fabe": Fabe,
    "objections": Objections,
    "negotiation": Negotiation,
}
PART_METHODS = ("spin", "fabe", "objections", "negotiation")

# Folders inside the playbooks' folder that hold something else.
APART = frozenset({"stories", "scenarios", "examples"})

# What a playbook adds to its base instead of taking its place.
MERGED = frozenset({"words", "examples", "limits", "brief", "commands", "roles", "part_words", "fit", "cards"})

# Word lists that only grow.
GROWING = frozenset({"cues", "ours"})


@dataclass(frozen=True)
class Candidate:
    """A file that may be a playbook: its path as trainers know it, its text, the hash of its bytes, and the id it gives itself."""

    path: str
    text: str
    hash: str
    playbook: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Library:
    """Every playbook that is whole, by id; the preparations that can be made of them, by the id of their plan; and what is wrong."""

    playbooks: Mapping[str, Playbook]
    preparations: Mapping[str, Preparation]
    findings: tuple[Finding, ...]


def content_hash(text: str) -> str:
    """The hash by which a file's content is known."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def paths(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that hold playbooks, sorted."""
    found = (path for path in folder.rglob("*") if path.suffix.casefold() in {".yaml", ".yml"} and path.is_file())
    return tuple(sorted(path for path in found if not APART & set(path.relative_to(folder).parts[:-1])))


def candidate(path: str, data: bytes) -> Candidate:
    """One file as a candidate; what cannot be read has findings and no id."""
    checked = read(path, data)
    text = checked.value.text if checked.value is not None else ""
    found = checked.value.data if checked.value is not None else None
    name = found.get("id") if isinstance(found, dict) else None
    return Candidate(path, text, content_hash(text) if text else "sha256:" + hashlib.sha256(data).hexdigest(),
                     name if isinstance(name, str) else "", checked.findings)


def candidates(folder: Path, named: Callable[[Path], str] = str) -> tuple[Candidate, ...]:
    """Every playbook file of a folder; `named` gives the path that findings speak of."""
    found = []
    for path in paths(folder):
        try:
            found.append(candidate(named(path), path.read_bytes()))
        except OSError:
            continue
    return tuple(found)


def library(sources: Mapping[str, str], named: Mapping[str, str] | None = None) -> Library:
    """The library of these texts by playbook id; `named` gives the path that findings speak of."""
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    for name, text in sources.items():
        checked = read((named or {}).get(name, name), text.encode())
        findings += checked.findings
        if checked.value is not None and isinstance(checked.value.data, dict):
            documents[name] = checked.value
    return _Shelf(documents, findings, None).build()


def library_of(documents: Mapping[str, Document], names: Names | None = None) -> Library:
    """The library of documents that were read already, by playbook id; `names` tells what trainers call the parts of a playbook."""
    return _Shelf(documents, [], names).build()


class _Shelf:
    """Documents on their way to a library: each playbook is resolved once, its base before it."""

    def __init__(self, documents: Mapping[str, Document], findings: list[Finding], names: Names | None) -> None:
        self.documents = documents
        self.findings = findings
        self.names = names
        self.books: dict[str, Playbook | None] = {}

    def build(self) -> Library:
        for name in self.documents:
            self._book(name, ())
        books = {name: book for name, book in self.books.items() if book is not None}
        preparations = {}
        for name, book in books.items():
            if isinstance(book, CallPlan):
                joined = self._joined(self.documents[name], book, books)
                if joined is not None:
                    preparations[name] = joined
        return Library(books, preparations, in_order(self.findings))

    def _book(self, name: str, waiting: tuple[str, ...]) -> Playbook | None:
        """The playbook with this id, its base's words beneath its own; None where it or its base is broken."""
        if name in self.books:
            return self.books[name]
        document = self.documents[name]
        self.books[name] = None
        model = METHODS.get(str(document.data.get("method")))
        if model is None:
            self._unknown_method(document)
            return None
        merged, sound = self._over_base(document, model, (*waiting, name))
        if not sound:
            return None
        checked = validate(merged, model, self.names, {"language": _language(document)})
        self.findings += checked.findings
        self.books[name] = checked.value
        return checked.value

    def _unknown_method(self, document: Document) -> None:
        written = document.data.get("method")
        if written is None:
            self.findings.append(document.finding("missing-method", (), "", "value", methods=listed(METHODS)))
            return
        meant = similar(str(written), METHODS)
        remedy = "similar" if meant else ""
        details: dict[str, Any] = {"meant": meant} if meant else {"methods": listed(METHODS)}
        self.findings.append(document.finding("unknown-method", ("method",), remedy, "value", method=str(written), **details))

    def _over_base(self, document: Document, model: type[Playbook], waiting: tuple[str, ...]) -> tuple[Document, bool]:
        base_name = document.data.get("based_on")
        if not isinstance(base_name, str):
            # What is no name is told by the check of shapes.
            return document, True
        if base_name in waiting:
            self.findings.append(document.finding("base-circle", ("based_on",), "", "value", base=str(base_name)))
            return document, False
        if base_name not in self.documents:
            meant = similar(str(base_name), self.documents)
            details: dict[str, Any] = {"meant": meant} if meant else {}
            self.findings.append(
                document.finding("unknown-base", ("based_on",), "similar" if meant else "", "value", base=str(base_name), **details)
            )
            return document, False
        base = self._book(str(base_name), waiting)
        if base is None:
            self.findings.append(document.finding("broken-base", ("based_on",), "", "value", base=str(base_name)))
            return document, False
        if not isinstance(base, model):
            self.findings.append(document.finding("other-method-base", ("based_on",), "", "value", base=str(base_name)))
            return document, False
        return replace(document, data=laid_over(base, document.data)), True

    def _joined(self, document: Document, plan: CallPlan, books: Mapping[str, Playbook]) -> Preparation | None:
        """The plan with its parts; every part must be there and of its method."""
        found: dict[str, Playbook] = {}
        for method in PART_METHODS:
            name = getattr(plan.parts, method)
            part = books.get(name)
            if part is not None and isinstance(part, METHODS[method]):
                found[method] = part
                continue
            path = ("parts", method)
            if part is not None:
                self.findings.append(document.finding("part-of-other-method", path, "", "value", part=name, method=method))
            elif name in self.documents:
                self.findings.append(document.finding("broken-part", path, "", "value", part=name))
            else:
                meant = similar(name, books)
                details: dict[str, Any] = {"meant": meant} if meant else {}
                self.findings.append(
                    document.finding("unknown-part", path, "similar" if meant else "", "value", part=name, **details)
                )
        if len(found) < len(PART_METHODS):
            return None
        return Preparation.model_validate({"plan": plan, **found})


def _language(document: Document) -> str:
    """The language of bare strings; the usual one where the file names none that exists."""
    written = document.data.get("language")
    return str(written) if written in LANGUAGES else "zh-Hans"


def laid_over(base: Playbook, data: Mapping[str, Any]) -> dict[str, Any]:
    """A playbook's data over its base's: its own keys win; in the merged groups its own entries come first, the base's stay beneath."""
    beneath = base.model_dump(mode="json", by_alias=True, exclude={"id", "title", "based_on", "author", "notes", "language"})
    whole = dict(beneath) | dict(data)
    for key in MERGED & beneath.keys() & data.keys():
        if isinstance(data[key], dict):
            whole[key] = {**data[key], **{name: value for name, value in beneath[key].items() if name not in data[key]}}
    for key in GROWING & beneath.keys() & data.keys():
        whole[key] = _grown(data[key], beneath[key])
    return whole


def _grown(own: Any, base: Any) -> Any:
    """Word lists of a trade with those of its base behind them; what has not the shape of lists is left for the check of shapes."""
    if isinstance(own, dict) and isinstance(base, dict):
        return {name: _grown(own.get(name, ()), base.get(name, ())) for name in (*own, *(n for n in base if n not in own))}
    if isinstance(own, list | tuple) and isinstance(base, list | tuple):
        return [*own, *(word for word in base if word not in own)]
    return own or base
