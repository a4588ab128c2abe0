"""The desk: who is writing, may they, and what their message means for their preparations. Commits each decision whole.

Knows no channel: Telegram and the terminal hand in `Incoming` and get `Message`s. Decides nothing about selling, `coaching.turn` does."""

import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace

from chat import own_data, pages, words
from chat.bench import COMMANDS as BENCH_COMMANDS
from chat.bench import PREVIEW, Bench
from chat.commands import IN_SESSION, canonical
from chat.decision import Decision, buttons, chosen, desk_with, message, on_trial, said, told
from chat.incoming import Choice, Incoming, Message
from chat.settings import Settings
from chat.shelves import NoPlaybooks, Shelves
from coaching import turn as coach
from coaching.edition import Preparation, from_stored
from coaching.options import folded
from coaching.reading import Reader
from coaching.session import (
    Blocked,
    Commanded,
    Earlier,
    Event,
    Left,
    Opened,
    Picked,
    Replied,
    Sent,
    Session,
    Turn,
)
from coaching.walk import quoted
from coaching.wording import negotiate
from storage.faults import AlreadyDone, InvitationSpent, StaleTurn
from storage.ledger import Ledger
from storage.people import gains
from storage.records import Change, InboxKey, Outgoing, Person, Redemption, SessionStep

EARLIER_OFFERED = 3
TRIES = 3
ID_BYTES = 8
# More characters than this are no client's name; then the preparation asks for it.
CLIENT_MOST = 120
# Earlier clients that a typed name is looked for among.
EARLIER_KNOWN = 200
TRAINERS = frozenset({"trainer", "admin"})


def new_id() -> str:
    """An id that tells nothing and fits into a button."""
    return secrets.token_hex(ID_BYTES)


