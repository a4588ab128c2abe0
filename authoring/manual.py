"""The manual's page of findings, written from the catalogue: every code with its meaning, a wrong and a right example, and what is said.

What is said is not written by hand: the wrong example is run. Writes the page in English and in Chinese: `python -m authoring.manual`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from authoring import catalogue, examples
from authoring.catalogue import Entry
from authoring.check import lines_of
from authoring.explain import as_text
from authoring.finding import Words
from coaching.frozen import Language

DOCS = Path(__file__).parents[1] / "docs"
PAGES: Mapping[Language, str] = MappingProxyType({"en": "findings.md", "zh-Hans": "findings.zh-Hans.md"})

CHAPTERS: Mapping[str, Words] = MappingProxyType(
    {
        "1-file": Words(en="The file", zh="文件"),
        "2-yaml": Words(en="How a file is written", zh="文件的写法"),
        "3-shape": Words(en="Keys and values", zh="键和内容"),
        "4-words": Words(en="Places to fill in, tags, length", zh="占位符、标签、长度"),
        "5-library": Words(en="Playbooks that belong together", zh="几份剧本之间"),
        "5-sense-1-words": Words(en="Words in two languages, names, buttons", zh="两种语言、名称、按钮"),
        "5-sense-2-plan": Words(en="The call plan", zh="拜访计划"),
        "5-sense-3-questions": Words(en="Questions", zh="提问"),
        "5-sense-4-pitches": Words(en="Pitches", zh="产品介绍"),
        "5-sense-5-objections": Words(en="Objections", zh="异议"),
        "5-sense-6-prices": Words(en="Prices", zh="价格"),
        "5-sense-7-lawful": Words(en="Lawful and decent", zh="合法与得体"),
        "6-stories": Words(en="Stories", zh="测试对话"),
    }
)
"""What each chapter of the catalogue is called in the manual."""

_LONGEST_LINE, _MOST_LINES = 120, 40

_FRAME: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "title": "What `check` says",
            "intro": (
                "`python bot.py check` looks at playbooks and stories in three passes: can the file be read,\n"
                "has it the right keys and values, does it make sense. All findings of a pass come at once;\n"
                "what a pass finds must be mended before the next one looks.\n\n"
                "Each finding begins with file, line and column, then says what is wrong and what to do;\n"
                "its code stands at the end in brackets.\n"
                "An error keeps a playbook from going live. A warning is a matter of judgment: read it, then decide.\n\n"
                "`python bot.py check --explain CODE` shows one of these entries in the terminal.\n"
                "`--language zh-Hans` says everything in Chinese.\n\n"
                "The examples of the first chapters are pieces of a playbook; the later ones are whole files.\n"
                "This page is written by `python -m authoring.manual`: change the catalogue in `authoring/codes/`, not the page."
            ),
            "wrong": "Wrong:", "said": "What is said:", "right": "Right:", "error": "error", "warning": "warning",
        },
        "zh-Hans": {
            "title": "`check` 会说什么",
            "intro": (
                "`python bot.py check` 分三遍检查剧本和测试对话：文件读不读得懂，键和内容对不对，意思通不通。\n"
                "每一遍的问题一次说完；前一遍的问题改好了，才看下一遍。\n\n"
                "每条先写文件、行、列，再说哪里不对、怎么改，最后方括号里是代码。\n"
                "“错误”会让剧本上不了线；“提醒”由您判断：看一眼，再决定改不改。\n\n"
                "`python bot.py check --explain 代码` 在终端里显示其中一条；加 `--language zh-Hans`，检查结果全部用中文。\n\n"
                "前几章的例子是剧本的片段，后面的是完整的文件。\n"
                "这一页由 `python -m authoring.manual` 生成：要改，请改 `authoring/codes/` 里的目录，不要改这一页。"
            ),
            "wrong": "错误的写法：", "said": "检查会说：", "right": "正确的写法：", "error": "错误", "warning": "提醒",
        },
    }
)  # fmt: skip


def page(language: Language) -> str:
    """The whole page in one language, as Markdown."""
    frame = _FRAME[language]
    parts = [f"# {frame['title']}\n\n{frame['intro']}\n", "".join(_contents(language))]
    for chapter, entries in catalogue.chapters().items():
        parts.append(f"## {CHAPTERS[chapter].in_language(language)}\n")
        parts += ["\n".join(_entry(chapter, code, entry, language)) for code, entry in entries.items()]
    return "\n".join(parts)


def main() -> None:
    """Writes the pages."""
    for language, name in PAGES.items():
        (DOCS / name).write_text(page(language), encoding="utf-8")


def _contents(language: Language) -> Iterator[str]:
    for chapter, entries in catalogue.chapters().items():
        codes = ", ".join(f"[{code}](#{code})" for code in entries)
        yield f"- {CHAPTERS[chapter].in_language(language)}: {codes}\n" if language == "en" else (
            f"- {CHAPTERS[chapter].in_language(language)}：{codes}\n"
        )


def _entry(chapter: str, code: str, entry: Entry, language: Language) -> Iterator[str]:
    frame, words = _FRAME[language], entry.en if language == "en" else entry.zh
    yield f"### {code}\n"
    yield f"**{words.title}** ({frame[entry.severity]}). {words.explanation}\n" if language == "en" else (
        f"**{words.title}**（{frame[entry.severity]}）。{words.explanation}\n"
    )
    yield f"{frame['wrong'][:-1]}{_how(entry, language)}{frame['wrong'][-1]}\n\n{_fenced(entry.wrong, 'yaml')}"
    if said := _said(chapter, code, entry, language):
        yield f"{frame['said']}\n\n{_fenced(said, 'text')}"
    yield f"{frame['right']}\n\n{_fenced(entry.right, 'yaml')}"


def _how(entry: Entry, language: Language) -> str:
    """How the file of the wrong example is made, where its text alone does not show it."""
    notes = []
    if entry.encoding != "utf-8":
        notes.append(f"saved as {entry.encoding.upper()}" if language == "en" else f"存成 {entry.encoding.upper()}")
    if entry.repeat > 1:
        notes.append(f"{entry.repeat:,} times over" if language == "en" else f"重复 {entry.repeat:,} 次")
    if not notes:
        return ""
    return f" ({', '.join(notes)})" if language == "en" else f"（{'，'.join(notes)}）"


def _said(chapter: str, code: str, entry: Entry, language: Language) -> str:
    """What is said of the wrong example; nothing where it takes more than this file to meet the code."""
    found = examples.told(chapter, entry)
    return as_text(found, {examples.FILE: lines_of(entry.wrong_bytes())}, language) if code in {one.code for one in found} else ""


def _fenced(text: str, kind: str) -> str:
    """A piece of text as it is shown; what nobody would read is cut, and what cannot be seen is made visible."""
    lines = text.rstrip("\n").split("\n")
    shown = [line if len(line) <= _LONGEST_LINE or kind == "text" else line[: _LONGEST_LINE - 1] + "…" for line in lines[:_MOST_LINES]]
    more = ["…"] if len(lines) > _MOST_LINES else []
    visible = "\n".join(shown + more).replace("\x00", "␀").replace("\x1b", "␛")
    return f"```{kind}\n{visible}\n```\n"


if __name__ == "__main__":
    main()
