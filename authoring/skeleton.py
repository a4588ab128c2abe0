"""A commented skeleton to begin a playbook with, generated from the models, so that it cannot rot. Pure; writes no file.

Every key carries what it is for and what may stand in it; the words are those of the base, as an example to write over. The short form
has what a trade changes and takes the rest from its base; the full form has every key that there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path as FilePath
from typing import Any, cast

import yaml
from annotated_types import MinLen
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from authoring import fields
from authoring.document import Path
from authoring.fields import Option
from authoring.finding import Words
from authoring.library import GROWING, MERGED, METHODS
from authoring.refusal import Refused
from authoring.spoken import no_method
from authoring.traditional import to_traditional
from authoring.writing import Entry, Raw, Value, comment, inline, written
from coaching.frozen import Language
from coaching.playbook import COMMON_NAMES, Playbook
from coaching.wording import Text

TRADE: Mapping[str, tuple[str, ...]] = {
    "call_plan": ("business", "order", "parts", "bring"),
    "spin": ("facts", "problems", "ours"),
    "fabe": ("pitches",),
    "objections": ("cards",),
    "negotiation": ("unit", "give_gets", "extras"),
}
"""What a trade changes, by method: the keys of the short form beside the head."""

EXAMPLES = 2
"""So many items of a list are shown, where no more are needed."""

_HEAD = ("method", "id", "based_on", "language", "title", "author")
_CHINESE = FilePath(__file__).parent / "words" / "fields.zh-Hans.yaml"

_ALSO_CALLED = {"plan": "call_plan"}

_TITLES: Mapping[str, Words] = {
    "call_plan": Words(en="My trade: preparing a meeting", zh="我的行业：拜访准备"),
    "spin": Words(en="My trade: questions", zh="我的行业：提问"),
    "fabe": Words(en="My trade: pitches", zh="我的行业：产品介绍"),
    "objections": Words(en="My trade: objections", zh="我的行业：异议"),
    "negotiation": Words(en="My trade: concession plan", zh="我的行业：让步方案"),
}
_TRADE = Words(en="My trade", zh="我的行业")
_AUTHOR = Words(en="Training team", zh="培训组")
_OURS = (Words(en="our product", zh="我们的产品"), Words(en="our platform", zh="我们的平台"))
_INTRODUCTION = (
    Words(
        en="A new playbook. The words below are examples: write your own over them, and delete what you do not need.",
        zh="一份新剧本。下面的文字只是例子，请换成自己的，用不上的删掉。",
    ),
    Words(
        en="Then check it (python bot.py check) and try it (python bot.py walk). "
        "Blanks at the beginning of a line count: keep them as they are.",
        zh="写完先检查（python bot.py check），再试走一遍（python bot.py walk）。行首的空格有意义，请保持原样。",
    ),
    Words(
        en="A sentence may name what the rep has said, between two braces: {names}. More names stand where they may be used.",
        zh="句子里可以用两个花括号填入销售说过的内容：{names}。某一处还能用别的名称，会在那里写明。",
    ),
)
_METHOD = Words(en="The method of selling that this playbook serves.", zh="这份剧本属于哪种销售方法。")
_CHOICES = Words(en="One of: {choices}.", zh="从这些里选一个：{choices}。")
_SOME_OF = Words(en="Some of: {choices}.", zh="从这些里选：{choices}。")
_KEYS = Words(en="Possible keys: {choices}.", zh="可以用的键：{choices}。")
_NAMES = Words(en="May name: {names}.", zh="可以填入：{names}。")
_OPTIONAL = Words(en="May be left out.", zh="可以不写。")
_ADDS = Words(
    en="Added to those of {base}; one with the same name takes its place.", zh="会加到 {base} 的里面；同名的取代它那一条。"
)
_GROWS = Words(en="Added to those of {base}.", zh="会加到 {base} 的里面。")
_REPLACES = Words(en="Takes the place of the whole list in {base}.", zh="会整个取代 {base} 里的那一份。")


def default_base(method: str) -> str:
    """The id of the playbook on which a new one of this method is based."""
    return f"general-{'plan' if method == 'call_plan' else method}"


def method_named(written: str) -> str:
    """The method that a trainer means. Raises Refused with a guess."""
    plain = written.strip().lower().replace("-", "_")
    plain = _ALSO_CALLED.get(plain, plain)
    if plain in METHODS:
        return plain
    raise no_method(written)


def skeleton(method: str, base: Playbook, name: str, language: Language, *, full: bool = False) -> str:
    """The YAML text of a new playbook `name` of this method, with examples from `base` and comments in `language`.

    Raises Refused when `base` is a playbook of another method.
    """
    model = METHODS[method]
    if not isinstance(base, model):
        raise Refused(
            f"'{base.id}' is a playbook of another method, so nothing of {method} can be taken from it.",
            f"“{base.id}”是另一种方法的剧本，不能作 {method} 的底本。",
        )
    return _Skeleton(method, base, name, language, full).text()


def explained(description: str, language: Language) -> str:
    """A field's description for a reader of this language; in English where nobody has written it in Chinese yet."""
    if language == "en":
        return description
    return _in(language, Words(en=description, zh=_chinese().get(description, description)))


