"""The schema for editors: complete, in both languages, and shipped as it is made. What an editor does with it is tested in `editor`."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from authoring import naming
from authoring.editing import FOLDER, commands
from authoring.library import APART, METHODS
from authoring.schema import KINDS, chooser, files, schema
from authoring.schema_facts import Value, purpose_of
from authoring.schema_words import stories_in_chinese, undescribed
from authoring.story import COMMANDS, PLACES
from coaching.frozen import Frozen, Language
from tests.authoring.editor.conftest import shipped_settings

ROOT = Path(__file__).resolve().parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")


def keys(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a trainer may write, with what the schema says about it: in the order of the schema."""
    for within in (made, *made["definitions"].values()):
        groups = [within, *(rule for rule in (within.get("then"), within.get("else")) if rule)]
        for group in groups:
            for name, place in group.get("properties", {}).items():
                if isinstance(place, dict):
                    yield f"{within.get('title', '')}.{name}", place
                    inner = place.get("properties", {})
                    yield from ((f"{name}.{word}", inside) for word, inside in inner.items() if isinstance(inside, dict))


def walked(made: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema; what a snippet puts in is no part of it."""
    if isinstance(made, dict):
        yield made
        made = [inner for name, inner in made.items() if name != "body"]
    for inner in made if isinstance(made, list) else ():
        yield from walked(inner)


def test_the_schemas_that_are_shipped_are_those_that_the_models_give() -> None:
    folder = ROOT / "playbooks" / FOLDER
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    stale = sorted(name for name in on_disk.keys() | files().keys() if on_disk.get(name) != files().get(name))
    assert stale == [], "renew them: python bot.py schema --write"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_explained_in_the_language(kind: Any, language: Language) -> None:
    unexplained = [name for name, place in keys(schema(kind, language)) if not place.get("description")]
    assert unexplained == []
    chinese = [name for name, place in keys(schema(kind, language)) if CHINESE.search(place["description"])]
    assert len(chinese) == (0 if language == "en" else len(list(keys(schema(kind, language)))))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_said_is_said_in_the_language(kind: Any, language: Language) -> None:
    said = []
    for place in walked(schema(kind, language)):
        said += [place[name] for name in ("errorMessage", "markdownDescription", "label", "title") if isinstance(place.get(name), str)]
        said += place.get("enumDescriptions", [])
    assert len(said) > 50
    assert {bool(CHINESE.search(words)) for words in said} == {language != "en"}
    assert not any("{" in re.sub(r"\{\{ \w+ \}\}", "", words) for words in said), "something was not filled in"


def test_traditional_script_is_read_where_it_is_asked_for() -> None:
    assert schema("story", "zh-Hant")["properties"]["plan"]["description"] == "走哪一份拜訪計畫，寫它的名字（id）。"


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_somewhere_and_no_definition_speaks_for_its_key(kind: Any) -> None:
    made = schema(kind, "en")
    referred = {place["$ref"].removeprefix("#/definitions/") for place in walked(made) if isinstance(place.get("$ref"), str)}
    assert referred == made["definitions"].keys()
    assert [name for name, place in made["definitions"].items() if "description" in place] == []
    assert {place["$ref"] for place in walked(chooser(kind)) if "$ref" in place} <= files().keys()


def test_every_model_has_a_name_and_no_name_is_left_over() -> None:
    assert set(METHODS.values()) <= set(naming.models())
    values = {"Text", "Phrases", "Identifier", "Date", "Place", "Command", "Playbook"}
    assert naming.called().keys() == {model.__name__ for model in naming.models()} | values


def test_every_fixed_word_has_a_meaning_and_no_meaning_is_left_over() -> None:
    words: dict[str, set[str]] = {"Method": set(METHODS), "Step": set(PLACES)}
    for annotation, name in naming.CHOICES.items():
        words.setdefault(name, set()).update(Value(annotation).choices())
    assert {name: meanings.keys() for name, meanings in naming.choices().items()} == words
    assert set(COMMANDS) == words["Command"]


def test_the_lists_of_purposes_hold_what_the_models_need_and_nothing_else() -> None:
    fields = {f"{model.__name__}.{name}": field for model in naming.models() for name, field in model.model_fields.items()}
    silent = {name for name, field in fields.items() if not field.description and name in undescribed()}
    assert undescribed().keys() - silent == {"Playbook.method"}
    stories = [model for model in naming.models() if model.__name__.startswith("Stor")]
    said = {field.description for model in stories for field in model.model_fields.values()}
    said |= {(model.__doc__ or "").strip().partition("\n")[0] for model in stories}
    assert said == stories_in_chinese().keys()


def test_a_model_with_a_new_kind_of_value_is_not_passed_over_in_silence() -> None:
    from authoring.schema import _Maker
    from authoring.schema_words import Phrasebook

    class Odd(Frozen):
        """Something new."""

        when: bytes

    with pytest.raises(TypeError, match="teach it"):
        _Maker(Phrasebook("en"))._value(Value(Odd.model_fields["when"].annotation))


def test_a_key_without_a_description_says_what_the_group_behind_it_is() -> None:
    pitch = next(model for model in naming.models() if model.__name__ == "Pitch")
    assert purpose_of(pitch, "evidence").en == "Proof that the client can check: what it is, where it comes from, of when."


def test_the_shipped_settings_name_schemas_that_are_there_and_leave_other_folders_alone() -> None:
    settings = shipped_settings()
    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])
    (playbooks,) = (patterns for path, patterns in settings["yaml.schemas"].items() if path.endswith("playbook.json"))
    assert {f"!playbooks/**/{folder}/**" for folder in APART} <= set(playbooks)
    for quiet in ("yaml.schemaStore.enable", "yaml.kubernetesCRDStore.enable", "redhat.telemetry.enabled"):
        assert settings[quiet] is False


def ran(folder: Path, *arguments: str) -> Result:
    (command,) = commands(lambda: folder)
    return CliRunner().invoke(command, arguments)


def test_the_command_prints_one_schema(tmp_path: Path) -> None:
    assert json.loads(ran(tmp_path).stdout) == schema("playbook", "en")
    assert json.loads(ran(tmp_path, "--kind", "story", "--language", "zh-Hans").stdout) == schema("story", "zh-Hans")
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_what_is_shipped(tmp_path: Path) -> None:
    assert ran(tmp_path, "--write").exit_code == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / FOLDER).iterdir()} == files()


def test_a_folder_that_cannot_be_written_is_one_line_and_status_2(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    result = ran(tmp_path, "--write")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert FOLDER in result.stderr
