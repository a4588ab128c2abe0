"""A call plan as a picture shows it: parts, steps with their questions, repeats, branches, and how much content stands behind each step.

Knows what is asked and in which order; draws nothing. The questions are those that a rep would get, filled with the playbook's own
examples."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Literal

from coaching.edition import Preparation
from coaching.frozen import Frozen, Language
from coaching.methods.call_plan import PARTS, ROLE_ORDER, Part
from coaching.methods.objections import TACTICS
from coaching.preparation import ROWS_OF
from coaching.script import Chain, Listing, Once, Row
from coaching.session import Answer, Session
from coaching.steps import setup
from coaching.steps.price import INDEX_LIST
from coaching.steps.replies import CAUSES
from coaching.walk import Walk, plain
from coaching.wording import Text

GroupKind = Literal["once", "listing", "chain"]
Quantity = Literal[
    "roles", "times", "facts", "problems", "implications", "need_payoffs", "pitches", "cards", "causes", "tactics", "give_gets", "extras"
]

# What the sample meeting is about, where a question names a price.
_OPENING, _TARGET, _PRICES = "98", "90", "98 94 91.5 90"
_SAMPLE_DAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


class Behind(Frozen):
    """The content that a step draws on: what it is, how many there are, and their names where they have some."""

    what: Quantity
    label: str
    count: int
    names: tuple[str, ...] = ()


class FlowStep(Frozen):
    """One question. `minutes` are the plans that ask it (none during the set-up); `only_if` is the condition, if there is one."""

    id: str
    question: str
    minutes: tuple[int, ...] = ()
    only_if: str = ""
    behind: tuple[Behind, ...] = ()


class Group(Frozen):
    """Steps that are asked together: once, again until the rep has enough, or in turn for each item of a list; `caption` says which."""

    kind: GroupKind
    caption: str = ""
    steps: tuple[FlowStep, ...]


class Lane(Frozen):
    """One part of the plan."""

    part: Part | Literal["plan"]
    name: str
    question: str = ""
    check: str = ""
    groups: tuple[Group, ...]

    @property
    def steps(self) -> tuple[FlowStep, ...]:
        """The steps of all groups, in order."""
        return tuple(step for group in self.groups for step in group.steps)


class FlowLabels(Frozen):
    """The words of the picture itself."""

    title: str
    minutes: str
    end: str
    marks: str
    condition: str
    repeats: str
    footer: str


class Flow(Frozen):
    """A whole plan: its lanes in the order in which they are walked."""

    plan: str
    language: Language
    title: str
    times: tuple[int, ...]
    lanes: tuple[Lane, ...]
    labels: FlowLabels


def _text(zh: str, en: str) -> Text:
    return Text({"zh-Hans": zh, "en": en})


# Each condition of the rows in `coaching.steps`, in words. A test holds that none is missing.
CONDITIONS: Mapping[str, Text] = {
    "plan.earlier": _text("有以前准备过的客户", "if there are earlier clients"),
    "plan.business": _text("上线的行业不止一个", "if there is more than one trade"),
    "fabe.need": _text("难点不是正好一个", "unless there is exactly one problem"),
    **{f"fabe.{letter}": _text("有需求时", "when there is a need") for letter in ("feature", "advantage", "benefit", "evidence")},
    "negotiation.list": _text("用真实价格", "with real prices"),
    "negotiation.how": _text("有开价和目标价", "with an opening and a target"),
    "negotiation.count": _text("选了由陪练来算", "if the coach computes"),
    "negotiation.own": _text("选了自己的让法", "if the rep brings own prices"),
    "negotiation.extra": _text("有了让步计划", "once there is a plan"),
}

_EACH: Mapping[Part, Text] = {
    "spin": _text("每个难点问一遍", "for each problem"),
    "objections": _text("每个异议问一遍", "for each objection"),
    "negotiation": _text("每让一步问一遍", "for each step of the price"),
}
_AGAIN = _text("一直问到够了，最多 {most} 个", "again until it is enough, {most} at most")
_AGAIN_BY_TIME = _text("一直问到够了，最多：{most}", "again until it is enough, at most: {most}")
_BY_TIME = _text("{minutes} 分钟 {most} 个", "{most} in {minutes} min")
_SETUP = _text("开场", "Set-up")
_QUANTITIES: Mapping[Quantity, Text] = {
    "roles": _text("种角色", "roles"),
    "times": _text("种时间", "lengths"),
    "facts": _text("条情况", "facts"),
    "problems": _text("个难点", "problems"),
    "implications": _text("句后果", "implications"),
    "need_payoffs": _text("句好处", "need-payoffs"),
    "pitches": _text("份介绍", "pitches"),
    "cards": _text("张异议卡", "cards"),
    "causes": _text("种原因", "causes"),
    "tactics": _text("种招数", "tactics"),
    "give_gets": _text("对交换", "give-gets"),
    "extras": _text("样添头", "extras"),
}
_ANY_NEED = _text("哪种需求都能用", "for any need")
_LABELS: Mapping[str, Text] = {
    "title": _text("{title}：问些什么，按什么顺序", "{title}: what is asked, in which order"),
    "minutes": _text("分钟", "min"),
    "end": _text("简报", "Brief"),
    "marks": _text("几分钟的准备会问到", "asked in a preparation of so many minutes, or not"),
    "condition": _text("有条件才问", "asked only if"),
    "repeats": _text("会重复问", "asked more than once"),
    "footer": _text("问句里的客户、难点、价格都是剧本自带的例子。", "Clients, problems and prices are the playbook's own examples."),
}


def flow(book: Preparation, language: Language, minutes: int | None = None) -> Flow:
    """The flow of a plan; with `minutes` only of the preparation that takes so long. Raises ValueError when there is none such."""
    times = tuple(sorted(plan.minutes for plan in book.plan.times))
    if minutes is not None and minutes not in times:
        raise ValueError(f"there is no preparation of {minutes} minutes; possible: {', '.join(map(str, times))}")
    shown = times if minutes is None else (minutes,)
    walk = sample(book, language, shown[-1])
    title = walk.plain(book.plan.title)
    lanes = [_lane(walk, "plan", setup.ROWS, shown)]
    lanes += [_lane(walk, part, ROWS_OF[part], shown) for part in PARTS]
    return Flow(
        plan=book.plan.id,
        language=language,
        title=title,
        times=shown,
        lanes=tuple(lane for lane in lanes if lane.groups),
        labels=FlowLabels(**{name: text.words(language).format(title=title) for name, text in _LABELS.items()}),
    )


def sample(book: Preparation, language: Language, minutes: int) -> Walk:
    """A preparation of which everything is answered, with the playbook's own examples."""
    plan, examples = book.plan, book.plan.examples
    card_name, card = next(iter(book.objections.cards.items()))
    answers = {
        "plan.client": (examples.client.strong.words(language), ""),
        "goal.primary": (examples.goal.strong.words(language), ""),
        "spin.problem/1": (book.spin.problems[0].problem.words(language), book.spin.problems[0].id),
        "spin.problem/2": (book.spin.problems[-1].problem.words(language), book.spin.problems[-1].id),
        "objections.expect/1": (card.heard[0].words(language), card_name),
        "negotiation.unit": ("", "index"),
        "negotiation.list": (INDEX_LIST, INDEX_LIST),
        "negotiation.opening": (_OPENING, _OPENING),
        "negotiation.target": (_TARGET, _TARGET),
    }
    filed = [Answer(step=step, text=text or value, value=value, status="ready") for step, (text, value) in answers.items()]
    filed.append(Answer(step="negotiation.own", text="", about=_PRICES))
    steps = tuple(step for time in plan.times if time.minutes == minutes for step in time.steps)
    session = Session(
        id="sample", person="sample", language=language, playbook=plan.id, edition="", opened_at=_SAMPLE_DAY,
        minutes=minutes, steps=steps, answers=tuple(filed),
    )  # fmt: skip
    return Walk(session, book)


