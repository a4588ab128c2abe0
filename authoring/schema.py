"""The JSON Schema by which an editor completes, explains and underlines a playbook or a file of stories; made from the models. Pure.

Knows how the YAML language server reads a schema, which decides its form: what is wrong is said in a trainer's words by `errorMessage`,
each rule stands alone so that its message is exact, and what a completion puts in is a snippet. What the second pass of `check` refuses
is underlined, but for rules between numbers (a lower limit above its upper one), which a schema cannot tell. Three things that `check`
forgives are underlined too: a number in quotes, a bare `true` in place of a text, and an optional key with nothing behind it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, TypeAlias, get_args, get_origin

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from authoring import catalogue, naming
from authoring.finding import Words
from authoring.library import GROWING, MERGED, METHODS
from authoring.schema_facts import (
    HEAD,
    NEVER_FROM_BASE,
    Value,
    about,
    examples,
    is_model,
    key_of,
    least,
    meaning,
    merged_models,
    purpose_of,
    required,
    value_of,
)
from authoring.schema_snippets import LONGEST, Snippets
from authoring.schema_words import Phrasebook
from authoring.story import ACTIONS, COMMANDS, PLACES, Command, Stories, StoryEnd, StoryStep
from coaching.frozen import Language
from coaching.methods.call_plan import StepId
from coaching.playbook import Playbook
from coaching.wording import LANGUAGES, Text

Schema: TypeAlias = dict[str, Any]
Kind = Literal["playbook", "story"]
KINDS: tuple[Kind, ...] = get_args(Kind)

SHIPPED: tuple[Language, ...] = ("zh-Hans", "en")
"""The languages in which an editor speaks out of the box; both Chinese scripts read the Simplified words."""

DRAFT = "http://json-schema.org/draft-07/schema#"
_FIRST_KEY: Mapping[Kind, str] = {"playbook": "method", "story": "plan"}
_DAY = r"^\d{4}-\d{2}-\d{2}$"


def schema(kind: Kind = "playbook", language: Language = "en") -> Schema:
    """The schema of a kind of file, with everything that an editor says in one language."""
    maker = _Maker(Phrasebook(language))
    made = maker.playbook() if kind == "playbook" else maker.stories()
    return {"$schema": DRAFT, **made, "definitions": dict(sorted(maker.definitions.items()))}


def chooser(kind: Kind) -> Schema:
    """The schema that an editor is given: it goes by the file's own `language`, and says everything in that one."""
    english = {"properties": {"language": {"const": "en"}}, "required": ["language"]}
    chosen = {"if": english, "then": {"$ref": file_name(kind, "en")}, "else": {"$ref": file_name(kind, "zh-Hans")}}
    begun = [snippet for language in SHIPPED for snippet in Snippets(Phrasebook(language)).beginnings(kind)]
    return {"$schema": DRAFT, **_until({"required": [_FIRST_KEY[kind]]}, begun), **chosen}


def file_name(kind: Kind, language: Language | None = None) -> str:
    """The name of the file that holds a schema; without a language, of the one that chooses."""
    return f"{kind}.{language}.json" if language else f"{kind}.json"


def files() -> Mapping[str, str]:
    """Every schema that is shipped, as the text of a file by its name."""
    made = {file_name(kind): chooser(kind) for kind in KINDS}
    made |= {file_name(kind, language): schema(kind, language) for kind in KINDS for language in SHIPPED}
    return {name: as_text(one) for name, one in made.items()}


