"""What the trainers' folder may put live, and what it may not; on a real database."""

import shutil
from pathlib import Path

import pytest

from chat.shelves import NoPlaybooks, Shelves
from storage.ledger import Ledger
from storage.records import Publication
from tests.coaching.chatting import MONDAY


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def small(playbooks: Path) -> Path:
    """A folder with one line of business: the general one."""
    shutil.rmtree(playbooks / "fleet")
    shutil.rmtree(playbooks / "telecom")
    shutil.rmtree(playbooks / "stories")
    return playbooks


async def live(ledger: Ledger) -> dict[str, str]:
    return {row.playbook: row.source for row in await ledger.live_playbooks()}


async def plans(shelves: Shelves) -> list[str]:
    return [shelf.playbook for shelf in (await shelves.now("en", MONDAY)).offered]


async def test_a_first_folder_with_one_broken_file_goes_live_without_it(ledger: Ledger, playbooks: Path):
    shutil.rmtree(playbooks / "telecom")
    (playbooks / "fleet" / "spin.yaml").write_text("id: fleet-spin\nmethod: spin\nproblmes: 1\n", encoding="utf-8")
    shelves = Shelves(ledger, playbooks)
    assert await plans(shelves) == ["general-plan"]
    assert "fleet-negotiation" in await live(ledger)
    assert "fleet-spin" not in await live(ledger)
    assert any(fault.file == "fleet/spin.yaml" for fault in shelves.faults)


async def test_what_ethics_forbids_does_not_go_live_from_the_folder(ledger: Ledger, small: Path):
    shelves = Shelves(ledger, small)
    await shelves.refresh(MONDAY)
    before = await live(ledger)
    edit(small / "general" / "negotiation.yaml", "zh-Hans: 两年期的价格档", "zh-Hans: 每开一盒给医生提成五元")
    await shelves.refresh(MONDAY)
    assert await live(ledger) == before
    assert "unlawful" in {fault.code for fault in shelves.faults}


async def test_a_file_that_takes_a_good_plan_away_is_refused_and_a_good_one_beside_it_goes_live(ledger: Ledger, small: Path):
    shelves = Shelves(ledger, small)
    assert await plans(shelves) == ["general-plan"]
    fabe = (small / "general" / "fabe.yaml").read_text(encoding="utf-8").replace("general-fabe", "general-spin", 1)
    (small / "general" / "spin.yaml").write_text(fabe, encoding="utf-8")
    with (small / "general" / "objections.yaml").open("a", encoding="utf-8") as file:
        file.write("\n# looked over\n")
    assert await plans(shelves) == ["general-plan"]
    assert "method: fabe" not in (await live(ledger))["general-spin"]
    assert "# looked over" in (await live(ledger))["general-objections"]
    assert [(one.file, one.lost) for one in shelves.refused] == [("general/spin.yaml", ("general-plan",))]


async def test_of_two_files_with_one_id_neither_goes_live(ledger: Ledger, small: Path):
    shelves = Shelves(ledger, small)
    await shelves.refresh(MONDAY)
    before = await live(ledger)
    original, copy = small / "general" / "spin.yaml", small / "general" / "spin copy.yaml"
    copy.write_text(original.read_text(encoding="utf-8") + "\n# the copy\n", encoding="utf-8")
    with original.open("a", encoding="utf-8") as file:
        file.write("\n# the original\n")
    await shelves.refresh(MONDAY)
    assert await live(ledger) == before
    assert [(one.file, one.code) for one in shelves.faults] == [
        ("general/spin copy.yaml", "same-playbook"), ("general/spin.yaml", "same-playbook"),
    ]  # fmt: skip
    copy.unlink()
    await shelves.refresh(MONDAY)
    assert "# the original" in (await live(ledger))["general-spin"]


async def test_a_folder_that_moved_does_not_undo_a_publication_from_the_chat(ledger: Ledger, small: Path, tmp_path: Path):
    await Shelves(ledger, small).refresh(MONDAY)
    assert "general/spin.yaml" in await ledger.taken()
    newer = (await live(ledger))["general-spin"] + "\n# from the chat\n"
    await ledger.publish(Publication(playbook="general-spin", action="published", at=MONDAY, content_hash="sha256:1", source=newer))
    moved = tmp_path / "elsewhere"
    shutil.move(small / "general", moved / "basics")
    await Shelves(ledger, moved).refresh(MONDAY)
    assert (await live(ledger))["general-spin"] == newer
    assert "basics/spin.yaml" in await ledger.taken()


async def test_an_unreadable_file_has_its_own_findings_and_no_others(ledger: Ledger, small: Path):
    shelves = Shelves(ledger, small)
    await shelves.refresh(MONDAY)
    (small / "general" / "spin.YAML").write_bytes(b"id: other\ntitle: [one\n")
    await shelves.refresh(MONDAY)
    assert {fault.file for fault in shelves.faults} == {"general/spin.YAML"}
    assert "empty-file" not in {fault.code for fault in shelves.faults}


async def test_without_playbooks_the_reason_is_in_the_persons_language_and_names_no_path(ledger: Ledger, tmp_path: Path):
    shelves = Shelves(ledger, tmp_path / "none")
    (tmp_path / "none").mkdir()
    with pytest.raises(NoPlaybooks, match=r"^还没有"):
        await shelves.now("zh-Hant", MONDAY)
    (tmp_path / "none" / "plan.yaml").write_text("id: [", encoding="utf-8")
    with pytest.raises(NoPlaybooks, match=r"^there is something to mend") as fault:
        await shelves.now("en", MONDAY)
    assert "/" not in str(fault.value)
