"""The editor and `check` agree: what the second pass of `check` refuses is underlined in the same lines, and what it takes is not."""

import random
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import pytest
import yaml

from authoring import catalogue, naming
from authoring.document import Document, Path
from authoring.library import library
from authoring.read import read
from authoring.shape import validate
from authoring.story import Stories
from tests.authoring.editor.conftest import ROOT
from tests.authoring.editor.language_server import LanguageServer
from tests.authoring.editor.writing import PLAYBOOK, STORY, underlined_in_all

pytestmark = pytest.mark.xdist_group("editor")

MUTANTS = 5
"""Of each shipped file so many."""

OF_SHAPE = frozenset(catalogue.chapters()["3-shape"]) | {"story-no-action", "story-two-actions"}

# Which playbook a file is based on, and which parts it joins, `check` looks up in the library; the editor knows no other file.
LOOKED_UP = ("method", "based_on", "parts", "id")


@cache
def bases() -> dict[str, str]:
    """The playbooks on which the others are based, by their ids."""
    return {name: text for text in map(_text, sorted((ROOT / "playbooks" / "general").glob("*.yaml"))) if (name := _head(text)["id"])}


def refused_in_playbook(text: str) -> set[int]:
    """The lines in which `check` refuses the shape of a playbook that lies beside its base."""
    base = _head(text).get("based_on")
    beneath = {base: bases()[base]} if base else {}
    found = library(beneath | {"mutant": text}, {"mutant": "mutant"}).findings
    return {one.line for one in found if one.file == "mutant" and one.code in OF_SHAPE}


def _text(path: FilePath) -> str:
    return path.read_text(encoding="utf-8")


def _head(text: str) -> dict[str, Any]:
    head: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)  # a file of the repository
    return head


def refused_in_stories(text: str) -> set[int]:
    document = read("mutant", text.encode()).value
    assert document is not None
    return {one.line for one in validate(document, Stories, naming.names()).findings}


def mutants(text: str, chance: random.Random) -> Iterator[str]:
    """The file with one thing in it changed, as a trainer's hand might."""
    document = read("mutant", text.encode()).value
    assert document is not None
    places = [path for path in document.spots if path and path[0] not in LOOKED_UP]
    for _ in range(MUTANTS):
        yield yaml.safe_dump(mutated(document, chance.choice(places), chance), allow_unicode=True, sort_keys=False, width=10_000)


def mutated(document: Document, path: Path, chance: random.Random) -> Any:
    data = deepcopy(document.data)
    inside = data
    for step in path[:-1]:
        inside = inside[step]
    last = path[-1]
    change = chance.choice(("value", "value", "delete", "rename", "extra"))
    if change == "value":
        inside[last] = chance.choice([[], {}, "prices", ["a", "b"], {"fr": "x"}, {"en": "x"}, 7, -1, 0.5, "{{ nobody }}", "2026-13", " "])
    elif change == "delete":
        del inside[last]
    elif change == "extra":
        target = inside if isinstance(inside, dict) else data
        target["unheard_of"] = "x"
    elif isinstance(last, str):
        renamed = {(f"{key}x" if key == last else key): value for key, value in inside.items()}
        inside.clear()
        inside.update(renamed)
    return data


# What only the passes after the second one know: words of a text.
ONLY_WORDS = ("{{ nobody }}", " ")


@pytest.mark.parametrize("kind", ["playbook", "story"])
def test_what_check_refuses_is_underlined_and_what_it_takes_is_not(editor: LanguageServer, kind: str) -> None:
    chance = random.Random(2026)
    story = kind == "story"
    files = sorted((ROOT / "playbooks").glob("stories/*.yaml" if story else "*/*.yaml"))
    texts = [text for path in files if story == (path.parent.name == "stories") for text in mutants(_text(path), chance)]
    refuses = refused_in_stories if story else refused_in_playbook
    refused_somewhere = 0
    for text, found in zip(texts, underlined_in_all(editor, texts, STORY if story else PLAYBOOK), strict=True):
        refused = refuses(text)
        refused_somewhere += bool(refused)
        shown = {one.line: one.message for one in found}
        # Of a list or a group under a key `check` shows the key, and an editor what stands below it.
        assert all(line in shown or line + 1 in shown for line in refused), (refused, shown, text)
        if not refused:
            worded = [line for line in shown if not any(word in text.split("\n")[line - 1] for word in ONLY_WORDS)]
            assert worded == [], (shown, text)
    assert refused_somewhere > len(texts) // 4
