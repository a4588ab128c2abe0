"""Cue words of a pitch: feature, advantage, benefit, evidence, and what is none of them. Patterns over comparable text.

Each part has strong cues, which nearly decide, and weak ones, which lean."""

from coaching.reading.patterns import cue

FEATURE_STRONG = cue(r"""
    采用|搭载|配备|配了|内置|自带|标配|支持|兼容|包含|涵盖|集成|由.{1,12}(?:组成|构成)|(?:用的|做的|装的)是
    带(?:有|了)?(?:一个|双|两|自动|离线|防|\d)|装有|装了|设有|设了|共有|分为|分成|具备|拥有|材质|尺寸|容量|功率|规格|参数|型号|配置
    模块|接口|芯片|传感器|压缩机|铜管|底盘|镜头|电池|主机|摄像头|天线|探头|引擎|算法|平台是|系统是
    每(?:隔)?[\d一二三四五六七八九十百]{1,9}(?:秒|分钟|小时|天)|一周(?:打)?一
    \d+(?:\.\d+)?\s?(?:毫米|厘米|公斤|千克|千瓦|毫安|英寸|像素|平米|平的|立方|mm|cm|kg|kw|gb|mah)|24小时|七乘二十四
    (?:由|派)[^，。]{0,8}(?:专属|专人|经理|工程师)|一体(?:化|成型|冲压)|预充|双(?:路|卡|币|频|核)|全(?:变频|自动|封闭|金属)
    可(?:拆|调|选|扩展|折叠)|质保[一二三四五六七八九十\d]|额度|循环用|唯一的编号|包膜
    有[\d一二三四五六七八九十百千]{1,9}(?:个|家|台|种|条|名|层|道)(?!客户|企业|医院|学校|用户|厂)
    \b(?:has|have|had|comes? with|came with|equipped|built[- ]in|built (?:from|of|around|on|into)|includ(?:es?|ing)|features?|made (?:of|
    &from|with)|runs? on|consists?|supports?|integrat\w+|fitted with|contains?|consisting|tied to|linked to|connected to|powered by|
    &based on|stored|staffed|covers?|ships with|weighs?|holds \d+|measures \d+|comes as|packed in|sits (?:on|in)|printed|coated|
    &designed (?:with|as)|is (?:a|an) (?!lot|third|fraction|good|big|reference|great)|are (?:a|an) |it's (?:a|an) (?!lot|third|fraction|
    &proven))\b
    \b(?:sensors?|camera|battery|compressor|warranty|module|modular|interface|api|chip|engine|dashboard|app|software|hardware|platform|
    &frame|steel|aluminium|aluminum|alloy|lithium|bluetooth|gps|4g|5g|wi-?fi|cloud|encrypt\w*|algorithm|tool-free|prefilled|dual|headset|
    &licen[cs]e|bays?|antennas?|weighbridge|qr code|vision|once-weekly|hot-swap)\b
    \b\d+(?:\.\d+)?[- ]?(?:mm|cm|kg|kw|gb|mah|watts?|inch(?:es)?|litres?|liters?|megapixels?|bays?|ports?|layers?|tonnes?)\b
    \bevery \d+ (?:seconds|minutes|hours)|\bround the clock\b|\b24/7\b
    走的是|同款|(?:按|用)(?:天|月|量|次|流量|小时)计|两班倒|三班倒|档位|可以(?:升降|调节|折叠|拆|扩容|随时停)|升降|锁芯|颗粒|缓释
    粉末|墨仓|红外|看板|屏幕|(?:在|放在)?一张图|液晶|钢板|不锈钢|铝合金|防水|防火|加密|云端|扫码|蓝牙|定位|雷达|无人机|机器人
    一共[\d一二两三四五六七八九十]{1,9}个|夜里(?:也)?有人|值守|每[\u4e00-\u9fff]{1,3}(?:巡|测|拍|检|更新|同步|推送|备份|出一份)
    本地(?:有|仓|团队)|驻场|备件库|[\d一二两三四五六七八九十]{1,9}(?:个)?网点
    \b(?:adjusts?|patrols?|carr(?:y|ies) (?:a|an|two)|gas lift|slow-release|granules?|by the day|pay as|per use|infrared|cylinder|fits in|
    &live board|screen|touch ?screen|waterproof|stainless|encrypted|there's a|there is a|there are|we have (?:people|a|an|two|three|four|
    &\d+)|on the phones|local (?:team|depot|warehouse|stock)|on-site|spare parts (?:depot|store)|steps?|modes?|layers?|calculated)\b
    跟[^，。]{1,10}(?:打通|联网|对接|连着)|自动跟|打通的|每季度|上门巡检|五层|[一二三四五六两]层|防潮|双压缩机
    \bis linked to\b|\bchecks itself\b|\b\w+-ply\b|\bvisit every\b|\bbarrier\b
""")
FEATURE_WEAK = cue(r"""
    我们(?:的|这|家|公司|在|有|是|用|给|提供|做|派|每)|这(?:款|台|套|个|张|种|支|把|辆|项|份)|系统|平台|产品|设备|方案|服务|功能
    料里
    \b(?:we|our|it|this|the (?:system|platform|plan|product|unit|device|machine|pen|service|package|model))\b
    后台|客服|份保单|主要是|里面(?:有|是)|外壳|内部
    ^\W*(?:the|our|each|every|a|an) (?:\w+ ){1,2}(?:\w+s|is|are|has|can)\b
""")
ADVANTAGE_STRONG = cue(r"""
    比[^，。]{1,14}(?:快|省|准|轻|薄|好|强|高|低|少|多|短|长|稳|安全|方便|便宜|耐|早|大|小|静)
    (?:跟|和|与|同)[^，。]{1,12}(?:比|相比)|相比|比起|不像|而不是
    (?:传统|普通|常规|一般|老式|旧)(?:的|电|款|型|系统|做法|设备|方案|软件|锁|机|产品|办法)
    别(?:家|人)[^，。]{0,10}(?:要|得|只|都|才|是|没|发|就)|市(?:面|场)上|同行(?:都|一般|要|是)|人家(?:要|得)
    老(?:型号|办法|方法|设备|款|系统)|以前(?:要|得|您|是|都|的)|原来(?:要|得|是)|过去(?:要|得)|手工(?:录|要|得|做)
    人工(?:报|录|要|得|再)?[^，。]{0,6}(?:要|得|快)
    更(?:快|省|准|轻|薄|好|强|高|低|少|长|稳|安全|方便|便宜|耐用|早|灵活|精准|直观|可靠|简单)
    (?:快|省|少|多|高|低|轻|长)(?:了)?(?:[\d一二两三四五六七八九十百]{1,9}(?:倍|成|个百分点|%|半|步|针|天|小时|分钟)|一半|一倍|近半)
    [\d一二两三四五六七八九十]{1,9}倍|从[^，。]{1,10}(?:减|降|缩短|压|变)(?:到|至|成)|(?:只|仅)(?:要|需|用)
    一(?:个人|秒|键|次|步|分钟)(?:就)?(?:能|行|搞定|完成)?|照样|照常|同样(?:的)?|也能用|也不(?:会)?(?:漏|断|丢|掉|卡|停)
    不(?:会|用|需要|必|怕|受)(?!您|熬夜)|自动(?:补|标|识别|对|算|生成|提醒|切换|报警|归档)|系统自己|没有(?:焊点|延迟|误差|死角)
    (?:一断|一停|一没)[^，。]{0,6}就|瘫|摆设|开裂|无需|免去|省去|误差(?:只|不到|小)|损失只|损耗只|当天(?:就)?到
    \b(?:than|unlike|instead of|rather than|whereas|compared (?:to|with)|versus|vs\.?|as opposed to|in contrast|while (?:most|other|
    &ordinary|others|the usual)|where (?:others|most|a normal|a paper|today's|a standard)|no need (?:to|for)|without (?:having|any|the|a|
    &needing)|only takes?|takes? (?:only|just|one|two|three|five|ten|\d+)|(?:faster|quicker|cheaper|lighter|safer|stronger|longer|smaller|
    &easier|sooner|quieter|thinner|fewer|less|more accurate\w*|more reliable))\b
    \b(?:ordinary|conventional|traditional|the usual|the old|older|standard (?:ones|racks|models|locks|systems)|normal (?:phones?|ones|
    &systems?)|most (?:\w+ ){0,2}(?:only|need|take|have|don't|can't|still|use|answer|let|require)|others? (?:need|take|only|can't|let|
    &require|have)|competing|paper (?:slips?|chart)|manual(?:ly)?|by hand|used to (?:take|need)|which (?:a|an|the) [^,.]* can't|can't do|
    &doesn't (?:need|require|drop|lose|miss|wear|jam|stop)|even (?:when|if|without)|still works?|keeps? working|times (?:faster|quicker|as|
    &less|more)|twice (?:as|the)|half the|\d+ ?% (?:less|more|faster|fewer|lower|higher)|in one place|at once|drops? out|weeks before|
    &holds? where|one (?:bill|person|number|place|scan))\b
    那种|市(?:场)?面上|(?:现在|目前|眼下)(?:这些|的|您|都)?[^，。]{0,10}(?:要|得|只能|靠|散在|全靠|还要)
    (?:固定|普通|粉|年保|人巡|硒鼓|纸质|进口|国产|手工|自建|第三方)[^，。]{0,8}(?:只能|要|得|就|也|都|会)
    (?:只能|才能|得半天|要半天|要(?:两|三|好几|半|几)个?(?:小时|天|人|次|趟))
    (?:[\d一二两三四五六七八九十百千万]{1,9}(?:分钟|小时|天|张|次|年|个月))(?:就|才)
    能(?:留住|扛|撑|用|保持|达到|做到|跑|管)[\d一二两三四五六七八九十]|挥发|摸黑|容易(?:漏|坏|断|错|掉)|晚上[^，。]{0,4}就下班
    不可能|做不到|没有这个|独一份|头一家|省电|静音|不伤|不占
    \b(?:right now|today|at present|currently|as it is) (?:those|they|these|it|that|you|the \w+)
    \b(?:a|the) (?:fixed|normal|regular|person|human|paper|cartridge|annual|cheap\w*|shop-grade|generic|rival) \w*|\bothers\b
    \bthe \w+-grade ones\b|\b(?:give|gives) (?:up|in)\b|\bkeeps? (?:charging|\d+)|\bloses? (?:half|a third|\d+)
    \bmiss(?:es)? things\b|\bgoes on for\b|\bit takes (?:only |just )?\w+ (?:seconds?|minutes?|hours?|days?) (?:to|instead)
    \bfits? (?:everybody|all|maybe)|\bholds? (?:up|on|out)\b|\bnever (?:drops|stops|fails|freezes|loses)\b
    \bone (?:of a kind|of the few)\b|\bclose at\b|\bonly (?:a third|half|the|one|two)\b
""")
BENEFIT_STRONG = cue(r"""
    对(?:您|你|贵|咱)[^，。]{0,6}(?:来说|而言|意味)|(?:这样|那|这么一来|等于|让|帮|保证|省得|免得|使)[^，。]{0,2}(?:您|你|贵司|咱)
    (?:您|你|贵司|咱们?)(?:就|也|便|只|再也|以后|的)?(?:就|也|再)?(?:能|可以|不用|不必|省|少|多|不会|不再|放心|安心|赚|拿|提前|早)
    (?:您|你|贵司|贵院|贵厂|咱们)(?:的|这边|那边|家|科里|店里|厂里|班组|团队|财务|司机|工人|护士|员工|客户|利润|成本|业绩|网点|库存|库|
    &收率|老板|领导)[^，。]{0,16}(?:少|多|省|降|升|提|下来|回来|腾|不用|能|不会|放心|轻松|早|好)
    您一年|您每(?:年|月|天|吨|台|单)|(?:您|你)(?:说|提到|刚才|最关心|要的|担心|头疼)[^，。]{0,20}(?:就|能|不|少|降|解决)
    (?:一年|一个月|每年|每月|全年|一季|旺季)(?:下来|能|就|可以|大概|光)?[^，。]{0,10}(?:省|赚|多|少|腾出|下来)[^，。]{0,8}
    省下?(?:来)?(?:小|近|大概|约)?[\d一二两三四五六七八九十百]{1,9}(?:来)?(?:万|块|元|千|个人|个小时|小时)|利息[^，。]{0,6}少出
    (?:不用|不必)(?:再)?(?:熬夜|加班|吵|扯皮|跑上跑下|半夜|手写|操心|担心|求人|天天)|早下班|准时下班|回头客|口碑(?:好|会)
    退换(?:货)?(?:少|会)|投诉(?:就|会|不会|少|自然|下)[^，。]{0,8}|停工(?:也)?(?:就)?(?:少|降)|不会再堆到您|放心(?:卖|用|睡)|踏实
    底气|好交差|有面子|收率[^，。]{0,6}(?:提|回)|多(?:卖|赚|接|签|收)
    \b(?:for you|that means|which means|this means|meaning|so (?:that )?(?:you|your)|you (?:can|could|will|won't|get|save|gain|keep|
    &no longer|don't have to|stop|avoid|never|earn|cut|lose less|spend less|sleep|know|plan)|you'll|you won't|you'd (?:save|get|have|cut)|
    &lets you|let you|helps you|gives you|saves you|frees (?:up )?your|keeps your|cuts? your|cut your|protects? your|puts you|buys you|
    &your (?:\w+ ){0,3}(?:can|will|won't|get|gets|go|goes|stop|stops|save|saves|drop|drops|ought|should|spend|keep|keeps|sort|stay|stays|
    &sleep|isn't|aren't|fall|falls|rise|rises|pay|pays|reorder|ship|ships))\b
    \b(?:should|ought to|would) (?:cut|drop|save|reduce|lift|raise|free|bring)\b|\bback in your\b
    \b(?:a year|a month|per year|a week) (?:back|saved|less)|\bget (?:your|a day|an hour|two days|half a day) [^.]{0,20}back\b
    \bgo home on time|\bpeace of mind|\bno more (?:overtime|arguments|calls|chasing|late)
    \bfewer (?:complaints|arguments|idle|returns|calls|disputes)|\bpays? for itself
    \byour (?:bonus|budget|margin|profit|cost|costs|weekend|fridays|evenings)\b|\bkeep the (?:early|discount|customer)
    \bsettlement disputes\b
    (?:老师|护士|司机|工人|员工|农户|养户|家长|学生|患者|病人|业主|住户|客户|师傅|会计|店员|店长|采购|财务|班组|维修|销售|一线|同事|
    &大家)(?:们|们也|也|就|再也|那边)?(?:就)?(?:不用|不必|能|可以|少|不会|回来|轻松|看到|愿意|高兴|满意|放心|早|省)[^，。]{0,12}
    (?:人工|电费|油费|运费|保费|利息|工资|成本|损失|罚款|话费|水费|差旅)[^，。]{0,10}(?:下来|省|少|降|回来|不用|抵|平)|够买|值回
    回本|一年(?:人工|光|就|能|少|多|下来)|减到两个|报上去|好看|张口就|腾出|爬起来|自然(?:回来|就|少|会)|抢在|多订|抓住
    \b(?:you (?:walk|go|come|sit|have (?:one|a|less|fewer|more|the)|run|ship|sell|see your|make|end)|you could|it won't be you|
    &stays with you|(?:parents|patients|drivers|nurses|teachers|customers|farmers|guests|tenants|staff|workers|clerks) (?:notice|see|stop|
    &come|get|save|can|will|won't|stay|ask|go|trust)|paid for itself|pays back|complaint less|come back to you|no more \w+|stops? over|
    &with two people|next order|money stays|your (?:farmers|parents|patients|drivers|customers|guests|tenants|teachers|nurses|clerks|people|
    &team|night|morning)|win back|in hand|in your pocket)\b
    以您的(?:数|人数|账|实际)为准|先按[^，。]{1,16}估
    ^\W*您(?:的|在|一)?(?!看|可以(?:问|看|查)|要是|自己|不信)[^，。]{0,10}(?:叫得到|拿到|少|省|不|能|就|当天|当月|对得上|有数|心里)
    \bat an estimated\b|\bcorrect me if\b|^\W*you(?:'re)? (?:spared|stop|reach|know|get your|keep)
    ^\W*your (?:\w+ ){0,3}(?:don't|doesn't|have|leave|tally|come)
""")
BENEFIT_WEAK = cue(r"""
    (?:您|你|贵|咱)(?!看|觉得|可以(?:问|看|查|测|翻|试|打)|自己|要是|不信|放心吧|法务|先|说|要不|尽管|随便|随时)
    \b(?:you|your)\b(?! (?:can (?:check|see|ask|test|try|call|read)|check|see it|ask|told|said|mentioned|lawyer))
""")
EVIDENCE_STRONG = cue(r"""
    (?:检测|检验|质检|测试|试验|评估|审计|验收|对比|查新|能效|临床)(?:院|所|机构|(?:检测|检验|测试|评估|审计|体检|验收|
    &第三方)[^，。]{0,4}报告|报告(?:在|我|带|给您|可以|第|显示)|单|结果|数据|记录|中心|试验)?(?:显示|证明|在|盖|我|出|做过|通过)?
    报告|证书|认证|专利|资质|盖(?:了)?章|签(?:了)?字|签的单|附件|第[\d一二三四五六七八九十]{1,9}页|期刊|论文|文献|全文|三期|[\d]+例
    白皮书|数据(?:在|我|显示|可以|表明)|记录(?:我|在|可以|调)|实测|实验室|(?:省|国家|农|医科?)大|研究所|第三方|权威
    (?:厂|公司|医院|学校|银行|酒店|门店|连锁|物流|集团|网点|供电所|小区|农场|工厂|企业|客户|同行|店|院|所|县|市)(?:里|
    &家)?[^，。]{0,14}(?:用了|在用|用着|跑了|试了|上了|装了|做过|从[^，。]{1,8}降到|上线|一次没|都在用|验证|测过|反馈|愿意接|可以问|也是)
    隔壁(?:的)?[^，。]{0,14}(?:用|一次|去年|装|上)|(?:案例|名单|样板|参观|考察|打听|口碑数据)
    (?:您|你)(?:可以|随时|尽管|要是不放心|不信)[^，。]{0,10}(?:问|打听|看|测|翻|查|验|试|核对|去|挑|跑)|愿意接(?:您|你)?(?:的)?电话
    (?:可以|先)?(?:试用|试一|试出|试跑|试装|打样|送样|寄样|出一份)|样品|演示(?:给|一)|当场(?:试|测|演)|现场(?:看|试|测|演)
    写进(?:了)?合同|合同里(?:写|有)|超时赔|错一[笔个]|赔(?:您|钱|付)|已有[\d一二两三四五六七八九十百]{1,9}(?:多)?家
    服务(?:了|过)[\d一二两三四五六七八九十百]{1,9}
    (?:去年|今年|上个?月|上周|连续|三个月里|半年里?)[^，。]{0,10}(?:降到|没断|没出|试了|测|做了|省了|跑了)
    \b(?:trials?|stud(?:y|ies)|(?:test|audit|lab|inspection|independent) reports?|report (?:from|by|shows|says)|certificat\w+|certified|
    &tested|test results?|lab\b|laboratory|measured|measurements?|signed|protocol|references?|case study|case studies|customers? (?:in|at|
    &like|of)|client list|has run it|have run it|ran it|been running|has used|have used|switched last|independent|journal|published|
    &paper (?:is|was)|phase (?:3|iii|three)|patients;|data (?:from|shows?|is)|proof|proved|proven|award|audit(?:ed|ors?)?|iso ?\d+|tüv|
    &approved by|figures from|logs?(?: is| are)|benchmark\w*|survey)\b
    \b(?:here(?:'s| is| are) (?:the|a|our|your|their|an|some)|attached|on page|page \d+|in this folder|leave you a copy|take your call|
    &call them|ring him|ring her|ask (?:him|her|them|anyone|their|the)|talk to (?:him|her|them|their)|speak to|introduce you|
    &come and (?:see|time|look|try)|see it (?:for yourself|running|live)|try it|try (?:out|one|them|the)|time it yourself|count the|
    &sample (?:bill|batch|report)|samples?|showroom|pilot|demo\b|money back|refund|in the contract|credit note|guarantee(?:d)? in writing|
    &in writing|have your lawyer|down the road|(?:a|the) (?:\w+ ){0,2}(?:mill|plant|factory|hospital|school|bank|hotel|chain|farm|clinic|
    &store chain|exporters?|firm|company) (?:in|down|near|like|across|next|has|have|cut|saw|went)|\d+ (?:companies|customers|clients|
    &exporters|hospitals|plants|stores|chains|schools|firms|users)|at a \d+|did (?:it|so) at|since (?:january|february|march|april|may|june|
    &july|august|september|october|november|december|last|spring|summer|20\d\d)|last (?:month|year|week|june|spring)[^.]{0,24}(?:measured|
    &tested|ran|did|showed|cut|saved))\b
    (?:变电站|电站|猪场|牛场|鸡场|小学|中学|幼儿园|矿|机场|车站|景区|工地|园区|社区|码头|港|油田|水厂|电厂|食堂|粮库|超市|药店|诊所|
    &卫生院)[^，。]{0,16}(?:用|换|上|装|试|做|从|去年|今年|上个?月|那里|一年|一学期)
    对照|校医|称重单|编号|扫码(?:就)?(?:能)?(?:查|看)|条款|白纸黑字|法务|明细
    (?:每(?:月|周|天|次)|都)(?:给|有)(?:您)?(?:一份|记录|报表|明细)|(?:通话|运行|维修|温度|过磅)记录|导进去
    (?:您)(?:自己|当面|现场|亲自)(?:看|测|查|数|称|试|验)|没(?:跳|断|停|坏|出)过|公安部|消防|药监|国标|行标|去年入冬
    (?:做|试|跑|养)了[\d一二三四五六七八九十百]{1,9}(?:天|个月|周|年|轮)
    \b(?:swapped|put it in|hasn't|have not|kept (?:the|before|their)|(?:kept|their|nurse's|the) records?\b|slips|weighed|scan the code|
    &test number|police|clause|black and white|check it(?: yourself)?|so you can check|see for yourself|load (?:last|your|a)|call log|
    &to the minute|before-and-after|from your own|compar\w+ (?:trial|test)|clinical|fire (?:test|brigade|rating)|standard no|registered|
    &patent\w*)\b
    (?:这是|这里有|我带来了?)[^，。]{0,14}(?:记录|统计|数据|清单|合影|照片|曲线|报表)|留一份
    免费(?:给您|帮您)?[^，。]{0,4}(?:跑|试|用|装|测|做)|不准不收|不收钱|无效(?:退|不)|作证|(?:数据|照片|视频)我带来
    \bfor free\b|\byou don't pay\b|\brun it (?:a|for)\b|\bvisit logs\b|\bask the (?:owner|manager|users?)\b|\bi brought the\b
    \bwent from [^.]{3,40} to\b
    同行(?:客户)?(?:的|做|那|去年|今年|[一二三四五六七八九十半]个?月|半年)|一家同行|(?:样|小)(?:单|片|表|册|张)|您掐表
    当着[^，。]{1,10}(?:面|科|的)|前后(?:都|各|对比)
    (?:[一二两三四五六七八九十半\d]个?(?:月|季|榨季|周|年)(?:里|内|下来)?|装(?:之)?前|旺季里?)[^。]{0,24}从[^。]{1,14}(?:降|减|缩|落)到
    名字(?:已经)?隐去|(?:登记表|台账|原始单|底单)[^，。]{0,6}(?:可以|能|在|翻|都)
    (?:账单|数据|流水)[^，。]{0,6}(?:照样)?(?:拆|跑|对)一(?:份|遍)|记录都在|全部接通|由您(?:来)?填
    \bin the same trade\b|\bnames removed\b|\bbefore and after\b|\bspot-?check|\bin front of you\b
    \b(?:fell|dropped|went|cut|came) (?:down )?from (?:about )?\d+|\bregister is open\b|\bhad signed\b|\bhere is a sample\b
    \byou fill in\b|\blast time it took\b|\bmade for a client\b|\bwritten down for each
""")
NONE_STRONG = cue(r"""
    (?:您|你)(?:看|觉得)[^，。]{0,14}(?:怎么样|如何|呢|行吗|好吗|可以吗|要不要|是不是|合适)|要不要|咱们?(?:先|要不|今天|就)
    (?:时间不多|我直说|长话短说|简单(?:说|讲|介绍)|先(?:给您)?(?:说|讲|介绍)|接下来|下面|另外再说|我来(?:说|讲|介绍)|给您介绍)
    ^\W*(?:您好|你好|.{1,4}(?:总|经理|主任|部长|院长|老师|科长|厂长|队长|处长)(?:您好|，|,|$))|谢谢|感谢
    ^\W*(?:好的|行|嗯|那|总之|总的来说)[，,。]?$
    (?:您|你)(?:刚才|刚刚|上次|之前|前面)(?:说|提|讲|问|抱怨)(?:到|过|了|的)?(?![^。]{0,40}(?:就|能|有了|这样))
    (?:您|你)(?:最)?(?:关心|担心|头疼|在意|看重)的(?:是|就是)
    \b(?:let me (?:show|tell|explain|start|walk|give|go)|happy to|shall we|should we|would you (?:like|want)|how does that (?:sound|look)|
    &what do you (?:think|say)|does that make sense|thanks? (?:you|for)|good (?:morning|afternoon)|nice to|one thing|first of all|to begin|
    &in short|as (?:i|you) (?:said|mentioned|know)|you (?:told|mentioned|said|asked|were saying)|you(?:'ve| have) (?:told|mentioned|said)|
    &i(?:'ll| will) (?:be quick|keep it|show|explain)|quickly|any questions|ready to|can we (?:start|meet|set|book)|let's (?:start|try|set|
    &look|go|meet|book)|i'd (?:like|love) to|i want to|would \w+day)\b
""")
# Who or what stands behind a proof: an organisation, a person, a document, a test.
SOURCE = cue(r"""
    (?<![很多许几各所其别本我您你贵该某])(?!很多|许多|多家|其他|别的|我们|贵|咱们|大家|不少|好多|所有|任何)[\u4e00-\u9fff]{2,8}?(?:公司|
    &集团|厂|医院|银行|学校|大学|学院|酒店|酒业|物流|研究院|研究所|检测中心|质检院|供电所|商场|连锁店?|药房|农场|合作社|门店|小区|局)
    (?:张|王|李|刘|陈|杨|赵|黄|周|吴|徐|孙|马|朱|胡|郭|何|林|高|罗|郑|梁|谢|宋|唐|许|邓|冯|韩|曹|曾|彭|萧|蔡|潘|田|董|袁|于|余|叶|蒋|杜|苏|
    &魏|程|吕|丁|沈|任|姚|卢|傅|钟|姜|崔|谭|廖|范|汪|陆|金|石|戴|贾|韦|夏|邱|方|侯|邹|熊|孟|秦|白|江|阎|薛|尹|段|雷|黎|史|龙|陶|贺|顾|毛|郝|
    &龚|邵|万|钱|严|武|戴|莫|孔|向|汤)(?:总|经理|主任|部长|院长|厂长|店长|科长|队长|工|老师|局长|处长|医生|教授|行长|校长|董)
    [\u4e00-\u9fff]{0,6}(?:检测(?:报告|单|记录)|检验单|检验报告|测试报告|评估报告|审计报告|验收(?:单|表|报告|记录)|登记(?:表|簿|册|本)|对比(?:表|单)|证书|认证|专利|对比试验|临床(?:试验|研究|
    &做了[\d]+例)?|期刊|论文|文献|白皮书|合同(?:第[\d一二三四五六七八九十]{1,9}条)?|标准|样品|实测(?:数据|记录)?|附件|名单|报告)
    \b(?:iso ?\d+|tüv|sgs|ce mark|ul listed|fda|phase (?:3|iii|three) trial|test report|lab (?:report|results?)|certificate|case study|
    &audit report|protocol|journal|contract|warranty text|reference letter|sample bill|samples?|trial|study|white ?paper|signed (?:protocol|
    &report|sheet|form)|log (?:is|file)|independent lab\w*)\b
    \b(?:acceptance|inspection|comparison|test|weigh(?:ing)?|record|maintenance|delivery|complaints?|service) (?:sheet|report|
    &record|form|table|slip|log|register|certificate)s?\b|\blog ?book\b
    (?<!cash )(?<!to )(?<!we )(?<!you )(?<!they )(?<!i )(?<!please )(?<!can )(?<!will )(?<!must )(?<!should )(?<!who )\bregister\b
    &(?! (?:every|each|all|your|our|their|the|a|an|for|now|here|online|with|at|in|on|by|today|it|them|as)\b)
    \b(?:the|a|our|your|their|his|her|this) (?!cash )(?:\w+ )?register\b
    \b(?:mill|plant|factory|hospital|school|bank|hotel|chain|farm|clinic|retailer|brewery|distillery|university|dealer|store|
    &warehouse) (?:in|near|outside|at) (?!use\b|operation\b|general\b|order\b|trouble\b|a\b|all\b|full\b|least\b|once\b|any\b|your\b|
    &our\b)[a-z]+
    \b(?:a|an|the|our|your|their) (?:\w+[- ]){0,3}(?:mill|plant|factory|hospital|school|bank|hotel|chain|farm|clinic|exporters?|retailer|
    &manufacturer|brewery|distillery|university|institute|manager|director|operations lead|owner|engineer|colleague)\b
""")
# A crowd is not a source.
NO_SOURCE = cue(r"""
    很多客户|许多客户|大家都|不少客户|好多客户|客户都说|业内都|多家企业
    \b(?:many|most|lots of|plenty of|all our|several|other) (?:customers|clients|companies|people|users)\b|\beverybody\b
    \beveryone\b
""")
# Where a part may end inside a clause.
INNER_JOINT = cue(r"""
    (?:所以|因此|这样一来|对您来说|对贵司来说|等于您)
    \b(?:which means|that means|so (?:that )?(?:you|your)\b|so your|meaning (?:you|that)|instead of|rather than|whereas|unlike)
""")
