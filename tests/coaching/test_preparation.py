"""A preparation from the first question to the brief, as a rep lives it."""

import pytest

from coaching import turn as coach
from coaching.session import Answer, Earlier, Left, Picked, Sent
from tests.coaching.chatting import MONDAY, Chat, editions

BOTH = pytest.mark.parametrize("language", ["zh-Hans", "en"])
GOAL = {"zh-Hans": "刘主任下周三前同意两辆车试用", "en": "Mr Liu agrees to a trial on two trucks by next Wednesday"}
ACTIVITY = {"zh-Hans": "跟他介绍一下我们的平台", "en": "introduce our platform"}
PROBLEM = {"zh-Hans": "车回来晚，等卸粮", "en": "trucks queue for hours at the grain pits"}
IMPLICATION = {
    "zh-Hans": "等卸粮多等两小时，一天下来要损失多少钱？",
    "en": "What does it cost you a day while the trucks queue at the pits?",
}
PROBLEM_QUESTION = {"zh-Hans": "你们觉得排队严重吗？", "en": "Is the queue a problem for you?"}


@BOTH
def test_a_five_minute_brief_needs_at_most_six_answers_and_six_taps(language):
    chat = Chat(language).type("Red Hill").tap("fleet-plan").tap("U").tap("tomorrow").tap("5")
    chat.type(GOAL[language]).type(PROBLEM[language]).type(IMPLICATION[language])
    chat.tap("take")
    assert chat.step == coach.BRIEF
    assert chat.typed <= 6
    assert chat.taps <= 6


@BOTH
@pytest.mark.parametrize("minutes", [5, 15, 30])
@pytest.mark.parametrize("business", ["general-plan", "telecom-plan", "fleet-plan"])
def test_a_brief_needs_only_the_client_the_goal_and_taps(language, minutes, business):
    chat = Chat(language).type("Red Hill").tap(business).tap("E").tap("tomorrow").tap(str(minutes)).type(GOAL[language])
    for _ in range(100):
        if chat.step == coach.BRIEF:
            break
        if chat.step.startswith("negotiation.") and "take" not in [o.id for o in chat.session.open.options]:
            figures = {"negotiation.list": "100", "negotiation.opening": "98", "negotiation.target": "90", "negotiation.walk_away": "85"}
            if chat.step in figures:
                chat.type(figures[chat.step])
                continue
        chat.tap(chat.easiest())
    assert chat.step == coach.BRIEF
    brief = chat.lines[-1].brief
    assert brief is not None
    assert brief.goal == GOAL[language]
    assert brief.start_here
    assert brief.questions


def test_without_a_trade_to_choose_the_question_is_not_asked():
    only = {e: b for e, b in editions().items() if b.plan.id == "general-plan"}
    chat = Chat("en", books=only).type("Red Hill")
    assert chat.step == "plan.role"


@BOTH
def test_the_plan_is_shown_in_one_glance_with_a_line_for_each_part(language):
    chat = Chat(language).ready(30)
    glance = chat.lines[0].html
    assert glance.count("\n") == 5
    for number in range(1, 6):
        assert f"{number}. <b>" in glance


@BOTH
def test_a_part_can_be_left_out_and_another_added(language):
    chat = Chat(language).ready(5).tap("change").tap("out:objections").tap("add:negotiation").tap("done")
    assert chat.step == "goal.primary"
    chat.type(GOAL[language]).easily("negotiation.unit")
    assert chat.step == "negotiation.unit"
    assert not any(step.startswith("objections") for step in chat.session.steps)


@BOTH
def test_a_goal_that_is_the_reps_own_activity_is_sent_back_once_with_the_words_quoted(language):
    chat = Chat(language).ready(5).type(ACTIVITY[language])
    assert chat.step == "goal.primary"
    assert chat.feedback == ("goal.activity",)
    assert {"zh-Hans": "介绍一下我们的平台", "en": "introduce our platform"}[language] in chat.said
    chat.type(ACTIVITY[language])
    assert chat.step == "spin.problem/1"


@BOTH
def test_a_goal_without_a_date_is_sent_back_once_and_may_be_kept(language):
    undated = {"zh-Hans": "刘主任同意两辆车试用", "en": "Mr Liu agrees to a trial on two trucks"}[language]
    chat = Chat(language).ready(5).type(undated)
    assert chat.feedback == ("goal.no_date",)
    chat.tap("keep")
    assert chat.step == "spin.problem/1"
    assert chat.easily().lines[-1].brief.unknown


@BOTH
def test_another_kind_of_question_than_asked_is_named_as_what_it_sounds_like(language):
    chat = Chat(language).ready(5).type(GOAL[language]).type(PROBLEM[language]).type(PROBLEM_QUESTION[language])
    assert chat.step == "spin.implication/1"
    assert chat.feedback == ("spin.kind",)
    assert PROBLEM_QUESTION[language] in chat.said


