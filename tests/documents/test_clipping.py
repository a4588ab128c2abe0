"""Texts made harmless and shorter."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from documents.clipping import ROOMS, breakable, clean, clip, columns, editions
from tests.documents import samples


@given(st.text())
def test_a_cleaned_text_is_one_line_without_control_characters_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert "  " not in cleaned
    assert clean(cleaned) == cleaned


def test_marks_that_turn_or_hide_text_are_taken_out() -> None:
    assert clean("\x00a\u202eb\u2066c\ufeffd\ud800e\u00adf") == "abcdef"


def test_a_pile_of_accents_on_one_letter_is_kept_low() -> None:
    assert clean("Z" + "\u0338" * 50 + "a") == "Z" + "\u0338" * 3 + "a"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), st.integers(2, 80))
def test_a_clipped_text_is_the_whole_text_or_its_beginning_with_an_ellipsis_and_never_wider(text: str, room: int) -> None:
    clipped = clip(text, room)
    if clipped != text:
        assert clipped.endswith("…")
        assert text.startswith(clipped[:-1])
        assert columns(text) > room
    assert columns(clipped) <= room


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_is_longer_for_telegram_than_it_is_wide(text: str) -> None:
    assert len(text.encode("utf-16-le")) // 2 <= columns(text)


def test_a_cut_does_not_tear_a_latin_word_and_may_tear_a_chinese_sentence() -> None:
    assert clip("measure the signal at twenty-four points", 26) == "measure the signal at…"
    assert clip("部长同意在两个收粮点试装", 11) == "部长同意在…"


def test_a_word_longer_than_a_line_gets_places_to_break_and_an_ordinary_one_none() -> None:
    assert (
        breakable("internationally 审计签字比对，部长同意在两个收粮点试装三十天")
        == "internationally 审计签字比对，部长同意在两个收粮点试装三十天"
    )
    assert breakable("A" * 21).split("\u200b") == ["A" * 6, "A" * 6, "A" * 6, "A" * 3]


def test_the_first_edition_of_an_ordinary_brief_has_all_its_words() -> None:
    assert next(editions(samples.CHINESE)) == samples.CHINESE


def test_editions_only_get_shorter_and_the_last_is_short_whatever_was_typed() -> None:
    lengths = [len(edition.model_dump_json()) for edition in editions(samples.MONSTROUS)]
    assert lengths == sorted(lengths, reverse=True)
    *_, last = editions(samples.MONSTROUS)
    assert len(last.goal) <= ROOMS[-1].text
    assert last.questions[-1].text == f"… +{40 - ROOMS[-1].items}"
    assert last.questions[-1].kind == ""
    assert last.bring[-1] == f"… +{40 - ROOMS[-1].items}"
    assert (last.ladder[-1].label, last.ladder[-1].get) == (f"… +{40 - ROOMS[-1].items}", "")


def test_an_item_that_says_nothing_is_left_out() -> None:
    brief = samples.ENGLISH.model_copy(update={"bring": (" ", "\x00", "the sheet"), "pitch": ("",)})
    first = next(editions(brief))
    assert first.bring == ("the sheet",)
    assert first.pitch == ()
