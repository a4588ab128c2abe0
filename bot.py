"""The entry point: reads config.yaml and the environment, wires the parts, offers the commands. No logic."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

import click

if TYPE_CHECKING:
    from chat.bot_api.settings import BotSettings
    from chat.bot_api.wire import Wire
    from chat.desk import Desk
    from chat.settings import Environment, Settings
    from coaching.brief import Brief
    from coaching.flow import Flow
    from coaching.frozen import Language
    from storage.ledger import Ledger

HOME = Path(__file__).resolve().parent
VERSION = "0.1.0"
WRONG = 2

T = TypeVar("T")
FORMAT = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")


def fail(message: object, status: int = WRONG) -> NoReturn:
    """Ends with one line on standard error."""
    print(" ".join(str(message).split()), file=sys.stderr)
    raise SystemExit(status)


def settings() -> Settings:
    """The settings, or one line that says what to do."""
    from chat.settings import WrongSettings, load

    try:
        return load(HOME)
    except WrongSettings as fault:
        fail(fault)


def folder(name: str) -> Path:
    """A folder from the settings, as seen from the program's own folder."""
    return HOME / name


def database(chosen: Settings) -> str:
    """The database's URL."""
    from chat.settings import WrongSettings, environment

    try:
        return environment().database_url or f"sqlite:///{folder(chosen.data) / 'sparring.db'}"
    except WrongSettings as fault:
        fail(fault)


def with_ledger(work: Callable[[Ledger, Settings], Awaitable[T]]) -> T:
    """Runs `work` on the record and closes it; storage faults end in one line."""
    from storage.faults import StorageFault
    from storage.ledger import run

    chosen = settings()
    try:
        return run(
            database(chosen), lambda ledger: work(ledger, chosen), version=VERSION, synchronous=chosen.database.synchronous
        )
    except StorageFault as fault:
        fail(fault)


def desk_for(ledger: Ledger, chosen: Settings) -> Desk:
    """The desk with everything that it needs."""
    from chat.desk import Desk
    from chat.shelves import Shelves
    from coaching.reading import RuleReader

    return Desk(ledger, Shelves(ledger, folder(chosen.playbooks)), RuleReader(), chosen)


def bot_settings(found: Environment, chosen: Settings, webhook: str | None) -> BotSettings:
    """What the Telegram side is told."""
    from chat.bot_api.settings import BotSettings

    told = chosen.telegram
    return BotSettings(
        token=found.token, api=found.api, webhook=webhook or "", listen=told.listen, port=told.port,
        poll_seconds=told.poll_seconds, stop_seconds=told.stop_seconds,
    )  # fmt: skip


