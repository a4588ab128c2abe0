"""A trainer's table becomes the draft of a playbook that `check` accepts; nothing of it is lost, and every doubt has its cell."""

import time
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from authoring import import_items, tables
from authoring.check import check_texts
from authoring.folder import Folder, on_disk
from authoring.headings import METHODS as METHODS_WITH_TABLES
from authoring.headings import recognised
from authoring.importing import Imported, import_table
from authoring.library import METHODS, laid_over
from authoring.notes import as_json, as_text
from authoring.read import read
from authoring.refusal import Refused
from authoring.shape import validate
from authoring.sheets import wordings
from coaching.ethics import Guard
from tests.authoring.bench import GENERAL
from tests.authoring.test_tables import saved, workbook

GUARD = Guard()


@cache
def general() -> Folder:
    return on_disk(GENERAL)


def imported(file: str, data: bytes | str | Workbook, **how: Any) -> Imported:
    content = saved(data) if isinstance(data, Workbook) else data.encode() if isinstance(data, str) else data
    return import_table(file, content, GUARD, **how)


def playbook(made: Imported) -> dict[str, Any]:
    """The draft as data; `check` has nothing to say against it."""
    assert made.text is not None, made.notes
    checked = read("draft.yaml", made.text.encode())
    assert checked.value is not None, (made.text, checked.findings)
    data = checked.value.data
    assert [finding for finding in findings(made) if finding.code != "too-few-items"] == []
    return data


def checked_whole(made: Imported) -> list[tuple[str, str]]:
    """What all of `check` says of a draft among the general playbooks."""
    beneath = {file.path: file.text.encode() for file in general().files.values()}
    found = check_texts({"draft.yaml": str(made.text).encode()}, beneath=beneath)
    return [(finding.severity, finding.code) for finding in found if finding.code != "language-of-base"]


def findings(made: Imported) -> list[Any]:
    """What `check` says of a draft that is laid over its base."""
    document = read("draft.yaml", str(made.text).encode()).value
    base = general().library.playbooks[document.data["based_on"]]
    whole = replace(document, data=laid_over(base, document.data))
    return list(validate(whole, METHODS[made.method], context={"language": document.data["language"]}).findings)


def noted(made: Imported) -> list[tuple[str, str]]:
    return [(note.code, str(note.where)) for note in made.notes if note.about != "note"]


PRICE = "太贵了；比别家贵\n“超预算”"
OBJECTIONS = [
    ["车队客户异议整理（2026 版）"],
    [],
    ["编号", "异议", "类型", "先问", "共情", "话术", "方法", "原因", "谁说的", "禁忌", "备注"],
    [1, PRICE, "价格", "跟哪家比？", "这笔钱要您担。", "您跟哪个比？", "查原因", "钱", "老板", "便宜没好货", "王组长提供"],
    [None, None, None, None, None, "先试两个月再定，行吗？", "留余地", None, "采购", None, None],
    [2, "有供应商了", "竞品", "他们哪点好？", "换谁都不会轻易动。", "留我们做个备份？", None, "需求", None, None, None],
]  # fmt: skip


def test_an_objections_workbook_with_merged_cells_becomes_cards():
    book = workbook(OBJECTIONS)
    book["表1"].merge_cells("A1:K1")
    book["表1"].merge_cells("B4:B5")
    made = imported("车队异议.xlsx", book)
    assert made.method == "objections"
    data = playbook(made)
    assert {key: data[key] for key in ("method", "id", "based_on", "language", "title")} == {
        "method": "objections", "id": "imported-objections", "based_on": "general-objections", "language": "zh-Hans", "title": "车队异议",
    }  # fmt: skip
    assert data["cards"] == {
        "card_1": {
            "class": "price", "heard": ["太贵了", "比别家贵", "超预算"], "roles": ["E", "T"], "cause": "money",
            "ask": "跟哪家比？", "acknowledge": "这笔钱要您担。",
            "tactics": {"find_cause": "您跟哪个比？", "leave_room": "先试两个月再定，行吗？"}, "never": ["便宜没好货"],
        },
        "card_2": {
            "class": "supplier", "heard": ["有供应商了"], "cause": "need", "ask": "他们哪点好？", "acknowledge": "换谁都不会轻易动。",
            "tactics": {"find_cause": "留我们做个备份？"},
        },
    }  # fmt: skip
    assert "# 车队客户异议整理（2026 版）" in str(made.text) and "# 备注: 王组长提供" in str(made.text)
    assert noted(made) == [("unknown-heading", "表1!K3")]
    assert checked_whole(made) == []