@BOTH
def test_a_question_may_be_moved_to_where_it_belongs(language):
    chat = Chat(language).ready(5).type(GOAL[language]).type(PROBLEM[language]).type(PROBLEM_QUESTION[language]).tap("move")
    assert chat.step == "spin.implication/1"
    brief = chat.easily().lines[-1].brief
    words = chat.walk.book.spin.words
    filed = {question.text: question.kind for question in brief.questions}
    assert filed[PROBLEM_QUESTION[language]] == words.tag_problem.words(language)


@BOTH
def test_a_question_may_be_kept_where_it_was_asked(language):
    chat = Chat(language).ready(5).type(GOAL[language]).type(PROBLEM[language]).type(PROBLEM_QUESTION[language]).tap("keep")
    assert chat.step == "objections.reply/1"
    filed = {q.text: q.kind for q in chat.easily().lines[-1].brief.questions}
    assert filed[PROBLEM_QUESTION[language]] == chat.walk.book.spin.words.tag_implication.words(language)


@BOTH
def test_a_question_may_be_written_again_with_the_old_words_as_a_draft(language):
    chat = Chat(language).ready(5).type(GOAL[language]).type(PROBLEM[language]).type(PROBLEM_QUESTION[language]).tap("rewrite")
    assert PROBLEM_QUESTION[language] in chat.said
    chat.type(IMPLICATION[language])
    assert chat.step == "objections.reply/1"


@BOTH
def test_each_problem_that_the_rep_named_gets_its_own_implication_and_need_payoff(language):
    chat = Chat(language).ready(30).type(GOAL[language])
    while chat.step != "spin.problem/1":
        chat.tap(chat.easiest())
    chat.type(PROBLEM[language]).type("账对不上" if language != "en" else "the books never match").tap("enough")
    seen = []
    while chat.step.startswith("spin."):
        seen.append(chat.step)
        chat.tap("take")
    assert seen == ["spin.implication/1", "spin.need_payoff/1", "spin.implication/2", "spin.need_payoff/2"]


@BOTH
def test_several_lines_at_once_are_several_problems(language):
    chat = Chat(language).ready(15).type(GOAL[language]).tap("take").type("one\ntwo\nthree\nfour")
    assert [answer.text for _, answer in chat.walk.items("spin.problem")] == ["one", "two", "three"]
    assert chat.step == "spin.implication/1"


@BOTH
def test_dont_know_is_taken_and_becomes_something_to_ask(language):
    chat = Chat(language).ready(5).type(GOAL[language]).type({"zh-Hans": "不知道", "en": "I don't know"}[language])
    assert chat.step == "objections.reply/1"
    brief = chat.easily().lines[-1].brief
    assert chat.walk.plain(chat.walk.book.spin.words.unknown_problem_ask) in brief.unknown


@BOTH
def test_back_opens_the_last_question_with_its_answer_as_a_draft(language):
    chat = Chat(language).ready(5).type(GOAL[language]).command("back")
    assert chat.step == "goal.primary"
    assert GOAL[language] in chat.said
    chat.tap("draft")
    assert chat.step == "spin.problem/1"
    assert chat.walk.text("goal.primary") == GOAL[language]


def test_back_goes_all_the_way_to_the_first_question_and_no_further():
    chat = Chat("en").ready(5)
    for step in ("plan.time", "plan.date", "plan.role", "plan.business", "plan.client", "plan.client"):
        chat.command("back")
        assert chat.step == step


@BOTH
def test_skip_goes_on_and_leaves_the_place_empty(language):
    chat = Chat(language).ready(5).command("skip")
    assert chat.step == "spin.problem/1"
    assert chat.easily().lines[-1].brief.goal == chat.walk.plain(chat.walk.book.plan.brief.open_goal)


@BOTH
def test_example_shows_a_weak_and_a_strong_answer_and_the_question_stays_open(language):
    chat = Chat(language).ready(5)
    ask = chat.session.open.ask
    chat.command("example")
    example = chat.walk.book.plan.examples.goal
    assert chat.walk.plain(example.weak) in chat.said
    assert chat.walk.plain(example.strong) in chat.said
    assert chat.session.open.ask == ask


@BOTH
def test_pause_and_days_later_it_goes_on_where_it_was(language):
    chat = Chat(language).ready(5).type(GOAL[language]).command("pause")
    assert chat.session.status == "paused"
    chat.command("resume")
    assert chat.session.status == "open"
    assert chat.step == "spin.problem/1"


def test_a_word_typed_into_a_paused_preparation_takes_it_up_again():
    chat = Chat("en").ready(5).type(GOAL["en"]).command("pause").type(PROBLEM["en"])
    assert chat.session.status == "open"
    assert chat.walk.text("spin.problem/1") == PROBLEM["en"]


@BOTH
def test_an_objection_card_comes_at_once_and_disturbs_nothing(language):
    chat = Chat(language).ready(5).type(GOAL[language])
    before = chat.session
    chat.command("o", "太贵了" if language != "en" else "too expensive")
    card = chat.walk.book.objections.cards
    assert any(chat.walk.plain(found.ask) in chat.said for found in card.values() if found.class_ == "price")
    assert chat.session == before.model_copy(update={"turn": before.turn + 1})


