"""Drafts in another script of Chinese, written into a trainer's own file: by places, so that comments, order and quotes stay.

Knows documents and places; the words come from `authoring.traditional`, the marks go to `authoring.reviews`. No files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from authoring.document import Document, Path, Spot
from authoring.finding import Finding
from authoring.read import read
from authoring.refusal import Refused
from authoring.reviews import Pair
from authoring.spoken import Spoken, base_language, spoken
from authoring.traditional import to_traditional
from authoring.writing import quoted
from coaching.frozen import Language

# Findings that say that the file has no room for more, wherever it stands.
_FULL = frozenset({"file-too-large", "too-many-parts"})
_STEP = 2


class Drafted(NamedTuple):
    """A file with drafts in it: its text, what was drafted, the places that could not be, and what stopped the whole."""

    text: str
    pairs: tuple[Pair, ...]
    left: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


class _Edit(NamedTuple):
    """Characters of the file from `start` up to `end`, and what takes their place."""

    start: int
    end: int
    text: str


class _Plan(NamedTuple):
    """The drafts of one text, or of a list of them that is written on one line: edits, and what must be read there afterwards."""

    path: Path
    value: Any
    pairs: tuple[Pair, ...]
    edits: tuple[_Edit, ...]


def draft(document: Document, source: Language, target: Language) -> Drafted:
    """The document's text with a draft in `target` beside every `source` text that has none; words that are there stay.

    Raises Refused for what is no playbook, and for a pair of languages that no program should translate.
    """
    if (source, target) != ("zh-Hans", "zh-Hant"):
        raise Refused(
            f"Drafts go from zh-Hans to zh-Hant. From {source} to {target} a person has to translate.",
            f"草稿只能由 zh-Hans 写成 zh-Hant。由 {source} 到 {target} 要请人来译。",
        )
    wanting = [text for text in spoken(document) if source in text.words and not _has_key(document, text, target)]
    writer = _Writer(document, source, target, to_traditional)
    plans = writer.plans(wanting)
    done, findings = _applicable(document, plans)
    if findings:
        return Drafted(document.text, (), tuple(plan.path for plan in plans), findings)
    missed = {plan.path for plan in plans} - {plan.path for plan in done}
    again, _ = _applicable(document, [*done, *(plan for plan in writer.plans(wanting, afresh=True) if plan.path in missed)], kept=len(done))
    left = tuple(plan.path for plan in plans if plan.path not in {one.path for one in again})
    return Drafted(_applied(document, again), tuple(pair for plan in again for pair in plan.pairs), left)


def _has_key(document: Document, text: Spoken, target: Language) -> bool:
    """Whether the text has this language, even if nothing stands behind it yet."""
    return target in (text.words if text.bare else document.at(text.path))


class _Writer:
    """Plans the edits for each text, in the way in which its trainer wrote it."""

    def __init__(self, document: Document, source: Language, target: Language, convert: Callable[[str], str]) -> None:
        self.document, self.text = document, document.text
        self.source, self.target, self.convert = source, target, convert
        self.base = base_language(document)

    def plans(self, wanting: Sequence[Spoken], afresh: bool = False) -> list[_Plan]:
        """A plan for each text; `afresh` writes the drafts in quotes instead of the way in which the source stands."""
        made, unfolded = [], set[Path]()
        for text in wanting:
            if not text.bare:
                made.append(self._beside(text, afresh))
            elif (parent := text.path[:-1]) in unfolded:
                continue
            elif isinstance(text.path[-1], int) and (plan := self._unfolded(parent, afresh)):
                unfolded.add(parent)
                made.append(plan)
            else:
                made.append(self._in_two(text, afresh))
        return made

    def _pair(self, text: Spoken) -> Pair:
        words = text.words[self.source]
        return Pair(words, self.convert(words))

    def _converted(self, spot: Spot, pair: Pair, afresh: bool) -> str:
        return quoted(pair.words) if afresh else self.convert(self._raw(spot))

    def _raw(self, spot: Spot) -> str:
        return self.text[spot.start : spot.end].rstrip()

    def _beside(self, text: Spoken, afresh: bool) -> _Plan:
        """`zh-Hans: …` gets a line `zh-Hant: …` below it, or a neighbour in its braces."""
        spot, pair = self.document.spots[(*text.path, self.source)], self._pair(text)
        value = {**self.document.at(text.path), self.target: pair.words}
        words, end = self._converted(spot, pair, afresh), spot.start + len(self._raw(spot))
        if self._in_flow(text.path):
            edit = _Edit(end, end, f", {self.target}: {words}")
        else:
            assert spot.key is not None  # the value of a key has one
            between = self.text[self._offset(spot.key.end_line, spot.key.end_column) : spot.start]
            between = ": " if afresh or "#" in between or not between.lstrip().startswith(":") else between.lstrip()
            line = self._end_of_line(end)
            edit = _Edit(line, line, f"\n{' ' * (spot.key.column - 1)}{self.target}{between}{words}")
        return _Plan(text.path, value, (pair,), (edit,))

    def _in_two(self, text: Spoken, afresh: bool) -> _Plan:
        """A bare string becomes a group of its own: the base language as it stands, and the draft below it."""
        spot, pair = self.document.spots[text.path], self._pair(text)
        value = {self.base: self.document.at(text.path), self.target: pair.words}
        raw, words = self._raw(spot), self._converted(spot, pair, afresh)
        end = spot.start + len(raw)
        if self._in_flow(text.path[:-1]):
            return _Plan(text.path, value, (pair,), (_Edit(spot.start, end, f"{{{self.base}: {raw}, {self.target}: {words}}}"),))
        line_start = self.text.rfind("\n", 0, spot.start) + 1
        before = self.text[line_start : spot.start]
        indent, head, start = spot.start - line_start, "", spot.start
        if spot.key is not None and before.strip():
            indent = spot.key.column - 1 + _STEP
            head, start = "\n" + " " * indent, line_start + len(before.rstrip())
        outer = spot.key.column - 1 if spot.key is not None else self._dash(spot.start)
        shift = " " * (indent - outer)
        raw, words = (re.sub(r"\n(?=[^\n])", "\n" + shift, each) for each in (raw, words))
        first = _Edit(start, end, f"{head}{self.base}: {raw}")
        line = self._end_of_line(end)
        return _Plan(text.path, value, (pair,), (first, _Edit(line, line, f"\n{' ' * indent}{self.target}: {words}")))

    def _unfolded(self, path: Path, afresh: bool) -> _Plan | None:
        """A list of bare strings on one line, `[a, b]`, becomes one of a line an item; None where it is not as simple as that."""
        spot, items = self.document.spots[path], self.document.at(path)
        spots = [self.document.spots[(*path, number)] for number in range(len(items))]
        if spot.key is None or self.text[spot.start] != "[" or self._in_flow(path[:-1]) or not all(isinstance(item, str) for item in items):
            return None
        closing = re.compile(r"[ ]*,?[ ]*\]").match(self.text, spots[-1].start + len(self._raw(spots[-1])))
        line_start = self.text.rfind("\n", 0, spot.start) + 1
        if closing is None or "\n" in self.text[line_start : closing.end()].strip("\n") or self._offset(*spot.key[:2]) < line_start:
            return None
        behind = self.text[closing.end() : self._end_of_line(closing.end())]
        pad = " " * (spot.key.column - 1 + _STEP)
        pairs = [Pair(item, self.convert(item)) for item in items]
        lines = [
            f"\n{pad}- {self.base}: {self._raw(each)}\n{pad}  {self.target}: {self._converted(each, pair, afresh)}"
            for each, pair in zip(spots, pairs, strict=True)
        ]
        value = [{self.base: pair.source, self.target: pair.words} for pair in pairs]
        start = line_start + len(self.text[line_start : spot.start].rstrip())
        return _Plan(path, value, tuple(pairs), (_Edit(start, closing.end() + len(behind), behind.rstrip() + "".join(lines)),))

    def _in_flow(self, path: Path) -> bool:
        """Whether the group at a path, or one around it, is written in brackets or braces."""
        return any(self.text[self.document.spots[path[:depth]].start] in "[{" for depth in range(len(path) + 1))

    def _dash(self, offset: int) -> int:
        """The column (from 0) of the dash in front of an item."""
        dash = self.text.rfind("-", 0, offset)
        return dash - self.text.rfind("\n", 0, dash) - 1

    def _offset(self, line: int, column: int) -> int:
        return self.document.lines.starts[line - 1] + column - 1

    def _end_of_line(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end


def _applicable(document: Document, plans: Sequence[_Plan], kept: int = 0) -> tuple[list[_Plan], tuple[Finding, ...]]:
    """The plans after which the file reads as it should; found by halves. The first `kept` are known to be good.

    With findings where the file has no room for the drafts.
    """
    good, waiting = list(plans[:kept]), [list(plans[kept:])] if plans[kept:] else []
    while waiting:
        trial = waiting.pop()
        checked = read(document.file, _applied(document, [*good, *trial]).encode())
        if any(one.code in _FULL for one in checked.findings):
            return [], checked.findings
        if checked.value is not None and checked.value.data == _expected(document, [*good, *trial]):
            good += trial
        elif len(trial) > 1:
            half = len(trial) // 2
            waiting += [trial[half:], trial[:half]]
    return good, ()


def _applied(document: Document, plans: Sequence[_Plan]) -> str:
    text = document.text
    for start, end, words in sorted((edit for plan in plans for edit in plan.edits), reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _expected(document: Document, plans: Sequence[_Plan]) -> Any:
    data = {"": deepcopy(document.data)}
    for plan in plans:
        inside: Any = data
        for step in ("", *plan.path)[:-1]:
            inside = inside[step]
        inside[("", *plan.path)[-1]] = plan.value
    return data[""]
