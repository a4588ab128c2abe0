"""Days and time limits in a sentence: 下周三前, 月底, 12月3日, by Friday, within two weeks, before the July board.

Knows the calendar and how people name its days; the day that counts as today is handed in. A week starts on Monday; "next Friday" and
下周五 are the Friday of the coming calendar week; a day without a year is the next one from today on; a whole week ends, as people mean
it, on its Friday."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coaching.reading.numerals import WORDS, chinese_value
from coaching.reading.patterns import compiled

Resolver = Callable[[re.Match[str], date, str], date | None]


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or time limit at `start` … `end`; `day` is None where it names no single day (before the season)."""

    start: int
    end: int
    day: date | None


_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if n}
_MONTH = r"(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in _MONTHS) + r"|sept)\b\.?"
_WEEKDAYS = {name[:3]: n for n, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_WEEKDAY = r"(?P<weekday>mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b"
_HAN = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_COUNT = r"(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
_COUNT_EN = r"(?P<count>\d{1,3}|an?|" + "|".join(word for word in WORDS if word != "zero") + ")"
_HAN_DAYS = {"今": 0, "明": 1, "后": 2, "大后": 3, "昨": -1, "前": -2}
_FIXED_DAYS = {
    "元旦": (1, 1), "五一": (5, 1), "劳动节": (5, 1), "六一": (6, 1), "国庆": (10, 1), "十一": (10, 1), "双十一": (11, 11),
    "双十二": (12, 12), "圣诞": (12, 25),
}  # fmt: skip
_EVENTS = (
    "会|会议|例会|年会|董事会|评审会?|开学|投产|开业|开工|开盘|上线|上市|招标|开标|投标|收粮|旺季|淡季|过年|年关|交货|发货|验收|续约|到期|审计|检查|盘点|放假|节|春节|中秋|端午|清明|国庆|元旦|"
    "五一|新年|考核|大促|活动|涨价|调价|换届|签约|试点|雨季|冬天|夏天|采暖季?|汛期|生产季|收割|开机|改造|搬迁|中午|天黑|散会|离开|走|见面|拜访|查房|封账|结账|报表|预算|采购季?|招生|开园|体检|双十一"
)
_EVENTS_EN = r"""
    (?:[a-z']+ ){0,3}?(?:board|meeting|audit|season|harvest|deadline|launch|close|closing|review|holidays?|christmas|easter|thanksgiving|
    new year|spring festival|ramadan|lunch|noon|midnight|shutdown|stocktake|inspection|go-live|opening|tender|budget|renewal|expiry|
    price (?:rise|increase)|contract (?:ends|expires)|summer|winter|autumn|fall|spring|rush|quarter|weekend|conference|fair|committee|
    vacation|reorgani[sz]ation)\b
    """


def find(folded: str, today: date, language: str) -> tuple[Dated, ...]:
    """The days and time limits in a comparable text, in order; impossible days (31 February) are none."""
    found = []
    for match, resolve in _matches(folded):
        try:
            found.append(Dated(match.start(), match.end(), resolve(match, today, language)))
        except (ValueError, OverflowError):
            continue
    return tuple(found)


def stretches(folded: str) -> tuple[tuple[int, int], ...]:
    """Where days and times stand, so that their digits are not taken for amounts."""
    return tuple((match.start(), match.end()) for match, _ in _matches(folded))


def _matches(folded: str) -> Iterator[tuple[re.Match[str], Resolver]]:
    """The longest reading at each place; earlier patterns win."""
    taken: list[tuple[int, int]] = []
    found = []
    for pattern, resolve in _PATTERNS:
        for match in pattern.finditer(folded):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                found.append((match, resolve))
    return iter(sorted(found, key=lambda hit: hit[0].start()))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text in ("a", "an"):
        return 1
    value = WORDS.get(text) or chinese_value(text)
    if value is None:
        raise ValueError(text)
    return int(value)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def _next(month: int, day: int, today: date, year: int | None = None) -> date:
    """The day of the year that is meant: the next one from today on, where no year is given."""
    if year is not None:
        return date(year, month, day)
    for year_after in range(9):
        try:
            found = date(today.year + year_after, month, day)
        except ValueError:
            if (month, day) != (2, 29):
                raise
            continue
        if found >= today:
            return found
    raise ValueError((month, day))


def _month_end(today: date, months: int = 0) -> date:
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def _in_week(today: date, weeks: int, weekday: int) -> date:
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks, days=weekday)


