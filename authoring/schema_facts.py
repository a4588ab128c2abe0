"""What the models tell about a place of a file, as far as an editor asks: limits, names, purposes, examples. Knows no JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from authoring import fields, naming
from authoring.finding import Words
from authoring.library import MERGED, METHODS
from authoring.rules import when
from authoring.schema_words import purpose, undescribed
from authoring.skeleton import default_base
from authoring.story import Stories
from coaching.methods.call_plan import Parts, TimePlan
from coaching.playbook import COMMON_NAMES

HEAD = ("method", "id", "language", "title", "author", "notes")
"""The keys that every playbook has, whatever its method."""

NEVER_FROM_BASE = ("method", "id", "title")
"""What a playbook must say for itself, also where a base lies beneath it."""


class Value(NamedTuple):
    """What may stand at a place: the annotation, its limits, and the names that a text there may fill in (None: the model says nothing)."""

    annotation: Any
    limits: tuple[Any, ...] = ()
    names: tuple[str, ...] | None = None

    def inside(self, annotation: Any) -> Value:
        """The same for what stands in a list or a group here."""
        return Value(annotation, (), self.names)

    def plain(self) -> Value:
        """The annotation without `None` and `Annotated`, with all its limits."""
        origin, inner = get_origin(self.annotation), get_args(self.annotation)
        if origin is Annotated:
            limits = [limit for at in inner[1:] for limit in (at.metadata if isinstance(at, FieldInfo) else (at,))]
            return Value(inner[0], (*self.limits, *limits), self.names).plain()
        kept = [part for part in inner if part is not type(None)] if origin in (Union, UnionType) else []
        return Value(kept[0], self.limits, self.names).plain() if len(kept) == 1 else self

    def choices(self) -> tuple[str, ...]:
        """The words from which one must be chosen here, if there is such a list."""
        return tuple(choice for option in fields.options(self.annotation) for choice in fields.choices_of(option))

    def kind(self) -> Words:
        """What may stand here, in a trainer's words."""
        return fields.kinds((fields.Option(self.annotation, None),), naming.names())

    def least(self) -> int:
        """The fewest items or characters."""
        return least(self.limits)


def value_of(model: type[BaseModel], name: str) -> Value:
    """What may stand at a field of a model."""
    field = model.model_fields[name]
    return Value(field.annotation, tuple(field.metadata), _names(model, name, field))


def meaning(annotation: Any, word: Any) -> Words:
    """What a fixed word means, in whichever of the annotation's lists it stands. Raises KeyError for a word in none of them."""
    for option in fields.options(annotation):
        if word in fields.choices_of(option):
            return naming.meaning(option.annotation, str(word))
    raise KeyError(word)


def purpose_of(model: type[BaseModel], key: str) -> Words:
    """What a key is for: its description, or what the model behind it is."""
    if own := undescribed().get(f"{model.__name__}.{key}"):
        return own
    field = next(field for name, field in model.model_fields.items() if key == key_of(name, field))
    return purpose(field.description) if field.description else about(Value(field.annotation).plain().annotation)


def about(model: type[BaseModel]) -> Words:
    """What a model is."""
    return purpose((model.__doc__ or "").strip().partition("\n")[0])


def examples(model: type[BaseModel], name: str) -> list[str | int]:
    """What may be put in at a key where nothing else tells what is usual."""
    if name == "based_on":
        return [default_base(method) for method, each in METHODS.items() if each is model]
    if model is Parts:
        return [default_base(name)]
    if (model, name) == (Stories, "plan"):
        return [default_base("call_plan")]
    return [5, 15, 30] if (model, name) == (TimePlan, "minutes") else []


def required(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that must be there."""
    return tuple(key_of(name, field) for name, field in model.model_fields.items() if field.is_required())


def key_of(name: str, field: FieldInfo) -> str:
    """The key as trainers write it."""
    return field.alias or name


def least(limits: Sequence[Any]) -> int:
    """The fewest items or characters that the limits allow."""
    return next((at.min_length for at in limits if isinstance(at, MinLen)), 0)


def is_model(annotation: Any) -> bool:
    """Whether this is a group of keys that a model names; texts and lists of words by language are values."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, RootModel)


def merged_models() -> frozenset[type[BaseModel]]:
    """The groups that may be written in part, because a base lies beneath them."""
    found: list[Any] = [field.annotation for model in METHODS.values() for name, field in model.model_fields.items() if name in MERGED]
    return frozenset(annotation for annotation in found if is_model(annotation))


def _names(model: type[BaseModel], name: str, field: FieldInfo) -> tuple[str, ...] | None:
    """The names that a text may fill in: the common ones, but for those that are asked for only later, and its own."""
    extra = field.json_schema_extra
    own = extra.get("names") if isinstance(extra, dict) else None
    if not isinstance(own, list):
        return None
    method, group = _said_in().get(model, ("", ""))
    early = when.too_early(method, (group, name), fields.Option(field.annotation, field)) if method else {}
    return (*(common for common in COMMON_NAMES if common not in early), *map(str, own))


@cache
def _said_in() -> Mapping[Any, tuple[str, str]]:
    """The groups of words that are said at a certain step: their method, and their key in its playbook."""
    groups = ("words", "roles")
    return {
        field.annotation: (method, name)
        for method, model in METHODS.items()
        for name, field in model.model_fields.items()
        if name in groups
    }
