"""What can be wrong with the words of a playbook: braces, tags, names, length. Turns faults of `coaching.templates` into findings.

Knows nothing of methods: which texts there are the model tells, which names they may use the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from authoring import fields
from authoring.document import Document, Path
from authoring.fields import Option
from authoring.finding import Finding, Words, has_errors, in_order
from authoring.suggest import listed, similar
from coaching import templates
from coaching.templates import Value

TELEGRAM_MOST = 4096
"""UTF-16 units of one message after its entities are taken out (Bot API, sendMessage)."""

COMFORTABLE = 600
"""Characters that a rep reads on a telephone before a meeting; more is a warning."""

LONGEST_SOURCE = 20_000
"""Characters of a template that are looked at at all."""

_SINGLE_BRACE = re.compile(r"(?<![{%#])\{\s*([A-Za-z_][\w.]*)\s*\}(?!\})")

# What people know from web pages, and the tag of Telegram that looks like it; one of its own tags was written with something added.
_TELEGRAM_NAME = {
    "strong": "b", "em": "i", "ins": "u", "del": "s", "strike": "s", "pre": "code", "tt": "code", "q": "blockquote",
    **{tag: tag for tag in templates.TAGS},
}  # fmt: skip

Samples = Callable[[Path, Option], Mapping[str, Value]]
"""For the text at a path: the names that may stand in it, each with a sample value of an ordinary length."""


def check_words(document: Document, model: type, text: type, samples: Samples) -> tuple[Finding, ...]:
    """All findings about the words of a document: every value of the type `text` in the model, in each of its languages."""
    found: list[Finding] = []
    for path, option in fields.values_of(model, text, document.data):
        value, values = document.at(path), samples(path, option)
        if isinstance(value, str):
            found += check_template(document, path, value, values)
        elif isinstance(value, dict):
            by_language = {language: words for language, words in value.items() if isinstance(words, str)}
            of_text = [one for language, words in by_language.items() for one in check_template(document, (*path, language), words, values)]
            found += of_text
            if not has_errors(tuple(of_text)):
                found += _differences(document, path, by_language)
    return in_order(found)


def check_template(document: Document, path: Path, source: str, values: Mapping[str, Value]) -> list[Finding]:
    """The findings about one text, which stands at `path`; `values` are the names that it may use, with samples."""
    if not source.strip():
        where = Words(en=f"'{path[-1]}'", zh=f"“{path[-1]}”") if isinstance(path[-1], str) else Words(en="The item", zh="这一项")
        return [document.finding("empty-text", path, where=where)]
    if len(source) > LONGEST_SOURCE:
        return [document.finding("message-too-long", path, length=len(source), most=TELEGRAM_MOST)]
    faults = templates.faults(source)
    found = [_of_fault(document, path, fault) for fault in faults]
    found += _single_braces(document, path, source, values)
    if faults:
        return found
    known = set(_names(values))
    unknown = [use for use in templates.names_with_places(source) if use.name not in known]
    if unknown:
        return found + [_unknown_name(document, path, use, known) for use in unknown]
    misused = templates.misused(source, values)
    found += [document.finding_within(fault.code, path, fault.offset, fault.length, piece=fault.piece) for fault in misused]
    if not misused:
        found += _too_long(document, path, templates.render(source, values))
    return found


def _of_fault(document: Document, path: Path, fault: templates.Fault) -> Finding:
    place, name = (fault.offset, fault.length), fault.piece.lower()
    if fault.code == "tag-forbidden" and name == "br":
        return document.finding_within(fault.code, path, *place, "line", piece=fault.piece)
    if fault.code == "tag-forbidden" and (meant := _TELEGRAM_NAME.get(name)):
        return document.finding_within(fault.code, path, *place, "similar", piece=fault.piece, meant=meant)
    return document.finding_within(fault.code, path, *place, piece=fault.piece)


def _single_braces(document: Document, path: Path, source: str, values: Mapping[str, Value]) -> Iterator[Finding]:
    known = set(_names(values))
    for at in _SINGLE_BRACE.finditer(source):
        if at.group(1) in known:
            yield document.finding_within("single-brace", path, at.start(), len(at.group()), name=at.group(1))


def _names(values: Mapping[str, Value], before: str = "") -> Iterator[str]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _names(value, f"{before}{name}.")
        else:
            yield before + name


def _unknown_name(document: Document, path: Path, use: templates.Use, known: set[str]) -> Finding:
    place = (use.offset, len(use.name))
    if meant := similar(use.name, sorted(known)):
        return document.finding_within("unknown-name", path, *place, "similar", name=use.name, meant=meant)
    if not known:
        return document.finding_within("unknown-name", path, *place, "none", name=use.name)
    return document.finding_within("unknown-name", path, *place, name=use.name, possible=listed(sorted(known)))


def _too_long(document: Document, path: Path, rendered: str) -> Iterator[Finding]:
    units, characters = templates.telegram_length(rendered), len(templates.plain_text(rendered))
    if units > TELEGRAM_MOST:
        yield document.finding("message-too-long", path, length=units, most=TELEGRAM_MOST)
    elif characters > COMFORTABLE:
        yield document.finding("message-long", path, length=characters, most=COMFORTABLE)


def _differences(document: Document, path: Path, by_language: Mapping[str, str]) -> Iterator[Finding]:
    """Names that one language of a text uses and another does not."""
    used = {language: templates.names_used(words) for language, words in by_language.items()}
    everywhere = frozenset[str]().union(*used.values())
    for language, names in used.items():
        if lacking := sorted(everywhere - names):
            others = [other for other, theirs in used.items() if lacking[0] in theirs]
            yield document.finding("placeholders-differ", (*path, language), "", "key", language=language, name=lacking[0], other=others[0])
