"""Traditional Chinese as Taiwan writes it: the house's words first, templates and tags letter for letter."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from authoring import traditional
from authoring.read import read
from authoring.spoken import spoken
from authoring.traditional import library, to_simplified, to_traditional
from coaching import templates
from tests.authoring.bench import GENERAL

QUOTES = str.maketrans("“”", "「」")
CHINESE = st.sampled_from("您说贵是跟哪家合同比的账单反馈设备，。“”一二三")
PARTS = st.sampled_from(
    ["{{ client }}", "{{ problems | join('、合同') }}", "{% if cue == '合同' %}", "{% else %}", "{% endif %}", "{# 合同 #}", "<b>", "</i>"]
)
TEXTS = st.lists(st.one_of(st.text(CHINESE, max_size=8), PARTS), max_size=8).map("".join)


def house() -> dict[str, str]:
    text = re.sub(r"^\s*//.*$", "", traditional._HOUSE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(json.loads(text)["conversion_chain"][1]["dict"]["dicts"][0]["entries"])


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_templates_and_tags_stay_letter_for_letter_and_in_their_order(text):
    kept = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|</?[a-z]+>")
    assert kept.findall(to_traditional(text)) == kept.findall(text)


@given(st.text(st.sampled_from("合同{}%# <b>/"), max_size=20))
@settings(deadline=None)
def test_what_was_opened_and_not_closed_is_left_alone(text):
    assert {fault.code for fault in templates.faults(to_traditional(text))} == {fault.code for fault in templates.faults(text)}


@pytest.mark.parametrize(("simplified", "draft"), [
    ("签合同前先看账期", "簽合約前先看帳期"),
    ("请给一个反馈", "請給一個回饋"),
    ("设备、网络和信号", "設備、網路和訊號"),
    ("您说“太贵了”，是跟‘谁’比？", "您說「太貴了」，是跟『誰』比？"),
    ("头发和发票、后面和皇后", "頭髮和發票、後面和皇后"),
    ("标价五十九，目标价四十六", "牌價五十九，目標價四十六"),
    ("预约见面，再约见客户", "預約見面，再約訪客戶"),
    ("配合同事建立项目", "配合同事建立項目"),
])  # fmt: skip
def test_the_words_of_the_glossary_and_of_sales_come_before_the_librarys(simplified, draft):
    assert to_traditional(simplified) == draft


def test_every_word_of_the_house_changes_something_or_guards_a_word_that_only_looks_like_one():
    words = house()
    terms = {word: draft for word, draft in words.items() if library("s2twp").convert(to_simplified(word)) != draft}
    guards = words.keys() - terms.keys()
    assert terms and guards
    for word, draft in terms.items():
        assert to_traditional(to_simplified(word)) == draft, word
    for word in guards:
        assert any(term in word and term != word for term in terms), f"{word} guards nothing"


def test_apart_from_the_houses_words_it_is_the_librarys_own_conversion():
    playbooks = [read(str(file), file.read_bytes()).value for file in sorted(GENERAL.glob("*.yaml"))]
    texts = [text for playbook in playbooks for each in spoken(playbook) for text in each.words.values() if "{" not in text]
    plain = "\0".join(texts)
    words, standard, own = house(), library("s2t").convert(plain).split("\0"), library("s2twp").convert(plain).split("\0")
    told = [(text, twin) for text, form, twin in zip(texts, standard, own, strict=True) if not any(word in form for word in words)]
    assert len(told) > 400
    assert [to_traditional(text) for text, _ in told] == [twin.translate(QUOTES) for _, twin in told]
