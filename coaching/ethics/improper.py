"""Word lists of what is never coached: bribes, counting prescriptions, spying, fixed prices, bent tenders, contempt.

From ethics, sections 2 and 5, with exceptions for the sales talk that looks alike. Data only."""

from coaching.ethics.words import (
    CLAUSE,
    CLIENT,
    COUNTING,
    DEMEANING,
    FIRM,
    HE,
    HIM,
    HIS,
    ONE_PERSON,
    PRICE_FIXING,
    RECEIVER,
    SENTENCE,
    SPYING,
    TENDER,
    VALUE_TO_PERSON,
    WordList,
)

_FIGHTING = (
    "(?:反|防|防范|禁止|打击|治理|杜绝|预防|整治|零)(?:商业)?(?:贿赂|行贿|回扣|带金销售)",
    "贿赂(?:风险|条款|法|罪|政策|培训|承诺书|案)",
    "anti-?(?:bribery|kickback|corruption)|bribe-free",
    "brib(?:ery|es) (?:act|law|laws|policy|policies|training|risks?|rules)",
)
_GIFT = (
    "(?:礼品|禮品|礼物|禮物|礼盒|贵重物品|手机(?![号卡端壳银])|手機(?![號卡端殼銀])|手表|手錶|名表|名牌包|包包|购物券|加油卡|"
    "油卡|超市卡|充值卡|代金券|金条|礼金|红酒|茶叶|月饼|特产)"
)
_A_FEW = "[一二两兩三四五六几幾\\d]+"
_MONEY = "(?:提成|回扣|辛苦费|辛苦費|好处费|奖励|返给)"

GUNNER = WordList(
    name="CK-GUNNER",
    rule="E-02",
    level="block",
    reply=VALUE_TO_PERSON,
    chinese=(
        "枪手|槍手|带金销售|帶金銷售",
        rf"每(?:开|開)?一?(?:支|盒|瓶|例|张处方){CLAUSE}{{0,8}}{_MONEY}",
        rf"每(?:开|開)?一?(?:支|盒|瓶|例|张处方)给(?:医生|主任|大夫){CLAUSE}{{0,3}}[\d一二三四五六七八九十几]+(?:块|元|百|千|个?点)",
        rf"(?:处方|处方量|开药量){CLAUSE}{{0,8}}(?:给|返|发|付){CLAUSE}{{0,6}}{_MONEY}",
        rf"多开(?:药|几支|几盒|处方){CLAUSE}{{0,8}}(?:{_MONEY}|有返|好处)",
    ),
    english=(
        r"pay(?:ing|s)? (?:the )?(?:doctors?|dr\.? [a-z]+|prescribers?) (?:per|for each|for every) "
        r"(?:pen|script|prescription|box)",
        r"per[-\s]?(?:pen|script|prescription) (?:fee|bonus|payment|reward)s?",
        r"(?:reward|bonus|fee) (?:to |for )?(?:the )?(?:doctors?|prescribers?) for prescribing",
    ),
    exceptions=("枪手(?:代写|代考|游戏|球)|阿森纳", *_FIGHTING),
    excuses=("refusal",),
)

