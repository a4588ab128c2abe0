"""Which sentences ask, and how: open, closed, or no question at all. Knows the grammar of asking, not what is asked about.

As in the codebook: a question for one number, name or date is closed, however it begins (多少, how many, who); A-or-B is closed; a request
in the form of yes or no that asks for a description is open (can you tell me how …); a rhetorical question is a statement."""

import re
from dataclasses import dataclass

from coaching.reading.patterns import compiled, cue
from coaching.reading.reading import Form
from coaching.reading.text import Span, Typed

_CHINESE = compiled(r"[\u4e00-\u9fff]")
_MARK = compiled(r"[?]")

_RHETORICAL = cue(r"""
    难道|谁(?:家)?[^，。?]{0,5}不(?:想|愿|希望|喜欢|爱|盼|图)|谁(?:会|能|敢)不|何乐而不为|岂不|岂能|哪能|哪会|何必|何苦
    还用(?:得着|说|问|担心|愁|怕)|用得着[^，。?]{0,8}(?:担心|愁|怕|操心)
    哪(?:里|儿)?(?:还)?有(?:我们|这么|比)|哪(?:里|儿)(?:贵|差|不好|不行)|怎么(?:能|可能|会)不|怎么可能|有谁(?:不|会不)|不香吗
    有什么(?:不好|可犹豫|好犹豫|理由不)|为什么不(?:选|换|试|买|用)
    (?:能|还能|舍得|忍心)(?:错过|不心动|拒绝|放过)|您?(?:能|会)不(?:心动|动心)
    凭什么|什么叫|(?:不|没)(?:用|试|看|吃|见)(?:过)?怎么知道|能(?:跟|和)我们(?:的)?比|早干嘛|有必要吗|至于吗
    值得吗[?]?$(?<=不值得吗)
    \b(?:who|what \w+|which \w+) (?:wouldn't|doesn't|would not|does not|can afford)
    \bwhy (?:would|wouldn't|should|shouldn't) (?:you|anyone|anybody|we) (?!say|think|prefer|rather|like)
    \bwhy (?:pay|wait|settle|risk|waste|spend|bother|put up)\b
    \bisn't it (?:about )?time|\bwouldn't (?:it|that) be (?:nice|great|good|wonderful|lovely)|\bwhat's not to (?:like|love)
    \bwhat are you waiting|\bdon't you (?:want|think|agree|deserve)|\bhow can you afford not
    \bwhat more (?:do|could) you|\bwho (?:cares|knows)|\bcan you (?:really |honestly )?afford (?:not )?to (?:miss|wait|ignore|lose)
    \bwouldn't you (?:rather|agree|want|like|love)|\bwhat could be (?:better|easier)|\bsounds (?:good|great), doesn't it
    \bhow could (?:you|anyone) (?:say no|refuse)|\bwhat's the point
""")

