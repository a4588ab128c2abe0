"""What one message leads to before it is kept, and how the desk says things. Decides nothing itself."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from chat import words
from chat.incoming import Choice, Incoming, Message
from coaching.frozen import Language
from coaching.options import folded, meant
from coaching.session import Line, OpenQuestion, Option
from storage.records import Outgoing, Person, Publication, SessionStep, StoredEdition

# What each button of the desk sends when it is tapped, by the name of its label.
SENDS = {
    "next_prep": "/prep",
    "next_objection": "/o",
    "next_help": "/help",
    "privacy_export": "/export",
    "privacy_delete": "/delete",
    "delete_yes": "/delete yes",
    "delete_no": "/delete no",
}


@dataclass(frozen=True)
class Decision:
    """What is kept together: the person, sessions with their entries, messages to this chat, and letters to other chats."""

    person: Person
    messages: tuple[Message, ...] = ()
    steps: tuple[SessionStep, ...] = ()
    editions: tuple[StoredEdition, ...] = ()
    letters: tuple[Outgoing, ...] = ()
    publications: tuple[Publication, ...] = ()
    # Nothing is kept of who wrote in a group.
    known: bool = True
    redeem: str = ""
    erase: bool = False


def message(incoming: Incoming, html: str, choices: Iterable[Choice] = ()) -> Message:
    """A message of the desk in the chat that was written from."""
    return Message(chat=incoming.chat, thread=incoming.thread, line=Line(html=html), choices=tuple(choices))


def said(incoming: Incoming, person: Person, html: str, choices: Iterable[Choice] = ()) -> Decision:
    """A message of the desk; its choices are remembered, so that they can be typed as well."""
    shown = tuple(choices)
    desk = desk_with(person, choices=[choice.model_dump() for choice in shown], client=None)
    return Decision(person.model_copy(update={"desk": desk}), (message(incoming, html, shown),))


def told(incoming: Incoming, person: Person, name: str, /, choices: tuple[str, ...] = (), **values: str | int) -> Decision:
    """A sentence of the desk by its name, with buttons by their names."""
    return said(incoming, person, words.say(name, person.language, **values), buttons(person.language, *choices))


def buttons(language: Language, *names: str) -> tuple[Choice, ...]:
    """Buttons of the desk by their names."""
    return tuple(Choice(label=words.label(name, language), send=SENDS[name]) for name in names)


def desk_with(person: Person, **changes: object) -> str:
    """The person's desk with some of its things changed; what is empty is taken off."""
    kept = {**json.loads(person.desk), **changes}
    return json.dumps({name: value for name, value in kept.items() if value}, ensure_ascii=False)


def on_trial(person: Person) -> bool:
    """Whether a trainer is trying a playbook just now."""
    return bool(json.loads(person.desk).get("preview"))


def chosen(person: Person, text: str, *, answering: bool) -> str | None:
    """What the desk's last choices send for words that name one of them.

    While a question of a preparation waits (`answering`), only a whole label or `#2` is meant for the desk: 1, or a part of a label,
    may be the answer. What cannot be taken back ("… yes") always needs its whole label."""
    choices = [Choice.model_validate(found) for found in json.loads(person.desk).get("choices", ())]
    options = tuple(Option(id=choice.send, label=choice.label) for choice in choices)
    found = meant(OpenQuestion(ask=0, step="desk", options=options, only_options=not answering), text) if options else None
    if found is None or (found.id.endswith(" yes") and folded(text) != folded(found.label)):
        return None
    return found.id