BRIBE = WordList(
    name="CK-BRIBE",
    rule="E-01",
    level="block",
    reply=VALUE_TO_PERSON,
    chinese=(
        "回扣|好处费|好處費|辛苦费|辛苦費|茶水费|喝茶费|封口费|车马费|讲课费|講課費",
        "红包|紅包|购物卡|購物卡|礼品卡|禮品卡|旅游名额|旅遊名額|招待旅游|招待旅遊",
        "行贿|受贿|贿赂|行賄|受賄|賄賂|送礼(?![品物包盒券])|送禮(?![品物包盒券])|厚礼|重礼",
        "表示表示|意思一下(?!子)|(?<!若)干股(?![权东份])",
        rf"事成之[后後],?{CLAUSE}{{0,6}}(?:谢|謝|给|給|分|好处|好處|表示|意思|返|少不了)",
        "不会亏待[您你他她]|少不了[您你他她]的?(?:好处|那份)|有[您你他她]的(?:好处|一份)(?![是在])",
        "提成(?:给|給|打给|返给)(?:您|你(?!们)|他(?!们)|她(?!们)|个人)|[给給](?:您|你|他|她|个人)(?:一点|点|些)?提成",
        rf"[给給](?:您|你(?!们)|{ONE_PERSON})(?:个人|本人)?(?:一点|点|些|一些)好[处處](?![是在])",
        rf"[给給]{RECEIVER}(?:个人|个人的|本人)好[处處]|好[处處][给給](?:到)?(?:个人|本人)",
        "打点(?:一下|好)?(?:关系|上下|领导|采购|主任|院长|经理|科长|客户|他|她)",
        "(?:上下|花钱|花点钱|帮忙)打点|(?:得|要|去|先|提前)打点(?=$|[,。!?;]|一下|好)",
        f"返点{CLAUSE}{{0,8}}(?:个人|私人|私下|您本人|卡上|现金|采购员)|(?:个人|私人|私下|私底下){CLAUSE}{{0,6}}返点",
        rf"(?:打到|打进|转到|转进|汇到|打给)(?:您|你|他|她|主任|经理|采购)(?![们們]|的?(?:{FIRM}|对公))"
        rf"{CLAUSE}{{0,4}}(?:卡|账户|帐户|账上|微信|支付宝|户头)",
        rf"(?:给|給|送给?|塞给?|打给|带给?|包给?){RECEIVER}(?:个人|本人)?(?:一点|点|一些|些|一笔|几千|几万|\d+[万千]?[元块]?的?)?"
        "[现現]金(?![流折价價支付款结管采交方优返周券卡抵成收])",
        "(?:塞|送|封|包)(?:点|點|些|一笔|一点)?[现現]金(?![流折价券卡返抵])|[现現]金(?:塞给|送给|给到?|打给)(?:您|你|他|她|主任|经理|采购)",
        rf"(?:塞|递|遞|包|封|送|准备|準備){CLAUSE}{{0,5}}信封|[小厚]信封|鼓鼓的信封",
        rf"[给給]{RECEIVER}一?[个個]?信封",
        rf"(?<![一每整大小])(?:包|塞|封){_A_FEW}[百千万萬]?(?:块|元|塊)?[钱錢]?[给給]{RECEIVER}|[给給]{RECEIVER}(?:包|塞|封){_A_FEW}[百千万萬]",
        rf"[给給]{RECEIVER}个人{CLAUSE}{{0,4}}(?:[个個]?[点點]|钱|返)|报销{RECEIVER}{CLAUSE}{{0,4}}(?:私人|个人|家人|机票)",
        rf"信封{SENTENCE}{{0,6}}(?:放|装|裝|塞){CLAUSE}{{0,4}}(?:钱|錢|现金|現金|[\d一二两三四五六七八九十几]+[千万])",
        "私下(?:里|裡)?(?:给(?!我|咱|大家)|給(?!我)|送|塞|返(?![回馈])|打(?!招呼|[个個]招|电话|電話|听|聽|交道|量)|转(?![告达述发])|补(?!充)|付|"
        "分(?![析享歧开])|让利|承诺|答应|表示|安排好处|谈好处|结算)",
        rf"(?:送|带(?![动来货领])|帶(?![動來貨領])|拎|提着){CLAUSE}{{0,10}}(?:烟酒|煙酒|中华烟|茅台|五粮液)",
        rf"(?:送|带|帶|拎|提着?|备|准备|準備|给|給|买|買){CLAUSE}{{0,8}}(?:{_A_FEW}条(?:烟|煙|中华)|{_A_FEW}瓶(?:好?酒|白酒|红酒|五粮液|茅台))",
        rf"(?:送|塞|捎|寄)[给給]?{CLAUSE}{{0,4}}{ONE_PERSON}{CLAUSE}{{0,6}}{_GIFT}",
        rf"[给給替帮為为]{CLAUSE}{{0,4}}{ONE_PERSON}{CLAUSE}{{0,3}}(?:送|买|買|带|帶|捎|拎|备|准备|塞){CLAUSE}{{0,8}}{_GIFT}",
        rf"(?:送|买|買|带|帶|捎|拎|准备|塞){CLAUSE}{{0,8}}(?:{_GIFT}|心意)(?:过去|過去)?[给給]{CLAUSE}{{0,4}}{ONE_PERSON}",
        rf"(?:请|請|带|帶|陪|约|約|安排){RECEIVER}{CLAUSE}{{0,5}}(?:ktv|卡拉ok|夜总会|洗浴|桑拿|足浴|按摩(?![椅器仪床垫])|泡澡)",
        f"(?:晚上|一起){CLAUSE}{{0,4}}(?:去|上)(?:ktv|夜总会|洗浴|桑拿)",
        "(?:去|上)(?:ktv|夜总会|洗浴|桑拿|足浴)[^,。!?;\\n]{0,3}(?:唱|玩|放松|坐|聊|消费|泡|喝)",
        rf"(?:安排|请|請|带|帶|送){RECEIVER}(?:一家|全家|夫妻)?(?:去|出去|到){CLAUSE}{{0,4}}(?:旅游|旅遊|度假|玩(?!具))",
        rf"赞助(?:您|你(?!们)|{ONE_PERSON}|专家)(?!们?的?(?:{FIRM}|活动|会议|品牌|项目|协会|共识|论坛))",
        rf"[给給付发發]{ONE_PERSON}{CLAUSE}{{0,6}}(?:劳务费|勞務費|咨询费|顾问费)|(?:劳务费|勞務費)(?:打?给|發給|发给)(?:{ONE_PERSON}|您)",
    ),
    english=(
        "kickbacks?|gift (?:cards?|vouchers?)|under the table|off the books|back-?handers?|hush money|slush fund",
        r"brib(?:e|es|ed|ing|ery)|speaker(?:'s)? fees?|personal commissions?|facilitation payments?",
        rf"cash for {HIM}(?!'s)",
        rf"(?:slip|hand|give|pay|offer|pass|bring)(?:s|ping|ing|ed)? {HIM}(?!'s) (?:[a-z]+ ){{0,3}}(?:cash|money)"
        r"(?! (?:back|discount|flow|terms|price|off))",
        rf"(?:slip|hand|pass|give|leave|bring|slide)(?:s|ping|ing|ed)? {HIM}(?!'s) (?:[a-z]+ ){{0,3}}envelope",
        r"(?:brown|fat|thick|cash) envelopes?|envelopes? (?:with|of|full of|stuffed with) (?:the )?(?:cash|money)",
        r"sponsor(?:ing)? (?:your|his|her) (?:trip|travel|holiday|vacation|family|flight|conference)",
        rf"(?:free )?(?:trip|holiday|vacation|weekend away) for {HIM}(?!'s)",
        rf"(?:give|bring|send|buy|offer|get)(?:s|ing)? {HIM}(?!'s) (?:[a-z]+ ){{0,3}}"
        r"(?:gifts?|presents?|watch|iphone|phone|hamper|bottle of (?:wine|whisky|champagne))(?! (?:number|line|system|call))",
        rf"bottles? of (?:wine|whisky|whiskey|champagne|brandy) for {HIM}(?!'s)",
        r"(?:pay|give|cash|money|something) (?:[a-z]+ ){0,3}on the side",
        rf"(?:pay for|take care of|cover) {HIS} (?:vacation|holiday|trip|travel|flight|rent|school fees)",
        rf"(?:gifts?|presents?|a little something) for {HIM}(?!'s)(?! (?:company|firm|team|office))",
        rf"(?:commission|cut|percentage|bonus) (?:for|to) {HIM}(?!'s)(?! (?:company|firm|team|dealers|agents))",
        r"make it worth (?:your|his|her) while|grease (?:his|her|their|some|a few) palms?",
        r"rebates? (?:[a-z]+ ){0,3}(?:personally|in cash|to (?:his|her|your) (?:own|personal|private))",
        r"(?:into|to) (?:your|his|her) (?:own|personal|private) (?:account|pocket|card)",
    ),
    exceptions=(
        *_FIGHTING,
        "回扣(?:款|除|减|減|税|稅|分|掉|留|押|缴)",
        "红包(?:雨|活动|封面|补贴|券|优惠|功能|系统|接口|营销|裂变|玩法|模板)",
        "(?:平台|消费者?|会员|用户|拼手气|双11|双十一|拜年|开工|员工|促销|优惠|新人|下单)红包",
        "(?:购物卡|礼品卡)(?:系统|业务|平台|发行|核销|支付|团购|市场|客户|产品|储值|渠道|余额)",
        "(?:做|卖|销售|发行|经营)(?:购物卡|礼品卡)",
        "送礼(?:场景|市场|需求|人群|季|用户|场合|佳品|酒|装|款|消费|送健康|首选|的多|的人|的客)",
        f"(?:节日|走亲|消费者|自饮和|用来|商务|赠|满|满额|下单|到店|开业|扫码|充值|办卡|入网|买{CLAUSE}{{0,4}})送礼",
        f"什么意思一下|(?:价|降|让|优惠|折扣|便宜){CLAUSE}{{0,6}}意思一下",
        "(?:送|发|运|配|到)货[^,。!?;\\n]{0,6}(?:茅台|烟酒)",
        "(?:茅台|烟酒)(?:集团|股份|酒厂|镇|厂|公司|学院|机场|店|行业|渠道|客户|专卖|市场|经销|批发|连锁|专营|门店)",
        f"(?:标书|投标|密封|印刷|盖章|邮寄|快递|样品|报价|文件|合同){CLAUSE}{{0,4}}信封|信封(?:密封|印刷|厂|盖章|袋)",
        f"(?:送|带|给|寄|买){CLAUSE}{{0,18}}(?:样品|样机|试用|测试|演示|品鉴)",
        f"(?:退款|退费|赔款|货款|理赔|保证金){CLAUSE}{{0,4}}(?:打到|转到|汇到|打给){CLAUSE}{{0,8}}",
        # Value to the firm, in the open (ethics, section 5).
        f"(?:返点|讲课费|講課費|劳务费|赞助|返利)(?={SENTENCE}{{0,24}}(?:合同|发票|公司账户|公司帐户|对公|备案|协议|公司流程|合规|医学部))",
        f"(?:合同|发票|公司账户|公司帐户|对公|备案|协议|公司流程|合规){SENTENCE}{{0,24}}(?:返点|讲课费|講課費|劳务费|赞助{CLAUSE}{{0,4}}|返利)",
        r"(?:rebates?|speaker(?:'s)? fees?)[^.!?\n]{0,50}(?:contract|invoice|company account|compliance|policy|approved)",
        r"(?:contract|invoice|company account|compliance|policy|approved)[^.!?\n]{0,50}(?:rebates?|speaker(?:'s)? fees?)",
        r"gift (?:cards?|vouchers?) (?:system|platform|business|processing|solution|sales|module|redemption|provider|balance|"
        r"market|programmes?|programs?|customers?|product|range)",
        r"(?:sells?|selling|issues?|our|their|customers'?|consumer|employee|loyalty) gift (?:cards?|vouchers?)",
        r"(?:cables?|sockets?|outlets?|wires?|trays?|mounted|screens?|power)[^.!?\n]{0,15} under the table",
        r"kickback (?:brake|protection|guard|angle)",
    ),
    excuses=("refusal",),
)

