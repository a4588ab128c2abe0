"""Writes YAML as a trainer would: block style, a comment above what needs one, quotes only where they are needed. Knows no playbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from authoring.explain import display_width

WIDEST = 118
"""Display columns of a comment line, its indentation included."""

_STEP = "  "

# A text may stand without quotes when it begins like a word and has nothing that YAML keeps for itself.
_BEGINS_PLAINLY = re.compile(r"[^\W_]|[“‘（《「『【(<…¥$€]")
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|^\s|\s$|[\t\n]")
# What YAML, or another program that reads it, takes for something else than text.
_LOOKS_TYPED = re.compile(r"[-+.\d][\d.,eExXoO_:+-]*|(?i:true|false|null|yes|no|on|off|y|n)|~", re.ASCII)
_WORD = re.compile(r"\{\{[^{}]*\}\}[!-~]*\s?|[!-~]+\s?|\s|.")
_CLOSING = "，。；：、？！）】」』》”’…"


class Raw(NamedTuple):
    """YAML that is written as it stands, such as `[U, T]` or `{}`."""

    text: str


Scalar: TypeAlias = str | int | float | bool | None


class Entry(NamedTuple):
    """A key with its value, or (without a key) an item of a list; `above` are comments, a paragraph each."""

    key: str | None
    value: Value
    above: tuple[str, ...] = ()


Value: TypeAlias = Scalar | Raw | tuple[Entry, ...]
"""A tuple of entries is a mapping or a list; it must not be empty (`Raw` writes `{}` and `[]`)."""


def written(entries: Sequence[Entry]) -> str:
    """The YAML text of these entries; every text in it is read back as it was."""
    return "".join(line + "\n" for line in _lines(entries, 0))


def comment(paragraph: str, indent: int = 0) -> Iterator[str]:
    """A paragraph as comment lines; what could end a comment, move a cursor or fail to be read becomes a blank."""
    text = "".join(c if c.isprintable() and c != "\ufffd" else " " for c in paragraph).strip()
    room = WIDEST - indent - 2
    line = ""
    for piece in _WORD.findall(text):
        if line and display_width(line + piece.rstrip()) > room and piece not in _CLOSING:
            yield (" " * indent + "# " + line).rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    yield (" " * indent + "# " + line).rstrip()


def inline(items: Iterable[str]) -> Raw:
    """Short words on one line, as in `[U, T]`."""
    return Raw("[" + ", ".join(quoted(item) if re.search(r"[,\[\]{}]", item) else _one_line(item) for item in items) + "]")


def scalar(value: Scalar) -> str:
    """A value on one line, quoted where YAML would take it for something else."""
    if isinstance(value, str):
        return _one_line(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return format(value, ".15f").rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _lines(entries: Sequence[Entry], depth: int) -> Iterator[str]:
    pad = _STEP * depth
    for key, value, above in entries:
        for paragraph in above:
            yield from comment(paragraph, len(pad))
        head = pad + ("-" if key is None else f"{_one_line(key)}:")
        if isinstance(value, Raw):
            yield f"{head} {value.text}"
        elif isinstance(value, tuple):
            yield from _group(head, key is None, list(_lines(value, depth + 1)), pad)
        elif isinstance(value, str) and _fits_block(value):
            yield f"{head} |-"
            yield from ((pad + _STEP + line).rstrip() for line in value.split("\n"))
        else:
            yield f"{head} {scalar(value)}"


def _group(head: str, is_item: bool, lines: list[str], pad: str) -> Iterator[str]:
    """The lines inside a key, or inside an item, whose dash stands on the line of its first key with the comments above it."""
    if not is_item:
        yield head
        yield from lines
        return
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (pad + line.lstrip() for line in lines[:first])
    yield f"{head} {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _fits_block(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 1 and text.replace("\n", "").isprintable() and all(line.strip() for line in (lines[0], lines[-1])) and all(
        line == line.rstrip() for line in lines
    ) and not lines[0].startswith(" ")


def _one_line(text: str) -> str:
    plain = text.isprintable() and _BEGINS_PLAINLY.match(text) and not _NOT_PLAIN.search(text) and not _LOOKS_TYPED.fullmatch(text)
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    """The text in quotes, on one line."""
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number <= 0xFF else f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
