"""Who acts in a goal: the client, as it should be, or the rep; and whether the wish is too vague to be checked (method D1)."""

import re

from coaching.reading.cues import goal as cues
from coaching.reading.reading import GoalReading
from coaching.reading.text import Span, Typed, fold

_TRAILING = re.compile(r"(?: (?:on|of|and|to|by|with|our|the|a|an|in|at|for|his|her|their))+$", re.IGNORECASE)


def read_goal(text: Typed, people: tuple[str, ...]) -> GoalReading:
    """Who acts, the words that show it, and the first vague word; `people` are names and roles on the client's side."""
    folded = text.folded
    vague = cues.VAGUE.search(folded)
    said = {"vague": text.quote(vague.start(), vague.end()) if vague else ""}
    act = _client_act(folded, people)
    if act:
        # An act of the client's makes a goal checkable, whatever else is wished.
        return GoalReading(actor="client", words=text.quote(act.start, act.end))
    rep = cues.REP_ACTS.search(folded) or cues.CLIENT_ACTS_OF_REP.search(folded) or cues.REP_WISHES.search(folded)
    if rep:
        return GoalReading(actor="rep", words=_with_object(text, Span(*rep.span())), **said)
    subject = cues.CLIENT_SUBJECT.search(folded)
    if subject and not cues.FEELING.search(folded):
        return GoalReading(actor="client", words=_with_object(text, Span(*subject.span())))
    return GoalReading(actor="unclear", words="", **said)


def _client_act(folded: str, people: tuple[str, ...]) -> Span | None:
    """The first act of the client's: said of the client, brought about by the rep, or with nobody named and no act of the rep's before."""
    of_rep = [match.span() for match in cues.CLIENT_ACTS_OF_REP.finditer(folded)]
    wished = [match.span() for match in cues.REP_WISHES.finditer(folded)]
    named = _names(folded, people)
    for match in cues.CLIENT_ACTS.finditer(folded):
        if any(start <= match.start() < end for start, end in wished):
            continue
        before = folded[: match.start()]
        if cues.BRINGS_ABOUT.search(before[-24:]):
            return Span(*match.span())
        if any(start <= match.start() < end or start < match.end() <= end for start, end in of_rep):
            continue
        if any(end <= match.start() for _, end in named):
            return Span(*match.span())
        if not cues.REP_ACTS.search(before):
            return Span(*match.span())
    return None


def _names(folded: str, people: tuple[str, ...]) -> list[tuple[int, int]]:
    found = [match.span() for match in cues.CLIENT_NAMED.finditer(folded)]
    for name in people:
        if word := fold(name).strip():
            found += [match.span() for match in re.finditer(re.escape(word), folded)]
    return found


def _with_object(text: Typed, act: Span) -> str:
    """The act with what follows it up to the next mark, so that the quotation says something: 介绍一下我们的车务通."""
    stop = re.search(r"[，。,.;!?\n]", text.folded[act.end : act.end + 24])
    end = act.end + (stop.start() if stop else min(24, len(text.folded) - act.end))
    if not stop and end < len(text.folded) and not text.chinese:
        end = text.folded.rfind(" ", act.end, end) if " " in text.folded[act.end : end] else act.end
    return _TRAILING.sub("", text.quote(act.start, end))