@BOTH
def test_a_tap_on_an_older_question_is_explained_and_not_taken(language):
    chat = Chat(language).ready(5)
    old = chat.session.open
    chat.type(GOAL[language])
    before = chat.session
    chat.event(Picked(at=chat.at, option="skip", ask=old.ask))
    assert chat.turns[-1].entries[0].unfit
    assert chat.session.answers == before.answers
    assert chat.said == chat.walk.plain(chat.walk.book.plan.commands.stale)


@BOTH
@pytest.mark.parametrize("what", ["photo", "voice", "sticker", "edited"])
def test_what_is_no_text_is_answered_politely_and_changes_nothing(language, what):
    chat = Chat(language).ready(5)
    before = chat.session
    chat.event(Sent(at=chat.at, what=what))
    assert chat.said
    assert chat.session == before.model_copy(update={"turn": before.turn + 1})


@BOTH
def test_the_brief_never_shows_target_or_walk_away_and_the_button_does(language):
    chat = Chat(language).ready(30).type(GOAL[language])
    while chat.step != "negotiation.unit":
        chat.tap(chat.easiest())
    chat.tap("price").type("264240").type("250000").type("226000").type("205000").tap("coach").tap("4").easily()
    brief = chat.lines[-1].brief
    shown = brief.model_dump_json()
    assert "205000" not in shown
    assert "205,000" not in shown
    assert "226,000" not in shown
    assert brief.ladder[0].label == "250,000"
    assert len(brief.ladder) == 5
    chat.tap("limits")
    assert "205,000" in chat.said
    assert "226,000" in chat.said


@BOTH
def test_the_reps_own_growing_prices_are_named_and_the_coachs_plan_can_be_taken(language):
    chat = Chat(language).ready(30).type(GOAL[language])
    while chat.step != "negotiation.unit":
        chat.tap(chat.easiest())
    chat.tap("index").type("98").type("88").type("80").tap("own").type("98 96 93 88")
    assert chat.step == "negotiation.own"
    assert chat.walk.plain(chat.walk.book.negotiation.words.pattern_growing) in chat.said
    chat.tap("coach").tap("3")
    assert chat.step == "negotiation.get/1"


def test_an_index_needs_no_list_price():
    chat = Chat("en").ready(30).type(GOAL["en"])
    while chat.step != "negotiation.unit":
        chat.tap(chat.easiest())
    assert chat.tap("index").step == "negotiation.opening"


def test_earlier_clients_come_first_and_their_answers_as_drafts():
    answers = (Answer(step="plan.client", text="Red Hill"), Answer(step="goal.primary", text="Mr Liu signs by Friday"))
    chat = Chat("en", earlier=(Earlier(session="s0", client="Red Hill", playbook="fleet-plan", answers=answers),))
    assert chat.step == "plan.earlier"
    chat.tap("earlier0")
    assert chat.session.playbook == "fleet-plan"
    chat.tap("U").tap("tomorrow").tap("5")
    assert "Mr Liu signs by Friday" in chat.said
    assert chat.tap("draft").walk.text("goal.primary") == "Mr Liu signs by Friday"


def test_a_new_client_may_be_typed_where_earlier_ones_are_offered():
    chat = Chat("en", earlier=(Earlier(session="s0", client="Red Hill", playbook="fleet-plan"),)).type("Blue Lake")
    assert chat.walk.text("plan.client") == "Blue Lake"
    assert chat.step == "plan.business"


@BOTH
def test_nothing_is_said_twice_in_a_session(language):
    chat = Chat(language).ready(30).type(GOAL[language])
    said = []
    for _ in range(80):
        if chat.step == coach.BRIEF:
            break
        if chat.session.open.only_options:
            chat.tap(chat.easiest())
        else:
            chat.type("甲乙丙丁 " * 3 if language != "en" else "lorem ipsum dolor")
            said += [rule for rule in chat.feedback if not rule.startswith(("goal.", "fabe.no", "spin.kind", "spin.two", "negotiation"))]
            if "enough" in [o.id for o in chat.session.open.options]:
                chat.tap("enough")
            elif chat.session.pending is not None:
                chat.tap("keep")
            elif chat.turns[-1].entries[0].unfit:
                chat.command("skip")
    assert len(said) == len(set(said))


@BOTH
def test_there_is_never_more_than_one_point_of_feedback_in_a_turn(language):
    chat = Chat(language).ready(30).type(ACTIVITY[language] + "？？")
    assert all(len(turn.entries[0].feedback) <= 1 for turn in chat.turns)


def test_who_leaves_has_left_and_the_brief_can_still_be_shown():
    chat = Chat("en").ready(5).type(GOAL["en"]).event(Left(at=MONDAY))
    assert chat.session.outcome == "left"
    assert chat.session.status == "closed"
    assert chat.command("brief").lines[-1].brief.goal == GOAL["en"]


def test_finishing_closes_without_an_outcome_because_the_meeting_has_not_been():
    chat = Chat("en").ready(5).type(GOAL["en"]).easily().tap("finish")
    assert chat.session.status == "closed"
    assert chat.session.outcome is None
    assert chat.session.closed_at == chat.events[-1].at
