"""Masking numbers that name a person, and leaving those that are business."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.ethics import mask

PERSONAL = """
110101199003071234
11010119900307123X
11010119900307123x
110101 19900307 1234
110101-19900307-123X
110101900307123
A123456(7)
AB123456(7)
Z683365(5)
A123456789
我的護照是E12345678
E12345678
EA1234567
护照号 123456789
1234567(8)
1/234567/8
6222021234567890123
6222 0212 3456 7890 123
6222-0212-3456-7890
4111 1111 1111 1111
3782 822463 10005
13800138000
+8613800138000
+86 138 0013 8000
86-13800138000
0086 13800138000
138-0013-8000
138 0013 8000
13800 138000
138.0013.8000
１３８００１３８０００
１３8００13８０００
010-12345678
(010) 12345678
01012345678
0755 1234 5678
0755-1234567
0912345678
0912-345-678
+886 912 345 678
+852 9123 4567
852 9123 4567
电话 9123 4567
打电话：87654321
tel: 8765 4321
(415) 555-2671
415-555-2671
415.555.2671
+1 415 555 2671
1-415-555-2671
call 415 555 2670
+44 20 7946 0958
+49 1512 3456789
一三八零零一三八零零零
手机幺三八零零一三八零零零
•13800138000
tel13800138000
账号 12345678
bank card 62220212
"""

BUSINESS = """
2026-11-21
20261121
2026年11月21日
264240
1,250,000
1 250 000
12800000元
15 11.5 10 9.37
9800 9500 9300 9200
9500 9800 9300 9600
9800-9500-9300-9187
15‑13‑12.5‑11
order 12345678
PO-2026112101
20261121093000
2026-11-21 14:30
10:30-11:30
0930 1030 1130
13 800 138 000
13,800,138,000
¥13800138000
13800138000元
13800138000.00
0.0045 0.0031 0.0028
990 995 1000
990-995-1000
15000-150000吨
手机 1200000 台
电话费预算 1280000
150 20261121
1380000 2026
1500 1450 142
S202611211
B20261121
10.5%
192.168.100.200
100 95 93 92.1
264,240 → 241,000 → 231,000 → 226,400
264240 241000 231000 226400
+1250000
+12.5%
2026/11/21-2026/12/01
call 12 customers
1,250,000,000,000
10000 9500 9300 9200
100000 95000 93000
138.05 135.025
型号 ABC1234567
第25条第3款
每月6*12*20/60*4500
180000*0.006*2400
13-05-2026 102 pcs
05 2026 1121
报价 264240，目标 226000
预算 13800138000
total 13900000000 USD
6 台，每台 12800 元
订单 20261121003
order id 12345678
2026-11-21 15:30-17:00
版本 10.15.7
每天 120 辆，90 天
"""

# Numbers as they are typed, from which the properties build messages.
pieces = st.sampled_from(PERSONAL.strip().splitlines() + BUSINESS.strip().splitlines())
digits = st.text("0123456789０１２３ -+().·,•一二三X年元电话tel", max_size=60)


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("text", lines(PERSONAL))
def test_personal_numbers_lose_every_digit(text: str) -> None:
    found = mask(text)
    assert found.count == 1
    assert not any(char.isdecimal() for char in found.text)
    assert len(found.text) == len(text)


@pytest.mark.parametrize("text", lines(PERSONAL))
def test_personal_numbers_are_found_amid_words(text: str) -> None:
    for before, behind in (("刘主任，", "，周五见"), ("ask for ", " on Friday"), ("“", "”。")):
        found = mask(f"{before}{text}{behind}")
        assert not any(char.isdecimal() for char in found.text), found.text
        assert found.text.startswith(before) and found.text.endswith(behind)


@pytest.mark.parametrize("text", lines(BUSINESS))
def test_prices_dates_times_and_quantities_stay(text: str) -> None:
    found = mask(text)
    assert (found.text, found.count) == (text, 0)


def test_each_number_of_a_message_is_judged_by_itself() -> None:
    found = mask("2026-11-21 13800138000，报价 15 11.5 10 9.37，卡 6222021234567890123")
    assert found.text == "2026-11-21 •••••••••••，报价 15 11.5 10 9.37，卡 •••••••••••••••••••"
    assert found.count == 2
    assert mask("+86 13800138000 15 11.5").text == "+•• ••••••••••• 15 11.5"


def test_the_check_letter_of_an_identity_card_goes_too() -> None:
    assert mask("11010119900307123X").text == "•" * 18
    assert mask("11010119900307123XY").text == "•" * 17 + "XY"


def test_a_price_is_no_phone_even_with_eleven_digits() -> None:
    assert mask("13800138000元").count == 0
    assert mask("13800138000元旦打给我").count == 1


def test_a_ladder_of_prices_is_no_bank_card() -> None:
    assert mask("9800 9500 9300 9200").count == 0
    assert mask("9800 9500 9300 9187").count == 0
    assert mask("6222 0212 3456 7890").count == 1


@given(st.lists(pieces | digits, max_size=6), st.sampled_from([" ", "", "，", "\n", "-", "·", "•"]))
@settings(max_examples=300)
def test_masking_twice_is_masking_once_and_nothing_but_digits_changes(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    once = mask(text)
    assert len(once.text) == len(text)
    may_go = "xXＸ×〇零○一二三四五六七八九幺"
    assert all(new == old or (new == "•" and (old.isdecimal() or old in may_go)) for old, new in zip(text, once.text, strict=True))
    again = mask(once.text)
    assert again.text == once.text and again.count == 0


@pytest.mark.parametrize("text", ["20261121093000x110101-19900307-123X", "13800138000.00一三八零零一三八零零零"])
def test_what_is_hidden_beside_a_number_does_not_change_how_it_reads(text: str) -> None:
    once = mask(text).text
    assert mask(once).text == once


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_any_text_is_taken(text: str) -> None:
    assert len(mask(text).text) == len(text)


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True), st.sampled_from(["", " ", "-"]), st.sampled_from(["", "+86 ", "86-", "0086"]))
@settings(max_examples=60)
def test_every_mainland_mobile_is_hidden(number: str, joint: str, prefix: str) -> None:
    number = "".join(char if ord(char) < 128 else str(int(char)) for char in number)
    text = prefix + joint.join((number[:3], number[3:7], number[7:]))
    assert not any(char.isdecimal() for char in mask(f"找 {text} 联系").text)


@given(st.integers(1, 99_999_999), st.sampled_from(["", "元", " yuan", "万", "台", "%"]))
@settings(max_examples=60)
def test_no_plain_number_of_up_to_eight_digits_is_hidden(number: int, unit: str) -> None:
    assert mask(f"报价 {number}{unit}").count == 0
    assert mask(f"about {number:,}{unit}").count == 0


@pytest.mark.parametrize("part", ["1", "1 ", "138 ", "1380-", "电话 1", "A1", "00 ", "+", "一", "9123 4567 "])
def test_a_megabyte_of_digits_takes_time_in_proportion(part: str) -> None:
    text = (part * 1_000_000)[: 1_000_000 if part == "1" else 100_000]
    start = time.process_time()
    mask(text)
    assert time.process_time() - start < 5
