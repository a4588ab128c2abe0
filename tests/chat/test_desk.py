"""The desk as a person meets it, on a real database."""

import json
from pathlib import Path

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


async def test_an_invitation_gives_a_role_once(ledger: Ledger, desk: Desk):
    desk.settings = Settings(access="invite")
    code = await ledger.invite("trainer", "north", MONDAY)
    first, second = Writer(desk, key="8"), Writer(desk, key="9")
    assert "培训师" in await first.send(f"/start {code}")
    assert "用过" in await second.send(f"/start {code}")
    assert (await ledger.person("telegram", "8")).role == "trainer"
    assert (await ledger.person("telegram", "9")).role == "none"


async def test_an_admin_does_not_use_up_an_invitation(ledger: Ledger, desk: Desk):
    desk.settings = Settings(access="invite")
    admin = Writer(desk, key="8")
    await admin.send(f"/start {await ledger.invite('admin', '', MONDAY)}")
    code = await ledger.invite("rep", "", MONDAY)
    await admin.send(f"/start {code}")
    assert await ledger.invitation(code, MONDAY) is not None
    assert (await ledger.person("telegram", "8")).role == "admin"


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


