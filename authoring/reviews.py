"""Which words of a playbook are drafts and which were reviewed: a record beside the file, by content and not by place. No YAML.

What is recorded are pairs: these words in this language were written for that sentence. So a card may move, be renamed or get a
neighbour and its marks stay with it; a sentence that is edited leaves its translations behind as stale.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field, ValidationError

from authoring.refusal import Refused
from coaching.frozen import Frozen, Language

FOLDER = ".reviews"
"""The records stand in this folder beside the playbooks, one a playbook."""

Kept = Literal["draft", "reviewed"]
State = Literal["base", "missing", "draft", "stale", "unmarked", "reviewed"]
"""`base`: the language of the file; `unmarked`: words that nobody recorded; `stale`: the sentence they were written for has changed."""

_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")


class Pair(NamedTuple):
    """Words in one language, and the sentence of another language that they were written for."""

    source: str
    words: str


class Reviews(Frozen):
    """The record of one playbook: by language, by the hashes of words and sentence with a blank between, what they are."""

    marks: dict[Language, dict[str, Kept]] = Field(default_factory=dict)

    @cached_property
    def sentences(self) -> Mapping[tuple[Language, str], Mapping[str, Kept]]:
        """By language and hash of the words: the hashes of the sentences that they were written for."""
        found: dict[tuple[Language, str], dict[str, Kept]] = {}
        for language, pairs in self.marks.items():
            for name, kept in pairs.items():
                words, _, source = name.partition(" ")
                found.setdefault((language, words), {})[source] = kept
        return found


def fingerprint(words: str) -> str:
    """The hash by which words are known; how they are folded into lines does not matter."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:16]


def state(reviews: Reviews, language: Language, base: Language, words: Mapping[Language, str]) -> State:
    """How the words of a text in one language stand."""
    if language not in words:
        return "missing"
    if language == base:
        return "base"
    known = reviews.sentences.get((language, fingerprint(words[language])))
    if known is None:
        return "unmarked"
    standing = [known[source] for other, text in words.items() if other != language and (source := fingerprint(text)) in known]
    if not standing:
        return "stale"
    return "draft" if "draft" in standing else "reviewed"


def with_drafts(reviews: Reviews, language: Language, pairs: Iterable[Pair]) -> Reviews:
    """The record with these pairs as drafts; a pair that was reviewed stays reviewed."""
    marks = dict(reviews.marks.get(language, {}))
    for pair in pairs:
        marks.setdefault(_name(pair), "draft")
    return Reviews(marks={**reviews.marks, language: marks})


def accepted(reviews: Reviews, language: Language, base: Language, texts: Iterable[Mapping[Language, str]]) -> Reviews:
    """The record after a person has read this language of all texts; what is said nowhere any more is forgotten."""
    pairs = [Pair(words[base], words[language]) for words in texts if base in words and language in words]
    marks: dict[str, Kept] = {_name(pair): "reviewed" for pair in pairs} if language != base else {}
    return Reviews(marks={**reviews.marks, language: marks})


def path_of(file: Path, playbook: object) -> Path:
    """Where the record of a file stands: by the playbook's id, or by the file's name where the id is none."""
    name = playbook if isinstance(playbook, str) and _SAFE_NAME.fullmatch(playbook) else file.stem
    return file.parent / FOLDER / f"{name}.json"


def load(path: Path) -> Reviews:
    """The record in a file; an empty one where there is none. Raises Refused."""
    try:
        return Reviews.model_validate({"marks": json.loads(path.read_bytes())})
    except FileNotFoundError:
        return Reviews()
    except (OSError, ValueError, RecursionError, ValidationError) as error:
        raise Refused(
            f"{path} cannot be read as a record of reviews. Take an older copy of it, or delete it and its marks with it.",
            f"{path} 不是能读的审阅记录。请换回旧的一份，或把它连同里面的标记一起删掉。",
        ) from error


def save(path: Path, reviews: Reviews) -> None:
    """Writes the record whole or not at all, in a fixed order, so that versions can be compared. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    marks = {language: marks for language, marks in reviews.marks.items() if marks}
    beside = path.with_suffix(".json.new")
    beside.write_text(json.dumps(marks, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    beside.replace(path)


def _name(pair: Pair) -> str:
    return f"{fingerprint(pair.words)} {fingerprint(pair.source)}"
