"""Cue words of the SPIN questions, Chinese and English, as people say them. Patterns over comparable text; one line, one family of words.

Trainers add their own in a playbook; these are the ones that hold in every trade."""

from coaching.reading.patterns import cue

# What goes wrong at a customer's: the raw material of problem questions, and the background of implication questions.
FAULTS = cue(r"""
    困难|麻烦|难(?:处|点|题|搞|办|管|度|受|缠|做|吗|不难|在哪|弄|免)|头[疼痛大]|不满|意见|担心|操心|闹心|窝火
    烦(?:心|人|恼|吗|的|不烦)|最烦|出(?:错|岔|问题|毛病|状况|纰漏|差错|乱子|故障|过事|事故)|弄错|搞错|填错|发错|报错|记错|差错|失误
    来不及|不及时|忙不过来|(?:接|教|管|盯|做|跑|看|顾|转|排)(?:得)?不?过来|跟不上|顶得?不?住|扛得?不?住|吃得?不?消|吃力|费劲|费事
    费时|费力|受不了|折腾|辛苦|累不累|熬夜|瓶颈|卡(?:在|住|壳|顿|不卡)
    不(?:顺|够用|够|稳|准|好用|好找|方便|清楚|放心|配合|靠谱|到位|统一|匹配|兼容|达标)
    抱怨|投诉|吐槽|嫌|痛点|毛病|问题|漏(?:单|接|打|报|针|发|记|水|货|扫|检|算|掉|了)|丢(?:单|件|货|了|失|数据)|坏(?:了|掉|机|件|过)
    故障|停(?:机|线|工|产|电|摆|网|下来)|死机|[当宕]机|掉线|断(?:线|货|网|电|了|断续续|供|档|料)|老断|迟到|迟
    晚(?:点|到|回|交|出|发)|延误|延期|拖(?:期|延|后|沓|拉|着)|误(?:点|工|事|期|差|报)|返工|返修|报废
    耽误|耽搁|缺(?:货|料|人|口|斤|件)|压货|压(?:在)?库|积压|滞销|对不上|不一致|扯皮|纠纷|争议|吵架?|闹(?:的|过|情绪|矛盾)|矛盾|冲突
    排队|空等|等(?:太久|很久|半天|多久|候)|多等|乱(?:不乱|套|吗|七八糟)?|混乱|堵|慢|差(?:不差|在|错|吗|劲)|别扭|凑合|将就|不顺手
    流失|离职|走人|虚报|作假|弄虚作假|猫腻|损耗|浪费|超支|超标|退货|退单|换货|涨价
    噪音|太吵|漏风|老化|断断续续|打不通|联系不上|找不到人?|没人(?:管|接|理|认)|推来推去|踢皮球|说不清|手(?:工|动)(?:抄|录|填|输)
    重复(?:录|填|劳动)|抄三遍|压力|顾虑|不靠谱|不认账|赖账|回款慢|坏账|逾期|罚款|违规|隐患|风险|事故|受伤|空跑|空驶|走冤枉路|不配套
    够呛|费油|偷油|跑私活|窜货|掉队
    \b(?:difficult\w*|hard(?:er|est)?|struggl\w+|trouble\w*|frustrat\w+|annoy\w*|headaches?|pain(?:s|ful|point|points)?|challeng\w+|
    &issues?|problems?|worr(?:y|ies|ied|ying)|concerns?|concerned|unhappy|dissatisf\w+|complain\w*|complaints?|moan\w*|gripes?|
    &bottlenecks?)\b
    \b(?:wrong|mistakes?|errors?|fail(?:s|ed|ing|ure|ures)?|break(?:s|ing)? ?down\w*|breakdowns?|broken|breaks?|delay(?:s|ed)?|late|missed|
    &miss|misses|slow\w*|wast\w+|stuck|bother\w*|bugs?|tough\w*|drop(?:s|ped)? (?:out|calls?|off)|run(?:s|ning)? (?:out|short|late|behind)|
    &shortages?|out of stock|stockouts?|spoil\w*|damaged?|rework|scrap|returns)\b
    \b(?:can't keep up|keep(?:ing|s)? up|fall(?:s|ing)? (?:behind|through)|chas(?:e|es|ing|ed)|mess(?:y|ed|es)?|chaos|chaotic|clunky|
    &unreliable|reliable|reliability|downtime|down for|line stops?|the line stop|couldn't be reached|can't reach|disagree\w*|disput\w+|
    &argu\w+|queue\w*|waiting|idle|overload\w*|overwhelm\w*|stress\w*|dread\w*|hate|snags?|glitch\w*|crash\w*|outages?|gaps?|leaks?|
    &shrinkage|theft|fraud|quit\w*|turnover of staff|burn(?:ed|t)? ?out)\b
    \b(?:not working|isn't working|doesn't work|don't work|don't match|doesn't match|doesn't add up|never (?:match|works?)|
    &keeps? you (?:up|awake)|let(?:s)? you down|fed up|fix first|not happy|up at night|retyp\w+|by hand again|bad batch|audit finds?|
    &readmission\w*|manual(?:ly)? re)\b
    怵|(?<!最)怕|愁|犯难|为难|棘手|挠头|憋屈|无奈|没辙|手忙脚乱|焦头烂额|鸡飞狗跳|顾此失彼|鞭长莫及|青黄不接|(?<!不)含糊|靠猜|瞎猜
    抵触|反感|排斥|埋怨|怨气|牢骚|不买账|挑(?:刺|毛病)|找茬|(?:老|总|天天|一直)催|催(?:我们|你们|您|了)|追着|短板|薄弱|欠缺|遗漏
    漏洞|盲区|死角|缺口|绕弯|来回跑|跑(?:几|好几|两|三)趟|重复|返单|加急|救火|擦屁股|补窟窿
    对不齐|打架|不同步|滞后|过时|老掉牙|漏油|打滑|发热|发烫|跳闸|黑屏|闪退|崩溃?|白屏|转圈|听不清|收不到|发不出|打不开|登不上|进不去
    查不到|(?:翻|找|等|加载|排)半天|一等就是|占线|爆仓|堆(?:着|成|在|积)|过期|临期|变质|破损|少发|多发|错发|串(?:号|货)|混料|断层
    断档|接不上|交接|说法不一|各说各|推诿|甩锅|打太极|靠人盯|离不开人|(?:全)?凭(?:感觉|经验)
    没底|没数|拿不准|说不准|估不准|不好(?:估|管|招|找|说话|办|做|弄)|难招|留不住|干不长|流动大|加班|通宵|顾不上|抽不出|推不动
    落不了地|走样|走过场|形同虚设|摆设|鸡肋|跟样品不一样|不一样|不对版
    (?P<c1>[\u4e00-\u9fff])不(?!(?P=c1))(?:住|过来|通|动|了(?!解)|清|完|着|惯|齐|懂|开|进(?!来))
    \b(?:let(?:s|ting)? (?:you|them|us) down|lose marks|catch(?:es)? you out|trip(?:s|ped)? (?:you )?up|sideways|slip(?:s|ped)? through|
    &get(?:s|ting)? lost|hiccups?|hitch|workarounds?|firefight\w*|scrambl\w+|juggl\w+|guess(?:ing|work)|out of date|outdated|clash\w*|
    &mix-?ups?|mixed up|double entry|nag\w*|pester\w*|hold of|unanswered|lag(?:s|ging)?|freez\w+|patchy|dead spots?|out of sync|
    &short-?staffed|understaffed|stretched|overrun|over budget|hidden (?:fees|costs)|unclear|tedious|fiddly|awkward|cumbersome|resent\w*|
    &resist\w*|pushback|grumbl\w+|faults?|defect\w*|rejects?|off-spec|contaminat\w+|leaks?|rust\w*|jam(?:s|med)?|overheat\w*|noise|smell|
    &expired|obsolete|dead stock|grief|pick(?:ed)? on|weak (?:spot|link)|blind spots?|hard to|too (?:long|slow|late|many|much|few|
    &expensive)|not enough|stale|flaky|shaky|sloppy|careless)\b
    超时|碎(?!片化时间)|结块|窟窿|破(?:损|了|的)|裂|换人|走马灯|头大|来气|生气|窝囊|发毛|心慌|不踏实|不利索|磨蹭|拖拉|催不动|拿不到
    等得住|等不起|糊弄|敷衍|扯后腿|掉链子|打折扣|偷工减料|以次充好|变形|褪色|松动|发霉|超重|不足|偏差|误差|波动|卡脖子|断崖|亏空
    短缺|空缺|滞留|误判|失控|被罚|扣(?:钱|款|分)
    \b(?:short(?:fall|age|ages)|lumpy|broken|sick of|tired of|mad\b|nerves|unsure|uncertain|apologi[sz]\w*|annoyed|angry|upset|cracks?|
    &cracked|bent|faulty|leaking|hole|scrapp\w+|dock(?:ed|s)?|sloppy|takes? (?:its|their|forever|ages|too)|dropp?ing off|cancel\w*|
    &no-shows?|overdue|behind schedule|off the mark|inaccura\w+|inconsisten\w+)\b
    [装发拿算填写送贴打]错|弄到[^，。?]{0,4}晚|闹(?:过|一次|起来)|失控
    \b(?:trickiest|tricky|late night|made a scene|angry|rows?)\b
""")

