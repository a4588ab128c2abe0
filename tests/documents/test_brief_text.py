"""The brief as a message in the chat."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coaching.brief import Brief
from documents.brief import brief_text
from tests.documents import samples


class Telegram(HTMLParser):
    """Reads a message as Telegram does and refuses what Telegram refuses."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"b", "i"}
        assert attrs == []
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def fits(text: str) -> bool:
    return len(text.encode("utf-16-le")) // 2 <= 4096


@pytest.mark.parametrize("brief", samples.ALL.values(), ids=samples.ALL)
def test_the_text_is_one_message_that_telegram_takes(brief: Brief) -> None:
    assert fits(Telegram(brief_text(brief)).text)


def test_a_full_brief_loses_no_word_in_the_chat() -> None:
    text = Telegram(brief_text(samples.CHINESE)).text
    whole = samples.CHINESE
    expected = [whole.title, whole.meeting, whole.start_here, whole.goal, whole.fallback, *whole.pitch, *whole.bring]
    expected += [*whole.unknown, *(q.text for q in whole.questions), *(o.line for o in whole.objections)]
    expected += [part for rung in whole.ladder for part in (rung.label, rung.get, rung.sentence)]
    assert [part for part in expected if part not in text] == []


def test_what_was_typed_as_a_tag_is_shown_as_it_was_typed() -> None:
    brief = samples.ENGLISH.model_copy(update={"goal": "<b>bold</b> & <a href='x'>y</a> &amp;", "title": "</b>"})
    assert "<b>bold</b> & <a href='x'>y</a> &amp;" in Telegram(brief_text(brief)).text


def test_the_ladder_is_a_row_of_bars_that_shrink_and_are_equally_wide() -> None:
    bars = [line.split(" ")[0] for line in brief_text(samples.CHINESE).splitlines() if line.startswith("■")]
    assert [bar.count("■") for bar in bars] == [10, 6, 3, 2]
    assert {len(bar) for bar in bars} == {10}


def test_sections_are_parted_by_blank_lines_and_empty_ones_are_left_out() -> None:
    sections = brief_text(samples.ENGLISH).split("\n\n")
    assert [section.splitlines()[0] for section in sections] == [
        "<b>START HERE</b>",
        "<b>Dongqiao Electronics · maintenance chief</b>",
        "<b>Goal</b>",
        "<b>Questions, in this order</b>",
        "<b>They say → you say</b>",
    ]


@settings(max_examples=40, deadline=None)
@example(("\U0001d400" * 60,), 6)
@given(st.lists(st.text(max_size=200), min_size=1, max_size=6).map(tuple), st.integers(0, 20))
def test_whatever_was_typed_the_text_is_well_formed_and_every_section_stands_alone(texts: tuple[str, ...], items: int) -> None:
    html = brief_text(samples.crowded(texts, items))
    assert fits(Telegram(html).text)
    for section in html.split("\n\n"):
        Telegram(section)
