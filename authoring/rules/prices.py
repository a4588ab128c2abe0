"""Rules about the concession plan: gives that shrink, each paid for, never past the walk-away, by limits that allow a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from authoring.finding import Finding, Words
from authoring.rules.case import ANY, Case, Rule, Said
from coaching.methods.concessions import Limits, PlanImpossible, money, plan
from coaching.methods.negotiation import Negotiation

_NOTHING = re.compile(
    r"^\W*(?:无|没有|不用|不要|不需要|什么都?不要|无条件|免费|白送|暂无|待定|"
    r"no(?:ne|thing)?|n/?a|free(?: of charge)?|tbd|nothing (?:at all|in return))\W*$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"长期合作|多多?(?:关照|支持|照顾)|以后再说|搞好关系|诚意|战略合作|继续支持|"
    r"\b(?:long[- ]term (?:partnership|relationship)|think of us|keep us in mind|goodwill|support us|be loyal|partnership)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?:降价?|让利?|减|优惠|便宜|少收|折让)(?:到)?[^\d，。]{0,4}(?P<zh>\d+(?:\.\d+)?)\s?(?P<zh_unit>%|个?百分?点|个点|元|块|万)|"
    r"(?P<en>\d+(?:\.\d+)?)\s?(?P<en_unit>%|per ?cent|yuan|dollars?|points?) (?:off|less|discount|reduction|lower|down)|"
    r"(?:discount|reduction|cut) of (?P<of>\d+(?:\.\d+)?)\s?(?P<of_unit>%|per ?cent|yuan|dollars?|points?)",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    r"(?:底线|底价|不能低于|最低到|walk[- ]?away(?: price)?|floor(?: price)?|not (?:go )?below)[^\d，。,.;；]{0,8}(\d[\d,]*(?:\.\d+)?)",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?:做到|降到|报到|给到|让到|可以到|报价?|开价?|卖)\s*(?:每[^\d，。]{0,6})?(\d[\d,]*(?:\.\d+)?)|"
    r"(?:can do|can go to|go (?:down )?to|down to|offer|open at|at) (\d[\d,]*(?:\.\d+)?)|^\W*(\d[\d,]*(?:\.\d+)?)(?=[\s,，。.]|$)",
    re.IGNORECASE,
)
# A list of 100 with room to move: what a coach computes with these must be possible.
_OPENING, _TARGET, _WALK_AWAY = "100", "85", "80"


def _give_without_get(case: Case) -> Iterator[Finding]:
    for said in case.like(("give_gets", ANY, "get")):
        if _NOTHING.match(said.words):
            yield case.at(said.at, "give-without-get")


def _get_not_checkable(case: Case) -> Iterator[Finding]:
    for said in case.like(("give_gets", ANY, "get"), ("examples", "get", "strong")):
        if found := _WISH.search(said.words):
            yield case.within(said, found.start(), len(found.group()), "get-not-checkable", piece=found.group())


def _gives_grow(case: Case) -> Iterator[Finding]:
    smallest: dict[tuple[str, str], tuple[Decimal, Said]] = {}
    for said in case.like(("give_gets", ANY, "give")):
        for found in _GIVEN.finditer(said.words):
            amount = Decimal(found["zh"] or found["en"] or found["of"])
            key = (said.language, _unit(found["zh_unit"] or found["en_unit"] or found["of_unit"]))
            before = smallest.get(key)
            if before is not None and amount > before[0]:
                line = case.document.place(before[1].at).line
                names: dict[str, str | int] = {"amount": str(amount), "before": str(before[0]), "line": line}
                yield case.within(said, found.start(), len(found.group()), "gives-grow", **names)
            if before is None or amount < before[0]:
                smallest[key] = (amount, said)


def _past_walk_away(case: Case) -> Iterator[Finding]:
    """An example that offers less than the floor which the same examples name."""
    floors: dict[str, Decimal] = {}
    for said in case.like(("examples", ANY, ANY)):
        for found in _FLOOR.finditer(said.words):
            floors.setdefault(said.language, _decimal(found[1]))
    for said in case.like(("examples", "opening", "strong"), ("examples", "sentence", "strong")):
        floor = floors.get(said.language)
        for found in _OFFER.finditer(said.words) if floor is not None else ():
            written = found[1] or found[2] or found[3]
            if floor is not None and _decimal(written) < floor:
                start = found.start() + found.group().find(written)
                yield case.within(said, start, len(written), "past-walk-away", price=written, floor=money(floor))


def _price_without_condition(case: Case) -> Iterator[Finding]:
    for said in case.like(("words", "sentence")):
        get, price = said.words.find("get"), said.words.find("price")
        if "{{" not in said.words or get < 0:
            yield case.at(said.at, "price-without-condition")
        elif 0 <= price < get:
            yield case.at(said.at, "price-without-condition", "order")


def _no_plan_possible(case: Case) -> Iterator[Finding]:
    if not isinstance(case.book, Negotiation) or not case.own("limits"):
        return
    reasons = [reason for steps in (3, 4) if (reason := _refused(case.book.limits, steps))]
    if reasons:
        yield case.at_key(("limits",), "no-plan-possible", reason=Words(en=reasons[0].english, zh=reasons[0].chinese))


def _limits_too_loose(case: Case) -> Iterator[Finding]:
    for name in ("ratio_high", "plan_ratio_high", "sound_ratio"):
        value = case.document.at(("limits", name))
        if value is not None and Decimal(str(value)) > Decimal("0.9"):
            yield case.at(("limits", name), "limits-too-loose", name=name, value=str(value))


def _limits_contradict(case: Case) -> Iterator[Finding]:
    if not isinstance(case.book, Negotiation):
        return
    limits = case.book.limits
    for lower, upper in (("ratio_drop", "ratio_low"), ("sound_ratio", "ratio_equal"), ("steps_low", "max_steps")):
        low, high = getattr(limits, lower), getattr(limits, upper)
        if low > high and (case.own("limits", lower) or case.own("limits", upper)):
            path = ("limits", lower) if case.own("limits", lower) else ("limits", upper)
            yield case.at(path, "limits-contradict", lower=lower, low=str(low), upper=upper, high=str(high))


def _refused(limits: Limits, steps: int) -> PlanImpossible | None:
    try:
        plan(_OPENING, _TARGET, _WALK_AWAY, 4 if steps == 4 else 3, limits)
    except PlanImpossible as reason:
        return reason
    return None


def _unit(written: str) -> str:
    """The unit of an amount; all ways to write per cent are one."""
    return "%" if re.fullmatch(r"%|个?百?分?点|个点|per ?cent|points?", written, re.IGNORECASE) else written.lower().rstrip("s")


def _decimal(written: str) -> Decimal:
    try:
        return Decimal(written.replace(",", ""))
    except InvalidOperation:
        return Decimal(0)


RULES: tuple[Rule, ...] = (
    Rule("give-without-get", Negotiation, "what is asked for each give", _give_without_get),
    Rule("get-not-checkable", Negotiation, "what is asked for each give", _get_not_checkable),
    Rule("gives-grow", Negotiation, "the amounts in the gives, in their order", _gives_grow),
    Rule("past-walk-away", Negotiation, "the prices in the examples", _past_walk_away),
    Rule("price-without-condition", Negotiation, "the ready sentence", _price_without_condition),
    Rule("no-plan-possible", Negotiation, "the limits, with a plan from 100 to 85", _no_plan_possible),
    Rule("limits-too-loose", Negotiation, "the limits for each step", _limits_too_loose),
    Rule("limits-contradict", Negotiation, "limits that belong together", _limits_contradict),
)
