"""A price as an exact decimal: read from what people type, written as people read it. Knows nothing of concessions."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal, InvalidOperation, localcontext
from functools import wraps
from typing import ParamSpec, TypeVar

from coaching.frozen import Language
from coaching.methods.concession_words import say

Price = Decimal | int | str

# Prices of up to 60 digits before and 30 behind the point are subtracted and multiplied in 200 digits without rounding.
LARGEST_EXPONENT, SMALLEST_EXPONENT, PRECISION = 60, -30, 200
GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
CURRENCY = "¥$€£元"

P = ParamSpec("P")
T = TypeVar("T")


def exact(function: Callable[P, T]) -> Callable[P, T]:
    """Runs a function in a decimal context wide enough that sums and products of prices are never rounded."""

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        with localcontext(prec=PRECISION):
            return function(*args, **kwargs)

    return wrapped


def money(value: Decimal) -> str:
    """A price as people write it: thousands apart, no idle zeros, no exponent."""
    return f"{value.normalize():,f}"


@exact
def to_price(given: Price, language: Language = "en") -> Decimal:
    """A price from a number or its text; currency signs, thousands commas and full-width digits are understood.

    Raises ValueError with one line for people when it is no price, is below zero, or is beyond what a price can be."""
    text = unicodedata.normalize("NFKC", str(given)).strip().strip(CURRENCY).strip()
    if GROUPED.fullmatch(text):
        text = text.replace(",", "")
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(say("error_price", language, given=str(given)[:40])) from None
    if not value.is_finite():
        raise ValueError(say("error_price", language, given=str(given)[:40]))
    if value < 0:
        raise ValueError(say("error_negative", language, given=str(given)[:40]))
    if value and (value.adjusted() >= LARGEST_EXPONENT or exponent(value) < SMALLEST_EXPONENT):
        raise ValueError(say("error_size", language, given=str(given)[:40]))
    # 2.5E+5 is nobody's price: digits only, so that `str` of a price can be shown and read back.
    return Decimal(f"{value.normalize():f}")


def exponent(value: Decimal) -> int:
    """The place of the last digit that counts: -2 for 9.37, 3 for 264000."""
    number = value.as_tuple()
    idle = len(number.digits) - significant_digits(value)
    return int(number.exponent) + idle


def significant_digits(value: Decimal | int) -> int:
    """How many digits a number has without leading and trailing zeros: 3 for 9.37, 226000 and 0.0451; 0 for zero."""
    return len("".join(map(str, Decimal(value).as_tuple().digits)).strip("0"))
