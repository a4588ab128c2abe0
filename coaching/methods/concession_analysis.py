"""What a row of prices tells the other side: its pattern, whether it is sound, and the rules R1 to R12.

Exact decimal arithmetic over prices as they were spoken. Knows no dialogue; a seller's prices fall, a buyer's rise.
Pattern and soundness: methods F3. Rules: evidence 3.4. Bounds are house rules (evidence 1.4) for trainers to set."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coaching.frozen import Frozen, Language
from coaching.methods.concession_words import (
    IRRITATORS,
    REASON_COUNTS,
    REASON_LINKS,
    REASON_WORDS,
    Phrases,
    count_reasons,
    hits,
    say,
)
from coaching.methods.prices import Price, exact, money, significant_digits, to_price

Role = Literal["seller", "buyer"]
Pattern = Literal["growing", "equal", "reversal", "shrinking", "one_shot", "uneven", "none"]
Level = Literal["pass", "warn", "fail", "n/a"]
Share = Annotated[Decimal, Field(ge=0, le=1)]
# What happens at the table, as far as R9 looks: their counter-offer, our price move, anything else of ours.
TableMove = Literal["counter", "move", "other"]

PLACES = Decimal("0.0001")


class Limits(Frozen):
    """The bounds of the rules; the defaults are the rules as written, trainers may change each."""

    ratio_low: Share = Field(Decimal("0.3"), description="R3 warns when a step is less than this part of the one before.")
    ratio_high: Share = Field(Decimal("0.7"), description="R3 warns when it is more than this part of the one before.")
    ratio_drop: Share = Field(Decimal("0.2"), description="Below this, R3 speaks of one big drop.")
    ratio_equal: Share = Field(Decimal("0.85"), description="Above this, R3 speaks of almost equal steps.")
    equal_tolerance: Share = Field(Decimal("0.05"), description="Steps this close to their mean count as equal.")
    sound_ratio: Share = Field(Decimal("0.75"), description="A sound row has no step above this part of the one before.")
    sound_last_share: Share = Field(Decimal("0.15"), description="In a sound row the last step is at most this part of all.")
    max_steps: int = Field(4, ge=1, le=20, description="A sound row has at most this many steps.")
    steps_low: int = Field(3, ge=1, le=20, description="R4: the fewest steps.")
    steps_high: int = Field(5, ge=1, le=20, description="R4: the most steps.")
    first_share: Share = Field(Decimal("0.65"), description="R8 warns when the first step is more than this part of all.")
    round_digits: int = Field(2, ge=0, le=9, description="R5 warns when the last price has no more significant digits.")
    reasons_max: int = Field(2, ge=0, le=20, description="R10 warns above this many reasons in one move.")
    plan_ratio_low: Share = Field(Decimal("0.4"), description="A computed step is at least this part of the one before.")
    plan_ratio_high: Share = Field(Decimal("0.5"), description="A computed step is at most this part of the one before.")
    irritators: Phrases = Field(IRRITATORS, description="R11: words that annoy, by language.")
    reason_words: Phrases = Field(REASON_WORDS, description="R10: what begins a reason, by language.")
    reason_counts: Phrases = Field(REASON_COUNTS, description="R10: what counts reasons off, by language.")
    reason_links: Phrases = Field(REASON_LINKS, description="R10: what adds a reason to one given, by language.")

    @model_validator(mode="after")
    def _lower_before_upper(self) -> "Limits":
        for name in ("ratio", "steps", "plan_ratio"):
            low, high = f"{name}_low", f"{name}_high"
            if getattr(self, low) > getattr(self, high):
                names = {"lower": low, "low": str(getattr(self, low)), "upper": high, "high": str(getattr(self, high))}
                # The code and the names by which `check` tells it to trainers, with the way to the value.
                context: dict[str, Any] = {**names, "at": (low,)}
                raise PydanticCustomError("limits-contradict", "{lower} is above {upper}: swap them", context)
        return self


DEFAULT_LIMITS = Limits()


class Finding(Frozen):
    """What one rule says of a row: level, sentence for people, and the figure it rests on (none where not checked)."""

    rule: str
    level: Level
    message: str
    number: Decimal | None = None


class Analysis(Frozen):
    """A judged row: `steps` are positive where something was conceded, `ratios` are each step to the one before."""

    pattern: Pattern
    steps: tuple[Decimal, ...]
    ratios: tuple[Decimal | None, ...]
    sound: bool
    findings: tuple[Finding, ...]


class Row(Frozen):
    """All that the rules look at."""

    prices: tuple[Decimal, ...]
    sign: int  # 1 for a seller, -1 for a buyer
    floor: Decimal | None
    target: Decimal | None
    sentences: tuple[str, ...] | None
    gets: tuple[str, ...] | None
    table: tuple[TableMove, ...] | None
    limits: Limits
    language: Language

    @property
    def steps(self) -> tuple[Decimal, ...]:
        return tuple(self.sign * (a - b) for a, b in pairwise(self.prices))

    @property
    def held(self) -> int:
        """How many steps at the start give nothing."""
        return next((i for i, step in enumerate(self.steps) if step), len(self.steps))

    @property
    def moves(self) -> tuple[Decimal, ...]:
        """The steps without those at the start that give nothing: holding first is no step."""
        return self.steps[self.held :]

    def better(self, one: Decimal, other: Decimal) -> Decimal:
        """By how much `one` is better for us than `other`."""
        return self.sign * (one - other)

    def listed(self, parts: Iterable[str]) -> str:
        return (", " if self.language == "en" else "、").join(parts)

    def find(self, rule: str, level: Level, words: str, number: Decimal | int | None = None, **figures: object) -> Finding:
        shown = {name: money(value) if isinstance(value, Decimal) else value for name, value in figures.items()}
        amount = Decimal(number) if number is not None else None
        return Finding(rule=rule, level=level, message=say(words, self.language, **shown), number=amount)


@exact
def analyse(
    prices: Sequence[Price],
    role: Role = "seller",
    floor: Price | None = None,
    target: Price | None = None,
    *,
    steps_text: Sequence[str] | None = None,
    at_table: Sequence[TableMove] | None = None,
    limits: Limits = DEFAULT_LIMITS,
    language: Language = "en",
    gets: Sequence[str] | None = None,
) -> Analysis:
    """Judges a row of prices, opening first.

    `floor` is the walk-away, for a buyer a ceiling; `steps_text` are the sentences said with the steps; `gets` is what
    is asked for each step, empty where nothing is; `at_table` is what happened there, in order.

    Raises ValueError with one line for people when there are fewer than two prices, or one is no price."""
    if role not in ("seller", "buyer"):
        raise ValueError(say("error_role", language, given=role))
    row = Row(
        prices=tuple(to_price(price, language) for price in prices),
        sign=1 if role == "seller" else -1,
        floor=None if floor is None else to_price(floor, language),
        target=None if target is None else to_price(target, language),
        sentences=None if steps_text is None else tuple(steps_text),
        gets=None if gets is None else tuple(gets),
        table=None if at_table is None else tuple(at_table),
        limits=limits,
        language=language,
    )
    if len(row.prices) < 2:
        raise ValueError(say("error_few", language))
    before = (Decimal(0), *row.steps)
    return Analysis(
        pattern=_pattern(row),
        steps=row.steps,
        ratios=tuple(_ratio(step, last) for step, last in zip(row.steps, before, strict=False)),
        sound=_sound(row),
        findings=tuple(rule(row) for rule in RULES),
    )


@exact
def expected_next(analysis: Analysis) -> Decimal | None:
    """The step that the other side expects next, to four significant digits; None where the row promises nothing.

    Source: methods F3, output."""
    last, ratio = analysis.steps[-1], analysis.ratios[-1]
    if analysis.pattern == "equal":
        return last
    if analysis.pattern in ("growing", "shrinking") and ratio is not None:
        with localcontext(prec=4):
            return (last * ratio).normalize()
    return None


def _ratio(step: Decimal, before: Decimal) -> Decimal | None:
    with localcontext(prec=28):
        return step / before if before else None


def _pattern(row: Row) -> Pattern:
    moves, total = row.moves, sum(row.moves, Decimal(0))
    if any(step < 0 for step in row.steps):
        return "reversal"
    given = sum(1 for step in row.steps if step)
    if given <= 1:
        return "one_shot" if given else "none"
    # Both sides times the number of steps: a mean would have to be rounded.
    if all(abs(len(moves) * step - total) <= row.limits.equal_tolerance * total for step in moves):
        return "equal"
    pairs = list(pairwise(moves))
    if all(later > earlier for earlier, later in pairs):
        return "growing"
    if all(later < earlier for earlier, later in pairs):
        return "shrinking"
    return "uneven"


def _sound(row: Row) -> bool:
    limits, moves = row.limits, row.moves
    return (
        _pattern(row) == "shrinking"
        and all(later <= limits.sound_ratio * earlier for earlier, later in pairwise(moves))
        and moves[-1] <= limits.sound_last_share * sum(moves)
        and sum(1 for step in moves if step) <= limits.max_steps
        and (row.floor is None or row.better(row.prices[-1], row.floor) >= 0)
    )


def _r1(row: Row) -> Finding:
    """Opening better than target better than walk-away."""
    opening = row.prices[0]
    for name, other in (("name_target", row.target), ("name_floor", row.floor)):
        if other is not None and row.better(opening, other) <= 0:
            what = say(name, row.language)
            return row.find("R1", "fail", "R1_opening", row.better(opening, other), opening=opening, name=what, other=other)
    if row.target is None or row.floor is None:
        return row.find("R1", "n/a", _missing(row))
    if row.better(row.target, row.floor) <= 0:
        return row.find("R1", "fail", "R1_target", row.better(row.target, row.floor), target=row.target, floor=row.floor)
    room = row.better(opening, row.floor)
    return row.find("R1", "pass", "R1_pass", room, opening=opening, target=row.target, floor=row.floor)


def _missing(row: Row) -> str:
    if row.target is None and row.floor is None:
        return "missing_both"
    return "missing_target" if row.target is None else "missing_floor"


def _r2(row: Row) -> Finding:
    """Every step strictly smaller than the one before; holding at the start is no step."""
    if not row.moves:
        return row.find("R2", "n/a", "missing_given")
    back = [i for i, step in enumerate(row.steps) if step < 0]
    larger = [i for i in range(row.held + 1, len(row.steps)) if row.steps[i] >= row.steps[i - 1]]
    wrong = len({*back, *larger})
    if back:
        return row.find("R2", "fail", "R2_back", wrong, n=back[0] + 1, amount=-row.steps[back[0]])
    if larger:
        i = larger[0]
        return row.find("R2", "fail", "R2_larger", wrong, n=i + 1, later=row.steps[i], earlier=row.steps[i - 1])
    if len(row.moves) < 2:
        return row.find("R2", "n/a", "missing_steps")
    return row.find("R2", "pass", "R2_pass", 0, steps=row.listed(money(step) for step in row.moves))


def _r3(row: Row) -> Finding:
    """Each step 0.3 to 0.7 of the one before; the number is the ratio farthest from the middle of that band."""
    limits = row.limits
    pairs = enumerate(pairwise(row.steps), start=2)
    ratios = [(n, later / earlier) for n, (earlier, later) in pairs if earlier > 0 and later >= 0]
    if not ratios:
        return row.find("R3", "n/a", "missing_steps")
    middle = (limits.ratio_low + limits.ratio_high) / 2
    n, ratio = max(ratios, key=lambda pair: abs(pair[1] - middle))
    bounds = {"low": money(limits.ratio_low), "high": money(limits.ratio_high)}
    if limits.ratio_low <= ratio <= limits.ratio_high:
        listed = row.listed(_short(ratio) for _, ratio in ratios)
        return row.find("R3", "pass", "R3_pass", ratio.quantize(PLACES), ratios=listed, **bounds)
    words = "R3_drop" if ratio < limits.ratio_drop else "R3_equal" if ratio > limits.ratio_equal else "R3_outside"
    words = "R3_growing" if ratio > 1 else words
    return row.find("R3", "warn", words, ratio.quantize(PLACES), n=n, ratio=_short(ratio), **bounds)


def _short(ratio: Decimal) -> str:
    return money(ratio.quantize(Decimal("0.001")))


def _r4(row: Row) -> Finding:
    """Three to five steps; standing still is no step."""
    count, low, high = sum(1 for step in row.steps if step), row.limits.steps_low, row.limits.steps_high
    words = "R4_few" if count < low else "R4_many" if count > high else "R4_pass"
    return row.find("R4", "pass" if words == "R4_pass" else "fail", words, count, count=count, low=low, high=high)


def _r5(row: Row) -> Finding:
    """The last price is not round."""
    price = row.prices[-1]
    digits = significant_digits(price)
    if digits <= row.limits.round_digits:
        return row.find("R5", "warn", "R5_round", digits, price=price, digits=digits)
    return row.find("R5", "pass", "R5_pass", digits, price=price, digits=digits)


def _r6(row: Row) -> Finding:
    """Never two steps without a get; the number is the longest run of steps given for nothing."""
    if row.gets is None:
        return row.find("R6", "n/a", "missing_gets")
    gets = (*row.gets, *[""] * len(row.steps))
    longest, run, end = 0, 0, 0
    # Standing still costs nothing and neither breaks nor lengthens a run.
    for n, (step, get) in enumerate(zip(row.steps, gets, strict=False), start=1):
        if step > 0:
            run = 0 if get.strip() else run + 1
            longest, end = max((longest, end), (run, n), key=lambda pair: pair[0])
    if longest < 2:
        return row.find("R6", "pass", "R6_pass", longest)
    return row.find("R6", "fail", "R6_fail", longest, n=_step_before(row, end), m=end)


def _step_before(row: Row, n: int) -> int:
    """The number of the last step before step `n` that gave something."""
    return max(i for i, step in enumerate(row.steps[: n - 1], start=1) if step > 0)


def _r7(row: Row) -> Finding:
    """No price past the walk-away; the number is what is left to it at the worst price."""
    if row.floor is None:
        return row.find("R7", "n/a", "missing_floor")
    floor = row.floor
    worst = min(row.prices, key=lambda price: row.better(price, floor))
    left = row.better(worst, floor)
    if left < 0:
        return row.find("R7", "fail", "R7_fail", left, price=worst, floor=floor, over=-left)
    return row.find("R7", "pass", "R7_pass", left, floor=floor, left=row.better(row.prices[-1], floor))


def _r8(row: Row) -> Finding:
    """The first step's share of all that is given."""
    if not row.moves:
        return row.find("R8", "n/a", "missing_given")
    if min(row.moves) < 0:
        return row.find("R8", "n/a", "missing_way")
    share, limit = row.moves[0] / sum(row.moves), row.limits.first_share
    percent = {"share": money((share * 100).quantize(Decimal("0.1"))), "limit": money(limit * 100)}
    if share > limit:
        return row.find("R8", "warn", "R8_warn", share.quantize(PLACES), **percent)
    return row.find("R8", "pass", "R8_pass", share.quantize(PLACES), **percent)


