"""From a stored update to what the desk takes: who wrote, what kind of thing it is, which button was tapped. Pure; knows Telegram's
JSON as `cleanse` leaves it, and trusts none of it."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple

from chat.bot_api.cleanse import NOTES, THINGS
from chat.bot_api.keyboards import BUTTON, CHOICE
from chat.incoming import Incoming
from coaching.frozen import Frozen

# After this long in a queue a message's own time is truer than ours; before, ours is finer than Telegram's whole seconds.
QUEUED = timedelta(seconds=60)

# The desk's names for things that are not words; others are "other".
_NAMES = {
    "photo": "photo", "sticker": "sticker", "voice": "voice", "audio": "voice", "video": "video", "video_note": "video",
    "animation": "video", "document": "document", "contact": "contact", "location": "location", "venue": "location", "poll": "poll",
}  # fmt: skip

# A command ends where its letters end: people write “/o太贵” without a blank. A Chinese name needs one, for a sentence may begin with “/”.
_COMMAND = re.compile(
    r"""[/／]
    (?: (?P<latin>[A-Za-z][A-Za-z0-9_]{0,31}) (?:@(?P<bot>[A-Za-z0-9_]+))? (?=\s|\Z|[^\x00-\x7f])
      | (?P<other>[^\x00-\x7f\s]{1,8}) (?=\s|\Z) )
    \s* (?P<rest>.*) \Z""",
    re.VERBOSE | re.DOTALL,
)


class UnreadableUpdate(Exception):  # noqa: N818 - it is the update's fault
    """An update that makes no sense; the message says what is missing, without any words of it."""


class Tap(NamedTuple):
    """A button that was tapped: the query that waits for an answer, and the message that it stands under, where that is known."""

    query: str
    chat: int | None = None
    message: int | None = None


# What is kept of a playbook's file, by the end of its field's name.
_FILE = {"": "file_id", "_name": "file_name", "_size": "file_size"}

class Arrival(Frozen):
    """What an update brings: something for the desk, or nothing; and a tap that must be answered."""

    incoming: Incoming | None = None
    tap: Tap | None = None


def read_update(update: Any, received_at: datetime, bot_name: str = "") -> Arrival:
    """What a stored update brings; `bot_name` is the bot's username, without @. Raises UnreadableUpdate."""
    try:
        return _read(update, received_at, bot_name.casefold())
    except UnreadableUpdate:
        raise
    except Exception as error:  # noqa: BLE001 - a shape that nobody thought of must be set aside, not served for ever
        raise UnreadableUpdate(f"unexpected shape ({type(error).__name__})") from None


def _read(update: Any, received_at: datetime, bot_name: str) -> Arrival:
    if not isinstance(update, Mapping) or not isinstance(update.get("update_id"), int):
        raise UnreadableUpdate("no update_id")
    notes = update.get(NOTES) or {}
    if "unreadable" in notes:
        raise UnreadableUpdate(str(notes["unreadable"]))
    base = _Base(update["update_id"], received_at, bot_name, notes)
    if "message" in update:
        return Arrival(incoming=_message(update["message"], base, "message"))
    if "edited_message" in update:
        return Arrival(incoming=_message(update["edited_message"], base, "edited"))
    if "channel_post" in update:
        return Arrival(incoming=_message(update["channel_post"], base, "message"))
    if "callback_query" in update:
        return _tapped(update["callback_query"], base)
    if "my_chat_member" in update:
        return Arrival(incoming=_membership(update["my_chat_member"], base))
    return Arrival()


class _Base(NamedTuple):
    """What all that comes out of one update has in common."""

    number: int
    received_at: datetime
    bot_name: str
    notes: Mapping[str, Any]

    @property
    def refused(self) -> bool:
        """Whether ethics refused the words, so that none are left."""
        return "rule" in self.notes

    def incoming(
        self,
        sender: Mapping[str, Any],
        chat: int,
        kind: Literal["text", "command", "button", "other"],
        *,
        date: Any = None,
        **fields: Any,
    ) -> Incoming:
        code = str(sender.get("language_code") or "")
        return Incoming(
            channel="telegram",
            key=str(_id(sender, "sender")),
            chat=str(chat),
            at=self._at(date),
            kind=kind,
            language_code=code,
            masked=self.notes.get("masked", 0),
            rule=self.notes.get("rule", ""),
            lawful=self.notes.get("lawful", {}),
            number=self.number,
            **fields,
        )

    def _at(self, date: Any) -> datetime:
        if isinstance(date, int) and 0 < date <= self.received_at.timestamp() - QUEUED.total_seconds():
            return datetime.fromtimestamp(date, UTC)
        return self.received_at


