"""`new`, `import`, `draft` and `parity` as a trainer types them: files, sentences, and what happens when something is wrong."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from authoring.commands import commands
from authoring.library import METHODS
from authoring.read import read
from authoring.skeleton import default_base
from tests.authoring.bench import GENERAL, copied
from tests.authoring.test_tables import saved, workbook

PLAYBOOK = "method: objections\nid: fleet\nbased_on: general-objections\ntitle: 异议  # 名称\ncards: {}\n"


def run(*arguments: str | Path, playbooks: Path = GENERAL, language: str = "en_GB.UTF-8") -> Result:
    cli = click.Group(commands=list(commands(lambda: playbooks)))
    return CliRunner(env={"LC_ALL": language}).invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    file = tmp_path / "fleet.yaml"
    file.write_text(PLAYBOOK, encoding="utf-8")
    return file


@pytest.mark.parametrize("method", METHODS)
def test_new_prints_a_playbook_that_can_be_read(method):
    made = run("new", method)
    assert made.exit_code == 0
    data = read("new.yaml", made.stdout.encode()).value.data
    assert (data["method"], data["based_on"]) == (method, default_base(method))


def test_new_writes_a_new_file_and_never_over_one(tmp_path):
    file = tmp_path / "trade" / "objections.yaml"
    made = run("new", "objections", "--id", "fleet-objections", "--output", file)
    assert made.stdout == f"Written: {file}. Next: python bot.py check {file}\n"
    file.write_text("mine", encoding="utf-8")
    again = run("new", "objections", "--output", file)
    assert (again.exit_code, again.stderr) == (2, f"{file} is there already and stays as it is; choose another name.\n")
    assert file.read_text(encoding="utf-8") == "mine"


def test_new_takes_a_free_id_and_refuses_one_that_is_taken(tmp_path):
    folder = copied(tmp_path)
    run("new", "spin", "--output", folder / "mine.yaml", playbooks=folder)
    assert "\nid: my-spin-2\n" in run("new", "spin", playbooks=folder).stdout
    assert run("new", "spin", "--id", "my-spin", playbooks=folder).stderr == "There is a playbook 'my-spin' already; choose another --id.\n"


NO_ID = "'Fleet Spin' cannot be an id: use small letters and digits, with - or _ between, for example fleet-objections."


@pytest.mark.parametrize(("arguments", "sentence"), [
    (("objektions",), "There is no method 'objektions'. Did you mean 'objections'?"),
    (("spin", "--id", "Fleet Spin"), NO_ID),
    (("spin", "--based-on", "general-spinn"), "There is no sound playbook 'general-spinn' to base it on. Did you mean 'general-spin'?"),
    (("spin", "--based-on", "general-fabe"), "'general-fabe' is a playbook of another method, so nothing of spin can be taken from it."),
])  # fmt: skip
def test_a_slip_in_new_is_one_line_with_a_remedy(arguments, sentence):
    made = run("new", *arguments)
    assert (made.exit_code, made.stdout, made.stderr) == (2, "", sentence + "\n")


def test_who_reads_chinese_is_told_in_chinese():
    made = run("new", "objektions", language="zh_CN.UTF-8")
    assert made.stderr == "没有“objektions”这种方法。您是不是想写“objections”？\n"


def test_import_prints_the_draft_and_tells_about_the_table_apart(tmp_path):
    file = tmp_path / "fleet.xlsx"
    file.write_bytes(saved(workbook([["异议", "回应", "备注"], ["太贵了", "跟谁比？", "真的"]])))
    made = run("import", file)
    assert made.exit_code == 0
    assert read("draft.yaml", made.stdout.encode()).value.data["id"] == "fleet"
    assert made.stderr.startswith("fleet.xlsx:表1!C1: The heading '备注' is not known; what stands below it is kept as comments.")


def test_import_into_a_file_with_notes_for_programs(tmp_path):
    file, goal = tmp_path / "a.csv", tmp_path / "new.yaml"
    file.write_bytes("异议,类型\n太贵了,天气\n".encode("gbk"))
    made = run("import", file, "--output", goal, "--format", "json", "--id", "weather")
    first, _, listed = made.stdout.partition("\n")
    assert first == f"Written: {goal}. Next: python bot.py check {goal}"
    told = json.loads(listed)[0]
    assert (told["code"], told["line"], told["cell"]) == ("unknown-value", 2, "B2")
    assert "id: weather" in goal.read_text(encoding="utf-8")
    assert run("import", file, "--output", goal).exit_code == 2


@pytest.mark.parametrize(("content", "code"), [(b"", "empty"), (b"PK\x03\x04", "damaged"), ("甲\n乙\n".encode(), "no-headings")])
def test_import_without_a_table_ends_with_a_sentence(tmp_path, content, code):
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    made = run("import", file)
    assert (made.exit_code, made.stdout) == (1, "")
    assert made.stderr.rstrip().endswith(f"[{code}]") and made.stderr.count("\n") == 1


def test_import_of_what_is_not_there_is_wrong_use(tmp_path):
    assert run("import", tmp_path / "none.csv").exit_code == 2
    assert run("import", tmp_path).exit_code == 2
    assert "begin with: new call_plan" in run("import", Path(__file__), "--method", "plan").stderr


def test_draft_writes_into_the_file_and_marks_until_somebody_has_read(fleet):
    made = run("draft", fleet, "--from", "zh-Hans", "--to", "zh-Hant")
    assert made.exit_code == 0
    assert made.stdout == f"1 draft written: {fleet}\nRead them, then: python bot.py parity {fleet} --accept\n"
    assert "title:\n  zh-Hans: 异议  # 名称\n  zh-Hant: 異議\n" in fleet.read_text(encoding="utf-8")
    assert "title: zh-Hant: a draft that nobody has reviewed" in run("parity", fleet).stdout
    assert "zh-Hant: 1 reviewed" in run("parity", fleet, "--accept", "--language", "zh-Hant").stdout
    fleet.write_text(fleet.read_text(encoding="utf-8").replace("zh-Hans: 异议", "zh-Hans: 客户的异议"), encoding="utf-8")
    assert "title: zh-Hant: stale: the sentence it was written for has changed" in run("parity", fleet, "--language", "zh-Hant").stdout


def test_a_second_draft_changes_neither_file_nor_marks(fleet):
    run("draft", fleet)
    before = {path: path.read_bytes() for path in fleet.parent.rglob("*") if path.is_file()}
    assert run("draft", fleet).stdout == f"0 drafts written: {fleet}\n"
    assert {path: path.read_bytes() for path in fleet.parent.rglob("*") if path.is_file()} == before


def test_draft_keeps_line_ends_and_byte_order_mark(fleet):
    fleet.write_bytes(b"\xef\xbb\xbf" + PLAYBOOK.replace("\n", "\r\n").encode())
    run("draft", fleet)
    written = fleet.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfmethod")
    assert written.count(b"\r\n") == written.count(b"\n") == 7


def test_draft_into_another_file_leaves_the_first_alone(fleet):
    goal = fleet.with_name("other.yaml")
    run("draft", fleet, "--output", goal)
    assert fleet.read_text(encoding="utf-8") == PLAYBOOK
    assert "異議" in goal.read_text(encoding="utf-8")


def test_draft_to_the_screen_writes_nothing(fleet):
    made = run("draft", fleet, "--output", "-")
    assert "zh-Hant: 異議" in made.stdout
    assert "not marked as drafts" in made.stderr
    assert [path.name for path in fleet.parent.iterdir()] == ["fleet.yaml"]


@pytest.mark.parametrize(("content", "status", "piece"), [
    (b"title: a\n", 2, "is no playbook"),
    (b"a: [1\n", 1, "[unclosed-bracket]"),
    ("标题：车队\n".encode("gbk"), 1, "[wrong-encoding]"),
])  # fmt: skip
def test_draft_of_a_file_that_is_no_playbook_changes_nothing(fleet, content, status, piece):
    fleet.write_bytes(content)
    made = run("draft", fleet)
    assert made.exit_code == status and piece in made.stderr
    assert fleet.read_bytes() == content


def test_draft_into_a_language_that_needs_a_person_is_refused(fleet):
    made = run("draft", fleet, "--to", "en")
    assert (made.exit_code, made.stderr) == (2, "Drafts go from zh-Hans to zh-Hant. From zh-Hans to en a person has to translate.\n")


def test_parity_of_the_shipped_playbooks_has_every_english_word():
    made = run("parity", "--format", "json")
    assert made.exit_code == 0
    found = json.loads(made.stdout)
    assert {one["playbook"] for one in found} == {f"general-{part}" for part in ("plan", "spin", "fabe", "objections", "negotiation")}
    assert all("missing" not in one["counts"]["en"] and "missing" not in one["counts"]["zh-Hans"] for one in found)


def test_a_broken_file_harms_only_itself_in_parity(tmp_path):
    folder = copied(tmp_path)
    (folder / "broken.yaml").write_text("a: [1\n", encoding="utf-8")
    (folder / "list.yaml").write_text("- a\n", encoding="utf-8")
    made = run("parity", folder)
    assert made.exit_code == 0
    assert "[unclosed-bracket]" in made.stderr and "list.yaml is no playbook" in made.stderr
    assert "in 5 playbooks" in made.stdout


def test_a_record_that_somebody_broke_is_told_and_kept(fleet):
    run("draft", fleet)
    record = fleet.parent / ".reviews" / "fleet.json"
    record.write_text("{", encoding="utf-8")
    assert "fleet.json cannot be read as a record of reviews" in run("parity", fleet).stderr
    fleet.write_text(PLAYBOOK, encoding="utf-8")
    assert run("draft", fleet).exit_code == 2
    assert fleet.read_text(encoding="utf-8") == PLAYBOOK and record.read_text(encoding="utf-8") == "{"


def test_parity_of_what_is_not_there_is_wrong_use(tmp_path):
    made = run("parity", tmp_path / "none")
    assert (made.exit_code, made.stderr) == (2, f"There is no file or folder '{tmp_path / 'none'}'.\n")


@pytest.mark.parametrize("name", ["new", "import", "draft", "parity"])
def test_every_command_shows_an_example(name):
    assert f"Example: python bot.py {name} " in " ".join(run(name, "--help").stdout.split())