def _r9(row: Row) -> Finding:
    """No move in the message right after their first counter-offer; the number is the messages between."""
    if row.table is None:
        return row.find("R9", "n/a", "missing_table")
    if "counter" not in row.table:
        return row.find("R9", "n/a", "R9_none")
    after = row.table[row.table.index("counter") + 1 :]
    waited = next((i for i, move in enumerate(after) if move == "move"), len(after))
    return row.find("R9", "pass" if waited else "fail", "R9_pass" if waited else "R9_fail", waited)


def _r10(row: Row) -> Finding:
    """At most two reasons a move; the number is the most in one sentence."""
    if row.sentences is None:
        return row.find("R10", "n/a", "missing_sentences")
    limits = row.limits
    lists = (limits.reason_words, limits.reason_counts, limits.reason_links)
    count = max((count_reasons(sentence, *lists) for sentence in row.sentences), default=0)
    if count > limits.reasons_max:
        return row.find("R10", "warn", "R10_warn", count, count=count, limit=limits.reasons_max)
    return row.find("R10", "pass", "R10_pass", count, count=count)


def _r11(row: Row) -> Finding:
    """No irritators; the number is how many were found."""
    if row.sentences is None:
        return row.find("R11", "n/a", "missing_sentences")
    found = [word for sentence in row.sentences for _, word in hits(sentence, row.limits.irritators)]
    if found:
        return row.find("R11", "warn", "R11_warn", len(found), word=found[0])
    return row.find("R11", "pass", "R11_pass", 0)


def _r12(row: Row) -> Finding:
    """A reserve stays unplanned: the target is strictly better than the walk-away."""
    if row.target is None or row.floor is None:
        return row.find("R12", "n/a", _missing(row))
    reserve = row.better(row.target, row.floor)
    if reserve <= 0:
        return row.find("R12", "fail", "R12_fail", reserve, target=row.target, floor=row.floor)
    return row.find("R12", "pass", "R12_pass", reserve, reserve=reserve)


RULES: tuple[Callable[[Row], Finding], ...] = (_r1, _r2, _r3, _r4, _r5, _r6, _r7, _r8, _r9, _r10, _r11, _r12)
