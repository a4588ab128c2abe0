"""The desk as a person meets it, on a real database."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chat.desk import Desk
from chat.settings import Settings
from chat.verifying import verify
from coaching.ethics import Guard
from storage.ledger import Ledger
from tests.chat.conftest import Writer
from tests.coaching.chatting import MONDAY

GOAL = "刘主任下周三前同意两辆车试用"


async def to_the_goal(rep: Writer, client: str = "红山酒厂") -> None:
    await rep.send("/prep")
    await rep.send(client)
    await rep.tap("车队与收购点")
    await rep.send("1")
    await rep.tap("明天")
    await rep.send("5")


async def test_start_offers_the_language_then_a_notice_then_three_things_to_do(writer: Writer):
    await writer.send("/start")
    assert writer.labels == ("中文", "English")
    said = await writer.tap("中文")
    assert "只有您自己" in said
    assert "/privacy" in said
    assert len(writer.labels) == 3


async def test_the_language_is_offered_from_telegrams_code(desk: Desk):
    english = Writer(desk, key="2", code="de")
    await english.send("/start")
    assert english.labels == ("English", "中文")
    taiwan = Writer(desk, key="3", code="zh-TW")
    assert "哪种语言" in await taiwan.send("/start")


async def test_the_language_may_be_typed(writer: Writer):
    await writer.send("/start")
    assert "preparation is yours alone" in await writer.send("English")


async def test_a_stranger_gets_one_polite_sentence(ledger: Ledger, desk: Desk):
    desk.settings = Settings(access="invite")
    stranger = Writer(desk, key="7")
    for text in ("/start", "hello", "/prep", "/start wrongcode"):
        said = await stranger.send(text)
        assert len(stranger.answers) == 1
        assert "邀请" in said
    assert await ledger.sessions() == []
    assert await ledger.person("telegram", "7") is None


async def test_an_invitation_gives_a_role_once(ledger: Ledger, desk: Desk):
    desk.settings = Settings(access="invite")
    code = await ledger.invite("trainer", "north", MONDAY)
    first, second = Writer(desk, key="8"), Writer(desk, key="9")
    assert "培训师" in await first.send(f"/start {code}")
    assert "用过" in await second.send(f"/start {code}")
    assert (await ledger.person("telegram", "8")).role == "trainer"
    assert await ledger.person("telegram", "9") is None


async def test_an_admin_does_not_use_up_an_invitation(ledger: Ledger, desk: Desk):
    desk.settings = Settings(access="invite")
    admin = Writer(desk, key="8")
    await admin.send(f"/start {await ledger.invite('admin', '', MONDAY)}")
    code = await ledger.invite("rep", "", MONDAY)
    await admin.send(f"/start {code}")
    assert await ledger.invitation(code, MONDAY) is not None
    assert (await ledger.person("telegram", "8")).role == "admin"


async def test_a_trainer_who_taps_a_reps_link_stays_trainer_and_leaves_it_for_others(ledger: Ledger, desk: Desk):
    desk.settings = Settings(access="invite")
    trainer = Writer(desk, key="8")
    await trainer.send(f"/start {await ledger.invite('trainer', '', MONDAY)}")
    code = await ledger.invite("rep", "", MONDAY)
    assert "没有用掉" in await trainer.send(f"/start {code}")
    assert await ledger.invitation(code, MONDAY) is not None
    assert (await ledger.person("telegram", "8")).role == "trainer"


async def test_the_notice_comes_first_when_the_language_was_passed_over(desk: Desk):
    for number, text in enumerate(("/prep", "红山酒厂", "/o 太贵了")):
        new = Writer(desk, key=str(100 + number))
        await new.send("/start")
        await new.send(text)
        assert "只有您自己" in new.answers[0].line.html
        assert len(new.answers) > 1
        await new.send(text)
        assert "只有您自己" not in new.said


@pytest.mark.parametrize(
    ("typed", "word"),
    [*((zh, "只有您自己") for zh in ("zh", "CN", "中", "汉语", "Chinese")), *((en, "yours alone") for en in ("en", "eng", "english"))],
)
async def test_the_language_may_be_typed_in_many_ways(writer: Writer, typed: str, word: str):
    await writer.send("/start")
    assert word in await writer.send(typed)
    assert len(writer.labels) == 3


async def test_a_number_answers_the_open_question_and_not_the_list_that_was_shown(rep: Writer, ledger: Ledger):
    await rep.send("/prep 红山酒厂")
    await rep.send("/prep 蓝湖纸业")
    await rep.send("/list")
    await rep.send("1")
    assert (await ledger.open_sessions())[0].answers[-1].step == "plan.business"
    assert "蓝湖纸业 · 进行中" in await rep.send("/list")
    assert "红山酒厂 · 进行中" not in await rep.send("红山")
    await rep.send("/list")
    await rep.send("#2")
    assert "红山酒厂 · 进行中" in await rep.send("/list")


@pytest.mark.parametrize("text", ["1", "#1", "确定", "删除", "全部"])
async def test_nothing_is_deleted_by_half_a_word(rep: Writer, ledger: Ledger, text: str):
    await to_the_goal(rep)
    await rep.send("/stop")
    await rep.send("/delete")
    await rep.send(text)
    assert len(await ledger.sessions()) == 1
    await rep.send("/delete")
    await rep.send("确定，全部删除")
    assert await ledger.sessions() == []


async def test_the_trade_may_be_changed_after_a_step_back_over_the_time(rep: Writer, ledger: Ledger):
    await to_the_goal(rep)
    for _ in range(6):
        await rep.send("/back")
        if "通用 / 其他行业" in rep.labels:
            break
    await rep.tap("通用 / 其他行业")
    assert (await ledger.sessions())[0].playbook == "general-plan"
    assert rep.answers


async def test_the_brief_is_the_persons_own_whatever_a_terminal_calls_itself(rep: Writer, desk: Desk, ledger: Ledger):
    await to_the_goal(rep, "红山酒厂")
    await rep.send(GOAL)
    for _ in range(3):
        await rep.send("跳过")
    other = Writer(desk, key=(await ledger.person("telegram", rep.key)).id, channel="terminal")
    await other.send("/language zh-Hans")
    assert "红山酒厂" not in await other.send("/brief")
    assert all(answer.line.brief is None for answer in other.answers)


async def test_the_brief_shown_is_the_newest_that_there_is(rep: Writer):
    await to_the_goal(rep, "红山酒厂")
    await rep.send(GOAL)
    for _ in range(3):
        await rep.send("跳过")
    await rep.send("/prep 蓝湖纸业")
    await rep.send("/stop")
    await rep.send("/brief")
    assert [answer.line.brief.goal for answer in rep.answers if answer.line.brief] == [GOAL]


async def on_trial(rep: Writer, ledger: Ledger) -> None:
    await rep.send(f"/start {await ledger.invite('trainer', '', MONDAY)}")
    await rep.send("/playbooks")
    assert "试走" in await rep.send("/preview general-plan")


async def test_a_real_preparation_ends_the_trial(rep: Writer, ledger: Ledger):
    await on_trial(rep, ledger)
    await rep.send("/prep 红山酒厂")
    await rep.tap("通用 / 其他行业")
    assert (await ledger.open_sessions())[0].answers[-1].step == "plan.business"
    await on_trial(rep, ledger)
    await rep.send("/resume")
    await rep.send("1")
    assert (await ledger.open_sessions())[0].answers[-1].step == "plan.role"


async def test_a_photo_or_a_refused_message_on_trial_leaves_the_real_preparation_alone(rep: Writer, ledger: Ledger):
    await to_the_goal(rep)
    before = (await ledger.open_sessions())[0]
    await on_trial(rep, ledger)
    assert "文字" in await rep.send("", kind="other", what="photo")
    assert "合同" in await rep.send("", rule="E-01", lawful={"zh": "写进合同。", "en": "Put it in the contract."})
    assert (await ledger.open_sessions())[0] == before


async def test_an_objection_is_looked_up_in_the_persons_own_trade_first(rep: Writer, ledger: Ledger):
    text = "/o 太贵了"
    general = await rep.send(text)
    await to_the_goal(rep)
    await rep.send("/stop")
    assert await rep.send(text) != general


async def test_a_client_typed_behind_prep_brings_its_last_brief_as_a_draft(rep: Writer, ledger: Ledger):
    await to_the_goal(rep, "Acme 酒厂")
    await rep.send(GOAL)
    for _ in range(3):
        await rep.send("跳过")
    await rep.send("/prep acme 酒厂")
    session = (await ledger.open_sessions())[0]
    assert GOAL in [draft.text for draft in session.drafts]
    assert [one.client for one in session.earlier] == ["Acme 酒厂"]
    assert (await verify(ledger, "test")).differences == ()


async def test_a_long_client_is_not_cut(rep: Writer, ledger: Ledger):
    long = "红山酒厂集团股份有限公司华东区第三采购中心粮食仓储与运输管理部"
    await rep.send(long)
    await rep.tap("开始准备")
    assert (await ledger.open_sessions())[0].answers[-1].text == long


async def test_what_was_offered_as_a_client_is_forgotten_when_something_else_is_said(rep: Writer, ledger: Ledger):
    await rep.send("今天天气不错")
    await rep.send("/help")
    await rep.send("/prep")
    assert (await ledger.open_sessions())[0].answers == ()


async def test_help_names_the_trainers_commands_to_trainers_alone(rep: Writer, ledger: Ledger):
    assert "/rollback" not in await rep.send("/help")
    await rep.send(f"/start {await ledger.invite('trainer', '', MONDAY)}")
    for _ in range(2):
        said = await rep.send("/help")
        assert all(word in said for word in ("/playbooks", "/history", "/rollback", "/withdraw", "/preview", ".yaml"))
        assert "/skip" in said or "跳过" in said
        await to_the_goal(rep)


async def test_tomorrow_counts_by_the_operators_clock(rep: Writer, desk: Desk, ledger: Ledger):
    desk.settings = Settings(access="open", timezone="Asia/Shanghai")
    rep.at = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    await to_the_goal(rep)
    session = (await ledger.open_sessions())[0]
    assert next(answer.value for answer in session.answers if answer.step == "plan.date") == "2026-11-25"
    assert (await verify(ledger, "test")).differences == ()


async def test_a_preparation_goes_from_prep_to_the_brief(rep: Writer, ledger: Ledger):
    await to_the_goal(rep)
    await rep.send(GOAL)
    await rep.send("车回来晚，等卸粮")
    await rep.send("就用这句")
    await rep.send("就用这句")
    brief = rep.answers[-1].line.brief
    assert brief is not None
    assert brief.goal == GOAL
    rows = await ledger.sessions()
    assert rows[0].playbook == "fleet-plan"
    assert (await verify(ledger, "test")).differences == ()


async def test_a_second_preparation_pauses_the_first_and_both_are_listed(rep: Writer):
    await to_the_goal(rep, "红山酒厂")
    said = await rep.send("/prep")
    assert "红山酒厂" in said
    await rep.send("蓝湖纸业")
    listed = await rep.send("/list")
    assert "红山酒厂 · 暂停" in listed
    assert "蓝湖纸业 · 进行中" in listed


async def test_a_paused_preparation_goes_on_where_it_was(rep: Writer):
    await to_the_goal(rep, "红山酒厂")
    await rep.send("/prep 蓝湖纸业")
    await rep.send("/list")
    said = await rep.tap("红山酒厂 · 接着来")
    assert "目标" in said


async def test_after_a_pause_plain_words_do_not_fall_into_the_void(rep: Writer):
    await to_the_goal(rep)
    await rep.send("/pause")
    said = await rep.send("/list")
    assert "红山酒厂 · 暂停" in said


async def test_the_last_brief_is_offered_as_a_draft(rep: Writer):
    await to_the_goal(rep)
    await rep.send(GOAL)
    for _ in range(3):
        await rep.send("跳过")
    await rep.send("/prep")
    assert "红山酒厂" in rep.labels
    await rep.tap("红山酒厂")
    await rep.send("1")
    await rep.tap("明天")
    assert GOAL in await rep.send("5")


async def test_a_button_of_a_paused_preparation_is_explained(rep: Writer):
    await to_the_goal(rep, "红山酒厂")
    old = rep.answers[-1]
    await rep.send("/prep 蓝湖纸业")
    said = await rep.press(old, 0)
    assert "红山酒厂" in said
    assert "暂停" in said


async def test_a_button_of_somebody_elses_preparation_does_nothing(rep: Writer, desk: Desk, ledger: Ledger):
    await to_the_goal(rep)
    other = Writer(desk, key="66")
    await other.send("/start")
    before = await ledger.session(rep.answers[-1].session)
    await other.press(rep.answers[-1], 0)
    assert await ledger.session(rep.answers[-1].session) == before


async def test_words_outside_of_a_preparation_offer_to_begin_one(rep: Writer, ledger: Ledger):
    said = await rep.send("红山酒厂")
    assert "红山酒厂" in said
    await rep.tap("开始准备")
    assert (await ledger.sessions())[0].playbook


async def test_an_objection_is_answered_outside_of_a_preparation_too(rep: Writer):
    assert "贵" in await rep.send("/o 太贵了")


async def test_what_is_no_text_is_answered_politely(rep: Writer):
    assert "文字" in await rep.send("", kind="other", what="photo")
    await to_the_goal(rep)
    assert await rep.send("", kind="other", what="voice")


async def test_a_group_is_asked_to_write_privately(rep: Writer):
    assert "私下" in await rep.send("", kind="other", what="group")


async def test_a_blocked_message_keeps_its_rule_and_not_its_words(rep: Writer, ledger: Ledger):
    await to_the_goal(rep)
    verdict = Guard().look("给采购经理送张购物卡")
    assert verdict is not None
    said = await rep.send("", rule=verdict.rule, lawful={"zh": verdict.alternative_zh, "en": verdict.alternative_en})
    assert "合同" in said
    entries = await ledger.entries(rep.answers[-1].session)
    refused = [entry for entry in entries if entry.feedback == (verdict.rule,)]
    assert len(refused) == 1
    assert refused[0].text == ""
    assert refused[0].unfit


async def test_export_holds_everything_and_delete_leaves_nothing(rep: Writer, ledger: Ledger):
    await to_the_goal(rep, "独一无二酒厂")
    await rep.send("/export")
    assert "独一无二酒厂" in rep.answers[0].document
    json.loads(rep.answers[0].document)
    await rep.send("/delete")
    assert "没动" in await rep.tap("不删")
    await rep.send("/delete")
    await rep.tap("确定，全部删除")
    assert await ledger.sessions() == []
    await rep.send("/export")
    assert "独一无二酒厂" not in rep.answers[0].document
    assert (await ledger.person("telegram", rep.key)).role == "rep"


async def test_a_trainers_edit_reaches_the_next_session_and_not_the_one_under_way(rep: Writer, playbooks: Path, ledger: Ledger):
    await rep.send("/prep 红山酒厂")
    await rep.tap("通用 / 其他行业")
    file = playbooks / "general" / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    old = "哪天见？"
    assert old in text
    file.write_text(text.replace(old, "定在哪一天？"), encoding="utf-8")
    assert old in await rep.send("1")
    await rep.send("/prep 蓝湖纸业")
    await rep.tap("通用 / 其他行业")
    assert "定在哪一天？" in await rep.send("1")
    assert (await verify(ledger, "test")).differences == ()


async def test_a_broken_playbook_harms_only_itself_and_keeps_its_last_good_words(rep: Writer, playbooks: Path, desk: Desk):
    await rep.send("/prep 红山酒厂")
    file = playbooks / "fleet" / "spin.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("problems:", "problmes:"), encoding="utf-8")
    await rep.send("/prep 蓝湖纸业")
    assert "车队与收购点" in rep.labels
    assert [fault.code for fault in desk.shelves.faults]


async def test_without_any_playbook_the_rep_is_told_what_to_do(ledger: Ledger, desk: Desk, tmp_path: Path):
    empty = tmp_path / "empty"
    empty.mkdir()
    desk.shelves = type(desk.shelves)(ledger, empty)
    rep = Writer(desk)
    await rep.send("/start")
    await rep.tap("中文")
    assert "培训师" in await rep.send("/prep")


async def test_the_language_can_be_changed_in_the_middle(rep: Writer):
    await to_the_goal(rep)
    said = await rep.send("/language en")
    assert "Goal" in said
    assert "agreed" in said


