"""FABE: feature, advantage, benefit and evidence for one need of this client (methods E2)."""

import re
from typing import Literal

from coaching.methods.fabe import Fabe, Pitch
from coaching.playbook import Example
from coaching.reading import Asked, Reading
from coaching.script import Once, Remark, Reply, Row, Step, Verdict
from coaching.session import Answer, Option
from coaching.steps.questions import needs, spoken_length
from coaching.walk import Walk, quoted
from coaching.wording import Text

Letter = Literal["feature", "advantage", "benefit", "evidence"]
LETTERS: tuple[Letter, ...] = ("feature", "advantage", "benefit", "evidence")
LABEL_LENGTH = 28

# From here on a letter that was read is named to the rep; below, nothing is said about it.
SURE = 0.7

# A ready line may hold a place for the rep's own proof; taken as it is, the proof is still to be found.
_OPEN_PLACE = re.compile(r"【[^】]+】|\[[^\]]+\]")


def book(walk: Walk) -> Fabe:
    """The FABE playbook of this walk."""
    return walk.book.fabe


def need(walk: Walk) -> str:
    """The need that the pitch answers; empty while the rep knows none."""
    return walk.text("fabe.need") or next(iter(needs(walk)), "")


def pitch(walk: Walk) -> Pitch:
    """The playbook's pitch that answers the chosen need best."""
    known = walk.items("spin.problem")
    chosen = walk.value("fabe.need") or (str(known[0][0]) if len(known) == 1 else "")
    problem = walk.value(f"spin.problem/{chosen}") if chosen else ""
    pitches = book(walk).pitches
    fitting = (p for p in pitches if problem and problem in p.answers)
    anywhere = (p for p in pitches if not p.answers)
    return next(fitting, next(anywhere, pitches[0]))


def letter_name(walk: Walk, letter: str) -> str:
    """The letter with its name, as it is said."""
    text: Text = getattr(book(walk).words, f"name_{letter}")
    return walk.plain(text)


def missing(walk: Walk) -> tuple[Letter, ...]:
    """The letters that were asked for and not given."""
    given = {letter for letter in LETTERS if walk.real(f"fabe.{letter}")}
    asked = [letter for letter in LETTERS if f"fabe.{letter}" in walk.session.steps] if given else []
    return tuple(letter for letter in asked if letter not in given or _OPEN_PLACE.search(walk.text(f"fabe.{letter}")))


def in_one_breath(walk: Walk) -> tuple[str, ...]:
    """The pitch as it is spoken: one sentence when all letters are there, else what there is."""
    written = {letter: walk.text(f"fabe.{letter}").rstrip("。.") for letter in LETTERS}
    letters = {letter: "" if _OPEN_PLACE.search(text) else text for letter, text in written.items()}
    if all(letters.values()):
        return (walk.plain(book(walk).words.breath, **letters),)
    return tuple(text for text in letters.values() if text)


def proven(walk: Walk) -> bool:
    """Whether the evidence stands: given, and with nothing left to fill in."""
    text = walk.text("fabe.evidence")
    return bool(text) and _OPEN_PLACE.search(text) is None


class Need(Step):
    """Which of the needs on the list the pitch answers."""

    id = "fabe.need"

    def closed(self, walk: Walk) -> bool:
        return bool(walk.items("spin.problem"))

    def prompt(self, walk: Walk, n: int) -> str:
        asked = walk.say(book(walk).words.ask_need)
        return asked if walk.items("spin.problem") else f"{walk.say(book(walk).words.no_needs)}\n{asked}"

    def choices(self, walk: Walk, n: int) -> tuple[Option, ...]:
        return tuple(Option(id=str(number), label=quoted(answer.text, LABEL_LENGTH)) for number, answer in walk.items("spin.problem"))

    def choose(self, walk: Walk, n: int, option: Option) -> Verdict:
        filed = Answer(step=self.id, text=walk.text(f"spin.problem/{option.id}"), value=option.id, status="ready")
        return Verdict(answers=(filed,))

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        return Verdict(answers=(self.file(n, reply),))


