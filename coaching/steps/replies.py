"""Objections: which to expect, the guessed cause, the tactic, and the words to answer with (methods E7, E8)."""

from coaching.likeness import overlap
from coaching.methods.objections import TACTICS, Card, Objections, Tactic
from coaching.playbook import Example
from coaching.reading import Asked
from coaching.script import Chain, Listing, Once, Remark, Reply, Row, Step, Verdict
from coaching.session import Answer, Option
from coaching.steps.questions import needs, spoken_length
from coaching.walk import Walk, key, quoted
from coaching.wording import Text

CAUSES = ("money", "authority", "need", "trust", "timing", "other")
LABEL_LENGTH = 28

# How many proposed objections the rep has passed over, where no list of them is made.
PASSED_OVER = "objections.passed_over"


def book(walk: Walk) -> Objections:
    """The objections playbook of this walk."""
    return walk.book.objections


def cards_for_role(walk: Walk) -> tuple[tuple[str, Card], ...]:
    """The cards to expect, those first that the person met tends to say; improper wishes are not proposed."""
    role = walk.value("plan.role")
    cards = ((name, card) for name, card in book(walk).cards.items() if card.class_ != "improper")
    return tuple(sorted(cards, key=lambda pair: bool(pair[1].roles) and role not in pair[1].roles))


def card_of(walk: Walk, n: int) -> Card | None:
    """The card behind the n-th objection; without a list of objections, the one most to be expected."""
    filed = walk.answer(key("objections.expect", n))
    if filed is not None:
        return book(walk).cards.get(filed.value)
    if "objections.expect" in walk.session.steps:
        return None
    offered = cards_for_role(walk)
    passed = int(walk.value(PASSED_OVER) or 0)
    return offered[(n - 1 + passed) % len(offered)][1] if offered else None


def heard(walk: Walk, n: int) -> str:
    """The n-th objection in the client's words."""
    filed = walk.text(key("objections.expect", n))
    if filed:
        return filed
    card = card_of(walk, n)
    return walk.plain(card.heard[0]) if card else ""


def tactic_name(walk: Walk, tactic: str) -> str:
    """A tactic's name, as it is said."""
    text: Text = getattr(book(walk).words, f"tactic_{tactic}")
    return walk.plain(text)


def fitting(walk: Walk, n: int) -> tuple[Tactic, ...]:
    """The tactics that fit the n-th objection, best first."""
    card = card_of(walk, n)
    if card is None:
        rule = book(walk).fit.get("other")
        return (*rule.first, *rule.then) if rule else ("find_cause", "give_face", "leave_room")
    rule = book(walk).fit.get(card.class_)
    by_rule = (*rule.first, *rule.then) if rule else ()
    return tuple(dict.fromkeys((*by_rule, *card.tactics)))


def proposed(walk: Walk, n: int) -> Tactic:
    """The tactic that the rep chose, or the one the card proposes."""
    chosen = walk.value(key("objections.tactic", n))
    if chosen in TACTICS:
        return chosen
    card = card_of(walk, n)
    return next(iter(card.tactics)) if card else "find_cause"


def ready_reply(walk: Walk, card: Card | None, tactic: Tactic, said: str) -> str:
    """Acknowledge, then the tactic's line; for an objection without a card, the general words."""
    words = book(walk).words
    if card is None:
        parts = (walk.plain(words.own_acknowledge, heard=said), walk.plain(words.own_ask, heard=said))
    else:
        line = card.tactics.get(tactic)
        parts = (walk.plain(card.acknowledge), walk.plain(line or card.ask))
    return (" " if walk.language == "en" else "").join(parts)


def card_page(walk: Walk, card: Card) -> str:
    """A whole card at once, as /o shows it."""
    tactic = next(iter(card.tactics))
    never = (" / " if walk.language == "en" else "；").join(walk.plain(line) for line in card.never)
    return walk.say(
        book(walk).words.card,
        heard=walk.plain(card.heard[0]), acknowledge=walk.plain(card.acknowledge), ask=walk.plain(card.ask),
        tactic=tactic_name(walk, tactic), line=walk.plain(card.tactics[tactic]), never=never,
    )


