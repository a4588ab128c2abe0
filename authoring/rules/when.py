"""When a text is said, what the rep has answered by then, and a long but plausible value for each name. Knows the order of steps."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from authoring.document import Path
from authoring.fields import Option
from coaching.methods.call_plan import PARTS
from coaching.playbook import COMMON_NAMES
from coaching.preparation import ROWS_OF, steps_of
from coaching.steps import setup
from coaching.templates import Value

ORDER: tuple[str, ...] = (
    *(step.id for step in steps_of(setup.ROWS)),
    *(step.id for part in PARTS for step in steps_of(ROWS_OF[part])),
)  # fmt: skip
"""Every step in the order in which they are asked."""

ANSWERED_AT: Mapping[str, str] = MappingProxyType(
    {
        "client": "plan.client", "role": "plan.role", "date": "plan.date", "minutes": "plan.time",
        "goal": "goal.primary", "primary": "goal.primary",
        "problem": "spin.problem",
        "need": "fabe.need", "feature": "fabe.feature", "advantage": "fabe.advantage", "benefit": "fabe.benefit",
        "evidence": "fabe.evidence",
        "heard": "objections.expect", "cause": "objections.cause", "tactic": "objections.tactic",
        "list": "negotiation.list", "opening": "negotiation.opening", "target": "negotiation.target",
        "walk_away": "negotiation.walk_away", "get": "negotiation.get",
    }
)  # fmt: skip
"""The step at which the rep gives what a name stands for."""

# Texts that are said at a step and whose key does not tell which.
_SAID_AT = {
    "ask_another_problem": "spin.problem", "ask_another": "objections.expect", "ask_line": "objections.reply",
    "no_date_read": "plan.date", "ask_goal": "goal.primary",
    "ready_goal": "goal.primary", "goal_is_activity": "goal.primary", "goal_is_vague": "goal.primary", "goal_no_date": "goal.primary",
    "goal_good": "goal.primary", "goal_unknown": "goal.primary", "ready_fallback": "goal.fallback",
}  # fmt: skip
_PARTS_OF: Mapping[str, tuple[str, ...]] = {
    "call_plan": ("plan", "goal"), "spin": ("spin",), "fabe": ("fabe",), "objections": ("objections",), "negotiation": ("negotiation",),
}  # fmt: skip

# The rep's words are cut to one line before they stand inside a sentence; these are as long as such lines get in practice.
_LONG = "红山酒厂的车队每天要等两个小时才能卸粮，旺季还要更久"
_PRICE = "1,268,000.50"
_NUMBERS = MappingProxyType({"n": 3, "count": 4, "of": 5, "length": 148, "most": 1200, "minutes": 30})
_SAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "client": "红山酒厂集团运输管理中心 · 刘主任", "role": "Checks the technical side (T)", "goal": _LONG, "primary": _LONG,
        "date": "28 September", "letter": "A (advantage)", "letters": "A (advantage), B (benefit), E (evidence)",
        "part": "Objections", "place": "Need-payoff", "cue": "百分之百保证", "term": "等卸粮",
        "price": _PRICE, "list": _PRICE, "opening": _PRICE, "target": _PRICE, "walk_away": _PRICE, "next": _PRICE,
        "prices": " → ".join([_PRICE] * 4), "steps": " → ".join([_PRICE] * 3), "pairs": "\n".join([f"{_LONG} → {_LONG}"] * 4),
        "titles": "、".join(["人家比你们便宜二十个点"] * 8), "never": "；".join(["这点钱对贵司不算什么"] * 3),
        "line": _LONG * 3, "weak": _LONG, "strong": _LONG * 2, "why": _LONG * 2, "finding": _LONG * 2, "reason": _LONG * 2,
        "question": _LONG * 2, "evidence": _LONG * 2,
    }
)  # fmt: skip


def said_at(method: str, path: Path) -> str | None:
    """The step at which a text of a playbook is said; None where that depends."""
    if method == "call_plan" and path[:1] == ("roles",) and path[-1] != "unclear_ask":
        return "plan.role"
    if len(path) < 2 or path[0] != "words" or not isinstance(path[1], str):
        return None
    if path[1] in _SAID_AT:
        return _SAID_AT[path[1]]
    name = path[1].removeprefix("ask_")
    return next((step for part in _PARTS_OF.get(method, ()) if (step := f"{part}.{name}") in ORDER and name != path[1]), None)


def too_early(method: str, path: Path, option: Option) -> Mapping[str, str]:
    """The names that are not answered yet when a text is said, each with the step that asks for it."""
    step = said_at(method, path)
    if step is None:
        return {}
    now, declared = ORDER.index(step), _declared(option)
    return {name: asked for name, asked in ANSWERED_AT.items() if name not in declared and ORDER.index(asked) >= now}


def names(option: Option) -> dict[str, Value]:
    """The names that may stand in a text, each with a long but plausible value."""
    return {name: sample(name) for name in (*COMMON_NAMES, *_declared(option))}


def sample(name: str) -> Value:
    """A long but plausible value for a name."""
    return _NUMBERS.get(name) or _SAMPLES.get(name, _LONG)


def _declared(option: Option) -> tuple[str, ...]:
    extra = option.field.json_schema_extra if option.field is not None else None
    found = extra.get("names") if isinstance(extra, dict) else None
    return tuple(str(name) for name in found) if isinstance(found, list) else ()
