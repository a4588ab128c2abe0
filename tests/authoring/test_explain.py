"""Findings as text with a caret, as JSON and as annotations."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from authoring import catalogue
from authoring.explain import as_github, as_json, as_text, display_width
from authoring.finding import MOST_OF_ONE_CODE, Finding, Place, in_order


def at(line: int, column: int, length: int = 1, file: str = "fleet.yaml", key: str = "title") -> Finding:
    return catalogue.finding("duplicate-key", file, Place(line, column, line, column + length), key=key, line=1)


def caret_line(source: str, finding: Finding) -> tuple[str, str]:
    lines = as_text([finding], {finding.file: [source]}).splitlines()
    return lines[1], lines[2]


def test_the_text_form_names_place_cause_remedy_and_code() -> None:
    assert as_text([at(2, 1, 5)], {"fleet.yaml": ["title: a", "title: b"]}) == (
        "fleet.yaml:2:1: 'title' stands here a second time; the first is in line 1. "
        "Keep one of the two, or give this one another name. [duplicate-key]\n"
        "  2 | title: b\n"
        "    | ^~~~~\n"
    )


def test_the_text_form_speaks_chinese() -> None:
    told = as_text([at(2, 1)], {}, "zh-Hans")
    assert told == "fleet.yaml:2:1: “title”在这里是第二次出现，第一次在第 1 行。请留下一个，或给这一个换个名字。 [duplicate-key]\n"


def test_the_caret_stands_below_the_place_after_chinese_text() -> None:
    source, caret = caret_line("    acknowledge: 我理解您，{{ cleint }}", at(1, 26, 6))
    assert display_width(caret[: caret.index("^")]) == display_width(source[: source.index("cleint")])
    assert caret.count("~") == 5


def test_the_caret_is_as_wide_as_the_chinese_words_that_it_marks() -> None:
    _, caret = caret_line("title: 太贵", at(1, 8, 2))
    assert caret.strip(" |") == "^~~~"


def test_a_tab_before_the_place_is_a_tab_before_the_caret() -> None:
    source, caret = caret_line("\ta:\tb", at(1, 5))
    assert source[: source.index("b")].count("\t") == caret[: caret.index("^")].count("\t") == 2


@settings(max_examples=60)
@given(st.text(alphabet="ab 太：“é\u0301\u3000😀", max_size=48), st.data())
def test_the_caret_is_right_under_any_line(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    source, caret = caret_line(line, at(1, column))
    assert display_width(caret[: caret.index("^")]) == display_width("  1 | " + line[: column - 1])
    assert source == "  1 | " + line


def test_a_line_of_a_million_characters_is_cut_around_the_place() -> None:
    source, caret = caret_line("长" * 500_000 + "X" + "长" * 500_000, at(1, 500_001))
    assert display_width(source) < 120
    assert display_width(caret[: caret.index("^")]) == display_width(source[: source.index("X")])


def test_what_would_colour_a_terminal_is_shown_as_a_lost_character() -> None:
    told = as_text([at(1, 1, file="a\x1b[31m\n.yaml")], {"a\x1b[31m\n.yaml": ["\x1b[31mtitle"]})
    assert "\x1b" not in told
    assert len(told.splitlines()) == 3


def test_a_place_behind_the_end_of_the_file_has_no_source_line() -> None:
    assert len(as_text([at(9, 1)], {"fleet.yaml": ["title: a"]}).splitlines()) == 1


def test_the_json_form_has_the_fields_that_scripts_rely_on() -> None:
    told = json.loads(json.dumps(as_json([at(2, 1, 5)], "zh-Hans")))
    assert told == [
        {
            "file": "fleet.yaml",
            "line": 2,
            "column": 1,
            "severity": "error",
            "code": "duplicate-key",
            "message": "“title”在这里是第二次出现，第一次在第 1 行。",
            "hint": "请留下一个，或给这一个换个名字。",
            "end_line": 2,
            "end_column": 6,
        }
    ]


def test_the_github_form_cannot_be_broken_by_what_a_trainer_wrote() -> None:
    told = as_github([at(2, 3, key="a::error b%"), at(1, 1, file="a,b:c.yaml")])
    first, second = told.splitlines()
    assert first.startswith("::error file=a%2Cb%3Ac.yaml,line=1,endLine=1,col=1,endColumn=2,title=duplicate-key::")
    assert second.startswith("::error file=fleet.yaml,line=2,") and "a::error b%25" in second


def test_findings_are_told_in_the_order_of_files_and_places() -> None:
    told = as_json([at(10, 2), at(9, 7), at(9, 3), at(1, 1, file="a.yaml"), at(9, 7)])
    assert [(each["file"], each["line"], each["column"]) for each in told] == [
        ("a.yaml", 1, 1),
        ("fleet.yaml", 9, 3),
        ("fleet.yaml", 9, 7),
        ("fleet.yaml", 10, 2),
    ]


def test_very_many_findings_of_one_code_are_counted_instead_of_listed() -> None:
    found = in_order([at(line, 1) for line in range(1, 101)])
    assert len(found) == MOST_OF_ONE_CODE
    assert found[-1].more == 100 - MOST_OF_ONE_CODE
    assert "80 more" in as_text(found, {})


def test_a_warning_says_that_it_is_one() -> None:
    warning = catalogue.finding("single-brace", "fleet.yaml", Place(1, 1, 1, 2), name="client")
    assert "1:1: warning: 'client'" in as_text([warning], {})
    assert as_github([warning]).startswith("::warning ")
