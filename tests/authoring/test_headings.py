"""Headings of trainers' tables, in Chinese and English, and the choices in their cells."""

from typing import get_args

import pytest

from authoring import headings
from authoring.headings import METHODS, cause_of, choice, choices, examples, guessed, meant, needed, recognised
from authoring.library import METHODS as MODELS
from coaching.methods.objections import TACTICS, Cause, ObjectionClass, Tactic
from coaching.methods.spin import BuyerRole, SpinKind


@pytest.mark.parametrize(("method", "written", "key"), [
    ("objections", "异议", "heard"), ("objections", "客户说", "heard"), ("objections", "Objection", "heard"),
    ("objections", "They say", "heard"),
    ("objections", "回应", "reply"), ("objections", "话术", "reply"), ("objections", "Reply:", "reply"), ("objections", "话术2", "reply"),
    ("objections", "类型", "class"), ("objections", "CLASS", "class"), ("objections", "原因", "cause"), ("objections", "cause", "cause"),
    ("objections", "異議", "heard"), ("objections", "異議（英文）", "heard"), ("objections", "Objection (EN)", "heard"),
    ("objections", "客户异议类型", "class"), ("objections", "type of objection", "class"), ("objections", "异议处理话术", "reply"),
    ("objections", " 1. 异议 ", "heard"), ("objections", "【异议】", "heard"),
    ("objections", "客户问题", "heard"), ("objections", "暗示问题", None), ("objections", "给面子", "tactics.give_face"),
    ("spin", "问题", "problem"), ("spin", "Problem", "problem"), ("spin", "暗示问题", "implications"),
    ("spin", "Implication", "implications"),
    ("spin", "需求-效益问题", "need_payoffs"), ("spin", "Need-Payoff", "need_payoffs"), ("spin", "背景问题", "facts"),
    ("fabe", "特征", "feature"), ("fabe", "优势", "advantage"), ("fabe", "利益", "benefit"), ("fabe", "证据", "evidence"),
    ("fabe", "F", "feature"), ("fabe", "特征 (F)", "feature"), ("fabe", "Evidence / proof", "evidence"),
    ("negotiation", "我方让步", "give"), ("negotiation", "交换条件", "get"), ("negotiation", "In return", "get"),
])  # fmt: skip
def test_a_heading_is_known_as_trainers_write_it(method, written, key):
    assert recognised(method, written) == key


@pytest.mark.parametrize(("method", "written", "similar"), [
    ("objections", "异意", "异议"), ("objections", "Objektion", "objection"), ("spin", "暗似问题", "暗示问题"), ("fabe", "特怔", "特征"),
])  # fmt: skip
def test_a_slip_in_a_heading_gets_a_guess_and_no_column(method, written, similar):
    assert recognised(method, written) is None
    assert meant(method, written) == similar


@pytest.mark.parametrize("written", ["备注", "Remarks", "", "太贵了，比别家贵二十个点，我没法跟领导交代" * 5])
def test_other_words_are_no_headings(written):
    assert recognised("objections", written) is None
    assert meant("objections", written) is None


@pytest.mark.parametrize(("kind", "written", "value"), [
    ("class", "价格", "price"), ("class", "价格类异议", "price"), ("class", "no_need", "no_need"), ("class", "競品", "supplier"),
    ("class", "Bad experience", "bad_experience"), ("class", "天气", None), ("class", "", None),
    ("cause", "预算", "money"), ("roles", "老板", "E"), ("roles", "u", "U"), ("kind", "暗示", "implication"), ("kind", "P", "problem"),
    ("tactic", "留余地", "leave_room"), ("tactic", "Find the cause", "find_cause"),
])  # fmt: skip
def test_a_choice_is_known_by_its_own_name_and_by_what_people_call_it(kind, written, value):
    assert choice(kind, written) == value


@pytest.mark.parametrize(("kind", "sentence", "value"), [
    ("class", "你们的价格太高了", "price"), ("class", "今年没预算", "no_money"), ("class", "It has to go to my boss", "no_authority"),
    ("class", "嗯", None),
    ("tactic", "先试两个月，行吗？", "leave_room"), ("tactic", "您是跟哪家比的？", "find_cause"), ("tactic", "好的", None),
    ("kind", "多等两小时会影响谁？", "implication"), ("kind", "要是能少等，有什么帮助？", "need_payoff"), ("kind", "现在几辆车？", None),
])  # fmt: skip
def test_where_a_table_says_nothing_the_words_give_a_hint(kind, sentence, value):
    assert guessed(kind, sentence) == value


def test_every_choice_that_is_written_exists_in_the_models():
    known = {"class": ObjectionClass, "cause": Cause, "roles": BuyerRole, "kind": SpinKind, "tactic": Tactic}
    for kind, values in ((kind, get_args(annotation)) for kind, annotation in known.items()):
        assert set(choices(kind)) == set(values), kind
    assert {cause_of(each) for each in get_args(ObjectionClass)} <= set(get_args(Cause))
    assert set(headings._words().guesses.class_) <= set(get_args(ObjectionClass))
    assert set(headings._words().guesses.tactic) <= set(TACTICS)
    assert set(headings._words().guesses.kind) <= set(get_args(SpinKind))


def test_every_method_with_tables_shows_a_heading_in_each_language():
    assert set(METHODS) < set(MODELS)
    for method in METHODS:
        assert set(needed(method)) <= set(examples(method))
        for words in examples(method).values():
            assert words.en.isascii()
            assert recognised(method, words.en) == recognised(method, words.zh) is not None
