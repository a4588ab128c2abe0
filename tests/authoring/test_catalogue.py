"""The catalogue of findings: every code in two languages, with examples that are true."""

import string

import pytest

from authoring import catalogue
from authoring.finding import START, Words
from tests.authoring.sample import check

# The chapters that one file alone can show; what a file says of others has its own tests.
OF_ONE_FILE = [
    (code, entry) for chapter in ("1-file", "2-yaml", "3-shape", "4-words") for code, entry in catalogue.chapters()[chapter].items()
]
ALL = list(catalogue.entries().items())


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("code", "entry"), OF_ONE_FILE, ids=[code for code, _ in OF_ONE_FILE])
def test_the_wrong_example_yields_exactly_its_code(code: str, entry: catalogue.Entry) -> None:
    found = check(entry.wrong_bytes())
    assert {finding.code for finding in found.findings} == {code}
    assert {finding.severity for finding in found.findings} == {entry.severity}


@pytest.mark.parametrize(("code", "entry"), OF_ONE_FILE, ids=[code for code, _ in OF_ONE_FILE])
def test_the_right_example_is_clean(code: str, entry: catalogue.Entry) -> None:
    found = check(entry.right.encode())
    assert found.findings == ()
    assert found.value is not None


@pytest.mark.parametrize(("code", "entry"), ALL, ids=[code for code, _ in ALL])
def test_both_languages_fill_in_the_same_and_know_the_same_remedies(code: str, entry: catalogue.Entry) -> None:
    assert placeholders(entry.en.message) == placeholders(entry.zh.message)
    assert placeholders(entry.en.hint) == placeholders(entry.zh.hint)
    assert entry.en.hints.keys() == entry.zh.hints.keys()
    for name in entry.en.hints:
        assert placeholders(entry.en.hints[name]) == placeholders(entry.zh.hints[name])


@pytest.mark.parametrize(("code", "entry"), ALL, ids=[code for code, _ in ALL])
def test_an_entry_speaks_the_language_of_trainers(code: str, entry: catalogue.Entry) -> None:
    assert code == code.lower() and " " not in code and "_" not in code
    for wording in (entry.en, entry.zh):
        told = " ".join([wording.title, wording.explanation, wording.message, wording.hint, *wording.hints.values()])
        assert not {"pydantic", "dict", "str", "validation", "Extra", "None", "exception"} & set(told.split())
        assert "!" not in wording.message.replace("'!'", "")
    assert entry.en.message.endswith(".")
    assert entry.zh.message.endswith("。")
    assert all(hint.endswith((".", "?")) for hint in (entry.en.hint, *entry.en.hints.values()))
    assert all(hint.endswith(("。", "？")) for hint in (entry.zh.hint, *entry.zh.hints.values()))


def test_a_finding_with_a_missing_detail_is_refused() -> None:
    with pytest.raises(KeyError):
        catalogue.finding("duplicate-key", "a.yaml", START, key="title")


def test_a_finding_with_a_detail_too_many_is_refused() -> None:
    with pytest.raises(KeyError):
        catalogue.finding("empty-file", "a.yaml", START, key="title")


def test_a_finding_with_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        catalogue.finding("no-such-code", "a.yaml", START)


def test_a_long_or_broken_piece_of_the_file_is_cut_and_cleaned() -> None:
    told = catalogue.finding("duplicate-key", "a.yaml", START, key="a\x1b[31m" + "长" * 500, line=3).message
    assert "\x1b" not in told.en
    assert len(told.zh) < 80


def test_braces_in_a_piece_of_the_file_are_no_placeholders() -> None:
    told = catalogue.finding("duplicate-key", "a.yaml", START, key="{line}", line=3).message
    assert told == Words(
        en="'{line}' stands here a second time; the first is in line 3.", zh="“{line}”在这里是第二次出现，第一次在第 3 行。"
    )
