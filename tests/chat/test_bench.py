"""A trainer in the chat: send, see, try, compare, publish, go back, withdraw; on a real database."""

from pathlib import Path

import pytest

from chat.desk import Desk
from chat.verifying import verify
from storage.ledger import Ledger
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
