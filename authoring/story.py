"""A trainer's test conversation as it is written: what the rep does, where that leads, and how it ends. Asserts places, not wording.

Knows the form of a story file. How it is played stands in `authoring.play`."""

import datetime
from typing import Any, Literal, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coaching import turn as coach
from coaching.frozen import Frozen, Language
from coaching.methods.call_plan import PARTS, Part
from coaching.methods.spin import BuyerRole
from coaching.playbook import Identifier
from coaching.preparation import ROWS_OF, steps_of
from coaching.session import Outcome
from coaching.steps import setup

CLOSED = "closed"
NOTHING = "none"

# Every place at which a preparation can stand; a repeated step may carry its number, as in spin.problem/2.
PLACES: tuple[str, ...] = (
    *(step.id for rows in (setup.ROWS, *(ROWS_OF[part] for part in PARTS)) for step in steps_of(rows)),
    coach.CHANGE, coach.BRIEF, CLOSED,
)  # fmt: skip

Command = Literal["back", "skip", "example", "plan", "pause", "resume", "brief", "o", "language", "help", "stop"]
COMMANDS: tuple[Command, ...] = get_args(Command)
ACTIONS = ("says", "picks", "command")


class StoryStep(Frozen):
    """One message of the rep: exactly one of `says`, `picks` and `command`; the rest is what must be true."""

    at: str = Field(default="", description="The step that must be open now, by its id; left out: wherever it is.")
    says: str | None = Field(default=None, description="What the rep types.")
    picks: str | None = Field(default=None, description="The button that the rep taps: its id, its words, or #2 for its place.")
    command: str | None = Field(default=None, description="A command without its slash, for example: back, or: o too expensive.")
    feedback: str | None = Field(default=None, description="The rule that the coach must name in its answer; none: no feedback at all.")
    card: Identifier | None = Field(default=None, description="The objection card that must be found for these words.")
    words: tuple[str, ...] = Field(default=(), description="Words that must be in the answer; only where they matter.")

    @model_validator(mode="after")
    def _one_action(self) -> "StoryStep":
        given = [name for name in ACTIONS if getattr(self, name) is not None]
        if not given:
            raise PydanticCustomError("story-no-action", "nothing is done")
        if len(given) > 1:
            context: dict[str, Any] = {"first": given[0], "second": given[1], "at": (given[1],)}
            raise PydanticCustomError("story-two-actions", "two things are done at once", context)
        return self


class StoryEnd(Frozen):
    """What must be true at the end; what is left out may be anything."""

    at: str = Field(default=coach.BRIEF, description="The step that is open at the end; closed: the preparation is over.")
    outcome: Outcome | None = Field(default=None, description="How the preparation ended, for example: left.")
    problems: int | None = Field(default=None, ge=0, description="How many problems are on the list.")
    questions: int | None = Field(default=None, ge=0, description="How many questions stand on the brief.")
    objections: int | None = Field(default=None, ge=0, description="How many objections stand on the brief.")
    prices: int | None = Field(default=None, ge=0, description="How many prices stand on the brief.")
    unknown: int | None = Field(default=None, ge=0, description="How many things are still unknown on the brief.")
    words: tuple[str, ...] = Field(default=(), description="Words that must be on the brief; only where they matter.")


class Story(Frozen):
    """One test conversation."""

    story: str = Field(min_length=1, max_length=120, description="What it shows, as one sentence.")
    minutes: int | None = Field(default=None, gt=0, description="The set-up is answered already, for a preparation of so many minutes.")
    part: Part | None = Field(default=None, description="Only the questions of this part are asked; the set-up is answered already.")
    role: BuyerRole | Literal["unclear"] = Field(default="U", description="The person met, where the set-up is answered already.")
    today: datetime.date | None = Field(default=None, description="The day on which it plays, such as 2026-11-23, which is the usual one.")
    steps: tuple[StoryStep, ...] = Field(min_length=1, description="What the rep does, message after message.")
    end: StoryEnd = Field(default=StoryEnd(), description="What must be true at the end.")


class Stories(Frozen):
    """A file of test conversations about one call plan in one language."""

    plan: str = Field(description="The id of the call plan that the stories walk.")
    language: Language = Field(default="zh-Hans", description="The language of the conversations.")
    notes: str = Field(default="", description="A note to other trainers.")
    stories: tuple[Story, ...] = Field(min_length=1, description="The stories, one after the other.")


def base(address: str) -> str:
    """The step of an address without its number."""
    return address.partition("/")[0]


def is_at(wanted: str, place: str) -> bool:
    """Whether a place is the one that is wanted, with its number or without."""
    return wanted in {place, base(place)}
