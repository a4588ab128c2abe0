"""A trainer in the chat: send, see, try, compare, publish, go back, withdraw; on a real database."""

import json
from pathlib import Path

import pytest

from chat.desk import Desk
from chat.verifying import verify
from storage.ledger import Ledger
from storage.records import Change, CommitResult
from tests.chat.conftest import Writer
from tests.chat.test_desk import GOAL, to_the_goal
from tests.coaching.chatting import MONDAY, PLAYBOOKS

FLEET_SPIN = (PLAYBOOKS / "fleet" / "spin.yaml").read_text(encoding="utf-8")
OLD_WORDS = "旺季车在收购点排长队，一等几个小时"
NEW_WORDS = "旺季车在收购点一排就是半天"


@pytest.fixture
async def trainer(desk: Desk, ledger: Ledger) -> Writer:
    """A trainer who knows the coach, and whose files can be fetched."""
    writer = Writer(desk, key="500")
    await writer.send(f"/start {await ledger.invite('trainer', '', MONDAY)}")
    await writer.tap("中文")
    files: dict[str, bytes] = {}

    async def fetch(name: str) -> bytes:
        return files[name]

    desk.bench.fetch = fetch
    writer.files = files  # type: ignore[attr-defined]
    return writer


async def submit(trainer: Writer, text: str, name: str = "spin.yaml") -> str:
    trainer.files["f1"] = text.encode()  # type: ignore[attr-defined]
    return await trainer.send("", kind="other", what="document", file="f1", file_name=name, file_size=len(text))


async def test_only_trainers_and_admins_reach_the_bench(rep: Writer, desk: Desk):
    assert "正在使用的剧本" not in await rep.send("/playbooks")
    said = await rep.send("", kind="other", what="document", file="f1", file_name="spin.yaml", file_size=10)
    assert "文字" in said


