"""What all playbooks share: identity, base language, words with declared names, weak and strong examples. Knows no single method."""

from typing import Annotated, Any

from pydantic import Field

from coaching.frozen import Frozen, Language
from coaching.wording import Text

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$", max_length=60)]

# Names that every sentence of a playbook may use once the rep has given them.
COMMON_NAMES = ("client", "role", "goal")


def said(purpose: str, *names: str) -> Any:
    """A sentence of the coach: what it is for, and the names that may stand in it beside the common ones."""
    return Field(description=purpose, json_schema_extra={"names": list(names)})


class Example(Frozen):
    """A weak and a strong answer to the same question, and the reason in one line."""

    weak: Text = said("What a hurried rep writes.")
    strong: Text = said("What a good rep writes in the same place.")
    why: Text = said("What makes the difference, in one line.")


class Playbook(Frozen):
    """The head of every playbook."""

    id: Identifier = Field(description="The playbook's own name; other playbooks and the record refer to it.")
    language: Language = Field(default="zh-Hans", description="The language of bare strings in this file.")
    title: Text = Field(description="What people see in lists.")
    based_on: Identifier | None = Field(
        default=None,
        description="Another playbook of the same method: what this file leaves out is taken from there.",
    )
    author: str = Field(default="", description="Who answers for the content.")
    notes: str = Field(default="", description="A note to other trainers; never said to a rep.")
