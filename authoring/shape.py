"""Pass 2 of `check`: does a document have the shape of its model? The validator's complaints become findings in a trainer's words.

Knows pydantic and no playbook. A model's own rules may raise `PydanticCustomError(code, message, context)` with a code of the
catalogue: the context gives the details of its words, and in `at` the way (a tuple) from there to the value that is at fault.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from authoring import catalogue, fields
from authoring.document import Document, Path
from authoring.fields import THIS_GROUP, Names
from authoring.finding import Checked, Finding, Words, in_order
from authoring.suggest import listed, similar

T = TypeVar("T")

_log = logging.getLogger(__name__)

MOST_FAULTS = 200
"""After so many faults nobody reads on, and neither do we."""

# How pydantic's names of complaints end where a value has the wrong type.
_OF_WRONG_TYPE = ("_type", "_parsing", "_from_float", "is_instance_of", "none_required", "_inexact", "_attributes_type")


class _Fault(NamedTuple):
    """One complaint of the validator at a place of the document."""

    path: Path
    """The value that is at fault; of a missing key the mapping that lacks it."""
    kind: str
    key: str
    """The missing key, or the key that does not fit, where it is about a key."""
    context: Mapping[str, Any]
    branches: tuple[tuple[Path, str], ...]
    """The alternatives of unions that the validator was in: the place and the validator's name for the alternative."""


def validate(document: Document, model: type[T], names: Names | None = None, context: dict[str, Any] | None = None) -> Checked[T]:
    """The document as a model, or all findings of the pass.

    `names` tells what trainers call models, other annotations and patterns; `context` is handed to the model's validators.
    A number or `true` where only text is possible counts as the text that was written. Never raises, whatever the data are.
    """
    try:
        return _validated(document, model, names or {}, context)
    except Exception:  # noqa: BLE001 - a model's own rule may stumble over data that nobody foresaw; a trainer still gets a place
        _log.exception("a document could not be validated, and nobody foresaw why")
        return Checked(None, (document.finding("wrong-value", (), where=_where(())),))


def _validated(document: Document, model: type[T], names: Names, context: dict[str, Any] | None) -> Checked[T]:
    value, faults = _tried(document.data, model, context)
    as_written = {fault.path for fault in faults if _is_plain_scalar(document, fault.path)}
    if as_written:
        value, left = _tried(_with_texts(document, as_written), model, context)
        # What is at fault as a text too is told as what it is.
        still = as_written & {fault.path for fault in left}
        faults = left if not still else _tried(_with_texts(document, as_written - still), model, context)[1]
    teller = _Teller(document, model, names)
    return Checked(value, in_order(teller.tell(_settled(faults[:MOST_FAULTS], 0))))


def _tried(data: Any, model: Any, context: dict[str, Any] | None) -> tuple[Any, list[_Fault]]:
    """The model, or None and the validator's complaints."""
    try:
        return _adapter(model).validate_python(data, context=context), []
    except ValidationError as error:
        return None, [_fault(each, data) for each in error.errors(include_url=False, include_input=False)]


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _is_plain_scalar(document: Document, path: Path) -> bool:
    spot = document.spots.get(path)
    return spot is not None and spot.style == "plain" and isinstance(document.at(path), (bool, int, float))


def _with_texts(document: Document, paths: set[Path]) -> Any:
    """The data with the values at these places as they were written."""
    data = {"": deepcopy(document.data)}
    for path in paths:
        inside: Any = data
        for step in ("", *path)[:-1]:
            inside = inside[step]
        inside[("", *path)[-1]] = document.written(path)
    return data[""]


def _fault(error: ErrorDetails, data: Any) -> _Fault:
    location, key = error["loc"], ""
    if error["type"] == "missing":
        location, key = location[:-1], str(location[-1])
    elif location and location[-1] == "[key]":
        location, key = location[:-2], str(location[-2])
    path, branches = _resolved(data, location)
    if error["type"] == "extra_forbidden":
        path, key = path[:-1], str(path[-1])
    return _Fault(path, error["type"], key, error.get("ctx", {}), branches)


def _resolved(data: Any, location: Sequence[str | int]) -> tuple[Path, tuple[tuple[Path, str], ...]]:
    """The validator's way through the document, and the alternatives of unions that it names on the way.

    The two look alike; the reading with the fewest alternatives is the right one.
    """
    readings: list[tuple[Path, tuple[tuple[Path, str], ...], Any]] = [((), (), data)]
    for step in location:
        further = []
        for path, branches, inside in readings:
            steps = inside if isinstance(inside, dict) else range(len(inside)) if isinstance(inside, list) else ()
            if step in steps:
                further.append(((*path, step), branches, inside[step]))
            if isinstance(step, str):
                further.append((path, (*branches, (path, step)), inside))
        readings = sorted(further, key=lambda reading: len(reading[1]))[:4]
    path, branches, _ = readings[0] if readings else ((), (), None)
    return path, branches


