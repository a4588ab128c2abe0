"""advance() and replay(): the only place where a preparation changes. Pure: the same session, editions and event give the same turn."""

from collections.abc import Iterable
from dataclasses import replace

from coaching import preparation
from coaching.asking import (
    BRIEF,
    CHANGE,
    Draft,
    Editions,
    ask_change,
    ask_next,
    commands_of,
    filed,
    open_place,
    posed,
    remarked,
    repeated,
    shown,
    walking,
    without,
)
from coaching.methods.call_plan import PARTS
from coaching.options import control, folded, meant
from coaching.reading import Asked
from coaching.script import Remark, Reply, Step, Verdict, before, find
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

__all__ = ["BRIEF", "CHANGE", "advance", "enough", "expects", "objection_card", "open_session", "page", "replay"]

UNSURE = ("unclear", "other", "later")


def open_session(event: Opened) -> Session:
    """A new preparation, before its first question."""
    answers = (Answer(step="plan.client", text=event.client),) if event.client else ()
    drafts: tuple[Answer, ...] = ()
    if event.client and event.earlier:
        answers = (Answer(step="plan.earlier", text="", value="new", status="ready"), *answers)
        known = next((found for found in event.earlier if folded(found.client) == folded(event.client)), None)
        if known is not None:
            drafts = setup.drafts_from(known)
            shelf = setup.shelf_of(event.shelves, known)
            if shelf is not None:
                answers = (*answers, Answer(step="plan.business", text=shelf.title, value=shelf.playbook, status="ready"))
                event = event.model_copy(update={"playbook": shelf.playbook, "edition": shelf.edition})
    return Session(
        id=event.id,
        person=event.person,
        language=event.language,
        playbook=event.playbook,
        edition=event.edition,
        shelves=event.shelves,
        earlier=event.earlier,
        opened_at=event.at,
        answers=answers,
        drafts=drafts,
    )


def advance(session: Session | None, editions: Editions, event: Event) -> Turn:
    """One step of a preparation: what happened, what to say, what to keep.

    `session` is None exactly for `Opened`. Raises KeyError when an edition that the session is pinned to is not in `editions`.
    """
    if isinstance(event, Opened):
        return _finish(ask_next(Draft(open_session(event)), editions), None, event)
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
            draft = shown(replace(draft, feedback=(event.rule,), unfit=True).say(event.alternative), editions)
        case Sent():
            words = walking(draft, editions).book.plan.commands
            told = words.edited if event.what == "edited" else words.not_text
            draft = shown(replace(draft, unfit=True).say(walking(draft, editions).say(told)), editions)
        case Left():
            said = walking(draft, editions).say(commands_of(draft, editions).left)
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
    walk = walking(draft, editions)
    place = open_place(walk)
    if place is None:
        return Asked(kind="plain", language=session.language, today=session.opened_at.date())
    return place[0].asked(walk, place[1])


# What came in


def _replied(draft: Draft, editions: Editions, event: Replied) -> Draft:
    walk = walking(draft, editions)
    commands, opened = walk.book.plan.commands, draft.session.open
    if draft.session.status == "paused":
        draft = draft.now(status="open")
    if event.masked:
        draft = remarked(draft, (Remark("E-masked", walk.say(commands.masked)),))
    if not event.text.strip():
        return shown(replace(draft, unfit=True).say(walk.say(commands.empty)), editions)
    most = walk.book.plan.reply_most
    if len(event.text) > most:
        return shown(replace(draft, unfit=True).say(walk.say(commands.too_long, most=most)), editions)
    option = meant(opened, event.text) if opened is not None else None
    if option is not None and opened is not None:
        return _picked(draft, editions, option.id, opened.ask)
    place = open_place(walk)
    if opened is not None and place is not None and opened.only_options and event.reading.dont_know:
        return _unsure(draft, editions, place, opened)
    if opened is None or place is None or opened.only_options:
        return shown(replace(draft, unfit=True).say(walk.say(commands.choose_one)), editions)
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
    return repeated(replace(draft, unfit=True), editions)


def _several(draft: Draft, editions: Editions, place: tuple[Step, int], lines: list[str]) -> Draft:
    """Several lines at a listing step are several answers, as far as the list goes."""
    step, n = place
    for offset, line in enumerate(lines):
        walk = walking(draft, editions)
        if find(walk, preparation.rows(walk), key(step.id, n + offset)) is None:
            break
        draft = filed(draft, step.judge(walk, n + offset, Reply(line)).answers)
    return ask_next(draft, editions)


def _lines(text: str) -> list[str]:
    stripped = (line.strip().lstrip("-•·*").strip() for line in text.splitlines())
    return [line for line in stripped if line]


