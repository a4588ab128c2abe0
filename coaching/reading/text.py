"""A typed message made comparable: one form for full-width, Traditional and curly letters, sentences and clauses, quotations.

Knows letters and marks, not selling. The comparable form has exactly as many characters as the message, so that whatever is found
in it can be quoted in the rep's own words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from coaching.reading.hanzi import SIMPLIFIED, SIMPLIFIED_ONLY, TRADITIONAL_ONLY

# No line said at a meeting is longer, and no pitch; what follows is not analysed, so that a pasted book costs no time.
LINE, PITCH = 600, 1000

_FOLDS = {
    "’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "–": "-", "−": "-",
    "‐": "-", "‑": "-", "，": "，", "￥": "¥", "\u00a0": " ", "\u3000": " ", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip


class _Folding(dict[int, str]):
    """Letter to comparable letter, worked out once for each letter that occurs."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = _FOLDS.get(letter)
        if folded is None:
            folded = unicodedata.normalize("NFKC", letter)
            folded = SIMPLIFIED.get(folded, folded).lower()
        self[code] = folded if len(folded) == 1 else letter
        return self[code]


_FOLDING = _Folding()
_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BETWEEN_WIDE_DIGITS = re.compile(r"(?<=[０-９])[，．](?=[０-９])")
_SENTENCE_END = re.compile(r"(?:[。!?;；…]|(?<!\d)\.(?=[\s\"')\]]|$)|(?<=\d)\.(?=\s+[^\d\s]|$))[。!?;；….\"')\]]*|\n+")
_CLAUSE_END = re.compile(r"，+|(?<!\d),+|,+(?!\d{3}(?!\d))|:(?!\d)|-{2,}|—+|\s-\s")
_NOT_AN_END = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|vs|etc|approx|incl|e\.g|i\.e|inc|ltd|co)\.$")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_ANY_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][A-Za-z]+)?")
# A unit or scale written to a number (26w, 15kg) is no word.
_LATIN_WORD = re.compile(r"(?<![\da-zà-öø-ÿ])[a-zà-öø-ÿ]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a message, from `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True)
class Typed:
    """A message as typed (`raw`) and in its comparable form (`folded`), character by character alike."""

    raw: str
    folded: str

    def quote(self, start: int, end: int) -> str:
        """The rep's own words from `start` to `end`, without blanks and marks around them."""
        return self.raw[start:end].strip(" \t\n　，。,.;；:：、！!？?“”\"'")

    def part(self, span: Span) -> str:
        """The comparable form of a stretch."""
        return self.folded[span.start : span.end]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, each with its closing mark."""
        found, start = [], 0
        for end in _SENTENCE_END.finditer(self.folded):
            if _NOT_AN_END.search(self.folded[start : end.end()]):
                continue
            if self.folded[start : end.end()].strip(" \n.。;；…\"'"):
                found.append(Span(start, end.end()))
            elif found:
                found[-1] = Span(found[-1].start, end.end())
            start = end.end()
        if self.folded[start:].strip():
            found.append(Span(start, len(self.folded)))
        return tuple(found)

    def clauses(self, sentence: Span) -> Iterator[Span]:
        """The stretches between commas, colons and dashes of a sentence, each with its closing mark."""
        start = sentence.start
        for mark in _CLAUSE_END.finditer(self.folded, sentence.start, sentence.end):
            if self.folded[start : mark.start()].strip():
                yield Span(start, mark.end())
                start = mark.end()
        if self.folded[start : sentence.end].strip():
            yield Span(start, sentence.end)

    @cached_property
    def chinese(self) -> int:
        """How many Chinese characters."""
        return len(_CHINESE.findall(self.folded))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in Latin letters."""
        return tuple(_LATIN_WORD.findall(self.folded))


def typed(text: str, most: int = LINE) -> Typed:
    """The first `most` characters of a message, made comparable."""
    raw = _UNSPEAKABLE.sub(" ", text[:most])
    widened = _BETWEEN_WIDE_DIGITS.sub(lambda mark: "," if mark.group() == "，" else ".", raw)
    return Typed(raw=raw, folded=widened.translate(_FOLDING))


def fold(text: str) -> str:
    """The comparable form of a word or a cue."""
    return text.translate(_FOLDING)


def language_of(text: Typed, hint: str) -> str:
    """`zh-Hans`, `zh-Hant` or `en`: what most of the text is written in; the hint where the text does not tell."""
    if not text.chinese and not text.words:
        return hint
    # One English word carries about as much as two Chinese characters.
    if len(text.words) * 2 > text.chinese:
        return "en"
    traditional = sum(1 for letter in text.raw if letter in TRADITIONAL_ONLY)
    simplified = sum(1 for letter in text.raw if letter in SIMPLIFIED_ONLY)
    if traditional == simplified:
        return hint if hint.startswith("zh") else "zh-Hans"
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def is_mixed(text: Typed) -> bool:
    """Chinese and English side by side, more than a name or a unit."""
    return text.chinese >= 2 and sum(1 for word in text.words if len(word) > 2) >= 1


def spoken_length(text: str) -> int:
    """Chinese characters plus English words of a whole message: the length of a spoken turn (CK-LEN of the method reference)."""
    return len(_CHINESE.findall(text)) + len(_ANY_WORD.findall(text))
