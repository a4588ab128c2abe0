"""Amounts in a text: their exact value, currency, unit, or that they are a percentage. `Decimal`, never float.

Knows how numbers, money, discounts and units are written in Chinese and English. Knows not what an amount means: whether it is a
price on offer is the business of `coaching.reading.offers`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from coaching.reading import dates
from coaching.reading.numerals import (
    ARABIC,
    CHINESE_RUN,
    COUNTED,
    DIGIT,
    DIGITS,
    ENGLISH_RUN,
    SCALES,
    chinese_value,
    english_value,
)
from coaching.reading.patterns import compiled
from coaching.reading.text import typed


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at `start` … `end` of the text with what belongs to it. A percentage that is a discount is positive: 八五折 is 15.

    `unit` is what it counts (vehicles, 台); `scaled` tells that 万, k or the like was written."""

    value: Decimal
    start: int
    end: int
    currency: str = ""
    percent: bool = False
    unit: str = ""
    scaled: bool = False

    @property
    def counted(self) -> bool:
        """It counts things (196 vehicles) and is neither money nor a bare number."""
        return bool(self.unit) and not self.currency and not self.percent


_CURRENCIES = {
    "¥": "CNY", "rmb": "CNY", "cny": "CNY", "元": "CNY", "块": "CNY", "人民币": "CNY", "yuan": "CNY", "renminbi": "CNY", "kuai": "CNY",
    "$": "USD", "us$": "USD", "usd": "USD", "美元": "USD", "美金": "USD", "dollar": "USD", "buck": "USD", "€": "EUR", "eur": "EUR",
    "euro": "EUR", "欧元": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP", "pound": "GBP", "quid": "GBP", "hk$": "HKD", "hkd": "HKD",
    "港币": "HKD", "港元": "HKD", "nt$": "TWD", "twd": "TWD", "台币": "TWD", "新台币": "TWD", "jpy": "JPY", "yen": "JPY", "日元": "JPY",
}  # fmt: skip
_CODES = "rmb|cny|usd|eur|gbp|hkd|twd|jpy"
_BEFORE = compiled(rf"(?:us\$|hk\$|nt\$|\$|¥|€|£|(?<![a-z])(?:{_CODES})|人民币)\s?$")
_AFTER = compiled(
    rf"\s?(?P<word>us\$|hk\$|nt\$|[$¥€£]|(?:{_CODES}|yuan|renminbi|kuai|dollars?|bucks?|euros?|pounds?|quid|yen)(?![a-z])"
    r"|人民币|美元|美金|欧元|英镑|港币|港元|新?台币|日元|元|块(?![屏板电田地儿牌砖表硬玻料肉业内]))(?:钱|整)?"
)
_NOT_COUNTED = rf"(?![\d.%折十百千万]|(?![一两]{COUNTED}){DIGIT}|{COUNTED})"
_CENTS = compiled(rf"(?P<jiao>\d|{DIGIT})(?:[毛角](?:(?P<fen>\d|{DIGIT})分?)?)?{_NOT_COUNTED}")
_JIAO = compiled(rf"(?P<jiao>\d|{DIGIT})[毛角](?:(?P<fen>\d|{DIGIT})分?)?")

