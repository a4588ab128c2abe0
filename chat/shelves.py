"""Which playbooks a new preparation may stand on: what is live in the database, fed from the trainers' folder.

A file is taken when its hash differs from the last one taken from its path (as seen from the folder), so a restart never undoes a
publication or a roll-back, and neither does a folder that was moved. Whatever goes live, from the folder or from the chat, is judged
here first; what is refused leaves everything as it was."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from authoring.check import check_texts
from authoring.finding import Finding, has_errors
from authoring.library import Candidate, Library, candidates, content_hash, library, paths
from authoring.read import read
from chat import words
from coaching.edition import Preparation, edition_id, from_stored, stored_form
from coaching.frozen import Language
from coaching.session import Shelf
from storage.ledger import Ledger
from storage.records import Change, Publication, StoredEdition


class NoPlaybooks(Exception):  # noqa: N818 - a state of the house, not a fault of the program
    """There is no call plan to prepare with; the message says why, in the language of who asked."""


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


@dataclass(frozen=True)
class Verdict:
    """What would come of files going live: the library with them, everything wrong or doubtful that they bring, and the playbooks and
    plans, good until now, that would be lost."""

    library: Library
    findings: tuple[Finding, ...]
    lost: tuple[str, ...]

    @property
    def fit(self) -> bool:
        """Whether the files may go live."""
        return not self.lost and not has_errors(self.findings)


@dataclass(frozen=True)
class Refused:
    """A file of the folder that was not taken in, and the playbooks and plans that it would have cost."""

    file: str
    lost: tuple[str, ...]


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
        self._refused: tuple[Refused, ...] = ()
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

    async def now(self, language: Language, at: datetime) -> ShelfSet:
        """What may be chosen now, in the person's language; raises NoPlaybooks."""
        await self.refresh(at)
        if not self._editions:
            broken = has_errors(self._faults) or self._refused or self._live
            raise NoPlaybooks(words.label("no_playbooks_broken" if broken else "no_playbooks_none", language))
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
        """What is wrong with the files in the folder, as of the last look; the worst first, paths as seen from the folder."""
        return self._faults

    @property
    def refused(self) -> tuple[Refused, ...]:
        """The files in the folder that would have put others out of use, as of the last look."""
        return self._refused

    async def judge(self, file: Candidate) -> Verdict:
        """What would come of a readable file with an id going live now; changes nothing."""
        live = await self.sources()
        before = self._library if live == self._live else await asyncio.to_thread(library, live)
        return await asyncio.to_thread(_judged, live, before, (file,))

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
        """Publishes every changed file that may go live; the others are reported, and what is live of them stays as it was."""
        found = await asyncio.to_thread(candidates, self._folder, lambda path: path.relative_to(self._folder).as_posix())
        taken = await self._ledger.taken()
        published = {(act.playbook, act.content_hash) for act in await self._ledger.publications()}
        live = await self.sources()
        alone = Counter(file.playbook for file in found)
        changed = []
        for file in found:
            if not file.playbook or alone[file.playbook] > 1 or taken.get(file.path) == file.hash:
                continue
            if file.path not in taken and (file.playbook, file.hash) in published:
                # A folder that was moved or copied must not undo what trainers did since.
                await self._ledger.note_taken(file.path, file.hash)
            else:
                changed.append(file)
        good, findings, self._refused = await asyncio.to_thread(_sifted, live, changed)
        # What could not even be tried comes first: it often is the cause of the rest.
        unfit = await asyncio.to_thread(_unfit, live, found)
        self._faults = (*unfit, *sorted(findings, key=lambda one: (one.severity, one.file, one.line)))
        acts = tuple(
            Publication(
                playbook=file.playbook, path=file.path, content_hash=content_hash(file.text), source=file.text, at=at, action="published"
            )
            for file in good
        )
        if acts:
            await self._ledger.commit(Change(at=at, publications=acts))


def resting_on(playbook: str, whole: Library) -> dict[str, Preparation]:
    """The preparations of a library, by edition, that have this playbook as a part, or as the base of a part."""
    return {edition_id(stored_form(book)): book for book in _resting(playbook, whole)}


def _resting(playbook: str, whole: Library) -> tuple[Preparation, ...]:
    bases = {name: book.based_on for name, book in whole.playbooks.items()}

    def rests(name: str | None) -> bool:
        return name is not None and (name == playbook or rests(bases.get(name)))

    return tuple(book for book in whole.preparations.values() if any(rests(name) for name in _names(book)))


