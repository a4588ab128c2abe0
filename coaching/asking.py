"""Asking: a turn in the making, and how the next question, the open question or the brief is put to the rep.

Knows how a message is composed; what happened and what it means is decided in `coaching.turn`. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from coaching import preparation
from coaching.edition import Preparation
from coaching.methods.call_plan import PARTS, CommandWords
from coaching.script import Remark, Row, Step, before, find, waiting
from coaching.session import Answer, Line, OpenQuestion, Option, Session
from coaching.steps import page
from coaching.walk import Walk, key, quoted

CHANGE = "plan.change"
BRIEF = "plan.brief"

Editions = Mapping[str, Preparation]


@dataclass(frozen=True)
class Draft:
    """A turn in the making: the session so far, what was said, which rules were named."""

    session: Session
    said: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    feedback: tuple[str, ...] = ()
    unfit: bool = False
    criticised: bool = False

    def say(self, *sentences: str) -> "Draft":
        """With more sentences before the next question."""
        return replace(self, said=(*self.said, *(s for s in sentences if s)))

    def now(self, **changes: object) -> "Draft":
        """With a changed session."""
        return replace(self, session=self.session.model_copy(update=changes))


def walking(draft: Draft, editions: Editions) -> Walk:
    """The session so far with its playbooks."""
    return Walk(draft.session, editions[draft.session.edition])


def commands_of(draft: Draft, editions: Editions) -> CommandWords:
    """The words of the standing buttons."""
    return editions[draft.session.edition].plan.commands


def open_place(walk: Walk) -> tuple[Step, int] | None:
    """The step that is open now."""
    opened = walk.session.open
    return find(walk, preparation.rows(walk), opened.step) if opened is not None else None


def remarked(draft: Draft, remarks: tuple[Remark, ...]) -> Draft:
    """At most one point of feedback a turn: the first that was not made before in this session."""
    if any(rule in draft.feedback for rule in (r.rule for r in remarks)):
        return draft
    chosen = next((r for r in remarks if not r.fresh or r.rule not in draft.session.noted), None)
    if chosen is None:
        return draft
    noted = draft.session.noted if chosen.rule in draft.session.noted else (*draft.session.noted, chosen.rule)
    draft = replace(draft.now(noted=noted), feedback=(*draft.feedback, chosen.rule), criticised=not chosen.praise)
    return draft.say(chosen.html)


def filed(draft: Draft, answers: Iterable[Answer]) -> Draft:
    """With these answers settled; drafts of the same addresses have served."""
    filed, drafts = draft.session.answers, draft.session.drafts
    for answer in answers:
        filed = (*without(filed, answer.step), answer)
        drafts = without(drafts, answer.step)
    return draft.now(answers=filed, drafts=drafts)


def without(answers: tuple[Answer, ...], address: str) -> tuple[Answer, ...]:
    """The answers but for one address."""
    return tuple(answer for answer in answers if answer.step != address)


def ask_next(draft: Draft, editions: Editions) -> Draft:
    """Poses the next question; after the last one comes the brief."""
    walk = walking(draft, editions)
    rows = preparation.rows(walk)
    place = waiting(walk, rows)
    if place is None:
        return _pose_brief(draft, walk)
    step, n = place
    address = key(step.id, n)
    options = _options(walk, rows, step, n)
    if draft.criticised and any(option.id == "back" for option in options):
        # The remark was about the answer before: one tap mends it.
        options = (*options, Option(id="change_last", label=walk.plain(walk.book.plan.commands.change_last)))
    return posed(draft.say(_prompt(walk, step, n)), address, options, step.closed(walk))


def _prompt(walk: Walk, step: Step, n: int) -> str:
    commands, address = walk.book.plan.commands, key(step.id, n)
    question = step.prompt(walk, n)
    mark = preparation.marker(walk, step.id)
    parts = [f"{mark} · {question}" if mark else question]
    kept = walk.draft(address)
    ready = step.ready(walk, n)
    if kept is not None and kept.text and not step.closed(walk):
        parts.append(walk.say(commands.draft, line=quoted(kept.text, 200)))
    elif ready:
        parts.append(walk.say(commands.ready_line, line=ready))
    return "\n\n".join(parts)


def _options(walk: Walk, rows: tuple[Row, ...], step: Step, n: int) -> tuple[Option, ...]:
    commands, address = walk.book.plan.commands, key(step.id, n)
    found: list[Option] = []
    kept = walk.draft(address)
    if kept is not None and kept.text and step.keeps_draft and not step.closed(walk):
        found.append(Option(id="draft", label=walk.plain(commands.keep_draft)))
    if step.ready(walk, n):
        found.append(Option(id="take", label=walk.plain(commands.take)))
    found += step.choices(walk, n)
    listed_on = preparation.is_listed(rows, step.id) and n > 1
    if listed_on:
        found.append(Option(id="enough", label=walk.plain(commands.enough)))
    if step.example(walk) is not None:
        found.append(Option(id="example", label=walk.plain(commands.example)))
    if step.can_skip and not listed_on:
        found.append(Option(id="skip", label=walk.plain(commands.skip)))
    if before(walk, rows, address) is not None:
        found.append(Option(id="back", label=walk.plain(commands.back)))
    if address == "goal.primary":
        found.append(Option(id="change", label=walk.plain(commands.change_plan)))
    return tuple(found)


def ask_change(draft: Draft, editions: Editions, *, changed: bool) -> Draft:
    """Puts the plan before the rep, with a button for each part to add or leave out."""
    walk = walking(draft, editions)
    commands, present = walk.book.plan.commands, preparation.parts(walk)
    options: list[Option] = []
    for part in PARTS:
        name = walk.plain(getattr(walk.book.plan.part_words, part).name)
        if part not in present:
            options.append(Option(id=f"add:{part}", label=walk.plain(commands.add, part=name)))
        elif len(present) > 1 and part != "goal":
            options.append(Option(id=f"out:{part}", label=walk.plain(commands.leave_out, part=name)))
    options.append(Option(id="done", label=walk.plain(commands.plan_done)))
    return posed(draft.say(preparation.glance(walk, changed)), CHANGE, tuple(options), only_options=True)


def _pose_brief(draft: Draft, walk: Walk) -> Draft:
    commands = walk.book.plan.commands
    options = [Option(id="finish", label=walk.plain(commands.finish)), Option(id="back", label=walk.plain(commands.back))]
    if page.limits(walk):
        options.insert(0, Option(id="limits", label=walk.plain(commands.show_limits)))
    draft = draft.say(walk.say(walk.book.plan.words.brief_ready))
    return posed(draft, BRIEF, tuple(options), only_options=True, with_brief=walk)


def posed(draft: Draft, address: str, options: tuple[Option, ...], only_options: bool, with_brief: Walk | None = None) -> Draft:
    """Poses a question under a new number."""
    ask = draft.session.asks + 1
    question = OpenQuestion(ask=ask, step=address, options=options, only_options=only_options)
    brief = page.page(with_brief) if with_brief is not None else None
    line = Line(html="\n\n".join(draft.said), ask=ask, options=options, only_options=only_options, brief=brief)
    return replace(draft.now(open=question, asks=ask), said=(), lines=(*draft.lines, line))


def repeated(draft: Draft, editions: Editions) -> Draft:
    """Says what there is to say, and the open question once more under its own number, so that its buttons stay valid."""
    walk, opened = walking(draft, editions), draft.session.open
    place = open_place(walk)
    if opened is None or place is None or draft.session.pending is not None:
        return shown(draft, editions)
    prompt = Line(html=_prompt(walk, *place), ask=opened.ask, options=opened.options, only_options=opened.only_options)
    told = (Line(html="\n\n".join(draft.said)),) if draft.said else ()
    return replace(draft, said=(), lines=(*draft.lines, *told, prompt))


def shown(draft: Draft, editions: Editions, *, again: bool = False) -> Draft:
    """Says what there is to say under the question that stays open; `again` repeats the question itself."""
    opened = draft.session.open
    if opened is None:
        return draft
    if again:
        walk = walking(draft, editions)
        place = open_place(walk)
        if opened.step == CHANGE:
            return ask_change(draft, editions, changed=False)
        pending = draft.session.pending
        if pending is not None:
            drafts = (*without(draft.session.drafts, pending.answer.step), pending.answer)
            draft = draft.now(pending=None, drafts=drafts)
        if place is not None or opened.step == BRIEF:
            return ask_next(draft, editions)
    line = Line(html="\n\n".join(draft.said), ask=opened.ask, options=opened.options, only_options=opened.only_options)
    return replace(draft, said=(), lines=(*draft.lines, line)) if draft.said else draft