_HAN = re.compile(r"[\u4e00-\u9fff]")
# Not amounts: phones, cards, clock times, ratios, web addresses, and what was masked before it reached us.
_NO_NUMBER = compiled(
    r"https?://\S{1,200}|[\w.+-]{1,64}@[\w-]{1,64}\.\w|[\d*•●█]{0,12}[*•●█]{2,}[\d*•●█]{0,12}|\d{3}[x×]{4}\d{4}|\+\d[\d\s()-]{7,20}\d"
    r"|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)400-?\d{3}-?\d{4}(?!\d)|(?<![\d.])0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)"
    r"""
        |(?<!\d)\d{3}-\d{3,4}-\d{4}(?!\d)|\(\d{3}\)\s?\d{3}-\d{4}|(?<![\d.,])\d{11,}x?|(?<!\d)\d{1,4}:\d{1,4}|
        (?<!\d)\d{1,4}\s?[x×*]\s?\d{1,4}|\b24/7\b
        """
)
_NUMBER = compiled(
    r"https?://\S+|\S+@\S+\.\S+|[\d*•●█]*[*•●█]{2,}[\d*•●█]*|\+\d[\d\s()-]{7,}\d|(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"
    r"|(?<!\d)400-?\d{3}-?\d{4}(?!\d)|(?<![\d.])0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)|(?<!\d)\d{3}-\d{3,4}-\d{4}(?!\d)"
    r"|\(\d{3}\)\s?\d{3}-\d{4}|(?<![\d.,])\d{11,}x?|\d+:\d+|\d+\s?[x×*]\s?\d+|\b24/7\b"
)
_NUMBER = compiled(
    rf"(?P<chinese>{CHINESE_RUN})"
    rf"|(?P<arabic>{ARABIC})(?:\s?(?P<scale>(?:k|thousand|grand|million|mil|mn|billion|bn|m|w)(?![a-z0-9²³])))?"
    rf"|(?P<english>{ENGLISH_RUN})(?:\s(?P<also>grand)\b)?"
)
_MORE = compiled(r"[多余来几]?(?P<unit>[万亿])|多|来|余|出头|几")
_PERCENT = compiled(
    r"\s?(?:%|percentage\spoints?|percent|per\scent|pct\b|pp\b|个?百分点|个点(?!先|试|位|装|做|上|一起))"
    r"|\s?成(?P<half>[一二三四五六七八九半])?(?![本交功为员立品不熟绩果])"
)
_POINTS = compiled(r"\s?(?:points?|pts?)\b(?P<sure>\s(?:off|discount|of\s(?:margin|discount)))?|点(?=[。，,;!?吧了]|$)")
_POINTS_CONTEXT = compiled(
    r"(?:off|discount|margin|come down|drop|knock|another|give you|让|降|优惠|便宜|下浮|返|毛利|利润|扣|打)[^。.!?]{0,14}$"
)
_SITES = compiled(r"(?:做|试|装|跑|选|挑|开|建|布|测|收粮|网|站|覆盖|上线|铺)[了满这那先]?$")
_FOLD = compiled(r"\s?折(?![旧腾中算返磨合叠])")
_FRACTION = compiled(rf"(?P<of>[百千万])分之\s?(?:(?P<all>百)|(?P<number>{ARABIC}|{CHINESE_RUN}|{DIGIT}+))")
_HALF_PRICE = compiled(r"半价|对折|\bhalf[\s-]price\b|\bhalf off\b|\b50/50\b")
_HALF_MILLION = compiled(r"\bhalf a (?P<scale>million|billion)\b")
_SURE_UNIT = compiled(
    r"""
        \s?(?P<unit>个?(?:工作日|小时|钟头|月|季度|星期|礼拜)|分钟|秒|公里|公斤|千克|毫米|厘米|平米|平方|立方|千瓦|人次|人天|
        批次|门店|车间|英寸
        """
    r"|(?!包[含括邮安装税运送您教培干]|款到|条件|单[价位独子]|支[持付]|批[准下]|次[月年日性]|期限|步到位)[台辆套条件箱吨人次天年周层米亩斤升户家位名席间单张份瓶盒包支把页步倍款期批例宗桶匹])"
)
# 一 is a number only before what is measured: 一年, but not 一次, 一家.
_ONE = compiled(r"\s?(?:个?(?:工作日|小时|钟头|月|季度|星期|礼拜)|分钟|公里|公斤|千克|[台辆套箱吨天年周成倍斤亩])")
_UNIT = compiled(r"\s?(?P<unit>[个月日楼克度瓦寸岁种类项车趟站头口店班组区点路线轮遍局号分道局卷袋根册本门座栋楼])")
_ABBREVIATION = compiled(
    r"""
        (?P<unit>kg|g|mg|mm|cm|km|kwh|kw|mw|gb|mb|tb|ghz|mhz|hz|pcs|ml|l|t|h|hrs?|mins?|s|sec|ms|v|a|w|px|yrs?|mo|ft|in|sqm|
        m²|m³|m2|x)(?![a-z0-9])
        """
)
_NOT_PLURAL = (
    "was|is|has|does|gets|gives|comes|goes|means|covers|makes|sounds|works|looks|feels|plus|less|unless|yours|ours|this|perhaps|always|as|its|"
    "us|needs|costs|includes|stands|stays|leaves|buys|takes|lets|it's|that's|let's|here's|there's|he's|she's|what's|ends|beats|tops|across|becomes|turns|drops|falls|rises|applies|holds|remains|says|saves|wins|pays|earns|feels|seems|starts|lasts|equals|yes|thanks|cheers|boss"
)
_FUNCTION = (
    "a|an|the|and|or|per|each|apiece|for|all|if|with|when|once|are|to|on|in|at|of|but|by|from|incl|net|flat|max|then|now|today|only|so|because|"
    "which|we|you|i|it|until|before|off|not|can|could|would|will|should|have|had|do|your|our|my|their|his|her|they|while|since|how|what|why|who|every"
)
_NOUN = compiled(
    rf"""
        -(?P<tied>[a-z]+)|\s(?!(?:{_NOT_PLURAL})\b)(?P<noun>[a-z-]+s|people|men|women|staff|feet|head|month|week|day|year|
        hour|minute|person)\b
        """
    rf"|\s(?!(?:{_FUNCTION}|{_NOT_PLURAL})\b)[a-z-]+\s(?!(?:{_NOT_PLURAL})\b)(?P<later>[a-z-]+[a-rt-z]s|people)\b"
)
_MODEL_BEFORE = compiled(r"""
    (?:[a-z_]|(?<!\d)[a-z]-|(?<=\d)[a-jlnp-vx-z]-|[a-z]-?\d+[.-]|(?:型号|货号|编号|合同号|房间|第|(?<![a-z])(?:room|gate|model|version|no\.|iso)|#)\s?)$
    """)
