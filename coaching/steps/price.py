"""The concession plan: opening, target, walk-away, a few shrinking steps, each with a get and a sentence (methods F3, F4).

The arithmetic is in `coaching.methods.concessions`; the playbook's limits decide."""

import re
from decimal import Decimal
from itertools import pairwise

from coaching.methods.concessions import PlanImpossible, analyse, expected_next, plan
from coaching.methods.negotiation import Negotiation, NegotiationWords
from coaching.methods.prices import money
from coaching.playbook import Example
from coaching.reading import Asked
from coaching.script import Chain, Once, Remark, Reply, Row, Step, Verdict
from coaching.session import Answer, Option
from coaching.walk import Walk, key, quoted
from coaching.wording import Text

INDEX_LIST = "100"
MOST_STEPS = 4
GETS_OFFERED = 3
LABEL_LENGTH = 40
HOME_CURRENCY = "CNY"
_BEGINS_WITH_IF = re.compile(r"^\s*(?:如果|要是|假如|只要)?\s*(?:贵方|贵司|您这边|您|你们|你)?\s*(?=\S)|^\s*if you\s+", re.IGNORECASE)
_THEN_WE = re.compile(
    r"[，,]?\s*(?:那么|那|就)?\s*(?:我们|我方|我)(?:就|可以|能|这边)|[, ]+(?:then )?we (?:can|will|could|do)\b", re.IGNORECASE
)
# What the analysis of a rep's own plan is told by, worst first.
WORST_FIRST = ("fail", "warn")


def book(walk: Walk) -> Negotiation:
    """The negotiation playbook of this walk."""
    return walk.book.negotiation


def figure(walk: Walk, step: str) -> Decimal | None:
    """The price that was settled at a step."""
    value = walk.value(f"negotiation.{step}")
    return Decimal(value) if value and walk.real(f"negotiation.{step}") else None


def prices(walk: Walk) -> tuple[Decimal, ...]:
    """The offers that will be spoken, opening first; empty while there is no plan."""
    for step in ("negotiation.own", "negotiation.count"):
        found = walk.real(step)
        if found is not None and found.about:
            return tuple(Decimal(part) for part in found.about.split())
    return ()


def gets(walk: Walk) -> dict[int, str]:
    """What is asked for each step, by the step's number."""
    return {number: answer.text for number, answer in walk.items("negotiation.get")}


class Unit(Step):
    """Real prices, or an index where prices are confidential."""

    id = "negotiation.unit"
    only_options = True

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_unit)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        words = book(walk).words
        return (Option(id="price", label=walk.plain(words.unit_price)), Option(id="index", label=walk.plain(words.unit_index)))

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        filed = Answer(step=self.id, text=option.label, value=option.id, status="ready")
        if option.id == "price":
            return Verdict(answers=(filed,))
        return Verdict(answers=(filed, Answer(step="negotiation.list", text=INDEX_LIST, value=INDEX_LIST, status="ready")))


