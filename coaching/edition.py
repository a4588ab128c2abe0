"""A preparation's playbooks at one moment: the plan with all its parts, in canonical form, named by its hash. No files."""

import hashlib
import json
from functools import lru_cache
from typing import Any

from coaching.frozen import Frozen
from coaching.methods.call_plan import CallPlan
from coaching.methods.fabe import Fabe
from coaching.methods.negotiation import Negotiation
from coaching.methods.objections import Objections
from coaching.methods.spin import Spin

TAG = "e1:"


class Preparation(Frozen):
    """The plan and the four method playbooks that it joins."""

    plan: CallPlan
    spin: Spin
    fabe: Fabe
    objections: Objections
    negotiation: Negotiation


def canonical(data: Any) -> str:
    """The one JSON text of plain data: no spaces, letters as they are, keys in their order.

    The order of a model's fields is the model's; where a trainer's order means something (cards, tactics: best first) it is kept.
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def stored_form(preparation: Preparation) -> str:
    """The canonical text of a preparation, as it is hashed and stored."""
    return canonical(preparation.model_dump(mode="json", by_alias=True))


def edition_id(stored: str) -> str:
    """The edition's name: a tag for the way of hashing, and the start of a SHA-256 over the canonical text."""
    return TAG + hashlib.sha256(stored.encode()).hexdigest()[:32]


@lru_cache(maxsize=64)
def from_stored(stored: str) -> Preparation:
    """The preparation of a canonical text; raises pydantic's ValidationError when the text is none."""
    return Preparation.model_validate_json(stored)