_MODEL_AFTER = compiled(r"型|号楼|系列|版|代|[a-z_]")


def amounts_in(folded: str, taken: tuple[tuple[int, int], ...] = (), chinese: bool = False) -> tuple[Amount, ...]:
    """The amounts in a comparable text, in order; stretches that are `taken` (dates) hold none.

    `chinese` tells that the rep writes Chinese where the text does not show it: 26w is then 26万 and not watts."""
    ten_thousands = chinese or bool(_HAN.search(folded))
    found = list(_set_phrases(folded))
    blocked = [*taken, *(m.span() for m in _NO_NUMBER.finditer(folded)), *((a.start, a.end) for a in found)]
    place = 0
    while match := _NUMBER.search(folded, place):
        place = match.end()
        if any(start < match.end() and match.start() < end for start, end in blocked):
            continue
        amount = _amount(folded, match, ten_thousands)
        if amount is not None:
            found.append(amount)
            place = max(place, amount.end)
    return tuple(sorted(found, key=lambda amount: amount.start))


def parse_amounts(text: str, most: int = 2000) -> tuple[Amount, ...]:
    """The amounts in the first `most` characters of a text as typed, dates and phone numbers left out."""
    folded = typed(text, most).folded
    return amounts_in(folded, dates.stretches(folded))


def parse_amount(text: str) -> Decimal | None:
    """The one amount that an answer names: the only sum of money, else the only number; None where there is none or a choice."""
    found = parse_amounts(text)
    money = [a for a in found if a.currency]
    bare = [a for a in found if not a.counted and not a.percent]
    for group in (money, bare, [a for a in found if not a.percent]):
        if group:
            return group[0].value if len({amount.value for amount in group}) == 1 else None
    return None


