"""What the Telegram side is told at its start."""

from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import Field

from coaching.frozen import Frozen

TELEGRAM = "https://api.telegram.org"


class BotFault(Exception):  # noqa: N818 - the house word for it
    """The bot cannot go on; the message is one line that says what to do, without the token."""


class MenuEntry(NamedTuple):
    """One entry of the command menu, in both languages; `chat.commands.Command` has the same fields."""

    name: str
    zh: str
    en: str


class BotSettings(Frozen):
    """The bot's own settings; times are in seconds.

    `api` is another Bot API server, without a slash at its end (empty: Telegram's). With `webhook`, the public address that Telegram
    calls, the bot listens on `listen`:`port` instead of asking for updates. `per_second` is the most messages that are sent in a second
    (0: no limit); Telegram's own limit for a bot is about 30.
    """

    token: str = Field(repr=False)
    api: str = ""
    webhook: str = ""
    listen: str = "127.0.0.1"
    port: int = 8443
    poll_seconds: int = 50
    stop_seconds: float = 10
    per_second: int = 30

    @property
    def base(self) -> str:
        """The address of the Bot API server in use."""
        return self.api or TELEGRAM

    @property
    def place(self) -> str:
        """How that server is named to people: its host, never a token or a password."""
        parts = urlsplit(self.base)
        try:
            port = f":{parts.port}" if parts.port else ""
        except ValueError:
            port = ""
        return f"{parts.hostname or self.base}{port}"
