"""A pitch in its parts: feature, advantage, benefit, evidence, or none.

Cue words weigh each stretch; where they are silent, the order in which a pitch is usually told helps."""

import re
from dataclasses import dataclass

from coaching.reading.cues import pitch as cues
from coaching.reading.numbers import Amount
from coaching.reading.patterns import Cue, compiled
from coaching.reading.questions import is_rhetorical
from coaching.reading.reading import FabePart, FabeReading, Segment
from coaching.reading.text import Span, Typed

PARTS: tuple[FabePart, ...] = ("feature", "advantage", "benefit", "evidence", "none")
STRONG, MORE, WEAK = 2.0, 0.7, 0.7
LEANING = 1.4
# A stretch is cut off from its sentence only when both sides clearly say different things.
CLEAR = 1.8

# How naturally one part follows another; a pitch is usually told feature, advantage, benefit, evidence.
_STEP = {
    ("feature", "advantage"): 1.2, ("advantage", "benefit"): 1.2, ("benefit", "evidence"): 1.2, ("none", "feature"): 0.8,
    ("feature", "benefit"): 0.3, ("advantage", "evidence"): 0.3, ("feature", "evidence"): -0.2, ("benefit", "feature"): 0.1,
    ("evidence", "feature"): 0.1, ("evidence", "none"): 0.4, ("benefit", "none"): 0.3, ("none", "none"): 0.2,
    ("feature", "feature"): -0.1, ("advantage", "advantage"): -0.2, ("benefit", "benefit"): -0.1, ("evidence", "evidence"): 0.5,
}  # fmt: skip
_BACK = -0.7
_FIRST = {"feature": 0.9, "none": 0.2, "benefit": 0.0, "advantage": -0.4, "evidence": -0.5}
_STRONG: tuple[tuple[FabePart, Cue], ...] = (
    ("feature", cues.FEATURE_STRONG),
    ("advantage", cues.ADVANTAGE_STRONG),
    ("benefit", cues.BENEFIT_STRONG),
    ("evidence", cues.EVIDENCE_STRONG),
    ("none", cues.NONE_STRONG),
)
_WEAK: tuple[tuple[str, Cue], ...] = (("feature", cues.FEATURE_WEAK), ("benefit", cues.BENEFIT_WEAK))
# What Chinese may put before a name without a blank.
_LEAD = compiled(r"""
    (?:您看|您可以|您|看|比如|例如|譬如|像|在|由|经过?|有|跟|给|据|这是|目前|现在|去年|今年|上周|上个?月|我们|已经|就|是|说|
    从|把|被|让|请|和|与|问问?|可以|先|都|也|了|到|去|做过?|用的?)+
    """)
