"""What reaches the desk and what leaves it, whatever the channel. Knows neither Telegram's JSON nor the terminal's lines."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from coaching.frozen import Frozen
from coaching.session import Line

Channel = Literal["telegram", "terminal"]


class Incoming(Frozen):
    """One message of one person, already masked; `rule` is set when ethics refused it, and then `text` is empty.

    A command comes without its slash (`command`), the words behind it in `text`. A button names its preparation, the question it was
    shown with and its place from 0. `what` names things that are no text: photo, sticker, voice, video, document, contact, location,
    poll, edited, group, unreachable, other. `lawful` is what to say to a refused message, in both languages.
    `number` is the update's id in the inbox, if it came through one.
    `file` is the channel's own name of a document, by which it can be fetched; its size is in bytes.
    """

    channel: Channel
    key: str
    chat: str
    thread: int | None = None
    at: datetime
    kind: Literal["text", "command", "button", "other"]
    text: str = ""
    command: str = ""
    session: str = ""
    ask: int = 0
    option: int = 0
    what: str = ""
    language_code: str = ""
    masked: int = 0
    rule: str = ""
    lawful: dict[Literal["zh", "en"], str] = Field(default_factory=dict)
    number: int | None = None
    file: str = ""
    file_name: str = ""
    file_size: int = 0


class Choice(Frozen):
    """A button of the desk itself (no preparation is asked): what it sends when tapped, as if typed."""

    label: str
    send: str


class Message(Frozen):
    """One message to one chat. `session` is the preparation that its buttons belong to; `choices` are the desk's own buttons.

    `document` is a text file to send along (an export), under `document_name`.
    """

    chat: str
    thread: int | None = None
    line: Line
    session: str = ""
    choices: tuple[Choice, ...] = ()
    document: str = ""
    document_name: str = ""
