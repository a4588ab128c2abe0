"""The one-page brief in its three shapes: a picture for the phone, a page to print, a text for the chat.

Knows a `Brief`, the template beside this file and Telegram's HTML. Knows no chat and no event loop, and no target or
walk-away: a `Brief` has none.
"""

import json
import math
import re
from collections.abc import Iterator
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from coaching.brief import Brief, Rung
from documents.clipping import breakable, columns, editions, map_texts, texts, without_blanks
from documents.glyphs import drawable, font_folder

if TYPE_CHECKING:
    import typst

Format = Literal["png", "pdf"]

TEMPLATE = Path(__file__).with_name("brief.typ")
PIXELS_PER_INCH = 216  # 3 pixels a point: 390 pt, the width of a phone, are 1,170 pixels
_REMEMBERED = 10
_PAGE_COLUMNS = 9000  # more than A4 holds in the smallest type, so longer editions are not worth measuring
_TEXT_UNITS = 3800  # a message holds 4,096 UTF-16 units; the rest is for a line of the chat's own
_BAR = 10


class DocumentFailed(Exception):  # noqa: N818  (reads as a sentence where it is caught)
    """A document could not be made; the message is a sentence for the operator's log, without the rep's words."""


@cache
def _fonts() -> "typst.Fonts":
    """The fonts of the page, read once: the CJK wheel's and the typesetter's own, never the machine's."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_folder())])


def _forget() -> None:
    """Empty the typesetter's memory of its last ten pages, the rep's words among them: it has no call for that.

    What it remembers ages with every page that does not use it, so blank ones do, at 2 ms each. Without this a process
    holds some 170 MB more.
    """
    import typst

    for _ in range(_REMEMBERED):
        typst.compile(b"", font_paths=_fonts(), ignore_system_fonts=True, format="pdf")


def _height(rung: Rung) -> float:
    return min(1.0, max(0.0, rung.height)) if math.isfinite(rung.height) else 0.0


def _page_data(brief: Brief, output: Format) -> str:
    """The JSON that the template reads: the medium and the editions to choose from, the longest first."""

    def plain(edition: Brief) -> dict[str, Any]:
        printable = without_blanks(map_texts(edition, lambda name, text: breakable(drawable(text))))
        ladder = [rung.model_dump() | {"height": _height(rung)} for rung in printable.ladder]
        return printable.model_dump() | {"ladder": ladder}

    medium = "phone" if output == "png" else "paper"
    whole = list(editions(brief))
    candidates = [edition for edition in whole if sum(map(columns, texts(edition))) <= _PAGE_COLUMNS] or whole[-1:]
    data = {"medium": medium, "editions": [plain(edition) for edition in candidates]}
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def render_brief(brief: Brief, output: Format) -> bytes:
    """The brief as a PNG of 1,170 pixels' width or as a PDF of one A4 page; the same brief gives the same bytes.

    It occupies the calling thread; `documents.press.Press` is for an event loop. Raises DocumentFailed.
    """
    try:
        import typst

        page = typst.compile(
            str(TEMPLATE),
            root=str(TEMPLATE.parent),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format=output,
            ppi=PIXELS_PER_INCH,
            sys_inputs={"brief": _page_data(brief, output)},
            timestamp=0,
        )
        _forget()
    except ImportError as missing:
        raise DocumentFailed(f"The typesetter or its font is not installed: {missing.name} is missing.") from missing
    except BaseException as fault:
        # A panic inside the typesetter arrives as a BaseException of a class that cannot be imported.
        if not isinstance(fault, Exception) and type(fault).__name__ != "PanicException":
            raise
        # `from None`: its message may quote the page, and the rep's words belong in no log.
        kind = type(fault).__name__
        raise DocumentFailed(f"The typesetter could not set the brief as {output.upper()} ({kind}).") from None
    if not isinstance(page, bytes):
        raise DocumentFailed(f"The brief came out as {len(page)} pages instead of one.")
    return page


def _units(html: str) -> int:
    """The length that Telegram counts: UTF-16 units after its tags and entities are read."""
    return len(unescape(re.sub(r"</?[bi]>", "", html)).encode("utf-16-le")) // 2


def _bar(rung: Rung) -> str:
    """Squares that every Chinese and Latin phone font has, all of one width, so that the prices behind them line up."""
    filled = max(1, round(_height(rung) * _BAR))
    return "■" * filled + "□" * (_BAR - filled)


def _sections(brief: Brief) -> Iterator[str]:
    labels = brief.labels

    def titled(label: str, *lines: str) -> str:
        return "\n".join([f"<b>{_html(label)}</b>", *lines])

    if brief.start_here:
        yield titled(labels.start_here, f"<b>{_html(brief.start_here)}</b>")
    if brief.title or brief.meeting:
        yield titled(brief.title, *filter(None, (_html(brief.meeting),))) if brief.title else _html(brief.meeting)
    if brief.goal:
        yield titled(labels.goal, _html(brief.goal))
    if brief.fallback:
        yield titled(labels.fallback, _html(brief.fallback))
    if brief.questions:
        asked = (f"<i>{_html(q.kind)}</i> {_html(q.text)}" if q.kind else _html(q.text) for q in brief.questions)
        yield titled(labels.questions, *(f"{number}. {question}" for number, question in enumerate(asked, 1)))
    if brief.pitch:
        yield titled(labels.pitch, *map(_html, brief.pitch))
    if brief.objections:
        heard_and_line = ((o.heard and f"<i>{_html(o.heard)}</i>", o.line and f"→ {_html(o.line)}") for o in brief.objections)
        yield titled(labels.objections, *(part for pair in heard_and_line for part in pair if part))
    if brief.ladder:
        heading = " · ".join(filter(None, (labels.ladder, brief.ladder_unit)))
        yield titled(heading, *map(_rung_lines, brief.ladder))
    for label, items, mark in ((labels.bring, brief.bring, "□"), (labels.unknown, brief.unknown, "?")):
        if items:
            yield titled(label, *(f"{mark} {_html(item)}" for item in items))


def _rung_lines(rung: Rung) -> str:
    said = f"<i>{_html(rung.sentence)}</i>" if rung.sentence else ""
    return "\n".join(filter(None, (f"{_bar(rung)} <b>{_html(rung.label)}</b>", _html(rung.get), said)))


def _html(text: str) -> str:
    return escape(text, quote=False)


def brief_text(brief: Brief) -> str:
    """The brief as Telegram HTML (only `b` and `i`), sections parted by blank lines, short enough for one message."""
    for edition in editions(brief):
        text = "\n\n".join(_sections(edition))
        if _units(text) <= _TEXT_UNITS:
            break
    return text
