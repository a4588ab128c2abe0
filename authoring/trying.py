"""The commands with which a trainer tries a playbook: `stories`, `walk`, `picture`. Reads files and the terminal; decides nothing.

What lies above or beside the bench (the settings, the chat's names for commands, what draws a page) is handed in by `commands`.
Everything else is imported when a command runs, so that naming the commands costs nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast

import click

if TYPE_CHECKING:
    from authoring.folder import Folder
    from authoring.stories import StoryFile, Told
    from authoring.trial import Start
    from authoring.walking import Walking
    from coaching.brief import Brief
    from coaching.edition import Preparation
    from coaching.flow import Flow
    from coaching.frozen import Language
    from coaching.methods.call_plan import Part

WRONG_USE = 2
LANGUAGE = click.Choice(["zh-Hans", "zh-Hant", "en"])
DRAWN = ("png", "pdf", "svg")
WRITTEN = ("mermaid", "json")


class House(NamedTuple):
    """What the bench does not have itself.

    The playbooks' folder of the settings, a brief as Telegram's HTML, a command's own name, and a flow drawn as png, pdf or svg."""

    playbooks: Callable[[], Path]
    brief: Callable[[Brief], str]
    canonical: Callable[[str], str]
    draw: Callable[[Flow, Any], bytes]


def commands(house: House) -> tuple[click.Command, ...]:
    """The commands, wired to the house."""
    playbook = click.argument("playbook")
    folder_option = click.option(
        "--folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Other playbooks than those of the settings."
    )

    @click.command()
    @click.argument("path", nargs=-1, type=click.Path(exists=True, path_type=Path))
    @click.option("--language", type=LANGUAGE, default="en", help="The language of the report.")
    @click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
    @folder_option
    def stories(path: tuple[Path, ...], language: str, form: str, folder: Path | None) -> None:
        """Plays the trainers' test conversations and tells what no story visits; exit status 1 when one does not come true.

        Example: python bot.py stories playbooks/stories/fleet-zh.yaml
        """
        raise SystemExit(_play_stories(path, folder or house.playbooks(), cast("Language", language), form))

    @click.command()
    @playbook
    @click.option("--language", type=LANGUAGE, help="The language of the conversation; the playbook's own if left out.")
    @click.option("--minutes", type=click.IntRange(min=1), help="Begins behind the set-up, with so much time.")
    @click.option("--part", type=click.Choice(["goal", "spin", "fabe", "objections", "negotiation"]), help="Asks only this part.")
    @click.option("--role", type=click.Choice(["U", "T", "E", "C", "unclear"]), default="U", help="The person met, behind the set-up.")
    @click.option("--record", metavar="NAME", help="Keeps the walk as a story, stories/NAME.yaml in the playbooks' folder.")
    @click.option("--force", is_flag=True, help="Lets --record write over a story.")
    @folder_option
    def walk(playbook: str, folder: Path | None, record: str | None, force: bool, **how: Any) -> None:
        """Tries a playbook in this terminal, as the file is now: nothing is recorded, no database is needed.

        PLAYBOOK is a file or an id; a file of questions, pitches, objections or prices walks that part of the plan that uses it.
        Without a terminal it takes one message a line.

        Example: python bot.py walk playbooks/fleet/spin.yaml --record queue-first
        """
        raise SystemExit(_walk(house, playbook, folder or house.playbooks(), record, force, **how))

    @click.command()
    @playbook
    @click.option("--minutes", type=click.IntRange(min=1), help="Only the preparation that takes so long.")
    @click.option("--language", type=LANGUAGE, help="The language of the picture; the playbook's own if left out.")
    @click.option("--format", "form", type=click.Choice([*DRAWN, *WRITTEN]), help="A picture or page to look at, or text for other tools.")
    @click.option("--output", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), help="Where to; - is standard output.")
    @folder_option
    def picture(playbook: str, folder: Path | None, **how: Any) -> None:
        """Draws what a plan asks: the parts, the questions, what repeats, what depends, and how much stands behind each question.

        Example: python bot.py picture fleet-plan --output fleet.png
        """
        raise SystemExit(_picture(house, playbook, folder or house.playbooks(), **how))

    return stories, walk, picture


