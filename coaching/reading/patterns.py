"""Cue words made into regular expressions over comparable text. Knows how cues are written down, and nothing of what they mean.

Word boundaries are those of Latin letters, so that "if" is a word in "if你们能". `\\W` stands for what is neither a Latin letter nor a
digit nor Chinese."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from coaching.reading.hanzi import SIMPLIFIED

_TABLE = str.maketrans(SIMPLIFIED)
_NO_LETTER = r"[^a-z0-9\u3400-\u9fff]"
_BROKEN = re.compile(r"\n\s*")
_CONTINUED = re.compile(r"\n\s*&")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]")


def compiled(expression: str) -> re.Pattern[str]:
    """A regular expression over comparable text; line breaks with the blanks after them are left out."""
    return re.compile(_BROKEN.sub("", expression).translate(_TABLE).replace(r"\W", _NO_LETTER), re.ASCII)


class Cue:
    """A list of cues: the Chinese ones are tried where there is Chinese, the others where there is Latin. Compiled when first used."""

    def __init__(self, alternatives: tuple[str, ...], after: str) -> None:
        self._alternatives = alternatives
        self._after = after

    def _joined(self, chinese: bool) -> re.Pattern[str] | None:
        own = [a for a in self._alternatives if bool(_HAN.search(a)) == chinese]
        return compiled(f"(?:{'|'.join(own)}){self._after}") if own else None

    @cached_property
    def _han(self) -> re.Pattern[str] | None:
        return self._joined(chinese=True)

    @cached_property
    def _latin(self) -> re.Pattern[str] | None:
        return self._joined(chinese=False)

    def _patterns(self, text: str, start: int, end: int) -> Iterator[re.Pattern[str]]:
        if _HAN.search(text, start, end) and self._han:
            yield self._han
        if _LATIN.search(text, start, end) and self._latin:
            yield self._latin

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place between `start` and `end` that shows the cue."""
        stop = len(text) if end is None else end
        found = [match for pattern in self._patterns(text, start, stop) if (match := pattern.search(text, start, stop))]
        return min(found, key=lambda match: match.start(), default=None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The cue right at `start`."""
        return next((match for pattern in self._patterns(text, start, len(text)) if (match := pattern.match(text, start))), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """All places between `start` and `end` that show the cue, in order."""
        stop = len(text) if end is None else end
        found = [match for pattern in self._patterns(text, start, stop) for match in pattern.finditer(text, start, stop)]
        return iter(sorted(found, key=lambda match: match.start()))

    def sub(self, replace: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every place that shows the cue replaced."""
        for pattern in tuple(self._patterns(text, 0, len(text))):
            text = pattern.sub(replace, text)
        return text


def cue(lines: str, after: str = "") -> Cue:
    """Cues out of lines: alternatives are divided by | or a new line; `after` is what must follow any of them."""
    return Cue(tuple(_divided(lines)), after)


def _divided(lines: str) -> Iterator[str]:
    """The alternatives, divided at every | that stands in no bracket; a line that begins with & goes on from the one before."""
    for line in _CONTINUED.sub("", lines).splitlines():
        depth, in_class, start, place = 0, False, 0, 0
        text = line.strip()
        while place < len(text):
            letter = text[place]
            if letter == "\\":
                place += 1
            elif in_class:
                in_class = letter != "]"
            elif letter == "[":
                in_class = True
            elif letter in "()":
                depth += 1 if letter == "(" else -1
            elif letter == "|" and depth == 0:
                yield text[start:place]
                start = place + 1
            place += 1
        if text[start:]:
            yield text[start:]
