"""The trainers' part of the chat: send a file, see what is wrong or what changes, try it, publish it, go back.

Knows the library and what is live; who may use it is decided at the desk. A file on trial is never recorded as a session."""

import asyncio
import html
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import PurePath

from pydantic import ValidationError

from authoring.check import lines_of
from authoring.compare import Difference, Rehearsed, difference, rehearse
from authoring.explain import as_text
from authoring.finding import Finding, has_errors
from authoring.library import Candidate, Library, candidate, content_hash, library
from chat import words
from chat.commands import IN_SESSION
from chat.decision import Decision, desk_with, message, said, told
from chat.incoming import Choice, Incoming, Message
from chat.shelves import Shelves, Verdict, resting_on
from coaching import turn as coach
from coaching.edition import Preparation, edition_id, from_stored, stored_form
from coaching.frozen import Language
from coaching.reading import Reader
from coaching.session import Commanded, Event, Lapsed, Left, Line, Opened, Picked, Replied, Session, Shelf
from storage.faults import StaleTurn
from storage.ledger import Ledger
from storage.records import Change, Outgoing, Person, Publication, SessionStep

COMMANDS = frozenset({"playbooks", "history", "rollback", "withdraw", "publish", "drop", "preview", "rehearse"})
PREVIEW = "preview"
MOST_BYTES = 1_000_000
SHOWN_FINDINGS = 8
SHOWN_PLACES = 6
REHEARSED_SESSIONS = 20
SHOWN_REHEARSED = 8
HASH_SHOWN = 8
# How often the sessions on a withdrawn playbook are looked for again, as their reps go on writing.
LAPSE_ROUNDS = 5

Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(frozen=True)
class Submitted:
    """A file that a trainer sent: what it is called, which playbook it is, its text, and the hash of the live content that the trainer
    saw it compared with (empty when there was none)."""

    name: str
    playbook: str
    source: str
    against: str = ""

    @property
    def hash(self) -> str:
        """The hash of its text."""
        return content_hash(self.source)

    @property
    def candidate(self) -> Candidate:
        """The file as one that may go live."""
        return Candidate(self.name, self.source, self.hash, self.playbook)