COUNT = WordList(
    name="CK-COUNT",
    rule="E-03",
    level="block",
    reply=COUNTING,
    chinese=(
        # 系统方案, 传统方法 and their like contain 统方.
        "(?<![系传傳总總血笼籠])统方(?![案面式法向位便程阵圆形块言针])|(?<![系傳總])統方(?![案面式法向位便程])",
        "处方量|處方量|开药数|開藥數|开药量|開藥量|开方量|处方数(?![字据])|处方统计|统计处方",
        "(?:医生|醫生|大夫|主任)(?:每月|一个月|每周|上个月|平均)?[开開]了?多少(?:支|盒|瓶|张|药|藥|处方)",
        "按医生(?:统计|排|列|分)|医生用药(?:统计|排名|数据)",
    ),
    english=(
        r"(?:count|counts|counting|track|tracking|tally) (?:of )?(?:[a-z']+ ){0,3}prescriptions",
        r"prescriptions? (?:counts?|volumes?|numbers|figures|data|statistics|totals?)",
        r"prescriptions? (?:per|by) (?:doctor|physician|prescriber)",
        r"how (?:many|much) (?:[a-z]+ ){0,3}(?:prescriptions?|scripts?|pens|boxes) (?:does|did|do|has) "
        r"(?:each |every |the )?(?:doctor|dr|physician|prescriber|he|she)",
        r"how (?:many|much) (?:does|did) (?:dr\.? [a-z]+|the doctor|each doctor|every doctor|he|she) prescribe",
    ),
    exceptions=("防统方|反统方|电子处方|处方流转",),
    excuses=("refusal",),
)

