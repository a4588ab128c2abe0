"""What an editor says to a trainer: why something is underlined, and what stands beside a key. Knows no schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from authoring import catalogue, naming
from authoring.finding import Words
from authoring.naming import in_language
from authoring.skeleton import explained
from authoring.suggest import listed
from coaching.frozen import Language

_UNKNOWN_KEY = Words(en="{owner} has no such key. Possible here: {possible}.", zh="{owner}没有这个键。可以写的有：{possible}。")
_MISSING_KEY = Words(en="Missing here: '{key}'. {purpose}", zh="这里缺“{key}”。{purpose}")
_OR_A_BASE = Words(
    en=" Write it, or name a playbook in 'based_on', from which it is taken.", zh="请补上，或在 based_on 里写一份剧本，从那里取。"
)
_KIND = Words(en="Expected here: {kind}.", zh="这里应写：{kind}。")
_CHOICE = Words(en="Choose one of: {possible}.", zh="从这些里选一个：{possible}。")
_FEWEST = Words(en="Write at least {least} here.", zh="这里至少要写 {least} 项。")
_LONGEST = Words(en="At most {most} characters.", zh="最多 {most} 个字。")
_SHORTEST = Words(en="At least {least} characters.", zh="至少 {least} 个字。")
_EMPTY = Words(en="Write the words, or remove the line.", zh="请写上文字，或整行删掉。")
_NAMES = Words(en="Between braces only these may stand here: {names}.", zh="这里的花括号里只能写：{names}。")
_LANGUAGES = Words(en="A text is written in: {possible}.", zh="文字的语言写成：{possible}。")
_BETWEEN = Words(en="{kind} from {least} to {most}", zh="{kind}，{least} 到 {most} 之间")
_AT_LEAST = Words(en="{kind}, at least {least}", zh="{kind}，不小于 {least}")
_AT_MOST = Words(en="{kind}, at most {most}", zh="{kind}，不大于 {most}")

_NO_NAMES = Words(en="No name may stand here: the rep has not answered anything yet.", zh="这里不能填入名称：销售还什么都没答。")
_MAY_NAME = Words(en="May name {names}.", zh="可以填入 {names}。")
_OPTIONAL = Words(en="May be left out.", zh="可以不写。")
_DEFAULT = Words(en="May be left out; then it is {value}.", zh="可以不写，不写就是 {value}。")
_ADDS = Words(
    en="With `based_on`: added to what stands in the base; the same name takes the place of the base's.",
    zh="写了 `based_on` 时：加到原剧本的内容里；同名的取代原来那一条。",
)
_GROWS = Words(en="With `based_on`: added to the words of the base.", zh="写了 `based_on` 时：加到原剧本的词语里。")
_REPLACES = Words(en="With `based_on`: takes the place of the base's whole list.", zh="写了 `based_on` 时：整个取代原剧本的那一份。")
_IN = Words(en="The words in {language}", zh="{language}的文字")
_NEW = Words(en="new: {what}", zh="新建：{what}")
_ALL_NEEDED = Words(en="all that must be here", zh="把必写的都补上")
_MANY_LANGUAGES = Words(en="in {languages}", zh="分语言写：{languages}")


class Phrasebook(NamedTuple):
    """The words for a reader of one language."""

    language: Language

    def said(self, words: Words) -> str:
        """Words that stand in both languages already."""
        return in_language(words, self.language)

    def unknown_key(self, owner: Words, possible: Iterable[str]) -> str:
        """The key does not belong here."""
        return self._capital(self._filled(_UNKNOWN_KEY, owner=owner, possible=listed(possible)))

    def missing_key(self, key: str, purpose: Words, *, may_have_base: bool = False) -> str:
        """A key is missing, and what it is for."""
        return self._filled(_MISSING_KEY, key=key, purpose=purpose) + (self.said(_OR_A_BASE) if may_have_base else "")

    def kind(self, kind: Words, remedy: str = "") -> str:
        """Another kind of value is needed; `remedy` names the hint of `check` that tells how it is written."""
        entry = catalogue.entries()["wrong-type"]
        how = self.said(Words(en=" " + entry.en.remedy(remedy), zh=entry.zh.remedy(remedy))) if remedy else ""
        return self._filled(_KIND, kind=kind) + how

    def choice(self, possible: Iterable[object]) -> str:
        """One of a few words is needed."""
        return self._filled(_CHOICE, possible=listed(possible))

    def number(self, kind: Words, least: int | float | None, most: int | float | None) -> Words:
        """A kind of number with its limits, as a phrase."""
        template = _BETWEEN if least is not None and most is not None else _AT_LEAST if least is not None else _AT_MOST
        return kind if least is None and most is None else _both(template, kind=kind, least=least, most=most)

    def fewest(self, least: int) -> str:
        """The list is too short."""
        return self._filled(_FEWEST, least=least)

    def longest(self, most: int) -> str:
        """The text is too long."""
        return self._filled(_LONGEST, most=most)

    def shortest(self, least: int) -> str:
        """The text is too short."""
        return self.said(_EMPTY) if least == 1 else self._filled(_SHORTEST, least=least)

    def finding(self, entry: catalogue.Entry, **details: str) -> str:
        """What `check` says, where it needs no place."""
        return self._filled(Words(en=f"{entry.en.message} {entry.en.hint}", zh=entry.zh.message + entry.zh.hint), **details)

    def names_only(self, names: Sequence[str]) -> str:
        """A name between braces is not among those that are possible here."""
        return self._filled(_NAMES, names=in_braces(names)) if names else self.said(_NO_NAMES)

    def languages_only(self, possible: Iterable[str]) -> str:
        """The words stand under something else than a language."""
        return self._filled(_LANGUAGES, possible=listed(possible))

    def may_name(self, names: Sequence[str]) -> str:
        """Which names may stand between braces."""
        return self._filled(_MAY_NAME, names=in_braces(names)) if names else self.said(_NO_NAMES)

    def optional(self, default: object) -> str:
        """The key may be left out, and what that means."""
        return self.said(_OPTIONAL) if default is None else self._filled(_DEFAULT, value=f"`{default}`")

    def with_base(self, *, adds: bool, grows: bool) -> str:
        """How what is written goes together with the base."""
        return self.said(_ADDS if adds else _GROWS if grows else _REPLACES)

    def in_this_language(self, meaning: Words) -> str:
        """What stands under a language inside a text."""
        bare = Words(en=meaning.en.rstrip("."), zh=meaning.zh.rstrip("。"))
        return self._filled(_IN, language=bare) + ("." if self.language == "en" else "。")

    def new(self, what: Words) -> str:
        """The label of something that is put in as a whole."""
        return self._filled(_NEW, what=Words(en=what.en.removeprefix("an ").removeprefix("a ").removeprefix("the "), zh=what.zh))

    def all_needed(self) -> str:
        """The label of every key that must be in a group."""
        return self.said(_ALL_NEEDED)

    def in_languages(self, languages: Iterable[str]) -> str:
        """The label of a text that is written in several languages."""
        return self._filled(_MANY_LANGUAGES, languages=", ".join(languages))

    def title(self, name: Words) -> str:
        """A name as a heading."""
        return self._capital(self.said(Words(en=name.en.removeprefix("an ").removeprefix("a "), zh=name.zh)))

    def _filled(self, template: Words, **details: object) -> str:
        return self.said(_both(template, **details))

    def _capital(self, text: str) -> str:
        return text[:1].upper() + text[1:]


def purpose(description: str) -> Words:
    """A model's or a field's description; in English on both sides where nobody has written it in Chinese yet."""
    return Words(en=description, zh=stories_in_chinese().get(description) or explained(description, "zh-Hans"))


@cache
def undescribed() -> Mapping[str, Words]:
    """What there is to say about fields that have no description, by model and key: `Fit.first`."""
    return {name: Words.model_validate(words) for name, words in naming.read_words("undescribed.yaml").items()}


@cache
def stories_in_chinese() -> Mapping[str, str]:
    """The descriptions of stories in Simplified Chinese, by their English."""
    return cast("Mapping[str, str]", naming.read_words("stories.zh-Hans.yaml"))


def in_braces(names: Iterable[str]) -> Words:
    """Names as they stand in a text."""
    shown = [f"{{{{ {name} }}}}" for name in names]
    return Words(en=", ".join(shown), zh="、".join(shown))


def _both(template: Words, **details: object) -> Words:
    """A template filled in, in both languages."""
    english = {name: value.en if isinstance(value, Words) else value for name, value in details.items()}
    chinese = {name: value.zh if isinstance(value, Words) else value for name, value in details.items()}
    return Words(en=template.en.format_map(english), zh=template.zh.format_map(chinese))
