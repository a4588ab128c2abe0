"""Templates: what a trainer may write, what is refused, and that filling in is safe whatever a rep types."""

# ruff: noqa: E501 - the rows of a table stand on one line each

import html
import re
import time

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.templates import (
    TAGS,
    TemplateRefused,
    Value,
    compile_template,
    environment,
    faults,
    misused,
    names_used,
    names_with_places,
    plain_text,
    render,
    telegram_length,
)


@pytest.mark.parametrize(
    "source",
    [
        "{% for p in problems %}{{ p }}{% endfor %}", "{% set x = 1 %}", "{% include 'x' %}", "{% import 'x' as y %}", "{% from 'x' import y %}",
        "{% macro m() %}{% endmacro %}", "{% extends 'x' %}", "{% block b %}{% endblock %}", "{% raw %}{{ x }}{% endraw %}", "{% filter upper %}{% endfilter %}",
        "{% call f() %}{% endcall %}", "{% with %}{% endwith %}", "{% autoescape false %}{% endautoescape %}", "{% do x %}", "{% debug %}",
        "{{ f() }}", "{{ a.b() }}", "{{ a['b'] }}", "{{ a[0] }}", "{{ a[1:2] }}", "{{ a + 1 }}", "{{ a - 1 }}", "{{ a * 99999999 }}", "{{ 2 ** 99 }}",
        "{{ a / 0 }}", "{{ a // 2 }}", "{{ a % 2 }}", "{{ -a }}", "{{ +a }}", "{{ a ~ b }}", "{{ [a] }}", "{{ (a, b) }}", "{{ {'a': 1} }}",
        "{{ a.__class__ }}", "{{ a._x }}", "{{ _a }}", "{{ __import__ }}", "{{ ''.join }}", "{{ 'a'.upper }}", "{{ (a.b).c if a else 'x'.y }}",
        "{{ a | attr('x') }}", "{{ a | safe }}", "{{ a | map('upper') }}", "{{ a | default('x') }}", "{{ a | format }}", "{{ a | join(b) }}",
        "{{ a | join(d=',') }}", "{{ a | upper('x') }}", "{{ a is defined }}", "{{ a is callable }}", "{{ self }}", "{{ self._TemplateReference__context }}",
        "{{ loop }}", "{{ super() }}", "{{ varargs }}", "{{ caller }}", "{{ cycler }}" + "{{ range(9) }}", "{{ 'a' if b }}", "{{ a b }}", "{{ }}", "{% %}", "{%%}",
        "{% if %}x{% endif %}", "{% if a %}", "{% endif %}", "{% else %}", "{% if a %}{% else %}{% else %}{% endif %}x{% endif %}", "{{ a", "a }}", "{{ a }", "{# a",
        "{{ '{{' }}", "{{% if a %}x{% endif %}", "{{{ a }}", "{{# a #}", "｛｛ a ｝｝", "{{ a｜upper }}", "{{ “a” }}", "<script>", "<a href='x'>y</a>", "<b", "<b>", "</b>", "<b><i></b></i>", "<b {{ a }}>x</b>",
        "<{{ a }}>", "<b onclick='x'>y</b>", "<img src=x>", "<b><b>x</b></b>", "<code><i>x</i></code>", "{% if a %}<b>{% endif %}</b>", "{% if a %}" * 5 + "x" + "{% endif %}" * 5,
        "{{ " + "(" * 100 + "a" + ")" * 100 + " }}", "{{ " + "not " * 100 + "a }}", "{{ a" + " and a" * 100 + " }}",
    ],
)  # fmt: skip
def test_whatever_is_more_than_a_place_to_fill_in_is_refused(source: str) -> None:
    if source == "<b":
        # Not even a tag: a sign like any other.
        assert render(source, {}) == "&lt;b"
        return
    if source == "<{{ a }}>":
        # Without a name it is no tag, and what is filled in cannot make it one.
        assert render(source, {"a": "b"}) == "&lt;b>"
        return
    assert faults(source)
    with pytest.raises(TemplateRefused):
        compile_template(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("您好 {{ client }}", "您好 红山 &lt;酒厂&gt;"),
        ("{{ client }}", "红山 &lt;酒厂&gt;"),
        ("{{ person.role }}", "队长"),
        ("<b>{{ n }}</b> < 10 & R&D &lt;", "<b>3</b> &lt; 10 &amp; R&amp;D &lt;"),
        ("{{ problems | join('、') }}", "等 &amp; 卸、空驶"),
        ("{{ problems | join('<') }}", "等 &amp; 卸&lt;空驶"),
        ("{{ problems | join }}", "等 &amp; 卸, 空驶"),
        ("{% if problems | length == 2 and not no %}两个{% endif %}", "两个"),
        ("{% if n > 5 %}多{% elif n > 2 %}几个{% else %}少{% endif %}", "几个"),
        ("{{ 'a' if no else '<b>' }}", "&lt;b&gt;"),
        ("{{ word | upper }}{{ word | lower }}", "ABCabc"),
        ("{% if 'bC' in word %}x{% endif %}", "x"),
        ("a{# a note #}b", "ab"),
        ("{% if n %}\n  x\n{% endif %}\ny\n", "  x\ny\n"),
        ("one\n\ntwo\n", "one\n\ntwo\n"),
        ("{ client } {client}", "{ client } {client}"),
        ("<3 a<b 5", "&lt;3 a&lt;b 5"),
    ],
)
def test_a_template_is_filled_in(source: str, expected: str) -> None:
    values: dict[str, Value] = {
        "client": "红山 <酒厂>", "n": 3, "no": False, "problems": ("等 & 卸", "空驶"), "person": {"role": "队长"}, "word": "abC",
    }  # fmt: skip
    assert render(source, values) == expected


