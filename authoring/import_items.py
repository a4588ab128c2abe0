"""The items of a playbook on their way from a table: what cards, problems, pitches and pairs share. Knows no single method and no files.

What the table does not say becomes a placeholder, what it leaves open a marked guess, what has no place a comment beside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from authoring.finding import Words
from authoring.headings import choice, choices
from authoring.notes import Where
from authoring.sheets import Line, Reader, Saying
from authoring.skeleton import explained
from authoring.suggest import listed
from authoring.traditional import to_traditional
from authoring.writing import Entry, Value
from coaching.frozen import Language
from coaching.playbook import Playbook

MOST_ITEMS = 300
"""Items of a draft; more have no room in a playbook."""

MARK = Words(en="[to write", zh="【待补")
"""How a placeholder begins."""

_GUESSED = Words(en="Guessed from the words; correct it and delete this line.", zh="按字面猜的，核对后删掉这一行。")
_ALSO = Words(en="Also ({where}): {text}", zh="还有（{where}）：{text}")
_PURPOSES = {
    "acknowledge": Words(en="The sentence that takes the client's side first", zh="先站在客户这边的一句"),
    "tactics": Words(en="The line to answer with, which ends in a question", zh="回应的那一句，以问句结尾"),
}
_QUESTIONS = frozenset({"ask", "tactics", "implications", "need_payoffs"})
A_GUESS = Words(en="a guess", zh="猜的一类")
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


class Items:
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
