"""Which of the four SPIN questions a sentence looks like, from cue words and from whether an "if" holds something better or worse.

Cue words never decide alone: where two kinds are close, or the trace is faint, the reading abstains and names its candidates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from coaching.reading.cues import build
from coaching.reading.cues import spin as cues
from coaching.reading.patterns import Cue
from coaching.reading.questions import Question, is_rhetorical
from coaching.reading.reading import SpinKind, SpinReading
from coaching.reading.text import Span, Typed, fold

# The order in which the kinds are tried; it breaks ties.
ORDER: tuple[SpinKind, ...] = ("need_payoff", "implication", "problem", "situation", "other")
STRONG, MORE, WEAK = 3.0, 0.5, 1.0
# Below these the coach asks instead of judging: the best kind's weight, and its lead over the next.
FAINT, CLOSE = 1.6, 0.8


@dataclass
class _Tally:
    """Weight and first words for each kind."""

    weights: dict[SpinKind, float] = field(default_factory=lambda: dict.fromkeys(ORDER, 0.0))
    words: dict[SpinKind, Span] = field(default_factory=dict)
    better: bool = False
    worse: bool = False

    def add(self, kind: SpinKind, weight: float, where: Span | None = None) -> None:
        self.weights[kind] += weight
        if where is not None and kind not in self.words:
            self.words[kind] = where


def read_spin(text: Typed, asked: tuple[Question, ...], extra: Mapping[SpinKind, tuple[str, ...]], wanted: str = "") -> SpinReading:
    """The kind of the question in `text`; `extra` are a trainer's own cue words by kind, `wanted` the kind that was asked for."""
    tally = _Tally()
    for kind, words in extra.items():
        for word in words:
            if found := _word(text.folded, fold(word)):
                tally.add(kind, STRONG - MORE, found)
    if not asked:
        return _statement(text, tally)
    _cues(text, tally)
    wished_away = build.WISHED_AWAY.search(text.folded)
    if wished_away:
        tally.add("problem", 2 * STRONG, Span(*wished_away.span()))
    else:
        _conditions(text, tally)
    if asked[-1].requested:
        tally.add("situation", WEAK + MORE)
    _build(text, asked, tally)
    if wanted in ORDER and tally.weights[wanted] > 0:
        # Whoever was asked for a kind mostly writes that kind; it tips the balance and no more.
        tally.add(wanted, CLOSE)
    _background(tally, bool(build.HELPS.search(text.folded)))
    return _settle(text, tally)


def _word(folded: str, word: str) -> Span | None:
    """A trainer's cue: anywhere in Chinese, whole words in English."""
    if not word.strip():
        return None
    escaped = re.escape(word.strip())
    match = re.search(rf"(?<![a-z]){escaped}(?![a-z])" if word.isascii() else escaped, folded)
    return Span(*match.span()) if match else None


def _count(cue: Cue, folded: str) -> tuple[int, Span | None]:
    hits = {match.group(): match.span() for match in cue.finditer(folded)}
    return len(hits), Span(*min(hits.values())) if hits else None


def _cues(text: Typed, tally: _Tally) -> None:
    strong: tuple[tuple[SpinKind, Cue], ...] = (
        ("need_payoff", cues.NEED_PAYOFF_STRONG),
        ("implication", cues.IMPLICATION_STRONG),
        ("problem", cues.PROBLEM_STRONG),
        ("situation", cues.SITUATION_STRONG),
        ("other", cues.OTHER_STRONG),
    )
    for kind, cue in strong:
        count, where = _count(cue, text.folded)
        if count:
            tally.add(kind, STRONG + MORE * min(count - 1, 2), where)
    weak: tuple[tuple[SpinKind, Cue], ...] = (("implication", cues.IMPLICATION_WEAK), ("situation", cues.SITUATION_WEAK))
    for kind, cue in weak:
        count, where = _count(cue, text.folded)
        if count:
            tally.add(kind, WEAK if tally.weights[kind] < STRONG else MORE, where)
    tally.add("situation", MORE)


def _conditions(text: Typed, tally: _Tally) -> None:
    """If things were better: need-payoff. If they go on or get worse: implication."""
    for sentence in text.sentences:
        for clause in text.clauses(sentence):
            part = text.part(clause)
            if build.CONDITION_DREADED.search(part):
                tally.add("implication", STRONG - MORE, clause)
                continue
            match = build.CONDITION_HAN.search(part) or build.CONDITION_EN.search(part)
            if match is None:
                # 把等候压到四十分钟，农户会怎么看: a better state put as if it were there.
                if build.AS_IF_THERE.match(part) and build.BETTER.search(part) and clause.end < sentence.end:
                    tally.add("need_payoff", 2 * WEAK, clause)
                continue
            worse, better = build.WORSE.search(part), build.BETTER.search(part)
            unsolved = build.UNSOLVED.search(part)
            if better and not unsolved:
                tally.better = True
                tally.add("need_payoff", STRONG, clause)
            elif worse or unsolved:
                tally.worse = True
                tally.add("implication", STRONG, clause)
            else:
                tally.add("need_payoff", 2 * WEAK if build.WISHED.search(text.part(sentence)) else WEAK, clause)


