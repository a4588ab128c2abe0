"""Looking at a message: which list it runs into, and whether it means it.

Knows how lists are applied: exceptions, refusals ("we do not pay kickbacks"), true limits with date and reason, and a client who
asks for something improper. A hit is a hint about words, not a judgment of a person; the words are neither stored nor quoted.
Every context is a window of fixed size, so that looking takes time in proportion to the text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import Field

from coaching.ethics.improper import IMPROPER
from coaching.ethics.private import SENSITIVE
from coaching.ethics.tone import TONE
from coaching.ethics.words import IMPROPER_OFFER, VALUE_TO_PERSON, Excuse, Level, WordList
from coaching.frozen import Frozen, Language

LISTS: tuple[WordList, ...] = (*IMPROPER, SENSITIVE, *TONE)
RIVALS = "RIVALS"
NAMES = (*(words.name for words in LISTS), RIVALS)
# How far around a hit its sentence is read.
REACH = 60
MOST_EXTRA, LONGEST_EXTRA = 500, 60
SENTENCE_END = re.compile(r"[。!?;\n]|\.(?=\s|$)")
CLAUSE_END = re.compile(r"[,。!?;:\n]|\.(?=\s|$)| but ")
ENDS_AS_QUESTION = re.compile(r"[^。!;\n]{0,60}\?|[^,。!?;\n]{0,12}[吗嗎]")
ASKS = re.compile(
    r"怎么|怎麼|如何|是否|多少|什么|什麼|哪|吗|嗎|能不能|有没有|(?<![a-z])(?:how|what|which|who|why|when|does|do you|is it)(?![a-z])"
)

# The hit is refused, before or behind it in its own clause. What looks alike but asks or insists is no refusal:
# 能不能给, 要不送, 不得不给, 不能让人知道, 红包不能少.
_ASKING = "能要是可给給该該会會送好行肯敢"
REFUSED_BEFORE = re.compile(
    rf"(?:(?<![{_ASKING}])不(?:能(?![让被少不忘没])|会(?![有被查让]|发现|知道)|會(?![有被查讓])|可以|可|得(?!不)|准|许|给|給|送|收|搞|做|提供|"
    r"接受|涉及|参与|允许|碰|要(?![让忘怕太少]|告诉|声张)|该|应该|应当|敢|谈|问|問|说|說|用|打听|记|写|收集|查|去|陪|安排)|"
    r"(?<!有)没有(?![人问])|没(?:给|送|收|拿|搞)|(?<!分)别(?![的家人处说忘怕急让叫露]|担心|告诉|声张)|"
    r"拒绝|拒收|婉拒|谢绝|杜绝|严禁|禁止|反对|避免|从不|绝不|从来不|远离|抵制|戒掉|尊重)"
    r"[^,。!?;:\n直就还先才]{0,10}$"
)
NEGATED_TWICE = re.compile(
    "不得不|不能不|不会不|没有不|不可不|拿不|不行|不成|签不|不签|没法|没戏|办不|不办|不批|不干|谈不|难做|难办|就没|就丢|搞不|做不成"
)
REFUSED_BEHIND = re.compile(
    r"^(?:这种事|这种|这类|这些|那种|这个|这套|的事|的话|之类|我们|我|咱们|公司|是|都|也|一律|的|费用?|,|\s|确实|真的|实在|规定|要求|钱|"
    r"还是|可|就){0,5}"
    rf"(?:(?<![{_ASKING}])不(?:能|会|行)(?![少不太低亏忘省行被查]|发现|知道)|做不了|给不了|不可以|(?<!给)不给|没有(?=$|[,。!?;的])|"
    r"不合规|违规|违法|违反|不允许|办不到|帮不上|不提供|免谈|不做|不碰|不收|(?<!送)不送|犯法|是红线|红线|禁止|拒绝|不干|不搞)"
)
REFUSED_BEFORE_EN = re.compile(
    r"(?<![a-z])(?:no|not|never|without|don't|do not|doesn't|does not|didn't|can't|cannot|can not|won't|will not|wouldn't|"
    r"refuse|refused|refusing|decline|declined|reject|against|zero|ban|banned|prohibit|forbid|avoid|stop|isn't|aren't|neither|nor|"
    r"instead of)(?: [a-z'-]+){0,3} ?$"
)
INSISTED_EN = re.compile(
    r"(?<![a-z])(?:why not|why don't|not only|don't forget|do not forget|can't we|couldn't we|don't we|shouldn't we|won't we|"
    r"(?:can't|cannot|won't|never|not)[^,.!?]{0,25} without|no problem|no doubt)(?![a-z])"
)
REFUSED_BEHIND_EN = re.compile(
    r"^(?: [a-z'-]+){0,2},? ?(?:(?:is|are|would be|was)"
    r"(?:n't| not| against| illegal| unlawful| out of the question| off the table| forbidden| banned)|"
    r"(?:we|i) (?:can't|cannot|don't|do not|won't|will not|never))(?![a-z])"
)

# The client asks for it: who asks stands before the hit, without the rep as the giver in between.
CLIENT_ASKS = re.compile(
    r"(?:客户|客戶|对方|對方|甲方|他|她|采购|採購|主任|经理|院长|科长|处长|局长|老板|领导|总|负责人|医生)[^。!?;\n我咱]{0,10}?"
    r"(?:(?:想要|索要|索取|暗示|开口|伸手|提出|提了|提到|问|要求|讨要|想拿|让我|叫我|等着)[^。!?;\n]{0,16}|"
    r"(?:要(?![给是不送去看来])|讨|希望)[^,。!?;\n]{0,6})$"
)
CLIENT_COMPARES = re.compile(r"(?:[别別]家|别人家?|人家|其他家|同行|对手|竞品)[^。!?;\n]{0,12}(?:有|给|給|送|返)")
ASKED_BACK = re.compile(r"^[^。!;\n]{0,12}(?:你们|你們|你(?=[呢给能])|您)")
HOW_TO_REFUSE = re.compile(
    r"(?:怎么|怎麼|如何|怎样)(?:拒绝|婉拒|推掉|推辞|回绝|挡回去)|"
    r"(?:how (?:do|can|should|to)|what)[^.!?\n]{0,20}(?:refuse|decline|say no|turn (?:it|him|her|them) down)"
)
CLIENT_ASKS_EN = re.compile(
    r"(?<![a-z])(?:client|customer|buyer|he|she|they|manager|director|doctor|contact|boss|purchaser|procurement|official|other side|"
    r"owner)(?:'s)? (?:[a-z]+ ){0,4}?(?:wants?|wanted|asks?|asked|asking|demands?|demanded|hints?|hinted|hinting|expects?|expected|"
    r"expecting|requests?|requested|suggests?|suggested|is after|insists? on|brought up|mentioned)(?![a-z])"
    r"(?:(?! but we | but i )[^.!?\n]){0,40}$"
)

DATE = re.compile(
    r"\d{1,2}月|\d{1,2}[日号號](?![线楼车机店库])|[一二三四五六七八九十]{1,3}[月日号號]|周[一二三四五六日天末]|星期[一二三四五六日天]|"
    r"礼拜[一二三四五六天]|\d{4}[-/.年]\d|月底|季末|季度末|年底|年末|下周|本周|"
    r"(?<![a-z])(?:january|february|march|april|(?:in|by|until|from) may|may \d|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|q[1-4]|"
    r"\d{1,2}(?:st|nd|rd|th)|end of (?:the )?(?:month|quarter|year)|next week)(?![a-z])"
)
REASON = re.compile(
    r"因为|因為|由于|由於|原因|通知|公告|文件|排产|排產|产能|產能|名额|名額|价目表|價目表|调价函|供应商|原料|厂家|政策|合同|库存|庫存|"
    r"核对|可查|查得到|查到|根据|根據|按照|依据|附件|截图|证明|船期|季节|收粮|预算|排期|"
    r"(?<![a-z])(?:because|since|due to|price list|notice|letter|published|supplier|stock list|schedule|quota|season|contract|"
    r"allocation|according to|attached|check|announced|policy|production plan|raw material|as per|confirmed by)(?![a-z])"
)

# Full-width forms and typographic quotes become their plain ones, one character for one, so that offsets stay.
PLAIN = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: 0x20, 0xA0: 0x20}
PLAIN.update({ord("’"): ord("'"), ord("‘"): ord("'"), ord("、"): ord(","), ord("；"): ord(";"), ord("："): ord(":")})


class Extra(Frozen):
    """What trainers add to one list: literal words, and phrases in which a listed word is harmless."""

    words: tuple[str, ...] = Field((), max_length=MOST_EXTRA)
    exceptions: tuple[str, ...] = Field((), max_length=MOST_EXTRA)


class Verdict(Frozen):
    """What a message ran into. `span` is where, in characters; the words themselves are left out on purpose."""

    level: Level
    rule: str
    alternative_zh: str
    alternative_en: str
    span: tuple[int, int]

    def alternative(self, language: Language) -> str:
        """The lawful way, for a reader of `language`."""
        return self.alternative_en if language == "en" else self.alternative_zh


class _Compiled(NamedTuple):
    words: WordList
    chinese: re.Pattern[str]
    english: re.Pattern[str]
    exceptions: re.Pattern[str]


class _Hit(NamedTuple):
    """A place in the plain text, and what stands around it in reach."""

    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        return _last(SENTENCE_END, self.text[max(0, self.start - REACH) : self.start])

    @property
    def behind(self) -> str:
        return self.text[self.end : self.end + REACH]

    @property
    def clause_before(self) -> str:
        return _last(CLAUSE_END, self.before)


class Guard:
    """Looks at messages. Compiled once; holds no state between looks."""

    def __init__(self, extra: Mapping[str, Extra | Mapping[str, Sequence[str]]] | None = None) -> None:
        """`extra` adds a trainer's words and exceptions by list name; under RIVALS, words are the rivals' names.

        Raises ValueError for a list that does not exist and for empty or overlong words."""
        added = {name: _checked(name, more) for name, more in (extra or {}).items()}
        self._lists = tuple(_compile(words, added) for words in LISTS)

    def look(self, text: str, language: Language | None = None) -> Verdict | None:
        """The strongest thing that a message runs into, or None.

        Without `language` the lists of both languages are used, as reps mix them; with it, only that language's: so a
        trainer's text in one language is checked."""
        plain = _plain(text)
        for wanted in ("block", "warn", "note"):
            for compiled in self._lists:
                if compiled.words.level == wanted:
                    hit = next(_standing(compiled, plain, language), None)
                    if hit is not None:
                        return _verdict(compiled.words, hit)
        return None


