"""The command that draws a plan, and its Mermaid text."""

import json
import re

from authoring.mermaid import as_mermaid
from coaching.flow import flow
from tests.authoring.bench import copied, run, shipped


def test_the_mermaid_text_has_a_box_for_each_part_and_a_node_for_each_step():
    found = flow(shipped().library.preparations["fleet-plan"], "zh-Hans")
    text = as_mermaid(found)
    nodes = re.findall(r'^ +([a-z]+_[a-z_]+)\["', text, re.MULTILINE)
    assert nodes == [step.id.replace(".", "_") for lane in found.lanes for step in lane.steps]
    assert text.count("subgraph") == text.count("\n  end") + text.count("\n    end") == len(found.lanes) + 6
    assert 'negotiation_how -.->|"选了由陪练来算"| negotiation_count' in text


def test_mermaid_text_cannot_be_broken_by_what_a_trainer_wrote():
    found = flow(shipped().library.preparations["fleet-plan"], "en", 5)
    lane = found.lanes[1]
    step = lane.groups[0].steps[0].model_copy(update={"question": 'a"]; click b "x" `c` <script>\nend'})
    group = lane.groups[0].model_copy(update={"steps": (step,)})
    hostile = found.model_copy(update={"lanes": (lane.model_copy(update={"groups": (group,)}),)})
    line = next(line for line in as_mermaid(hostile).splitlines() if "goal_primary[" in line)
    assert line.count('"') == 2
    assert "<script>" not in line


def test_the_picture_is_written_where_it_was_asked_for(tmp_path):
    target = tmp_path / "fleet.png"
    result = run("picture", "general-plan", "--minutes", "5", "--output", target)
    assert result.exit_code == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert "fleet.png" in result.output


def test_the_ending_of_the_file_says_what_to_draw(tmp_path):
    for name, start in (("a.svg", b"<svg"), ("a.pdf", b"%PDF"), ("a.mmd", b"flowchart"), ("a.json", b"{")):
        run("picture", "general-plan", "--minutes", "5", "--output", tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_text_goes_to_standard_output():
    assert run("picture", "general-plan", "--format", "mermaid").output.startswith("flowchart TB")
    assert json.loads(run("picture", "general-plan", "--format", "json", "--language", "en").output)["plan"] == "general-plan"


def test_a_parts_file_shows_the_plan_that_uses_it(tmp_path):
    assert '"plan": "general-plan"' in run("picture", copied(tmp_path) / "general" / "spin.yaml", "--format", "json").output


def test_a_broken_file_gets_findings_instead_of_a_picture(tmp_path):
    root = copied(tmp_path)
    plan = root / "general" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("spin: general-spin", "spin: general-spinn"), "utf-8")
    result = run("picture", plan, playbooks=root)
    assert result.exit_code == 1
    assert "Did you mean 'general-spin'?" in result.output


def test_a_length_that_is_not_there_gets_one_line():
    result = run("picture", "general-plan", "--minutes", "7")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
