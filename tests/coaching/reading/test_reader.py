"""The reader as a whole: what it promises whatever is typed, and the small checks that every message gets."""

import json
import time
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.reading import Asked, Reader, Reading, RuleReader, read_line
from coaching.reading.hanzi import SIMPLIFIED
from coaching.reading.reading import AskedKind

TODAY = date(2026, 11, 21)
KINDS: tuple[AskedKind, ...] = get_args(AskedKind)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
NASTY = [
    "",
    " ",
    "\x00",
    "\ud800",
    "我\udfff们",
    "😀🚚",
    "？？？",
    "，，，",
    "\n\n",
    "a\u0301",
    "ﷺ",
    "\u202e反转",
    "٣٤",
    "½",
    "１２３",
    "NaN",
    "-",
    "1e999",
]
SAID = [
    "如果能提前知道停机，对您排产有什么帮助？",
    "我理解您，但是我们的质量绝对最好。您是跟谁比的？",
    "If you sign for two years, I can do 4,600 a unit.",
    "下周三前同意两辆车试用",
]


def asked(kind: AskedKind = "plain", **more: object) -> Asked:
    return Asked.model_validate({"kind": kind, "today": TODAY, **more})


def read(text: str, kind: AskedKind = "plain", **more: object) -> Reading:
    return RuleReader().read(text, asked(kind, **more))


any_text = st.one_of(st.text(max_size=200), st.sampled_from(NASTY), st.lists(st.sampled_from(SAID + NASTY), max_size=5).map("".join))


@given(any_text, st.sampled_from(KINDS))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_reading_that_survives_its_stored_form(text: str, kind: AskedKind) -> None:
    reading = read(text, kind, terms=(text[:40], "等卸粮"), people=(text[:10],), cues={"problem": (text[:8], "漏水")})
    stored = json.dumps(reading.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
    assert Reading.model_validate(json.loads(stored)) == reading
    stored.encode()  # no lone surrogate is left in it
    assert "\\u0000" not in stored


@given(any_text, st.sampled_from(["spin", "fabe", "objection", "offer"]), st.sampled_from(["zh-Hans", "zh-Hant", "en", "auto"]))
@settings(max_examples=200, deadline=None)
def test_any_line_gives_an_object_that_can_be_printed(text: str, kind: str, language: str) -> None:
    json.dumps(read_line(kind, text, language), ensure_ascii=False, allow_nan=False).encode()


@pytest.mark.parametrize(
    "piece",
    [
        "我们的价格是4800元，",
        "If you sign for two years, we can do 4,800 a unit. ",
        "a",
        "1",
        "，",
        "?",
        "一",
        "不",
        " ",
        "1,111,",
        "10-",
        "3万",
        "\x00",
    ],
)
def test_twenty_thousand_characters_cost_no_more_than_a_page(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    for kind in KINDS:
        read(text, kind)
        best = float("inf")
        for _ in range(5):
            start = time.process_time()
            read(text, kind)
            best = min(best, time.process_time() - start)
        assert best < 0.05, kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", SAID)
def test_full_width_letters_are_read_as_half_width_ones(text: str, kind: AskedKind) -> None:
    narrow, wide = read(text, kind), read(text.translate(WIDE), kind)
    assert (narrow.numbers, narrow.form, narrow.questions, narrow.date) == (wide.numbers, wide.form, wide.questions, wide.date)
    for name in ("spin", "goal", "offer", "reply", "fabe"):
        one, other = getattr(narrow, name), getattr(wide, name)
        assert labels(one) == labels(other)


def labels(part: object) -> object:
    """What was read, without the words that were quoted for it."""
    if not isinstance(part, (tuple, list)):
        dump = getattr(part, "model_dump", None)
        if dump is None:
            return bool(part) if isinstance(part, str) else part
        known = ("kind", "part", "tactic", "actor", "offer", "percent", "currency")
        return {name: getattr(part, name) if name in known else labels(getattr(part, name)) for name in dump()}
    return [labels(item) for item in part]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", SAID)
def test_a_covered_number_changes_nothing(text: str, kind: AskedKind) -> None:
    plain = read(text, kind)
    for covered in ("•••••••••••", "138••••5678", "138****5678"):
        other = read(f"{text} {covered}", kind)
        for name in ("spin", "goal", "offer", "numbers", "form", "date"):
            assert getattr(other, name) == getattr(plain, name), name


TRADITIONAL = {simplified: traditional for traditional, simplified in SIMPLIFIED.items()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text", [SAID[0], SAID[1], SAID[3], "现在这套系统，用起来哪里最让您头疼？", "要是报销当天就能到账，业务员是不是更愿意往外跑？"]
)
def test_traditional_characters_are_read_like_simplified_ones(text: str, kind: AskedKind) -> None:
    traditional = "".join(TRADITIONAL.get(letter, letter) for letter in text)
    assert traditional != text
    one, other = read(text, kind), read(traditional, kind)
    assert other.language == "zh-Hant"
    for name in ("spin", "goal", "offer", "reply", "fabe"):
        assert labels(getattr(one, name)) == labels(getattr(other, name))


def test_words_are_quoted_in_the_reps_own_spelling() -> None:
    reading = read("現在這套系統，用起來哪裡最讓您頭疼？", "spin")
    assert reading.spin is not None
    assert reading.spin.cue in "現在這套系統，用起來哪裡最讓您頭疼？"
    assert "頭疼" in reading.spin.cue


def test_an_ordinary_reading_is_short_when_stored() -> None:
    reading = read("下周三前同意两辆车试用", "goal")
    assert len(json.dumps(reading.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)) < 260


def test_only_what_was_asked_for_is_read() -> None:
    reading = read("你们觉得排队严重吗？", "spin")
    assert reading.spin is not None
    assert (reading.fabe, reading.reply, reading.offer, reading.goal) == (None, None, None, None)


def test_the_rules_stand_behind_the_interface() -> None:
    reader: Reader = RuleReader()
    assert reader.read("好", asked()).reader == reader.version


@pytest.mark.parametrize(
    ("text", "language", "mixed"),
    [
        ("车回来晚，等卸粮", "zh-Hans", False),
        ("車回來晚，等卸糧", "zh-Hant", False),
        ("trucks queue for hours", "en", False),
        ("你们的CRM现在是怎么跟ERP对接的？", "zh-Hans", True),
        ("15", "zh-Hans", False),
    ],
)
def test_the_language_is_that_of_the_text(text: str, language: str, mixed: bool) -> None:
    reading = read(text)
    assert (reading.language, reading.mixed) == (language, mixed)


def test_a_text_without_letters_is_in_the_language_that_was_asked() -> None:
    assert read("15", language="en").language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "不知道",
        "不太清楚",
        "还没想好",
        "還不清楚",
        "没想过呢。",
        "我也说不好",
        "暂时不确定",
        "心里没底",
        "?",
        "？？",
        "I don't know",
        "no idea",
        "Not sure yet.",
        "idk",
        "unknown",
        "haven't asked",
        "no clue",
    ],
)
def test_an_honest_dont_know_is_heard(text: str) -> None:
    assert read(text).dont_know