def _picked(draft: Draft, editions: Editions, option_id: str, ask: int) -> Draft:
    walk, opened = walking(draft, editions), draft.session.open
    option = next((o for o in opened.options if o.id == option_id), None) if opened and opened.ask == ask else None
    if opened is None or option is None:
        return shown(replace(draft, unfit=True).say(walk.say(walk.book.plan.commands.stale)), editions)
    if draft.session.status == "paused":
        draft = draft.now(status="open")
    if opened.step == CHANGE:
        return _plan_changed(draft, editions, option.id)
    if option.id in {"back", "skip", "example", "limits", "finish", "change", "change_last"}:
        return _act(draft, editions, "back" if option.id == "change_last" else option.id)
    place = open_place(walk)
    if place is None:
        return shown(replace(draft, unfit=True).say(walk.say(walk.book.plan.commands.stale)), editions)
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
    walk, waiting_answer = walking(draft, editions), pending.answer
    if choice == "keep":
        return _apply(draft, editions, place, Verdict(answers=(_as_kept(pending),), said=_kept_words(walk, pending)))
    if choice == "move":
        kind = waiting_answer.value
        number = sum(1 for a in draft.session.answers if a.step.startswith(f"spin.moved_{kind}/")) + 1
        _, chain = split_key(waiting_answer.step)
        moved = Answer(step=page.moved_to(kind, number), text=waiting_answer.text, kind=kind, about=str(chain))
        tag: Text = getattr(walk.book.spin.words, f"tag_{kind}")
        said = walk.say(walk.book.spin.words.moved, quote=quoted(waiting_answer.text), place=walk.plain(tag))
        return ask_next(filed(draft, (moved,)).now(pending=None).say(said), editions)
    if choice == "coach":
        how = Answer(step="negotiation.how", text="", value="coach", status="ready")
        return ask_next(filed(draft, (how,)).now(pending=None), editions)
    drafts = (*without(draft.session.drafts, waiting_answer.step), waiting_answer)
    return ask_next(draft.now(pending=None, drafts=drafts), editions)


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
    walk = walking(draft, editions)
    commands = walk.book.plan.commands
    match event.name:
        case "pause":
            return draft.now(status="paused").say(walk.say(commands.paused))
        case "resume":
            return shown(draft.now(status="open").say(walk.say(commands.resumed)), editions, again=True)
        case "language":
            language = event.text if event.text in {"zh-Hans", "zh-Hant", "en"} else draft.session.language
            return shown(draft.now(language=language), editions, again=True)
        case "back" | "skip" | "example" | "brief" | "change" | "finish":
            return _act(draft, editions, event.name)
        case "o":
            return repeated(draft.say(objection_card(walk, event.text)[0]), editions)
        case _:
            return shown(replace(draft, unfit=event.name != "help").say(walk.say(commands.help)), editions)


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
    walk = walking(draft, editions)
    commands, opened = walk.book.plan.commands, draft.session.open
    place = open_place(walk)
    if name == "back":
        return _back(draft, editions)
    if name == "brief":
        return _brief_now(draft, editions)
    if name == "limits":
        return shown(draft.say(page.limits(walk)), editions)
    if name == "finish":
        return draft.now(status="closed", open=None).say(walk.say(commands.finished))
    if name == "change":
        if not draft.session.minutes:
            return shown(replace(draft, unfit=True).say(walk.say(commands.help)), editions)
        return ask_change(draft, editions, changed=False)
    if place is None or opened is None:
        return shown(replace(draft, unfit=True).say(walk.say(commands.choose_one)), editions)
    step, n = place
    if name == "example":
        example = step.example(walk)
        if example is None:
            return shown(draft.say(walk.say(commands.no_example)), editions)
        names = {part: walk.plain(getattr(example, part)) for part in ("weak", "strong", "why")}
        return shown(draft.say(walk.say(commands.example_weak, **names)), editions)
    if not step.can_skip:
        return repeated(replace(draft, unfit=True).say(walk.say(commands.needed)), editions)
    skipped = Answer(step=key(step.id, n), text="", status="skipped")
    return _apply(draft, editions, place, Verdict(answers=(skipped,), said=step.skipped(walk, n)))


def _back(draft: Draft, editions: Editions) -> Draft:
    """The last answered question opens again, with its answer as a draft; the answer itself leaves the state, not the record."""
    walk, opened = walking(draft, editions), draft.session.open
    if opened is not None and opened.step == CHANGE:
        return ask_next(draft, editions)
    if draft.session.pending is not None:
        return ask_next(draft.now(pending=None), editions)
    place = before(walk, preparation.rows(walk), opened.step if opened is not None else "")
    if place is None:
        return shown(replace(draft, unfit=True).say(walk.say(walk.book.plan.commands.nothing_back)), editions)
    address = key(place[0].id, place[1])
    answer = walk.answer(address)
    drafts = without(draft.session.drafts, address)
    if answer is not None and answer.text and answer.status != "skipped":
        drafts = (*drafts, answer)
    sent_back = tuple(a for a in draft.session.sent_back if a != address)
    answers = without(draft.session.answers, address)
    draft = draft.now(answers=answers, drafts=drafts, sent_back=sent_back)
    if address == "plan.time":
        draft = draft.now(minutes=0, steps=())
    return ask_next(draft, editions)


