import pytest

from storage.faults import StaleTurn
from storage.ledger import Ledger
from storage.records import Change, Live, Publication
from tests.storage.recorded_values import after, opening, turn


def act(minute: int, source: str = "", **more: object) -> Publication:
    plain = {"playbook": "fleet", "action": "published", "at": after(minute), "source": source, "content_hash": f"#{source}"}
    return Publication.model_validate({**plain, **more})


async def test_what_was_published_last_is_live(ledger: Ledger) -> None:
    await ledger.publish(act(1, "one", path="playbooks/fleet.yaml"))
    await ledger.publish(act(2, "two", author="p1", note="mended the third card"))
    await ledger.publish(act(3, "general", playbook="general"))
    assert await ledger.live_playbooks() == (
        Live(playbook="fleet", content_hash="#two", at=after(2), source="two"),
        Live(playbook="general", content_hash="#general", at=after(3), source="general"),
    )


async def test_going_back_makes_the_older_content_live_and_is_on_the_record(ledger: Ledger) -> None:
    acts = [act(1, "one"), act(2, "two"), act(3, "one", action="rolled_back", author="p1")]
    for one in acts:
        await ledger.publish(one)
    assert [one.source for one in await ledger.live_playbooks()] == ["one"]
    assert await ledger.publications("fleet") == tuple(reversed(acts))
    assert await ledger.publications("general") == ()


async def test_a_withdrawn_playbook_is_not_live_until_it_is_published_again(ledger: Ledger) -> None:
    await ledger.publish(act(1, "one"))
    await ledger.publish(act(2, action="withdrawn"))
    assert await ledger.live_playbooks() == ()
    await ledger.publish(act(3, "one"))
    assert [one.source for one in await ledger.live_playbooks()] == ["one"]


async def test_a_path_remembers_what_was_last_taken_from_it_and_a_publication_from_the_chat_does_not_change_that(
    ledger: Ledger,
) -> None:
    await ledger.publish(act(1, "one", path="playbooks/fleet.yaml"))
    await ledger.publish(act(2, "two"))
    assert await ledger.taken() == {"playbooks/fleet.yaml": "#one"}
    await ledger.publish(act(3, "three", path="playbooks/fleet.yaml"))
    assert await ledger.taken() == {"playbooks/fleet.yaml": "#three"}


async def test_a_path_can_be_noted_without_publishing_anything(ledger: Ledger) -> None:
    await ledger.publish(act(1, "one", path="fleet.yaml"))
    await ledger.note_taken("fleet.yaml", "#two")
    await ledger.note_taken("copy.yaml", "#one")
    assert await ledger.taken() == {"fleet.yaml": "#two", "copy.yaml": "#one"}
    assert [one.source for one in await ledger.live_playbooks()] == ["one"]
    assert len(await ledger.publications()) == 1


async def test_a_withdrawal_and_the_end_of_its_sessions_are_one_change(ledger: Ledger) -> None:
    await ledger.publish(act(1, "one"))
    await ledger.commit(opening())
    closing = turn(1, status="closed", closed_at=after(1), outcome="lapsed").steps
    withdrawal = act(2, action="withdrawn", content_hash="#one")
    with pytest.raises(StaleTurn):
        await ledger.commit(Change(at=after(2), publications=(withdrawal,), steps=turn(5).steps))
    assert [one.source for one in await ledger.live_playbooks()] == ["one"]
    await ledger.commit(Change(at=after(2), publications=(withdrawal,), steps=closing))
    assert await ledger.live_playbooks() == ()
    assert await ledger.open_sessions() == ()