def test_a_name_without_a_value_is_an_error_and_not_an_empty_place() -> None:
    for source in ("{{ client }}", "{% if client %}x{% endif %}", "{{ person.role }}", "{{ client | upper }}"):
        with pytest.raises(jinja2.UndefinedError):
            render(source, {"person": {}})


def test_an_attribute_of_a_value_is_not_reachable() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("{{ client.upper }}", {"client": "x"})
    with pytest.raises(jinja2.UndefinedError):
        render("{{ person.items }}", {"person": {"role": "x"}})


def test_markup_that_is_handed_in_is_escaped_like_all_else() -> None:
    import markupsafe

    assert render("{{ a }}{{ b | join }}{{ c.d }}", {
        "a": markupsafe.Markup("<i>"), "b": (markupsafe.Markup("<i>"),), "c": {"d": markupsafe.Markup("<i>")},
    }) == "&lt;i&gt;" * 3  # fmt: skip


def test_the_environment_has_nothing_to_call() -> None:
    assert environment() is environment()
    assert not environment().globals and not environment().tests
    assert set(environment().filters) == {"join", "length", "lower", "upper"}
    assert environment().autoescape is True


def test_a_refusal_names_code_line_and_column() -> None:
    with pytest.raises(TemplateRefused) as refused:
        compile_template("一\n二 {{ a.b() }}<b>")
    assert (refused.value.code, refused.value.line, refused.value.column) == ("template-forbidden", 2, 9)
    assert [(fault.code, fault.offset) for fault in refused.value.faults] == [("template-forbidden", 10), ("tag-unclosed", 15)]


def test_the_names_of_a_template_are_known_with_their_places() -> None:
    source = "{{ a }} {% if a.b and c == 'a' %}{{ c | upper }}{% endif %}{# d #}"
    assert names_used(source) == {"a", "a.b", "c"}
    assert [(use.name, use.offset) for use in names_with_places(source)] == [("a", 3), ("a.b", 14), ("c", 22), ("c", 36)]
    assert all(source[use.offset :].startswith(use.name) for use in names_with_places(source))


