"""Simplified Chinese to a draft in Traditional Chinese as it is written in Taiwan. Knows words, no playbook and no YAML.

The conversion is OpenCC's; `words/zh-Hant.json` is its `s2twp` with the terms of the house and of sales talk put first.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from opencc import OpenCC

_HOUSE = Path(__file__).parent / "words" / "zh-Hant.json"

# What a program reads: places to fill in, choices, notes and tags. What was opened and not closed is left alone to its end.
_KEPT = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)
_QUOTES = str.maketrans("“”", "「」")
_INNER_QUOTES = re.compile(r"‘([^‘’]*)’")


def to_traditional(text: str) -> str:
    """The text in Traditional Chinese; templates and tags stand in it letter for letter."""
    pieces, at = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [_converted(text[at : kept.start()]), kept.group()]
        at = kept.end()
    return "".join(pieces) + _converted(text[at:])


def to_simplified(text: str) -> str:
    """The text in Simplified Chinese, sign for sign: for comparing, not for reading."""
    return library("t2s").convert(text)


@cache
def library(conversion: str) -> OpenCC:
    """One of OpenCC's own conversions, or the one in a file. Raises FileNotFoundError."""
    return OpenCC(conversion)


def _converted(text: str) -> str:
    converted = library(str(_HOUSE)).convert(text) if not text.isascii() else text
    return _INNER_QUOTES.sub(r"『\1』", converted.translate(_QUOTES))
