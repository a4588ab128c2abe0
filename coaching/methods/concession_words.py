"""The sentences in which a row of prices is judged, and how the words said with a step are read.

Knows words only. When a sentence applies, and with which figures, is decided by `coaching.methods.concession_analysis`.
"""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ConfigDict, RootModel

from coaching.frozen import Language


class Phrases(RootModel[dict[Language, tuple[str, ...]]]):
    """Words or phrases by language: Chinese ones are looked for anywhere, English ones as whole words."""

    model_config = ConfigDict(frozen=True)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))


def _listed(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


# Rackham's irritators (evidence 1.3): words that praise one's own offer or run the other side down.
IRRITATORS = Phrases(
    {
        "zh-Hans": _listed(
            "够优惠了 够便宜了 够公道 很公道 非常合理的价 够意思了 够诚意 诚意十足 良心价 跳楼价 吐血价 亏本 赔本",
            "大出血 仁至义尽 给足面子 说句实在话 老实跟您说 您不懂 您还不满意 不识货 不知足",
        ),
        "zh-Hant": _listed(
            "夠優惠了 夠便宜了 夠公道 很公道 非常合理的價 夠意思了 夠誠意 誠意十足 良心價 跳樓價 吐血價 虧本 賠本",
            "大出血 仁至義盡 給足面子 說句實在話 老實跟您說 您不懂 您還不滿意 不識貨 不知足",
        ),
        "en": (
            "generous",
            "generously",
            "fair offer",
            "fair price",
            "very fair",
            "more than fair",
            "reasonable offer",
            "very reasonable",
            "more than reasonable",
            "best and final",
            "take it or leave it",
            "to be honest",
            "quite frankly",
            "with all due respect",
            "you must understand",
            "you don't understand",
            "surely you can see",
            "losing money on this",
            "doing you a favour",
            "doing you a favor",
        ),
    }
)

# What begins a reason …
REASON_WORDS = Phrases(
    {
        "zh-Hans": _listed("因为 由于 鉴于 考虑到 毕竟 原因是 理由是"),
        "zh-Hant": _listed("因為 由於 鑑於 考慮到 畢竟 原因是 理由是"),
        "en": (
            *("because", "given that", "due to", "owing to", "the reason is"),
            *("since you", "since we", "since our", "since your", "since the"),
        ),
    }
)
# … what counts reasons off …
REASON_COUNTS = Phrases(
    {
        "zh-Hans": _listed("一是 二是 三是 四是 第一， 第二， 第三， 第四， 首先 其次 再次 一来 二来 三来"),
        "zh-Hant": _listed("一是 二是 三是 四是 第一， 第二， 第三， 第四， 首先 其次 再次 一來 二來 三來"),
        "en": ("first,", "second,", "third,", "fourth,", "firstly", "secondly", "thirdly", "fourthly"),
    }
)
# … and what adds one to a reason already given.
REASON_LINKS = Phrases(
    {
        "zh-Hans": _listed("另外 而且 再加上 再说 还有 何况 、"),
        "zh-Hant": _listed("另外 而且 再加上 再說 還有 何況 、"),
        "en": ("also", "besides", "moreover", "furthermore", "in addition", "on top of that", "what is more", "plus"),
    }
)
# A condition or an offer ends the reasons: what is tied on behind it is no reason.
REASONS_END = re.compile(r"如果|所以|我们可以|我們可以|[。；;]|\b(?:if|so|then we)\b", re.IGNORECASE)

# (English, Chinese). Chinese is written in simplified characters for both scripts.
SENTENCES: dict[str, tuple[str, str]] = {
    "missing_target": ("Not checked: no target was given.", "没查：还没有目标价。"),
    "missing_floor": ("Not checked: no walk-away was given.", "没查：还没有底线。"),
    "missing_both": ("Not checked: no target and no walk-away were given.", "没查：还没有目标价和底线。"),
    "missing_gets": ("Not checked: nobody said what is asked for each step.", "没查：还没写每一步要换什么。"),
    "missing_sentences": ("Not checked: the step sentences were not given.", "没查：还没有每一步要说的话。"),
    "missing_table": ("Not checked: this counts at the table only.", "没查：这条只在谈判桌上看。"),
    "missing_steps": ("Not checked: it takes two steps to compare.", "没查：让过两步才有得比。"),
    "missing_given": ("Not checked: nothing was conceded.", "没查：一步还没让。"),
    "missing_way": (
        "Not checked: a price was taken back, so shares say nothing.",
        "没查：价格往回收过，占比没有意义。",
    ),
    "R1_pass": (
        "Opening {opening}, target {target}, walk-away {floor}: each leaves room for the next.",
        "开价{opening}、目标{target}、底线{floor}，一层比一层有余地。",
    ),
    "R1_opening": (
        "The opening {opening} is no better than the {name} {other}: nothing is left to give.",
        "开价{opening}并不比{name}{other}有利，没有可让的余地。",
    ),
    "R1_target": (
        "The target {target} is no better than the walk-away {floor}.",
        "目标{target}并不比底线{floor}有利。",
    ),
    "name_target": ("target", "目标"),
    "name_floor": ("walk-away", "底线"),
    "R2_pass": ("Each step is smaller than the one before: {steps}.", "一步比一步小：{steps}。"),
    "R2_larger": (
        "Step {n} gives {later} after {earlier}: it should be smaller.",
        "第{n}步让{later}，前一步让{earlier}，应该更小才对。",
    ),
    "R2_back": (
        "Step {n} takes {amount} back: a price once named does not return.",
        "第{n}步又收回{amount}：说出口的价，不能往回走。",
    ),
    "R3_pass": (
        "Each step against the one before: {ratios}, within {low}–{high}.",
        "每步与前一步之比{ratios}，在{low}–{high}之内。",
    ),
    "R3_drop": (
        "Step {n} is only {ratio} of the one before: one big drop raises hopes of another.",
        "第{n}步只有前一步的{ratio}：先大跌一口，对方会等下一口。",
    ),
    "R3_equal": (
        "Step {n} is {ratio} of the one before: steps that hardly shrink invite the next request.",
        "第{n}步是前一步的{ratio}：几乎没收窄，等于请对方再要一次。",
    ),
    "R3_growing": (
        "Step {n} is {ratio} times the one before: whoever waits gets more.",
        "第{n}步是前一步的{ratio}倍：等于告诉对方，越等越多。",
    ),
    "R3_outside": (
        "Step {n} is {ratio} of the one before, outside {low}–{high}.",
        "第{n}步是前一步的{ratio}，不在{low}–{high}之内。",
    ),
    "R4_pass": ("Number of steps: {count}, within {low}–{high}.", "共{count}步，在{low}–{high}步之内。"),
    "R4_few": (
        "Number of steps: {count}. Plan {low} to {high}, so that each can buy something.",
        "只有{count}步，{low}到{high}步才换得到东西。",
    ),
    "R4_many": (
        "Number of steps: {count}. After {high} the other side just keeps asking.",
        "共{count}步，超过{high}步对方会一直要下去。",
    ),
    "R5_pass": (
        "The last price {price} looks calculated: {digits} significant digits.",
        "末价{price}有{digits}位有效数字，像是算出来的。",
    ),
    "R5_round": (
        "The last price {price} is round (significant digits: {digits}): it sounds like there is more to get.",
        "末价{price}太整，只有{digits}位有效数字，听着像还有得砍。",
    ),
    "R6_pass": ("No two steps in a row without a get.", "没有连着两步白让。"),
    "R6_fail": (
        "Steps {n} and {m} are both given with nothing asked in return.",
        "第{n}步和第{m}步连着白让，没换回东西。",
    ),
    "R7_pass": (
        "Every price keeps to the walk-away {floor}; {left} is left at the end.",
        "没有一步越过底线{floor}，末价还留{left}。",
    ),
    "R7_fail": (
        "The price {price} is past the walk-away {floor} by {over}.",
        "{price}已经越过底线{floor}，差{over}。",
    ),
    "R8_pass": ("The first step is {share}% of all that is given.", "第一步占全部让步的{share}%。"),
    "R8_warn": (
        "The first step is {share}% of all that is given, more than {limit}%: little is left to trade.",
        "第一步就让掉全部的{share}%，超过{limit}%，后面没什么可换了。",
    ),
    "R9_none": ("Not checked: they have made no counter-offer yet.", "没查：对方还没有还价。"),
    "R9_pass": ("After their first counter-offer we did not move at once.", "对方第一次还价后，没有马上让。"),
    "R9_fail": (
        "We moved in the very next message after their first counter-offer: ask first.",
        "对方刚还价，下一句就让了：先问，再让。",
    ),
    "R10_pass": ("Reasons in one move: {count} at most.", "一步里最多{count}个理由。"),
    "R10_warn": (
        "{count} reasons in one move: more than {limit} and the weakest gets attacked.",
        "一步里说了{count}个理由，超过{limit}个，对方会挑最弱的那个打。",
    ),
    "R11_pass": ("No words that annoy.", "没有刺耳的词。"),
    "R11_warn": ("“{word}” annoys more than it persuades: leave it out.", "“{word}”听着刺耳，去掉更有力。"),
    "R12_pass": (
        "{reserve} between target and walk-away stays unplanned.",
        "目标到底线之间还留着{reserve}，没有排进去。",
    ),
    "R12_fail": (
        "Target {target} is no better than walk-away {floor}: no reserve for the table.",
        "目标{target}并不比底线{floor}有利，桌上没有余量了。",
    ),
    "error_few": (
        "give at least two prices: the opening and the price after each move",
        "至少要两个价：开价，和每让一步之后的价",
    ),
    "error_price": (
        "“{given}” is not a price: write digits, for example 12.5 or 264240",
        "“{given}”不像价格：请写数字，例如12.5或264240",
    ),
    "error_negative": (
        "{given} is below zero: give the prices themselves, not the discounts",
        "{given}小于零：请写每一步的价格，不要写降了多少",
    ),
    "error_size": (
        "{given} is too large or too fine for a price: use a bigger or smaller unit, such as thousands",
        "{given}太大或太细了：请换个单位，例如按万元写",
    ),
    "error_role": ("role must be seller or buyer, not “{given}”", "role只能是seller或buyer，不能是“{given}”"),
    "plan_order": (
        "The opening must be {higher} than the target, and the target {higher} than the walk-away; these are {opening}, {target}{floor}.",
        "开价要{higher}目标，目标要{higher}底线；现在是{opening}、{target}{floor}。",
    ),
    "plan_higher": ("higher", "高于"),
    "plan_lower": ("lower", "低于"),
    "plan_narrow": (
        "From {opening} to {target} is only {room}: too narrow for {steps} shrinking steps in units of "
        "{grain} that end on a price that is not round. Widen the range, or take fewer steps.",
        "{opening}到{target}只差{room}，按最小单位{grain}排不出{steps}步递减、末价又不整的方案。把差距拉开，或者少走一步。",
    ),
    "plan_limits": (
        "The limits of this playbook leave no plan of {steps} steps. {why}",
        "按这套打法的限值，排不出{steps}步的方案。{why}",
    ),
    "plan_unsound": (
        "Such rows are not sound: look at the bounds for the last step's share and for the number of steps.",
        "这样的方案过不了“稳妥”一关：看看末步占比和步数的限值。",
    ),
    "plan_no_way": ("The ratios that are allowed for a plan exclude each other.", "方案允许的比例互相矛盾。"),
}


def say(name: str, language: Language, /, **figures: Any) -> str:
    """A sentence of the table with its figures filled in; both Chinese scripts get the Chinese one."""
    english, chinese = SENTENCES[name]
    return (english if language == "en" else chinese).format(**figures)


def hits(sentence: str, phrases: Phrases) -> Iterator[tuple[int, str]]:
    """Where a phrase of any language stands, each place once: reps mix languages, so all lists are looked at."""
    words = {word: language for language, listed in phrases.root.items() for word in listed if word}
    if not words:
        return
    # Longest first, so that 亏本 is not quoted as 亏 where both are listed.
    parts = [_whole(word) if words[word] == "en" else re.escape(word) for word in sorted(words, key=len, reverse=True)]
    for match in re.finditer("|".join(parts), sentence, re.IGNORECASE):
        yield match.start(), match.group()


def _whole(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])"


def count_reasons(sentence: str, words: Phrases, counts: Phrases, links: Phrases) -> int:
    """How many reasons a sentence seems to give: those begun, those counted off, and those tied on behind the first."""
    begun = [start for start, _ in hits(sentence, words)]
    counted = sum(1 for _ in hits(sentence, counts))
    if not begun:
        return counted
    behind = REASONS_END.split(sentence[begun[0] :], maxsplit=1)[0]
    return max(counted, len(begun) + sum(1 for _ in hits(behind, links)))