def fail(message: object, status: int = WRONG_USE) -> NoReturn:
    """Ends with one line on standard error."""
    print(" ".join(str(message).split()), file=sys.stderr)
    raise SystemExit(status)


def _play_stories(given: tuple[Path, ...], playbooks: Path, language: Language, form: str) -> int:
    from authoring import stories
    from authoring.coverage import coverage
    from authoring.told import Run, run_as_json, run_as_text

    found = stories.paths(given, playbooks)
    if not found:
        fail(f"There are no stories in {playbooks / stories.FOLDER}. Write one, or record one: walk PLAYBOOK --record NAME")
    files: list[StoryFile] = []
    told: list[Told] = []
    for path in found:
        try:
            file, played = stories.run(path, stories.folder_at(stories.playbooks_of(path, playbooks)))
        except OSError as fault:
            fail(f"{path} cannot be read: {fault.strerror}. Correct the path.")
        files.append(file)
        told += played
    folder = stories.folder_at(stories.playbooks_of(found[0], playbooks))
    walked = {one.plan for one in told}
    # Whoever plays one file wants to know of its plan; whoever plays all wants to know of every plan.
    covered = tuple(one for one in coverage(folder, told) if not given or one.plan in walked)
    run = Run(tuple(files), tuple(told), covered)
    click.echo(json.dumps(run_as_json(run, language), ensure_ascii=False, indent=2) if form == "json" else run_as_text(run, language))
    return 0 if run.well else 1


class _Chosen(NamedTuple):
    """What a trainer named: the folder as it is, the plan to walk, and the part of it that was meant."""

    folder: Folder
    book: Preparation
    part: Part | None


def _chosen(playbook: str, root: Path) -> _Chosen:
    """The preparation that a path or an id stands for. Prints findings and ends where it is broken."""
    from authoring.explain import as_text
    from authoring.folder import known_as, on_disk
    from authoring.suggest import similar

    path = Path(playbook)
    is_file = path.suffix in {".yaml", ".yml"} or path.is_file()
    if is_file and not path.is_file():
        fail(f"There is no file {playbook}. Correct the path, or name a playbook by its id.")
    try:
        folder = on_disk(root, path if is_file else None)
    except OSError as fault:
        fail(f"{fault.filename} cannot be read: {fault.strerror}. Correct the path.")
    name = (folder.named(known_as(path)) or "") if is_file else playbook
    unread = next((file for file in folder.unread if is_file and file.path == known_as(path)), None)
    if unread is not None:
        if not unread.findings:
            fail(f"{playbook} is no playbook: it has no id. Add a line such as 'id: fleet-plan'.")
        click.echo(as_text(unread.findings, folder.lines_of(unread)), nl=False)
        raise SystemExit(1)
    if name not in folder.files:
        meant = similar(playbook, folder.files)
        remedy = f"Did you mean '{meant}'?" if meant else f"Possible: {', '.join(sorted(folder.files))}."
        fail(f"There is no playbook '{playbook}'. {remedy}")
    plans = folder.plans_of(name)
    if not plans:
        if findings := folder.findings(name):
            click.echo(as_text(findings, folder.sources()), nl=False)
            raise SystemExit(1)
        fail(f"No call plan uses '{name}'. Name it under 'parts' of a plan, and walk that plan.")
    return _Chosen(folder, plans[0], None if name == plans[0].plan.id else cast("Part", _method(plans[0], name)))


def _method(book: Preparation, name: str) -> str:
    """The part of a plan that a playbook is."""
    parts = book.plan.parts
    return next(method for method in type(parts).model_fields if getattr(parts, method) == name)


