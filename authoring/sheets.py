"""A table with understood headings: which column is which key, in which language, and its rows as sayings with their cells.

Splits cells into single wordings, and keeps aside what no playbook should take over as words. Knows headings; no method's items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from authoring import headings
from authoring.finding import Words
from authoring.headings import choice, recognised
from authoring.notes import Note, Where, note
from authoring.tables import Cell, Row, Table
from coaching import templates
from coaching.ethics import Guard
from coaching.frozen import Language
from coaching.reading.text import language_of, typed

HEADER_ROWS = 20
"""The headings are looked for in so many rows from the top."""

LONGEST_HEADING = 16

# Keys under which stands no sentence: choices, names, dates.
CHOSEN = frozenset({"class", "cause", "roles", "kind", "tactic", "name", "date", "answers"})
# Several wordings may stand in one cell of these.
LISTED = frozenset({"heard", "keywords", "facts", "implications", "need_payoffs", "never", "extras", "question"})
# What the client says, or what one must not say: shown as it is, and no matter for the lists of ethics.
NOT_OURS = frozenset({"heard", "keywords", "never"})

_HARDLY = 5
"""One cell in so many with Chinese in it makes a column Chinese: names of products stand in Latin letters everywhere."""

_FORMULA = re.compile(r"=|[+\-@](?=[A-Za-z0-9])[A-Za-z0-9.+\-*/]*[(|!]|#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)")
_MARKER = r"(?:\d{1,2}[.、)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳]|[-•·●▪*–—](?=\s))\s*"
_NUMBERED = re.compile(rf"(?:^|\n|(?<=[。；;？?！!\s]))\s*{_MARKER}")
_BETWEEN = re.compile(r"\s*[；;\n]\s*")
_BETWEEN_KEYWORDS = re.compile(r"\s*[；;\n、，,/／|]\s*")
_BEHIND_QUESTION = re.compile(r"(?<=[？?])\s*(?=[^\s？?”\"」』)）])")
_SLASH = re.compile(r"(?<=[^\s/\dA-Za-z元块]{2})\s*[/／]\s*(?=[^\s/\dA-Za-z]{2})|\s[/／]\s")
_QUOTED = re.compile(r"[“\"「『‘]([^“”\"「」『』‘’]+)[”\"」』’]")


class Saying(NamedTuple):
    """One wording, in one or two languages, and the cell that it comes from."""

    words: Mapping[Language, str]
    where: Where

    def plain(self) -> str:
        """The wording as it is compared: the first language's, without signs at its edges."""
        return _plain(next(iter(self.words.values()), ""))

    def joined(self, other: Saying) -> Saying | None:
        """This saying with the languages of another one that says the same; None where the two differ in a language."""
        if any(_plain(self.words.get(language, words)) != _plain(words) for language, words in other.words.items()):
            return None
        shared = self.words.keys() & other.words.keys()
        return Saying({**other.words, **self.words}, self.where) if shared else None


@dataclass
class Line:
    """One row: what is said under each key, the cells with choices, and remarks to keep beside them."""

    where: Where
    said: dict[str, list[Saying]] = field(default_factory=dict)
    chosen: dict[str, Cell] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