def _lane(walk: Walk, part: Part | Literal["plan"], rows: tuple[Row, ...], times: tuple[int, ...]) -> Lane:
    groups = tuple(group for row in rows if (group := _group(walk, part, row, times)) is not None)
    if part == "plan":
        return Lane(part=part, name=_SETUP.words(walk.language), groups=groups)
    words = getattr(walk.book.plan.part_words, part)
    return Lane(
        part=part, name=walk.plain(words.name), question=walk.plain(words.question), check=walk.plain(words.check), groups=groups
    )


def _group(walk: Walk, part: Part | Literal["plan"], row: Row, times: tuple[int, ...]) -> Group | None:
    if isinstance(row, Chain):
        steps = tuple(step for once in row.rows if (step := _step(walk, part, once, 1, times)) is not None)
        if not steps or part == "plan":
            return None
        return Group(kind="chain", caption=_EACH[part].words(walk.language), steps=steps)
    if isinstance(row, Once):
        found = _step(walk, part, row, 0, times)
        return Group(kind="once", steps=(found,)) if found is not None else None
    found = _step(walk, part, row, 1, times)
    return _listing(walk, row, found) if found is not None else None


def _listing(walk: Walk, row: Listing, step: FlowStep) -> Group:
    """A list with how many items it may have; where there is room for one item only, it is asked once."""
    most = {minutes: row.most(Walk(walk.session.model_copy(update={"minutes": minutes}), walk.book)) for minutes in step.minutes}
    if set(most.values()) == {1}:
        return Group(kind="once", steps=(step,))
    return Group(kind="listing", caption=_again(walk, most), steps=(step,))


