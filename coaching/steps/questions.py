"""SPIN: facts to find out, the client's problems, and for each problem its implication and its need-payoff question (methods E1)."""

from coaching.likeness import overlap
from coaching.methods.spin import Problem, Spin, SpinKind
from coaching.playbook import Example
from coaching.reading import Asked
from coaching.script import Chain, Listing, Once, Remark, Reply, Row, Step, Verdict
from coaching.session import Answer, Option
from coaching.walk import Walk, key, quoted
from coaching.wording import Text

PROBLEMS_OFFERED = 3
LABEL_LENGTH = 28
# Questions that come after the problem; asked for a problem, they are named.
FOLLOWING = frozenset({"implication", "need_payoff"})
# A problem longer than this is cut where it stands inside a sentence, in characters.
PHRASE_LENGTH = {"zh-Hans": 18, "zh-Hant": 18, "en": 48}

# So much of a bank problem's wording must be in the rep's words for its questions to fit.
MOSTLY = 0.6


def book(walk: Walk) -> Spin:
    """The SPIN playbook of this walk."""
    return walk.book.spin


def problems_for_role(walk: Walk) -> tuple[Problem, ...]:
    """The bank's problems, those first that the person met feels first."""
    role = walk.value("plan.role")
    return tuple(sorted(book(walk).problems, key=lambda problem: bool(problem.roles) and role not in problem.roles))


def bank_problem(walk: Walk, n: int) -> Problem | None:
    """The bank's problem behind the rep's n-th problem, when it was taken from the bank."""
    chosen = walk.value(key("spin.problem", n))
    return next((problem for problem in book(walk).problems if problem.id == chosen), None)


def problem_question(walk: Walk, n: int) -> str:
    """The problem question for the rep's n-th problem."""
    filed = walk.answer(key("spin.problem", n))
    if filed is not None and filed.kind == "question":
        return filed.text
    known = bank_problem(walk, n)
    if known is not None:
        return walk.plain(known.ask)
    return walk.plain(book(walk).words.own_problem_ask, problem=_phrase(walk, walk.text(key("spin.problem", n))))


def needs(walk: Walk) -> tuple[str, ...]:
    """The client's terms so far: the problems that the rep named."""
    return tuple(answer.text for _, answer in walk.items("spin.problem"))


def kind_words(walk: Walk, kind: str) -> str:
    """The name of a kind of question, as it is said."""
    text: Text = getattr(book(walk).words, f"kind_{kind}")
    return walk.plain(text)


def spoken_length(walk: Walk, text: str) -> int:
    """Length of a spoken turn: Chinese characters, or words in English (CK-LEN)."""
    return len(text.split()) if walk.language == "en" else sum(1 for letter in text if not letter.isspace())


