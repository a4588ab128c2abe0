"""The picture of a call plan: as PNG, PDF or SVG, each a single file that needs nothing else.

Knows a `Flow` and the template beside this file. Knows no playbook files, no chat and no event loop.
"""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from coaching.flow import Flow
from documents.brief import DocumentFailed
from documents.clipping import breakable, clean, clip
from documents.glyphs import drawable, font_folder

if TYPE_CHECKING:
    import typst

Format = Literal["png", "pdf", "svg"]

TEMPLATE = Path(__file__).with_name("flow.typ")
PIXELS_PER_INCH = 144
LONGEST_TEXT = 240
"""Half-width columns of one text in the picture."""
LONGEST_NAME = 44
MOST_NAMES = 24
"""So many names of a step's content are shown; the last says how many more there are."""


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_folder())])


def _shown(text: str, most: int) -> str:
    return breakable(drawable(clip(clean(text), most)))


def _plain(data: Any, name: str = "") -> Any:
    """The flow as data that can be drawn: texts clean and of a bearable length, long lists cut."""
    if isinstance(data, dict):
        return {key: _plain(value, key) for key, value in data.items()}
    if isinstance(data, list):
        cut = [*data[: MOST_NAMES - 1], f"… +{len(data) - MOST_NAMES + 1}"] if name == "names" and len(data) > MOST_NAMES else data
        return [_plain(value, name) for value in cut]
    if isinstance(data, str):
        return _shown(data, LONGEST_NAME if name == "names" else LONGEST_TEXT)
    return data


def render_flow(flow: Flow, output: Format) -> bytes:
    """The picture; the same flow gives the same bytes. Occupies the calling thread for about a second. Raises DocumentFailed."""
    try:
        import typst

        page = typst.compile(
            str(TEMPLATE),
            root=str(TEMPLATE.parent),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format=output,
            ppi=PIXELS_PER_INCH,
            sys_inputs={"flow": json.dumps(_plain(flow.model_dump(mode="json")), ensure_ascii=False)},
            timestamp=0,
        )
    except ImportError as missing:
        raise DocumentFailed(f"The typesetter or its font is not installed: {missing.name} is missing.") from missing
    except BaseException as fault:
        # A panic inside the typesetter arrives as a BaseException of a class that cannot be imported.
        if not isinstance(fault, Exception) and type(fault).__name__ != "PanicException":
            raise
        raise DocumentFailed(f"The typesetter could not draw the plan as {output.upper()} ({type(fault).__name__}).") from fault
    if not isinstance(page, bytes):
        raise DocumentFailed(f"The picture came out as {len(page)} pages instead of one.")
    return page
