"""The word list of what is never asked or kept about a person (ethics, sections 3 and 5): belief, health, family, home, money.

A private word counts only where it is said of a person: 客户收入下降 is business, 他年薪五十万 is not. Data only."""

from coaching.ethics.words import BETWEEN, CLAUSE, CLIENT, HE, HIS, LAY_PERSON, ONE_PERSON, PRIVATE, WordList

# Behind an illness, these make it a doctor's business.
_PRACTICE = "(?![人患药科学控防管筛用治领专随数指基门诊市方中教项业研新产线适的临病])"
_ILLNESS = "(?:癌|肿瘤|腫瘤|糖尿病|高血压|高血壓|抑郁|憂鬱|肝炎|艾滋|白血病|心脏病|心臟病|重病|绝症|尿毒症|乙肝|大病)"
_PRACTICE_EN = (
    r"(?! (?:patients?|clinics?|cent(?:re|er)s?|wards?|units?|drugs?|teams?|programmes?|programs?|care|trials?|data|business|"
    r"register|list|service|school|nurses?|group|cases?))"
)

SENSITIVE = WordList(
    name="CK-SENS",
    rule="E-07",
    level="block",
    reply=PRIVATE,
    chinese=(
        f"{CLIENT}{BETWEEN}(?:宗教|信仰(?!我们|品)|信教|党派|黨派|政治面貌|民族(?![企品工团路风药]))",
        f"(?:打听|打聽|摸清|摸底){CLAUSE}{{0,8}}(?:宗教|信仰|家庭|家里|婚姻|生肖|星座|工资|收入|住址|身体)",
        f"(?:收集|搜集|记录|記錄|记下|登记|问|問|查){CLAUSE}{{0,8}}(?:宗教信仰|家庭住址|婚姻状况|生肖|星座(?!酒店))",
        f"{CLIENT}{BETWEEN}(?:家庭住址|家庭地址|住址|家庭情况|家庭成员|家庭背景|家庭收入|婚姻状况|婚姻狀況)",
        f"{ONE_PERSON}{BETWEEN}(?:家住(?![房宅建])|住哪|住在哪)|(?<![专專大国國人商厂廠买買卖賣])家住在?哪",
        rf"{ONE_PERSON}{BETWEEN}住(?:在)?(?!{CLAUSE}{{0,8}}(?:酒店|宾馆)){CLAUSE}{{1,10}}(?:小区|小區|花园|号楼|单元|栋)",
        f"{ONE_PERSON}{BETWEEN}(?:身份证|身分證|身份證|银行卡|銀行卡|社保)(?:号|號|复印件|照片|信息)",
        f"(?:{LAY_PERSON}|主任|院长)(?:的|个人|個人|一个月|一年|每月|每年|月|年|大概|家庭|本人|现在){{0,3}}"
        "(?:年薪|月薪|薪水|薪资|房贷|房貸|欠债|(?:收入|工资|存款)(?=多少|水平|不高|很高|高|低|一般|不错|大概|有|是|还|几|$|[,。!?;的\\d]))"
        "(?!业务|客户|产品|利率)",
        f"{ONE_PERSON}{BETWEEN}(?:星座|生肖|属相|屬相|生辰|八字|[属屬][鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬](?![于性年头頭上]))",
        "[什哪][么麼个個]星座|(?:白羊|牡羊|金牛|双子|雙子|巨蟹|狮子|獅子|处女|處女|天秤|天蝎|天蠍|射手|摩羯|魔羯|水瓶|双鱼|雙魚)座"
        "(?!酒店|广场|影院|流星|卫星)",
        f"{ONE_PERSON}{BETWEEN}(?:迷信(?![价低品进大权技数经国老])|信?算命|信风水|看风水|信佛|拜佛|信基督|信天主|信伊斯兰|吃斋|念佛)",
        f"{CLIENT}{BETWEEN}(?:佛教徒|基督徒|天主教徒|穆斯林|回民|回族|藏族|维族|维吾尔族|满族|少数民族(?!地区))",
        f"{ONE_PERSON}{BETWEEN}(?:中共|共产)?党员(?!活动|之家|教育)",
        f"{ONE_PERSON}{BETWEEN}(?:得了?|患(?:有|上|了)?|查出来?(?:了|有|是)?|确诊(?:了|为)?){CLAUSE}{{0,3}}{_ILLNESS}{_PRACTICE}",
        f"{LAY_PERSON}{BETWEEN}有?{_ILLNESS}{_PRACTICE}",
        f"{ONE_PERSON}{BETWEEN}(?:得|生|犯)了?(?:重|大|怪|慢性|什么)?病(?![人患例历歷房区區床情案毒种理程媒虫原灶害])",
        f"{ONE_PERSON}{BETWEEN}(?:住院了|住院治疗|住进医院|病倒|病重|请病假|休病假|流产|小产|身体垮了)(?![患者病室药中心费人])",
        f"{LAY_PERSON}{BETWEEN}(?:动了?手术|動了?手術|開刀|开了?刀(?![阔斧])|做?化疗)(?![室台机器量包患病药方])",
        f"{LAY_PERSON}{BETWEEN}做(?:了|完|过)?{CLAUSE}{{0,3}}手术(?![室台机器量包])",
        f"{CLIENT}{BETWEEN}(?:怀孕|懷孕|怀上|有孕)(?![期率母牛猪羊马妇婦患检试动诊门]|用药|的患|的病|的妇|的母|的女)",
        f"{CLIENT}{BETWEEN}(?:闹|鬧|办|办了)?(?:离婚|離婚|离异|離異|离了婚)(?!律师|案|率|登记|诉讼|业务|证)",
        f"{ONE_PERSON}{BETWEEN}(?:分居|再婚|丧偶|单身(?![公人用女男客青贵经])|未婚|出轨|出軌|外遇|情人(?!节)|小三|婚外情|包养|同性恋|双性恋|备孕)",
        f"{ONE_PERSON}(?:的|家的|家里的?|家里有|家|有)?(?:大|小|两个|俩|一个|个|独生)?"
        "(?:孩子|小孩|儿子|兒子|女儿|女兒|闺女|老婆|老公|太太|丈夫|妻子|爱人|愛人|父亲|母亲|父親|母親|岳父|岳母|孙子|老伴)"
        "(?![王气们們公店号牌民节平])",
        "(?:客户|客戶|对方|對方)(?:的|家的?)?(?:儿子|兒子|女儿|女兒|老婆|老公|太太|丈夫|妻子|爱人|愛人)(?![公店号牌们民节平])",
        f"{ONE_PERSON}{BETWEEN}(?:酗酒|嗜酒|好赌|爱赌|好賭|赌博|好色|吸毒|嫖|行踪)|特殊(?:嗜好|癖好|爱好)|尾随(?![车货轨])|盯梢",
    ),
    english=(
        rf"(?:{HE}|the (?:client|customer)) ?(?:is|was|seems|might be|may be|'s) (?:an? )?"
        r"(?:devout |practi[sc]ing |strict |orthodox |born-again )?"
        r"(?:muslim|buddhist|catholic|hindu|jewish|jew|protestant|mormon|sikh|atheist|christian)",
        r"(?:goes|going|go) to (?:church|mosque|synagogue)",
        rf"{HIS} (?:religion|religious beliefs?|faith(?! in)|church|ethnicity|ethnic (?:origin|background|group)|political views|"
        r"party membership|illness|disease|medical (?:history|condition)|health (?:conditions?|problems?|issues?)|"
        r"diagnosis(?! of)|pregnancy|divorce|mistress|affair|marital status|horoscope|zodiac(?: sign)?|star sign)",
        rf"{HIS} (?:home address|private address|salary(?! (?:survey|system|budget|structure|costs?))|"
        r"income(?! (?:statement|target|stream|from))|mortgage(?! (?:business|product|lending|portfolio))|"
        r"bank (?:account|card)(?: number)?|id (?:card|number)|passport number|whereabouts|drinking problem|gambling)",
        rf"{HIS} (?:wife|husband|kids?|child(?! (?:seat|care|company|process))|children(?!'s)|son|daughter(?! compan)|"
        r"family(?! (?:business|office|firm|company|of|size|practice|medicine|doctor|name))|mother(?! company)|father|parents|"
        r"girlfriend|boyfriend|ex-wife|ex-husband)",
        rf"{HE} ?(?:is|was|got|'s|seems) (?:pregnant|divorced|getting (?:a )?divorced?|going through a divorce|widowed|gay|lesbian|"
        r"an alcoholic|a drunk|a gambler|depressed|seriously ill|terminally ill|hospitali[sz]ed|on sick leave|having an affair|"
        r"a (?:communist )?party member|a member of the (?:communist )?party)",
        rf"{HE} (?:has|had|suffers from|is suffering from|was diagnosed with|has been diagnosed with|is being treated for) "
        r"(?:[a-z]+ ){0,2}(?:cancer|diabetes|depression|hiv|aids|heart (?:condition|disease|trouble)|hepatitis|tumou?r|mistress|"
        rf"affair|drinking problem|illness){_PRACTICE_EN}",
        rf"{HE} (?:has|had) (?:a |two |three |four |\d )?(?:kids|children(?!'s)|sons?|daughters?)(?! compan)",
        r"(?:he|she) (?:had|has had|needs|is having) (?:an? )?(?:surgery|operation)(?! (?:on|slot|list|theatre|room|booked))",
        rf"(?:after|since|before|recovering from|about) {HIS} (?:surgery|operation)(?! (?:hours|schedule|department|team|list))",
        r"(?:home address(?:es)?|religion|zodiac signs?|star signs?|salary|salaries|marital status|religious beliefs?|ethnicity) "
        r"of (?:the |each |every |our |all )?(?:buyer|manager|director|contact|doctor|client|customer|decision maker)s?",
        r"horoscopes?|star signs?|zodiac signs?",
    ),
    exceptions=(
        "(?:宗教|民族)(?:局|事务|场所|用品|文化|建筑|法规|政策|学院|大学|医院|路|饭店|小学|中学|园|广场|地区|风情|旅游|特色|企业|品牌)",
        f"尊重{CLAUSE}{{0,6}}(?:信仰|宗教|民族)|(?:信仰|宗教|民族习惯){CLAUSE}{{0,4}}尊重",
    ),
    excuses=("refusal",),
)
