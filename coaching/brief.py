"""What stands on the one-page brief, as plain data. Knows no typesetting, and no target or walk-away: they have no field here."""

from coaching.frozen import Frozen, Language


class BriefQuestion(Frozen):
    """One question to ask, in the order of the page; `kind` is its heading, for example Implication."""

    kind: str
    text: str


class BriefObjection(Frozen):
    """What the client may say, and the one line that the rep will answer."""

    heard: str
    line: str


class Rung(Frozen):
    """One price that will be spoken: its label as printed, its height from 0 to 1 for the picture, and what is asked for it."""

    label: str
    height: float
    get: str = ""
    sentence: str = ""


class BriefLabels(Frozen):
    """The headings of the page, in the rep's language."""

    start_here: str
    goal: str
    fallback: str
    questions: str
    pitch: str
    objections: str
    ladder: str
    bring: str
    unknown: str
    footer: str


class Brief(Frozen):
    """The page that a rep takes along; empty sections are left out."""

    language: Language
    title: str
    meeting: str
    start_here: str
    goal: str
    fallback: str = ""
    questions: tuple[BriefQuestion, ...] = ()
    pitch: tuple[str, ...] = ()
    objections: tuple[BriefObjection, ...] = ()
    ladder: tuple[Rung, ...] = ()
    ladder_unit: str = ""
    bring: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    labels: BriefLabels
