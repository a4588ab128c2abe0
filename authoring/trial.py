"""A plan tried without a channel and without a record: what is typed, tapped and commanded becomes events, with a clock of its own.

Knows the coach's engine, its reader and its guard; no files, no terminal, no database."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from coaching import turn as coach
from coaching.edition import Preparation, edition_id, from_stored, stored_form
from coaching.ethics import Guard, mask
from coaching.frozen import Language
from coaching.methods.call_plan import Part, StepId, TimePlan
from coaching.options import meant
from coaching.preparation import part_of
from coaching.reading import Reader
from coaching.session import Blocked, Commanded, Event, Left, Opened, Picked, Replied, Session, Shelf, Turn
from coaching.walk import Walk

# Trials play on a Monday of their own, so that "Friday" means the same whenever they run.
DAY = date(2026, 11, 23)
SECONDS_A_TURN = 20

# The chat's names for what the engine calls otherwise.
_ENGINE_NAME = {"plan": "change"}

# What a part needs to have been asked before: a pitch is chosen by the problem that it answers.
LEAD_IN: Mapping[Part, tuple[StepId, ...]] = {"fabe": ("spin.problem",)}


class Ear(NamedTuple):
    """What hears a rep's words: the reader, and the guard before it."""

    reader: Reader
    guard: Guard


class NotInPlan(ValueError):  # noqa: N818 - reads as a sentence where it is caught
    """The plan has no preparation of this length, or asks nothing of this part; `possible` is what it has."""

    def __init__(self, what: str, possible: tuple[str, ...]) -> None:
        super().__init__(f"the plan has no {what}; possible: {', '.join(possible)}")
        self.possible = possible


@dataclass(frozen=True)
class Start:
    """Where a trial begins: at the first question, or behind an answered set-up; with `part` only that part's questions are asked."""

    minutes: int | None = None
    part: Part | None = None
    role: str = "U"

    @property
    def behind_setup(self) -> bool:
        """Whether the set-up is answered already."""
        return self.minutes is not None or self.part is not None


FROM_THE_BEGINNING = Start()


class Trial:
    """One preparation on trial. The state passes through its stored form between turns, as it does in use.

    Raises NotInPlan when the plan does not have what `start` asks for.
    """

    def __init__(self, book: Preparation, language: Language, ear: Ear, start: Start = FROM_THE_BEGINNING, day: date = DAY) -> None:
        length = _length(book, start)
        if start.part is not None:
            book = only_part(book, start.part, length)
        self.opened_in = language
        stored = stored_form(book)
        self.edition = edition_id(stored)
        self.books: Mapping[str, Preparation] = {self.edition: from_stored(stored)}
        self._ear = ear
        self._at = datetime.combine(day, time(9), UTC)
        self.turns: list[Turn] = []
        shelf = Shelf(playbook=book.plan.id, edition=self.edition, title=book.plan.business.words(language))
        self._take(
            Opened(
                at=self._at, id="trial", person="trial", language=language, playbook=shelf.playbook, edition=self.edition, shelves=(shelf,)
            )
        )
        if start.behind_setup:
            self.says(book.plan.examples.client.strong.words(language))
            for option in (start.role, "tomorrow", str(length)):
                self.picks(option)

    @property
    def session(self) -> Session:
        """The preparation as it is now."""
        return self.turns[-1].session

    @property
    def turn(self) -> Turn:
        """The last turn."""
        return self.turns[-1]

    @property
    def place(self) -> str:
        """The address of the open question; `closed` when the preparation is over."""
        return self.session.open.step if self.session.open is not None else "closed"

    @property
    def walk(self) -> Walk:
        """A view of the preparation."""
        return Walk(self.session, self.books[self.edition])

    def says(self, text: str) -> Turn:
        """The rep types something: it is masked and looked at as in the chat, then read."""
        verdict = self._ear.guard.look(text)
        if verdict is not None and verdict.level != "note":
            alternative = html.escape(verdict.alternative(self.session.language), quote=False)
            return self._take(Blocked(at=self._at, rule=verdict.rule, alternative=alternative))
        hidden = mask(text)
        reading = self._ear.reader.read(hidden.text, coach.expects(self.session, self.books))
        return self._take(Replied(at=self._at, text=hidden.text, reading=reading, masked=hidden.count))

    def picks(self, option: str) -> Turn | None:
        """The rep taps the option with this id, these words or this place (#2); None where there is no such option."""
        opened = self.session.open
        if opened is None:
            return None
        found = next((one for one in opened.options if one.id == option), None) or meant(opened, option)
        return self._take(Picked(at=self._at, option=found.id, ask=opened.ask)) if found is not None else None

    def commands(self, name: str, text: str = "") -> Turn:
        """The rep sends a command, by the name that it has in the chat."""
        if name == "stop":
            return self._take(Left(at=self._at))
        return self._take(Commanded(at=self._at, name=_ENGINE_NAME.get(name, name), text=text))

    def _take(self, event: Event) -> Turn:
        session = Session.model_validate_json(self.session.model_dump_json()) if self.turns else None
        self.turns.append(coach.advance(session, self.books, event))
        self._at += timedelta(seconds=SECONDS_A_TURN)
        return self.turns[-1]


def _length(book: Preparation, start: Start) -> int:
    """The minutes that are chosen in the set-up: the wanted ones, or the longest there are."""
    lengths = sorted(plan.minutes for plan in book.plan.times)
    if start.minutes is not None and start.minutes not in lengths:
        raise NotInPlan(f"preparation of {start.minutes} minutes", tuple(map(str, lengths)))
    return start.minutes or lengths[-1]


def only_part(book: Preparation, part: Part, minutes: int) -> Preparation:
    """The same plan with the questions of one part only. Raises NotInPlan when that part is not asked at this length."""
    whole = next(plan for plan in book.plan.times if plan.minutes == minutes)
    steps = tuple(step for step in whole.steps if part_of(step) == part)
    if not steps:
        present = tuple(dict.fromkeys(part_of(step) for step in whole.steps))
        raise NotInPlan(f"questions of the part '{part}' at {minutes} minutes", present)
    lead_in = LEAD_IN.get(part, ())
    changes: dict[str, object] = {"steps": (*lead_in, *steps)}
    if lead_in:
        changes["problems"] = 1
    reduced: TimePlan = whole.model_copy(update=changes)
    return book.model_copy(update={"plan": book.plan.model_copy(update={"times": (reduced,)})})
