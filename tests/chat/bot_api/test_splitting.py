"""Long texts in pieces: nothing is lost, nothing is too long, no tag is left open."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.bot_api.splitting import plain, shown_units, split_html, split_plain, units
from tests.servers.strict_api import _read_html

WORDS = st.text(st.sampled_from("ab 。，\n\n&<>\"é预算😀👨‍👩‍👧"), max_size=60)


@st.composite
def markup(draw: st.DrawFn, depth: int = 3) -> str:
    """Well-formed HTML of Telegram's subset."""
    parts = draw(st.lists(WORDS.map(lambda text: escape(text, quote=False)), min_size=1, max_size=4))
    if depth:
        for tag in draw(st.lists(st.sampled_from(["b", "i", "u", "code"]), max_size=2)):
            place = draw(st.integers(0, len(parts)))
            parts.insert(place, f"<{tag}>{draw(markup(depth - 1))}</{tag}>")
    return "".join(parts)


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@settings(max_examples=50, deadline=None)
@given(markup(), st.integers(2, 80))
def test_pieces_hold_the_whole_text_and_none_is_too_long(html: str, most: int) -> None:
    pieces = split_html(html, most)
    assert letters("".join(map(plain, pieces))) == letters(plain(html))
    for piece in pieces:
        assert shown_units(piece) <= most
        assert plain(piece).strip()


@settings(max_examples=50, deadline=None)
@given(markup(), st.integers(2, 80))
def test_every_piece_is_right_by_itself(html: str, most: int) -> None:
    for piece in split_html(html, most):
        # The strict server's own reader: raises for an open, unknown or crossed tag.
        assert letters(_read_html(piece)) == letters(plain(piece))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300), st.integers(2, 50))
def test_plain_pieces_hold_the_whole_text(text: str, most: int) -> None:
    pieces = split_plain(text, most)
    assert letters("".join(pieces)) == letters(text)
    assert all(units(piece) <= most for piece in pieces)


@settings(max_examples=50, deadline=None)
@given(st.text(st.sampled_from("<>/&;bi#x1 \n文😀"), max_size=200), st.integers(2, 40))
def test_broken_html_is_split_too(html: str, most: int) -> None:
    assert all(shown_units(piece) <= most for piece in split_html(html, most))


def test_a_text_is_cut_between_paragraphs_before_anything_else() -> None:
    paragraph = "一句话说完。" * 100
    html = "\n\n".join([f"<b>{paragraph}</b>"] * 10)
    pieces = split_html(html, 4096)
    assert len(pieces) == 2
    assert all(piece.startswith("<b>") and piece.endswith("。</b>") for piece in pieces)


def test_a_paragraph_that_is_too_long_is_cut_behind_a_sentence() -> None:
    pieces = split_html("很长的一句话，没有别的。" * 500, 4096)
    assert len(pieces) == 2
    assert all(piece.endswith("。") for piece in pieces)


def test_a_word_without_end_is_cut_anywhere() -> None:
    assert [len(piece) for piece in split_html("x" * 10_000)] == [4096, 4096, 1808]


def test_characters_outside_of_the_basic_plane_count_twice() -> None:
    assert [len(piece) for piece in split_html("😀" * 3000)] == [2048, 952]


@pytest.mark.parametrize("html", ["", "  \n ", "<b> </b>"])
def test_nothing_to_say_makes_no_piece(html: str) -> None:
    assert split_html(html) == ()


def test_a_book_is_split_without_taking_for_ever() -> None:
    assert len(split_html("一段很长的话。<b>粗</b>&amp;\n" * 8_000)) == 20
