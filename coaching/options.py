"""Which option a rep means by what was typed: its words, its own number, or its place. Knows nothing of what options do."""

import re
import unicodedata
from collections.abc import Mapping

from coaching.reading import parse_amount
from coaching.session import OpenQuestion, Option

_PLACE = re.compile(r"#\s*(\d{1,2})")
_NUMBER = re.compile(r"\d{1,3}")
# What people type for the buttons that every question has, beside the button's own words.
SAYINGS: Mapping[str, frozenset[str]] = {
    name: frozenset(sayings.split("|"))
    for name, sayings in {
        "enough": "够了|没了|没有了|没啥|没啥了|暂时没有|就这些|就这样|不用了|下一步|继续|"
        "enough|done|no|nope|none|no more|nothing else|that's all|that is all|that's it|go on|next",
        "take": "好|好的|可以|行|就用这句|用这句|就这句|ok|okay|yes|use it|use this|use this line|take it",
        "draft": "好|好的|可以|行|保留|ok|okay|yes|keep|keep it",
        "keep": "保留|就这样|不改|就用这句|keep|keep it|leave it",
        "rewrite": "重写|我再写|再写|rewrite|again",
        "example": "例子|示例|看例子|举个例子|example|examples|show me",
        "skip": "跳过|略过|skip|pass",
        "back": "上一步|返回|back|go back",
        "later": "没定|还没定|未定|later|open|not fixed yet|no date",
    }.items()
}
_EDGES = " \t.。,，!！?？:：;；[]【】()（）\"'“”"


def folded(text: str) -> str:
    """Words as they are compared: half-width, lower case, without marks at the edges."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(_EDGES)


def control(text: str) -> str:
    """The standing button that these words mean, whether it is shown now or not; such words are never an answer's content."""
    wanted = folded(text)
    return next((name for name, sayings in SAYINGS.items() if name != "later" and wanted in sayings), "")


def meant(question: OpenQuestion, text: str) -> Option | None:
    """The option that `text` names, or nothing.

    `#2` is a place everywhere. A bare number is one only where the question takes nothing but options, and there a label's own
    number (15 in "15 minutes") beats the place. Words must be the whole label, or, where only options are taken, a part of one label.
    """
    wanted = folded(text)
    options = question.options
    if not wanted or not options:
        return None
    place = _PLACE.fullmatch(wanted)
    if place:
        return _at(options, int(place[1]))
    for option in options:
        if wanted == folded(option.label):
            return option
    for option in options:
        if wanted in SAYINGS.get(option.id, ()):
            return option
    if not question.only_options:
        return None
    if _NUMBER.fullmatch(wanted):
        own = [option for option in options if int(wanted) in _numbers(option.label)]
        return own[0] if len(own) == 1 else _at(options, int(wanted))
    if len(wanted) == 1 and wanted.isalpha() and wanted.isascii():
        letter = [option for option in options if option.id == wanted.upper()]
        if letter:
            return letter[0]
    part = [option for option in options if wanted in folded(option.label)]
    if len(part) == 1:
        return part[0]
    # 十五分钟, "I have 15 minutes": a label's own number, said in other words.
    said = parse_amount(wanted)
    own = [option for option in options if said is not None and said in _numbers(option.label)]
    return own[0] if len(own) == 1 else None


def _numbers(label: str) -> set[int]:
    """The numbers in a label: 15 in "15 minutes", 3 in 三步."""
    found = {int(digits) for digits in _NUMBER.findall(folded(label))}
    return found | {value for value, sign in enumerate("一二三四五六七八九", 1) if label.startswith(sign)}


def _at(options: tuple[Option, ...], place: int) -> Option | None:
    return options[place - 1] if 1 <= place <= len(options) else None
