"""The flow of a plan as Mermaid text, for pages and tools that draw it. Knows a `Flow`; no files."""

from collections.abc import Iterator
from itertools import pairwise

from coaching.flow import Flow, FlowStep, Group, Lane

_ENTITIES = str.maketrans(
    {'"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "&": "#amp;", "`": "#96;", "\\": "#92;", ";": "#59;", "\n": " "}
)


def as_mermaid(flow: Flow) -> str:
    """The flow as a Mermaid flowchart: a box for each part, a node for each step, a diamond's words on the way to what is conditional."""
    lines = ["flowchart TB", f'  %% {_text(flow.plan)}']
    for number, lane in enumerate(flow.lanes):
        lines += _lane(lane, number)
    steps = [step for lane in flow.lanes for step in lane.steps]
    lines += [_arrow(one, other) for one, other in pairwise(steps)]
    lines.append(f'  {_node(steps[-1].id)} --> brief(["{_text(flow.labels.end)}"])')
    return "\n".join(lines) + "\n"


def _lane(lane: Lane, number: int) -> Iterator[str]:
    title = f"{number} {lane.name}" if number else lane.name
    yield f'  subgraph {lane.part}["{_text(title)}"]'
    yield "    direction TB"
    for place, group in enumerate(lane.groups):
        yield from _group(lane, group, place)
    yield "  end"


def _group(lane: Lane, group: Group, place: int) -> Iterator[str]:
    if group.kind == "once":
        yield from (f"    {_box(step)}" for step in group.steps)
        return
    yield f'    subgraph {lane.part}_{place}["↻ {_text(group.caption)}"]'
    yield from (f"      {_box(step)}" for step in group.steps)
    yield "    end"


def _box(step: FlowStep) -> str:
    parts = [f"<small>{_text(step.id)}{_minutes(step)}</small>", _text(step.question)]
    parts += [f"<b>{one.count}</b> {_text(one.label)}" for one in step.behind]
    return f'{_node(step.id)}["{"<br/>".join(parts)}"]'


def _minutes(step: FlowStep) -> str:
    return f" · {' '.join(map(str, step.minutes))}" if step.minutes else ""


def _arrow(one: FlowStep, other: FlowStep) -> str:
    if other.only_if:
        return f'  {_node(one.id)} -.->|"{_text(other.only_if)}"| {_node(other.id)}'
    return f"  {_node(one.id)} --> {_node(other.id)}"


def _node(step: str) -> str:
    return step.replace(".", "_")


def _text(words: str) -> str:
    """Words that end no quotation and start no markup."""
    return words.translate(_ENTITIES)
