"""advance() and replay(): the only place where a preparation changes. Pure: the same session, editions and event give the same turn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from coaching import preparation
from coaching.edition import Preparation
from coaching.methods.call_plan import PARTS, CommandWords
from coaching.options import control, folded, meant
from coaching.reading import Asked
from coaching.script import Remark, Reply, Row, Step, Verdict, before, find, waiting
from coaching.session import (
    Answer,
    Blocked,
    Commanded,
    Entry,
    Event,
    Lapsed,
    Left,
    Line,
    Opened,
    OpenQuestion,
    Option,
    Pending,
    Picked,
    Replied,
    Sent,
    Session,
    Turn,
)
from coaching.steps import page, replies, setup
from coaching.walk import REAL, Walk, key, plain, quoted, split_key
from coaching.wording import Text

CHANGE = "plan.change"
UNSURE = ("unclear", "other", "later")
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


def open_session(event: Opened) -> Session:
    """A new preparation, before its first question."""
    answers = (Answer(step="plan.client", text=event.client),) if event.client else ()
    drafts: tuple[Answer, ...] = ()
    if event.client and event.earlier:
        answers = (Answer(step="plan.earlier", text="", value="new", status="ready"), *answers)
        known = next((found for found in event.earlier if folded(found.client) == folded(event.client)), None)
        drafts = setup.drafts_from(known) if known is not None else ()
    return Session(
        id=event.id, person=event.person, language=event.language, playbook=event.playbook, edition=event.edition,
        shelves=event.shelves, earlier=event.earlier, opened_at=event.at, answers=answers, drafts=drafts,
    )


def advance(session: Session | None, editions: Editions, event: Event) -> Turn:
    """One step of a preparation: what happened, what to say, what to keep.

    `session` is None exactly for `Opened`. Raises KeyError when an edition that the session is pinned to is not in `editions`.
    """
    if isinstance(event, Opened):
        return _finish(_ask(Draft(open_session(event)), editions), None, event)
    if session is None:
        raise ValueError("only Opened begins a session")
    draft = Draft(session)
    if session.status == "closed" and not isinstance(event, Lapsed):
        return _finish(_closed(draft, editions, event), session, event)
    match event:
        case Replied():
            draft = _replied(draft, editions, event)
        case Picked():
            draft = _picked(draft, editions, event.option, event.ask)
        case Commanded():
            draft = _commanded(draft, editions, event)
        case Blocked():
            draft = _show(replace(draft, feedback=(event.rule,), unfit=True).say(event.alternative), editions)
        case Sent():
            words = _walk(draft, editions).book.plan.commands
            told = words.edited if event.what == "edited" else words.not_text
            draft = _show(replace(draft, unfit=True).say(_walk(draft, editions).say(told)), editions)
        case Left():
            said = _walk(draft, editions).say(_commands(draft, editions).left)
            draft = _close(draft, event, "left").say(said)
        case Lapsed():
            draft = draft if draft.session.status == "closed" else _close(draft, event, "lapsed").say(event.text)
    return _finish(draft, session, event)


def replay(editions: Editions, events: Iterable[Event]) -> list[Turn]:
    """Every turn of a session, computed again from its events; the state passes through its stored form between turns."""
    turns: list[Turn] = []
    session: Session | None = None
    for event in events:
        turn = advance(session, editions, event)
        turns.append(turn)
        session = Session.model_validate_json(turn.session.model_dump_json())
    return turns


def expects(session: Session, editions: Editions) -> Asked:
    """What the open question wants to have read in the rep's next words."""
    draft = Draft(session)
    walk = _walk(draft, editions)
    place = _open_place(walk)
    if place is None:
        return Asked(kind="plain", language=session.language, today=session.opened_at.date())
    return place[0].asked(walk, place[1])


def _walk(draft: Draft, editions: Editions) -> Walk:
    return Walk(draft.session, editions[draft.session.edition])


