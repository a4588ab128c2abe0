"""Sentences with places to fill in: what a trainer may write in them, and their safe rendering to Telegram's HTML.

The one template environment is made here. A trainer's text and a rep's words are both untrusted: a template may print names, choose
with `if` between texts, compare, and use a few filters. No loop, call, arithmetic, index or assignment gets past `faults`, whatever
the sandbox would say to it. Knows no playbook and no language.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

Value: TypeAlias = str | int | bool | tuple[str, ...] | Mapping[str, "Value"]
"""What may be filled in: plain data only. `client.name` is the key `name` of the mapping `client`."""

TAGS = ("b", "i", "u", "s", "code", "blockquote")
"""The tags of Telegram that a trainer may write. No links: a text must not lead out of the chat."""

FILTERS = ("join", "length", "lower", "upper")

LONGEST_PART = 200
"""Characters between two braces; a longer part is a program, not a place to fill in."""

DEEPEST_IF = 4

# A part ends before the next one of its kind begins, so that a missing brace is found where it is missing, and in linear time.
_PART = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}", re.DOTALL)
_LOOSE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
# Jinja takes the first two signs for the opening ones, and a reader the last two.
_DOUBLY_OPENED = re.compile(r"\{(?=\{%|\{#|\{\{)")
_FULLWIDTH = re.compile(r"｛\s*｛|｝\s*｝|｛\s*%|%\s*｝|\{｛|｛\{|｝\}|\}｝")
_FULLWIDTH_SIGN = re.compile(r"[“”‘’（）｜，。：＝！＜＞　]")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_STATEMENT = re.compile(r"\{%[-+]?\s*(\w*)")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>")
_STRAY = re.compile(r"<(?!/?[A-Za-z][A-Za-z0-9-]*[^<>]*>)|&(?!(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
# Jinja gives these names a meaning of their own.
_RESERVED = {"self", "super", "loop", "caller", "varargs", "kwargs"}
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.Compare, nodes.Operand,
    nodes.If, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Filter,
)  # fmt: skip


class Fault(NamedTuple):
    """Why a template is refused: a code, the place as offset and length in the source, and the piece of source that is meant."""

    code: str
    offset: int
    length: int
    piece: str


class Use(NamedTuple):
    """A name that a template prints or asks for (`client`, `client.name`), and where it stands in the source."""

    name: str
    offset: int


class TemplateRefused(ValueError):  # noqa: N818 - a refusal is the normal answer to a slip
    """The source is no template that a trainer may write; `faults` tells why, in the order of the source."""

    def __init__(self, source: str, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        self.faults = faults
        self.code = first.code
        self.line = source.count("\n", 0, first.offset) + 1
        self.column = first.offset - source.rfind("\n", 0, first.offset)
        super().__init__(f"{first.code} at {self.line}:{self.column}: {first.piece}")


class Template(NamedTuple):
    """A source that was found good; `render` fills it in."""

    plain: str
    """The whole text, where there is nothing to fill in."""
    filled: jinja2.Template | None
    names: frozenset[str]

    def render(self, values: Mapping[str, Value]) -> str:
        """Telegram's HTML with the values escaped.

        Raises jinja2.UndefinedError for a name without a value, and TypeError where `misused` would have warned.
        """
        if self.filled is None:
            return self.plain
        return self.filled.render({name: _plain_data(value) for name, value in values.items()})


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, in which a name with a dot is the key of a mapping and nothing else."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)


def _join(values: tuple[str, ...], separator: str = ", ") -> str:
    # Plain strings, also of the separator: everything is escaped once, when it is printed.
    return str.__str__(separator).join(values)


def _lower(text: str) -> str:
    return str(text).lower()


def _upper(text: str) -> str:
    return str(text).upper()


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """The only template environment of the program: sandboxed, auto-escaping, strict about names, without globals."""
    made = _Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, cache_size=0
    )
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update({"join": _join, "length": len, "lower": _lower, "upper": _upper})
    return made


@lru_cache(maxsize=8192)
def compile_template(source: str) -> Template:
    """The template in this source. Raises TemplateRefused with all its faults."""
    found = faults(source)
    if found:
        raise TemplateRefused(source, found)
    tree = _whole(source)
    if tree is None:
        return Template(_without_stray_signs(source), None, frozenset())
    return Template("", environment().from_string(tree), frozenset(use.name for use in names_with_places(source)))


def render(source: str, values: Mapping[str, Value]) -> str:
    """Telegram's HTML of a source. Raises TemplateRefused, and jinja2.UndefinedError for a name without a value."""
    return compile_template(source).render(values)


