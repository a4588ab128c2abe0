"""The trainers' test conversations: how they are read and played, where they part from what happens, and what none of them visits."""

import json
from pathlib import Path

import pytest

from authoring import catalogue, stories
from authoring.coverage import coverage
from authoring.finding import Finding
from authoring.folder import Folder
from authoring.play import Visit
from authoring.trial import Start, Trial
from tests.authoring.bench import PLAYBOOKS, copied, run, shipped, with_faulty_plans

EXAMPLES = list(catalogue.chapters()["6-stories"].items())
BY_CODE = pytest.mark.parametrize(("code", "entry"), EXAMPLES, ids=[code for code, _ in EXAMPLES])

GOAL = "下周三前，采购主管同意拿一条线试一个月"
PASSED = f"""\
plan: general-plan
stories:
  - story: 目标有日子，一次通过
    minutes: 5
    steps:
      - at: goal.primary
        says: {GOAL}
        feedback: goal.good
    end: {{at: spin.problem}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return with_faulty_plans(tmp_path_factory.mktemp("plans"))


def findings(text: str, folder: Folder) -> list[Finding]:
    file = stories.read_stories("x.yaml", text.encode(), folder)
    found = list(file.findings)
    for number in range(len(file.stories.stories) if file.stories else 0):
        found += stories.tell(file, number, folder).findings
    return found


@BY_CODE
def test_the_wrong_example_yields_exactly_its_code(code, entry, folder):
    assert [finding.code for finding in findings(entry.wrong, folder)] == [code]


@BY_CODE
def test_the_right_example_comes_true(code, entry, folder):
    assert findings(entry.right, folder) == []


def test_a_miss_is_told_at_its_step_with_line_and_column(folder):
    (miss,) = findings(PASSED.replace("feedback: goal.good", "feedback: goal.activity"), folder)
    assert (miss.line, miss.column) == (8, 19)
    assert "'goal.activity'" in miss.message.en and "'goal.good'" in miss.message.en
    assert "feedback: goal.good" in miss.hint.en


def test_only_the_first_miss_of_a_story_is_told_since_the_rest_follows_from_it(folder):
    text = PASSED.replace("at: goal.primary", "at: spin.problem").replace("{at: spin.problem}", "{at: plan.brief}")
    assert [miss.code for miss in findings(text, folder)] == ["story-other-step"]


def test_every_story_of_a_file_is_played_although_one_fails(folder):
    second = PASSED[PASSED.index("  - story") :]
    wrong_first = PASSED.replace("feedback: goal.good", "feedback: goal.activity") + second
    file = stories.read_stories("x.yaml", wrong_first.encode(), folder)
    assert [stories.tell(file, number, folder).well for number in (0, 1)] == [False, True]


def test_a_number_may_be_written_without_quotes(folder):
    text = """\
plan: general-plan
stories:
  - story: 指数
    part: negotiation
    steps:
      - picks: index
      - at: negotiation.opening
        says: 98
    end: {at: negotiation.target}
"""
    assert findings(text, folder) == []


def test_a_misspelt_key_is_told_with_the_name_that_was_meant(folder):
    (told,) = findings(PASSED.replace("feedback:", "feedbak:"), folder)
    assert (told.code, told.line, told.column) == ("unknown-key", 8, 9)
    assert told.hint.en == "Did you mean 'feedback'?"


NONSENSE = ["", "- 1", "plan: general-plan\nstories: []", "plan: [a]\nstories: 7", "stories:\n\t- a", "\x00", "a: &x [*x]"]


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_gets_a_finding_with_a_place(text, folder):
    told = findings(text, folder)
    assert told
    assert all(one.line >= 1 and one.column >= 1 for one in told)


def test_an_impossible_day_is_told_where_it_stands(folder):
    told = findings(PASSED.replace("    minutes: 5\n", "    minutes: 5\n    today: 2026-02-31\n"), folder)
    assert [(one.line, one.column) for one in told] == [(5, 12)]


def test_a_story_plays_on_a_day_of_its_own(folder):
    text = """\
plan: general-plan
language: en
stories:
  - story: Tomorrow is the day after
    today: 2026-03-31
    steps:
      - says: Red Hill
      - picks: U
      - picks: tomorrow
      - picks: 15
        words: [By 8 April]
    end: {at: goal.primary}
