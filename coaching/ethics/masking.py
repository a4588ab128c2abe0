"""Hiding numbers that name a person: identity cards, passports, bank cards, phones (ethics, section 4, Minimise in chat).

Knows shapes of numbers and a few words around them; knows no meaning. Prices, dates, times and quantities stay readable, so
where a shape could be either, the words beside it decide. Every digit of a hidden number becomes one bullet, so that
offsets into the text stay right. Conditions treat a bullet like a digit: masking masked text changes nothing."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from coaching.frozen import Frozen

BULLET = "•"
GROUP = re.compile(r"\d+")
# What may stand between the parts of one number. No comma: it separates thousands, or numbers in a list.
JOINTS = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\u200c\u200d\u2060\ufeff-‐‑‒–—−－_.．·()（）/")
LONGEST_JOINT = 3
SPACES = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\u200c\u200d\u2060\ufeff")
MOST_GROUPS = 6

MOBILE = re.compile(r"1[3-9]\d{9}")
DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
BIRTH = re.compile(r"(?:19\d\d|20[01]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
STAMP = re.compile(DATE.pattern + r"(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:\d{3})?")
YEAR = re.compile(r"(?:19|20)\d\d")
CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
AMERICAN = re.compile(r"[2-9]\d{2}[2-9]\d{6}")

# How much is looked at right before and right behind a number; short, so that time stays linear.
WINDOW = 16
# What may stand between such a word and its number.
_LINK = r"(?:号码|號碼|号|號|是|为|為|尾号|尾號|numbers?|no\.?|is|at|me|him|her|on|to|[\s:：#=(（\-–]){0,12}"
PHONE_WORD = re.compile(
    r"(?:电话|電話|手机|手機|联系方式|聯絡方式|联络|聯絡|热线|熱線|传真|傳真|座机|座機|微信|"
    r"(?<![a-z])(?:whatsapp|wechat|tel|telephone|phone|mobile|cell|cellphone|call|fax|dial))" + _LINK,
    re.IGNORECASE,
)
IDENTITY_WORD = re.compile(
    r"(?:身份证|身分證|身份證|证件|證件|护照|護照|通行证|通行證|回乡证|回鄉證|台胞证|台胞證|居住证|居住證|账号|帐号|帳號|賬號|"
    r"卡号|卡號|银行卡|銀行卡|信用卡|"
    r"(?<![a-z])(?:id card|id number|id no\.?|hkid|identity card|passport|bank card|credit card|card number|card no\.?|"
    r"account number|account no\.?|iban))" + _LINK,
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(
    r"(?:[¥￥$＄€£]|报价|報價|价格|價格|总价|總價|金额|金額|预算|預算|合同额|合同額|销售额|銷售額|营收|營收|"
    r"(?<![a-z])(?:rmb|cny|usd|hkd|twd|ntd|eur|gbp|jpy|price|quote|quoted|total|amount|budget|revenue))[\s:：]*$",
    re.IGNORECASE,
)
MONEY_BEHIND = re.compile(
    r"\s?(?:元(?!旦|月|宵)|圆|圓|块|塊|(?:万|萬|亿|億)(?:元|块|美|港)|美元|美金|欧元|歐元|日元|港币|港幣|港元|台币|台幣|新台|"
    r"(?:rmb|cny|usd|hkd|yuan|dollars|euros?|pounds)(?![a-z]))",
    re.IGNORECASE,
)
QUANTITY_BEHIND = re.compile(
    r"\s?(?:[台臺吨噸件个個套辆輛次户戶部张張支盒箱条條]|公里|公斤|千瓦|万|萬|亿|億|(?:units?|pcs|pieces|sets|tons?|tonnes?|kwh|kg|km|"
    r"users?|customers?|people|records?|lines?)(?![a-z]))",
    re.IGNORECASE,
)
CHINESE_DIGITS = "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸"
CHINESE_RUN = re.compile(rf"[\d{CHINESE_DIGITS}]{{11,}}")
CENTS = re.compile(rf"[.．][\d{BULLET}]{{1,2}}(?![\d{BULLET}{CHINESE_DIGITS}])")
_TAIWANESE = frozenset({(2, 7), (2, 8), (2, 3, 4), (2, 4, 4), (4, 3, 3), (4, 6)})
LANDLINES = _TAIWANESE | {(area, *rest) for area in (3, 4) for rest in ((7,), (8,), (3, 4), (4, 3), (4, 4))}
IDENTITIES = frozenset({(6, 8, 4), (6, 8, 3), (6, 4, 4, 4), (6, 4, 4, 3)})
CARDS = frozenset({(4, 4, 4, 4), *((4, 4, 4, 4, rest) for rest in (1, 2, 3, 4)), (6, 13), (6, 10), (4, 6, 5)})
AMERICANS = frozenset({(3, 3, 4), (1, 3, 3, 4)})
BRACKETED = frozenset({(6, 1), (7, 1), (1, 6, 1)})
SHAPES = LANDLINES | IDENTITIES | CARDS | AMERICANS | BRACKETED
CHECK_LETTERS = frozenset("XxＸｘ×ХⅩ")
PASSPORT_LETTERS = frozenset("EGDSP")


class Masked(Frozen):
    """A text with bullets for the digits of personal numbers, and how many numbers were hidden."""

    text: str
    count: int


class _Numbers:
    """The digit groups of a text and what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in GROUP.finditer(text)]
        self.digits = [_ascii(text[a:b]) for a, b in self.spans]
        # What joins a group to the next one; None where something else than a joint stands between.
        self.joints = [self._joint(one[1], other[0]) for one, other in pairwise(self.spans)] + [None]
        # Where a number would begin that such a word names.
        self.after_phone = {match.end() for match in PHONE_WORD.finditer(text)}
        self.after_identity = {match.end() for match in IDENTITY_WORD.finditer(text)}

    def _joint(self, start: int, end: int) -> str | None:
        if end - start > LONGEST_JOINT:
            return None
        between = self.text[start:end]
        return between if all(char in JOINTS for char in between) else None

    def row(self, first: int) -> tuple[list[str], list[str]]:
        """The digits of a group and of those joined to it, at most so many as one number has; and their joints."""
        last, joints = first, list[str]()
        while len(joints) < MOST_GROUPS - 1 and (joint := self.joints[last]) is not None:
            joints.append(joint)
            last += 1
        return self.digits[first : last + 1], joints

    def before(self, first: int) -> str:
        start = self.spans[first][0]
        return self.text[max(0, start - WINDOW) : start]

    def behind(self, last: int) -> str:
        end = self.spans[last][1]
        return self.text[end : end + WINDOW]

    def letters(self, first: int) -> str:
        """One or two Latin letters right before a group, in capitals, when no further letter stands before them."""
        found = ""
        for char in reversed(unicodedata.normalize("NFKC", self.before(first)[-3:])):
            if not (char.isascii() and char.isalpha()):
                break
            found = char.upper() + found
        return found if len(found) <= 2 else ""

    def is_fraction(self, first: int) -> bool:
        """Whether a group stands behind a decimal point."""
        start = self.spans[first][0]
        point, whole = self.text[start - 1 : start], self.text[max(0, start - 2) : max(0, start - 1)]
        return point in (".", "．") and (whole.isdecimal() or whole == BULLET)


