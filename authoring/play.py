"""Plays a story on a plan: where the two part, and which steps and which content it visits. No files, no words for people."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import jinja2

from authoring.story import CLOSED, NOTHING, Story, StoryStep, base, is_at
from authoring.trial import DAY, Ear, Start, Trial
from coaching.edition import Preparation
from coaching.frozen import Language
from coaching.steps import pitch, replies
from coaching.steps.page import page
from coaching.templates import TemplateRefused
from coaching.walk import plain, split_key

Kind = Literal["step", "problem", "pitch", "card", "give_get"]
Field = Literal[
    "at", "picks", "feedback", "card", "words", "outcome", "problems", "questions", "objections", "prices", "unknown", "unsayable"
]


class Visit(NamedTuple):
    """A step or a piece of content that a story has been to, by its name in the playbook (a give-get by its number from 0)."""

    kind: Kind
    name: str


@dataclass(frozen=True)
class Miss:
    """Where a story parts from what happens: the number of its step from 0 (None: its end), what was expected, what came."""

    step: int | None
    field: Field
    expected: str
    found: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class Played:
    """A story that was played: its first miss, if any, and what it visited."""

    miss: Miss | None
    visits: frozenset[Visit]


class _Parted(Exception):  # noqa: N818 - ends the play, not the program
    def __init__(self, miss: Miss) -> None:
        self.miss = miss


def play(story: Story, book: Preparation, language: Language, ear: Ear) -> Played:
    """Plays a story. Raises NotInPlan when the plan does not have the length or the part that the story asks for."""
    start = Start(minutes=story.minutes, part=story.part, role=story.role)
    try:
        trial = Trial(book, language, ear, start, story.today or DAY)
    except (jinja2.TemplateError, TemplateRefused) as fault:
        return Played(Miss(0, "unsayable", "", (str(fault),), ""), frozenset())
    playing = _Play(story, trial)
    try:
        playing.run()
    except _Parted as parted:
        return Played(parted.miss, frozenset(playing.visits))
    return Played(None, frozenset(playing.visits))


class _Play:
    """A story on its way."""

    def __init__(self, story: Story, trial: Trial) -> None:
        self.story, self.trial = story, trial
        self.number: int | None = None
        self.visits: set[Visit] = set()

    def run(self) -> None:
        for turn in self.trial.turns:
            opened = turn.session.open
            self.visits.add(Visit("step", base(opened.step) if opened is not None else CLOSED))
        self._visit()
        for number, step in enumerate(self.story.steps):
            self.number = number
            self._expect("at", not step.at or is_at(step.at, self.trial.place), step.at, self.trial.place)
            try:
                self._act(step)
            except (jinja2.TemplateError, TemplateRefused) as fault:
                self._expect("unsayable", False, "", str(fault))
            self._visit()
            self._answered(step)
        self.number = None
        self._ended()

    def _expect(self, field: Field, met: bool, expected: str, *found: str) -> None:
        if not met:
            raise _Parted(Miss(self.number, field, expected, found, self.trial.place))

    def _act(self, step: StoryStep) -> None:
        if step.command is not None:
            name, _, rest = step.command.removeprefix("/").partition(" ")
            self.trial.commands(name, rest.strip())
            if name == "o":
                found = replies.find_card(self.trial.walk, rest)
                self.visits |= {Visit("card", found[0])} if found else set()
        elif step.picks is not None:
            opened = self.trial.session.open
            options = [option.id for option in opened.options] if opened is not None else []
            self._expect("picks", self.trial.picks(step.picks) is not None, step.picks, *options)
        else:
            self.trial.says(step.says or "")

    def _answered(self, step: StoryStep) -> None:
        turn = self.trial.turn
        named = turn.entries[0].feedback or (NOTHING,)
        self._expect("feedback", step.feedback in (None, *named), step.feedback or "", *named)
        if step.card is not None:
            found = self._card(step)
            self._expect("card", found == step.card, step.card, found)
        said = "\n".join(plain(line.html) for line in turn.lines)
        for words in step.words:
            self._expect("words", words in said, words, said)

    def _card(self, step: StoryStep) -> str:
        """The card that the step's words were taken for."""
        if step.command is not None:
            found = replies.find_card(self.trial.walk, step.command.partition(" ")[2])
            return found[0] if found else NOTHING
        listed = self.trial.walk.items("objections.expect")
        return listed[-1][1].value or NOTHING if listed else NOTHING

    def _ended(self) -> None:
        end, session = self.story.end, self.trial.session
        self._expect("at", is_at(end.at, self.trial.place), end.at, self.trial.place)
        self._expect("outcome", end.outcome in (None, session.outcome), end.outcome or "", session.outcome or NOTHING)
        brief = page(self.trial.walk)
        counts: dict[Field, int] = {
            "problems": len(self.trial.walk.items("spin.problem")),
            "questions": len(brief.questions),
            "objections": len(brief.objections),
            "prices": len(brief.ladder),
            "unknown": len(brief.unknown),
        }
        for name, found in counts.items():
            expected = getattr(end, name)
            self._expect(name, expected in (None, found), str(expected), str(found))
        text = "\n".join(_texts(brief.model_dump(mode="json")))
        for words in end.words:
            self._expect("words", words in text, words, text)

    def _visit(self) -> None:
        """Where the story is now, and the content that stands behind it."""
        walk, place = self.trial.walk, self.trial.place
        step, number = split_key(place)
        self.visits.add(Visit("step", step))
        self.visits |= {Visit("problem", answer.value) for _, answer in walk.items("spin.problem") if answer.value}
        self.visits |= {Visit("card", answer.value) for _, answer in walk.items("objections.expect") if answer.value}
        gets = (answer.value for _, answer in walk.items("negotiation.get") if answer.value)
        self.visits |= {Visit("give_get", value.removeprefix("get")) for value in gets}
        if step in {f"fabe.{letter}" for letter in pitch.LETTERS}:
            self.visits.add(Visit("pitch", pitch.pitch(walk).id))
        if step == "objections.reply":
            card = replies.card_of(walk, number)
            self.visits |= {Visit("card", name) for name, known in walk.book.objections.cards.items() if known is card}


def _texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    return [data] if isinstance(data, str) else []
