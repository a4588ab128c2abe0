"""A trainer at the keyboard: files in the making, with § where the cursor stands."""

import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple

from tests.authoring.editor.language_server import LanguageServer, Offer, Underlined

PLAYBOOK, STORY = "playbooks/trainer/{}.yaml", "playbooks/stories/{}.yaml"

_numbers = itertools.count(1)

ENGLISH = "method: objections\nid: my-cards\nbased_on: general-objections\nlanguage: en\ntitle: My cards\n"
CHINESE = ENGLISH.replace("language: en", "language: zh-Hans")


class Cursor(NamedTuple):
    """A text and a place in it, counted from 1."""

    text: str
    line: int
    column: int


def cursor(marked: str) -> Cursor:
    before, _, after = marked.partition("§")
    return Cursor(before + after, before.count("\n") + 1, len(before) - before.rfind("\n"))


def offers(editor: LanguageServer, marked: str, name: str = PLAYBOOK) -> dict[str, Offer]:
    """What is offered at the cursor, by label; nothing may be offered twice under one label."""
    at = cursor(marked)
    uri = editor.open(name.format(next(_numbers)), at.text)
    found = editor.complete(uri, at.line, at.column)
    editor.shut(uri)
    labels = [offer.label for offer in found]
    assert len(labels) == len(set(labels)), labels
    return {offer.label: offer for offer in found}


def hover(editor: LanguageServer, marked: str, name: str = PLAYBOOK) -> str:
    at = cursor(marked)
    uri = editor.open(name.format(next(_numbers)), at.text)
    shown = editor.hover(uri, at.line, at.column)
    editor.shut(uri)
    return shown


def underlined(editor: LanguageServer, text: str, name: str = PLAYBOOK) -> list[Underlined]:
    return underlined_in_all(editor, [text], name)[0]


def underlined_in_all(editor: LanguageServer, texts: Iterable[str], name: str = PLAYBOOK) -> list[list[Underlined]]:
    """The same for many texts at once: the server waits a little before it looks, in case that somebody is still typing."""
    opened = [editor.open(name.format(next(_numbers)), text) for text in texts]
    found = [editor.underlined(uri) for uri in opened]
    for uri in opened:
        editor.shut(uri)
    return found


def accepted(marked: str, offer: Offer) -> str:
    """The text after an offer was taken and its places were filled in, as an editor does it: further lines keep the line's indentation."""
    before, _, after = marked.partition("§")
    line = before[before.rfind("\n") + 1 :]
    indent = line[: len(line) - len(line.lstrip(" "))]
    typed = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", offer.inserted)
    typed = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", typed)
    typed = re.sub(r"\$\{?(\d+)\}?", r"w\g<1>000", typed)
    # What stands between the line's beginning and the cursor is written over when it is the beginning of the word.
    word = re.search(r"[\w.]*\Z", before)
    kept = before[: word.start()] if word else before
    return kept + typed.replace("\n", "\n" + indent) + after
