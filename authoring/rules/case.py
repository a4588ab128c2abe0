"""What a rule of sense looks at: one sound playbook with its file, every text that stands in it, and the playbooks around it.

What a playbook takes from its base is in `book` and not among `texts`: it is judged where it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from authoring import fields
from authoring.document import Document, Path
from authoring.fields import Option
from authoring.finding import Finding, Words
from authoring.library import METHODS
from authoring.spoken import base_language
from coaching.edition import Preparation
from coaching.frozen import Language
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

    def like(self, *patterns: Pattern) -> Iterator[Said]:
        """The texts whose place fits one of the patterns."""
        return (said for said in self.texts if any(fits(said.path, pattern) for pattern in patterns))

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
    return len(path) == len(pattern) and all(want is ANY or want == step for step, want in zip(path, pattern, strict=True))
