"""The JSON Schema by which an editor completes, explains and underlines a playbook or a file of stories; made from the models. Pure.

Knows how the YAML language server reads a schema, which decides its form: what is wrong is said in a trainer's words by `errorMessage`,
each rule stands alone so that its message is exact, and what a completion puts in is a snippet. What an editor underlines is what the
second pass of `check` refuses; three things that `check` forgives are underlined too: a number in quotes, a bare `true` in place of a
text, and an optional key with nothing behind it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from authoring import catalogue, fields, naming
from authoring.finding import Words
from authoring.library import GROWING, MERGED, METHODS
from authoring.schema_words import Phrasebook, purpose, undescribed
from authoring.skeleton import TRADE, default_base
from authoring.story import ACTIONS, COMMANDS, PLACES, Command, Stories, StoryEnd, StoryStep
from coaching.frozen import Language
from coaching.methods.call_plan import Parts, StepId
from coaching.playbook import COMMON_NAMES, Playbook
from coaching.wording import LANGUAGES, Text

Schema: TypeAlias = dict[str, Any]
Kind = Literal["playbook", "story"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SHIPPED: tuple[Language, ...] = ("zh-Hans", "en")
"""The languages in which an editor speaks out of the box; both Chinese scripts read the Simplified words."""

DRAFT = "http://json-schema.org/draft-07/schema#"
FIRST = "!"
"""Sorts a snippet before the keys."""

LONGEST_SNIPPET = 12
"""A group with more keys than this is filled in key by key."""

_FIRST_KEY: Mapping[Kind, str] = {"playbook": "method", "story": "plan"}
_HEAD = ("method", "id", "language", "title", "author", "notes")
_DAY = r"^\d{4}-\d{2}-\d{2}$"
# Where one of these is missing and there is no base, every group that has the rest is missing too.
_NEVER_FROM_BASE = ("method", "id", "title")


class Value(NamedTuple):
    """What may stand at a place: the annotation, its limits, and the names that a text there may use (None: not a template)."""

    annotation: Any
    limits: tuple[Any, ...] = ()
    names: tuple[str, ...] | None = None

    def inside(self, annotation: Any) -> Value:
        """The same for what stands in a list or a group here."""
        return Value(annotation, (), self.names)


def schema(kind: Kind = "playbook", language: Language = "en") -> Schema:
    """The schema of a kind of file, with everything that an editor says in one language."""
    maker = _Maker(Phrasebook(language))
    made = maker.playbook() if kind == "playbook" else maker.stories()
    return {"$schema": DRAFT, **made, "definitions": dict(sorted(maker.definitions.items()))}


def chooser(kind: Kind) -> Schema:
    """The schema that an editor is given: it goes by the file's own `language`, and says everything in that one."""
    english = {"properties": {"language": {"const": "en"}}, "required": ["language"]}
    chosen = {"if": english, "then": {"$ref": file_name(kind, "en")}, "else": {"$ref": file_name(kind, "zh-Hans")}}
    begun = [snippet for language in SHIPPED for snippet in _Maker(Phrasebook(language)).beginnings(kind)]
    return {"$schema": DRAFT, **_until({"required": [_FIRST_KEY[kind]]}, begun), **chosen}


def file_name(kind: Kind, language: Language | None = None) -> str:
    """The name of the file that holds a schema; without a language, of the one that chooses."""
    return f"{kind}.{language}.json" if language else f"{kind}.json"


def files() -> Mapping[str, str]:
    """Every schema that is shipped, as the text of a file by its name."""
    made = {file_name(kind, language): schema(kind, language) for kind in KINDS for language in SHIPPED}
    return {name: as_text(one) for name, one in ({file_name(kind): chooser(kind) for kind in KINDS} | made).items()}


