"""A rep at the coach, without any channel: types, taps, looks at what came back. The state passes through its stored form every turn."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from authoring.library import Library, candidates, library
from coaching import turn as coach
from coaching.edition import Preparation, edition_id, from_stored, stored_form
from coaching.frozen import Language
from coaching.reading import RuleReader
from coaching.session import Commanded, Earlier, Event, Left, Line, Opened, Picked, Replied, Session, Shelf, Turn
from coaching.walk import Walk, plain

PLAYBOOKS = Path(__file__).resolve().parents[2] / "playbooks"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@cache
def shipped() -> Library:
    found = candidates(PLAYBOOKS)
    return library({file.playbook: file.text for file in found}, {file.playbook: file.path for file in found})


@cache
def editions() -> dict[str, Preparation]:
    stored = (stored_form(book) for book in shipped().preparations.values())
    return {edition_id(text): from_stored(text) for text in stored}


def shelves(language: Language, books: dict[str, Preparation]) -> tuple[Shelf, ...]:
    plans = sorted(books.items(), key=lambda item: item[1].plan.order)
    return tuple(Shelf(playbook=b.plan.id, edition=e, title=b.plan.business.words(language)) for e, b in plans)


class Chat:
    """One preparation with the shipped playbooks (or others)."""

    def __init__(
        self,
        language: Language = "en",
        books: dict[str, Preparation] | None = None,
        earlier: tuple[Earlier, ...] = (),
        client: str = "",
        at: datetime = MONDAY,
    ) -> None:
        self.books = books or editions()
        self.reader = RuleReader()
        self.at = at
        self.events: list[Event] = []
        self.turns: list[Turn] = []
        self.typed = self.taps = 0
        offered = shelves(language, self.books)
        self._take(
            None,
            Opened(
                at=at, id="s1", person="p1", language=language, playbook=offered[-1].playbook, edition=offered[-1].edition,
                shelves=offered, earlier=earlier, client=client,
            ),
        )

    @property
    def session(self) -> Session:
        return self.turns[-1].session

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.turns[-1].lines

    @property
    def said(self) -> str:
        return "\n".join(plain(line.html) for line in self.lines)

    @property
    def step(self) -> str:
        return self.session.open.step if self.session.open else ""

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(option.label for option in self.session.open.options) if self.session.open else ()

    @property
    def walk(self) -> Walk:
        return Walk(self.session, self.books[self.session.edition])

    @property
    def feedback(self) -> tuple[str, ...]:
        return self.turns[-1].entries[0].feedback

    def type(self, text: str) -> "Chat":
        self.typed += 1
        reading = self.reader.read(text, coach.expects(self.session, self.books))
        return self._take(self.session, Replied(at=self.at, text=text, reading=reading))

    def tap(self, option: str) -> "Chat":
        assert self.session.open is not None
        ids = [found.id for found in self.session.open.options]
        option = f"shelf:{option}" if f"shelf:{option}" in ids else option
        assert option in ids, f"{option} is not among {ids} at {self.step}"
        self.taps += 1
        return self._take(self.session, Picked(at=self.at, option=option, ask=self.session.open.ask))

    def command(self, name: str, text: str = "") -> "Chat":
        return self._take(self.session, Commanded(at=self.at, name=name, text=text))

    def leave(self) -> "Chat":
        return self._take(self.session, Left(at=self.at))

    def event(self, event: Event) -> "Chat":
        return self._take(self.session, event)

    def ready(self, minutes: int, business: str = "general-plan", role: str = "U", client: str = "Red Hill Distillery") -> "Chat":
        """Through the set-up, up to the goal."""
        if self.step == "plan.client":
            self.type(client)
        self.tap(business)
        return self.tap(role).tap("tomorrow").tap(str(minutes))

    def easily(self, until: str = coach.BRIEF) -> "Chat":
        """Goes on with the easiest tap at every question, as a rep in a hurry would."""
        for _ in range(200):
            if self.step == until or not self.step:
                return self
            self.tap(self.easiest())
        raise AssertionError(f"still at {self.step}")

    def easiest(self) -> str:
        assert self.session.open is not None
        ids = [option.id for option in self.session.open.options]
        if "enough" in ids:
            return "enough"
        for preferred in ("take", "keep"):
            if preferred in ids:
                return preferred
        own = [i for i in ids if i not in {"example", "skip", "back", "change", "another", "rewrite"}]
        return own[0] if own else "skip"

    def _take(self, session: Session | None, event: Event) -> "Chat":
        stored = Session.model_validate_json(session.model_dump_json()) if session is not None else None
        self.at += timedelta(seconds=20)
        self.events.append(event)
        self.turns.append(coach.advance(stored, self.books, event))
        return self
