"""Cue words of a visit goal: what a client does, what the rep does, and wishes too vague to be checked. Patterns over comparable text."""

from coaching.reading.patterns import cue

# A client commits: agrees, signs, names, lets us, sends us.
CLIENT_ACTS = cue(r"""
    (?<!不)同意|答应|应允|许诺|承诺|表态|点头|认可(?!度)|批准|审批通过|批下来|通过(?:评审|测试|方案|预算|立项)|立项|拍板
    签(?:字|约|单|合同|下|订|署|(?:意向|协议|试用|框架)\w*|(?=[一二两三四五六七八九十\d份个]))|(?<!拿)下(?:单|订单)|订(?:一|两|三|\d|货)
    付(?:定金|款|首付|预付)|打款|续约|续签|敲定|定(?:下来|下|好)(?!目标)|(?:确定|确认)(?!需求|了解)|指定|指派|选(?:定|出)
    挑(?:出|两|一|几)|列出|给出|说出|讲出|提出(?:要求|需求|清单)?
    (?:让|允许|准许|准|邀请|安排|请)(?:我们|我|咱们|咱)(?!去?(?:了解|介绍|加强|拜访|维护))
    给(?:我们|我|咱们)[^，。]{0,10}(?:分钟|机会|数据|名单|清单|资料|图纸|时间|答复|回复|反馈|引见|介绍|一份|开|看|批|安排|试)
    (?:把|将)[^，。]{1,20}(?:发给?|给|交给?|提供给?|寄给?|定下来|告诉)(?:我们|我|咱们)?|(?:发|提供|交|寄|拿)(?:给)?(?:我们|我|咱们)
    提供(?!服务|方案|帮助|支持|报价)|带(?:我们|我|咱们)(?:去|见|到|看)|(?:帮|替)(?:我们|我)(?:约|引见|介绍|安排|递)
    介绍(?:我们|我|咱们)(?:认识|跟|给|见)|给(?:我们|我|咱们)介绍|引见|引荐|约(?:好|定)(?:时间|下次|第二次|面谈|会)
    安排(?:一次|时间|人|会议|测试|试|现场|面谈|见面|测量)|愿意|肯(?!定)|试(?:用|点|装|运行|跑)|装(?:一|两|三|几|\d)|上会
    排(?:进|上)(?:议程|计划)|列入(?:计划|预算|采购)|参加|出席|参观|来(?:我们|厂里|公司)(?:看|参观)|进药|进院|告诉我们|告诉我
    回复(?:我们|我)|答复
    \b(?:agree(?:s|d)?|accept(?:s|ed)?|approve[sd]?|sign(?:s|ed)?|commit(?:s|ted)?|confirm(?:s|ed)?|promise[sd]?|say(?:s)? yes|
    &green-?light(?:s|ed)?|order(?:s|ed)?|place(?:s)? (?:an|the|a) (?:\w+ )?order|name(?:s|d)? (?:a|an|the|two|three|one|his|her|their|\d+)|
    &nominate[sd]?|appoint(?:s|ed)?|assign(?:s|ed)?|allow(?:s|ed)?|let(?:s)? (?:us|me)|invite(?:s|d)? (?:us|me)|introduce(?:s|d)? (?:us|me)|
    &give(?:s)? (?:us|me)|
    &give(?:s)? (?:the|a|an|his|her|their|its) (?:\w+ )?(?:go-ahead|green light|approval|consent|permission|nod|ok|okay|answer)|
    &send(?:s)? (?:us|me|over (?:the|his|her|their))|sends|share(?:s|d)? (?:the|his|her|their|with|last|its)|
    &provide(?:s|d)? (?:us|the|a|his|her|their)|tell(?:s)? (?:us|me)|show(?:s)? (?:us|me)|take(?:s)? (?:us|me)|release(?:s|d)?|pay(?:s)?|
    &book(?:s|ed)? (?:a|an|the|us)|schedule[sd]? (?:a|an|the)|set(?:s)? (?:a|the) (?:date|time|meeting)|fix(?:es)? (?:a|the) (?:date|time)|
    &pick(?:s)? (?:a|an|the|two|three|one|\d+)|choose(?:s)? (?:a|the|two|one|us)|decide(?:s|d)?|attend(?:s)?|join(?:s)?|come(?:s)? (?:to|
    &and) (?:our|see|the)|put(?:s)? (?:it|us|this) on the (?:agenda|list)|bring(?:s)? (?:the|his|her) \w+ (?:in|to|along)|test(?:s)?|
    &trial(?:s)?|try|tries|renew(?:s|ed)?|reply|replies|answers? (?:us|me)|lists? (?:the|three|two|his|her|\d+)|in (?:the|his|her|
    &their) (?:diary|calendar)|on the (?:agenda|calendar)|is (?:fine|ok|happy) with (?:us|a|the)|recommend(?:s|ed)? us|signed (?:nda|letter|
    &contract|order|copy))\b
""")
# The same words with the rep as the one who acts, or with nothing agreed.
CLIENT_ACTS_OF_REP = cue(r"""
    (?:我|我们|咱|咱们|自己)(?:来|去|要|会|先|想|再|就|得|会去|打算|准备)*(?:跟|和|向|给|对|找)?[^，。让请争使]{0,10}(?:签|确认|确定|提供|
    &安排|参加|参观|试用|敲定|提出|列出|告诉|愿意|肯|定下|答应|答复|回复)
    (?:跟|和|与|向|给|帮|为)(?:他|她|客户|对方|您|他们|[\u4e00-\u9fff]{1,3}(?:总|主任|经理|院长|部长))[^，。让请]{0,10}(?:确认|确定|提供|
    &安排|演示|介绍|回复|答复|列出)
    了解[^，。]{0,8}(?:是否|会不会|愿不愿)
    \b(?:i|we)(?:'ll| will| want to| need to| should| am going to| are going to|'d like to)? (?:\w+ )?(?:confirm|provide|send|share|show|
    &schedule|book|set|pick|test|order|sign|tell|give|introduce|decide|attend|join|take|list|name|try|place)\b(?! (?:him|her|them) to)
    \b(?:to )?(?:show|give|send|tell|provide) (?:him|her|them|the client|the customer|the buyer|mr|ms|mrs|dr)\b
    ^\W*(?!give (?:the|a|an|his|her|their|its) (?:\w+ )?(?:go-ahead|green light|approval|consent|permission|nod|ok|okay|answer)\b)
    &(?:send|share|show|provide|give|tell|present|confirm|test) (?:the|a|an|our|my|him|her|them|some|over)\b
    \bget (?:closer|to know)\b|\bfind out (?:if|whether)\b
""")
# What turns somebody's act into the rep's aim: "get him to sign", 让刘主任同意.
BRINGS_ABOUT = cue(r"""
    (?:让|请|使|争取|促成|推动|说服|拿到|得到|获得|取得|换来|要到|约到|争取到|敦促|促使|希望|目标是|结果是)[^，。]{0,16}
    \b(?:get|have|make|persuade|convince|ask|want|help|lead|bring|push|expect|obtain|secure)(?:s|ting)? (?:him|her|them|the|mr|ms|mrs|dr|
    &our|a|an|his|their|[a-z]+)\b
""")
REP_ACTS = cue(r"""
    介绍(?!(?:我们|我|咱们)(?:认识|跟|给|见))|推荐|推销|推介|演示|讲解|讲(?:一|清|给|明)|展示|汇报|说明
    送(?:一|份|样|资料|礼|个|点|去|上)|发(?:一|资料|邮件|报价|方案|产品|个)|报(?:价|个价)|递(?:名片|资料)|留(?:个|下|名片|资料)|拜访
    走访|回访|跟进|跟踪|了解|摸(?:清|底|一)|打听|收集|调研|问(?:一|清|问)|沟通|交流|聊(?:一|聊|天)|谈(?:一|谈)|维护|维系|维持|加强
    增进|拉近|建立|培养|联络|混(?:个)?(?:脸)?熟|熟悉|认识(?:一下)?|见(?:一)?(?:面|见)|请(?:他|客户|客|吃|喝)|吃(?:个|顿)?饭
    加(?:个)?微信|说服|打动|影响(?:他|客户)|宣传|普及|培训(?:客户|他们)|解释|解决(?:他|客户)|处理(?:投诉|异议)|刷(?:个)?存在感
    探(?:探|一探)?(?:口风|路|底)|准备|写(?:方案|一份)|做(?:一次|个|好)?(?:演示|方案|汇报|介绍|服务|关系|展示)
    让(?:他|她|客户|对方|他们|[\u4e00-\u9fff]{1,3}(?:总|主任|经理|院长))[^，。]{0,4}(?:了解|知道|认识|看到|感受|明白|熟悉|记住|信任|满意|
    &喜欢|觉得)
    \b(?:go(?:ing)? (?:through|over)|run(?:ning)? through|walk(?:ing)? (?:him|her|them|the client) through|warm(?:ing)? up|
    &drop(?:ping)? by|say hi|stop(?:ping)? by|get the (?:conversation|ball)|catch(?:ing)? up|sound(?:ing)? out|introduce (?!us|me)|
    &introducing|present(?:ing)?|presentation|demonstrat\w+|demo\b|show(?:ing)? (?!us|me)|explain\w*|pitch\w*|discuss\w*|talk\w*|chat\w*|
    &speak\w* (?:to|with|about)|send(?:ing)? (?!us|me)|deliver\w*|hand(?:ing)? over|leave (?:a|the|some|him|her|them|our)|drop off|visit\w*|
    &call on|meet(?:ing)? (?:with |the |him|her|them|dr|mr|ms)|follow(?:ing)? up|find(?:ing)? out|learn\w*|understand\w*|explore|gather\w*|
    &collect\w*|ask (?:about|him|her|them|for|what|how|who|when|whether|if)|build\w*|get closer|getting closer|get to know|strengthen\w*|
    &improve (?:the|our)|maintain\w*|keep in touch|nurture|bond|network\w*|convinc\w+|persuad\w+|impress\w*|educat\w+|inform\w*|
    &train (?:the|his|her|their)|give (?:a|the|him|her|them) (?:\w+ )?(?:presentation|demo|overview|brochure|sample|quote|tour|update)|
    &quote|offer|promote|advertis\w+|clarify|check in|say hello|touch base|listen|prepare|write|position our|sell|make (?:him|her|them|sure|
    &the client) (?:aware|understand|see|know|feel|trust|happy|like)|raise awareness|take (?:him|her|them) (?:to lunch|out))\b
""")
# The deal as the rep wishes for it: no act of anybody's that could be checked, though it speaks of orders and contracts. A bare wish for
# "the deal" with nothing beside it says not even what is wanted of whom.
REP_WISHES = cue(r"""
    拿下(?=\W*[\u4e00-\u9fff\d])|(?<=[\u4e00-\u9fff，])把[^，。]{1,10}拿下|拿到(?:这|那|他们?|客户)?(?:一|个|张|笔|的)*(?:单|订单|合同|项目|生意)
    成交|中标|赢单|赢(?:下|得|回)(?:这|那)?(?:一|个|张|笔|家)*(?:单|订单|合同|项目|生意|客户)
    搞定(?:这|那)?(?:一|个|张|笔|家)*(?:客户|对方|甲方|他|她|单|订单|合同|项目|生意|[\u4e00-\u9fff]{1,3}(?:总|主任|经理|院长|部长|厂长|老板))
    \b(?:clos(?:e|ing)|win(?:ning)?(?: back)?|land(?:ing)?|clinch(?:ing)?|bag(?:ging)?)
    & (?:the|this|that|a|an|their|his|her|our) (?:\w+ ){0,2}?(?:orders?|contract|account|business|sale|client|customer|project|tender|bid)\b
    \b(?:clos(?:e|ing)|land(?:ing)?|clinch(?:ing)?|bag(?:ging)?) (?:the|this|that|a|an|their|his|her|our) (?:\w+ ){0,2}?deal\b
    \bwin(?:ning)? (?:the|this|that|a|their) (?:\w+ ){0,2}?deal\b(?=\W*\w)
    \b(?:get|secure) (?:the|this) (?:\w+ )?(?:order|deal|business|contract)\b
    \bclose (?:mr|ms|mrs|dr)\.? [a-z]+
""")
VAGUE = cue(r"""
    加强|沟通|维护|维系|了解一下|了解(?!到)|拉近|增进|交流|联络|跟进(?!试|合同)|熟悉|混(?:个)?(?:脸)?熟|认识一下|聊聊|聊一聊|谈谈
    谈一谈|看看|推进(?:一下)?|促进|搞好关系|(?:处|做|搞)好[^，。]{0,4}关系|关系|感情|好印象|满意|信任|深入|进一步|初步|尽量|争取一下
    试试看|有意向|感兴趣|多(?:了解|沟通|交流)|刷(?:个)?存在感|顺利|尽快
    \bget(?:ting)? closer|\bbuild(?:ing)? (?:a |the |our |up |some |more |good )*(?:relationship|rapport|trust)|\brelationships?\b
    \brapport\b|\bget to know|\bkeep in touch|\btouch base|\bcatch up\b|\bgood (?:meeting|impression|feeling|visit)|\bhappy\b
    \binterested\b|\bmove (?:things|it|the deal) (?:forward|along)|\bmake progress
    \bunderstand (?:their|his|her|the) (?:needs|situation|business)|\btalk about\b|\bhave a (?:chat|talk)|\bexplore\b|\bstrengthen
    \bsoon\b|\basap\b|\bsay hello|\blearn more|\bgeneral\b|\bdiscuss\b
""")
CLIENT_NAMED = cue(r"""
    客户|对方|他们?|她们?|甲方|采购(?:部|经理|员)?
    (?:[\u4e00-\u9fff]{1,3})?(?:总|主任|经理|院长|部长|厂长|店长|科长|队长|处长|校长|行长|老板|董事长|副总|主管|总监|老师|医生|局长|站长|
    &书记|班长|馆长|负责人|科室|董事会|领导|财务|供应部|技术部|生产部|质检|车队|院方|校方|厂方|贵[\u4e00-\u9fff])
    \b(?:he|she|they|him|her|them|the (?:\w+ ){0,2}(?:client|customer|buyer|manager|director|head|chief|owner|board|committee|cfo|ceo|coo|
    &cto|vp|team|department|chairman|engineer|doctor|principal|dealer|boss|secretary|company|plant|hospital|school|bank)|(?:mr|mrs|ms|dr|
    &prof)\.? [a-z]+|purchasing|procurement|logistics|finance|it|audit|cfo|ceo)\b
""")
# The client as the subject: at the start or after a time, and not behind 跟, 给 or "with".
CLIENT_SUBJECT = cue(r"""
    (?:^|[，。,;!]|[前后内]|[日号天底周][一二三四五六日天末]?|当场|会上|争取|希望)\W*(?:他们?|她们?|对方|客户|甲方|
    &(?:[\u4e00-\u9fff]{0,6}?)(?:主任|经理|院长|部长|厂长|店长|科长|队长|处长|校长|行长|老板|董事长|副总|主管|总监|老师|医生|局长|站长|
    &负责人|董事会|领导|财务|供应部|技术部|生产部|采购(?:部)?|质检|车队|院方|校方|厂方|总|工)|(?:[一两二三四五六七八九十\d]+)?(?:家|
    &个)?(?:门店|分店|分公司|车间|科室|部门|班组))(?=[\u4e00-\u9fff])
    (?:^|[,;]|\b(?:by|before|on|until|within) (?:\w+ ){1,4})\W*(?:he|she|they|(?:the|their|his|her|two|three|one|both) (?:\w+ ){0,3}\w+|
    &(?:mr|mrs|ms|dr|prof)\.? [a-z]+|purchasing|procurement|logistics|finance|audit|it|(?!more|a|an|good|great|better|new|some|many|any|
    &less|next|our|my|we|i|you|your|first|no|this|that|it's|two|get|make|have|let)[a-z]+)(?:'ll|'d| will| would)? (?:\w+ly )?(?:[a-z]+s|
    &switch|move|start|stop|use|install|come|go|run|open|replace|put|join|keep|add|change|call|write|forward|return|hand|say|set|let|clear|
    &free|lend)\b
""")
# A feeling of the client's is no act.
FEELING = cue(r"""
    满意|了解|知道|觉得|信任|喜欢|印象|认识|感兴趣|明白|熟悉|对我们
    \b(?:happy|understand\w*|likes?|trusts?|knows?|feels?|impressed|satisfied|interested|sees?|thinks?|aware)\b
""")
