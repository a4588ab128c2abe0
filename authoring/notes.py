"""What `import` tells about a table: a code, the sheet and cell, what it is and what to do, in two languages. Knows no table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml
from pydantic import Field

from authoring.finding import Words
from coaching.frozen import Frozen, Language

LONGEST_QUOTE = 40
"""Characters of a cell that a note shows before it is cut."""

_WORDS = Path(__file__).parent / "words" / "import.yaml"
About = Literal["error", "warning", "note"]


class Where(NamedTuple):
    """A cell: its sheet (empty in a text file), its row (in a text file the line) and its column, both from 1; 0 for none."""

    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it: `B7`; empty where none is meant."""
        return f"{letters(self.column)}{self.row}" if self.row and self.column else ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{self.row}:{letters(self.column)}" if self.cell else ""


class Note(Frozen):
    """One thing that a trainer should know about an import."""

    file: str
    sheet: str
    row: int
    column: int
    about: About
    code: str
    message: Words
    hint: Words

    @property
    def where(self) -> Where:
        """The cell that is meant."""
        return Where(self.sheet, self.row, self.column)


class _Wording(Frozen):
    about: About
    en: str
    zh: str
    hint_en: str = Field(alias="hint-en")
    hint_zh: str = Field(alias="hint-zh")


def note(code: str, file: str, where: Where = Where(), /, **details: str | int | Words) -> Note:  # noqa: B008 - it never changes
    """The note with this code; details fill its words, cut and cleaned. Raises KeyError for a code or detail that is not known."""
    words = wordings()[code]
    english = {name: _shown(value, "en") for name, value in details.items()}
    chinese = {name: _shown(value, "zh-Hans") for name, value in details.items()}
    return Note(
        file=file,
        sheet=where.sheet,
        row=where.row,
        column=where.column,
        about=words.about,
        code=code,
        message=Words(en=words.en.format_map(english), zh=words.zh.format_map(chinese)),
        hint=Words(en=words.hint_en.format_map(english), zh=words.hint_zh.format_map(chinese)),
    )


def letters(column: int) -> str:
    """A column's name in a spreadsheet: A, B … Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def as_text(notes: tuple[Note, ...], language: Language) -> str:
    """The notes for people, a line each: file, sheet and cell, what it is, what to do."""
    return "".join(f"{_line(each, language)}\n" for each in notes)


def as_json(notes: tuple[Note, ...], language: Language) -> list[dict[str, Any]]:
    """The notes for programs; rows and columns count from 1, 0 where the whole sheet or file is meant."""
    return [
        {
            "file": each.file,
            "sheet": each.sheet,
            "cell": each.where.cell,
            "line": each.row,
            "column": each.column,
            "severity": each.about,
            "code": each.code,
            "message": each.message.in_language(language),
            "hint": each.hint.in_language(language),
        }
        for each in notes
    ]


@cache
def wordings() -> Mapping[str, _Wording]:
    """All notes that there are, by code."""
    return {code: _Wording.model_validate(words) for code, words in yaml.safe_load(_WORDS.read_text(encoding="utf-8")).items()}


def _line(each: Note, language: Language) -> str:
    place = ":".join(part for part in (each.file, str(each.where)) if part)
    sentences = [part for part in (each.message.in_language(language), each.hint.in_language(language)) if part]
    return f"{place}: {(' ' if language == 'en' else '').join(sentences)} [{each.code}]"


def _shown(value: str | int | Words, language: Language) -> str:
    if isinstance(value, Words):
        return value.in_language(language)
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"