class Question(Step):
    """A question of one SPIN kind. Another kind than asked is named as what it sounds like, and may be moved, rewritten or kept."""

    wanted: SpinKind

    def problem(self, walk: Walk, n: int) -> str:
        """The problem that this question belongs to."""
        return walk.text(key("spin.problem", n))

    def asked(self, walk: Walk, n: int) -> Asked:
        cues = {kind: tuple(w for words in by.values() for w in words) for kind, by in book(walk).cues.items()}
        return Asked(
            kind="spin", wanted=self.wanted, terms=needs(walk), cues=cues, language=walk.language, today=walk.today
        )

    def file(self, n: int, reply: Reply, **more: str) -> Answer:
        return super().file(n, reply, **{"kind": self.wanted, **more})

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        filed = self.file(n, reply)
        if reply.reading is None:
            return Verdict(answers=(filed,))
        other = self._other_kind(walk, n, reply)
        if other is not None:
            return other
        return Verdict(answers=(filed,), remarks=self._notes(walk, n, reply))

    def _other_kind(self, walk: Walk, n: int, reply: Reply) -> Verdict | None:
        spin = reply.reading.spin if reply.reading else None
        if spin is None or spin.kind == self.wanted:
            return None
        words, quote = book(walk).words, quoted(reply.text)
        if spin.abstained:
            rivals = [kind for kind in spin.candidates if kind != self.wanted]
            if not rivals or self.wanted not in spin.candidates:
                return None
            first, second = kind_words(walk, self.wanted), kind_words(walk, rivals[0])
            html = walk.say(words.two_kinds, quote=quote, first=first, second=second)
            filed = self.file(n, reply, value=rivals[0])
            options = (Option(id="keep", label=first), Option(id="move", label=second))
            return Verdict(pending=filed, remarks=(Remark("spin.two_kinds", html, fresh=False),), options=options)
        names = {
            "quote": quote,
            "looks_like": kind_words(walk, spin.kind),
            "wanted": kind_words(walk, self.wanted),
            "problem": quoted(self.problem(walk, n)),
        }
        rule = "spin.kind"
        if rule in walk.session.noted:
            html = walk.say(words.mismatch_again, **names)
        else:
            why: Text = getattr(words, f"why_not_{spin.kind}")
            glue = " " if walk.language == "en" else ""
            html = walk.say(words.mismatch, cue=spin.cue, **names) + glue + walk.say(why, wanted=names["wanted"])
        filed = self.file(n, reply, value=spin.kind)
        return Verdict(pending=filed, remarks=(Remark(rule, html, fresh=False),), options=self._ways_out(walk, spin.kind))

    def _ways_out(self, walk: Walk, kind: str) -> tuple[Option, ...]:
        """Move it to where it belongs (when there is such a place), write it again, or keep it."""
        commands = walk.book.plan.commands
        options = [Option(id="rewrite", label=walk.plain(commands.rewrite)), Option(id="keep", label=walk.plain(commands.keep))]
        if kind != "other":
            tag: Text = getattr(book(walk).words, f"tag_{kind}")
            options.insert(1, Option(id="move", label=walk.plain(commands.move, place=walk.plain(tag))))
        return tuple(options)

    def _notes(self, walk: Walk, n: int, reply: Reply) -> tuple[Remark, ...]:
        reading, words, quote = reply.reading, book(walk).words, quoted(reply.text)
        assert reading is not None
        found = []
        if reading.questions > 1:
            found.append(Remark("spin.one_question", walk.say(words.two_questions, quote=quote, count=reading.questions)))
        limits = book(walk).limits
        most = limits.length_en if walk.language == "en" else limits.length_zh
        length = spoken_length(walk, reply.text)
        if length > most:
            found.append(Remark("spin.length", walk.say(words.too_long, quote=quote, length=length, most=most)))
        return (*found, *self._echo(walk, n, reply))

    def _echo(self, walk: Walk, n: int, reply: Reply) -> list[Remark]:
        reading, words, quote = reply.reading, book(walk).words, quoted(reply.text)
        assert reading is not None
        if self.wanted not in {"implication", "need_payoff"}:
            return []
        if reading.figure_asked and self.wanted == "implication":
            return [Remark("spin.figure", walk.say(words.figure, quote=quote), praise=True)]
        if reading.echoes:
            return [Remark("spin.echo", walk.say(words.echo, quote=quote, term=reading.echoes[0]), praise=True)]
        problem = self.problem(walk, n) if self.wanted == "implication" else ""
        return [Remark("spin.no_echo", walk.say(words.no_echo, quote=quote, problem=quoted(problem)))] if problem else []


class Fact(Question):
    """A fact to find out; few of them."""

    id = "spin.fact"
    wanted = "situation"
    several_lines = True

    def problem(self, walk: Walk, n: int) -> str:
        return ""

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_fact, n=n)

    def ready(self, walk: Walk, n: int) -> str:
        facts = book(walk).facts
        return walk.plain(facts[n - 1]) if n <= len(facts) else ""

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.fact

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        spin = reply.reading.spin if reply.reading else None
        # A fact may be a note ("number of trucks") as well as a question.
        verdict = Verdict(answers=(self.file(n, reply),)) if spin is None or spin.kind == "other" else super().judge(walk, n, reply)
        most = book(walk).limits.facts_warn_above
        if verdict.answers and n > most:
            html = walk.say(book(walk).words.too_many_facts, count=n, most=most)
            return Verdict(answers=verdict.answers, remarks=(Remark("spin.facts_limit", html), *verdict.remarks))
        return verdict


