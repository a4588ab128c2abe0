"""What the documents say about commands, settings and files is so, in both languages."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import bot
from chat.bench import COMMANDS as BENCH
from chat.settings import Settings
from tests.docs.guide import ROOT, levels, links

ENDINGS = {"en": ".md", "zh-Hans": ".zh-Hans.md"}
GUIDES = ("README", "docs/reps", "docs/trainers", "docs/operators")
DOCUMENTS = tuple(sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]))
PROGRAM = ("bot.py", "authoring", "chat", "coaching", "documents", "storage")
_VARIABLE = re.compile(r"\bSPARRING_[A-Z_]+\b")


def text_of(name: str, language: str) -> str:
    """One guide in one language."""
    return (ROOT / f"{name}{ENDINGS[language]}").read_text(encoding="utf-8")


def settings(data: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Each setting with its value, groups with a dot between."""
    for name, value in data.items():
        if isinstance(value, Mapping):
            yield from settings(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def shipped() -> str:
    """The settings file as it is shipped."""
    return (ROOT / "config.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ENDINGS)
def test_every_command_of_the_program_has_a_line_in_some_guide(language: str):
    text = "\n".join(text_of(name, language) for name in GUIDES)
    unsaid = [name for name in bot.cli.commands if not re.search(rf"(?:bot\.py |`){re.escape(name)}\b", text)]
    assert unsaid == []


@pytest.mark.parametrize("language", ENDINGS)
def test_every_command_of_the_trainers_chat_is_in_their_guide(language: str):
    assert [name for name in sorted(BENCH) if f"`/{name}" not in text_of("docs/trainers", language)] == []


@pytest.mark.parametrize("language", ENDINGS)
def test_no_guide_names_a_command_that_the_program_does_not_have(language: str):
    named = {name: set(re.findall(r"bot\.py ([a-z]\w*)", text_of(name, language))) for name in GUIDES}
    assert {name: found - set(bot.cli.commands) for name, found in named.items() if found - set(bot.cli.commands)} == {}


def test_the_shipped_settings_are_all_that_there_are_with_their_defaults():
    assert dict(settings(yaml.safe_load(shipped()))) == dict(settings(Settings().model_dump()))


def test_every_setting_is_explained_on_its_line():
    lines = [line for line in shipped().split("\n") if re.match(r"\s*\w+:\s*\S", line)]
    assert len(lines) == len(dict(settings(Settings().model_dump())))
    assert [line for line in lines if not re.search(r"\s# \S.{10,}", line)] == []


@pytest.mark.parametrize("language", ENDINGS)
def test_every_variable_of_the_environment_is_in_the_readme(language: str):
    files = [file for name in PROGRAM for file in ([ROOT / name] if name.endswith(".py") else (ROOT / name).rglob("*.py"))]
    read = {found for file in files for found in _VARIABLE.findall(file.read_text(encoding="utf-8"))}
    assert {"SPARRING_TELEGRAM_TOKEN", "SPARRING_TELEGRAM_API", "SPARRING_DATABASE_URL", "SPARRING_CONFIG"} <= read
    said = text_of("README", language)
    assert sorted(name for name in read if f"| `{name}` |" not in said) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_leads_somewhere(document: Path):
    assert [link for link in links(document.read_text(encoding="utf-8")) if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_has_the_same_sections_in_both_languages_and_they_link_to_each_other(name: str):
    english, chinese = (text_of(name, language) for language in ENDINGS)
    assert levels(english) == levels(chinese)
    assert f"{Path(name).name}.zh-Hans.md" in set(links(english))
    assert f"{Path(name).name}.md" in set(links(chinese))
