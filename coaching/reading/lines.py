"""One line of text as the fields that the command `read` prints. Knows the contract of the command line and nothing of files or output."""

from decimal import Decimal
from typing import Literal, get_args

from coaching.reading import dates
from coaching.reading.fabe import read_fabe
from coaching.reading.numbers import amounts_in
from coaching.reading.offers import read_offer
from coaching.reading.questions import questions_in
from coaching.reading.replies import read_reply
from coaching.reading.spin import read_spin
from coaching.reading.text import LINE, PITCH, typed

LineKind = Literal["spin", "fabe", "objection", "offer"]


def read_line(kind: str, text: str, language: str = "auto") -> dict[str, object]:
    """The fields of `read KIND` for one line; `language` is a hint that the text overrules. Raises ValueError for another kind."""
    said = typed(text, PITCH if kind == "fabe" else LINE)
    amounts = amounts_in(said.folded, dates.stretches(said.folded), chinese=language.startswith("zh"))
    questions = questions_in(said)
    match kind:
        case "spin":
            spin = read_spin(said, questions, {})
            form = questions[-1].form if questions else "statement"
            return {"kind": spin.kind, "confidence": spin.confidence, "abstained": spin.abstained, "form": form}
        case "fabe":
            return {"parts": [{"text": p.text, "part": p.part, "confidence": p.confidence} for p in read_fabe(said, amounts).parts]}
        case "objection":
            reply = read_reply(said, questions, amounts)
            return {
                "tactics": [seen.tactic for seen in reply.tactics],
                "acknowledges": bool(reply.acknowledges),
                "asks_question": reply.asks_question,
                "argues": bool(reply.argues),
            }
        case "offer":
            offer = read_offer(said, amounts)
            return {
                "offer": _number(offer.offer),
                "currency": offer.currency or None,
                "prices": [_number(price) for price in offer.prices],
                "percent": _number(offer.percent),
                "conditional": offer.conditional,
                "concession": offer.concession,
            }
    raise ValueError(f"{kind!r} is none of {', '.join(get_args(LineKind))}")


def _number(text: str) -> int | float | None:
    """A decimal string as a JSON number."""
    if not text:
        return None
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)
