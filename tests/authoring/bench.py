"""A trainer's bench for the tests: the shipped playbooks, a folder of one's own, and the commands wired as the program wires them."""

import shutil
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner, Result

from authoring.folder import Folder, on_disk
from authoring.library import Library
from authoring.trying import House, commands
from chat.commands import canonical
from coaching.wording import Text
from documents.brief import brief_text
from documents.flow import render_flow

PLAYBOOKS = Path(__file__).resolve().parents[2] / "playbooks"
# The general plan with its parts is a whole that loads in a third of the time.
GENERAL = PLAYBOOKS / "general"

BROKEN_PLAN = """\
method: call_plan
id: broken-plan
based_on: general-plan
title: 有错的计划
business: 有错的计划
parts:
  spin: general-spinn
  fabe: general-fabe
  objections: general-objections
  negotiation: general-negotiation
"""


@cache
def shipped() -> Folder:
    """The shipped playbooks."""
    return on_disk(PLAYBOOKS)


def with_faulty_plans(folder: Path) -> Folder:
    """The shipped playbooks with two more plans: one that cannot be joined, and one that cannot say its question for the goal."""
    broken = folder / "broken.yaml"
    broken.write_text(BROKEN_PLAN, encoding="utf-8")
    found = on_disk(PLAYBOOKS, broken)
    general = found.library.preparations["general-plan"]
    words = general.plan.words.model_copy(update={"ask_goal": Text({"zh-Hans": "{{ cleint }}要答应什么？"})})
    unsayable = general.model_copy(update={"plan": general.plan.model_copy(update={"id": "unsayable-plan", "words": words})})
    preparations = {**found.library.preparations, "unsayable-plan": unsayable}
    # What a check would find before is here found while it is said, so the library is handed in as it would be without a check.
    found.__dict__["library"] = Library(found.library.playbooks, preparations, found.library.findings)
    return found


def copied(folder: Path, *trades: str) -> Path:
    """A copy of the general playbooks, and of those of some trades, that a test may change."""
    for trade in ("general", *trades):
        shutil.copytree(PLAYBOOKS / trade, folder / "playbooks" / trade)
    return folder / "playbooks"


def run(*arguments: str | Path, said: str = "", playbooks: Path = GENERAL) -> Result:
    """A command of the bench, with what is typed into it."""
    cli = click.Group(commands=list(commands(House(lambda: playbooks, brief_text, canonical, render_flow))))
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=said)
