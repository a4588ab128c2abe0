"""What the word lists share: their form, the replies (ethics, section 2), and how reps name people in Chinese and English.

Data only. Patterns are read against lower-case text with half-width punctuation, where a comma stands for 、 too."""

from typing import Literal

from coaching.frozen import Frozen

Level = Literal["block", "warn", "note"]
# What, beside its exceptions, takes a hit of a list away.
Excuse = Literal["refusal", "date_and_reason", "question"]


class Reply(Frozen):
    """What the coach answers: kind, brief, with the lawful way at once."""

    zh: str
    en: str


class WordList(Frozen):
    """One check. Chinese patterns match anywhere, English ones whole words; a blank is any few blanks.

    A match of `exceptions` that overlaps a hit takes it away: everyday talk that happens to contain a listed word, or a
    sentence that makes it harmless."""

    name: str
    rule: str
    level: Level
    reply: Reply
    chinese: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    excuses: tuple[Excuse, ...] = ()


# Word for word from the table of standard replies.
VALUE_TO_PERSON = Reply(
    zh="这个我帮不上：给个人好处在两边都违法。可以换成写进合同、开在发票上的方案，我来陪你写。",
    en="I cannot help with that: value to a person is unlawful for both sides. Let us put it into the contract and invoice instead.",
)
COUNTING = Reply(
    zh="不能统计医生的处方量。我们改看科室的信息需求，好吗？",
    en="No counting of a doctor's prescriptions. Shall we look at the department's information needs?",
)
PRESSURE = Reply(
    zh="这个期限是真的吗？客户能查到吗？如果不能，我们换一个真实的理由。",
    en="Is this limit real and can the client check it? If not, let us use a true reason.",
)
PRIVATE = Reply(
    zh="这类私人信息不用记。记他的职责和喜欢的联系方式就够了。",
    en="No need to store private details. Role and preferred contact are enough.",
)
REFUSED = Reply(
    zh="对方已经说不了。我们写一段体面的收尾，再约一个合适的时间。",
    en="They said no. Let us write a dignified ending and a later date.",
)
TENDER = Reply(
    zh="招标的事只走公开渠道。我帮你整理提问清单。",
    en="In tenders only open channels. I will help you list questions.",
)
IMPROPER_OFFER = Reply(
    zh="谢谢您的信任，但这个我们做不了。能做的是这些写得进合同的支持……",
    en="Thank you, but that we cannot do. What we can do is support that stands in the contract…",
)
# In the same voice, for the rules that the table leaves out.
HOSPITALITY = Reply(
    zh="请客吃饭要按公司的规定来：有登记，不跟采购的事挂钩。换成白天在现场谈半小时，您看呢？",
    en="Hospitality only under your firm's written policy, recorded, never tied to a decision. "
    "Half an hour on site in the daytime may do more.",
)
SPYING = Reply(
    zh="这样得来的消息用不得。官网、招标公告、展会，还有客户愿意说的，就够用了；我陪您列几个当面能问的问题。",
    en="What is got that way cannot be used. Public sites, tender notices, trade fairs and what the client tells you "
    "freely are enough; let us list what you can ask.",
)
PRICE_FIXING = Reply(
    zh="转售价不能由我们定死，也不能和同行商量价格。可以给建议零售价，再谈服务标准和一视同仁的条件。",
    en="Resale prices are theirs to set, and prices are no matter to talk over with rivals. "
    "Recommend a price, and agree service standards and the same terms for all.",
)
DEMEANING = Reply(
    zh="换个说法吧：写他做了什么、要什么，不给人贴标签。",
    en="Let us put it another way: what the person did and needs, without a label.",
)
RIVALS = Reply(
    zh="不说对手的不好。列两栏：客户看重的几条，两家各有什么查得到的事实。",
    en="Nothing bad about rivals. Two columns do more: the client's criteria, and checked facts for each side.",
)
PROMISE = Reply(
    zh="这话说满了。换成您权限内能答应的：到哪天、做到什么程度、做不到怎么办。",
    en="That promises too much. Say what you have the authority for: by when, how far, and what if it fails.",
)

# How reps name the people they meet. 采购 and 领导 are people here, 会计 is mostly bookkeeping.
_MEDICAL = "医生|醫生|大夫|护士长|護士長|教授|老师|老師|主任|院长|院長"
_LAY = (
    "经理|經理|总监|總監|科长|科長|处长|處長|局长|局長|部长|部長|厂长|廠長|校长|校長|行长|行長|店长|店長|所长|所長|站长|站長|"
    "老板|老闆|采购员?|採購員?|书记|書記|秘书|秘書|董事长|董事長|主管|组长|組長|队长|隊長|课长|課長|副总|副總|负责人|負責人|"
    "联系人|聯絡人|决策人|决策者|领导|領導|经办人|对接人"
)
SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭"
    "吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍"
)
_NAMED = rf"[{SURNAMES}](?:[总總](?![部量体體额額共会會是之算收经成价裁])|工(?![作程厂廠业業地人艺資资会會])|姐|哥|董|先生|女士)"
_THIRD = "[他她](?![们們国國人])"
# No doctors, teachers or heads of department: with those, illness and surgery are mostly their work.
LAY_PERSON = rf"(?:{_LAY}|{_NAMED}|{_THIRD})"
ONE_PERSON = rf"(?:{_MEDICAL}|{_LAY}|{_NAMED}|{_THIRD})"
CLIENT = rf"(?:{ONE_PERSON}|客户|客戶|对方|對方)"
# Who could be given something; 您们 and 你们 are the firm.
RECEIVER = rf"(?:您|你(?!们|們)|{ONE_PERSON}|关键人|个人|個人|专家|專家|客户|客戶)"
FIRM = "公司|贵司|贵方|贵院|单位|集团|医院|门店|企业|工厂|学校|团队"
# Little words that may stand between a person and something private.
BETWEEN = (
    "(?:的|是|有|什么|什麼|哪个|个人|個人|家里|家|本人|有没有|是不是|大概|好像|平时|最近|刚刚|刚|剛|也|都|还|很|比较|到底|"
    "目前|可能|以前|去年|今年|上个月|上個月|上周|一个月|一年|每月|每年|听说|聽說|似乎|已经|已經|正在|准备|準備|要|在|叫){0,3}"
)
CLAUSE = r"[^,。!?;\n]"
SENTENCE = r"[^。!?;\n]"

_POST = "buyer|manager|director|boss|owner|chairman|ceo|cfo|doctor|head|purchaser|secretary|contact"
_NAMED_EN = r"(?:mr|mrs|ms|dr|miss)\.? [a-z]+"
HE = rf"(?:he|she|the (?:{_POST})|{_NAMED_EN})"
HIM = rf"(?:him|her|you|the (?:{_POST}|official|inspector)|{_NAMED_EN})"
HIS = rf"(?:his|her|the (?:{_POST})'s|{_NAMED_EN}'s)"