_PROPER = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b|\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_PAST = compiled(r"\b(?:\w+ed|has|had|did|ran|put|kept|saw|went|cut|hasn't|swapped|gave)\b")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of the pitch with the cues found in it, by part; `scores` weighs them."""

    span: Span
    strong: dict[FabePart, frozenset[str]]
    weak: frozenset[str]
    named: bool
    asks: bool
    scores: dict[FabePart, float]

    @property
    def best(self) -> FabePart:
        return max(PARTS, key=lambda part: self.scores[part])

    @property
    def lead(self) -> float:
        ranked = sorted(self.scores.values(), reverse=True)
        return ranked[0] - ranked[1]


def read_fabe(text: Typed, amounts: tuple[Amount, ...], wanted: str = "") -> FabeReading:
    """The parts of a pitch in the order of the text, and the source that its evidence names; `wanted` is the part that was asked for."""
    stretches = [stretch for sentence in text.sentences for stretch in _stretches(text, sentence, amounts)]
    for stretch in stretches:
        if wanted in PARTS:
            # Whoever was asked for a part mostly writes that part; it tips the balance and no more.
            stretch.scores[wanted] += LEANING
    parts = _in_order(stretches)
    segments: list[Segment] = []
    for stretch, part in zip(stretches, parts, strict=True):
        own = stretch.scores[part]
        rival = max(score for name, score in stretch.scores.items() if name != part)
        confidence = round(min(max(0.5 + 0.12 * (own - rival), 0.25), 0.95), 2)
        segments.append(Segment(text=text.quote(stretch.span.start, stretch.span.end), part=part, confidence=confidence))
    return FabeReading(parts=tuple(s for s in segments if s.text), source=source_words(text))


def source_words(text: Typed) -> str:
    """Who or what a proof names (a customer, a person, a document); empty for a crowd such as "many customers"."""
    hidden = cues.NO_SOURCE.sub(lambda crowd: "\x00" * len(crowd.group()), text.folded)
    match = cues.SOURCE.search(hidden)
    if match is None:
        return ""
    lead = _LEAD.match(hidden, match.start(), match.end())
    return text.quote(lead.end() if lead and match.end() - lead.end() >= 2 else match.start(), match.end())


def _stretches(text: Typed, sentence: Span, amounts: tuple[Amount, ...]) -> list[_Stretch]:
    """A sentence, cut where its clauses clearly belong to different parts."""
    found: list[_Stretch] = []
    for clause in _cuts(text, sentence):
        stretch = _stretch(text, clause, amounts)
        if found:
            before = found[-1]
            differ = before.best != stretch.best and before.scores[before.best] >= CLEAR and stretch.scores[stretch.best] >= CLEAR
            if not (differ and min(before.lead, stretch.lead) >= WEAK):
                found[-1] = _together(before, stretch)
                continue
        found.append(stretch)
    return found


def _cuts(text: Typed, sentence: Span) -> list[Span]:
    """The clauses of a sentence; one without a joint (所以, which means) that is very short stays with its neighbour."""
    cuts: list[Span] = []
    for clause in text.clauses(sentence):
        if cuts and cuts[-1].end - cuts[-1].start < 4:
            cuts[-1] = Span(cuts[-1].start, clause.end)
        else:
            cuts.append(clause)
    parts: list[Span] = []
    for clause in cuts:
        start = clause.start
        for joint in cues.INNER_JOINT.finditer(text.folded, clause.start + 8, clause.end):
            if joint.start() - start > 8 and clause.end - joint.start() > 8:
                parts.append(Span(start, joint.start()))
                start = joint.start()
        parts.append(Span(start, clause.end))
    return parts


def _stretch(text: Typed, span: Span, amounts: tuple[Amount, ...]) -> _Stretch:
    part = text.part(span)
    strong = {name: frozenset(match.group() for match in cue.finditer(part)) for name, cue in _STRONG}
    weak = {name for name, cue in _WEAK if cue.search(part)}
    if any(a.currency or a.scaled for a in amounts if span.start <= a.start < span.end):
        weak.add("money")
    proper = _PROPER.search(text.raw[span.start : span.end]) and _PAST.search(part)
    named = bool(proper or cues.SOURCE.search(cues.NO_SOURCE.sub(lambda crowd: "", part)))
    asks = part.rstrip(" \"'").endswith("?") and not is_rhetorical(part)
    return _Stretch(span, strong, frozenset(weak), named, asks, _weigh(strong, frozenset(weak), named, asks))


def _together(one: _Stretch, other: _Stretch) -> _Stretch:
    strong = {name: one.strong[name] | other.strong[name] for name in one.strong}
    weak, named, asks = one.weak | other.weak, one.named or other.named, one.asks or other.asks
    return _Stretch(Span(one.span.start, other.span.end), strong, weak, named, asks, _weigh(strong, weak, named, asks))


def _weigh(strong: dict[FabePart, frozenset[str]], weak: frozenset[str], named: bool, asks: bool) -> dict[FabePart, float]:
    """How much each part weighs; a question belongs to none, a gain for "you" outweighs the comparison that it rests on."""
    scores: dict[FabePart, float] = {name: STRONG + MORE * min(len(hits) - 1, 2) if hits else 0.0 for name, hits in strong.items()}
    scores["feature"] += WEAK if "feature" in weak else 0
    scores["benefit"] += (2 * WEAK if "benefit" in weak else 0) + (WEAK if "money" in weak else 0)
    scores["none"] += 2 * STRONG if asks else 0 if scores["none"] else -WEAK
    scores["evidence"] += STRONG - MORE if named else 0
    if scores["benefit"] > STRONG and scores["advantage"] >= STRONG:
        scores["advantage"] -= MORE
    if scores["evidence"] >= STRONG + MORE:
        scores["feature"] *= 0.6
        scores["advantage"] *= 0.6
    return scores


def _in_order(stretches: list[_Stretch]) -> list[FabePart]:
    """The likeliest row of parts: what each stretch says, and the order in which a pitch is usually told."""
    if not stretches:
        return []
    if len(stretches) == 1:
        only = stretches[0]
        return ["feature" if only.scores[only.best] == 0 else only.best]
    paths = {part: (stretches[0].scores[part] + _FIRST[part], [part]) for part in PARTS}
    for stretch in stretches[1:]:
        longer: dict[FabePart, tuple[float, list[FabePart]]] = {}
        for part in PARTS:
            before = max(PARTS, key=lambda name: paths[name][0] + _STEP.get((name, part), _BACK))
            total, path = paths[before]
            longer[part] = (total + _STEP.get((before, part), _BACK) + stretch.scores[part], [*path, part])
        paths = longer
    return max(paths.values(), key=lambda reached: reached[0])[1]