SPY = WordList(
    name="CK-SPY",
    rule="E-04",
    level="block",
    reply=SPYING,
    chinese=(
        "卧底|臥底|偷拍|偷录|偷錄|窃听|竊聽|商业间谍|商業間諜|间谍法|内鬼|內鬼",
        f"(?:派|安排|让|找){CLAUSE}{{0,8}}[潜潛]伏|[潜潛]伏(?:进|進|到|在)(?:对手|竞品|他们|对方|客户)",
        "(?<![一这那整几两全每成配该此])套(?:他|她|客户|对方|对手|主任|前台|秘书|司机)(?:们)?(?:的|几句|点)?话(?![术题费筒机务])",
        f"(?:去|向|找|跟|从|想|能){CLAUSE}{{0,8}}套话|套话(?=$|[,。!?;])",
        f"(?:偷看|偷拿|偷来|偷到|偷(?=对手|竞品|他们|别家|客户)|[窃竊]取|盗取){CLAUSE}{{0,8}}(?:标书|报价|底价|资料|图纸|文件|名单|数据|合同|配方)",
        f"(?:搞到|弄到|弄来|套出|想办法拿到|买到){CLAUSE}{{0,3}}(?:对手|竞品|竞争对手|别家|友商|他们|那家){CLAUSE}{{0,8}}"
        "(?:底价|内部|机密|标书|报价单|客户名单|图纸|配方)",
        "(?:假装|假裝|假扮|冒充|装成|扮成)(?:是|成)?(?:客户|客戶|买家|顾客|采购|学生|记者|应聘|供应商)",
    ),
    english=(
        r"spy(?:ing)? on|undercover",
        r"(?:send|hire|plant|place|use|have) (?:an? |our )?(?:spy|mole|informer|insider)",
        r"(?:secretly|covertly|quietly) (?:record|film|photograph|tape|copy|photo)(?:s|ed|ing)?",
        r"(?:pretend(?:ing|s)? to be|pos(?:e|es|ing) as) (?:an? )?(?:customer|buyer|client|student|journalist|supplier|applicant)",
        r"steal(?:ing|s)? (?:their|his|her|the (?:rival|competitor|client)'s?)[^,.!?\n]{0,20}"
        r"(?:list|prices?|quote|drawings?|data|documents?|files?|plans?)",
        r"(?:get|lay|put) (?:our |my |your )?hands on (?:their|the (?:rival|competitor)(?:'s)?)[^,.!?\n]{0,20}"
        r"(?:confidential|internal|price|quote|bid|tender|drawings?)",
    ),
    exceptions=(
        "(?:防|反|禁止|抓|查|揪|防止)(?:偷拍|偷录|窃听|内鬼|间谍|商业间谍)|偷拍(?:检测|探测)",
        f"(?:防|防止|避免|识别|有人|怕|被){CLAUSE}{{0,6}}(?:冒充|窃取|盗取|偷看|偷拿){CLAUSE}{{0,8}}",
        "套话术|[一这那整几两全每成配]套话|(?:空话|官话|客|场面话)套话|(?:说|讲|写|一堆|全是|都是|少|太多|满口)(?:些|点|的)?套话",
    ),
    excuses=("refusal",),
)

