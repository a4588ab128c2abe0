"""Which questions a preparation has, in which order, and how it stands in one glance. Joins the parts; asks nothing itself."""

from collections.abc import Mapping

from coaching.methods.call_plan import PARTS, Part
from coaching.script import Chain, Listing, Once, Row, Step
from coaching.steps import goal, pitch, price, questions, replies, setup
from coaching.walk import Walk

ROWS_OF: Mapping[Part, tuple[Row, ...]] = {
    "goal": goal.ROWS,
    "spin": questions.ROWS,
    "fabe": pitch.ROWS,
    "objections": replies.ROWS,
    "negotiation": price.ROWS,
}


def steps_of(rows: tuple[Row, ...]) -> tuple[Step, ...]:
    """Every step of these rows."""
    return tuple(step for row in rows for step in ([once.step for once in row.rows] if isinstance(row, Chain) else [row.step]))


def part_of(step: str) -> str:
    """The part that a step belongs to, by its name."""
    return step.partition(".")[0]


def rows(walk: Walk) -> tuple[Row, ...]:
    """The questions of this walk: the set-up, then the chosen steps of each part."""
    if not walk.session.minutes:
        return setup.ROWS
    chosen = set(walk.session.steps)
    return (*setup.ROWS, *(row for part in PARTS for row in _kept(ROWS_OF[part], chosen)))


def _kept(all_rows: tuple[Row, ...], chosen: set[str]) -> tuple[Row, ...]:
    found: list[Row] = []
    for row in all_rows:
        if isinstance(row, Chain):
            links = tuple(once for once in row.rows if once.step.id in chosen)
            found += [Chain(row.over, links)] if links else []
        elif row.step.id in chosen:
            found.append(row)
    return tuple(found)


def parts(walk: Walk) -> tuple[Part, ...]:
    """The parts that are in the plan, in order."""
    present = {part_of(step) for step in walk.session.steps}
    return tuple(part for part in PARTS if part in present)


def with_part(walk: Walk, part: Part) -> tuple[str, ...]:
    """The steps of the plan with one part added, as the longest plan has it."""
    fullest = max(walk.book.plan.times, key=lambda plan: plan.minutes)
    return (*walk.session.steps, *(step for step in fullest.steps if part_of(step) == part))


def without_part(walk: Walk, part: Part) -> tuple[str, ...]:
    """The steps of the plan without one part."""
    return tuple(step for step in walk.session.steps if part_of(step) != part)


def glance(walk: Walk, changed: bool) -> str:
    """The plan in one glance: a line for each part with its question and what will be checked, as HTML."""
    words = walk.book.plan.words
    head = walk.say(words.plan_changed) if changed else walk.say(words.plan, minutes=walk.session.minutes)
    lines = []
    for number, part in enumerate(parts(walk), 1):
        said = getattr(walk.book.plan.part_words, part)
        gap = " – " if walk.language == "en" else "："
        check = walk.say(said.check)
        lines.append(f"{number}. <b>{walk.say(said.name)}</b>{gap}{walk.say(said.question)} <i>({check})</i>" if walk.language == "en"
                     else f"{number}. <b>{walk.say(said.name)}</b>{gap}{walk.say(said.question)}<i>（{check}）</i>")
    return head + "\n" + "\n".join(lines)


def marker(walk: Walk, step: str) -> str:
    """Where the rep is: 2/5 Questions; nothing during the set-up."""
    present = parts(walk)
    part = part_of(step)
    if part not in present:
        return ""
    name = walk.plain(getattr(walk.book.plan.part_words, part).name)
    number = present.index(part) + 1
    return walk.say(walk.book.plan.commands.marker, n=number, of=len(present), part=name)


def is_listed(all_rows: tuple[Row, ...], step: str) -> bool:
    """Whether a step is asked again until the rep has enough."""
    return any(isinstance(row, Listing) and row.step.id == step for row in all_rows)


__all__ = ["Once", "glance", "is_listed", "marker", "part_of", "parts", "rows", "steps_of", "with_part", "without_part"]
