"""A YAML file as plain data, and beside it the place of every key and value. Knows no playbook and judges nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from authoring import catalogue
from authoring.finding import START, Finding, Place, Words

Path = tuple[str | int, ...]
"""The way to a value from the root: names of keys and, in lists, positions from 0."""

# What stands for one character (or for none) in double quotes.
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)


class Spot(NamedTuple):
    """Where a value stands; `key` is the place of its key (None in a list), `start` and `end` are offsets in the file's text."""

    key: Place | None
    value: Place
    start: int
    end: int
    style: str
    """How a text is written: `plain`, `'`, `"`, `|`, `>`; `group` for a list or a mapping."""


class Lines:
    """The lines of a text, and the place of each character offset."""

    def __init__(self, text: str) -> None:
        self.texts = text.split("\n")
        self.starts = list(accumulate((len(line) + 1 for line in self.texts), initial=0))[:-1]

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` up to `end` (offsets from 0)."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(end, start + 1))
        # What ends with its line's end would otherwise seem to reach into the next line.
        return Place(line, column, end_line, end_column) if end_column > 1 else Place(line, column, line, column + 1)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


@dataclass(frozen=True)
class Document:
    """A file that could be read: `data` is made of dict, list, str, int, float, bool and None only; `spots` knows every path in it."""

    file: str
    text: str
    data: Any
    spots: Mapping[Path, Spot]

    @cached_property
    def lines(self) -> Lines:
        """The file's lines and their offsets."""
        return Lines(self.text)

    def place(self, path: Path, on: Literal["key", "value"] = "value") -> Place:
        """The place of a value or of its key; of the nearest that surrounds it where the path leads nowhere."""
        while path not in self.spots and path:
            path = path[:-1]
        spot = self.spots.get(path)
        if spot is None:
            return START
        return spot.key if spot.key and (on == "key" or spot.start == spot.end or spot.style == "group") else spot.value

    def at(self, path: Path) -> Any:
        """The value at a path; None where the path leads nowhere."""
        value = self.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def written(self, path: Path) -> str:
        """The value as it stands in the file."""
        spot = self.spots[path]
        return self.text[spot.start : spot.end]

    def place_within(self, path: Path, offset: int, length: int) -> Place:
        """The place of some characters of a text value, whichever way the text is quoted, folded or indented."""
        spot = self.spots.get(path)
        if spot is None or not isinstance(self.at(path), str):
            return self.place(path)
        first = self._offset_in_file(path, spot, offset)
        last = self._offset_in_file(path, spot, offset + max(length, 1) - 1)
        return self.lines.place(first, last + 1)

    def finding(
        self, code: str, path: Path, remedy: str = "", on: Literal["key", "value"] = "value", /, **details: str | int | Words
    ) -> Finding:
        """A finding from the catalogue at a value, or at its key."""
        return catalogue.finding(code, self.file, self.place(path, on), remedy, **details)

    def finding_within(self, code: str, path: Path, offset: int, length: int, remedy: str = "", /, **details: str | int | Words) -> Finding:
        """A finding from the catalogue at some characters of a text value."""
        return catalogue.finding(code, self.file, self.place_within(path, offset, length), remedy, **details)

    def _offset_in_file(self, path: Path, spot: Spot, offset: int) -> int:
        """Where the character at `offset` of a text value stands in the file.

        Quoting and folding change nothing but blanks and escapes, so the n-th visible character of the value is the n-th of the file.
        """
        value = str(self.at(path))
        visible = len(value[:offset].replace("\n", " ").replace(" ", ""))
        at = last = spot.start
        end = spot.start + len(self.text[spot.start : spot.end].rstrip())
        if spot.style in ("|", ">"):
            at = last = self.text.find("\n", at, end) + 1 or end
        elif spot.style in ("'", '"'):
            at, end = at + 1, end - 1
        while at < end:
            step, blank = self._unit(at, spot.style)
            if not blank:
                if visible == 0:
                    return at
                visible -= 1
            last, at = at, at + step
        return min(last, max(end - 1, spot.start))

    def _unit(self, at: int, style: str) -> tuple[int, bool]:
        """How many characters of the file make the next one of the value, and whether that is a blank."""
        character = self.text[at]
        if style == "'" and self.text.startswith("''", at):
            return 2, False
        if style == '"' and character == "\\" and (escape := _ESCAPE.match(self.text, at)):
            return len(escape.group()), escape.group()[1] in "n \n"
        return 1, character in " \n"