def descriptions() -> Mapping[str, tuple[str, ...]]:
    """Every description that a skeleton can show, with the fields (`Card.heard`) and models that have it."""
    found: dict[str, list[str]] = {}
    seen: set[type[BaseModel]] = set()
    waiting: list[Any] = list(METHODS.values())
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        found.setdefault(_first_line(model), []).append(model.__name__)
        for name, field in model.model_fields.items():
            if field.description:
                found.setdefault(field.description, []).append(f"{model.__name__}.{name}")
            waiting += _models_in(field.annotation)
    return {description: tuple(places) for description, places in found.items()}


class _Skeleton:
    """One skeleton on its way; each field of each model is explained where it stands first."""

    def __init__(self, method: str, base: Playbook, name: str, language: Language, full: bool) -> None:
        self.method, self.base, self.language, self.full = method, base, language, full
        self.model = METHODS[method]
        self.data: dict[str, Any] = base.model_dump(mode="json", by_alias=True)
        self.data |= {"id": name, "based_on": base.id, "language": language, "title": _in(language, _TITLES[method])}
        self.data |= {"author": _in(language, _AUTHOR)} | ({"business": _in(language, _TRADE)} if method == "call_plan" else {})
        self.told: set[tuple[Any, str]] = set()
        self.models_told: set[type[BaseModel]] = set()

    def text(self) -> str:
        names = ", ".join(f"{{{{ {name} }}}}" for name in COMMON_NAMES)
        head = "".join(f"{line}\n" for words in _INTRODUCTION for line in comment(_in(self.language, words).replace("{names}", names)))
        return head + "\n" + written(tuple(self._top()))

    def _top(self) -> Iterator[Entry]:
        rest = [key for key in self.data if key not in _HEAD] if self.full else TRADE[self.method]
        for key in (*_HEAD, *rest):
            value: Any = self.data[key]
            if not self.full and isinstance(value, int):
                value = self.model.model_fields[key].get_default()
            value = self._shown((key,), value)
            yield Entry(key, value, (*self._explained((), key), *self._of_base(key)))

    def _of_base(self, key: str) -> Iterator[str]:
        """How the words under a key go together with those of the base."""
        if key not in _HEAD and not isinstance(self.data[key], (str, int)):
            group = isinstance(self.data[key], dict) and not self._is_text((key,))
            grows = _GROWS if key in GROWING else _REPLACES if isinstance(self.data[key], list) else None
            words = _ADDS if key in MERGED and group else grows
            if words is not None:
                yield _in(self.language, words).replace("{base}", self.base.id)

    def _shown(self, path: Path, value: Any) -> Value:
        if self._is_text(path) and isinstance(value, dict):
            return self._words(value)
        if isinstance(value, dict):
            shown = self._some(path, list(value))
            if not shown and path == ("ours",):
                return (Entry(self.language, inline(_in(self.language, words) for words in _OURS)),)
            entries = tuple(Entry(key, self._shown((*path, key), value[key]), self._explained(path, key)) for key in shown)
            return entries or Raw("{}")
        if isinstance(value, list):
            if all(isinstance(item, str) for item in value):
                return inline(value)
            numbers = self._some(path, list(range(len(value))))
            return tuple(Entry(None, self._shown((*path, number), value[number])) for number in numbers)
        return cast("Value", value)

    def _some(self, path: Path, keys: list[Any]) -> list[Any]:
        """Of the items of a trade's own list only a few, as an example; a model's keys and a closed list of names stay whole."""
        here = self._options(path)
        closed = any(fields.keys_of(option) for option in here)
        if path[0] not in TRADE[self.method] or closed:
            return keys
        least = max((at.min_length for option in here if option.field for at in option.field.metadata if isinstance(at, MinLen)), default=0)
        inside = self._options((*path, keys[0])) if keys else ()
        return keys[: max(least, 1 if any(_is_model(option.annotation) for option in inside) else EXAMPLES)]

    def _words(self, by_language: Mapping[Language, str]) -> str:
        language, words = Text(dict(by_language)).choose(self.language)
        return to_traditional(words) if (language, self.language) == ("zh-Hans", "zh-Hant") else words

    def _explained(self, parent: Path, key: str) -> tuple[str, ...]:
        owner = next((option.annotation for option in self._options(parent) if _is_model(option.annotation)), None)
        if owner is None or (owner, key) in self.told:
            return ()
        self.told.add((owner, key))
        field = next(each for name, each in owner.model_fields.items() if key in (name, each.alias))
        here = self._options((*parent, key))
        # A model without a description of the field says in its own words what it is.
        models = [option.annotation for option in here if _is_model(option.annotation) and option.annotation not in self.models_told]
        description = field.description or next(map(_first_line, models), "")
        self.models_told.update(models)
        parts = [explained(description, self.language)] if description else [_in(self.language, _METHOD)] if key == "method" else []
        parts += self._possible((*parent, key), here)
        names = [f"{{{{ {name} }}}}" for name in _names(field)]
        parts += [_in(self.language, _NAMES).replace("{names}", ", ".join(names))] if names else []
        parts += [_in(self.language, _OPTIONAL)] if not field.is_required() and key not in _HEAD else []
        gap = " " if self.language == "en" else ""
        return (gap.join(parts),) if parts else ()

    def _possible(self, path: Path, here: tuple[Option, ...]) -> Iterator[str]:
        """The words from which one chooses here, in a list here, or as keys here."""
        if path in (("method",), ("language",)):
            return
        items = self._options((*path, 0)) if any(fields.is_list(option) for option in here) else ()
        for words, options in ((_CHOICES, here), (_SOME_OF, items)):
            choices = [str(choice) for option in options for choice in fields.choices_of(option)]
            if choices:
                yield _in(self.language, words).replace("{choices}", ", ".join(choices))
        keys = [key for option in here if not _is_model(option.annotation) and not self._is_text(path) for key in fields.keys_of(option)]
        if keys:
            yield _in(self.language, _KEYS).replace("{choices}", ", ".join(keys))

    def _options(self, path: Path) -> tuple[Option, ...]:
        return fields.options_at(self.model, path, self.data)

    def _is_text(self, path: Path) -> bool:
        return any(option.annotation is Text for option in self._options(path))


def _names(field: FieldInfo) -> tuple[str, ...]:
    extra = field.json_schema_extra
    names = extra.get("names", []) if isinstance(extra, dict) else []
    return tuple(str(name) for name in names) if isinstance(names, list) else ()


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    for option in fields.options(annotation):
        if _is_model(option.annotation):
            yield option.annotation
        for part in getattr(option.annotation, "__args__", ()):
            yield from _models_in(part)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, RootModel)


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


def _in(language: Language, words: Words) -> str:
    """The words for a reader of this language, in the script that this reader is used to."""
    said = words.in_language(language)
    return to_traditional(said) if language == "zh-Hant" else said


@cache
def _chinese() -> Mapping[str, str]:
    return cast("Mapping[str, str]", yaml.safe_load(_CHINESE.read_text(encoding="utf-8")))

