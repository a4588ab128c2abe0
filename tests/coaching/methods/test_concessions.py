"""Judging rows of prices: methods F3, evidence 3.4."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from coaching.methods.concessions import Analysis, Finding, Limits, Phrases, analyse, expected_next, report, to_price

ROWS = {
    "15 13 10 5": "growing",
    "15 12 9 6": "equal",
    "15 17 13 15": "reversal",
    "15 11.5 10 9.37": "shrinking",
    "15 15 13.5 13": "shrinking",
    "15 9 9 9": "one_shot",
    "15 13 12.5 11": "uneven",
    "15 15 15 15": "none",
}
ALL_RULES = [f"R{n}" for n in range(1, 13)]
prices_lists = st.lists(st.decimals(0, 10**7, places=2, allow_nan=False), min_size=2, max_size=8)


def rule(found: Analysis, name: str) -> Finding:
    return next(f for f in found.findings if f.rule == name)


def row(text: str, **more: Any) -> Analysis:
    return analyse(text.split(), **more)


@pytest.mark.parametrize(("text", "pattern"), ROWS.items())
def test_each_row_of_the_source_has_its_pattern_and_only_row_four_is_sound(text: str, pattern: str) -> None:
    found = row(text)
    assert found.pattern == pattern
    assert found.sound == (text == "15 11.5 10 9.37")


def test_a_buyers_row_is_the_mirror_of_a_sellers() -> None:
    found = row("5 8.5 10 10.63", role="buyer", floor=11)
    assert (found.pattern, found.sound) == ("shrinking", True)
    assert found.steps == (Decimal("3.5"), Decimal("1.5"), Decimal("0.63"))
    assert row("5 8.5 10 10.63").pattern == "reversal"


@given(prices_lists)
@settings(max_examples=60)
def test_mirroring_a_row_at_a_price_swaps_the_roles_and_nothing_else(prices: list[Decimal]) -> None:
    mirror = Decimal(10**7)
    seller = analyse(prices, "seller")
    buyer = analyse([mirror - price for price in prices], "buyer")
    assert (seller.pattern, seller.sound, seller.steps, seller.ratios) == (
        buyer.pattern,
        buyer.sound,
        buyer.steps,
        buyer.ratios,
    )


@given(prices_lists, st.integers(-4, 9))
@settings(max_examples=60)
def test_the_unit_of_the_prices_does_not_change_the_verdict(prices: list[Decimal], power: int) -> None:
    here, there = analyse(prices), analyse([price.scaleb(power) for price in prices])
    assert (here.pattern, here.sound, here.ratios) == (there.pattern, there.sound, there.ratios)
    assert [(f.rule, f.level) for f in here.findings] == [(f.rule, f.level) for f in there.findings]


@given(prices_lists, st.sampled_from(["seller", "buyer"]), st.sampled_from(["en", "zh-Hans", "zh-Hant"]))
@settings(max_examples=60)
def test_every_rule_always_answers_in_one_line_and_once(prices: list[Decimal], role: Any, language: Any) -> None:
    found = analyse(prices, role, prices[-1], prices[0], steps_text=["if"], at_table=["counter"], language=language, gets=[""])
    assert [f.rule for f in found.findings] == ALL_RULES
    assert all(f.message and "\n" not in f.message and "{" not in f.message for f in found.findings)
    assert all((f.number is None) == (f.level == "n/a") for f in found.findings)


def test_what_a_rule_lacks_is_said_and_the_rule_is_not_applied() -> None:
    found = row("15 11.5 10 9.37")
    lacking = {f.rule: f.message for f in found.findings if f.level == "n/a"}
    assert set(lacking) == {"R1", "R6", "R7", "R9", "R10", "R11", "R12"}
    assert "walk-away" in lacking["R7"] and "target" in lacking["R1"]


def test_equal_steps_may_differ_by_five_percent_of_their_mean() -> None:
    assert row("100 90 79 70").pattern == "uneven"
    assert row("100 90 80.5 70.3").pattern == "equal"
    assert row("30.5 20 9.5").pattern == "equal"
    assert row("100 79 60").pattern == "equal"  # 21 and 19: exactly five percent
    assert row("100 78.9 60").pattern == "shrinking"


def test_soundness_ends_exactly_at_its_bounds() -> None:
    assert row("100 60 44 40.1").sound
    assert row("200 100 25.01 0.01").pattern == "shrinking"
    assert not row("100 60 29.9 20").sound  # the second step is more than three quarters of the first
    assert row("40 20 5 1.15", limits=Limits(sound_last_share=Decimal("0.2"))).sound
    assert not row("40 20 4.9 1", limits=Limits(sound_last_share=Decimal("0.2"))).sound  # 15.1 after 20


def test_holding_first_counts_as_no_step_and_a_fifth_move_is_too_many() -> None:
    assert row("15 15 11.5 10 9.37").sound
    assert row("100 52 28 16 10.03").sound
    assert not row("100 52 28 16 10.03 7.04").sound


def test_a_row_that_ends_past_the_walk_away_is_not_sound() -> None:
    assert row("15 11.5 10 9.37", floor="9.37").sound
    found = row("15 11.5 10 9.37", floor="9.38")
    assert not found.sound
    assert rule(found, "R7").level == "fail" and rule(found, "R7").number == Decimal("-0.01")
    assert "0.01" in rule(found, "R7").message


def test_a_price_in_the_middle_below_the_walk_away_is_found_too() -> None:
    assert rule(row("15 8 9.5", floor=9), "R7").level == "fail"
    assert rule(row("8 15 9.5", role="buyer", floor=10), "R7").level == "fail"


def test_opening_target_and_walk_away_must_be_in_order() -> None:
    good = row("15 11.5 10 9.37", target="9.3", floor=9)
    assert (rule(good, "R1").level, rule(good, "R12").level) == ("pass", "pass")
    assert rule(good, "R12").number == Decimal("0.3")
    assert rule(row("15 11 10", target=15, floor=9), "R1").level == "fail"
    same = row("15 11 10", target=9, floor=9)
    assert (rule(same, "R1").level, rule(same, "R12").level) == ("fail", "fail")
    assert rule(row("15 11 10", floor=16), "R1").level == "fail"
    assert rule(row("15 11 10", floor=9), "R1").level == "n/a"
    assert rule(row("9 11 12", role="buyer", target=13, floor=14), "R1").level == "pass"


def test_steps_must_shrink_but_holding_at_the_start_is_allowed() -> None:
    assert rule(row("15 15 13.5 13"), "R2").level == "pass"
    assert rule(row("15 13.5 13.5 13"), "R2").level == "fail"
    assert rule(row("15 12 9 6"), "R2").level == "fail"
    assert "Step 3 gives 1.5 after 0.5" in rule(row("15 13 12.5 11"), "R2").message
    assert "takes 2 back" in rule(row("15 17 13 15"), "R2").message
    assert rule(row("15 10 12"), "R2").level == "fail"
    assert rule(row("15 10"), "R2").level == "n/a"


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("20 10 7 6.1", "pass", "0.3"),
        ("20 10 3", "pass", "0.7"),
        ("20 10 7.1", "warn", "outside"),
        ("20 10 2.9", "warn", "outside"),
        ("20 10 8.1", "warn", "one big drop"),
        ("20 10 10", "warn", "one big drop"),
        ("20 10 1.4", "warn", "hardly shrink"),
        ("15 13 10 5", "warn", "1.667"),
    ],
)
def test_ratios_outside_the_band_are_a_warning_with_its_reason(text: str, level: str, words: str) -> None:
    found = rule(row(text), "R3")
    assert found.level == level
    assert words in found.message


def test_three_to_five_steps_and_standing_still_is_none() -> None:
    assert [rule(row(text), "R4").level for text in ("9 8 7", "9 8 7 6", "9 8 7 6 5 4", "9 8 7 6 5 4 3")] == [
        "fail",
        "pass",
        "pass",
        "fail",
    ]
    assert rule(row("15 15 13.5 13"), "R4").number == 2


@pytest.mark.parametrize(("last", "digits"), [("9.37", 3), ("9.40", 2), ("226000", 3), ("230000", 2), ("0.0451", 3), ("0.45", 2), ("0", 0)])
def test_an_end_of_two_significant_digits_or_fewer_is_round(last: str, digits: int) -> None:
    found = rule(analyse(["300000", last]), "R5")
    assert found.number == digits
    assert found.level == ("pass" if digits > 2 else "warn")


def test_two_steps_in_a_row_without_a_get_fail() -> None:
    text = "15 11.5 10 9.37"
    assert rule(row(text, gets=["two years", "", "a reference"]), "R6").level == "pass"
    failed = rule(row(text, gets=["two years", "", " "]), "R6")
    assert failed.level == "fail" and "Steps 2 and 3" in failed.message
    assert rule(row(text, gets=["two years"]), "R6").level == "fail"
    held = rule(row("15 11.5 11.5 10", gets=["", "", ""]), "R6")
    assert held.level == "fail" and "Steps 1 and 3" in held.message


def test_the_first_steps_share_is_of_all_that_is_given() -> None:
    assert rule(row("15 11.5 10 9.37"), "R8").number == Decimal("0.6217")
    assert rule(row("100 87 80"), "R8").level == "pass"
    assert rule(row("100 86.9 80"), "R8").level == "warn"
    assert rule(row("15 17 13 15"), "R8").level == "n/a"


def test_a_move_straight_after_their_counter_offer_fails() -> None:
    text = "15 11.5 10 9.37"
    assert rule(row(text, at_table=["move", "counter", "move"]), "R9").level == "fail"
    assert rule(row(text, at_table=["move", "counter", "other", "move"]), "R9").level == "pass"
    assert rule(row(text, at_table=["move"]), "R9").level == "n/a"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("如果签两年，我们可以到11.5。", 0),
        ("因为排产已定，如果本周签，我们可以到10，另外送培训。", 1),
        ("因为铜价涨了，而且运费也涨了，只能到10。", 2),
        ("因为铜价涨了，而且运费也涨了，再加上人工贵了，只能到10。", 3),
        ("由于原料、运费、人工都涨了，只能到10。", 3),
        ("一是原料涨，二是运费涨，三是人工贵。", 3),
        ("If you sign for two years, we can go to 11.5.", 0),
        ("Because copper is up, and also freight, and besides wages rose, 10 is what we can do.", 3),
        ("First, copper is up. Second, freight is up. Third, wages are up.", 3),
        ("We have been partners since 2019.", 0),
    ],
)
def test_reasons_are_counted_in_both_languages(sentence: str, count: int) -> None:
    found = rule(row("15 11.5 10 9.37", steps_text=[sentence]), "R10")
    assert found.number == count
    assert found.level == ("warn" if count > 2 else "pass")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("这已经是良心价了。", "良心价"),
        ("This is a very Generous move.", "Generous"),
        ("It is more than fair.", "more than fair"),
        ("這已經是良心價了。", "良心價"),
        ("If you prepay, the price is 10.", None),
        ("您担心亏了库存，我们可以寄售。", None),
    ],
)
def test_irritators_are_quoted(sentence: str, word: str | None) -> None:
    found = rule(row("15 11.5 10 9.37", steps_text=["", sentence]), "R11")
    assert found.level == ("warn" if word else "pass")
    assert word is None or f"“{word}”" in found.message


def test_the_longest_of_overlapping_words_is_quoted() -> None:
    limits = Limits(irritators=Phrases({"zh-Hans": ("亏", "亏本")}))
    assert "“亏本”" in rule(row("15 11.5 10", limits=limits, steps_text=["亏本卖给您"]), "R11").message


def test_trainers_change_the_limits_and_a_slip_is_refused() -> None:
    wide = Limits.model_validate({"ratio_high": 0.9, "irritators": {"zh-Hans": ["亲"]}})
    assert rule(row("20 10 1.5", limits=wide), "R3").level == "pass"
    assert rule(row("20 10 1.5", limits=wide, steps_text=["亲，10块"]), "R11").level == "warn"
    assert rule(row("20 10 1.5", limits=Limits(irritators=Phrases({})), steps_text=["generous"]), "R11").level == "pass"
    for wrong in ({"ratio_low": 0.8}, {"ratio_high": 7}, {"max_steps": 0}, {"ratios": 1}):
        with pytest.raises(ValidationError):
            Limits.model_validate(wrong)
    assert Limits.model_validate_json(wide.model_dump_json()) == wide
    assert hash(wide) == hash(Limits.model_validate_json(wide.model_dump_json()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 13 10 5", "8.333"),
        ("15 12 9 6", "3"),
        ("15 11.5 10 9.37", "0.2646"),
        ("15 17 13 15", None),
        ("15 9 9 9", None),
        ("15 13 12.5 11", None),
        ("15 15", None),
    ],
)
def test_the_next_demand_follows_from_the_pattern(text: str, expected: str | None) -> None:
    found = expected_next(row(text))
    assert found == (None if expected is None else Decimal(expected))


def test_the_report_is_plain_json_without_float_noise() -> None:
    data = json.loads(json.dumps(report(["15", "11.5", "10", "9.37"], "seller", "9", "9.3", "en")))
    assert (data["pattern"], data["sound"]) == ("shrinking", True)
    assert data["steps"] == [3.5, 1.5, 0.63]
    assert data["ratios"] == [None, 0.4286, 0.42]
    assert [set(f) for f in data["findings"]] == [{"rule", "level", "message", "number"}] * 12
    assert json.dumps(report(["100000000000000000000000", "1", "0.1"])["steps"]).startswith("[99999999999999999999999, 0.9]")
    assert report(["15", "13", "10", "5"])["ratios"] == [None, 1.5, 1.6667]


def test_the_report_speaks_the_language_that_is_asked_for() -> None:
    english = [f["message"] for f in report(["15", "13"], language="en")["findings"]]
    chinese = [f["message"] for f in report(["15", "13"], language="zh-Hans")["findings"]]
    assert all(text.isascii() or "–" in text for text in english)
    assert all(any("\u4e00" <= c <= "\u9fff" for c in text) for text in chinese)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("¥264,240", "264240"),
        ("１５．５", "15.5"),
        ("12.50", "12.5"),
        ("2.5e5", "250000"),
        ("$1,250.5", "1250.5"),
        (7, "7"),
    ],
)
def test_prices_are_read_as_people_write_them(text: str | int, price: str) -> None:
    assert str(to_price(text)) == price


@pytest.mark.parametrize(
    ("prices", "hint"),
    [
        ([], "two prices"),
        (["15"], "two prices"),
        (["15", "cheap"], "write digits"),
        (["15", "1,5"], "write digits"),
        (["15", "nan"], "write digits"),
        (["15", "-inf"], "write digits"),
        (["15", ""], "write digits"),
        (["0", "-5", "-8"], "not the discounts"),
        (["1e999999999", "1"], "unit"),
        (["1e-999999", "1"], "unit"),
        (["1" * 5000, "1"], "unit"),
    ],
)
def test_what_cannot_be_judged_gets_one_line_that_says_what_to_do(prices: list[str], hint: str) -> None:
    with pytest.raises(ValueError, match=hint) as refused:
        report(prices)
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 200
    with pytest.raises(ValueError, match=r"[\u4e00-\u9fff]"):
        report(prices, language="zh-Hans")


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(ValueError, match="seller or buyer"):
        analyse(["2", "1"], "broker")  # type: ignore[arg-type]


def test_zeros_and_huge_prices_get_a_verdict() -> None:
    assert row("0 0 0").pattern == "none"
    assert row("10 5 0").pattern == "equal"
    huge = "1" + "0" * 55
    found = analyse([huge, str(int(huge) - 7), str(int(huge) - 10), str(int(huge) - 11)])
    assert found.steps == tuple(map(Decimal, (7, 3, 1)))


@given(st.lists(st.text(max_size=12), max_size=5), st.text(max_size=8))
@settings(max_examples=100)
def test_any_text_is_judged_or_refused_and_nothing_else(prices: list[str], floor: str) -> None:
    try:
        json.dumps(report(prices, floor=floor), allow_nan=False)
    except ValueError as refused:
        assert str(refused)
