"""The page of findings: it says what the catalogue says, and what `check` really says."""

import pytest

from authoring import catalogue, examples, manual
from coaching.frozen import Language


@pytest.mark.parametrize("language", list(manual.PAGES))
def test_the_pages_are_up_to_date(language: Language) -> None:
    written = (manual.DOCS / manual.PAGES[language]).read_text(encoding="utf-8")
    assert written == manual.page(language), "run: python -m authoring.manual"


def test_every_chapter_has_a_name() -> None:
    assert list(manual.CHAPTERS) == list(catalogue.chapters())


@pytest.mark.parametrize("chapter", list(catalogue.chapters()))
def test_what_is_said_of_a_wrong_example_is_what_the_page_says_it_is_about(chapter: str) -> None:
    for code, entry in catalogue.chapters()[chapter].items():
        if code != "story-unsayable":  # no check lets such a sentence pass, so no file can show it
            assert {finding.code for finding in examples.told(chapter, entry)} == {code}