def _again(walk: Walk, most: Mapping[int, int]) -> str:
    if len(set(most.values())) == 1:
        return _AGAIN.words(walk.language).format(most=next(iter(most.values())))
    glue = "，" if walk.language != "en" else ", "
    return _AGAIN_BY_TIME.words(walk.language).format(
        most=glue.join(_BY_TIME.words(walk.language).format(minutes=minutes, most=number) for minutes, number in most.items())
    )


def _step(walk: Walk, part: Part | Literal["plan"], row: Once | Listing, n: int, times: tuple[int, ...]) -> FlowStep | None:
    step = row.step
    asked = tuple(plan.minutes for plan in sorted(walk.book.plan.times, key=lambda plan: plan.minutes) if step.id in plan.steps)
    shown = tuple(minutes for minutes in asked if minutes in times)
    if part != "plan" and not shown:
        return None
    condition = CONDITIONS.get(step.id)
    return FlowStep(
        id=step.id,
        question=" ".join(plain(step.prompt(walk, n)).split()),
        minutes=shown,
        only_if=condition.words(walk.language) if condition else "",
        behind=tuple(_behind(walk, step.id)),
    )


def _behind(walk: Walk, step: str) -> Iterator[Behind]:
    """What stands in the playbooks behind a step."""
    book = walk.book
    problems = {problem.id: walk.plain(problem.problem) for problem in book.spin.problems}

    def counted(what: Quantity, count: int, names: tuple[str, ...] = ()) -> Behind:
        return Behind(what=what, label=_QUANTITIES[what].words(walk.language), count=count, names=names)

    match step:
        case "plan.role":
            roles = tuple(walk.plain(getattr(book.plan.roles, name)) for _, name in ROLE_ORDER)
            yield counted("roles", len(roles), roles)
        case "plan.time":
            times = sorted(plan.minutes for plan in book.plan.times)
            yield counted("times", len(times), tuple(walk.plain(book.plan.commands.minutes, minutes=minutes) for minutes in times))
        case "spin.fact":
            yield counted("facts", len(book.spin.facts))
        case "spin.problem":
            yield counted("problems", len(problems), tuple(problems.values()))
        case "spin.implication":
            yield counted("implications", sum(len(problem.implications) for problem in book.spin.problems))
        case "spin.need_payoff":
            yield counted("need_payoffs", sum(len(problem.need_payoffs) for problem in book.spin.problems))
        case "fabe.feature":
            anywhere = _ANY_NEED.words(walk.language)
            answered = (" / ".join(problems[name] for name in p.answers if name in problems) or anywhere for p in book.fabe.pitches)
            yield counted("pitches", len(book.fabe.pitches), tuple(answered))
        case "objections.expect":
            yield counted("cards", len(book.objections.cards), tuple(walk.plain(card.heard[0]) for card in book.objections.cards.values()))
        case "objections.cause":
            words = book.objections.words
            yield counted("causes", len(CAUSES), tuple(walk.plain(getattr(words, f"cause_{cause}")) for cause in CAUSES))
        case "objections.tactic":
            words = book.objections.words
            yield counted("tactics", len(TACTICS), tuple(walk.plain(getattr(words, f"tactic_{tactic}")) for tactic in TACTICS))
        case "objections.reply":
            yield counted("cards", len(book.objections.cards))
        case "negotiation.get":
            yield counted("give_gets", len(book.negotiation.give_gets), tuple(walk.plain(pair.get) for pair in book.negotiation.give_gets))
        case "negotiation.extra":
            yield counted("extras", len(book.negotiation.extras), tuple(walk.plain(extra) for extra in book.negotiation.extras))
        case _:
            return
