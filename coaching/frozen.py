"""The base of every value in the coach: frozen, strict, comparable. Knows nothing of selling."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["zh-Hans", "zh-Hant", "en"]


class Frozen(BaseModel):
    """A value that never changes and refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