def _commands(draft: Draft, editions: Editions) -> CommandWords:
    return editions[draft.session.edition].plan.commands


def _open_place(walk: Walk) -> tuple[Step, int] | None:
    opened = walk.session.open
    return find(walk, preparation.rows(walk), opened.step) if opened is not None else None


# What came in


def _replied(draft: Draft, editions: Editions, event: Replied) -> Draft:
    walk = _walk(draft, editions)
    commands, opened = walk.book.plan.commands, draft.session.open
    if draft.session.status == "paused":
        draft = draft.now(status="open")
    if event.masked:
        draft = _remark(draft, (Remark("E-masked", walk.say(commands.masked)),))
    if not event.text.strip():
        return _show(replace(draft, unfit=True).say(walk.say(commands.empty)), editions)
    most = walk.book.plan.reply_most
    if len(event.text) > most:
        return _show(replace(draft, unfit=True).say(walk.say(commands.too_long, most=most)), editions)
    option = meant(opened, event.text) if opened is not None else None
    if option is not None and opened is not None:
        return _picked(draft, editions, option.id, opened.ask)
    place = _open_place(walk)
    if opened is not None and place is not None and opened.only_options and event.reading.dont_know:
        return _unsure(draft, editions, place, opened)
    if opened is None or place is None or opened.only_options:
        return _show(replace(draft, unfit=True).say(walk.say(commands.choose_one)), editions)
    step, n = place
    if event.reading.dont_know:
        return _apply(draft, editions, place, step.unknown(walk, n))
    meant_by = control(event.text)
    if meant_by:
        return _controlled(draft, editions, meant_by)
    lines = _lines(event.text) if step.several_lines else []
    if len(lines) > 1:
        return _several(draft, editions, place, lines)
    return _apply(draft, editions, place, step.judge(walk, n, Reply(event.text.strip(), event.reading)))


def _unsure(draft: Draft, editions: Editions, place: tuple[Step, int], opened: OpenQuestion) -> Draft:
    """'Don't know' where only options are taken: the option that says so, or the question is left out."""
    own = next((option.id for option in opened.options if option.id in UNSURE), None)
    return _picked(draft, editions, own, opened.ask) if own is not None else _act(draft, editions, "skip")


def _controlled(draft: Draft, editions: Editions, meant_by: str) -> Draft:
    """Words of a standing button that is not shown: 'enough' leaves the question out, the others do what they say or ask again."""
    if meant_by in {"back", "example", "skip"}:
        return _act(draft, editions, meant_by)
    if meant_by == "enough":
        return _act(draft, editions, "skip")
    return _repeat(replace(draft, unfit=True), editions)


def _several(draft: Draft, editions: Editions, place: tuple[Step, int], lines: list[str]) -> Draft:
    """Several lines at a listing step are several answers, as far as the list goes."""
    step, n = place
    for offset, line in enumerate(lines):
        walk = _walk(draft, editions)
        if find(walk, preparation.rows(walk), key(step.id, n + offset)) is None:
            break
        draft = _file(draft, step.judge(walk, n + offset, Reply(line)).answers)
    return _ask(draft, editions)


def _lines(text: str) -> list[str]:
    stripped = (line.strip().lstrip("-•·*").strip() for line in text.splitlines())
    return [line for line in stripped if line]


