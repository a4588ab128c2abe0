"""What a completion puts in as a whole, in the YAML language server's `defaultSnippets`: keys, and places to type in, in their order."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic import BaseModel

from authoring import naming
from authoring.finding import Words
from authoring.library import METHODS
from authoring.schema_facts import Value, examples, is_model, key_of, value_of
from authoring.schema_words import Phrasebook
from authoring.skeleton import TRADE, default_base
from authoring.story import Stories, StoryStep
from coaching.wording import LANGUAGES

Snippet = dict[str, Any]

_FIRST = "!"
"""Sorts before every key."""

LONGEST = 12
"""A group with more keys than this is filled in key by key."""


class Snippets:
    """The snippets for readers of one language."""

    def __init__(self, says: Phrasebook) -> None:
        self.says = says

    def beginnings(self, kind: str) -> list[Snippet]:
        """What an empty file may begin with."""
        if kind == "story":
            return [self._named(naming.called()["Stories"], _Body().of(Value(Stories)))]
        return [self._named(naming.called()[model.__name__], _Body().of_file(name, self.says)) for name, model in METHODS.items()]

    def item(self, model: type[BaseModel]) -> Snippet:
        """A new item of a list."""
        return {"type": "array", **self._named(naming.called()[model.__name__], _Body().of(Value(model)))}

    def entry(self, model: type[BaseModel]) -> Snippet:
        """A new entry of a group in which the trainer names the keys."""
        return self._named(naming.called()[model.__name__], _Body().of_entry(Value(str), Value(model)))

    def all_needed(self, model: type[BaseModel]) -> Snippet:
        """Every key that must be in a group; the server leaves out those that are there."""
        return self._labelled(self.says.all_needed(), _Body().of(Value(model)))

    def languages(self) -> list[Snippet]:
        """A text in several languages."""
        several = (("zh-Hans", "en"), LANGUAGES)
        return [self._labelled(self.says.in_languages(codes), {code: f"${n}" for n, code in enumerate(codes, 1)}) for codes in several]

    def _named(self, called: Words, body: Any) -> Snippet:
        return self._labelled(self.says.new(called), body)

    def _labelled(self, label: str, body: Any) -> Snippet:
        return {"label": label, "sortText": _FIRST + label, "body": body}


class _Body:
    """One snippet on its way: its places are numbered as they are typed."""

    def __init__(self) -> None:
        self.last = 0

    def of(self, value: Value) -> Any:
        """What is put in at a place: every key that must be there, and a place to type in each."""
        plain = value.plain()
        if choices := plain.choices():
            return self._place(f"|{','.join(choices)}|")
        if is_model(plain.annotation):
            return {key: self._of_key(plain.annotation, key, name) for key, name in _needed(plain.annotation).items()}
        origin, inner = get_origin(plain.annotation), get_args(plain.annotation)
        if origin is tuple:
            return [self.of(Value(inner[0])) for _ in range(max(1, plain.least()))]
        if origin is dict:
            return self.of_entry(Value(inner[0]), Value(inner[1]))
        return self._place()

    def of_entry(self, key: Value, value: Value) -> Any:
        """A key that is chosen or named, and what stands under it."""
        name = self.of(key) if key.plain().choices() else self._place(":name")
        return {name: self.of(value)}

    def of_file(self, method: str, says: Phrasebook) -> Any:
        """The beginning of a playbook: its head, and what a trade always changes."""
        model = METHODS[method]
        body = {"method": method, "id": self._place(f":my-{method.replace('_', '-')}"), "based_on": default_base(method)}
        body |= {"language": says.language, "title": self._place()}
        needed = _needed(model)
        return body | {key: self._of_key(model, key, needed[key]) for key in TRADE[method] if key in needed}

    def _of_key(self, model: type[BaseModel], key: str, name: str) -> Any:
        usual = examples(model, key)
        return self._place(f":{usual[0]}") if usual else self.of(value_of(model, name))

    def _place(self, what: str = "") -> str:
        self.last += 1
        return f"${{{self.last}{what}}}" if what else f"${self.last}"


def _needed(model: type[BaseModel]) -> dict[str, str]:
    """The keys that a snippet has, each with its field's name: those that must be there; of a step of a story one of its three actions."""
    if model is StoryStep:
        return {"at": "at", "says": "says"}
    return {key_of(name, field): name for name, field in model.model_fields.items() if field.is_required()}