def _settled(faults: list[_Fault], depth: int) -> list[_Fault]:
    """The faults that are worth telling: of the alternatives of a union only those of the one that was most likely meant."""
    kept = [fault for fault in faults if len(fault.branches) <= depth]
    unions: dict[Path, dict[str, list[_Fault]]] = {}
    for fault in faults:
        if len(fault.branches) > depth:
            at, branch = fault.branches[depth]
            unions.setdefault(at, {}).setdefault(branch, []).append(fault)
    for at, branches in unions.items():
        settled = [_settled(of_branch, depth + 1) for of_branch in branches.values()]
        meant = [each for each in settled if not all(fault.path == at and _is_of_type(fault.kind) for fault in each)]
        kept.extend(sorted(meant, key=len)[0] if meant else settled[0][:1])
    return kept


def _is_of_type(kind: str) -> bool:
    return kind.endswith(_OF_WRONG_TYPE)


class _Teller:
    """Turns the faults of one document into findings."""

    def __init__(self, document: Document, model: Any, names: Names) -> None:
        self.document, self.model, self.names = document, model, names

    def tell(self, faults: list[_Fault]) -> list[Finding]:
        """The findings; a key that is missing only because it is misspelt next to its place is not told twice."""
        guessed = {(fault.path, self._meant(fault)) for fault in faults if fault.kind == "extra_forbidden"}
        return [self._finding(fault) for fault in faults if not self._is_consequence(fault, guessed)]

    def _is_consequence(self, fault: _Fault, guessed: set[tuple[Path, str | None]]) -> bool:
        if fault.kind == "too_short":
            # The validator counts only the items that are sound, and the others are told anyway.
            return bool(len(self.document.at(fault.path)) >= fault.context["min_length"])
        return fault.kind == "missing" and (fault.path, fault.key) in guessed

    def _finding(self, fault: _Fault) -> Finding:
        if fault.kind in catalogue.entries():
            return self._of_the_model(fault)
        if fault.kind == "missing":
            return self._missing(fault.path, fault.key)
        if fault.kind == "union_tag_not_found":
            return self._missing(fault.path, str(fault.context["discriminator"]).strip("'"))
        if fault.kind == "extra_forbidden":
            return self._unknown_key(fault)
        if fault.key:
            if fault.kind in ("literal_error", "enum"):
                return self._unknown_key(fault)
            return self._wrong_form((*fault.path, fault.key), fault.key, fault.context, "key")
        if fault.kind == "union_tag_invalid":
            path = (*fault.path, str(fault.context["discriminator"]).strip("'"))
            return self._unknown_choice(path, [tag.strip("'") for tag in str(fault.context["expected_tags"]).split(", ")])
        return self._of_value(fault)

    def _of_value(self, fault: _Fault) -> Finding:
        value = self.document.at(fault.path)
        if value is None:
            return self._at(fault, "empty-value")
        if isinstance(value, str) and not value.strip():
            return self._at(fault, "empty-text")
        if _is_of_type(fault.kind):
            return self._wrong_type(fault, value)
        if fault.kind in ("literal_error", "enum"):
            choices = [choice for option in self._options(fault.path) for choice in fields.choices_of(option)]
            return self._unknown_choice(fault.path, choices)
        if fault.kind == "string_pattern_mismatch":
            return self._wrong_form(fault.path, str(value), fault.context, "value")
        teller = _LIMITS.get(fault.kind)
        if teller is None:
            return self._at(fault, "wrong-value")
        code, details = teller(value, fault.context)
        return self._at(fault, code, **details)

    def _at(self, fault: _Fault, code: str, remedy: str = "", /, **details: str | int | Words) -> Finding:
        return self.document.finding(code, fault.path, remedy, where=_where(fault.path), **details)

    def _options(self, path: Path) -> tuple[fields.Option, ...]:
        return fields.options_at(self.model, path, self.document.data)

    def _of_the_model(self, fault: _Fault) -> Finding:
        details = dict(fault.context)
        path = (*fault.path, *details.pop("at", ()))
        return self.document.finding(fault.kind, path, **details)

    def _missing(self, path: Path, key: str) -> Finding:
        return self.document.finding("missing-key", path, "", "key", key=key, where=_where(path))

    def _meant(self, fault: _Fault) -> str | None:
        possible = [key for option in self._options(fault.path) for key in fields.keys_of(option)]
        present = self.document.at(fault.path)
        free = [key for key in possible if not isinstance(present, dict) or key not in present]
        return similar(fault.key, free) or similar(fault.key, possible)

    def _unknown_key(self, fault: _Fault) -> Finding:
        here = self._options(fault.path)
        path, called = (*fault.path, fault.key), fields.owner(here, self.names)
        if meant := self._meant(fault):
            return self.document.finding("unknown-key", path, "similar", "key", key=fault.key, owner=called, meant=meant)
        for depth in range(len(fault.path) - 1, -1, -1):
            above = self._options(fault.path[:depth])
            if any(fault.key in fields.keys_of(option) for option in above):
                where = fields.owner(above, self.names) if depth else Words(en="the outermost level", zh="最外层")
                where = _where(fault.path[:depth]) if where is THIS_GROUP else where
                return self.document.finding("misplaced-key", path, "", "key", key=fault.key, owner=called, where=where)
        possible = dict.fromkeys(key for option in here for key in fields.keys_of(option))
        if not possible:
            return self.document.finding("unknown-key", path, "none", "key", key=fault.key, owner=called)
        return self.document.finding("unknown-key", path, "", "key", key=fault.key, owner=called, possible=listed(possible))

    def _unknown_choice(self, path: Path, choices: Sequence[Any]) -> Finding:
        value = str(self.document.at(path))
        if meant := similar(value, [str(choice) for choice in choices]):
            return self.document.finding("unknown-choice", path, "similar", where=_where(path), value=value, meant=meant)
        return self.document.finding("unknown-choice", path, where=_where(path), value=value, possible=listed(choices))

    def _wrong_form(self, path: Path, written: str, context: Mapping[str, Any], on: Any) -> Finding:
        form = self.names.get(context.get("pattern"))
        if form is None:
            return self.document.finding("wrong-form", path, "", on, value=written)
        return self.document.finding("wrong-form", path, "form", on, value=written, form=form)

    def _wrong_type(self, fault: _Fault, value: Any) -> Finding:
        here = self._options(fault.path)
        remedy = ""
        if isinstance(value, str):
            if any(fields.is_list(option) for option in here):
                remedy = "list"
            elif any(fields.is_group(option) for option in here):
                remedy = "group"
            elif any(option.annotation is bool for option in here):
                remedy = "truth"
            else:
                remedy = "number" if any(option.annotation in (int, float) for option in here) else ""
        elif any(option.annotation is str for option in here):
            remedy = "text"
        return self._at(fault, "wrong-type", remedy, expected=fields.kinds(here, self.names), got=_got(value))


