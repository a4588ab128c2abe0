"""The events of a YAML parser to plain data and places; refuses what no playbook needs before anything is built from it.

Typed are only `true`, `false`, `null` (or nothing) and plain numbers: `no`, `on`, `1:30`, `012`, `2024-01-01` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from authoring import catalogue, slips
from authoring.document import Document, Lines, Path, Spot
from authoring.finding import Finding, Place, Words

DEEPEST = 20
"""Levels of lists and mappings inside each other."""

MOST_NODES = 20_000
"""Values and keys in one file; an ordinary playbook has 500."""

MOST_FINDINGS = 100
"""After so many findings nobody reads on, and neither do we."""

# Fifteen digits are what a float holds exactly; longer ones are account numbers and the like, that is, text.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
_CONSTANTS = {"true": True, "false": False, "null": None, "": None}
_LOST_AFTER_HASH = re.compile(r"[ \t]+(#[\d}]\S*)")


class TooMuchError(Exception):
    """The file is no playbook: too deep, too many parts or errors, several documents; the finding is already written down."""


class Written(NamedTuple):
    """A key, text or number as it stands in the file: lines from 0, offsets in the text; `style` as in `Spot`."""

    style: str
    start: int
    end: int
    line: int
    end_line: int


@dataclass
class _Group:
    """A list or a mapping that is still open."""

    items: dict[str, Any] | list[Any]
    path: Path
    start: int
    flow: bool
    key: str | None = None
    key_place: Place | None = None
    seen: dict[str, Place] = field(default_factory=dict)
    is_key: bool = False


@dataclass
class Tree:
    """What has been built so far, and what was found on the way; after a parser's error it still tells how far it came."""

    file: str
    text: str
    lines: Lines
    data: Any = None
    spots: dict[Path, Spot] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    last: Written | None = None
    """The last key, text or number that was read."""
    open: list[_Group] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def build(self, events: Iterable[yaml.Event]) -> Document:
        """Follows the events to their end. Raises TooMuchError, and what the parser raises."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._find("several-documents", event)
                    raise TooMuchError
            elif isinstance(event, yaml.NodeEvent):
                self._refuse_extras(event)
                if isinstance(event, yaml.AliasEvent):
                    self._add("", event, "plain")
                if isinstance(event, yaml.ScalarEvent):
                    self._scalar(event)
                elif isinstance(event, yaml.CollectionStartEvent):
                    self._start(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end(event)
        return Document(self.file, self.text, self.data, self.spots)

    def _find(self, code: str, event: yaml.Event, length: int = 0, /, **details: str | int | Words) -> None:
        start, end = _span(event)
        place = self.lines.place(start, start + length if length else end)
        if place.end_line > place.line:
            place = Place(place.line, place.column, place.line, place.column + 1)
        self._note(code, place, **details)

    def _note(self, code: str, place: Place, **details: str | int | Words) -> None:
        is_error = catalogue.entries()[code].severity == "error"
        enough = len(self.findings) >= MOST_FINDINGS
        if is_error or not enough:
            self.findings.append(catalogue.finding(code, self.file, place, **details))
        if is_error and enough:
            raise TooMuchError

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._find("too-many-parts", event, limit=MOST_NODES)
            raise TooMuchError
        if event.anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._find("alias", event, len(event.anchor) + 1, name=sign + event.anchor)
        tag = getattr(event, "tag", None)
        if tag is not None:
            # An anchor may stand before the tag; it has been refused, and the tag is still named.
            written = re.compile(r"![^\s,\[\]{}]*").search(self.text, _span(event)[0])
            self._find("tag", event, 1, name=written.group() if written else tag)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = _span(event)
        first, last = self.lines.place(start, start + 1).line - 1, self.lines.place(max(end - 1, start), end).line - 1
        self.last = Written(event.style or "plain", start, end, first, last)
        style = self.last.style
        if self.open and isinstance(self.open[-1].items, dict) and self.open[-1].key is None:
            self._key(event, style)
            return
        value: Any = event.value
        if style == "plain":
            self._look_for_silent_slips(self.last, value)
            if value in _CONSTANTS:
                value = _CONSTANTS[value]
            elif _NUMBER.fullmatch(value):
                value = float(value) if "." in value else int(value)
        self._add(value, event, style)

    def _key(self, event: yaml.ScalarEvent, style: str) -> None:
        group = self.open[-1]
        place = self.lines.place(*_span(event))
        key: str = event.value
        if style == "plain" and key == "<<":
            self._find("merge-key", event)
        elif style == "plain" and key[:1] in ("“", "”", "‘", "’", "＂"):
            self._find("fullwidth-quote", event, piece=key[0])
        elif key != key.strip() or re.match(f"[{slips.ODD_SPACE}]", key):
            self._find("odd-space", event)
        if key in group.seen:
            self._find("duplicate-key", event, key=key, line=group.seen[key].line)
        group.seen.setdefault(key, place)
        group.key, group.key_place = key, place

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.open) >= DEEPEST:
            self._find("too-deep", event, limit=DEEPEST)
            raise TooMuchError
        start, flow = _span(event)[0], bool(event.flow_style)
        parent = self.open[-1] if self.open else None
        as_key = parent is not None and isinstance(parent.items, dict) and parent.key is None
        if as_key and parent:
            braces = flow and parent.flow and self.text.startswith("{{", parent.start)
            if braces:
                self._note("unquoted-braces", self.lines.place(parent.start, start + 1), piece="{{")
            else:
                self._find("complex-key", event)
        items: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        group = _Group(items, self._next_path(), start, flow, is_key=as_key)
        if not as_key:
            # Where a group ends is known only later; what is said about it points to its beginning.
            self._attach(items, Spot(parent.key_place if parent else None, self.lines.place(start, start + 1), start, start + 1, "group"))
        self.open.append(group)

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        group = self.open.pop()
        if group.is_key:
            parent = self.open[-1]
            parent.key, parent.key_place = f"\x00{len(parent.seen)}", self.lines.place(group.start, group.start + 1)
            parent.seen[parent.key] = parent.key_place
        elif group.flow and isinstance(group.items, list) and len(group.items) == 1 and isinstance(group.items[0], str):
            spot = self.spots[(*group.path, 0)]
            comma = re.search("[，、]", self.text[spot.start : spot.end])
            if comma and spot.style == "plain":
                at = self.lines.place(spot.start + comma.start(), spot.start + comma.end())
                self._note("fullwidth-comma", at, piece=comma.group())

    def _add(self, value: Any, event: yaml.Event, style: str) -> None:
        group = self.open[-1] if self.open else None
        start, end = _span(event)
        if group and isinstance(group.items, dict) and group.key is None:
            # An alias in the place of a key; the alias itself has been refused.
            group.key, group.key_place = f"\x00{len(group.seen)}", self.lines.place(start, end)
            return
        key = group.key_place if group else None
        shown = start + len(self.text[start:end].rstrip())
        self._attach(value, Spot(key, self.lines.place(start, shown), start, end, style))

    def _next_path(self) -> Path:
        if not self.open:
            return ()
        group = self.open[-1]
        return (*group.path, len(group.items) if isinstance(group.items, list) else group.key or "")

    def _attach(self, value: Any, spot: Spot) -> None:
        self.spots[self._next_path()] = spot
        if not self.open:
            self.data = value
            return
        group = self.open[-1]
        if isinstance(group.items, list):
            group.items.append(value)
        else:
            group.items[group.key or ""] = value
            group.key = group.key_place = None

    def _look_for_silent_slips(self, written: Written, value: str) -> None:
        """Slips that YAML takes for text without a word: lines that were swallowed, cells with tabs, what follows a `#`."""
        _, start, end, first, last = written
        if lost := _LOST_AFTER_HASH.match(self.text, end):
            at = self.lines.place(lost.start(1), lost.end(1))
            self._note("lost-after-hash", at, piece=lost.group(1))
        if "\t" in value:
            tab = self.text.index("\t", start)
            self._note("pasted-cells", self.lines.place(tab, tab + 1))
        own_line = not self.text[self.lines.starts[first] : start].strip(" ")
        for number in range(first if own_line else first + 1, last + 1) if last > first or own_line else ():
            line_start = self.lines.starts[number]
            line = self.lines.texts[number][: end - line_start]
            if (slip := slips.swallowed(line)) and not (number == first and slip.code == "swallowed-item"):
                at = self.lines.place(line_start + slip.start, line_start + slip.end)
                self._note(slip.code, at, piece=slip.piece)


def _span(event: yaml.Event) -> tuple[int, int]:
    """The offsets, in characters of the text, of what an event speaks of."""
    assert event.start_mark is not None and event.end_mark is not None  # PyYAML's parsers mark all their events
    return event.start_mark.index, event.end_mark.index
