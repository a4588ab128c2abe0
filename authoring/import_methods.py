"""How the rows of a table make cards, problems, pitches or pairs, as YAML entries: one class a method. No files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from authoring.finding import Words
from authoring.headings import cause_of, guessed
from authoring.import_items import A_GUESS, MOST_ITEMS, Collected, Item, Items
from authoring.notes import Where
from authoring.sheets import Line, Reader, Saying
from authoring.writing import Entry, inline
from coaching.methods.fabe import Evidence, Pitch
from coaching.methods.negotiation import GiveGet
from coaching.methods.objections import TACTICS, Card
from coaching.methods.spin import Problem

_FOR = Words(en="For: {text}", zh="针对：{text}")
_LEAST_PAIRS, _SHORTEST_DATE = 4, 4


def collected(method: str, lines: Iterable[Line], reader: Reader) -> Collected:
    """The entries that these rows make for a method; notes go to the reader."""
    return {"objections": _Cards, "spin": _Problems, "fabe": _Pitches, "negotiation": _Pairs}[method](reader).collected(lines)


class _Cards(Items):
    leading = "heard"
    wordings = True

    def take(self, line: Line, used: set[str]) -> Item | None:
        item = self.item_of(line, used)
        if item is None:
            return None
        for key in ("keywords", "never"):
            item.add(key, line.said.get(key, ()))
        for key in ("ask", "acknowledge", "bring"):
            self.one(item, key, line.said.get(key, ()))
        self.choose(item, "class", line, used, "other")
        self.choose(item, "cause", line, used, "other")
        self.roles(item, line, used)
        replies = line.said.get("reply", ())
        tactic = self.chosen("tactic", line, A_GUESS)
        if tactic and replies:
            used.add("tactic")
        for reply in replies:
            self._file_reply(item, tactic or self._tactic_of(reply), reply, guess=tactic is None)
        for tactic in TACTICS:
            for reply in line.said.get(f"tactics.{tactic}", ()):
                self._file_reply(item, tactic, reply, guess=False)
        return item

    def _tactic_of(self, reply: Saying) -> str:
        text = next(iter(reply.words.values()))
        return guessed("tactic", text) or "creative"

    def _file_reply(self, item: Item, tactic: str, reply: Saying, guess: bool) -> None:
        known = item.said.setdefault(f"tactics.{tactic}", [])
        if guess and not known:
            item.chosen[f"guessed.{tactic}"] = "yes"
        self.one(item, f"tactics.{tactic}", [reply])

    def entries(self) -> Iterator[Entry]:
        cards = tuple(
            Entry(name, tuple(self._card(item)), tuple(item.remarks))
            for name, item in self.named("card", lambda item: item.said["heard"][0].words)
        )
        if cards:
            yield Entry("cards", cards)

    def _card(self, item: Item) -> Iterator[Entry]:
        heard = item.said["heard"]
        words = " ".join(text for saying in heard for text in saying.words.values())
        objection = item.chosen.get("class") or guessed("class", words) or "other"
        yield Entry("class", objection) if "class" in item.chosen else self.guess("class", objection)
        yield from self.listed("heard", heard)
        yield from self.listed("keywords", item.said.get("keywords", ()))
        if roles := item.chosen.get("roles"):
            yield Entry("roles", inline(roles))
        cause = item.chosen.get("cause")
        yield Entry("cause", cause) if cause else self.guess("cause", cause_of(objection))
        yield self.single(item, "ask", Card)
        yield self.single(item, "acknowledge", Card)
        lines = tuple(self._tactics(item))
        yield Entry("tactics", lines or (Entry("find_cause", self.placeholder(Card, "tactics")),))
        yield from self.listed("never", item.said.get("never", ()))
        if item.said.get("bring"):
            yield self.single(item, "bring", Card)

    def _tactics(self, item: Item) -> Iterator[Entry]:
        """The replies in the order of the table."""
        for key, sayings in item.said.items():
            tactic = key.removeprefix("tactics.")
            if tactic != key and sayings:
                said = self.text(sayings[0])
                yield self.guess(tactic, said, "tactics") if f"guessed.{tactic}" in item.chosen else Entry(tactic, said)


class _Problems(Items):
    leading = "problem"

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.facts = Item(Where())
        self.unnamed = 0

    def take(self, line: Line, used: set[str]) -> Item | None:
        self.facts.add("facts", line.said.get("facts", ()))
        by_kind = self._by_kind(line, used)
        self.facts.add("facts", by_kind.pop("situation", ()))
        keys = {key: [*line.said.get(key, ()), *by_kind.get(key, ())] for key in ("ask", "implications", "need_payoffs")}
        if not any(keys.values()) and not line.said.get("problem"):
            return self.facts
        if not line.said.get("problem") and (self.current is None or (by_kind.get("ask") and "problem" not in self.current.said)):
            # A bank of questions without problems: each problem question begins a new one.
            self.unnamed += 1
            self.current = self.items.setdefault(f"\x00{self.unnamed}", Item(line.where))
        item = self.item_of(line, used)
        assert item is not None  # one was made above where there was none
        self.roles(item, line, used)
        self.one(item, "ask", keys["ask"])
        for key in ("implications", "need_payoffs"):
            item.add(key, keys[key])
        return item

    def _by_kind(self, line: Line, used: set[str]) -> dict[str, list[Saying]]:
        """The questions of a bank by what they are: as the row says, else as they sound."""
        found = dict[str, list[Saying]]()
        stated = self.chosen("kind", line, A_GUESS)
        if stated and line.said.get("question"):
            used.add("kind")
        keys = {"situation": "situation", "problem": "ask", "implication": "implications", "need_payoff": "need_payoffs"}
        for saying in line.said.get("question", ()):
            kind = stated or guessed("kind", next(iter(saying.words.values()))) or "situation"
            if stated is None:
                self.guesses["kind"] += 1
            found.setdefault(keys[kind], []).append(saying)
        return found

    def entries(self) -> Iterator[Entry]:
        facts = list(self.listed("facts", self.facts.said.get("facts", ())))
        yield from (entry._replace(above=tuple(self.facts.remarks)) for entry in facts)
        if not facts:
            self.lost += self.facts.remarks
        problems = tuple(
            Entry(None, tuple(self._problem(name, item)))
            for name, item in self.named("problem", lambda item: item.said["problem"][0].words if item.said.get("problem") else {})
        )
        if problems:
            yield Entry("problems", problems)

    def _problem(self, name: str, item: Item) -> Iterator[Entry]:
        yield Entry("id", name, tuple(item.remarks))
        yield self.single(item, "problem", Problem)
        if roles := item.chosen.get("roles"):
            yield Entry("roles", inline(roles))
        yield self.single(item, "ask", Problem)
        for key in ("implications", "need_payoffs"):
            sayings = item.said.get(key, [])
            yield from self.listed(key, sayings)
            if not sayings:
                yield Entry(key, (Entry(None, self.placeholder(Problem, key)),))


class _Pitches(Items):
    leading = "feature"

    def take(self, line: Line, used: set[str]) -> Item | None:
        item = self.item_of(line, used)
        if item is None:
            return None
        for key in ("advantage", "benefit", "evidence", "source", "bring"):
            self.one(item, key, line.said.get(key, ()))
        if cell := line.chosen.get("answers"):
            used.add("answers")
            item.remarks.append(self.said_as(_FOR, text=cell.text))
        date = line.chosen.get("date")
        if date and len(date.text) >= _SHORTEST_DATE and item.chosen.setdefault("date", date.text) == date.text:
            used.add("date")
        return item

    def entries(self) -> Iterator[Entry]:
        pitches = tuple(
            Entry(None, tuple(self._pitch(name, item))) for name, item in self.named("pitch", lambda item: item.said["feature"][0].words)
        )
        if pitches:
            yield Entry("pitches", pitches)

    def _pitch(self, name: str, item: Item) -> Iterator[Entry]:
        yield Entry("id", name, tuple(item.remarks))
        for key in ("feature", "advantage", "benefit"):
            yield self.single(item, key, Pitch)
        proof = {"text": item.said.get("evidence", [])} | {key: item.said.get(key, []) for key in ("source", "bring")}
        made = {key: Entry(key, self.text(said[0]) if said else self.placeholder(Evidence, key)) for key, said in proof.items()}
        date = item.chosen.get("date") or self.placeholder(Evidence, "date")
        yield Entry("evidence", (made["text"], made["source"], Entry("date", date), made["bring"]))


class _Pairs(Items):
    leading = "give"

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.beside = Item(Where())

    def take(self, line: Line, used: set[str]) -> Item | None:
        self.beside.add("extras", line.said.get("extras", ()))
        self.one(self.beside, "unit", line.said.get("unit", ()))
        if not (line.said.get("give") or line.said.get("get")):
            return self.beside
        item = self.item_of(line, used)
        if item is not None:
            self.one(item, "get", line.said.get("get", ()))
        return item

    def entries(self) -> Iterator[Entry]:
        if self.beside.said.get("unit"):
            yield Entry("unit", self.text(self.beside.said["unit"][0]))
        items = list(self.items.values())[:MOST_ITEMS]
        if items:
            if len(items) < _LEAST_PAIRS:
                self.reader.note("too-few", key="give_gets", least=_LEAST_PAIRS, count=len(items))
            yield Entry("give_gets", tuple(Entry(None, tuple(self._pair(item))) for item in items))
        yield from self.listed("extras", self.beside.said.get("extras", ()))
        self.lost += self.beside.remarks

    def _pair(self, item: Item) -> Iterator[Entry]:
        yield self.single(item, "give", GiveGet)._replace(above=tuple(item.remarks))
        yield self.single(item, "get", GiveGet)