_DEALERS = "(?:经销商|經銷商|代理商|分销商|零售商|批发商|渠道|门店|下游|加盟商?|终端|二批)"
_MUST_NOT = "(?:不准|不许|不得|不能|不可以|严禁|禁止)"
_COLLEAGUES = "(?:竞争对手|对手|對手|同行|友商|竞品|另外几家)"
PRICES = WordList(
    name="CK-PRICE-FIXING",
    rule="E-13",
    level="block",
    reply=PRICE_FIXING,
    chinese=(
        "(?:统一|統一|固定|锁定|最低)(?:的)?(?:终端|全国)?(?:零售|转售|轉售|批发)[价價]",
        rf"{_DEALERS}{SENTENCE}{{0,14}}{_MUST_NOT}{SENTENCE}{{0,8}}(?:降价|打折|低价)",
        rf"{_DEALERS}{SENTENCE}{{0,14}}{_MUST_NOT}{SENTENCE}{{0,8}}低于{CLAUSE}{{0,6}}(?:元|块|折|价)",
        rf"(?:零售|转售|轉售|终端|出货)[价價]格?{CLAUSE}{{0,6}}{_MUST_NOT}(?:低于|低於|打折|降价)",
        f"(?:砸价|砸價|低价卖|低价出货|窜货|竄貨|串货|乱价){SENTENCE}{{0,8}}(?:罚|罰|断供|停货|取消返利|扣返利|扣保证金|停供)",
        "(?:严禁|不准|禁止)(?:窜货|竄貨|串货|跨区)|控价(?:协议|条款|罚款)|价格(?:同盟|联盟)|瓜分市场",
        rf"[跟和与同找]{_COLLEAGUES}{SENTENCE}{{0,10}}(?:统一|商量|约好|谈好|联手|协商|串通){SENTENCE}{{0,6}}(?:价|價|涨|漲)",
        rf"[跟和与同]{_COLLEAGUES}{SENTENCE}{{0,8}}(?:一起(?:涨|抬|提|定)|划分市场|分割市场)",
        "串通(?:涨价|抬价|定价|报价)|联手(?:涨价|抬价)|(?:大家|几家|各家)一起(?:涨价|抬价)",
    ),
    english=(
        r"(?:fix|fixing|fixed|impose|dictate) (?:a |the |their |its )?(?:minimum )?(?:resale|retail) prices?",
        r"minimum resale prices?|resale price maintenance|price[-\s]fixing",
        r"(?:dealers?|distributors?|resellers?|retailers?) (?:[a-z]+ ){0,3}"
        r"(?:must not|may not|cannot|can't|not allowed to|not|never) (?:sell|go|price|discount|resell)(?: it| them)? "
        r"(?:below|under|cheaper)",
        r"(?:forbid|stop|punish|fine|ban)(?:s|ding|ping|ing)? (?:the |any |our )?(?:dealers?|distributors?|resellers?|retailers?) "
        r"(?:from|for|who|if)[^.!?\n]{0,20}(?:discount|below|cheaper|lower prices?|undercut|territor)",
        r"(?:agree|align|coordinate|discuss)(?:s|ing)? (?:on )?(?:our |the )?prices? with (?:the |our |other )?(?:competitors?|rivals?)",
        r"(?:carve|divide|split)(?:s|ing)? (?:up )?the market (?:with|between)",
    ),
    exceptions=(
        "(?:建议|参考|指导)(?:的)?(?:统一|全国|最低)?零售价",
        r"(?:anti|illegal|unlawful|against)[-\s]price[-\s]fixing|price[-\s]fixing (?:law|laws|rules|case|risk)",
    ),
    excuses=("refusal",),
)

