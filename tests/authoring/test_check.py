"""`check` as a whole: files beside each other, the three forms, exit statuses, what is asked for and what is not."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from authoring.check import check_paths, check_texts, kind_of
from authoring.checking import command
from tests.authoring.bench import GENERAL, PLAYBOOKS, copied

SLIP = "acknowlege"


def run(*arguments: str | Path, playbooks: Path = GENERAL) -> Result:
    cli = click.Group(commands=[command(lambda: playbooks)])
    return CliRunner().invoke(cli, ["check", *map(str, arguments)])


def with_a_slip(folder: Path) -> Path:
    """A copy of the fleet's objections in which one key of one card is misspelt."""
    path = folder / "objections.yaml"
    path.write_text((PLAYBOOKS / "fleet" / "objections.yaml").read_text().replace("acknowledge:", f"{SLIP}:", 1))
    return path


def test_a_slip_is_told_with_file_line_column_and_remedy(tmp_path: Path) -> None:
    path = with_a_slip(tmp_path)
    result = run(path)
    line = next(n for n, text in enumerate(path.read_text().split("\n"), 1) if SLIP in text)
    assert result.exit_code == 1
    head, source, caret = result.stdout.split("\n")[:3]
    assert head == f"{path}:{line}:5: 'acknowlege' is not a part of an objection card. Did you mean 'acknowledge'? [unknown-key]"
    assert source.index(SLIP) == caret.index("^")
    assert result.stderr == "1 file checked: 1 error, 0 warnings.\n"


def test_the_same_in_chinese(tmp_path: Path) -> None:
    result = run(with_a_slip(tmp_path), "--language", "zh-Hans")
    assert "“acknowlege”" in result.stdout
    assert result.stderr == "查了 1 个文件：1 处错误，0 处提醒。\n"


def test_json_is_a_list_with_the_fields_of_the_contract(tmp_path: Path) -> None:
    result = run(with_a_slip(tmp_path), "--format", "json")
    (found,) = json.loads(result.stdout)
    assert {"file", "line", "column", "severity", "code", "message", "hint"} <= found.keys()
    assert (found["code"], found["severity"], found["column"]) == ("unknown-key", "error", 5)


def test_github_form_is_one_workflow_command_for_each_finding(tmp_path: Path) -> None:
    result = run(with_a_slip(tmp_path), "--format", "github")
    (line,) = result.stdout.splitlines()
    assert line.startswith("::error file=")
    assert result.exit_code == 1


def test_without_findings_json_is_an_empty_list_and_text_is_nothing() -> None:
    assert json.loads(run("--format", "json").stdout) == []
    clean = run()
    assert (clean.stdout, clean.exit_code) == ("", 0)
    assert clean.stderr == "5 files checked: nothing to mend.\n"


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "spin.yaml"
    path.write_text("method: spin\nid: my-spin\nbased_on: general-spin\ntitle: 提问\n")
    result = run(path)
    assert result.exit_code == 0
    assert "warning: " in result.stdout
    assert "0 errors, 1 warning." in result.stderr


@pytest.mark.parametrize("path", ["nowhere.yaml", "no/folder"])
def test_a_path_that_does_not_exist_is_wrong_use(path: str) -> None:
    result = run(path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{path}: there is no such file or folder. Correct the path.\n"


def test_a_folder_without_playbooks_is_wrong_use(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 2


def test_a_code_is_explained_with_a_wrong_and_a_right_example() -> None:
    result = run("--explain", "gives-grow", "--language", "zh-Hans")
    assert result.exit_code == 0
    assert result.stdout.startswith("gives-grow: 越让越多\n")
    assert "错误的写法" in result.stdout


def test_an_unknown_code_is_wrong_use_and_the_meant_one_is_named() -> None:
    result = run("--explain", "gives-grows")
    assert result.exit_code == 2
    assert "Did you mean 'gives-grow'?" in result.stderr


def test_only_what_was_asked_for_is_told(tmp_path: Path) -> None:
    root = copied(tmp_path, "fleet")
    broken, asked = root / "fleet" / "objections.yaml", root / "fleet" / "spin.yaml"
    broken.write_text(broken.read_text().replace("acknowledge:", "acknowlege:", 1))
    assert check_paths([asked], root).findings == ()
    assert [finding.code for finding in check_paths([broken], root).findings] == ["unknown-key"]


def test_one_broken_file_harms_only_itself(tmp_path: Path) -> None:
    root = copied(tmp_path, "fleet")
    broken = root / "fleet" / "objections.yaml"
    broken.write_text("id: fleet-objections\ncards: [\n", encoding="utf-8")
    found = check_paths([], root).findings
    # Its plan cannot be joined without it, and says so at the line that names it; nothing else is touched.
    assert {(Path(finding.file).name, finding.code) for finding in found} == {
        ("objections.yaml", "unclosed-bracket"), ("plan.yaml", "broken-part"),
    }  # fmt: skip


def test_a_copy_elsewhere_takes_the_place_of_what_it_was_copied_from(tmp_path: Path) -> None:
    path = tmp_path / "my-copy.yaml"
    path.write_text((PLAYBOOKS / "general" / "spin.yaml").read_text().replace("  - id: rework\n", "  - id: delays\n"))
    (found,) = check_paths([path], PLAYBOOKS).findings
    assert (found.file, found.code) == (str(path), "same-id")


def test_two_files_with_one_id_are_told_at_the_second(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "general" / "spin-copy.yaml").write_text((root / "general" / "spin.yaml").read_text())
    (found,) = check_paths([], root).findings
    assert (Path(found.file).name, found.code) == ("spin.yaml", "same-playbook")


def test_a_pitch_is_held_against_the_problems_of_its_own_plan(tmp_path: Path) -> None:
    root = copied(tmp_path, "fleet")
    path = root / "fleet" / "spin.yaml"
    path.write_text(path.read_text().replace("  - id: queue\n", "  - id: waiting\n"))
    found = check_paths([], root).findings
    assert {(Path(finding.file).name, finding.code) for finding in found} == {("fabe.yaml", "unknown-problem")}


def test_stories_are_checked_too_and_scenarios_are_only_read(tmp_path: Path) -> None:
    files = {
        "stories/mine.yaml": b"plan: general-plann\nstories:\n  - story: \xe8\xaf\x95\n    steps:\n      - says: \xe5\xa5\xbd\n",
        "scenarios/mill.yaml": b"anything: goes\n",
        "scenarios/other.yaml": b"a: [\n",
        **{f"general/{file.name}": file.read_bytes() for file in GENERAL.glob("*.yaml")},
    }
    found = check_texts(files)
    assert [(finding.file, finding.code) for finding in found] == [
        ("scenarios/other.yaml", "unclosed-bracket"), ("stories/mine.yaml", "story-unknown-plan"),
    ]  # fmt: skip


def test_the_order_of_the_files_makes_no_difference(tmp_path: Path) -> None:
    root = copied(tmp_path)
    data = {str(file.relative_to(root)): file.read_bytes().replace(b"implications:", b"implication:") for file in root.rglob("*.yaml")}
    data |= {f"copied/{Path(name).name}": text for name, text in data.items()}
    forwards, backwards = check_texts(data), check_texts(dict(reversed(data.items())))
    assert forwards == backwards != ()


def test_the_kind_of_a_file_is_told_by_its_folder() -> None:
    assert [kind_of(path) for path in ("a.yaml", "fleet/a.yaml", "stories/a.yaml", "x/scenarios/a.yaml")] == [
        "playbook", "playbook", "stories", "other",
    ]  # fmt: skip
