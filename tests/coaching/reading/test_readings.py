"""What each kind of reading quotes and decides beyond its labels: the words, the order, the doubt."""

from datetime import date

import pytest

from coaching.reading import (
    Asked,
    FabeReading,
    GoalReading,
    OfferReading,
    ReplyReading,
    RuleReader,
    SpinReading,
    read_line,
)

TODAY = date(2026, 11, 21)


def spin(text: str, **more: object) -> SpinReading:
    found = RuleReader().read(text, Asked.model_validate({"kind": "spin", "today": TODAY, **more})).spin
    assert found is not None
    return found


def reply(text: str) -> ReplyReading:
    found = RuleReader().read(text, Asked(kind="reply", today=TODAY)).reply
    assert found is not None
    return found


def fabe(text: str, wanted: str = "") -> FabeReading:
    found = RuleReader().read(text, Asked(kind="fabe", wanted=wanted, today=TODAY)).fabe
    assert found is not None
    return found


def offer(text: str) -> OfferReading:
    found = RuleReader().read(text, Asked(kind="numbers", today=TODAY)).offer
    assert found is not None
    return found


def goal(text: str, people: tuple[str, ...] = ()) -> GoalReading:
    found = RuleReader().read(text, Asked(kind="goal", people=people, today=TODAY)).goal
    assert found is not None
    return found


# --- SPIN ---------------------------------------------------------------------------------------------------------------------------


def test_the_very_words_that_showed_a_kind_are_quoted() -> None:
    for text, words in (
        ("你们觉得排队严重吗？", "严重吗"),
        ("How would it help if the bills came split?", "How would it"),
        ("多等这两小时，牵连到谁？", "牵连"),
    ):
        found = spin(text)
        assert words in found.cue
        assert found.cue in text


def test_two_kinds_that_are_close_are_asked_back() -> None:
    found = spin("装车的时候会不会漏装、影响发货，您最担心哪一步？")
    assert found.abstained or found.confidence < 0.8
    assert {"problem", "implication"} <= set(found.candidates)


def test_a_question_without_a_trace_is_only_a_guess() -> None:
    for text in ("蓝色的那个呢？", "And the blue one?"):
        found = spin(text)
        assert found.abstained
        assert found.confidence <= 0.5


def test_a_plain_statement_is_other_and_a_stated_consequence_an_implication() -> None:
    assert spin("我们的系统已经服务了三百多家企业。").kind == "other"
    assert spin("这么算的话，光加班费一年就要多出十几万").kind == "implication"
    assert spin("We can save you 200,000 a year in overtime.").kind == "other"


def test_an_if_with_something_better_asks_for_value_and_with_something_worse_for_consequences() -> None:
    assert spin("如果对账半天就能搞定，会怎么样？").kind == "need_payoff"
    assert spin("如果账一直对不上，会怎么样？").kind == "implication"
    assert spin("If the books matched on the same day, what would that change?").kind == "need_payoff"
    assert spin("If the books still don't match in March, what happens?").kind == "implication"


def test_a_trainers_cue_words_count() -> None:
    text = "蓝色的那个，最近串皮了没有？"
    assert spin(text).kind != "problem"
    assert spin(text, cues={"problem": ("串皮",)}).kind == "problem"
    assert spin(text, cues={"problem": ("串皮",)}).cue == "串皮"


def test_an_english_cue_word_is_a_whole_word() -> None:
    assert "problem" in spin("Do you see any leakers?", cues={"problem": ("leakers",)}).candidates
    assert spin("Is the blue one here?", cues={"problem": ("her",)}).kind != "problem"


def test_what_was_asked_for_tips_the_balance_and_no_more() -> None:
    text = "How many working hours a month does your team lose to chasing complaints?"
    assert spin(text, wanted="implication").kind == "implication"
    assert spin("How many people work nights?", wanted="implication").kind == "situation"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("能告诉我现在怎么登记吗？", "open"),
        ("can you tell me how returns are handled?", "open"),
        ("一年多少吨？", "closed"),
        ("how many a year?", "closed"),
        ("您一个人定，还是要上会？", "closed"),
        ("Who signs it off?", "closed"),
        ("谁不想省钱呢？", "statement"),
        ("Who wouldn't want that?", "statement"),
        ("我知道怎么登记。", "statement"),
        ("I know how it works.", "statement"),
        ("现在怎么登记", "open"),
        ("what do you use today", "open"),
    ],
)
def test_open_and_closed_follow_the_codebook(text: str, form: str) -> None:
    assert read_line("spin", text)["form"] == form


