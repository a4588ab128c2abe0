"""The trainer's commands `new`, `import`, `draft` and `parity`: files in, files out, and sentences for people. No logic of their own.

Everything is imported when a command runs, so that naming the commands costs nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

import click

if TYPE_CHECKING:
    from authoring.document import Document
    from authoring.drafting import Drafted
    from authoring.finding import Finding
    from authoring.refusal import Refused
    from coaching.frozen import Language
    from coaching.playbook import Playbook

Home = Callable[[], Path]
"""Gives the folder of the playbooks when it is needed."""

WRONG_USE, ERRORS = 2, 1
_BOM = b"\xef\xbb\xbf"

LANGUAGE = click.Choice(["zh-Hans", "zh-Hant", "en"])


def commands(playbooks: Home) -> tuple[click.Command, ...]:
    """The commands; `playbooks` gives the folder of the settings."""
    new_file = click.option(
        "--output", type=click.Path(dir_okay=False, path_type=Path), help="A new file; without it the text is printed."
    )
    form = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
    file = click.argument("file", type=click.Path(path_type=Path))

    @click.command()
    @click.argument("method")
    @click.option("--id", "name", metavar="ID", help="The playbook's own name: small letters and digits, with - or _ between.")
    @click.option("--language", type=LANGUAGE, default="zh-Hans", help="The language of its words and comments.")
    @click.option("--based-on", "base", metavar="ID", help="The playbook from which it takes what it leaves out; usually the general one.")
    @click.option("--full", is_flag=True, help="Every key that there is, not only what a trade changes.")
    @new_file
    def new(method: str, name: str | None, language: str, base: str | None, *, full: bool, output: Path | None) -> None:
        """Starts a playbook from a commented skeleton: objections, spin, fabe, negotiation or call_plan.

        Example: python bot.py new objections --id fleet-objections --output playbooks/fleet/objections.yaml
        """
        _give(_skeleton(playbooks(), method, name, cast("Language", language), base, full=full), output)

    @click.command("import")
    @file
    @click.option("--method", metavar="METHOD", help="objections, spin, fabe or negotiation; without it the headings tell.")
    @click.option("--id", "name", metavar="ID", help="The playbook's own name; without it the file's name, where it can be one.")
    @click.option("--language", type=LANGUAGE, help="The language of bare words; without it the words tell.")
    @new_file
    @form
    def import_(file: Path, method: str | None, name: str | None, language: str | None, *, output: Path | None, form: str) -> None:
        """Makes a draft of a playbook from a table: .xlsx, .csv, .tsv, or Markdown.

        What is to be said about the table goes to standard error (with --output, to standard output).

        Example: python bot.py import objections.xlsx --output playbooks/fleet/objections.yaml
        """
        _import(file, method, name, cast("Language | None", language), output=output, form=form)

    @click.command()
    @file
    @click.option("--from", "source", type=LANGUAGE, default="zh-Hans", help="The language that is there.")
    @click.option("--to", "target", type=LANGUAGE, default="zh-Hant", help="The language of the drafts.")
    @click.option("--output", type=click.Path(allow_dash=True, dir_okay=False, path_type=Path), help="Another file, or - to print it.")
    def draft(file: Path, source: str, target: str, output: Path | None) -> None:
        """Writes drafts in Traditional Chinese beside the Simplified words of a playbook; words that are there stay.

        The drafts are marked until somebody has read them: see parity.

        Example: python bot.py draft playbooks/fleet/objections.yaml --from zh-Hans --to zh-Hant
        """
        _draft(file, cast("Language", source), cast("Language", target), output)

    @click.command()
    @click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
    @click.option("--language", "languages", type=LANGUAGE, multiple=True, help="Only this language; may be given several times.")
    @click.option("--accept", is_flag=True, help="I have read these words: drafts and stale ones become reviewed.")
    @form
    def parity(paths: tuple[Path, ...], languages: tuple[str, ...], *, accept: bool, form: str) -> None:
        """Shows what is missing, stale or an unread draft in each language of the playbooks.

        Example: python bot.py parity playbooks/fleet --language zh-Hant
        """
        _parity(paths or (playbooks(),), cast("Sequence[Language]", languages), accept=accept, form=form)

    return new, import_, draft, parity


def _skeleton(playbooks: Path, method: str, name: str | None, language: Language, base: str | None, *, full: bool) -> str:
    from authoring.folder import on_disk
    from authoring.refusal import Refused
    from authoring.skeleton import default_base, method_named, skeleton

    try:
        kind = method_named(method)
        books = dict(on_disk(playbooks).library.playbooks)
        return skeleton(kind, _base(books, base or default_base(kind)), _free_id(books, name, kind), language, full=full)
    except Refused as fault:
        _fail(_in_words(fault))


def _import(file: Path, method: str | None, name: str | None, language: Language | None, *, output: Path | None, form: str) -> None:
    from authoring.importing import import_table
    from authoring.notes import as_json, as_text
    from authoring.refusal import Refused
    from authoring.tables import LARGEST
    from coaching.ethics import Guard

    try:
        # One byte too many is enough to be told that it is too large.
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        made = import_table(file.name, data, Guard(), method=method, name=name, language=language)
    except OSError as fault:
        _fail(_unreadable(file, fault))
    except Refused as fault:
        _fail(_in_words(fault))
    listed = json.dumps(as_json(made.notes, _reader()), ensure_ascii=False, indent=2) + "\n"
    told = listed if form == "json" else as_text(made.notes, _reader())
    if made.text is None:
        click.echo(told, err=True, nl=False)
        raise SystemExit(ERRORS)
    _give(made.text, output)
    click.echo(told, err=output is None, nl=False)


def _draft(file: Path, source: Language, target: Language, output: Path | None) -> None:
    from authoring import reviews
    from authoring.drafting import draft as drafted
    from authoring.refusal import Refused

    data = _bytes(file)
    document = _document(file, data)
    if document is None:
        raise SystemExit(ERRORS)
    try:
        made = drafted(document, source, target)
        if made.findings:
            _show(made.findings, {document.file: document.lines.texts})
            raise SystemExit(ERRORS)
        text, goal = _as_it_was(data, made.text), output or file
        if str(goal) == "-":
            click.echo(text, nl=False)
            click.echo(_drafted(made, document, file, marked=False), err=True)
            return
        record = reviews.path_of(goal, document.at(("id",)))
        # The marks first: marks of words that are not there do no harm, drafts without a mark would look like a person's words.
        if made.pairs:
            reviews.save(record, reviews.with_drafts(reviews.load(record), target, made.pairs))
        if made.pairs or output:
            _replace(goal, text.encode())
    except Refused as fault:
        _fail(_in_words(fault))
    except OSError as fault:
        _fail(_unwritable(output or file, fault))
    click.echo(_drafted(made, document, goal, marked=True))


def _parity(paths: Sequence[Path], languages: Sequence[Language], *, accept: bool, form: str) -> None:
    from authoring import parity as view
    from authoring import reviews
    from authoring.refusal import Refused
    from authoring.spoken import base_language, spoken
    from coaching.wording import LANGUAGES

    languages = languages or LANGUAGES
    found = []
    for file in _files(paths):
        document = _document(file, _bytes(file))
        if document is None:
            continue
        record = reviews.path_of(file, document.at(("id",)))
        try:
            known = reviews.load(record)
            if accept:
                base, texts = base_language(document), [text.words for text in spoken(document)]
                for language in languages:
                    known = reviews.accepted(known, language, base, texts)
                reviews.save(record, known)
            found.append(view.parity(document, known, languages))
        except Refused as fault:
            # One file that is broken harms only itself.
            click.echo(_one_line(_in_words(fault)), err=True)
        except OSError as fault:
            _fail(_unwritable(record, fault))
    click.echo(json.dumps(view.as_json(found), ensure_ascii=False, indent=2) if form == "json" else view.as_text(found, _reader()).rstrip())


def _reader() -> Language:
    """The language of the person at this terminal."""
    from coaching.wording import negotiate

    return negotiate(next((tag for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (tag := os.environ.get(name))), None))


def _say(english: str, chinese: str) -> str:
    return english if _reader() == "en" else chinese


def _base(books: dict[str, Playbook], name: str) -> Playbook:
    from authoring.refusal import Refused
    from authoring.suggest import similar

    if name in books:
        return books[name]
    english, chinese = f"There is no sound playbook '{name}' to base it on.", f"没有叫“{name}”的可用剧本。"
    if meant := similar(name, books):
        raise Refused(f"{english} Did you mean '{meant}'?", f"{chinese}您是不是想写“{meant}”？")
    raise Refused(f"{english} See: python bot.py check", f"{chinese}请看：python bot.py check")


def _free_id(books: dict[str, Playbook], name: str | None, method: str) -> str:
    from authoring.importing import identifier
    from authoring.refusal import Refused

    if name is None:
        usual = f"my-{method.replace('call_plan', 'plan')}"
        return next(each for each in (usual, *(f"{usual}-{number}" for number in range(2, len(books) + 3))) if each not in books)
    if name in books:
        raise Refused(f"There is a playbook '{name}' already; choose another --id.", f"已经有叫“{name}”的剧本，请换个 --id。")
    return identifier(name)


def _files(paths: Sequence[Path]) -> list[Path]:
    from authoring.library import paths as inside

    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(inside(path)))
        elif path.is_file():
            found[path] = None
        else:
            _fail(_say(f"There is no file or folder '{path}'.", f"没有“{path}”这个文件或文件夹。"))
    return list(found)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        _fail(_unreadable(file, fault))


def _document(file: Path, data: bytes) -> Document | None:
    """The playbook in a file; what is wrong with it is shown."""
    from authoring.folder import known_as
    from authoring.read import read

    checked = read(known_as(file), data)
    if checked.value is None:
        _show(checked.findings, {known_as(file): data.decode("utf-8", "replace").splitlines()})
    return checked.value


def _show(findings: tuple[Finding, ...], sources: dict[str, list[str]]) -> None:
    from authoring.explain import as_text

    click.echo(as_text(findings, sources, _reader()), err=True, nl=False)


def _as_it_was(data: bytes, text: str) -> str:
    """The text with the byte order mark and the line ends that the file had."""
    if b"\r\n" in data:
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if data.startswith(_BOM) else "") + text


def _drafted(made: Drafted, document: Document, goal: Path, *, marked: bool) -> str:
    count = len(made.pairs)
    lines = [_say(f"{count} {'draft' if count == 1 else 'drafts'} written: {goal}", f"{goal}：写了 {count} 处草稿。")]
    for path in made.left:
        place = document.place(path)
        spot = f"{document.file}:{place.line}"
        lines.append(_say(f"{spot}: no draft could be written here; please write it.", f"{spot}：这里没有写成草稿，请自己写。"))
    if made.pairs and marked:
        lines.append(_say(f"Read them, then: python bot.py parity {goal} --accept", f"看过之后：python bot.py parity {goal} --accept"))
    if made.pairs and not marked:
        lines.append(_say("They are not marked as drafts, because they went to no file.", "因为没有写进文件，所以没有记成草稿。"))
    return "\n".join(lines)


def _give(text: str, output: Path | None) -> None:
    """Prints a text, or writes it to a file that was not there."""
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        _fail(_say(f"{output} is there already and stays as it is; choose another name.", f"{output} 已经存在，没有改动；请换个文件名。"))
    except OSError as fault:
        _fail(_unwritable(output, fault))
    click.echo(_say(f"Written: {output}. Next: python bot.py check {output}", f"已写入 {output}。下一步：python bot.py check {output}"))


def _replace(file: Path, data: bytes) -> None:
    """Writes a file whole or not at all. Raises OSError."""
    goal = file.resolve()
    beside = goal.with_name(f".{goal.name}.new")
    beside.write_bytes(data)
    if goal.exists():
        beside.chmod(goal.stat().st_mode)
    beside.replace(goal)


def _unreadable(file: Path, fault: OSError) -> str:
    return _say(f"{file} cannot be read: {fault.strerror or fault}.", f"读不了 {file}：{fault.strerror or fault}。")


def _unwritable(file: Path, fault: OSError) -> str:
    return _say(f"{file} cannot be written: {fault.strerror or fault}.", f"写不了 {file}：{fault.strerror or fault}。")


def _in_words(fault: Refused) -> str:
    return fault.words.in_language(_reader())


def _one_line(message: object) -> str:
    return " ".join(str(message).split())


def _fail(message: object) -> NoReturn:
    """Ends with one line on standard error."""
    click.echo(_one_line(message), err=True)
    raise SystemExit(WRONG_USE)
