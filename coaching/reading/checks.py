"""The small checks that every message gets: an honest "don't know", the client's words used again, the flags of the method reference 0.3.

Each finds words and judges nothing: what is said about them is the playbook's business."""

from coaching.reading.patterns import compiled, cue
from coaching.reading.text import Typed, fold

# CK-LEN: a spoken turn.
MOST_CHINESE, MOST_ENGLISH = 120, 70

_DONT_KNOW = cue(
    r"""
    (?:我|俺|这(?:个|点|块)?|那(?:个)?|目前|暂时|现在|还|也|真|真的|确实|老实说|说实话|其实|这个我|嗯+|额|呃|哎|，|,|、| )*(?:不知道|
    &不晓得|不清楚|不太?清楚|不太?确定|不确定|不明确|不了解|不太了解|不懂|没想好|没想过|没想到|没想清楚|没考虑(?:过|好)?|没问过?|
    &没(?:有)?(?:头绪|概念|把握|想法|打听(?:过)?|数|底|谱)|心里没(?:底|数)|想不(?:出来?|到|起来)|说不(?:上来|好|准|清)|不好说|拿不准|待定|
    &待确认|未知|未定|暂无|不详|没定|没谱|无从知道|问一下再说|不会|没辙|无)(?:呢|啊|呀|了|诶|欸|哎|哈|哦|的|吧|耶|呐|。|！|!|…|\.|~| )*
    (?:i|we|well|um+|uh|er|hm+|sorry|honestly|really|frankly|to be honest|actually|no,?|[ ,.…-])*(?:don'?t|do not|dont|didn'?t|haven'?t|
    &have not|have|i'm|im|am|not|no|can'?t|cannot|couldn'?t)?[ ]?(?:know|a clue|the faintest|sure|really sure|too sure|certain|clear|idea|
    &clue|thought (?:about|of) (?:it|that)|asked|decided|figured (?:it|that) out|tell|say|think of (?:anything|one)|any idea)(?: (?:yet|
    &that|this|it|about (?:it|that)|at the moment|right now|for now|really|honestly|sorry|either))*(?:[ .!…~])*
    (?:unknown|unsure|undecided|unclear|dunno|idk|tbd|tbc|tba|n/?a|no clue|no idea|not sure|not yet|beats me|who knows|i wish i knew|open|
    &to be (?:confirmed|decided|checked))(?: yet| really| sorry)*[ .!…~]*
""",
    after="$",
)
# "know" alone must be denied: "I know" is no confession.
_DENIED = compiled(
    r"""
    don'?t|do not|dont|didn'?t|haven'?t|not|\bno\b|can'?t|cannot|couldn'?t|unknown|unsure|undecided|unclear|dunno|idk|tb[dca]|n/?a|
    beats|who knows|wish|open|to be|[\u4e00-\u9fff]
    """
)
_LETTER = compiled(r"[a-z0-9\u3400-\u9fff]")
_SHORT_ANSWER = 40

_ABSOLUTE = cue(r"""
    最(?:好|佳|优|强|先进|便宜|低价?|权威|顶级|专业|安全|可靠|稳定|全面)(?=的|，|。|,|!|$|没有之一|品牌|厂家|水平)
    最好(?!是|先|在|能|周|明|下|今|提前|您|由|有|不要|别|让|把|再|一起|给|用|选|带|约)|最佳
    (?:行业|全国|全省|全球|世界|国内|市场|销量|口碑|质量|技术|亚洲|业内)(?:排名)?第一|第一(?:品牌|名牌|的(?!时|次|步|个))|天下第一
    唯一|独一无二|绝对|(?<!不)(?<!不能)(?<!不敢)(?<!没法)(?<!能)保证(?!金|书|期)|百分(?:之)?百|100\s?%
    (?<!不)(?<!不能)肯定(?!不了|的是|要先|得)|永远(?!记)|永不|国家级|世界级|顶级|万能|零(?:风险|故障|缺陷|事故)|绝不会
    从不(?:出|坏|断)|包(?:治|好|赚|过)|史上|无敌|全网最低|稳赚
    \b(?:the|our|absolute(?:ly)?) best\b(?! (?:time|way|day|moment|place|person|thing to))
    \bbest (?:in class|in the|on the market|product|price|quality|solution|service|system)\b
    \bbest-in-class\b|\bnumber one\b|\bno\. ?1\b|#1|\bthe only (?!thing|question|problem|issue|one who|way to reach)
    \bguarantee(?:d|s)?\b|\balways\b|\bnever (?:fails?|breaks?|goes wrong|stops?|drops?|lets?|had|have)\b
    \b100 ?(?:%|percent|per cent)|\bperfect(?:ly)?\b|\bflawless\b|\bunbeatable\b|\bworld-?class\b|\bzero risk|\brisk-free\b
    \bforever\b|\bcompletely safe\b
""")
_YOU = compiled(r"您|你(?!们公司的竞)|贵(?:司|院|行|厂|校|店|公司|单位|方)|\b(?:you|your|yours|you're|you'll|you've|you'd)\b")
_WE = compiled(r"我们|我司|本公司|我方|咱们公司|\b(?:we|our|ours|we're|we'll|we've|we'd|us)\b")

