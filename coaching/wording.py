"""Words in several languages and the choice among them. Knows no method and no chat; templates live in `coaching.templates`."""

from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict, RootModel, ValidationInfo, model_validator

from coaching.frozen import Language

LANGUAGES: tuple[Language, ...] = ("zh-Hans", "zh-Hant", "en")

# What to show where a language is missing: the same spoken language in the other script comes before a foreign one.
FALLBACK: Mapping[Language, tuple[Language, ...]] = {
    "zh-Hans": ("zh-Hans", "zh-Hant", "en"),
    "zh-Hant": ("zh-Hant", "zh-Hans", "en"),
    "en": ("en", "zh-Hans", "zh-Hant"),
}


class Text(RootModel[dict[Language, str]]):
    """Words by language; a bare string is in the playbook's base language, which comes with the validation context."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _bare_string_is_base_language(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, str):
            return {(info.context or {}).get("language", "zh-Hans"): value}
        if isinstance(value, dict):
            # One order of languages, so that the order in which a trainer wrote them makes no other edition.
            known = {code: value[code] for code in LANGUAGES if code in value}
            return {**known, **{name: words for name, words in value.items() if name not in known}}
        return value

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))

    def choose(self, language: Language) -> tuple[Language, str]:
        """The words for a reader of `language`, with the language that they are really in."""
        for candidate in FALLBACK[language]:
            if candidate in self.root:
                return candidate, self.root[candidate]
        return language, ""

    def words(self, language: Language) -> str:
        """The words for a reader of `language`."""
        return self.choose(language)[1]


def negotiate(tag: str | None) -> Language:
    """The language to begin with for a tag such as `zh-TW` or `de`: any Chinese is Chinese first, everything else English."""
    parts = (tag or "").replace("_", "-").lower().split("-")
    if parts[0] not in {"zh", "yue", "cmn", "wuu"}:
        return "en"
    if "hant" in parts or ("hans" not in parts and {"tw", "hk", "mo"} & set(parts)):
        return "zh-Hant"
    return "zh-Hans"
