"""What an operator may set: `config.yaml` and the environment. Secrets come from the environment only and are never printed."""

import os
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import Field, ValidationError, field_validator

from coaching.frozen import Frozen

DEFAULT = "config.yaml"


class WrongSettings(Exception):  # noqa: N818 - the house word for it
    """A setting cannot be used; the message is one line that says what to do."""


class DatabaseSettings(Frozen):
    """How the record is kept."""

    synchronous: Literal["FULL", "NORMAL"] = "FULL"


class RetentionSettings(Frozen):
    """How long content is kept."""

    brief_days: int = Field(default=90, ge=1, le=3650)
    drill_months: int = Field(default=12, ge=1, le=120)


class TelegramSettings(Frozen):
    """How the bot talks to Telegram."""

    poll_seconds: int = Field(default=50, ge=0, le=50)
    listen: str = "127.0.0.1"
    port: int = Field(default=8443, ge=1, le=65535)
    stop_seconds: int = Field(default=10, ge=1, le=120)


class Settings(Frozen):
    """All of `config.yaml`."""

    access: Literal["invite", "open"] = "invite"
    operator: str = Field(default="", max_length=80)
    compliance_contact: str = Field(default="", max_length=120)
    playbooks: str = "playbooks"
    data: str = "data"
    timezone: str = Field(default="", max_length=80)
    invitation_days: int = Field(default=14, ge=1, le=365)
    database: DatabaseSettings = DatabaseSettings()
    retention: RetentionSettings = RetentionSettings()
    telegram: TelegramSettings = TelegramSettings()

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            if name:
                ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            raise ValueError("write a time zone such as Asia/Shanghai or Europe/London, or leave it empty") from None
        return name

    def local(self, at: datetime) -> datetime:
        """The same moment on the operator's clock: "today" is their day. Without a setting the machine's own zone counts."""
        return at.astimezone(ZoneInfo(self.timezone) if self.timezone else None)


class Environment(Frozen):
    """What the environment says; the token is kept out of every printed form."""

    token: str = Field(default="", repr=False)
    api: str = ""
    database_url: str = Field(default="", repr=False)


def environment() -> Environment:
    """The environment's own settings; raises WrongSettings for a Bot API address that is none."""
    api = os.environ.get("SPARRING_TELEGRAM_API", "").rstrip("/")
    if api and not api.startswith(("http://", "https://")):
        raise WrongSettings("SPARRING_TELEGRAM_API must be an address such as http://127.0.0.1:9000.")
    return Environment(
        token=os.environ.get("SPARRING_TELEGRAM_TOKEN", "").strip(),
        api=api,
        database_url=os.environ.get("SPARRING_DATABASE_URL", "").strip(),
    )


def load(home: Path) -> Settings:
    """The settings from SPARRING_CONFIG, or from config.yaml in `home`; raises WrongSettings."""
    named = os.environ.get("SPARRING_CONFIG", "")
    path = Path(named) if named else home / DEFAULT
    if not path.exists():
        if named:
            raise WrongSettings(f"{path}: there is no such file. Correct SPARRING_CONFIG or remove it.")
        return Settings()
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSettings(f"{path}: cannot be read ({type(error).__name__}). Save it as UTF-8 text that this user may read.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise WrongSettings(f"{path}{where}: this is not valid YAML. Compare the line with the one shipped.") from None
    try:
        return Settings.model_validate(raw or {})
    except ValidationError as error:
        raise WrongSettings(f"{path}: {_plain(error)}") from None


def _plain(error: ValidationError) -> str:
    """The first fault in an operator's words."""
    fault = error.errors()[0]
    name = ".".join(str(part) for part in fault["loc"]) or "the file"
    match fault["type"]:
        case "extra_forbidden":
            return f"'{name}' is no setting. Remove it, or compare its spelling with the shipped config.yaml."
        case "literal_error":
            return f"'{name}' must be {fault['ctx']['expected'].replace(chr(39), '')}."
        case "greater_than_equal" | "less_than_equal":
            return f"'{name}' is out of range: {fault['msg'][0].lower()}{fault['msg'][1:]}."
        case "int_parsing" | "int_type" | "int_from_float":
            return f"'{name}' must be a whole number."
        case "value_error":
            return f"'{name}': {fault['ctx']['error']}."
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"'{name}' must be a group of settings, one below the other."
        case _:
            return f"'{name}' cannot be used: {fault['msg'][0].lower()}{fault['msg'][1:]}."