def mask(text: str) -> Masked:
    """Replaces each digit (and check letter) of numbers that look personal by a bullet; never raises, linear in the length."""
    numbers, out, count, first = _Numbers(text), list(text), 0, 0
    while first < len(numbers.spans):
        taken = _personal(numbers, first)
        for group in range(first, first + taken):
            start, end = numbers.spans[group]
            out[start:end] = BULLET * (end - start)
        if taken:
            end = numbers.spans[first + taken - 1][1]
            if _is_check_letter(text, end) and sum(map(len, numbers.digits[first : first + taken])) == 17:
                out[end] = BULLET
            count += 1
        first += taken or 1
    hidden = "".join(out)
    for start, end in _spelled_out(hidden):
        out[start:end] = BULLET * (end - start)
        count += 1
    return Masked(text="".join(out), count=count)


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _is_check_letter(text: str, place: int) -> bool:
    behind = text[place + 1 : place + 2]
    return text[place : place + 1] in CHECK_LETTERS and not (behind == BULLET or (behind.isascii() and behind.isalnum()))


def _spelled_out(text: str) -> Iterator[tuple[int, int]]:
    """Phones and cards written in Chinese numerals; nothing else is eleven of them in a row."""
    for match in CHINESE_RUN.finditer(text):
        if sum(char in CHINESE_DIGITS for char in match.group()) >= 6:
            yield match.span()


