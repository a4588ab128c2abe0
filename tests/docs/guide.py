"""Reads a guide as a trainer does: its sections, what is typed and what comes back, which lines of a file are changed.

Fences: `console` has commands behind `$` and typed lines behind `›`; `chat` has messages behind `›`, a button in square brackets, a file
in round ones; `diff FILE` has one place of a file before and after; `yaml FILE` is an excerpt. `…` stands for anything, alone for any
lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
ROOT = DOCS.parent
_FENCE = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,4}) (.+)$")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@dataclass(frozen=True)
class Fence:
    """One fenced block: its kind, the file that it is about, its lines, and the line of the guide on which it begins."""

    kind: str
    about: str
    text: str
    line: int


@dataclass
class Exchange:
    """What is typed, and what is shown as the answer; `typed` are the lines that go to a command that asks."""

    sent: str
    line: int
    typed: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)


def guide(name: str) -> str:
    """A guide's text."""
    return (DOCS / name).read_text(encoding="utf-8")


def fences(text: str) -> tuple[Fence, ...]:
    """Every fenced block, in order."""
    return tuple(Fence(m[1], m[2].strip(), m[3], text.count("\n", 0, m.start()) + 1) for m in _FENCE.finditer(text))


def levels(text: str) -> list[int]:
    """The levels of the headings, in order."""
    return [len(m[1]) for line in _FENCE.sub("", text).split("\n") if (m := _HEADING.match(line))]


def links(text: str) -> Iterator[str]:
    """What the text links to on this machine."""
    for found in _LINK.finditer(_FENCE.sub("", text)):
        if "://" not in found[1]:
            yield found[1]


def exchanges(fence: Fence) -> list[Exchange]:
    """The turns of a console or chat block."""
    found: list[Exchange] = []
    mark = "$ " if fence.kind == "console" else "› "
    for number, line in enumerate(fence.text.split("\n"), fence.line + 1):
        if line.startswith(mark):
            found.append(Exchange(line[2:], number))
        elif line.startswith("› "):
            found[-1].typed.append(line[2:])
        elif line.strip():
            found[-1].shown.append(line)
    return found


def change(fence: Fence) -> tuple[str, str]:
    """The lines of a diff block as they are before and after."""
    lines = fence.text.rstrip("\n").split("\n")
    before = [line[1:] for line in lines if line[:1] in {"-", " "}]
    after = [line[1:] for line in lines if line[:1] in {"+", " "}]
    return "\n".join(before) + "\n", "\n".join(after) + "\n"


def missing(shown: list[str], output: str) -> str | None:
    """The first shown line that does not stand in the output behind the one before; None when all do."""
    lines, at = output.split("\n"), 0
    for line in shown:
        if line.strip() == "…":
            continue
        pattern = re.compile(".*".join(map(re.escape, line.strip().split("…"))))
        place = next((n for n in range(at, len(lines)) if pattern.fullmatch(lines[n].strip())), None)
        if place is None:
            return line
        at = place + 1
    return None
