"""What is missing or stale in each language of a playbook, place by place. Pure; knows documents and reviews, no files.

What a playbook takes from its base is looked at in the base.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from authoring import reviews
from authoring.document import Document, Path
from authoring.finding import Words
from authoring.reviews import Reviews, State
from authoring.spoken import base_language, spoken
from coaching.frozen import Frozen, Language
from coaching.wording import LANGUAGES

STATES: tuple[State, ...] = get_args(State)
WANTING: tuple[State, ...] = ("missing", "stale", "draft")
"""What a person has to do something about, the most urgent first."""

_CALLED: Mapping[State, Words] = {
    "missing": Words(en="missing", zh="缺"),
    "stale": Words(en="stale: the sentence it was written for has changed", zh="过时：对应的原句改过了"),
    "draft": Words(en="a draft that nobody has reviewed", zh="草稿，还没有人看过"),
}
_COUNTED: Mapping[State, Words] = {
    "base": Words(en="base language", zh="基准语言"),
    "reviewed": Words(en="reviewed", zh="已审"),
    "unmarked": Words(en="never recorded as reviewed", zh="没有审阅记录"),
    "draft": Words(en="draft", zh="草稿"),
    "stale": Words(en="stale", zh="过时"),
    "missing": Words(en="missing", zh="缺"),
}


class Standing(Frozen):
    """One text of a playbook: where it stands (line and column from 1), and how each language of it stands."""

    line: int
    column: int
    path: str
    """The way to it, as in `cards.too_expensive.heard.2`; items of lists count from 1."""
    languages: dict[Language, State]


class Parity(Frozen):
    """One playbook file, text by text, in the order of the file."""

    file: str
    playbook: str
    base: Language
    places: tuple[Standing, ...]

    def counts(self, language: Language) -> Mapping[State, int]:
        """How many texts stand how in a language; what does not occur is left out."""
        counted = Counter(place.languages[language] for place in self.places if language in place.languages)
        return {state: counted[state] for state in STATES if counted[state]}


def parity(document: Document, known: Reviews, languages: Sequence[Language] = LANGUAGES) -> Parity:
    """How the texts of a playbook stand in these languages. Raises Refused."""
    base = base_language(document)
    places = []
    for text in spoken(document):
        place = document.place(text.path)
        states = {language: reviews.state(known, language, base, text.words) for language in languages}
        places.append(Standing(line=place.line, column=place.column, path=_dotted(text.path), languages=states))
    playbook = document.at(("id",))
    return Parity(file=document.file, playbook=playbook if isinstance(playbook, str) else "", base=base, places=tuple(places))


def as_json(found: Iterable[Parity]) -> list[dict[str, Any]]:
    """The view for programs: a list of files, each with its counts by language and all its places."""
    return [
        {
            "file": one.file,
            "playbook": one.playbook,
            "base": one.base,
            "counts": {language: dict(one.counts(language)) for language in LANGUAGES if one.counts(language)},
            "places": [place.model_dump(mode="json") for place in one.places],
        }
        for one in found
    ]


def as_text(found: Sequence[Parity], language: Language = "en") -> str:
    """The view for people: what has to be done in each file, line by line, and how the languages stand in all."""
    lines = [line for one in found for line in _of_file(one, language)]
    return "\n".join([*lines, *_totals(found, language)]) + "\n"


def _of_file(one: Parity, language: Language) -> Iterator[str]:
    english = language == "en"
    for wanted in LANGUAGES:
        counts = one.counts(wanted)
        if counts.get("missing") and set(counts) == {"missing"}:
            # A language that nobody has begun with is one thing to do, not several hundred.
            remedy = _begin(one, wanted)
            missing = f"{counts['missing']} texts, none in {wanted}." if english else f"共 {counts['missing']} 段文字，还没有 {wanted}。"
            yield f"{one.file}: {missing} {remedy.in_language(language)}".rstrip()
            continue
        for state in WANTING:
            for place in one.places:
                if place.languages.get(wanted) == state:
                    gap = ": " if english else "："
                    yield f"{one.file}:{place.line}:{place.column}: {place.path}: {wanted}{gap}{_CALLED[state].in_language(language)}"


def _begin(one: Parity, wanted: Language) -> Words:
    if wanted == "zh-Hant" and any(place.languages.get("zh-Hans", "base") != "missing" for place in one.places):
        command = f"draft {one.file} --from zh-Hans --to zh-Hant"
        return Words(en=f"Drafts: {command}", zh=f"可先写草稿：{command}")
    return Words(en="Write them beside the others, a language a line.", zh="请写在原有语言旁边，每种语言一行。")


def _totals(found: Sequence[Parity], language: Language) -> Iterator[str]:
    english = language == "en"
    texts = sum(len(one.places) for one in found)
    files = "1 playbook" if len(found) == 1 else f"{len(found)} playbooks"
    yield f"{texts} texts in {files}" if english else f"{len(found)} 份剧本，{texts} 段文字"
    for wanted in LANGUAGES:
        counted: Counter[State] = Counter()
        for one in found:
            counted.update(one.counts(wanted))
        if counted:
            parts = [f"{counted[state]} {called.in_language(language)}" for state, called in _COUNTED.items() if counted[state]]
            yield f"  {wanted}: {', '.join(parts)}" if english else f"  {wanted}：{'，'.join(parts)}"
    if any(one.counts(wanted).get("unmarked") for one in found for wanted in LANGUAGES):
        yield (
            "parity --accept records what stands there as reviewed; a sentence that changes later shows its other languages as stale."
            if english
            else "parity --accept 把现有文字记为已审；此后原句一改，其他语言就会标为过时。"
        )


def _dotted(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
