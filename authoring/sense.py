"""Pass 3 of `check`: does a sound playbook make sense, alone and among the others? Every rule stands in one table.

Knows which rules there are. What they look for stands in `authoring.rules`, by topic; how severe a finding is, in the catalogue."""

from __future__ import annotations

import logging

from authoring.document import Document
from authoring.finding import Finding, in_order
from authoring.rules import lawful, objections, pitches, plan, prices, questions, words
from authoring.rules.case import Around, Case, Rule
from coaching.playbook import Playbook

_log = logging.getLogger(__name__)

RULES: tuple[Rule, ...] = (
    *words.RULES, *plan.RULES, *questions.RULES, *pitches.RULES, *objections.RULES, *prices.RULES, *lawful.RULES,
)  # fmt: skip
"""Every rule of sense. A rule's findings have its code; only the first also tells all else about the words of a text."""


def sense(document: Document, book: Playbook, around: Around) -> tuple[Finding, ...]:
    """What is wrong or doubtful with a playbook that has its shape. `book` is the document with its base beneath; never raises."""
    case = Case(document, book, around)
    found: list[Finding] = []
    for rule in RULES:
        if not isinstance(book, rule.of):
            continue
        try:
            found += rule.look(case)
        except Exception:  # noqa: BLE001 - one rule that stumbles must not cost a trainer the findings of all others
            _log.exception("the rule %s stumbled over a playbook", rule.code)
    return in_order(found)
