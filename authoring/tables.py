"""The bytes of a spreadsheet, of comma-separated text or of Markdown to tables of texts, each with its cell. Knows no playbook.

Whatever the bytes are, the answer is tables or a sentence, in bounded time: sizes are looked at before anything is unpacked, and rows
are read only as far as a playbook could have use for them.
"""

from __future__ import annotations

import codecs
import csv
import html
import io
import logging
import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple
from xml.etree import ElementTree

from authoring.finding import Words
from authoring.notes import Note, Where, note

_log = logging.getLogger(__name__)

LARGEST = 20_000_000
"""Bytes of the largest file that is looked at."""

LARGEST_UNPACKED = 50_000_000
"""Bytes of a workbook after it is unpacked: some 150,000 rows."""

MOST_ROWS = 2_000
"""Rows of all tables together that are read; a playbook holds some hundred items."""

MOST_COLUMNS = 40
LONGEST_CELL = 2_000
LOST = "□"
"""Stands where a character was lost before the table came to us."""

_ZIP, _OLD, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_ESCAPED_SIGN = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SEPARATOR = re.compile(r"\s*\|?(?:\s*:?[-—－–]+:?\s*\|)+(?:\s*:?[-—－–]+:?\s*)?|\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_MARK_OF_CHAT = re.compile(r"\s*(?:>\s*)+")


class Cell(NamedTuple):
    """A text and where it stands."""

    text: str
    where: Where


Row = tuple[Cell, ...]


class Table(NamedTuple):
    """One sheet or one Markdown table; each row has all its columns, empty ones too."""

    name: str
    rows: tuple[Row, ...]


class Tables(NamedTuple):
    """What could be read of a file, and what is to be said about it; without tables there is an error among the notes."""

    tables: tuple[Table, ...]
    notes: tuple[Note, ...]


def read_tables(file: str, data: bytes) -> Tables:
    """The tables in these bytes; `file` is the name that notes speak of, and its ending tells text files apart. Never raises."""
    try:
        return _Reader(file).read(data)
    except Exception:  # noqa: BLE001 - the promise to trainers: a sentence, whatever comes
        _log.exception("a table could not be read, and the reader did not foresee why")
        return Tables((), (note("damaged", file),))


def guessed_encoding(data: bytes) -> str | None:
    """The encoding of a text file that is not marked: UTF-8, else the Chinese one in which most characters are everyday ones."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        shares = {encoding: _everyday_share(data[:20_000], encoding) for encoding in ("gb18030", "big5hkscs")}
        best = max(shares, key=lambda encoding: shares[encoding])
        return best if shares[best] > 0.5 else None
    return "utf-8"


class _Reader:
    """One file on its way to tables; `room` is the number of rows that may still be read."""

    def __init__(self, file: str) -> None:
        self.file, self.notes, self.room = file, list[Note](), MOST_ROWS

    def read(self, data: bytes) -> Tables:
        tables = self._tables(data)
        filled = tuple(table for table in (self._tidied(table) for table in tables) if table.rows)
        if not filled and not any(each.about == "error" for each in self.notes):
            self._note("empty")
        return Tables(filled, tuple(self.notes))

    def _note(self, code: str, where: Where = Where(), /, **details: str | int | Words) -> None:  # noqa: B008 - it never changes
        self.notes.append(note(code, self.file, where, **details))

    def _tables(self, data: bytes) -> list[Table]:
        if len(data) > LARGEST:
            self._note("file-too-large", size=_megabytes(len(data)), limit=_megabytes(LARGEST))
            return []
        if data.startswith(_ZIP):
            return self._workbook(data)
        if data.startswith((_OLD, _PDF)):
            kind = Words(en="PDF", zh="PDF") if data.startswith(_PDF) else Words(
                en="an old Excel or Word file, or one with a password", zh="旧版 Excel 或 Word 文件，或设了密码"
            )
            self._note("not-a-table", kind=kind)
            return []
        text = self._text(data)
        if text is None:
            self._note("wrong-encoding")
            return []
        markdown = self.file.lower().endswith((".md", ".markdown", ".txt")) or any(map(_SEPARATOR.fullmatch, text[:20_000].split("\n")))
        return list(self._markdown(text)) if markdown else self._separated(text)

    def _text(self, data: bytes) -> str | None:
        for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
            if data.startswith(mark):
                return _decoded(data, encoding)
        guess = guessed_encoding(data)
        return _decoded(data, guess) if guess else None

    def _separated(self, text: str) -> list[Table]:
        first = text[:20_000].split("\n")[:20]
        sign = "\t" if self.file.lower().endswith(".tsv") else max(",\t;", key=lambda each: sum(line.count(each) for line in first))
        rows: list[Row] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        line = 1
        try:
            for cells in reader:
                row = tuple(Cell(each, Where("", line, number)) for number, each in enumerate(cells[:MOST_COLUMNS], 1))
                line = reader.line_num + 1
                if any(each.strip() for each in cells):
                    if not self._has_room(row):
                        break
                    rows.append(row)
        except csv.Error:
            self._note("damaged", Where("", line, 1))
            return []
        return [Table("", tuple(rows))]

    def _markdown(self, text: str) -> Iterator[Table]:
        """Every run of lines with bars is a table; the heading above gives it its name."""
        name, rows = "", list[Row]()
        for number, line in enumerate([*text.replace("｜", "|").split("\n"), ""], 1):
            written = _MARK_OF_CHAT.sub("", line, count=1) if line.lstrip().startswith(">") else line
            if _PIPE.search(written):
                row = _cells_of_markdown(written, number)
                if not _SEPARATOR.fullmatch(written) and self._has_room(row):
                    rows.append(row)
                continue
            if len(rows) > 1:
                yield Table(name, tuple(rows))
            rows = []
            if written.startswith("#"):
                name = written.strip("# ").strip()

    def _workbook(self, data: bytes) -> list[Table]:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException

        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            if not self._is_harmless_workbook(archive):
                return []
            with warnings.catch_warnings():
                # The library warns about decoration that it leaves out; none of it is words.
                warnings.simplefilter("ignore")
                book = load_workbook(io.BytesIO(data), read_only=True)
                merged = {name: tuple(_merged(archive, path)) for name, path in _sheet_paths(archive).items()}
                tables = [
                    self._sheet(sheet.title, sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), merged.get(sheet.title, ()))
                    for sheet in book.worksheets
                    if self._is_shown(sheet.title, sheet.sheet_state)
                ]
                if not any(cell.text.startswith("=") for table in tables for row in table.rows for cell in row):
                    return tables
                computed = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
                return [_computed(table, computed[table.name].iter_rows(max_col=MOST_COLUMNS, values_only=True)) for table in tables]
        except (zipfile.BadZipFile, InvalidFileException, ElementTree.ParseError, KeyError, ValueError, TypeError, EOFError, OSError):
            self._note("damaged")
            return []

    def _is_harmless_workbook(self, archive: zipfile.ZipFile) -> bool:
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if unpacked > LARGEST_UNPACKED or len(members) > 5_000:
            self._note("file-too-large", size=_megabytes(unpacked), limit=_megabytes(LARGEST_UNPACKED))
            return False
        if "xl/workbook.xml" not in archive.namelist():
            self._note("not-a-table", kind=Words(en="packed, but no Excel workbook", zh="是压缩文件，但不是 Excel 工作簿"))
            return False
        for member in members:
            if member.filename.endswith((".xml", ".rels")):
                with archive.open(member) as part:
                    if b"<!DOCTYPE" in part.read(2_000):
                        self._note("damaged")
                        return False
        return True

    def _is_shown(self, name: str, state: str) -> bool:
        if state != "visible":
            self._note("hidden-sheet", Where(name))
        return state == "visible"

    def _sheet(self, name: str, rows: Iterable[tuple[object, ...]], merged: tuple[_Range, ...]) -> Table:
        made: list[Row] = []
        for number, values in enumerate(rows, 1):
            texts = [_as_text(value) for value in values]
            if number > MOST_ROWS * 10:
                # Formatted to the last row of the sheet, with nothing in it.
                break
            if any(texts):
                row = tuple(Cell(text, Where(name, number, column)) for column, text in enumerate(texts, 1))
                if not self._has_room(row):
                    break
                made.append(row)
        width = max((cell.where.column for row in made for cell in row if cell.text), default=0)
        return Table(name, _repeated([row[:width] for row in made], merged))

    def _has_room(self, row: Row) -> bool:
        """Whether one more row is read; the first that is not is told."""
        self.room -= 1
        if self.room == -1:
            self._note("rows-left-out", row[0].where, count=MOST_ROWS)
        return self.room >= 0

    def _tidied(self, table: Table) -> Table:
        """The table without empty rows, its texts clean and of a length that can be said."""
        rows = [tuple(self._clean(cell) for cell in row) for row in table.rows]
        kept = tuple(row for row in rows if any(cell.text for cell in row))
        return Table(table.name, kept)

    def _clean(self, cell: Cell) -> Cell:
        if not cell.text:
            return cell
        text = cell.text.replace("\r\n", "\n").replace("\r", "\n")
        text = _ODD_SPACE.sub(" ", _UNSEEN.sub("", text))
        text = "\n".join(line.strip() for line in text.split("\n")).strip()
        if "\ufffd" in text:
            self._note("broken-characters", cell.where)
            text = text.replace("\ufffd", LOST)
        if len(text) > LONGEST_CELL:
            self._note("cell-too-long", cell.where, count=len(text), limit=LONGEST_CELL)
            text = text[:LONGEST_CELL].rstrip()
        return cell._replace(text=text)


class _Range(NamedTuple):
    """Cells that were merged, rows and columns from 1, both ends included."""

    column: int
    first: int
    last: int


def _merged(archive: zipfile.ZipFile, path: str) -> Iterator[_Range]:
    """The merged cells of a sheet that reach over several rows, by the column that holds their words; found without parsing."""
    if path not in archive.namelist():
        return
    before = b""
    with archive.open(path) as part:
        while chunk := part.read(1_000_000):
            text = before + chunk
            for left, first, _, last in _MERGED.findall(text):
                if int(first) < int(last):
                    yield _Range(_column(left.decode()), int(first), int(last))
            # A range that ends exactly here is found twice, which does no harm.
            before = text[-100:]


def _repeated(rows: list[Row], merged: tuple[_Range, ...]) -> tuple[Row, ...]:
    """The rows with the words of merged cells in each of their rows."""
    at = {row[0].where.row: number for number, row in enumerate(rows)}
    made = [list(row) for row in rows]
    for column, first, last in merged[:MOST_ROWS]:
        if first in at and column <= len(made[at[first]]):
            words = made[at[first]][column - 1].text
            for number in range(first + 1, min(last, first + MOST_ROWS) + 1):
                if number in at and column <= len(made[at[number]]) and not made[at[number]][column - 1].text:
                    made[at[number]][column - 1] = made[at[number]][column - 1]._replace(text=words)
    return tuple(tuple(row) for row in made)


def _computed(table: Table, rows: Iterable[tuple[object, ...]]) -> Table:
    """The table with what its formulas came to when the workbook was saved; a formula that came to nothing stays as it is written."""
    last = table.rows[-1][0].where.row if table.rows else 0
    values = dict(zip(range(1, last + 1), rows, strict=False))

    def value(cell: Cell) -> Cell:
        row = values.get(cell.where.row, ())
        came_to = _as_text(row[cell.where.column - 1]) if cell.text.startswith("=") and cell.where.column <= len(row) else ""
        return cell._replace(text=came_to) if came_to else cell

    return Table(table.name, tuple(tuple(map(value, row)) for row in table.rows))


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """The parts of a workbook that hold its sheets, by the sheets' names."""
    targets = {
        each.get("Id"): each.get("Target", "") for each in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    }
    found = {}
    for each in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():  # noqa: S314
        if each.tag.endswith("}sheet"):
            target = targets.get(next((value for name, value in each.attrib.items() if name.endswith("}id")), ""), "")
            found[each.get("name", "")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return found


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _as_text(value: object) -> str:
    """A cell's value as a trainer reads it in the spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    if isinstance(value, datetime):
        return value.date().isoformat() if (value.hour, value.minute) == (0, 0) else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    # A formula over several cells is an object of the library that has its words in it.
    text = str(getattr(value, "text", value))
    return _ESCAPED_SIGN.sub(lambda sign: chr(int(sign.group(1), 16)), text).strip()


def _cells_of_markdown(line: str, number: int) -> Row:
    parts = _PIPE.split(line.strip())
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    return tuple(Cell(_plain_markdown(part), Where("", number, column)) for column, part in enumerate(parts[:MOST_COLUMNS], 1))


def _plain_markdown(text: str) -> str:
    text = _EMPHASIS.sub(r"\2", text.replace("\\|", "|").strip())
    return html.unescape(_BREAK.sub("\n", text))


def _decoded(data: bytes, encoding: str) -> str | None:
    text = data.decode(encoding, errors="replace")
    strange = sum(text.count(sign) for sign in ("\x00", "\ufffd"))
    return None if strange * 100 > len(text) else text.replace("\r\n", "\n").replace("\r", "\n")


def _everyday_share(sample: bytes, encoding: str) -> float:
    """How many of the characters beyond ASCII are in the first, frequent half of the encoding's national set."""
    text = [letter for letter in sample.decode(encoding, errors="replace") if letter > "\x7f"]
    last = 0xD7 if encoding == "gb18030" else 0xC6
    national = "gb2312" if encoding == "gb18030" else "big5"
    leads = (letter.encode(national, errors="replace")[0] for letter in text)
    return sum(0xA1 <= lead <= last for lead in leads) / max(len(text), 1)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
