"""Trying a playbook in the terminal, and keeping the walk as a story."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from authoring import stories
from authoring.recording import as_yaml, save, story_of
from authoring.trial import Start, Trial
from authoring.walking import Look, Walking
from chat.commands import canonical
from documents.brief import brief_text
from tests.authoring.bench import GENERAL, copied, run, shipped

SET_UP = "城东一家机械厂，采购主管\nT\n明天\n5\n"
FIVE_MINUTES = SET_UP + "跟他介绍一下新产品\n下周三前，采购主管同意拿一条线试一个月\n做好的东西老要返工\n#1\n#1\n"
FIRST_OF = [("spin", "spin.fact/1"), ("objections", "objections.expect/1"), ("negotiation", "negotiation.unit")]


def test_every_turn_shows_the_step_and_the_rule_that_was_named():
    result = run("walk", "general-plan", said="城东机械厂\nT\n明天\n5\n介绍一下新产品\n")
    assert result.exit_code == 0
    steps = re.findall(r"^\[([\w./]+)\](.*)", result.output, re.MULTILINE)
    assert [step for step, _ in steps] == ["plan.client", "plan.role", "plan.date", "plan.time", "goal.primary", "goal.primary"]
    assert "rule goal.activity" in steps[-1][1]


def test_a_walk_reaches_the_brief_and_shows_it():
    result = run("walk", "general-plan", said=FIVE_MINUTES)
    assert "[plan.brief]" in result.output
    assert "从这里开口" in result.output
    assert "<b>" not in result.output


def test_what_was_read_is_shown_so_that_a_trainer_sees_why():
    result = run("walk", "general-plan", "--minutes", "5", said="skip\n做好的东西老要返工\n你们觉得返工严重吗？\n")
    assert re.search(r"rule spin\.kind · read: problem 0\.\d\d “", result.output)


def test_commands_work_as_in_the_chat_under_their_other_names_too():
    result = run("walk", "general-plan", "--minutes", "5", said="/跳过\n/back\n/o 太贵了\n/stop\n这句没人听\n")
    steps = re.findall(r"^\[([\w./]+)\]", result.output, re.MULTILINE)
    assert steps == ["goal.primary", "spin.problem/1", "goal.primary", "goal.primary", "closed"]


def test_the_playbooks_own_language_is_spoken_unless_another_is_chosen():
    assert "这次见谁" in run("walk", "general-plan").output
    assert "Who are you meeting" in run("walk", "general-plan", "--language", "en").output


@pytest.mark.parametrize(("file", "first"), FIRST_OF)
def test_a_parts_file_walks_that_part_of_the_plan_that_uses_it(tmp_path, file, first):
    result = run("walk", copied(tmp_path, "fleet") / "fleet" / f"{file}.yaml", said="/skip\n")
    assert result.output.startswith(f"[{first}]")


def test_a_pitch_is_walked_behind_the_problem_that_chooses_it(tmp_path):
    result = run("walk", copied(tmp_path, "fleet") / "fleet" / "fabe.yaml", said="#1\n")
    assert re.findall(r"^\[([\w./]+)\]", result.output, re.MULTILINE) == ["spin.problem/1", "fabe.feature"]


def test_the_file_is_walked_as_it_is_on_disk_with_the_others_of_its_folder(tmp_path):
    root = copied(tmp_path, "fleet")
    plan = root / "fleet" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "  ask_client: 今天要见哪一位？\n", "utf-8")
    objections = root / "fleet" / "objections.yaml"
    objections.write_text(objections.read_text("utf-8").replace("我们用别家好多年了，没必要换", "老关系了，不换"), "utf-8")
    assert "今天要见哪一位？" in run("walk", plan, playbooks=root).output
    result = run("walk", plan, "--part", "objections", said="#1\n", playbooks=root)
    assert "老关系了，不换" in result.output


def test_a_draft_outside_the_playbooks_is_walked_on_the_shipped_ones(tmp_path):
    draft = tmp_path / "mine.yaml"
    text = (GENERAL / "plan.yaml").read_text("utf-8")
    draft.write_text(text.replace("id: general-plan", "id: my-plan"), "utf-8")
    assert run("walk", draft).output.startswith("[plan.client]")


def test_a_broken_file_gets_findings_instead_of_a_walk(tmp_path):
    root = copied(tmp_path)
    spin = root / "general" / "spin.yaml"
    spin.write_text(spin.read_text("utf-8").replace("    ask:", "    aks:", 1), "utf-8")
    for path in (spin, root / "general" / "plan.yaml"):
        result = run("walk", path, playbooks=root)
        assert result.exit_code == 1
        assert "spin.yaml:" in result.output and "[unknown-key]" in result.output
        assert "Traceback" not in result.output


def test_one_broken_file_harms_only_itself(tmp_path):
    root = copied(tmp_path, "fleet")
    (root / "fleet" / "spin.yaml").write_text("method: spin\nid: [", "utf-8")
    assert run("walk", root / "general" / "plan.yaml", playbooks=root).exit_code == 0


def test_a_sentence_that_cannot_be_said_ends_the_walk_with_one_line(tmp_path):
    root = copied(tmp_path)
    plan = root / "general" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("谈完出门，您要对方答应做什么，哪天之前？", '"{{ cleint }}要答应什么？"'), "utf-8")
    result = run("walk", plan, "--minutes", "5", playbooks=root)
    assert result.exit_code == 1
    assert "cleint" in result.output + result.stderr
    assert "check" in result.stderr or "plan.yaml:" in result.output
    assert "Traceback" not in result.output + result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["genral-plan"], "Did you mean 'general-plan'?"),
        (["nowhere.yaml"], "There is no file nowhere.yaml"),
        (["general-plan", "--minutes", "7"], "possible: 5, 15, 30"),
        (["general-plan", "--minutes", "5", "--part", "negotiation"], "possible: goal, spin, objections"),
        (["general-plan", "--record", "../x"], "cannot be the name of a story"),
    ],
)
def test_a_slip_on_the_command_line_gets_one_line_that_says_what_to_do(arguments, told):
    result = run("walk", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["general-plan"], FIVE_MINUTES),
        (["general-plan", "--minutes", "5"], "不知道\n/back\n下周三前，他同意签字\n/pause\n够了\n"),
        (["general-plan", "--language", "en", "--part", "negotiation"], "#2\n98\n88\nI don't know\n#2\n98 96 93 88\n#1\n"),
        (["general-plan", "--part", "objections", "--role", "E"], "太贵了: \"真的\"\n- #x\n给您的人回扣\n/o 司机要闹\n"),
    ],
)
def test_a_recorded_walk_is_a_story_that_comes_true_at_once(tmp_path, arguments, said):
    root = copied(tmp_path)
    result = run("walk", *arguments, "--record", "my-walk", said=said, playbooks=root)
    assert result.exit_code == 0, result.stderr
    _, (told,) = stories.run(root / "stories" / "my-walk.yaml", shipped())
    assert told.findings == ()


def test_a_recorded_story_is_kept_as_a_trainer_would_write_it(tmp_path):
    root = copied(tmp_path)
    run("walk", "general-plan", "--minutes", "5", "--record", "my-walk", said="介绍一下新产品\n#1\n", playbooks=root)
    text = (root / "stories" / "my-walk.yaml").read_text("utf-8")
    assert text[text.index("    steps:") :] == (
        "    steps:\n"
        "      - at: goal.primary\n"
        "        says: 介绍一下新产品\n"
        "        feedback: goal.activity\n"
        "      - at: goal.primary\n"
        "        picks: take\n"
        "    end:\n"
        "      at: spin.problem/1\n"
    )


def test_a_story_is_never_written_over_unless_told_so(tmp_path):
    root = copied(tmp_path)
    kept = root / "stories" / "kept.yaml"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    refused = run("walk", "general-plan", "--record", "kept", said="#1\n", playbooks=root)
    assert refused.exit_code == 2
    assert refused.output.count("[") == 0, "the walk must not even begin"
    assert kept.read_text("utf-8") == "mine"
    assert run("walk", "general-plan", "--record", "kept", "--force", said="红山\n", playbooks=root).exit_code == 0
    assert kept.read_text("utf-8") != "mine"
    with pytest.raises(FileExistsError):
        save(kept, "another", force=False)


LINES = st.lists(
    st.one_of(
        st.sampled_from(["#1", "#2", "#3", "不知道", "够了", "就用这句", "98", "98 96 93"]),
        st.sampled_from(["/back", "/skip", "/o 太贵", "/plan", "/pause", "/nonsense", "/finish", "/stop", "/"]),
        st.text(max_size=20).filter(lambda text: "\n" not in text and "\r" not in text),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, st.sampled_from([Start(), Start(minutes=5), Start(minutes=30, role="E"), Start(part="fabe"), Start(part="negotiation")]))
def test_any_walk_recorded_and_played_comes_true(lines, start):
    folder = shipped()
    walking = Walking(Trial(folder.library.preparations["fleet-plan"], "zh-Hans", stories.ear(), start), Look(False, brief_text, canonical))
    walking.begin()
    for line in ["红山酒厂", *lines]:
        if not walking.over:
            walking.hear(line)
    text = as_yaml(story_of(walking.done, walking.trial, start, "any"), "fleet-plan", "zh-Hans")
    file = stories.read_stories("any.yaml", text.encode(), folder)
    assert file.findings == (), text
    assert stories.tell(file, 0, folder).findings == (), text


def test_a_walk_leaves_nothing_behind(tmp_path):
    root = copied(tmp_path)
    before = sorted(path for path in tmp_path.rglob("*"))
    run("walk", "general-plan", said=FIVE_MINUTES, playbooks=root)
    assert sorted(path for path in tmp_path.rglob("*")) == before
