"""What may stand at a place of a model: keys, kinds of values, choices. Reads pydantic models; knows no playbook and no document."""

from __future__ import annotations

import datetime
import enum
import types
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from authoring.document import Path
from authoring.finding import Words

Names = Mapping[Any, Words]
"""What trainers call a thing: by model class, by other annotation, or by the regular expression that a text must match."""

THIS_GROUP = Words(en="this group", zh="这里")

_KINDS: Mapping[Any, Words] = {
    str: Words(en="a text", zh="一段文字"),
    int: Words(en="a whole number", zh="一个整数"),
    float: Words(en="a number", zh="一个数字"),
    Decimal: Words(en="a number", zh="一个数字"),
    bool: Words(en="true or false", zh="true 或 false"),
    datetime.date: Words(en="a date such as 2026-03-31", zh="日期，写法如 2026-03-31"),
    datetime.time: Words(en="a time such as 08:30", zh="时间，写法如 08:30"),
    datetime.datetime: Words(en="a date with a time, such as 2026-03-31 08:30", zh="日期和时间，写法如 2026-03-31 08:30"),
    type(None): Words(en="nothing", zh="空着不写"),
}
_GROUP = Words(en="a group of keys, one a line", zh="一组“键: 内容”，每行一个")
_LIST = Words(en="a list", zh="一个列表")
_ANYTHING = Words(en="something else", zh="别的内容")


class Option(NamedTuple):
    """One kind of value that may stand at a place, and the field that it comes from (None inside lists and mappings)."""

    annotation: Any
    field: FieldInfo | None


def options(annotation: Any, field: FieldInfo | None = None) -> tuple[Option, ...]:
    """The kinds of value that an annotation allows, with unions, aliases and wrapped roots taken apart."""
    annotation = getattr(annotation, "__value__", annotation)
    origin = get_origin(annotation)
    if origin is Annotated:
        return options(get_args(annotation)[0], field)
    if origin in (Union, types.UnionType):
        return tuple(option for part in get_args(annotation) for option in options(part, field))
    return (Option(annotation, field),)


def options_at(annotation: Any, path: Path, data: Any) -> tuple[Option, ...]:
    """What may stand at `path`, given what does stand on the way there: of several models only those that its choices fit."""
    here = options(annotation)
    for step in path:
        here = tuple(below for option in _fitting(here, data) for below in _below(option, step))
        data = _inside(data, step)
    return _fitting(here, data)


def keys_of(option: Option) -> tuple[str, ...]:
    """The keys that a mapping at this place may have, as trainers write them; none where any key will do."""
    annotation = _root(option.annotation)
    if _is_model(annotation):
        return tuple(_written_key(name, field) for name, field in annotation.model_fields.items())
    if _is_mapping(annotation):
        return tuple(str(choice) for key in options(_arguments(annotation, 2)[0]) for choice in choices_of(key))
    return ()


def choices_of(option: Option) -> tuple[Any, ...]:
    """The values from which one must be chosen at this place; none where there is no such list."""
    annotation = option.annotation
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return tuple(member.value for member in annotation)
    return ()


def owner(here: Collection[Option], names: Names) -> Words:
    """What trainers call the mapping that stands here."""
    return next((names[option.annotation] for option in here if _known(option.annotation, names)), THIS_GROUP)


def kinds(here: Collection[Option], names: Names) -> Words:
    """The kinds of value that may stand here, in a trainer's words."""
    found = tuple(dict.fromkeys(_kind(option, names) for option in here if option.annotation is not type(None)))
    found = found or (_ANYTHING,)
    return Words(en=" or ".join(kind.en for kind in found), zh="，或".join(kind.zh for kind in found))


def is_list(option: Option) -> bool:
    """Whether a list is meant here."""
    annotation = _root(option.annotation)
    return (get_origin(annotation) or annotation) in (list, tuple, set, frozenset, Sequence)


def is_group(option: Option) -> bool:
    """Whether a mapping of keys to values is meant here."""
    annotation = _root(option.annotation)
    return _is_model(annotation) or _is_mapping(annotation)


def values_of(annotation: Any, wanted: type, data: Any) -> Iterator[tuple[Path, Option]]:
    """Every place in `data` where a value of the type `wanted` stands, in the order of the data."""
    yield from _values_of(options(annotation), wanted, data, ())


def _values_of(here: tuple[Option, ...], wanted: type, data: Any, path: Path) -> Iterator[tuple[Path, Option]]:
    if match := next((option for option in here if option.annotation is wanted), None):
        yield path, match
        return
    steps: Iterator[str | int] = iter(data) if isinstance(data, dict) else iter(range(len(data))) if isinstance(data, list) else iter(())
    for step in steps:
        below = tuple(option for each in _fitting(here, data) for option in _below(each, step))
        yield from _values_of(below, wanted, data[step], (*path, step))


def _kind(option: Option, names: Names) -> Words:
    annotation = option.annotation
    if _known(annotation, names):
        return names[annotation]
    if choices_of(option):
        return Words(en="one of a few words", zh="几个固定选项之一")
    if is_list(option):
        items = tuple(dict.fromkeys(kind for kind in (_kind(item, names) for item in _below(option, 0))))
        if len(items) == 1 and items[0] != _ANYTHING:
            return Words(en=f"a list, each item {items[0].en}", zh=f"一个列表，每项是{items[0].zh}")
        return _LIST
    if is_group(option):
        return _GROUP
    return _KINDS.get(annotation, _ANYTHING)


def _known(annotation: Any, names: Names) -> bool:
    try:
        return annotation in names
    except TypeError:  # an annotation with unhashable parts has no name
        return False


def _below(option: Option, step: str | int) -> tuple[Option, ...]:
    annotation = _root(option.annotation)
    if _is_model(annotation):
        for name, field in annotation.model_fields.items():
            if step in (name, _written_key(name, field)):
                return options(field.annotation, field)
        return ()
    if _is_mapping(annotation):
        return options(_arguments(annotation, 2)[1], option.field)
    if is_list(option) and isinstance(step, int):
        arguments = _arguments(annotation, 1)
        fixed = get_origin(annotation) is tuple and Ellipsis not in arguments
        return options(arguments[min(step, len(arguments) - 1)] if fixed else arguments[0], option.field)
    return ()


def _fitting(here: tuple[Option, ...], data: Any) -> tuple[Option, ...]:
    """Of several models only those whose fixed choices agree with the data, if there are any."""
    if len(here) < 2 or not isinstance(data, dict):
        return here
    return tuple(option for option in here if _agrees(_root(option.annotation), data)) or here


def _agrees(annotation: Any, data: dict[str, Any]) -> bool:
    if not _is_model(annotation):
        return _is_mapping(annotation)
    for name, field in annotation.model_fields.items():
        allowed = [choice for option in options(field.annotation) for choice in choices_of(option)]
        value = data.get(_written_key(name, field))
        if field.is_required() and allowed and isinstance(value, str) and value not in allowed:
            return False
    return True


def _root(annotation: Any) -> Any:
    while isinstance(annotation, type) and issubclass(annotation, RootModel):
        annotation = annotation.model_fields["root"].annotation
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation) or annotation
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _arguments(annotation: Any, count: int) -> tuple[Any, ...]:
    return get_args(annotation) or (Any,) * count


def _written_key(name: str, field: FieldInfo) -> str:
    alias = field.validation_alias if isinstance(field.validation_alias, str) else field.alias
    return alias or name


def _inside(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