class Price(Step):
    """One price. `above` is the price that must be higher than this one; it is checked once, then the rep may go on."""

    def __init__(self, name: str, above: str, ask: str, fault: str) -> None:
        self.name, self.above, self.ask, self.fault = name, above, ask, fault
        self.id = f"negotiation.{name}"

    def prompt(self, walk: Walk, n: int) -> str:
        text: Text = getattr(book(walk).words, self.ask)
        limit = figure(walk, self.above) if self.above else None
        return walk.say(text, **{self.above: money(limit)} if limit is not None else {self.above or "list": ""})

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="numbers", language=walk.language, today=walk.today)

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.opening if self.name == "opening" else None

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        words, found = book(walk).words, _first_price(walk, reply)
        if found is None:
            html = walk.say(words.not_a_number, quote=quoted(reply.text))
            return Verdict(remarks=(Remark("negotiation.not_a_number", html, fresh=False),))
        currency = reply.reading.offer.currency if reply.reading is not None and reply.reading.offer is not None else ""
        filed = self.file(n, reply, value=str(found), kind=currency)
        fault = self._out_of_order(walk, filed)
        if fault is not None:
            return Verdict(pending=filed, remarks=(fault,))
        said = ""
        if money(found) != reply.text.strip() and str(found) != reply.text.strip():
            said = walk.say(words.read_back, price=money(found))
        return Verdict(answers=(filed,), said=said)


    def redraft(self, walk: Walk, n: int, old: Answer) -> Verdict:
        fault = self._out_of_order(walk, old) if old.value else None
        return Verdict(pending=old, remarks=(fault,)) if fault is not None else Verdict(answers=(old,))

    def _out_of_order(self, walk: Walk, filed: Answer) -> Remark | None:
        """A price on the wrong side of the one above it, or so far below that a digit may be missing."""
        limit = figure(walk, self.above) if self.above else None
        if limit is None:
            return None
        found, words = Decimal(filed.value), book(walk).words
        if found > limit if self.name == "opening" else found >= limit:
            fault: Text = getattr(words, self.fault)
            html = walk.say(fault, quote=quoted(filed.text), **{self.above: money(limit)})
            return Remark(f"negotiation.{self.fault}", html, fresh=False)
        if self.name == "target" and found * 2 < limit:
            html = walk.say(words.target_far_below, quote=quoted(filed.text), opening=money(limit))
            return Remark("negotiation.target_far_below", html, fresh=False)
        return None


class How(Step):
    """The coach computes the steps, or the rep brings some."""

    id = "negotiation.how"
    only_options = True

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_how)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        words = book(walk).words
        return (Option(id="coach", label=walk.plain(words.how_coach)), Option(id="own", label=walk.plain(words.how_own)))


class Count(Step):
    """Three or four steps; the coach computes them."""

    id = "negotiation.count"
    only_options = True

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_count)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        words = book(walk).words
        return (Option(id="3", label=walk.plain(words.count_three)), Option(id="4", label=walk.plain(words.count_four)))

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        filed = Answer(step=self.id, text=option.label, value=option.id, status="ready")
        return computed(walk, filed, int(option.id))


def computed(walk: Walk, filed: Answer, count: int) -> Verdict:
    """A computed plan, filed with the answer that called for it; or the reason why there is none."""
    words, opening, target = book(walk).words, figure(walk, "opening"), figure(walk, "target")
    assert opening is not None and target is not None
    try:
        found = plan(opening, target, figure(walk, "walk_away"), 4 if count == MOST_STEPS else 3, book(walk).limits)
    except PlanImpossible as reason:
        html = walk.say(words.impossible, reason=reason.words(walk.language))
        return Verdict(remarks=(Remark("negotiation.impossible", html, fresh=False),), reopen="negotiation.target")
    arrow = " → ".join(money(price) for price in found)
    steps = " → ".join(money(earlier - later) for earlier, later in pairwise(found))
    filed = filed.model_copy(update={"about": " ".join(str(price) for price in found)})
    return Verdict(answers=(filed,), said=walk.say(words.computed, prices=arrow, steps=steps))


