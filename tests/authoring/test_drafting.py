"""Drafts in Traditional Chinese in a trainer's own file: beside the words, never over them, and nothing else moves."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from authoring.document import Document
from authoring.drafting import draft
from authoring.read import read
from authoring.refusal import Refused
from authoring.spoken import spoken
from authoring.traditional import to_traditional
from coaching.templates import names_used
from tests.authoring.bench import GENERAL

HEAD = "method: objections\nid: fleet\nlanguage: zh-Hans\n"


def document(text: str) -> Document:
    checked = read("fleet.yaml", text.encode())
    assert checked.value is not None, checked.findings
    return checked.value


def drafted(text: str) -> str:
    made = draft(document(text), "zh-Hans", "zh-Hant")
    assert (made.left, made.findings) == ((), ())
    return made.text


def of_card(text: str) -> str:
    """A draft of what stands in a card, without the head."""
    whole = drafted(f"{HEAD}cards:\n  贵:\n{text}")
    assert whole.startswith(f"{HEAD}cards:\n  贵:\n")
    return whole.removeprefix(f"{HEAD}cards:\n  贵:\n")


@pytest.mark.parametrize(("before", "after"), [
    # Beside the source, in the way in which it is written.
    ("    ask:\n      zh-Hans: 跟谁比？   # 先问\n      en: With whom?\n",
     "    ask:\n      zh-Hans: 跟谁比？   # 先问\n      zh-Hant: 跟誰比？\n      en: With whom?\n"),
    ("    ask:\n      zh-Hans:   # 先问\n        跟谁比？\n",
     "    ask:\n      zh-Hans:   # 先问\n        跟谁比？\n      zh-Hant: 跟誰比？\n"),
    ("    ask:\n      en: With whom?\n      zh-Hans: '跟“谁”比？'",
     "    ask:\n      en: With whom?\n      zh-Hans: '跟“谁”比？'\n      zh-Hant: '跟「誰」比？'"),
    ("    ask:\n      zh-Hans: >-\n        您是跟\n        谁比？\n\n    bring:\n      zh-Hans: 合同\n",
     "    ask:\n      zh-Hans: >-\n        您是跟\n        谁比？\n      zh-Hant: >-\n        您是跟\n        誰比？\n\n    bring:\n"
     "      zh-Hans: 合同\n      zh-Hant: 合約\n"),
    ("    ask: {en: 'Who?', zh-Hans: 跟谁比}\n", "    ask: {en: 'Who?', zh-Hans: 跟谁比, zh-Hant: 跟誰比}\n"),
    ("    never:\n    - zh-Hans: 您不识货\n      en: x\n", "    never:\n    - zh-Hans: 您不识货\n      zh-Hant: 您不識貨\n      en: x\n"),
    # A bare string becomes a group of its own.
    ("    ask: 跟谁比？   # 先问\n    bring: 合同\n",
     "    ask:\n      zh-Hans: 跟谁比？   # 先问\n      zh-Hant: 跟誰比？\n    bring:\n      zh-Hans: 合同\n      zh-Hant: 合約\n"),
    ("    never:\n      - 您不识货\n      - \"不买算了\"  # 别说\n",
     "    never:\n      - zh-Hans: 您不识货\n        zh-Hant: 您不識貨\n"
     "      - zh-Hans: \"不买算了\"  # 别说\n        zh-Hant: \"不買算了\"\n"),
    ("    ask: |-\n      跟谁比？\n      比什么？\n    never:\n    - >-\n      您不识\n      货\n",
     "    ask:\n      zh-Hans: |-\n        跟谁比？\n        比什么？\n      zh-Hant: |-\n        跟誰比？\n        比什麼？\n    never:\n"
     "    - zh-Hans: >-\n        您不识\n        货\n      zh-Hant: >-\n        您不識\n        貨\n"),
    # A list on one line is unfolded; a place inside braces stays there.
    ("    heard: [太贵了, '贵, 很贵']   # 两句\n    cause: money\n",
     "    heard:   # 两句\n      - zh-Hans: 太贵了\n        zh-Hant: 太貴了\n"
     "      - zh-Hans: '贵, 很贵'\n        zh-Hant: '貴, 很貴'\n    cause: money\n"),
    ("    heard: [太贵了, {zh-Hans: 没钱, en: no money}]\n",
     "    heard: [{zh-Hans: 太贵了, zh-Hant: 太貴了}, {zh-Hans: 没钱, zh-Hant: 沒錢, en: no money}]\n"),
    ("    heard: [\n      太贵了,  # 常听到\n      没钱,\n    ]\n",
     "    heard: [\n      {zh-Hans: 太贵了, zh-Hant: 太貴了},  # 常听到\n      {zh-Hans: 没钱, zh-Hant: 沒錢},\n    ]\n"),
])  # fmt: skip
def test_comments_order_quotes_and_layout_stay(before, after):
    assert of_card(before) == after


@pytest.mark.parametrize("card", [
    "    ask:\n      zh-Hans: 跟谁比？\n      zh-Hant: 您原來的話\n",
    "    ask:\n      zh-Hans: 跟谁比？\n      zh-Hant:\n",
    "    ask: {zh-Hant: 您原來的話, zh-Hans: 跟谁比}\n",
    "    ask:\n      en: With whom?\n",
    "    class: price\n    cause: money\n    roles: [U, E]\n",
])  # fmt: skip
def test_words_that_are_there_are_never_written_over_and_nothing_else_is_touched(card):
    assert of_card(card) == card


def test_the_bare_words_of_an_english_playbook_are_no_source():
    text = "method: objections\nid: fleet\nlanguage: en\ntitle: Objections 合同\nauthor: 培训组\n"
    assert drafted(text) == text


def test_ids_keys_notes_and_numbers_stay():
    text = f"{HEAD}title: 异议\nauthor: 培训组\nnotes: 给别的培训师看\nlimits:\n  length_zh: 120\n"
    assert drafted(text) == text.replace("title: 异议\n", "title:\n  zh-Hans: 异议\n  zh-Hant: 異議\n")


@pytest.mark.parametrize("file", sorted(GENERAL.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_shipped_playbook_is_drafted_whole_and_only_lines_are_added(file):
    before = file.read_text(encoding="utf-8")
    after = drafted(before)
    added = [line for line in after.split("\n") if line.lstrip("- ").startswith("zh-Hant:")]
    kept = iter(after.split("\n"))
    assert all(any(line == other for other in kept) for line in before.split("\n")), "every line is there, in its order"
    assert len(added) == len(spoken(document(before)))
    for old, new in zip(spoken(document(before)), spoken(document(after)), strict=True):
        assert {**old.words, "zh-Hant": to_traditional(old.words["zh-Hans"])} == new.words
        assert names_used(new.words["zh-Hant"]) == names_used(new.words["zh-Hans"])


WORDS = st.text(st.sampled_from("您说贵是跟谁比合同，。？“”'\"：:#-[]{}<b> \\"), min_size=1, max_size=12)
TEXTS = st.lists(st.one_of(WORDS, st.just("{{ client }}"), st.just("{% if goal %}贵{% endif %}")), min_size=1, max_size=3).map("".join)


def as_scalar(words: str, style: str, pad: str) -> str:
    if style == "'":
        return "'" + words.replace("'", "''") + "'"
    if style == '"':
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return words if style == "plain" else f"{style}\n{pad}{words}"


KEYS = ("ask_expect", "ask_another", "ask_cause", "ask_tactic")


def spoken_lines(key: str, words: str, style: str, bare: bool) -> str:
    if bare:
        return f"  {key}: {as_scalar(words, style, '    ')}\n"
    return f"  {key}:\n    zh-Hans: {as_scalar(words, style, '      ')}\n    en: x\n"


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["'", '"', "plain", "|", ">-"]), st.booleans()), min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_however_a_text_is_written_its_draft_reads_as_it_should_and_a_second_run_changes_nothing(texts):
    lines = "".join(spoken_lines(key, *text) for key, text in zip(KEYS, texts, strict=False))
    checked = read("fleet.yaml", f"{HEAD}words:\n{lines}".encode())
    if checked.value is None:
        return
    made = draft(checked.value, "zh-Hans", "zh-Hant")
    assert made.left == ()
    for text in spoken(document(made.text)):
        assert text.words.get("zh-Hant") == (to_traditional(text.words["zh-Hans"]) if "zh-Hans" in text.words else None)
    again = draft(document(made.text), "zh-Hans", "zh-Hant")
    assert again.text == made.text and again.pairs == ()


def test_a_place_where_no_line_can_be_added_is_left_and_named():
    text = f"{HEAD}words:\n  ask_expect:\n    zh-Hans: |+\n      跟谁比？\n\n    en: x\n  ask_cause: 原因\n"
    made = draft(document(text), "zh-Hans", "zh-Hant")
    assert made.left == (("words", "ask_expect"),)
    assert made.text == text.replace("ask_cause: 原因", "ask_cause:\n    zh-Hans: 原因\n    zh-Hant: 原因")


def test_a_file_without_room_for_drafts_says_so_and_stays_as_it_is():
    text = f"{HEAD}cards:\n  贵:\n    ask: {'a' * 600_000}\n"
    made = draft(document(text), "zh-Hans", "zh-Hant")
    assert made.text == text
    assert [finding.code for finding in made.findings] == ["file-too-large"]


def test_only_the_other_script_is_drafted_other_languages_need_a_person():
    with pytest.raises(Refused) as caught:
        draft(document(HEAD), "zh-Hans", "en")
    assert "a person has to translate" in caught.value.words.en
    assert "要请人来译" in caught.value.words.zh


@pytest.mark.parametrize(("text", "sentence"), [
    ("title: 车队\n", "fleet.yaml is no playbook: it has no line such as 'method: objections'."),
    ("method: objektions\n", "fleet.yaml: There is no method 'objektions'. Did you mean 'objections'?"),
    ("- 车队\n", "fleet.yaml is no playbook: it has no line such as 'method: objections'."),
])  # fmt: skip
def test_what_is_no_playbook_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(Refused) as caught:
        draft(document(text), "zh-Hans", "zh-Hant")
    assert caught.value.words.en == sentence


def test_words_without_chinese_are_taken_over():
    assert re.search(r"zh-Hant: \"\{\{ client \}\}\"", drafted(f"{HEAD}title: \"{{{{ client }}}}\"\n"))
