"""Pass 1 of `check`: the bytes of a file to a `Document`, or to findings. Knows YAML and a trainer's slips, and no playbook.

The parser's events are followed instead of composing its nodes: what is too deep or too much is refused before anything is built,
nothing recurses, and after a failure it is known how far the file made sense. A failing line is repaired where the slip is a
plausible one, and the parser goes on; so all such slips of a file are reported at once, and only what could be repaired is blamed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import yaml

from authoring import catalogue, slips
from authoring.decode import decode
from authoring.document import Document, Lines
from authoring.finding import START, Checked, Finding, Place, Words, has_errors, in_order
from authoring.slips import Slip
from authoring.tree import TooMuchError, Tree

_log = logging.getLogger(__name__)

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORK = 1_000_000
"""Characters that may be parsed again in order to find further slips: a bound on the time that a broken file can cost."""

_NEARBY = 40
"""Lines before a parser's error in which its cause is looked for."""


def read(file: str, data: bytes) -> Checked[Document]:
    """The document in these bytes, or all findings of the pass; never raises, whatever the bytes are."""
    try:
        text, findings = decode(file, data)
        return Checked(None, findings) if text is None else _Reader(file, text).read()
    except Exception:  # noqa: BLE001 - the promise to trainers: a place and a remedy, whatever comes
        _log.exception("a file could not be read, and the reader did not foresee why")
        return Checked(None, (catalogue.finding("unreadable-line", file, START),))


_TAB_INDENT = re.compile(r"[ ]*\t[ \t]*(?=\S)")

_Parsed = tuple[Tree, Document | None, yaml.MarkedYAMLError | None]