def _picked(draft: Draft, editions: Editions, option_id: str, ask: int) -> Draft:
    walk, opened = _walk(draft, editions), draft.session.open
    option = next((o for o in opened.options if o.id == option_id), None) if opened and opened.ask == ask else None
    if opened is None or option is None:
        return _show(replace(draft, unfit=True).say(walk.say(walk.book.plan.commands.stale)), editions)
    if draft.session.status == "paused":
        draft = draft.now(status="open")
    if opened.step == CHANGE:
        return _plan_changed(draft, editions, option.id)
    if option.id in {"back", "skip", "example", "limits", "finish", "change", "change_last"}:
        return _act(draft, editions, "back" if option.id == "change_last" else option.id)
    place = _open_place(walk)
    if place is None:
        return _show(replace(draft, unfit=True).say(walk.say(walk.book.plan.commands.stale)), editions)
    step, n = place
    address = key(step.id, n)
    pending = draft.session.pending
    if pending is not None and option.id in {"keep", "move", "rewrite", "coach"}:
        return _settle(draft, editions, place, pending, option.id)
    if option.id == "take":
        return _apply(draft, editions, place, step.judge(walk, n, Reply(step.ready(walk, n), None, "ready")))
    if option.id == "draft":
        found = walk.draft(address)
        return _apply(draft, editions, place, step.redraft(walk, n, found) if found is not None else Verdict())
    if option.id == "enough":
        return _apply(draft, editions, place, Verdict(answers=(Answer(step=address, text="", status="skipped", value="enough"),)))
    return _apply(draft, editions, place, step.choose(walk, n, option))


def _settle(draft: Draft, editions: Editions, place: tuple[Step, int], pending: Pending, choice: str) -> Draft:
    walk, waiting_answer = _walk(draft, editions), pending.answer
    if choice == "keep":
        return _apply(draft, editions, place, Verdict(answers=(_as_kept(pending),), said=_kept_words(walk, pending)))
    if choice == "move":
        kind = waiting_answer.value
        number = sum(1 for a in draft.session.answers if a.step.startswith(f"spin.moved_{kind}/")) + 1
        _, chain = split_key(waiting_answer.step)
        moved = Answer(step=page.moved_to(kind, number), text=waiting_answer.text, kind=kind, about=str(chain))
        tag: Text = getattr(walk.book.spin.words, f"tag_{kind}")
        said = walk.say(walk.book.spin.words.moved, quote=quoted(waiting_answer.text), place=walk.plain(tag))
        return _ask(_file(draft, (moved,)).now(pending=None).say(said), editions)
    if choice == "coach":
        how = Answer(step="negotiation.how", text="", value="coach", status="ready")
        return _ask(_file(draft, (how,)).now(pending=None), editions)
    drafts = (*_without(draft.session.drafts, waiting_answer.step), waiting_answer)
    return _ask(draft.now(pending=None, drafts=drafts), editions)


def _as_kept(pending: Pending) -> Answer:
    """A kept answer remembers why it was sent back, where the brief needs to know."""
    kept = pending.answer.model_copy(update={"status": "kept"})
    if pending.rule == "date.unread":
        return kept.model_copy(update={"status": "unknown", "value": ""})
    if pending.rule == "goal.no_date":
        return kept.model_copy(update={"value": "undated"})
    if pending.rule.startswith("spin."):
        return kept.model_copy(update={"value": ""})
    return kept


def _kept_words(walk: Walk, pending: Pending) -> str:
    quote = quoted(pending.answer.text)
    if pending.rule.startswith("goal."):
        return walk.say(walk.book.plan.words.goal_kept, quote=quote)
    if pending.rule == "spin.kind":
        return walk.say(walk.book.spin.words.kept, quote=quote)
    return ""


def _commanded(draft: Draft, editions: Editions, event: Commanded) -> Draft:
    walk = _walk(draft, editions)
    commands = walk.book.plan.commands
    match event.name:
        case "pause":
            return draft.now(status="paused").say(walk.say(commands.paused))
        case "resume":
            return _show(draft.now(status="open").say(walk.say(commands.resumed)), editions, again=True)
        case "language":
            language = event.text if event.text in {"zh-Hans", "zh-Hant", "en"} else draft.session.language
            return _show(draft.now(language=language), editions, again=True)
        case "back" | "skip" | "example" | "brief" | "change" | "finish":
            return _act(draft, editions, event.name)
        case "o":
            return _repeat(draft.say(objection_card(walk, event.text)[0]), editions)
        case _:
            return _show(replace(draft, unfit=event.name != "help").say(walk.say(commands.help)), editions)


