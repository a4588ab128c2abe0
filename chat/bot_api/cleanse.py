"""What of an update may reach the disk: its numbers, and a person's words with private numbers masked; never names, phones, places or
files. Words that ethics refuses are replaced by the rule that refused them. Pure; knows the shape of an update as far as it is kept.

What is not named here is left out. So a field that Telegram adds tomorrow is not stored before somebody has thought about it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from coaching.ethics import Guard, Verdict, mask

# Where our own notes stand inside an update; no field of Telegram's has this name.
NOTES = "sparring"

# Our own buttons; a plain number is never the id of anything of ours, so it is masked like everybody's.
_OWN_DATA = re.compile(r"(s:[A-Za-z0-9_-]{1,48}:\d{1,9}:\d{1,3}|d:/[a-z]{1,20}( (?!\d+\Z)[A-Za-z0-9_-]{1,48})?)\Z")
_HALF_CHARACTER = re.compile("[\ud800-\udfff\x00]")
_WORD = re.compile(r"[a-z_]{1,40}\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}\Z")
_CALLBACK = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_FILE_ID = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
_PLAYBOOK = re.compile(r"[\w.\- ]{1,80}\.ya?ml\Z", re.IGNORECASE)
_BIGGEST = 2**63

# Things that are not words: that one came is kept, what it was is not.
THINGS = (
    "photo", "sticker", "voice", "video", "video_note", "audio", "animation", "document", "contact", "location", "venue", "poll",
    "dice", "game", "story", "paid_media", "checklist", "invoice", "passport_data", "giveaway",
)  # fmt: skip


class Cleansed(NamedTuple):
    """An update that may be stored: its own number, the lane that it belongs to, and what is left of it."""

    update_id: int
    lane: str
    update: dict[str, Any]


class _Notes:
    """What was done to the words of one update."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self.masked = 0
        self.refused: Verdict | None = None

    def words(self, value: Any) -> str | None:
        """A person's words as they may be stored; None for what is no text."""
        if not isinstance(value, str):
            return None
        text = whole(value)
        verdict = self._guard.look(text)
        if verdict is not None and verdict.level != "note":
            self.refused = self.refused or verdict
            return ""
        hidden = mask(text)
        self.masked += hidden.count
        return hidden.text

    def data(self, value: Any) -> str | None:
        """The data of a button: ours is kept as it is, whatever numbers its id looks like; anything else is somebody's words."""
        return value if isinstance(value, str) and _OWN_DATA.match(value) else self.words(value)

    def plain(self) -> dict[str, Any]:
        """As they are stored: of refused words the rule, and the lawful way in both languages."""
        found: dict[str, Any] = {"masked": self.masked}
        if self.refused is not None:
            found["rule"] = self.refused.rule
            found["lawful"] = {"zh": self.refused.alternative_zh, "en": self.refused.alternative_en}
        return found


def cleanse(update: Any, guard: Guard) -> Cleansed | None:
    """What may be stored of an update; None when it has no number by which it could be stored.

    An update that cannot even be walked is reduced to its number, with the reason beside it.
    """
    number = update.get("update_id") if isinstance(update, Mapping) else None
    if not isinstance(number, int) or _integer(number) is None:
        return None
    try:
        notes = _Notes(guard)
        kept = _object(update, _UPDATE, notes)
        if notes.masked or notes.refused:
            kept[NOTES] = notes.plain()
        return Cleansed(number, _lane(kept), kept)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next update must be served and this one must not be stored as it came
        return unreadable(number, type(error).__name__)


def unreadable(number: int, reason: str) -> Cleansed:
    """What is stored of an update that cannot be read: its number, and a reason without any words of it."""
    return Cleansed(number, "", {"update_id": number, NOTES: {"unreadable": reason}})


def whole(text: str) -> str:
    """The text without NUL and half characters, which neither a database nor UTF-8 can hold."""
    return _HALF_CHARACTER.sub("\ufffd", text)