PROBLEM_STRONG = cue(r"""
    最(?:让您?|令您?|叫您?)?(?:头[疼痛大]|麻烦|难|担心|怕|烦|不满意?|不放心|容易(?:出|乱|漏|错|坏|卡|堵|断|吵)|费[劲时事力]|花时间|闹心|
    &吃力|棘手|挠头|累|薄弱|卡)
    最大的(?:困难|问题|麻烦|难题|挑战|痛点|困扰|顾虑|障碍)
    有(?:没有|无)(?:碰到|遇到|碰上|遇上|出过|发生|出现|抱怨|人抱怨|投诉|什么困难|什么问题|什么不|觉得不|让您不|过不|人嫌|什么地方)
    (?:碰到|遇到|碰上|出)过(?:没有|吗)?|满意(?:吗|不满意|度|程度)|不太?满意|哪里?儿?(?:最)?(?:不|别扭|不顺|卡|乱|难)
    哪(?:一?[块步个环些方]\S{0,4})(?:最)?(?:难|卡|乱|慢|麻烦|头疼|出|不|容易|费|差|别扭|吃力|凑合)
    是不是(?:常|老|总|经常|容易|有点|还是|觉得|挺|很|太)
    会不会(?:经常|老|总|常常|觉得|有点|出现|出|漏|断|丢|卡|乱|忙|来不及|不够|嫌)
    (?:老|总|经常|时不时|动不动|三天两头|隔三差五)(?:是|要|得|会|出|断|坏|停|卡|漏|掉|迟|晚|催|改|等|被)
    得过来(?:吗|么|不)|顶得住|扛得住|吃得消|跟得上(?:吗|么|不)|够用(?:吗|么|不)|够不够|好用(?:吗|不)|顺手(?:吗|不)|稳不稳|准不准
    方便吗|快不快|及时(?:吗|不)|靠谱(?:吗|不)|习惯吗|用得惯|严重(?:吗|不)|频繁(?:吗|不)
    (?:率|情况|现象|次数|的人)(?:高不高|多不多|多吗|高吗|严重吗)
    用(?:着|得|起来|下来)(?:怎么样|咋样|如何|还行|顺手|习惯)|多久(?:会|就|要)?(?:出|碰|遇|坏|停|断|发生|来|闹)
    (?:几|多少)(?:次|回)(?:故障|投诉|停|漏|错|断|返工)|对不上.{0,4}(?:吧|吗)
    (?:吃力|麻烦|难受|头疼|辛苦|费劲|烦|累|折腾)(?:吧|吗|不)|(?:没|有没有)意见
    什么(?:困难|麻烦|问题|难处|顾虑|不满|烦心|担心|不便|短板|痛点|意见)
    哪些(?:困难|麻烦|问题|难处|顾虑|不满|不便|短板|痛点|地方不|环节出)
    \bhow (?:often|frequently) (?:do|does|did|is|are|have|has)\b[^?]*(?:stop|fail|break|late|wrong|miss|chase|end up|complain|delay|error|
    &run out|crash|down|redo|lose|go wrong|slip|mistake|drop|have to)
    \bhow (?:reliable|satisfied|happy|smooth|accurate|bad|painful|frustrating|serious|slow|comfortable|confident)\b|\bhappy with\b
    \bsatisfied with\b|\bgood enough\b|\bcontent with\b
    \bwhat(?:'s| is| are| was)? (?:the )?(?:hardest|worst|biggest (?:problem|challenge|headache|issue|pain|hurdle|frustration|worry|
    &obstacle)|toughest|most (?:difficult|frustrating|annoying|painful|time-consuming)|trickiest)
    \bwhere (?:do|does|did|is|are|has|have) [^?]*(?:wrong|stuck|messy|mistakes?|problems?|break|snag|fall|slow|trouble|struggle|errors?|
    &lose)
    \bwhere does it get\b
    \b(?:any|anything|something) (?:trouble|problems?|issues?|concerns?|complaints?|difficult\w*|worr\w+|that (?:bothers|worries|annoys|
    &isn't|doesn't|keeps|frustrates)|not working|you'd (?:change|fix|improve)|you don't like)
    \b(?:do|does|did|have|has|are|is) [^?]*(?:struggl|trouble|difficult|complain|frustrat|hard to|a pain|a headache|a problem|an issue|
    &a challenge|worr)
    \bwhat (?:usually |typically |tends to |normally |often )?(?:goes|went|gets|is going|could go) wrong
    \bwhat(?:'s| is| isn't| is not)? (?:not working|isn't working|broken|missing|slowing|holding|stopping|getting in the way|bothering|
    &bugs|annoys|frustrates|worries|bothers|keeps you)
    \bwhat (?:bugs|annoys|frustrates|worries|bothers|irritates|concerns|drives)\b|\bmoan about\b|\bcomplain about\b
    \bwhat would you (?:fix|change|improve)\b
    \bever (?:had|have|run|get|got|find|found|happen\w*|lost|miss\w*|been)\b
    \b(?:do|does) (?:you|it|they|the \w+) (?:ever|sometimes|always|often|still have to|end up)\b|\bkeep(?:s)? you (?:up|awake)
    \bhow slow\b|\bexperience with (?:late|delays|breakdowns|downtime|complaints|poor)
    \bwhich (?:part|step|bit|stage)[^?]*(?:dread|hate|hard|difficult|wrong|slow|trouble|pain|worst|most time|stuck)
    [\u4e00-\u9fff]得(?:住|过来|上|通|动|起|清楚?|完|着|惯|准|齐|稳|懂|快|及|好|出来|下去|开|顺|全)(?:吗|么|不|没|[?])
    好(?:招|找|管|用|使|弄|办|做|卖|带|修|催|收|要|开|停|查|控制|协调|操作)(?:吗|么|不)
    (?:买账|省心|管用|好使|灵|信得过|靠得住|踏实|合理|配合|给力|到位|准时|按时|齐全|愿意用|爱用|用得起来|稳定|清楚|统一|及时)(?:吗|么|不)
    打几分|扣分|挑(?:了)?(?:哪些|什么|啥)(?:刺|毛病)
    什么(?:感觉|感受|体验|滋味)|(?:感觉|感受|体验|印象)(?:怎么样|如何|咋样)
    有(?:没有|过)?[^，。?]{0,6}(?:反映|反馈|提过|说过|找过|提意见|闹过|嫌弃)[^，。?]{0,10}(?:不|慢|差|晚|少|问题|贵|乱|坏|难)
    最(?:怵|愁|忙|慌|闹|赶|乱|怨|抵触|不愿|薄弱|费钱|耗)|(?:您|你)(?:这儿|这边|这里)?也(?:这样|一样|是这样|遇到)
    (?:对)?现在(?:的|用的|这套|这家|这个)[^，。?]{0,10}(?:怎么样|如何|评价|感觉|满)|缺什么|差在哪|短在哪|不足|哪些地方(?:不|还|要)
    还(?:差|缺)(?:什么|哪)
    \bwhat do (?:you|they|your \w+|the \w+|people|users?|staff) (?:make of|think of|say about|dislike|hate|find)
    \bhow do (?:you|they|your \w+|the \w+) (?:feel|find|like|rate|cope)|\bgrade\b|\brate (?:the|your|it|them)\b|\bout of ten\b
    \blive with\b|\bput up with\b|\b(?:do|can) you (?:really )?(?:trust|rely on|count on|depend on)
    \b(?:still|getting) (?:hard|harder|tough|tricky|difficult)|\b(?:cleanly|smoothly|properly|accurately|consistently)\?
    \b(?:on|in) time\?|\bcope\b|\bhold(?:s)? up\b|\bkeep pace\b|\bgetting through\b|\blet(?:s)? you down\b|\bgrief\b|\bfed up\b
    \bwhat (?:don't|doesn't|isn't) (?:you|it|the|work)|\bwish (?:you|it|they)\b|\bwhat's it like\b|\bfall(?:s)? short\b
    \bwhere does (?:it|the \w+|your \w+) (?:lose|let|fall|fail|leak|hurt|pinch|break|slow|jam|get|go)|\bgetting (?:value|what you)
    \beasy (?:to|for|enough)\b|\benough (?:for you|time|people|hands|space|capacity)\b
    \bgets? (?:in the way|overlooked|forgotten|dropped|lost)
    (?:让|叫|由|要)(?:您|你)(?:选|挑|改|换)(?:一(?:样|个|条|处|件))?[^，。?]{0,6}(?:改|换|去掉|挑)
    (?:改掉|换掉|去掉)[^，。?]{0,8}(?:哪|什么)|最(?:不踏实|不省心|来气|心疼|抓狂|崩溃|揪心|受不了|看不惯|不爽|想改|想换|头大)
    难在(?:哪|什么)|是否(?:很|太|比较|经常)?(?:难|慢|贵|麻烦|吃力|容易出)
    (?:利索|麻利|爽快|痛快|主动|及时|干脆|省事|靠得住|上心|用心|专业)(?:吗|么|不)
    有没有(?:哪回|哪次|什么时候|特别|让您)[^，。?]{0,10}(?:气|急|烦|难|怕|愁|不|失望)
    不(?:头大|头疼|心疼|着急|烦|觉得烦|嫌)(?:吗|么)|担心[^，。?]{0,14}(?:吗|不)
    \bif you could (?:drop|change|fix|pick|get rid|improve one)|\bdrives? you (?:mad|crazy|nuts|up the wall)
    \bget(?:s)? on your nerves|\bup to (?:the|it|that|scratch)\b|\btakes? (?:its|their) time\b|\bslowest\b
    \bmost (?:annoying|unreliable|fragile|painful)|\bapologi[sz]ing for\b|\bget(?:s)? (?:annoyed|angry|upset|frustrated|impatient)
    \bhow difficult\b|\bhow hard is\b
    \bwhat(?:'s| is| has been|'s been)? (?:the most (?:difficult|painful|annoying)|preventing|stopping|frustrating|holding)
    \bwhat (?:challenges|problems|difficulties|issues|obstacles|frustrations)\b|\bthings (?:break|fall|go wrong|get)|\bout of ten\b
    \bwhat made you (?:look|think about|start|consider)
    顺利(?:吗|不)|磨合|会不会(?:抱怨|嫌|觉得麻烦)|(?:有|算|还)(?:点|够|行)?(?:顺|稳|快|准)吗|找过(?:您|你|你们)(?:吗|没)
    扯(?:些|的)?(?:什么|啥)
    \bsmooth(?:ly)?\b|\bmost trouble\b|\benough hands\b|\btired of\b|\bstruggle to\b
    会不会[^，。?]{0,4}错|弄到[^，。?]{0,6}晚|意见最|最不好(?:办|管|弄|做|搞)|用得(?:习惯|顺手|惯)
    \btrickiest\b|\bget on with\b|\blate night\b|\bcontent with\b|\bworries you\b
    \bwhere\b[^?]*\b(?:drop|most often|astray|goes? missing)\b
""")

