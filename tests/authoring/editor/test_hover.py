"""What the real language server explains to a trainer who points at a key."""

import pytest

from tests.authoring.editor.language_server import LanguageServer
from tests.authoring.editor.writing import CHINESE, ENGLISH, STORY, hover

pytestmark = pytest.mark.xdist_group("editor")


def test_a_key_is_explained_with_the_names_that_may_stand_in_its_words(editor: LanguageServer) -> None:
    shown = hover(editor, ENGLISH + "words:\n  ask_re§ply: What do you say?\n")
    assert shown == (
        "#### The words of the coach\n\nAsks for the words.\n\n"
        "May name {{ client }}, {{ role }}, {{ goal }}, {{ heard }}, {{ tactic }}."
    )


def test_a_file_in_chinese_is_explained_in_chinese(editor: LanguageServer) -> None:
    shown = hover(editor, CHINESE + "cards:\n  too_expensive:\n    acknow§ledge: 您要对预算负责。\n")
    assert shown == "#### 异议卡\n\n先站在客户这边的一句，不带“但是”。\n\n可以填入 {{ client }}、{{ role }}、{{ goal }}。"


def test_a_file_that_does_not_say_its_language_is_explained_in_the_one_that_it_then_has(editor: LanguageServer) -> None:
    assert hover(editor, "met§hod: spin\n").startswith("#### 剧本\n\n这份剧本属于哪种销售方法")


def test_over_a_choice_stands_what_each_of_the_words_means(editor: LanguageServer) -> None:
    on_key = hover(editor, ENGLISH + "cards:\n  too_expensive:\n    cla§ss: price\n")
    on_value = hover(editor, ENGLISH + "cards:\n  too_expensive:\n    class: pr§ice\n")
    assert on_key == on_value
    assert "The kind of objection; it decides which tactics fit." in on_key
    assert "* `improper`: A wish that breaks law or decency; the only answer is a decent no." in on_key


def test_a_name_that_the_trainer_gave_is_explained_as_what_it_names(editor: LanguageServer) -> None:
    shown = hover(editor, ENGLISH + "cards:\n  too_exp§ensive:\n    class: price\n")
    assert shown == "#### Objection card\n\nWhat a client may say, why, and what to answer."


def test_a_tactic_under_its_card_is_explained(editor: LanguageServer) -> None:
    shown = hover(editor, CHINESE + "cards:\n  too_expensive:\n    tactics:\n      leave_§room: 先做一个点，行吗？\n")
    assert shown.endswith("留余地：先做一小块，其余以后再定。")


def test_a_list_says_what_it_does_to_the_one_of_the_base(editor: LanguageServer) -> None:
    head = "method: fabe\nid: my-pitches\nbased_on: general-fabe\nlanguage: en\ntitle: Mine\n"
    assert "takes the place of the base's whole list" in hover(editor, head + "pit§ches:\n  - id: pilot\n")
    assert "the same name takes the place of the base's" in hover(editor, head + "wor§ds:\n  no_date: When was it?\n")


def test_a_limit_says_what_holds_without_it(editor: LanguageServer) -> None:
    shown = hover(editor, ENGLISH + "limits:\n  cards_§offered: 3\n")
    assert shown.endswith("How many objections are offered as buttons.\n\nMay be left out; then it is `4`.")


def test_a_step_of_a_story_is_explained(editor: LanguageServer) -> None:
    shown = hover(editor, "plan: fleet-plan\nstories:\n  - story: 等卸粮\n    steps:\n      - at: spin.pro§blem\n", STORY)
    assert "#### 测试对话的一步\n\n这时必须走到哪一步" in shown
    assert "* `spin.problem`: 提问：客户可能有的难点。" in shown
