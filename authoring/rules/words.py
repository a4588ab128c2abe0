"""Rules about the words of any playbook: places to fill in, languages, names given twice, wordings that repeat, buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from authoring import templates
from authoring.document import Path
from authoring.fields import Option
from authoring.finding import Finding
from authoring.library import METHODS
from authoring.rules import when
from authoring.rules.case import ANY, Case, Pattern, Rule, Said, fits, fits_any
from coaching.likeness import folded
from coaching.methods.call_plan import CallPlan
from coaching.playbook import Playbook
from coaching.steps import price, questions, replies
from coaching.templates import Value, faults, names_with_places
from coaching.wording import LANGUAGES, Text

# What a reader of one language can do without: the words of the client by which a card is found.
_OF_THE_CLIENT: tuple[Pattern, ...] = (("cards", ANY, "keywords", ANY),)
# What a rep is told only beside the way.
_EXTRAS: tuple[Pattern, ...] = (
    ("title",), ("examples", ANY, ANY), ("cards", ANY, "never", ANY), ("cards", ANY, "bring"), ("extras", ANY), ("bring", ANY),
    ("pitches", ANY, "evidence", "bring"), ("cards", ANY, "heard", ANY), ("facts", ANY),
)  # fmt: skip
_MOSTLY = 0.5
"""From this share of a file's texts on, a language is one that the file has, and where it is missing it was forgotten."""

# Lists in which the same words a second time are of no use.
_LISTS: tuple[Pattern, ...] = (
    ("facts", ANY), ("problems", ANY, "problem"), ("problems", ANY, "ask"), ("problems", ANY, "implications", ANY),
    ("problems", ANY, "need_payoffs", ANY), ("pitches", ANY, "feature"), ("pitches", ANY, "benefit"), ("cards", ANY, "heard", ANY),
    ("give_gets", ANY, "give"), ("give_gets", ANY, "get"), ("extras", ANY), ("bring", ANY),
)  # fmt: skip

_BUTTONS: Mapping[Pattern, int] = {
    ("problems", ANY, "problem"): questions.LABEL_LENGTH,
    ("cards", ANY, "heard", 0): replies.LABEL_LENGTH,
    ("give_gets", ANY, "get"): price.LABEL_LENGTH,
}


def _places_to_fill_in(case: Case) -> Iterator[Finding]:
    """Everything about braces, names, tags and length."""
    method = str(case.document.at(("method",)))

    def samples(path: Path, option: Option) -> Mapping[str, Value]:
        # A name that comes too early has a finding of its own.
        return {**when.names(option), **{name: when.sample(name) for name in when.too_early(method, path, option)}}

    yield from templates.check_words(case.document, METHODS[method], Text, samples)


def _name_too_early(case: Case) -> Iterator[Finding]:
    method = str(case.document.at(("method",)))
    for said in case.texts:
        early = when.too_early(method, said.path, said.option) if "{" in said.words else {}
        if early and not faults(said.words):
            for use in names_with_places(said.words):
                if use.name in early:
                    yield case.within(said, use.offset, len(use.name), "name-too-early", name=use.name, step=early[use.name])


def _words_missing(case: Case) -> Iterator[Finding]:
    yield from (case.at_key(path, code, language=language) for path, language, code in _missing(case) if code == "words-missing")


def _extra_words_missing(case: Case) -> Iterator[Finding]:
    yield from (case.at_key(path, code, language=language) for path, language, code in _missing(case) if code == "extra-words-missing")


def _language_half_done(case: Case) -> Iterator[Finding]:
    counted = _languages(case)
    whole = len(case.places)
    for language, places in counted.items():
        if len(places) < whole * _MOSTLY and not (language == "zh-Hant" and "zh-Hans" in counted):
            yield case.at_key((*places[0], language), "language-half-done", language=language, count=len(places), of=whole)


def _language_of_base(case: Case) -> Iterator[Finding]:
    base = case.around.books.get(case.book.based_on or "")
    if base is None or not case.places:
        return
    has, missing = _languages(case), []
    for language in ("zh-Hans", "en"):
        if language not in has and any(language in text.root for text in _texts_of(base)):
            missing.append(language)
    for language in missing:
        yield case.at(("based_on",), "language-of-base", language=language, base=str(case.book.based_on))


