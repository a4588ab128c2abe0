"""Days and time limits, in both languages, from a fixed today: Saturday, 21 November 2026."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.reading import Asked, Reading, RuleReader

TODAY = date(2026, 11, 21)


def read(text: str, today: date = TODAY, language: str = "zh-Hans") -> Reading:
    return RuleReader().read(text, Asked.model_validate({"kind": "date", "today": today, "language": language}))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", "2026-11-21"),
        ("明天下午", "2026-11-22"),
        ("后天", "2026-11-23"),
        ("周五", "2026-11-27"),
        ("这周五", "2026-11-20"),
        ("下周三前", "2026-11-25"),
        ("下个礼拜一", "2026-11-23"),
        ("下周", "2026-11-27"),
        ("月底前", "2026-11-30"),
        ("下个月底", "2026-12-31"),
        ("年底", "2026-12-31"),
        ("12月3日", "2026-12-03"),
        ("十二月三号", "2026-12-03"),
        ("2026年12月3日", "2026-12-03"),
        ("2026-12-03", "2026-12-03"),
        ("２０２６／１２／３", "2026-12-03"),
        ("20261203", "2026-12-03"),
        ("3号之前", "2026-12-03"),
        ("二十五号", "2026-11-25"),
        ("三月五号", "2027-03-05"),
        ("2月29日", "2028-02-29"),
        ("三天内", "2026-11-24"),
        ("两周后", "2026-12-05"),
        ("半个月内", "2026-12-06"),
        ("两个工作日内", "2026-11-24"),
        ("24小时内", "2026-11-22"),
        ("下班前", "2026-11-21"),
        ("國慶前", "2027-10-01"),
        ("下週三", "2026-11-25"),
    ],
)
def test_a_chinese_day_is_found(text: str, day: str) -> None:
    assert str(read(text).date) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-21"),
        ("tomorrow", "2026-11-22"),
        ("the day after tomorrow", "2026-11-23"),
        ("Friday", "2026-11-27"),
        ("next Wednesday", "2026-11-25"),
        ("by Dec 3", "2026-12-03"),
        ("3 December", "2026-12-03"),
        ("3rd of December", "2026-12-03"),
        ("December 3, 2027", "2027-12-03"),
        ("by the 15th", "2026-12-15"),
        ("end of the month", "2026-11-30"),
        ("EOM", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("by the end of July", "2027-07-31"),
        ("year-end", "2026-12-31"),
        ("within two weeks", "2026-12-05"),
        ("in 10 working days", "2026-12-04"),
        ("in a fortnight", "2026-12-05"),
        ("a month from now", "2026-12-21"),
        ("next week", "2026-11-27"),
        ("mid-March", "2027-03-15"),
        ("12/15", "2026-12-15"),
        ("31/12", "2026-12-31"),
    ],
)
def test_an_english_day_is_found(text: str, day: str) -> None:
    assert str(read(text, language="en").date) == day


def test_three_twelve_is_the_twelfth_of_march_in_chinese_and_the_nearer_day_in_english() -> None:
    assert read("3/12").date == date(2027, 3, 12)
    assert read("3/12", language="en").date == date(2026, 12, 3)


@pytest.mark.parametrize(
    "text", ["before the July board", "旺季前", "董事会之前", "赶在涨价前", "before the season", "by noon", "春节前", "下午三点", "Q3"]
)
def test_a_time_limit_without_a_day_is_still_a_time_limit(text: str) -> None:
    reading = read(text)
    assert (reading.has_date, reading.date, bool(reading.date_words)) == (True, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "目前",
        "之前聊过",
        "三号车间",
        "谈三天",
        "以前的供应商",
        "3个点",
        "2月30日",
        "13月1日",
        "31/31",
        "the 3rd floor",
        "加强沟通",
        "send the brochure",
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert not read(text).has_date


def test_of_two_days_the_one_to_come_is_meant() -> None:
    assert read("从上周五改到下周三").date == date(2026, 11, 25)


def test_the_words_of_the_date_are_quoted_as_typed() -> None:
    assert read("下週三前同意兩輛車試用").date_words == "下週三前"


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_a_written_day_with_its_year_never_depends_on_today(day: date, today: date) -> None:
    month = calendar.month_name[day.month]
    for text in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
    ):
        assert read(text, today).date == day


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 31), st.sampled_from(range(1, 13)))
@settings(max_examples=100, deadline=None)
def test_a_day_without_a_year_is_the_next_one(today: date, day: int, month: int) -> None:
    found = read(f"{month}月{day}日", today).date
    if day > calendar.monthrange(2000, month)[1]:
        assert found is None
    else:
        assert found is not None
        assert (found.month, found.day) == (month, day)
        assert today <= found <= today + timedelta(days=366 * 8)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.sampled_from("一二三四五六日"))
@settings(max_examples=60, deadline=None)
def test_a_weekday_of_next_week_lies_in_next_week(today: date, weekday: str) -> None:
    found = read(f"下周{weekday}", today).date
    assert found is not None
    monday = today - timedelta(days=today.weekday())
    assert monday + timedelta(days=7) <= found <= monday + timedelta(days=13)
    assert found.weekday() == "一二三四五六日".index(weekday)