def names_used(source: str) -> frozenset[str]:
    """The names in a template, those with dots whole (`client.name`). Raises TemplateRefused."""
    return compile_template(source).names


def names_with_places(source: str) -> tuple[Use, ...]:
    """Every name in a template that has no faults, each time that it stands there, in the order of the source."""
    return tuple(use for part in _PART.finditer(source) for use in _uses_of_part(part.group(), part.start()))


def misused(source: str, values: Mapping[str, Value]) -> tuple[Fault, ...]:
    """Where a template without faults would do what its values do not allow: print a list or a yes-or-no, compare a text with a number.

    `values` are samples; what holds for them holds for all values of the same kinds. Names that they lack are passed over.
    """
    found: list[Fault] = []
    for part in _PART.finditer(source):
        for node in _wrong_in(_tree(part.group()), values):
            names = [name for inner in (node, *node.find_all((nodes.Name, nodes.Getattr))) if (name := _dotted(inner))]
            piece = names[0] if names else part.group()
            at = max(part.group().find(piece), 0)
            found.append(Fault("template-value", part.start() + at, len(piece), piece))
    return tuple(dict.fromkeys(found))


def _wrong_in(tree: nodes.Template, values: Mapping[str, Value]) -> Iterator[nodes.Node]:
    for output in tree.find_all(nodes.Output):
        yield from (node for node in output.nodes if not isinstance(node, nodes.TemplateData) and not _kind(node, values) <= {str, int})
    for filtered in tree.find_all(nodes.Filter):
        needed: set[type] = {str}
        if filtered.name in ("join", "length"):
            needed = {tuple} if filtered.name == "join" else {tuple, str}
        if filtered.node is not None and not _kind(filtered.node, values) <= needed:
            yield filtered.node
    for comparison in tree.find_all(nodes.Compare):
        left = _kind(comparison.expr, values)
        for operand in comparison.ops:
            right = _kind(operand.expr, values)
            if operand.op in ("in", "notin"):
                fits = right <= {tuple} or (right <= {str} and left <= {str})
            else:
                fits = operand.op in ("eq", "ne") or left | right <= {int} or left | right <= {str}
            if not fits:
                yield comparison
            left = right


def _kind(node: nodes.Node, values: Mapping[str, Value]) -> set[type]:
    """The types that an expression may have; none where a name is not known."""
    if isinstance(node, nodes.Const):
        return {type(node.value)}
    if isinstance(node, (nodes.Name, nodes.Getattr)):
        value: Any = values
        for step in _dotted(node).split("."):
            if not isinstance(value, Mapping) or step not in value:
                return set()
            value = value[step]
        return {Mapping} if isinstance(value, Mapping) else {type(value)}
    if isinstance(node, nodes.Filter):
        return {int} if node.name == "length" else {str}
    if isinstance(node, nodes.CondExpr):
        return _kind(node.expr1, values) | (_kind(node.expr2, values) if node.expr2 else set())
    return {bool}


def plain_text(markup: str) -> str:
    """What a reader sees of rendered HTML: without tags, with the signs that were escaped."""
    return html.unescape(_TAG.sub("", markup))


def telegram_length(markup: str) -> int:
    """The length of rendered HTML as Telegram counts it: UTF-16 units of what a reader sees."""
    return len(plain_text(markup).encode("utf-16-le")) // 2