def plain(value: Decimal) -> str:
    """A decimal as people write it: no exponent, no zeros at the end."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _set_phrases(folded: str) -> Iterator[Amount]:
    """百分之五, 千分之六, half price, half a million."""
    for match in _FRACTION.finditer(folded):
        value = Decimal(100) if match["all"] else _value(match["number"])
        if value is not None:
            per = {"百": 1, "千": 10, "万": 100}[match["of"]]
            yield Amount(value / per, match.start(), match.end(), percent=True)
    for match in _HALF_PRICE.finditer(folded):
        yield Amount(Decimal(50), match.start(), match.end(), percent=True)
    for match in _HALF_MILLION.finditer(folded):
        yield Amount(Decimal(SCALES[match["scale"]] // 2), match.start(), match.end(), scaled=True)


def _value(run: str) -> Decimal | None:
    bare = run.replace(",", "")
    return Decimal(bare) if re.fullmatch(r"\d*\.?\d+", bare) else chinese_value(run)


def _amount(folded: str, match: re.Match[str], ten_thousands: bool) -> Amount | None:
    """The amount that starts with this number, or None where it is no amount (a model, an ordinal, a turn of speech)."""
    start = match.start()
    before = _BEFORE.search(folded, max(0, start - 6), start)
    if before is None and _MODEL_BEFORE.search(folded, max(0, start - 8), start):
        return None
    run: str = match["chinese"] or match["arabic"] or match["english"]
    if not match["english"] and (discount := _discount(folded, start, match.end())):
        return discount
    sized = _sized(folded, match, run, bool(before), ten_thousands)
    if sized is None:
        return None
    value, end, scaled = sized
    if percent := _percent(folded, start, end, value):
        return percent
    if money := _money(folded, match, run, value, end):
        return money
    if before:
        return Amount(value, before.start(), end, currency=_currency(before.group()), scaled=scaled)
    sure = _SURE_UNIT.match(folded, end) or _ABBREVIATION.match(folded, end)
    unit = sure or _UNIT.match(folded, end) or _NOUN.match(folded, end)
    if unit is None and _MODEL_AFTER.match(folded, end):
        return None
    # A lone 一, 十 or 'one' is rarely a number (一下, 十分, that one); a lone digit in words counts only with a unit.
    alone = run == folded.strip(" 。.")
    if not scaled and not alone and (
        (run == "one" and not (unit and folded[unit.start() :].startswith((" month", " week", " day", " year", " hour"))))
        or ((run in DIGITS or run == "十") and sure is None)
        or (run == "一" and not _ONE.match(folded, end))
    ):  # fmt: skip
        return None
    if unit is None:
        return Amount(value, start, end, scaled=scaled)
    named = next(word for word in unit.groupdict().values() if word)
    return Amount(value, start, unit.end(), unit=named, scaled=scaled)


def _sized(folded: str, match: re.Match[str], run: str, money: bool, ten_thousands: bool) -> tuple[Decimal, int, bool] | None:
    """Value, end and whether a scale (万, k, million) was written."""
    end, scaled = match.end(), False
    value: Decimal | None
    if match["english"]:
        if run.startswith(("hundred", "thousand", "million")):
            return None  # several hundred
        return english_value(run) * (1000 if match["also"] else 1), end, "thousand" in run or "million" in run or bool(match["also"])
    if match["chinese"]:
        value, scaled = chinese_value(run), run[-1] in "万亿"
    else:
        value = Decimal(run.replace(",", ""))
        scale = match["scale"]
        # 15w is 15万 where Chinese is written; 30m is 30 metres among Chinese words, unless it is money.
        if scale and (ten_thousands if scale == "w" else money or scale != "m" or not _HAN.search(folded)):
            value, scaled = value * (10**4 if scale == "w" else SCALES[scale]), True
        elif scale:
            end = match.end("arabic")
    if value is None:
        return None
    if more := _MORE.match(folded, end):
        end = more.end()
        if more["unit"] and not scaled:
            value, scaled = value * (10**4 if more["unit"] == "万" else 10**8), True
    return Decimal(plain(value)), end, scaled


def _discount(folded: str, start: int, end: int) -> Amount | None:
    """八折, 85折, 九五折, 8.8折: what is taken off, in percent."""
    while end < len(folded) and end - start < 4 and folded[end] in DIGITS:
        end += 1
    sign = _FOLD.match(folded, end)
    if sign is None:
        return None
    run = folded[start:end].strip()
    kept = Decimal("".join(str(DIGITS[letter]) for letter in run)) if all(letter in DIGITS for letter in run) else _value(run)
    if kept is None:
        return None
    kept = kept * 10 if kept <= 10 else kept
    return Amount(100 - kept, start, sign.end(), percent=True) if 0 < kept <= 100 else None


def _percent(folded: str, start: int, end: int, value: Decimal) -> Amount | None:
    """5%, 五个点, 三成五, two points off; 个点 after 做 or 试 are sites and not percent."""
    if sign := _PERCENT.match(folded, end):
        word = sign.group().strip()
        if word == "个点" and _SITES.search(folded, max(0, start - 4), start):
            return None
        if word.startswith("成"):
            if value > 10:
                return None
            value = value * 10 + (0 if not sign["half"] else 5 if sign["half"] == "半" else DIGITS[sign["half"]])
        return Amount(value, start, sign.end(), percent=True)
    points = _POINTS.match(folded, end)
    if points and (points["sure"] or _POINTS_CONTEXT.search(folded, max(0, start - 24), start)):
        return Amount(value, start, points.end(), percent=True)
    return None


def _money(folded: str, match: re.Match[str], run: str, value: Decimal, end: int) -> Amount | None:
    """A number followed by a currency, with the small change behind it: 四十九块五, 30元5角, 9块3毛7, 五毛."""
    before = _BEFORE.search(folded, max(0, match.start() - 6), match.start())
    start = before.start() if before else match.start()
    if after := _AFTER.match(folded, end):
        cents = (_CENTS if after["word"] == "块" else _JIAO).match(folded, after.end()) if after["word"] in ("块", "元") else None
        if run == "一" and after["word"] == "块" and not after.group().endswith("钱") and cents is None:
            return None  # 一块 is "together" or "a piece" far more often than a price
        if cents is not None:
            value += Decimal(_digit(cents["jiao"])) / 10 + Decimal(_digit(cents["fen"])) / 100
        return Amount(value, start, cents.end() if cents else after.end(), currency=_currency(after["word"]))
    if not match["english"] and (jiao := _JIAO.match(folded, match.start())):
        change = Decimal(_digit(jiao["jiao"])) / 10 + Decimal(_digit(jiao["fen"])) / 100
        return Amount(change, start, jiao.end(), currency="CNY")
    return None


def _digit(letter: str | None) -> int:
    return 0 if not letter else DIGITS[letter] if letter in DIGITS else int(letter)


def _currency(word: str) -> str:
    bare = word.strip()
    return _CURRENCIES.get(bare) or _CURRENCIES[bare.rstrip("s")]
