"""A trainer's table of objections, questions, pitches or concessions to the draft of a playbook. Pure: bytes in, YAML text out.

Nothing is lost: what has no place in a playbook stands as a comment beside, and every doubt has a note with its cell.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from authoring import headings
from authoring.finding import Words
from authoring.headings import METHODS
from authoring.import_items import head, slug
from authoring.import_methods import collected
from authoring.notes import Note, Where, note
from authoring.refusal import Refused
from authoring.sheets import Reader, Sheet, fit, language_of_sheets, possible, understood
from authoring.skeleton import default_base, method_named
from authoring.tables import Table, read_tables
from authoring.traditional import to_traditional
from authoring.writing import comment, written
from coaching.ethics import Guard
from coaching.frozen import Language

_log = logging.getLogger(__name__)

_INTRODUCTION = (
    Words(
        en="A draft, made from {file}. Read every line before you use it; what this file leaves out is taken from {base}.",
        zh="由 {file} 生成的草稿。每一行都请看过再用；这里没有的内容取自 {base}。",
    ),
    Words(
        en="Words in square brackets are still to be written. Comments hold what had no place of its own.",
        zh="方头括号里的是待补的内容。没有位置的原文留在注释里。",
    ),
)
_REST = Words(en="What could not be placed:", zh="没有放进去的内容：")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
_LONGEST_NAME = 60


class Imported(NamedTuple):
    """The draft of a playbook (None where there is none), its method, and what is to be said about the table."""

    text: str | None
    method: str
    notes: tuple[Note, ...]


def import_table(
    file: str, data: bytes, guard: Guard, *, method: str | None = None, name: str | None = None, language: Language | None = None
) -> Imported:
    """The draft that a table makes; `file` is its name with its ending. Without `method` and `language` the table tells them.

    Raises Refused for a method that has no tables, and for a `name` that cannot be an id; for nothing that stands in the table.
    """
    wanted = importable(method) if method else None
    if name is not None:
        identifier(name)
    try:
        return _imported(file, data, guard, method=wanted, name=name, language=language)
    except Exception:  # noqa: BLE001 - the promise to trainers: a sentence, whatever comes
        _log.exception("a table could not be imported, and nobody foresaw why")
        return Imported(None, wanted or "", (note("damaged", file),))


def identifier(written: str) -> str:
    """The id of a playbook as a trainer wrote it. Raises Refused when it cannot be one."""
    if not _IDENTIFIER.fullmatch(written) or len(written) > _LONGEST_NAME:
        raise Refused(
            f"'{written[:40]}' cannot be an id: use small letters and digits, with - or _ between, for example fleet-objections.",
            f"“{written[:40]}”不能作 id：请用小写字母和数字，中间可用 - 或 _，例如 fleet-objections。",
        )
    return written


def importable(written: str) -> str:
    """The method that a trainer means, if tables can be imported for it. Raises Refused."""
    method = method_named(written)
    if method not in METHODS:
        raise Refused(
            f"Tables can be imported for {', '.join(METHODS)}. For {method} begin with: new {method}",
            f"表格可以导入成 {'、'.join(METHODS)}。{method} 请这样开始：new {method}",
        )
    return method


def _imported(
    file: str, data: bytes, guard: Guard, *, method: str | None, name: str | None, language: Language | None
) -> Imported:
    tables, notes = read_tables(file, data)
    if not tables:
        return Imported(None, method or "", notes)
    chosen = method or _method_of(tables)
    sheets = [sheet for table in tables if (sheet := understood(table, chosen))] if chosen else []
    if chosen is None or not sheets:
        return Imported(None, method or "", (*notes, _no_headings(file, tables, method)))
    notes = (*notes, *_left_out(file, tables, sheets, chosen))
    base_language = language or language_of_sheets(sheets, chosen)
    reader = Reader(file, chosen, base_language, guard)
    entries, lost = collected(chosen, (line for sheet in sheets for line in reader.lines(sheet)), reader)
    preface = [remark for sheet in sheets for remark in reader.above(sheet)]
    order = {table.name: number for number, table in enumerate(tables)}
    notes = (*notes, *sorted(reader.notes, key=lambda each: (each.row == 0, order.get(each.sheet, 0), each.row, each.column)))
    if not entries:
        column = headings.examples(chosen)[headings.needed(chosen)[0]]
        return Imported(None, chosen, (*notes, note("no-items", file, Where(sheets[0].table.name), column=column)))
    stem = PurePath(file).stem
    base = default_base(chosen)
    own = slug(stem).replace("_", "-")
    top = head(chosen, name or (own if own != base else "") or f"imported-{chosen}", base, base_language, _title(stem, chosen))
    lines = [_in(base_language, words).format(file=PurePath(file).name, base=base) for words in _INTRODUCTION]
    rest = [_in(base_language, _REST), *lost] if lost else []
    parts = ["".join(f"{line}\n" for text in texts for line in comment(text)) for texts in ([*lines, *preface], rest)]
    return Imported("\n".join(filter(None, (parts[0], written(top), written(entries), parts[1]))), chosen, notes)


def _method_of(tables: Sequence[Table]) -> str | None:
    """The method that fits the headings of the tables best."""
    found = {method: sum(fit(sheet) for table in tables if (sheet := understood(table, method))) for method in METHODS}
    best = max(found, key=lambda method: found[method])
    return best if found[best] else None


def _left_out(file: str, tables: Sequence[Table], sheets: Sequence[Sheet], chosen: str) -> list[Note]:
    """Notes about the sheets that are not of the method."""
    found = []
    for table in tables:
        if all(sheet.table is not table for sheet in sheets):
            fits = {method: fit(sheet) for method in METHODS if method != chosen and (sheet := understood(table, method))}
            where = Where(table.name, table.rows[0][0].where.row, 0)
            other = max(fits, key=lambda method: fits[method], default=None)
            found.append(note("other-method", file, where, other=other) if other else note("sheet-without-headings", file, where))
    return found


def _no_headings(file: str, tables: Sequence[Table], method: str | None) -> Note:
    first = [cell for row in tables[0].rows[:3] for cell in row if cell.text]
    seen = ", ".join(cell.text for cell in first)
    methods = [method] if method else METHODS
    slip = next((similar for cell in first for each in methods if (similar := headings.meant(each, cell.text))), None)
    if slip:
        return note("no-headings-similar", file, first[0].where, seen=seen, meant=slip)
    shown = headings.examples(method).values() if method else [headings.examples(each)[headings.needed(each)[0]] for each in METHODS]
    return note("no-headings", file, first[0].where, seen=seen, possible=possible(*shown))


def _title(stem: str, method: str) -> str:
    """The file's name as a title; the method where the name has signs that mean something in a playbook."""
    title = " ".join(re.sub(r"[{}<>&%#\x00-\x1f]", " ", stem).split())
    return title[:60] or method


def _in(language: Language, words: Words) -> str:
    said = words.in_language(language)
    return to_traditional(said) if language == "zh-Hant" else said