# --- Chinese -----------------------------------------------------------------------------------------------------------------------
_REQUEST_HAN = cue(r"""
    (?:能|可以|能不能|可不可以|能否|可否|方便|是否方便|方不方便|麻烦|请|劳驾|要不|不如)?(?:您|你)?(?:先|再|也|帮|给|跟|和|向)*(?:我|我们|
    &大家)?(?:先|再|大概|简单|具体|详细|稍微|多)*(?:讲讲|说说|谈谈|聊聊|讲一讲|说一说|谈一谈|聊一聊|讲一下|说一下|谈一下|描述|介绍介绍|分享|
    &指点|展开)
    (?:能|可以|能不能|可不可以|能否|可否|方便|麻烦|请|劳驾)(?:您|你)?(?:先|再|也)?(?:帮|给|跟|和|向)?(?:我|我们)?(?:先|再|大概|
    &简单)*(?:介绍|讲|说)(?!我们|咱们的产品|明天)
    (?:想|想跟您|想向您|我想|希望|很想)(?:先|再|跟您|向您|和您|多|具体|大概)*(?:了解|请教|听听|知道|问问|问一下|请问|打听|弄清楚|搞清楚|
    &学习)
    请教(?:您|一下|一句)|请问|不知道(?:您|咱|你|贵)|好奇|告诉我
""")
_TELL_HAN = compiled(r"讲|说|谈|聊|描述|介绍|分享")
_OPEN_HAN = cue(r"""
    怎么(?!称呼|卖|收费|可能)|怎样|咋(?!了)|如何|为什么|为啥|为何|干嘛|干什么|干啥|凭啥
    什么(?!时候|时间|系统|品牌|牌子|型号|软件|价|级别|职位|部门|单位|日子|比例|地址|名字|抬头|岗位|平台|水平|规模|量级|档次|尺寸)
    啥(?!时候|时间|系统|牌子|价|部门|软件)|哪些|哪几(?!天|家|个人)|哪方面|哪儿|哪里|在哪(?=\W*$)|哪一?块|哪头|何处|有何
    多大(?:的)?(?:帮助|影响|意义|价值|作用|好处|变化|区别)|意味着
""")
_FACT_HAN = cue(r"""
    多少|(?<![十百千好])几(?=[个台辆人条家间次回年月天点号周种层套件箱吨位成趟批张份类项名口分遍笔单秒米部块]|十|百|千|万)|多久|多长
    多大|多高|多远|多快|多重|多宽|多厚|第几|几点
    什么(?=时候|时间|系统|品牌|牌子|型号|软件|价|级别|职位|部门|单位|日子|比例|地址|名字|抬头|岗位|平台|水平|规模|量级|档次|尺寸)
    啥(?=时候|时间|系统|牌子|价|部门|软件)|何时|谁|哪(?=家|个|位|天|年|种|一|款|条|台|批|月|级|层|边|路|类|项|两|周|季|步|段|道|间)
    怎么(?=称呼|卖|收费)
""")
_YES_NO_HAN = cue(r"""
    吗|(?<![什怎这那多])么(?=[?]|$)|嘛(?=[?])|是否|可否|能否|有没有|有无|是不是|会不会|能不能|可不可以|要不要|该不该|想不想
    愿不愿意?|行不(?:行)?(?=[?]|$)|好不好|对不对|够不够|多不多|大不大|高不高|难不难|在不在|知不知道|方不方便|算不算|值不值|需不需要
    用不用得?上?
    (?P<v>[\u4e00-\u9fff])不(?P=v)|没有?(?=[?]|$)|不(?=[?]|$)|吧(?=[?。]|$)|对(?:吧|吗)(?=[?。]|$)|是吧
""")
_EITHER_HAN = compiled(r"""
    (?:是|，|,|要|用|靠|算|在|自己|的|主要)[^，。?]{0,14}[，,]?还是(?!会|老|得|很|挺|有点|不太|没有?|比较|那样|一样|在用)|
    [^，。?]{2,}[，,]\s?还是|有还是没有
    """)
_TAG_HAN = compiled(r"""
    [，,]?(?:是吧|对吧|对吗|是吗|是不是|对不对|行吗|行不|行不行|好吗|可以吗|您看呢|您看行吗|您看怎么样|怎么样|如何|您觉得呢|
    您说呢|成吗|是这样吧|是这样吗)[?]*$
    """)
_INDEFINITE_HAN = compiled(
    r"""
        (?:没|没有|不|无论|不管|任何|无所谓|随便)[^，。?]{0,3}(?:什么|怎么(?!样)|(?<!会)怎么样|(?<=不会)怎么样|谁|哪|多少)|(?:什么|怎么|谁|哪儿?|哪里|多少)(?:都|
        也)|不怎么|怎么(?:说|着)(?:都|也)|多少(?:有点|有些|能)|几乎|几天就|什么样的[^，。?]{0,6}都|谁(.)谁
        """
)
_TOLD_HAN = compiled(r"""
    (?:我|我们|咱)(?:来|就|会|可以|能|给您|跟您|先|知道|明白|清楚|懂)[^，。?]{0,8}(?:什么|怎么|如何|为什么|谁|哪)|
    知道[^，。?]{0,6}(?:怎么|谁|什么|为什么|在哪|哪)|看看(?:怎么|谁|什么)|告诉您|跟您说说|给您(?:讲|说|介绍)
    """)