class _Reader:
    """One file on its way to a document; `text` changes as slips are repaired, `original` is what the findings speak of."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.original = Lines(text)
        self.text = text
        self.findings: list[Finding] = []
        self.repaired: set[int] = set()
        self.work = _WORK

    def read(self) -> Checked[Document]:
        """Parses, repairs and parses again until the file is whole or its fault has no repair."""
        tree, document, error = self._parse(self.text)
        while error is not None and (parsed := self._repaired(tree, error)):
            tree, document, error = parsed
        if error is not None:
            self.findings.append(self._classify(tree, error))
        if document is not None and not document.spots:
            self.findings.append(catalogue.finding("empty-file", self.file, START))
        # A line that was repaired does not say any more what its trainer wrote.
        self.findings.extend(one for one in tree.findings if one.line not in self.repaired)
        findings = in_order(self.findings)
        return Checked(None if has_errors(findings) else document, findings)

    def _parse(self, text: str) -> _Parsed:
        tree = Tree(self.file, text, Lines(text))
        try:
            return tree, tree.build(yaml.parse(text, Loader=_LOADER)), None
        except TooMuchError:
            return tree, None, None
        except yaml.MarkedYAMLError as error:
            return tree, None, error

    def _repaired(self, tree: Tree, error: yaml.MarkedYAMLError) -> _Parsed | None:
        """The file once more with one slip near the error repaired, if the parser then comes further; the slip is written down."""
        lines = self.text.split("\n")
        for number, slip in self._suspects(tree, error, lines):
            if self.work < len(self.text):
                return None
            self.work -= len(self.text)
            changed, numbers = list(lines), [number]
            if slip.code == "tab-indent":
                numbers = [each for each, line in enumerate(lines) if _TAB_INDENT.match(line)]
            for each in numbers:
                changed[each] = slip.repaired if slip.code != "tab-indent" else _TAB_INDENT.sub(_two_blanks, lines[each])
            text = "\n".join(changed)
            parsed = self._parse(text)
            if parsed[2] is not None and _position(parsed[2]) <= _position(error):
                continue
            self.text = text
            self.findings.append(self._slip_finding(numbers, slip))
            self.repaired.update(each + 1 for each in numbers)
            return parsed
        return None

    def _suspects(self, tree: Tree, error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[tuple[int, Slip]]:
        """Slips that may have caused the error, the likeliest first, with the number of their line from 0."""
        at = min(_position(error)[0], len(lines) - 1)
        context = error.context_mark.line if error.context_mark else at
        last = tree.last.line if tree.last else at
        near = [n for n in dict.fromkeys((at, context, last)) if n < len(lines)]
        for number in near:
            yield from ((number, slip) for slip in slips.structure_slips(lines[number]))
        for number in near:
            yield from ((number, slip) for slip in slips.value_slips(lines[number]))
        for number in range(at - 1, max(at - _NEARBY, -1), -1):
            if number not in near and lines[number].strip():
                yield from ((number, slip) for slip in slips.structure_slips(lines[number]))
                yield from ((number, s) for s in slips.value_slips(lines[number]) if s.code == "unclosed-quote")

    def _slip_finding(self, numbers: list[int], slip: Slip) -> Finding:
        number = numbers[0]
        start = slip.start
        if number + 1 in self.repaired:
            # An earlier repair has moved the line a little; the piece itself still tells where it is.
            start = max(self.original.texts[number].find(slip.piece, max(start - 2, 0)), 0)
        place = Place(number + 1, start + 1, number + 1, start + 1 + slip.end - slip.start)
        if slip.code == "tab-indent":
            shown = ", ".join(str(n + 1) for n in numbers[:8]) + (", …" if len(numbers) > 8 else "")
            return catalogue.finding("tab-indent", self.file, place, lines=shown)
        if slip.code == "odd-space":
            return catalogue.finding("odd-space", self.file, place)
        remedy = "block" if slip.code == "reserved-start" and slip.piece in "|>" else ""
        return catalogue.finding(slip.code, self.file, place, remedy, piece=slip.piece)

    def _classify(self, tree: Tree, error: yaml.MarkedYAMLError) -> Finding:
        """The parser's complaint in a trainer's words; asks what was read before it, since the parser only tells where it stopped."""
        context, problem = error.context or "", error.problem or ""
        at, begun = self._at(error.problem_mark), self._at(error.context_mark or error.problem_mark)
        line, last = self.original.texts[at.line - 1], tree.last
        if "escape" in problem or "hex" in problem:
            return catalogue.finding("bad-escape", self.file, at)
        if "quoted scalar" in context:
            return catalogue.finding("unclosed-quote", self.file, begun, piece=self._character(begun))
        if self._character(at) == "\t":
            return catalogue.finding("pasted-cells", self.file, at)
        if "flow node" in context and self._character(at) == ",":
            return catalogue.finding("stray-comma", self.file, at)
        if "flow" in context:
            open_brackets = [group.start for group in tree.open if group.flow]
            bracket = begun
            if open_brackets:
                inner = tree.lines.place(open_brackets[-1], open_brackets[-1] + 1)
                bracket = self._clamped(inner.line - 1, inner.column - 1)
            return catalogue.finding("unclosed-bracket", self.file, bracket, piece=self._character(bracket))
        if "simple key" in context:
            written = self.original.texts[begun.line - 1].rstrip()
            place = Place(begun.line, begun.column, begun.line, len(written) + 1)
            return catalogue.finding("missing-colon", self.file, place, piece=written.strip())
        if "document start" in problem:
            return catalogue.finding("several-documents", self.file, at)
        if last and last.style in ("'", '"') and last.line < last.end_line == at.line - 1:
            start = self._clamped(last.line, tree.lines.place(last.start, last.end).column - 1)
            return catalogue.finding("unclosed-quote", self.file, start, piece=last.style)
        column = len(line) - len(line.lstrip(" ")) + 1
        if column == at.column or "mapping values" in problem:
            place = Place(at.line, column, at.line, column + 1)
            columns = self._columns_above(at.line - 1)
            if column in columns:
                return catalogue.finding("mixed-list", self.file, place)
            either = Words(en=" or ".join(map(str, columns)), zh="、".join(map(str, columns)))
            return catalogue.finding("bad-indentation", self.file, place, column=column, columns=either)
        return catalogue.finding("unreadable-line", self.file, at)

    def _columns_above(self, number: int) -> list[int]:
        """The columns, from 1, in which a line with this number (from 0) may begin, as far as the lines above it tell."""
        columns: set[int] = set()
        for line in reversed(self.original.texts[max(number - _NEARBY * 5, 0) : number]):
            marks = re.match(r"[ ]*(?:-[ ]+)*", line)
            if not line.strip() or line.lstrip().startswith("#") or not marks:
                continue
            begins = {len(line) - len(line.lstrip(" ")) + 1, marks.end() + 1}
            columns |= {column for column in begins if not columns or column < min(columns)}
        return sorted(columns) or [1]

    def _at(self, mark: yaml.Mark | None) -> Place:
        return self._clamped(mark.line, mark.column) if mark else START

    def _clamped(self, line: int, column: int) -> Place:
        """The place of one character (numbers from 0); the end of the file is its last line with anything on it."""
        texts = self.original.texts
        while line >= len(texts) or (line and not texts[line].strip()):
            line, column = line - 1, len(texts[line - 1])
        column = min(column, max(len(texts[line]) - 1, 0))
        return Place(line + 1, column + 1, line + 1, column + 2)

    def _character(self, place: Place) -> str:
        return self.original.texts[place.line - 1][place.column - 1 : place.column]


def _two_blanks(indentation: re.Match[str]) -> str:
    return indentation.group().replace("\t", "  ")


def _position(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """How far the parser came: line and column, from 0."""
    mark = error.problem_mark or error.context_mark
    return (mark.line, mark.column) if mark else (0, 0)