def test_what_a_table_lacks_is_a_placeholder_and_what_it_leaves_open_a_marked_guess():
    made = imported("异议.csv", "异议,回应\n你们太贵了,您是跟哪家比的？\n".encode("gbk"))
    (card,) = playbook(made)["cards"].values()
    assert card == {
        "class": "price", "heard": ["你们太贵了"], "cause": "money", "ask": "【待补：回答之前，先问的那一句？】",
        "acknowledge": "【待补：先站在客户这边的一句】", "tactics": {"find_cause": "您是跟哪家比的？"},
    }  # fmt: skip
    assert str(made.text).count("# 按字面猜的，核对后删掉这一行。") == 3
    assert [(note.code, note.message.en) for note in made.notes] == [
        ("placeholder", "The table says nothing for 'ask' in one place; a placeholder stands there."),
        ("placeholder", "The table says nothing for 'acknowledge' in one place; a placeholder stands there."),
        ("guessed", "'class' was guessed in one place; a comment says so there."),
        ("guessed", "'cause' was guessed in one place; a comment says so there."),
        ("guessed", "'tactics' was guessed in one place; a comment says so there."),
    ]


def test_placeholders_are_accepted_by_check():
    assert checked_whole(imported("a.csv", "异议\n你们太贵了\n")) == []
    assert checked_whole(imported("a.csv", "痛点\n等卸粮\n")) == []
    assert checked_whole(imported("a.csv", "特征\n车上装定位\n")) == []


def test_a_card_without_any_reply_has_a_place_for_one():
    (card,) = playbook(imported("a.csv", "Objection\nToo expensive\n"))["cards"].values()
    assert card["tactics"] == {"find_cause": "[to write: The line to answer with, which ends in a question?]"}


def test_rows_about_the_same_objection_join_and_empty_cells_belong_to_the_row_above():
    rows = "太贵了,跟谁比？,便宜没好货\n太贵了！,先试一个月。,\n,下个月再定。,您不识货\n没钱,预算归谁管？,\n"
    made = imported("a.csv", f"异议,回应,不要说\n{rows}")
    first, second = playbook(made)["cards"].values()
    assert first["heard"] == ["太贵了"]
    assert list(first["tactics"].items()) == [("find_cause", "跟谁比？"), ("leave_room", "先试一个月。"), ("change_time", "下个月再定。")]
    assert first["never"] == ["便宜没好货", "您不识货"]
    assert second["heard"] == ["没钱"]
    assert noted(made) == []


def test_a_second_line_for_the_same_tactic_is_kept_beside_the_card():
    made = imported("a.csv", "异议,回应\n太贵了,跟谁比？\n太贵了,比什么？\n")
    assert "# 还有（3:B）：比什么？" in str(made.text)
    assert noted(made) == [("second-value", "3:B")]


def test_tactics_may_be_columns():
    made = imported("a.csv", "异议,给面子,留余地\n太贵了,您看得细。,先做一半？\n")
    (card,) = playbook(made)["cards"].values()
    assert card["tactics"] == {"give_face": "您看得细。", "leave_room": "先做一半？"}


def test_two_languages_side_by_side_become_one_text():
    rows = "太贵了；没钱,Too expensive; no money,跟谁比？,With whom?\n有人做了,,他们哪点好？,What do they do well?\n"
    made = imported("a.csv", f"异议,Objection,回应,Reply\n{rows}")
    first, second = playbook(made)["cards"].values()
    assert first["heard"] == [{"zh-Hans": "太贵了", "en": "Too expensive"}, {"zh-Hans": "没钱", "en": "no money"}]
    assert first["tactics"]["find_cause"] == {"zh-Hans": "跟谁比？", "en": "With whom?"}
    assert second["heard"] == ["有人做了"]
    assert list(playbook(made)["cards"]) == ["too_expensive", "card_2"]


def test_a_traditional_table_makes_a_traditional_playbook():
    made = imported("a.csv", "異議,回應\n太貴了，沒有預算,您是跟哪一家比的？\n".encode("big5"))
    data = playbook(made)
    assert data["language"] == "zh-Hant"
    assert "【待補：" in str(made.text) and "先站在客戶這邊的一句】" in str(made.text)


