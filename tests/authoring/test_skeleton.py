"""`new`: a skeleton of every method passes `check` as it stands, and explains itself in the trainer's language."""

import re
from functools import cache

import pytest

from authoring.check import check_texts
from authoring.folder import Folder, on_disk
from authoring.library import METHODS
from authoring.read import read
from authoring.refusal import Refused
from authoring.skeleton import TRADE, default_base, descriptions, explained, method_named, skeleton
from coaching.wording import LANGUAGES
from tests.authoring.bench import GENERAL

EVERY = [(method, language, full) for method in METHODS for language in LANGUAGES for full in (False, True)]
CHINESE = re.compile("[一-鿿]")


@cache
def general() -> Folder:
    return on_disk(GENERAL)


@cache
def made(method: str, language: str, full: bool) -> str:
    return skeleton(method, general().library.playbooks[default_base(method)], f"my-{method.replace('_', '-')}", language, full=full)


@pytest.mark.parametrize(("method", "language", "full"), EVERY)
def test_a_skeleton_passes_check_as_it_stands(method, language, full):
    beneath = {file.path: file.text.encode() for file in general().files.values()}
    found = check_texts({"new.yaml": made(method, language, full).encode()}, beneath=beneath)
    # The base speaks more than one language; that this one is not alone is a warning, and no mistake.
    assert {(finding.severity, finding.code) for finding in found} <= {("warning", "language-of-base")}, found


@pytest.mark.parametrize("method", METHODS)
def test_the_short_form_has_what_a_trade_changes_and_the_full_form_every_key(method):
    short, full = (read("new.yaml", made(method, "en", each).encode()).value.data for each in (False, True))
    assert set(short) - {"method", "id", "based_on", "language", "title", "author"} == set(TRADE[method])
    assert set(full) == set(METHODS[method].model_fields)
    assert len(made(method, "en", False)) < len(made(method, "en", True)) / 2


def test_the_trades_keys_exist_in_every_method():
    assert set(TRADE) == set(METHODS)
    assert all(set(keys) <= set(METHODS[method].model_fields) for method, keys in TRADE.items())


def test_every_field_is_explained_in_chinese_too():
    missing = {description: places for description, places in descriptions().items() if explained(description, "zh-Hans") == description}
    assert not missing, "write their Chinese into authoring/words/fields.zh-Hans.yaml"


def test_comments_are_in_the_language_of_the_playbook():
    english, chinese, traditional = (comments(made("objections", language, False)) for language in ("en", "zh-Hans", "zh-Hant"))
    assert not CHINESE.search(english)
    assert "客户的原话" in chinese
    assert "客戶的原話" in traditional


def comments(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip().startswith("#"))


def test_comments_tell_the_names_that_may_stand_in_a_sentence_and_the_words_to_choose_from():
    text = made("objections", "en", True)
    assert "Asks for the words. May name: {{ heard }}, {{ tactic }}." in text
    assert "One of: money, authority, need, trust, timing, other." in text
    assert "Some of: C, U, T, E." in text


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("objections", "Added to those of general-objections; one with the same name takes its place."),
        ("spin", "Takes the place of the whole list in general-spin."),
        ("spin", "Added to those of general-spin."),
    ],
)
def test_what_the_base_gives_beside_a_list_is_told_where_it_stands(method, told):
    assert told in made(method, "en", False)


def test_a_traditional_skeleton_has_traditional_words_where_the_base_has_none():
    assert "太貴了" in made("objections", "zh-Hant", False)


def test_a_skeleton_is_in_block_style_but_for_short_names():
    for method in METHODS:
        values = re.findall(r": ([\[{].*)$", made(method, "zh-Hans", False), re.MULTILINE)
        assert all(re.fullmatch(r"\[[^:{}]*\]", value) for value in values), values


@pytest.mark.parametrize(("written", "method"), [("Objections", "objections"), ("plan", "call_plan"), ("call-plan", "call_plan")])
def test_a_method_is_understood_as_people_write_it(written, method):
    assert method_named(written) == method


def test_a_method_that_does_not_exist_gets_a_guess_in_both_languages():
    with pytest.raises(Refused) as caught:
        method_named("objektions")
    assert caught.value.words.en == "There is no method 'objektions'. Did you mean 'objections'?"
    assert "您是不是想写“objections”" in caught.value.words.zh


def test_a_base_of_another_method_is_refused():
    with pytest.raises(Refused, match="another method"):
        skeleton("spin", general().library.playbooks["general-fabe"], "my-spin", "en")


def test_the_shipped_general_playbooks_are_the_usual_bases():
    assert {default_base(method) for method in METHODS} <= set(general().library.playbooks)
