"""What first-time reps stumbled over, so that nobody stumbles there again."""

import pytest

from coaching import turn as coach
from coaching.session import Answer, Earlier
from tests.coaching.chatting import Chat
from tests.coaching.test_preparation import BOTH, GOAL, IMPLICATION, PROBLEM, PROBLEM_QUESTION


def to_the_prices(language="en"):
    chat = Chat(language).ready(30).type(GOAL[language])
    while chat.step != "negotiation.unit":
        chat.tap(chat.easiest())
    return chat


@BOTH
def test_the_words_of_a_button_that_is_not_shown_are_never_an_answer(language):
    chat = Chat(language).ready(15).type(GOAL[language]).tap("take")
    chat.type({"zh-Hans": "够了", "en": "that's it"}[language])
    assert chat.walk.items("spin.problem") == ()
    assert chat.step == "fabe.need"


def test_a_lone_letter_names_the_role():
    assert Chat("en").type("Red Hill").tap("fleet-plan").type("E").walk.value("plan.role") == "E"


@BOTH
def test_dont_know_works_where_only_buttons_are(language):
    chat = Chat(language).type("Red Hill").tap("fleet-plan").type({"zh-Hans": "不知道", "en": "I don't know"}[language])
    assert chat.walk.value("plan.role") == "unclear"
    assert to_the_prices(language).type({"zh-Hans": "不知道", "en": "not sure"}[language]).step == "negotiation.list"


@BOTH
def test_after_a_card_the_open_question_stands_there_once_more_with_buttons_that_work(language):
    chat = Chat(language).ready(5)
    ask = chat.session.open.ask
    chat.command("o", "太贵")
    assert len(chat.lines) == 2
    assert chat.lines[-1].ask == ask
    chat.tap("take")
    assert chat.step == "spin.problem/1"


@BOTH
def test_a_remark_on_a_filed_answer_comes_with_a_button_that_mends_it(language):
    two = {"zh-Hans": "等卸粮一天要损失多少钱？还影响到谁？", "en": "What does the queue cost you a day? Who else is hit by it?"}[language]
    chat = Chat(language).ready(5).type(GOAL[language]).type(PROBLEM[language]).type(two)
    assert chat.feedback == ("spin.one_question",)
    chat.tap("change_last")
    assert chat.step == "spin.implication/1"
    assert two in chat.said


@BOTH
def test_the_second_try_is_read_again_and_a_new_fault_is_named(language):
    activity = {"zh-Hans": "跟他介绍一下我们的平台，周五前", "en": "introduce our platform by Friday"}[language]
    undated = {"zh-Hans": "刘主任同意两辆车试用", "en": "Mr Liu agrees to a trial on two trucks"}[language]
    chat = Chat(language).ready(5).type(activity)
    assert chat.feedback == ("goal.activity",)
    chat.type(undated)
    assert chat.feedback == ("goal.no_date",)
    assert chat.step == "spin.problem/1"


@BOTH
def test_the_questions_stand_problem_by_problem(language):
    chat = Chat(language).ready(15).type(GOAL[language]).tap("take").type(f"{PROBLEM[language]}\nsecond trouble").tap("enough")
    while chat.step.startswith("spin."):
        chat.tap("take")
    tags = [question.kind for question in coach.page.page(chat.walk).questions]
    words = chat.walk.book.spin.words
    problem, implication, payoff = (getattr(words, f"tag_{k}").words(language) for k in ("problem", "implication", "need_payoff"))
    assert tags == [problem, implication, payoff] * 2


@BOTH
def test_a_moved_question_stays_with_its_problem(language):
    chat = Chat(language).ready(5).type(GOAL[language]).type(PROBLEM[language]).type(PROBLEM_QUESTION[language]).tap("move")
    chat.type(IMPLICATION[language])
    texts = [question.text for question in coach.page.page(chat.walk).questions]
    assert texts.index(PROBLEM_QUESTION[language]) < texts.index(IMPLICATION[language])