def test_two_questions_are_counted_as_two_and_a_doubled_mark_as_one() -> None:
    reader = RuleReader()
    asked = Asked(kind="spin", today=TODAY)
    assert reader.read("谁负责？怎么登记？", asked).questions == 2
    assert reader.read("谁负责？？", asked).questions == 1
    assert reader.read("Who does it? How?", asked).questions == 2
    assert reader.read("车回来晚。", asked).questions == 0


# --- FABE ---------------------------------------------------------------------------------------------------------------------------

PITCH = "平台对每辆车每三十秒定位一次，比人工电话报位快，对您来说高峰期能提前排队。县里一家饲料厂用了三个月，厂长愿意接您电话。"


def test_one_chinese_sentence_is_cut_where_its_parts_change() -> None:
    assert [part.part for part in fabe(PITCH).parts] == ["feature", "advantage", "benefit", "evidence"]


def test_every_stretch_of_a_pitch_is_quoted_in_order() -> None:
    place = 0
    for part in fabe(PITCH).parts:
        place = PITCH.index(part.text, place)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("县里一家饲料厂用了三个月", "县里一家饲料厂"),
        ("省质检院的检测报告在这里", "检测报告"),
        ("a feed mill down the road has run it since March", "a feed mill"),
        ("here is the phase 3 trial", "phase 3 trial"),
        ("很多客户都说好", ""),
        ("many customers are happy", ""),
        ("效果非常好", ""),
    ],
)
def test_a_proof_names_its_source_or_has_none(text: str, source: str) -> None:
    found = fabe(text).source
    assert source in found if source else found == ""


def test_the_letter_that_was_asked_for_is_believed_in_doubt() -> None:
    assert fabe("一车一单", wanted="advantage").parts[0].part == "advantage"
    assert fabe("比人工快三倍", wanted="feature").parts[0].part == "advantage"


# --- Replies ------------------------------------------------------------------------------------------------------------------------


def test_asking_first_means_before_any_answer() -> None:
    assert reply("我理解。您是跟谁比的？我们有三年质保。").asks_first
    assert reply("What are you comparing us with?").asks_first
    assert not reply("我们有三年质保。您是跟谁比的？").asks_first
    assert not reply("我理解，但是我们的质量好，给您打九折。您是跟谁比的？").asks_first
    assert not reply("We have a three-year warranty. What are you comparing us with?").asks_first


def test_the_words_of_a_discount_are_quoted_and_a_refusal_is_none() -> None:
    assert reply("那给您打九折。").gives_discount == "打九折"
    assert "10%" in reply("OK, I'll take 10% off.").gives_discount
    assert reply("价格真的不能再降了。").gives_discount == ""
    assert reply("There's no more discount in it.").gives_discount == ""


def test_a_but_after_empathy_is_quoted() -> None:
    assert reply("您说得对，但是我们不贵。").but_after_empathy.endswith("但是")
    assert reply("I see your point, however it costs what it costs.").but_after_empathy.endswith("however")
    assert reply("您说得对。").but_after_empathy == ""


def test_a_bare_i_understand_is_no_tactic() -> None:
    for text in ("我理解。", "I understand."):
        found = reply(text)
        assert found.acknowledges
        assert found.tactics == ()


def test_each_tactic_comes_with_its_words() -> None:
    text = "这事怪我，没讲清楚。要不先拿一台试一个月？"
    for seen in reply(text).tactics:
        assert seen.words
        assert seen.words in text
    assert {seen.tactic for seen in reply(text).tactics} == {"give_face", "leave_room"}


# --- Offers -------------------------------------------------------------------------------------------------------------------------


def test_a_reduction_because_the_price_is_felt_high_is_no_trade() -> None:
    for text in (
        "您要是觉得贵，我再让三个点。",
        "价格高的话，给您打九折。",
        "If it's too expensive, I can take off 5%.",
        "If you like, I can do 4,600.",
    ):
        found = offer(text)
        assert (found.conditional, found.concession) == (False, True)


def test_a_trade_quotes_what_is_asked_for() -> None:
    assert "签两年" in offer("如果您签两年，我可以做到4600。").condition
    assert offer("Place the order by Friday and installation is on us.").condition == "Place the order by Friday and installation is on us"
    assert offer("4600，行吗？").condition == ""


def test_a_bare_number_beside_one_in_ten_thousands_is_of_the_same_kind() -> None:
    found = offer("原来25万的，给您23.6。")
    assert (found.offer, found.prices) == ("236000", ("250000", "236000"))


