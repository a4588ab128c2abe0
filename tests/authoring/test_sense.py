"""The third pass: every rule has its examples, the shipped playbooks pass, and what the rules know of the coach is true."""

import logging

import pytest

from authoring import catalogue, examples, fields
from authoring.check import check_paths, check_texts
from authoring.library import METHODS
from authoring.rules import lawful, when
from authoring.sense import RULES
from coaching.ethics.guard import LISTS
from coaching.preparation import ROWS_OF, steps_of
from coaching.steps import setup
from tests.authoring.bench import PLAYBOOKS

WHOLE = [(code, entry) for chapter in examples.chapters_of_whole_files() for code, entry in catalogue.chapters()[chapter].items()]
OF_SENSE = {code for chapter, codes in catalogue.chapters().items() if chapter.startswith("5-sense") for code in codes}


@pytest.fixture(autouse=True)
def no_rule_may_stumble(caplog: pytest.LogCaptureFixture):
    yield
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize(("code", "entry"), WHOLE, ids=[code for code, _ in WHOLE])
def test_the_wrong_example_yields_exactly_its_code(code: str, entry: catalogue.Entry) -> None:
    path, found = examples.run(entry)
    assert {finding.code for finding in found} == {code}
    assert {(finding.file, finding.severity) for finding in found} == {(path, entry.severity)}


@pytest.mark.parametrize(("code", "entry"), WHOLE, ids=[code for code, _ in WHOLE])
def test_the_right_example_is_clean(code: str, entry: catalogue.Entry) -> None:
    assert examples.run(entry, right=True)[1] == ()


def test_the_shipped_playbooks_and_stories_give_no_error_and_no_warning() -> None:
    checked = check_paths([], PLAYBOOKS)
    assert checked.findings == ()
    assert len(checked.files) >= 20


def test_every_code_of_sense_has_a_rule_and_every_rule_a_code() -> None:
    codes = {rule.code for rule in RULES}
    assert codes >= OF_SENSE
    assert codes - OF_SENSE == {"unknown-name"}, "the first rule also tells all else about the words of a text"


def test_every_list_of_ethics_can_be_told() -> None:
    assert {words.rule for words in LISTS} <= lawful.LAWS.keys()


def test_a_rule_that_stumbles_costs_nobody_the_other_findings(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    from authoring import sense

    def stumble(case: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(sense, "RULES", (RULES[0]._replace(look=stumble), *RULES[1:]))  # type: ignore[arg-type]
    entry = catalogue.entries()["gives-grow"]
    with caplog.at_level(logging.CRITICAL, logger="authoring.sense"):
        assert {finding.code for finding in examples.run(entry)[1]} == {"gives-grow"}


def test_the_order_of_the_steps_is_the_order_of_the_coach() -> None:
    every = [step.id for step in steps_of(setup.ROWS)] + [step.id for rows in ROWS_OF.values() for step in steps_of(rows)]
    assert list(when.ORDER) == every
    assert set(when.ANSWERED_AT.values()) <= set(when.ORDER)


@pytest.mark.parametrize(
    ("method", "key", "step"),
    [
        ("call_plan", "ask_client", "plan.client"), ("call_plan", "ask_goal", "goal.primary"),
        ("spin", "ask_another_problem", "spin.problem"), ("fabe", "ask_feature", "fabe.feature"),
        ("objections", "ask_line", "objections.reply"),
        ("negotiation", "ask_walk_away", "negotiation.walk_away"), ("spin", "mismatch", None), ("call_plan", "brief_ready", None),
    ],
)  # fmt: skip
def test_a_text_is_said_at_its_step(method: str, key: str, step: str | None) -> None:
    assert when.said_at(method, ("words", key)) == step


def test_every_question_of_the_coach_is_said_at_a_step() -> None:
    asked = [
        (method, key)
        for method, model in METHODS.items()
        for option in fields.options(model.model_fields["words"].annotation)
        for key in fields.keys_of(option)
        if key.startswith("ask_")
    ]
    assert len(asked) > 30
    assert [pair for pair in asked if when.said_at(pair[0], ("words", pair[1])) is None] == []


def test_the_client_may_ask_for_what_the_coach_may_not_teach() -> None:
    card = catalogue.entries()["improper-answered"].right
    asked = card.replace("我个人有什么好处", "有没有回扣，给我几张购物卡")
    assert asked != card
    assert check_texts({**examples.around(), "fleet/your-file.yaml": asked.encode()}, "fleet/your-file.yaml".__eq__) == ()


def test_a_true_limit_may_be_named_with_its_date_and_reason() -> None:
    right = catalogue.entries()["pressure-without-date"].right
    bare = right.replace("装机排期到三月二十五日满，排期表在这儿，您核一核？", "三月二十五日就满了，您看呢？")
    found = check_texts({**examples.around(), "fleet/your-file.yaml": bare.encode()}, "fleet/your-file.yaml".__eq__)
    assert [finding.code for finding in found] == ["pressure-without-date"]
    assert "from" in found[0].hint.en