def _personal(numbers: _Numbers, first: int) -> int:
    """How many groups from `first` on make up one personal number; 0 when none does."""
    if numbers.is_fraction(first):
        return 0
    row, joints = numbers.row(first)
    return (
        _international(numbers, first, row)
        or _personal_row(numbers, first, row, joints)
        or (1 if _is_personal_group(numbers, first) else 0)
        or _named(numbers, first, row)
    )


def _personal_row(numbers: _Numbers, first: int, row: list[str], joints: list[str]) -> int:
    """How many joined groups make up one personal number, the longest first; 0 when none does."""
    shape = tuple(map(len, row))
    for count in range(len(row), 1, -1):
        # Cheap first: most rows of numbers have no shape of interest.
        plausible = shape[:count] in SHAPES or (count <= 5 and sum(shape[:count]) in (11, 13))
        if plausible and _is_personal_row(numbers, first, row[:count], joints[: count - 1]):
            return count
    return 0


def _is_money(numbers: _Numbers, first: int, last: int) -> bool:
    behind = numbers.behind(last)
    cents = CENTS.match(behind)
    return bool(cents or MONEY_BEHIND.match(behind) or MONEY_BEFORE.search(numbers.before(first)))


def _international(numbers: _Numbers, first: int, row: list[str]) -> int:
    """A number behind a plus sign or a double zero: nine to fifteen digits in a few groups."""
    start = numbers.spans[first][0]
    plus = numbers.text[max(0, start - 1) : start] in ("+", "＋")
    if not plus and not (row[0].startswith("00") and (3 <= len(row[0]) <= 5 or row[0].startswith("0086"))):
        return 0
    total, best = 0, 0
    for count, group in enumerate(row, start=1):
        # A short number behind a whole one is another number: +86 13800138000 15 11.5
        if total + len(group) > 15 or (total >= 10 and len(group) <= 2):
            break
        total += len(group)
        if total >= (9 if plus else 11):
            best = count
    return 0 if best and _is_amount(numbers, first, first + best - 1) else best


def _is_amount(numbers: _Numbers, first: int, last: int) -> bool:
    return bool(_is_money(numbers, first, last) or QUANTITY_BEHIND.match(numbers.behind(last)))


def _is_personal_group(numbers: _Numbers, first: int) -> bool:
    """Whether one unbroken row of digits looks personal."""
    digits = numbers.digits[first]
    size = len(digits)
    letters = numbers.letters(first) if 6 <= size <= 12 else ""
    if letters and _is_document(numbers, first, digits, letters):
        return True
    phone = (
        (size == 11 and (MOBILE.fullmatch(digits) or re.match(r"0|852[4-9]", digits)))
        or (size == 10 and digits[0] == "0")
        or (size == 12 and re.match(r"0|8869", digits))
    )
    card = size >= 13 and not (size in (14, 17) and STAMP.fullmatch(digits) and not _is_check_letter_behind(numbers, first))
    return bool(phone or card) and not _is_money(numbers, first, first)


def _is_check_letter_behind(numbers: _Numbers, first: int) -> bool:
    return _is_check_letter(numbers.text, numbers.spans[first][1])


def _is_document(numbers: _Numbers, first: int, digits: str, letters: str) -> bool:
    """Identity cards of Taiwan and Hong Kong, and passports, by the letters right before the digits."""
    dated = DATE.match(digits)
    if numbers.spans[first][0] - len(letters) in numbers.after_identity:
        return 6 <= len(digits) <= 12
    if len(digits) == 9 and len(letters) == 1:
        return digits[0] in "1289" and not dated
    if len(digits) == 8 and len(letters) == 1:
        return letters in PASSPORT_LETTERS and not dated
    if len(digits) == 7 and len(letters) == 2:
        return letters[0] == "E"
    return len(digits) == 7 and len(letters) == 1 and _is_hong_kong(letters, digits)


def _is_hong_kong(letter: str, digits: str) -> bool:
    """The check digit of a Hong Kong identity card, written without its brackets."""
    values = [36, ord(letter) - 55, *map(int, digits)]
    return sum(value * weight for value, weight in zip(values, range(9, 0, -1), strict=True)) % 11 == 0


