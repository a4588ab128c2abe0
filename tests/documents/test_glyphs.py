"""What the page's fonts can draw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.glyphs import drawable


@pytest.mark.parametrize(
    "text",
    [
        "过磅和水分，账面对不上；去年审计“提了”——……",
        "帳面對不上「審計」",
        "It’s “108,000” – ¥ € £ ㎡ ① → ★ Łódź Dvořák Việt Nam",
        "\U00020bb7野家 龘 한국어 ひらがな Ελλάδα Москва مرحبا שלום",
    ],
)
def test_words_of_the_trade_are_drawn_as_they_are(text: str) -> None:
    assert drawable(text) == text


def test_emoji_go_without_a_trace() -> None:
    assert drawable("好的 \U0001f44d\U0001f3fd\U0001f468\u200d\U0001f469 周五\u2764\ufe0f") == "好的 周五"


def test_a_run_of_a_script_without_a_font_becomes_one_ellipsis() -> None:
    assert drawable("สวัสดี ok") == "… ok"


def test_accents_are_composed_and_piled_up_accents_fall_off() -> None:
    assert drawable("Cafe\u0301 Z\u0338\u0321\u031b") == "Café Z"


@given(st.text())
def test_what_is_drawable_stays_so(text: str) -> None:
    assert drawable(drawable(text)) == drawable(text)