def test_an_english_table_makes_an_english_playbook_with_readable_names():
    made = imported("Fleet objections.csv", "They say,Type,Reply\nIt's too expensive,Price,Compared with what?\n")
    data = playbook(made)
    assert (data["id"], data["language"], list(data["cards"])) == ("fleet-objections", "en", ["too_expensive"])


BANK = """\
好的，按 SPIN 整理如下：

| 类型 | 问题 | 角色 |
| --- | --- | --- |
| 背景问题 | 现在几辆车？ | 车队长 |
| 难点 | 等卸粮要多久？ | 使用者 |
| 暗示 | 多等两小时，影响谁？一天损失多少？ |  |
| 需求-效益 | 要是不用等，能多跑几趟？ |  |
| 难点 | 空驶多不多？ | 使用者 |
| 暗示 | 空驶一趟多花多少油？ |  |
"""


def test_a_bank_of_questions_out_of_a_chat_becomes_problems_with_their_questions():
    made = imported("题库.md", BANK)
    data = playbook(made)
    assert made.method == "spin"
    assert data["facts"] == ["现在几辆车？"]
    unnamed = "【待补：客户嘴里的难处，写成短语，如：车排队等几个小时】"
    assert data["problems"] == [
        {
            "id": "problem_1", "problem": unnamed, "roles": ["U"], "ask": "等卸粮要多久？",
            "implications": ["多等两小时，影响谁？", "一天损失多少？"], "need_payoffs": ["要是不用等，能多跑几趟？"],
        },
        {
            "id": "problem_2", "problem": unnamed, "roles": ["U"], "ask": "空驶多不多？",
            "implications": ["空驶一趟多花多少油？"], "need_payoffs": ["【待补：需求效益问题：解决了有什么好处？】"],
        },
    ]  # fmt: skip
    assert "# roles: 车队长" in str(made.text)


def test_a_table_of_problems_with_a_column_a_kind():
    rows = "等卸粮,哪天最堵？,影响谁？,要是不等呢？\n,,多花多少钱？,\n空驶,跑空多不多？,,\n"
    made = imported("a.csv", f"痛点,难点问题,暗示问题,需求效益问题\n{rows}")
    first, second = playbook(made)["problems"]
    assert (first["problem"], first["implications"]) == ("等卸粮", ["影响谁？", "多花多少钱？"])
    assert second["implications"] == ["【待补：暗示问题：这个难点会带来什么？】"]


def test_questions_without_a_kind_are_filed_by_how_they_sound():
    made = imported("a.csv", "问题\n现在几辆车？\n哪一段最麻烦？\n多等一小时会影响谁？\n要是能少等，有什么帮助？\n", method="spin")
    data = playbook(made)
    assert data["facts"] == ["现在几辆车？"]
    assert [(each["ask"], each["implications"], each["need_payoffs"]) for each in data["problems"]] == [
        ("哪一段最麻烦？", ["多等一小时会影响谁？"], ["要是能少等，有什么帮助？"])
    ]
    assert "'kind' was guessed in 4 places" in next(note.message.en for note in made.notes if note.code == "guessed")


def test_a_table_of_pitches():
    heads = ["特征", "优势", "利益", "证据", "来源", "日期", "针对的难点"]
    book = workbook([heads, ["车上装定位", "比打电话快", "您少等", "测过两周", "测试记录", "2026-05", "等卸粮"]])
    (pitch,) = playbook(imported("a.xlsx", book))["pitches"]
    assert pitch == {
        "id": "pitch_1", "feature": "车上装定位", "advantage": "比打电话快", "benefit": "您少等",
        "evidence": {"text": "测过两周", "source": "测试记录", "date": "2026-05", "bring": "【待补：带什么去，客户看得见】"},
    }  # fmt: skip


def test_a_table_of_concessions_and_what_is_too_few_is_told():
    made = imported("a.csv", "让步,交换条件,小添头,单位\n两年价,签两年,培训一天,元/台\n锁价,月底前签,,\n")
    data = playbook(made)
    assert data["unit"] == "元/台" and data["extras"] == ["培训一天"]
    assert data["give_gets"] == [{"give": "两年价", "get": "签两年"}, {"give": "锁价", "get": "月底前签"}]
    assert "too-few" in [note.code for note in made.notes]
    assert [finding.code for finding in findings(made)] == ["too-few-items"]