def _same_id(case: Case) -> Iterator[Finding]:
    for key in ("problems", "pitches"):
        seen: dict[object, int] = {}
        for number, item in enumerate(case.document.at((key,)) or ()):
            path = (key, number, "id")
            if item["id"] in seen:
                yield case.at(path, "same-id", id=str(item["id"]), line=case.document.place((key, seen[item["id"]], "id")).line)
            seen.setdefault(item["id"], number)


def _same_words(case: Case) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], Said] = {}
    for said in case.texts:
        kind = next((pattern for pattern in _LISTS if fits(said.path, pattern)), None)
        if kind is None:
            continue
        first = seen.setdefault((kind, said.language, folded(said.words)), said)
        if first is not said and folded(said.words):
            yield case.at(said.at, "same-words", line=case.document.place(first.at).line)


def _button_cut(case: Case) -> Iterator[Finding]:
    for said in case.texts:
        most = next((most for pattern, most in _BUTTONS.items() if fits(said.path, pattern)), None)
        if most is not None and len(said.words) > most and "{" not in said.words:
            yield case.within(said, most - 1, len(said.words) - most + 1, "button-cut", length=len(said.words), most=most)


def _same_button(case: Case) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Said] = {}
    for said in case.like(("roles", ANY)):
        if said.path[-1] != "unclear_ask":
            first = seen.setdefault((said.language, folded(said.words)), said)
            if first is not said:
                yield case.at(said.at, "same-button", line=case.document.place(first.at).line)


def _not_in_plan(case: Case) -> Iterator[Finding]:
    name, around = case.book.id, case.around
    if isinstance(case.book, CallPlan) or name in around.in_plans:
        return
    plan = around.plans_by_folder.get(case.document.file.rpartition("/")[0])
    if plan is not None and name not in around.bases:
        yield case.at(("id",), "not-in-plan", id=name, method=str(case.document.at(("method",))), plan=plan)


def _languages(case: Case) -> dict[str, list[Path]]:
    """Where each language stands, without the words of the client."""
    found: dict[str, list[Path]] = {}
    for said in case.texts:
        found.setdefault(said.language, []).append(said.path)
    return dict(sorted(found.items(), key=lambda pair: LANGUAGES.index(pair[0])))


def _missing(case: Case) -> Iterator[tuple[Path, str, str]]:
    """Texts that lack a language which the file otherwise has: the place, the language, the code."""
    counted, whole = _languages(case), len(case.places)
    has = {language: set(places) for language, places in counted.items() if len(places) >= whole * _MOSTLY}
    for path, _ in case.places:
        if fits_any(path, _OF_THE_CLIENT):
            continue
        extra = fits_any(path, _EXTRAS)
        for language, places in has.items():
            if path not in places:
                # Either Chinese script can be read by those who are used to the other.
                related = language.startswith("zh") and any(path in has.get(other, ()) for other in ("zh-Hans", "zh-Hant"))
                yield path, language, "extra-words-missing" if extra or related else "words-missing"


def _texts_of(book: Playbook) -> Iterator[Text]:
    waiting: list[Any] = [book]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield value
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, tuple):
            waiting += value
        elif hasattr(type(value), "model_fields"):
            waiting += (getattr(value, name) for name in type(value).model_fields)


RULES: tuple[Rule, ...] = (
    Rule("unknown-name", Playbook, "braces, names, tags and length of every text", _places_to_fill_in),
    Rule("name-too-early", Playbook, "names in the texts that are said at a certain step", _name_too_early),
    Rule("words-missing", Playbook, "the languages of every text", _words_missing),
    Rule("extra-words-missing", Playbook, "the languages of examples and other extras", _extra_words_missing),
    Rule("language-half-done", Playbook, "the languages of the whole file", _language_half_done),
    Rule("language-of-base", Playbook, "the languages of the file and of its base", _language_of_base),
    Rule("same-id", Playbook, "the ids of problems and pitches", _same_id),
    Rule("same-words", Playbook, "items of a list, and what the client is heard to say", _same_words),
    Rule("button-cut", Playbook, "texts that become buttons", _button_cut),
    Rule("same-button", CallPlan, "the buyer roles", _same_button),
    Rule("not-in-plan", Playbook, "the id, and the plans around", _not_in_plan),
)
