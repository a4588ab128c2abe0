"""The brief of a preparation: what of the answers goes on the page, and in which order. Target and walk-away never do."""

from coaching.brief import Brief, BriefLabels, BriefObjection, BriefQuestion, Rung
from coaching.methods.prices import money
from coaching.methods.spin import SpinKind
from coaching.session import Answer
from coaching.steps import pitch, price, questions, replies
from coaching.walk import Walk, key, split_key
from coaching.wording import Text

KINDS: tuple[SpinKind, ...] = ("situation", "problem", "implication", "need_payoff")
LOWEST_RUNG = 0.35
PAIRS_SHOWN = 4
THINGS_TO_BRING = 5


def page(walk: Walk) -> Brief:
    """The brief as it stands now."""
    words = walk.book.plan.brief
    goal = walk.text("goal.primary") or walk.plain(words.open_goal)
    ladder = _ladder(walk)
    indexed = walk.value("negotiation.unit") == "index"
    return Brief(
        language=walk.language,
        title=walk.plain(words.title),
        meeting=walk.plain(words.meeting, date=walk.text("plan.date")) if walk.meeting else "",
        start_here=start_here(walk),
        goal=goal,
        fallback=walk.text("goal.fallback"),
        questions=_questions(walk),
        pitch=pitch.in_one_breath(walk),
        objections=_objections(walk),
        ladder=ladder,
        ladder_unit="" if not ladder else walk.plain(words.index) if indexed else price.price_unit(walk),
        bring=_bring(walk),
        unknown=_unknown(walk),
        labels=BriefLabels(
            **{
                name: walk.plain(getattr(words, name))
                for name in ("start_here", "goal", "fallback", "questions", "pitch", "objections", "ladder", "bring", "unknown", "footer")
            }
        ),
    )


def start_here(walk: Walk) -> str:
    """The first thing to say, in the client's words."""
    words = walk.book.plan.brief
    problems = walk.items("spin.problem")
    if not problems:
        return walk.plain(words.start_line_goal)
    number, first = problems[0]
    question = questions.problem_question(walk, number)
    if questions.bank_problem(walk, number) is None or first.kind == "question":
        # The question holds the client's words already.
        return question
    return walk.plain(words.start_line, problem=first.text, question=question)


def _questions(walk: Walk) -> tuple[BriefQuestion, ...]:
    """The order to ask in: the facts first, then each problem with its implication and its need-payoff, a moved question beside its own."""
    tags = walk.book.spin.words
    found: dict[str, SpinKind] = {answer.text: "situation" for _, answer in walk.items("spin.fact")}
    for number, _ in walk.items("spin.problem"):
        chain: list[tuple[SpinKind, str]] = [("problem", questions.problem_question(walk, number))]
        for kind in KINDS:
            chain += [(kind, answer.text) for answer in _moved(walk, kind) if answer.about == str(number)]
        chain += [("implication", walk.text(key("spin.implication", number))), ("need_payoff", walk.text(key("spin.need_payoff", number)))]
        for kind, text in sorted(chain, key=lambda pair: KINDS.index(pair[0])):
            if text:
                found.setdefault(text, kind)
    for kind in KINDS:
        for answer in _moved(walk, kind):
            found.setdefault(answer.text, kind)
    return tuple(BriefQuestion(kind=walk.plain(getattr(tags, f"tag_{kind}")), text=text) for text, kind in found.items())


def _moved(walk: Walk, kind: SpinKind) -> tuple[Answer, ...]:
    return tuple(answer for _, answer in walk.items(f"spin.moved_{kind}"))


def _objections(walk: Walk) -> tuple[BriefObjection, ...]:
    found = walk.items("objections.reply")
    return tuple(BriefObjection(heard=answer.about or replies.heard(walk, number), line=answer.text) for number, answer in found)