class Own(Step):
    """The rep's own prices, opening first; the pattern is named, and the most important finding."""

    id = "negotiation.own"
    keeps_draft = False

    def prompt(self, walk: Walk, n: int) -> str:
        opening = figure(walk, "opening")
        return walk.say(book(walk).words.ask_own, opening=money(opening) if opening is not None else "")

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="numbers", language=walk.language, today=walk.today)

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        words = book(walk).words
        row = [Decimal(number) for number in reply.reading.numbers] if reply.reading else []
        opening = figure(walk, "opening")
        if row and opening is not None and row[0] != opening:
            row.insert(0, opening)
        if row and opening is not None and row[1:] and max(row[1:]) > opening:
            html = walk.say(words.above_opening, quote=quoted(reply.text), opening=money(opening))
            return Verdict(remarks=(Remark("negotiation.above_opening", html, fresh=False),))
        if len(row) < 2:
            html = walk.say(words.not_a_number, quote=quoted(reply.text))
            return Verdict(remarks=(Remark("negotiation.not_a_number", html, fresh=False),))
        row = row[: MOST_STEPS + 2]
        filed = self.file(n, reply, about=" ".join(str(price) for price in row))
        found = analyse(
            row, floor=figure(walk, "walk_away"), target=figure(walk, "target"), limits=book(walk).limits, language=walk.language
        )
        name: Text = getattr(words, f"pattern_{found.pattern}")
        pattern, quote = walk.plain(name), " → ".join(money(price) for price in row)
        worst = next((f for level in WORST_FIRST for f in found.findings if f.level == level), None)
        if found.sound:
            html = walk.say(words.analysed_sound, quote=quote, pattern=pattern)
            return Verdict(answers=(filed,), remarks=(Remark("negotiation.sound", html, fresh=False, praise=True),))
        demand = expected_next(found)
        finding = worst.message if worst is not None else ""
        html = walk.say(words.analysed, quote=quote, pattern=pattern, finding=finding, next=money(demand) if demand is not None else "")
        options = (
            Option(id="coach", label=walk.plain(words.use_coach)),
            Option(id="rewrite", label=walk.plain(walk.book.plan.commands.rewrite)),
            Option(id="keep", label=walk.plain(walk.book.plan.commands.keep)),
        )
        rule = f"negotiation.{worst.rule if worst is not None else found.pattern}"
        return Verdict(pending=filed, remarks=(Remark(rule, html, fresh=False),), options=options)


class Get(Step):
    """What is asked for one step."""

    id = "negotiation.get"

    def prompt(self, walk: Walk, n: int) -> str:
        row = prices(walk)
        return walk.say(book(walk).words.ask_get, n=n, count=len(row) - 1, price=money(row[n]))

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        taken = set(gets(walk).values())
        all_gets = [walk.plain(pair.get) for pair in book(walk).give_gets]
        left = [text for text in all_gets if text not in taken]
        offered = left[:GETS_OFFERED]
        return tuple(Option(id=f"get{i}", label=quoted(text, LABEL_LENGTH)) for i, text in enumerate(all_gets) if text in offered)

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        pair = book(walk).give_gets[int(option.id.removeprefix("get"))]
        return Verdict(answers=(Answer(step=key(self.id, n), text=walk.plain(pair.get), value=option.id, status="ready"),))

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="numbers", language=walk.language, today=walk.today)

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        """A get as it fits behind "if you"; a whole sentence is filed as both, a bare thing is sent back once."""
        text = _BEGINS_WITH_IF.sub("", reply.text).strip(" ,，。.")
        head, _, rest = _THEN_WE.sub("\n", text, count=1).partition("\n")
        filed = Answer(step=key(self.id, n), text=head.strip(" ,，") or reply.text, status=reply.status)
        if rest and head:
            return Verdict(answers=(filed, Answer(step=key("negotiation.sentence", n), text=reply.text)))
        bare = len(filed.text.split()) < 2 if filed.text.isascii() else len(filed.text) <= 2
        if bare:
            html = walk.say(book(walk).words.get_needs_verb, quote=quoted(reply.text))
            return Verdict(pending=filed, remarks=(Remark("negotiation.get_needs_verb", html, fresh=False),))
        return Verdict(answers=(filed,))

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.get

    def unknown(self, walk: Walk, n: int) -> Verdict:
        return Verdict(answers=(Answer(step=key(self.id, n), text="", status="unknown"),), said=self.skipped(walk, n))

    def skipped(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.no_get, n=n)