def _names(book: Preparation) -> tuple[str, ...]:
    return (book.plan.id, book.spin.id, book.fabe.id, book.objections.id, book.negotiation.id)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file that may be a playbook."""
    stamps = {}
    for path in paths(folder):
        try:
            about = path.stat()
        except OSError:
            continue
        stamps[str(path)] = (about.st_mtime_ns, about.st_size)
    return stamps


def _judged(live: Mapping[str, str], before: Library, files: Sequence[Candidate]) -> Verdict:
    """The one gate for everything that goes live: form, library, sense and ethics of the files, and what they would cost others.

    `before` is the library of what is live.
    """
    ids = {file.playbook for file in files}
    after = library({**live, **{file.playbook: file.text for file in files}}, {file.playbook: file.path for file in files})
    own = frozenset(file.path for file in files)
    # What stands beside a file in a plan may fit it no longer: a pitch answers problems of the questions.
    beside = {name for one in ids for whole in (before, after) for book in _resting(one, whole) for name in _names(book)} - ids
    others = {name: text.encode() for name, text in live.items() if name not in ids}
    texts = {**others, **{file.path: file.text.encode() for file in files}}
    found = check_texts(texts, (own | beside).__contains__)
    spoilt = [one for one in found if one.file not in own and one.severity == "error"]
    if spoilt:
        then = check_texts({name: text.encode() for name, text in live.items()}, frozenset(one.file for one in spoilt).__contains__)
        known = {(one.file, one.code, one.message) for one in then}
        spoilt = [one for one in spoilt if (one.file, one.code, one.message) not in known]
    lost = {
        *(before.playbooks.keys() - after.playbooks.keys()),
        *(before.preparations.keys() - after.preparations.keys()),
    }
    findings = (*(one for one in found if one.file in own), *spoilt, *(one for one in after.findings if one.file in lost))
    return Verdict(after, tuple(dict.fromkeys(findings)), tuple(sorted(lost)))


def _sifted(
    live: Mapping[str, str], changed: Sequence[Candidate]
) -> tuple[tuple[Candidate, ...], tuple[Finding, ...], tuple[Refused, ...]]:
    """The files that may go live, what is wrong or doubtful, and the files that would cost others.

    All are tried together, then those in which nothing is wrong, then each of the rest alone upon what was found good.
    """
    if not changed:
        return (), (), ()
    good: list[Candidate] = []
    findings: list[Finding] = []
    before, together = library(live), tuple(changed)
    while together:
        verdict = _judged(live, before, together)
        if verdict.fit:
            good, findings = list(together), list(verdict.findings)
            break
        broken = {one.file for one in verdict.findings if one.severity == "error"}
        fewer = tuple(file for file in together if file.path not in broken)
        together = fewer if len(fewer) < len(together) else ()
    rest, judged = [file for file in changed if file not in good], dict[str, Verdict]()
    while rest:
        for file in rest:
            now = {**live, **{one.playbook: one.text for one in good}}
            judged[file.path] = verdict = _judged(now, library(now), (file,))
            if verdict.fit:
                good.append(file)
                findings += verdict.findings
        left = [file for file in rest if file not in good]
        if len(left) == len(rest):
            break
        rest = left
    for file in rest:
        findings += judged[file.path].findings
    refused = (Refused(file.path, judged[file.path].lost) for file in rest if judged[file.path].lost)
    return tuple(good), tuple(dict.fromkeys(findings)), tuple(refused)


def _unfit(live: Mapping[str, str], found: Sequence[Candidate]) -> tuple[Finding, ...]:
    """What is wrong with files that cannot even be tried: unreadable, without an id, or with the id of another file."""
    findings = [one for file in found if not file.playbook for one in file.findings]
    nameless = {file.path: file.text.encode() for file in found if not file.playbook and not has_errors(file.findings)}
    findings += check_texts(nameless, beneath={name: text.encode() for name, text in live.items()}) if nameless else ()
    for file in found:
        other = next((one for one in found if file.playbook and one.playbook == file.playbook and one is not file), None)
        document = read(file.path, file.text.encode()).value if other is not None else None
        if other is not None and document is not None:
            findings.append(document.finding("same-playbook", ("id",), "", "value", id=file.playbook, file=other.path))
    return tuple(dict.fromkeys(findings))