def objection_card(walk: Walk, text: str) -> tuple[str, bool]:
    """The card for a client's words as HTML, and whether one was found; else what to say to any objection."""
    words = walk.book.objections.words
    if not text.strip():
        return walk.say(words.card_usage), False
    found = replies.find_card(walk, text)
    if found is not None:
        return replies.card_page(walk, found[1]), True
    titles = [walk.plain(card.heard[0]) for card in walk.book.objections.cards.values()][:8]
    return walk.say(words.card_not_found, quote=quoted(text), titles=(" / " if walk.language == "en" else "、").join(titles)), False


def _act(draft: Draft, editions: Editions, name: str) -> Draft:
    walk = _walk(draft, editions)
    commands, opened = walk.book.plan.commands, draft.session.open
    place = _open_place(walk)
    if name == "back":
        return _back(draft, editions)
    if name == "brief":
        return _brief_now(draft, editions)
    if name == "limits":
        return _show(draft.say(page.limits(walk)), editions)
    if name == "finish":
        return draft.now(status="closed", open=None).say(walk.say(commands.finished))
    if name == "change":
        if not draft.session.minutes:
            return _show(replace(draft, unfit=True).say(walk.say(commands.help)), editions)
        return _ask_change(draft, editions, changed=False)
    if place is None or opened is None:
        return _show(replace(draft, unfit=True).say(walk.say(commands.choose_one)), editions)
    step, n = place
    if name == "example":
        example = step.example(walk)
        if example is None:
            return _show(draft.say(walk.say(commands.no_example)), editions)
        names = {part: walk.plain(getattr(example, part)) for part in ("weak", "strong", "why")}
        return _show(draft.say(walk.say(commands.example_weak, **names)), editions)
    if not step.can_skip:
        return _repeat(replace(draft, unfit=True).say(walk.say(commands.needed)), editions)
    skipped = Answer(step=key(step.id, n), text="", status="skipped")
    return _apply(draft, editions, place, Verdict(answers=(skipped,), said=step.skipped(walk, n)))


def _back(draft: Draft, editions: Editions) -> Draft:
    """The last answered question opens again, with its answer as a draft; the answer itself leaves the state, not the record."""
    walk, opened = _walk(draft, editions), draft.session.open
    if opened is not None and opened.step == CHANGE:
        return _ask(draft, editions)
    if draft.session.pending is not None:
        return _ask(draft.now(pending=None), editions)
    place = before(walk, preparation.rows(walk), opened.step if opened is not None else "")
    if place is None:
        return _show(replace(draft, unfit=True).say(walk.say(walk.book.plan.commands.nothing_back)), editions)
    address = key(place[0].id, place[1])
    answer = walk.answer(address)
    drafts = _without(draft.session.drafts, address)
    if answer is not None and answer.text and answer.status != "skipped":
        drafts = (*drafts, answer)
    sent_back = tuple(a for a in draft.session.sent_back if a != address)
    answers = _without(draft.session.answers, address)
    draft = draft.now(answers=answers, drafts=drafts, sent_back=sent_back)
    if address == "plan.time":
        draft = draft.now(minutes=0, steps=())
    return _ask(draft, editions)


def enough(walk: Walk) -> bool:
    """Whether anything was settled that a brief could show."""
    return any(answer.status in REAL and not answer.step.startswith("plan.") for answer in walk.session.answers)


