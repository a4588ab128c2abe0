"""What a trainer is told about a file: a code, a place, and words in two languages. Knows no YAML, no validator and no playbook."""

from __future__ import annotations

from typing import Generic, Literal, NamedTuple, TypeVar

from coaching.frozen import Frozen, Language

Severity = Literal["error", "warning"]
MOST_OF_ONE_CODE = 20
"""So many findings of one code are shown; the last of them says how many more there are."""


class Words(Frozen):
    """The same words in English and in Simplified Chinese."""

    en: str
    zh: str

    def in_language(self, language: Language) -> str:
        """The words for a reader of this language; both Chinese scripts read the Simplified words."""
        return self.en if language == "en" else self.zh


class Place(NamedTuple):
    """A stretch of a file; all numbers count from 1, columns in characters, the end is the column after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 2)


class Finding(Frozen):
    """One mistake or doubt in one file, at one place, with its remedy; made only by `catalogue.finding`."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    severity: Severity
    code: str
    message: Words
    hint: Words
    more: int = 0
    """How many findings of this code were left out after this one."""


T_co = TypeVar("T_co", covariant=True)


class Checked(NamedTuple, Generic[T_co]):
    """What a pass made of a file: a value unless there are errors, and every finding, sorted."""

    value: T_co | None
    findings: tuple[Finding, ...]


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings by file and place without repetitions; of one code in one file at most `MOST_OF_ONE_CODE`, the last knows the rest."""
    kept: list[Finding] = []
    shown: dict[tuple[str, str], list[int]] = {}
    for finding in sorted(set(findings), key=lambda one: (one.file, one.line, one.column, one.code, one.message.en)):
        places = shown.setdefault((finding.file, finding.code), [])
        if len(places) < MOST_OF_ONE_CODE:
            places.append(len(kept))
            kept.append(finding)
        else:
            last = places[-1]
            kept[last] = kept[last].model_copy(update={"more": kept[last].more + 1 + finding.more})
    return tuple(kept)


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Whether anything worse than a warning was found."""
    return any(finding.severity == "error" for finding in findings)
