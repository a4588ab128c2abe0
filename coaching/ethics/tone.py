"""Word lists that warn or note: false pressure, running down rivals, pushing after a no, hospitality, promises without limits.

From ethics, sections 2 and 5, and CK-ABS of methods 0.3. Data only."""

from coaching.ethics.words import (
    CLAUSE,
    HIM,
    HOSPITALITY,
    PRESSURE,
    PROMISE,
    RECEIVER,
    REFUSED,
    RIVALS,
    SENTENCE,
    WordList,
)

PUSHING = WordList(
    name="CK-FALSEPRESS",
    rule="E-05",
    level="warn",
    reply=PRESSURE,
    chinese=(
        "最[后後]一次(?:机会|機會|优惠|優惠|报价|報價|降价|降價|活动|活動|特价|让步)|最[后後](?:机会|機會)|最[后後]一[台臺个個套件辆輛间間席]",
        "[这這是]最[后後]一次了?(?=$|[,。!?;])",
        "仅此一天|僅此一天|仅限今天|只限今天|就今天一天|今天不[签簽买買定订訂]就",
        "错过就?(?:再也)?没有?了?|錯過就?沒|过了这村|手慢无|手慢無",
        "[马馬]上就?要?[涨漲]|不[签簽]就(?:没|沒|晚|亏|虧|涨|漲|给别|給別|后悔|後悔|来不及|取消|作废|等着)",
        f"再不[签定订买簽訂買下][单單]?{CLAUSE}{{0,4}}就|否[则則][后後]果|[后後]果自[负負]",
        "[只就]剩下?(?:最后|最後)?一[台臺个個套件辆輛间間席](?![方面])",
        "[别別]家都(?:在|已经)?[抢搶]|大家都在抢|疯抢|瘋搶",
        "(?:会|會|别|別|要)[后後]悔|[后後]悔都?(?:来不及|莫及)|造恐慌|制造恐慌|饥饿营销|飢餓營銷",
    ),
    english=(
        "(?:last|final) chance|today only|only today|now or never|act now|selling (?:out )?fast|last one left",
        r"(?:will|'ll|going to) regret|every(?:one|body)(?:'s| is) (?:else )?(?:buying|ordering|signing)",
        r"only one (?:(?:unit|machine|piece|slot) )?(?:left|remaining)",
        r"prices? (?:will |is |are )?(?:go|goes|going|jump|rise) (?:up )?tomorrow|create (?:a )?(?:panic|false urgency)",
    ),
    exceptions=(f"(?:有没有|是否|会不会|您有){CLAUSE}{{0,4}}后悔",),
    excuses=("refusal", "date_and_reason"),
)

_OTHER = "(?:对手|對手|竞品|競品|竞争对手|別家|别家|那家|他家|友商|同行|其他家|对面那家|那个牌子)"
_OTHER_EN = "(?:competitors?|rivals?|other (?:vendors?|suppliers?|firms?)|that company)"
RUNNING_DOWN = WordList(
    name="CK-RIVAL",
    rule="E-18",
    level="warn",
    reply=RIVALS,
    chinese=(
        "出过人命|出過人命|内部有人说|內部有人說|骗子公司|騙子公司",
        f"(?:{_OTHER}|他们|他們){SENTENCE}{{0,12}}(?:骗子|騙子|倒闭|倒閉|坑人|黑心|跑路|破产|偷工减料)",
        f"{_OTHER}{SENTENCE}{{0,12}}(?:垃圾|不行了|质量差|質量差|品质差|太烂|很烂|出过事)",
        "(?:就是|全是|都是|纯|真是)垃圾(?![车站桶箱处分焚填清])|垃圾(?:产品|货|公司|牌子|东西)",
    ),
    english=(
        rf"{_OTHER_EN}(?:'s)?(?: [a-z']+){{0,6}} (?:scams?|scammers|junk|rubbish|garbage|crooks|liars|frauds?|useless|bankrupt)",
        r"(?:they are|they're|it's|is) (?:an? |just |all |total |complete |pure )?(?:scam|scammers|junk|rubbish|crooks|liars|frauds?)",
        r"(?:are|was|were) (?:just |all |total |complete |pure )?(?:junk|rubbish|garbage|crooks|liars)",
        r"(?:bankrupt|out of business|bust) soon|(?:going|about to go|nearly) (?:bankrupt|bust|under)",
        r"junk (?:product|products|machines?|quality|company)",
    ),
    exceptions=(
        "垃圾(?:处理|分类|邮件|短信|车|桶|箱|站|焚烧|填埋|清运|回收|袋|房|量|电话|数据|场|发电|转运)",
        "(?:生活|建筑|餐厨|厨余|工业|医疗)垃圾|[质質]量差[异異距别別价價]",
        r"(?:junk|rubbish) (?:mail|food|collection|bins?|trucks?|dealers?|yards?)|anti-?scam|scam (?:calls?|protection|detection|alerts?)",
    ),
    excuses=("refusal",),
)