def test_numbers_of_the_command_line_are_json_numbers() -> None:
    read = read_line("offer", "牌价59，我们给贵司46块5，九五折。")
    assert read == {"offer": 46.5, "currency": "CNY", "prices": [59, 46.5], "percent": 5, "conditional": False, "concession": True}
    assert isinstance(read["percent"], int)


def test_the_command_line_prints_exactly_the_agreed_fields() -> None:
    assert set(read_line("spin", "")) == {"kind", "confidence", "abstained", "form"}
    assert set(read_line("fabe", "")) == {"parts"}
    assert set(read_line("objection", "")) == {"tactics", "acknowledges", "asks_question", "argues"}
    assert set(read_line("offer", "")) == {"offer", "currency", "prices", "percent", "conditional", "concession"}
    assert read_line("fabe", "有双路供电") == {
        "parts": [{"text": "有双路供电", "part": "feature", "confidence": fabe("有双路供电").parts[0].confidence}]
    }


def test_another_kind_of_line_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="spin, fabe, objection, offer"):
        read_line("swot", "x")


# --- Goals --------------------------------------------------------------------------------------------------------------------------


def test_the_words_that_show_who_acts_are_quoted() -> None:
    assert goal("跟他介绍一下我们的车务通").words == "介绍一下我们的车务通"
    assert goal("introduce our platform").words == "introduce our platform"
    assert goal("下周三前同意两辆车试用").words == "同意"


def test_what_the_rep_brings_about_is_the_clients_act() -> None:
    assert goal("争取让车队队长点头装两台").actor == "client"
    assert goal("introduce us to the plant manager").actor == "client"
    assert goal("introduce the plant to our manager").actor == "rep"


def test_a_vague_wish_is_quoted_unless_the_client_acts() -> None:
    assert goal("加强沟通，维护好关系").vague == "加强"
    assert goal("get closer to the buyer").vague == "get closer"
    assert goal("加强沟通，让他签下试用协议").vague == ""


def test_a_name_from_the_clients_side_makes_the_act_the_clients() -> None:
    text = "拜访以后小鹿确认测点"
    assert goal(text, people=("小鹿",)).actor == "client"
    assert goal(text).actor == "rep"


def test_saying_we_understand_and_answering_is_not_asking_first() -> None:
    assert not reply("我理解，我们有三年质保。您是跟谁比的？").asks_first


def test_an_if_about_the_price_alone_asks_for_nothing() -> None:
    found = offer("if the price is a problem, I can do 4,500")
    assert (found.offer, found.conditional, found.concession) == ("4500", False, True)


def test_a_visit_that_brings_a_signature_about_is_the_clients_act() -> None:
    assert goal("拜访一次，争取签下试用协议").actor == "client"


def test_a_wish_to_be_rid_of_something_asks_for_the_problem() -> None:
    for text in ("If you could drop one thing about the way it runs now, which would it be?", "如果让您挑一样马上改掉，您挑哪样？"):
        assert spin(text).kind == "problem"


def test_a_neutral_figure_is_a_fact_and_a_loss_an_implication() -> None:
    assert spin("现在每吨成本是多少？").kind == "situation"
    assert spin("停一个小时损失多少钱？").kind == "implication"
    assert spin("What's the budget for this year?").kind == "situation"
    assert spin("what does an hour of downtime cost?").kind == "implication"


def test_how_a_fault_is_handled_is_a_fact() -> None:
    assert spin("客户投诉由谁处理？").kind == "situation"
    assert spin("When a complaint comes in, how is it passed along?").kind == "situation"


def test_a_better_world_in_an_if_is_enough() -> None:
    assert spin("要是车都能准点到，司机那边会怎么样？").kind == "need_payoff"
    assert spin("If the trucks could be seen on a screen, who would look at it?").kind == "need_payoff"


def test_a_faint_trace_of_the_wanted_kind_does_not_outweigh_a_clear_other_one() -> None:
    assert spin("那你们现在多少钱一吨？", wanted="implication").kind == "situation"


def test_a_refused_reduction_is_no_concession() -> None:
    for text in ("价格真的不能再降了。", "不能再给您打折了。", "We can't give any more discount."):
        found = offer(text)
        assert (found.concession, found.conditional) == (False, False), text


def test_the_if_may_stand_at_the_end() -> None:
    assert spin("您会安排谁去做别的，如果账单半天就能核完？").kind == "need_payoff"
