"""Money in a sentence: which prices are named, which one is on offer now, and whether the rep gives something and asks for something.

A list price, another supplier's price, the customer's own figure or a refused figure is named and not offered; a difference (便宜两百) is
money and no price. A reduction because the customer finds the price high is a gift, not a trade."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from coaching.reading.cues import money as cues
from coaching.reading.numbers import Amount, plain
from coaching.reading.patterns import Cue, compiled
from coaching.reading.reading import OfferReading
from coaching.reading.text import Span, Typed

_FLOOR = compiled(r"""
    (?:不能?低于|最低|(?:can't|cannot|can not|won't) (?:go|drop|come|sell)?\s?(?:any )?(?:below|lower than|under|
    down below))\s*[¥$€£]?$
    """)
_OURS = compiled(r"^\W*(?:那|这样|这样吧|行|好)?(?:我|咱)(?!.*[您你])|^\W*(?:so |and |then )?(?:i|we|our)\b(?!.*\byou)")
_CLIENT_IF = compiled(
    r"""
        (?:如果|要是|只要|假如|若)[^，。,]{0,3}(?:您|你|贵司|贵厂|贵院)(?!.{0,3}(?:觉得|嫌|喜欢|感兴趣|需要|愿意|想|满意|认为|
        不放心|方便|有))
        """
    r"""
        |\b(?:if|provided|as long as|once) (?:you(?:'re|r|'ve)?|they|the) (?!like|want|prefer|need|think|feel|find|
        have (?:questions|doubts)|are interested|wish|look|compare|check|see|don't mind|know)
        """
)
_NO_PRICE_BEFORE = compiled(
    r"""
        (?:方案|附件|第|步骤|选项|型号|编号|订单号?|合同号?|电话|手机|微信|qq|房间|楼|\b(?:option|step|item|no\.?|number|page|
        line|type|model|order|invoice|phase|version|chapter|level|
        """
    r"grade|class|top|call me on|phone|ext\.?|room))\s?[:#]?\s?$"
)
_COUNT_BEFORE = compiled(
    r"""
        (?:现货|库存|有|共有|(?:量|数|线|坐席|席位|门店|台数|条数)[^，。,]{0,6}(?:到|至|满|过)|(?:in stock|have|stock of|
        (?:lines|seats|units|volumes?|sites|trucks|quantity|orders?|pieces)
        """
    r"(?: \w+){0,2} (?:to|at|of|past|over|above)))\s?$"
)
_YEAR_BEFORE = compiled(r"(?:\b(?:in|since|by|from|until|of|during|year)|年份?|到|自|从)\s?$")
_SAME_BREATH = compiled(r"""
    (?:就|我|我们)[^，。]{0,8}(?:给|免|送|做|延|降|让|按|可以|去)|打[\d一二三四五六七八九.]+折|(?:享|有)[^，。]{0,4}(?:折|
    优惠)
    """)
_THEN = compiled(r"就|给您|给你|我|能|可以|按|免|送|降到|调到|从[\d一二三四五六七八九]|^\s*[\d一二两三四五六七八九十百千万]")
_QUESTION = compiled(r"[?]\W*$")
_AGREED_PART = compiled(r"[，。,;!?]|\b(?:but|then|so|because)\b")


# Nobody names more sums in one breath.
MOST_AMOUNTS = 20


@dataclass(frozen=True, slots=True)
class _Price:
    amount: Amount
    offered: bool
    delta: bool
    total: bool


def read_offer(text: Typed, amounts: tuple[Amount, ...]) -> OfferReading:
    """Prices, the offer, the last percentage, and whether something is given and what for."""
    prices = tuple(_same_scale(tuple(_prices(text.folded, amounts[:MOST_AMOUNTS]))))
    candidates = [p for p in prices if p.offered]
    chosen = next((p for p in reversed(candidates) if not p.total), candidates[-1] if candidates else None)
    percents = [a for a in amounts if a.percent]
    condition = _condition(text, chosen is not None)
    gives = bool(give_words(text)) or _went_down(prices, chosen) or bool(condition)
    shown: dict[str, None] = dict.fromkeys(plain(p.amount.value) for p in prices)
    currencies = [a.currency for a in ((chosen.amount, *amounts) if chosen else amounts) if a.currency]
    return OfferReading(
        offer=plain(chosen.amount.value) if chosen else "",
        currency=currencies[0] if currencies else "",
        prices=tuple(shown),
        percent=plain(percents[-1].value) if percents else "",
        conditional=bool(condition),
        condition=condition,
        concession=gives,
    )


def give_words(text: Typed) -> str:
    """The words by which the rep gives something (a lower price, something free), refusals left out; empty if none."""
    hidden = _without(cues.REFUSALS, text.folded)
    for sentence in text.sentences:
        # "您能便宜多少量" asks; a give that is put as a proposal ends on 行不行 or the like and is still a give.
        match = cues.GIVES.search(hidden, sentence.start, sentence.end)
        if match:
            return text.quote(match.start(), match.end())
    return ""


def _without(cue: Cue, folded: str) -> str:
    """The text with what the cue matches blanked out, so that places stay the same."""
    return cue.sub(lambda match: "\x00" * len(match.group()), folded)


def _prices(folded: str, amounts: tuple[Amount, ...]) -> Iterator[_Price]:
    for amount in amounts:
        if not _is_price(folded, amount):
            continue
        before = folded[_clause_start(folded, amount.start) : amount.start]
        after = folded[amount.end : amount.end + 48]
        floor = bool(_FLOOR.search(before))
        delta = not floor and bool(cues.DELTA_BEFORE.search(before) or cues.DELTA_AFTER.match(after))
        others = not floor and any(
            (cues.NOT_OUR_PRICE_BEFORE.search(before), cues.NOT_OUR_PRICE_AFTER.match(after), cues.OTHERWISE_BEFORE.search(before))
        )
        yield _Price(amount, offered=not delta and not others, delta=delta, total=bool(cues.TOTAL_BEFORE.search(before)))


def _same_scale(prices: tuple[_Price, ...]) -> Iterator[_Price]:
    """原来25万的，给您23.6: a bare number beside one in 万 or k is in 万 or k too, if only so the two are of a kind."""
    scaled = [p.amount.value for p in prices if p.amount.scaled]
    for price in prices:
        amount = price.amount
        bare = not (amount.scaled or amount.currency)
        factors = [f for f in (10**3, 10**4) for v in scaled if bare and v / 3 <= amount.value * f <= v * 3]
        yield replace(price, amount=replace(amount, value=amount.value * factors[0])) if factors else price


def _clause_start(folded: str, end: int) -> int:
    start = max(0, end - 60)
    for mark in _AGREED_PART.finditer(folded, start, end):
        # A comma inside 4,800 divides nothing.
        if not (mark.group() in ",." and folded[mark.end() : mark.end() + 1].isdigit()):
            start = mark.end()
    return start


def _is_price(folded: str, amount: Amount) -> bool:
    """Money, or a bare number where a price would stand; a count, a year or a label is none."""
    if amount.percent or amount.counted:
        return False
    if amount.currency or amount.scaled:
        return True
    before = folded[max(0, amount.start - 14) : amount.start]
    if _NO_PRICE_BEFORE.search(before) or _COUNT_BEFORE.search(folded[max(0, amount.start - 30) : amount.start]):
        return False
    if 1990 <= amount.value <= 2040 and _YEAR_BEFORE.search(before):
        return False
    written_small = not any(c.isdigit() for c in folded[amount.start : amount.end]) and amount.value < 10
    return not written_small and amount.value > 0


def _went_down(prices: tuple[_Price, ...], chosen: _Price | None) -> bool:
    """The offer stands below another figure of the rep's that was named before it (a list price, the last offer)."""
    if chosen is None:
        return False
    before = [p for p in prices if not p.delta and p.amount.start < chosen.amount.start]
    return any(_near(p.amount.value, chosen.amount.value) for p in before)


def _near(earlier: Decimal, now: Decimal) -> bool:
    """Lower, but of the same kind of figure: a unit price is not compared with a total."""
    return now < earlier <= now * 3


def _condition(text: Typed, offered: bool) -> str:
    """The words in which something is asked of the customer for what is given; empty if nothing is tied."""
    hidden = _without(cues.REFUSALS, text.folded)
    for number, sentence in enumerate(text.sentences):
        words = _get(text, sentence)
        if not words:
            continue
        last = text.sentences[min(number + 1, len(text.sentences) - 1)]
        window = hidden[sentence.start : last.end]
        if cues.GIVES.search(window) or (offered and re.search(r"\d|[一二两三四五六七八九十百千万]", window)):
            return words
    return ""


def _asks_nothing(clause: str) -> bool:
    """An "if" about the price or the taste of the customer, with no give of the customer's beside it."""
    return bool(cues.NO_GET.search(clause)) and not cues.GETS.search(_without(cues.NO_GET, clause))


def _get(text: Typed, sentence: Span) -> str:
    """The clause of a sentence that asks something of the customer, if it is tied to something."""
    folded = text.part(sentence)
    clauses = [c for c in text.clauses(sentence) if not _asks_nothing(text.part(c))]
    kept = "".join(text.part(c) for c in clauses)
    asking = [c for c in clauses if cues.GETS.search(text.part(c)) and (cues.TIES.search(text.part(c)) or not _OURS.search(text.part(c)))]
    if cues.TIES.search(kept):
        tied = next((c for c in asking if cues.TIES.search(text.part(c))), asking[0] if asking else None)
        tied = tied or next((c for c in clauses if _CLIENT_IF.search(text.part(c))), None)
        return text.quote(tied.start, tied.end) if tied else ""
    if cues.IMPERATIVE_TRADE.search(folded) and asking:
        return text.quote(asking[0].start, asking[0].end)
    # Chinese leaves the "if" out: 首付三成，我就给您延半年质保.
    if asking and text.chinese and not _QUESTION.search(text.part(asking[0])):
        later = [c for c in clauses if c.start > asking[0].start]
        within = _SAME_BREATH.search(text.part(asking[0]))
        if within or any(_THEN.search(text.part(c)) for c in later):
            return text.quote(asking[0].start, asking[0].end)
    return ""
