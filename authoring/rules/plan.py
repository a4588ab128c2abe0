"""Rules about the call plan: the times, the steps and what they rest on, and what may lie on the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from authoring.document import Path
from authoring.finding import Finding
from authoring.rules import when
from authoring.rules.case import ANY, Case, Pattern, Rule
from coaching.likeness import folded
from coaching.methods.call_plan import CallPlan
from coaching.playbook import Playbook

_FRAME = ("negotiation.opening", "negotiation.target")
_PRICES = ("negotiation.own", "negotiation.count")

# A step that is never asked without all of these.
_ALL_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "spin.need_payoff": ("spin.problem",),
        "negotiation.how": _FRAME,
        "negotiation.count": (*_FRAME, "negotiation.how"),
        "negotiation.own": (*_FRAME, "negotiation.how"),
    }
)
# A step that is never asked without one of these.
_ONE_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    dict.fromkeys(("negotiation.get", "negotiation.sentence", "negotiation.extra"), _PRICES)
)
# A step that is asked, and says little without these.
_RESTS_ON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "goal.fallback": ("goal.primary",),
        "fabe.advantage": ("fabe.feature",),
        "fabe.benefit": ("fabe.feature", "fabe.advantage"),
        "fabe.evidence": ("fabe.benefit",),
        "objections.cause": ("objections.reply",),
        "objections.tactic": ("objections.reply",),
        "negotiation.target": ("negotiation.opening",),
        "negotiation.walk_away": ("negotiation.target",),
        "negotiation.how": ("negotiation.count", "negotiation.own"),
        "negotiation.sentence": ("negotiation.get",),
    }
)

# What stands on the brief or is read out: no word of where we would stop.
_ON_THE_TABLE: tuple[Pattern, ...] = (
    ("bring", ANY), ("brief", ANY), ("roles", "unclear_ask"), ("words", "goal_unknown_ask"), ("words", "goal_undated_ask"),
    ("cards", ANY, "bring"), ("pitches", ANY, "evidence", ANY), ("give_gets", ANY, "get"), ("unit",), ("extras", ANY),
    ("words", "sentence"), ("words", "unknown_walk_away"), ("words", "unknown_expect"), ("words", "unknown_reply"),
    ("words", "missing_unknown"), ("words", "unknown_problem_ask"),
)  # fmt: skip
_FLOOR = re.compile(
    r"底价|底线|最低价|保本价|心理价位|目标价|walk[- ]?away|floor price|price floor|target price", re.IGNORECASE
)


def _minutes_twice(case: Case) -> Iterator[Finding]:
    seen: dict[object, int] = {}
    for number, time in enumerate(case.document.at(("times",)) or ()):
        first = seen.setdefault(time["minutes"], number)
        if first != number:
            line = case.document.place(("times", first, "minutes")).line
            yield case.at(("times", number, "minutes"), "minutes-twice", minutes=str(time["minutes"]), line=line)


def _step_twice(case: Case) -> Iterator[Finding]:
    for path, steps in _times(case):
        for number, step in enumerate(steps):
            if step in steps[:number]:
                yield case.at((*path, number), "step-twice", step=step)


def _implication_without_problem(case: Case) -> Iterator[Finding]:
    for path, steps in _times(case):
        if "spin.implication" in steps and "spin.problem" not in steps:
            yield case.at((*path, steps.index("spin.implication")), "implication-without-problem")


def _step_unreachable(case: Case) -> Iterator[Finding]:
    for path, steps in _times(case):
        for number, step in enumerate(steps):
            lacking = [need for need in _ALL_OF.get(step, ()) if need not in steps]
            choice = _ONE_OF.get(step, ())
            if choice and not set(choice) & set(steps):
                lacking.append(" / ".join(choice))
            if lacking and step not in steps[:number]:
                yield case.at((*path, number), "step-unreachable", step=step, needs=lacking[0])


def _problem_without_implication(case: Case) -> Iterator[Finding]:
    for path, steps in _times(case):
        if "spin.problem" in steps and "spin.implication" not in steps:
            yield case.at((*path, steps.index("spin.problem")), "problem-without-implication")


def _benefit_without_evidence(case: Case) -> Iterator[Finding]:
    for path, steps in _times(case):
        if "fabe.benefit" in steps and "fabe.evidence" not in steps:
            yield case.at((*path, steps.index("fabe.benefit")), "benefit-without-evidence")


def _step_alone(case: Case) -> Iterator[Finding]:
    for path, steps in _times(case):
        for number, step in enumerate(steps):
            lacking = [need for need in _RESTS_ON.get(step, ()) if need not in steps]
            if lacking and step not in steps[:number]:
                yield case.at((*path, number), "step-alone", step=step, needs=lacking[0])


def _steps_out_of_order(case: Case) -> Iterator[Finding]:
    for path, steps in _times(case):
        last = -1
        for number, step in enumerate(steps):
            place = when.ORDER.index(step)
            if place < last and step not in steps[:number]:
                yield case.at((*path, number), "steps-out-of-order", step=step, later=when.ORDER[last])
                break
            last = max(place, last)


def _more_than_known(case: Case) -> Iterator[Finding]:
    joined = case.around.preparations.get(case.book.id)
    if joined is None:
        return
    known = {"problems": len(joined.spin.problems), "objections": len(joined.objections.cards)}
    for number, time in enumerate(case.document.at(("times",)) or ()):
        for key, most in known.items():
            if isinstance(time.get(key), int) and time[key] > most:
                part = "spin" if key == "problems" else "objections"
                names = {"wanted": time[key], "known": most, "playbook": getattr(joined.plan.parts, part)}
                yield case.at(("times", number, key), "more-than-known", **names)


def _same_business(case: Case) -> Iterator[Finding]:
    for said in case.like(("business",)):
        first = case.around.plans_by_business.get((said.language, folded(said.words)), case.book.id)
        if first != case.book.id:
            yield case.at(said.at, "same-business", plan=first)


def _on_the_table(case: Case) -> Iterator[Finding]:
    for said in case.like(*_ON_THE_TABLE):
        if found := _FLOOR.search(said.words):
            yield case.within(said, found.start(), len(found.group()), "on-the-table", piece=found.group())


def _times(case: Case) -> Iterator[tuple[Path, list[str]]]:
    """The lists of steps that stand in this file, with their places."""
    for number, time in enumerate(case.document.at(("times",)) or ()):
        yield ("times", number, "steps"), time["steps"]


RULES: tuple[Rule, ...] = (
    Rule("minutes-twice", CallPlan, "the minutes of all times", _minutes_twice),
    Rule("step-twice", CallPlan, "the steps of each time", _step_twice),
    Rule("implication-without-problem", CallPlan, "the steps of each time", _implication_without_problem),
    Rule("step-unreachable", CallPlan, "the steps of each time", _step_unreachable),
    Rule("problem-without-implication", CallPlan, "the steps of each time", _problem_without_implication),
    Rule("benefit-without-evidence", CallPlan, "the steps of each time", _benefit_without_evidence),
    Rule("step-alone", CallPlan, "the steps of each time", _step_alone),
    Rule("steps-out-of-order", CallPlan, "the order of the steps", _steps_out_of_order),
    Rule("more-than-known", CallPlan, "how many problems and objections a time asks for", _more_than_known),
    Rule("same-business", CallPlan, "the buttons of all plans", _same_business),
    Rule("on-the-table", Playbook, "what stands on the brief", _on_the_table),
)
