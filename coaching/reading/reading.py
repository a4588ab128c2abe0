"""What a rep's sentence was taken for, and the small interface behind which a better reader can take the place of the rules.

Knows the labels of the codebook and nothing of how they are found. A `Reading` is recorded with the message that it belongs to, so
its fields are plain and have defaults: `model_dump(mode="json", exclude_defaults=True)` of an ordinary one is short."""

import datetime
from typing import Literal, Protocol

from pydantic import Field

from coaching.frozen import Frozen, Language

AskedKind = Literal["plain", "goal", "spin", "fabe", "reply", "numbers", "date"]
Form = Literal["open", "closed", "statement"]
SpinKind = Literal["situation", "problem", "implication", "need_payoff", "other"]
FabePart = Literal["feature", "advantage", "benefit", "evidence", "none"]
Tactic = Literal[
    "give_face",
    "change_time",
    "change_place",
    "acquaintance",
    "upper_level",
    "pressure",
    "leave_room",
    "find_cause",
    "creative",
]
Actor = Literal["client", "rep", "unclear"]


class Asked(Frozen):
    """What the open question wants to have read; `language` is a hint, the text itself decides.

    `terms` are the client's words so far, `cues` a trainer's additional cue words by SPIN kind, `people` names and roles on the client's
    side."""

    kind: AskedKind = "plain"
    wanted: str = ""
    terms: tuple[str, ...] = ()
    cues: dict[SpinKind, tuple[str, ...]] = Field(default_factory=dict)
    people: tuple[str, ...] = ()
    language: Language = "zh-Hans"
    today: datetime.date


class SpinReading(Frozen):
    """Which kind of question it looks like; `candidates` are the kinds that left a trace, best first, `cue` is the trace of the best."""

    kind: SpinKind
    confidence: float
    abstained: bool = False
    candidates: tuple[SpinKind, ...] = ()
    cue: str = ""


class Segment(Frozen):
    """A stretch of a pitch, and the part of FABE that it looks like."""

    text: str
    part: FabePart
    confidence: float


class FabeReading(Frozen):
    """A pitch in parts, in the order of the text; `source` is who or what its evidence names."""

    parts: tuple[Segment, ...] = ()
    source: str = ""


class TacticSeen(Frozen):
    """An objection tactic, and the words that showed it."""

    tactic: Tactic
    words: str


class ReplyReading(Frozen):
    """What a reply to an objection does; each field of text quotes the words that do it."""

    acknowledges: str = ""
    asks_question: bool = False
    asks_first: bool = False
    argues: str = ""
    gives_discount: str = ""
    but_after_empathy: str = ""
    tactics: tuple[TacticSeen, ...] = ()


class OfferReading(Frozen):
    """Money in a sentence: prices and percent as decimal strings, `currency` as an ISO 4217 code, `condition` quotes what is asked for."""

    offer: str = ""
    currency: str = ""
    prices: tuple[str, ...] = ()
    percent: str = ""
    conditional: bool = False
    condition: str = ""
    concession: bool = False


class GoalReading(Frozen):
    """Who acts in a goal, the words that show it, and a wish too vague to be checked."""

    actor: Actor
    words: str = ""
    vague: str = ""


class Reading(Frozen):
    """What one message was taken for.

    Words are quoted exactly as the rep typed them (control characters aside); an empty quotation means that the thing was not found.
    Numbers are decimal strings; for `Asked.kind` "numbers" they are prices: percentages and counted things are left out. Confidences
    lie between 0 and 1. `spin`, `fabe`, `reply`, `offer` and `goal` are read only when
    `Asked.kind` calls for them ("reply" and "numbers" both read the offer).
    """

    reader: str = ""
    language: Language | Literal[""] = ""
    mixed: bool = False
    dont_know: bool = False
    questions: int = 0
    form: Form = "statement"
    figure_asked: bool = False
    echoes: tuple[str, ...] = ()
    has_date: bool = False
    date: datetime.date | None = None
    date_words: str = ""
    numbers: tuple[str, ...] = ()
    figure: str = ""
    absolute: str = ""
    but: str = ""
    length: int = 0
    too_long: bool = False
    client_centred: bool = True
    spin: SpinReading | None = None
    fabe: FabeReading | None = None
    reply: ReplyReading | None = None
    offer: OfferReading | None = None
    goal: GoalReading | None = None


class Reader(Protocol):
    """Anything that can read a rep's message; `version` is recorded with every reading."""

    version: str

    def read(self, text: str, asked: Asked) -> Reading:
        """What `text` was taken for, given what was asked; never raises, whatever the text."""
        ...
