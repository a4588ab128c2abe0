"""Pass 1: files to documents with places, and a trainer's slips to findings."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from authoring.finding import Checked
from authoring.read import read
from tests.authoring.sample import PLAYBOOK, check, document


def found(text: str | bytes) -> list[tuple[int, int, str]]:
    checked = read("fleet.yaml", text if isinstance(text, bytes) else text.encode())
    assert (checked.value is None) == any(one.severity == "error" for one in checked.findings)
    return [(one.line, one.column, one.code) for one in checked.findings]


def data(text: str) -> Any:
    return document(text).data


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("false", False), ("null", None), ("", None), ("5", 5), ("-3", -3), ("0", 0), ("12.50", 12.5), ("-0.5", -0.5),
        ("no", "no"), ("on", "on"), ("Yes", "Yes"), ("True", "True"), ("~", "~"), ("Null", "Null"), ("1:30", "1:30"), ("012", "012"),
        ("2024-01-01", "2024-01-01"), ("1_000", "1_000"), ("0x10", "0x10"), (".inf", ".inf"), (".5", ".5"), ("5.", "5."), ("+5", "+5"),
        ("1e3", "1e3"), ("1,000", "1,000"), ("'5'", "5"), ('"true"', "true"), ("13800138000", 13800138000),
        ("6222020000000000000", "6222020000000000000"), ("=", "="), ("５", "５"),
    ],
)  # fmt: skip
def test_only_true_false_null_and_plain_numbers_are_more_than_text(written: str, value: object) -> None:
    result = data(f"a: {written}\n")["a"]
    assert result == value and type(result) is type(value)


def test_keys_are_always_text() -> None:
    assert data("1: a\ntrue: b\nnull: c\n2024-01-01: d\n") == {"1": "a", "true": "b", "null": "c", "2024-01-01": "d"}


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    checked = read("fleet.yaml", b"\xef\xbb\xbftitle: a\r\nnotes: |\r\n  b\r\n  c\r\n")
    assert checked.value is not None
    assert checked.value.data == {"title": "a", "notes": "b\nc\n"}
    assert checked.value.place(("notes",), "key")[:2] == (2, 1)


def test_every_key_and_value_has_its_place() -> None:
    read_document = document("title: 车队\ncards:\n  贵:\n    heard: [太贵, '比 别家']\n")
    assert {path: (spot.key and spot.key[:2], spot.value[:2]) for path, spot in read_document.spots.items()} == {
        (): (None, (1, 1)),
        ("title",): ((1, 1), (1, 8)),
        ("cards",): ((2, 1), (3, 3)),
        ("cards", "贵"): ((3, 3), (4, 5)),
        ("cards", "贵", "heard"): ((4, 5), (4, 12)),
        ("cards", "贵", "heard", 0): (None, (4, 13)),
        ("cards", "贵", "heard", 1): (None, (4, 17)),
    }
    assert read_document.place(("cards", "贵", "heard", 1)) == (4, 17, 4, 23)


@pytest.mark.parametrize(
    "scalar",
    [
        "甲 {X} 乙",
        "'它''s {X} 乙'",
        '"\\u7532\\" {X} \\n 乙"',
        "|\n    甲\n\n      深 {X} 乙\n    丙",
        ">-\n    甲\n    乙 {X}\n\n    丙",
        "甲\n    乙 {X}\n    丙",
        "'甲\n\n    乙 {X}'",
        '"甲 \\\n    乙 {X}"',
    ],
)
def test_a_word_inside_a_text_is_found_however_the_text_is_written(scalar: str) -> None:
    text = f"first: 一\ntitle: {scalar}\n"
    read_document = document(text)
    offset = read_document.data["title"].index("{X}")
    place = read_document.place_within(("title",), offset, 3)
    line = next(number for number, each in enumerate(text.split("\n"), 1) if "{X}" in each)
    column = text.split("\n")[line - 1].index("{X}") + 1
    assert place == (line, column, line, column + 3)


@settings(max_examples=60)
@given(st.text(alphabet="ab太 \n\"'\\", min_size=1, max_size=30).filter(lambda words: words.strip()), st.data())
def test_every_character_of_a_quoted_text_is_found(words: str, draw: st.DataObject) -> None:
    written = '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    read_document = document(f"title: {written}\n")
    assert read_document.data["title"] == words
    offset = draw.draw(st.sampled_from([at for at, sign in enumerate(words) if sign not in " \n"]))
    line, column, _, _ = read_document.place_within(("title",), offset, 1)
    shown = f"title: {written}"[column - 1 :]
    assert line == 1 and shown.removeprefix("\\")[0] == words[offset]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title：a\nb: c\n", [(1, 6, "fullwidth-colon")]),
        ("a: b\ntitle：车队\nc：d\nz: 1\n", [(2, 6, "fullwidth-colon"), (3, 2, "fullwidth-colon")]),
        ("cards:\n  a：\n    heard: x\n", [(2, 4, "fullwidth-colon")]),
        ("cards:\n  a:\n    heard：x\n    ask：y\n", [(3, 10, "fullwidth-colon"), (4, 8, "fullwidth-colon")]),
        ("title：车队\n", [(1, 6, "fullwidth-colon")]),
        ("title:车队\nb: c\n", [(1, 6, "missing-space")]),
        ("a:\n  -x\n  -y\n", [(2, 3, "missing-space"), (3, 3, "missing-space")]),
        ("a:\n  — x\n  — y\n", [(2, 3, "list-mark"), (3, 3, "list-mark")]),
        ("“title”: a\n", [(1, 1, "fullwidth-quote")]),
        ('title: "太贵”\nb: "c"\n', [(1, 11, "fullwidth-quote")]),
        ('a: "x\nb: "y"\nc: "z\nd: 1\n', [(1, 4, "unclosed-quote"), (3, 4, "unclosed-quote")]),
        ("a: 'it's'\n", [(1, 8, "text-after-quote")]),
        ("a: [注意] 先听\n", [(1, 4, "reserved-start")]),
        ("a: > 客户说\n  太贵\n", [(1, 4, "reserved-start")]),
        ("a: {{ name }}\n", [(1, 4, "unquoted-braces")]),
        ("a: {% if b %}x{% endif %}\n", [(1, 4, "unquoted-braces")]),
        ("a: b\n\u00a0\u00a0c: d\n", [(2, 1, "odd-space")]),
        ("a: b\n\u3000c: d\n", [(2, 1, "odd-space")]),
        ("title: x\n  sub: y\n", [(2, 3, "bad-indentation")]),
        ("a:\n  - x\n - y\n", [(3, 2, "bad-indentation")]),
        ("a: 1\n- x\n", [(2, 1, "mixed-list")]),
        ("a: [x, y\nb: c\n", [(1, 4, "unclosed-bracket")]),
        ("a: {x: y\nb: c\n", [(1, 4, "unclosed-bracket")]),
        ("a: b\n...\nc: d\n", [(3, 1, "several-documents")]),
        ("# only a note\n", [(1, 1, "empty-file")]),
        ("a: 1\n\x85b: 2\n", [(2, 1, "control-character")]),
        ("a: 1\nb: \u202e太贵\n", [(2, 4, "invisible-character")]),
        ("a: &x 1\nb: *x\n", [(1, 4, "alias"), (2, 4, "alias")]),
        ("*x : 1\n", [(1, 1, "alias")]),
        ("a: !!str 5\nb: !mine {c: d}\n", [(1, 4, "tag"), (2, 4, "tag")]),
        ("a: 1\nb: 2\na: 3\nb: 4\n", [(3, 1, "duplicate-key"), (4, 1, "duplicate-key")]),
        ("? [a]\n: b\n", [(1, 3, "complex-key")]),
        ("a:\n\tb: 1\n\tc: 2\nd：e\nf: g\n", [(2, 1, "tab-indent"), (4, 2, "fullwidth-colon")]),
    ],
)  # fmt: skip
def test_a_slip_is_found_at_its_place_and_the_ones_after_it_too(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ask: 您说：“太贵”？\n",
        "ask: “太贵”\n",
        "heard: [太贵了，不要, 比别家贵]\n",
        "note: |\n  title：a\n  -x\n  • y\n  \u3000\u3000缩进\n\tb\n".replace("\n\tb", "\n  \tb"),
        "note: 'a\n\n  b'\n",
        "url: https://example.org/a#b\n",
        "a: -5\nb: - 5\n".replace("b: - 5", "b: '- 5'"),
        "time: 9:30\n",
        "a: 5% 的人\n",
        "a: x # a note\n",
        "- SPIN：四类问题\n- 注意：先听\n",
        "ask:\n  注意：客户先说\n",
        "emoji: 👨‍👩‍👧 太\n",
    ],
)
def test_ordinary_chinese_writing_is_no_slip(text: str) -> None:
    assert found(text) == []


def test_a_remedy_for_the_first_slip_does_not_move_the_place_of_the_next() -> None:
    assert found("- “a：b: c”\n- d: e: f\n- 'g' h\n") == [(1, 3, "fullwidth-quote"), (2, 7, "colon-in-text"), (3, 6, "text-after-quote")]


@pytest.mark.parametrize(
    ("content", "encoding", "named"),
    [
        ("title: 车队客户的异议，太贵了", "gb18030", "GBK"),
        ("title: 車隊客戶的異議，太貴了", "big5", "Big5"),
        ("title: 车队", "utf-16", "UTF-16"),
        ("title: fleet", "utf-16-le", "UTF-16"),
        ("title: 车队", "utf-32", "UTF-32"),
        ("title: Gespräch", "latin-1", "unknown"),
    ],
)
def test_another_encoding_is_named_with_the_way_out(content: str, encoding: str, named: str) -> None:
    (finding,) = read("fleet.yaml", content.encode(encoding)).findings
    assert finding.code == "wrong-encoding"
    assert named in finding.message.en
    assert "UTF-8" in finding.hint.en and "另存为" in finding.hint.zh


def test_the_place_of_a_wrong_byte_is_the_first_one() -> None:
    assert found("title: a\nnotes: 太贵".encode() + "车队".encode("gb18030")) == [(2, 10, "wrong-encoding")]


def test_billion_laughs_are_refused_before_anything_is_built() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    checked = read("fleet.yaml", bomb.encode())
    assert checked.value is None
    assert {one.code for one in checked.findings} == {"alias"}
    assert checked.findings[0].line == 1


def test_an_object_of_python_is_refused_and_not_made(tmp_path: Any) -> None:
    target = tmp_path / "made"
    assert found(f"a: !!python/object/apply:pathlib.Path.touch ['{target}']\n") == [(1, 4, "tag")]
    assert not target.exists()


BIG = 50_000_000
NONSENSE: Mapping[str, Callable[[], bytes]] = {
    "zeros": lambda: bytes(BIG),
    "one letter": lambda: b"x" * BIG,
    "brackets": lambda: b"[" * 900_000,
    "braces": lambda: b"{" * 900_000,
    "dashes": lambda: b"- " * 450_000,
    "quotes": lambda: b'"' * 900_000,
    "colons": lambda: b": " * 450_000,
    "question marks": lambda: b"? " * 450_000,
    "tabs": lambda: b"\ta: b\n" * 150_000,
    "keys": lambda: b"".join(b"k%d: v\n" % number for number in range(80_000)),
    "one key again and again": lambda: b"k: v\n" * 180_000,
    "aliases": lambda: b"- *a\n" * 180_000,
    "anchors": lambda: b"- &a b\n" * 120_000,
    "full-width colons": lambda: "标题：值\n".encode() * 70_000,
    "full-width colons after keys": lambda: "title：值\n".encode() * 70_000,
    "open quotes": lambda: b'a: "b\n' * 150_000,
    "control characters": lambda: b"a: \x07\n" * 140_000,
    "indentation": lambda: b"".join(b" " * depth + b"a:\n" for depth in range(1_300)),
    "one long line": lambda: "太贵了，".encode() * 80_000,
    "notes": lambda: b"# x\n" * 240_000,
    "escapes": lambda: b'a: "' + b"\\x41" * 220_000 + b'"\n',
    "bad escapes": lambda: b'a: "' + b"\\q" * 400_000 + b'"\n',
    "a text of dashes": lambda: b"a: b\n" + b"  -c\n" * 180_000,
    "a text of lines": lambda: b"a: b\n" + b"  cd\n" * 180_000,
    "lists with Chinese commas": lambda: "- [a，b]\n".encode() * 90_000,
    "random bytes": lambda: bytes((number * number * 31 + number * 7) % 256 for number in range(900_000)),
}


@pytest.mark.parametrize("kind", list(NONSENSE))
def test_nonsense_of_any_size_is_answered_within_a_second(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    nonsense = NONSENSE[kind]()
    start = time.process_time()
    checked = read("fleet.yaml", nonsense)
    took = time.process_time() - start
    assert took < 1
    assert checked.findings or checked.value is not None
    assert not caplog.records


def places_are_in_the_file(checked: Checked[Any], text: str) -> bool:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return all(
        1 <= one.line <= len(lines)
        and 1 <= one.column <= len(lines[one.line - 1]) + 1
        and (one.end_line, one.end_column) > (one.line, one.column)
        for one in checked.findings
    )


NASTY = [
    *"：“”‘’\"'[]{}:-|>&*!%@`#,?~\\<= \n\t\r\u00a0\u3000•",
    "\n\n",
    "  ",
    "{{",
    "}}",
    "{%",
    "- ",
    ": ",
    "---\n",
    "\ufeff",
    "\x00",
    "\u2028",
    "😀",
    "<<: ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 3), st.sampled_from(NASTY)), min_size=1, max_size=6))
def test_a_mutated_playbook_always_gives_a_document_or_a_place(mutations: list[tuple[int, int, str]]) -> None:
    text = PLAYBOOK
    for at, cut, put in mutations:
        start = at % (len(text) + 1)
        text = text[:start] + put + text[start + cut :]
    checked = check(text.encode("utf-8", "surrogatepass"))
    assert checked.value is not None or any(one.severity == "error" for one in checked.findings)
    assert places_are_in_the_file(checked, text)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_finding(content: bytes) -> None:
    checked = read("fleet.yaml", content)
    assert checked.value is not None or checked.findings