class Sheet(NamedTuple):
    """A table whose headings are understood: the row of the headings (from 0), the keys and the unknown headings by column (from 0)."""

    table: Table
    header: int
    columns: Mapping[int, str]
    unknown: Mapping[int, Cell]

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the headings; headings that are repeated on a further page are none."""
        top = {number: cell.text for number, cell in enumerate(self.table.rows[self.header]) if cell.text}
        below = self.table.rows[self.header + 1 :]
        return tuple(row for row in below if {number: cell.text for number, cell in enumerate(row) if cell.text} != top)


def _plain(words: str) -> str:
    return re.sub(r"[\s。.！!？?，,“”\"'…~～]+", "", words).casefold()


def understood(table: Table, method: str) -> Sheet | None:
    """The table as one of this method; None where its first rows hold no headings that are needed."""
    best: tuple[int, Sheet] | None = None
    for header, row in enumerate(table.rows[:HEADER_ROWS]):
        found = {number: recognised(method, cell.text) for number, cell in enumerate(row) if cell.text}
        columns = {number: key for number, key in found.items() if key}
        fits = set(columns.values()) & set(headings.needed(method)) and _are_headings(row, columns)
        if fits and (best is None or len(columns) > best[0]):
            unknown = {number: row[number] for number in found if number not in columns}
            best = len(columns), Sheet(table, header, columns, unknown)
    return best[1] if best else None


def _are_headings(row: Row, columns: Mapping[int, str]) -> bool:
    """Whether a row with these known words is one of headings, and not a row of sentences that happens to have one of them."""
    if len(columns) > 2:
        return True
    # A single F or B is a heading only among its like.
    wordy = any(len(row[number].text) > 1 for number in columns)
    return wordy and (len(columns) == 2 or all(len(cell.text) <= LONGEST_HEADING for cell in row))


def fit(sheet: Sheet) -> int:
    """How well a table fits the method that it was understood as: its keys, and its columns of choices with choices in them."""
    keys = set(sheet.columns.values())
    return len(keys) + sum(_are_choices(sheet, key) for key in ("class", "kind") if key in keys)


def language_of_sheets(sheets: Iterable[Sheet], method: str) -> Language:
    """The language of the tables' main columns; of two side by side it is the Chinese one."""
    needed = set(headings.needed(method))
    main = [(sheet, number) for sheet in sheets for number, key in sheet.columns.items() if key in needed]
    found = [_language_of_column(sheet, number, "zh-Hans") for sheet, number in main]
    return next((language for language in found if language != "en"), found[0])


class Reader:
    """Reads the rows of sheets in one base language; `notes` are what is to be said about their cells."""

    def __init__(self, file: str, method: str, language: Language, guard: Guard) -> None:
        self.file, self.method, self.language, self.guard = file, method, language, guard
        self.notes: list[Note] = []

    def lines(self, sheet: Sheet) -> Iterator[Line]:
        """Every row of a sheet that says something, in its order."""
        self._tell_unknown(sheet)
        columns = self._columns(sheet)
        languages = {number: self._language(sheet, number, key) for number, key in columns.items()}
        for row in sheet.body:
            line = Line(next((cell.where for cell in row if cell.text), row[0].where))
            cells: dict[str, list[tuple[Language, Cell]]] = {}
            for number, key in columns.items():
                if number < len(row) and row[number].text:
                    cells.setdefault(key, []).append((languages[number], row[number]))
            for key, found in cells.items():
                if key in CHOSEN:
                    line.chosen[key] = found[0][1]
                    line.remarks += [f"{key}: {cell.text}" for _, cell in found[1:]]
                else:
                    line.said[key] = self._sayings(key, found, line)
            for number, heading in sheet.unknown.items():
                if number < len(row) and row[number].text and self._is_clean("", row[number].text, row[number].where, line):
                    line.remarks.append(f"{heading.text}: {row[number].text}")
            yield line

    def above(self, sheet: Sheet) -> list[str]:
        """What stands above the headings: the table's title, whose it is, how old."""
        line = Line(sheet.table.rows[0][0].where)
        for row in sheet.table.rows[: sheet.header]:
            line.remarks += [cell.text for cell in row if cell.text and self._is_clean("", cell.text, cell.where, line)]
        return line.remarks

    def note(self, code: str, where: Where = Where(), /, **details: str | int | Words) -> None:  # noqa: B008 - it never changes
        """Adds a note about a cell."""
        self.notes.append(note(code, self.file, where, **details))

    def _tell_unknown(self, sheet: Sheet) -> None:
        for cell in sheet.unknown.values():
            if similar := headings.meant(self.method, cell.text):
                self.note("unknown-heading-similar", cell.where, heading=cell.text, meant=similar)
            else:
                self.note("unknown-heading", cell.where, heading=cell.text, possible=possible(*headings.examples(self.method).values()))

    def _columns(self, sheet: Sheet) -> dict[int, str]:
        """The keys by column; in a bank of questions a column of 'problems' holds the questions."""
        columns = dict(sheet.columns)
        if self.method == "spin" and "question" not in columns.values():
            alone = not {"ask", "implications", "need_payoffs"} & set(columns.values())
            texts = [row[number].text for row in sheet.body for number, key in columns.items() if key == "problem" and number < len(row)]
            asked = sum(text.rstrip("”\"」").endswith(("？", "?")) for text in texts if text)
            if alone and texts and (_are_choices(sheet, "kind") or asked * 2 > sum(map(bool, texts))):
                columns = {number: "question" if key == "problem" else key for number, key in columns.items()}
        return columns

    def _language(self, sheet: Sheet, number: int, key: str) -> Language:
        """The language of a column: the base language, unless the column as a whole is clearly in another one."""
        if key in CHOSEN:
            return self.language
        found = _language_of_column(sheet, number, self.language)
        return self.language if (found == "en") == (self.language == "en") else found

    def _sayings(self, key: str, cells: Sequence[tuple[Language, Cell]], line: Line) -> list[Saying]:
        """The wordings of a row under one key; those of several languages side by side, in their order."""
        by_language: dict[Language, list[tuple[str, Where]]] = {}
        for language, cell in cells:
            kept = [text for text in wordings(key, cell.text) if self._is_clean(key, text, cell.where, line)]
            by_language.setdefault(language, []).extend((text, cell.where) for text in kept)
        ordered = sorted(by_language, key=lambda language: language != self.language)
        longest = max((len(texts) for texts in by_language.values()), default=0)
        made = []
        for number in range(longest):
            there = [language for language in ordered if number < len(by_language[language])]
            where = by_language[there[0]][number][1]
            made.append(Saying({language: by_language[language][number][0] for language in there}, where))
        return made

    def _is_clean(self, key: str, text: str, where: Where, line: Line) -> bool:
        """Whether a text may stand in a playbook; what may not is told, and kept as a remark where it does no harm."""
        if key not in NOT_OURS:
            verdict = self.guard.look(text)
            if verdict is not None and verdict.level == "block":
                alternative = Words(en=verdict.alternative_en, zh=verdict.alternative_zh)
                self.note("blocked", where, piece=text[slice(*verdict.span)], rule=verdict.rule, alternative=alternative)
                line.remarks.append(f"({where}) {verdict.rule}: {alternative.in_language(self.language)}")
                return False
        if not key:
            return True
        if _FORMULA.match(text):
            self.note("formula", where, piece=text)
        elif templates.faults(text) or templates.names_with_places(text):
            self.note("braces", where, piece=text)
        else:
            return True
        line.remarks.append(f"({where}) {text}")
        return False


