"""Every finding there is: its code, its words in two languages, a wrong and a right example. Findings are made here and nowhere else."""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml
from pydantic import Field

from authoring.finding import Finding, Place, Severity, Words
from coaching.frozen import Frozen

LONGEST_QUOTE = 40
"""Characters of a trainer's own text that a message quotes before it is cut."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CODES = Path(__file__).parent / "codes"


class Wording(Frozen):
    """What one code says in one language; `hints` are the other remedies that the code knows, by name."""

    title: str
    explanation: str
    message: str
    hint: str
    hints: dict[str, str] = Field(default_factory=dict)

    def remedy(self, name: str) -> str:
        """The template of the remedy with this name; the usual one has no name."""
        return self.hints[name] if name else self.hint

    def placeholders(self, remedy: str) -> frozenset[str]:
        """The names that the message and one of its remedies need."""
        return _placeholders(self.message) | _placeholders(self.remedy(remedy))


class Entry(Frozen):
    """One code: a wrong example yields exactly this code, the right one beside it yields nothing."""

    severity: Severity = "error"
    en: Wording
    zh: Wording = Field(alias="zh-Hans")
    wrong: str
    right: str
    encoding: str = "utf-8"
    """How the bytes of the wrong example are written, where the encoding is the mistake."""
    repeat: int = 1
    """How often the wrong example stands in the file, where the size is the mistake."""

    def wrong_bytes(self) -> bytes:
        """The wrong example as a file."""
        return (self.wrong * self.repeat).encode(self.encoding)


@cache
def chapters() -> Mapping[str, Mapping[str, Entry]]:
    """The whole catalogue: by chapter (the name of its file), and there by code, in the order in which the manual shows it."""
    return {
        chapter.stem: {code: Entry.model_validate(entry) for code, entry in _read(chapter).items()}
        for chapter in sorted(_CODES.glob("*.yaml"))
    }


@cache
def entries() -> Mapping[str, Entry]:
    """The whole catalogue by code. Raises ValueError for a code that stands there twice."""
    found: dict[str, Entry] = {}
    for chapter, codes in chapters().items():
        if twice := found.keys() & codes.keys():
            raise ValueError(f"{chapter} explains again what another chapter explains: {sorted(twice)}")
        found |= codes
    return found


def finding(code: str, file: str, place: Place, remedy: str = "", /, **details: str | int | Words) -> Finding:
    """The finding with this code at this place; `remedy` names one of its other hints.

    `details` fill the placeholders of the words; what comes from the file is cut and cleaned.
    Raises KeyError for a code, a remedy or a detail that the catalogue does not know, or for a missing detail.
    """
    entry = entries()[code]
    needed = entry.en.placeholders(remedy)
    if needed != set(details):
        raise KeyError(f"{code} needs {sorted(needed)} and got {sorted(details)}")
    english = {name: _shown(value, "en") for name, value in details.items()}
    chinese = {name: _shown(value, "zh") for name, value in details.items()}
    message = entry.en.message.format_map(english)
    return Finding(
        file=file,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        severity=entry.severity,
        code=code,
        message=Words(en=message[:1].upper() + message[1:], zh=entry.zh.message.format_map(chinese)),
        hint=Words(en=entry.en.remedy(remedy).format_map(english), zh=entry.zh.remedy(remedy).format_map(chinese)),
    )


def _shown(value: str | int | Words, language: str) -> str:
    if isinstance(value, Words):
        return value.en if language == "en" else value.zh
    text = "".join(c if c.isprintable() or c == "\u3000" else " " for c in str(value)).strip()
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def _read(chapter: Path) -> dict[str, Any]:
    # The C loader: whoever checks one file does not want to wait for the catalogue.
    return cast("dict[str, Any]", yaml.load(chapter.read_text(encoding="utf-8"), _LOADER))  # noqa: S506 - it is a safe one


@cache
def _placeholders(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)
