import pytest
from sqlalchemy import text

from storage.faults import StorageFault
from storage.ledger import Ledger
from tests.storage.recorded_values import Opener


async def test_only_one_record_holds_a_claim_until_it_is_closed(url: str, opened: Opener) -> None:
    first, second = opened(url), opened(url)
    await first.claim("telegram")
    await first.claim("telegram")
    with pytest.raises(StorageFault, match=r"Another Sparring already serves .*: stop it first"):
        await second.claim("telegram")
    assert await first.still_claimed("telegram")
    assert not await second.still_claimed("telegram")
    await first.close()
    await second.claim("telegram")
    assert await second.still_claimed("telegram")


async def test_a_claim_holds_up_nobody_who_reads_or_writes(ledger: Ledger, url: str, opened: Opener) -> None:
    await ledger.claim("telegram")
    other = opened(url)
    await other.set_setting("bot", "x")
    assert await ledger.setting("bot") == "x"


async def test_a_claim_that_the_server_has_forgotten_is_known_to_be_lost(postgresql_url: str, opened: Opener) -> None:
    ledger = opened(postgresql_url)
    await ledger.claim("telegram")
    ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sparring-telegram'")
    ledger._writer.submit(lambda c: c.execute(ended).all()).result()
    assert not await ledger.still_claimed("telegram")
