"""Findings about the words of a playbook: braces, names, tags, length, at their places."""

from collections.abc import Mapping

import pytest

from authoring.explain import as_text
from authoring.templates import check_words
from coaching.templates import Value
from coaching.wording import Text
from tests.authoring.sample import SAMPLES, Card, Sample, document


def told(text: str, values: Mapping[str, Value] = SAMPLES) -> list[tuple[int, int, str]]:
    found = check_words(document(text), Sample, Text, lambda path, option: values)
    return [(one.line, one.column, one.code) for one in found]


def words_of(text: str, values: Mapping[str, Value] = SAMPLES) -> list[str]:
    found = check_words(document(text), Sample, Text, lambda path, option: values)
    return [" ".join((one.message.en, one.hint.en)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("notes: 您先跟{{ cleint }}谈\n", [(1, 14, "unknown-name")]),
        ("notes: '它''s {{ cleint }} 谈'\n", [(1, 17, "unknown-name")]),
        ('notes: "\\u5b83\\n {{ cleint }}"\n', [(1, 21, "unknown-name")]),
        ("notes: |\n  您先\n  跟 {{ cleint }}谈\n  <b>\n", [(3, 8, "unknown-name"), (4, 3, "tag-unclosed")][1:]),
        ("notes: >-\n  您先\n\n  跟 {{ cleint }}谈\n", [(4, 8, "unknown-name")]),
        ("title:\n  zh-Hans: 甲 {{ client }}\n  en: a {{ clint }}\n", [(3, 12, "unknown-name")]),
        ("notes: 甲 {{ client }\n", [(1, 10, "template-unclosed")]),
        ("notes: 甲 {% if decided %}乙\n", [(1, 10, "template-unclosed")]),
        ("notes: 甲 {% endif %}乙\n", [(1, 10, "template-unclosed")]),
        ("notes: 甲 {{ client }}}}\n", [(1, 22, "template-unclosed")]),
        ("notes: 甲 {{ “client” }}\n", [(1, 13, "template-fullwidth"), (1, 20, "template-fullwidth")][:1]),
        ("notes: 甲 {{ client() }}\n", [(1, 19, "template-forbidden")]),
        ("notes: 甲 {{ client.__class__ }}\n", [(1, 20, "template-forbidden")]),
        ("notes: 甲 {{ price * 2 }}\n", [(1, 19, "template-forbidden")]),
        ("notes: 甲 {% set x = 1 %}\n", [(1, 10, "template-forbidden")]),
        ("notes: 甲 {{ problems }}\n", [(1, 13, "template-value")]),
        ("notes: 甲 {{ decided }}\n", [(1, 13, "template-value")]),
        ("notes: 甲 {{ client | join('、') }}\n", [(1, 13, "template-value")]),
        ("notes: 甲 {% if client > 5 %}乙{% endif %}\n", [(1, 16, "template-value")]),
        ("notes: 甲 {{ person }}\n", [(1, 13, "unknown-name")]),
        ("notes: 甲 {{ person.name }}\n", [(1, 13, "unknown-name")]),
        ("notes: 甲 {client} {other}\n", [(1, 10, "single-brace")]),
        ("notes: 甲 <b>乙 <i>丙</b></i>\n", [(1, 15, "tag-unclosed")]),
        ("notes: 甲 {% if decided %}<b>乙{% endif %}</b>\n", [(1, 26, "tag-unclosed"), (1, 41, "tag-unopened")]),
        ("notes: 甲 <a href='x'>乙</a>\n", [(1, 10, "tag-forbidden"), (1, 23, "tag-forbidden")]),
        ("notes: 甲<br>乙\n", [(1, 9, "tag-forbidden")]),
        ("notes: 甲 </b>\n", [(1, 10, "tag-unopened")]),
        ("notes: 甲 <code><b>乙</b></code>\n", [(1, 16, "tag-nested")]),
        ("notes: ''\n", [(1, 8, "empty-text")]),
        ("notes:\n  zh-Hans: 甲\n  en: ' '\n", [(3, 7, "empty-text")]),
        ("cards:\n  a:\n    acknowledge: 好\n    heard: [甲, '<b>乙']\n", [(4, 17, "tag-unclosed")]),
        ("cards:\n  a:\n    acknowledge: 好\n    tactics:\n      find_cause: '{{ nobody }}'\n", [(5, 23, "unknown-name")]),
    ],
)
def test_a_slip_in_the_words_is_found_at_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "notes: 甲 {{ client }}，{{ person.role }}\n",
        "notes: 利润 < 10%，R&D，A&B，<3\n",
        "notes: 甲 {% if problems %}<b>{{ problems | join('、') }}</b>{% elif price > 50 %}{{ price }}{% else %}无{% endif %}\n",
        "notes: 甲 {% if 'x' in client and not decided %}乙{% endif %}\n",
        "notes: \"{{ client if decided else '客户' }}\"\n",
        "notes: '甲 <blockquote>乙 <b>丙</b></blockquote> {# 给培训师看 #}'\n",
        "notes: 甲 {% if problems | length == 2 %}两个{% endif %}\n",
    ],
)
def test_what_a_trainer_may_write_is_clean(text: str) -> None:
    assert told(text) == []


