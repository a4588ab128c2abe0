"""Rules about objections: taken up first, explored before they are answered, pressed only with what is true, refused where improper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from authoring.finding import Finding
from authoring.rules.case import ANY, Case, Rule, Said
from authoring.rules.questions import asks
from coaching.ethics.guard import DATE, REASON
from coaching.methods.objections import Objections

_NUMBER = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+|an?|one|two|three|five|seven|eight|ten|fifteen|twenty)"
_DISCOUNT = re.compile(
    rf"打\s?{_NUMBER}折|(?:打|给|申请|有|拿)(?:您|你|个|点|些|一?个){{0,3}}(?:折扣|折(?!腾|中|返|算)|优惠|让利|返点)|{_NUMBER}折(?!腾|中|返|算|页)|"
    rf"(?:便宜|优惠|降|让|少|减)(?:您|你|给您|到)?{_NUMBER}\s?(?:个?百分?点|个点|%|块|元|万|千)|便宜点给|(?:再|还)(?:能|可以)(?:便宜|降|让)|"
    rf"\b(?:take|knock|give|get|offer) (?:you )?(?:another )?{_NUMBER} ?(?:%|per ?cent|yuan|dollars)? ?(?:off|less|discount)|"
    rf"\b{_NUMBER} ?(?:%|per ?cent) (?:off|less|discount)|"
    r"\b(?:give|offer|get) you (?:an? )?(?:small |special |extra |better )?(?:discount|price)\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"但是|(?<![常好])不过(?!了)|可是|然而|但(?=您|我|这|那|价|质|[，,])|(?<!nothing )(?<!all )\bbut\b|\bhowever\b", re.IGNORECASE
)
_SPAN = re.compile(
    r"(?:\d+|[一二两三四五六七八九十百]+)个?(?:天|周|星期|月|年|小时)|\b(?:\d+|[a-z]+) (?:days?|weeks?|months?|hours?)\b", re.IGNORECASE
)
_CHECKED = re.compile(r"进度表|排班表|日程|核一核|您核|清单|\bschedule|\bcheck|\bcalendar", re.IGNORECASE)
_NEVER_IMPROPER = frozenset({"pressure", "acquaintance", "upper_level", "change_place", "change_time", "creative"})
_REFUSES = re.compile(
    r"做不了|不能|不行|不可以|不收|不给|不做|给不了|帮不上|办不到|拿不出|没法|违法|违规|不合规|"
    r"\b(?:can't|cannot|can not|won't|will not|unable|not able|don't|do not|never|no)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[?？]|合同|公司|可以|能做|能给|支持|\bcontract|\bcompany|\bwhat (?:we|i) can\b|\binstead\b", re.IGNORECASE)


def _answered_before_explored(case: Case) -> Iterator[Finding]:
    for said in case.like(("cards", ANY, "acknowledge"), ("cards", ANY, "ask"), ("words", "own_acknowledge")):
        if found := _discount(said):
            yield case.within(said, found.start(), len(found.group()), "answered-before-explored", piece=found.group())
    for said in _first_lines(case):
        question = re.search(r"[?？]", said.words)
        if (found := _discount(said)) and not (question and question.start() < found.start()):
            yield case.within(said, found.start(), len(found.group()), "answered-before-explored", "line", piece=found.group())


def _sympathy_taken_back(case: Case) -> Iterator[Finding]:
    for said in case.like(("cards", ANY, "acknowledge"), ("words", "own_acknowledge")):
        if found := _BUT.search(said.words):
            yield case.within(said, found.start(), len(found.group()), "sympathy-taken-back", piece=found.group())


def _line_without_question(case: Case) -> Iterator[Finding]:
    for said in case.like(("cards", ANY, "tactics", ANY)):
        if said.path[-1] != "find_cause" and said.words.strip() and not asks(said.words):
            yield case.at(said.at, "line-without-question")


def _fit_never_asks(case: Case) -> Iterator[Finding]:
    """A kind of objection whose first tactics press or offer, where no card that is met with them asks anything."""
    if not isinstance(case.book, Objections):
        return
    for kind in case.document.at(("fit",)) or ():
        first = case.book.fit[kind].first
        cards = [card for card in case.book.cards.values() if card.class_ == kind]
        lines = [card.tactics[tactic] for card in cards for tactic in first if tactic in card.tactics]
        silent = lines and not any(asks(words) for line in lines for words in line.root.values())
        if first[0] == "pressure" or silent:
            yield case.at(("fit", kind, "first"), "fit-never-asks", kind=kind, tactic=first[0])


def _pressure_without_date(case: Case) -> Iterator[Finding]:
    for said in case.like(("cards", ANY, "tactics", "pressure")):
        words = said.words.lower()
        dated, reasoned = DATE.search(words) or _SPAN.search(words), REASON.search(words) or _CHECKED.search(words)
        if said.words.strip() and not (dated and reasoned):
            yield case.at(said.at, "pressure-without-date", "" if not dated else "reason")


def _improper_answered(case: Case) -> Iterator[Finding]:
    improper = {name for name, card in _cards(case).items() if card.get("class") == "improper"}
    for name in improper:
        for tactic in _cards(case)[name].get("tactics", {}):
            if tactic in _NEVER_IMPROPER:
                yield case.at_key(("cards", name, "tactics", tactic), "improper-answered", "tactic")
    for said in case.like(("cards", ANY, "tactics", ANY)):
        if said.path[1] in improper and said.path[-1] not in _NEVER_IMPROPER:
            refuses, opens = _REFUSES.search(said.words), _OPENS.search(said.words)
            if not (refuses and opens):
                yield case.at(said.at, "improper-answered", "" if not refuses else "door")


def _first_lines(case: Case) -> Iterator[Said]:
    """The line that each card proposes."""
    first = {name: next(iter(card.get("tactics") or {}), None) for name, card in _cards(case).items()}
    return (said for said in case.like(("cards", ANY, "tactics", ANY)) if first.get(str(said.path[1])) == said.path[-1])


def _discount(said: Said) -> re.Match[str] | None:
    return _DISCOUNT.search(said.words)


def _cards(case: Case) -> Mapping[str, Mapping[str, Any]]:
    found = case.document.at(("cards",))
    return found if isinstance(found, dict) else {}


RULES: tuple[Rule, ...] = (
    Rule("answered-before-explored", Objections, "acknowledgements, and the line that a card proposes", _answered_before_explored),
    Rule("sympathy-taken-back", Objections, "acknowledgements", _sympathy_taken_back),
    Rule("line-without-question", Objections, "the line of each tactic", _line_without_question),
    Rule("fit-never-asks", Objections, "the first tactics of each kind, and the lines for them", _fit_never_asks),
    Rule("pressure-without-date", Objections, "lines that press", _pressure_without_date),
    Rule("improper-answered", Objections, "lines that answer an improper wish", _improper_answered),
)
