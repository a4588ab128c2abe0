"""Did-you-mean: which of the names that are possible at a place was probably meant. Knows no place and no model."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable

from authoring.finding import Words

# How people write languages before they have read the manual.
_SPOKEN = {
    "zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "cn": "zh-Hans", "chs": "zh-Hans", "chinese": "zh-Hans", "中文": "zh-Hans",
    "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "tw": "zh-Hant", "hk": "zh-Hant", "cht": "zh-Hant",
    "eng": "en", "english": "en", "en-us": "en", "en-gb": "en", "英文": "en",
}  # fmt: skip

MOST_LISTED = 12
"""So many names are listed where none is similar."""

_FULLWIDTH = str.maketrans({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
_LONGEST_NAME = 60


def similar(written: str, possible: Collection[str]) -> str | None:
    """The possible name that was probably meant by `written`: the same but for case, signs and quotes, or a slip or two away."""
    plain = _plain(written)
    by_plain = {_plain(name): name for name in reversed(list(possible))}
    if plain in by_plain:
        return by_plain[plain]
    spoken = _SPOKEN.get(written.strip().replace("_", "-").lower(), "")
    if spoken in possible:
        return spoken
    if not plain or len(plain) > _LONGEST_NAME:
        return None
    close = difflib.get_close_matches(plain, list(by_plain), n=1, cutoff=0.7)
    return by_plain[close[0]] if close else None


def listed(possible: Iterable[object]) -> Words:
    """The possible names as they are shown where none is similar; `true` and `false` as trainers write them."""
    names = [str(name).lower() if isinstance(name, bool) else str(name) for name in possible]
    shown = names[:MOST_LISTED] + (["…"] if len(names) > MOST_LISTED else [])
    return Words(en=", ".join(shown), zh="、".join(shown))


def _plain(name: str) -> str:
    return re.sub(r"[\s_\-.\"'“”‘’]", "", name.translate(_FULLWIDTH)).casefold()
