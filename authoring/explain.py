"""Findings as people and programs read them: text with source line and caret, JSON, GitHub annotations. Decides nothing, reads no file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from authoring.finding import Finding, in_order
from coaching.frozen import Language

WIDEST = 100
"""Display columns of a source line that are shown around the caret."""


def as_text(findings: Iterable[Finding], sources: Mapping[str, Sequence[str]], language: Language = "en") -> str:
    """The findings for people: `file:line:col: what. what to do [code]`, the source line, and a caret under the place.

    `sources` gives the lines of each file by name; a finding of a file that is not there is shown without its line.
    """
    blocks = [_block(finding, sources.get(finding.file, ()), language) for finding in in_order(list(findings))]
    return "\n".join(blocks) + "\n" if blocks else ""


def as_json(findings: Iterable[Finding], language: Language = "en") -> list[dict[str, Any]]:
    """The findings for programs, as plain data; lines and columns count from 1, `end_column` is the one after the last character."""
    return [
        {
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "severity": finding.severity,
            "code": finding.code,
            "message": _message(finding, language),
            "hint": finding.hint.in_language(language),
            "end_line": finding.end_line,
            "end_column": finding.end_column,
        }
        for finding in in_order(list(findings))
    ]


def as_github(findings: Iterable[Finding], language: Language = "en") -> str:
    """The findings as workflow commands, which GitHub shows beside the changed lines."""
    return "".join(_annotation(finding, language) + "\n" for finding in in_order(list(findings)))


def display_width(text: str) -> int:
    """Columns of a terminal that the text takes: two for a wide or full-width character, none for a combining one (Unicode annex 11)."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _block(finding: Finding, lines: Sequence[str], language: Language) -> str:
    gap = " " if language == "en" else ""
    sentence = gap.join(part for part in (_message(finding, language), finding.hint.in_language(language)) if part)
    head = f"{_visible(finding.file)}:{finding.line}:{finding.column}: {sentence} [{finding.code}]"
    if not 1 <= finding.line <= len(lines):
        return head
    number = str(finding.line)
    source, before, marked = _window(finding, lines[finding.line - 1])
    pad = "".join("\t" if character == "\t" else " " * _width(character) for character in before)
    caret = "^" + "~" * (display_width(marked) - 1)
    return f"{head}\n  {number} | {source}\n  {' ' * len(number)} | {pad}{caret}"


def _message(finding: Finding, language: Language) -> str:
    message = finding.message.in_language(language)
    if finding.severity == "warning":
        message = f"warning: {message}" if language == "en" else f"提醒：{message}"
    if finding.more:
        message += f" (and {finding.more} more like this)" if language == "en" else f"（同类问题另有 {finding.more} 处）"
    return message


def _window(finding: Finding, line: str) -> tuple[str, str, str]:
    """The line as it is shown, the part of it before the caret, and the marked part; a long line is cut around the caret."""
    start = min(finding.column - 1, len(line))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    end = min(max(end, start + 1), len(line))
    first = start
    whole = len(line) <= WIDEST and display_width(line) <= WIDEST
    room = WIDEST if whole else WIDEST // 2
    while first > 0 and room >= (cost := max(_width(line[first - 1]), 1)):
        first, room = first - 1, room - cost
    last, room = start, room if whole else room + WIDEST // 2
    while last < len(line) and room >= (cost := max(_width(line[last]), 1)):
        last, room = last + 1, room - cost
    before = ("…" if first else "") + _visible(line[first:start])
    after = _visible(line[start:last]) + ("…" if last < len(line) else "")
    return before + after, before, _visible(line[start : min(end, last)]).replace("\t", " ") or " "


def _visible(text: str) -> str:
    """The text without characters that would move the cursor or colour a terminal; each is one column wide."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in "\t\u200d" else c for c in text)


def _annotation(finding: Finding, language: Language) -> str:
    gap = " " if language == "en" else ""
    message = _escaped(gap.join((finding.message.in_language(language), finding.hint.in_language(language))).strip())
    file = _escaped(finding.file).replace(":", "%3A").replace(",", "%2C")
    place = f"file={file},line={finding.line},endLine={finding.end_line},col={finding.column},endColumn={finding.end_column}"
    return f"::{finding.severity} {place},title={finding.code}::{message} [{finding.code}]"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
