"""How a message becomes calls: a picture, a page and texts in the order in which they arrive, with the buttons under the last. Pure."""

from typing import Any, Literal, NamedTuple

from chat.bot_api.keyboards import keyboard
from chat.bot_api.splitting import plain, split_html, split_plain
from chat.incoming import Message
from documents.brief import brief_text

# An export that a server does not take as a file comes as text, cut to a few messages.
MOST_EXPORT_PIECES = 10
# Far below Telegram's limit, for a server that counts differently.
CAREFUL_UNITS = 2000

FileKind = Literal["png", "pdf", "export"]


class Parcel(NamedTuple):
    """One call: a file, or a text in HTML (`html`) or without tags."""

    text: str = ""
    html: bool = False
    keyboard: dict[str, Any] | None = None
    thread: int | None = None
    file: FileKind | None = None
    filename: str = ""

    @property
    def method(self) -> str:
        """The Bot API's name of the call."""
        return {None: "sendMessage", "png": "sendPhoto", "pdf": "sendDocument", "export": "sendDocument"}[self.file]

    @property
    def field(self) -> str:
        """The parameter that takes the file."""
        return "photo" if self.file == "png" else "document"

    def parameters(self, chat: int) -> dict[str, Any]:
        """The call's parameters without its file."""
        found: dict[str, Any] = {"chat_id": chat, "message_thread_id": self.thread}
        if self.file is None:
            found |= {"text": self.text, "link_preview_options": {"is_disabled": True}}
            found |= {"parse_mode": "HTML"} if self.html else {}
        return found | {"reply_markup": self.keyboard}


def parcels(message: Message) -> tuple[Parcel, ...]:
    """The calls that a message makes, in order; none for one that says nothing."""
    thread = message.thread
    files: list[Parcel] = []
    said = message.line.html
    if message.line.brief is not None:
        files += [
            Parcel(file="png", filename="brief.png", thread=thread),
            Parcel(file="pdf", filename="brief.pdf", thread=thread),
        ]
        said = "\n\n".join(filter(str.strip, (said, brief_text(message.line.brief))))
    if message.document:
        files.append(Parcel(file="export", filename=message.document_name or "sparring.txt", thread=thread))
    return (*files, *_texts(split_html(said), True, keyboard(message), thread))


def without_file(parcel: Parcel, document: str) -> tuple[Parcel, ...]:
    """What is sent instead of a file that cannot be: an export as text, a brief's files not at all, for its text comes anyway."""
    if parcel.file != "export":
        return ()
    most = MOST_EXPORT_PIECES * CAREFUL_UNITS
    pieces = split_plain(document if len(document) <= most else document[:most] + "\n…")
    return _texts(pieces, False, None, parcel.thread)


def simpler(parcel: Parcel, why: str) -> tuple[Parcel, ...]:
    """What is tried after a text was refused, one thing simpler than before; nothing when there is nothing left to leave out. `why` is what
    the server said, in lower case."""
    if parcel.thread is not None and "thread" in why:
        return (parcel._replace(thread=None),)
    if parcel.html:
        pieces = split_plain(plain(parcel.text), CAREFUL_UNITS if "too long" in why else 4096)
        return _texts(pieces, False, parcel.keyboard, parcel.thread)
    if parcel.keyboard is not None:
        return (parcel._replace(keyboard=None),)
    return ()


def _texts(
    pieces: tuple[str, ...], html: bool, keys: dict[str, Any] | None, thread: int | None
) -> tuple[Parcel, ...]:
    last = len(pieces) - 1
    return tuple(
        Parcel(text=piece, html=html, keyboard=keys if place == last else None, thread=thread)
        for place, piece in enumerate(pieces)
    )
