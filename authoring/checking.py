"""The command `check`: files in, findings out. Reads the terminal's wishes and prints; decides nothing.

`bot.py` adds it to its group, wired to the folder of the playbooks. Everything else is imported when it runs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import click

if TYPE_CHECKING:
    from authoring.check import Checked
    from authoring.finding import Finding
    from coaching.frozen import Language

ERRORS, WRONG_USE = 1, 2


def command(playbooks: Callable[[], Path]) -> click.Command:
    """The command, wired to what gives the playbooks' folder."""

    @click.command("check")
    @click.argument("path", nargs=-1, type=click.Path(path_type=Path))
    @click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print the findings.")
    @click.option("--language", type=click.Choice(["en", "zh-Hans"]), default="en", help="The language of the findings.")
    @click.option("--explain", "code", metavar="CODE", help="Explains one code, such as unknown-key, with a wrong and a right example.")
    def check(path: tuple[Path, ...], form: str, language: str, code: str | None) -> None:
        """Checks playbooks and stories: PATH is a file or a folder; without one, the playbooks' folder.

        Each finding tells where, what, and what to do. Exit status 1 when there are errors, 0 with warnings alone.

        Example: python bot.py check playbooks/fleet/objections.yaml --language zh-Hans
        """
        spoken = cast("Language", language)
        if code is not None:
            _explain(code, spoken)
            return
        raise SystemExit(_check(path, playbooks(), form, spoken))

    return check


def fail(message: object, status: int = WRONG_USE) -> NoReturn:
    """Ends with one line on standard error."""
    print(" ".join(str(message).split()), file=sys.stderr)
    raise SystemExit(status)


def printed(checked: Checked, form: str, language: Language) -> str:
    """The findings in one of the three forms."""
    from authoring.explain import as_github, as_json, as_text

    if form == "json":
        return json.dumps(as_json(checked.findings, language), ensure_ascii=False, indent=2) + "\n"
    return as_github(checked.findings, language) if form == "github" else as_text(checked.findings, checked.sources, language)


def summary(findings: Sequence[Finding], files: int, language: Language) -> str:
    """How many files were checked and what came of it, in one line."""
    counted = {severity: sum(1 + one.more for one in findings if one.severity == severity) for severity in ("error", "warning")}
    errors, warnings = counted["error"], counted["warning"]
    if language != "en":
        told = f"{errors} 处错误，{warnings} 处提醒" if findings else "没有问题"
        return f"查了 {files} 个文件：{told}。"
    of_files = f"{files} file{'' if files == 1 else 's'}"
    if not findings:
        return f"{of_files} checked: nothing to mend."
    return f"{of_files} checked: {errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}."


def _check(paths: tuple[Path, ...], playbooks: Path, form: str, language: Language) -> int:
    from authoring.check import check_paths
    from authoring.finding import has_errors

    try:
        checked = check_paths(paths, playbooks)
    except OSError as fault:
        fail(f"{fault.filename}: {fault.strerror}. Correct the path.")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if not checked.files:
        fail(f"There are no YAML files in {', '.join(map(str, paths or (playbooks,)))}. Name a file that ends in .yaml.")
    click.echo(printed(checked, form, language), nl=False)
    print(summary(checked.findings, len(checked.files), language), file=sys.stderr)
    return ERRORS if has_errors(checked.findings) else 0


def _explain(code: str, language: Language) -> None:
    from authoring import catalogue
    from authoring.suggest import similar

    entries = catalogue.entries()
    if code not in entries:
        meant = similar(code, entries)
        fail(f"There is no code '{code}'. " + (f"Did you mean '{meant}'?" if meant else "The manual lists them all: docs/findings.md"))
    entry = entries[code]
    words = entry.en if language == "en" else entry.zh
    wrong, right = ("Wrong:", "Right:") if language == "en" else ("错误的写法：", "正确的写法：")
    examples = f"{wrong}\n{_indented(entry.wrong)}\n{right}\n{_indented(entry.right)}"
    click.echo(f"{code}: {words.title}\n\n{words.explanation}\n\n{examples}", nl=False)


def _indented(example: str) -> str:
    """An example as it is shown; what is too long to read is cut."""
    lines = example.rstrip("\n").split("\n")
    shown = [line if len(line) <= 120 else line[:119] + "…" for line in lines[:40]] + (["…"] if len(lines) > 40 else [])
    return "".join(f"    {line}\n" for line in shown)