def as_text(made: Schema) -> str:
    """A schema as a file: a line for each definition, so that a change shows where it belongs."""
    lines = [f"{_json(key)}: {_json(value)}" for key, value in made.items() if key != "definitions"]
    if definitions := made.get("definitions"):
        inner = ",\n".join(f"  {_json(name)}: {_json(one)}" for name, one in definitions.items())
        lines.append(f'"definitions": {{\n{inner}\n}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


class _Maker:
    """One schema on its way; `definitions` fills as parts are needed.

    Definitions carry no description: the key that refers to one does, and the server shows the innermost that it finds.
    """

    def __init__(self, says: Phrasebook) -> None:
        self.says, self.snippets = says, Snippets(says)
        self.definitions: dict[str, Schema] = {}

    # Files

    def playbook(self) -> Schema:
        """Any playbook: first its method, then what that method has."""
        head = {name: self._key(Playbook, name, field) for name, field in Playbook.model_fields.items() if name in HEAD}
        method = self._described(self._choice(tuple(METHODS), naming.choices()["Method"].__getitem__), purpose_of(Playbook, "method"), ())
        branches = [
            {"if": {"properties": {"method": {"const": name}}, "required": ["method"]}, "then": self._of_method(model)}
            for name, model in METHODS.items()
        ]
        return {
            "title": self.says.title(naming.called()["Playbook"]),
            **_until({"required": ["method"]}, self.snippets.beginnings("playbook")),
            "properties": {"method": method, **head},
            "allOf": [self._group(naming.called()["Playbook"]), self._missing(Playbook, "method"), *branches],
        }

    def stories(self) -> Schema:
        """A file of stories."""
        return {**self._whole(Stories), **_until({"required": ["plan"]}, self.snippets.beginnings("story"))}

    def _of_method(self, model: type[Playbook]) -> Schema:
        """The keys of one method; with a base only the head must be there."""
        called = naming.called()[model.__name__]
        own = {name: field for name, field in model.model_fields.items() if name not in HEAD}
        properties = {key_of(name, field): self._key(model, name, field) for name, field in own.items()}
        inner = {name: self._when_alone(field) for name, field in own.items() if name in MERGED}
        alone: Schema = {
            "allOf": [self._missing(model, key, may_have_base=True) for key in required(model) if key not in NEVER_FROM_BASE],
            "properties": {name: {"doNotSuggest": True, **rules} for name, rules in inner.items() if rules},
        }
        based = {"properties": {"based_on": {"type": "string"}}, "required": ["based_on"]}
        self.definitions[model.__name__] = {
            "title": self.says.title(called),
            "properties": properties,
            "allOf": [
                self._only(called, (*HEAD, *properties)),
                *(self._missing(model, key) for key in ("id", "title")),
                {"if": based, "else": alone},
            ],
        }
        return _reference(model.__name__)

    def _when_alone(self, field: FieldInfo) -> Schema:
        """What a group needs where no base lies beneath it."""
        group: Any = field.annotation
        if is_model(group):
            rules = [self._missing(group, name, may_have_base=True) for name in required(group)]
            return {"allOf": rules} if rules else {}
        return self._at_least(least(field.metadata), "minProperties")

    # Groups

    def _model(self, model: type[BaseModel]) -> Schema:
        if model.__name__ not in self.definitions:
            self.definitions[model.__name__] = self._whole(model)
        return _reference(model.__name__)

    def _whole(self, model: type[BaseModel]) -> Schema:
        called = naming.called()[model.__name__]
        properties = {key_of(name, field): self._key(model, name, field) for name, field in model.model_fields.items()}
        needed = () if model in merged_models() else required(model)
        made: Schema = {
            "title": self.says.title(called),
            "properties": properties,
            "allOf": [
                self._group(called),
                self._only(called, properties),
                *(self._missing(model, key) for key in needed),
                *(self._one_action() if model is StoryStep else ()),
            ],
        }
        if model is not Stories and len(properties) <= LONGEST and needed:
            made["defaultSnippets"] = [self.snippets.all_needed(model)]
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
        message = self.says.missing_key(key, purpose_of(model, key), may_have_base=may_have_base)
        return {"required": [key], "errorMessage": message}

    def _one_action(self) -> Iterator[Schema]:
        """A step of a story does exactly one thing: the model's own rule, which no annotation tells."""
        nothing = self.says.finding(catalogue.entries()["story-no-action"])
        yield {"if": {"anyOf": [{"required": [action]} for action in ACTIONS]}, "else": _refused(nothing)}
        for first, second in ((0, 1), (0, 2), (1, 2)):
            both = {"first": ACTIONS[first], "second": ACTIONS[second]}
            two = self.says.finding(catalogue.entries()["story-two-actions"], **both)
            wrong = {"properties": {both["second"]: {"doNotSuggest": True, **_refused(two)}}}
            yield {"if": {"required": list(both.values())}, "then": wrong}

    # Keys

    def _key(self, model: type[BaseModel], name: str, field: FieldInfo) -> Schema:
        """What stands under a key, and what an editor says about it."""
        value, of_playbook = value_of(model, name), model in METHODS.values()
        if of_playbook and name in MERGED:
            value = value._replace(limits=())  # they hold where there is no base
        default = None if field.is_required() else field.get_default()
        usual = default if isinstance(default, (str, int, Decimal)) and default != "" else None
        notes = [self.says.may_name(value.names)] if value.names is not None else []
        if not field.is_required():
            notes.append(self.says.optional(usual))
        if of_playbook and (name in MERGED or name in GROWING or (name not in HEAD and get_origin(field.annotation) is tuple)):
            notes.append(self.says.with_base(adds=name in MERGED, grows=name in GROWING))
        made = self._special(model, name) or self._value(value)
        made = self._described(made, purpose_of(model, key_of(name, field)), notes)
        if likely := examples(model, name):
            made["examples"] = likely
        if usual is not None:
            made["default"] = float(usual) if isinstance(usual, Decimal) else usual
        return made

    def _described(self, made: Schema, words: Words, notes: Sequence[str]) -> Schema:
        said = self.says.said(words)
        return {"description": said, **({"markdownDescription": "\n\n".join((said, *notes))} if notes else {}), **made}

    def _special(self, model: type[BaseModel], name: str) -> Schema | None:
        """Texts of stories that are chosen from a list, and may carry something behind it."""
        if (model, name) in ((StoryStep, "at"), (StoryEnd, "at")):
            return self._choice_or(StepId, PLACES, rf"^(?:{'|'.join(map(re.escape, PLACES))})?(?:/.*)?$", naming.called()["Place"])
        if (model, name) == (StoryStep, "command"):
            return self._choice_or(Command, COMMANDS, rf"^/?(?:{'|'.join(COMMANDS)})(?: .*)?$", naming.called()["Command"])
        return None

    def _choice_or(self, annotation: Any, words: Sequence[str], form: str, kind: Words) -> Schema:
        meanings = [self.says.said(naming.choices()[naming.CHOICES[annotation]][word]) for word in words]
        wrong = {"errorMessage": self.says.kind(kind)}
        return {
            "anyOf": [{"enum": list(words), "enumDescriptions": meanings, **wrong}, {"type": "string", "pattern": form, **wrong}],
        }

    # Values

    def _value(self, given: Value) -> Schema:
        """The schema of what may stand at a place. Raises TypeError for an annotation that no model has had so far."""
        value = given.plain()
        annotation, limits = value.annotation, value.limits
        if choices := value.choices():
            return self._choice(choices, lambda word: meaning(annotation, word))
        if annotation is Text:
            return self._text(value.names)
        if is_model(annotation):
            return self._model(annotation)
        if isinstance(annotation, type) and issubclass(annotation, RootModel):
            return self._value(value.inside(annotation.model_fields["root"].annotation))
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            return self._list(value, inner[0])
        if origin is dict:
            return self._chosen_keys(value, *inner) if Value(inner[0]).choices() else self._named_keys(value, *inner)
        if annotation is str:
            return self._line(value)
        if annotation in (int, float, Decimal):
            return self._number(value)
        if annotation is datetime.date and not limits:
            return {"type": "string", "pattern": _DAY, "errorMessage": self.says.kind(naming.called()["Date"])}
        raise TypeError(f"no schema is known for {annotation!r}: teach it to authoring.schema")

    def _choice(self, choices: Sequence[str], of: Callable[[str], Words]) -> Schema:
        return {
            "type": "string",
            "enum": list(choices),
            "enumDescriptions": [self.says.said(of(word)) for word in choices],
            "errorMessage": self.says.choice(choices),
        }

    def _list(self, value: Value, item: Any) -> Schema:
        made: Schema = {
            "type": "array",
            "items": self._value(value.inside(item)),
            "errorMessage": self.says.kind(value.kind(), "list"),
            **self._at_least(value.least()),
        }
        if is_model(item):
            made["items"] = {**made["items"], "description": self.says.said(about(item))}
            made["allOf"] = [_until({"type": "array"}, [self.snippets.item(item)])]
        return made

    def _chosen_keys(self, value: Value, key: Any, inner: Any) -> Schema:
        """A group whose keys are words from a list."""
        words, inside = Value(key).choices(), self._value(value.inside(inner))
        possible: Schema = {
            "properties": dict.fromkeys(words, True),
            "additionalProperties": False,
            "errorMessage": self.says.choice(words),
        }
        return {
            "properties": {word: {"description": self.says.said(meaning(key, word)), **inside} for word in words},
            "allOf": [self._group(value.kind()), possible],
            **self._at_least(value.least(), "minProperties"),
        }

    def _named_keys(self, value: Value, key: Any, inner: Any) -> Schema:
        """A group whose keys are names that the trainer gives."""
        inside = self._value(value.inside(inner))
        made: Schema = {
            "additionalProperties": {"description": self.says.said(about(inner)), **inside} if is_model(inner) else inside,
            "allOf": [self._group(value.kind()), {"propertyNames": self._value(Value(key))}],
            **self._at_least(value.least(), "minProperties"),
        }
        if is_model(inner):
            made["defaultSnippets"] = [self.snippets.entry(inner)]
        return made

    def _line(self, value: Value) -> Schema:
        """A plain text. A number counts as the text that was written, unless the text must have a form."""
        form = next((at.pattern for at in value.limits if getattr(at, "pattern", None)), None)
        made: Schema = {"type": ["string", "number"], "errorMessage": self.says.kind(value.kind())}
        if form is not None:
            made = {"type": "string", "pattern": form, "errorMessage": self.says.kind(naming.called()["Identifier"])}
        rules = []
        for at in value.limits:
            if isinstance(at, MinLen):
                # A number without quotes is a text too: one with so many digits.
                digits = {"minimum": 10 ** (at.min_length - 1)} if at.min_length > 1 else {}
                rules.append(_only_if({"minLength": at.min_length, **digits}, self.says.shortest(at.min_length)))
            if isinstance(at, MaxLen):
                rules.append(_only_if({"maxLength": at.max_length}, self.says.longest(at.max_length)))
        return {**made, **({"allOf": rules} if rules else {})}

    def _number(self, value: Value) -> Schema:
        whole = value.annotation is int
        bounds: dict[str, Any] = {}
        for at in value.limits:
            if isinstance(at, Ge):
                bounds["minimum"] = at.ge
            elif isinstance(at, Gt) and whole:
                bounds["minimum"] = int(str(at.gt)) + 1
            elif isinstance(at, Le):
                bounds["maximum"] = at.le
            else:
                raise TypeError(f"no words are known for the limit {at!r}: teach them to authoring.schema")
        kind = self.says.number(value.kind(), bounds.get("minimum"), bounds.get("maximum"))
        made = {"type": "integer" if whole else "number", "errorMessage": self.says.kind(kind, "number")}
        return {**made, **(_only_if(bounds, self.says.kind(kind)) if bounds else {})}

    def _at_least(self, fewest: int, keyword: str = "minItems") -> Schema:
        return _only_if({keyword: fewest}, self.says.fewest(fewest)) if fewest else {}

    # Texts

    def _text(self, names: tuple[str, ...] | None) -> Schema:
        """One text, or one for each language. Every set of names has its own, so that a wrong name is underlined."""
        name = "Text" if names is None else f"Text({','.join(names)})"
        one = f"{name}: one"
        self.definitions[one] = self._words(names)
        languages = {code: {"description": self.says.in_this_language(meaning(Language, code)), **_reference(one)} for code in LANGUAGES}
        several: Schema = {
            "type": "object",
            "properties": languages,
            "additionalProperties": False,
            "errorMessage": self.says.languages_only(LANGUAGES),
            "defaultSnippets": self.snippets.languages(),
        }
        self.definitions[name] = {
            "type": ["string", "number", "object"],
            "errorMessage": self.says.kind(Value(Text).kind()),
            "if": {"type": "object"},
            "then": several,
            "else": _reference(one),
        }
        return _reference(name)

    def _words(self, names: tuple[str, ...] | None) -> Schema:
        made: Schema = {
            "type": ["string", "number"],
            "errorMessage": self.says.kind(Value(Text).kind()),
            **_only_if({"pattern": r"\S"}, self.says.shortest(1)),
        }
        if names is not None:
            # Braces around anything but one name are left to `check`: a choice, a filter, a fault that a pattern cannot explain.
            other = rf"\{{\{{\s*(?!(?:{'|'.join((*names, 'true', 'false'))})\s*\}}\}})[A-Za-z_]\w*\s*\}}\}}"
            made["allOf"] = [{"pattern": rf"^(?![\s\S]*{other})", "errorMessage": self.says.names_only(names)}]
        return made


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


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
