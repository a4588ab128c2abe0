"""What the real language server underlines, where, and what it says there."""

import re
from pathlib import Path

import pytest

from tests.authoring.editor.conftest import ROOT
from tests.authoring.editor.language_server import LanguageServer, Underlined
from tests.authoring.editor.writing import CHINESE, ENGLISH, STORY, underlined, underlined_in_all

pytestmark = pytest.mark.xdist_group("editor")

CARD = """\
cards:
  too_expensive:
    class: price
    heard: [Too expensive]
    cause: money
    ask: Compared with what?
    acknowledge: You answer for this money.
    tactics:
      leave_room: Shall we begin with one point?
"""
SHIPPED = sorted((ROOT / "playbooks").rglob("*.yaml"))
STEP = "plan: fleet-plan\nlanguage: en\nstories:\n  - story: A queue\n    steps:\n      - "


def test_what_is_shipped_is_clean(editor: LanguageServer) -> None:
    assert len(SHIPPED) > 15
    opened = {path: editor.open(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in SHIPPED}
    found: dict[Path, list[Underlined]] = {path: editor.underlined(uri) for path, uri in opened.items()}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_a_new_card_on_a_base_is_clean(editor: LanguageServer) -> None:
    assert underlined(editor, ENGLISH + CARD) == []


SLIPS = [
    # A key that there is not, and the one that is missing for it
    ("    acknowledge: You", "    acknowlege: You", [
        (7, 3, 16, "Missing here: 'acknowledge'. The sentence that takes the client's side first, without 'but'."),
        (12, 5, 15, "An objection card has no such key. Possible here: class, heard, keywords, roles, cause, ask, acknowledge, tactics, "
                    "never, bring."),
    ]),
    ("cards:", "card:", [
        (6, 1, 5, "An objection playbook has no such key. Possible here: method, id, language, title, author, notes, based_on, cards, fit, "
                  "examples, limits, words."),
    ]),
    ("leave_room:", "leave_rom:", [
        (14, 7, 16, "Choose one of: give_face, change_time, change_place, acquaintance, upper_level, pressure, leave_room, find_cause, "
                    "creative."),
    ]),
    ("too_expensive:", "Too expensive:", [
        (7, 3, 16, "Expected here: a short name: small letters and digits, with - or _ between them, beginning with a letter."),
    ]),
    # A word that is not among those to choose from
    ("class: price", "class: prices", [
        (8, 12, 18, "Choose one of: price, no_need, supplier, no_money, no_authority, distrust, bad_experience, brush_off, delay, "
                    "inside_conflict, risk, improper, …."),
    ]),
    ("language: en", "language: english", [(4, 11, 18, "从这些里选一个：zh-Hans、zh-Hant、en。")]),
    # A value of another kind
    ("heard: [Too expensive]", "heard: Too expensive", [
        (9, 12, 25, "Expected here: a list, each item a text, or one text for each language. Write each item on a line of its own that "
                    "begins with '- ', or all in [ ] with commas."),
    ]),
    ("ask: Compared with what?", "ask: [Compared, with]", [(11, 10, 26, "Expected here: a text, or one text for each language.")]),
    ("ask: Compared with what?", "ask:", [(11, 9, 9, "Expected here: a text, or one text for each language.")]),
    ("ask: Compared with what?", "ask: ' '", [(11, 10, 13, "Write the words, or remove the line.")]),
    ("heard: [Too expensive]", "heard: []", [(9, 12, 14, "Write at least 1 here.")]),
    # A language that there is not
    ("ask: Compared with what?", "ask: {zh-hans: 跟谁比？}", [(11, 11, 18, "A text is written in: zh-Hans, zh-Hant, en.")]),
    # A name between braces that nobody fills in
    ("ask: Compared with what?", "ask: Compared with what, {{ cleint }}?", [
        (11, 10, 43, "Between braces only these may stand here: {{ client }}, {{ role }}, {{ goal }}."),
    ]),
]  # fmt: skip


@pytest.fixture(scope="module")
def slips(editor: LanguageServer) -> list[list[Underlined]]:
    """What is underlined in each of the slips; all files are opened at once, which is quicker."""
    whole = ENGLISH + CARD
    assert all(whole.count(right) == 1 for right, _, _ in SLIPS)
    return underlined_in_all(editor, [whole.replace(right, wrong) for right, wrong, _ in SLIPS])


@pytest.mark.parametrize("number", range(len(SLIPS)), ids=[f"{right} -> {wrong}" for right, wrong, _ in SLIPS])
def test_a_slip_is_underlined_at_its_place(slips: list[list[Underlined]], number: int) -> None:
    expected = [Underlined(line, column, line, end, message) for line, column, end, message in SLIPS[number][2]]
    assert slips[number] == expected


def test_the_same_slips_are_told_in_chinese_in_a_chinese_file(editor: LanguageServer) -> None:
    found = underlined(editor, CHINESE + CARD.replace("acknowledge", "acknowlege").replace("price", "prices"))
    assert [(one.place, one.message) for one in found] == [
        ((7, 3), "这里缺“acknowledge”。先站在客户这边的一句，不带“但是”。"),
        ((8, 12), "从这些里选一个：price、no_need、supplier、no_money、no_authority、distrust、bad_experience、brush_off、delay、"
                  "inside_conflict、risk、improper、…。"),
        ((12, 5), "异议卡没有这个键。可以写的有：class、heard、keywords、roles、cause、ask、acknowledge、tactics、never、bring。"),
    ]  # fmt: skip


def test_a_place_is_right_behind_chinese_characters(editor: LanguageServer) -> None:
    found = underlined(editor, CHINESE + "words: {ask_reply: 您打算怎么说？, ask_replay: 怎么说？}\n")
    assert [(one.line, one.column, one.end_column) for one in found] == [(6, 29, 39)]


def test_a_misspelt_key_can_be_mended_with_a_tap(editor: LanguageServer) -> None:
    uri = editor.open("playbooks/trainer/mended.yaml", ENGLISH + CARD.replace("acknowledge", "acknowlege"))
    key = next(one for one in editor.underlined(uri) if one.line == 12)
    assert "acknowledge" in editor.fixes(uri, key)


@pytest.mark.parametrize("manual", ["editor.md", "editor.zh-Hans.md"])
def test_the_lines_of_the_manual_switch_it_on_where_no_settings_do(editor: LanguageServer, manual: str) -> None:
    for_playbook, for_story = re.findall(r"(?m)^# yaml-language-server: .*$", (ROOT / "docs" / manual).read_text(encoding="utf-8"))
    nothing, playbook, story = underlined_in_all(
        editor,
        ["method: spins\n", f"{for_playbook}\nmethod: spins\n", f"{for_story}\nplan: a\nstories: 3\n"],
        "playbooks/examples/{}.yaml",  # a folder that the settings leave alone
    )
    assert [[one.place for one in found] for found in (nothing, playbook, story)] == [[], [(2, 9)], [(3, 10)]]


def test_a_name_that_is_asked_for_only_later_is_underlined(editor: LanguageServer) -> None:
    head = "method: call_plan\nid: a\nbased_on: general-plan\nlanguage: en\ntitle: A\nwords:\n"
    texts = [head + f'  {key}: "For {{{{ client }}}}"\n' for key in ("ask_role", "ask_earlier", "ask_goal")]
    told = [[(one.line, one.message) for one in found] for found in underlined_in_all(editor, texts)]
    assert told == [[], [(7, "No name may stand here: the rep has not answered anything yet.")], []]


def test_numbers_are_held_to_their_limits(editor: LanguageServer) -> None:
    found = underlined(editor, ENGLISH + "limits:\n  cards_offered: 9\n  length_zh: many\n  length_en: 0\n")
    assert [(one.place, one.message) for one in found] == [
        ((7, 18), "Expected here: a whole number from 1 to 6."),
        ((8, 14), "Expected here: a whole number, at least 1. Write the number alone, in digits, without a unit or a sign."),
        ((9, 14), "Expected here: a whole number, at least 1."),
    ]


def test_without_a_base_everything_must_be_there_and_the_way_out_is_named(editor: LanguageServer) -> None:
    found = underlined(editor, "method: objections\nid: mine\nlanguage: en\ntitle: Mine\nexamples: {}\n" + CARD)
    at_the_head = [one.message for one in found if one.place == (1, 1)]
    assert [message.split(".")[0] for message in at_the_head] == ["Missing here: 'fit'", "Missing here: 'words'"]
    assert all(message.endswith("or name a playbook in 'based_on', from which it is taken.") for message in at_the_head)
    assert [one.message.split(".")[0] for one in found if one.place == (5, 1)] == ["Missing here: 'expect'", "Missing here: 'reply'"]


def test_with_a_base_only_the_head_must_be_there(editor: LanguageServer) -> None:
    head = "method: spin\nbased_on: general-spin\nlanguage: en\n"
    alone, partly, empty = underlined_in_all(editor, [head, head + "id: a\ntitle: A\nwords: {}\n", ENGLISH + "cards: {}\nexamples: {}\n"])
    assert [one.message.split(".")[0] for one in alone] == ["Missing here: 'id'", "Missing here: 'title'"]
    assert (partly, empty) == ([], [])


def test_without_a_method_only_the_method_is_missed(editor: LanguageServer) -> None:
    missing, wrong = underlined_in_all(editor, ["title: 我的异议\nlanguage: zh-Hans\n", "language: en\nmethod: objection\ncards: 3\n"])
    assert [(one.place, one.message[:11]) for one in missing] == [((1, 1), "这里缺“method”")]
    assert [(one.place, one.message[:13]) for one in wrong] == [((2, 9), "Choose one of")]


NO_SUCH_STEP = "Expected here: the id of a step such as spin.problem, or spin.problem/2 for the second time."
NO_SUCH_COMMAND = "Expected here: a command without its slash, such as back, or o with a few words."
NOTHING_DONE = (
    "Nothing is done in this step. Add what the rep types ('says'), which button is tapped ('picks'), or a command ('command')."
)
TWO_THINGS = "This step has both 'says' and 'picks'. Make two steps of it."
NO_SUCH_KEY = "A step of a story has no such key. Possible here: at, says, picks, command, feedback, card, words."
STEPS: list[tuple[str, list[tuple[int, int, str]]]] = [
    ("says: They wait", []),
    ("at: spin.problem/2\n        picks: '#2'", []),
    ("command: o too expensive", []),
    ("at: spin.problems\n        says: a", [(6, 13, NO_SUCH_STEP)]),
    ("command: bak", [(6, 18, NO_SUCH_COMMAND)]),
    ("at: goal.primary", [(6, 9, NOTHING_DONE)]),
    ("says: a\n        picks: b", [(7, 16, TWO_THINGS)]),
    ("sais: a", [(6, 9, NO_SUCH_KEY), (6, 9, NOTHING_DONE)]),
]


def test_a_step_of_a_story_does_one_thing_at_a_step_that_there_is(editor: LanguageServer) -> None:
    found = underlined_in_all(editor, [STEP + step + "\n" for step, _ in STEPS], STORY)
    told = [[(one.line, one.column, one.message) for one in of_step] for of_step in found]
    assert told == [expected for _, expected in STEPS]