def _checked(name: str, more: Extra | Mapping[str, Sequence[str]]) -> Extra:
    if name not in NAMES:
        raise ValueError(f"there is no list {name!r}: use one of {', '.join(NAMES)}")
    extra = more if isinstance(more, Extra) else Extra.model_validate(more)
    for word in (*extra.words, *extra.exceptions):
        if not word.strip() or len(word) > LONGEST_EXTRA:
            raise ValueError(f"{name}: a word must have 1 to {LONGEST_EXTRA} characters: {word[:LONGEST_EXTRA]!r}")
    return extra


def _compile(words: WordList, added: Mapping[str, Extra]) -> _Compiled:
    extra = added.get(words.name, Extra())
    chinese, english = list(words.chinese), list(words.english)
    for word in map(_plain, extra.words):
        (english if word.isascii() else chinese).append(re.escape(word.strip()))
    if words.name == "CK-RIVAL" and RIVALS in added:
        names = "|".join(re.escape(_plain(name).strip()) for name in added[RIVALS].words)
        bad = "差|烂|爛|骗|騙|不行|垃圾|倒闭|倒閉|投诉多|(?<![a-z])(?:bad|scam|useless|junk|terrible|unreliable)(?![a-z])"
        chinese += [rf"(?:{names})[^。!?;\n]{{0,20}}(?:{bad})", rf"(?:{bad})[^。!?;\n]{{0,20}}(?:{names})"] if names else []
    harmless = [*words.exceptions, *(re.escape(_plain(phrase).strip()) for phrase in extra.exceptions)]
    return _Compiled(
        words=words,
        chinese=_any(chinese),
        english=_any([_loose(part) for part in english], whole=True),
        exceptions=_any(harmless),
    )


