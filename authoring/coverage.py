"""Which steps and which content of a plan no story visits, and where they stand. Plays nothing, prints nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from authoring.folder import Folder, Spotted
from authoring.play import Kind, Visit
from authoring.stories import Told
from coaching import turn as coach
from coaching.edition import Preparation
from coaching.flow import sample
from coaching.methods.call_plan import ROLE_ORDER
from coaching.session import Answer
from coaching.steps.price import GETS_OFFERED, MOST_STEPS
from coaching.steps.questions import PROBLEMS_OFFERED, problems_for_role
from coaching.walk import Walk

KINDS: tuple[Kind, ...] = ("step", "problem", "pitch", "card", "give_get")

# The steps that every preparation has, and the sentence of the plan that asks them. Whether earlier clients and other trades are
# offered depends on the rep and the house, not on the plan.
_EVERYWHERE: Mapping[str, str] = {
    "plan.client": "ask_client",
    "plan.role": "ask_role",
    "plan.date": "ask_date",
    "plan.time": "ask_time",
    coach.CHANGE: "plan_changed",
    coach.BRIEF: "brief_ready",
}


@dataclass(frozen=True)
class Item:
    """A step, or a piece of content, and where it stands."""

    kind: Kind
    name: str
    spot: Spotted

    @property
    def called(self) -> str:
        """Its name as trainers count: a give-get is known by its number, from 1."""
        return str(int(self.name) + 1) if self.kind == "give_get" else self.name


@dataclass(frozen=True)
class Covered:
    """What the stories visit of one plan: how many of how many of each kind, what they leave out, and what no rep can ever reach."""

    plan: str
    counts: Mapping[Kind, tuple[int, int]]
    missing: tuple[Item, ...]
    unreachable: tuple[Item, ...]


def coverage(folder: Folder, told: Iterable[Told]) -> tuple[Covered, ...]:
    """What these stories visit of every plan, the first trade first.

    Content that a plan takes from its base belongs to the plan of that base; a story of either plan visits it.
    """
    books = sorted(folder.library.preparations.values(), key=lambda book: (book.plan.order, book.plan.id))
    items = {book.plan.id: tuple(_items(folder, book)) for book in books}
    visits: dict[str, set[Visit]] = {book.plan.id: set() for book in books}
    for one in told:
        visits.setdefault(one.plan, set()).update(one.visits)
    content = {item.spot for plan, of_plan in items.items() for item in of_plan if Visit(item.kind, item.name) in visits[plan]}
    return tuple(_covered(folder, book, items[book.plan.id], visits[book.plan.id], content) for book in books)


def _covered(folder: Folder, book: Preparation, items: tuple[Item, ...], visits: set[Visit], content: set[Spotted]) -> Covered:
    own = {folder.files[name].path for name in _own(book) if name in folder.files}
    mine = [item for item in items if item.kind == "step" or item.spot.file in own]
    reachable = _reachable(book)
    beyond = tuple(item for item in mine if item.name not in reachable.get(item.kind, {item.name}))
    mine = [item for item in mine if item not in beyond]
    missing = [item for item in mine if (Visit(item.kind, item.name) not in visits if item.kind == "step" else item.spot not in content)]
    counts = {kind: (sum(1 for i in mine if i.kind == kind and i not in missing), sum(1 for i in mine if i.kind == kind)) for kind in KINDS}
    return Covered(book.plan.id, counts, _sorted(missing), _sorted(beyond))


def _sorted(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.spot.file, item.spot.place)))


def _own(book: Preparation) -> tuple[str, ...]:
    return (book.plan.id, book.spin.id, book.fabe.id, book.objections.id, book.negotiation.id)


def _items(folder: Folder, book: Preparation) -> Iterator[Item]:
    """Everything of a plan that can be visited."""
    for kind, name, spot in _spots(folder, book):
        if spot is not None:
            yield Item(kind, name, spot)


def _spots(folder: Folder, book: Preparation) -> Iterator[tuple[Kind, str, Spotted | None]]:
    for step, words in _EVERYWHERE.items():
        yield "step", step, folder.spot(book.plan.id, ("words", words))
    seen: set[str] = set()
    for time, plan in enumerate(book.plan.times):
        for number, name in enumerate(plan.steps):
            if name not in seen:
                seen.add(name)
                yield "step", name, folder.spot_in_list(book.plan.id, "times", (time, "steps", number))
    for number, problem in enumerate(book.spin.problems):
        yield "problem", problem.id, folder.spot_in_list(book.spin.id, "problems", (number, "id"))
    for number, pitch in enumerate(book.fabe.pitches):
        yield "pitch", pitch.id, folder.spot_in_list(book.fabe.id, "pitches", (number, "id"))
    for card in book.objections.cards:
        yield "card", card, folder.spot(book.objections.id, ("cards", card))
    for number in range(len(book.negotiation.give_gets)):
        yield "give_get", str(number), folder.spot_in_list(book.negotiation.id, "give_gets", (number, "get"))


def _reachable(book: Preparation) -> Mapping[Kind, set[str]]:
    """What a rep can come to at all, where that depends on the order of the content."""
    most = max(plan.problems for plan in book.plan.times)
    longest = max(plan.minutes for plan in book.plan.times)
    problems: set[str] = set()
    for role, _ in ROLE_ORDER:
        met = Answer(step="plan.role", text="", value=role)
        walk = sample(book, "zh-Hans", longest)
        walk = Walk(walk.session.model_copy(update={"answers": (*walk.session.answers, met)}), book)
        problems |= {problem.id for problem in problems_for_role(walk)[: PROBLEMS_OFFERED + most - 1]}
    pitches = book.fabe.pitches
    firsts = {next((pitch.id for pitch in pitches if problem in pitch.answers), "") for problem in problems}
    anywhere = next((pitch.id for pitch in pitches if not pitch.answers), pitches[0].id)
    gets = range(GETS_OFFERED + MOST_STEPS - 1)
    return {"problem": problems, "pitch": firsts | {anywhere}, "give_get": {str(number) for number in gets}}