def test_no_need_no_pitch():
    chat = Chat("en").ready(15).type(GOAL["en"]).tap("take").type("don't know")
    assert chat.step == "fabe.need"
    chat.tap("skip")
    assert chat.step.startswith("objections.")


@BOTH
def test_a_proof_that_is_still_to_be_filled_in_is_not_on_the_brief_as_fact(language):
    chat = Chat(language).ready(15, business="fleet-plan").type(GOAL[language]).easily()
    brief = chat.lines[-1].brief
    assert not any("【" in text or "[put" in text for text in (*brief.pitch, *brief.bring))


def test_a_discount_is_taken_from_the_list_price_and_read_back():
    chat = to_the_prices("zh-Hans").tap("price").type("26w")
    assert chat.walk.value("negotiation.list") == "260000"
    chat.type("九折")
    assert chat.walk.value("negotiation.opening") == "2.34E+5" or float(chat.walk.value("negotiation.opening")) == 234000
    assert "234,000" in chat.said


def test_what_is_no_price_is_no_price():
    chat = to_the_prices("zh-Hans").tap("price").type("送一年服务")
    assert chat.step == "negotiation.list"
    assert chat.turns[-1].entries[0].unfit


def test_a_frame_that_cannot_be_planned_opens_the_target_again():
    chat = to_the_prices("en").tap("price").type("100").type("100").type("99.99").command("skip").tap("coach").tap("3")
    assert chat.step == "negotiation.target"
    assert chat.walk.draft("negotiation.target") is not None


def test_a_target_far_below_the_opening_is_asked_about_once():
    chat = to_the_prices("en").tap("price").type("264240").type("255000").type("2000")
    assert chat.feedback == ("negotiation.target_far_below",)


@pytest.mark.parametrize(
    ("language", "get", "filed"),
    [("zh-Hans", "如果您多签一年，那我们就25万", "多签一年"), ("en", "if you sign for two years", "sign for two years")],
)
def test_a_get_is_filed_as_it_fits_behind_if_you(language, get, filed):
    chat = to_the_prices(language).tap("price").type("264240").type("250000").type("226000").type("205000").tap("coach").tap("3").type(get)
    assert chat.walk.text("negotiation.get/1") == filed


def test_another_currency_stays_the_reps_own():
    chat = to_the_prices("en").tap("price").type("$15,000").type("$14,000").type("$12,500").type("$11,000").tap("coach").tap("3")
    chat.tap(chat.easiest()).tap("take")
    assert "USD" in chat.walk.text("negotiation.sentence/1")


def test_the_trade_may_be_changed_after_the_time_was_chosen():
    chat = Chat("en").ready(5)
    for _ in range(4):
        chat.command("back")
    assert chat.step == "plan.business"
    chat.tap("telecom-plan")
    assert chat.session.playbook == "telecom-plan"
    assert chat.tap("U").tap("tomorrow").tap("15").step == "goal.primary"


@BOTH
def test_a_language_change_always_answers(language):
    other = {"zh-Hans": "en", "en": "zh-Hans"}[language]
    at_the_brief = Chat(language).ready(5).type(GOAL[language]).easily().command("language", other)
    assert at_the_brief.lines[-1].brief.language == other
    changing = Chat(language).ready(5).tap("change").command("language", other)
    assert changing.lines
    pending = Chat(language).ready(5).type({"zh-Hans": "介绍产品", "en": "introduce our platform"}[language]).command("language", other)
    assert pending.lines


def test_a_client_met_before_brings_the_old_answers_as_drafts_also_when_typed():
    old = (Answer(step="goal.primary", text="Mr Liu signs by Friday", value="dated"),)
    chat = Chat("en", earlier=(Earlier(session="s0", client="Red Hill", playbook="fleet-plan", answers=old),), client="red hill")
    assert chat.session.playbook == "fleet-plan"
    chat.tap("U").tap("tomorrow").tap("5")
    assert "Mr Liu signs by Friday" in chat.said