_JURY = "(?:评委|評委|评标专家|评标委员|评审专家)"
_BID_PAPER = "(?:招标参数|招标文件|标书|评分标准|技术参数|招标要求)"
TENDERS = WordList(
    name="CK-TENDER",
    rule="E-22",
    level="block",
    reply=TENDER,
    chinese=(
        # 范围标准, 字符串标识 and 受控标准 contain the words.
        "(?<![范範周外包氛])[围圍][标標](?![准準志誌记記注註签簽识識题題牌])|(?<![符字数位])串[标標](?![签簽识識准準志记题])",
        "陪标|陪標|串通投标|定向参数|定向參數|(?<![受管监可质品风把])控标(?![准志识签的题记定注杆牌])",
        rf"(?:搞定|买通|打点|疏通|公关|收买|打(?:个|個)?招呼){CLAUSE}{{0,6}}{_JURY}",
        rf"(?:私下|私底下|提前|悄悄)(?:找|约|约见|见|接触|联系|聯絡|沟通|拜访){CLAUSE}{{0,6}}{_JURY}",
        rf"{_JURY}{CLAUSE}{{0,8}}(?:打[个個]?招呼|打点|搞定|公关|疏通|买通|自己人|私下|私底下)",
        rf"{_BID_PAPER}{CLAUSE}{{0,10}}(?:量身|只有我们|只有咱们|排除对手|排除别家)",
        "(?:参数|规格|要求)[^,。!?;\\n]{0,10}(?:只有我们能|只有咱们能|把(?:对手|别家|竞品)(?:排除|卡)|排除(?:对手|竞品)|卡死(?:对手|别家))",
        rf"{_BID_PAPER}(?:里|裡)?(?:的参数)?{CLAUSE}{{0,4}}[帮幫替](?:他|她|我|客户|主任|甲方){CLAUSE}{{0,3}}(?:写|寫|定|改)",
        "标书里的参数[你您]?帮我写",
        f"[帮幫替](?:他|她|客户|主任|甲方){CLAUSE}{{0,2}}(?:写|寫|定|改)(?:标书|招标文件|招标参数)",
        f"(?:打听|泄露|透露|套|拿到|要到|问到){CLAUSE}{{0,4}}标底",
    ),
    english=(
        r"bid[-\s]rigging|rig(?:s|ged|ging)? the (?:bid|tender)|cover bids?|collu(?:de|des|ding|sion)",
        r"(?:tailor|write|adjust|shape|bend)(?:s|ing)? the (?:tender|bid|specs?|specifications?|criteria|parameters)"
        r"[^.!?\n]{0,30}(?:only we|in our favou?r|to us|exclude|for us)",
        r"write (?:the )?(?:parameters|specifications?|criteria) (?:of|for|in) (?:the |their )?tender",
        r"(?:meet|call|contact|approach|influence|pay|win over)(?:s|ing)? (?:the |an |one of the )?"
        r"(?:evaluators?|bid committee|tender committee|jury)[^.!?\n]{0,20}(?:privately|in private|quietly|before|secretly|alone)",
        r"(?:secret|private|quiet) (?:contact|talk|chat|meeting) with (?:the |an )?(?:evaluators?|bid committee|tender committee)",
        r"(?:leak|leaks|leaked|tell us|get us) the (?:reserve price|rival bids|other bids|sealed bids?)",
    ),
    exceptions=(
        "(?:防|反|禁止|防止|打击|涉嫌|严查|查处)(?:围标|串标|陪标)|围标串标(?:风险|处罚|认定|查处|案)",
        r"bid[-\s]rigging (?:law|rules|case|risk)",
    ),
    excuses=("refusal",),
)