class Bench:
    """What trainers may do from the chat."""

    def __init__(self, ledger: Ledger, shelves: Shelves, reader: Reader, fetch: Fetch | None = None) -> None:
        self.ledger = ledger
        self.shelves = shelves
        self.reader = reader
        self.fetch = fetch
        self._trial: tuple[str, Library] | None = None

    async def command(self, incoming: Incoming, person: Person, command: str) -> Decision:
        """One of the trainers' commands."""
        handlers: dict[str, Callable[[Incoming, Person], Awaitable[Decision]]] = {
            "playbooks": self._playbooks,
            "history": self._history,
            "rollback": self._rollback,
            "withdraw": self._withdraw,
            "publish": self._publish,
            "drop": self._drop,
            "preview": self._preview,
            "rehearse": self._rehearse,
        }
        return await handlers[command](incoming, person)

    # A file comes in

    async def file(self, incoming: Incoming, person: Person) -> Decision:
        """A file that was sent: its findings with their lines, or what it changes and what can be done with it."""
        if self.fetch is None or not incoming.file_name.casefold().endswith((".yaml", ".yml")):
            return told(incoming, person, "bench_no_yaml")
        person = _without(person, "submitted", "preview")
        if incoming.file_size > MOST_BYTES:
            return told(incoming, person, "bench_too_large")
        try:
            data = await self.fetch(incoming.file)
        except OSError:
            return told(incoming, person, "bench_not_fetched")
        if len(data) > MOST_BYTES:
            return told(incoming, person, "bench_too_large")
        # A name with folders in it would be taken for a place in the trainers' folder.
        name = PurePath(incoming.file_name).name
        found = await asyncio.to_thread(candidate, name, data)
        if not found.playbook:
            if not has_errors(found.findings):
                return told(incoming, person, "bench_no_id")
            return said(incoming, person, self._broken(name, found.findings, {name: lines_of(data)}, person))
        await self.shelves.refresh(incoming.at)
        return await self._offered(incoming, person, Submitted(name, found.playbook, found.text))

    async def _offered(self, incoming: Incoming, person: Person, sent: Submitted, *heads: str) -> Decision:
        """What a readable file changes and what can be done with it, or why it may not go live."""
        against = await self._live_hash(sent.playbook)
        verdict = await self.shelves.judge(sent.candidate)
        if not verdict.fit:
            return await self._refusal(incoming, _without(person, "submitted", "preview"), sent, verdict)
        language = person.language
        changed = difference(self.shelves.library.playbooks.get(sent.playbook), verdict.library.playbooks[sent.playbook])
        parts = [*heads, words.say("bench_clean", language, playbook=sent.playbook), _summary(changed, language)]
        if verdict.findings:
            parts.append(_shown(verdict.findings, {sent.name: sent.source.split("\n")}, person))
        sent = replace(sent, against=against)
        person = person.model_copy(update={"desk": desk_with(person, submitted=asdict(sent))})
        names = ("bench_do_preview", "bench_do_rehearse", "bench_do_publish", "bench_do_drop")
        return said(incoming, person, "\n\n".join(parts), _choices(person, sent, names))

    async def _refusal(self, incoming: Incoming, person: Person, sent: Submitted, verdict: Verdict) -> Decision:
        """Why a file may not go live: what is wrong in it, and what it would put out of use."""
        sources = {name: text.split("\n") for name, text in (await self.shelves.sources()).items()}
        text = self._broken(sent.name, verdict.findings, {**sources, sent.name: sent.source.split("\n")}, person)
        if verdict.lost:
            text += "\n\n" + words.say("bench_lost", person.language, names=", ".join(verdict.lost))
        return said(incoming, person, text)

    @staticmethod
    def _broken(name: str, findings: tuple[Finding, ...], sources: Mapping[str, Sequence[str]], person: Person) -> str:
        count = max(sum(one.severity == "error" for one in findings), 1)
        head = words.say("bench_broken", person.language, name=name, count=count)
        return head + "\n\n" + _shown(findings, sources, person) if findings else head

    async def _live_hash(self, playbook: str) -> str:
        return next((row.content_hash for row in await self.ledger.live_playbooks() if row.playbook == playbook), "")

    async def _publish(self, incoming: Incoming, person: Person) -> Decision:
        """Publishes what the trainer was shown; when the file or what is live is another by now, shows that first."""
        sent, wanted = _submitted(person), incoming.text.strip()
        if sent is None:
            return told(incoming, person, "bench_nothing_sent")
        await self.shelves.refresh(incoming.at)
        other_file = wanted and wanted != _short(sent.hash)
        if other_file or await self._live_hash(sent.playbook) != sent.against:
            return await self._offered(incoming, person, sent, words.say("bench_changed_meanwhile", person.language))
        verdict = await self.shelves.judge(sent.candidate)
        if not verdict.fit:
            return await self._refusal(incoming, _without(person, "submitted", "preview"), sent, verdict)
        act = Publication(
            playbook=sent.playbook, action="published", at=incoming.at, content_hash=sent.hash,
            source=sent.source, author=person.id, note=sent.name,
        )  # fmt: skip
        person = _without(person, "submitted", "preview")
        done = told(incoming, person, "bench_published", playbook=sent.playbook, edition=_short(act.content_hash))
        return replace(done, publications=(act,))

    async def _drop(self, incoming: Incoming, person: Person) -> Decision:
        return told(incoming, _without(person, "submitted", "preview"), "bench_dropped")

    # What is live

    async def _playbooks(self, incoming: Incoming, person: Person) -> Decision:
        await self.shelves.refresh(incoming.at)
        acts, rows = await self.ledger.publications(), await self.ledger.live_playbooks()
        lines = [words.say("bench_live" if rows else "bench_folder_empty", person.language)]
        for row in rows:
            act = next((a for a in acts if a.playbook == row.playbook and a.content_hash == row.content_hash), None)
            lines.append(
                words.say(
                    "bench_live_line",
                    person.language,
                    playbook=row.playbook,
                    edition=_short(row.content_hash),
                    date=f"{row.at:%Y-%m-%d}",
                    author=await self._author(act, person),
                )
            )
        for fault in self.shelves.faults[:SHOWN_FINDINGS]:
            lines.append(html.escape(f"{fault.file}:{fault.line}: {fault.message.in_language(person.language)}", quote=False))
        for one in self.shelves.refused[:SHOWN_FINDINGS]:
            lines.append(words.say("bench_refused_line", person.language, file=one.file, names=", ".join(one.lost)))
        return said(incoming, person, "\n".join(lines))

    async def _author(self, act: Publication | None, person: Person) -> str:
        if act is None or act.author is None:
            return words.label("bench_by_file", person.language)
        if act.author == person.id:
            return words.label("bench_by_you", person.language)
        return act.author

    async def _history(self, incoming: Incoming, person: Person) -> Decision:
        name = incoming.text.strip()
        acts = (await self.ledger.publications(name or None))[:10]
        if not acts:
            return told(incoming, person, "bench_no_history", playbook=name or "–")
        live = {row.playbook: row.content_hash for row in await self.ledger.live_playbooks()}
        lines, choices = [words.say("bench_history", person.language)], list[Choice]()
        for act in acts:
            verb = words.label(f"bench_{act.action}_verb", person.language)
            line = words.say(
                "bench_history_line", person.language, playbook=act.playbook, verb=verb, edition=_short(act.content_hash),
                date=f"{act.at:%Y-%m-%d %H:%M}", author=await self._author(act, person),
            )  # fmt: skip
            lines.append(line)
            wanted = f"/rollback {act.playbook} {_short(act.content_hash)}"
            back = act.source and live.get(act.playbook) != act.content_hash and wanted not in {c.send for c in choices}
            if back and len(choices) < SHOWN_PLACES:
                label = words.label("bench_do_rollback", person.language, playbook=act.playbook, edition=_short(act.content_hash))
                choices.append(Choice(label=label, send=wanted))
        return said(incoming, person, "\n".join(lines), choices)

    async def _rollback(self, incoming: Incoming, person: Person) -> Decision:
        name, _, wanted = incoming.text.strip().partition(" ")
        acts = await self.ledger.publications(name) if name else ()
        found = next((act for act in acts if act.source and wanted and _short(act.content_hash) == wanted.strip()), None)
        if found is None:
            return told(incoming, person, "bench_rollback_how")
        await self.shelves.refresh(incoming.at)
        back = Submitted(name, name, found.source)
        verdict = await self.shelves.judge(back.candidate)
        if not verdict.fit:
            return await self._refusal(incoming, person, back, verdict)
        act = found.model_copy(update={"action": "rolled_back", "at": incoming.at, "author": person.id, "path": None})
        text = words.say("bench_rolled_back", person.language, playbook=name, edition=wanted.strip())
        if verdict.findings:
            text += "\n\n" + _shown(verdict.findings, {name: found.source.split("\n")}, person)
        return replace(said(incoming, person, text), publications=(act,))

    async def _withdraw(self, incoming: Incoming, person: Person) -> Decision:
        """Takes a playbook out of use at once; then the open sessions that stand on it or offer it are closed with a sentence.

        The withdrawal is kept first and alone, so that no session under way can hold it up; asked again, it closes those still open.
        """
        name, _, sure = incoming.text.strip().partition(" ")
        await self.shelves.refresh(incoming.at)
        acts = await self.ledger.publications(name) if name else ()
        if not acts or (acts[0].action == "withdrawn" and sure.strip() != "yes"):
            return told(incoming, person, "bench_withdraw_how")
        editions = await self._standing_on(name, acts)
        if sure.strip() != "yes":
            touched = resting_on(name, self.shelves.library)
            plans = ", ".join(sorted({book.plan.id for book in touched.values()})) or "–"
            count = len(await self._open_on(editions))
            text = words.say("bench_withdraw_ask", person.language, playbook=name, plans=plans, count=count)
            yes = Choice(label=words.label("bench_do_withdraw", person.language), send=f"/withdraw {name} yes")
            return said(incoming, person, text, (yes, Choice(label=words.label("delete_no", person.language), send="/playbooks")))
        if acts[0].action != "withdrawn":
            live = await self._live_hash(name)
            act = Publication(playbook=name, action="withdrawn", at=incoming.at, content_hash=live, author=person.id)
            await self.ledger.commit(Change(at=incoming.at, publications=(act,)))
        ended = set[str]()
        for _ in range(LAPSE_ROUNDS):
            left = await self._open_on(editions)
            for session in left:
                step, letters = await self._lapse(session, incoming)
                try:
                    await self.ledger.commit(Change(at=incoming.at, steps=(step,), outgoing=tuple(letters)))
                except StaleTurn:
                    continue
                ended.add(session.id)
            if not left:
                break
        return told(incoming, person, "bench_withdrawn", playbook=name, count=len(ended))

    async def _open_on(self, editions: set[str]) -> list[Session]:
        """The open sessions on one of these editions, and those that may still choose one of them."""
        found = []
        for session in await self.ledger.open_sessions():
            choosing = () if session.minutes else (shelf.edition for shelf in session.shelves)
            if editions & {session.edition, *choosing}:
                found.append(session)
        return found

    async def _standing_on(self, name: str, acts: tuple[Publication, ...]) -> set[str]:
        """Every edition with this playbook's last live words in it, also older ones in which something else was different."""
        source = next((act.source for act in acts if act.source and act.content_hash == acts[0].content_hash), "")
        whole = await asyncio.to_thread(library, {**await self.shelves.sources(), name: source})
        book, found = whole.playbooks.get(name), set(resting_on(name, whole))
        sessions = await self.ledger.open_sessions()
        for edition in {one for session in sessions for one in (session.edition, *(shelf.edition for shelf in session.shelves))} - found:
            stored = await self.ledger.edition(edition)
            known = from_stored(stored) if stored is not None else None
            if known is not None and book in (known.plan, known.spin, known.fabe, known.objections, known.negotiation):
                found.add(edition)
        return found

    async def _lapse(self, session: Session, incoming: Incoming) -> tuple[SessionStep, list[Outgoing]]:
        text = words.say("withdrawn", session.language)
        stored = await self.ledger.edition(session.edition)
        books = {session.edition: from_stored(stored)} if stored is not None else {}
        turn = coach.advance(session, books, Lapsed(at=incoming.at, text=text))
        owner = await self.ledger.person_with_id(session.person)
        posted = []
        if owner is not None and owner.chat_id is not None:
            letter = Message(chat=str(owner.chat_id), line=Line(html=text), session=session.id)
            posted.append(Outgoing(chat_id=owner.chat_id, payload=letter.model_dump_json(), person=owner.id, session=session.id))
        return SessionStep(session=turn.session, entries=turn.entries, expected_turn=session.turn), posted

    # Trying before publishing

    async def _preview(self, incoming: Incoming, person: Person) -> Decision:
        """A walk on the file that was sent, or on a live playbook; nothing of it is recorded."""
        sent = _submitted(person)
        wanted = incoming.text.strip() or (sent.playbook if sent is not None else "")
        await self.shelves.refresh(incoming.at)
        books = await self._trial_books(person)
        plan = next((book for book in books.values() if wanted in _names(book)), None) or next(iter(self._resting(wanted, books)), None)
        if plan is None:
            return told(incoming, person, "bench_preview_how")
        edition = next(edition for edition, book in books.items() if book is plan)
        shelf = Shelf(playbook=plan.plan.id, edition=edition, title=plan.plan.business.words(person.language))
        opened = Opened(
            at=incoming.at, id=PREVIEW, person=person.id, language=words.spoken(person.language), playbook=shelf.playbook,
            edition=edition, shelves=(shelf,),
        )  # fmt: skip
        begun = coach.advance(None, books, opened)
        head = message(incoming, words.say("bench_preview", person.language))
        person = person.model_copy(update={"desk": desk_with(person, preview=begun.session.model_dump(mode="json"), choices=())})
        return Decision(person, (head, *_lines(incoming, begun.lines)))

    async def on_trial(self, incoming: Incoming, person: Person, command: str) -> Decision | None:
        """A message to the preparation on trial, when one is under way."""
        kept = json.loads(person.desk).get("preview")
        if not kept or (command and command not in {*IN_SESSION, "stop", "brief", "o"}):
            return None
        books = await self._trial_books(person)
        try:
            session = Session.model_validate(kept)
        except ValidationError:
            # It was begun by an older version of the program.
            return told(incoming, self.forget(person), "bench_preview_over")
        if session.edition not in books:
            return told(incoming, self.forget(person), "bench_preview_over")
        turn = coach.advance(session, books, self._event(incoming, session, books, command))
        over = turn.session.status == "closed"
        state = None if over else turn.session.model_dump(mode="json")
        person = person.model_copy(update={"desk": desk_with(person, preview=state)})
        last = (message(incoming, words.say("bench_preview_over", person.language)),) if over else ()
        return Decision(person, (*_lines(incoming, turn.lines), *last))

    @staticmethod
    def forget(person: Person) -> Person:
        """The person without a trial under way, as a real preparation begins; a file that was sent still waits."""
        return _without(person, "preview")

    def _event(self, incoming: Incoming, session: Session, books: Mapping[str, Preparation], command: str) -> Event:
        if command == "stop":
            return Left(at=incoming.at)
        if command:
            return Commanded(at=incoming.at, name=IN_SESSION.get(command, command), text=incoming.text)
        if incoming.kind == "button":
            options = session.open.options if session.open is not None and session.open.ask == incoming.ask else ()
            option = options[incoming.option].id if incoming.option < len(options) else ""
            return Picked(at=incoming.at, option=option, ask=incoming.ask)
        reading = self.reader.read(incoming.text, coach.expects(session, books))
        return Replied(at=incoming.at, text=incoming.text, reading=reading, masked=incoming.masked)

    async def _trial_books(self, person: Person) -> dict[str, Preparation]:
        """The preparations as they would be with the file that was sent."""
        sent, live = _submitted(person), await self.shelves.sources()
        sources = {**live, sent.playbook: sent.source} if sent is not None else dict(live)
        mark = content_hash(json.dumps(sources, sort_keys=True))
        if self._trial is None or self._trial[0] != mark:
            self._trial = (mark, await asyncio.to_thread(library, sources))
        found = (stored_form(book) for book in self._trial[1].preparations.values())
        return {edition_id(stored): from_stored(stored) for stored in found}

    def _resting(self, playbook: str, books: Mapping[str, Preparation]) -> list[Preparation]:
        """The preparations on trial that an edit of this playbook reaches: as a part, or as the base of one."""
        reached = resting_on(playbook, self._trial[1]) if self._trial is not None else {}
        return [book for edition, book in books.items() if edition in reached]

    async def _rehearse(self, incoming: Incoming, person: Person) -> Decision:
        """Plays the last recorded sessions again with the file that was sent, and lists what would have been different."""
        sent = _submitted(person)
        if sent is None:
            return told(incoming, person, "bench_nothing_sent")
        plans = self._resting(sent.playbook, await self._trial_books(person))
        count, found = await rehearsal(self.ledger, plans, REHEARSED_SESSIONS)
        if not count:
            return told(incoming, person, "bench_rehearsed_none")
        lines = [words.say("bench_rehearsed", person.language, count=count, different=len({one.session for one in found}))]
        lines += [_rehearsed_line(one, person) for one in found[:SHOWN_REHEARSED]]
        names = ("bench_do_preview", "bench_do_publish", "bench_do_drop")
        return said(incoming, person, "\n\n".join(lines), _choices(person, sent, names))


