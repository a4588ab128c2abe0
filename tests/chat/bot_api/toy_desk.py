"""A small desk and a small press for tests of the Telegram side. What the desk heard is in the real record, one entry an update."""

import asyncio
import html
from typing import Literal

from chat.incoming import Choice, Incoming, Message
from coaching.brief import Brief, BriefLabels, BriefQuestion
from coaching.session import Entry, Line, Option, Session
from documents.brief import DocumentFailed
from storage.faults import StaleTurn
from storage.ledger import Ledger
from storage.records import Change, InboxKey, Outgoing, Person, SessionStep, StoredEdition

# A picture of one black dot: enough to be a picture.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63640000000600023081d02f0000000049454e44ae426082"
)

EDITION = StoredEdition(id="toy", content="{}")

LABELS = BriefLabels(
    start_here="START HERE", goal="Goal", fallback="Otherwise", questions="Ask", pitch="Say", objections="They may say", ladder="Price",
    bring="Bring", unknown="Still unknown", footer="Sparring",
)  # fmt: skip
BRIEF = Brief(
    language="en",
    title="Red Hill Distillery",
    meeting="15 minutes",
    start_here="Trucks queue for hours & nobody knows why",
    goal="A trial on two trucks by Friday",
    questions=(BriefQuestion(kind="Implication", text="What does the queue cost you?"),),
    labels=LABELS,
)


class ToyPress:
    """Makes files at once, or none when it is broken."""

    def __init__(self) -> None:
        self.broken = False
        self.made: list[str] = []

    async def brief(self, brief: Brief, output: Literal["png", "pdf"]) -> bytes:
        if self.broken:
            raise DocumentFailed("The typesetter is on holiday.")
        await asyncio.sleep(0.02)
        self.made.append(output)
        return DOT if output == "png" else b"%PDF-1.7 a page"


class ToyDesk:
    """Answers by the first word: `ask`, `brief`, `export`, `raw HTML…`, `slow`, `boom`, `two`; anything else is said back."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.heard: list[Incoming] = []
        self.stale = 0

    async def handle(self, incoming: Incoming) -> tuple[Message, ...]:
        self.heard.append(incoming)
        if self.stale:
            self.stale -= 1
            raise StaleTurn("somebody else was faster")
        if incoming.text == "boom":
            raise ValueError("a secret word: boom")
        if incoming.text == "slow":
            await asyncio.sleep(0.8)
        person = await self._person(incoming)
        session = f"s-{incoming.key}"
        known = await self.ledger.session(session)
        state = known or Session(
            id=session, person=person.id, language="en", playbook="toy", edition=EDITION.id, opened_at=incoming.at
        )
        state = state.model_copy(update={"turn": state.turn + 1})
        text = incoming.text or f"{incoming.what or incoming.rule} {incoming.session}:{incoming.ask}:{incoming.option}"
        entry = Entry(turn=state.turn, at=incoming.at, who="rep", text=text)
        messages = tuple(self._messages(incoming, session, state.turn))
        assert incoming.number is not None
        await self.ledger.commit(
            Change(
                at=incoming.at,
                inbox_done=(InboxKey(channel="telegram", update_id=incoming.number),),
                person=person,
                editions=(EDITION,),
                steps=(
                    SessionStep(session=state, entries=(entry,), expected_turn=known.turn if known else None),
                ),
                outgoing=tuple(
                    Outgoing(chat_id=int(message.chat), payload=message.model_dump_json()) for message in messages
                ),
            )
        )
        return messages

    async def _person(self, incoming: Incoming) -> Person:
        return Person(
            id=f"p-{incoming.key}",
            channel="telegram",
            channel_key=incoming.key,
            chat_id=int(incoming.chat),
            language="en",
            created_at=incoming.at,
        )

    def _messages(self, incoming: Incoming, session: str, turn: int) -> list[Message]:
        chat, thread = incoming.chat, incoming.thread
        word, _, rest = incoming.text.partition(" ")

        def say(**line: object) -> Message:
            return Message(chat=chat, thread=thread, line=Line.model_validate(line), session=session)

        match word if incoming.kind == "text" else "":
            case "ask":
                options = tuple(Option(id=str(n), label=label) for n, label in enumerate(rest.split("|")))
                return [say(html="<b>Which</b> one?", ask=turn, options=options)]
            case "menu":
                choices = tuple(Choice(label=label, send=f"/{label.lower()} now") for label in rest.split("|"))
                return [say(html="What next?").model_copy(update={"choices": choices})]
            case "brief":
                return [say(html="Your page.", ask=turn, options=(Option(id="x", label="Done"),), brief=BRIEF)]
            case "export":
                document = "{" + "一二三四五六七八九十" * int(rest or 1) + "}"
                return [say(html="All of it.").model_copy(update={"document": document, "document_name": "export.json"})]
            case "raw":
                return [say(html=rest)]
            case "two":
                return [say(html="one"), say(html="two")]
            case "quiet":
                return []
        heard = incoming.text or incoming.what or incoming.rule
        marks = f"{incoming.kind} {incoming.command}".strip() if incoming.kind != "text" else str(turn)
        return [say(html=html.escape(f"{marks}: {heard}", quote=False))]


