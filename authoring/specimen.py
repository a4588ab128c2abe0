"""The small playbook of the manual: it has one of everything that a finding of the first two passes, or of the words, may be about.

Its examples stay short where a whole playbook would hide the slip. Knows no method."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from authoring.finding import Checked, Words
from authoring.read import read
from authoring.shape import validate
from authoring.templates import check_words
from coaching.frozen import Frozen, Language
from coaching.templates import Value
from coaching.wording import Text

FORM = r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$"
Identifier = Annotated[str, Field(pattern=FORM, max_length=40)]


class Card(Frozen):
    """An objection card."""

    class_: Literal["price", "no_need", "other"] = Field(default="other", alias="class")
    heard: tuple[Text, ...] = Field(default=("太贵了",), min_length=1)  # type: ignore[arg-type]
    cause: Literal["money", "trust"] | None = None
    acknowledge: Text
    tactics: dict[Literal["find_cause", "leave_room"], Text] = Field(default_factory=dict)
    never: tuple[Text, ...] = Field(default=(), max_length=3)


class Limits(Frozen):
    """Numbers."""

    cards_offered: int = Field(default=4, ge=1, le=6, multiple_of=2)
    share: float = Field(default=0.5, gt=0, lt=1)
    warn: bool = True


class Advance(Frozen):
    """One kind of ending."""

    kind: Literal["advance"]
    next_step: Text


class Order(Frozen):
    """Another kind of ending."""

    kind: Literal["order"]
    amount: int


class Sample(Frozen):
    """The whole file."""

    id: Identifier = "sample"
    language: Language = "zh-Hans"
    title: Text | None = None
    notes: Text | None = None
    author: str = Field(default="一队", min_length=2, max_length=20)
    cards: dict[Identifier, Card] = Field(default_factory=dict)
    limits: Limits = Limits()
    ending: Annotated[Advance | Order, Field(discriminator="kind")] | None = None
    loose: Advance | Order | tuple[int, ...] | None = None


NAMES: Mapping[Any, Words] = {
    Card: Words(en="an objection card", zh="异议卡"),
    Text: Words(en="a text, or one text for each language", zh="一段文字，或按语言分写的几段文字"),
    FORM: Words(en="small letters and digits, with - or _ between", zh="小写字母和数字，中间可用 - 或 _ 连接"),
}


SAMPLES: Mapping[str, Value] = {
    "client": "红山酒厂 <车队>",
    "price": 100,
    "decided": True,
    "problems": ("等卸粮", "空驶"),
    "person": {"role": "车队长"},
    "page": "先听，再回答。" * 90,
    "story": "先听，再回答。" * 600,
}


def check(data: bytes, file: str = "fleet.yaml") -> Checked[Sample]:
    """The passes over one small playbook, as `check` runs them."""
    checked = read(file, data)
    if checked.value is None:
        return Checked(None, checked.findings)
    shaped: Checked[Sample] = validate(checked.value, Sample, NAMES, {"language": "zh-Hans"})
    if shaped.value is None:
        return Checked(None, checked.findings + shaped.findings)
    words = check_words(checked.value, Sample, Text, lambda path, option: SAMPLES)
    return Checked(shaped.value, checked.findings + words)