def _ladder(walk: Walk) -> tuple[Rung, ...]:
    row = price.prices(walk)
    if not row:
        return ()
    top, low = max(row), min(row)
    gets = price.gets(walk)
    extra = walk.text("negotiation.extra")
    if extra:
        # The small extra closes the last step.
        last = len(row) - 1
        gets = {**gets, last: " + ".join(part for part in (gets.get(last, ""), extra) if part)}
    sentences = {number: answer.text for number, answer in walk.items("negotiation.sentence")}
    return tuple(
        Rung(
            label=money(value),
            height=1.0 if top == low else LOWEST_RUNG + (1 - LOWEST_RUNG) * float((value - low) / (top - low)),
            get=gets.get(i, ""),
            sentence=sentences.get(i, ""),
        )
        for i, value in enumerate(row)
    )


def _bring(walk: Walk) -> tuple[str, ...]:
    things = [walk.plain(text) for text in walk.book.plan.bring]
    if pitch.proven(walk):
        chosen = pitch.pitch(walk)
        things.insert(0, walk.plain(chosen.evidence.bring))
    for number, _ in walk.items("objections.reply"):
        card = replies.card_of(walk, number)
        if card is not None and card.bring is not None:
            things.append(walk.plain(card.bring))
    return tuple(dict.fromkeys(thing for thing in things if thing))[:THINGS_TO_BRING]


def _unknown(walk: Walk) -> tuple[str, ...]:
    """Every honest gap as something to ask in the meeting."""
    asks: list[str] = []
    for answer in walk.session.answers:
        if answer.status == "unknown":
            asks.append(_ask_for(walk, answer))
    role = walk.answer("plan.role")
    if role is not None and role.value == "unclear":
        asks.insert(0, walk.plain(walk.book.plan.roles.unclear_ask))
    goal = walk.real("goal.primary")
    if goal is not None and goal.status == "kept" and goal.value == "undated":
        asks.append(walk.plain(walk.book.plan.words.goal_undated_ask))
    for number, answer in walk.items("objections.cause"):
        if answer.value == "other":
            asks.append(walk.plain(walk.book.objections.words.find_other, heard=replies.heard(walk, number)))
    words = walk.book.fabe.words
    for letter in pitch.missing(walk):
        asks.append(walk.plain(words.missing_unknown, letter=pitch.letter_name(walk, letter), need=pitch.need(walk)))
    return tuple(dict.fromkeys(ask for ask in asks if ask))


def _ask_for(walk: Walk, answer: Answer) -> str:
    step, number = split_key(answer.step)
    spin, plan = walk.book.spin, walk.book.plan
    if step in {"spin.fact", "spin.implication", "spin.need_payoff"}:
        known = next(s for s in (questions.Fact(), questions.Implication(), questions.NeedPayoff()) if s.id == step)
        ready = known.ready(walk, number)
        return walk.plain(spin.words.unknown_fact, text=ready) if step == "spin.fact" and ready else ready
    asks: dict[str, tuple[Text, dict[str, str]]] = {
        "goal.primary": (plan.words.goal_unknown_ask, {}),
        "spin.problem": (spin.words.unknown_problem_ask, {}),
        "objections.expect": (walk.book.objections.words.unknown_expect, {}),
        "objections.reply": (walk.book.objections.words.unknown_reply, {"heard": replies.heard(walk, number)}),
        "negotiation.walk_away": (walk.book.negotiation.words.unknown_walk_away, {}),
    }
    if step not in asks:
        return ""
    text, names = asks[step]
    return walk.plain(text, **names)


def limits(walk: Walk) -> str:
    """Target and walk-away for the rep's eyes only, as HTML; nothing where neither is known."""
    found = {name: price.figure(walk, name) for name in ("target", "walk_away")}
    if not any(found.values()):
        return ""
    shown = {name: money(value) if value is not None else "–" for name, value in found.items()}
    pairs = [f"{walk.plain(pair.get)} → {walk.plain(pair.give)}" for pair in walk.book.negotiation.give_gets[:PAIRS_SHOWN]]
    return walk.say(walk.book.negotiation.words.limits, pairs="\n".join(pairs), **shown)


def moved_to(kind: str, number: int) -> str:
    """Where a question goes that sounded like another kind: beside the step of its kind."""
    return key(f"spin.moved_{kind}", number)
