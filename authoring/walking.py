"""A plan walked line by line: the coach's messages as text, and beside them why they came. Reads and prints nothing itself."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from authoring.recording import Done
from authoring.story import COMMANDS
from authoring.trial import Trial
from coaching.brief import Brief
from coaching.options import meant
from coaching.reading import Reading
from coaching.session import Blocked, Line, Replied, Turn
from coaching.walk import plain

_BOLD = re.compile(r"<(/?)b>")
_MOST_QUOTED = 24


class Look(NamedTuple):
    """How a walk is shown: `colour` on a real terminal; `brief` sets a brief as Telegram's HTML; `canonical` gives a command's own name."""

    colour: bool
    brief: Callable[[Brief], str]
    canonical: Callable[[str], str]


class Walking:
    """A walk under way; what is done is remembered, so that it can be told as a story."""

    def __init__(self, trial: Trial, look: Look) -> None:
        self.trial, self.look = trial, look
        self.done: list[Done] = []

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask."""
        return self.trial.session.status == "closed"

    def begin(self) -> str:
        """The first question, with what came before it."""
        return self._shown(self.trial.turn)

    def hear(self, line: str) -> str:
        """What the coach answers to a line, as it is typed in the chat."""
        at = self.trial.place
        action, text, turn = self._act(line)
        rules = turn.entries[0].feedback
        self.done.append(Done(at, action, text, rules[0] if rules else ""))
        return self._shown(turn)

    def _act(self, line: str) -> tuple[str, str, Turn]:
        if line.startswith("/") and len(line) > 1:
            name, _, rest = line[1:].partition(" ")
            name = self.look.canonical(name)
            # What a preparation does not know is answered with what it knows, as in the chat.
            name, rest = (name, rest) if name in COMMANDS else ("help", "")
            return "command", f"{name} {rest.strip()}".strip(), self.trial.commands(name, rest.strip())
        opened = self.trial.session.open
        option = meant(opened, line) if opened is not None else None
        if option is not None:
            turn = self.trial.picks(option.id)
            assert turn is not None
            return "picks", option.id, turn
        return "says", line, self.trial.says(line)

    def _shown(self, turn: Turn) -> str:
        messages = [text for line in turn.lines if (text := self._message(line))]
        return "\n".join([self._dim(self._why(turn)), *messages]) + "\n"

    def _message(self, line: Line) -> str:
        parts = [self._readable(line.html)] if line.html else []
        if line.brief is not None:
            parts.append(self._readable(self.look.brief(line.brief)))
        if line.options:
            parts.append("\n".join(f"  [{number}] {option.label}" for number, option in enumerate(line.options, 1)))
        return "\n\n".join(parts) + "\n" if parts else ""

    def _why(self, turn: Turn) -> str:
        """The step that is open now, the rule that was named, and what the words were read as."""
        heard = turn.entries[0]
        parts = [f"[{self.trial.place}]", *(f"rule {rule}" for rule in heard.feedback)]
        if isinstance(heard.event, Replied):
            parts += [f"read: {'; '.join(found)}"] if (found := list(taken_for(heard.event.reading))) else []
        if isinstance(heard.event, Blocked):
            parts.append("blocked, not kept")
        elif heard.unfit:
            parts.append("did not fit the question")
        return " · ".join(parts)

    def _dim(self, text: str) -> str:
        return f"\033[2m{text}\033[0m" if self.look.colour else text

    def _readable(self, html: str) -> str:
        if not self.look.colour:
            return plain(html)
        marked = plain(_BOLD.sub(lambda match: "\x02" if not match[1] else "\x03", html))
        return marked.replace("\x02", "\033[1m").replace("\x03", "\033[0m")


def taken_for(reading: Reading) -> Iterator[str]:
    """What a message was taken for, in the words of the codebook, with the words that showed it."""
    if reading.dont_know:
        yield "don't know"
    if reading.date is not None:
        yield f"date {reading.date.isoformat()}"
    if (goal := reading.goal) is not None:
        yield f"goal, acting: {goal.actor}{_quoted(goal.words)}"
        if goal.vague:
            yield f"vague{_quoted(goal.vague)}"
    if (spin := reading.spin) is not None:
        sure = "not sure, best guess " if spin.abstained else ""
        yield f"{sure}{spin.kind} {spin.confidence:.2f}{_quoted(spin.cue)}"
    if reading.fabe is not None:
        yield from (f"{piece.part} {piece.confidence:.2f}{_quoted(piece.text)}" for piece in reading.fabe.parts)
    if (reply := reading.reply) is not None:
        signs = (reply.acknowledges, reply.argues, reply.gives_discount, reply.but_after_empathy)
        named = zip(("acknowledges", "argues", "discount", "but"), signs, strict=True)
        yield from (f"{name}{_quoted(words)}" for name, words in named if words)
        yield from (f"{seen.tactic}{_quoted(seen.words)}" for seen in reply.tactics)
    if (offer := reading.offer) is not None and offer.offer:
        yield f"offer {offer.offer}{', conditional' if offer.conditional else ''}"
    elif reading.numbers:
        yield f"numbers {' '.join(reading.numbers)}"


def _quoted(words: str) -> str:
    if not words:
        return ""
    return f" “{words if len(words) <= _MOST_QUOTED else words[: _MOST_QUOTED - 1] + '…'}”"
