"""What trainers call the models and the fixed words, in English and in Chinese. Reads the lists in `words/`; judges nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

import yaml
from pydantic import BaseModel, RootModel

from authoring import fields
from authoring.finding import Words
from authoring.story import Command, Stories
from authoring.traditional import to_traditional
from coaching.frozen import Language
from coaching.methods.call_plan import CallPlan, Part, StepId
from coaching.methods.fabe import Fabe
from coaching.methods.negotiation import Negotiation
from coaching.methods.objections import Cause, ObjectionClass, Objections, Tactic
from coaching.methods.spin import BuyerRole, Spin, SpinKind
from coaching.playbook import Identifier
from coaching.session import Outcome
from coaching.wording import Text

_WORDS = Path(__file__).parent / "words"
_FILES = (CallPlan, Spin, Fabe, Objections, Negotiation, Stories)

CHOICES: Mapping[Any, str] = MappingProxyType(
    {
        Language: "Language", BuyerRole: "BuyerRole", SpinKind: "SpinKind", Tactic: "Tactic", ObjectionClass: "ObjectionClass",
        Cause: "Cause", Part: "Part", StepId: "Step", Outcome: "Outcome", Command: "Command",
        Literal["unclear"]: "BuyerRole",
    }
)  # fmt: skip
"""The list of `words/choices.yaml` that explains the words of each annotation."""


def models() -> tuple[type[BaseModel], ...]:
    """Every model that a trainer fills in, playbooks first; texts and lists of words by language are values, not models."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[Any] = list(_FILES)
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            waiting += [inner for field in model.model_fields.values() for inner in _models_in(field.annotation)]
    return tuple(found)


@cache
def names() -> fields.Names:
    """What trainers call each model, a text, and a short name; to be handed to `shape.validate`, so that findings speak so."""
    listed = called()
    by_model = {model: listed[model.__name__] for model in models()}
    pattern = next(at.pattern for at in get_args(Identifier)[1].metadata if hasattr(at, "pattern"))
    return {**by_model, Text: listed["Text"], pattern: listed["Identifier"]}


@cache
def called() -> Mapping[str, Words]:
    """The whole list of names, by the model's name or the kind of value."""
    return {name: Words.model_validate(words) for name, words in read_words("names.yaml").items()}


@cache
def choices() -> Mapping[str, Mapping[str, Words]]:
    """What the fixed words mean: by list, and there by word."""
    listed = read_words("choices.yaml")
    return {name: {word: Words.model_validate(words) for word, words in meanings.items()} for name, meanings in listed.items()}


def meaning(annotation: Any, word: str) -> Words:
    """What one of the fixed words of an annotation means. Raises KeyError for a word that nobody has explained."""
    return choices()[CHOICES[annotation]][word]


def in_language(words: Words, language: Language) -> str:
    """The words for a reader of this language, in the script that this reader is used to."""
    said = words.in_language(language)
    return to_traditional(said) if language == "zh-Hant" else said


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    for option in fields.options(annotation):
        inner = option.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            if not issubclass(inner, RootModel):
                yield inner
            continue
        for part in get_args(inner):
            yield from _models_in(part)


def read_words(name: str) -> dict[str, Any]:
    """A list of words that people care for, from the folder `words`."""
    return cast("dict[str, Any]", yaml.safe_load((_WORDS / name).read_text(encoding="utf-8")))