def _brief_now(draft: Draft, editions: Editions) -> Draft:
    walk = _walk(draft, editions)
    opened = draft.session.open
    if not enough(walk) and not (opened is not None and opened.step == BRIEF):
        return _show(draft.say(walk.say(walk.book.plan.commands.not_prepared)), editions)
    brief = page.page(walk)
    if opened is not None and opened.step == BRIEF:
        line = Line(html=walk.say(walk.book.plan.words.brief_ready), brief=brief, ask=opened.ask, options=opened.options)
        return replace(draft, lines=(*draft.lines, line))
    line = Line(html=walk.say(walk.book.plan.words.brief_ready), brief=brief)
    draft = replace(draft, lines=(*draft.lines, line))
    return draft if draft.session.status == "paused" else _repeat(draft, editions)


def _plan_changed(draft: Draft, editions: Editions, option: str) -> Draft:
    walk = _walk(draft, editions)
    verb, _, name = option.partition(":")
    part = next((p for p in PARTS if p == name), None)
    if part is None:
        glance = Line(html=preparation.glance(walk, changed=True))
        return _ask(replace(draft, lines=(*draft.lines, glance)), editions)
    steps = preparation.with_part(walk, part) if verb == "add" else preparation.without_part(walk, part)
    return _ask_change(draft.now(steps=steps), editions, changed=True)


def _closed(draft: Draft, editions: Editions, event: Event) -> Draft:
    """A closed preparation can still show its brief; nothing else moves it."""
    walk = _walk(draft, editions)
    if isinstance(event, Commanded) and event.name == "brief" and enough(walk):
        line = Line(html=walk.say(walk.book.plan.words.brief_ready), brief=page.page(walk))
        return replace(draft, lines=(line,))
    return replace(draft, unfit=True).say(walk.say(walk.book.plan.commands.finished))


def _close(draft: Draft, event: Left | Lapsed, outcome: str) -> Draft:
    return draft.now(status="closed", outcome=outcome, closed_at=event.at, open=None, pending=None)


# What follows


def _apply(draft: Draft, editions: Editions, place: tuple[Step, int], verdict: Verdict) -> Draft:
    """Files what a step made of a reply and goes on, or sends the reply back once with a choice of what to do."""
    address = key(place[0].id, place[1])
    if verdict.pending is not None:
        if address not in draft.session.sent_back:
            return _send_back(draft, editions, place, verdict)
        # The second time it is taken; a fault that was not named yet is named, the same one is not named twice.
        rule = verdict.remarks[0].rule if verdict.remarks else ""
        pending = Pending(answer=verdict.pending, rule=rule)
        said = _kept_words(_walk(draft, editions), pending) if rule in draft.session.noted else verdict.remarks[0].html
        verdict = replace(verdict, pending=None, answers=(_as_kept(pending),), remarks=(), said=said)
        noted = (*draft.session.noted, *(r for r in (rule,) if r not in draft.session.noted))
        draft = replace(draft.now(noted=noted), feedback=(*draft.feedback, rule)) if rule else draft
    if verdict.reopen:
        return _reopened(draft, editions, verdict)
    if not verdict.answers:
        return _show(replace(_remark(draft, verdict.remarks), unfit=True).say(verdict.said), editions)
    draft = _remark(_file(draft, verdict.answers), verdict.remarks).now(pending=None, **verdict.changes).say(verdict.said)
    if any(answer.step == "plan.time" for answer in verdict.answers):
        glance = Line(html=preparation.glance(_walk(draft, editions), changed=False))
        draft = replace(draft, lines=(*draft.lines, glance))
    return _ask(draft, editions)


def _reopened(draft: Draft, editions: Editions, verdict: Verdict) -> Draft:
    """An earlier answer does not hold: its question opens again with it as a draft."""
    answer = _walk(draft, editions).answer(verdict.reopen)
    drafts = _without(draft.session.drafts, verdict.reopen)
    sent_back = tuple(address for address in draft.session.sent_back if address != verdict.reopen)
    answers = _without(draft.session.answers, verdict.reopen)
    kept = (*drafts, answer) if answer is not None else drafts
    draft = draft.now(answers=answers, drafts=kept, sent_back=sent_back, pending=None)
    return _ask(_remark(draft, verdict.remarks), editions)