def test_of_several_sheets_those_of_the_method_are_taken_and_the_others_told():
    heads = ["异议", "回应"]
    questions = [["难点", "暗示问题"], ["返工", "影响谁？"]]
    book = workbook([heads, ["太贵了", "甲？"]], [["目录"], ["一"]], questions, [heads, ["没钱", "乙？"]])
    made = imported("a.xlsx", book, method="objections")
    assert [card["heard"] for card in playbook(made)["cards"].values()] == [["太贵了"], ["没钱"]]
    assert {(note.code, str(note.where)) for note in made.notes} >= {("sheet-without-headings", "表2"), ("other-method", "表3")}
    assert "--method spin" in next(note.hint.en for note in made.notes if note.code == "other-method")


def test_a_cell_that_looks_like_a_formula_is_told_and_never_a_sentence():
    rows = "太贵了,=cmd|'/c calc'!A0\n没钱,\"=HYPERLINK(\"\"x\"\")\"\n没空,@SUM(1)\n再说,#REF!\n算了,- 您跟谁比？\n"
    made = imported("a.csv", f"异议,回应\n{rows}")
    lines = [next(iter(card["tactics"].values())) for card in playbook(made)["cards"].values()]
    assert [line.startswith("【待补") for line in lines] == [True, True, True, True, False]
    assert noted(made) == [("formula", "2:B"), ("formula", "3:B"), ("formula", "4:B"), ("formula", "5:B")]
    assert "# (2:B) =cmd|'/c calc'!A0" in str(made.text)


def test_signs_that_a_playbook_would_read_are_kept_out_of_its_sentences():
    made = imported("a.csv", "异议,回应\n太贵了,{{ 7 * 7 }}\n没钱,{% for x in y %}\n没空,<script>x</script>\n")
    playbook(made)
    assert noted(made) == [("braces", "2:B"), ("braces", "3:B"), ("braces", "4:B")]


def test_words_that_ethics_blocks_are_left_out_and_named_with_their_cell():
    made = imported("a.xlsx", workbook([["异议", "回应", "备注"], ["你们有没有回扣", "我给您个人返点，走现金红包", "送他购物卡"]]))
    data = playbook(made)
    assert [note.code for note in made.notes if note.code == "blocked"] == ["blocked", "blocked"]
    assert {str(note.where) for note in made.notes if note.code == "blocked"} == {"表1!B2", "表1!C2"}
    first = next(note for note in made.notes if note.code == "blocked")
    assert "E-01" in first.message.zh and "合同" in first.hint.zh
    assert "红包" not in str(made.text) and "购物卡" not in str(made.text)
    # What a client may say is no matter for the list: the card teaches how to refuse.
    assert next(iter(data["cards"].values()))["heard"] == ["你们有没有回扣"]


def test_a_word_that_is_no_choice_is_told_with_the_possible_ones():
    made = imported("a.csv", "异议,类型,回应\n太贵了,天气,甲？\n")
    assert next(iter(playbook(made)["cards"].values()))["class"] == "other"
    note = next(note for note in made.notes if note.code == "unknown-value")
    assert (str(note.where), "price" in note.hint.en) == ("2:B", True)
    assert "# class: 天气" in str(made.text)


def test_a_row_that_belongs_to_nothing_stands_at_the_end():
    made = imported("a.csv", "异议,回应,备注\n,孤零零的话,乙\n太贵了,甲？,\n")
    assert str(made.text).endswith("# 没有放进去的内容：\n# 孤零零的话\n# 备注: 乙\n")
    assert ("not-placed", "2:B") in noted(made)


@pytest.mark.parametrize(("content", "code", "hint"), [
    ("甲,乙\n1,2\n", "no-headings", "Give the columns one of these headings: objection, problem, feature, give."),
    ("异意,话木\n太贵了,甲\n", "no-headings-similar", "Did you mean '异议'?"),
    ("异议,回应\n", "no-items", "The column 'objection' must not be empty."),
    ("异议,回应\n,\n", "no-items", "The column 'objection' must not be empty."),
    ("", "empty", "Check that it is the right file; sheets that are hidden are not read."),
])  # fmt: skip
def test_without_a_table_of_the_kind_there_is_a_sentence_and_no_draft(content, code, hint):
    made = imported("a.csv", content)
    assert made.text is None
    assert [(note.code, note.about, note.hint.en) for note in made.notes] == [(code, "error", hint)]


