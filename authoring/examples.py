"""The catalogue's examples where they can be run: slips in a small playbook, whole files in a small tree, stories on the general plan.

For the manual and its tests. Knows where the shipped general playbooks lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from authoring import specimen
from authoring.catalogue import Entry, chapters
from authoring.check import check_texts
from authoring.finding import Finding
from authoring.folder import Folder, on_disk
from authoring.read import read

FILE = "your-file.yaml"
"""What an example is called."""

STORIES = "6-stories"

_BESIDE = Path(__file__).parent / "codes" / "beside"
_GENERAL = Path(__file__).parents[1] / "playbooks" / "general"


def chapters_of_whole_files() -> tuple[str, ...]:
    """The chapters whose examples are whole files of playbooks."""
    return tuple(name for name in chapters() if name.startswith("5-"))


def told(chapter: str, entry: Entry) -> tuple[Finding, ...]:
    """What `check`, or for stories `stories`, finds in the wrong example of a chapter, under the name of `FILE`."""
    if chapter == STORIES:
        found = _of_stories(entry.wrong)
    elif chapter in chapters_of_whole_files():
        found = run(entry)[1]
    else:
        found = specimen.check(entry.wrong_bytes(), FILE).findings
    return tuple(finding.model_copy(update={"file": FILE}) for finding in found)


def run(entry: Entry, *, right: bool = False) -> tuple[str, tuple[Finding, ...]]:
    """The path and the findings of an example that is a whole playbook, checked among the general playbooks and a few others."""
    data = entry.right.encode() if right else entry.wrong_bytes()
    path = example_path(entry.right)
    return path, check_texts({**around(), path: data}, path.__eq__)


def example_path(text: str) -> str:
    """Where an example stands: in the folder of its trade, the first word of its id."""
    checked = read("", text.encode())
    found = checked.value.at(("id",)) if checked.value is not None else None
    return f"{str(found or 'fleet').partition('-')[0]}/{FILE}"


@cache
def around() -> dict[str, bytes]:
    """The playbooks among which examples stand."""
    beside = {str(file.relative_to(_BESIDE)): file.read_bytes() for file in _BESIDE.rglob("*.yaml")}
    return beside | {f"general/{file.name}": file.read_bytes() for file in _GENERAL.glob("*.yaml")}


def _of_stories(text: str) -> tuple[Finding, ...]:
    from authoring import stories

    file = stories.read_stories(FILE, text.encode(), _general())
    played = range(len(file.stories.stories) if file.stories is not None else 0)
    return (*file.findings, *(finding for number in played for finding in stories.tell(file, number, _general()).findings))


@cache
def _general() -> Folder:
    return on_disk(_GENERAL, _BESIDE / "broken" / "plan.yaml")
