"""The catalogue's examples where they can be run: each stands in a small tree of playbooks. For the manual and its tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from authoring.catalogue import Entry
from authoring.check import check_texts
from authoring.finding import Finding
from authoring.read import read

_BESIDE = Path(__file__).parent / "codes" / "beside"
_GENERAL = Path(__file__).parents[1] / "playbooks" / "general"


def chapters_of_whole_files() -> tuple[str, ...]:
    """The chapters whose examples are whole files of playbooks."""
    from authoring.catalogue import chapters

    return tuple(name for name in chapters() if name.startswith("5-"))


def example_path(text: str) -> str:
    """Where an example stands: in the folder of its trade, the first word of its id."""
    checked = read("", text.encode())
    found = checked.value.at(("id",)) if checked.value is not None else None
    return f"{str(found or 'fleet').partition('-')[0]}/your-file.yaml"


def run(entry: Entry, *, right: bool = False) -> tuple[str, tuple[Finding, ...]]:
    """The path and the findings of an example, checked among the general playbooks and a few others."""
    data = entry.right.encode() if right else entry.wrong_bytes()
    path = example_path(entry.right)
    return path, check_texts({**around(), path: data}, path.__eq__)


@cache
def around() -> dict[str, bytes]:
    """The playbooks among which examples stand."""
    beside = {str(file.relative_to(_BESIDE)): file.read_bytes() for file in _BESIDE.rglob("*.yaml")}
    return beside | {f"general/{file.name}": file.read_bytes() for file in _GENERAL.glob("*.yaml")}
