"""Amounts: every way of writing a number, exactly, and what is no amount at all."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.reading import parse_amount, parse_amounts

WIDE = str.maketrans("0123456789.,%¥$", "０１２３４５６７８９．，％￥＄")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15万", "150000"),
        ("1.5 亿", "150000000"),
        ("3万5", "35000"),
        ("3万5千", "35000"),
        ("3万5000", "35000"),
        ("15万8", "158000"),
        ("十五", "15"),
        ("二十四万六千", "246000"),
        ("两千三", "2300"),
        ("三万零五", "30005"),
        ("一百二", "120"),
        ("一百二十", "120"),
        ("一点五万", "15000"),
        ("二十多万", "200000"),
        ("15w一套", "150000"),
        ("1,200.50", "1200.5"),
        ("264,240", "264240"),
        ("¥4,800", "4800"),
        ("$15k", "15000"),
        ("RMB4800", "4800"),
        ("4800 yuan", "4800"),
        ("49块5", "49.5"),
        ("三十八块八", "38.8"),
        ("9块3毛7", "9.37"),
        ("三块一斤", "3"),
        ("五毛", "0.5"),
        ("30元5角", "30.5"),
        ("52元/线/月", "52"),
        ("六千七一吨", "6700"),
        ("四千八一台", "4800"),
        ("100万1年", "1000000"),
        ("22万9", "229000"),
        ("fifteen thousand", "15000"),
        ("forty-eight hundred", "4800"),
        ("a hundred and twenty", "120"),
        ("half a million", "500000"),
        ("45 grand", "45000"),
        ("1.2 million yuan", "1200000"),
        ("list is 250,000 for 196 vehicles and 22 points", "250000"),
    ],
)
def test_an_amount_is_read_as_a_person_means_it(text: str, value: str) -> None:
    assert parse_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("八五折", "15"),
        ("95折", "5"),
        ("打八折", "20"),
        ("九八折", "2"),
        ("8.8折", "12"),
        ("五折", "50"),
        ("半价", "50"),
        ("half price", "50"),
        ("百分之五", "5"),
        ("千分之六", "0.6"),
        ("5个点", "5"),
        ("五个百分点", "5"),
        ("首付三成", "30"),
        ("贵了三成五", "35"),
        ("15% off", "15"),
        ("ten percent", "10"),
        ("come down 2 points", "2"),
        ("6.5 per cent", "6.5"),
    ],
)
def test_a_percentage_is_read_and_a_discount_is_what_is_taken_off(text: str, percent: str) -> None:
    (amount,) = parse_amounts(text)
    assert (amount.value, amount.percent) == (Decimal(percent), True)


@pytest.mark.parametrize(
    "text",
    [
        "一下", "一些", "十分满意", "万一", "一定", "第一", "千万别", "一块儿", "一块屏", "四五千", "几千块", "several hundred",
        "X200", "GT350", "M-500", "ISO9001", "T800型", "one of them", "13812345678", "138 1234 5678", "138••••5678", "138****5678",
        "400-800-1234", "+86 138 1234 5678", "110101199003074477", "a1@b2.cn", "https://a.b/15", "9:30", "24/7", "七月", "12月3日",
        "2026-12-03", "by Dec 3", "下午3点", "3 pm",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_no_amount(text: str) -> None:
    assert parse_amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("196 vehicles", "vehicles"),
        ("22 points", "points"),
        ("两辆车", "辆"),
        ("十分钟", "分钟"),
        ("15 working days", "days"),
        ("40-store chain", "store"),
        ("0.6毫米", "毫米"),
    ],
)
def test_a_count_keeps_what_it_counts(text: str, unit: str) -> None:
    (amount,) = parse_amounts(text)
    assert (amount.unit, amount.counted) == (unit, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [("4800元", "CNY"), ("$48", "USD"), ("€33k", "EUR"), ("48 dollars", "USD"), ("三块八", "CNY"), ("HK$20", "HKD"), ("48", "")],
)
def test_a_currency_is_named_by_its_code(text: str, code: str) -> None:
    assert parse_amounts(text)[0].currency == code


def test_two_sums_are_a_choice_and_not_an_amount() -> None:
    assert parse_amount("原来52元，现在49元") is None
    assert parse_amount("52元，就是52元") == Decimal(52)


def test_a_row_of_prices_is_read_in_its_order() -> None:
    for row in ("15 11.5 10 9.37", "15、11.5、10、9.37", "15/11.5/10/9.37", "15 → 11.5 → 10 → 9.37"):
        assert [amount.value for amount in parse_amounts(row)] == [Decimal(n) for n in ("15", "11.5", "10", "9.37")]


def test_two_sites_are_no_two_per_cent() -> None:
    assert parse_amounts("先做两个点") == ()
    assert parse_amounts("再让两个点")[0].percent


@given(st.integers(min_value=10, max_value=10**12 - 1))
@settings(max_examples=150, deadline=None)
def test_a_chinese_numeral_written_out_is_read_back(number: int) -> None:
    # cn2an, which this project did not write, spells the number.
    assert parse_amount(cn2an.an2cn(number) + "元") == number


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=Decimal("9999999.99"), places=2), st.sampled_from(["{}", "{}元", "¥{}", "{}%", "{}万"])
)
@settings(max_examples=150, deadline=None)
def test_full_width_digits_are_the_same_numbers(number: Decimal, form: str) -> None:
    narrow = form.format(f"{number:,}" if number >= 1000 else number)
    assert [a.value for a in parse_amounts(narrow)] == [a.value for a in parse_amounts(narrow.translate(WIDE))]
    expected = number * 10000 if "万" in form else number
    assert [a.value for a in parse_amounts(narrow)] == [expected]


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_amounts_are_exact_decimals_at_their_place(text: str) -> None:
    for amount in parse_amounts(text):
        assert isinstance(amount.value, Decimal)
        assert 0 <= amount.start < amount.end <= len(text)
