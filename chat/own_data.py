"""A person's own data: the notice, what is held and for how long, the copy to take away, the deletion. Knows no preparations."""

import json
from dataclasses import replace

from chat import words
from chat.decision import Decision, message, told
from chat.incoming import Incoming
from chat.settings import Settings
from coaching.frozen import Language
from storage.ledger import Ledger
from storage.records import Person

# What may be asked before the notice was read: these show it themselves, or are about nothing else.
WITHOUT_NOTICE = frozenset({"start", "language", "privacy", "export", "delete", "help"})


def facts(settings: Settings, language: Language) -> dict[str, str | int]:
    """Who answers for the data and how long it is kept, for the sentences that say so."""
    return {
        "operator": settings.operator or words.label("your_company", language),
        "contact": settings.compliance_contact,
        "brief_days": settings.retention.brief_days,
        "drill_months": settings.retention.drill_months,
    }


def with_notice(decision: Decision, incoming: Incoming, settings: Settings) -> Decision:
    """The decision with the notice before everything that is said, and kept as given."""
    person = decision.person.model_copy(update={"notice_at": incoming.at})
    notice = message(incoming, words.say("notice", person.language, **facts(settings, person.language)))
    return replace(decision, person=person, messages=(notice, *decision.messages))


async def privacy(incoming: Incoming, person: Person, settings: Settings) -> Decision:
    """What is held, who sees it, for how long."""
    return told(incoming, person, "privacy", choices=("privacy_export", "privacy_delete"), **facts(settings, person.language))


async def export(incoming: Incoming, person: Person, ledger: Ledger) -> Decision:
    """Everything that is held, as a file."""
    held = await ledger.export(person.id) or {}
    document = json.dumps(held, ensure_ascii=False, indent=2, default=str)
    decision = told(incoming, person, "export_done")
    first = decision.messages[0].model_copy(update={"document": document, "document_name": "sparring-export.json"})
    return replace(decision, messages=(first,))


async def delete(incoming: Incoming, person: Person) -> Decision:
    """Asks once, then erases."""
    answer = incoming.text.strip().casefold()
    if answer == "yes":
        bare = person.model_copy(update={"active_session": None, "desk": "{}"})
        return replace(told(incoming, bare, "delete_done"), erase=True)
    if answer == "no":
        return told(incoming, person, "delete_kept")
    return told(incoming, person, "delete_ask", choices=("delete_yes", "delete_no"))
