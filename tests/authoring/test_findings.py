"""The broken files: each is a plausible slip of a trainer, and beside it stands, to the letter, what is told about it."""

from functools import cache
from pathlib import Path

import pytest

from authoring.check import check_texts, lines_of
from authoring.explain import as_text

FOLDER = Path(__file__).parents[1] / "findings"
GENERAL = Path(__file__).parents[2] / "playbooks" / "general"
FILES = sorted(FOLDER.rglob("*.yaml"))


@cache
def beneath() -> dict[str, bytes]:
    return {f"playbooks/general/{file.name}": file.read_bytes() for file in GENERAL.glob("*.yaml")}


def told(file: Path) -> str:
    """What `check` prints about a file, in English and then in Chinese."""
    name = str(file.relative_to(FOLDER))
    data = file.read_bytes()
    found = check_texts({name: data}, beneath=beneath())
    return "\n".join(as_text(found, {name: lines_of(data)}, language) for language in ("en", "zh-Hans"))


def test_there_are_at_least_sixty_of_them() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(FOLDER)) for file in FILES])
def test_a_broken_file_is_told_exactly_this(file: Path) -> None:
    assert told(file) == file.with_suffix(".out").read_text(encoding="utf-8")
