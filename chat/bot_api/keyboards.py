"""The buttons beneath a message: what they carry, how they stand on a phone. Pure; the other half of `updates`, which reads them back."""

import re
from itertools import pairwise
from typing import Any
from unicodedata import combining, east_asian_width

from chat.incoming import Choice, Message

# A button of a question names its preparation, the question and its place: s:<session>:<ask>:<place from 0>.
BUTTON = re.compile(r"s:(?P<session>[A-Za-z0-9_-]{1,48}):(?P<ask>\d{1,9}):(?P<option>\d{1,3})")
# A button of the desk carries what it stands for, as if it were typed.
CHOICE = "d:"
MOST_BYTES = 64
MOST_BUTTONS = 100

# Columns (a Chinese character takes two) of a label that fits when one, two or three buttons share the width of a phone.
_COLUMNS = {1: 40, 2: 16, 3: 9}


def keyboard(message: Message) -> dict[str, Any] | None:
    """The inline keyboard of a message as Telegram's JSON; None when it has no buttons."""
    if message.line.options:
        found = [
            (option.label, f"s:{message.session}:{message.line.ask}:{place}")
            for place, option in enumerate(message.line.options)
        ]
    else:
        found = [(choice.label, carried(choice)) for choice in message.choices]
    buttons = [(_shown(label), data) for label, data in found[:MOST_BUTTONS] if label.strip() and _fits(data)]
    if not buttons:
        return None
    rows = _rows(buttons)
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in row] for row in rows]}


def carried(choice: Choice) -> str:
    """The data of a desk's button. What is too long for Telegram is replaced by the label, which the desk understands as well while it is
    its newest question."""
    return next((data for words in (choice.send, choice.label) if _fits(data := CHOICE + words)), "")


def width(text: str) -> int:
    """Columns that a text takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _fits(data: str) -> bool:
    return 0 < len(data.encode("utf-8", "replace")) <= MOST_BYTES


def _shown(label: str) -> str:
    """The label on one line, cut to what a phone shows."""
    line = " ".join(label.split())
    if width(line) <= _COLUMNS[1]:
        return line
    while width(line) > _COLUMNS[1] - 1:
        line = line[:-1]
    return line.rstrip() + "…"


def _rows(buttons: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Buttons in their order, as many in a row as all labels of the row allow; four short ones stand two and two."""
    rows: list[list[tuple[str, str]]] = []
    for button in buttons:
        if rows and len(rows[-1]) < _beside([*rows[-1], button]):
            rows[-1].append(button)
        else:
            rows.append([button])
    for above, below in pairwise(rows):
        if len(above) == 3 and len(below) == 1 and _beside([above[-1], *below]) > 1:
            below.insert(0, above.pop())
    return rows


def _beside(row: list[tuple[str, str]]) -> int:
    """How many buttons may stand beside each other where these do."""
    widest = max(width(text) for text, _ in row)
    return max(count for count, most in _COLUMNS.items() if widest <= most or count == 1)
