"""Rules about pitches: the problems that they answer, and proof that the client can check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from authoring.finding import Finding
from authoring.rules.case import ANY, Case, Rule
from authoring.suggest import listed, similar
from coaching.methods.fabe import Fabe

_MONTH = re.compile(r"(?:19|20)\d\d(?:[-/.年]\s?(?:0?[1-9]|1[0-2])(?!\d)|\s?[-/.]?\s?Q[1-4])|(?:[A-Z][a-z]{2,8}\.?) (?:19|20)\d\d")
# Who or what could be asked: a name stands in front of these, or nobody can ask.
_NOBODY = re.compile(
    r"^(?:[^，。]{0,4}(?:很多|许多|不少|众多|大量|各大|广大|某)(?:知名|大型)?(?:客户|企业|公司|厂|厂家|单位|同行)[^，。]{0,6}|大家都(?:知道|说|在用).{0,4}|"
    r"众所周知|业内(?:公认|人士).{0,4}|网上.{0,6}|听说.{0,8}|据说.{0,8}|"
    r"(?:many|lots of|several|various|numerous|some|our) (?:big |large |well-known |happy |satisfied )?"
    r"(?:clients?|customers?|firms|companies)[^,.]{0,12}|"
    r"everybody knows.{0,10}|it is well known.{0,10}|the internet|hearsay)[。.]?$",
    re.IGNORECASE,
)


def _unknown_problem(case: Case) -> Iterator[Finding]:
    known = _problems(case)
    for number, pitch in enumerate(case.document.at(("pitches",)) or ()):
        for place, name in enumerate(pitch.get("answers") or ()):
            if name in known:
                continue
            details: dict[str, Any] = {"problem": str(name)}
            if meant := similar(str(name), known):
                yield case.at(("pitches", number, "answers", place), "unknown-problem", "similar", meant=meant, **details)
            else:
                yield case.at(("pitches", number, "answers", place), "unknown-problem", possible=listed(sorted(known)), **details)


def _evidence_undated(case: Case) -> Iterator[Finding]:
    for number, pitch in enumerate(case.document.at(("pitches",)) or ()):
        date = str(pitch["evidence"]["date"])
        if not _MONTH.search(date):
            yield case.at(("pitches", number, "evidence", "date"), "evidence-undated", date=date)


def _evidence_unsourced(case: Case) -> Iterator[Finding]:
    for said in case.like(("pitches", ANY, "evidence", "source")):
        if _NOBODY.match(said.words.strip()):
            yield case.at(said.at, "evidence-unsourced")


def _problems(case: Case) -> frozenset[str]:
    """The ids of the problems that this playbook can be asked to answer: those of its plans, else of every question playbook."""
    plans = case.around.plans_by_part.get(case.book.id, ())
    return frozenset(problem.id for plan in plans for problem in plan.spin.problems) if plans else case.around.problems


RULES: tuple[Rule, ...] = (
    Rule("unknown-problem", Fabe, "what each pitch answers, and the problems of the plans around", _unknown_problem),
    Rule("evidence-undated", Fabe, "the date of the evidence", _evidence_undated),
    Rule("evidence-unsourced", Fabe, "the source of the evidence", _evidence_unsourced),
)
