"""The reading side of the record: a session as data, as text and as a page. Whatever anybody wrote is words here,
never markup."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from unicodedata import category

from jinja2 import Environment, StrictUndefined, Template
from sqlalchemy import Connection

from coaching.frozen import Frozen, Language
from coaching.reading import Reading
from coaching.session import Entry
from storage.queries import record, session
from storage.records import Who

# Who speaks, and what is said of a message beside it.
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh-Hans": {
        "rep": "销售",
        "coach": "陪练",
        "client": "客户",
        "manager": "经理",
        "unfit": "未作为回答",
        "title": "对话记录",
    },
    "zh-Hant": {
        "rep": "業務",
        "coach": "陪練",
        "client": "客戶",
        "manager": "主管",
        "unfit": "未作為回答",
        "title": "對話紀錄",
    },
    "en": {
        "rep": "Rep",
        "coach": "Coach",
        "client": "Client",
        "manager": "Manager",
        "unfit": "not taken as an answer",
        "title": "Transcript",
    },
}

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Said(Frozen):
    """One message of a transcript; the names of its fields are a contract with scripts."""

    turn: int
    at: datetime
    who: Who
    text: str
    step: str
    reading: Reading | None
    feedback: tuple[str, ...]
    unfit: bool


class Transcript(Frozen):
    """A session's messages in order, with times in the zone in which it was opened."""

    session: str
    language: Language
    opened_at: datetime
    entries: tuple[Said, ...]


def transcript(connection: Connection, name: str) -> Transcript | None:
    """The transcript of a session; None when there is no such session."""
    found = session(connection, name)
    if found is None:
        return None
    zone = found.opened_at.tzinfo
    entries = (kept.entry for kept in record(connection, name))
    said = tuple(_said(entry.model_copy(update={"at": entry.at.astimezone(zone)})) for entry in entries)
    return Transcript(session=found.id, language=found.language, opened_at=found.opened_at, entries=said)


def as_json(of: Transcript) -> str:
    """The transcript for scripts."""
    return of.model_dump_json(indent=2)


def as_text(of: Transcript) -> str:
    """The transcript for a terminal: a line with time and speaker, the words beneath it, indented."""
    words = _WORDS[of.language]
    lines = []
    for said in of.entries:
        unfit = f" ({words['unfit']})" if said.unfit else ""
        lines.append(f"{said.at:%Y-%m-%d %H:%M}  {words[said.who]}{unfit}")
        lines += [f"    {_visible(line)}" for line in said.text.splitlines() or [""]]
    return "\n".join(lines) + "\n" if lines else ""


def as_html(of: Transcript) -> str:
    """The transcript as one page that needs nothing else, looks like the chat it was, and fits a phone."""
    return _page().render(of=of, words=_WORDS[of.language])


def _said(entry: Entry) -> Said:
    return Said(**{name: getattr(entry, name) for name in Said.model_fields})


def _visible(line: str) -> str:
    # A terminal obeys control characters: what a rep typed must not move somebody else's cursor, nor turn a line
    # around.
    return "".join("\ufffd" if category(sign) == "Cc" or sign in _TURNING else sign for sign in line.expandtabs(4))


@cache
def _page() -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(_PAGE)


_PAGE = """\
<!doctype html>
<html lang="{{ of.language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{ words.title }} {{ of.session }}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: .75rem; background: #e9eef2; color: #16202a; line-height: 1.5;
  font: 1rem/1.5 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.1rem; overflow-wrap: anywhere; }
ol { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .6rem; }
li { max-width: 85%; padding: .5rem .75rem; border-radius: .9rem; background: #fff; align-self: flex-start; }
li.rep { align-self: flex-end; background: #d7f2cf; }
li.manager { background: #fdf0cd; }
li.unfit { opacity: .75; border: 1px dashed #7a8794; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
small { display: block; color: #56636f; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #10161c; color: #e8eef3; }
  li { background: #1d2730; }
  li.rep { background: #23472a; }
  li.manager { background: #4a3d17; }
  small { color: #a3b0bb; }
}
@media print { body { background: none; } li { border: 1px solid #ccc; break-inside: avoid; } }
</style>
</head>
<body>
<h1>{{ words.title }} {{ of.session }}</h1>
<ol>
{% for said in of.entries %}
<li class="{{ said.who }}{{ ' unfit' if said.unfit }}">
<small>{{ words[said.who] }} · <time datetime="{{ said.at.isoformat() }}">{{ said.at.strftime("%Y-%m-%d %H:%M")
}}</time></small>
<p>{{ said.text }}</p>
{% if said.unfit or said.feedback %}
<small>{{ words.unfit if said.unfit }}{{ " · " if said.unfit and said.feedback }}{{ said.feedback | join(", ")
}}</small>
{% endif %}
</li>
{% endfor %}
</ol>
</body>
</html>
"""