class Expect(Step):
    """An objection to expect from this kind of client."""

    id = "objections.expect"
    several_lines = True

    def prompt(self, walk: Walk, n: int) -> str:
        words = book(walk).words
        return walk.say(words.ask_expect) if n <= 1 else walk.say(words.ask_another, n=n)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        taken = {answer.value for _, answer in walk.items(self.id)}
        left = [(name, card) for name, card in cards_for_role(walk) if name not in taken]
        offered = left[: book(walk).limits.cards_offered]
        return tuple(Option(id=f"card:{name}", label=quoted(walk.plain(card.heard[0]), LABEL_LENGTH)) for name, card in offered)

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        name = option.id.removeprefix("card:")
        card = book(walk).cards[name]
        filed = Answer(step=key(self.id, n), text=walk.plain(card.heard[0]), value=name, status="ready")
        return Verdict(answers=(filed,))

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        found = find_card(walk, reply.text)
        return Verdict(answers=(self.file(n, reply, value=found[0] if found else ""),))

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.expect

    def unknown(self, walk: Walk, n: int) -> Verdict:
        filed = Answer(step=key(self.id, n), text="", status="unknown")
        return Verdict(answers=(filed,), said=walk.say(book(walk).words.unknown_expect))


class CauseGuess(Step):
    """What lies behind it: money, authority, need, trust, timing, or not clear."""

    id = "objections.cause"

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_cause, heard=quoted(heard(walk, n)))

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        words = book(walk).words
        return tuple(Option(id=cause, label=walk.plain(getattr(words, f"cause_{cause}"))) for cause in CAUSES)

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        words, card = book(walk).words, card_of(walk, n)
        find: Text = getattr(words, f"find_{option.id}")
        names = {"cause": option.label, "find": walk.plain(find)}
        filed = Answer(step=key(self.id, n), text=option.label, value=option.id, status="ready")
        if card is not None and card.cause != option.id and "other" not in {option.id, card.cause}:
            usual: Text = getattr(words, f"cause_{card.cause}")
            return Verdict(answers=(filed,), said=walk.say(words.cause_other_guess, usual=walk.plain(usual), **names))
        return Verdict(answers=(filed,), said=walk.say(words.cause_noted, **names))

    def unknown(self, walk: Walk, n: int) -> Verdict:
        other = next(option for option in self.choices(walk, n) if option.id == "other")
        return self.choose(walk, n, other)


class TacticChoice(Step):
    """Which of the nine tactics; the fitting ones stand first."""

    id = "objections.tactic"
    only_options = True

    def prompt(self, walk: Walk, n: int) -> str:
        fits = _listed(walk, fitting(walk, n)[:2])
        return walk.say(book(walk).words.ask_tactic, heard=quoted(heard(walk, n)), fits=fits)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        ordered = tuple(dict.fromkeys((*fitting(walk, n), *TACTICS)))
        return tuple(Option(id=tactic, label=tactic_name(walk, tactic)) for tactic in ordered)

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        words, card = book(walk).words, card_of(walk, n)
        filed = Answer(step=key(self.id, n), text=option.label, value=option.id, status="ready")
        rule = book(walk).fit.get(card.class_) if card else None
        if rule is None or card is None:
            return Verdict(answers=(filed,))
        why = walk.plain(rule.why)
        if option.id in fitting(walk, n):
            praise = Remark("objections.fits", walk.say(words.fits, tactic=option.label, why=why), praise=True)
            return Verdict(answers=(filed,), remarks=(praise,))
        fits = _listed(walk, fitting(walk, n)[:2])
        html = walk.say(words.misfit, tactic=option.label, fits=fits, why=why)
        return Verdict(pending=filed, remarks=(Remark("objections.misfit", html, fresh=False),))