def enough(walk: Walk) -> bool:
    """Whether anything was settled that a brief could show."""
    return any(answer.status in REAL and not answer.step.startswith("plan.") for answer in walk.session.answers)


def _brief_now(draft: Draft, editions: Editions) -> Draft:
    walk = walking(draft, editions)
    opened = draft.session.open
    if not enough(walk) and not (opened is not None and opened.step == BRIEF):
        return shown(draft.say(walk.say(walk.book.plan.commands.not_prepared)), editions)
    brief = page.page(walk)
    if opened is not None and opened.step == BRIEF:
        line = Line(html=walk.say(walk.book.plan.words.brief_ready), brief=brief, ask=opened.ask, options=opened.options, only_options=True)
        return replace(draft, lines=(*draft.lines, line))
    line = Line(html=walk.say(walk.book.plan.words.brief_ready), brief=brief)
    draft = replace(draft, lines=(*draft.lines, line))
    return draft if draft.session.status == "paused" else repeated(draft, editions)


def _plan_changed(draft: Draft, editions: Editions, option: str) -> Draft:
    walk = walking(draft, editions)
    verb, _, name = option.partition(":")
    part = next((p for p in PARTS if p == name), None)
    if part is None:
        glance = Line(html=preparation.glance(walk, changed=True))
        return ask_next(replace(draft, lines=(*draft.lines, glance)), editions)
    steps = preparation.with_part(walk, part) if verb == "add" else preparation.without_part(walk, part)
    return ask_change(draft.now(steps=steps), editions, changed=True)


def _closed(draft: Draft, editions: Editions, event: Event) -> Draft:
    """A closed preparation can still show its brief; nothing else moves it."""
    walk = walking(draft, editions)
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
        said = _kept_words(walking(draft, editions), pending) if rule in draft.session.noted else verdict.remarks[0].html
        verdict = replace(verdict, pending=None, answers=(_as_kept(pending),), remarks=(), said=said)
        noted = (*draft.session.noted, *(r for r in (rule,) if r not in draft.session.noted))
        draft = replace(draft.now(noted=noted), feedback=(*draft.feedback, rule)) if rule else draft
    if verdict.reopen:
        return _reopened(draft, editions, verdict)
    if not verdict.answers:
        return shown(replace(remarked(draft, verdict.remarks), unfit=True).say(verdict.said), editions)
    draft = remarked(filed(draft, verdict.answers), verdict.remarks).now(pending=None, **verdict.changes).say(verdict.said)
    if any(answer.step == "plan.time" for answer in verdict.answers):
        glance = Line(html=preparation.glance(walking(draft, editions), changed=False))
        draft = replace(draft, lines=(*draft.lines, glance))
    return ask_next(draft, editions)


def _reopened(draft: Draft, editions: Editions, verdict: Verdict) -> Draft:
    """An earlier answer does not hold: its question opens again with it as a draft."""
    answer = walking(draft, editions).answer(verdict.reopen)
    drafts = without(draft.session.drafts, verdict.reopen)
    sent_back = tuple(address for address in draft.session.sent_back if address != verdict.reopen)
    answers = without(draft.session.answers, verdict.reopen)
    kept = (*drafts, answer) if answer is not None else drafts
    draft = draft.now(answers=answers, drafts=kept, sent_back=sent_back, pending=None)
    return ask_next(remarked(draft, verdict.remarks), editions)


def _send_back(draft: Draft, editions: Editions, place: tuple[Step, int], verdict: Verdict) -> Draft:
    """The reply comes back with the reason, a ready line as an example, and a choice of what to do."""
    (step, n), filed, remark = place, verdict.pending, verdict.remarks[0]
    assert filed is not None
    address, walk = key(step.id, n), walking(draft, editions)
    commands = walk.book.plan.commands
    draft = remarked(draft, (remark,)).now(pending=Pending(answer=filed, rule=remark.rule), sent_back=(*draft.session.sent_back, address))
    ready = "" if verdict.options else step.ready(walk, n)
    options: list[Option] = []
    if ready:
        draft = draft.say(walk.say(commands.ready_line, line=ready))
        options.append(Option(id="take", label=walk.plain(commands.take)))
    if step.example(walk) is not None:
        options.append(Option(id="example", label=walk.plain(commands.example)))
    ways_out = (Option(id="rewrite", label=walk.plain(commands.rewrite)), Option(id="keep", label=walk.plain(commands.keep)))
    return posed(draft, address, (*options, *(verdict.options or ways_out)), only_options=False)


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
            turn=state.turn,
            at=event.at,
            who="rep",
            text=_words_of(event, opened),
            step=step,
            reading=event.reading if isinstance(event, Replied) else None,
            feedback=draft.feedback,
            unfit=draft.unfit,
            event=event,
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