async def test_a_broken_file_comes_back_with_its_lines_and_changes_nothing(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    before = await ledger.live_playbooks()
    said = await submit(trainer, FLEET_SPIN.replace("problems:", "problmes:", 1))
    assert "spin.yaml:" in said
    assert "problems" in said
    assert "^" in said
    assert await ledger.live_playbooks() == before


async def test_a_clean_file_comes_back_with_what_it_changes_and_goes_live_only_by_its_button(trainer: Writer, ledger: Ledger, rep: Writer):
    assert OLD_WORDS in FLEET_SPIN
    await trainer.send("/playbooks")
    said = await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    assert "改写" in said
    assert trainer.labels == ("先试走一遍", "拿旧会话比一比", "发布", "不要了")
    assert NEW_WORDS not in {row.source for row in await ledger.live_playbooks()}
    await trainer.tap("发布")
    await to_the_goal(rep)
    said = await rep.send(GOAL)
    assert NEW_WORDS in said or NEW_WORDS[:20] in "".join(rep.labels)
    acts = await ledger.publications("fleet-spin")
    assert acts[0].action == "published"
    assert acts[0].author == (await ledger.person("telegram", "500")).id


async def test_a_restart_never_undoes_a_publication_from_the_chat(trainer: Writer, ledger: Ledger, desk: Desk, playbooks: Path):
    await trainer.send("/playbooks")
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    await trainer.tap("发布")
    again = type(desk.shelves)(ledger, playbooks)
    shelves = await again.now("zh-Hans", MONDAY)
    fleet = next(book for book in shelves.editions.values() if book.plan.id == "fleet-plan")
    assert any(problem.problem.words("zh-Hans") == NEW_WORDS for problem in fleet.spin.problems)


async def test_history_lists_and_rollback_goes_back(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    await trainer.tap("发布")
    await trainer.send("/history fleet-spin")
    back = [label for label in trainer.labels if label.startswith("退回")]
    assert len(back) == 1
    await trainer.tap(back[0])
    live = {row.playbook: row.source for row in await ledger.live_playbooks()}
    assert OLD_WORDS in live["fleet-spin"]
    assert (await ledger.publications("fleet-spin"))[0].action == "rolled_back"


async def test_withdrawing_closes_open_sessions_with_a_sentence(trainer: Writer, ledger: Ledger, rep: Writer):
    await to_the_goal(rep)
    session = rep.answers[-1].session
    await trainer.send("/withdraw fleet-spin")
    said = await trainer.tap("确定收回")
    assert "1" in said
    closed = await ledger.session(session)
    assert closed.outcome == "lapsed"
    letters = [row for row in await ledger.next_outgoing(MONDAY.replace(year=2027), 50) if row.chat_id == int(rep.key)]
    assert letters
    await rep.send("/prep 蓝湖")
    assert "车队与收购点" not in rep.labels
    assert (await verify(ledger, "test")).differences == ()


async def test_a_preview_shows_the_unpublished_words_and_records_nothing(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    await trainer.tap("先试走一遍")
    await trainer.send("红山酒厂")
    await trainer.send("1")
    await trainer.tap("明天")
    await trainer.send("5")
    await trainer.send(GOAL)
    assert NEW_WORDS[:20] in "".join(trainer.labels)
    await trainer.send("/stop")
    assert await ledger.sessions() == []
    assert "没有" in await trainer.send("/list")


async def test_past_sessions_are_compared_with_the_file_before_it_is_published(trainer: Writer, rep: Writer):
    await to_the_goal(rep)
    await rep.send(GOAL)
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    said = await trainer.tap("拿旧会话比一比")
    assert "1 个会话" in said.replace("最近 1 个", "1 个")
    await submit(trainer, FLEET_SPIN)
    assert "0 个会不一样" in await trainer.tap("拿旧会话比一比")


@pytest.mark.parametrize("name", ["notes.docx", "spin.txt"])
async def test_another_kind_of_file_is_refused_kindly(trainer: Writer, name: str):
    assert ".yaml" in await submit(trainer, "x", name)


async def test_a_file_without_an_id_says_what_is_missing(trainer: Writer):
    assert "id" in await submit(trainer, "title: 车队\n")


async def test_a_dropped_file_cannot_be_published_any_more(trainer: Writer):
    await trainer.send("/playbooks")
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    await trainer.tap("不要了")
    assert "没有" in await trainer.send("/publish")


FLEET_PRICES = (PLAYBOOKS / "fleet" / "negotiation.yaml").read_text(encoding="utf-8")


def unlawful(text: str) -> str:
    """The price plan with a kickback as its first give."""
    before, give, after = text.partition("  - give:\n      zh-Hans: ")
    assert give
    return before + give + "每开一盒给医生提成五元 #" + after


async def test_questions_without_a_problem_that_a_pitch_answers_do_not_go_live(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    assert FLEET_SPIN.count("id: scale-stops") == 1
    said = await submit(trainer, FLEET_SPIN.replace("id: scale-stops", "id: scale-stands"))
    assert "fleet-fabe:" in said
    assert trainer.labels == ()


async def test_what_ethics_forbids_comes_back_and_offers_no_button(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    before = await ledger.live_playbooks()
    said = await submit(trainer, unlawful(FLEET_PRICES), "negotiation.yaml")
    assert "[unlawful]" in said
    assert "每开一盒给医生提成五元" in said
    assert trainer.labels == ()
    await trainer.send("/publish")
    assert await ledger.live_playbooks() == before


async def test_an_old_edition_that_ethics_forbids_is_not_brought_back(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    before = await ledger.live_playbooks()
    act = next(one for one in await ledger.publications("fleet-negotiation"))
    bad = act.model_copy(update={"source": unlawful(FLEET_PRICES), "content_hash": "sha256:12345678", "path": None})
    await ledger.publish(bad)
    await ledger.publish(act)
    assert "[unlawful]" in await trainer.send("/rollback fleet-negotiation 12345678")
    assert await ledger.live_playbooks() == before


async def test_a_file_that_would_put_a_plan_out_of_use_is_refused_and_the_plan_is_named(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    before = await ledger.live_playbooks()
    said = await submit(trainer, FLEET_SPIN.replace("id: fleet-spin", "id: fleet-plan", 1))
    assert "不能用了：fleet-plan" in said
    assert trainer.labels == ()
    assert await ledger.live_playbooks() == before


async def test_a_file_that_cannot_be_read_is_shown_with_its_own_lines_and_no_false_findings(trainer: Writer):
    said = await submit(trainer, "id: fleet-spin\ntitle: [车队\n")
    assert "2 | title: [车队" in said or "1 | id: fleet-spin" in said or "3 |" in said
    assert "[empty-file]" not in said


async def test_a_file_that_is_larger_than_it_was_said_to_be_is_refused(trainer: Writer):
    trainer.files["f1"] = b"#" * 1_000_001  # type: ignore[attr-defined]
    said = await trainer.send("", kind="other", what="document", file="f1", file_name="spin.yaml", file_size=10)
    assert "1 MB" in said


async def test_publish_publishes_only_what_is_on_the_screen(trainer: Writer, ledger: Ledger):
    await trainer.send("/playbooks")
    before = await ledger.live_playbooks()
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    old_button = next(choice.send for choice in trainer.answers[-1].choices if choice.label == "发布")
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, "排队太久"))
    said = await trainer.send(old_button)
    assert "不是您刚才看到的" in said
    assert "改写" in said
    assert await ledger.live_playbooks() == before
    act = (await ledger.publications("fleet-spin"))[0]
    await ledger.publish(act.model_copy(update={"source": FLEET_SPIN + "# x\n", "content_hash": "sha256:99", "path": None}))
    assert "不是您刚才看到的" in await trainer.tap("发布")
    await trainer.tap("发布")
    assert "排队太久" in {row.playbook: row.source for row in await ledger.live_playbooks()}["fleet-spin"]


async def test_a_broken_file_clears_the_one_that_was_sent_before(trainer: Writer):
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    await submit(trainer, "id: [")
    assert "没有等着发布的文件" in await trainer.send("/publish")


async def test_a_rep_who_keeps_writing_cannot_hold_up_a_withdrawal(
    trainer: Writer, ledger: Ledger, rep: Writer, monkeypatch: pytest.MonkeyPatch
):
    await to_the_goal(rep)
    session, keep, busy = rep.answers[-1].session, ledger.commit, True
    live_meanwhile: list[str] = []

    async def commit(change: Change) -> CommitResult:
        nonlocal busy
        if busy and change.steps and change.steps[0].session.outcome == "lapsed":
            busy = False
            await rep.send(GOAL)
            live_meanwhile.extend(row.playbook for row in await ledger.live_playbooks())
        return await keep(change)

    monkeypatch.setattr(ledger, "commit", commit)
    said = await trainer.send("/withdraw fleet-spin yes")
    assert "结束了 1 个" in said
    assert live_meanwhile
    assert "fleet-spin" not in live_meanwhile
    assert (await ledger.session(session)).outcome == "lapsed"
    assert (await verify(ledger, "test")).differences == ()


async def test_a_preparation_that_has_not_chosen_its_trade_yet_ends_when_one_on_offer_is_withdrawn(
    trainer: Writer, ledger: Ledger, rep: Writer
):
    await rep.send("/prep")
    await rep.send("红山酒厂")
    session = rep.answers[-1].session
    assert (await ledger.session(session)).playbook != "fleet-plan"
    await trainer.send("/withdraw fleet-spin yes")
    assert (await ledger.session(session)).outcome == "lapsed"


async def test_a_withdrawal_that_was_cut_short_is_finished_when_it_is_asked_for_again(trainer: Writer, ledger: Ledger, rep: Writer):
    await to_the_goal(rep)
    session = rep.answers[-1].session
    act = (await ledger.publications("fleet-spin"))[0]
    await ledger.publish(act.model_copy(update={"action": "withdrawn", "source": "", "path": None}))
    await trainer.send("/withdraw fleet-spin yes")
    assert (await ledger.session(session)).outcome == "lapsed"
    assert [one.action for one in await ledger.publications("fleet-spin")] == ["withdrawn", "published"]


async def test_findings_of_the_folder_are_shown_without_the_hosts_path(trainer: Writer, playbooks: Path):
    (playbooks / "fleet" / "spin.yaml").write_text("id: fleet-spin\nmethod: [\n", encoding="utf-8")
    said = await trainer.send("/playbooks")
    assert "fleet/spin.yaml:" in said
    assert str(playbooks) not in said


async def test_a_trial_begun_by_an_older_program_ends_with_a_sentence(trainer: Writer, ledger: Ledger, desk: Desk):
    await trainer.send("/preview fleet-plan")
    person = await ledger.person("telegram", "500")
    kept = {**json.loads(person.desk), "preview": {"id": "preview", "gone": 1}}
    await ledger.commit(Change(at=MONDAY, person=person.model_copy(update={"desk": json.dumps(kept)})))
    assert "试走结束" in await trainer.send("红山酒厂")
    assert "试走结束" not in await trainer.send("红山酒厂")


async def test_a_trial_is_forgotten_and_the_file_that_was_sent_is_not(trainer: Writer, ledger: Ledger, desk: Desk):
    await submit(trainer, FLEET_SPIN.replace(OLD_WORDS, NEW_WORDS))
    await trainer.tap("先试走一遍")
    person = await ledger.person("telegram", "500")
    assert "preview" in json.loads(person.desk)
    kept = json.loads(desk.bench.forget(person).desk)
    assert "preview" not in kept
    assert kept["submitted"]["playbook"] == "fleet-spin"


async def test_an_edit_of_a_base_is_compared_with_the_sessions_that_rest_on_it(trainer: Writer, rep: Writer):
    await to_the_goal(rep)
    await rep.send(GOAL)
    general = (PLAYBOOKS / "general" / "spin.yaml").read_text(encoding="utf-8")
    await submit(trainer, general)
    assert "1 个会话" in await trainer.tap("拿旧会话比一比")