def _loose(part: str) -> str:
    """A pattern whose blanks are any few blanks, also those that may be missing."""
    return part.replace("\\ ", " ").replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def _any(parts: Sequence[str], *, whole: bool = False) -> re.Pattern[str]:
    if not parts:
        return re.compile(r"(?!)")
    joined = "|".join(f"(?:{part})" for part in parts)
    return re.compile(rf"(?<![a-z0-9])(?:{joined})(?![a-z0-9])" if whole else joined)


def _plain(text: str) -> str:
    """Lower case and half width, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.translate(PLAIN)


def _last(end: re.Pattern[str], text: str) -> str:
    ends = [match.end() for match in end.finditer(text)]
    return text[ends[-1] :] if ends else text


def _standing(compiled: _Compiled, plain: str, language: Language | None) -> Iterator[_Hit]:
    """The hits of a list that nothing takes away, in the order of the text within each language."""
    patterns = [compiled.chinese] if language != "en" and not plain.isascii() else []
    patterns += [compiled.english] if language in (None, "en") else []
    for pattern in patterns:
        for match in pattern.finditer(plain):
            hit = _Hit(plain, *match.span())
            excused = any(EXCUSES[excuse](hit) for excuse in compiled.words.excuses)
            if not excused and not _covered(compiled.exceptions, hit):
                yield hit


def _covered(pattern: re.Pattern[str], hit: _Hit) -> bool:
    """Whether a match around the hit takes part of it."""
    start = max(0, hit.start - REACH)
    return any(match.start() < hit.end and match.end() > hit.start for match in pattern.finditer(hit.text, start, hit.end + REACH))


def _is_refused(hit: _Hit) -> bool:
    """Whether the sentence says that this is not done. A client who asks for it is answered even so."""
    if _client_wishes(hit):
        return False
    inside = hit.text[hit.start : hit.end]
    before, behind = hit.clause_before, hit.behind
    near = CLAUSE_END.split(behind, maxsplit=1)[0]
    if REFUSED_BEFORE.search(before):
        return not NEGATED_TWICE.search(before + inside + near[:8])
    if REFUSED_BEHIND.search(behind):
        return True
    if INSISTED_EN.search(before + inside):
        return False
    return bool(REFUSED_BEFORE_EN.search(before) or REFUSED_BEHIND_EN.search(behind))


def _has_date_and_reason(hit: _Hit) -> bool:
    """Whether the message dates its limit and says where it comes from; the date is not the pressing word itself."""
    around = hit.text[max(0, hit.start - 2 * REACH) : hit.start] + " " + hit.text[hit.end : hit.end + 2 * REACH]
    return bool(DATE.search(around) and REASON.search(around))


def _is_question(hit: _Hit) -> bool:
    return bool(ENDS_AS_QUESTION.match(hit.behind) or ASKS.search(hit.before))


EXCUSES: dict[Excuse, Callable[[_Hit], bool]] = {
    "refusal": _is_refused,
    "date_and_reason": _has_date_and_reason,
    "question": _is_question,
}


def _client_wishes(hit: _Hit) -> bool:
    """Whether it is the client who wants this, and the rep who has to answer."""
    before, behind = hit.before, hit.behind
    return bool(
        CLIENT_ASKS.search(before)
        or CLIENT_ASKS_EN.search(before)
        or (CLIENT_COMPARES.search(before + hit.text[hit.start : hit.end]) and ASKED_BACK.search(behind))
        or HOW_TO_REFUSE.search(before + behind)
    )


def _verdict(words: WordList, hit: _Hit) -> Verdict:
    reply = words.reply
    if reply == VALUE_TO_PERSON and _client_wishes(hit):
        reply = IMPROPER_OFFER
    return Verdict(level=words.level, rule=words.rule, alternative_zh=reply.zh, alternative_en=reply.en, span=(hit.start, hit.end))