def _where(path: Path) -> Words:
    """What trainers call the value at a path: its key, or its position in the list under a key."""
    if not path:
        return Words(en="the file", zh="这份文件")
    last = path[-1]
    if isinstance(last, str):
        return Words(en=f"'{last}'", zh=f"“{last}”")
    key = next((step for step in reversed(path) if isinstance(step, str)), None)
    if key is None:
        return Words(en=f"item {last + 1}", zh=f"第 {last + 1} 项")
    return Words(en=f"item {last + 1} of '{key}'", zh=f"“{key}”的第 {last + 1} 项")


def _got(value: Any) -> Words:
    if isinstance(value, str):
        return Words(en="a text", zh="一段文字")
    if isinstance(value, bool):
        return Words(en=str(value).lower(), zh=str(value).lower())
    if isinstance(value, (int, float)):
        return Words(en="a number", zh="一个数字")
    if isinstance(value, list):
        return Words(en="a list", zh="一个列表")
    return Words(en="a group of keys", zh="一组“键: 内容”")


_Details = dict[str, str | int | Words]


def _number(sign: str, en: str, zh: str) -> Callable[[Any, Mapping[str, Any]], tuple[str, _Details]]:
    def tell(value: Any, context: Mapping[str, Any]) -> tuple[str, _Details]:
        limit = str(context[sign]).removesuffix(".0")
        return "out-of-limits", {"value": str(value), "limits": Words(en=f"{en} {limit}", zh=f"{zh} {limit}")}

    return tell


def _length(code: str, limit: str) -> Callable[[Any, Mapping[str, Any]], tuple[str, _Details]]:
    def tell(value: Any, context: Mapping[str, Any]) -> tuple[str, _Details]:
        return code, {"count": len(value), "limit": context[limit]}

    return tell


_LIMITS: Mapping[str, Callable[[Any, Mapping[str, Any]], tuple[str, _Details]]] = {
    "greater_than": _number("gt", "more than", "大于"),
    "greater_than_equal": _number("ge", "at least", "不小于"),
    "less_than": _number("lt", "less than", "小于"),
    "less_than_equal": _number("le", "at most", "不大于"),
    "string_too_short": _length("text-too-short", "min_length"),
    "string_too_long": _length("text-too-long", "max_length"),
    "too_short": _length("too-few-items", "min_length"),
    "too_long": _length("too-many-items", "max_length"),
}