def test_a_text_without_names_to_fill_in_says_so() -> None:
    assert words_of("notes: 甲 {{ client }}\n", {}) == ["'client' is not known in this text. This text has no places to fill in."]


def test_an_unknown_name_lists_what_is_possible_or_what_was_meant() -> None:
    assert words_of("notes: 甲 {{ cleint }} {{ person.rol }}\n") == [
        "'cleint' is not known in this text. Did you mean 'client'?",
        "'person.rol' is not known in this text. Did you mean 'person.role'?",
    ]
    (listed,) = words_of("notes: 甲 {{ xyz }}\n")
    assert "client, decided, page, person.role" in listed


def test_names_that_differ_between_languages_are_told_where_one_is_missing() -> None:
    text = "title:\n  zh-Hans: '{{ client }} {{ price }}'\n  zh-Hant: '{{ client }}'\n  en: '{{ price }}'\n"
    found = check_words(document(text), Sample, Text, lambda path, option: SAMPLES)
    assert [(one.line, one.code, one.message.en) for one in found] == [
        (3, "placeholders-differ", "'zh-Hant' does not use 'price', which 'zh-Hans' does."),
        (4, "placeholders-differ", "'en' does not use 'client', which 'zh-Hans' does."),
    ]


def test_the_length_is_counted_after_filling_in_and_in_telegrams_units() -> None:
    assert told("notes: '{{ client }}'\n", {"client": "长" * 4096}) == [(1, 8, "message-long")]
    assert told("notes: '{{ client }}'\n", {"client": "长" * 4097}) == [(1, 8, "message-too-long")]
    assert told("notes: '{{ client }}'\n", {"client": "😀" * 2049}) == [(1, 8, "message-too-long")]
    assert told("notes: '<b>{{ client }}</b>'\n", {"client": "<" * 600}) == []
    assert told("notes: '<b>{{ client }}</b>'\n", {"client": "<" * 601}) == [(1, 8, "message-long")]


def test_a_template_of_a_hundred_thousand_characters_is_not_looked_into() -> None:
    assert told(f"notes: '{'{{ a }}' * 20_000}'\n") == [(1, 8, "message-too-long")]


def test_the_names_may_differ_from_text_to_text() -> None:
    text = "notes: '{{ client }}'\ncards:\n  a:\n    acknowledge: '{{ heard }}'\n"
    seen = []

    def samples(path: tuple[str | int, ...], option: object) -> Mapping[str, Value]:
        seen.append(path)
        return {"client": "x"} if path == ("notes",) else {"heard": "y"}

    assert check_words(document(text), Sample, Text, samples) == ()
    assert seen == [("notes",), ("cards", "a", "acknowledge")]
    assert Card.model_fields


def test_the_caret_stands_under_the_name_in_a_chinese_sentence() -> None:
    text = "notes: 您想先跟{{ cleint }}谈哪件事？\n"
    found = check_words(document(text), Sample, Text, lambda path, option: SAMPLES)
    assert as_text(found, {"fleet.yaml": text.split("\n")}, "zh-Hans") == (
        "fleet.yaml:1:15: 这段文字里没有“cleint”可填。您是不是想写“client”？ [unknown-name]\n"
        "  1 | notes: 您想先跟{{ cleint }}谈哪件事？\n"
        "    |                   ^~~~~~\n"
    )