def _month_number(name: str) -> int:
    return next(n for full, n in _MONTHS.items() if full.startswith(name[:3]))


def _full(match: re.Match[str], today: date, language: str) -> date | None:
    return date(_number(match["year"]), _number(match["month"]), _number(match["day"]))


def _month_day_han(match: re.Match[str], today: date, language: str) -> date | None:
    year = match["year"]
    return _next(_number(match["month"]), _number(match["day"]), today, {"明": today.year + 1, "今": today.year}.get(year, _year(year)))


def _month_day_en(match: re.Match[str], today: date, language: str) -> date | None:
    return _next(_month_number(match["month"]), int(match["day"]), today, _year(match["year"]))


def _slashed(match: re.Match[str], today: date, language: str) -> date | None:
    """Month first in Chinese; in English whichever reading comes next, since both habits exist."""
    first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
    readings = []
    for month, day in ((first, second), (second, first))[: 1 if language.startswith("zh") and first <= 12 else 2]:
        try:
            readings.append(_next(month, day, today, year))
        except ValueError:
            continue
    return min(readings, key=lambda day: (day < today, day)) if readings else date(today.year, first, second)


def _month_part_han(match: re.Match[str], today: date, language: str) -> date | None:
    month = _number(match["month"])
    return _part(_next(month, calendar.monthrange(today.year, month)[1], today), match["part"])


def _part(last: date, part: str | None) -> date | None:
    """The end of the named part of the month that ends on `last`."""
    days = {"底": last.day, "末": last.day, "内": last.day, "下旬": last.day, "中旬": 20, "中": 15, "上旬": 10}
    return last.replace(day=days[part]) if part in days else None


def _relative_month_han(match: re.Match[str], today: date, language: str) -> date | None:
    months = {"下": 1, "下个": 1, "下下": 2, "下下个": 2, "上": -1, "上个": -1}.get(match["which"] or "", 0)
    return _part(_month_end(today, months), match["part"])


def _weekday_han(match: re.Match[str], today: date, language: str) -> date | None:
    which = (match["which"] or "").replace("个", "")
    weekday = "一二三四五六日天末".index(match["weekday"])
    weekday = {7: 6, 8: 5}.get(weekday, weekday)
    if not which:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    return _in_week(today, {"下": 1, "下下": 2, "上": -1}.get(which, 0), weekday)


def _week_end(today: date, weeks: int) -> date:
    """The Friday of a week; its Sunday when the Friday is gone."""
    friday = _in_week(today, weeks, 4)
    return friday if friday >= today or weeks else friday + timedelta(days=2)


def _week_han(match: re.Match[str], today: date, language: str) -> date | None:
    return _week_end(today, {"下": 1, "下下": 2, "上": -1}.get(match["which"].replace("个", ""), 0))


def _weekday_en(match: re.Match[str], today: date, language: str) -> date | None:
    weekday = _WEEKDAYS[match["weekday"][:3]]
    weeks = {"next": 1, "this": 0, "last": -1}.get(match["which"] or "")
    return today + timedelta(days=(weekday - today.weekday()) % 7) if weeks is None else _in_week(today, weeks, weekday)