def _is_personal_row(numbers: _Numbers, first: int, row: list[str], joints: list[str]) -> bool:
    """Whether several joined groups look like one personal number."""
    shape, digits = tuple(map(len, row)), "".join(row)
    spaced = all(char in SPACES for joint in joints for char in joint)
    bracketed = any(char in "(（" for char in joints[0]) and numbers.behind(first + len(row) - 1)[:1] in (")", "）")
    if shape in ((6, 1), (7, 1)) and bracketed:
        return bool(numbers.letters(first)) if shape == (6, 1) else digits[0] in "157"
    if shape == (1, 6, 1):
        return joints == ["/", "/"] and digits[0] in "157"
    # 13 800 138 000 is an amount, and so is 138.05 beside another.
    thousands = len(row[0]) <= 3 and row[0][0] != "0" and all(len(group) == 3 for group in row[1:])
    dotted = any("." in joint or "．" in joint for joint in joints) and len(set(joints)) > 1
    if thousands or dotted:
        return False
    looks = (
        _is_mobile(row, shape, digits, spaced=spaced)
        or (row[0] == "86" and len(row) > 1 and _is_mobile(row[1:], shape[1:], digits[2:], spaced=True))
        or _is_landline(row, shape)
        or _is_card(row, shape, digits)
        or _is_american(numbers, first, row, spaced=spaced)
        or (shape == (3, 4, 4) and row[0] == "852" and row[1][0] in "456789")
        or (shape == (3, 8) and row[0] == "852" and row[1][0] in "456789")
    )
    return looks and not _is_money(numbers, first, first + len(row) - 1)


def _is_mobile(row: list[str], shape: tuple[int, ...], digits: str, *, spaced: bool) -> bool:
    if not MOBILE.fullmatch(digits) or any(DATE.fullmatch(group) for group in row):
        return False
    if shape in ((11,), (3, 4, 4), (3, 8), (3, 3, 5)):
        return True
    if shape == (7, 4):
        return not YEAR.fullmatch(row[1])
    # 15000-150000 is a range of quantities; a group that begins with zero is neither a price nor a quantity.
    return (shape == (5, 6) and spaced) or (shape[0] >= 3 and len(row) <= 4 and any(g[0] == "0" for g in row[1:]))


def _is_landline(row: list[str], shape: tuple[int, ...]) -> bool:
    if row[0][0] != "0" or all(CLOCK.fullmatch(group) for group in row):
        return False
    if shape in ((4, 3, 3), (4, 6)):
        return row[0][:2] == "09"
    return shape in LANDLINES and not DATE.fullmatch(row[1]) and not YEAR.fullmatch(row[1])


def _is_card(row: list[str], shape: tuple[int, ...], digits: str) -> bool:
    """Bank cards in fours, in six and the rest, or as American Express groups; identity cards as place, birthday, rest."""
    if shape in IDENTITIES:
        return bool(BIRTH.match(digits[6:14]))
    if shape[:4] == (4, 4, 4, 4):
        return shape in CARDS and not _is_price_row(row[:4], digits)
    return shape in CARDS and (shape[0] == 6 or digits[:2] in ("34", "37"))


def _is_price_row(row: list[str], digits: str) -> bool:
    """Whether four groups of four look like prices offered one after the other: near each other and mostly round."""
    if any(group[0] == "0" for group in row):
        return False
    values = [int(group) for group in row]
    near = max(values) <= 3 * min(values)
    round_ones = sum(value % 5 == 0 for value in values)
    falling_or_rising = values in (sorted(values), sorted(values, reverse=True))
    return near and (round_ones >= 2 or (falling_or_rising and not _passes_luhn(digits)))


def _passes_luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 if i % 2 else 1) for i, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_american(numbers: _Numbers, first: int, row: list[str], *, spaced: bool) -> bool:
    if len(row) == 4 and row[0] == "1":
        row = row[1:]
    if tuple(map(len, row)) != (3, 3, 4) or not AMERICAN.fullmatch("".join(row)):
        return False
    if numbers.spans[first][0] in numbers.after_phone:
        return True
    area, exchange, line = map(int, row)
    rising = area < exchange < line <= 2 * area
    return not rising and not (spaced and line % 10 == 0)


def _named(numbers: _Numbers, first: int, row: list[str]) -> int:
    """A shorter number that the words before it call a phone, a card or a document."""
    start = numbers.spans[first][0]
    identity = start in numbers.after_identity
    if not identity and start not in numbers.after_phone:
        return 0
    total = 0
    for count, group in enumerate(row, start=1):
        total += len(group)
        if total >= (6 if identity else 7):
            dated = count == 1 and DATE.fullmatch(group)
            return 0 if dated or _is_amount(numbers, first, first + count - 1) else count
    return 0
