"""The trainers' part of the chat: send a file, see what is wrong or what changes, try it, publish it, go back.

Knows the library and what is live; who may use it is decided at the desk. A file on trial is never recorded as a session."""

import asyncio
import html
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from authoring.compare import Difference, Rehearsed, difference, rehearse
from authoring.explain import as_text
from authoring.finding import Finding, has_errors
from authoring.library import Library, candidate, content_hash, library
from chat import words
from chat.commands import IN_SESSION
from chat.decision import Decision, desk_with, message, said, told
from chat.incoming import Choice, Incoming, Message
from chat.shelves import Shelves
from coaching import turn as coach
from coaching.edition import Preparation, edition_id, from_stored, stored_form
from coaching.frozen import Language
from coaching.reading import Reader
from coaching.session import Commanded, Event, Lapsed, Left, Line, Opened, Picked, Replied, Session, Shelf
from storage.ledger import Ledger
from storage.records import Outgoing, Person, Publication, SessionStep

COMMANDS = frozenset({"playbooks", "history", "rollback", "withdraw", "publish", "drop", "preview", "rehearse"})
PREVIEW = "preview"
MOST_BYTES = 1_000_000
SHOWN_FINDINGS = 8
SHOWN_PLACES = 6
REHEARSED_SESSIONS = 20
SHOWN_REHEARSED = 8
HASH_SHOWN = 8

Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(frozen=True)
class Submitted:
    """A file that a trainer sent: what it is called, which playbook it is, its text."""

    name: str
    playbook: str
    source: str


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
        language = person.language
        if self.fetch is None or not incoming.file_name.casefold().endswith((".yaml", ".yml")):
            return told(incoming, person, "bench_no_yaml")
        if incoming.file_size > MOST_BYTES:
            return told(incoming, person, "bench_too_large")
        try:
            data = await self.fetch(incoming.file)
        except OSError:
            return told(incoming, person, "bench_not_fetched")
        found = candidate(incoming.file_name, data)
        if not found.playbook and not found.findings:
            return told(incoming, person, "bench_no_id")
        sent = Submitted(incoming.file_name, found.playbook, found.text)
        await self.shelves.refresh(incoming.at)
        live = await self.shelves.sources()
        whole, findings = await self._with(live, sent)
        findings = (*found.findings, *(one for one in findings if one not in found.findings))
        if has_errors(findings) or not found.playbook:
            head = words.say("bench_broken", language, name=incoming.file_name, count=len(findings))
            return said(incoming, person, head + "\n\n" + _shown(findings, found.text, incoming.file_name, person))
        changed = difference(self.shelves.library.playbooks.get(sent.playbook), whole.playbooks[sent.playbook])
        parts = [words.say("bench_clean", language, playbook=sent.playbook), _summary(changed, language)]
        if findings:
            parts.append(_shown(findings, found.text, incoming.file_name, person))
        offered = tuple(
            Choice(label=words.label(name, language), send=f"/{name.removeprefix('bench_do_')}")
            for name in ("bench_do_preview", "bench_do_rehearse", "bench_do_publish", "bench_do_drop")
        )
        person = person.model_copy(update={"desk": desk_with(person, submitted=sent.__dict__)})
        return said(incoming, person, "\n\n".join(parts), offered)

    async def _with(self, live: Mapping[str, str], sent: Submitted) -> tuple[Library, tuple[Finding, ...]]:
        """The library as it would be with a file, and every finding that it brings: its own, and those of playbooks that rest on it."""
        whole = await asyncio.to_thread(library, {**live, sent.playbook: sent.source}, {sent.playbook: sent.name})
        before = {(one.file, one.code, one.line) for one in self.shelves.library.findings}
        return whole, tuple(one for one in whole.findings if one.file == sent.name or (one.file, one.code, one.line) not in before)

    async def _publish(self, incoming: Incoming, person: Person) -> Decision:
        sent = _submitted(person)
        if sent is None:
            return told(incoming, person, "bench_nothing_sent")
        _, findings = await self._with(await self.shelves.sources(), sent)
        if has_errors(findings):
            return said(incoming, person, _shown(findings, sent.source, sent.name, person))
        act = Publication(
            playbook=sent.playbook, action="published", at=incoming.at, content_hash=content_hash(sent.source),
            source=sent.source, author=person.id, note=sent.name,
        )  # fmt: skip
        person = person.model_copy(update={"desk": desk_with(person, submitted=None, preview=None)})
        done = told(incoming, person, "bench_published", playbook=sent.playbook, edition=_short(act.content_hash))
        return replace(done, publications=(act,))

    async def _drop(self, incoming: Incoming, person: Person) -> Decision:
        person = person.model_copy(update={"desk": desk_with(person, submitted=None, preview=None)})
        return told(incoming, person, "bench_dropped")

    # What is live

    async def _playbooks(self, incoming: Incoming, person: Person) -> Decision:
        await self.shelves.refresh(incoming.at)
        lines = [words.say("bench_live", person.language)]
        acts = await self.ledger.publications()
        for row in await self.ledger.live_playbooks():
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
        _, findings = await self._with(await self.shelves.sources(), Submitted(name, name, found.source))
        if has_errors(findings):
            head = words.say("bench_broken", person.language, name=name, count=len(findings))
            return said(incoming, person, head + "\n\n" + _shown(findings, found.source, name, person))
        act = found.model_copy(update={"action": "rolled_back", "at": incoming.at, "author": person.id, "path": None})
        done = told(incoming, person, "bench_rolled_back", playbook=name, edition=wanted.strip())
        return replace(done, publications=(act,))

    async def _withdraw(self, incoming: Incoming, person: Person) -> Decision:
        """Takes a playbook out of use at once; open sessions that stand on it are closed with a sentence."""
        name, _, sure = incoming.text.strip().partition(" ")
        live = {row.playbook: row for row in await self.ledger.live_playbooks()}
        if name not in live:
            return told(incoming, person, "bench_withdraw_how")
        await self.shelves.refresh(incoming.at)
        touched = self.shelves.resting_on(name)
        open_sessions = [s for s in await self.ledger.open_sessions() if s.edition in await self._standing_on(name, touched)]
        if sure.strip() != "yes":
            plans = ", ".join(sorted({book.plan.id for book in touched.values()})) or "–"
            text = words.say("bench_withdraw_ask", person.language, playbook=name, plans=plans, count=len(open_sessions))
            yes = Choice(label=words.label("bench_do_withdraw", person.language), send=f"/withdraw {name} yes")
            return said(incoming, person, text, (yes, Choice(label=words.label("delete_no", person.language), send="/playbooks")))
        act = Publication(playbook=name, action="withdrawn", at=incoming.at, content_hash=live[name].content_hash, author=person.id)
        steps, letters = [], list[Outgoing]()
        for session in open_sessions:
            step, posted = await self._lapse(session, incoming)
            steps.append(step)
            letters += posted
        done = told(incoming, person, "bench_withdrawn", playbook=name, count=len(open_sessions))
        return replace(done, publications=(act,), steps=tuple(steps), letters=tuple(letters))

    async def _standing_on(self, name: str, touched: Mapping[str, Preparation]) -> set[str]:
        """Every edition with this playbook's live words in it, also older ones in which something else was different."""
        book = self.shelves.library.playbooks.get(name)
        found = set(touched)
        for edition in {session.edition for session in await self.ledger.open_sessions()} - found:
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
        books = await self._trial_books(person)
        plan = next((book for book in books.values() if wanted in _names(book)), None)
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
        session, books = Session.model_validate(kept), await self._trial_books(person)
        if session.edition not in books:
            person = person.model_copy(update={"desk": desk_with(person, preview=None)})
            return told(incoming, person, "bench_preview_over")
        turn = coach.advance(session, books, self._event(incoming, session, books, command))
        over = turn.session.status == "closed"
        state = None if over else turn.session.model_dump(mode="json")
        person = person.model_copy(update={"desk": desk_with(person, preview=state)})
        last = (message(incoming, words.say("bench_preview_over", person.language)),) if over else ()
        return Decision(person, (*_lines(incoming, turn.lines), *last))

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

    async def _rehearse(self, incoming: Incoming, person: Person) -> Decision:
        """Plays the last recorded sessions again with the file that was sent, and lists what would have been different."""
        sent = _submitted(person)
        if sent is None:
            return told(incoming, person, "bench_nothing_sent")
        plans = [book for book in (await self._trial_books(person)).values() if sent.playbook in _names(book)]
        count, found = await rehearsal(self.ledger, plans, REHEARSED_SESSIONS)
        if not count:
            return told(incoming, person, "bench_rehearsed_none")
        lines = [words.say("bench_rehearsed", person.language, count=count, different=len({one.session for one in found}))]
        lines += [_rehearsed_line(one, person) for one in found[:SHOWN_REHEARSED]]
        return said(incoming, person, "\n\n".join(lines), _after_rehearsal(person))


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


def _names(book: Preparation) -> set[str]:
    return {book.plan.id, book.spin.id, book.fabe.id, book.objections.id, book.negotiation.id}


def _lines(incoming: Incoming, lines: tuple[Line, ...]) -> tuple[Message, ...]:
    return tuple(Message(chat=incoming.chat, thread=incoming.thread, line=line, session=PREVIEW) for line in lines)


def _short(full: str) -> str:
    return full.partition(":")[2][:HASH_SHOWN]


def _shown(findings: tuple[Finding, ...], source: str, name: str, person: Person) -> str:
    """The first findings with their lines, in a fixed-width block so that the caret stands where it should."""
    text = as_text(findings[:SHOWN_FINDINGS], {name: source.split("\n")}, words.spoken(person.language))
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


def _after_rehearsal(person: Person) -> tuple[Choice, ...]:
    names = ("bench_do_preview", "bench_do_publish", "bench_do_drop")
    return tuple(Choice(label=words.label(name, person.language), send=f"/{name.removeprefix('bench_do_')}") for name in names)