def _after(match: re.Match[str], today: date, language: str) -> date | None:
    unit, text = match["unit"], match["count"]
    count = 0 if text == "半" else _number(text)
    if text == "半" and "月" in unit:
        return today + timedelta(days=15)
    if "月" in unit or unit.startswith("month") or (text == "半" and "年" in unit):
        last = _month_end(today, count or 6)
        return last.replace(day=min(today.day, last.day))
    if "小时" in unit or unit.startswith("hour"):
        return today + timedelta(days=-(-count // 24) if count >= 24 else 0)
    if "工作日" in unit or "working" in unit or "business" in unit:
        return _working_days(today, count)
    if "年" in unit or unit.startswith("year"):
        return _next(today.month, today.day, today, today.year + count)
    days = 14 if unit.startswith("fortnight") else 1 if unit in ("天", "日") or unit.startswith("day") else 7
    return today + timedelta(days=count * days)


def _working_days(today: date, count: int) -> date:
    day = today
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _day_of_month(match: re.Match[str], today: date, language: str) -> date | None:
    """The next month that has such a day."""
    day = _number(match["day"])
    if not 1 <= day <= 31:
        raise ValueError(day)
    for months in range(12):
        last = _month_end(today, months)
        if day <= last.day and last.replace(day=day) >= today:
            return last.replace(day=day)
    raise ValueError(day)


def _quarter_end(match: re.Match[str], today: date, language: str) -> date | None:
    text = match["quarter"]
    quarter = (today.month - 1) // 3 + 1 if not text else _number(text)
    if not match["end"]:
        return None
    return _next(quarter * 3, 31 if quarter in (1, 4) else 30, today)


def _year_end(match: re.Match[str], today: date, language: str) -> date | None:
    return date(today.year + (1 if match["which"] in ("明", "next") else 0), 12, 31)


def _end_en(match: re.Match[str], today: date, language: str) -> date | None:
    what, nxt = match["what"], bool(match["which"] == "next")
    if what == "week":
        return _week_end(today, int(nxt))
    if what == "month":
        return _month_end(today, int(nxt))
    if what == "quarter":
        return _month_end(today, 2 - (today.month - 1) % 3 + 3 * nxt)
    if what == "year":
        return date(today.year + nxt, 12, 31)
    if what == "day":
        return today
    month = _month_number(what)
    return _next(month, calendar.monthrange(today.year, month)[1], today)


def _in_days(days: int) -> Resolver:
    return lambda match, today, language: today + timedelta(days=days)


def _day_han(match: re.Match[str], today: date, language: str) -> date | None:
    return today + timedelta(days=_HAN_DAYS[match["day"]])


def _feast(match: re.Match[str], today: date, language: str) -> date | None:
    return _next(*_FIXED_DAYS[match["feast"]], today)


def _next_week_en(match: re.Match[str], today: date, language: str) -> date | None:
    return _week_end(today, 1 if match["which"] == "next" else 0) if match["unit"] == "week" else None


def _mid_month_en(match: re.Match[str], today: date, language: str) -> date | None:
    return _next(_month_number(match["month"]), 15, today)


def _open(match: re.Match[str], today: date, language: str) -> date | None:
    """A time limit that names no single day."""
    return None


_UP_TO = r"(?:\s?(?:之前|以前|前|之内|以内|内))?"
_PATTERNS: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (compiled(expression), resolve)
    for expression, resolve in (
        (r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?!\d)", _full),
        (r"(?<!\d)(?P<year>20\d\d)\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})(?!\d)\s?[日号]?" + _UP_TO, _full),
        (rf"(?:(?P<year>20\d\d|今|明)年)?(?P<month>{_HAN})\s?月\s?(?P<day>{_HAN})\s?[日号]?(?![个\d])" + _UP_TO, _month_day_han),
        (rf"(?P<month>{_HAN})月(?:份)?(?P<part>底|末|初|上旬|中旬|下旬|中)?" + _UP_TO, _month_part_han),
        (rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year>20\d\d))?", _month_day_en),
        (rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}(?:,?\s(?P<year>20\d\d))?", _month_day_en),
        (
            r"""
                (?:(?<![\d/.])(?P<first>\d{1,2})[/](?P<second>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\d/%:]|\.\d|\s?小时|\s?up\b|
                \s?of\b))(?<!24/7)(?<!7/24)
                """
            + _UP_TO,
            _slashed,
        ),
        (r"(?P<day>大后|今|明|后|昨|前)(?:天|日|晚|早|儿(?!子))(?:早上|上午|中午|下午|晚上)?" + _UP_TO, _day_han),
        (r"(?P<which>下下个?|下个?|这个?|本|上个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![个到])" + _UP_TO, _weekday_han),
        (r"(?P<which>下下个?|下个?|这个?|本)(?:周|星期|礼拜)(?![一二三四五六日天末])" + _UP_TO, _week_han),
        (
            r"""
            (?:(?P<which>下下个?|下个?|这个?|本|当|上个?)月|(?<![个\d一二三四五六七八九十])月(?=底|末|内))(?P<part>底|末|初|
            上旬|中旬|下旬|中|内)?
            """
            + _UP_TO,
            _relative_month_han,
        ),
        (
            rf"""
            {_COUNT}\s?(?P<unit>个?(?:工作日|小时|钟头|星期|礼拜|月)|天|日|周|年)\s?(?:之内|以内|内|之后|以后|后(?!天)|之前|
            以前|前)
            """,
            _after,
        ),
        (r"(?:第?(?P<quarter>[一二三四1-4])季度?|(?:本|这个|这)?季度?(?=末|底|内))(?P<end>末|底|内)?" + _UP_TO, _quarter_end),
        (r"(?:(?P<which>今|明)年|(?<!\d)年)(?:底|末|内)" + _UP_TO, _year_end),
        (
            r"""
            (?<![\d十百千万点块])(?P<feast>双十一|双十二|元旦|五一(?![台套条件箱吨个月年间斤])|劳动节|六一|国庆|圣诞|
            十一(?=前|之前|以前|假))(?:节|假期?)?(?:之前|以前|前)?
            """,
            _feast,
        ),
        (rf"(?:{_EVENTS})(?:之前|以前|前(?![台面后]))|年前|年后|节前|会前|赶在[^。!?,，]{{1,12}}前", _open),
        (
            rf"""
            (?<![\d.])(?P<day>{_HAN})\s?[号日](?!车间|楼|线|机|厂|门|库|仓|店|炉|井|站|馆|产线|井|设备|柜|位|工|电|段|岗|房|
            窗|站|[a-z])
            """
            + _UP_TO,
            _day_of_month,
        ),
        (
            r"""
            (?:上午|下午|早上|晚上|中午|今晚|明早|早|晚)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|钟|整|一刻|前|之前|
            以前|\d{1,2}分)|(?:上午|下午|早上|晚上|中午)(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点)?|\d{1,2}:\d{2}
            """,
            _open,
        ),
        (r"(?:[今明后去]年|下半年|上半年)(?:\d{1,2}月)?", _open),
        (
            r"""
            \b(?:by |at |on )?(?:the )?(?:end of|month[- ]end|year[- ]end|quarter[- ]end)\b(?:\s(?:the|
            this))?(?:\s(?P<which>next))?(?:\s(?P<what>week|month|quarter|year|day|
            """
            + "|".join(_MONTHS)
            + r"))",
            _end_en,
        ),
        (r"\b(?:the )?end of (?:the )?q(?P<quarter>[1-4])(?P<end>\b)", _quarter_end),
        (r"\bq(?P<quarter>[1-4])\b(?P<end>x)?", _quarter_end),
        (r"\b(?P<what>month|year|quarter|week)[- ]end\b(?P<which>x)?", _end_en),
        (
            r"""
            \be(?:o|nd of )(?P<which>x)?(?P<what>m|w|y|d|q)\b|\bc(?:ob|lose of business)\b(?! (?:mon|tue|wed|thu|fri))
            """,
            lambda match, today, language: _eo(match["what"], today),
        ),
        (r"\bday after tomorrow\b", _in_days(2)),
        (r"(?:今天)?下班(?:之前|以前|前)", _in_days(0)),
        (r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", _in_days(0)),
        (r"\btomorrow\b(?: (?:morning|afternoon|evening|night))?|\btmrw\b", _in_days(1)),
        (rf"\b(?:(?P<which>next|this|last|coming)\s)?{_WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?", _weekday_en),
        (
            rf"""
            \b(?:within|in|inside|after|next)\s(?:the next\s|the\s)?{_COUNT_EN}\s(?P<unit>(?:working |business )?(?:hour|day|
            week|fortnight|month|year))s?\b(?:'?\stime)?
            """,
            _after,
        ),
        (rf"\b{_COUNT_EN}\s(?P<unit>(?:working |business )?(?:day|week|fortnight|month)s?)(?:'\stime|\sfrom\s(?:now|today))", _after),
        (r"\b(?P<which>next|this)\s(?P<unit>week|weekend|month|quarter|year)\b", _next_week_en),
        (rf"\b(?:mid|middle of)[- ]{_MONTH}", _mid_month_en),
        (
            rf"""
            \b(?:by|before|until|till|prior to|ahead of|no later than)\s(?:the\s|our\s|his\s|her\s|their\s|your\s|
            next\s)?{_EVENTS_EN}
            """,
            _open,
        ),
        (
            rf"""
            \b(?:by|before|until|till|in|at|for|early|late|this|next|during|through|from|since|after)\s(?:early\s|late\s|
            the\s)?{_MONTH}
            """,
            _open,
        ),
        (r"\bthe\s(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s(?:floor|time|of|century|one|year))", _day_of_month),
        (r"\b(?:at\s)?\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?|\bat\s(?:noon|\d{1,2}:\d{2}|\d{1,2}\so'clock)|\b\d{1,2}:\d{2}\b", _open),
    )
)


def _eo(what: str | None, today: date) -> date:
    """EOM, EOW, EOY, EOQ, EOD and close of business."""
    if what == "w":
        return _week_end(today, 0)
    months = {"m": 0, "q": 2 - (today.month - 1) % 3, "y": 12 - today.month}
    return _month_end(today, months[what]) if what in months else today
