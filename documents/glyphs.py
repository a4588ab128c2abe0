"""Which characters the page's fonts can draw, so that no empty box is printed. Knows fonts; knows nothing of briefs."""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import BinaryIO

FONT_PACKAGE = "manimgx_fonts_cjk"
FONT_FILE = "NotoSansCJK-VF.otf.ttc"

# What Noto Sans CJK lacks and the typesetter's own fonts draw: Latin, Greek, Cyrillic, Hebrew, Arabic, signs, arrows.
BUILT_IN = (
    (0xA1, 0xAC), (0xAE, 0x2FF), (0x38E, 0x3A1), (0x3A3, 0x482), (0x48A, 0x4FF), (0x5D0, 0x5EA), (0x621, 0x63A),
    (0x640, 0x64A), (0x660, 0x66D), (0x6F0, 0x6F9), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x2040),
    (0x2074, 0x208E), (0x20A0, 0x20C0), (0x2190, 0x23FF), (0x2460, 0x2606),
)  # fmt: skip

_LETTER_WITH_MARKS = r"[^\W\d_][\u0300-\u036f]+"
_MARKS = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
_EMOJI = r"[\u2600-\u27bf\u2b00-\u2bff\ufe00-\ufe0f\u200d\U0001f000-\U0001faff\U000e0000-\U000e007f]"


def font_folder() -> Path:
    """The folder of the CJK font file; raises ModuleNotFoundError where its wheel is not installed."""
    from importlib.resources import files

    return Path(str(files(FONT_PACKAGE)))


def _unpack(font: BinaryIO, layout: str) -> tuple[int, ...]:
    return struct.unpack(layout, font.read(struct.calcsize(layout)))


@cache
def _drawn() -> frozenset[int]:
    """Code points with a glyph: `cmap` format 12 of the collection's first font (ISO/IEC 14496-22, 5.2.1)."""
    code_points = {c for first, last in BUILT_IN for c in range(first, last + 1)}
    with (font_folder() / FONT_FILE).open("rb") as font:
        font.seek(12)
        (start,) = _unpack(font, ">I")
        font.seek(start + 4)
        (tables,) = _unpack(font, ">H6x")
        directory = {font.read(4): _unpack(font, ">4xI4x")[0] for _ in range(tables)}
        cmap = directory[b"cmap"]
        font.seek(cmap + 2)
        (encodings,) = _unpack(font, ">H")
        for offset in sorted({_unpack(font, ">4xI")[0] for _ in range(encodings)}):
            font.seek(cmap + offset)
            if _unpack(font, ">H") != (12,):
                continue
            (groups,) = _unpack(font, ">10xI")
            for first, last, _ in struct.iter_unpack(">III", font.read(12 * groups)):
                code_points.update(range(first, last + 1))
    return frozenset(code_points)


def drawable(text: str) -> str:
    """The text without emoji and stacked accents; a run in a script that the fonts lack becomes one ellipsis."""
    drawn = _drawn()
    composed = re.sub(_LETTER_WITH_MARKS, lambda letter: unicodedata.normalize("NFC", letter.group()), text)
    kept: list[str] = []
    for character in re.sub(_MARKS, "", composed):
        if ord(character) in drawn:
            kept.append(character)
        elif not re.match(_EMOJI, character) and not (kept and kept[-1] == "…"):
            kept.append("…")
    return " ".join("".join(kept).split())