def _send_back(draft: Draft, editions: Editions, place: tuple[Step, int], verdict: Verdict) -> Draft:
    """The reply comes back with the reason, a ready line as an example, and a choice of what to do."""
    (step, n), filed, remark = place, verdict.pending, verdict.remarks[0]
    assert filed is not None
    address, walk = key(step.id, n), _walk(draft, editions)
    commands = walk.book.plan.commands
    draft = _remark(draft, (remark,)).now(
        pending=Pending(answer=filed, rule=remark.rule), sent_back=(*draft.session.sent_back, address)
    )
    ready = "" if verdict.options else step.ready(walk, n)
    options: list[Option] = []
    if ready:
        draft = draft.say(walk.say(commands.ready_line, line=ready))
        options.append(Option(id="take", label=walk.plain(commands.take)))
    if step.example(walk) is not None:
        options.append(Option(id="example", label=walk.plain(commands.example)))
    ways_out = (Option(id="rewrite", label=walk.plain(commands.rewrite)), Option(id="keep", label=walk.plain(commands.keep)))
    return _pose(draft, address, (*options, *(verdict.options or ways_out)), only_options=False)


def _remark(draft: Draft, remarks: tuple[Remark, ...]) -> Draft:
    """At most one point of feedback a turn: the first that was not made before in this session."""
    if any(rule in draft.feedback for rule in (r.rule for r in remarks)):
        return draft
    chosen = next((r for r in remarks if not r.fresh or r.rule not in draft.session.noted), None)
    if chosen is None:
        return draft
    noted = draft.session.noted if chosen.rule in draft.session.noted else (*draft.session.noted, chosen.rule)
    draft = replace(draft.now(noted=noted), feedback=(*draft.feedback, chosen.rule), criticised=not chosen.praise)
    return draft.say(chosen.html)


def _file(draft: Draft, answers: Iterable[Answer]) -> Draft:
    filed, drafts = draft.session.answers, draft.session.drafts
    for answer in answers:
        filed = (*_without(filed, answer.step), answer)
        drafts = _without(drafts, answer.step)
    return draft.now(answers=filed, drafts=drafts)


def _without(answers: tuple[Answer, ...], address: str) -> tuple[Answer, ...]:
    return tuple(answer for answer in answers if answer.step != address)


def _ask(draft: Draft, editions: Editions) -> Draft:
    """Poses the next question; after the last one comes the brief."""
    walk = _walk(draft, editions)
    rows = preparation.rows(walk)
    place = waiting(walk, rows)
    if place is None:
        return _pose_brief(draft, walk)
    step, n = place
    address = key(step.id, n)
    options = _options(walk, rows, step, n)
    if draft.criticised and any(option.id == "back" for option in options):
        # The remark was about the answer before: one tap mends it.
        options = (Option(id="change_last", label=walk.plain(walk.book.plan.commands.change_last)), *options)
    return _pose(draft.say(_prompt(walk, step, n)), address, options, step.closed(walk))


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


def _ask_change(draft: Draft, editions: Editions, *, changed: bool) -> Draft:
    walk = _walk(draft, editions)
    commands, present = walk.book.plan.commands, preparation.parts(walk)
    options: list[Option] = []
    for part in PARTS:
        name = walk.plain(getattr(walk.book.plan.part_words, part).name)
        if part not in present:
            options.append(Option(id=f"add:{part}", label=walk.plain(commands.add, part=name)))
        elif len(present) > 1 and part != "goal":
            options.append(Option(id=f"out:{part}", label=walk.plain(commands.leave_out, part=name)))
    options.append(Option(id="done", label=walk.plain(commands.plan_done)))
    return _pose(draft.say(preparation.glance(walk, changed)), CHANGE, tuple(options), only_options=True)