class ClientProblem(Question):
    """A problem that the client may have, in a phrase or as the question that brings it up."""

    id = "spin.problem"
    wanted = "problem"
    several_lines = True

    def prompt(self, walk: Walk, n: int) -> str:
        words = book(walk).words
        return walk.say(words.ask_problem) if n <= 1 else walk.say(words.ask_another_problem, n=n)

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        taken = {answer.value for _, answer in walk.items(self.id)}
        left = [problem for problem in problems_for_role(walk) if problem.id not in taken]
        return tuple(Option(id=f"bank:{p.id}", label=quoted(walk.plain(p.problem), LABEL_LENGTH)) for p in left[:PROBLEMS_OFFERED])

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        chosen = option.id.removeprefix("bank:")
        problem = next(p for p in book(walk).problems if p.id == chosen)
        filed = Answer(step=key(self.id, n), text=walk.plain(problem.problem), value=problem.id, status="ready")
        return Verdict(answers=(filed,))

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.problem

    def file(self, n: int, reply: Reply, **more: str) -> Answer:
        # A problem is a phrase; only one that was written as a question has a kind.
        return super().file(n, reply, **{"kind": "", **more})

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        words, quote, reading = book(walk).words, quoted(reply.text), reply.reading
        is_question = reading is not None and reading.questions > 0
        known = max(book(walk).problems, key=lambda problem: _alike(problem, reply.text))
        value = known.id if _alike(known, reply.text) else ""
        filed = self.file(n, reply, value=value, kind="question" if is_question else "")
        ours = [w for listed in book(walk).ours.values() for w in listed]
        if reading is not None and any(w.casefold() in reply.text.casefold() for w in ours):
            return Verdict(pending=filed, remarks=(Remark("spin.ours", walk.say(words.problem_is_ours, quote=quote), fresh=False),))
        if is_question and reading is not None and reading.spin is not None and reading.spin.kind in FOLLOWING:
            other = self._other_kind(walk, n, reply)
            if other is not None:
                return other
        noted = Remark("spin.problem_noted", walk.say(words.problem_noted, quote=quote), praise=True)
        return Verdict(answers=(filed,), remarks=(noted,))

    def unknown(self, walk: Walk, n: int) -> Verdict:
        words = book(walk).words
        ask = walk.plain(words.unknown_problem_ask)
        filed = Answer(step=key(self.id, n), text="", status="unknown")
        return Verdict(answers=(filed,), said=walk.say(words.unknown_problem, ask=ask))


class Implication(Question):
    """What the problem leads to: whom else it hits, what it costs."""

    id = "spin.implication"
    wanted = "implication"

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_implication, problem=quoted(self.problem(walk, n)))

    def ready(self, walk: Walk, n: int) -> str:
        known = bank_problem(walk, n)
        if known is not None:
            return walk.plain(known.implications[0])
        return walk.plain(book(walk).words.own_implication, problem=_phrase(walk, self.problem(walk, n)))

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.implication


class NeedPayoff(Question):
    """What solving it would bring, said by the client."""

    id = "spin.need_payoff"
    wanted = "need_payoff"

    def prompt(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.ask_need_payoff, problem=quoted(self.problem(walk, n)))

    def ready(self, walk: Walk, n: int) -> str:
        known = bank_problem(walk, n)
        if known is not None:
            return walk.plain(known.need_payoffs[0])
        return walk.plain(book(walk).words.own_need_payoff, problem=_phrase(walk, self.problem(walk, n)))

    def example(self, walk: Walk) -> Example | None:
        return book(walk).examples.need_payoff


def _alike(problem: Problem, text: str) -> int:
    """How well the bank's problem fits what the rep wrote; its questions are then proposed, the words stay the rep's."""
    return max(overlap(text, words, MOSTLY) for words in problem.problem.root.values())


def _phrase(walk: Walk, problem: str) -> str:
    """A problem as it stands inside a sentence: short, also when it was written as a question."""
    return quoted(problem.rstrip("?？!！。. "), PHRASE_LENGTH[walk.language])


def _numbers(walk: Walk) -> tuple[int, ...]:
    return tuple(number for number, _ in walk.items("spin.problem"))


ROWS: tuple[Row, ...] = (
    Listing(Fact(), lambda walk: walk.book.spin.limits.facts_most),
    Listing(ClientProblem(), lambda walk: walk.time.problems),
    Chain(_numbers, (Once(Implication()), Once(NeedPayoff()))),
)