@pytest.mark.parametrize(
    ("source", "piece"),
    [
        ("{{ problems }}", "problems"), ("{{ no }}", "no"), ("{{ n == 3 }}", "n"), ("{{ n | upper }}", "n"), ("{{ word | join }}", "word"),
        ("{{ problems | upper }}", "problems"), ("{% if word > 3 %}x{% endif %}", "word"), ("{% if n in word %}x{% endif %}", "n"),
        ("{% if word in n %}x{% endif %}", "word"), ("{{ 'a' if no else problems }}", "no"), ("{{ n | length }}", "n"), ("{{ true }}", "{{ true }}"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_found_before_it_is_filled_in(source: str, piece: str) -> None:
    values: dict[str, Value] = {"n": 3, "no": False, "problems": ("a",), "word": "x"}
    (fault,) = misused(source, values)
    assert (fault.code, fault.piece) == ("template-value", piece)
    assert source[fault.offset : fault.offset + fault.length] == piece


@pytest.mark.parametrize(("markup", "units"), [("abc", 3), ("<b>太</b>", 1), ("😀", 2), ("&lt;&amp;", 2), ("&#39;", 1), ("", 0)])
def test_the_length_is_telegrams(markup: str, units: int) -> None:
    assert telegram_length(markup) == units


PIECES = st.sampled_from([
    "{{ word }}", "{{ problems | join('、') }}", "{% if no %}", "{% if n > 2 %}", "{% else %}", "{% endif %}", "<b>", "</b>", "<i>", "</i>", "<code>", "</code>",
    "<blockquote>", "</blockquote>", " < ", "&", "太贵", "\n", "{# x #}", "{{ n }}", "<", ">", "{", "}", "%", "{{", "}}", "\"", "'",
])  # fmt: skip


def tags_are_balanced(markup: str) -> bool:
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)>", markup):
        if name not in TAGS or (closing and (not stack or stack.pop() != name)):
            return False
        if not closing:
            stack.append(name)
    return not stack and "<" not in re.sub(r"</?\w+>", "", markup)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join), st.text(alphabet="<>&\"'{}%ab太/", max_size=12), st.booleans(), st.integers(0, 5))
def test_what_is_not_refused_is_always_markup_that_telegram_takes(source: str, word: str, no: bool, n: int) -> None:
    values: dict[str, Value] = {"word": word, "no": no, "n": n, "problems": (word, word)}
    if faults(source):
        return
    markup = render(source, values)
    assert tags_are_balanced(markup)
    assert source.count("{{ word }}") == 0 or "{%" in source or word in plain_text(markup)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="{}%#<>/bi a.|('\")+=_[]", max_size=60))
def test_any_source_is_refused_or_rendered_and_never_raises_otherwise(source: str) -> None:
    if not faults(source):
        try:
            render(source, {"a": "x", "b": "y", "i": "z"})
        except (jinja2.UndefinedError, TypeError):
            assert misused(source, {"a": "x", "b": "y", "i": "z"}) or names_used(source) - {"a", "b", "i"}


@given(st.text(alphabet="<>&\"'太ab{}", max_size=30))
@settings(max_examples=60)
def test_what_a_rep_typed_is_what_a_reader_sees(word: str) -> None:
    assert plain_text(render("<b>{{ word }}</b>", {"word": word})) == word
    assert html.unescape(render("{{ word }}", {"word": word})) == word


@pytest.mark.parametrize("piece", ["{{", "{%", "{#", "<", "<b", "<b>", "{{ a }}", "{% if a %}", "｛", "&", "{{ a"])
def test_twenty_thousand_characters_of_nonsense_are_judged_within_a_second(piece: str) -> None:
    start = time.process_time()
    faults(piece * (20_000 // len(piece)))
    assert time.process_time() - start < 1
