"""What the real language server offers a trainer who is typing."""

import pytest

from authoring.library import METHODS
from coaching.methods.objections import TACTICS
from coaching.methods.spin import Spin
from tests.authoring.editor.language_server import LanguageServer
from tests.authoring.editor.writing import CHINESE, ENGLISH, STORY, accepted, offers, underlined_in_all

pytestmark = pytest.mark.xdist_group("editor")

CARD = ENGLISH + "cards:\n  too_expensive:\n    class: price\n    ask: Compared with what?\n"


def test_an_empty_file_may_begin_with_any_method_in_either_language(editor: LanguageServer) -> None:
    found = offers(editor, "§")
    beginnings = [label for label in found if label.startswith(("new: ", "新建："))]
    assert len(beginnings) == 2 * len(METHODS)
    assert {"新建：异议剧本", "new: objection playbook", "method", "title"} <= set(found)


def test_methods_are_offered_with_what_they_are_for(editor: LanguageServer) -> None:
    found = offers(editor, "method: §")
    assert set(found) == set(METHODS)
    assert found["fabe"].explained == "产品介绍：特征、优势、利益、证据（FABE）。"


def test_behind_the_method_its_keys_are_offered_and_no_others(editor: LanguageServer) -> None:
    found = offers(editor, "method: objections\nlanguage: en\n§")
    assert set(found) == {"id", "title", "based_on", "author", "notes", "cards", "fit", "examples", "limits", "words"}
    assert found["cards"].explained.startswith("One card an objection, by its name.")
    spin = offers(editor, "method: spin\nlanguage: en\n§")
    assert set(spin) == set(Spin.model_fields) - {"method", "language"}


def test_the_usual_base_is_offered(editor: LanguageServer) -> None:
    assert set(offers(editor, "method: fabe\nbased_on: §")) == {"general-fabe"}
    assert set(offers(editor, "method: call_plan\nbased_on: general-plan\nparts:\n  spin: §")) == {"general-spin"}


def test_inside_a_card_the_keys_that_are_not_there_yet_are_offered(editor: LanguageServer) -> None:
    found = offers(editor, CARD + "    §")
    assert set(found) == {"all that must be here", "heard", "keywords", "roles", "cause", "acknowledge", "tactics", "never", "bring"}
    assert "without 'but'" in found["acknowledge"].explained
    assert "May name {{ client }}, {{ role }}, {{ goal }}." in found["acknowledge"].explained
    assert found["acknowledge"].inserted == "acknowledge: "


def test_kinds_of_objections_are_offered_with_their_meaning_in_the_language_of_the_file(editor: LanguageServer) -> None:
    english = offers(editor, ENGLISH + "cards:\n  too_expensive:\n    class: §")
    chinese = offers(editor, CHINESE + "cards:\n  too_expensive:\n    class: §")
    assert len(english) == len(chinese) == 13
    assert english["supplier"].explained == "Another supplier is there already."
    assert chinese["supplier"].explained == "已有供应商。"


@pytest.mark.parametrize(
    "place", ["cards:\n  one:\n    tactics:\n      §", "fit:\n  price:\n    first:\n      - §", "fit:\n  price:\n    first: [§]"]
)
def test_tactics_are_offered_as_keys_and_as_items(editor: LanguageServer, place: str) -> None:
    found = offers(editor, ENGLISH + place)
    assert set(found) == set(TACTICS)
    assert found["leave_room"].explained.startswith("Leave room: ")


def test_a_text_may_be_written_in_several_languages(editor: LanguageServer) -> None:
    found = offers(editor, CARD + "    acknowledge:\n      §")
    assert {"zh-Hans", "zh-Hant", "en", "in zh-Hans, en"} <= set(found)
    assert found["in zh-Hans, en"].inserted == "zh-Hans: $1\nen: $2"
    assert offers(editor, CARD + "    acknowledge: §") == {}


def test_words_of_the_coach_are_offered_with_the_names_that_they_may_use(editor: LanguageServer) -> None:
    found = offers(editor, CHINESE + "words:\n  ask_§")
    assert "{{ heard }}、{{ tactic }}" in found["ask_reply"].explained


