"""The flow of a plan: everything that is asked, in its order, with what stands behind it."""

import inspect

import pytest

from coaching.flow import CONDITIONS, flow
from coaching.methods.call_plan import PARTS
from coaching.preparation import ROWS_OF, steps_of
from coaching.script import Chain, Listing, Once
from coaching.steps import setup
from tests.coaching.chatting import Chat, shipped

BOTH = pytest.mark.parametrize("language", ["zh-Hans", "en"])
PLANS = pytest.mark.parametrize("plan", ["general-plan", "fleet-plan", "telecom-plan"])
ROWS = (*setup.ROWS, *(row for part in PARTS for row in ROWS_OF[part]))


@BOTH
@PLANS
def test_every_step_is_shown_once_in_the_order_in_which_it_is_asked(plan, language):
    found = flow(shipped().preparations[plan], language)
    assert [step.id for lane in found.lanes for step in lane.steps] == [step.id for step in steps_of(ROWS)]


@BOTH
def test_the_questions_are_those_that_a_rep_gets(language):
    found = {step.id: step.question for lane in flow(shipped().preparations["general-plan"], language).lanes for step in lane.steps}
    chat = Chat(language)
    assert found["plan.client"] in chat.said
    chat.ready(5)
    assert found["goal.primary"] in chat.said


@BOTH
@PLANS
def test_no_question_is_empty_or_has_a_tag_or_an_open_brace(plan, language):
    for lane in flow(shipped().preparations[plan], language).lanes:
        for step in lane.steps:
            assert step.question
            assert not set("<>{}") & set(step.question), step.id


def test_every_condition_of_the_rows_is_said_in_words():
    always = {inspect.signature(kind).parameters["applies"].default for kind in (Once, Listing)}
    rows = [once for row in ROWS for once in (row.rows if isinstance(row, Chain) else (row,))]
    conditional = {row.step.id for row in rows if row.applies not in always}
    assert set(CONDITIONS) == conditional


@BOTH
def test_the_words_of_a_condition_are_there_in_both_languages(language):
    assert all(text.root.get(language) for text in CONDITIONS.values())


def test_lists_say_how_many_there_may_be_and_chains_what_they_go_over():
    found = flow(shipped().preparations["general-plan"], "en")
    captions = {group.steps[0].id: group.caption for lane in found.lanes for group in lane.groups if group.kind != "once"}
    assert captions == {
        "spin.fact": "again until it is enough, 8 at most",
        "spin.problem": "again until it is enough, at most: 1 in 5 min, 3 in 15 min, 3 in 30 min",
        "spin.implication": "for each problem",
        "objections.expect": "again until it is enough, 2 at most",
        "objections.cause": "for each objection",
        "negotiation.get": "for each step of the price",
    }
    assert {row.step.id for row in ROWS if isinstance(row, Listing)} <= captions.keys()


def test_a_preparation_of_five_minutes_shows_only_its_own_steps():
    book = shipped().preparations["general-plan"]
    found = flow(book, "en", 5)
    asked = [step.id for lane in found.lanes[1:] for step in lane.steps]
    assert set(asked) == set(next(plan.steps for plan in book.plan.times if plan.minutes == 5))
    assert found.times == (5,)


def test_a_list_with_room_for_one_item_is_asked_once():
    groups = [group for lane in flow(shipped().preparations["general-plan"], "en", 5).lanes for group in lane.groups]
    assert next(group.kind for group in groups if group.steps[0].id == "spin.problem") == "once"


def test_a_length_that_the_plan_does_not_have_is_refused_with_those_it_has():
    with pytest.raises(ValueError, match="possible: 5, 15, 30"):
        flow(shipped().preparations["general-plan"], "en", 7)


@PLANS
def test_what_stands_behind_a_step_is_counted(plan):
    book = shipped().preparations[plan]
    behind = {one.what: one for lane in flow(book, "en").lanes for step in lane.steps for one in step.behind if one.names or one.count}
    assert behind["problems"].count == len(book.spin.problems) == len(behind["problems"].names)
    assert behind["cards"].count == len(book.objections.cards)
    assert behind["pitches"].count == len(book.fabe.pitches)
    assert behind["give_gets"].count == len(book.negotiation.give_gets)