# --- English -----------------------------------------------------------------------------------------------------------------------
_REQUEST_EN = compiled(
    r"""
        \b(?:can|could|would|will) you (?:\w+ ){0,2}?(?:tell|telling|walk|walking|talk|talking|describe|describing|explain|
        explaining|share|give me|giving me|take me|help me understand|run me)\b
        """
    r"""
        |(?:^|[,.;:-]\s*|\b(?:so|and|please|then|ok|okay|maybe|perhaps|well)[, ]\s*)(?:tell me|walk me|talk me|
        take me through|run me through|give me (?:a|an|some|the|your)|help me (?:understand|picture))\b|
        ^\W*(?:please )?(?:describe|explain|share)\b
        """
    r"""
        |\bi(?:'d| would) (?:like|love|be interested|be curious) (?:to )?(?:know|hear|understand|learn|get a (?:sense|feel|
        picture)|see|ask|find out)|\bi(?:'m| am) (?:curious|wondering|interested (?:in|to)|trying to understand)|
        \bi wonder(?:ed)?\b
        """
    r"""
        |\bi(?:'d)? want(?:ed)? to (?:understand|ask|hear|learn|know)|\bhelp me (?:to )?understand|\blet me ask\b|
        \bmind (?:telling|walking|sharing|explaining)\b|\bmy question is\b
        """
)
_FACT_EN = compiled(
    r"""
        \bhow (?:many|much|often|long|old|big|large|far|fast|soon|high|frequently|slow|wide|late|early)\b|\bwho(?:m|se|'s|'d|
        'll)?\b|\bwhen\b|\bwhich\b
        """
    r"""
        |\bwhat(?:'s| is| are| was| were|'re)? (?:the |your |their |its |a |an |our )?(?:\w+ )?(?:time|date|day|percentage|
        percent|share|proportion|number|year|size|price|headcount|budget|volume|name|deadline|system|software|
        """
    r"""
        brand|model|vendor|supplier|carrier|provider|company|version|platform|address|email|turnover|capacity|volume|salary|
        rate|cost|total|count|server|ratio|level|figure|job title|title|role)s?\b(?! of (?:doing|not))
        """
    r"""
        |\bwhat (?:does|did|do|would|will|has|have|is|might|could)[^?]{0,60}\b(?:cost|costs|costing|worth|save|add up to|
        come to|amount to|pay for|run you|set you back)\b|\bwhat (?:volume|kind of volume|sort of volume)
        """
)
_WHERE_OPEN = compiled(r"""
    \bwhere\b[^?]*\b(?:wrong|stuck|messy|break|problem|lose|losing|slow|bottleneck|leave|see|hurt|struggle|fall|most|trouble|
    worst|snag|pinch|go from|stand|feel|difference|fit|help)
    """)
_OPEN_EN = compiled(r"\b(?:what|how|why|where)(?:'s|'re|'d|'ll|'ve)?\b")
_WH = r"(?:what|how|why|where|which|who|whom|whose|when)(?:'s|'re|'d|'ll|'ve)?"
_AUX = r"""
    (?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|might|may|must|am|isn't|aren't|don't|doesn't|
    didn't|haven't|hasn't|won't|wouldn't|can't|couldn't|shouldn't)
    """
_LEAD = r"(?:^\W*|[,;:]\s*|\s-+\s*|\b(?:and|so|but|then|or|ok|okay|well|now|because|right|sorry|actually)\s+|\.\.\.\s*|…\s*)"
_ASKS_WH = compiled(
    rf"{_LEAD}(?:(?:in|at|to|for|with|by|from|on|about|of|during|over|until|since|roughly|about|exactly)\s+)?"
    rf"""
        (?:(?:what|how|why|who|whom|whose|which)(?:'s|'re|'d|'ll|'ve)?\b|(?:where|when)(?:'s|'re|'d|'ll)?\s(?:{_AUX}|else|
        exactly|would|in|on)\b|where's\b|when's\b)
        """
)
_ASKS_YES_NO = compiled(
    rf"""
        {_LEAD}(?:{_AUX})\s(?:you|your|the|it|they|their|there|he|she|we|i|this|that|these|those|anyone|anybody|any|someone|
        people|not|my|our|his|her|all|both|customers?|drivers?|[a-z]+s|[a-z]+ing|[a-z]+|\d)\b
        """
    rf"|^\W*(?:any|anything|anyone|ever|mind|got|ready|fair|sure|happy|still|been|see|seen|know|think|would|need|want)\b"
)
_NOT_YES_NO = compiled(r"""
    ^\W*(?:will|can|may|do|have|had|could|would)\s(?:do|be|not)\b|^\W*(?:is|are)\s(?:[a-z]+ing)\b.*[.!]$|^\W*do (?:let|have|
    come|take|call|keep)\b
    """)