def test_a_method_that_was_named_tells_its_own_headings():
    made = imported("a.csv", "甲,乙\n1,2\n", method="fabe")
    assert "feature, advantage, benefit, evidence" in made.notes[0].hint.en


@pytest.mark.parametrize(("how", "sentence"), [
    ({"method": "objektions"}, "There is no method 'objektions'. Did you mean 'objections'?"),
    ({"method": "plan"}, "Tables can be imported for objections, spin, fabe, negotiation. For call_plan begin with: new call_plan"),
    ({"name": "车队"}, "'车队' cannot be an id: use small letters and digits, with - or _ between, for example fleet-objections."),
])  # fmt: skip
def test_what_was_asked_wrongly_is_refused_with_a_sentence(how, sentence):
    with pytest.raises(Refused) as caught:
        imported("a.csv", "异议\n太贵了\n", **how)
    assert caught.value.words.en == sentence


def test_notes_are_for_people_and_for_programs():
    made = imported("异议.xlsx", workbook([["异议", "备注"], ["太贵了", "=1+"]]))
    text = as_text(made.notes, "zh-Hans")
    assert text.startswith("异议.xlsx:表1!B1: 不认得列名“备注”，它下面的内容留作注释。认得的有：异议、回应、方法、")
    (first, *_) = as_json(made.notes, "en")
    assert {key: first[key] for key in ("file", "sheet", "cell", "line", "column", "severity", "code")} == {
        "file": "异议.xlsx", "sheet": "表1", "cell": "B1", "line": 1, "column": 2, "severity": "warning", "code": "unknown-heading",
    }  # fmt: skip


def test_a_table_of_thousands_of_rows_is_a_draft_within_seconds():
    data = "异议,类型,回应,备注\n" + "".join(f"第{n}种说法太贵了,价格,您是跟第{n}家比的？,备注{n}\n" for n in range(5_000))
    begun = time.monotonic()
    made = imported("a.csv", data)
    assert time.monotonic() - begun < 15
    assert len(playbook(made)["cards"]) == import_items.MOST_ITEMS
    assert {"rows-left-out", "items-left-out"} <= {note.code for note in made.notes}


CELLS = st.text(st.sampled_from("太贵了没钱返工影响谁先试；;/\n，。？?=+-@{}<>%#“”'\":：|0123abc "), max_size=14)
# fmt: off
HEADS = st.sampled_from([
    "异议", "回应", "类型", "原因", "问题", "暗示问题", "难点", "特征", "利益", "证据", "让步", "交换条件", "备注", "方法", "日期", "Reply",
    "Objection",
])
# fmt: on
SHEETS = st.lists(HEADS, min_size=1, max_size=5).flatmap(
    lambda heads: st.tuples(st.just(heads), st.lists(st.lists(CELLS, min_size=len(heads), max_size=len(heads)), max_size=5))
)


@given(SHEETS, st.sampled_from([None, "objections", "spin", "fabe", "negotiation"]))
@settings(max_examples=60, deadline=None)
def test_whatever_stands_in_a_table_the_draft_passes_check_and_no_word_is_lost(sheet, method):
    heads, rows = sheet
    # Written as a workbook would give it, so that each cell is one cell.
    book = workbook([list(heads), *[[cell or None for cell in row] for row in rows]])
    made = imported("表.xlsx", book, method=method)
    if made.text is None:
        assert any(note.about == "error" for note in made.notes)
        return
    data = playbook(made)
    everything = squeezed(made.text) + squeezed(str(data)) + "".join(squeezed(note.message.zh) for note in made.notes)
    # A word that is a heading may be taken for one.
    cells = [cell for row in rows for cell in row if not any(recognised(each, cell) for each in METHODS_WITH_TABLES)]
    for piece in (piece for cell in cells for piece in wordings("heard", cell)):
        assert squeezed(piece) in everything, (piece, made.text)


def squeezed(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.xlsx", "a.md", "a"]))
@settings(deadline=None)
def test_import_never_raises(data, file):
    made = imported(file, data)
    assert (made.text is None) == any(note.about == "error" for note in made.notes)


def test_a_table_that_nobody_foresaw_is_a_sentence(monkeypatch):
    monkeypatch.setattr(tables, "_PIPE", None)
    assert [note.code for note in imported("a.md", "| 异议 |\n|---|\n").notes] == ["damaged"]