class Words(Step):
    """The words to answer with."""

    id = "objections.reply"

    def prompt(self, walk: Walk, n: int) -> str:
        words = book(walk).words
        if "objections.expect" not in walk.session.steps:
            return walk.say(words.ask_line, heard=quoted(heard(walk, n)))
        return walk.say(words.ask_reply, heard=quoted(heard(walk, n)), tactic=tactic_name(walk, proposed(walk, n)))

    def ready(self, walk: Walk, n: int) -> str:
        return ready_reply(walk, card_of(walk, n), proposed(walk, n), heard(walk, n))

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.reply

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="reply", wanted=proposed(walk, n), terms=needs(walk), language=walk.language, today=walk.today)

    def redraft(self, walk: Walk, n: int, old: Answer) -> Verdict:
        return Verdict(answers=(old.model_copy(update={"about": heard(walk, n)}),))

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        if "objections.expect" in walk.session.steps:
            return ()
        return (Option(id="another", label=walk.plain(book(walk).words.other_objection)),)

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        passed = int(walk.value(PASSED_OVER) or 0) + 1
        return Verdict(answers=(Answer(step=PASSED_OVER, text="", value=str(passed), status="ready"),))

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        filed = self.file(n, reply, about=heard(walk, n))
        if reply.reading is None or reply.reading.reply is None:
            return Verdict(answers=(filed,))
        gate = self._gate(walk, reply)
        if gate is not None:
            return Verdict(pending=filed, remarks=(gate,))
        return Verdict(answers=(filed,), remarks=self._notes(walk, n, reply))

    def _gate(self, walk: Walk, reply: Reply) -> Remark | None:
        """Arguing, a discount first, and a 'but' that takes the sympathy back are sent back once."""
        words, quote = book(walk).words, quoted(reply.text)
        assert reply.reading is not None and reply.reading.reply is not None
        found = reply.reading.reply
        if found.argues:
            return Remark("objections.argues", walk.say(words.argues, quote=quote, cue=found.argues), fresh=False)
        if found.gives_discount:
            html = walk.say(words.discount_first, quote=quote, cue=found.gives_discount)
            return Remark("objections.discount", html, fresh=False)
        if found.but_after_empathy:
            return Remark("objections.but", walk.say(words.but, quote=quote, cue=found.but_after_empathy), fresh=False)
        return None

    def _notes(self, walk: Walk, n: int, reply: Reply) -> tuple[Remark, ...]:
        words, quote = book(walk).words, quoted(reply.text)
        assert reply.reading is not None and reply.reading.reply is not None
        found, notes = reply.reading.reply, list[Remark]()
        card = card_of(walk, n)
        if not found.acknowledges:
            notes.append(Remark("objections.acknowledge", walk.say(words.not_acknowledged, quote=quote)))
        if not found.asks_question:
            ask = walk.plain(card.ask) if card else walk.plain(words.own_ask, heard=heard(walk, n))
            notes.append(Remark("objections.ask_first", walk.say(words.answers_first, quote=quote, ask=ask)))
        tactic = proposed(walk, n)
        if walk.answer(key("objections.tactic", n)) and found.tactics and tactic not in {seen.tactic for seen in found.tactics}:
            html = walk.say(words.tactic_unseen, quote=quote, tactic=tactic_name(walk, tactic))
            notes.append(Remark("objections.tactic_unseen", html))
        limits = book(walk).limits
        most, length = (limits.length_en if walk.language == "en" else limits.length_zh), spoken_length(walk, reply.text)
        if length > most:
            notes.append(Remark("objections.length", walk.say(words.too_long, quote=quote, length=length, most=most)))
        if found.acknowledges and found.asks_question:
            notes.append(Remark("objections.asks_first", walk.say(words.asks_first, quote=quote), praise=True))
        return tuple(notes)


def find_card(walk: Walk, text: str) -> tuple[str, Card] | None:
    """The card whose wordings or keywords fit a client's words best; nothing when none does."""
    best: tuple[int, str, Card] | None = None
    for name, card in book(walk).cards.items():
        score = max((overlap(text, words) for words in _wordings(card)), default=0)
        if score and (best is None or score > best[0]):
            best = (score, name, card)
    return (best[1], best[2]) if best else None


def _wordings(card: Card) -> list[str]:
    return [words for text in (*card.heard, *card.keywords) for words in text.root.values()]


def _listed(walk: Walk, tactics: tuple[Tactic, ...]) -> str:
    return (", " if walk.language == "en" else "、").join(tactic_name(walk, tactic) for tactic in tactics)


def _numbers(walk: Walk) -> tuple[int, ...]:
    if "objections.expect" in walk.session.steps:
        return tuple(number for number, _ in walk.items("objections.expect"))
    return tuple(range(1, walk.time.objections + 1))


ROWS: tuple[Row, ...] = (
    Listing(Expect(), lambda walk: walk.time.objections),
    Chain(_numbers, (Once(CauseGuess()), Once(TacticChoice()), Once(Words()))),
)