_BEGINS_WH = compiled(rf"^\W*(?:\w+ )?{_WH}\b")
_INVERTED = compiled(rf"^\W*(?:(?:and|so|but|then|or|well)\s+)?{_WH}(?:\s\w+)?\s{_AUX}\s(?:you|your|we|the|it|they|that|this)\b")
# "If this goes on, what happens" asks without a mark; "you see what happens" tells.
_AFTER_IF = compiled(
    r"""
        ^\W*(?:(?:and|so|but|then|ok|okay|well)\s+)?(?:if|when|once|unless|suppose)\b[^?]*?(?:,\s*(?:(?:then|so|and)\s+)?|
        (?<!know)(?<!knows)(?<!see)(?<!sees)(?<!tell)(?<!guess)(?<!is)(?<!'s)(?<!about)(?<!of)(?<!,)\s)
        """
    r"(?P<asked>(?:what|who|how)\s(?:happens?|then|next|pays|suffers)\b[^,]*)$"
)
_EITHER_EN = compiled(r"\bor\b")
_TAG_EN = compiled(r"""
    ,?\s(?:right|correct|yes|no|eh|okay|ok|yeah|is that right|am i right|isn't it|aren't (?:they|you|we)|don't (?:you|they)|
    doesn't (?:it|he|she)|isn't that so|wouldn't you say|is it|fair|true)\s*\?+\W*$
    """)


_BEGINS_YES_NO = compiled(rf"^\W*(?:(?:and|so|but|ok|okay|well)\s)?{_AUX}\s(?:you|your|the|it|they|there|he|she|we|this|that|anyone|i)\b")
_WHETHER = compiled(r"\W*(?:\w+ ){0,1}(?:if|whether)\b")
_DESCRIBE = compiled(r"\b(?:how (?!many|much|often|long)|why|about|through)\b")
_WHAT_IF = compiled(r"\b(?:what|how) (?:about|if)\b")
_AND_YOU = compiled(r"呢\W*$")


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence that asks, and in which form; `requested` if it asks in the form of a request (请介绍, tell me)."""

    span: Span
    form: Form
    requested: bool = False
    asks_figure: bool = False


def questions_in(text: Typed) -> tuple[Question, ...]:
    """The sentences that ask, rhetorical ones left out."""
    return tuple(q for sentence in text.sentences if (q := _question(text.part(sentence), sentence)) is not None)


def is_rhetorical(sentence: str) -> bool:
    """A question in form that asks nothing (谁不想省钱呢)."""
    return bool(_RHETORICAL.search(sentence))


_FIGURE = cue(r"""
    多少|几(?=[个台辆人条家间次回年月天点周套件箱吨位成趟批张份名笔单秒米])|多久|多长时间|百分之几|几成|多大
    \bhow (?:much|many|often|long|frequently)\b|\bwhat percentage
    \bwhat (?:does|did|do|would|will)[^?]{0,50}\b(?:cost|worth|save|add up|come to|amount to)|\bwhat's (?:that|it) (?:cost|worth)
