"""What an edit changes: between two playbooks, and in the sessions that reps have already had. Pure; knows no files and no database."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from coaching import turn as coach
from coaching.edition import Preparation
from coaching.frozen import Frozen
from coaching.playbook import Playbook
from coaching.session import Event, Opened, Shelf, Turn

IGNORED = frozenset({"author", "notes", "language", "based_on"})


class Difference(Frozen):
    """The places (`problems.queue.ask`, by language where words differ) that were added, removed or changed."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing that a rep could notice is different."""
        return not (self.added or self.removed or self.reworded)


def difference(before: Playbook | None, after: Playbook) -> Difference:
    """What a new version of a playbook changes; whole items are named once, not sentence by sentence."""
    old = dict(_leaves(before.model_dump(mode="json", by_alias=True))) if before is not None else {}
    new = dict(_leaves(after.model_dump(mode="json", by_alias=True)))
    return Difference(
        added=_heads(new.keys() - old.keys(), old.keys()),
        removed=_heads(old.keys() - new.keys(), new.keys()),
        reworded=tuple(sorted(place for place in old.keys() & new.keys() if old[place] != new[place])),
    )


def _leaves(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    if isinstance(data, Mapping):
        for name, value in data.items():
            if path or name not in IGNORED:
                yield from _leaves(value, (*path, str(name)))
    elif isinstance(data, list | tuple):
        for number, value in enumerate(data):
            name = str(value["id"]) if isinstance(value, Mapping) and "id" in value else str(number + 1)
            yield from _leaves(value, (*path, name))
    else:
        yield ".".join(path), data


def _heads(places: set[str], others: Any) -> tuple[str, ...]:
    """The shortest names that cover these places without covering any of the others."""
    prefixes = {".".join(other.split(".")[:n]) for other in others for n in range(1, other.count(".") + 2)}
    heads = set()
    for place in places:
        parts = place.split(".")
        heads.add(next((".".join(parts[:n]) for n in range(1, len(parts) + 1) if ".".join(parts[:n]) not in prefixes), place))
    return tuple(sorted(heads))


Kind = Literal["asked_elsewhere", "feedback", "reworded", "result"]


class Rehearsed(Frozen):
    """One place where a recorded session would have gone differently on the edited playbook."""

    session: str
    turn: int
    kind: Kind
    step: str
    before: str
    after: str


def rehearse(session: str, events: Sequence[Event], books: Mapping[str, Preparation], edited: Preparation) -> tuple[Rehearsed, ...]:
    """A recorded session played again on the edited preparation, with what would have been different.

    After the first place where the rep would have been asked something else, the recorded answers no longer fit, so only the
    difference of the result is told from there on. `books` are the editions that the session is pinned to.
    """
    plan = edited.plan.id
    mine = {edition for edition, book in books.items() if book.plan.id == plan}
    swapped = {edition: (edited if edition in mine else book) for edition, book in books.items()}
    before, after = coach.replay(books, events), coach.replay(swapped, [_retitled(event, edited) for event in events])
    found: list[Rehearsed] = []
    for old, new in zip(before, after, strict=True):
        place = _compare(session, old, new)
        found += place
        if any(one.kind == "asked_elsewhere" for one in place):
            break
    was, now = _result(before[-1]), _result(after[-1])
    if was != now:
        found.append(Rehearsed(session=session, turn=before[-1].session.turn, kind="result", step="", before=was, after=now))
    return tuple(found)


def _retitled(event: Event, edited: Preparation) -> Event:
    """The opening offers the edited plan under its new title, in the language in which it was opened."""
    if not isinstance(event, Opened):
        return event
    title = edited.plan.business.words(event.language)
    shelves = tuple(
        Shelf(playbook=s.playbook, edition=s.edition, title=title if s.playbook == edited.plan.id else s.title) for s in event.shelves
    )
    return event.model_copy(update={"shelves": shelves})


def _compare(session: str, old: Turn, new: Turn) -> list[Rehearsed]:
    number, found = old.session.turn, list[Rehearsed]()

    def note(kind: Kind, was: str, now: str) -> None:
        found.append(Rehearsed(session=session, turn=number, kind=kind, step=_step(old), before=was, after=now))

    if _step(old) != _step(new):
        note("asked_elsewhere", _step(old), _step(new))
        return found
    if old.entries[0].feedback != new.entries[0].feedback:
        note("feedback", ", ".join(old.entries[0].feedback), ", ".join(new.entries[0].feedback))
    words = [[entry.text for entry in turn.entries if entry.who == "coach"] for turn in (old, new)]
    if words[0] != words[1]:
        note("reworded", "\n".join(words[0]), "\n".join(words[1]))
    return found


def _step(turn: Turn) -> str:
    return turn.session.open.step if turn.session.open is not None else "closed"


def _result(turn: Turn) -> str:
    """What a preparation came to: where it stands, and what is settled."""
    state = turn.session
    settled = "; ".join(f"{answer.step}: {answer.status}" for answer in sorted(state.answers, key=lambda a: a.step))
    return f"{state.status} at {_step(turn)}; {settled}"
