"""What a trainer's hand does to YAML: the plausible slips on one line, each with the line as it was meant. Parses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Slip(NamedTuple):
    """A slip on one line: `start` and `end` are offsets in it, `repaired` is the whole line as it was probably meant."""

    code: str
    start: int
    end: int
    piece: str
    repaired: str


ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LEAD = r"[ ]*(?:-[ ]+)*"
# A key as trainers write them; quotes of any kind around it are part of the slip.
_NAME = r"[“”\"'‘’]?[^\s:：#\"'“”‘’\[\]{},&*!|>@`%]{1,40}[“”\"'‘’]?"
_INDENT = re.compile(rf"[ \t{ODD_SPACE}]*")
_LIST_MARK = re.compile(r"[ ]*([•·●▪◦‧∙－–—])\s*(?=\S)")
_DASH = re.compile(r"[ ]*(-)(?=[^\s\-\d.])")
_FULLWIDTH_COLON = re.compile(rf"({_LEAD}{_NAME})\s*(：)\s*")
_TIGHT_COLON = re.compile(rf"({_LEAD}[A-Za-z_][\w-]*)(:)(?=[^\s/])")
_ODD_AFTER_COLON = re.compile(rf"({_LEAD}{_NAME}:)[ ]*([{ODD_SPACE}]+)[ ]*")
_VALUE = re.compile(rf"({_LEAD}(?:{_NAME}:(?:[ ]+|$))?)(.*?)\s*$")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}\s*(#.*)?$")
_AFTER_BRACKET = re.compile(r"(\[[^\[\]]*\]|\{[^{}]*\})\s*([^\s,#\]}].*)")

# A line inside a longer text that was surely meant as a line of its own: a key in Latin letters, or an item of a list.
_MAY_BE_SWALLOWED = re.compile(r"[ ]*(?:[-•·●▪◦‧∙－–—]|[a-z][A-Za-z0-9_-]*[：:])")
_SWALLOWED_KEY = re.compile(r"[ ]*([a-z][A-Za-z0-9_-]*)(：|:(?=[^\s/]))")


def structure_slips(line: str) -> Iterator[Slip]:
    """Slips in what makes the shape of a file: indentation, marks of lists, colons after keys."""
    indent = _INDENT.match(line)
    lead = indent.group() if indent else ""
    if "\t" in lead:
        yield Slip("tab-indent", lead.index("\t"), len(lead), "\t", lead.replace("\t", "  ") + line[len(lead) :])
    if at := re.search(f"[{ODD_SPACE}]+", lead):
        yield Slip("odd-space", at.start(), at.end(), at.group()[0], " " * len(lead) + line[len(lead) :])
    for code, pattern in (("list-mark", _LIST_MARK), ("missing-space", _DASH)):
        if at := pattern.match(line):
            repaired = line[: at.start(1)] + "- " + line[at.end() :]
            yield Slip(code, at.start(1), at.end(1), at.group(1), repaired)
    for code, pattern in (("odd-space", _ODD_AFTER_COLON), ("fullwidth-colon", _FULLWIDTH_COLON), ("missing-space", _TIGHT_COLON)):
        if at := pattern.match(line):
            colon = " " if code == "odd-space" else ": "
            yield Slip(code, at.start(2), at.end(2), at.group(2)[0], at.group(1) + colon + line[at.end() :])


def value_slips(line: str) -> Iterator[Slip]:
    """Slips in a value that stands on one line with its key or its dash: quotes, signs that YAML keeps for itself, a colon in a text."""
    parts = _VALUE.match(line)
    if not parts or not parts.group(2):
        return
    before, value = parts.groups()
    start = len(before)
    quoted = before + "'" + value.replace("'", "''") + "'"
    first = value[0]
    if first in "“”‘’＂":
        yield Slip("fullwidth-quote", start, start + 1, first, quoted)
    elif first in "\"'":
        yield from _quote_slips(before, value, quoted)
    elif value.startswith(("{{", "{%")):
        yield Slip("unquoted-braces", start, start + 2, value[:2], quoted)
    elif first in "[{":
        if _AFTER_BRACKET.match(value):
            yield Slip("reserved-start", start, start + 1, first, quoted)
    elif first in "|>":
        if not _BLOCK_HEADER.match(value):
            yield Slip("reserved-start", start, start + 1, first, before + first)
    elif first in "@`%&*!":
        yield Slip("reserved-start", start, start + 1, first, quoted)
    elif (colon := re.search(r":(?=\s|$)", value)) and before.strip():
        yield Slip("colon-in-text", start + colon.start(), start + colon.end(), value[: colon.start()], quoted)


def _quote_slips(before: str, value: str, quoted: str) -> Iterator[Slip]:
    start, quote = len(before), value[0]
    body = re.compile(r'"((?:[^"\\]|\\.)*)"' if quote == '"' else r"'((?:[^']|'')*)'").match(value)
    if body is None:
        if value[-1] in "“”‘’＂" and len(value) > 1:
            end = start + len(value)
            yield Slip("fullwidth-quote", end - 1, end, value[-1], before + value[:-1] + quote)
        yield Slip("unclosed-quote", start, start + 1, quote, before + value + quote)
    elif not re.match(r"\s*(?:$|#|:(?:\s|$)|[,\]}])", value[body.end() :]):
        yield Slip("text-after-quote", start + body.end(), start + len(value), value[body.end() :].strip(), quoted)


def swallowed(line: str) -> Slip | None:
    """The slip because of which YAML takes this line for the rest of a text that began above it."""
    if not _MAY_BE_SWALLOWED.match(line):
        return None
    if at := re.match(r"[ ]*(-)[ ]+\S", line):
        return Slip("swallowed-item", at.start(1), at.end(1), line.strip(), line)
    for slip in structure_slips(line):
        if slip.code == "list-mark" or (slip.code == "missing-space" and slip.piece == "-"):
            return slip
    if at := _SWALLOWED_KEY.match(line):
        code = "fullwidth-colon" if at.group(2) == "：" else "missing-space"
        return Slip(code, at.start(2), at.end(2), at.group(2), line)
    return None
