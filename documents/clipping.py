"""Makes a brief's texts harmless and, where the room is short, shorter. Knows no fonts, no markup, no chat."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from coaching.brief import Brief

# Labels, tags and prices stand in narrow places; everything else may take the room that there is.
_NARROW = {"kind": 24, "label": 28, "ladder_unit": 32, "labels.footer": 160}
_HEADING = 40
_UNTOUCHED = frozenset({"language"})
_JOINER = "\u200d"  # holds an emoji together; where emoji cannot be drawn it goes with them
_MARKS = 3  # accents on one letter; no language of the product stacks more
_UNBROKEN = r"[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]{21,}"


class Room(NamedTuple):
    """How much may stand: `text` half-width columns for a text (a Chinese character takes two), `items` for a list."""

    text: int
    items: int


_STEPS = (
    (1200, 14), (800, 14), (540, 12), (400, 12), (300, 11), (220, 10), (170, 9), (130, 8), (100, 7), (80, 6), (60, 5),
)  # fmt: skip
ROOMS = tuple(Room(*step) for step in _STEPS)


def clean(text: str) -> str:
    """One line of visible text: no control or format characters (NUL, bidi overrides, surrogates), single blanks."""
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category == "Mn" else 0
        if category == "Cc":
            kept.append(" ")
        elif marks <= _MARKS and category != "Cs" and (category != "Cf" or character == _JOINER):
            kept.append(character)
    return " ".join("".join(kept).split())


def _columns(character: str) -> int:
    return 2 if ord(character) > 0xFFFF or unicodedata.east_asian_width(character) in "WF" else 1


def columns(text: str) -> int:
    """The width of a text in half-width columns (wide ones after UAX #11 take two); never less than its UTF-16 units."""
    return sum(map(_columns, text))


def clip(text: str, room: int) -> str:
    """At most `room` half-width columns of the text; a cut ends with an ellipsis and tears no usual word."""
    if len(text) * 2 <= room:
        return text
    used = 0
    cut = 0
    for index, character in enumerate(text):
        used += _columns(character)
        if used <= room - 1:
            cut = index + 1
        if used > room:
            break
    else:
        return text
    head, following = text[:cut], text[cut]
    word = re.search(r"\s\S{1,15}$", head)
    if word and not following.isspace() and _columns(following) == 1 and word.start() > len(head) // 2:
        head = head[: word.start()]
    return head.rstrip(" ,，、;；:：。.") + "…"


def breakable(text: str) -> str:
    """The text with invisible break points inside runs that a line could not be broken in."""
    return re.sub(_UNBROKEN, lambda run: "\u200b".join(re.findall(r".{1,6}", run.group())), text)


def texts(brief: Brief) -> Iterator[str]:
    """Every text of the brief, in no order."""
    parts: list[Any] = [brief.model_dump(exclude=set(_UNTOUCHED))]
    while parts:
        part = parts.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict | list | tuple):
            parts.extend(part.values() if isinstance(part, dict) else part)


def map_texts(brief: Brief, change: Callable[[str, str], str]) -> Brief:
    """The brief with every text replaced by `change(name of the field, text)`."""

    def walk(name: str, value: Any) -> Any:
        if isinstance(value, dict):
            prefix = "labels." if name == "labels" else ""
            return {key: walk(prefix + key, part) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [walk(name, part) for part in value]
        return change(name, value) if isinstance(value, str) and name not in _UNTOUCHED else value

    return Brief.model_validate(walk("", brief.model_dump()))


def without_blanks(brief: Brief) -> Brief:
    """The brief without list items that say nothing."""
    return brief.model_copy(
        update={
            "questions": tuple(q for q in brief.questions if q.text),
            "objections": tuple(o for o in brief.objections if o.heard or o.line),
            "ladder": tuple(rung for rung in brief.ladder if rung.label),
            "pitch": tuple(filter(None, brief.pitch)),
            "bring": tuple(filter(None, brief.bring)),
            "unknown": tuple(filter(None, brief.unknown)),
        }
    )


def _fewer(brief: Brief, items: int) -> Brief:
    """The brief with lists of at most `items`; the last line of a shortened list says how many are missing."""
    changes: dict[str, Any] = {}
    for name in ("questions", "pitch", "objections", "ladder", "bring", "unknown"):
        whole: tuple[Any, ...] = getattr(brief, name)
        if len(whole) <= items:
            continue
        rest = f"… +{len(whole) - items}"
        first = whole[items]
        if isinstance(first, str):
            last: Any = rest
        else:
            where = {"questions": "text", "objections": "heard", "ladder": "label"}[name]
            empty = {key: "" for key, part in first if isinstance(part, str)}
            last = first.model_copy(update={**empty, where: rest})
        changes[name] = (*whole[:items], last)
    return brief.model_copy(update=changes)


def editions(brief: Brief) -> Iterator[Brief]:
    """The cleaned brief at full length, then ever shorter ones; the last is short whatever was typed."""
    cleaned = without_blanks(map_texts(brief, lambda name, text: clean(text)))
    previous: Brief | None = None
    for room in ROOMS:

        def fit(name: str, text: str, room: Room = room) -> str:
            return clip(text, _NARROW.get(name, _HEADING if name.startswith("labels.") else room.text))

        shorter = map_texts(_fewer(cleaned, room.items), fit)
        if shorter != previous:
            yield shorter
        previous = shorter