class Desk:
    """Answers messages, one at a time for each person."""

    def __init__(
        self,
        ledger: Ledger,
        shelves: Shelves,
        reader: Reader,
        settings: Settings,
        make_id: Callable[[], str] = new_id,
    ) -> None:
        self.ledger = ledger
        self.shelves = shelves
        self.reader = reader
        self.settings = settings
        self.make_id = make_id
        self.bench = Bench(ledger, shelves, reader)
        # Takes away what a channel keeps of a person outside of the record.
        self.forget_files: Callable[[str], None] | None = None

    async def handle(self, incoming: Incoming) -> tuple[Message, ...]:
        """Decides about one message and keeps the decision, the inbox row and what is to be sent in one transaction.

        A decision that was overtaken by another process is taken again on what is there now.
        """
        incoming = incoming.model_copy(update={"at": self.settings.local(incoming.at)})
        for attempt in range(TRIES):
            person = await self.person(incoming)
            decision = await self._decide(incoming, person)
            try:
                await self._keep(incoming, decision)
            except StaleTurn:
                if attempt == TRIES - 1:
                    raise
            except AlreadyDone:
                return ()
            except InvitationSpent:
                spent = _tell(incoming, decision.person, "invite_spent")
                await self._keep(incoming, Decision(decision.person, spent, known=decision.person.role != "none"))
                return spent
            else:
                if decision.erase and self.forget_files is not None:
                    self.forget_files(person.id)
                return decision.messages
        return ()

    async def person(self, incoming: Incoming) -> Person:
        """The person behind a message; somebody new is known by nothing but the channel's id."""
        known = await self.ledger.person(incoming.channel, incoming.key)
        if known is not None:
            return known
        own = incoming.channel == "terminal"
        return Person(
            id=self.make_id(),
            channel=incoming.channel,
            channel_key=incoming.key,
            chat_id=None if own else int(incoming.chat),
            language=words.spoken(negotiate(incoming.language_code)),
            role="rep" if own or self.settings.access == "open" else "none",
            created_at=incoming.at,
        )

    async def _keep(self, incoming: Incoming, decision: Decision) -> None:
        number, person = incoming.number, decision.person
        outgoing: tuple[Outgoing, ...] = ()
        if incoming.channel == "telegram":
            outgoing = tuple(
                Outgoing(
                    chat_id=int(m.chat), payload=m.model_dump_json(), person=person.id if decision.known else None, session=self._owner(m)
                )
                for m in decision.messages
            )
        await self.ledger.commit(
            Change(
                at=incoming.at,
                inbox_done=(InboxKey(channel=incoming.channel, update_id=number),) if number is not None else (),
                erase=person.id if decision.erase else None,
                person=person if decision.known else None,
                redeem=Redemption(code=decision.redeem, person=person.id) if decision.redeem else None,
                editions=decision.editions,
                steps=decision.steps,
                outgoing=(*outgoing, *decision.letters),
                publications=decision.publications,
            )
        )

    @staticmethod
    def _owner(message: Message) -> str | None:
        """The recorded session that a message belongs to; a trial has none."""
        return message.session if message.session and message.session != PREVIEW else None

    # What a message means

    async def _decide(self, incoming: Incoming, person: Person) -> Decision:
        if incoming.what == "unreachable":
            return Decision(person.model_copy(update={"reachable": False}))
        person = person.model_copy(update={"reachable": True})
        if incoming.what == "group":
            return replace(told(incoming, person, "group"), known=False)
        command = canonical(incoming.command) if incoming.kind == "command" else ""
        if incoming.kind == "text" and not incoming.rule:
            send = await self._meant(incoming, person)
            if send is not None:
                name, _, rest = send.removeprefix("/").partition(" ")
                command = canonical(name)
                incoming = incoming.model_copy(update={"kind": "command", "command": command, "text": rest})
        if command == "start":
            return await self._start(incoming, person)
        if person.role == "none":
            if self.settings.access != "open":
                return replace(told(incoming, person, "stranger"), known=False)
            person = person.model_copy(update={"role": "rep"})
        decision = await self._answer(incoming, person, command)
        if person.notice_at is None and command not in own_data.WITHOUT_NOTICE:
            return own_data.with_notice(decision, incoming, self.settings)
        return decision

    async def _meant(self, incoming: Incoming, person: Person) -> str | None:
        """The command that typed words stand for: a button of the desk, or the language while it is being asked for."""
        if person.desk == "{}" and person.notice_at is not None:
            # Nothing lies on the desk: most answers of a preparation come by here, and cost no look at the record.
            return None
        answering = on_trial(person) or (person.active_session is not None and await self._under_way(person))
        send = chosen(person, incoming.text, answering=answering)
        language = words.named(incoming.text) if person.notice_at is None else None
        return send or (f"/language {language}" if language else None)

    async def _under_way(self, person: Person) -> bool:
        session = await self._active(person)
        return session is not None and session.status == "open"

    async def _answer(self, incoming: Incoming, person: Person, command: str) -> Decision:
        if incoming.rule:
            return await self._refused(incoming, person)
        if incoming.kind == "button":
            return await self._button(incoming, person)
        if incoming.kind == "other":
            return await self._other(incoming, person)
        if incoming.kind == "text":
            return await self._text(incoming, person)
        decision = await self._command(incoming, person, command)
        if command == "help" and person.role in TRAINERS:
            return replace(decision, messages=(*_tell(incoming, person, "help_trainer"), *decision.messages))
        return decision

    async def _command(self, incoming: Incoming, person: Person, command: str) -> Decision:
        if command in BENCH_COMMANDS and person.role in TRAINERS:
            return await self.bench.command(incoming, person, command)
        trial = await self.bench.on_trial(incoming, person, command)
        if trial is not None:
            return trial
        handlers: dict[str, Callable[[Incoming, Person], Awaitable[Decision]]] = {
            "prep": self._prep,
            "list": self._list,
            "resume": self._resume,
            "brief": self._brief,
            "o": self._objection,
            "stop": self._stop,
            "language": self._language,
            "privacy": lambda i, p: own_data.privacy(i, p, self.settings),
            "export": lambda i, p: own_data.export(i, p, self.ledger),
            "delete": own_data.delete,
        }
        if command in handlers:
            return await handlers[command](incoming, person)
        session = await self._active(person)
        if session is not None and command in IN_SESSION:
            return await self._advance(incoming, person, session, Commanded(at=incoming.at, name=IN_SESSION[command]))
        if command == "help":
            return told(incoming, person, "help", choices=("next_prep", "next_objection"))
        if command in IN_SESSION:
            return told(incoming, person, "nothing_open", choices=("next_prep",))
        unknown = words.say("unknown_command", person.language, command=quoted(command, 20))
        return said(incoming, person, unknown + "\n\n" + words.say("help", person.language))

    # Around a preparation

    async def _start(self, incoming: Incoming, person: Person) -> Decision:
        """The invitation behind a deep link, then the language, the notice, and what can be done next."""
        code = incoming.text.strip()
        messages: tuple[Message, ...] = ()
        if code:
            granted = await self.ledger.invitation(code, incoming.at)
            if granted is None and person.role == "none" and self.settings.access != "open":
                return replace(told(incoming, person, "invite_spent"), known=False)
            if granted is not None and not gains(person.role, person.team, granted):
                role = words.label(f"role_{person.role}", person.language)
                messages = _tell(incoming, person, "invite_unneeded", role=role)
            elif granted is not None:
                role = words.label(f"role_{granted.role}", person.language)
                messages = _tell(incoming, person, "invite_ok", role=role)
                begun = self._ask_language(incoming, person)
                return replace(begun, messages=(*messages, *begun.messages), redeem=code)
        if person.role == "none":
            if self.settings.access != "open":
                return replace(told(incoming, person, "stranger"), known=False)
            person = person.model_copy(update={"role": "rep"})
        new = person.notice_at is None
        begun = self._ask_language(incoming, person) if new else await self._welcome(incoming, person)
        return replace(begun, messages=(*messages, *begun.messages))

    def _ask_language(self, incoming: Incoming, person: Person) -> Decision:
        offered = sorted(words.OFFERED, key=lambda pair: pair[0] != words.spoken(person.language))
        choices = tuple(Choice(label=name, send=f"/language {code}") for code, name in offered)
        return said(incoming, person, words.say("ask_language", person.language), choices)

    async def _welcome(self, incoming: Incoming, person: Person) -> Decision:
        """For somebody who knows the coach: what is under way, and what else there is."""
        open_sessions = await self.ledger.open_sessions(person.id)
        choices = [pages.resume_choice(session, person.language, "next_resume") for session in open_sessions[:1]]
        choices += buttons(person.language, "next_prep", "next_objection", "next_help")
        hello = words.say("welcome_back", person.language) + "\n\n" + words.say("next_steps", person.language)
        return said(incoming, person, hello, tuple(choices))

    async def _language(self, incoming: Incoming, person: Person) -> Decision:
        code = words.named(incoming.text)
        if code is None:
            return self._ask_language(incoming, person)
        person = person.model_copy(update={"language": code})
        if person.notice_at is None:
            begun = told(incoming, person, "next_steps", choices=("next_prep", "next_objection", "next_help"))
            return own_data.with_notice(begun, incoming, self.settings)
        session = None if on_trial(person) else await self._active(person)
        if session is not None:
            return await self._advance(incoming, person, session, Commanded(at=incoming.at, name="language", text=code))
        return told(incoming, person, "language_kept")

    async def _prep(self, incoming: Incoming, person: Person) -> Decision:
        """A new preparation; one that is under way is paused first, one that has its brief is closed, a trial is over."""
        client = " ".join((incoming.text or json.loads(person.desk).get("client", "")).split())
        client = client if len(client) <= CLIENT_MOST else ""
        try:
            shelves = await self.shelves.now(person.language, incoming.at)
        except NoPlaybooks as fault:
            return told(incoming, person, "no_playbooks", reason=str(fault))
        steps, messages = [], list[Message]()
        active = await self._active(person)
        earlier = await self.ledger.earlier(person.id, EARLIER_KNOWN if client else EARLIER_OFFERED)
        if active is not None:
            done = active.open is not None and active.open.step == coach.BRIEF
            if done:
                newest = Earlier(session=active.id, client=pages.client_of(active), playbook=active.playbook, answers=active.answers)
                earlier = (newest, *(one for one in earlier if one.client != newest.client))
            event = Commanded(at=incoming.at, name="finish" if done else "pause")
            put_aside = await self._turn(active, event)
            steps.append(_step(active, put_aside))
            if not done:
                other = pages.client_name(active, person.language)
                messages += _tell(incoming, person, "paused_other", client=other)
        if client:
            earlier = tuple(one for one in earlier if folded(one.client) == folded(client))[:1]
        opened = Opened(
            at=incoming.at,
            id=self.make_id(),
            person=person.id,
            language=words.spoken(person.language),
            playbook=shelves.first.playbook,
            edition=shelves.first.edition,
            shelves=shelves.offered,
            earlier=earlier[:EARLIER_OFFERED],
            client=client,
        )
        begun = coach.advance(None, shelves.editions, opened)
        steps.append(SessionStep(session=begun.session, entries=begun.entries))
        messages += self._messages(incoming, begun)
        person = self.bench.forget(person)
        desk = desk_with(person, choices=None, client=None)
        person = person.model_copy(update={"active_session": begun.session.id, "desk": desk})
        return Decision(person, tuple(messages), tuple(steps), shelves.stored)

    async def _list(self, incoming: Incoming, person: Person) -> Decision:
        sessions = await self.ledger.open_sessions(person.id)
        if not sessions:
            return told(incoming, person, "plans_none", choices=("next_prep",))
        lines = [words.say("plans", person.language)]
        for session in sessions:
            state = "state_paused" if session.status == "paused" else "state_open"
            client = pages.client_name(session, person.language)
            lines.append(words.say("plans_line", person.language, client=client, state=words.label(state, person.language)))
        choices = tuple(pages.resume_choice(session, person.language, "resume_label") for session in sessions[:6])
        return said(incoming, person, "\n".join(lines), (*choices, *buttons(person.language, "next_prep")))

    async def _resume(self, incoming: Incoming, person: Person) -> Decision:
        sessions = await self.ledger.open_sessions(person.id)
        wanted = incoming.text.strip()
        session = next((s for s in sessions if s.id == wanted), sessions[0] if sessions and not wanted else None)
        if session is None:
            return told(incoming, person, "plans_none", choices=("next_prep",))
        steps = []
        active = await self._active(person)
        if active is not None and active.id != session.id and active.status == "open":
            steps.append(_step(active, await self._turn(active, Commanded(at=incoming.at, name="pause"))))
        person = self.bench.forget(person).model_copy(update={"active_session": session.id})
        decision = await self._advance(incoming, person, session, Commanded(at=incoming.at, name="resume"))
        return replace(decision, steps=(*steps, *decision.steps))

    async def _brief(self, incoming: Incoming, person: Person) -> Decision:
        """The brief of the preparation under way, or else of the newest one that has a brief."""
        session = await self._active(person) or await self.ledger.latest(person.id)
        if session is None:
            return told(incoming, person, "nothing_to_brief", choices=("next_prep",))
        return await self._advance(incoming, person, session, Commanded(at=incoming.at, name="brief"))

    async def _objection(self, incoming: Incoming, person: Person) -> Decision:
        """An objection's card at once; a preparation under way is not disturbed."""
        session = await self._active(person)
        if session is not None and session.status == "open":
            event = Commanded(at=incoming.at, name="o", text=incoming.text)
            return await self._advance(incoming, person, session, event)
        try:
            shelves = await self.shelves.now(person.language, incoming.at)
        except NoPlaybooks as fault:
            return told(incoming, person, "no_playbooks", reason=str(fault))
        newest = await self.ledger.latest(person.id)
        # The general set stands last among the buttons; it speaks for everybody whose trade is not known.
        books = {newest.edition: await self._edition(newest.edition)} if newest is not None else {}
        books |= {edition: book for edition, book in reversed(shelves.editions.items()) if edition not in books}
        return said(incoming, person, pages.objection_card(books, person.language, incoming))

    async def _stop(self, incoming: Incoming, person: Person) -> Decision:
        session = await self._active(person)
        if session is None:
            return told(incoming, person, "nothing_open", choices=("next_prep",))
        return await self._advance(incoming, person, session, Left(at=incoming.at))

    # Inside a preparation

    async def _text(self, incoming: Incoming, person: Person) -> Decision:
        trial = await self.bench.on_trial(incoming, person, "")
        if trial is not None:
            return trial
        session = await self._active(person)
        if session is None:
            if not incoming.text.strip():
                return told(incoming, person, "nothing_open", choices=("next_prep",))
            quote = quoted(incoming.text, 40)
            # A button has no room for a long name: it waits on the desk until something else is said.
            yes = Choice(label=words.label("offer_prep_yes", person.language), send="/prep")
            offer = words.say("offer_prep", person.language, quote=quote)
            decision = said(incoming, person, offer, (yes, *buttons(person.language, "next_help")))
            desk = desk_with(decision.person, client=incoming.text)
            return replace(decision, person=decision.person.model_copy(update={"desk": desk}))
        editions = await self._editions(session)
        asked = coach.expects(session, editions)
        reading = self.reader.read(incoming.text, asked.model_copy(update={"today": incoming.at.date()}))
        event = Replied(at=incoming.at, text=incoming.text, reading=reading, masked=incoming.masked)
        return await self._advance(incoming, person, session, event)

    async def _button(self, incoming: Incoming, person: Person) -> Decision:
        if incoming.session == PREVIEW:
            trial = await self.bench.on_trial(incoming, person, "")
            return trial or told(incoming, person, "stale_desk", choices=("next_prep",))
        session = await self.ledger.session(incoming.session) if incoming.session else None
        if session is None or session.person != person.id:
            return told(incoming, person, "stale_desk", choices=("next_prep",))
        if session.id != person.active_session and session.status != "closed":
            client = pages.client_name(session, person.language)
            stale = words.say("stale_paused", person.language, client=client)
            return said(incoming, person, stale, (pages.resume_choice(session, person.language, "next_resume"),))
        option = ""
        if session.open is not None and session.open.ask == incoming.ask and incoming.option < len(session.open.options):
            option = session.open.options[incoming.option].id
        return await self._advance(incoming, person, session, Picked(at=incoming.at, option=option, ask=incoming.ask))

    async def _other(self, incoming: Incoming, person: Person) -> Decision:
        if incoming.what == "document" and person.role in TRAINERS:
            return await self.bench.file(incoming, person)
        session = None if on_trial(person) else await self._active(person)
        if session is None:
            return told(incoming, person, "edited" if incoming.what == "edited" else "not_text")
        return await self._advance(incoming, person, session, Sent(at=incoming.at, what=incoming.what))

    async def _refused(self, incoming: Incoming, person: Person) -> Decision:
        """Ethics refused the message: the rule is kept, the words are gone, the lawful way is offered at once."""
        contact = self.settings.compliance_contact
        session = None if on_trial(person) else await self._active(person)
        if session is None or session.status != "open":
            return said(incoming, person, pages.lawful(incoming, person.language, contact))
        event = Blocked(at=incoming.at, rule=incoming.rule, alternative=pages.lawful(incoming, session.language, contact))
        return await self._advance(incoming, person, session, event)

    async def _advance(self, incoming: Incoming, person: Person, session: Session, event: Event) -> Decision:
        """One turn of a preparation, and who is active after it."""
        turn = await self._turn(session, event)
        active = turn.session.id if turn.session.status == "open" else None
        keeps = person.active_session not in {None, session.id}
        active = person.active_session if keeps else active
        person = person.model_copy(update={"active_session": active, "desk": desk_with(person, choices=None, client=None)})
        return Decision(person, self._messages(incoming, turn), (_step(session, turn),))

    async def _turn(self, session: Session, event: Event) -> Turn:
        return coach.advance(session, await self._editions(session), event)

    async def _active(self, person: Person) -> Session | None:
        session = await self.ledger.session(person.active_session) if person.active_session else None
        own = session is not None and session.person == person.id
        return session if session is not None and own and session.status != "closed" else None

    async def _editions(self, session: Session) -> dict[str, Preparation]:
        """The editions that a session may stand on: its own, and those it may still choose, for a step back leads to the choice again."""
        wanted = {session.edition, *(shelf.edition for shelf in session.shelves)}
        return {edition: await self._edition(edition) for edition in wanted}

    async def _edition(self, edition: str) -> Preparation:
        kept = self.shelves.known(edition)
        if kept is not None:
            return kept
        stored = await self.ledger.edition(edition)
        if stored is None:
            raise LookupError(f"edition {edition} is not in the database")
        return from_stored(stored)

    # Saying things

    def _messages(self, incoming: Incoming, turn: Turn) -> tuple[Message, ...]:
        return tuple(
            Message(chat=incoming.chat, thread=incoming.thread, line=line, session=turn.session.id) for line in turn.lines
        )


def sorry(incoming: Incoming) -> Message:
    """What somebody is told whose message we could not work off by a fault of ours."""
    return message(incoming, words.say("trouble", words.spoken(negotiate(incoming.language_code))))


def _step(before: Session, turn: Turn) -> SessionStep:
    return SessionStep(session=turn.session, entries=turn.entries, expected_turn=before.turn)


def _tell(incoming: Incoming, person: Person, name: str, /, **values: str | int) -> tuple[Message, ...]:
    return (message(incoming, words.say(name, person.language, **values)),)
