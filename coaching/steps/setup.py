"""The first questions: whom, which trade, which role, when, and how much time there is. Knows no selling method."""

from datetime import date, timedelta

from coaching.methods.call_plan import ROLE_ORDER
from coaching.playbook import Example
from coaching.reading import Asked
from coaching.script import Once, Remark, Reply, Row, Step, Verdict
from coaching.session import Answer, Earlier, Option, Shelf
from coaching.walk import Walk, day, key, quoted


def drafts_from(found: Earlier) -> tuple[Answer, ...]:
    """The answers of an earlier preparation that may serve again; what belongs to that one meeting is left behind."""
    return tuple(answer for answer in found.answers if not answer.step.startswith("plan."))


def shelf_of(shelves: tuple[Shelf, ...], found: Earlier) -> Shelf | None:
    """The trade of an earlier preparation, when it is still offered and there is a choice."""
    return next((shelf for shelf in shelves if shelf.playbook == found.playbook), None) if len(shelves) > 1 else None


class EarlierClient(Step):
    """Offers earlier clients first; their last brief comes as drafts."""

    id = "plan.earlier"
    can_skip = False

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(walk.book.plan.words.ask_earlier)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        known = tuple(Option(id=f"earlier{i}", label=quoted(found.client, 24)) for i, found in enumerate(walk.session.earlier))
        return (*known, Option(id="new", label=walk.plain(walk.book.plan.commands.new_client)))

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        filed = Answer(step=self.id, text=option.label, value=option.id, status="ready")
        if option.id == "new":
            return Verdict(answers=(filed,))
        found = walk.session.earlier[int(option.id.removeprefix("earlier"))]
        answers = [filed, Answer(step="plan.client", text=found.client)]
        changes: dict[str, object] = {"drafts": drafts_from(found)}
        shelf = shelf_of(walk.session.shelves, found)
        if shelf is not None:
            answers.append(Answer(step="plan.business", text=shelf.title, value=shelf.playbook, status="ready"))
            changes |= {"edition": shelf.edition, "playbook": shelf.playbook}
        return Verdict(answers=tuple(answers), changes=changes)

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        filed = Answer(step=self.id, text="", value="new", status="ready")
        return Verdict(answers=(filed, Answer(step="plan.client", text=reply.text)))


class Client(Step):
    """The company or a code; nothing private."""

    id = "plan.client"
    can_skip = False

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(walk.book.plan.words.ask_client)

    def example(self, walk: Walk) -> Example | None:
        return walk.book.plan.examples.client


class Business(Step):
    """The line of business; it picks the set of playbooks, and with it the edition."""

    id = "plan.business"
    only_options = True
    can_skip = False

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(walk.book.plan.words.ask_business)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        return tuple(Option(id=f"shelf:{shelf.playbook}", label=shelf.title) for shelf in walk.session.shelves)

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        shelf = next(s for s in walk.session.shelves if s.playbook == option.id.removeprefix("shelf:"))
        filed = Answer(step=self.id, text=option.label, value=shelf.playbook, status="ready")
        return Verdict(answers=(filed,), changes={"edition": shelf.edition, "playbook": shelf.playbook})


class Role(Step):
    """The buyer role (CUTE) of the person met, or 'not clear'."""

    id = "plan.role"
    only_options = True
    can_skip = False

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(walk.book.plan.words.ask_role)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        words = walk.book.plan.roles
        return tuple(Option(id=letter, label=walk.plain(getattr(words, name))) for letter, name in ROLE_ORDER)


class MeetingDate(Step):
    """The day of the meeting; it may stay open."""

    id = "plan.date"
    can_skip = False

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(walk.book.plan.words.ask_date)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        words = walk.book.plan.commands
        return tuple(
            Option(id=name, label=walk.plain(getattr(words, name))) for name in ("today", "tomorrow", "later")
        )

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        days = {"today": 0, "tomorrow": 1}.get(option.id)
        if days is None:
            return Verdict(answers=(Answer(step=self.id, text="", status="unknown"),))
        return Verdict(answers=(self._dated(walk, walk.today + timedelta(days=days)),))

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="date", language=walk.language, today=walk.today)

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        if reply.reading is not None and reply.reading.date is not None:
            found = reply.reading.date
            return Verdict(answers=(self._dated(walk, found),))
        html = walk.say(walk.book.plan.words.no_date_read, quote=quoted(reply.text))
        filed = Answer(step=self.id, text=reply.text, status="unknown")
        return Verdict(pending=filed, remarks=(Remark("date.unread", html, fresh=False),))

    def unknown(self, walk: Walk, n: int) -> Verdict:
        return Verdict(answers=(Answer(step=self.id, text="", status="unknown"),))

    def _dated(self, walk: Walk, found: date) -> Answer:
        return Answer(step=self.id, text=day(found, walk.language), value=found.isoformat())


class TimeThereIs(Step):
    """Five, fifteen or thirty minutes; it decides which steps are asked."""

    id = "plan.time"
    only_options = True
    can_skip = False

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(walk.book.plan.words.ask_time)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        times = sorted(walk.book.plan.times, key=lambda plan: plan.minutes)
        label = walk.book.plan.commands.minutes
        return tuple(Option(id=str(t.minutes), label=walk.plain(label, minutes=t.minutes)) for t in times)

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        plan = next(t for t in walk.book.plan.times if str(t.minutes) == option.id)
        filed = Answer(step=key(self.id, n), text=option.label, value=option.id, status="ready")
        return Verdict(answers=(filed,), changes={"minutes": plan.minutes, "steps": tuple(plan.steps)})


ROWS: tuple[Row, ...] = (
    Once(EarlierClient(), lambda walk: bool(walk.session.earlier)),
    Once(Client()),
    Once(Business(), lambda walk: len(walk.session.shelves) > 1),
    Once(Role()),
    Once(MeetingDate()),
    Once(TimeThereIs()),
)
