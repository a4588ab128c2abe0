"""Rules about questions: that they ask, one thing at a time, about the problem under which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.finding import Finding
from authoring.rules.case import ANY, Case, Pattern, Rule
from coaching.likeness import overlap
from coaching.methods.spin import Spin
from coaching.playbook import Playbook
from coaching.steps.questions import MOSTLY

_ASKED: tuple[Pattern, ...] = (
    ("facts", ANY), ("problems", ANY, "ask"), ("problems", ANY, "implications", ANY), ("problems", ANY, "need_payoffs", ANY),
    ("cards", ANY, "ask"), ("cards", ANY, "tactics", "find_cause"),
    ("words", "own_problem_ask"), ("words", "own_implication"), ("words", "own_need_payoff"), ("words", "unknown_problem_ask"),
    ("words", "find_money"), ("words", "find_authority"), ("words", "find_need"), ("words", "find_trust"), ("words", "find_timing"),
    ("words", "find_other"), ("words", "own_ask"),
)  # fmt: skip
_ONE_AT_A_TIME = _ASKED[:4]
_ASKS = re.compile(r"[?？]|[吗嘛呢][。！]?\s*$|什么|怎么|多少|哪|谁|几[个天次家人]|如何|是否|能不能|有没有|是不是|(?:tell|walk) me")
_FOLLOW_UPS: tuple[Pattern, ...] = (("problems", ANY, "implications", ANY), ("problems", ANY, "need_payoffs", ANY))
# A question about another trouble takes up nearly all of its words; some are in many questions of a trade.
_SURELY = 0.8
_STOP = re.compile(r"[。.！!？?]\s*$")


def asks(words: str) -> bool:
    """Whether some words ask anything at all."""
    return bool(_ASKS.search(words))


def _no_question(case: Case) -> Iterator[Finding]:
    for said in case.like(*_ASKED):
        if said.words.strip() and not asks(said.words):
            yield case.at(said.at, "no-question")


def _two_questions(case: Case) -> Iterator[Finding]:
    for said in case.like(*_ONE_AT_A_TIME):
        marks = [found.start() for found in re.finditer(r"[?？]", said.words)]
        if len(marks) > 1:
            yield case.within(said, marks[1], 1, "two-questions", count=len(marks))


def _question_elsewhere(case: Case) -> Iterator[Finding]:
    """A question that speaks of another problem's trouble and not of its own was pasted into the wrong place."""
    troubles = {(said.path[1], said.language): said.words for said in case.like(("problems", ANY, "problem"))}
    for said in case.like(*_FOLLOW_UPS):
        own = troubles.get((said.path[1], said.language), "")
        if own and not overlap(said.words, own, MOSTLY):
            spoken = ((number, trouble) for (number, language), trouble in troubles.items() if language == said.language)
            other = next((number for number, trouble in spoken if overlap(said.words, trouble, _SURELY)), None)
            if other is not None:
                yield case.at(said.at, "question-elsewhere", problem=str(case.document.at(("problems", other, "id"))))


def _problem_is_ours(case: Case) -> Iterator[Finding]:
    if not isinstance(case.book, Spin):
        return
    ours = [word for words in case.book.ours.values() for word in words if word.strip()]
    for said in case.like(("problems", ANY, "problem")):
        word = next((word for word in ours if word.casefold() in said.words.casefold()), None)
        if word is not None:
            yield case.within(said, said.words.casefold().find(word.casefold()), len(word), "problem-is-ours", word=word)


def _phrase_ends(case: Case) -> Iterator[Finding]:
    for said in case.like(("problems", ANY, "problem"), ("give_gets", ANY, "get")):
        if stop := _STOP.search(said.words):
            yield case.within(said, stop.start(), 1, "phrase-ends")


def _facts_limits(case: Case) -> Iterator[Finding]:
    if isinstance(case.book, Spin) and case.own("limits") and case.book.limits.facts_warn_above >= case.book.limits.facts_most:
        limits = case.book.limits
        path = ("limits", "facts_warn_above") if case.own("limits", "facts_warn_above") else ("limits", "facts_most")
        low, high = limits.facts_warn_above, limits.facts_most
        yield case.at(path, "limits-contradict", lower="facts_warn_above", low=low, upper="facts_most", high=high)


def _cue_twice(case: Case) -> Iterator[Finding]:
    cues = case.document.at(("cues",))
    seen: dict[tuple[str, str], str] = {}
    for kind, by_language in (cues or {}).items():
        for language, words in by_language.items():
            for number, word in enumerate(words):
                first = seen.setdefault((language, word.casefold()), kind)
                if first != kind:
                    yield case.at(("cues", kind, language, number), "cue-twice", word=word, kind=first)


RULES: tuple[Rule, ...] = (
    Rule("no-question", Playbook, "texts that are asked", _no_question),
    Rule("two-questions", Spin, "facts, and the questions of each problem", _two_questions),
    Rule("question-elsewhere", Spin, "implication and need-payoff questions", _question_elsewhere),
    Rule("problem-is-ours", Spin, "each problem, and the words for our own products", _problem_is_ours),
    Rule("phrase-ends", Playbook, "phrases that stand inside sentences", _phrase_ends),
    Rule("limits-contradict", Spin, "the limits for facts", _facts_limits),
    Rule("cue-twice", Spin, "the cue words of all kinds of question", _cue_twice),
)