@pytest.mark.parametrize(
    "text",
    [
        "客户不知道我们",
        "不清楚他的预算",
        "I know",
        "I'm not sure about the price",
        "没有",
        "no",
        "他们不知道车在哪",
        "不知道您这边怎么登记？",
        "车回来晚",
        "",
        "sure",
    ],
)
def test_not_knowing_inside_a_sentence_is_an_answer(text: str) -> None:
    assert not read(text).dont_know


@pytest.mark.parametrize(
    ("text", "term", "echo"),
    [
        ("多等这两小时，等卸粮的车队要赔多少？", "车回来晚，等卸粮", "等卸粮"),
        ("等卸糧的時候怎麼辦？", "等卸粮", "等卸糧"),
        ("How long do trucks stay queued?", "trucks queue for hours at the grain pits", "trucks"),
        ("What does the Queueing cost?", "trucks queue for hours", "Queueing"),
    ],
)
def test_the_clients_own_words_are_recognised(text: str, term: str, echo: str) -> None:
    assert echo in read(text, terms=(term,)).echoes


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("这个问题现在影响多大？", "现在的问题很多"),
        ("What is the problem with the others?", "the problem is the price"),
        ("我们的客户", "客户的什么"),
        ("a strand", "rand"),
    ],
)
def test_words_that_everybody_uses_are_no_echo(text: str, term: str) -> None:
    assert read(text, terms=(term,)).echoes == ()


@pytest.mark.parametrize(
    "text", ["我们是行业第一", "保证没问题", "百分之百好用", "绝对不会坏", "the best on the market", "we guarantee it", "it never fails"]
)
def test_an_absolute_claim_is_quoted(text: str) -> None:
    assert read(text).absolute.lower() in text.lower() != ""
    assert read(text).absolute


@pytest.mark.parametrize("text", ["第一次来", "最好周五前定", "保证金三成", "不能保证", "the best time to call is noon"])
def test_a_modest_sentence_claims_nothing_absolute(text: str) -> None:
    assert not read(text).absolute


def test_a_contradiction_right_after_empathy_is_quoted() -> None:
    assert read("我理解您的顾虑，但是价格不高。").but.endswith("但是")
    assert read("I understand, but that is the price.").but
    assert not read("我理解您的顾虑。但是您看这个。").but
    assert not read("价格不高，但是交期长。").but


def test_a_turn_of_more_than_120_characters_or_70_words_is_too_long() -> None:
    assert (read("好" * 120).too_long, read("好" * 121).too_long) == (False, True)
    assert (read("word " * 70).too_long, read("word " * 71).too_long) == (False, True)
    assert read("好" * 5000).length == 5000


def test_you_as_often_as_we_is_client_centred() -> None:
    assert read("您省两天，我们少跑一趟").client_centred
    assert not read("我们的平台，我们的服务，您看看").client_centred
    assert not read("We do this and our team does that").client_centred


@pytest.mark.parametrize(
    ("text", "figure"),
    [("一年大概两百多万", "两百多万"), ("少等40分钟", "40分钟"), ("two trucks a day", "two trucks"), ("贵了15%", "15%"), ("很多钱", "")],
)
def test_a_figure_says_of_what(text: str, figure: str) -> None:
    assert read(text).figure == figure


def test_a_question_for_a_figure_is_known() -> None:
    assert read("一年下来多少钱？").figure_asked
    assert read("How many loads are lost?").figure_asked
    assert not read("会怎么样？").figure_asked


def test_a_row_of_numbers_with_slashes_is_no_date_when_numbers_were_asked() -> None:
    assert read("15/12/10", "numbers").numbers == ("15", "12", "10")