"""
    assert findings(text, folder) == []
    assert [one.code for one in findings(text.replace("2026-03-31", "2026-04-01"), folder)] == ["story-words-missing"]
    assert findings(text.replace("    today: 2026-03-31\n", "").replace("By 8 April", "By 1 December"), folder) == []


@pytest.fixture(scope="module")
def told() -> tuple[stories.Told, ...]:
    found = []
    for path in stories.paths([], PLAYBOOKS):
        file, played = stories.run(path, shipped())
        assert not file.findings, file.findings
        found += played
    return tuple(found)


def test_every_shipped_story_comes_true(told):
    missed = [finding for one in told for finding in one.findings]
    assert [f"{one.file}:{one.line}: {one.message.en}" for one in missed] == []


def test_the_shipped_stories_visit_every_step_of_every_plan_and_all_content_that_can_be_reached(told):
    for covered in coverage(shipped(), told):
        assert [f"{item.spot.file}:{item.spot.place.line} {item.kind} {item.called}" for item in covered.missing] == [], covered.plan


@pytest.mark.parametrize("plan", ["general-plan", "fleet-plan", "telecom-plan"])
def test_every_plan_has_stories_in_both_languages(told, plan):
    assert {one.language for one in told if one.plan == plan} == {"zh-Hans", "en"}


def test_what_no_story_visits_is_told_with_its_line_in_the_playbook(told):
    left = [one for one in told if Visit("problem", "queue") not in one.visits]
    missing = {(item.kind, item.name): item.spot for covered in coverage(shipped(), left) for item in covered.missing}
    spot = missing["problem", "queue"]
    line = Path(spot.file).read_text(encoding="utf-8").splitlines()[spot.place.line - 1]
    assert Path(spot.file).parts[-2:] == ("fleet", "spin.yaml")
    assert line.strip() == "- id: queue"


def test_a_story_of_one_plan_visits_what_another_plan_has_from_the_same_file():
    of_fleet = stories.Told("x.yaml", 1, "x", "fleet-plan", "en", (), frozenset({Visit("card", "burned_before"), Visit("card", "no_need")}))
    general = next(covered for covered in coverage(shipped(), [of_fleet]) if covered.plan == "general-plan")
    missing = {item.name for item in general.missing if item.kind == "card"}
    # The card for 'no need' is the fleets' own one, which stands in another file.
    assert "burned_before" not in missing
    assert "no_need" in missing


def test_a_plan_is_not_blamed_for_what_it_takes_from_its_base():
    fleet = next(covered for covered in coverage(shipped(), ()) if covered.plan == "fleet-plan")
    assert not [item for item in fleet.missing if item.kind != "step" and "general" in item.spot.file]


def test_content_that_no_rep_is_ever_offered_is_told_apart():
    general = next(covered for covered in coverage(shipped(), ()) if covered.plan == "general-plan")
    assert {item.called for item in general.unreachable if item.kind == "give_get"} == {"7", "8"}


def test_a_trial_goes_the_same_way_to_the_second_every_time():
    first, second = (Trial(shipped().library.preparations["fleet-plan"], "en", stories.ear(), Start(minutes=5)) for _ in range(2))
    for trial in (first, second):
        trial.says("He agrees to a trial on two trucks by Friday")
    assert first.turns == second.turns


def test_a_story_goes_the_same_way_every_time(told):
    path = PLAYBOOKS / "stories" / "fleet-en.yaml"
    _, again = stories.run(path, shipped())
    assert again == tuple(one for one in told if one.file == again[0].file)


def test_the_command_prints_each_story_by_its_sentence_and_ends_with_status_1_where_one_fails(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(PASSED + PASSED[PASSED.index("  - story") :].replace("一次通过", "不通过").replace("goal.good", "goal.vague"), "utf-8")
    result = run("stories", file)
    assert result.exit_code == 1
    assert "ok     目标有日子，一次通过" in result.output
    assert "FAILED 目标有日子，不通过" in result.output
    assert "mine.yaml:15:19: " in result.output
    assert "2 stories, 1 failed" in result.output


def test_the_command_speaks_chinese(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(PASSED, "utf-8")
    result = run("stories", file, "--language", "zh-Hans")
    assert result.exit_code == 0
    assert "通过   目标有日子，一次通过" in result.output
    assert "没有测试对话走到" in result.output


def test_the_json_form_has_places_and_coverage(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(PASSED.replace("goal.good", "goal.vague"), "utf-8")
    data = json.loads(run("stories", file, "--format", "json").output)
    (story,) = data["stories"]
    assert (story["line"], story["ok"], story["findings"][0]["code"]) == (3, False, "story-other-feedback")
    general = next(one for one in data["coverage"] if one["plan"] == "general-plan")
    assert general["steps"]["visited"] == 6
    assert {"kind": "step", "name": "goal.fallback"}.items() <= general["missing"][1].items() or any(
        item["name"] == "goal.fallback" and item["line"] > 1 for item in general["missing"]
    )


def test_a_file_beside_its_own_playbooks_is_played_on_these(tmp_path):
    root = copied(tmp_path)
    plan = root / "general" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("id: general-plan", "id: my-plan"), "utf-8")
    (root / "stories").mkdir()
    file = root / "stories" / "mine.yaml"
    file.write_text(PASSED.replace("general-plan", "my-plan"), "utf-8")
    assert run("stories", file).exit_code == 0


def test_without_stories_the_command_says_how_to_get_one(tmp_path):
    result = run("stories", playbooks=copied(tmp_path))
    assert result.exit_code == 2
    assert "walk PLAYBOOK --record NAME" in result.stderr
