import asyncio
from datetime import timedelta

import pytest

from storage.faults import InvitationSpent, Unfit
from storage.ledger import Ledger
from storage.records import Change, Invitation, Redemption
from tests.storage.recorded_values import NINE, Opener, after, opening, person


async def meet(ledger: Ledger, *names: str) -> None:
    for name in names:
        await ledger.commit(Change(at=NINE, person=person(name)))


async def test_a_person_comes_back_as_kept(ledger: Ledger) -> None:
    known = person(team="north", role="rep", desk='{"waits":"language"}', notice_at=after(1), active_session="s1", language="en")
    await ledger.commit(Change(at=NINE, person=known))
    assert await ledger.person("telegram", "1") == known
    assert await ledger.person_with_id("p1") == known
    assert await ledger.person("terminal", "1") is None


async def test_what_changes_of_a_person_is_brought_up_to_date_and_the_role_is_not(ledger: Ledger) -> None:
    await meet(ledger, "p1")
    code = await ledger.invite("trainer", "north", NINE)
    await ledger.redeem(code, "p1", NINE)
    older_picture = person(language="en", desk='{"a":1}', reachable=False)
    await ledger.commit(Change(at=after(1), person=older_picture))
    assert await ledger.person("telegram", "1") == older_picture.model_copy(update={"role": "trainer", "team": "north"})


async def test_nobody_is_two_people_on_one_channel(ledger: Ledger) -> None:
    await meet(ledger, "p1")
    with pytest.raises(Unfit):
        await ledger.commit(Change(at=NINE, person=person("p1").model_copy(update={"id": "p9"})))


async def test_an_invitation_gives_its_role_and_team_once(ledger: Ledger) -> None:
    await meet(ledger, "p1", "p2")
    code = await ledger.invite("manager", "south", NINE)
    assert await ledger.invitation(code, NINE) == Invitation(role="manager", team="south")
    assert await ledger.redeem(code, "p1", NINE) == "manager"
    assert await ledger.redeem(code, "p2", NINE) is None
    assert await ledger.invitation(code, NINE) is None
    assert [(known.id, known.team) for known in await ledger.people_with_role("manager")] == [("p1", "south")]


async def test_an_invitation_runs_out(ledger: Ledger) -> None:
    await meet(ledger, "p1")
    code = await ledger.invite("rep", "", NINE, timedelta(hours=1))
    assert await ledger.redeem(code, "p1", after(61)) is None
    assert await ledger.redeem(code, "p1", after(59)) == "rep"


@pytest.mark.parametrize("code", ["", "no-such-code", "'; DROP TABLE people; --", "\x00", "\ud83d", "长" * 5000])
async def test_a_code_that_was_never_given_out_grants_nothing(ledger: Ledger, code: str) -> None:
    await meet(ledger, "p1")
    await ledger.invite("admin", "", NINE)
    assert await ledger.redeem(code, "p1", NINE) is None
    assert not await ledger.any_admin()


async def test_a_code_fits_a_deep_link_and_is_stored_nowhere(ledger: Ledger) -> None:
    code = await ledger.invite("admin", "", NINE)
    assert 20 <= len(code) <= 64
    assert all(sign.isalnum() or sign in "-_" for sign in code)
    kept = ledger._writer.submit(lambda c: c.exec_driver_sql("SELECT * FROM invites").all()).result()
    assert code not in str(kept)


async def test_two_people_who_use_a_code_at_once_do_not_both_get_the_role(ledger: Ledger, url: str, opened: Opener) -> None:
    await meet(ledger, "p1", "p2")
    code = await ledger.invite("trainer", "", NINE)
    got = await asyncio.gather(ledger.redeem(code, "p1", NINE), opened(url).redeem(code, "p2", NINE))
    assert sorted(got, key=str) == [None, "trainer"]
    assert len(await ledger.people_with_role("trainer")) == 1


async def test_an_invitation_is_used_up_only_together_with_the_rest_of_its_change(ledger: Ledger) -> None:
    code = await ledger.invite("rep", "", NINE)
    redeeming = Change(at=NINE, person=person(), redeem=Redemption(code=code, person="p1"))
    with pytest.raises(Unfit):
        await ledger.commit(redeeming.model_copy(update={"steps": opening().steps}))  # its edition is not stored
    done = await ledger.commit(redeeming)
    assert done.role == "rep"
    with pytest.raises(InvitationSpent):
        await ledger.commit(redeeming.model_copy(update={"person": person("p2")}))
    assert await ledger.person("telegram", "2") is None


async def test_an_admin_who_tries_a_code_stays_admin_and_leaves_it_for_others(ledger: Ledger) -> None:
    await meet(ledger, "p1", "p2")
    assert not await ledger.any_admin()
    await ledger.redeem(await ledger.invite("admin", "", NINE), "p1", NINE)
    assert await ledger.any_admin()
    code = await ledger.invite("rep", "", NINE)
    assert await ledger.redeem(code, "p1", NINE) == "admin"
    assert await ledger.redeem(code, "p2", NINE) == "rep"


async def test_settings_outlive_the_process(ledger: Ledger, url: str, opened: Opener) -> None:
    assert await ledger.setting("bot") is None
    await ledger.set_setting("bot", "sparring_bot")
    await ledger.set_setting("bot", "peilian_bot")
    assert await opened(url).setting("bot") == "peilian_bot"
