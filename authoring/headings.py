"""Which column of a table is which key of a playbook, and which choice a word in a cell means. Knows words, no tables and no YAML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import Field

from authoring.finding import Words
from authoring.suggest import similar
from authoring.traditional import to_simplified
from coaching.frozen import Frozen

_WORDS = Path(__file__).parent / "words" / "headings.yaml"

METHODS = ("objections", "spin", "fabe", "negotiation")
"""The methods for which a table can be a playbook; where two fit a table equally well, the first is taken."""

_IN_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.、:]\s*|\s*\d{1,2}$")
_EDGES = " \t\n:：*？?。.、,，;；-—_#\"'“”"
_LANGUAGE = re.compile(r"简体中文|繁体中文|简体|繁体|中文|汉语|英文|英语|\b(?:english|chinese|en|zh)\b", re.IGNORECASE)
_LONGEST = 40


class _Method(Frozen):
    needs: tuple[str, ...]
    alone: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]]


class _Guesses(Frozen):
    cause_of_class: dict[str, str]
    class_: dict[str, tuple[str, ...]] = Field(alias="class")
    tactic: dict[str, tuple[str, ...]]
    kind: dict[str, tuple[str, ...]]


class _Words(Frozen):
    objections: _Method
    spin: _Method
    fabe: _Method
    negotiation: _Method
    values: dict[str, dict[str, tuple[str, ...]]]
    guesses: _Guesses


class Heading(NamedTuple):
    """A heading that was understood: the key of the playbook, as in `heard` or `tactics.give_face`, and how it was written."""

    key: str
    written: str


def recognised(method: str, written: str) -> str | None:
    """The key that a heading means in a table of this method; None where no heading is in it."""
    by_alias = _aliases(method)
    plain = _plain(written)
    for form in (plain, _plain(_IN_BRACKETS.sub("", written)), _plain(_NUMBERED.sub("", written)), plain.rstrip("一二三四五六")):
        if form in by_alias:
            return by_alias[form]
    if _one_slip_away(method, plain):
        return None
    # 'type of objection' is about the type; in Chinese, and in 'objection type', what it is about stands at the end.
    head = plain.partition(" of ")[0]
    parts = [alias for alias in by_alias if len(alias) > 1 and alias not in _words_of(method).alone]
    found = [(at.end(), len(alias), alias) for alias in parts for at in _occurrences(alias, head)]
    return by_alias[max(found)[2]] if found and len(plain) <= _LONGEST else None


def meant(method: str, written: str) -> str | None:
    """The heading that was probably meant by one that is not known."""
    shown = {_plain(alias): alias for aliases in _words_of(method).columns.values() for alias in aliases}
    plain = _plain(written)
    if close := similar(plain, shown):
        return shown[close]
    # Of two signs one may be a slip of the input method: too little for a measure of similarity.
    chinese = {form: alias for form, alias in shown.items() if not form.isascii() and len(form) == len(plain) > 1}
    return next((alias for form, alias in chinese.items() if _differing(form, plain) == 1), None)


def examples(method: str) -> dict[str, Words]:
    """For each key of a method the heading that is shown for it."""
    return {key: Words(zh=aliases[0], en=aliases[1]) for key, aliases in _words_of(method).columns.items()}


def needed(method: str) -> tuple[str, ...]:
    """The keys of which a table of this method has at least one."""
    return _words_of(method).needs


def choice(kind: str, written: str) -> str | None:
    """The choice that a cell names: of the values of `class`, `cause`, `roles`, `kind` or `tactic`."""
    plain, values = _plain(written), _words().values[kind]
    exact = next((value for value, words in values.items() if plain == _plain(value) or plain in map(_plain, words)), None)
    if exact or not plain:
        return exact
    found = [(len(word), value) for value, words in values.items() for word in map(_plain, words) if len(word) > 1 and _is_in(word, plain)]
    return max(found)[1] if found else None


def choices(kind: str) -> tuple[str, ...]:
    """All the choices of a kind."""
    return tuple(_words().values[kind])


def guessed(kind: str, sentence: str) -> str | None:
    """The choice of `class`, `tactic` or `kind` that a sentence makes likely; None where it gives no hint."""
    guesses = _words().guesses
    cues: Mapping[str, tuple[str, ...]] = {"class": guesses.class_, "tactic": guesses.tactic, "kind": guesses.kind}[kind]
    plain = _plain(sentence)
    return next((value for value, words in cues.items() if any(_is_in(word, plain) or word in sentence for word in words)), None)


def cause_of(objection_class: str) -> str:
    """The cause that is usual for a kind of objection."""
    return _words().guesses.cause_of_class.get(objection_class, "other")


def _one_slip_away(method: str, plain: str) -> bool:
    """Whether one sign turns this into a heading: more likely that one than another heading that it happens to contain."""
    return any(len(form) == len(plain) > 2 and not form.isascii() and _differing(form, plain) == 1 for form in _aliases(method))


def _occurrences(alias: str, text: str) -> Iterable[re.Match[str]]:
    pattern = re.escape(alias)
    return re.finditer(rf"(?<![a-z]){pattern}(?![a-z])" if alias.isascii() else pattern, text)


def _is_in(word: str, text: str) -> bool:
    return any(True for _ in _occurrences(word, text))


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


@cache
def _plain(text: str) -> str:
    """A heading as it is compared: half-width, lower case, Simplified, without marks of a language and without edges."""
    folded = to_simplified(unicodedata.normalize("NFKC", text[:200])).casefold()
    without = _LANGUAGE.sub(" ", folded) if _LANGUAGE.sub("", folded).strip(_EDGES + "()[]/") else folded
    return re.sub(r"[\s_\-/]+", " ", without.replace("()", "").replace("[]", "")).strip(_EDGES + "()[]/ ")


@cache
def _aliases(method: str) -> Mapping[str, str]:
    """The key by heading; where two keys share a heading, it is the first one's."""
    return {_plain(alias): key for key, aliases in reversed(_words_of(method).columns.items()) for alias in (key, *aliases)}


def _words_of(method: str) -> _Method:
    found: _Method = getattr(_words(), method)
    return found


@cache
def _words() -> _Words:
    return _Words.model_validate(yaml.safe_load(_WORDS.read_text(encoding="utf-8")))
