"""The command `schema`: the JSON Schema for editors, printed or written where the shipped settings look for it. No logic of its own.

Everything is imported when the command runs, so that naming it costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

if TYPE_CHECKING:
    from authoring.schema import Kind
    from coaching.frozen import Language

FOLDER = ".schema"
"""Inside the playbooks' folder; the settings in `.vscode` and the lines at the head of files name it."""


def commands(playbooks: Callable[[], Path]) -> tuple[click.Command, ...]:
    """The commands; `playbooks` gives the folder of the settings."""

    @click.command()
    @click.option("--kind", type=click.Choice(["playbook", "story"]), default="playbook", help="What the editor opens.")
    @click.option("--language", type=click.Choice(["zh-Hans", "zh-Hant", "en"]), default="en", help="The language of what the editor says.")
    @click.option("--write", is_flag=True, help="Renews the files in playbooks/.schema, from which editors take it.")
    def schema(kind: str, language: str, *, write: bool) -> None:
        """Prints the JSON Schema by which an editor completes, explains and underlines.

        Example: python bot.py schema --language zh-Hans > playbook.json
        """
        if write:
            _write(playbooks() / FOLDER)
        else:
            _print(cast("Kind", kind), cast("Language", language))

    return (schema,)


def _print(kind: Kind, language: Language) -> None:
    from authoring.schema import as_text, schema

    click.echo(as_text(schema(kind, language)), nl=False)


def _write(folder: Path) -> None:
    from authoring.schema import files

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise SystemExit(_unwritten(folder, fault)) from None
    click.echo(f"Written: {', '.join(files())} in {folder}.", err=True)


def _unwritten(folder: Path, fault: OSError) -> int:
    click.echo(f"{folder} cannot be written ({fault.strerror}). Make it writable and try again.", err=True)
    return 2
