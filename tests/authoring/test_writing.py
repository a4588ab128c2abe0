"""YAML as a trainer would write it: read back as it was, quiet where it can be, commented where it must be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.read import read
from authoring.writing import Entry, Raw, comment, inline, written

# Without the characters that no playbook may have; `read` names those itself.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("车队，：“”‘’「」（）｛｝、;:#-?&*!|>%@`'\"{}[]\\/ \n,.0123456789abYNo~=<$…　"),
        st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")),
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: (text.isprintable() or "\n" in text) and "\ufffd" not in text)
PARAGRAPHS = st.lists(st.text(max_size=200), max_size=2).map(tuple)
SCALARS = st.one_of(TEXTS, st.integers(-10**12, 10**12), st.booleans(), st.none())
KEYS = st.text("abcxyz_", min_size=1, max_size=6)


def entries(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    mapping = st.dictionaries(KEYS, st.tuples(values, PARAGRAPHS), min_size=1, max_size=3).map(
        lambda found: tuple(Entry(key, value, above) for key, (value, above) in found.items())
    )
    items = st.lists(st.tuples(values, PARAGRAPHS), min_size=1, max_size=3).map(
        lambda found: tuple(Entry(None, value, above) for value, above in found)
    )
    return st.one_of(mapping, items)


def plain(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    return {each.key: plain(each.value) for each in value} if value[0].key is not None else [plain(each.value) for each in value]


@given(entries(st.recursive(SCALARS, entries, max_leaves=8)))
def test_whatever_is_written_is_read_back_as_it_was(value: Any) -> None:
    checked = read("new.yaml", written(value).encode())
    wanted = plain(value)
    assert checked.value is not None, (written(value), checked.findings)
    assert checked.value.data == wanted
    assert [type(leaf) for leaf in leaves(checked.value.data)] == [type(leaf) for leaf in leaves(wanted)]


def leaves(value: Any) -> list[Any]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [value] if inside is None else [leaf for each in inside for leaf in leaves(each)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("您说贵，是跟哪一家比的？", "a: 您说贵，是跟哪一家比的？"),
        ("It's too expensive", "a: It's too expensive"),
        ("“{{ quote }}”里没有条件", "a: “{{ quote }}”里没有条件"),
        ("{{ quote }} 里没有条件", 'a: "{{ quote }} 里没有条件"'),
        ("Add: one more", 'a: "Add: one more"'),
        ('He said "no"', 'a: He said "no"'),
        ('"No", he said: no', "a: '\"No\", he said: no'"),
        ("46.5", 'a: "46.5"'), ("2026-05", 'a: "2026-05"'), ("no", 'a: "no"'), ("1:30", 'a: "1:30"'),
        ("第一行\n第二行", "a: |-\n  第一行\n  第二行"),
        (" 前面有空格", 'a: " 前面有空格"'),
    ],
)  # fmt: skip
def test_a_text_is_quoted_only_where_yaml_would_misread_it(text: str, line: str) -> None:
    assert written((Entry("a", text),)) == line + "\n"


def test_an_item_begins_behind_its_dash_and_the_comments_stand_above() -> None:
    inside = (Entry("id", "queue", ("它的名字",)), Entry("roles", inline(["U", "T"])), Entry("ours", Raw("{}")))
    assert written((Entry("problems", (Entry(None, inside, ("第一个",)),)),)) == (
        "problems:\n  # 第一个\n  # 它的名字\n  - id: queue\n    roles: [U, T]\n    ours: {}\n"
    )


@given(st.text(max_size=400), st.integers(0, 20))
def test_a_comment_never_becomes_yaml(paragraph: str, indent: int) -> None:
    text = "a: 1\n" + "".join(line + "\n" for line in comment(paragraph, indent)) + "b: 2\n"
    checked = read("new.yaml", text.encode("utf-8", "ignore"))
    assert checked.value is not None and checked.value.data == {"a": 1, "b": 2}


def test_a_long_comment_is_wrapped_between_words_and_never_inside_a_placeholder() -> None:
    lines = list(comment("可以填入的名称很多，" * 5 + "{{ client }} {{ role }} {{ goal }} " * 6, 4))
    assert len(lines) > 1
    assert all(line.startswith("    # ") and line.count("{{") == line.count("}}") for line in lines)