# What a problem leads to: the questions that ask it, and the words of cost and spread.
IMPLICATION_STRONG = cue(r"""
    影响|后果|导致|造成|引起|引发|连累|牵连|波及|拖累|连带|连锁|牵扯|带来(?:什么|哪些|多大)?(?:损失|麻烦|后果|压力|影响|问题)|损失
    亏(?:多少|了多少|掉|损|在)|赔(?:多少|款|钱|付|了)|违约|代价|搭进去|多花|白(?:扔|干|跑|费|花|瞎)|冤枉钱
    丢(?:了|掉)?(?:几|多少|哪|什么)?(?:个|张|家)?(?:单子|订单|客户|生意)|丢掉什么|跑(?:了|掉)?(?:单|几个)|流失
    (?:怎么|没法|不好|如何|跟谁)[^，。?]{0,10}交代|那边(?:怎么)?交代|交差|怎么(?:办|保|收场|补|弥补|应付|解释|赶|扛|撑|收拾)|咋办
    会(?:怎么?样|出现什么|出什么|发生什么|变成什么|拖出什么|闹成|引出)
    (?:会|要)不会(?:影响|耽误|被|连累|拖|丢|失去|导致|造成|涉及|让客户|跑|罚|传到)|结果(?:会|是|呢)|什么结果|什么局面
    (?:长期|一直|老|再|总|这么|继续|照)(?:这样|这么|下去|拖|那样)(?:下去|着|拖|耗)?|长此以往|时间(?:一)?长了|拖下去|撑到|撑多久
    (?:一[年月天季周](?!要|用)|一个月|全年|每年|每月|一个季度|半年|一季)(?:下来|算下来|加起来|累计|等于|得|要多|就是|白|光|大概(?:得|要|多|
    &损|亏|扔))
    算下来|算起来|加起来|折算|等于(?:说|是|白|一年|扔|丢|少|多)|就是.{0,6}(?:个工|万|钱)|光.{1,8}就(?:得|要|是|有|伤)
    (?:谁|哪边|哪个部门)(?:来)?(?:承担|买单|出|背|扛|兜|负责任|赔|担)|背锅|兜底
    加班费|罚(?:款|金|多少)|赶工|误工|返工(?:一批|的)[^，。?]{0,8}(?:多少|几)|工时|人工费|额外(?:的)?(?:成本|费用|开支|支出)
    多出(?:来)?(?:的)?(?:成本|费用|钱|人)|(?:隐性|隐形)成本|成本.{0,4}(?:增加|上升|涨|多出|高出)|占(?:了|多少|掉).{0,6}(?:成本|利润)
    利润.{0,6}(?:吃|少|掉|薄|影响|剩)|毛利.{0,6}(?:掉|少|剩)|要花多少|花多少钱
    还认(?:你们|您)|信(?:任|誉|用)(?:会|还|受)|口碑.{0,3}(?:伤|坏|砸|受|差|掉)|名声|砸(?:招牌|牌子)|被动|挨(?:批|骂|罚)
    (?:领导|总部|老板|副总|董事长|上面|审计|监管|院长|校长)(?:那边|那里)?(?:会(?:怎么|不会|怪|问|追)|知道|怎么看|怎么说|问起|怪|追究|查)
    传到|闹到|追责|问责|兑现不了|保不住|考核(?:会|受|被)|评级|资质|验收不了|停产|停业|关停
    还有(?:谁|哪些人|哪个部门|哪些部门)(?:会)?(?:受|被|跟着)|跟着(?:出|受|遭|乱|停|等|倒霉|加班)
    别的(?:部门|环节|车间).{0,6}(?:受|跟着|怎么)|下(?:一)?(?:道|个)?(?:工序|环节|游).{0,6}(?:怎么|等|停|受)
    后面的.{0,8}(?:怎么|会|受|谁)|那.{1,8}(?:岂不|不就|是不是就|怎么办|谁管|谁来|得停|就得)
    这(?:样|么)一来.{0,12}(?:是不是|会|不就|就)(?!当天|省|能)
    \bwhat happen(?:s|ed) (?:when|if|to|then|after|next|on|in|with|while|once|at)\b
    \bwhat does (?:that|this|it) (?:do|mean|cost|lead)|\bwhat did (?:that|this|it) (?:do|cost|mean|lead)
    \bwhere (?:does|would|did) (?:that|this|it) leave|\bimpact\w*|\baffect\w*|\beffects? (?:on|of|does)|\bconsequences?|\bknock-?on
    \brippl\w+|\bdomino|\bspill\w* over|\bdownstream|\bfall-?out\b
    \bcost(?:s|ing)? (?:you|your|us|them|over|when)\b|\bcost to\b
    \b(?:does|did|do|will|would|might) (?:that|this|all that|each \w+|(?:an?|one|the) (?:\w+ )?(?:hour|day|stop|delay|mistake|breakdown|
    &wait|failure|shortage|complaint|error|rework|downtime)s?(?: of \w+)?) (?:\w+ )?cost\b
    \bhow much (?:\w+ ){0,5}(?:lose|losing|lost|wasted?|written off|tied up|walks|gone)\b
    \bhow many (?:\w+ ){0,4}(?:lose|lost|walk|cancel\w*|leave|left|gone)\b
    \b(?:lose|lost|losing|cost you) (?:the |a |an |any )?(?:orders?|customers?|accounts?|deals?|sales|business|contracts?|money|margin|
    &trust|face|revenue)
    \bwho (?:else )?(?:feels|suffers|pays|takes the|gets the blame|gets hit|is affected|has to (?:pay|answer|explain|clean))
    \bat risk\b|\brisk(?:s|ed|ing)? (?:losing|the|your|of)\b|\bend(?:s|ed)? up (?:paying|with|as|losing|costing|in)\b|\bovertime\b
    \bpenalt\w+|\bfines?\b|\bmargins?\b|\bmorale\b|\bchurn\w*|\brenewal at\b|\bhits? (?:your|the|you)\b
    \bhurts? (?:your|the|you|most)\b|\bpush(?:es|ed)? back\b|\bhold(?:s|ing)? up\b|\btied? up\b|\bsitting in\b
    \bso over (?:a|the)\b|\bover (?:a|the) (?:year|season|month|quarter)\b|\badds? up to\b
    \bthat's (?:what|about|roughly|around|more than|over|nearly|almost|like|\d|half|a) ?[^?]*(?:a year|a month|a season|per year|gone|
    &in idle|days|million|thousand|lost|wasted|\d)
    \b(?:a|per|every) year (?:just )?(?:gone|lost|wasted|sitting)|\bwalks? out (?:of )?the door|\bdown the drain
    \bgone\b(?=\W*(?:isn't|right|$|\?))|\bdoes that mean\b|\bso that (?:means|one)\b|\bmeaning\b
    \bif (?:nothing|things don't|it doesn't|that doesn't|this|it|that|things) (?:changes?|improve|keeps?|goe?s? on|carr(?:y|ies) on|
    &drags? on|continues?)
    \bwhat are you looking at\b|\bas a result\b|\bbecause of (?:that|this|late|the delay|it|those)
    \bwhile (?:you're|they're|you are|everyone|the \w+ (?:is|are)) (?:waiting|down|stuck|stopped|out)
    \bhow do you (?:get through|explain|make up|cope|recover|cover|tell)
    \bwhat do (?:your|the) (?:customers?|clients?|patients?|drivers?|boss|board|farmers?) (?:say|think|do)
    \bwhat(?:'s| is) the rest of\b|\bthen have to\b|\bhow far does (?:that|it)|\bturns? up on\b|\bhow long can you\b|\bwhat then\b
    \band then what\b|\bwho takes the (?:heat|blame|fall|hit)|\bends? up as\b
    撂下|泡汤|砍(?:单|过单|掉订单|额度|预算)|被砍|黄(?:了|掉)|飞了|吹了|打水漂|搭(?:上|进)|贴(?:进去|多少|钱)|倒贴
    白(?:养|忙|搭|等|请|交|送)|吃掉|吞掉|侵蚀|蒸发|缩水|贬值|占用资金|周转(?:不|得?开|紧|困难|会)|资金链|现金流|断供|停摆|停课|误期|违约金
    滞纳金|罚单|吊销
    摘牌|下架|拉黑|除名|丢(?:饭碗|脸|人|面子)|难堪|下不来台|捅(?:娄子|到)|闹(?:大|起来)|上(?:新闻|热搜)|曝光|传开|在群里
    (?:砸|保|毁|倒)[^，。?]{0,3}牌子|牌子[^，。?]{0,4}(?:保|砸|倒)|形象(?:会|受|怎么)|评优
    (?:奖金|年终奖|季度奖|绩效|位子|责任|排名|评分|额度|业绩)[^，。?]{0,8}(?:会|跟着|受|被|没|少|掉|泡|还|谁|是不是)
    (?:谁|哪个|哪边)(?:去|来|给)?(?:补|顶|扛|付|掏|认|赔|兜|收拾|擦|背|接|替)|拿什么(?:顶|补|交|赔|保|撑|应付|去)
    谁来(?:备|做|管|干|盯)|(?:压|落|摊|转|推|算|怪|堆)到[^，。?]{0,8}(?:头上|身上|员工|您|别人|手里)|恶性循环|越来越|到头来
    最后(?:是不是|会|都|谁|还是|落)|最终|迟早|早晚(?:会|要|得)|久而久之|年底一算|算(?:一笔|过|笔)(?:账|没有|吗)|折成钱|换成钱
    合(?:多少|下来)|摊下来|(?:人力|用工|时间|机会)成本|加急费|空运费|补发|重做|重来|重跑|重测|整批|全线|全班|整条线|差出去
    还(?:认|会来|会买|会选|会续|敢|愿意|肯|能(?:信|跟|接|保|按)|续|合作|保得住|信得过|来)(?!包)[^，。?]{0,8}(?:吗|么|不|[?])
    (?:有没有)?因此|因为(?:这个|这事|这件事|此事)|为这个?[^，。?]{0,4}(?:丢|赔|闹|吵|走|挨)
    是不是(?:就|都|也|还|又)?(?:得|要)?(?:压|撂|停|耽误|重|推迟?|晚|白|赔|等着|没法|丢|加班|黄|泡汤|落|受|被|返工|报废|多花|多出|跟着|住院|
    &拖|断|少(?:卖|接|赚|收))
    (?:怎么|如何)(?:反应|应对|善后|挽回|收尾|扑火|圆)|会(?:怎么)?(?:反应|炸|找上门|闹|告)|从哪(?:儿|里)?(?:来|出|垫|补|找)
    上哪儿?(?:找|补|去)
    (?:等|停|拖|少|晚|差|断|乱)[^，。?]{0,10}(?:小时|天|礼拜|分钟|周|个月)[^，。?]{0,12}(?:怎么|拿什么|谁|多少|干什么|干啥)
    \b(?:eat(?:s|ing)? into|set(?:s)? off|trigger(?:s|ed)?|snowball\w*|pile(?:s|d)? up|backlog|pick(?:s|ed)? up the (?:slack|bill|tab|
    &pieces)|in the meantime|what follows|follows\b|cancel+ed (?:over|because)|walk(?:ed)? away|go(?:es)? elsewhere|stop(?:s|ped)? buying|
    &refunds?|compensat\w+|claims? against|sue|reputation|word gets (?:round|around)|credibility|licen[cs]e|lose the (?:listing|slot|
    &account|window|order|deal|customer|contract|licen[cs]e)|your (?:bonus|quota|job|numbers|target)|cash ?flow|write-?offs?|written off|
    &temp(?:orary)? staff|agency staff|rush freight|air freight|expedit\w+|put a (?:figure|number|price) on|price tag|half a salary|
    &work(?:s)? out at|in money terms|land(?:s)? with|land on|out of (?:whose|your) (?:budget|pocket)|who (?:covers|pays|absorbs|answers|
    &cleans|gets|picks|suffers|carries|takes)|what else (?:slips|suffers|gets|stops|falls|goes)|go(?:es)? un\w+ed|because of (?:the|all)|
    &over it\?|each time (?:that|it|this)|every time (?:that|it|this)|without (?:the|a|your|that) \w+, (?:what|how|who)|could you (?:lose|
    &be fined|end up)|would (?:that|it|this) (?:eat|cost|delay|push|hurt|put|threaten|affect|jeopard)\w*|has (?:that|it|this|anyone|
    &anybody) (?:ever )?(?:cost|put|lost|led|caused|cancel\w+|left|delayed|hurt|forced))\b
    掏腰包|垫(?:钱|付|着|进去|多少)|扣(?:你们|您|咱们)?(?:几|多少)|(?:会|要)?怎么(?:想|说|看|传)(?:你们|您|咱们|我们|这)
    怎么(?:跟|向|和)[^，。?]{0,8}(?:说|解释|交代|开口)|会有什么(?:动作|反应|后果|影响|说法)|要承受|承受什么
    (?:整|一)(?:锅|批|车|炉|条线|季|单)(?:就|都|是不是)?[^，。?]{0,4}(?:废|白|毁|黄|停|重|退)|废(?:了|掉)|毁(?:了|掉)
    被(?:人)?(?:挖|抢|撬)(?:走|跑)?|挖走|抢走|跑掉|本来(?:可以|能|够)|小一?(?:千|万)|进去(?:多少|小|几|近|一)|拖累|照(?:这|此)
    再不[^，。]{0,10}就|没钱|资金
    \bwhat do you tell\b|\bwhat do (?:residents|parents|users|tenants|guests|patients|buyers|people) (?:say|write|think|do)
    \bdock(?:s|ed)? you\b|\bend up (?:covering|paying|footing|doing|losing)|\bcould (?:that|the) (?:money|time|budget) have\b
    \bhave paid for\b|\bmean(?:s)? (?:scrapping|losing|paying|redoing|stopping|re|you (?:lose|pay|have|miss)|overtime|extra)
    \b(?:a|one|each|every|an?other|any) (?:late|wrong|bad|missed|faulty|lumpy|broken|failed|delayed|lost|damaged|rejected) \w+
    \bin front of (?:the|your)\b|\bat this rate\b|\bsomebody else will\b
    \bcost(?:s)? of (?:not|doing nothing|inaction|a |an |that|this|late|each|every|downtime|delay)|\bwhat's the cost\b
    \bability to\b|\bbeen the impact\b|\bhow much time (?:do|does|is|are|gets?)\b
    \bdragged in\b|\bpulled in(?:to)?\b|\bdrawn in\b|\bgo to (?:someone else|a competitor|the competition)
    \bmake(?:s)? your (?:\w+ ){1,2}(?:less|leave|late|wait|lose|angry)
    都不来了|在干(?:嘛|什么|啥)|白干
    \bfor nothing\b|\bmean months\b|\bpays? for the (?:trip|return|extra|rework)\b
    每[车次回单趟批箱][^，。?]{0,6}(?:多少钱|几块|多少万)|多(?:等|跑|停|拖)[^，。?]{0,6}(?:几|多少)[^，。?]{0,10}多少钱
    占(?:掉|用|去|了)?(?:多少|几|[^，。?]{0,4}(?:多少|几))|耽误(?:多少|几|掉)
    要?(?:搭|费|花|占|耗)(?:掉|进|上|去)?[^，。?]{0,4}(?:多少|几)(?:个)?(?:工日|工时|人工|小时|分钟|工夫|功夫|人手)|压下(?:多少|几)
    拖(?:慢|晚)(?:多少|几)
    \bhow many (?:\w+ ){0,3}(?:hours?|days?|minutes?|people|weeks?)\b[^?]*\b(?:lose|losing|go into|goes into|take|takes|take up|spent|
    &wasted|stand|pile)
    \bhow (?:far|long) does (?:delivery|the|production|it) \w*
    \bwhat does (?:an?|one|each|every) (?:\w+ ){0,2}(?:hour|day|minute|week|stop|delay|mistake|breakdown|wait|failure|shortage|complaint|
    &return|error)s?(?: \w+){0,4} cost\b
    \bhow many (?:\w+ ){1,3}go out late\b
""")
IMPLICATION_WEAK = cue(r"""
    多少钱|几万|耽误|耽搁|风险|因为.{1,14}(?:少|多|丢|晚|赔|损)|从而|于是|进而|跟着|也就是说|所以(?:说)?
    那(?:客户|司机|产线|销售|财务|农户|病人|生产|采购|车间|工人|下家)|成本|扔|亏|多跑|被.{0,4}(?:骂|罚|投诉|查|抢)|意味着
    (?:谁|哪).{0,6}(?:兜|补)|会不会
    \bwho else\b|\bthen\b|\blead(?:s|ing)? to\b|\bresult(?:s|ing)? in\b|\bmean(?:s|ing)?\b|\bcosts?\b|\blos(?:e|es|t|ing|s)\b
    \bpay(?:ing)?\b|\bbecause\b|\bwhich means\b|\bin other words\b|\bbasically\b
    \bso\b(?=.*\b(?:lost|gone|late|down|again|never|every)\b)
""")