def _object(value: Any, shape: "_Shape", notes: _Notes) -> dict[str, Any]:
    """What of an object is kept; a value of another type than expected is left out."""
    if not isinstance(value, Mapping):
        raise TypeError("not an object")
    kept: dict[str, Any] = {}
    for name, keep in shape.items():
        if name in value and value[name] is not None:
            left = keep(value[name], notes)
            if left is not None:
                kept[name] = left
    return kept


_Keep = Callable[[Any, _Notes], Any]
_Shape = dict[str, _Keep]


def _integer(value: Any) -> int | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and -_BIGGEST <= value < _BIGGEST
    return value if fits else None


def _number(value: Any, _notes: _Notes) -> int | None:
    return _integer(value)


def _flag(value: Any, _notes: _Notes) -> bool | None:
    return value if isinstance(value, bool) else None


def _matching(pattern: re.Pattern[str]) -> _Keep:
    return lambda value, _notes: value if isinstance(value, str) and pattern.match(value) else None


def _inside(shape: _Shape) -> _Keep:
    return lambda value, notes: _object(value, shape, notes)


def _thing(_value: Any, _notes: _Notes) -> dict[str, Any]:
    return {}


def _document(value: Any, _notes: _Notes) -> dict[str, Any]:
    """Of a trainer's playbook what it takes to fetch it; of any other file nothing."""
    name = value.get("file_name") if isinstance(value, Mapping) else None
    if not isinstance(name, str) or not _PLAYBOOK.match(name):
        return {}
    kept = {"file_name": name, "file_size": _integer(value.get("file_size")) or 0}
    found = value.get("file_id")
    return kept | {"file_id": found} if isinstance(found, str) and _FILE_ID.match(found) else kept


_USER: _Shape = {"id": _number, "is_bot": _flag, "language_code": _matching(_LANGUAGE)}
_CHAT: _Shape = {"id": _number, "type": _matching(_WORD)}
_MEMBER: _Shape = {"status": _matching(_WORD)}
_REPLIED_TO: _Shape = {"message_id": _number, "from": _inside(_USER)}
_MESSAGE: _Shape = {
    "message_id": _number,
    "from": _inside(_USER),
    "chat": _inside(_CHAT),
    "date": _number,
    "edit_date": _number,
    "message_thread_id": _number,
    "is_topic_message": _flag,
    "reply_to_message": _inside(_REPLIED_TO),
    "text": lambda value, notes: notes.words(value),
    "caption": lambda value, notes: notes.words(value),
    **dict.fromkeys(THINGS, _thing),
    "document": _document,
}
# The message under a button is ours; only where it stands is needed.
_BUTTON_MESSAGE: _Shape = {
    name: _MESSAGE[name] for name in ("message_id", "chat", "date", "message_thread_id", "is_topic_message")
}
_UPDATE: _Shape = {
    "update_id": _number,
    "message": _inside(_MESSAGE),
    "edited_message": _inside(_MESSAGE),
    "channel_post": _inside(_MESSAGE),
    "callback_query": _inside(
        {
            "id": _matching(_CALLBACK),
            "from": _inside(_USER),
            "message": _inside(_BUTTON_MESSAGE),
            "data": lambda value, notes: notes.data(value),
        }
    ),
    "my_chat_member": _inside(
        {
            "chat": _inside(_CHAT),
            "from": _inside(_USER),
            "date": _number,
            "old_chat_member": _inside(_MEMBER),
            "new_chat_member": _inside(_MEMBER),
        }
    ),
}


def _lane(update: Mapping[str, Any]) -> str:
    """Whose turn it is: the person's id, which in a private chat is also the chat's. What belongs to nobody goes one after the other."""
    for part in update.values():
        if isinstance(part, Mapping):
            sender = part.get("from") or part.get("chat") or part.get("message", {}).get("chat") or {}
            if "id" in sender:
                return str(sender["id"])
    return ""