_STOP_HAN = compiled(
    r"[的了吗呢吧啊呀么和与及或在是有不没很太也都就还要会能可让把被从对给这那其之到为以上下里外中个些种次多少大小又再才更最只将得着过们您你我他她它每]"
    r"|什么|怎么|如何|多久|现在|目前|时候|问题|情况|客户|公司|我们|你们|他们|一下|可以|应该|觉得|容易|经常|一直|总是|非常|比较|方面|影响|如果|因为|所以|但是"
)
_HAN_RUN = compiled(r"[\u4e00-\u9fff]{2,}")
_WORD = compiled(r"[a-z][a-z'-]{2,}|\d+")
_STOP_EN = compiled(
    r"""
    (?:the|and|for|are|was|were|has|have|had|not|but|you|your|our|their|his|her|its|this|that|these|those|with|from|they|them|there|what|when|
    where|which|who|how|why|does|did|can|could|would|will|should|may|might|into|onto|about|over|under|than|then|too|very|more|most|much|
    many|some|any|all|each|every|one|out|off|also|just|only|often|always|never|still|gets?|got|makes?|made|takes?|took|gives?|gave|doing|done|
    been|being|clients?|customers?|company|problems?|issues?|things?|lots?|bit|because|between|during|after|before|while|until|per|via)$
    """
)


def says_dont_know(text: Typed) -> bool:
    """An honest "I don't know" and nothing else; 客户不知道 is something else."""
    folded = text.folded.strip()
    if not folded or len(folded) > _SHORT_ANSWER:
        return False
    if not _LETTER.search(folded):
        return "?" in folded
    return bool(_DONT_KNOW.match(folded)) and bool(_DENIED.search(folded))


def absolute_words(text: Typed) -> str:
    """The first absolute or superlative claim (CK-ABS); empty if none."""
    found = _ABSOLUTE.search(text.folded)
    return text.quote(found.start(), found.end()) if found else ""


def is_client_centred(text: Typed) -> bool:
    """ "You" at least as often as "we" (CK-YOU)."""
    return len(_YOU.findall(text.folded)) >= len(_WE.findall(text.folded))


def echoes_of(text: Typed, terms: tuple[str, ...]) -> tuple[str, ...]:
    """The content words of the client's terms that the text uses again, in the rep's spelling, longest first (CK-ECHO)."""
    found: dict[str, None] = {}
    for term in terms:
        for start, end in _shared(text.folded, fold(term[:200])):
            found.setdefault(text.quote(start, end))
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def _shared(folded: str, term: str) -> list[tuple[int, int]]:
    shared = []
    for run in _HAN_RUN.findall(_STOP_HAN.sub(" ", term)):
        at = 0
        while at < len(run) - 1:
            length = next((n for n in range(len(run) - at, 1, -1) if run[at : at + n] in folded), 0)
            if length:
                place = folded.index(run[at : at + length])
                shared.append((place, place + length))
            at += max(length, 1)
    stems = {_stem(word) for word in _WORD.findall(term) if not _STOP_EN.match(word)}
    if stems:
        shared += [match.span() for match in _WORD.finditer(folded) if not _STOP_EN.match(match.group()) and _stem(match.group()) in stems]
    return shared


def _stem(word: str) -> str:
    """A word without its commonest endings: queues, queued, queuing become one."""
    word = word.removesuffix("'s")
    for ending in ("ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "ly", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)].removesuffix("e")
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def is_too_long(length: int, language: str) -> bool:
    """Too long for a spoken turn (CK-LEN)."""
    return length > (MOST_ENGLISH if language == "en" else MOST_CHINESE)
