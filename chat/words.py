"""The bot's own words outside of a preparation, by language. Knows the files in `locales/`; they belong to the program, not to trainers."""

from functools import cache
from pathlib import Path

import yaml

from coaching.frozen import Language
from coaching.options import folded
from coaching.templates import render
from coaching.walk import plain
from coaching.wording import FALLBACK

FOLDER = Path(__file__).resolve().parent.parent / "locales"

# The languages that a person is offered, with their own names.
OFFERED: tuple[tuple[Language, str], ...] = (("zh-Hans", "中文"), ("en", "English"))

# What people type for a language, beside its code and its own name.
_TYPED: dict[Language, frozenset[str]] = {
    "zh-Hans": frozenset(["zh", "zh-cn", "zh-tw", "zh-hant", "cn", "中", "汉语", "漢語", "简体中文", "繁體中文", "chinese"]),
    "en": frozenset(["eng", "英文", "英语", "英語"]),
}


def named(text: str) -> Language | None:
    """The offered language that these words name, or nothing."""
    wanted = folded(text)
    return next((code for code, name in OFFERED if wanted in {folded(code), folded(name)} | _TYPED[code]), None)


@cache
def catalogue(language: Language) -> dict[str, str]:
    """All words of a language."""
    found: dict[str, str] = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return found


def spoken(language: Language) -> Language:
    """The language among the offered ones that stands for `language`: any Chinese is never answered in English."""
    offered = {code for code, _ in OFFERED}
    return next(code for code in FALLBACK[language] if code in offered)


def say(name: str, language: Language, /, **values: str | int) -> str:
    """A sentence as HTML; raises KeyError for a name that does not exist."""
    return render(catalogue(spoken(language))[name], values).strip()


def label(name: str, language: Language, /, **values: str | int) -> str:
    """A button's label: the same without tags."""
    return plain(say(name, language, **values))