DEMEAN = WordList(
    name="CK-DEMEAN",
    rule="E-17",
    level="block",
    reply=DEMEANING,
    chinese=(
        "笨蛋|蠢货|蠢蛋|蠢貨|傻逼|傻b|傻x|傻子(?!都)|傻帽|傻乎乎|人傻钱多|人傻錢多|脑残|腦殘|弱智|白痴|白癡",
        "土包子|乡巴佬|鄉巴佬|土老帽|死胖子|老不死|娘们|娘炮|红五类|美人计|神经病(?![学变理科性症痛医院灶人])",
        "(?<!不)(?<!不太)(?<!没那么)(?:好骗|好騙|好忽悠|好糊弄)(?![子术])",
        rf"{CLIENT}傻(?![瓜眼等])",
        rf"{CLIENT}{CLAUSE}{{0,4}}(?:是|很|太|真|挺|有点|特别|这么){CLAUSE}{{0,2}}[傻蠢](?!瓜式|眼)",
        f"{CLIENT}{CLAUSE}{{0,4}}就?是(?:个|台|辆|那种)?拖拉机|大奔{SENTENCE}{{0,6}}拖拉机",
        "傻瓜(?!式|相机|相機|化|操作|机|级|都会|包)",
        f"(?:派|找|带|安排|用|让){CLAUSE}{{0,6}}(?:美女|漂亮的?[女小]{CLAUSE}{{0,3}}){CLAUSE}{{0,6}}(?:去|来|陪|谈|搞定|公关|攻|接待|拿下)",
    ),
    english=(
        r"idiots?|morons?|suckers?|bimbos?|dumbass|imbeciles?|country bumpkins?|easy to (?:fool|trick|cheat)",
        rf"(?:{HE}|the (?:client|customer)) ?(?:is|was|'s|seems|looks|must be) (?:so |really |too |pretty |a bit |just )?"
        r"(?:stupid|dumb|a fool|slow-witted|gullible)",
        r"(?:stupid|dumb|foolish|silly|fat|ugly) "
        r"(?:client|customer|buyer|guy|man|woman|manager|girl|old man|people|peasant|farmer)s?",
        r"(?:pretty|attractive|sexy|good-looking) (?:girls?|wom[ae]n|lady|ladies)[^.!?\n]{0,25}(?:visit|meet|close|charm|entertain|send)",
        r"(?:send|bring|take|use) (?:along )?(?:a |the |some )?(?:pretty|attractive|sexy|good-looking) (?:girls?|wom[ae]n|lady|ladies)",
    ),
    exceptions=("sucker rods?",),
)

IMPROPER = (GUNNER, BRIBE, COUNT, SPY, PRICES, TENDERS, DEMEAN)