async def rehearsal(ledger: Ledger, plans: list[Preparation], most: int) -> tuple[int, list[Rehearsed]]:
    """How many recorded sessions of these plans were played again (at most `most`, newest first), and what would differ."""
    edited = {book.plan.id: book for book in plans}
    rows = [row for row in await ledger.sessions() if row.playbook in edited][:most]
    found: list[Rehearsed] = []
    for row in rows:
        events = [entry.event for entry in await ledger.entries(row.session) if entry.event is not None]
        opened = events[0] if events else None
        if not isinstance(opened, Opened):
            continue
        books = {}
        for edition in {opened.edition, *(shelf.edition for shelf in opened.shelves)}:
            stored = await ledger.edition(edition)
            if stored is not None:
                books[edition] = from_stored(stored)
        found += await asyncio.to_thread(rehearse, row.session, events, books, edited[row.playbook])
    return len(rows), found


def _submitted(person: Person) -> Submitted | None:
    kept = json.loads(person.desk).get("submitted")
    return Submitted(**kept) if kept else None


def _without(person: Person, *names: str) -> Person:
    """The person with these things off their desk."""
    return person.model_copy(update={"desk": desk_with(person, **dict.fromkeys(names))})


def _choices(person: Person, sent: Submitted, names: tuple[str, ...]) -> tuple[Choice, ...]:
    """What can be done with a file; to publish names the text that was shown."""
    sends = {name: f"/{name.removeprefix('bench_do_')}" for name in names}
    sends["bench_do_publish"] += f" {_short(sent.hash)}"
    return tuple(Choice(label=words.label(name, person.language), send=send) for name, send in sends.items())