def wordings(key: str, text: str) -> list[str]:
    """The single wordings in a cell: by signs between them, by numbers and bullets in front; of other keys only by the latter."""
    if key == "keywords":
        parts = _BETWEEN_KEYWORDS.split(text)
    elif _NUMBERED.match(text):
        parts = _NUMBERED.split(text)
    elif key == "ask":
        parts = text.split("\n")
    elif key in LISTED:
        parts = [question for part in _BETWEEN.split(text) for question in _BEHIND_QUESTION.split(part)]
        parts = [piece for part in parts for piece in (_SLASH.split(part) if key in ("heard", "never") else [part])]
    else:
        parts = [text]
    return list(dict.fromkeys(stripped for part in parts if (stripped := _unquoted(part.strip(" \n；;")))))


def possible(*headings_shown: Words) -> Words:
    """Headings in a row, as they are shown."""
    return Words(en=", ".join(each.en for each in headings_shown), zh="、".join(each.zh for each in headings_shown))


def _language_of_column(sheet: Sheet, number: int, otherwise: Language) -> Language:
    """The language of a column: English only where hardly a cell has Chinese in it; formulas are in none."""
    cells = [row[number].text for row in sheet.body[:200] if number < len(row) and row[number].text]
    found = [typed(text, 400) for text in cells if not _FORMULA.match(text)]
    chinese = [text for text in found if text.chinese]
    if len(chinese) * _HARDLY >= len(found) > 0:
        counted = Counter(language_of(text, "zh-Hans") for text in chinese)
        return max(("zh-Hans", "zh-Hant"), key=lambda script: counted[script])
    return "en" if any(text.words for text in found) else otherwise


def _are_choices(sheet: Sheet, key: str) -> bool:
    texts = [row[number].text for row in sheet.body for number, each in sheet.columns.items() if each == key and number < len(row)]
    filled = [text for text in texts if text]
    return bool(filled) and sum(choice(key, text) is not None for text in filled) * 2 > len(filled)


def _unquoted(text: str) -> str:
    whole = _QUOTED.fullmatch(text)
    return whole.group(1).strip() if whole else text