# The value of having it solved.
NEED_PAYOFF_STRONG = cue(r"""
    (?:有|有什么|有多大|什么|多大|哪些|最大的)(?:的)?(?:好处|帮助|价值|意义|作用)|(?:能|会|可以|是不是)帮(?:您|你|到|上|助)
    帮(?:得)?上(?:什么)?忙|对(?:您|你|贵|咱|副总|财务|生产|老板|领导|科里|车间)\S{0,8}(?:有用|有帮助|有好处|值|划算|意味着)
    有用(?:吗|处|不)|用处|值(?:不值|得吗|多少|几|当)|值(?:得)?(?:试|做|花|投|一试|考虑|去)|划(?:不划)?算(?:吗|不)
    省(?:下|出|多少|掉|心|口舌|事|力|几个|一半|得了)
    腾出|空出来|多出来的(?:时间|人|钱)
    (?:打算|想|准备|会)(?:让|把|拿|用|安排)?[^，。?]{0,10}(?:用(?:在|来|到)|放(?:到|在)|干点|去做|干什么|干啥|做些?什么|派)|先用在
    (?:能|可以)(?:干|做)(?:点|些)?(?:什么|啥)|轻松|安心|放心(?:吧|吗|了)|睡(?:得|个)|少操心
    为什么[^，。?]{0,14}(?:重要|看重|解决|在意|关键|要紧|着急)|(?:为什么|为啥)(?:您|你)?(?:想|希望|觉得|这么看重|要把)
    (?:最)?看重|理想(?:的|情况|状态|中)?|(?:希望|期望|想)[^，。?]{0,12}(?:变成|达到|改成|改善|做到|是什么样|看到)|要达到什么
    怎么样(?:才)?算(?:好|成功|满意)|受益|得益|用得(?:上|着)|还(?:能|可以)(?:用在|帮到|给)
    (?:谁|哪个部门|哪些部门)(?:也|还|最)?(?:会|能)?(?:用得上|受益|高兴|欢迎|支持)
    是不是(?:就)?(?:不用|能|可以|轻松|少(?!卖|接|赚|收)|当天|好(?:很|多|一)|省|更|腰杆|大一|大很)
    (?:多|少)(?:签|卖|赚|接|跑|停|吵)(?:多少|不少|几)|就(?:不用|能|少)(?:了)?[^，。?]{0,10}(?:吧|吗|是吧|对吧)
    会不会(?:更|轻松|好(?:一|很|多)|省|快|少(?!卖|接)|愿意|欢迎|高兴|支持|松|踏实|觉得值)
    (?:您|你|老板|领导|副总|大家|司机|农户|工人)(?:会)?(?:愿意|欢迎|高兴|乐意|支持)|怎么看(?:你们|您|这个改|这件事)
    对您(?:的)?(?:考核|业绩|奖金|团队|部门)[^，。?]{0,6}(?:意味|好|帮)
    \bhow (?:would|could|will|might) (?:it|that|this|having|a|the|you use|you feel|your)\b
    \bhow (?:does|do) (?:that|you see (?:that|this|it)) help
    \bhow (?:useful|valuable|helpful|important|much easier|much better|much time|big a difference)\b
    \bwhy (?:is|would|does|do) (?:it|that|this|having|you|same|getting|solving|a|the)\b[^?]*(?:important|matter|help|value|want|care|
    &priority|useful)
    \bwhy (?:does|would) (?:it|that|this) matter
    \bwhat(?:'s| is| would be) the (?:upside|benefit|value|payoff|advantage|gain|best part)
    \bwhat (?:would|could|will|might) (?:it|that|this|you|your \w+|the \w+|an? \w+|those|having)\b[^?]*(?:change|mean|worth|do (?:for|with|
    &that|differently)|let|allow|free|look like|save|bring|give|add|make|help|use|be like|enable|gain|do you)
    \bworth (?:it|a|to|doing|trying|having|the)|\bbenefits?\b|\bupside\b|\bideal(?:ly)?\b|\bin an ideal\b|\bperfect world\b
    \bhelp(?:s|ed|ing)? (?:you|your|the|with)\b|\bmake(?:s)? (?:it|your|life|things|their)[^?]{0,16}(?:easier|better|simpler)
    \b(?:easier|useful|valuable|worthwhile|appealing)\b
    \btake (?:some |the )?(?:pressure|load|weight) off|\boff your (?:plate|shoulders|desk)|\bfree(?:s|d)? (?:up|you)
    \bsav(?:e|es|ed|ing) (?:you|your|over|time|money|by|per|in|a)|\bhow much (?:\w+ ){0,4}save
    \bwho(?:'d| would| else would| else could) (?:benefit|gain|use|like|welcome|be happy)|\bwhere else (?:could|would)
    \bwhat difference\b|\bwith (?:those|that|the) (?:extra|two|spare|saved)|\buse the (?:time|hours|money|people|extra)
    \bhelping with\b|\bwould (?:the|your) \w+ (?:care|like|welcome|be (?:happy|pleased))|\bnever have (?:that|to)|\bsolved\b
    \bsorted\b
    松(?:一)?口气|喘(?:一)?口气|底气|腰杆|把握(?:是不是|会|有|大)|分量|更?主动|省心(?:很?多|了)|精力|心思(?:放|用|花)|抽身|安稳觉
    (?:更|会不会|是不是|能)踏实|放开手脚|多(?:接|开|跑|陪|做|收|看)(?:几|多少|些|一些|两)|(?:早|准时|按时)下班|不(?:用)?加班|好交代
    有面子|长脸|加分|竞争力|先人一步|说话(?:有|更)|拿得出手|说服力|换来
    带来(?:什么|哪些|多大)?(?:的)?(?:好处|变化|改变|价值|机会|惊喜)|(?:什么|多大|哪些|有)(?:的)?(?:变化|改变|不同|不一样)|什么概念
    第一件事|先做什么|最先|派上用场|(?:这么|那么|最)关键|为什么(?:着急|在意|想要|急着)|愿意(?:出|花|投|为)|肯花|回本|合算|推广到
    铺开|复制到|(?:其他|别的)(?:部门|门店|校区|车间|分公司)[^，。?]{0,4}(?:也|能|会|要)|满分|想要的样子|希望看到|期待|多大分量
    怎么(?:改|调整|重新排|排|规划|安排)
    \b(?:relief|turn to first|do first|do with it|do with that|standing with|your case|case for|matter(?:s)? (?:so much |this much |
    &most )?to you|matters most|dream|magic wand|sleep (?:better|easier|well)|peace of mind|breathing (?:room|space)|headroom|look good|
    &edge over|take on more|room to|pay(?:s)? for itself|payback|return on|roll (?:it|this|that) out|worth paying|what's that in a year|
    &what's that worth|what would (?:that|it) be|how would (?:you|your|the|parents|customers|they|people|patients|drivers) (?:plan|use|talk|
    &react|feel|spend|work|run|change|see|respond|look)|next step up|what could (?:you|your|they|the \w+)|why (?:do|does|would|is|
    &are) [^?]*\bmatters?\b|look(?:s)? like for you|hope to (?:see|gain|achieve)|hoping (?:to|for)|get out of it|success look like|
    &good look like)\b
    (?:有|带来)?什么(?:推动|促进|改观|起色|好)|(?:排|放)在(?:最)?(?:前|首|第一)|独当一面|敢不敢|敢(?:多|往|放)
    有别的(?:安排|打算|用处)|加分|拍手|叫好|轻松在|申报|达标|(?:对|于)(?:您|你|咱们|你们|贵\S)?[^，。?]{0,4}有利
    最直接的(?:改变|变化|好处)
    \bplans? for (?:that|the)\b|\bspeed up\b|\bthe best (?:thing|part)\b|\bscore (?:you|points)
    \bfirst to (?:cheer|thank|notice|benefit)|\bhow far (?:out )?would\b|\bdare\b|\bget done if\b|\bput (?:\w+ ){1,5}first\b
    \bpriority\b|\bhow helpful\b|\bresolved\b|\bfinally\b|\bwhat benefits\b|\bstock for\b|\bmean to (?:you|your)\b
    便利|愿意往|敢少|加单
    \bwhy (?:is|are) (?:\w+ing|\w+er|getting|having)\b|\bkeener\b|\bcarry less\b|\bbiggest (?:benefit|gain|win)|\bmore orders\b
    \bmake \w+ing (?:the )?\w+ easier
    最大的价值|省掉|给您省
    \bgive you back\b|\brate you higher\b|\bwrote themselves\b|\bworth switching\b|\bthat save you\b
""")