class OneLetter(Step):
    """One letter of the pitch."""

    letter: Letter

    @property
    def id(self) -> str:  # type: ignore[override]
        return f"fabe.{self.letter}"

    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    def prompt(self, walk: Walk, n: int) -> str:
        text: Text = getattr(book(walk).words, f"ask_{self.letter}")
        before = {letter: quoted(walk.text(f"fabe.{letter}")) for letter in LETTERS[: LETTERS.index(self.letter)]}
        return walk.say(text, need=quoted(need(walk)), **before)

    def ready(self, walk: Walk, n: int) -> str:
        chosen, names = pitch(walk), {"problem": need(walk), "need": need(walk)}
        if self.letter == "evidence":
            proof = chosen.evidence
            parts = (walk.plain(proof.text, **names).rstrip("。."), walk.plain(proof.source, **names), proof.date)
            return "，".join(parts) if walk.language != "en" else ", ".join(parts)
        text: Text = getattr(chosen, self.letter)
        return walk.plain(text, **names)

    def example(self, walk: Walk) -> Example | None:
        found: Example = getattr(book(walk).examples, self.letter)
        return found

    def asked(self, walk: Walk, n: int) -> Asked:
        return Asked(kind="fabe", wanted=self.letter, terms=(need(walk), *needs(walk)), language=walk.language, today=walk.today)

    def skipped(self, walk: Walk, n: int) -> str:
        return walk.say(book(walk).words.missing, letters=letter_name(walk, self.letter))

    def judge(self, walk: Walk, n: int, reply: Reply) -> Verdict:
        filed = self.file(n, reply, kind=self.letter)
        if reply.reading is None:
            return Verdict(answers=(filed,))
        whole = self._whole_pitch(walk, reply)
        if whole is not None:
            return whole
        gate = self._gate(walk, reply)
        if gate is not None:
            return Verdict(pending=filed, remarks=(gate,))
        return Verdict(answers=(filed,), remarks=self._notes(walk, reply))

    def _whole_pitch(self, walk: Walk, reply: Reply) -> Verdict | None:
        """Several letters in one message are filed each at its own place; the rest is asked for by its letter."""
        assert reply.reading is not None
        by_letter: dict[str, list[str]] = {}
        for piece in reply.reading.fabe.parts if reply.reading.fabe else ():
            if piece.part in LETTERS:
                by_letter.setdefault(piece.part, []).append(piece.text)
        if self.letter != "feature" or not {"feature", "benefit"} <= by_letter.keys() or len(by_letter) < 3:
            return None
        glue = " " if walk.language == "en" else ""
        filed = tuple(
            Answer(step=f"fabe.{letter}", text=glue.join(by_letter[letter]), kind=letter) for letter in LETTERS if letter in by_letter
        )
        found = "、".join(letter_name(walk, a.kind) for a in filed) if walk.language != "en" else ", ".join(
            letter_name(walk, a.kind) for a in filed
        )
        return Verdict(answers=filed, said=walk.say(book(walk).words.whole_pitch, letters=found))

    def _gate(self, walk: Walk, reply: Reply) -> Remark | None:
        """B must answer a need on the list; E needs a source and a date. Each is sent back once."""
        reading, words, quote = reply.reading, book(walk).words, quoted(reply.text)
        assert reading is not None
        other = _another_letter(reading, self.letter)
        if self.letter == "benefit" and other:
            names = {"looks_like": letter_name(walk, other), "wanted": letter_name(walk, self.letter)}
            return Remark("fabe.letter", walk.say(words.looks_like, quote=quote, **names), fresh=False)
        if self.letter == "benefit" and not reading.echoes and needs(walk):
            return Remark("fabe.no_need", walk.say(words.no_need, quote=quote, need=quoted(need(walk))), fresh=False)
        if self.letter == "evidence" and not (reading.fabe and reading.fabe.source):
            return Remark("fabe.no_source", walk.say(words.no_source, quote=quote), fresh=False)
        if self.letter == "evidence" and not reading.has_date:
            return Remark("fabe.no_date", walk.say(words.no_date, quote=quote), fresh=False)
        return None

    def _notes(self, walk: Walk, reply: Reply) -> tuple[Remark, ...]:
        reading, words, quote = reply.reading, book(walk).words, quoted(reply.text)
        assert reading is not None
        found: list[Remark] = []
        if reading.absolute:
            found.append(Remark("fabe.absolute", walk.say(words.absolute, quote=quote, cue=reading.absolute)))
        if self.letter == "advantage" and not _has_part(reading, "advantage"):
            found.append(Remark("fabe.no_comparison", walk.say(words.no_comparison, quote=quote)))
        if self.letter == "benefit" and reading.numbers and not reading.figure:
            found.append(Remark("fabe.unitless", walk.say(words.unitless, quote=quote)))
        elif self.letter == "benefit" and not reading.figure:
            found.append(Remark("fabe.no_figure", walk.say(words.no_figure, quote=quote)))
        limits = book(walk).limits
        most, length = (limits.breath_en if walk.language == "en" else limits.breath_zh), spoken_length(walk, reply.text)
        if length > most:
            found.append(Remark("fabe.length", walk.say(words.too_long, quote=quote, length=length, most=most)))
        if self.letter == "benefit" and reading.echoes:
            found.append(Remark("fabe.benefit", walk.say(words.benefit_lands, quote=quote, term=reading.echoes[0]), praise=True))
        if self.letter == "evidence":
            found.append(Remark("fabe.evidence", walk.say(words.evidence_stands, quote=quote), praise=True))
        return tuple(found)


def _has_part(reading: Reading, part: str) -> bool:
    return reading.fabe is not None and any(piece.part == part for piece in reading.fabe.parts)


def _another_letter(reading: Reading, wanted: Letter) -> str:
    """The one letter that all of a reply sounds like, when it is surely not the wanted one."""
    pieces = [piece for piece in reading.fabe.parts if piece.part != "none"] if reading.fabe is not None else []
    found = {piece.part for piece in pieces if piece.confidence >= SURE}
    return found.pop() if len(found) == 1 and len(pieces) == 1 and wanted not in found else ""


def _needs_choice(walk: Walk) -> bool:
    return len(walk.items("spin.problem")) != 1


def _need_known(walk: Walk) -> bool:
    return bool(need(walk)) and not _passed_over(walk)


def _passed_over(walk: Walk) -> bool:
    asked = walk.answer("fabe.need")
    return asked is not None and walk.real("fabe.need") is None


# Without a need there is nothing to pitch on.
ROWS: tuple[Row, ...] = (Once(Need(), _needs_choice), *(Once(OneLetter(letter), _need_known) for letter in LETTERS))
