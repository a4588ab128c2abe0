"""Computed concession plans: methods F4."""

import time
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coaching.methods.concessions import Limits, PlanImpossible, Role, analyse, plan

Steps = Literal[3, 4]
# Three figures in order, as whole numbers of a unit, and the place of that unit.
frames = st.tuples(st.lists(st.integers(1, 99_999), min_size=3, max_size=3, unique=True).map(sorted), st.integers(-4, 9))


def check(row: tuple[Decimal, ...], target: Decimal, walk_away: Decimal | None, role: Role, count: int) -> None:
    sign = 1 if role == "seller" else -1
    assert len(row) == count + 1
    given_steps = [sign * (a - b) for a, b in pairwise(row)]
    assert all(Decimal("0.4") <= later / earlier <= Decimal("0.5") for earlier, later in pairwise(given_steps))
    assert sign * (row[-1] - target) >= 0
    found = analyse(row, role, walk_away, target, gets=["a get"] * count)
    assert found.sound
    levels = {f.rule: f.level for f in found.findings}
    assert {levels[f"R{n}"] for n in (2, 3, 4, 5, 6, 8)} == {"pass"}
    if walk_away is not None:
        assert {levels[f"R{n}"] for n in (1, 7, 12)} == {"pass"}


@pytest.mark.parametrize("count", [3, 4])
@pytest.mark.parametrize("role", ["seller", "buyer"])
@pytest.mark.parametrize(
    "figures",
    [
        ("100", "92", "88"),
        ("9.9", "9.5", "9.2"),
        ("264240", "226000", "205000"),
        ("250000", "226000", "205000"),
        ("52", "46.5", "43"),
        ("0.03", "0.02", "0.01"),
        ("3", "2", "1"),
        ("1000000", "5", "1"),
        ("1200000000", "1100000000", "1000000000"),
    ],
)
def test_a_plan_passes_every_rule_at_any_scale_for_both_roles(figures: tuple[str, str, str], role: Role, count: Steps) -> None:
    high, middle, low = (Decimal(figure) for figure in figures)
    opening, walk_away = (high, low) if role == "seller" else (low, high)
    check(plan(opening, middle, walk_away, count, role=role), middle, walk_away, role, count)


@given(frames, st.sampled_from(["seller", "buyer"]), st.sampled_from([3, 4]))
@example(([1, 2, 3], -4), "seller", 4)
@settings(max_examples=120, deadline=None)
def test_a_plan_keeps_its_promises_or_the_range_is_too_narrow(frame: tuple[list[int], int], role: Role, count: Steps) -> None:
    low, middle, high = (Decimal(whole).scaleb(frame[1]) for whole in frame[0])
    opening, walk_away = (high, low) if role == "seller" else (low, high)
    try:
        row = plan(opening, middle, walk_away, count, role=role)
    except PlanImpossible as reason:
        # Sixteen smallest units always hold four halving steps; three and seven are where plans begin to be rare.
        grain = min(Decimal(1).scaleb(frame[1]), Decimal("0.01"))
        assert abs(opening - middle) < 60 * grain, reason
        assert "narrow" in str(reason)
        return
    check(row, middle, walk_away, role, count)


def test_prices_are_such_as_people_say_and_only_the_last_is_finer() -> None:
    assert " ".join(map(str, plan("250000", "226000", "205000", 3))) == "250000 235000 229000 226200"
    assert " ".join(map(str, plan("100", "92", "88", 3))) == "100 95 93 92.1"
    assert " ".join(map(str, plan("9.9", "9.5", "9.2", 3))) == "9.9 9.65 9.55 9.51"


def test_a_plan_without_a_walk_away_is_possible() -> None:
    check(plan("100", "92", None, 3), Decimal(92), None, "seller", 3)


def test_the_currencys_grain_is_kept() -> None:
    row = plan("3000", "2500", "2400", 4, grain="1")
    assert all(price == price.to_integral_value() for price in row)
    row = plan("300", "250", "240", 3, grain="0.5")
    assert all(price * 2 == (price * 2).to_integral_value() for price in row)


@pytest.mark.parametrize(
    ("figures", "count", "grain"),
    [
        (("10", "9.97", "9"), 3, None),
        (("10", "9.9", "9"), 4, None),
        (("50", "40", "30"), 3, "1"),
        (("9", "8", "7"), 3, "1"),
    ],
)
def test_too_narrow_a_range_is_said_with_its_figures(figures: tuple[str, str, str], count: Steps, grain: str | None) -> None:
    with pytest.raises(PlanImpossible) as refused:
        plan(*figures, count, grain=grain)
    english, chinese = refused.value.words("en"), refused.value.words("zh-Hans")
    assert str(refused.value) == english
    for figure in (figures[0], figures[1], grain or "0.01"):
        assert figure in english and figure in chinese
    assert "Widen" in english and "拉开" in chinese
    assert refused.value.words("zh-Hant") == chinese


@pytest.mark.parametrize(
    ("opening", "target", "walk_away", "role"),
    [
        ("92", "100", "88", "seller"),
        ("100", "100", "88", "seller"),
        ("100", "88", "92", "seller"),
        ("100", "88", "88", "seller"),
        ("100", "92", "88", "buyer"),
        ("100", "101", None, "seller"),
    ],
)
def test_figures_in_the_wrong_order_are_named(opening: str, target: str, walk_away: str | None, role: Role) -> None:
    with pytest.raises(PlanImpossible) as refused:
        plan(opening, target, walk_away, 3, role=role)
    assert ("higher" if role == "seller" else "lower") in refused.value.words("en")
    assert ("高于" if role == "seller" else "低于") in refused.value.words("zh-Hans")
    assert opening in refused.value.words("zh-Hans")


def test_limits_that_leave_no_plan_are_named_by_what_they_object_to() -> None:
    with pytest.raises(PlanImpossible, match="first step is") as refused:
        plan("100", "92", "88", 3, Limits(first_share=Decimal("0.5")))
    assert "第一步" in refused.value.words("zh-Hans")
    with pytest.raises(PlanImpossible, match="exclude each other"):
        plan("100", "92", "88", 3, Limits(plan_ratio_low=Decimal("0.1"), plan_ratio_high=Decimal("0.2")))


def test_a_plan_is_sound_by_the_trainers_limits() -> None:
    limits = Limits(sound_last_share=Decimal("0.12"))
    assert analyse(plan("100", "92", "88", 3, limits), limits=limits).sound
    with pytest.raises(PlanImpossible, match="not sound"):
        plan("100", "92", "88", 3, Limits(sound_last_share=Decimal("0.05")))


def test_trainers_ratios_are_used() -> None:
    row = plan("100", "80", "70", 3, Limits(plan_ratio_low=Decimal("0.35"), plan_ratio_high=Decimal("0.38"), first_share=1))
    steps = [a - b for a, b in pairwise(row)]
    assert all(Decimal("0.35") <= b / a <= Decimal("0.38") for a, b in pairwise(steps))


@pytest.mark.parametrize("grain", ["0", "-1", "cent"])
def test_a_grain_that_is_no_price_is_refused(grain: str) -> None:
    with pytest.raises(ValueError, match=r"price|below zero"):
        plan("100", "92", "88", 3, grain=grain)


def test_a_plan_is_found_while_the_rep_waits() -> None:
    start = time.process_time()
    plan(Decimal("9" * 40), Decimal("1"), None, 4)
    plan("100", "0.01", None, 3, Limits(first_share=Decimal("0.64")))
    assert time.process_time() - start < 5