""")


def _question(sentence: str, span: Span) -> Question | None:
    if _RHETORICAL.search(sentence):
        return None
    marked = bool(_MARK.search(sentence))
    chinese = len(_CHINESE.findall(sentence))
    english = len(re.findall(r"[a-z]{2,}", sentence)) * 2 > chinese
    form, requested = _english(sentence, marked) if english else _chinese(sentence, marked)
    if form == "statement":
        return None
    return Question(span, form, requested, bool(_FIGURE.search(sentence)))


def _chinese(sentence: str, marked: bool) -> tuple[Form, bool]:
    told = _TOLD_HAN.search(sentence)
    request = None if told else _REQUEST_HAN.search(sentence)
    body = _INDEFINITE_HAN.sub(lambda hit: "×" * len(hit.group()), sentence)
    if not marked:
        # Without a mark 几个 is "a few".
        body = re.sub(r"(?<!哪)几(?=[^\s何])", "×", body)
    if not marked and told:
        return "statement", False
    if request and not marked and not (_OPEN_HAN.search(body) or _FACT_HAN.search(body) or _TELL_HAN.search(request.group())):
        request = None
    if request:
        rest = body[request.end() :]
        if _FACT_HAN.search(rest) and not _OPEN_HAN.search(rest):
            return "closed", True
        return "open", True
    clauses = [c for c in re.split(r"[，,:]", body) if c.strip()]
    if _EITHER_HAN.search(body) and not _OPEN_HAN.search(clauses[-1] if clauses else body):
        return "closed", False
    for clause in reversed(clauses):
        tag = _TAG_HAN.fullmatch(clause.strip())
        if tag:
            return ("closed", False)
        yes_no = _YES_NO_HAN.search(clause)
        if yes_no and yes_no.group() == "吧" and not marked:
            yes_no = None  # 那打个九折吧 proposes; only with a mark does 吧 ask.
        strong = yes_no
        if strong and not (yes_no and yes_no.group() == "不" and _OPEN_HAN.search(clause)):
            return "closed", False
        if _OPEN_HAN.search(clause):
            return "open", False
        if _FACT_HAN.search(clause):
            return "closed", False
        if yes_no:
            return "closed", False
        if marked and _AND_YOU.search(clause):
            return "open", False
    return ("closed", False) if marked else ("statement", False)


def _english(sentence: str, marked: bool) -> tuple[Form, bool]:
    if request := _REQUEST_EN.search(sentence):
        rest = sentence[request.end() :]
        if _WHETHER.match(rest) or (_FACT_EN.search(rest) and not _DESCRIBE.search(rest)):
            return "closed", True
        return "open", True
    if marked and _TAG_EN.search(sentence):
        return "closed", False
    if not marked and (conditional := _AFTER_IF.match(sentence)):
        return _wh_form(conditional["asked"]), False
    asks = list(_ASKS_WH.finditer(sentence))
    yes_no = _ASKS_YES_NO.search(sentence) if not _NOT_YES_NO.search(sentence) else None
    last = asks[-1] if asks else None
    if last and not (yes_no and yes_no.start() < last.start() and not marked):
        # "Would you know who …" begins as yes or no; "If you had it, what would …" does not.
        if yes_no and yes_no.start() <= last.start() and not sentence[: yes_no.start()].strip(" \"'("):
            return "closed", False
        asked = sentence[last.start() :]
        if not marked and not _BEGINS_WH.match(sentence) and not _INVERTED.match(asked):
            return "statement", False
        if "that's what," in sentence:
            return "closed", False
        return _wh_form(asked), False
    if yes_no and (marked or _BEGINS_YES_NO.match(sentence)):
        return "closed", False
    if marked and (_OPEN_EN.search(sentence) or _FACT_EN.search(sentence)) and not _EITHER_EN.search(sentence):
        return _wh_form(sentence), False
    return ("closed", False) if marked else ("statement", False)


def _wh_form(asked: str) -> Form:
    """Open, or closed where one number, name, date or choice answers it."""
    if _WHAT_IF.search(asked):
        return "open"
    first_open = _OPEN_EN.search(asked)
    fact = _FACT_EN.search(asked)
    if fact and (first_open is None or fact.start() <= first_open.start()):
        return "closed"
    if first_open and first_open.group().startswith("where") and not _WHERE_OPEN.search(asked):
        return "closed"
    return "open"