def _names(book: Preparation) -> set[str]:
    return {book.plan.id, book.spin.id, book.fabe.id, book.objections.id, book.negotiation.id}


def _lines(incoming: Incoming, lines: tuple[Line, ...]) -> tuple[Message, ...]:
    return tuple(Message(chat=incoming.chat, thread=incoming.thread, line=line, session=PREVIEW) for line in lines)


def _short(full: str) -> str:
    return full.partition(":")[2][:HASH_SHOWN]


def _shown(findings: tuple[Finding, ...], sources: Mapping[str, Sequence[str]], person: Person) -> str:
    """The first findings with their lines, errors before doubts, in a fixed-width block so that the caret stands where it should."""
    first = sorted(findings, key=lambda one: one.severity)[:SHOWN_FINDINGS]
    text = as_text(first, sources, words.spoken(person.language))
    more = len(findings) - SHOWN_FINDINGS
    tail = "\n" + words.say("bench_more", person.language, count=more) if more > 0 else ""
    return f"<pre>{html.escape(text.rstrip(), quote=False)}</pre>{tail}"


def _summary(changed: Difference, language: Language) -> str:
    if changed.empty:
        return words.say("bench_no_change", language)
    lines = []
    for name in ("added", "removed", "reworded"):
        places = getattr(changed, name)
        if places:
            shown = "\n".join(f"· {place}" for place in places[:SHOWN_PLACES])
            rest = len(places) - SHOWN_PLACES
            shown += f"\n· … +{rest}" if rest > 0 else ""
            lines.append(words.say(f"bench_{name}", language, count=len(places)) + "\n" + html.escape(shown, quote=False))
    return "\n".join(lines)


def _rehearsed_line(one: Rehearsed, person: Person) -> str:
    before, after = (text if len(text) < 160 else text[:159] + "…" for text in (one.before, one.after))
    return words.say(
        f"bench_rehearsed_{one.kind}", person.language, session=one.session, turn=one.turn, step=one.step, before=before, after=after
    )
