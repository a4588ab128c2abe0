import json
import re
from datetime import timedelta, timezone
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.session import Entry
from storage.ledger import Ledger
from storage.records import Change, SessionStep
from storage.transcripts import Said, Transcript, as_html, as_json, as_text
from tests.storage.recorded_values import EDITION, NINE, after, person, session


def written(*entries: Entry, language: str = "zh-Hans") -> Transcript:
    said = tuple(Said(**{name: getattr(entry, name) for name in Said.model_fields}) for entry in entries)
    return Transcript.model_validate({"session": "s1", "language": language, "opened_at": NINE, "entries": said})


def entry(text: str, **more: object) -> Entry:
    return Entry.model_validate({"turn": 1, "at": NINE, "who": "rep", "text": text, **more})


async def test_a_transcript_has_the_fields_that_scripts_rely_on_and_the_rep_s_own_clock(ledger: Ledger) -> None:
    china = timezone(timedelta(hours=8))
    kept = (
        entry("等卸粮", turn=0, at=after(1), step="spin.problem", feedback=("E1.2", "E1.4")),
        entry("“等卸粮”", turn=0, at=after(1), who="coach"),
        entry("?", turn=1, at=after(2), unfit=True),
    )
    state = session(opened_at=NINE.astimezone(china), turn=1)
    steps = (SessionStep(session=state, entries=kept),)
    await ledger.commit(Change(at=NINE, person=person(), editions=(EDITION,), steps=steps))
    found = await ledger.transcript("s1")
    assert found is not None
    data = json.loads(as_json(found))
    assert data["session"] == "s1"
    assert data["entries"][0] == {
        "turn": 0,
        "at": "2026-03-02T17:01:00+08:00",
        "who": "rep",
        "text": "等卸粮",
        "step": "spin.problem",
        "reading": None,
        "feedback": ["E1.2", "E1.4"],
        "unfit": False,
    }
    assert [one["who"] for one in data["entries"]] == ["rep", "coach", "rep"]
    assert data["entries"][2]["unfit"] is True


def test_the_text_names_who_speaks_in_the_language_of_the_session() -> None:
    said = (entry("one\ntwo"), entry("三", who="coach", unfit=True))
    assert as_text(written(*said, language="en")) == (
        "2026-03-02 09:00  Rep\n    one\n    two\n2026-03-02 09:00  Coach (not taken as an answer)\n    三\n"
    )
    assert "陪练 (未作为回答)" in as_text(written(*said))
    assert "業務" in as_text(written(*said, language="zh-Hant"))
    assert as_text(written()) == ""


def test_control_characters_of_a_rep_do_not_reach_somebody_else_s_terminal() -> None:
    shown = as_text(written(entry("a\x1b[2Jb\x07\u202ec 👩‍👩‍👧")))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "👩‍👩‍👧" in shown


class Page(HTMLParser):
    """What a browser would make of a page: its elements, and the words of its paragraphs."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.paragraphs: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if tag == "p":
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        if self.paragraphs and self.elements[-1] == "p":
            self.paragraphs[-1] += data


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.sampled_from("<>&\"'`={}%# /!-aé好😀\n\t"), max_size=40)
    | st.sampled_from(["<script>alert(1)</script>", "</p></li><img src=x onerror=alert(1)>", "{{ 7*7 }}", "&lt;b&gt;", "<!--", "]]>"])
)
def test_whatever_a_rep_wrote_is_shown_as_words_and_never_becomes_part_of_the_page(text: str) -> None:
    harmless, page = Page(as_html(written(entry("x", feedback=("r",))))), Page(as_html(written(entry(text, feedback=(text or "r",)))))
    assert page.elements == harmless.elements
    assert page.paragraphs[0].rstrip("\n") == text.rstrip("\n")


def test_the_page_needs_nothing_from_anywhere_and_fits_a_phone() -> None:
    page = as_html(written(entry("好", unfit=True, feedback=("E1.2",)), entry("ok", who="coach")))
    assert not re.search(r"(src|href)=|url\(|@import|<script", page)
    assert 'name="viewport"' in page
    assert '<html lang="zh-Hans">' in page
    assert "未作为回答 · E1.2" in page
    assert page.index('class="rep unfit"') < page.index('class="coach"')
