import json
from datetime import timedelta
from pathlib import Path

from storage.ledger import Ledger
from storage.records import Change, Outgoing, Publication, Retention
from tests.storage.recorded_values import (
    NINE,
    Opener,
    after,
    key,
    message,
    opening,
    person,
    turn,
    update,
)

MARKER = "红山酒厂暗号4711"


async def lived(ledger: Ledger, name: str = "p1", words: str = MARKER) -> None:
    """A person who left traces everywhere."""
    who = person(name, desk=json.dumps({"note": words}, ensure_ascii=False), active_session=f"s-{name}")
    chat = int(name.strip("p"))
    await ledger.take_in([update(chat * 100 + number, str(chat), raw=words) for number in range(3)])
    await ledger.commit(opening(f"s-{name}", of=who).model_copy(update={"inbox_done": (key(chat * 100),)}))
    told = Outgoing(chat_id=chat, person=name, session=f"s-{name}", payload=json.dumps({"html": words}, ensure_ascii=False))
    for number in range(1, 30):
        change = turn(number, f"s-{name}", words, person=name).model_copy(update={"outgoing": (told,)})
        await ledger.commit(change)
    await ledger.set_aside(key(chat * 100 + 1), "cannot be parsed")
    await ledger.commit(Change(at=NINE, inbox_done=(key(chat * 100 + 2),)))
    await ledger.redeem(await ledger.invite("rep", "", NINE), name, NINE)
    await ledger.publish(Publication(playbook="fleet", action="published", at=NINE, content_hash="h", author=name))
    for queued in await ledger.next_outgoing(after(60), 1):
        await ledger.sent(queued.id, "5")


def everything(ledger: Ledger) -> str:
    """All rows of all tables, as text."""
    tables = ["inbox", "people", "invites", "sessions", "entries", "outbox", "settings", "publications", "live", "taken"]

    def read(connection: object) -> str:
        return "\n".join(str(connection.exec_driver_sql(f"SELECT * FROM {table}").all()) for table in tables)  # type: ignore[attr-defined]

    return ledger._writer.submit(read).result()


async def test_a_person_who_asks_for_it_is_taken_out_of_every_table(ledger: Ledger) -> None:
    await lived(ledger)
    await lived(ledger, "p2", "别人的话")
    assert MARKER in everything(ledger)
    counts = await ledger.erase("p1", after(99))
    assert counts == {"entries": 60, "outbox": 29, "sessions": 1, "inbox": 1, "people": 1}
    left = everything(ledger)
    assert MARKER not in left
    assert "'p1'" not in left
    assert "s-p1" not in left
    assert len(await ledger.entries("s-p2")) == 60
    assert (await ledger.publications())[0].content_hash == "h"
    assert await ledger.erase("p1", after(99)) == {}


async def test_after_an_erasure_no_byte_of_it_is_left_in_the_files(sqlite_url: str, opened: Opener, tmp_path: Path) -> None:
    ledger = opened(sqlite_url)
    await lived(ledger, "p2", "别人的话")
    await lived(ledger)

    def files() -> bytes:
        return b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())

    assert MARKER.encode() in files()
    await ledger.erase("p1", after(99))
    assert MARKER.encode() not in files()
    assert MARKER.encode("utf-16-le") not in files()
    assert json.dumps(MARKER)[1:-1].encode() not in files()
    assert "别人的话".encode() in files()
    await ledger.close()
    assert MARKER.encode() not in files()


async def test_a_reader_at_work_delays_the_cleaning_of_the_files_and_does_not_prevent_it(
    sqlite_url: str, opened: Opener, tmp_path: Path
) -> None:
    ledger = opened(sqlite_url)
    await lived(ledger)
    with ledger._reading.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM entries").scalar()
        await ledger.erase("p1", after(99))
        assert MARKER.encode() in b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
    await ledger.set_setting("anything", "else")
    assert MARKER.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())


async def test_erasing_confirming_and_finishing_the_update_are_one_change(ledger: Ledger) -> None:
    await lived(ledger)
    await ledger.take_in([update(900), update(901)])
    done = await ledger.commit(Change(at=after(99), inbox_done=(key(900),), erase="p1", outgoing=(message(1, "bye"),)))
    assert done.erased["people"] == 1
    assert [queued.payload for queued in await ledger.next_outgoing(after(99), 9)] == ["bye"]
    # What the person wrote after that is worked off as a stranger's.
    assert [row.update_id for row in await ledger.waiting()] == [901]
    assert await ledger.person("telegram", "1") is None


async def test_the_export_holds_everything_and_only_of_this_person(ledger: Ledger) -> None:
    await lived(ledger)
    await lived(ledger, "p2", "别人的话")
    await ledger.take_in([update(950, raw=MARKER)])
    held = await ledger.export("p1")
    assert held is not None
    again = json.loads(json.dumps(held, ensure_ascii=False))
    assert again == held
    assert "别人的话" not in json.dumps(held, ensure_ascii=False)
    assert held["person"]["desk"] == {"note": MARKER}
    assert held["person"]["role"] == "rep"
    assert held["sessions"][0]["session"]["id"] == "s-p1"
    assert [entry["text"] for entry in held["sessions"][0]["entries"]][-2:] == [MARKER, f"“{MARKER}”"]
    assert held["sessions"][0]["entries"][0]["version"] == "1.2.3"
    assert {row["state"] for row in held["updates"]} == {"new", "set_aside"}
    assert held["messages"][-1]["payload"] == {"html": MARKER}
    assert held["invitations"][0]["role"] == "rep"
    assert [row["playbook"] for row in held["publications"]] == ["fleet"]


async def test_preparations_are_kept_ninety_days_and_practice_a_year_from_the_last_touch(ledger: Ledger) -> None:
    await ledger.commit(opening("s1", of=person(active_session="s1")))
    await ledger.commit(opening("s2", of=person(active_session="s1"), mode="drill"))
    await ledger.commit(turn(30, "s1").model_copy(update={"at": NINE + timedelta(days=30), "steps": turn(1, "s1").steps}))

    async def left(days: float) -> list[str]:
        await ledger.purge(NINE + timedelta(days=days), Retention())
        return sorted(row.session for row in await ledger.sessions())

    assert await left(119) == ["s1", "s2"]
    assert await ledger.person("telegram", "1") == person(active_session="s1")
    assert await left(121) == ["s2"]
    assert await ledger.entries("s1") == ()
    assert await ledger.person("telegram", "1") == person()
    assert await left(364) == ["s2"]
    assert await left(366) == []


async def test_the_operator_may_keep_things_longer_or_shorter(ledger: Ledger) -> None:
    await ledger.commit(opening())
    assert (await ledger.purge(after(61), Retention(prepared=timedelta(hours=1))))["sessions"] == 1


async def test_purging_takes_out_delivered_messages_and_not_those_that_wait(ledger: Ledger) -> None:
    await ledger.commit(Change(at=NINE, outgoing=(message(1, "a"), message(2, "b"), message(3, "c"))))
    one, two, _ = await ledger.next_outgoing(NINE, 9)
    await ledger.sent(one.id, "5")
    await ledger.failed(two.id, "Bad Request")
    assert (await ledger.purge(after(60 * 49), Retention()))["outbox"] == 2
    assert await ledger.recover() == 1


async def test_purged_words_leave_the_files_too(sqlite_url: str, opened: Opener, tmp_path: Path) -> None:
    ledger = opened(sqlite_url)
    await lived(ledger)
    await ledger.commit(Change(at=NINE, person=person()))
    await ledger.purge(NINE + timedelta(days=400), Retention())
    assert MARKER.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir())
