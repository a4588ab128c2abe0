"""The rows of a table to the items of a playbook, by method: cards, problems, pitches, pairs. Each as YAML entries with comments.

What the table does not say becomes a placeholder, what it leaves open a marked guess, what has no place a comment beside. No files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from authoring.finding import Words
from authoring.headings import cause_of, choice, choices, guessed
from authoring.notes import Where
from authoring.sheets import Line, Reader, Saying
from authoring.skeleton import explained
from authoring.suggest import listed
from authoring.traditional import to_traditional
from authoring.writing import Entry, Value, inline
from coaching.frozen import Language
from coaching.methods.fabe import Evidence, Pitch
from coaching.methods.negotiation import GiveGet
from coaching.methods.objections import TACTICS, Card
from coaching.methods.spin import Problem
from coaching.playbook import Playbook

MOST_ITEMS = 300
"""Items of a draft; more have no room in a playbook."""

MARK = Words(en="[to write", zh="【待补")
"""How a placeholder begins."""

_GUESSED = Words(en="Guessed from the words; correct it and delete this line.", zh="按字面猜的，核对后删掉这一行。")
_FOR = Words(en="For: {text}", zh="针对：{text}")
_ALSO = Words(en="Also ({where}): {text}", zh="还有（{where}）：{text}")
_PURPOSES = {
    "acknowledge": Words(en="The sentence that takes the client's side first", zh="先站在客户这边的一句"),
    "tactics": Words(en="The line to answer with, which ends in a question", zh="回应的那一句，以问句结尾"),
}
_QUESTIONS = frozenset({"ask", "tactics", "implications", "need_payoffs"})
_A_GUESS = Words(en="a guess", zh="猜的一类")
_LEAST_PAIRS, _SHORTEST_DATE = 4, 4
_SLUG = re.compile(r"[a-z0-9]+")
_STOP = frozenset({"a", "an", "the", "is", "are", "it", "its", "it's", "we", "i", "you", "your", "our", "of", "to", "s"})


@dataclass
class Item:
    """One card, problem, pitch or pair on its way."""

    where: Where
    said: dict[str, list[Saying]] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    name: str = ""

    def add(self, key: str, sayings: Iterable[Saying]) -> None:
        """Sayings to a list of them, each once."""
        known = self.said.setdefault(key, [])
        for saying in sayings:
            twin = next((number for number, each in enumerate(known) if each.joined(saying)), None)
            if twin is None:
                known.append(saying)
            else:
                known[twin] = known[twin].joined(saying) or saying


Collected = tuple[list[Entry], list[str]]
"""The entries of a method below the head of a playbook, and remarks that belong to no item."""


def collected(method: str, lines: Iterable[Line], reader: Reader) -> Collected:
    """The entries that these rows make for a method; notes go to the reader."""
    return {"objections": _Cards, "spin": _Problems, "fabe": _Pitches, "negotiation": _Pairs}[method](reader).collected(lines)


class _Items:
    """What the methods share: items by what identifies them, placeholders, guesses, comments."""

    leading = ""
    """The key that begins a new item."""

    wordings = False
    """Whether an item may have several wordings under that key."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.language = reader, reader.language
        self.items: dict[str, Item] = {}
        self.current: Item | None = None
        self.lost: list[str] = []
        self.placeholders: Counter[str] = Counter()
        self.guesses: Counter[str] = Counter()

    def collected(self, lines: Iterable[Line]) -> Collected:
        for line in lines:
            used = {key for key, cell in line.chosen.items() if key == "name" and cell.text.isdigit()}
            home = self.take(line, used)
            unused = [f"{key}: {cell.text}" for key, cell in line.chosen.items() if key not in used]
            (self.lost if home is None else home.remarks).extend([*line.remarks, *unused])
        entries = list(self.entries())
        if len(self.items) > MOST_ITEMS:
            self.reader.note("items-left-out", list(self.items.values())[MOST_ITEMS].where, count=MOST_ITEMS)
        mark = MARK.in_language(self.language)
        for key, count in self.placeholders.items():
            self.reader.note("placeholder", key=key, places=_places(count), mark=mark)
        for key, count in self.guesses.items():
            self.reader.note("guessed", key=key, places=_places(count))
        return entries, self.lost

    def take(self, line: Line, used: set[str]) -> Item | None:
        """Files one row; adds the keys of the choices that found their place, and gives the item beside which the rest may stand."""
        raise NotImplementedError

    def entries(self) -> Iterator[Entry]:
        """The entries of the method."""
        raise NotImplementedError

    def item_of(self, line: Line, used: set[str]) -> Item | None:
        """The item that a row belongs to: the one that its leading words name, else the one above it; None where there is none."""
        sayings = line.said.get(self.leading, [])
        if sayings:
            identity = next((each.plain() for each in sayings if each.plain() in self.items), sayings[0].plain())
            self.current = self.items.setdefault(identity, Item(line.where))
            self.current.add(self.leading, sayings) if self.wordings else self.one(self.current, self.leading, sayings)
            cell = line.chosen.get("name")
            if cell and not self.current.name and slug(cell.text):
                self.current.name = cell.text
                used.add("name")
        elif self.current is None:
            texts = [text for said in line.said.values() for each in said for text in each.words.values()]
            if texts:
                self.reader.note("not-placed", line.where, column=self.leading)
            self.lost += texts
        return self.current

    def one(self, item: Item, key: str, sayings: Sequence[Saying]) -> None:
        """A key for one text: the first is taken, others are remarks."""
        for saying in sayings:
            known = item.said.setdefault(key, [])
            if not self.taken(known, saying):
                self.reader.note("second-value", saying.where)
                self.also(item, saying)

    def taken(self, known: list[Saying], saying: Saying) -> bool:
        """Whether a saying has its place where there is one: it is the first, or says the same as the first."""
        if not known:
            known.append(saying)
            return True
        both = known[0].joined(saying)
        if both:
            known[0] = both
        return both is not None

    def also(self, item: Item, saying: Saying) -> None:
        """Keeps a saying beside its item."""
        item.remarks.append(self.said_as(_ALSO, where=str(saying.where), text=" / ".join(saying.words.values())))

    def choose(self, item: Item, kind: str, line: Line, used: set[str], otherwise: str) -> None:
        """A choice from a cell; a word that is none of the choices is told, and stays beside the item."""
        cell = line.chosen.get(kind)
        if cell is None:
            return
        found = self.chosen(kind, line, Words(en=otherwise, zh=otherwise))
        if found is not None and item.chosen.get(kind, found) == found:
            used.add(kind)
        item.chosen.setdefault(kind, found or otherwise)

    def chosen(self, kind: str, line: Line, otherwise: Words) -> str | None:
        """What a cell chooses; None where it is empty, or where it has a word that is none of the choices, which is told."""
        cell = line.chosen.get(kind)
        found = choice(kind, cell.text) if cell else None
        if cell and found is None:
            possible = listed(choices(kind))
            self.reader.note("unknown-value", cell.where, value=cell.text, heading=kind, taken=otherwise, possible=possible)
        return found

    def roles(self, item: Item, line: Line, used: set[str]) -> None:
        """The buyer roles in a cell."""
        cell = line.chosen.get("roles")
        if cell is None:
            return
        used.add("roles")
        for part in filter(None, re.split(r"[\s,，、/;；+&]+", cell.text)):
            found = choice("roles", part)
            if found is None:
                item.remarks.append(f"roles: {part}")
            elif found not in item.chosen.setdefault("roles", ""):
                item.chosen["roles"] += found

    def text(self, saying: Saying) -> Value:
        """A saying as it stands in the file: bare in the base language, else by language."""
        if set(saying.words) == {self.language}:
            return saying.words[self.language]
        return tuple(Entry(language, words) for language, words in saying.words.items())

    def listed(self, key: str, sayings: Sequence[Saying]) -> Iterator[Entry]:
        """A key with a list of sayings; nothing where there are none."""
        if sayings:
            yield Entry(key, tuple(Entry(None, self.text(saying)) for saying in sayings))

    def single(self, item: Item, key: str, model: type[BaseModel]) -> Entry:
        """A key with its one text, or a placeholder."""
        sayings = item.said.get(key, [])
        return Entry(key, self.text(sayings[0]) if sayings else self.placeholder(model, key))

    def placeholder(self, model: type[BaseModel], key: str) -> str:
        """Words that say what is to be written here."""
        self.placeholders[key] += 1
        described = explained(model.model_fields[key].description or key, self.language)
        purpose = (self.said_as(_PURPOSES[key]) if key in _PURPOSES else described).rstrip(".。")
        # What `check` wants to be a question looks like one, so that it says nothing that is beside the point.
        asks = ("?" if self.language == "en" else "？") if key in _QUESTIONS else ""
        return f"{MARK.en}: {purpose}{asks}]" if self.language == "en" else f"{self.said_as(MARK)}：{purpose}{asks}】"

    def guess(self, key: str, value: Value, what: str = "") -> Entry:
        """A key with a guess, and the comment that says so; `what` was guessed, where it is not the value."""
        self.guesses[what or key] += 1
        return Entry(key, value, (self.said_as(_GUESSED),))

    def said_as(self, words: Words, **details: str) -> str:
        """Words of ours in the draft's language, filled in."""
        text = words.in_language(self.language)
        return (to_traditional(text) if self.language == "zh-Hant" else text).format_map(details)

    def named(self, prefix: str, words: Callable[[Item], Mapping[Language, str]]) -> Iterator[tuple[str, Item]]:
        """The items that have room, each with a name of its own: what the table calls it, else its English words, else a number."""
        taken = set[str]()
        for number, item in enumerate(list(self.items.values())[:MOST_ITEMS], 1):
            name = slug(item.name) or slug(words(item).get("en", "")) or f"{prefix}_{number}"
            while name in taken:
                name = f"{name[:50]}_{number}"
            taken.add(name)
            yield name, item


class _Cards(_Items):
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
        tactic = self.chosen("tactic", line, _A_GUESS)
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


class _Problems(_Items):
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
        stated = self.chosen("kind", line, _A_GUESS)
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


class _Pitches(_Items):
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


class _Pairs(_Items):
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


def _places(count: int) -> Words:
    return Words(en="one place" if count == 1 else f"{count} places", zh=f" {count} 处")


def slug(words: str) -> str:
    """A name for an item from its English words; empty where there are not enough letters for one."""
    if not words.isascii():
        return ""
    parts = [part for part in _SLUG.findall(words.lower().replace("'", "")) if part not in _STOP][:4]
    name = "_".join(parts)[:40].rstrip("_")
    return name if re.match(r"[a-z]", name) else ""


def head(method: str, name: str, base: str, language: Language, title: str) -> list[Entry]:
    """The head of a playbook that takes what it leaves out from its base."""
    keys: dict[str, Any] = {"method": method, "id": name, "based_on": base, "language": language, "title": title}
    assert keys.keys() - {"method"} <= Playbook.model_fields.keys()
    return [Entry(key, value) for key, value in keys.items()]
