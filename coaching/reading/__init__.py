"""What a sentence is: exact rules behind one small interface. No I/O, no clock; the day is handed in."""

from coaching.reading.lines import read_line
from coaching.reading.numbers import Amount, parse_amount, parse_amounts
from coaching.reading.reading import (
    Asked,
    FabeReading,
    GoalReading,
    OfferReading,
    Reader,
    Reading,
    ReplyReading,
    Segment,
    SpinReading,
    TacticSeen,
)
from coaching.reading.rules import RuleReader

__all__ = [
    "Amount",
    "Asked",
    "FabeReading",
    "GoalReading",
    "OfferReading",
    "Reader",
    "Reading",
    "ReplyReading",
    "RuleReader",
    "Segment",
    "SpinReading",
    "TacticSeen",
    "parse_amount",
    "parse_amounts",
    "read_line",
]
