"""What the desk shows of preparations and playbooks outside of a turn. Reads and words things; decides nothing."""

import html
from collections.abc import Mapping

from chat import words
from chat.incoming import Choice, Incoming
from coaching import turn as coach
from coaching.edition import Preparation
from coaching.frozen import Language
from coaching.session import Session
from coaching.walk import Walk, quoted


def client_of(session: Session) -> str:
    """The client of a preparation; empty before it was named."""
    return next((answer.text for answer in session.answers if answer.step == "plan.client"), "")


def client_name(session: Session, language: Language) -> str:
    """The client of a preparation, or that there is none yet."""
    return client_of(session) or words.label("no_client", language)


def resume_choice(session: Session, language: Language, name: str) -> Choice:
    """A button that goes on with a preparation."""
    client = quoted(client_of(session), 24) or words.label("no_client", language)
    return Choice(label=words.label(name, language, client=client), send=f"/resume {session.id}")


def objection_card(editions: Mapping[str, Preparation], language: Language, incoming: Incoming) -> str:
    """The card of the first edition that has one, else what the first says of an objection that it does not know."""
    pages = []
    for edition, book in editions.items():
        blank = Session(
            id="-", person="-", language=words.spoken(language), playbook=book.plan.id, edition=edition, opened_at=incoming.at
        )
        page, found = coach.objection_card(Walk(blank, book), incoming.text)
        if found:
            return page
        pages.append(page)
    return pages[0]


def lawful(incoming: Incoming, language: Language, contact: str) -> str:
    """The lawful way instead of what was refused, and whom else to ask."""
    reply = html.escape(incoming.lawful.get("en" if language == "en" else "zh", ""), quote=False)
    return reply + "\n" + words.say("compliance", language, contact=contact) if contact else reply
