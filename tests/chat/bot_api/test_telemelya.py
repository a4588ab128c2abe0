"""The bot as a process against telemelya, a Bot API server that this project did not write: webhook, texts, buttons, pictures."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chat.bot_api.toy_desk import DOT
from tests.servers.telemelya_server import ROOT, Telemelya, free_port, telemelya


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telemelya]:
    with telemelya(tmp_path_factory.mktemp("telemelya")) as running:
        yield running


@pytest.fixture(scope="module")
def bot(server: Telemelya, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The toy bot; gives the file with what it says."""
    folder = tmp_path_factory.mktemp("bot")
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")},
        "SPARRING_TELEGRAM_TOKEN": server.token,
        "SPARRING_TELEGRAM_API": server.url,
        "TOY_WEBHOOK": f"http://127.0.0.1:{port}/hook",
        "TOY_PORT": str(port),
    }
    said = folder / "bot.log"
    command = [sys.executable, "-m", "tests.chat.bot_api.toy_bot", f"sqlite:///{folder}/bot.db"]
    with said.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log)
    try:
        server.wait_for_bot()
        yield said
    finally:
        process.terminate()
        assert process.wait(15) == 0


def test_a_text_is_answered(server: Telemelya, bot: Path) -> None:
    rep = server.rep(501)
    rep.send("红山酒厂 & <车队>")
    assert [reply.text for reply in rep.wait()] == ["1: 红山酒厂 & <车队>"]


def test_a_button_is_answered_first_and_then_worked_off(server: Telemelya, bot: Path) -> None:
    rep = server.rep(502)
    rep.send("ask 天天用的人 U|拍板的 E")
    assert rep.wait("Which one?")[-1].labels == ("天天用的人 U", "拍板的 E")
    rep.tap("拍板的")
    rep.wait("button")
    calls = rep.calls()
    assert calls.index("answerCallbackQuery") < len(calls) - 1 - calls[::-1].index("sendMessage")


def test_a_choice_of_the_desk_is_as_if_typed(server: Telemelya, bot: Path) -> None:
    rep = server.rep(503)
    rep.send("menu Prep|Help")
    rep.wait("What next?")
    rep.tap("Help")
    assert rep.wait()[-1].text == "command help: now"


def test_a_brief_comes_as_a_picture_and_as_text_where_files_are_refused(server: Telemelya, bot: Path) -> None:
    rep = server.rep(504)
    rep.send("brief")
    replies = rep.wait("START HERE")
    assert [reply.method for reply in replies] == ["sendPhoto", "sendMessage"]
    assert rep.photo(replies[0]) == DOT
    assert replies[1].labels == ("Done",)


def test_the_buttons_of_an_answered_question_are_put_away(server: Telemelya, bot: Path) -> None:
    rep = server.rep(505)
    rep.send("ask yes|no")
    rep.wait("Which one?")
    rep.tap("no")
    rep.wait()
    rep.send("ask more|less")
    rep.wait("Which one?")
    rep.send("thanks")
    rep.wait("thanks")
    assert "editMessageReplyMarkup" in rep.calls()


def test_commands_arrive_as_commands(server: Telemelya, bot: Path) -> None:
    rep = server.rep(506)
    rep.send("/o 太贵")
    assert rep.wait()[-1].text == "command o: 太贵"


def test_no_secret_is_in_what_the_bot_says(server: Telemelya, bot: Path) -> None:
    from chat.bot_api.webhook import secret

    said = bot.read_text()
    assert "is ready (webhook)" in said
    assert server.token.split(":")[1] not in said
    assert secret(server.token) not in said
