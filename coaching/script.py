"""The guided walk: steps that ask, lists that the rep makes, chains over these lists. Knows nothing of SPIN, prices or pitches.

There is no stored position: what is asked next follows from what was answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from coaching.playbook import Example
from coaching.reading import Asked, Reading
from coaching.session import Answer, AnswerStatus, Option
from coaching.walk import Walk, key


@dataclass(frozen=True)
class Reply:
    """What came back on a question: words with their reading, or a line that was offered and taken."""

    text: str
    reading: Reading | None = None
    status: AnswerStatus = "given"


@dataclass(frozen=True)
class Remark:
    """One point of feedback: the rule it comes from, and the sentence (HTML). `fresh` is said only once in a session; `praise` asks for
    nothing."""

    rule: str
    html: str
    fresh: bool = True
    praise: bool = False


@dataclass(frozen=True)
class Verdict:
    """What a step makes of a reply: answers to file, or the reply sent back with a choice of what to do; `reopen` names an earlier step
    whose answer does not hold any more."""

    answers: tuple[Answer, ...] = ()
    remarks: tuple[Remark, ...] = ()
    said: str = ""
    pending: Answer | None = None
    options: tuple[Option, ...] = ()
    changes: dict[str, Any] = field(default_factory=dict)
    reopen: str = ""


class Step:
    """One question of the walk. A method overrides what is particular to it."""

    id: str = ""
    only_options: bool = False
    can_skip: bool = True
    several_lines: bool = False
    keeps_draft: bool = True

    def closed(self, walk: Walk) -> bool:
        """Whether this question takes nothing but its options."""
        return self.only_options

    def prompt(self, walk: Walk, n: int) -> str:
        """The question, as HTML."""
        raise NotImplementedError

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        """The options that are answers to this question."""
        return ()

    def ready(self, walk: Walk, n: int) -> str:
        """One ready line from the playbook to take or change, or nothing."""
        return ""

    def asked(self, walk: Walk, n: int) -> Asked:
        """What shall be read in the rep's words."""
        return Asked(kind="plain", language=walk.language, today=walk.today)

    def example(self, walk: Walk) -> Example | None:
        """A weak and a strong answer."""
        return None

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        """What to make of the rep's words."""
        return Verdict(answers=(self.file(n, reply),))

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        """What to make of an option of `choices`."""
        return Verdict(answers=(Answer(step=key(self.id, n), text=option.label, value=option.id, status="ready"),))

    def redraft(self, walk: Walk, n: int, old: Answer) -> Verdict:
        """What to make of a draft that the rep keeps; a step whose answer rests on others looks at it again."""
        return Verdict(answers=(old,))

    def unknown(self, walk: Walk, n: int) -> Verdict:
        """What to make of an honest 'I don't know'."""
        noted = Remark("unknown", walk.say(walk.book.plan.commands.unknown_noted), praise=True)
        return Verdict(answers=(Answer(step=key(self.id, n), text="", status="unknown"),), remarks=(noted,))

    def skipped(self, walk: Walk, n: int) -> str:
        """What is said when the rep passes this question over, as HTML."""
        return walk.say(walk.book.plan.commands.skipped)

    def file(self, n: int, reply: Reply, **more: str) -> Answer:
        """The reply as an answer at this step."""
        return Answer(step=key(self.id, n), text=reply.text, status=reply.status, **more)


@dataclass(frozen=True)
class Once:
    """A step that is asked once, if it applies."""

    step: Step
    applies: Callable[[Walk], bool] = lambda walk: True


@dataclass(frozen=True)
class Listing:
    """A step that is asked again until the rep has enough, at most `most` times."""

    step: Step
    most: Callable[[Walk], int]
    applies: Callable[[Walk], bool] = lambda walk: True


@dataclass(frozen=True)
class Chain:
    """Steps that are asked for each item of a list, one item after the other."""

    over: Callable[[Walk], tuple[int, ...]]
    rows: tuple[Once, ...]


Row = Once | Listing | Chain
Place = tuple[Step, int]


def places(walk: Walk, rows: tuple[Row, ...]) -> Iterator[Place]:
    """Every question that belongs to this walk now, in order, answered or not."""
    for row in rows:
        if isinstance(row, Chain):
            for number in row.over(walk):
                yield from ((once.step, number) for once in row.rows if once.applies(walk))
        elif not row.applies(walk):
            continue
        elif isinstance(row, Once):
            yield row.step, 0
        else:
            yield from _listed(walk, row)


def _listed(walk: Walk, row: Listing) -> Iterator[Place]:
    for number in range(1, row.most(walk) + 1):
        yield row.step, number
        found = walk.answer(key(row.step.id, number))
        if found is None or found.status in {"skipped", "unknown"}:
            return


def waiting(walk: Walk, rows: tuple[Row, ...]) -> Place | None:
    """The first question that has no answer yet."""
    return next(((step, n) for step, n in places(walk, rows) if walk.answer(key(step.id, n)) is None), None)


def before(walk: Walk, rows: tuple[Row, ...], address: str) -> Place | None:
    """The last answered question that stands before an address (or the last of all)."""
    found: Place | None = None
    for step, n in places(walk, rows):
        here = key(step.id, n)
        if here == address:
            break
        if walk.answer(here) is not None:
            found = (step, n)
    return found


def find(walk: Walk, rows: tuple[Row, ...], address: str) -> Place | None:
    """The question at an address, if it belongs to this walk."""
    return next(((step, n) for step, n in places(walk, rows) if key(step.id, n) == address), None)
