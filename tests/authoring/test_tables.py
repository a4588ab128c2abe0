"""Bytes to tables: workbooks, text in any of the usual encodings, Markdown out of a chat; and a sentence where there is no table."""

import io
import time
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from authoring import tables
from authoring.tables import guessed_encoding, read_tables

SIMPLIFIED = "异议,回应\n太贵了,您是跟哪一家比的？\n"
TRADITIONAL = "異議,回應\n太貴了,您是跟哪一家比的？\n"


def workbook(*sheets: list[list[object]]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
    return book


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def texts(file: str, data: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in read_tables(file, data).tables]


def codes(file: str, data: bytes) -> list[tuple[str, str]]:
    return [(note.code, str(note.where)) for note in read_tables(file, data).notes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_simplified_text_is_read_in_whichever_encoding_it_was_saved(encoding):
    assert texts("a.csv", SIMPLIFIED.encode(encoding)) == [[["异议", "回应"], ["太贵了", "您是跟哪一家比的？"]]]


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "cp950", "utf-16-le"])
def test_traditional_text_is_read_in_whichever_encoding_it_was_saved(encoding):
    data = TRADITIONAL.encode(encoding)
    assert texts("a.csv", b"\xff\xfe" + data if encoding == "utf-16-le" else data)[0][0] == ["異議", "回應"]


@pytest.mark.parametrize(("file", "sign"), [("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.tsv", "\t")])
def test_cells_may_be_separated_by_what_spreadsheets_use(file, sign):
    assert texts(file, f"异议{sign}回应\r\n太贵了{sign}\"跟谁{sign}比？\n比什么？\"\r\n".encode()) == [
        [["异议", "回应"], ["太贵了", f"跟谁{' ' if sign == chr(9) else sign}比？\n比什么？"]]
    ]


def test_a_cell_of_text_is_known_by_its_line_even_behind_a_cell_of_several_lines():
    (table,) = read_tables("a.csv", '异议,回应\n太贵了,"甲\n乙"\n没钱,丙\n'.encode()).tables
    assert [str(row[1].where) for row in table.rows] == ["1:B", "2:B", "4:B"]


def test_a_workbook_gives_its_sheets_with_their_cells():
    book = workbook([["异议", "回应"], [None, None], ["太贵了", 46.5]], [["问题"], ["返工"]])
    first, second = read_tables("a.xlsx", saved(book)).tables
    assert (first.name, second.name) == ("表1", "表2")
    assert [[(cell.text, str(cell.where)) for cell in row] for row in first.rows] == [
        [("异议", "表1!A1"), ("回应", "表1!B1")], [("太贵了", "表1!A3"), ("46.5", "表1!B3")],
    ]  # fmt: skip


def test_the_words_of_merged_cells_stand_in_each_of_their_rows():
    book = workbook([["车队的异议"], ["异议", "回应"], ["太贵了", "甲"], [None, "乙"], [None, "丙"], ["没钱", "丁"]])
    book["表1"].merge_cells("A1:B1")
    book["表1"].merge_cells("A3:A5")
    assert [row[0] for row in texts("a.xlsx", saved(book))[0]] == ["车队的异议", "异议", "太贵了", "太贵了", "太贵了", "没钱"]


def test_numbers_dates_and_formulas_are_what_the_spreadsheet_shows():
    import datetime

    book = workbook([["数", 3, 4.0, 0.1, True, datetime.date(2026, 5, 20), datetime.datetime(2026, 5, 20, 9, 30), '=1+1', "_x000D_甲"]])
    assert texts("a.xlsx", saved(book)) == [[["数", "3", "4", "0.1", "true", "2026-05-20", "2026-05-20 09:30", "=1+1", "甲"]]]


