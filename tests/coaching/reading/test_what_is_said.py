"""What people say, and what it is: sentences as reps type them, with the labels of the codebook beside them (folder `said`)."""

from datetime import date
from pathlib import Path

import pytest

from coaching.reading import Asked, RuleReader, read_line

SAID = Path(__file__).parent / "said"


def rows(name: str) -> list[list[str]]:
    lines = (SAID / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("kind", "form", "sentence"), rows("spin.tsv"))
def test_a_question_is_of_its_kind_and_form(kind: str, form: str, sentence: str) -> None:
    read = read_line("spin", sentence)
    assert (read["kind"], read["form"]) == (kind, form)


@pytest.mark.parametrize(("tactics", "acknowledges", "asks", "argues", "reply"), rows("objection.tsv"))
def test_a_reply_uses_its_tactics(tactics: str, acknowledges: str, asks: str, argues: str, reply: str) -> None:
    read = read_line("objection", reply)
    assert isinstance(read["tactics"], list)
    assert set(read["tactics"]) == (set() if tactics == "-" else set(tactics.split(",")))
    assert [read["acknowledges"], read["asks_question"], read["argues"]] == [flag == "1" for flag in (acknowledges, asks, argues)]


@pytest.mark.parametrize(("offer", "prices", "percent", "conditional", "concession", "sentence"), rows("offer.tsv"))
def test_an_offer_is_told_from_what_else_costs_money(
    offer: str, prices: str, percent: str, conditional: str, concession: str, sentence: str
) -> None:
    read = read_line("offer", sentence)
    assert isinstance(read["prices"], list)
    assert read["offer"] == (None if offer == "-" else float(offer))
    assert read["prices"] == ([] if prices == "-" else [float(price) for price in prices.split(",")])
    assert read["percent"] == (None if percent == "-" else float(percent))
    assert (read["conditional"], read["concession"]) == (conditional == "1", concession == "1")


@pytest.mark.parametrize(("actor", "dated", "goal"), rows("goal.tsv"))
def test_a_goal_shows_who_acts_and_by_when(actor: str, dated: str, goal: str) -> None:
    read = RuleReader().read(goal, Asked(kind="goal", today=date(2026, 11, 21)))
    assert read.goal is not None
    assert (read.goal.actor, read.has_date) == (actor, dated == "1")


@pytest.mark.parametrize(("prices", "percent", "language", "answer"), rows("numbers.tsv"))
def test_an_answer_in_numbers_names_its_prices_and_no_other_number(prices: str, percent: str, language: str, answer: str) -> None:
    read = RuleReader().read(answer, Asked.model_validate({"kind": "numbers", "language": language, "today": date(2026, 11, 21)}))
    assert read.offer is not None
    assert read.numbers == (() if prices == "-" else tuple(prices.split(",")))
    assert read.offer.percent == ("" if percent == "-" else percent)


@pytest.mark.parametrize(("discount", "reply"), rows("discount.tsv"))
def test_letting_somebody_do_or_feel_something_is_no_discount(discount: str, reply: str) -> None:
    read = RuleReader().read(reply, Asked(kind="reply", today=date(2026, 11, 21)))
    assert read.reply is not None
    assert bool(read.reply.gives_discount) == (discount == "1")


@pytest.mark.parametrize(("acknowledges", "reply"), rows("acknowledges.tsv"))
def test_a_demand_and_an_effort_to_understand_acknowledge_nothing(acknowledges: str, reply: str) -> None:
    assert read_line("objection", reply)["acknowledges"] == (acknowledges == "1")


@pytest.mark.parametrize(("named", "evidence"), rows("source.tsv"))
def test_a_named_place_or_document_is_a_source(named: str, evidence: str) -> None:
    read = RuleReader().read(evidence, Asked(kind="fabe", wanted="evidence", today=date(2026, 11, 21)))
    assert read.fabe is not None
    assert bool(read.fabe.source) == (named == "1")
    assert read.fabe.source in evidence


def pitches() -> list[list[list[str]]]:
    blocks = (SAID / "fabe.txt").read_text(encoding="utf-8").split("\n\n")
    return [[line.split("\t") for line in block.splitlines()] for block in blocks if block.strip() and not block.startswith("#")]


@pytest.mark.parametrize("pitch", pitches(), ids=lambda pitch: pitch[0][1])
def test_a_pitch_falls_into_its_parts(pitch: list[list[str]]) -> None:
    chinese = any("\u4e00" <= letter <= "\u9fff" for letter in pitch[0][1])
    text = ""
    for _, stretch in pitch:
        if text and text[-1] not in "。，？！.?!":
            text += "，" if chinese else "."
        text += stretch if chinese or not text else f" {stretch}"
    read = read_line("fabe", text)
    assert isinstance(read["parts"], list)
    assert [found["part"] for found in read["parts"]] == [part for part, _ in pitch]
    assert "".join(found["text"] for found in read["parts"]).startswith(pitch[0][1][:6])
