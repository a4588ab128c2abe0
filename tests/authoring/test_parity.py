"""What is missing, stale or unread in each language, and marks that stay with the words wherever they go."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring import reviews
from authoring.document import Document
from authoring.drafting import draft
from authoring.parity import as_json, as_text, parity
from authoring.read import read
from authoring.refusal import Refused
from authoring.reviews import Pair, Reviews, accepted, state, with_drafts
from authoring.spoken import spoken

PLAYBOOK = """\
method: objections
id: fleet
language: zh-Hans
title: 异议
cards:
  too_expensive:
    heard:
      - zh-Hans: 太贵了
        zh-Hant: 太貴了
        en: Too expensive
      - zh-Hans: 没钱
        en: No money
    ask:
      zh-Hant: 跟誰比？
      en: With whom?
"""


def document(text: str = PLAYBOOK) -> Document:
    checked = read("fleet.yaml", text.encode())
    assert checked.value is not None, checked.findings
    return checked.value


def states(text: str, known: Reviews, language: str) -> dict[str, str]:
    return {place.path: place.languages[language] for place in parity(document(text), known).places}


def read_by_a_person(text: str, language: str = "zh-Hant", known: Reviews = Reviews()) -> Reviews:  # noqa: B008
    return accepted(known, language, "zh-Hans", [each.words for each in spoken(document(text))])


def test_every_text_is_shown_with_its_place_and_all_its_languages():
    found = parity(document(), Reviews())
    assert [(place.line, place.column, place.path, place.languages) for place in found.places] == [
        (4, 8, "title", {"zh-Hans": "base", "zh-Hant": "missing", "en": "missing"}),
        (8, 9, "cards.too_expensive.heard.1", {"zh-Hans": "base", "zh-Hant": "unmarked", "en": "unmarked"}),
        (11, 9, "cards.too_expensive.heard.2", {"zh-Hans": "base", "zh-Hant": "missing", "en": "unmarked"}),
        (13, 5, "cards.too_expensive.ask", {"zh-Hans": "missing", "zh-Hant": "unmarked", "en": "unmarked"}),
    ]


def test_a_draft_is_a_draft_until_it_was_read_or_rewritten():
    made = draft(document(), "zh-Hans", "zh-Hant")
    known = with_drafts(Reviews(), "zh-Hant", made.pairs)
    assert states(made.text, known, "zh-Hant")["title"] == "draft"
    assert states(made.text, read_by_a_person(made.text, known=known), "zh-Hant")["title"] == "reviewed"
    assert states(made.text.replace("zh-Hant: 異議", "zh-Hant: 客戶的異議"), known, "zh-Hant")["title"] == "unmarked"


def test_words_whose_sentence_changed_are_stale_until_they_are_read_again():
    known = read_by_a_person(PLAYBOOK)
    edited = PLAYBOOK.replace("zh-Hans: 太贵了", "zh-Hans: 贵得离谱")
    place = "cards.too_expensive.heard.1"
    assert states(PLAYBOOK, known, "zh-Hant")[place] == "reviewed"
    assert states(edited, known, "zh-Hant")[place] == "stale"
    assert states(edited, read_by_a_person(edited, known=known), "zh-Hant")[place] == "reviewed"


def test_a_sentence_that_is_only_folded_otherwise_has_not_changed():
    known = read_by_a_person(PLAYBOOK)
    folded = PLAYBOOK.replace("zh-Hans: 太贵了", "zh-Hans: |\n          太贵了\n")
    assert states(folded, known, "zh-Hant")["cards.too_expensive.heard.1"] == "reviewed"


def test_marks_stay_with_the_words_when_cards_move_or_get_neighbours():
    known = read_by_a_person(PLAYBOOK)
    moved = PLAYBOOK.replace("  too_expensive:", "  no_need:\n    ask: 用不用得上？\n  pricey:")
    moved = moved.replace("    heard:\n", "    heard:\n      - 新的一句\n")
    assert states(moved, known, "zh-Hant")["cards.pricey.heard.2"] == "reviewed"


def test_the_same_words_for_two_sentences_are_looked_at_apart():
    known = accepted(Reviews(), "en", "zh-Hans", [{"zh-Hans": "返回", "en": "Back"}, {"zh-Hans": "后背", "en": "Back"}])
    assert state(known, "en", "zh-Hans", {"zh-Hans": "后背", "en": "Back"}) == "reviewed"
    assert state(known, "en", "zh-Hans", {"zh-Hans": "上一步", "en": "Back"}) == "stale"


def test_a_draft_of_words_that_were_reviewed_as_they_are_stays_reviewed():
    known = accepted(Reviews(), "zh-Hant", "zh-Hans", [{"zh-Hans": "好", "zh-Hant": "好"}])
    assert state(with_drafts(known, "zh-Hant", [Pair("好", "好")]), "zh-Hant", "zh-Hans", {"zh-Hans": "好", "zh-Hant": "好"}) == "reviewed"


def test_a_draft_made_from_another_language_than_the_base_is_known_by_that_one():
    known = with_drafts(Reviews(), "zh-Hant", [Pair("太贵了", "太貴了")])
    words = {"en": "Too expensive", "zh-Hans": "太贵了", "zh-Hant": "太貴了"}
    assert state(known, "zh-Hant", "en", words) == "draft"
    assert state(known, "zh-Hant", "en", {**words, "zh-Hans": "贵了"}) == "stale"


def test_what_is_said_nowhere_any_more_is_forgotten():
    known = read_by_a_person(PLAYBOOK)
    assert len(known.marks["zh-Hant"]) == 1
    assert read_by_a_person("method: objections\nid: fleet\ntitle: 异议\n", known=known).marks["zh-Hant"] == {}


@given(st.dictionaries(st.sampled_from(["zh-Hant", "en"]), st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=4)))
def test_a_record_is_read_as_it_was_written(tmp_path_factory, pairs):
    known = Reviews()
    for language, each in pairs.items():
        known = with_drafts(known, language, [Pair(*pair) for pair in each])
    path = reviews.path_of(tmp_path_factory.mktemp("playbooks") / "spin.yaml", "general-spin")
    reviews.save(path, known)
    assert reviews.load(path).sentences == known.sentences
    assert [file.name for file in path.parent.iterdir()] == ["general-spin.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"en": {"a b": "perhaps"}}', b'{"fr": {}}', b"\xff\xfe", b"[" * 5000])
def test_a_record_that_was_broken_by_hand_is_refused_with_its_name(tmp_path, content):
    path = tmp_path / "spin.json"
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"spin\.json cannot be read as a record of reviews"):
        reviews.load(path)


@pytest.mark.parametrize(
    ("playbook", "name"), [("general-spin", "general-spin"), (None, "mine"), ("../../etc/passwd", "mine"), (7, "mine")]
)
def test_a_record_stands_beside_its_playbook_under_a_harmless_name(tmp_path, playbook, name):
    assert reviews.path_of(tmp_path / "mine.yaml", playbook) == tmp_path / ".reviews" / f"{name}.json"


def test_the_text_names_what_is_to_be_done_with_its_line_and_sums_up():
    made = draft(document(), "zh-Hans", "zh-Hant")
    known = with_drafts(Reviews(), "zh-Hant", made.pairs)
    assert as_text([parity(document(made.text), known)]) == (
        "fleet.yaml:16:5: cards.too_expensive.ask: zh-Hans: missing\n"
        "fleet.yaml:4:1: title: zh-Hant: a draft that nobody has reviewed\n"
        "fleet.yaml:13:9: cards.too_expensive.heard.2: zh-Hant: a draft that nobody has reviewed\n"
        "fleet.yaml:4:1: title: en: missing\n"
        "4 texts in 1 playbook\n"
        "  zh-Hans: 3 base language, 1 missing\n"
        "  zh-Hant: 2 never recorded as reviewed, 2 draft\n"
        "  en: 3 never recorded as reviewed, 1 missing\n"
        "parity --accept records what stands there as reviewed; a sentence that changes later shows its other languages as stale.\n"
    )


def test_the_text_can_be_read_in_chinese():
    text = as_text([parity(document(), Reviews())], "zh-Hans")
    assert "fleet.yaml:4:8: title: en：缺" in text
    assert "1 份剧本，4 段文字" in text


def test_a_language_that_nobody_has_begun_with_is_one_line_with_the_next_step():
    text = "method: objections\nid: fleet\ntitle: 异议\nwords:\n  ask_expect: 怎么说？\n"
    told = as_text([parity(document(text), Reviews())])
    assert told.startswith("fleet.yaml: 2 texts, none in zh-Hant. Drafts: draft fleet.yaml --from zh-Hans --to zh-Hant\n")
    assert "fleet.yaml: 2 texts, none in en. Write them beside the others, a language a line." in told
    assert ":3:" not in told


def test_programs_get_counts_and_places():
    (one,) = json.loads(json.dumps(as_json([parity(document(), Reviews(), ["zh-Hant"])])))
    assert (one["file"], one["playbook"], one["base"]) == ("fleet.yaml", "fleet", "zh-Hans")
    assert one["counts"] == {"zh-Hant": {"missing": 2, "unmarked": 2}}
    assert one["places"][0] == {"line": 4, "column": 8, "path": "title", "languages": {"zh-Hant": "missing"}}
