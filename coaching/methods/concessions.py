"""Price concessions: judging a row of prices, computing a plan, and the report that scripts read.

Knows arithmetic and nothing of dialogue. The plan is found by search among prices that people would say, and is checked
by the rules that judge a rep's own row. Formula and ratio: methods F4; the end that is not round: evidence 1.4, C2."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice, pairwise
from math import ceil, floor
from typing import Any, Literal, NamedTuple

from coaching.frozen import Language
from coaching.methods.concession_analysis import (
    DEFAULT_LIMITS,
    PLACES,
    Analysis,
    Finding,
    Limits,
    Role,
    TableMove,
    analyse,
    expected_next,
)
from coaching.methods.concession_words import Phrases, say
from coaching.methods.prices import Price, exact, exponent, money, significant_digits, to_price

__all__ = [
    "Analysis",
    "Finding",
    "Limits",
    "Phrases",
    "PlanImpossible",
    "Price",
    "Role",
    "TableMove",
    "analyse",
    "expected_next",
    "money",
    "plan",
    "report",
    "to_price",
]

LANGUAGES: tuple[Language, Language] = ("en", "zh-Hans")
# A plan may stop this share of the range short of the target, for prices that are easier to say.
SLACK = Fraction(3, 100)
# Below this many smallest units the range is so coarse that every plan in it is looked at.
NARROW = 500
# Grids finer than this share of the range add no plan that a coarser one lacks, but for significant digits.
FINEST = 100_000
CANDIDATES, VERIFIED = 400, 40


class PlanImpossible(ValueError):  # noqa: N818 - it is an answer of the method, not a fault
    """No plan fits between opening and target; `words` says why, and what to change."""

    def __init__(self, english: str, chinese: str) -> None:
        super().__init__(english)
        self.english, self.chinese = english, chinese

    def words(self, language: Language) -> str:
        """The reason, for a reader of `language`."""
        return self.english if language == "en" else self.chinese


class _Room(NamedTuple):
    """The range to plan in, in whole smallest units, so that the search is exact integer arithmetic."""

    opening: int
    total: int  # from opening to target, above zero
    sign: int  # prices are opening - sign * given
    grain: int
    steps: int
    low: Fraction  # the bounds of each step's ratio to the one before
    high: Fraction
    digits: int  # the last price has more significant digits than this


@exact
def plan(
    opening: Price,
    target: Price,
    walk_away: Price | None,
    steps: Literal[3, 4] = 3,
    limits: Limits = DEFAULT_LIMITS,
    *,
    role: Role = "seller",
    grain: Price | None = None,
) -> tuple[Decimal, ...]:
    """The opening and three or four shrinking prices that pass every rule and end no worse than the target.

    `grain` is the smallest unit that a price may have, by default a cent, or finer where the prices themselves are. The
    coarsest prices that do are taken, the last one a little finer. Without a walk-away its rules are left out.
    Raises PlanImpossible with a reason where there is no such plan, and ValueError where a figure is no price."""
    first, last = to_price(opening), to_price(target)
    end = None if walk_away is None else to_price(walk_away)
    if role not in ("seller", "buyer"):
        raise ValueError(say("error_role", "en", given=role))
    sign = 1 if role == "seller" else -1
    if sign * (first - last) <= 0 or (end is not None and sign * (last - end) <= 0):
        raise _misordered(first, last, end, sign)
    unit = _default_grain(first, last, end) if grain is None else to_price(grain)
    if not unit:
        raise ValueError(say("error_price", "en", given=str(grain)))
    scale = Decimal(1).scaleb(-min(*(exponent(figure) for figure in (first, last, unit)), 0))
    room = _Room(
        opening=int(first * scale),
        total=int(sign * (first - last) * scale),
        sign=sign,
        grain=int(unit * scale),
        steps=steps,
        low=max(Fraction(limits.plan_ratio_low), Fraction(limits.ratio_low)),
        high=min(Fraction(limits.plan_ratio_high), Fraction(limits.ratio_high), Fraction(limits.sound_ratio)),
        digits=limits.round_digits,
    )

    def judged(row: tuple[Decimal, ...], language: Language) -> Analysis:
        return analyse(row, role, end, last, limits=limits, language=language)

    refused: tuple[Decimal, ...] = ()
    for prices in _candidates(room):
        row = tuple(Decimal(price) / scale for price in prices)
        found = judged(row, "en")
        if found.sound and all(finding.level in ("pass", "n/a") for finding in found.findings):
            return tuple(to_price(price) for price in row)
        refused = refused or row
    figures = {"opening": money(first), "target": money(last), "steps": steps, "grain": money(unit)}
    if room.total < NARROW * room.grain:
        figures["room"] = money(abs(first - last))
        raise PlanImpossible(say("plan_narrow", "en", **figures), say("plan_narrow", "zh-Hans", **figures))
    english, chinese = (_objection(judged(refused, language) if refused else None, language) for language in LANGUAGES)
    raise PlanImpossible(say("plan_limits", "en", why=english, **figures), say("plan_limits", "zh-Hans", why=chinese, **figures))


@exact
def report(
    prices: Sequence[Price],
    role: Role = "seller",
    floor: Price | None = None,
    target: Price | None = None,
    language: Language = "en",
    *,
    limits: Limits = DEFAULT_LIMITS,
) -> dict[str, Any]:
    """The judgment of a row as plain JSON data, ratios to four places; raises ValueError as `analyse` does."""
    found = analyse(prices, role, floor, target, limits=limits, language=language)
    ahead = expected_next(found)
    return {
        "pattern": found.pattern,
        "steps": [_number(step) for step in found.steps],
        "ratios": [None if ratio is None else _number(ratio.quantize(PLACES)) for ratio in found.ratios],
        "sound": found.sound,
        "findings": [
            {
                "rule": f.rule,
                "level": f.level,
                "message": f.message,
                "number": None if f.number is None else _number(f.number),
            }
            for f in found.findings
        ],
        "expected_next": None if ahead is None else _number(ahead),
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _misordered(opening: Decimal, target: Decimal, walk_away: Decimal | None, sign: int) -> PlanImpossible:
    way = "plan_higher" if sign > 0 else "plan_lower"
    figures = {"opening": money(opening), "target": money(target)}
    floors = ("", "") if walk_away is None else (f", {money(walk_away)}", f"、{money(walk_away)}")
    return PlanImpossible(
        say("plan_order", "en", higher=say(way, "en"), floor=floors[0], **figures),
        say("plan_order", "zh-Hans", higher=say(way, "zh-Hans"), floor=floors[1], **figures),
    )


def _default_grain(opening: Decimal, target: Decimal, walk_away: Decimal | None) -> Decimal:
    """A cent; finer where the figures given are, or where they are so small that a cent would leave no third digit."""
    smallest = min(opening or target, target)
    exponents = [exponent(price) for price in (opening, target, walk_away) if price]
    return Decimal(1).scaleb(min(-2, smallest.adjusted() - 2, *exponents))


def _objection(refused: Analysis | None, language: Language) -> str:
    """What the rules have against the best row that was found."""
    if refused is None:
        return say("plan_no_way", language)
    against = (f.message for f in refused.findings if f.level in ("warn", "fail"))
    return next(against, say("plan_unsound", language))


def _candidates(room: _Room) -> Iterator[tuple[int, ...]]:
    """Rows of prices in smallest units, those with the coarsest prices first and the best shaped first among them."""
    if room.low > room.high:
        return
    for grid in _grids(room):
        fine = grid // 10 if _leads_with_one(grid) else grid // 50
        fine = fine if fine and fine % room.grain == 0 else room.grain
        least = ceil(room.total * (1 - SLACK))
        # A last price on a multiple of five of its grid would look estimated.
        found = islice((row for row in _rows(room, grid, fine, least) if row[-1] % (5 * fine)), CANDIDATES)
        yield from sorted(found, key=lambda row: _cost(room, row))[:VERIFIED]
    if room.total < NARROW * room.grain:
        yield from sorted(_rows(room, room.grain, room.grain, 1), key=lambda row: _cost(room, row))


def _leads_with_one(grid: int) -> bool:
    return str(grid)[0] == "1"


def _grids(room: _Room) -> Iterator[int]:
    """Grids that people would say, 1 or 5 times a power of ten: from a sixth of the range to the smallest unit."""
    digits = len(str(room.total))
    for power in range(digits, -1, -1):
        for lead in (5, 1):
            grid = lead * 10**power
            if grid * 6 <= room.total and grid % room.grain == 0 and grid * FINEST >= room.total:
                yield grid
    if not _is_round(room.grain):
        yield room.grain


def _is_round(grid: int) -> bool:
    return str(grid).rstrip("0") in ("1", "5")


def _rows(room: _Room, grid: int, fine: int, least: int) -> Iterator[tuple[int, ...]]:
    """Rows that keep to the ratios and give from `least` to the whole range: prices on `grid`, the last on `fine`."""

    def extend(prices: tuple[int, ...], given: int, before: int | None, left: int) -> Iterator[tuple[int, ...]]:
        if not left:
            if significant_digits(prices[-1]) > room.digits:
                yield prices
            return
        # If this step is d, all that follow give between d * shortest and d * longest, itself included.
        shortest, longest = _series(room.low, left), _series(room.high, left)
        low, high = Fraction(least - given) / longest, Fraction(room.total - given) / shortest
        if before is not None:
            low, high = max(low, before * room.low), min(high, before * room.high)
        for price in _on_grid(prices[-1], room.sign, max(low, Fraction(1)), high, fine if left == 1 else grid):
            step = room.sign * (prices[-1] - price)
            yield from extend((*prices, price), given + step, step, left - 1)

    yield from extend((room.opening,), 0, None, room.steps)


def _series(ratio: Fraction, length: int) -> Fraction:
    return sum((ratio**i for i in range(length)), Fraction(0))


def _on_grid(price: int, sign: int, low: Fraction, high: Fraction, grid: int) -> range:
    """The multiples of `grid` that lie `low` to `high` below the price (above, for a buyer)."""
    ends = (price - sign * ceil(low), price - sign * floor(high))
    first, last = min(ends), max(ends)
    if ceil(low) > floor(high):
        return range(0)
    return range(max(-(-first // grid) * grid, 0), last + 1, grid)


def _cost(room: _Room, row: tuple[int, ...]) -> Fraction:
    """How far a row is from even ratios in the middle of their bounds and from using the whole range."""
    given = [room.sign * (a - b) for a, b in pairwise(row)]
    width = (room.high - room.low) / 2 or Fraction(1)
    middle = (room.high + room.low) / 2
    shape = sum((((Fraction(b, a) - middle) / width) ** 2 for a, b in pairwise(given)), Fraction(0))
    return shape + Fraction(room.total - sum(given), room.total) / SLACK
