"""Stories as pytest tests."""

from pathlib import Path

import pytest

from tests.authoring.bench import copied
from tests.authoring.test_stories import PASSED

pytest_plugins = ["pytester"]
PLUGIN = "authoring.pytest_stories"


@pytest.fixture
def root(pytester: pytest.Pytester) -> Path:
    found = copied(pytester.path)
    (found / "stories").mkdir()
    pytester.makeini("[pytest]\nasyncio_default_fixture_loop_scope = function\n")
    return found


def test_each_story_is_a_test_and_a_failure_reads_like_a_finding(pytester, root):
    second = PASSED[PASSED.index("  - story") :].replace("一次通过", "不通过").replace("goal.good", "goal.vague")
    (root / "stories" / "mine.yaml").write_text(PASSED + second, "utf-8")
    result = pytester.runpytest_inprocess("-p", PLUGIN, "-v", "playbooks/stories")
    result.assert_outcomes(passed=1, failed=1)
    told = result.stdout.str()
    assert "目标有日子，不通过" in told
    assert "mine.yaml:15:19: " in told and "[story-other-feedback]" in told
    assert "Traceback" not in told and "raise StoryFailed" not in told


def test_a_file_with_mistakes_is_one_test_that_fails_with_them(pytester, root):
    (root / "stories" / "mine.yaml").write_text(PASSED.replace("feedback:", "feedbak:"), "utf-8")
    result = pytester.runpytest_inprocess("-p", PLUGIN, "playbooks/stories")
    result.assert_outcomes(failed=1)
    assert "[unknown-key]" in result.stdout.str()


def test_other_yaml_files_are_left_alone(pytester, root):
    result = pytester.runpytest_inprocess("-p", PLUGIN, "playbooks")
    result.assert_outcomes()
