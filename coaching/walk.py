"""A read-only view of a session together with its playbooks: what was answered, and how to say something. Decides nothing."""

import html
import re
from collections.abc import Mapping
from datetime import date

from coaching.edition import Preparation
from coaching.frozen import Language
from coaching.methods.call_plan import TimePlan
from coaching.session import Answer, Session
from coaching.templates import render
from coaching.wording import Text

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
QUOTE_LENGTH = 60
REAL = frozenset({"given", "kept", "ready"})

_TAG = re.compile(r"<[^<>]*>")


def plain(markup: str) -> str:
    """The words of a line without its tags."""
    return html.unescape(_TAG.sub("", markup))


def quoted(text: str, most: int = QUOTE_LENGTH) -> str:
    """The rep's words on one line, short enough to stand inside a sentence (`most` in characters)."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def day(value: date, language: Language) -> str:
    """A date as it is said: 12月3日, 3 December."""
    if language == "en":
        return f"{value.day} {MONTHS[value.month - 1]}"
    return f"{value.month}月{value.day}日"


def key(step: str, number: int = 0) -> str:
    """The address of a step; repeated steps carry their number, counted from 1."""
    return f"{step}/{number}" if number else step


def split_key(address: str) -> tuple[str, int]:
    """The step and its number (0 where it does not repeat)."""
    step, _, number = address.partition("/")
    return step, int(number or 0)


class Walk:
    """One session at one moment, with the preparation that it is pinned to."""

    def __init__(self, session: Session, book: Preparation) -> None:
        self.session = session
        self.book = book
        self.language = session.language
        self._answers: Mapping[str, Answer] = {a.step: a for a in session.answers}
        self._drafts: Mapping[str, Answer] = {a.step: a for a in session.drafts}

    def answer(self, address: str) -> Answer | None:
        """What was settled at this address, in whatever way."""
        return self._answers.get(address)

    def draft(self, address: str) -> Answer | None:
        """What the rep had there before: after /back, or from an earlier brief."""
        return self._drafts.get(address)

    def real(self, address: str) -> Answer | None:
        """The answer at this address when it says something (not skipped, not unknown)."""
        found = self._answers.get(address)
        return found if found is not None and found.status in REAL else None

    def text(self, address: str) -> str:
        """The words of a real answer, or nothing."""
        found = self.real(address)
        return found.text if found else ""

    def value(self, address: str) -> str:
        """What an answer was read as, or nothing."""
        found = self._answers.get(address)
        return found.value if found else ""

    def items(self, step: str) -> tuple[tuple[int, Answer], ...]:
        """The real answers of a repeated step with their numbers, in order."""
        found = ((split_key(a.step), a) for a in self.session.answers if a.status in REAL)
        return tuple(sorted(((number, a) for (name, number), a in found if name == step and number), key=lambda pair: pair[0]))

    @property
    def time(self) -> TimePlan:
        """What fits into the time there is; before it is known, the shortest plan."""
        times = sorted(self.book.plan.times, key=lambda plan: plan.minutes)
        return next((plan for plan in times if plan.minutes == self.session.minutes), times[0])

    @property
    def today(self) -> date:
        """The day on which the preparation was opened."""
        return self.session.opened_at.date()

    @property
    def meeting(self) -> date | None:
        """The day of the meeting, once known."""
        found = self.value("plan.date")
        return date.fromisoformat(found) if found else None

    @property
    def role_label(self) -> str:
        """The role of the person met, as on its button; nothing while it is unclear."""
        found = self.answer("plan.role")
        return found.text if found is not None and found.value not in {"", "unclear"} else ""

    def say(self, text: Text, /, **values: str | int) -> str:
        """A sentence of the playbook in the rep's language as HTML, with the names filled in."""
        filled: dict[str, str | int] = {
            "client": self.text("plan.client"),
            "role": self.role_label,
            "goal": self.text("goal.primary"),
        }
        filled.update(values)
        return render(text.words(self.language), filled).strip()

    def plain(self, text: Text, /, **values: str | int) -> str:
        """The same sentence without tags, as a line that the rep may take over."""
        return plain(self.say(text, **values))