@lru_cache(maxsize=8192)
def faults(source: str) -> tuple[Fault, ...]:
    """Everything for which a source is refused, in its order: braces, statements, tags, names and signs that are not allowed."""
    found: list[Fault] = []
    parts = list(_PART.finditer(source))
    # Same length, so that offsets stay; a private sign that is neither a brace nor a tag.
    words = _PART.sub(lambda part: "\ue000" * len(part.group()), source)
    found += [Fault("template-unclosed", at.start(), 2, source[at.start() : at.start() + 2]) for at in _DOUBLY_OPENED.finditer(source)]
    for pattern, code in ((_LOOSE, "template-unclosed"), (_FULLWIDTH, "template-fullwidth")):
        found += [Fault(code, at.start(), len(at.group()), at.group()) for at in pattern.finditer(words)]
    broken = {part.start(): fault for part in parts if (fault := _fault_of_part(part.group(), part.start()))}
    openers = {fault.piece for fault in broken.values()}
    found += [fault for fault in broken.values() if fault.piece.removeprefix("end") not in openers - {fault.piece}]
    found += _faults_of_structure(words, [part for part in parts if part.start() not in broken])
    if parts and not found and _whole(source) is None:
        found.append(Fault("template-syntax", parts[0].start(), len(parts[0].group()), parts[0].group()))
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.offset))


@lru_cache(maxsize=1024)
def _whole(source: str) -> nodes.Template | None:
    """The whole source as Jinja reads it: the last word on what is allowed. None where nothing is filled in or Jinja disagrees."""
    if not _PART.search(source):
        return None
    try:
        tree = environment().parse(_without_stray_signs(source))
    except (jinja2.TemplateSyntaxError, RecursionError):
        return None
    return tree if all(_is_allowed(node) for node in tree.find_all(nodes.Node)) else None


def _fault_of_part(part: str, offset: int) -> Fault | None:
    """The first fault of one `{{ … }}` or `{% … %}`, read alone."""
    if part.startswith("{#"):
        return None
    whole = Fault("template-syntax", offset, len(part), part)
    if len(part) > LONGEST_PART:
        return whole._replace(code="template-forbidden")
    if at := _FULLWIDTH_SIGN.search(_without_strings(part)):
        return Fault("template-fullwidth", offset + at.start(), 1, at.group())
    if part.startswith("{%"):
        word = _STATEMENT.match(part)
        keyword = word.group(1) if word else ""
        if keyword not in ("if", "elif", "else", "endif"):
            return Fault("template-forbidden", offset, len(part), keyword) if keyword else whole
    try:
        tree = _tree(part)
    except (jinja2.TemplateSyntaxError, RecursionError):
        return whole
    for node in tree.find_all(nodes.Node):
        if not _is_allowed(node):
            piece = _piece(node)
            at_piece = part.find(piece, 2)
            if at_piece < 0:
                return whole._replace(code="template-forbidden")
            return Fault("template-forbidden", offset + at_piece, len(piece), piece)
    return None


def _without_strings(part: str) -> str:
    """The part with blanks for the texts in quotes; offsets stay."""
    return _STRING.sub(lambda text: " " * len(text.group()), part)


def _alone(part: str) -> str:
    """One part as a template of its own."""
    word = _STATEMENT.match(part)
    if word is None:
        return part
    if word.group(1) == "if":
        return part + "{% endif %}"
    if word.group(1) == "endif":
        return "{% if true %}" + part
    return "{% if true %}" + part + "{% endif %}"


@lru_cache(maxsize=4096)
def _tree(part: str) -> nodes.Template:
    """The part parsed alone; the same few names stand in hundreds of texts. Raises what Jinja's parser raises."""
    return environment().parse(_alone(part))


def _is_allowed(node: nodes.Node) -> bool:
    if not isinstance(node, _ALLOWED):
        return False
    if isinstance(node, nodes.Name):
        return not node.name.startswith("_") and node.name not in _RESERVED and node.ctx == "load"
    if isinstance(node, nodes.Getattr):
        return not node.attr.startswith("_") and isinstance(node.node, (nodes.Name, nodes.Getattr))
    if isinstance(node, nodes.Filter):
        texts = [argument for argument in node.args if isinstance(argument, nodes.Const) and isinstance(argument.value, str)]
        separators = 1 if node.name == "join" else 0
        plain = len(node.args) == len(texts) <= separators and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        return node.name in FILTERS and plain
    if isinstance(node, nodes.CondExpr):
        return node.expr2 is not None
    return True


