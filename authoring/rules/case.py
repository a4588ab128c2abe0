"""What a rule of sense looks at: one sound playbook with its file, every text that stands in it, and the playbooks around it.

What a playbook takes from its base is in `book` and not among `texts`: it is judged where it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from authoring import fields
from authoring.document import Document, Path
from authoring.fields import Option
from authoring.finding import Finding, Words
from authoring.library import METHODS
from authoring.spoken import base_language
from coaching.edition import Preparation
from coaching.frozen import Language
from coaching.likeness import folded
from coaching.methods.spin import Spin
from coaching.playbook import Playbook
from coaching.wording import Text

P = TypeVar("P", bound=Playbook)


class Any_(NamedTuple):  # noqa: N801 - a mark, spelt as it is read
    """Stands for any key or position in a pattern of a path."""


ANY = Any_()
Pattern = tuple[str | int | Any_, ...]


class Said(NamedTuple):
    """Some words in one language: where their text stands, where they themselves stand, and the field that they are for."""

    path: Path
    at: Path
    language: Language
    words: str
    option: Option


@dataclass(frozen=True)
class Around:
    """The playbooks around the one that is looked at, by their ids, as files, as models and joined to preparations."""

    documents: Mapping[str, Document]
    books: Mapping[str, Playbook]
    preparations: Mapping[str, Preparation]

    @cached_property
    def in_plans(self) -> frozenset[str]:
        """The playbooks that some plan names as a part, also where that plan cannot be used yet."""
        parts = (document.at(("parts",)) for document in self.documents.values() if document.at(("method",)) == "call_plan")
        return frozenset(str(name) for named in parts if isinstance(named, dict) for name in named.values())

    @cached_property
    def bases(self) -> frozenset[str]:
        """The playbooks on which others are based."""
        return frozenset(str(document.at(("based_on",))) for document in self.documents.values())

    @cached_property
    def plans_by_folder(self) -> Mapping[str, str]:
        """A plan of each folder that has one, by the folder's path."""
        plans = ((name, one.file) for name, one in sorted(self.documents.items(), reverse=True) if one.at(("method",)) == "call_plan")
        return {file.rpartition("/")[0]: name for name, file in plans}

    @cached_property
    def plans_by_business(self) -> Mapping[tuple[str, str], str]:
        """The first plan by its id that has a button, by language and the button's words."""
        found: dict[tuple[str, str], str] = {}
        for name, joined in sorted(self.preparations.items()):
            for language, words in joined.plan.business.root.items():
                found.setdefault((language, folded(words)), name)
        return found

    @cached_property
    def problems(self) -> frozenset[str]:
        """The ids of the problems of every question playbook."""
        return frozenset(problem.id for book in self.books.values() if isinstance(book, Spin) for problem in book.problems)

    @cached_property
    def plans_by_part(self) -> Mapping[str, tuple[Preparation, ...]]:
        """The preparations that each playbook is a part of."""
        found: dict[str, list[Preparation]] = {}
        for joined in self.preparations.values():
            for method in ("spin", "fabe", "objections", "negotiation"):
                found.setdefault(getattr(joined.plan.parts, method), []).append(joined)
        return {name: tuple(plans) for name, plans in found.items()}


@dataclass(frozen=True)
class Case:
    """One playbook that has its shape: its file, and the model with its base beneath."""

    document: Document
    book: Playbook
    around: Around

    @cached_property
    def places(self) -> tuple[tuple[Path, Option], ...]:
        """Where the texts of this file stand, in the order of the file."""
        return tuple(fields.values_of(METHODS[str(self.document.at(("method",)))], Text, self.document.data))

    @cached_property
    def texts(self) -> tuple[Said, ...]:
        """Every text of this file in each of its languages, in the order of the file."""
        base = base_language(self.document)
        found: list[Said] = []
        for path, option in self.places:
            value = self.document.at(path)
            if isinstance(value, dict):
                found += [Said(path, (*path, name), cast("Language", name), str(words), option) for name, words in value.items()]
            else:
                found.append(Said(path, path, base, str(value), option))
        return tuple(found)

    @cached_property
    def _by_head(self) -> Mapping[str | int, tuple[Said, ...]]:
        """The texts by the key of the file under which they stand."""
        found: dict[str | int, list[Said]] = {}
        for said in self.texts:
            found.setdefault(said.path[0], []).append(said)
        return {head: tuple(texts) for head, texts in found.items()}

    def like(self, *patterns: Pattern) -> Iterator[Said]:
        """The texts whose place fits one of the patterns."""
        for head in dict.fromkeys(pattern[0] for pattern in patterns):
            here = [pattern for pattern in patterns if pattern[0] == head]
            yield from (said for said in self._by_head.get(cast("str", head), ()) if fits_any(said.path, here))

    def own(self, *path: str | int) -> bool:
        """Whether something stands in this file itself, and is not taken from the base."""
        return path in self.document.spots

    def within(self, said: Said, offset: int, length: int, code: str, remedy: str = "", /, **details: str | int | Words) -> Finding:
        """A finding at some characters of a text."""
        return self.document.finding_within(code, said.at, offset, length, remedy, **details)

    def at(self, path: Path, code: str, remedy: str = "", /, **details: str | int | Words) -> Finding:
        """A finding at a value."""
        return self.document.finding(code, path, remedy, "value", **details)

    def at_key(self, path: Path, code: str, remedy: str = "", /, **details: str | int | Words) -> Finding:
        """A finding at a key."""
        return self.document.finding(code, path, remedy, "key", **details)



class Rule(NamedTuple):
    """One rule of sense: its code, which playbooks it looks at, at what there, and how. Its severity stands in the catalogue."""

    code: str
    of: type[Playbook]
    looks_at: str
    look: Callable[[Case], Iterator[Finding]]


def fits(path: Path, pattern: Pattern) -> bool:
    """Whether a path is one that the pattern means."""
    if len(path) != len(pattern) or path[0] != pattern[0]:
        return False
    return all(want is ANY or want == step for step, want in zip(path, pattern, strict=True))


def fits_any(path: Path, patterns: Iterable[Pattern]) -> bool:
    """Whether a path is one that any of the patterns means; a pattern begins with the key of the file."""
    return any(fits(path, pattern) for pattern in patterns)