def test_a_default_is_put_in_and_nothing_that_nobody_asked_for(editor: LanguageServer) -> None:
    assert offers(editor, ENGLISH + "limits:\n  §")["cards_offered"].inserted == "cards_offered: ${1:4}"
    assert offers(editor, ENGLISH + "§")["limits"].inserted == "limits:\n  "


def test_steps_and_commands_of_a_story_are_offered(editor: LanguageServer) -> None:
    begun = "plan: fleet-plan\nlanguage: en\nstories:\n  - story: A queue\n    steps:\n      - "
    at, command = offers(editor, begun + "at: §", STORY), offers(editor, begun + "command: §", STORY)
    assert {"plan.client", "goal.primary", "closed"} <= set(at)
    assert at["spin.implication"].explained == "Questions: what the problem leads to."
    assert {"back", "o", "stop"} <= set(command)
    assert {"at", "says", "picks", "command", "feedback", "card", "words"} <= set(offers(editor, begun + "§", STORY))


WHOLES = [
    *(("§", label) for label in ("新建：拜访计划", "新建：提问剧本", "新建：产品介绍剧本", "新建：异议剧本", "新建：让步剧本")),
    *(("met§", label) for label in ("new: call plan", "new: question playbook", "new: pitch playbook", "new: concession playbook")),
    (ENGLISH + "§", "cards"),
    (ENGLISH + "cards:\n  §", "new: objection card"),
    (CARD + "    §", "all that must be here"),
    (CARD + "    a§", "all that must be here"),
    (CHINESE + "examples:\n  reply:\n    §", "把必写的都补上"),
    ("method: spin\nid: a\nbased_on: general-spin\ntitle: a\nproblems:\n  §", "新建：难点"),
    ("method: spin\nid: a\nbased_on: general-spin\ntitle: a\nproblems:\n  - §", "把必写的都补上"),
    ("method: spin\nid: a\nbased_on: general-spin\ntitle: a\nproblems:\n  - id: queue\n    §", "把必写的都补上"),
    ("method: spin\nid: a\nbased_on: general-spin\ntitle: a\nfacts:\n  - §", "分语言写：zh-Hans, en"),
    ("method: fabe\nid: a\nbased_on: general-fabe\ntitle: a\npitches:\n  §", "新建：产品介绍"),
    ("method: call_plan\nid: a\nbased_on: general-plan\ntitle: a\nparts:\n  §", "把必写的都补上"),
    ("method: call_plan\nid: a\nbased_on: general-plan\ntitle: a\ntimes:\n  §", "新建：一档时间的安排"),
]


def test_what_is_put_in_as_a_whole_is_sound_once_its_places_are_filled_in(editor: LanguageServer) -> None:
    texts = [accepted(marked, offers(editor, marked)[label]) for marked, label in WHOLES]
    found = underlined_in_all(editor, texts)
    assert {text: wrong for text, wrong in zip(texts, found, strict=True) if wrong} == {}


NEW_STORIES = [
    ("§", "新建：测试对话文件"),
    ("plan: general-plan\nlanguage: en\nstories:\n  §", "new: story"),
    ("plan: general-plan\nlanguage: en\nstories:\n  - story: a\n    steps:\n      §", "new: step of a story"),
]


def test_a_new_story_is_sound_once_its_step_is_chosen(editor: LanguageServer) -> None:
    texts = [accepted(marked, offers(editor, marked, STORY)[label]) for marked, label in NEW_STORIES]
    chosen = []
    for text, found in zip(texts, underlined_in_all(editor, texts, STORY), strict=True):
        (wrong,) = found
        lines = text.split("\n")
        assert "at: " in lines[wrong.line - 1]
        lines[wrong.line - 1] = lines[wrong.line - 1][: wrong.column - 1] + "goal.primary"
        chosen.append("\n".join(lines))
    assert underlined_in_all(editor, chosen, STORY) == [[]] * len(NEW_STORIES)