def _build(text: Typed, asked: tuple[Question, ...], tally: _Tally) -> None:
    """What the build of the question tells: a fault that is asked about is a problem, one that is taken for granted has consequences."""
    question = asked[-1].span
    clauses = list(text.clauses(question))
    last = Span(clauses[-1].start, question.end)
    premise = Span(text.sentences[0].start, last.start)
    part = text.part(last)
    point = build.GRANTED.sub(lambda granted: " " * len(granted.group()), part)
    fault = cues.FAULTS.search(point)
    if fault and not build.HANDLED.search(point):
        weight = MORE if tally.weights["problem"] >= STRONG else 2 * WEAK
        tally.add("problem", weight, Span(last.start + fault.start(), last.start + fault.end()))
    before = text.part(premise) + " " + "".join(granted.group() for granted in build.GRANTED.finditer(part))
    granted = cues.FAULTS.search(before)
    if tally.weights["problem"] < STRONG and not build.HANDLED.search(point):
        if granted and not fault and not build.BETTER.search(before):
            tally.add("implication", STRONG - MORE, premise if premise.end > premise.start else last)
        elif build.HAPPENED.search(before) and build.ASKS_ON.search(point):
            tally.add("implication", WEAK, premise if premise.end > premise.start else last)
    if len(before) > 4 and build.BETTER.search(before) and not build.WORSE.search(build.BETTER.sub(lambda hit: "", before)):
        tally.add("need_payoff", WEAK + MORE, premise)
    whole = text.part(question)
    if match := build.WOULD.search(whole):
        tally.add("need_payoff", WEAK + MORE, Span(question.start + match.start(), question.start + match.end()))
    if match := build.THAT_DOES.search(whole):
        tally.add("implication", WEAK + MORE, Span(question.start + match.start(), question.start + match.end()))


def _background(tally: _Tally, helps: bool) -> None:
    """A consequence is asked about a problem, and a problem about a situation: the background weighs less than the point."""
    weights = tally.weights
    if helps or (tally.better and not tally.worse):
        weights["implication"] *= 0.5
    if tally.worse and not tally.better and not helps:
        weights["need_payoff"] *= 0.5
    if weights["need_payoff"] >= STRONG:
        weights["implication"] *= 0.6 if weights["implication"] <= weights["need_payoff"] else 0.9
        weights["problem"] *= 0.4
        weights["situation"] *= 0.4
    if weights["implication"] >= STRONG - MORE:
        weights["problem"] *= 0.6
        weights["situation"] *= 0.4
    if weights["problem"] >= 2 * WEAK:
        weights["situation"] *= 0.5
    if weights["other"] >= STRONG:
        weights["situation"] *= 0.6


def _settle(text: Typed, tally: _Tally) -> SpinReading:
    ranked = sorted((k for k in ORDER if tally.weights[k] > 0), key=lambda k: (-tally.weights[k], ORDER.index(k)))
    best = ranked[0]
    top = tally.weights[best]
    lead = top - (tally.weights[ranked[1]] if len(ranked) > 1 else 0)
    abstained = top < FAINT or lead < CLOSE
    confidence = min(0.3 + 0.1 * lead, 0.5) if abstained else min(0.55 + 0.1 * lead, 0.95)
    where = tally.words.get(best)
    candidates = tuple(k for k in ranked if tally.weights[k] >= 0.4 * top)
    return SpinReading(
        kind=best,
        confidence=round(confidence, 2),
        abstained=abstained,
        candidates=candidates,
        cue=text.quote(where.start, where.end) if where else "",
    )


def _statement(text: Typed, tally: _Tally) -> SpinReading:
    """Nothing is asked: other, unless a consequence is stated for the customer to confirm."""
    folded = text.folded
    _cues(text, tally)
    summary, ours = cues.SUMMARY.search(folded), cues.PITCH.search(folded)
    consequence = tally.weights["implication"] >= STRONG
    if consequence and not ours and not is_rhetorical(folded) and (summary or cues.CONFIRM.search(folded)):
        where = tally.words["implication"]
        return SpinReading(kind="implication", confidence=0.6, candidates=("implication", "other"), cue=text.quote(where.start, where.end))
    near = tuple(k for k in ("need_payoff", "implication", "problem") if tally.weights[k] >= STRONG)
    sure = not near or bool(ours) or is_rhetorical(folded)
    return SpinReading(kind="other", confidence=0.85 if sure else 0.6, candidates=("other", *(() if sure else near)))