class Sentence(Step):
    """The sentence of one step: if you …, then we …"""

    id = "negotiation.sentence"

    def words(self, walk: Walk) -> NegotiationWords:
        return book(walk).words

    def prompt(self, walk: Walk, n: int) -> str:
        row = prices(walk)
        get = gets(walk).get(n, "")
        return walk.say(self.words(walk).ask_sentence, n=n, count=len(row) - 1, price=money(row[n]), get=quoted(get))

    def ready(self, walk: Walk, n: int) -> str:
        get = gets(walk).get(n, "")
        return walk.plain(self.words(walk).sentence, get=get, price=self._price(walk, n)) if get else ""

    def _price(self, walk: Walk, n: int) -> str:
        row = prices(walk)
        if walk.value("negotiation.unit") == "index":
            return money(row[n])
        unit = price_unit(walk)
        return f"{money(row[n])} {unit}" if walk.language == "en" else f"{money(row[n])}{unit}"

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.sentence

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="numbers", language=walk.language, today=walk.today)

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        filed, words, quote = self.file(n, reply), self.words(walk), quoted(reply.text)
        if reply.reading is None or reply.reading.offer is None:
            return Verdict(answers=(filed,))
        if not reply.reading.offer.conditional:
            html = walk.say(words.no_condition, quote=quote)
            return Verdict(pending=filed, remarks=(Remark("negotiation.no_condition", html, fresh=False),))
        row = prices(walk)
        named = [Decimal(price) for price in reply.reading.offer.prices]
        if named and row[n] not in named:
            names = {"quote": quote, "quote_price": money(named[0]), "price": money(row[n])}
            html = walk.say(words.sentence_other_price, **names)
            return Verdict(pending=filed, remarks=(Remark("negotiation.other_price", html, fresh=False),))
        found = analyse(row, steps_text=(reply.text,), limits=book(walk).limits, language=walk.language).findings
        notes = tuple(
            Remark(f"negotiation.{f.rule}", f.message) for f in found if f.rule in {"R10", "R11"} and f.level in WORST_FIRST
        )
        good = Remark("negotiation.condition_first", walk.say(words.condition_first, quote=quote), praise=True)
        return Verdict(answers=(filed,), remarks=(*notes, good))


class Extra(Step):
    """A small extra beside the price, for the last step."""

    id = "negotiation.extra"

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_extra, price=money(prices(walk)[-1]))

    def ready(self, walk: Walk, n: int) -> str:
        return walk.plain(book(walk).extras[0])


def price_unit(walk: Walk) -> str:
    """What stands behind a price: the playbook's unit, or the currency that the rep wrote when it is another one."""
    written = (walk.answer(f"negotiation.{step}") for step in ("opening", "list", "target"))
    currency = next((answer.kind for answer in written if answer is not None and answer.kind), "")
    return walk.plain(book(walk).unit) if currency in {"", HOME_CURRENCY} else currency


def _first_price(walk: Walk, reply: Reply) -> Decimal | None:
    """The price in a reply; a bare discount (8折, 10 % off) is taken from the list price."""
    if reply.reading is None:
        return None
    offer = reply.reading.offer
    named = (offer.offer or next(iter(offer.prices), "")) if offer is not None else ""
    text = named or next(iter(reply.reading.numbers), "")
    listed = figure(walk, "list")
    if not text and offer is not None and offer.percent and listed is not None:
        return (listed * (100 - Decimal(offer.percent)) / 100).normalize()
    value = Decimal(text) if text else None
    return value if value is not None and value > 0 else None


def _has_frame(walk: Walk) -> bool:
    return figure(walk, "opening") is not None and figure(walk, "target") is not None


def _steps(walk: Walk) -> tuple[int, ...]:
    return tuple(range(1, len(prices(walk))))


ROWS: tuple[Row, ...] = (
    Once(Unit()),
    Once(Price("list", "", "ask_list", ""), lambda walk: walk.value("negotiation.unit") != "index"),
    Once(Price("opening", "list", "ask_opening", "opening_above_list")),
    Once(Price("target", "opening", "ask_target", "target_not_below_opening")),
    Once(Price("walk_away", "target", "ask_walk_away", "walk_away_not_below_target")),
    Once(How(), _has_frame),
    Once(Count(), lambda walk: _has_frame(walk) and walk.value("negotiation.how") == "coach"),
    Once(Own(), lambda walk: _has_frame(walk) and walk.value("negotiation.how") == "own"),
    Chain(_steps, (Once(Get()), Once(Sentence()))),
    Once(Extra(), lambda walk: bool(prices(walk))),
)
