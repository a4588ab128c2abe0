"""Cue words of the bargaining table, Chinese and English: what marks a price as ours, a give, a get. Patterns over comparable text."""

from coaching.reading.patterns import compiled, cue

# 让 gives only with money behind it: 让您三个点, 让利, 再让两百; 让您放心, 让您久等了 and 让两辆车试 give nothing.
LET = r"""
    让(?:您|你)?个?(?:价|利(?!用|于|索)|折(?!腾|磨|服)|点(?!头|菜|名|赞|出|餐|进|击|开|明|亮)|百分之|千分之)
    &|让(?:您|你)?个?(?:[\d.,]+|[\d一二两三四五六七八九十百千万半几.]*[百千万])\s?(?![\d个小分天月年次台家人辆条位名秒])
    &|让(?:您|你)?个?[\d一二两三四五六七八九十百千万半几.]+\s?(?:%|个?百?分?点|块(?!儿|头|去|看)|元|毛|折|成(?!了|为)|万|k|w)
    &|让一些|让到(?=\s?(?:[\d一二两三四五六七八九十百千万]|这个?[数价]|这里|这一步))
"""

# Right before a price: it is not what the rep offers now.
NOT_OUR_PRICE_BEFORE = cue(
    r"""
    (?:原价|原来|原先|标价|牌价|目录价|列表价|挂牌价|市场价|零售价|官网价?|定价|指导价|平时|正常|通常|一般|之前|以前|上次|上回|去年|前年|
    &刚才|刚刚|本来)(?:是|卖|报|说|的|给|要|在|大概|都|我们|您|价格?){0,3}
    从|由|比|较|低于|少于|不到|高于|超过|大于|而不是|不是
    (?:对手|对方|别家|别人|人家|他们|他家|她们|友商|竞品|同行|隔壁|那家|另一家|另外一家|网上|电商|某家|市面上?)(?:那边|才|只|也|报价?|给|
    &卖|的|是|要|开|做到?|就|您|价格?|价|说|喊){0,4}
    (?<![给对帮让为跟替])(?:您|你|贵司|你们|您们)(?:刚才?|刚刚|想|要|说|出|提|开|还|报|给|觉得|期望|希望|坚持|那边|这边|目标|预算|是|的|
    &价格?|价|心里){1,4}
    (?:成本|预算|罚款|损失|营业额|销售额|采购额|年用量|工资|亏|赔|浪费)(?:价|是|就|在|有|大概|约|要|都|得|了|掉|能|到){0,3}
    (?:省|节省|节约|多赚|少赔|挣|赚|值|相当于|花)(?:下|出|了|您|掉|回|大概|约|近|小|个|不到){0,2}
    (?:can't|cannot|can not|won't|couldn't|unable to|not|never) (?:really |possibly |even |just )?(?:do|go to|get to|accept|match|sell at|
    &sell for|take|offer|reach|agree to|make|hit)(?: it at| it for)?
    (?:not|instead of|rather than|than|from|against|versus|vs\.?|below|under|over|above|down from|up from|beyond)(?: the| our| your| about|
    & around)?
    (?:list(?: price)?|normally|usually|normal price|book price|retail(?: price)?|standard(?: price| rate)?|regular(?: price)?|
    &sticker price|originally|catalogue price|full price|market price|going rate|tag|rrp|msrp)(?: is| was| of| at|:| runs| sells| it's| for|
    & it was)*
    (?:they|they're|they've|the others?|competitors?|the competition|rival|someone else|somebody else|another (?:supplier|vendor)|others|
    &elsewhere|online|next door)(?: have| has| are| is| can| will| would| 're| 've|'s| only| just| quote| quoted| quotes| offer|
    & offered| offers| charge| ask| asked| asks| want| said| say| sell| sells| at| for| do| did| it| came in| gave| give| you| them)*
    (?<!give )(?<!get )(?<!for )(?<!offer )(?<!to )(?<!let )you(?:'re|'ve|'d)?(?: have| are| were| just| mentioned| said| say| asked| ask|
    & asking| want| wanted| need| needed| offered| offer| offering| proposed| suggested| bid| bidding| to pay| pay| paying| now| hoping|
    & thinking| at| for)+
    you're(?: at)?
    your(?: own| first| last| current)? (?:target|budget|figure|number|counter|counter-?offer|limit|ceiling|bid|offer|price|idea|
    &proposal)(?: is| was| of| at| stands at)*
    (?:budget|cost(?:s)? us|our cost(?: price)?|costs you|costing you|cost you|save|saves|saving|lose|losing|loses|lost|worth|fine|penalty|
    &turnover|revenue|salary|was|last year|last time|previously|before|earlier)(?: is| was| are| were| you| us| it| about| around| roughly|
    & of| at| us about| over| nearly)*
""",
    after=r"(?:是|的|了|在|约|大概|\s|:|¥|\$|€|£|rmb|cny)*$",
)
# Right after a price: refused, dropped, or somebody else's.
NOT_OUR_PRICE_AFTER = cue(r"""
    (?:[一每][台套吨条箱件个年月线户]|/[^\s，。]{1,4})?(?:这个价|的价|的价格)?(?:我|我们|真的?|确实|实在|肯定|可能|绝对|恐怕|是|也|都|还|
    &就|这|那|您说的|有点|有些){0,4}(?:做不了|做不到|不行|不可能|不现实|没法|没办法|接不住|接不了|拿不下来|下不来|不够|给不了|卖不了|走不了|
    &扛不住|太低|低了|高了|太高|偏高|贵了|太贵|亏|出不了|批不下来|签不了|不成|交代不了|没法交代|回去[^，。]{0,4}交代)
    (?:[一每][台套吨条箱件个年月线户])?(?:那是|是他们|是别人|是别家|是友商|是原价|是标价|是牌价|是目录价|是去年|是上次|是市场价|是您的|
    &是您说的|是老价格|的时候)
    (?: a \w+| per \w+| each|/\w+)?(?: just| really| simply| unfortunately|,? i'm afraid,?| honestly)*(?: (?:isn't|is not|wasn't|
    &wouldn't be|'s not|is) (?:possible|impossible|realistic|feasible|doable|enough|on the table|too (?:low|much|high|little)|out of|below|
    &under|what|their|list|the list|the book|the old|last year|going to work)| won't (?:work|do|fly|happen)| (?:doesn't|does not|
    &don't) (?:work|cover|do it|fit)| was | used to| had been| can't be| (?:i|we) (?:can't|cannot|couldn't|lose|would lose|make nothing)|
    & would (?:be below|kill|leave|mean a loss)| feels| you (?:mentioned|asked|wanted|said))
""")
# A difference and not a price: 便宜两百, another 200, 200 off.
DELTA_BEFORE = cue(
    r"""
    (?:降|让|减|便宜|优惠|少|抹|返|补|贵|差|相差|差价|涨|加|多|扣|让利|立减|直降|再降|下调|上调|补贴|退|零头|尾数)(?:了|您|你|个|掉|价|出|
    &收|给您|去|你们|贵司){0,2}
    (?:carry|cover|absorb|bear|pay)(?: the| your| for)*
    (?:knock|take|took|shave|drop|dropped|cut|reduce|reduced|lower|lowered|come down|coming down|discount|rebate|credit|save|the odd|
    &another|extra|further|less|by|deduct|slice)(?: it| you| the price| this| that| off| down| by| of| about| another| a further|
    & an extra)*
""",
    after=r"\s*[¥$€£]?$",
)
DELTA_AFTER = cue(r"""
    \s?(?:off|less|cheaper|lower|discount|rebate|credit|saving|down)\b
    (?:我)?(?:也)?(?:给您|给你|就)?(?:全)?(?:抹|免了|减掉|不要了|不收)
    (?:我们|我|公司)(?:来)?(?:出|承担|贴|付|包|垫)
    (?:的)?(?:优惠|折扣|差价|差距|返利|让利|补贴|的空间|抵扣|代金)
""")
# The whole and not the price of one: taken only if nothing else is offered.
TOTAL_BEFORE = cue(
    r"""
    (?:总共|一共|合计|加起来|总价|总额|总的|共计|一年下来|全年|全部)(?:是|就是|算下来|下来|才|也就|大概|约|就)*
    (?:in total|altogether|total of|total(?:s)?(?: is| comes to)?|adds up to|comes to|a year that's|overall|grand total)
""",
    after=r"\s*[¥$€£]?$",
)
# The price that stays if the condition is not met.
OTHERWISE_BEFORE = cue(
    r"""
    (?:否则|不然|要不然|还是|仍然|维持|保持|照旧|只签一年|单买|零买)[^，。,]{0,6}
    (?:otherwise|or else|stays?(?: at)?|remains?(?: at)?|still|if not)[^,.]{0,10}
""",
    after=r"$",
)