def test_a_formula_is_taken_as_what_it_came_to_when_the_workbook_was_saved():
    data = saved(workbook([["异议", '="太"&"贵"']]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<v />", "<v>太贵</v>".encode()).replace(b"<v></v>", "<v>太贵</v>".encode())
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'<c r="B1">', b'<c r="B1" t="str">')
    assert texts("a.xlsx", packed(parts)) == [[["异议", "太贵"]]]


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_a_workbook_with_entities_is_refused_before_they_are_read():
    with zipfile.ZipFile(io.BytesIO(saved(workbook([["异议", "甲"]])))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        entity = b'<!DOCTYPE x [<!ENTITY b "bbbb">]>' + parts[name].split(b"?>")[-1]
        assert codes("a.xlsx", packed({**parts, name: entity})) == [("damaged", "")]
    assert texts("a.xlsx", packed(parts)) == [[["异议", "甲"]]]


def test_a_quote_that_is_never_closed_is_told_where_it_begins():
    assert codes("a.csv", b"a,b\n" + b'"' + b"a" * 200_000) == [("damaged", "2:A")]


def test_a_hidden_sheet_is_not_read_and_told():
    book = workbook([["异议"]], [["内部价"]])
    book["表2"].sheet_state = "hidden"
    assert texts("a.xlsx", saved(book)) == [[["异议"]]]
    assert codes("a.xlsx", saved(book)) == [("hidden-sheet", "表2")]


CHAT = """\
好的，整理如下：

## 车队客户

> | **异议** | 回应 | 备注 |
> | :--- | :---: | --- |
> | `太贵了`<br>比别家贵 | 您是跟 A\\|B 哪家比的？ |  |
> | 没钱 | R&amp;D 出不出？ | 真的 |

以上两条，供您参考。

｜问题｜暗示问题｜
｜---｜---｜
｜返工｜影响谁？｜
"""


def test_markdown_out_of_a_chat_is_read_with_its_lines():
    first, second = read_tables("a.md", CHAT.encode()).tables
    assert (first.name, second.name) == ("车队客户", "车队客户")
    assert [[cell.text for cell in row] for row in first.rows] == [
        ["异议", "回应", "备注"], ["太贵了\n比别家贵", "您是跟 A|B 哪家比的？", ""], ["没钱", "R&D 出不出？", "真的"],
    ]  # fmt: skip
    assert [str(row[0].where) for row in first.rows] == ["5:A", "7:A", "8:A"]
    assert [[cell.text for cell in row] for row in second.rows] == [["问题", "暗示问题"], ["返工", "影响谁？"]]


def test_markdown_is_known_by_its_line_of_dashes_whatever_the_file_is_called():
    assert texts("a.csv", "| 异议 | 回应 |\n|---|---|\n| 太贵了, 很贵 | 甲 |\n".encode()) == [[["异议", "回应"], ["太贵了, 很贵", "甲"]]]


DTD = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><workbook>&b;</workbook>'


@pytest.mark.parametrize(("file", "data", "code"), [
    ("a.csv", b"", "empty"),
    ("a.csv", b" \n,,\n", "empty"),
    ("a.xlsx", saved(workbook([[]])), "empty"),
    ("a.csv", b"\x00\x01\x02" * 50, "wrong-encoding"),
    ("a.csv", bytes(range(128, 256)) * 20, "wrong-encoding"),
    ("a.xlsx", b"PK\x03\x04 but no more", "damaged"),
    ("a.xlsx", saved(workbook([["异议"]]))[:-40], "damaged"),
    ("a.xlsx", packed({"xl/workbook.xml": b"<a", "xl/_rels/workbook.xml.rels": b"<a"}), "damaged"),
    ("a.xlsx", packed({"xl/workbook.xml": DTD, "xl/_rels/workbook.xml.rels": b"<a/>"}), "damaged"),
    ("a.docx", packed({"word/document.xml": b"<a/>"}), "not-a-table"),
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "not-a-table"),
    ("a.pdf", b"%PDF-1.7\n", "not-a-table"),
    ("a.csv", b"a" * (tables.LARGEST + 1), "file-too-large"),
    ("a.csv", b'"' + b"a" * 200_000, "damaged"),
])  # fmt: skip
def test_what_is_no_table_is_a_sentence_and_not_a_crash(file, data, code):
    found = read_tables(file, data)
    assert found.tables == ()
    assert [(note.code, note.about) for note in found.notes] == [(code, "error")]


def test_a_workbook_that_unpacks_to_a_mountain_is_refused_before_it_is_unpacked():
    bomb = packed({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b" " * (tables.LARGEST_UNPACKED + 1)})
    begun = time.monotonic()
    assert codes("a.xlsx", bomb) == [("file-too-large", "")]
    assert time.monotonic() - begun < 2


def test_of_very_many_rows_the_first_are_read_and_the_rest_is_told():
    data = ("异议,回应\n" + "太贵了,甲\n" * 100_000).encode()
    begun = time.monotonic()
    found = read_tables("a.csv", data)
    assert len(found.tables[0].rows) == tables.MOST_ROWS
    assert [(note.code, str(note.where)) for note in found.notes] == [("rows-left-out", f"{tables.MOST_ROWS + 1}:A")]
    assert time.monotonic() - begun < 10


def test_several_sheets_share_the_room():
    many = [["太贵了"]] * 1_500
    found = read_tables("a.xlsx", saved(workbook(many, many)))
    assert sum(len(table.rows) for table in found.tables) == tables.MOST_ROWS
    assert [str(note.where) for note in found.notes] == ["表2!A501"]


def test_a_cell_as_long_as_a_book_is_cut_and_told():
    found = read_tables("a.csv", ("异议\n" + "贵" * 5_000 + "\n").encode())
    assert len(found.tables[0].rows[1][0].text) == tables.LONGEST_CELL
    assert codes("a.csv", ("异议\n" + "贵" * 5_000 + "\n").encode()) == [("cell-too-long", "2:A")]


def test_a_character_that_was_lost_before_is_told():
    data = ("异议,回应\n太\ufffd了," + "跟谁比？" * 50 + "\n").encode()
    assert texts("a.csv", data)[0][1][0] == "太□了"
    assert codes("a.csv", data) == [("broken-characters", "2:A")]


def test_signs_that_nobody_sees_are_left_out():
    assert texts("a.csv", "异\u200b议\ufeff\u3000\n \u00a0太贵了\u202e\n".encode()) == [[["异议"], ["太贵了"]]]


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.md", "a.tsv", ""]))
@settings(deadline=None)
def test_any_bytes_are_tables_or_an_error_with_a_sentence(data, file):
    found = read_tables(file, data)
    assert bool(found.tables) != any(note.about == "error" for note in found.notes)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_workbook_with_any_byte_changed_is_tables_or_an_error(data):
    whole = bytearray(BOOK)
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = read_tables("a.xlsx", bytes(whole))
    assert bool(found.tables) != any(note.about == "error" for note in found.notes)


BOOK = saved(workbook([["异议", "回应"], ["太贵了", "甲"]]))


@pytest.mark.parametrize(("data", "encoding"), [
    ("太贵了".encode(), "utf-8"), ("太贵了，没有预算".encode("gbk"), "gb18030"),
    ("太貴了，沒有預算".encode("big5"), "big5hkscs"), (b"\xff\xff\xff\xfe" * 9, None),
])  # fmt: skip
def test_an_encoding_that_nobody_wrote_down_is_told_by_the_characters(data, encoding):
    assert guessed_encoding(data) == encoding