def _pose_brief(draft: Draft, walk: Walk) -> Draft:
    commands = walk.book.plan.commands
    options = [Option(id="finish", label=walk.plain(commands.finish)), Option(id="back", label=walk.plain(commands.back))]
    if page.limits(walk):
        options.insert(0, Option(id="limits", label=walk.plain(commands.show_limits)))
    draft = draft.say(walk.say(walk.book.plan.words.brief_ready))
    return _pose(draft, BRIEF, tuple(options), only_options=True, with_brief=walk)


def _pose(draft: Draft, address: str, options: tuple[Option, ...], only_options: bool, with_brief: Walk | None = None) -> Draft:
    ask = draft.session.asks + 1
    question = OpenQuestion(ask=ask, step=address, options=options, only_options=only_options)
    brief = page.page(with_brief) if with_brief is not None else None
    line = Line(html="\n\n".join(draft.said), ask=ask, options=options, brief=brief)
    return replace(draft.now(open=question, asks=ask), said=(), lines=(*draft.lines, line))


def _repeat(draft: Draft, editions: Editions) -> Draft:
    """Says what there is to say, and the open question once more under its own number, so that its buttons stay valid."""
    walk, opened = _walk(draft, editions), draft.session.open
    place = _open_place(walk)
    if opened is None or place is None or draft.session.pending is not None:
        return _show(draft, editions)
    prompt = Line(html=_prompt(walk, *place), ask=opened.ask, options=opened.options)
    told = (Line(html="\n\n".join(draft.said)),) if draft.said else ()
    return replace(draft, said=(), lines=(*draft.lines, *told, prompt))


def _show(draft: Draft, editions: Editions, *, again: bool = False) -> Draft:
    """Says what there is to say under the question that stays open; `again` repeats the question itself."""
    opened = draft.session.open
    if opened is None:
        return draft
    if again:
        walk = _walk(draft, editions)
        place = _open_place(walk)
        if opened.step == CHANGE:
            return _ask_change(draft, editions, changed=False)
        pending = draft.session.pending
        if pending is not None:
            drafts = (*_without(draft.session.drafts, pending.answer.step), pending.answer)
            draft = draft.now(pending=None, drafts=drafts)
        if place is not None or opened.step == BRIEF:
            return _ask(draft, editions)
    line = Line(html="\n\n".join(draft.said), ask=opened.ask, options=opened.options)
    return replace(draft, said=(), lines=(*draft.lines, line)) if draft.said else draft


def _finish(draft: Draft, session: Session | None, event: Event) -> Turn:
    """The turn with its entries: the rep's message first, then each line of the coach."""
    state = draft.session
    if state.status == "closed" and state.closed_at is None:
        state = state.model_copy(update={"closed_at": event.at})
    state = state.model_copy(update={"turn": state.turn + 1})
    lines = draft.lines
    if draft.said:
        lines = (*lines, Line(html="\n\n".join(draft.said)))
    opened = session.open if session is not None else None
    step = opened.step if opened is not None else ""
    entries = [
        Entry(
            turn=state.turn, at=event.at, who="rep", text=_words_of(event, opened), step=step,
            reading=event.reading if isinstance(event, Replied) else None,
            feedback=draft.feedback, unfit=draft.unfit, event=event,
        )
    ]
    after = state.open.step if state.open is not None else ""
    entries += [Entry(turn=state.turn, at=event.at, who="coach", text=plain(line.html), step=after, line=line) for line in lines]
    return Turn(session=state, lines=lines, entries=tuple(entries))


def _words_of(event: Event, opened: OpenQuestion | None) -> str:
    """What the rep's message looks like in the transcript."""
    match event:
        case Replied():
            return event.text
        case Picked():
            options = opened.options if opened is not None and opened.ask == event.ask else ()
            return next((option.label for option in options if option.id == event.option), event.option)
        case Commanded():
            return f"/{event.name} {event.text}".strip()
        case Opened():
            return f"/prep {event.client}".strip()
        case _:
            return ""