# What the rep gives, if it is not denied.
GIVES = cue(
    LET
    + r"""
    (?:再|多|又|给您|给你|给贵司|可以|能|就|最多|也|都|我|我们|另外|额外|先)(?:[降减优便]|打)|(?:再|多)让(?=[让了些，。!]|一让|$)
    便宜|优惠|打[个\d一二三四五六七八九]?[\d一二三四五六七八九.]*折|[\d一二三四五六七八九]折|下浮|下调|让步|让一步|让出
    降到|降至|降为|调到|调至|减到|减免|抹[零掉]|抹个零|少收|折扣|零头(?=.{0,8}(?:抹|免|不要|不收))|给您抹|返[点利还]|特批
    免(?:费|了|掉|收|您|安装|运|息|首|三|一|两|半)|不收|不要钱|白送|送(?:您|你|一|两|三|半|\d|货上门|个|培训|安装|配件|维保|保养)|赠
    附送|搭(?:您|一|两|送|给)|包(?:安装|运|邮|培训|送|您)
    延(?:长|您|半|一|两|\d|到)?[^，。,]{0,6}(?:质保|保修|账期|维保|保|付款|期)
    (?:质保|保修|账期|维保)[^，。,]{0,6}(?:延长|延到|加到|放到|放宽|多给)|多给您?|加送|补贴
    (?:我们?|我方|公司)(?:来)?(?:承担|出|贴|补|垫)
    (?:18|最低|底价|最优)(?:价|是|就|给您|只能|可以|做到)?[\d一二三四五六七八九十]|最后的?价|赔本|破例|特价|成本价|给您申请|去申请
    跟领导申请|折中|各让|对半|中间价|一人一半|取个?中
    (?:行|好|成|可以|得|罢|那)(?:吧|嘞|了)[，,]|(?:行|好|成)[，,]
    \b(?:i|we) (?:can|could|will|would|might|am able to|are able to) (?:also |then |even |still |certainly |maybe |probably |
    &perhaps )?(?:do|go|get|come|drop|lower|reduce|take|knock|shave|cut|throw|include|add|extend|waive|give|offer|let|make it|stretch|match|
    &move|bring|absorb|cover|build|split|meet|sell|hold)
    \b(?:i'll|we'll|i'd|we'd|let me) (?:also |then |even |still |be able to |be happy to )?(?:do|go|get|come|drop|lower|reduce|take|knock|
    &shave|cut|throw|include|add|extend|waive|give|offer|let|make it|stretch|match|move|bring|absorb|cover|build|split|meet|sell)
    \b(?:knock|shave)\w*\b[^.]{0,20}\boff|\bcome down\b|\bmeet (?:you )?(?:in the middle|halfway)|\bsplit the difference|\bthrow in
    \bon us\b|\bon the house|\bfree of charge|\bfor free
    \bfree (?:installation|training|shipping|delivery|setup|maintenance|service|year|month)|\bwaive
    \bat no (?:extra )?(?:cost|charge)|\bat our (?:own )?(?:cost|expense)|\bno charge|\b(?:is|are|comes?|goes in) (?:free|on us)\b
    \b\d+(?:\.\d+)?\s?(?:%|percent|per cent) (?:off|discount|less|cheaper)|\bdiscount of|\bhalf[- ]price|\bhalf off|\bcall it\b
    \blet's say\b|\bfor you\b|\byours is\b|\byou get\b|\bmy (?:last|final|best)\b|\bbest i can do|\blowest i can|\bthat's my limit
    \bthe last one\b|\bwe go (?:from|down)|\bgo down to\b
    \b(?:ok|okay|fine|alright|all right|deal|done)[,.!:]? (?=[\d$€£¥]|i|we|\w+ (?:thousand|hundred))
    \bspecial (?:price|rate)|\bas a gesture|\bexception for you|ma(?:de|ke) an exception|another \S+ (?:percent|per cent|%|points?)
    \bdrop(?:s|ped)? (?:it |the price |this )?(?:to|by|another)|\bbring it (?:down )?to|\blet it go (?:at|for)
    \bextend the (?:warranty|terms|payment)|\bextra (?:month|year|day|training|warranty|discount)
"""
)
# Words that look like a give and refuse one.
REFUSALS = cue(r"""
    (?:不能?|没法|没办法|无法|真不|实在不|很难|别想|不会|不可能|没有?|做不到|不好|不便|不再|未)(?:再|给您|给你|继续|往下|什么|多少|任何|
    &轻易|随便|办法|能力|权限|可){0,3}(?:[降让减送免赠动]|便宜|优惠|打折|折扣|下调|下浮|少|低|让步|空间|余地|议价|还价)(?:价|了|得了|不了)?
    不还价|不议价|不讲价|不打折|不二价|没得谈|动不了|降不了|让不了|少不了|没空间|没余地|空间(?:真的?)?(?:没有|不大)|价格(?:是)?统一
    一口价
    (?:can't|cannot|can not|won't|couldn't|wouldn't|not able to|unable to|no way (?:to|i can)|don't|isn't any|no) (?:really |possibly |go |
    &come |get |move |do |give |offer |drop |lower |reduce |take |cut |any |more |further |lower |on |down |room |left |the |price |
    &another |a |cheaper |discount|discounts|on price|below)+
    no (?:more )?(?:room|discount|discounts|flexibility|wiggle room|leeway)|take it or leave it|price is (?:fixed|firm)
    prices are (?:fixed|firm)|not negotiable|non-negotiable|fixed price|can't move
""")
# What a customer gives.
GETS = cue(r"""
    签|续约|续签|下单|下订|订(?!的)[\d一二两三四五六七八九十满够到单]|定下来|定了|敲定|拍板|[付打汇]款|预付|首付|先付
    付[\d一二三四五六七八九全清现]|定金|订金|全款|现款|现金结|现结|款到|一次性付?|提前付|按月付|账期(?:缩|短)
    [\d一二三四五六七八九十]天(?:内)?付|付款
    (?:量|数量|坐席数?|台数|条数|吨数|门店数?|线|规模|用量|采购量)[^，。,]{0,6}(?:到|上|满|过|翻|恢复|达|增|大|做|起)
    (?:拿|要|买|订|凑|定|下|上|采购|签|来|做|吃|走|提|加|追加)(?:满|够|到|
    &足)?(?:[\d一二两三四五六七八九十百千万]{1,9})[台套件条箱吨个份线户家张年单辆批组]
    (?:满|够|达到|超过|上到|做到|提到|加到|恢复到|扩到|增加到)(?:了)?\s?[\d一二两三四五六七八九十百千万]
    (?:[\d一二两三四五]|多)年(?:的)?(?:合同|长约|约|期|框架|协议|合作|单)|一起(?:签|定|订|做|下|上|拿|买|给)|长约|长期合作|独家|自提
    整单|打包|全部给|都给我们|交给我们|也?给我们做|放进来|加进来|并进来|扩大|增加|加上|带上
    介绍|推荐|转介|引荐|当样板|做样板|样板|案例|帮我们|让我们参观|接待参观|对外宣传|写进|出具|配合
    提供(?:数据|场地|资料|名单|预测|计划)|排产计划|参加试点|开放|让出|先试点|拿出|腾出|让我们进|指定|承诺
    (?:今天|这周|本周|周[一二三四五六日]|月底|本月|这个月|下周|[\d一二三四五六七八九十]{1,9}号)(?:之?前|内|就|能|以前|以内)?(?:就|
    &能)?(?:定|签|付|下|给|确认|回|拍|打|敲|办|走)
    \b(?:sign|signs|signed|signing|commit|commits|committing|commitment|order|orders|ordering|prepay|prepayment|pay|pays|paying|payment|
    &deposit|up ?front|down payment|in advance|renew|renewal|extend|longer term|volume|volumes|quantity|exclusive|exclusivity|sole supplier|
    &reference|referral|case study|testimonial|introduce|introduction|join|joins|add|adds|bundle|increase|increases|double|consolidate|
    &bring|put|take (?:\d|the|all|both|more|at least|an|two|three)|buy|buys|confirm|confirms|book|reserve|purchase order|\bpo\b|collect|
    &pick up|cash|forecast|go ahead|close this|decide|agree to|give us|let us|guarantee|send (?:us )?the order|move all|switch all|
    &both sites|all (?:three|four|five|your) \w+|speak at|host|sit on|share)\b
    \b(?:\d+|two|three|four|five|multi)[- ](?:year|month)(?: (?:term|contract|deal|agreement|commitment|plan|frame))?
    \bby (?:friday|monday|tuesday|wednesday|thursday|the end of|month[- ]end|the \d+|close)|\bbefore the end of
    \bthis (?:week|month|quarter)\b|\b\d+ (?:units|pieces|lines|seats|sites|trucks|licences|licenses|pallets|cases|tonnes|tons)\b
""")
# What ties a give to a get.
TIES = cue(r"""
    如果|假如|假设|要是|若是?|倘若|只要|除非|的话|前提|条件(?:是|就)|作为(?:交换|条件)|换(?:您|取|一个|个)|才能|才可以|才好|必须
    但(?:是)?(?:您|首付|要|得|需|请|合同|货款|预付|量|订单|账期)|不过(?:您|要|得|需)|(?:同时|那|也)(?:请)?您(?:也)?(?:得|要|需)
    (?:得|需要|希望|请)(?:您|贵司|你们)|等(?:您|贵司|你们)
    (?:您|贵司|你们)(?:这边|那边|也|可|就)?(?:得|要|需要|必须|自己)(?!的|说|觉得|是|想)
    \bif\b|\bprovided\b|\bproviding\b|\bas long as\b|\bso long as\b|\bon (?:the )?condition\b|\bassuming\b|\bonce\b|\bwhen you\b
    \bin (?:exchange|return) (?:for)?|\bagainst (?:a|an|your|the)\b|\bsubject to\b|\bcontingent\b|\bshould you\b
    \bfor (?:a|an) (?:\w+[- ]){0,2}(?:year|month|commitment|reference|order|deposit|prepayment|contract)
    \bwith (?:a|an) (?:\w+[- ]){0,2}(?:year|month|commitment|order|deposit|prepayment)|\bonly if\b|\bunless\b
    \bbut (?:i'd|i would|we'd|we would|then|i|we|you'd|you) (?:need|want|have to|'d need|must)|\bi(?:'d| would)? need (?:you|your)
    \bwhat if we\b[^.?!]*\band you\b|\bunless you\b
""")
# An "if" about the price, the taste or the feeling of the customer asks for nothing.
NO_GET = cue(r"""
    (?:觉得|感觉|嫌|认为|还是|要是|如果)?[^，。,]{0,4}(?:太?贵|价格?(?:太|偏|有点|还是)?高|高了|不合适|有压力|不满意|喜欢|需要|方便|愿意|
    &可以|不行|不放心|不好用)(?:了)?(?:的话)?
    (?:too |a bit |feels |is |seems |so |that )*(?:expensive|much|steep|pricey|high|dear|a problem|an issue|tight|the problem|the issue)
    if (?:you'd like|you like|you want|you prefer|you wish|it helps|that helps|possible|necessary|you need|need be|i may|that works|
    &you don't mind|\S+(?: \S+)? (?:doesn't|won't|does not) work)
    \bas you (?:like|wish)
""")
# An order in English that opens a trade: "Place the order by Friday and installation is on us."
IMPERATIVE_TRADE = compiled(
    r"""
        ^\W*(?:ok,? |okay,? |look,? |well,? |so,? |then )?(?:place|bring|put|commit|take|order|sign|pay|give|reach|hit|add|
        increase|extend|prepay|buy|confirm|move|double|introduce|get|
        """
    r"""
        make|renew|send|book|bundle|let us|agree|switch|raise|collect|host)\b[^.!?]*?(?:\band\b|,|\bthen\b|
        ;)\s*(?:then )?(?:we|i|i'll|we'll|it|it's|you|the|installation|delivery|
        """
    r"training|price|i'd|we'd|that|there|there's|each|every|shipping|setup|\$|€|£|¥|\d)"
)