STALKING = WordList(
    name="CK-PUSH",
    rule="E-10",
    level="warn",
    reply=REFUSED,
    chinese=(
        "再缠一缠|再纏一纏|死缠烂打|死纏爛打|软磨硬泡|軟磨硬泡|缠着[他她]|纏著[他她]|缠到|磨到(?:他|她|对方|客户)",
        "[说說]了?不[要行]?(?:就|其实|可能)?(?:是|意味着)[要行]|不可能意味着是",
        f"(?:拒绝|拒絕|说不|不要|没兴趣|不考虑){SENTENCE}{{0,12}}(?:继续|接着|天天|每天|还要|再){SENTENCE}{{0,3}}"
        "(?:缠|磨|轰炸|打电话|发微信|堵|逼|盯)",
        f"(?:天天|每天|一直)(?:打电话|发微信|上门|堵门|堵){CLAUSE}{{0,6}}(?:直到|到[他她]|逼|烦)",
        f"绕[过開开](?:他|她|主任|经理|采购|科长){CLAUSE}{{0,6}}(?:找|见|联系){CLAUSE}{{0,4}}(?:领导|老板|上级|老总|院长|副总)",
    ),
    english=(
        r"(?:won't|not|never|don't|doesn't) take no for an answer|no (?:means|may mean|might mean|could mean) yes",
        r"keep (?:pushing|calling|pestering|nagging|bugging|pressing) (?:him|her|them|until|every)",
        r"pester(?:ing|s)?|badger(?:ing|s)? (?:him|her|them)|wear (?:him|her|them) down",
        r"go(?:ing)? over (?:his|her|their) heads?|behind (?:his|her) back",
    ),
    excuses=("refusal",),
)

WINING = WordList(
    name="CK-HOSPITALITY",
    rule="E-01",
    level="warn",
    reply=HOSPITALITY,
    chinese=(
        "[请請]客(?![户戶服人观觀运運官流商源座单單制製群])|[请請]吃[饭飯]|饭局|飯局|酒局|宴请|宴請|陪酒|喝两杯",
        f"[请請]{RECEIVER}{CLAUSE}{{0,4}}吃(?:个|顿|頓|一顿|次)?(?:便?饭|飯|大餐|海鲜|晚饭|晚餐)|陪{RECEIVER}喝酒",
        f"[陪约約带帶请請]{RECEIVER}{CLAUSE}{{0,4}}(?:高尔夫|打麻将|打牌|泡温泉|钓鱼)",
    ),
    english=(
        rf"(?:take|taking|treat|treating|invite|inviting) {HIM} (?:out )?(?:to|for) (?:an? |some )?"
        r"(?:nice |big |expensive |fancy )?(?:dinner|banquet|drinks|golf|karaoke|meal|feast)",
        rf"buy(?:ing)? {HIM} (?:a )?(?:dinner|drinks?|meal)|wine and dine",
    ),
    exceptions=("宴请(?:用|市场|场景|酒|需求|套餐|包间|厅)|商务宴请",),
    excuses=("refusal",),
)

PROMISING = WordList(
    name="CK-ABS",
    rule="E-24",
    level="note",
    reply=PROMISE,
    chinese=(
        "(?:全国|行业|全球|世界|业内|市场|国内|亚洲|全网|全國|業內|全網)第一(?![批次季步家])|第一品牌|最先[进進]",
        f"(?:我们|我們|全网|全國|全国|市场|行业|保证)(?:是|的)?{CLAUSE}{{0,4}}最(?:便宜|低价)",
        "最好的(?!办法|方式|时机|时间|机会|结果)|最佳(?!实践|时间|时机|窗口|状态)",
        "唯一(?:一家|能|可以|通过)|唯一的(?=供应商|选择|厂家|产品|品牌|方案|公司)",
        "百分之百|百分百|100%(?=没问题|满意|可以|能|成功|安全|可靠|准|通过|合格|保证|放心|有效|不|好|无|的?把握)",
        "绝对(?![值路误零湿压多])|絕對(?![值路誤零濕壓多])|保证(?![金书人险])|保證(?![金書人險])|包您满意|打包票",
        "肯定(?:能|可以|行|没问题|不会|会好|到货|成|好|有效)|永远(?:不会|不|都)|永不|零故障|零风险|万无一失|从不出(?:错|故障|问题)",
        "国家级(?!开发|高新|实验|重点|新区|园区|经开|文物|非遗|奖|标准|平台|贫困|检测|认证|企业)|國家級",
    ),
    english=(
        r"the (?:very )?best (?:product|solution|price|service|quality|choice|machine|system|company|supplier|vendor|offer|deal)",
        r"(?:number one|no\. ?1|#1) (?:in|on|product|brand|company|supplier|choice)|best in class|world's best",
        r"guarantee(?:s|d)?(?! (?:period|letter|fund|deposit|certificate|terms|clause|card|claims?))",
        r"(?:100 ?%|100 percent|(?:one|a) hundred percent) (?:sure|safe|reliable|certain|satisfied|uptime|secure|effective|accurate)",
        r"never fails?|always works?|cannot fail|can't fail|zero risk|risk-free|no risk at all|foolproof",
        r"the only (?:product|solution|supplier|vendor|company|system|one (?:that|who))",
    ),
    exceptions=(
        "[质品]量?质?保证|保证(?:不了|不住)|(?:不能|不敢|无法|没法|不|如何|怎么|怎样|才能|为了|用来|能不能|是否)保证",
        r"(?:bank|performance|parent|payment|loan|personal) guarantees?|money-?back guarantee|(?:not|no) guarantees?d?",
    ),
    excuses=("question",),
)

TONE = (PUSHING, RUNNING_DOWN, STALKING, WINING, PROMISING)