def _piece(node: nodes.Node) -> str:
    """The words of the source by which a forbidden node can be recognised."""
    if isinstance(node, nodes.Call):
        return "("
    if isinstance(node, nodes.Getitem):
        return "["
    if isinstance(node, (nodes.BinExpr, nodes.UnaryExpr)):
        return node.operator or "~"
    for attribute in ("name", "attr"):
        if isinstance(name := getattr(node, attribute, None), str):
            return name
    for kind, sign in ((nodes.Concat, "~"), (nodes.List, "["), (nodes.Dict, "{"), (nodes.Tuple, ",")):
        if isinstance(node, kind):
            return sign
    return "\x00"


def _faults_of_structure(words: str, parts: list[re.Match[str]]) -> Iterator[Fault]:
    """What is not closed, or not where it was opened: `if` blocks, and tags in each of their branches."""
    blocks: list[tuple[Fault, list[Fault]]] = []
    tags: list[Fault] = []
    signs = sorted([*parts, *_TAG.finditer(words)], key=lambda at: at.start())
    for at in signs:
        if at.re is _TAG:
            yield from _tag_fault(at, tags)
            continue
        word = _STATEMENT.match(at.group())
        here = Fault("template-unclosed", at.start(), len(at.group()), at.group())
        if word and word.group(1) == "if":
            blocks.append((here, tags))
            tags = []
            if len(blocks) > DEEPEST_IF:
                yield here._replace(code="template-forbidden", piece="if")
        elif word and not blocks:
            yield here
        elif word:
            yield from tags
            tags = blocks.pop()[1] if word.group(1) == "endif" else []
    yield from tags
    for unclosed, outside in reversed(blocks):
        yield unclosed
        yield from outside


def _tag_fault(at: re.Match[str], tags: list[Fault]) -> Iterator[Fault]:
    """Follows one tag: opens or closes it in `tags`, the ones that are open, and tells what is wrong with it."""
    name, whole = at.group(2), Fault("tag-unclosed", at.start(), len(at.group()), at.group(2))
    if name not in TAGS or at.group(3).strip():
        yield whole._replace(code="tag-forbidden")
        if name not in TAGS:
            return
    if not at.group(1):
        if any(open_tag.piece in (name, "code") for open_tag in tags):
            yield whole._replace(code="tag-nested")
        tags.append(whole)
    elif name not in (open_tag.piece for open_tag in tags):
        yield whole._replace(code="tag-unopened")
    else:
        own = max(place for place, open_tag in enumerate(tags) if open_tag.piece == name)
        # What was opened inside and is still open crosses this tag; it may yet be closed, which would be no second fault.
        yield from tags[own + 1 :]
        del tags[own]


def _without_stray_signs(source: str) -> str:
    """The source with `<` and `&` escaped where they are signs of a sentence and not of a tag."""
    pieces, done = [], 0
    for part in [*_PART.finditer(source), None]:
        words = source[done : part.start() if part else len(source)]
        pieces += [_STRAY.sub(lambda sign: html.escape(sign.group()), words), part.group() if part else ""]
        done = part.end() if part else done
    return "".join(pieces)


def _uses_of_part(part: str, offset: int) -> Iterator[Use]:
    tree = _tree(part)
    inner = {id(node.node) for node in tree.find_all(nodes.Getattr)}
    found = [name for node in tree.find_all((nodes.Name, nodes.Getattr)) if id(node) not in inner and (name := _dotted(node))]
    for name in sorted(set(found)):
        spaced = r"\s*\.\s*".join(name.split("."))
        pattern = rf"(?<![\w.]){spaced}(?!\w|\s*\.)"
        places = [at.start() for at in re.finditer(pattern, _without_strings(part))]
        yield from (Use(name, offset + place) for place in places or [0])


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _plain_data(value: Value) -> Value:
    """The value without any claim to be safe already: markup that is handed in is escaped like everything else."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, tuple):
        return tuple(str.__str__(each) for each in value)
    if isinstance(value, Mapping):
        return {name: _plain_data(each) for name, each in value.items()}
    return value
