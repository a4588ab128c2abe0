"""Every text of a playbook that is said or shown, with its place and its words by language. Judges nothing, changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from authoring import fields
from authoring.document import Document, Path
from authoring.library import METHODS
from authoring.refusal import Refused
from authoring.suggest import listed, similar
from coaching.frozen import Language
from coaching.playbook import Playbook
from coaching.wording import LANGUAGES, Text


class Spoken(NamedTuple):
    """One text: where it stands, whether it is a bare string, and its words by language (without those that are no words yet)."""

    path: Path
    bare: bool
    words: Mapping[Language, str]


def model_of(document: Document) -> type[Playbook]:
    """The model that the document's `method` names. Raises Refused."""
    method = document.at(("method",))
    if not isinstance(method, str):
        raise Refused(
            f"{document.file} is no playbook: it has no line such as 'method: objections'.",
            f"{document.file} 不是剧本：没有“method: objections”这样的一行。",
        )
    if method not in METHODS:
        raise no_method(method, f"{document.file}: ")
    return METHODS[method]


def no_method(written: str, where: str = "") -> Refused:
    """The refusal of a method that does not exist, with the one that was probably meant."""
    english, chinese = f"{where}There is no method '{written[:40]}'.", f"{where}没有“{written[:40]}”这种方法。"
    if meant := similar(written, METHODS):
        return Refused(f"{english} Did you mean '{meant}'?", f"{chinese}您是不是想写“{meant}”？")
    every = listed(METHODS)
    return Refused(f"{english} Possible: {every.en}.", f"{chinese}可选：{every.zh}。")


def base_language(document: Document) -> Language:
    """The language of the bare strings in this file; the usual one where the file names none that exists."""
    written = document.at(("language",))
    return cast("Language", written) if written in LANGUAGES else cast("Language", Playbook.model_fields["language"].default)


def spoken(document: Document) -> tuple[Spoken, ...]:
    """The texts of a playbook file in its own order; what it takes from its base is not among them. Raises Refused."""
    base = base_language(document)
    found = []
    for path, _ in fields.values_of(model_of(document), Text, document.data):
        value = document.at(path)
        if isinstance(value, str):
            found.append(Spoken(path, True, {base: value} if value.strip() else {}))
        elif isinstance(value, dict):
            found.append(Spoken(path, False, {lang: value[lang] for lang in LANGUAGES if _has_words(value.get(lang))}))
    return tuple(found)


def _has_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
