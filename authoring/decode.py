"""Bytes of a file to text: which encoding, which characters may stand in it. Knows nothing of YAML."""

from __future__ import annotations

import re

from authoring.catalogue import finding
from authoring.finding import MOST_OF_ONE_CODE, START, Checked, Finding, Place, Words, in_order

LARGEST = 1_000_000
"""Bytes of the largest playbook; an ordinary one has 20,000."""

# What YAML forbids, and the line ends that only some programs count as such: lines must have the same numbers everywhere.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Zero-width characters and the ones that turn the direction of writing; joiners of emoji are left alone.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_REPLACEMENT = re.compile("\ufffd")
_ODD = (("broken-characters", _REPLACEMENT), ("control-character", _CONTROL), ("invisible-character", _INVISIBLE))
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def decode(file: str, data: bytes) -> Checked[str]:
    """The text of a file with plain line ends, or findings: too large, empty, not UTF-8, characters that nobody typed."""
    if len(data) > LARGEST:
        return _refused(finding("file-too-large", file, START, size=_megabytes(len(data)), limit=_megabytes(LARGEST)))
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _refused(finding("wrong-encoding", file, START, encoding=name))
    if data.count(0) * 4 > len(data) > 0:
        return _refused(finding("wrong-encoding", file, START, encoding="UTF-16"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte order mark in front, the positions of `utf-8-sig` count from behind it.
        body = data.removeprefix(b"\xef\xbb\xbf")
        before = _plain_line_ends(body[: error.start].decode("utf-8", errors="ignore"))
        return _refused(finding("wrong-encoding", file, _place(before, len(before), 1), encoding=_legacy(body)))
    text = _plain_line_ends(text)
    if not text.strip():
        return _refused(finding("empty-file", file, START))
    odd = tuple(one for code, pattern in _ODD for one in _odd_characters(file, text, code, pattern))
    return Checked(None if odd else text, in_order(list(odd)))


def _odd_characters(file: str, text: str, code: str, pattern: re.Pattern[str]) -> list[Finding]:
    """The first such character of each line; of very many lines only the first ones are described, and the rest counted."""
    if not pattern.search(text):
        return []
    hits = [(number, hit) for number, line in enumerate(text.split("\n"), 1) if (hit := pattern.search(line))]
    found = [
        finding(code, file, Place(number, hit.start() + 1, number, hit.end() + 1), number=f"U+{ord(hit.group()):04X}")
        for number, hit in hits[:MOST_OF_ONE_CODE]
    ]
    found[-1] = found[-1].model_copy(update={"more": len(hits) - len(found)})
    return found


def _refused(one: Finding) -> Checked[str]:
    return Checked(None, (one,))


def _plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place(text: str, offset: int, length: int) -> Place:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Place(line, column, line, column + length)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"


def _legacy(data: bytes) -> str | Words:
    """The older Chinese encoding that the bytes are most likely in: the one in which more of them are everyday characters."""
    sample = data[:20_000]
    shares = {}
    for name, encoding, everyday in (("GBK", "gb18030", "gb2312"), ("Big5", "big5", "big5")):
        letters = [c for c in sample.decode(encoding, errors="replace") if c > "\x7f"]
        shares[name] = sum(_everyday(letter, everyday) for letter in letters) / max(len(letters), 1)
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > 0.5 else Words(en="an unknown encoding, or no text at all", zh="无法识别的编码（也可能不是文本）")


def _everyday(letter: str, encoding: str) -> bool:
    """Whether a character is in the first, frequent half of its national set (or its punctuation)."""
    try:
        lead = letter.encode(encoding)[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= lead <= (0xD7 if encoding == "gb2312" else 0xC6)