def printed(data: Any, form: str, text: Callable[[], str]) -> None:
    """Prints data as JSON, or its text form."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str) if form == "json" else text())


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="Sparring")
@click.pass_context
def cli(context: click.Context) -> None:
    """Sparring 陪练: a sales coach in a chat.

    Without a command: the Telegram bot if SPARRING_TELEGRAM_TOKEN is set, else the coach in this terminal.

    Example: python bot.py
    """
    if context.invoked_subcommand is not None:
        return
    from chat.settings import WrongSettings, environment

    try:
        token = environment().token
    except WrongSettings as fault:
        fail(fault)
    if token:
        context.invoke(telegram)
    else:
        if sys.stdin.isatty():
            click.echo("No SPARRING_TELEGRAM_TOKEN is set, so the coach is here in the terminal.", err=True)
            click.echo("For Telegram: get a token from @BotFather and run: SPARRING_TELEGRAM_TOKEN=… make run\n", err=True)
        context.invoke(chat)


@cli.command()
@click.option("--user", default="me", help="Whose preparations these are.")
@click.option("--language", type=click.Choice(["zh-Hans", "zh-Hant", "en"]), help="Skips the question about the language.")
def chat(user: str, language: str | None) -> None:
    """The coach in this terminal.

    Example: python bot.py chat --user lin --language zh-Hans
    """

    from chat.terminal import Terminal
    from documents.press import Press

    async def talk(ledger: Ledger, chosen: Settings) -> None:
        async with Press() as press:
            terminal = Terminal(desk_for(ledger, chosen), press, user, folder(chosen.data))
            await terminal.talk(sys.stdin, sys.stdout, cast("Language | None", language))

    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        with_ledger(talk)
    except (KeyboardInterrupt, BrokenPipeError):
        raise SystemExit(0) from None


@cli.command()
@click.option("--webhook", metavar="URL", help="The public address that Telegram shall call; without it the bot polls.")
def telegram(webhook: str | None) -> None:
    """The Telegram bot.

    Example: SPARRING_TELEGRAM_TOKEN=… python bot.py telegram
    """
    from chat.settings import WrongSettings, environment

    try:
        found = environment()
    except WrongSettings as fault:
        fail(fault)
    if not found.token:
        fail("SPARRING_TELEGRAM_TOKEN is not set. Get a token from @BotFather and put it into the environment.")

    async def run(ledger: Ledger, chosen: Settings) -> None:
        from chat.bot_api.service import serve
        from chat.bot_api.settings import MenuEntry
        from chat.commands import MENU
        from chat.desk import sorry
        from chat.tidying import retention, tidied
        from coaching.ethics import Guard
        from documents.press import Press

        async def ready(name: str) -> None:
            await ledger.set_setting("username", name)
            if not await ledger.any_admin():
                code = await ledger.invite("admin", "", datetime.now(UTC), timedelta(days=chosen.invitation_days))
                click.echo("There is no administrator yet. Open this link to become it; it works once:", err=True)
                click.echo(f"https://t.me/{name}?start={code}", err=True)

        async with Press() as press, tidied(ledger, retention(chosen)):
            menu = [MenuEntry(*entry) for entry in MENU]
            told = bot_settings(found, chosen, webhook)
            desk = desk_for(ledger, chosen)
            # The first look at a new folder checks every file; no rep shall wait for it.
            first_look = asyncio.create_task(desk.shelves.refresh(datetime.now(UTC)))

            def lend(wire: Wire) -> None:
                desk.bench.fetch = wire.fetch

            await serve(told, ledger, desk, press, Guard(), menu=menu, on_ready=ready, sorry=sorry, lend=lend)
            await asyncio.gather(first_look, return_exceptions=True)

    from chat.bot_api.settings import BotFault

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for loud in ("httpx", "httpcore", "aiohttp.access"):
        logging.getLogger(loud).setLevel(logging.WARNING)
    try:
        with_ledger(run)
    except BotFault as fault:
        fail(fault)


@cli.command(context_settings={"ignore_unknown_options": True})
@click.argument("prices", nargs=-1, required=True, metavar="PRICE...")
@click.option("--role", type=click.Choice(["seller", "buyer"]), default="seller", help="Whose offers these are.")
@click.option("--floor", help="The walk-away price (for a buyer a ceiling).")
@click.option("--target", help="The target price.")
@click.option("--language", type=click.Choice(["zh-Hans", "en"]), default="en", help="The language of the findings.")
@FORMAT
def concessions(  # noqa: PLR0917 - click hands the options over by name
    prices: tuple[str, ...], role: str, floor: str | None, target: str | None, language: str, form: str
) -> None:
    """Analyses a row of prices, opening first.

    Example: python bot.py concessions 15 11.5 10 9.37 --floor 9
    """
    from coaching.methods.concessions import report

    try:
        found = report(prices, cast("Any", role), floor, target, cast("Any", language))
    except ValueError as fault:
        fail(fault)
    lines = [f"pattern: {found['pattern']}, sound: {'yes' if found['sound'] else 'no'}"]
    lines.append(f"steps: {', '.join(map(str, found['steps']))}")
    lines.append(f"ratios: {', '.join('–' if ratio is None else str(ratio) for ratio in found['ratios'])}")
    lines += [f"{one['rule']:>4} {one['level']:<5} {one['message']}" for one in found["findings"]]
    printed(found, form, lambda: "\n".join(lines))


@cli.command()
@click.argument("kind", type=click.Choice(["spin", "fabe", "objection", "offer"]))
@click.option("--language", type=click.Choice(["zh-Hans", "zh-Hant", "en", "auto"]), default="auto", help="The language of the lines.")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", hidden=True)
def read(kind: str, language: str, form: str) -> None:
    """Reads one sentence or pitch a line and prints one JSON object a line.

    Example: echo "How many trucks wait at the pits?" | python bot.py read spin
    """
    from coaching.reading import read_line

    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", "replace").rstrip("\n")
        click.echo(json.dumps(read_line(cast("Any", kind), line, cast("Any", language)), ensure_ascii=False))


@cli.command()
@click.option("--user", help="Only this user's: a terminal name or a person's id.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@FORMAT
def sessions(user: str | None, limit: int | None, form: str) -> None:
    """Lists sessions, newest first.

    Example: python bot.py sessions --user lin --format json
    """
    rows = [row.model_dump(mode="json") for row in with_ledger(lambda ledger, _: ledger.sessions(user, limit))]

    def line(row: dict[str, Any]) -> str:
        ended = row["outcome"] or ("closed" if row["closed_at"] else "open")
        return f"{row['session']}  {row['opened_at'][:16]}  {row['user']:<16} {row['mode']:<9} {row['playbook']:<20} {ended}"

    def text() -> str:
        return "\n".join(map(line, rows)) or "No sessions yet."

    printed(rows, form, text)


@cli.command()
@click.argument("session")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help="How to print it.")
def transcript(session: str, form: str) -> None:
    """Prints one session as it was.

    Example: python bot.py transcript 3f2a9c0d1e4b5a67 --format html > session.html
    """
    from storage import transcripts

    found = with_ledger(lambda ledger, _: ledger.transcript(session))
    if found is None:
        fail(f"There is no session '{session}'. See: python bot.py sessions", 1)
    forms = {"text": transcripts.as_text, "json": transcripts.as_json, "html": transcripts.as_html}
    click.echo(forms[form](found))


@cli.command()
@FORMAT
def verify(form: str) -> None:
    """Replays every session on its edition and compares it with the record; exit status 1 when something differs.

    Example: python bot.py verify
    """
    from chat.verifying import verify as compare

    found = with_ledger(lambda ledger, _: compare(ledger, VERSION))
    printed(found.as_json(), form, found.as_text)
    raise SystemExit(1 if found.differences else 0)


@cli.command()
def migrate() -> None:
    """Brings the database to the current shape.

    Example: python bot.py migrate
    """
    from storage.faults import StorageFault
    from storage.migrating import migrate as bring

    try:
        bring(database(settings()))
    except StorageFault as fault:
        fail(fault)
    click.echo("The database is in the current shape.")


@cli.command()
@click.argument("role", type=click.Choice(["rep", "trainer", "manager", "admin"]))
@click.option("--team", default="", help="The team that the person belongs to.")
@FORMAT
def invite(role: str, team: str, form: str) -> None:
    """Prints a one-time code and a deep link for a new rep, trainer, manager or admin.

    Example: python bot.py invite rep --team north
    """
    async def make(ledger: Ledger, chosen: Settings) -> dict[str, str]:
        code = await ledger.invite(cast("Any", role), team, datetime.now(UTC), timedelta(days=chosen.invitation_days))
        name = await ledger.setting("username")
        return {"role": role, "team": team, "code": code, "link": f"https://t.me/{name}?start={code}" if name else ""}

    made = with_ledger(make)
    link = made["link"] or "(the link needs the bot's name: start the bot once with its token)"
    printed(made, form, lambda: f"code: {made['code']}\nlink: {link}\nIt works once, for {settings().invitation_days} days.")


def trainers_commands() -> None:
    """Adds what belongs to the trainers' bench; its modules are imported when a command runs."""
    from authoring import checking, editing
    from authoring import commands as drafting
    from authoring.trying import House, commands

    def playbooks() -> Path:
        return folder(settings().playbooks)

    def brief(page: Brief) -> str:
        from documents.brief import brief_text

        return brief_text(page)

    def canonical(name: str) -> str:
        from chat.commands import canonical as own

        return own(name)

    def draw(flow: Flow, kind: Any) -> bytes:
        from documents.flow import render_flow

        return render_flow(flow, kind)

    trying = commands(House(playbooks, brief, canonical, draw))
    for command in (checking.command(playbooks), *trying, *drafting.commands(playbooks), *editing.commands(playbooks)):
        cli.add_command(command)


trainers_commands()

if __name__ == "__main__":
    cli()