def _walk(house: House, playbook: str, root: Path, record: str | None, force: bool, **how: Any) -> int:
    from authoring.stories import FOLDER, ear
    from authoring.trial import NotInPlan, Start, Trial
    from authoring.walking import Look, Walking

    target = _target(root / FOLDER, record, force)
    chosen = _chosen(playbook, root)
    part = how["part"] or chosen.part
    language: Language = how["language"] or chosen.book.plan.language
    start = Start(minutes=how["minutes"], part=part, role=how["role"])
    colour = sys.stdin.isatty() and sys.stdout.isatty()
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        walking = Walking(Trial(chosen.book, language, ear(), start), Look(colour, house.brief, house.canonical))
        _talk(walking, colour)
    except NotInPlan as missing:
        fail(missing)
    except BrokenPipeError:
        return 0
    except Exception as fault:
        if not _is_of_words(fault):
            raise
        fail(f"The coach cannot say its next sentence: {fault}. Run: python bot.py check {playbook}", 1)
    if target is not None and record is not None:
        return _keep(walking, start, record, target, force)
    return 0


def _is_of_words(fault: Exception) -> bool:
    import jinja2

    from coaching.templates import TemplateRefused

    return isinstance(fault, jinja2.TemplateError | TemplateRefused)


def _talk(walking: Walking, interactive: bool) -> None:
    """Line after line until the preparation is over or the input ends."""
    click.echo(walking.begin(), nl=False)
    while not walking.over:
        if interactive:
            print("› ", end="", flush=True)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            # Who breaks off has walked so far all the same.
            line = ""
        if not line:
            return
        click.echo(walking.hear(line.rstrip("\r\n")), nl=False)


def _target(folder: Path, name: str | None, force: bool) -> Path | None:
    """The file that a walk will be kept in; looked at before the walk, so that none is walked in vain."""
    if name is None:
        return None
    if not name.replace("-", "").replace("_", "").isalnum():
        fail(f"'{name}' cannot be the name of a story. Use letters, digits, - and _.")
    path = folder / f"{name}.yaml"
    if path.exists() and not force:
        fail(f"{path} exists. Choose another name, or add --force to write over it.")
    return path


def _keep(walking: Walking, start: Start, name: str, path: Path, force: bool) -> int:
    from authoring.recording import as_yaml, save, story_of

    if not walking.done:
        fail("Nothing was said, so there is no story to keep.", 1)
    trial = walking.trial
    story = story_of(walking.done, trial, start, name)
    try:
        save(path, as_yaml(story, trial.session.playbook, trial.opened_in), force=force)
    except OSError as fault:
        fail(f"{path} cannot be written: {fault.strerror}. Choose another name or folder.", 1)
    print(f"The walk is kept in {path}. Play it: python bot.py stories {path}", file=sys.stderr)
    return 0


def _picture(house: House, playbook: str, root: Path, **how: Any) -> int:
    from authoring.mermaid import as_mermaid
    from coaching.flow import flow

    chosen = _chosen(playbook, root)
    output: Path | None = how["output"]
    suffix = output.suffix.removeprefix(".") if output is not None else ""
    form: str = how["form"] or (suffix if suffix in DRAWN else {"mmd": "mermaid", "json": "json"}.get(suffix, "png"))
    try:
        found = flow(chosen.book, how["language"] or chosen.book.plan.language, how["minutes"])
    except ValueError as fault:
        fail(fault)
    if form in WRITTEN:
        text = as_mermaid(found) if form == "mermaid" else found.model_dump_json(indent=2) + "\n"
        data, output = text.encode(), output or Path("-")
    else:
        data, output = house.draw(found, form), output or Path(f"{found.plan}.{form}")
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        return 0
    try:
        output.write_bytes(data)
    except OSError as fault:
        fail(f"{output} cannot be written: {fault.strerror}. Choose another place with --output.", 1)
    click.echo(f"The picture is in {output}.")
    return 0
