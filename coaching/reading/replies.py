"""What a reply to an objection does: accepts, asks, argues, gives a discount, and which of the nine tactics it uses.

Tactics are looked for sentence by sentence and united; a bare "I understand" accepts and is no tactic."""

import re
from typing import get_args

from coaching.reading.cues import reply as cues
from coaching.reading.numbers import Amount
from coaching.reading.offers import give_words
from coaching.reading.questions import Question, is_rhetorical
from coaching.reading.reading import ReplyReading, Tactic, TacticSeen
from coaching.reading.text import Span, Typed

TACTICS: tuple[Tactic, ...] = get_args(Tactic)
# Acceptance comes first or it is none: within this many characters (Chinese weighs double).
OPENING_HAN, OPENING_EN = 30, 70


def read_reply(text: Typed, asked: tuple[Question, ...], amounts: tuple[Amount, ...]) -> ReplyReading:
    """What the reply in `text` does, each with the words that do it."""
    acknowledges = _acknowledges(text)
    argues = _argues(text)
    return ReplyReading(
        acknowledges=text.quote(acknowledges.start, acknowledges.end) if acknowledges else "",
        asks_question=bool(asked),
        asks_first=_asks_first(text, asked),
        argues=text.quote(argues.start, argues.end) if argues else "",
        gives_discount=_discount(text, amounts),
        but_after_empathy=but_words(text),
        tactics=_tactics(text, asked),
    )


def but_words(text: Typed) -> str:
    """The word that takes back an empathy in the same sentence (CK-BUT); empty if none."""
    for sentence in text.sentences:
        felt = cues.EMPATHY.search(text.folded, sentence.start, sentence.end)
        but = cues.BUT.search(text.folded, felt.end(), sentence.end) if felt else None
        if felt and but:
            return text.quote(felt.start(), but.end())
    return ""


def _acknowledges(text: Typed) -> Span | None:
    for sentence in text.sentences[:2]:
        found = cues.ACKNOWLEDGES.search(text.part(sentence)) or cues.GIVE_FACE.search(text.part(sentence))
        reach = OPENING_HAN if text.chinese else OPENING_EN
        if found and sentence.start + found.start() <= reach and not is_rhetorical(text.part(sentence)):
            return Span(sentence.start + found.start(), sentence.start + found.end())
    return None


def _argues(text: Typed) -> Span | None:
    found = cues.ARGUES.search(text.folded)
    return Span(*found.span()) if found else None


def _asks_first(text: Typed, asked: tuple[Question, ...]) -> bool:
    """The first sentence that does more than accept is a question."""
    asking = {question.span.start for question in asked}
    for sentence in text.sentences:
        if sentence.start in asking:
            return True
        part = text.part(sentence)
        accepts = cues.ACKNOWLEDGES.search(part) or cues.GIVE_FACE.search(part)
        if not accepts or cues.ANSWERS.search(part) or cues.ARGUES.search(part) or cues.DISCOUNT.search(part):
            return False
    return False


def _discount(text: Typed, amounts: tuple[Amount, ...]) -> str:
    """The words that give a lower price."""
    found = cues.DISCOUNT.search(text.folded) or _step(text, amounts)
    if not found or not give_words(text):
        return ""
    percent = next((a for a in amounts if a.percent), None)
    start, end = found.span()
    if percent and abs(percent.start - end) < 12:
        start, end = min(start, percent.start), max(end, percent.end)
    return text.quote(start, end)


def _step(text: Typed, amounts: tuple[Amount, ...]) -> re.Match[str] | None:
    """A step of the rep's in a sentence that speaks of money; 您让一步，我让一步 alone may be about anything."""
    own = cues.CLIENT_STEP.sub(lambda step: "\x00" * len(step.group()), text.folded)
    for sentence in text.sentences:
        sums = any(sentence.start <= a.start < sentence.end and not a.counted for a in amounts)
        step = cues.STEP.search(own, sentence.start, sentence.end)
        if step and (sums or cues.PRICE_WORDS.search(text.part(sentence))):
            return step
    return None


def _tactics(text: Typed, asked: tuple[Question, ...]) -> tuple[TacticSeen, ...]:
    found: dict[Tactic, TacticSeen] = {}
    asking = [question.span for question in asked]
    causes: list[Span] = []
    for sentence in text.sentences:
        for tactic, cue in cues.TACTICS:
            match = cue.search(text.folded, sentence.start, sentence.end)
            if match:
                found.setdefault(tactic, TacticSeen(tactic=tactic, words=text.quote(match.start(), match.end())))
        if sentence in asking and cues.FIND_CAUSE.search(text.folded, sentence.start, sentence.end):
            causes.append(sentence)
    causes = causes if causes or found else [span for span in asking if _only_asks(text.part(span))]
    if causes:
        found["find_cause"] = TacticSeen(tactic="find_cause", words=text.quote(causes[0].start, causes[0].end))
    return tuple(found[tactic] for tactic in TACTICS if tactic in found)


def _only_asks(sentence: str) -> bool:
    """A question that neither proposes nor argues; where it is all that a reply does, it looks for the cause."""
    return not cues.PROPOSES.search(sentence) and not cues.ARGUES.search(sentence)