def _message(message: Mapping[str, Any], base: _Base, how: Literal["message", "edited"]) -> Incoming | None:
    chat = message["chat"]
    place = _id(chat, "chat")
    # In a channel nobody in particular writes.
    sender = message.get("from", chat)
    if sender.get("is_bot"):
        return None
    thread = message.get("message_thread_id") if message.get("is_topic_message") else None
    date = message.get("date")
    if chat.get("type") != "private":
        if how == "edited" or not _meant(message, base.bot_name):
            return None
        return base.incoming(sender, place, "other", what="group", thread=thread, date=date)
    thing = next((name for name in THINGS if name in message), None)
    if how == "edited":
        return base.incoming(sender, place, "other", what="edited", thread=thread, date=message.get("edit_date"))
    if thing is not None:
        what = _NAMES.get(thing, "other")
        text = str(message.get("caption") or "")
        # Only a playbook's file keeps its name; of other things nothing is known but that they came.
        about = {f"file{name}": message[thing][key] for name, key in _FILE.items() if key in message[thing]}
        return base.incoming(sender, place, "other", what=what, text=text, thread=thread, date=date, **about)
    if "text" not in message:
        # Notices of Telegram's own: a pinned message, a changed timer. Nobody waits for an answer.
        return None
    return _said(message["text"], base, sender, place, thread=thread, date=date)


def _said(
    text: Any, base: _Base, sender: Mapping[str, Any], place: int, *, thread: int | None, date: Any = None
) -> Incoming:
    """Words that were typed, or that a button of the desk stands for."""
    if not isinstance(text, str):
        raise UnreadableUpdate("the text is none")
    found = None if base.refused else _COMMAND.match(text)
    if found is None:
        return base.incoming(sender, place, "text", text=text, thread=thread, date=date)
    command = found["latin"] or found["other"]
    return base.incoming(
        sender, place, "command", command=command.lower(), text=found["rest"].strip(), thread=thread, date=date
    )


def _tapped(query: Mapping[str, Any], base: _Base) -> Arrival:
    """A tap. The message under the button may be gone or too old to be shown to us; then it belongs to the private chat of who tapped."""
    sender = query["from"]
    message = query.get("message") or {}
    chat = message.get("chat") or {"id": sender.get("id"), "type": "private"}
    place = _id(chat, "chat")
    under = message.get("message_id")
    tap = Tap(str(query.get("id") or ""), place, under if isinstance(under, int) else None)
    if chat.get("type") != "private":
        return Arrival(incoming=base.incoming(sender, place, "other", what="group"), tap=tap)
    thread = message.get("message_thread_id") if message.get("is_topic_message") else None
    data = query.get("data")
    if isinstance(data, str) and data.startswith(CHOICE) and not base.refused:
        return Arrival(incoming=_said(data.removeprefix(CHOICE), base, sender, place, thread=thread), tap=tap)
    # Data that is not ours belongs to no preparation; the desk explains it as an old button.
    named = BUTTON.fullmatch(data) if isinstance(data, str) else None
    fields: dict[str, Any] = {}
    if named is not None:
        fields = {"session": named["session"], "ask": int(named["ask"]), "option": int(named["option"])}
    return Arrival(incoming=base.incoming(sender, place, "button", thread=thread, **fields), tap=tap)


def _membership(change: Mapping[str, Any], base: _Base) -> Incoming | None:
    """Somebody blocked the bot, or put it into a group. Who unblocks it will write."""
    chat, sender = change["chat"], change["from"]
    place = _id(chat, "chat")
    now = (change.get("new_chat_member") or {}).get("status")
    before = (change.get("old_chat_member") or {}).get("status")
    date = change.get("date")
    if chat.get("type") == "private":
        return base.incoming(sender, place, "other", what="unreachable", date=date) if now in ("kicked", "left") else None
    arrived = before in (None, "left", "kicked") and now in ("member", "administrator")
    # In a channel the bot would publish its answer to all.
    return base.incoming(sender, place, "other", what="group", date=date) if arrived and chat.get("type") != "channel" else None


def _meant(message: Mapping[str, Any], bot_name: str) -> bool:
    """Whether somebody in a group talks to this bot: by a command, by its name, or by a reply to it."""
    text = message.get("text") or message.get("caption") or ""
    found = _COMMAND.match(text)
    if found is not None and found["latin"]:
        return found["bot"] is None or found["bot"].casefold() == bot_name
    replied = (message.get("reply_to_message") or {}).get("from") or {}
    named = bool(bot_name) and re.search(rf"@{re.escape(bot_name)}(?![a-z0-9_])", text.casefold()) is not None
    return named or bool(replied.get("is_bot"))


def _id(thing: Mapping[str, Any], name: str) -> int:
    number = thing.get("id")
    if not isinstance(number, int) or isinstance(number, bool):
        raise UnreadableUpdate(f"no {name}")
    return number