SITUATION_STRONG = cue(r"""
    (?:目前|现在|当前|眼下|平时|平常|一般|通常|日常|每天|每月|一个月|一年|去年|今年)[^，。?]{0,16}(?:多少|几|谁|哪|怎么|什么|是不是|有没有|
    &吗)
    (?:由|归|是)?谁(?:来)?(?:管|负责|定|拍板|经手|做主|签字|审批|参与|操作|调度|对接|采购|牵头|评估|在用)
    哪(?:家|个部门|些部门|个科|种|款|个牌子|几个牌子|些牌子|几家|一家|个系统)
    多少(?:个|人|台|辆|条|家|间|吨|张|户|套|件|箱|公里|米|次(?:出差|拜访|采购)|品|种|单|门店|网点|坐席|床)
    几(?:个(?:人|点|品|牌子|据点|网点|店|部门|车间|班|月|仓|厂)|台|辆|条|家|年|班|层|位|成|种|套|次采购)
    用(?:了|的是)?(?:几|多少|多久|哪|什么)|什么(?:流程|步骤|系统|软件|牌子|品牌|型号|设备|标准|方式|渠道|时候到期|时候换|时候开始)
    (?:走|按)什么
    怎么(?:派|走|处理|登记|对接|管|安排|分工|采购|做的|用|算|对|记|排|存|送|收|付|结|报|交接|配|分|发|选|联系|沟通|定|审|对稿|运|查|录)
    (?:招标|采购|审批|付款|验收|报销|入职|对账|下单|出库|生产|排产|结算|决策)[^，。?]{0,8}(?:流程|步骤|怎么|哪些|走|过程)
    合同(?:是)?(?:到|什么时候|几月|还有)|到期|预算(?:是|怎么|有|归|年初|多少|大概)|规模
    (?:是)?(?:自己|自有|自建|自家)的?(?:还是|，|吗)|租的|外包|年(?:用量|产量|采购|销量|营业)
    (?:贵|咱们?|你们)(?:院|厂|公司|司|店|校|行|这边|那边)[^，。?]{0,10}(?:多少|几|什么|谁|哪|怎么)
    介绍(?:一下|介绍)?[^，。?]{0,8}(?:情况|流程|现状|过程|分工|这条线)|(?:全)?过程|哪一年|几年了|哪年
    \b(?:how many|how big|how large|how long have|how old|how is|how are|how's)\b
    \b(?:currently|at the moment|right now|these days|nowadays|at present|today)\b
    \bwho (?:signs?|handles?|decides?|manages?|runs?|owns|is in charge|is responsible|looks after|else is involved|else has|does the|
    &schedules?|approves?|buys?|takes care|would need to|makes the)
    \b(?:which|what) (?:\w+ )?(?:system|software|carrier|supplier|vendor|brand|provider|tool|model|platform|department|team|kind of|
    &type of|equipment|server|process|shift)s?\b[^?]*(?:use|on|have|run|with|from|handle|is|are)?
    \bwalk me through\b|\btalk me through\b|\btake me through\b|\bsetup\b|\bset up\b|\bset-up\b|\bheadcount\b
    \bhow do (?:you|the|they|your|stores|people) (?:\w+ )?(?:track|order|reorder|schedule|handle|manage|buy|choose|decide|log|record|
    &process|store|pay|bill|plan|ship|do|deal|organi[sz]e|find|measure|report|use|get)
    \bhow does (?:a|an|the|your|it|that) (?!hit|affect|impact|ripple|help|hurt)
    \bdo you (?:use|run|have (?:a|an|any|your)|keep|own|work with|buy|still|currently|outsource|lease)\b
    \bin[- ]house\b|\bcontracted out\b|\boutsourced\b|\bby hand\b|\bon paper\b|\bcontract (?:run out|end|expire|up)|\bbudget\b
    \btypical(?:ly)?\b|\bnormal \w+day\b|\broughly\b|\bper (?:day|week|month|shift)\b|\ba day\b
    \bhow long (?:have|has|does it take|is)\b|\bwhat does (?:a|your) (?:normal|typical|usual)
    \bhow often do you (?:order|buy|meet|review|visit|replace|update)
    \bwhat's (?:your|the) (?:headcount|budget|process|setup|current|volume|turnover|team|role)|\brecords of\b|\binvolved in\b
    \bdecision (?:usually |normally )?made\b|\bcurrent (?:contract|supplier|system|setup|process|provider)\b|\bpresent supplier\b
""")
SITUATION_WEAK = cue(r"""
    目前|现在|平时|平常|一般|通常|多少|几[个台条家年人]|谁|流程|部门|系统|设备|供应商|怎么
    \b(?:how|who|which|when|what|where|do you|have you|is there|are there)\b
""")

