"""The goal: what the client will have agreed to do, by when; and the least that would still be worth the way (methods D1)."""

from datetime import timedelta

from coaching.methods.call_plan import PlanWords
from coaching.playbook import Example
from coaching.reading import Asked
from coaching.script import Once, Remark, Reply, Row, Step, Verdict
from coaching.session import Answer
from coaching.walk import Walk, day, key, quoted

# A goal that was not set for a day falls a week after the meeting: near enough to act, far enough to be kept.
DAYS_AFTER_MEETING = 7


def deadline(walk: Walk) -> str:
    """The day that a ready goal line names."""
    return day((walk.meeting or walk.today) + timedelta(days=DAYS_AFTER_MEETING), walk.language)


class Goal(Step):
    """The primary goal. The rep's own activity, a vague wish or a missing date is sent back once."""

    id = "goal.primary"

    def words(self, walk: Walk) -> PlanWords:
        return walk.book.plan.words

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(self.words(walk).ask_goal)

    def ready(self, walk: Walk, n: int) -> str:
        return walk.plain(self.words(walk).ready_goal, date=deadline(walk))

    def example(self, walk: Walk) -> Example | None:
        return walk.book.plan.examples.goal

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="goal", language=walk.language, today=walk.today)

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        filed = self.file(n, reply)
        reading = reply.reading
        if reading is None:
            return Verdict(answers=(filed,))
        remarks = self._faults(walk, reply)
        if remarks:
            return Verdict(pending=filed, remarks=remarks)
        filed = filed.model_copy(update={"value": "dated"})
        if reading.goal is None or reading.goal.actor != "client":
            return Verdict(answers=(filed,))
        good = Remark("goal.good", walk.say(self.words(walk).goal_good, quote=quoted(reply.text)), praise=True)
        return Verdict(answers=(filed,), remarks=(good,))

    def redraft(self, walk: Walk, n: int, old: Answer) -> Verdict:
        # A goal that was sent back stays one without a day, until it is written anew.
        value = old.value or "undated"
        return Verdict(answers=(old.model_copy(update={"value": value, "status": old.status if old.value else "kept"}),))

    def _faults(self, walk: Walk, reply: Reply) -> tuple[Remark, ...]:
        words, quote, reading = self.words(walk), quoted(reply.text), reply.reading
        assert reading is not None
        found = []
        goal = reading.goal
        if goal is not None and goal.actor == "rep":
            html = walk.say(words.goal_is_activity, quote=quote, cue=goal.words)
            found.append(Remark("goal.activity", html, fresh=False))
        elif goal is not None and goal.vague:
            found.append(Remark("goal.vague", walk.say(words.goal_is_vague, quote=quote, cue=goal.vague), fresh=False))
        if not reading.has_date:
            found.append(Remark("goal.no_date", walk.say(words.goal_no_date, quote=quote), fresh=False))
        return tuple(found)

    def unknown(self, walk: Walk, n: int) -> Verdict:
        filed = Answer(step=key(self.id, n), text="", status="unknown")
        return Verdict(answers=(filed,), said=walk.say(self.words(walk).goal_unknown))


class Fallback(Goal):
    """The least result that is still worth the meeting."""

    id = "goal.fallback"

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(self.words(walk).ask_fallback, primary=quoted(walk.text("goal.primary")))

    def ready(self, walk: Walk, n: int) -> str:
        return walk.plain(self.words(walk).ready_fallback, date=deadline(walk))

    def example(self, walk: Walk) -> Example | None:
        return walk.book.plan.examples.fallback


ROWS: tuple[Row, ...] = (Once(Goal()), Once(Fallback()))
