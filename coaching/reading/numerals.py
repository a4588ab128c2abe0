"""The value of a numeral as people write it: 15万8, 两千三, 三点五, 1,200, two hundred and forty thousand. Exact, in `Decimal`.

Knows numerals only; what the number counts is the business of `coaching.reading.numbers`."""

import re
from decimal import Decimal

_LETTERS = ("零〇", "一壹", "二两贰俩", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {letter: value for value, letters in enumerate(_LETTERS) for letter in letters}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_UNITS = {"万": 10**4, "亿": 10**8}

DIGIT = "[" + "".join(DIGITS) + "]"
UNIT = "[" + "".join(SMALL_UNITS) + "".join(LARGE_UNITS) + "]"
ARABIC = r"(?:(?<!\d)\d{1,3}(?:,\d{3}){1,5}(?!\d)|(?<!\d)\d{1,15})(?:\.\d{1,9})?|(?<![\d.])\.\d{1,9}"
# What "one of" may be followed by: in 四千八一台 and 100万1年 the last digit belongs to the thing and not to the number.
COUNTED = "[台辆套吨箱件个年月天次人位条线席户家间平米斤公瓶盒包张把只支份批期季趟单头亩度桶卷周名]"
CHINESE_RUN = (
    rf"(?:(?:{ARABIC})\s?(?={UNIT})|{DIGIT}{{1,9}}点{DIGIT}{{1,9}}|{DIGIT}|(?<!\d)[十拾])"
    rf"(?:(?![一两]{COUNTED}){DIGIT}|{UNIT}|(?<={UNIT})\d+(?:\.\d+)?(?![\d.]*{COUNTED})|点(?={DIGIT})){{0,30}}"
)
_TOKEN = re.compile(rf"(?P<number>{ARABIC})|点(?P<decimals>{DIGIT}+)|(?P<digits>{DIGIT}+)|(?P<unit>{UNIT})")

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: n for n, word in enumerate(_ONES.split())} | {word: 20 + 10 * n for n, word in enumerate(_TENS.split())}
SCALES = {
    **dict.fromkeys(("k", "thousand", "grand"), 10**3),
    **dict.fromkeys(("m", "mil", "mn", "million"), 10**6),
    **dict.fromkeys(("bn", "billion"), 10**9),
}
_WORD = "(?:" + "|".join(sorted((*WORDS, "hundred", "thousand", "million"), key=len, reverse=True)) + ")"
ENGLISH_RUN = rf"\b(?:an?\s+(?=hundred|thousand|million))?{_WORD}(?:[\s-]+(?:and\s+)?{_WORD})*\b"


def chinese_value(run: str) -> Decimal | None:
    """The value of a run of digits and 十百千万亿, mixed as people mix them; None where it is no plain number (四五千, 百万)."""
    total, section = Decimal(0), Decimal(0)
    pending: Decimal | None = None
    last_unit = 1
    for token in _TOKEN.finditer(run):
        if token["unit"]:
            unit = token["unit"]
            if pending is None and section == 0 and unit not in "十拾" and not (total and unit == "亿"):
                return None
            if unit in SMALL_UNITS:
                last_unit = SMALL_UNITS[unit]
                section += (Decimal(1) if pending is None else pending) * last_unit
            else:
                last_unit = LARGE_UNITS[unit]
                section += pending or 0
                total = (total + section) * last_unit if unit == "亿" else total + section * last_unit
                section = Decimal(0)
            pending = None
        elif token["decimals"]:
            pending = Decimal(f"{pending or 0}." + "".join(str(DIGITS[letter]) for letter in token["decimals"]))
            last_unit = 1
        else:
            letters = token["digits"] or ""
            value = _digits(letters) if letters else Decimal(token["number"].replace(",", ""))
            if pending is not None or value is None:
                return None
            pending = value
            # The last unit is often left out: 三万五 is 35,000; but 三万零五 is 30,005, and 3万5000 is 35,000.
            if letters[:1] in ("零", "〇") or value >= 10:
                last_unit = 1
    if pending is None:
        return total + section
    return total + section + (pending * last_unit / 10 if last_unit >= 100 else pending)


def _digits(letters: str) -> Decimal | None:
    """Digits read one by one; two different places in a row are a guess (四五千), not a number."""
    bare = letters.lstrip("零〇") or "零"
    return None if len(bare) == 2 else Decimal("".join(str(DIGITS[letter]) for letter in bare))


def english_value(run: str) -> Decimal:
    """The value of number words: 'fifteen thousand', 'a hundred and twenty', 'forty-eight hundred'."""
    total, current = 0, 0
    for word in re.findall(r"[a-z]+", run):
        if word in WORDS:
            current += WORDS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0
    return Decimal(total + current)
