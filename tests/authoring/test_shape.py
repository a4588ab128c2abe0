"""Pass 2: what does not fit the model is told in a trainer's words, at its place."""

# ruff: noqa: E501 - the rows of a table stand on one line each

import time
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from authoring.finding import Checked
from authoring.shape import validate
from coaching.frozen import Frozen
from coaching.wording import Text
from tests.authoring.sample import NAMES, PLAYBOOK, Sample, check, document

CARD = "cards:\n  too_expensive:\n    acknowledge: 我理解。\n"


def shaped(text: str, model: Any = Sample) -> Checked[Any]:
    checked: Checked[Any] = validate(document(text), model, NAMES, {"language": "zh-Hans"})
    assert (checked.value is None) == bool(checked.findings)
    return checked


def told(text: str, model: Any = Sample) -> list[tuple[int, int, str, str]]:
    return [(one.line, one.column, one.code, " ".join((one.message.en, one.hint.en))) for one in shaped(text, model).findings]


def test_a_whole_playbook_is_a_model() -> None:
    checked = check(PLAYBOOK.encode())
    assert checked.findings == ()
    assert isinstance(checked.value, Sample)
    assert checked.value.cards["too_expensive"].heard[2].words("zh-Hans") == "预算: 不够"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CARD + "    acknowlegde: x\n",
            (4, 5, "unknown-key", "'acknowlegde' is not a part of an objection card. Did you mean 'acknowledge'?"),
        ),
        (
            CARD + "    Heard: [x]\n",
            (4, 5, "unknown-key", "'Heard' is not a part of an objection card. Did you mean 'heard'?"),
        ),
        (
            CARD + "    Class: price\n",
            (4, 5, "unknown-key", "'Class' is not a part of an objection card. Did you mean 'class'?"),
        ),
        (
            CARD + "    qwert: x\n",
            (
                4, 5, "unknown-key",
                "'qwert' is not a part of an objection card. Possible here: class, heard, cause, acknowledge, tactics, never.",
            ),
        ),
        (
            CARD + "    limits: {warn: true}\n",
            (4, 5, "misplaced-key", "'limits' is not a part of an objection card; it belongs to the outermost level. Check the indentation."),
        ),
        ("cards:\n  too_expensive:\n    cause: money\n", (2, 3, "missing-key", "'too_expensive' lacks 'acknowledge'. Add a line 'acknowledge: …'.")),
        (
            CARD + "    heard: 太贵\n",
            (
                4, 12, "wrong-type",
                "'heard' should be a list, each item a text, or one text for each language; here stands a text. "
                "Write each item on a line of its own that begins with '- ', or all in [ ] with commas.",
            ),
        ),
        (
            CARD + "    heard:\n      - [太贵]\n",
            (
                5, 9, "wrong-type",
                "Item 1 of 'heard' should be a text, or one text for each language; here stands a list. "
                "See the example of this part in the manual.",
            ),
        ),
        ("cards: [x]\n", (1, 1, "wrong-type", "'cards' should be a group of keys, one a line; here stands a list. See the example of this part in the manual.")),
        ("- a\n", (1, 1, "wrong-type", "The file should be a group of keys, one a line; here stands a list. See the example of this part in the manual.")),
        (
            "just words\n",
            (1, 1, "wrong-type", "The file should be a group of keys, one a line; here stands a text. Write each key on a line of its own, indented: 'key: text'."),
        ),
        (
            "limits:\n  cards_offered: four\n",
            (2, 18, "wrong-type", "'cards_offered' should be a whole number; here stands a text. Write the number alone, in digits, without a unit or a sign."),
        ),
        ("limits:\n  cards_offered: 4.5\n", (2, 18, "wrong-type", "'cards_offered' should be a whole number; here stands a number. See the example of this part in the manual.")),
        (
            "limits:\n  warn: maybe\n",
            (2, 9, "wrong-type", "'warn' should be true or false; here stands a text. Write true or false, in small letters and without quotes."),
        ),
        ("limits:\n  cards_offered: 0\n", (2, 18, "out-of-limits", "'cards_offered' is 0; it must be at least 1. Write a number within the limit.")),
        ("limits:\n  share: 1\n", (2, 10, "out-of-limits", "'share' is 1; it must be less than 1. Write a number within the limit.")),
        ("limits:\n", (1, 1, "empty-value", "'limits' has no value. Write it, or remove the line; if it stands below, check its indentation.")),
        (CARD + "    class: “price”\n", (4, 12, "unknown-choice", "'class' cannot be '“price”'. Did you mean 'price'?")),
        (CARD + "    class: money\n", (4, 12, "unknown-choice", "'class' cannot be 'money'. Possible here: price, no_need, other.")),
        ("title:\n  zh-CN: 车队\n", (2, 3, "unknown-key", "'zh-CN' is not a part of a text, or one text for each language. Did you mean 'zh-Hans'?")),
        ("title:\n  fr: Flotte\n", (2, 3, "unknown-key", "'fr' is not a part of a text, or one text for each language. Possible here: zh-Hans, zh-Hant, en.")),
        (CARD + "    tactics: {find_couse: x}\n", (4, 15, "unknown-key", "'find_couse' is not a part of this group. Did you mean 'find_cause'?")),
        (
            "cards:\n  太贵:\n    acknowledge: x\n",
            (2, 3, "wrong-form", "'太贵' is not written in the form that is needed here. Write small letters and digits, with - or _ between."),
        ),
        ("ending:\n  kind: advence\n  next_step: x\n", (2, 9, "unknown-choice", "'kind' cannot be 'advence'. Did you mean 'advance'?")),
        ("ending:\n  next_step: x\n", (1, 1, "missing-key", "'ending' lacks 'kind'. Add a line 'kind: …'.")),
        ("ending:\n  kind: advance\n  next_stepp: x\n", (3, 3, "unknown-key", "'next_stepp' is not a part of this group. Did you mean 'next_step'?")),
        ("ending:\n  kind: order\n  next_step: 5\n  amount: 5\n", (3, 3, "unknown-key", "'next_step' is not a part of this group. Possible here: kind, amount.")),
        ("loose:\n  kind: order\n  amount: much\n", (3, 11, "wrong-type", "'amount' should be a whole number; here stands a text. Write the number alone, in digits, without a unit or a sign.")),
        ("loose: [1, two]\n", (1, 12, "wrong-type", "Item 2 of 'loose' should be a whole number; here stands a text. Write the number alone, in digits, without a unit or a sign.")),
        (
            "loose: 5\n",
            (
                1, 8, "wrong-type",
                "'loose' should be a group of keys, one a line or a list, each item a whole number; here stands a number. "
                "See the example of this part in the manual.",
            ),
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_at_its_place_in_the_words_of_trainers(text: str, expected: tuple[int, int, str, str]) -> None:
    assert told(text) == [expected]


def test_all_findings_of_the_pass_come_at_once_and_in_order() -> None:
    text = "titel: x\n" + CARD + "    heard: []\n    class: prise\nlimits:\n  cards_offered: 8\n  warm: true\n"
    assert [(line, code) for line, _, code, _ in told(text)] == [
        (1, "unknown-key"),
        (5, "too-few-items"),
        (6, "unknown-choice"),
        (8, "out-of-limits"),
        (9, "unknown-key"),
    ]


def test_a_key_that_is_only_misspelt_is_not_told_as_missing_too() -> None:
    assert [code for _, _, code, _ in told("cards:\n  a:\n    acknowlege: x\n")] == ["unknown-key"]


def test_the_suggestion_is_a_key_that_is_still_free() -> None:
    ((_, _, _, words),) = told("cards:\n  a:\n    acknowledge: x\n    class: price\n    clas: price\n    caus: money\n")[1:]
    assert words.endswith("Did you mean 'cause'?")


@pytest.mark.parametrize(("written", "text"), [("2024", "2024"), ("5.50", "5.50"), ("true", "true"), ("null", None)])
def test_a_number_where_only_text_is_possible_is_the_text_that_was_written(written: str, text: str | None) -> None:
    checked = shaped(f"{CARD}    heard: [a, {written}]\n")
    if text is None:
        assert [one.code for one in checked.findings] == ["empty-value"]
    else:
        assert checked.value.cards["too_expensive"].heard[1].words("zh-Hans") == text


def test_a_number_as_text_does_not_hide_another_fault() -> None:
    found = told("title: 2024\nlimits:\n  cards_offered: 12\n")
    assert [(line, code) for line, _, code, _ in found] == [(3, "out-of-limits")]


def test_the_base_language_comes_with_the_context() -> None:
    checked: Checked[Any] = validate(document("title: Fleet\n"), Sample, NAMES, {"language": "en"})
    assert checked.value is not None and checked.value.title.root == {"en": "Fleet"}


class Plan(Frozen):
    """A model with a rule of its own."""

    prices: tuple[int, ...]
    word: Annotated[str, Field(min_length=3)] = "abc"
    mode: Literal[1, 2] = 1

    @model_validator(mode="after")
    def _no_price_twice(self) -> "Plan":
        for position, price in enumerate(self.prices):
            if price in self.prices[:position]:
                raise PydanticCustomError("duplicate-key", "a price twice", {"at": ("prices", position), "key": str(price), "line": 1})
        if sum(self.prices) > 100:
            raise ValueError("much too much")
        return self


class Plans(Frozen):
    """Where the rule of a part is told."""

    plan: Plan


def test_a_rule_of_the_model_is_told_with_its_own_code_at_its_own_place() -> None:
    ((line, column, code, words),) = told("plan:\n  prices: [10, 20, 10]\n", Plans)
    assert (line, column, code) == (2, 20, "duplicate-key")
    assert words.startswith("'10' stands here a second time")


def test_a_rule_without_a_code_still_gives_a_place_and_no_words_of_programmers() -> None:
    ((line, column, code, words),) = told("plan:\n  prices: [100, 20]\n", Plans)
    assert (line, column, code) == (1, 1, "wrong-value")
    assert "much too much" not in words and "{" not in words


@pytest.mark.parametrize(
    "text", [PLAYBOOK.replace(old, new) for old, new in [("4\n", "x\n"), ("price", "5"), ("advance", "[]"), ("true", "{}")]]
)
def test_no_word_of_the_validator_reaches_a_trainer(text: str) -> None:
    for one in check(text.encode()).findings:
        words = f"{one.message.en} {one.hint.en} {one.message.zh} {one.hint.zh}".lower()
        assert not any(each in words for each in ("pydantic", "dict", "str_", "input", "extra", "valid", "none", "literal", "instance"))


def test_chinese_words_are_whole_sentences() -> None:
    (one,) = shaped(CARD + "    heard: 太贵\n").findings
    assert one.message.zh == "“heard”应该是一个列表，每项是一段文字，或按语言分写的几段文字，这里写的是一段文字。"
    (one,) = shaped("limits:\n  cards_offered: 12\n").findings
    assert one.message.zh == "“cards_offered”写的是 12，应不大于 6。"


def test_a_text_by_language_may_be_written_either_way() -> None:
    assert shaped("title: 车队\n").value.title == shaped("title:\n  zh-Hans: 车队\n").value.title == Text({"zh-Hans": "车队"})


def test_nine_thousand_wrong_keys_are_told_within_two_seconds() -> None:
    text = CARD + "".join(f"    acknowledgf{number}: x\n" for number in range(9_000))
    start = time.process_time()
    found = shaped(text).findings
    assert time.process_time() - start < 2
    assert len(found) == 20 and found[-1].more >= 100
