"""Which playbooks a new preparation may stand on: what is live in the database, fed from the trainers' folder.

A file is taken when its hash differs from the last one taken from its path, so a restart never undoes a publication or a roll-back.
A broken file keeps its last good content."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from authoring.finding import Finding
from authoring.library import Candidate, Library, candidates, content_hash, library
from coaching.edition import Preparation, edition_id, from_stored, stored_form
from coaching.frozen import Language
from coaching.session import Shelf
from storage.ledger import Ledger
from storage.records import Publication, StoredEdition


class NoPlaybooks(Exception):  # noqa: N818 - a state of the house, not a fault of the program
    """There is no call plan to prepare with; the message says what to do."""


@dataclass(frozen=True)
class ShelfSet:
    """The lines of business that are offered, with their editions."""

    offered: tuple[Shelf, ...]
    editions: dict[str, Preparation]
    stored: tuple[StoredEdition, ...]

    @property
    def first(self) -> Shelf:
        """The set that a preparation begins on until the rep has chosen: the general one, which stands last."""
        return self.offered[-1]


class Shelves:
    """The live playbooks, looked up anew when a preparation opens."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self._ledger = ledger
        self._folder = folder
        self._seen: dict[str, tuple[int, int]] | None = None
        self._live: Mapping[str, str] = {}
        self._library = Library({}, {}, ())
        self._editions: dict[str, tuple[str, Preparation]] = {}
        self._faults: tuple[Finding, ...] = ()
        self._lock = asyncio.Lock()

    async def refresh(self, at: datetime) -> None:
        """Looks whether the folder or what is live has changed, and takes it in."""
        async with self._lock:
            await self._look(at)

    async def sources(self) -> dict[str, str]:
        """The text of every live playbook, by id."""
        return {found.playbook: found.source for found in await self._ledger.live_playbooks()}

    @property
    def library(self) -> Library:
        """What is live, as of the last look."""
        return self._library

    def resting_on(self, playbook: str) -> dict[str, Preparation]:
        """The live editions that have this playbook as a part, or as the base of a part."""
        bases = {name: book.based_on for name, book in self._library.playbooks.items()}

        def rests(name: str | None) -> bool:
            return name is not None and (name == playbook or rests(bases.get(name)))

        return {
            edition: book
            for edition, (_, book) in self._editions.items()
            if any(rests(part.id) for part in (book.plan, book.spin, book.fabe, book.objections, book.negotiation))
        }

    async def now(self, language: Language, at: datetime) -> ShelfSet:
        """What may be chosen now, in the person's language; raises NoPlaybooks."""
        await self.refresh(at)
        if not self._editions:
            raise NoPlaybooks(self._reason())
        plans = sorted(self._editions.items(), key=lambda item: (item[1][1].plan.order, item[1][1].plan.id))
        return ShelfSet(
            offered=tuple(
                Shelf(playbook=book.plan.id, edition=edition, title=book.plan.business.words(language))
                for edition, (_, book) in plans
            ),
            editions={edition: book for edition, (_, book) in plans},
            stored=tuple(StoredEdition(id=edition, content=stored) for edition, (stored, _) in plans),
        )

    def known(self, edition: str) -> Preparation | None:
        """The preparation of an edition that is live, without a look into the database."""
        found = self._editions.get(edition)
        return found[1] if found else None

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What is wrong with the files in the folder, as of the last look."""
        return self._faults

    def _reason(self) -> str:
        if self._faults:
            first = self._faults[0]
            return f"{first.file}:{first.line}:{first.column}: {first.message}"
        return f"{self._folder}: no playbooks (*.yaml). Put a call plan there, or correct 'playbooks' in config.yaml."

    async def _look(self, at: datetime) -> None:
        """Takes what changed in the folder, and builds the library anew when what is live has changed."""
        seen = await asyncio.to_thread(_stamps, self._folder)
        if seen != self._seen:
            await self._take(at)
            self._seen = seen
        live = await self.sources()
        if live != self._live:
            built = await asyncio.to_thread(library, live)
            self._library, self._live = built, live
            self._editions = {}
            for book in built.preparations.values():
                stored = stored_form(book)
                # As it will be read back: what is said now and in a replay comes from the same text.
                self._editions[edition_id(stored)] = (stored, from_stored(stored))

    async def _take(self, at: datetime) -> None:
        """Publishes every changed file that is clean together with what is live; a broken one is reported and left as it was."""
        found = await asyncio.to_thread(candidates, self._folder)
        taken = await self._ledger.taken()
        live = {row.playbook: row.source for row in await self._ledger.live_playbooks()}
        changed = [file for file in found if taken.get(file.path) != file.hash]
        good, self._faults = await asyncio.to_thread(_sound, live, found, changed)
        for file in good:
            act = Publication(
                playbook=file.playbook, path=file.path, content_hash=content_hash(file.text), source=file.text, at=at, action="published"
            )
            await self._ledger.publish(act)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file that may be a playbook."""
    stamps = {}
    for path in sorted(folder.rglob("*.y*ml")):
        try:
            about = path.stat()
        except OSError:
            continue
        stamps[str(path)] = (about.st_mtime_ns, about.st_size)
    return stamps


def _sound(
    live: Mapping[str, str], found: tuple[Candidate, ...], changed: list[Candidate]
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...]]:
    """The changed files that may go live, and everything that is wrong with the files."""
    after = dict(live) | {file.playbook: file.text for file in changed if file.playbook}
    paths = {file.playbook: file.path for file in found if file.playbook}
    built = library(after, paths)
    unread = tuple(one for file in found for one in file.findings)
    faults = (*unread, *built.findings)
    broken = {one.file for one in faults if one.severity == "error"}
    return tuple(file for file in changed if file.playbook and file.path not in broken), faults
