"""Long texts in pieces that Telegram takes: between paragraphs where there are any, never inside a tag or an entity. Pure; knows Telegram's
subset of HTML and its way of counting: UTF-16 units, after tags and entities are read."""

import re
from html import escape, unescape
from typing import NamedTuple

MOST_UNITS = 4096
# A cut is sought in the last three quarters of a piece: a better place that would leave a stub is no better.
_EARLIEST = 0.25

_PART = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)[^<>]*>|&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|lt|gt|amp|quot);|.",
    re.DOTALL,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STOPS = "。！？；…"
_LATIN_STOPS = ".!?;"
_JOINED = "\u200d\ufe0e\ufe0f"


class _Atom(NamedTuple):
    """The smallest thing that is never cut: a tag, an entity or a character."""

    raw: str
    shown: str
    units: int
    tag: str = ""
    closes: bool = False


def units(text: str) -> int:
    """The length of a plain text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(html: str) -> str:
    """The words of an HTML text."""
    return unescape(_TAG.sub("", html))


def shown_units(html: str) -> int:
    """The length of an HTML text as Telegram counts it."""
    return units(plain(html))


def split_html(html: str, most: int = MOST_UNITS) -> tuple[str, ...]:
    """The text in pieces of at most `most` units, each with its own tags closed; blank pieces are left out, blanks at a cut too."""
    if units(html) <= most:
        return (html,) if plain(html).strip() else ()
    atoms = [_atom(found) for found in _PART.finditer(html)]
    pieces: list[str] = []
    opened: list[_Atom] = []
    start = 0
    while start < len(atoms):
        end = _cut(atoms, start, most)
        piece, opened = _piece(atoms[start:end], opened)
        if plain(piece).strip():
            pieces.append(piece)
        start = end
    return tuple(pieces)


def split_plain(text: str, most: int = MOST_UNITS) -> tuple[str, ...]:
    """The same for a text without tags."""
    return tuple(unescape(piece) for piece in split_html(escape(text, quote=False), most))


def _atom(found: re.Match[str]) -> _Atom:
    raw = found[0]
    if found["name"]:
        return _Atom(raw, "", 0, found["name"].lower(), bool(found["slash"]))
    shown = unescape(raw) if raw[0] == "&" else raw
    return _Atom(raw, shown, units(shown))


def _cut(atoms: list[_Atom], start: int, most: int) -> int:
    """Where the piece that begins at `start` ends: at the end of all, or at the best place before it is too long."""
    length, earliest = 0, most * _EARLIEST
    best: dict[int, int] = {}
    for place in range(start, len(atoms)):
        atom = atoms[place]
        length += atom.units
        if length > most:
            return max(best.items())[1] if best else max(place, start + 1)
        if length >= earliest and atom.units and place + 1 < len(atoms):
            best[_rank(atoms, place)] = place + 1
    return len(atoms)


def _rank(atoms: list[_Atom], place: int) -> int:
    """How good it is to cut behind this character: a paragraph's end is best, the middle of a word worst."""
    here, after = atoms[place].shown, atoms[place + 1].shown
    if here == "\n":
        return 5 if place and atoms[place - 1].shown == "\n" else 4
    if here in _STOPS or (here in _LATIN_STOPS and after.isspace()):
        return 3
    if here.isspace():
        return 2
    # Not between the parts of one picture: a family of emoji is several characters.
    return 0 if here in _JOINED or (after and after in _JOINED) else 1


def _piece(atoms: list[_Atom], opened: list[_Atom]) -> tuple[str, list[_Atom]]:
    """The piece's text with what was open before opened again and what stays open closed; and what stays open."""
    still = list(opened)
    for atom in atoms:
        if atom.tag and not atom.closes:
            still.append(atom)
        elif atom.closes and still and still[-1].tag == atom.tag:
            still.pop()
    body = "".join(atom.raw for atom in atoms).strip()
    before = "".join(atom.raw for atom in opened)
    after = "".join(f"</{atom.tag}>" for atom in reversed(still))
    return before + body + after, still