# Neither of the four: appointments, signing, paper work, small talk, and pitches dressed as questions.
OTHER_STRONG = cue(r"""
    (?:您|你|咱们?)?(?:看)?(?:[今明后]天|周[一二三四五六日天]|下周|上午|下午|这周|晚上|中午|改天|什么时间|什么时候|哪天|
    &几点)[^，。?]{0,12}(?:方便|有空|有时间|合适|可以吗|行吗|过来|见|聊|拜访|碰|约|在不在|在公司|打电话)
    (?:方便|有空|有时间)(?:吗|不)|耽误您|占用您|(?:给|留|抽)(?:我)?[^，。?]{0,4}分钟|加(?:个|您|一下)?微信
    留(?:个|一下)(?:电话|联系|手机|邮箱)
    (?:发|寄|送)(?:到|给)?您[^，。?]{0,6}(?:邮箱|微信|资料|报价|样品|一份)?(?:行吗|可以吗|好吗|吧)|再给您打
    (?:今天|现在|咱|要不|那|先)[^，。?]{0,8}(?:签了|签约|签合同|签协议|定了|定下来|下单|成交|订了|拍板|合作吧)
    先把(?:协议|合同|单子|订单)|合同(?:我)?带来|发票|抬头|开票|邮箱|收货地址|名片|盖章|打款|账号|贵姓|怎么称呼|初次见面|自我介绍
    打扰|久仰
    老家|哪里人|吃(?:了|饭|过)(?:吗|没)|天气|降温|下雨|周末|放假|过年|旅游|爬山|钓鱼|打球|球赛|孩子|喝(?:茶|咖啡|水)|堵车|路上|气色
    瘦了|办公室(?:真|挺)|冷不?啊|身体|最近(?:忙|怎么样|好吗|还好)
    (?:有了|用(?:了)?|装(?:了)?|上(?:了)?|换(?:了)?|选(?:了)?)(?:我们|我司|咱们)(?:的|这|家|公司)
    我们(?:的|这)?[^，。?]{0,6}(?:平台|系统|方案|产品|设备|软件|服务|新款|机器)[^，。?]{0,14}(?:吗|知道|听说|怎么样|了解)
    (?:您|你)(?:知道|听说过?|了解)(?:过)?(?:我们|咱们|我司)|我(?:来)?给您(?:介绍|演示|讲|报|算)|要不要(?:我|看看|听听|试试|来)
    我(?:先)?(?:给您|帮您)|让我(?:来)?
    \b(?:are you free|available|does (?:\w+ )?(?:work|suit)|would (?:\w+ )?(?:suit|work) (?:you|for)|calendar|schedule (?:a|the|another)|
    &book a|quick (?:demo|call|chat)|(?:have|got|spare) (?:a (?:minute|moment|second)|\d+ minutes|five minutes|ten minutes)|
    &call you (?:back|tomorrow|on)|meet (?:on|next|again|up)|next week|drop by|come by|follow up)\b
    \b(?:shall we|shall i|should i|do we have a deal|have a deal|ready to (?:sign|order|go)|sign (?:today|now|here|it|the)|go ahead|
    &get started|move forward|place (?:the|an) order|when can we start|bring the contract|send the (?:invoice|contract|brochure|quote)|
    &get your email|your (?:email|card|number)|invoice|brochure|take (?:some )?notes|mind if i|may i (?:sit|come)|can i (?:get|have|send|
    &show|ask|bring|leave|call|offer))\b
    \b(?:the game|last night|your holiday|holidays?\?|weekend|weather|traffic|how are you(?: doing| today|\?)|how have you been|
    &nice (?:office|place|view|to)|by the way|good (?:morning|afternoon|evening)|coffee|lunch|kids|family|vacation|your trip)\b
    \bhow was your\b
    \bdid you know\b|\bhave you (?:seen|heard|tried|looked at|met) (?:our|the new|about our|of us|us)\b
    \b(?:do|did|have) you (?:know|heard?|tried?) (?:that )?(?:our|we)\b|\bwith our\b
    \bour (?:platform|solution|product|system|service|software|new|tool|dashboard|company)\b
    \blet me (?:tell|show|explain|introduce|walk you|give you|check)|\bcan i show you\b
    \bwould you like (?:to see|me to|a demo|to try|to hear)\b|\bwant me to\b|\binterested in (?:seeing|hearing|a demo|our)\b
    (?:^|[，。?!])\W*(?:好的?|那|行|要不|这样)?[，,]?(?:那)?我(?:先|就|再|把|给|来|带|发|下|后|明|周|今|们(?:先|就|再|把|给|来|下|
    &周))[^，。?]{0,24}(?:吧|行吗|可以吗|好吗|[?])
    茶|真香|衣服|字画|装修|新办公室|模板|电子版|格式|抄送|发票|(?:一|再)份|耽误|先走|不早了|留步
    \b(?:lovely|beautiful|smells|template|a copy|pdf|cc'?d?|parking|ring road|your (?:flight|journey|drive)|shall i|should i|may i|
    &could i (?:get|leave|have|send|show|bring|call)|i'll (?:come|be|send|call|bring|drop|see|get)|so i'll|i can (?:come|send|be|bring))\b
    手机(?:号)?(?:是)?多少|加您|坐坐|聚聚|一块儿?(?:吃|坐|聊)|定金|交个|那位是|是你们[^，。?]{0,3}(?:总|经理|主任)吧|不如您先
    先试试(?:吧|呗|[?])|叫上
    \byour (?:mobile|phone|number|email|card)\b|\btext you\b|\bdeposit\b|\bwas that your\b|\bjoin us\b|\bbook a call\b
    \bstill interested\b|\bdo you want (?:a|to (?:book|see|try|sign|hear))
    喜欢(?:打|看|喝|去|玩)|羽毛球|乒乓|爱好|就按这|按这个(?:签|定|来)|合同就
    \bbadminton\b|\bgolf\b|\bhobb(?:y|ies)\b|\bwechat\b|\bwhatsapp\b
    \bwould (?:monday|tuesday|wednesday|thursday|friday|\w+day|tomorrow|next \w+|\d+|ten|noon)[^?]{0,16}(?:work|suit|do)\b
    \bon those terms\b|\bdo you (?:play|follow|golf|fish|live)\b
    真热|真冷|好热|好冷|开车来
    \bhot out\b|\bcold out\b|\bdid you drive\b|\bis that (?:all right|ok|okay)\b|\bdo we sign\b|\bwe sign\b|\bask your name\b
""")
PITCH = cue(r"""
    我们(?:的|这|公司|家|是|有|能|可以|做|已经|专|在)|我司|本公司|咱们公司|我们[^，。?]{0,6}(?:平台|系统|方案|产品|设备)
    \b(?:our|we(?:'re|'ve|'ll| are| have| can| offer| do| help| provide| make)?)\b
""")
SUMMARY = cue(r"""
    照这|照此|这样下去|再这么|所以(?:说)?|也就是说|等于(?:说)?|换句话说|这么说|这样(?:算|说|一来)|照这么|这么算|算下来|一年下来
    一个月下来|那(?:一年|岂不|不就)|就是说
    ^\W*so\b|\bin other words\b|\bbasically\b|\bwhich means\b|\bthat means\b|\bmeaning\b|\bso over\b|\bi guess\b|\bsounds like\b
    \bat this rate\b|\bpresumably\b
""")
CONFIRM = cue(r"""
    (?:吧|对不|是吧|对吧|是不是|是这样吧)\W*$
    \b(?:right|isn't it|correct|no|eh|aren't you|don't you|i guess|i suppose|i imagine|presumably|must)\b\W*\??$|\bi imagine\b
    \bmust be\b
""")