def as_text(made: Schema) -> str:
    """A schema as a file: a line for each definition, so that a change shows where it belongs."""
    lines = [f"{_json(key)}: {_json(value)}" for key, value in made.items() if key != "definitions"]
    if definitions := made.get("definitions"):
        inner = ",\n".join(f"  {_json(name)}: {_json(one)}" for name, one in definitions.items())
        lines.append(f'"definitions": {{\n{inner}\n}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Maker:
    """One schema on its way; `definitions` fills as parts are needed."""

    def __init__(self, says: Phrasebook) -> None:
        self.says = says
        self.definitions: dict[str, Schema] = {}

    # Files

    def playbook(self) -> Schema:
        """Any playbook: first its method, then what that method has."""
        head = {name: self._described(Playbook, name, field) for name, field in Playbook.model_fields.items() if name in _HEAD}
        method = self._with_purpose(self._choice(tuple(METHODS), naming.choices()["Method"].__getitem__), _purpose(Playbook, "method"), ())
        branches = [
            {"if": {"properties": {"method": {"const": name}}, "required": ["method"]}, "then": self._of_method(name, model)}
            for name, model in METHODS.items()
        ]
        return {
            "title": self.says.title(Words(en="a playbook", zh="剧本")),
            **_until({"required": ["method"]}, self.beginnings("playbook")),
            "properties": {"method": method, **head},
            "allOf": [
                self._group(naming.called()["Playbook"]),
                {"required": ["method"], "errorMessage": self.says.missing_key("method", _purpose(Playbook, "method"))},
                *branches,
            ],
        }

    def stories(self) -> Schema:
        """A file of stories."""
        return {**self._whole(Stories), **_until({"required": ["plan"]}, self.beginnings("story"))}

    def beginnings(self, kind: Kind) -> list[Schema]:
        """What an empty file may begin with."""
        if kind == "story":
            return [self._new(naming.called()["Stories"], self._sample(Value(Stories), _Numbers()))]
        return [self._new(naming.called()[model.__name__], self._sample_file(name)) for name, model in METHODS.items()]

    def _of_method(self, name: str, model: type[Playbook]) -> Schema:
        """The keys of one method; with a base only the head must be there."""
        own = {key: field for key, field in model.model_fields.items() if key not in _HEAD}
        properties = {_key(key, field): self._described(model, key, field) for key, field in own.items()}
        needed = [key for key in _required(model) if key not in _NEVER_FROM_BASE]
        merged = {key: field for key, field in own.items() if key in MERGED}
        inner = {key: self._when_alone(field) for key, field in merged.items()}
        alone: Schema = {
            "allOf": [self._missing(model, key, may_have_base=True) for key in needed],
            "properties": {key: {"doNotSuggest": True, **rules} for key, rules in inner.items() if rules},
        }
        based = {"properties": {"based_on": {"type": "string"}}, "required": ["based_on"]}
        self.definitions[model.__name__] = {
            "title": self.says.title(naming.called()[model.__name__]),
            "properties": properties,
            "allOf": [
                self._only(naming.called()[model.__name__], (*_HEAD, *properties)),
                *(self._missing(model, key) for key in ("id", "title")),
                {"if": based, "else": alone},
            ],
        }
        return _reference(model.__name__)

    def _when_alone(self, field: FieldInfo) -> Schema:
        """What a group needs where no base lies beneath it."""
        inner = field.annotation
        if _is_model(inner):
            rules = [self._missing(inner, name, may_have_base=True) for name in _required(inner)]
            return {"allOf": rules} if rules else {}
        return self._at_least(_least(field.metadata), "minProperties")

    # Groups

    def _model(self, model: type[BaseModel]) -> Schema:
        if model.__name__ not in self.definitions:
            self.definitions[model.__name__] = {}  # in the place where it is first needed, also while it is made
            self.definitions[model.__name__] = self._whole(model)
        return _reference(model.__name__)

    def _whole(self, model: type[BaseModel]) -> Schema:
        called = naming.called()[model.__name__]
        properties = {_key(name, field): self._described(model, name, field) for name, field in model.model_fields.items()}
        required = () if model in _merged_models() else _required(model)
        made: Schema = {
            "title": self.says.title(called),
            "properties": properties,
            "allOf": [
                self._group(called),
                self._only(called, properties),
                *(self._missing(model, key) for key in required),
                *(self._one_action() if model is StoryStep else ()),
            ],
        }
        if model is not Stories and len(properties) <= LONGEST_SNIPPET and required:
            label = self.says.all_needed()
            made["defaultSnippets"] = [{"label": label, "sortText": FIRST, "body": self._sample(Value(model), _Numbers())}]
        return made

    def _group(self, called: Words) -> Schema:
        return {"type": "object", "errorMessage": self.says.kind(called, "group")}

    def _only(self, owner: Words, possible: Iterable[str]) -> Schema:
        """No other keys than these. As plain `true` they complete nothing a second time."""
        keys = tuple(possible)
        return {
            "properties": dict.fromkeys(keys, True),
            "additionalProperties": False,
            "errorMessage": self.says.unknown_key(owner, keys),
        }

    def _missing(self, model: type[BaseModel], key: str, *, may_have_base: bool = False) -> Schema:
        message = self.says.missing_key(key, _purpose(model, key), may_have_base=may_have_base)
        return {"required": [key], "errorMessage": message}

    def _one_action(self) -> Iterator[Schema]:
        """A step of a story does exactly one thing: the model's own rule, which no annotation tells."""
        entry = catalogue.entries()["story-no-action"]
        nothing = self.says.said(Words(en=f"{entry.en.message} {entry.en.hint}", zh=entry.zh.message + entry.zh.hint))
        yield {"if": {"anyOf": [{"required": [action]} for action in ACTIONS]}, "else": _refused(nothing)}
        entry = catalogue.entries()["story-two-actions"]
        for first, second in ((0, 1), (0, 2), (1, 2)):
            names = {"first": ACTIONS[first], "second": ACTIONS[second]}
            two = Words(en=f"{entry.en.message} {entry.en.hint}".format_map(names), zh=(entry.zh.message + entry.zh.hint).format_map(names))
            wrong = {"properties": {ACTIONS[second]: {"doNotSuggest": True, **_refused(self.says.said(two))}}}
            yield {"if": {"required": [ACTIONS[first], ACTIONS[second]]}, "then": wrong}

    # Keys

    def _described(self, model: type[BaseModel], name: str, field: FieldInfo) -> Schema:
        """What stands under a key, and what an editor says about it."""
        names = _names(field)
        limits = () if model in METHODS.values() and name in MERGED else tuple(field.metadata)
        made = self._special(model, name) or self._value(Value(field.annotation, limits, names))
        notes = [self.says.may_name((*COMMON_NAMES, *names))] if names is not None else []
        default = field.get_default() if not field.is_required() else None
        shown = default if isinstance(default, (str, int, Decimal)) and default != "" else None
        if not field.is_required():
            notes.append(self.says.optional(shown))
        if model in METHODS.values() and name not in (*_HEAD, "based_on"):
            notes += self._with_base(name, field)
        made = self._with_purpose(made, _purpose(model, _key(name, field)), notes)
        if examples := _examples(model, name):
            made["examples"] = examples
        if shown is not None:
            made["default"] = float(shown) if isinstance(shown, Decimal) else shown
        return made

    def _with_base(self, name: str, field: FieldInfo) -> list[str]:
        """How the words under a key of a playbook go together with those of its base."""
        if name not in MERGED and name not in GROWING and get_origin(field.annotation) is not tuple:
            return []
        return [self.says.with_base(adds=name in MERGED, grows=name in GROWING)]

    def _with_purpose(self, made: Schema, words: Words, notes: Sequence[str]) -> Schema:
        said = self.says.said(words)
        return {
            "description": said,
            **({"markdownDescription": "\n\n".join((said, *notes))} if notes else {}),
            **made,
        }

    def _special(self, model: type[BaseModel], name: str) -> Schema | None:
        """Texts of stories that are chosen from a list, and may carry something behind it."""
        if (model, name) in ((StoryStep, "at"), (StoryEnd, "at")):
            return self._choice_or(StepId, PLACES, rf"^(?:{'|'.join(map(re.escape, PLACES))})?(?:/.*)?$", naming.called()["Place"])
        if (model, name) == (StoryStep, "command"):
            return self._choice_or(Command, COMMANDS, rf"^/?(?:{'|'.join(COMMANDS)})(?: .*)?$", naming.called()["Command"])
        return None

    def _choice_or(self, annotation: Any, words: Sequence[str], form: str, kind: Words) -> Schema:
        wrong = self.says.kind(kind)
        meanings = [self.says.said(naming.choices()[naming.CHOICES[annotation]][word]) for word in words]
        return {
            "anyOf": [
                {"enum": list(words), "enumDescriptions": meanings, "errorMessage": wrong},
                {"type": "string", "pattern": form, "errorMessage": wrong},
            ]
        }

    # Values

    def _value(self, value: Value) -> Schema:
        """The schema of what may stand at a place."""
        annotation, limits = _unwrapped(value.annotation, value.limits)
        value = Value(annotation, limits, value.names)
        if choices := tuple(choice for option in fields.options(annotation) for choice in fields.choices_of(option)):
            return self._choice(choices, lambda word: _meaning(annotation, word))
        if annotation is Text:
            return self._text(value.names)
        if _is_model(annotation):
            return self._model(annotation)
        if isinstance(annotation, type) and issubclass(annotation, RootModel):
            return self._value(value.inside(annotation.model_fields["root"].annotation))
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            return self._list(value, inner[0])
        if origin is dict:
            return self._group_by_name(value, *inner)
        if annotation is str:
            return self._line(limits)
        if annotation in (int, float, Decimal):
            return self._number(annotation, limits)
        if annotation is datetime.date:
            return {"type": "string", "pattern": _DAY, "errorMessage": self.says.kind(naming.called()["Date"])}
        raise TypeError(f"no schema is known for {annotation!r}: teach it to authoring.schema")

    def _choice(self, choices: Sequence[str], meaning: Callable[[str], Words]) -> Schema:
        return {
            "type": "string",
            "enum": list(choices),
            "enumDescriptions": [self.says.said(meaning(word)) for word in choices],
            "errorMessage": self.says.choice(choices),
        }

    def _list(self, value: Value, item: Any) -> Schema:
        here = (fields.Option(value.annotation, None),)
        made: Schema = {
            "type": "array",
            "items": self._value(value.inside(item)),
            "errorMessage": self.says.kind(fields.kinds(here, naming.names()), "list"),
            **self._at_least(_least(value.limits)),
        }
        if _is_model(item):
            called = naming.called()[item.__name__]
            made["items"] = {**made["items"], "description": self.says.said(purpose(_first_line(item)))}
            new = {"type": "array", **self._new(called, self._sample(Value(item), _Numbers()))}
            made["allOf"] = [_until({"type": "array"}, [new])]
        return made

    def _group_by_name(self, value: Value, key: Any, inner: Any) -> Schema:
        """A group whose keys are names that the trainer gives, or words from a list."""
        inside = self._value(value.inside(inner))
        here = (fields.Option(value.annotation, None),)
        group: Schema = {"type": "object", "errorMessage": self.says.kind(fields.kinds(here, naming.names()), "group")}
        least = self._at_least(_least(value.limits), "minProperties")
        choices = fields.choices_of(fields.Option(key, None))
        if choices:
            properties = {
                word: {"description": self.says.said(_meaning(key, word)), **_without_default(inside)} for word in choices
            }
            possible: Schema = {
                "properties": dict.fromkeys(choices, True),
                "additionalProperties": False,
                "errorMessage": self.says.choice(choices),
            }
            return {"properties": properties, "allOf": [group, possible], **least}
        named, limits = _unwrapped(key, ())
        assert named is str
        if _is_model(inner):
            inside = {**inside, "description": self.says.said(purpose(_first_line(inner)))}
        name = self._line(limits)
        made: Schema = {"additionalProperties": inside, "allOf": [group, {"propertyNames": name}], **least}
        if _is_model(inner):
            numbers = _Numbers()
            body = {f"${{{numbers.next()}:name}}": self._sample(Value(inner), numbers)}
            made["defaultSnippets"] = [self._new(naming.called()[inner.__name__], body)]
        return made

    def _line(self, limits: Sequence[Any]) -> Schema:
        """A plain text. A number counts as the text that was written, unless the text must have a form."""
        pattern = next((at.pattern for at in limits if getattr(at, "pattern", None)), None)
        if pattern is not None:
            form = self.says.kind(naming.called()["Identifier"])
            made: Schema = {"type": "string", "pattern": pattern, "errorMessage": form}
        else:
            made = {"type": ["string", "number"], "errorMessage": self.says.kind(fields.kinds((fields.Option(str, None),), {}))}
        rules = []
        if least := _least(limits):
            empty = self.says.empty() if least == 1 else self.says.fewest(least)
            rules.append(_only_if({"minLength": least}, empty))
        if most := next((at.max_length for at in limits if isinstance(at, MaxLen)), None):
            rules.append(_only_if({"maxLength": most}, self.says.longest(most)))
        return {**made, **({"allOf": rules} if rules else {})}

    def _number(self, annotation: Any, limits: Sequence[Any]) -> Schema:
        whole = annotation is int
        least = next((at.ge for at in limits if isinstance(at, Ge)), None)
        if above := next((at for at in limits if isinstance(at, Gt)), None):
            least = int(str(above.gt)) + 1 if whole else above.gt
        most = next((at.le for at in limits if isinstance(at, Le)), None)
        if any(isinstance(at, Lt) for at in limits) or (above and not whole):
            raise TypeError("limits that are not themselves possible need words of their own: teach them to authoring.schema")
        kind = fields.kinds((fields.Option(annotation, None),), {})
        wrong = self.says.kind(self.says.number(kind, least, most), "number")  # type: ignore[arg-type]
        bounds = {name: bound for name, bound in (("minimum", least), ("maximum", most)) if bound is not None}
        return {"type": "integer" if whole else "number", "errorMessage": wrong, **(_only_if(bounds, wrong) if bounds else {})}

    def _at_least(self, least: int, keyword: str = "minItems") -> Schema:
        return _only_if({keyword: least}, self.says.fewest(least)) if least else {}

    # Texts

    def _text(self, names: tuple[str, ...] | None) -> Schema:
        """One text, or one for each language. Every set of names has its own, so that a wrong name is underlined."""
        name = "Text" if names is None else f"Text({','.join(names)})"
        if name not in self.definitions:
            one = f"{name}: one"
            self.definitions[one] = self._words(names)
            languages = {
                code: {"description": self.says.in_this_language(_meaning(Language, code)), **_reference(one)} for code in LANGUAGES
            }
            several: Schema = {
                "type": "object",
                "properties": languages,
                "additionalProperties": False,
                "errorMessage": self.says.languages_only(LANGUAGES),
                "defaultSnippets": [
                    {"label": self.says.in_languages(codes), "sortText": FIRST, "body": {code: f"${n}" for n, code in enumerate(codes, 1)}}
                    for codes in (("zh-Hans", "en"), LANGUAGES)
                ],
            }
            kind = self.says.kind(fields.kinds((fields.Option(Text, None),), naming.names()))
            self.definitions[name] = {
                "type": ["string", "number", "object"],
                "errorMessage": kind,
                "if": {"type": "object"},
                "then": several,
                "else": _reference(one),
            }
        return _reference(name)

    def _words(self, names: tuple[str, ...] | None) -> Schema:
        text = fields.kinds((fields.Option(Text, None),), naming.names())
        made: Schema = {"type": ["string", "number"], "errorMessage": self.says.kind(text), **_only_if({"pattern": r"\S"}, self.says.empty())}
        if names is not None:
            known = (*COMMON_NAMES, *names)
            # Braces around anything but one name are left to `check`: a choice, a filter, a fault that a pattern cannot explain.
            other = rf"\{{\{{\s*(?!(?:{'|'.join(known)}|true|false)\s*\}}\}})[A-Za-z_]\w*\s*\}}\}}"
            made["allOf"] = [{"pattern": rf"^(?![\s\S]*{other})", "errorMessage": self.says.names_only(known)}]
        return made

    # Snippets

    def _new(self, called: Words, body: Any) -> Schema:
        return {"label": self.says.new(called), "sortText": FIRST + self.says.new(called), "body": body}

    def _sample_file(self, method: str) -> Schema:
        """The beginning of a playbook: its head, and what a trade always changes."""
        model, numbers = METHODS[method], _Numbers()
        body: Schema = {"method": method, "id": f"${{{numbers.next()}:my-{method.replace('_', '-')}}}", "based_on": default_base(method)}
        body |= {"language": self.says.language, "title": f"${numbers.next()}"}
        for key in TRADE[method]:
            field = model.model_fields[key]
            if field.is_required():
                body[_key(key, field)] = self._sample_of(model, key, field, numbers)
        return body

    def _sample_of(self, model: type[BaseModel], key: str, field: FieldInfo, numbers: _Numbers) -> Any:
        """What a snippet puts in behind a key."""
        if examples := _examples(model, key):
            return f"${{{numbers.next()}:{examples[0]}}}"
        return self._sample(Value(field.annotation, tuple(field.metadata)), numbers)

    def _sample(self, value: Value, numbers: _Numbers) -> Any:
        """What a snippet puts in at a place: every key that must be there, and a place to type in each."""
        annotation, limits = _unwrapped(value.annotation, value.limits)
        if choices := tuple(choice for option in fields.options(annotation) for choice in fields.choices_of(option)):
            return f"${{{numbers.next()}|{','.join(map(str, choices))}|}}"
        if _is_model(annotation):
            needed = {_key(name, field): field for name, field in annotation.model_fields.items() if field.is_required()}
            if annotation is StoryStep:
                needed = {name: annotation.model_fields[name] for name in ("at", "says")}
            return {key: self._sample_of(annotation, key, field, numbers) for key, field in needed.items()}
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            return [self._sample(Value(inner[0]), numbers) for _ in range(max(1, _least(limits)))]
        if origin is dict:
            key = self._sample(Value(inner[0]), numbers) if fields.choices_of(fields.Option(inner[0], None)) else f"${{{numbers.next()}:name}}"
            return {key: self._sample(Value(inner[1]), numbers)}
        return f"${numbers.next()}"


class _Numbers:
    """The places of one snippet, in the order in which they are typed."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """The number of the next place."""
        self.last += 1
        return self.last


def _reference(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _until(there: Schema, snippets: list[Schema]) -> Schema:
    """Offers snippets while something is not yet there; refuses nothing, since one of the two always holds."""
    return {"oneOf": [{"not": there, "defaultSnippets": snippets}, there]}


def _only_if(conditions: Schema, message: str) -> Schema:
    """Refused in these words unless the conditions hold. The server has words of its own for them, which are not a trainer's."""
    return {"if": conditions, "else": _refused(message)}


def _refused(message: str) -> Schema:
    """What no value is: limits are asked of values that are there, and nothing that is there is null."""
    return {"type": "null", "errorMessage": message}


def _without_default(made: Schema) -> Schema:
    return {name: value for name, value in made.items() if name != "default"}


def _unwrapped(annotation: Any, limits: Sequence[Any]) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without `None` and `Annotated`, and all its limits."""
    kept = [option.annotation for option in fields.options(annotation) if option.annotation is not type(None)]
    inner = tuple(limits)
    if get_origin(annotation) is Annotated:
        for at in get_args(annotation)[1:]:
            inner += tuple(at.metadata) if isinstance(at, FieldInfo) else (at,)
    return (kept[0] if len(kept) == 1 else annotation), inner


def _meaning(annotation: Any, word: Any) -> Words:
    """What a fixed word means, in whichever of the annotation's lists it stands."""
    for option in fields.options(annotation):
        if word in fields.choices_of(option):
            return naming.meaning(option.annotation, str(word))
    raise KeyError(word)


def _purpose(model: type[BaseModel], key: str) -> Words:
    """What a key is for: its description, or what the model behind it is."""
    if own := undescribed().get(f"{model.__name__}.{key}"):
        return own
    name, field = next((name, field) for name, field in model.model_fields.items() if key == _key(name, field))
    if field.description:
        return purpose(field.description)
    inner = _unwrapped(field.annotation, ())[0]
    return purpose(_first_line(inner))


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


def _key(name: str, field: FieldInfo) -> str:
    return field.alias or name


def _required(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(_key(name, field) for name, field in model.model_fields.items() if field.is_required())


def _names(field: FieldInfo) -> tuple[str, ...] | None:
    """The names that a text may use beside the common ones; None where the field says nothing of names."""
    extra = field.json_schema_extra
    names = extra.get("names") if isinstance(extra, dict) else None
    return tuple(map(str, names)) if isinstance(names, list) else None


def _examples(model: type[BaseModel], name: str) -> list[str | int]:
    """What may be put in at a key where nothing tells what is usual."""
    if name == "based_on":
        return [default_base(method) for method, each in METHODS.items() if each is model]
    if model is Parts:
        return [default_base(name)]
    if (model, name) == (Stories, "plan"):
        return [default_base("call_plan")]
    return [5, 15, 30] if name == "minutes" else []


def _least(limits: Sequence[Any]) -> int:
    return next((at.min_length for at in limits if isinstance(at, MinLen)), 0)


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, RootModel)


def _merged_models() -> frozenset[type[BaseModel]]:
    """The groups that may be written in part, because a base lies beneath them."""
    found = (field.annotation for model in METHODS.values() for name, field in model.model_fields.items() if name in MERGED)
    return frozenset(annotation for annotation in found if _is_model(annotation))
