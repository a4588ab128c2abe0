"""Briefs to set: the distillery and the factory of the scenarios, a mix of languages, texts meant to break a page."""

from coaching.brief import Brief, BriefLabels, BriefObjection, BriefQuestion, Rung

LABELS_ZH = BriefLabels(
    start_here="从这句开始",
    goal="目标",
    fallback="退一步",
    questions="问题 · 按顺序问",
    pitch="一口气讲完",
    objections="他会说 → 您接一句",
    ladder="报价阶梯",
    bring="带上",
    unknown="还不清楚 · 当面问",
    footer="只写会说出口的报价。见面之前再看一遍。",
)
LABELS_EN = BriefLabels(
    start_here="START HERE",
    goal="Goal",
    fallback="Fall back to",
    questions="Questions, in this order",
    pitch="The pitch, in one breath",
    objections="They say → you say",
    ladder="Prices you will speak",
    bring="Bring",
    unknown="Still unknown: ask",
    footer="Shows only the prices that will be spoken. Read it once more in the lift.",
)

CHINESE = Brief(
    language="zh-Hans",
    title="大江源酒业 · 供应部部长",
    meeting="6月12日（周四）14:00 · 天天用的人 U · 30 分钟",
    start_here="“过磅和水分，账面对不上，去年审计提了。”",
    goal="6 月 20 日前，部长同意在两个收粮点试装 30 天，审计签字比对。",
    fallback="部长说出漏损有多大，并约董事长和审计主管一起看损失数字。",
    questions=(
        BriefQuestion(kind="背景", text="今年收粮季开多少个点？高峰一天大概多少辆车？"),
        BriefQuestion(kind="难点", text="过磅和水分，账面上最对不上的是哪几个点？"),
        BriefQuestion(kind="暗示", text="一车差千分之几，十八万吨下来一年是多少钱？审计今年会怎么看？"),
        BriefQuestion(kind="需求-效益", text="如果每车都有影像和重量，结算能省下多少口舌？"),
        BriefQuestion(kind="难点", text="高峰期车要排多久？"),
        BriefQuestion(kind="暗示", text="一百二十辆车多等一个多小时，农户和司机会闹到谁那里？"),
        BriefQuestion(kind="需求-效益", text="要是能提前排号，您这边最先松一口气的是哪件事？"),
    ),
    pitch=(
        "您要的是结算说得清。我们把摄像头和磅单连在一起，每车的影像、重量、时间是一条记录，不再是三张纸；当天就看得见差在哪里。",
        "县里的饲料厂用了三个月，排队从 120 分钟降到 40 分钟，厂长愿意接您的电话。",
    ),
    objections=(
        BriefObjection(
            heard="我们跟那家合作多年，没必要换。",
            line="多年合作不容易，不用换。收粮点这块他们现在帮您看到什么程度？先拿两个点比一比。",
        ),
        BriefObjection(
            heard="一年二十多万，话费都没这么多。",
            line="跟话费比是贵。您是拿它跟话费比，还是跟去年账上对不上的二百多万比？",
        ),
    ),
    ladder=(
        Rung(label="250,000", height=1.0, get="开价，含 196 辆车、22 个点"),
        Rung(
            label="236,000",
            height=0.55,
            get="七月董事会定日期，审计参加",
            sentence="如果七月上会、审计参加，我们就按 236,000。",
        ),
        Rung(
            label="229,000",
            height=0.33,
            get="6 月 15 日前下单",
            sentence="如果 15 日前下单，我们就 8 月 1 日前装完，按 229,000。",
        ),
        Rung(
            label="226,000",
            height=0.24,
            get="每个点指定一位负责人，签两年",
            sentence="如果每个点都有负责人、签两年，我们就按 226,000。",
        ),
    ),
    ladder_unit="元/年",
    bring=("五辆车的样板报告", "审计比对表（空白一份）", "饲料厂厂长的电话，已征得同意"),
    unknown=("七月董事会谁来提监管方案", "车队队长怕司机闹，闹过什么"),
    labels=LABELS_ZH,
)

ENGLISH = Brief(
    language="en",
    title="Dongqiao Electronics · maintenance chief",
    meeting="Thu 12 June, 2 pm · User (U) · 5 minutes",
    start_here="“Workshop 3 mostly: inside, calls keep dropping.”",
    goal="By Friday 20 June he has us measure the signal at 24 points in Workshop 3, and signs the sheet.",
    questions=(
        BriefQuestion(kind="Problem", text="When maintenance can’t be reached inside Workshop 3, what happens?"),
        BriefQuestion(kind="Implication", text="Twenty minutes, six times a month: what does a stopped line cost you?"),
    ),
    objections=(
        BriefObjection(
            heard="They ask 39, you 49. How shall I explain that?",
            line="Fair: you have to defend it. What is an hour of a stopped line in their 39?",
        ),
    ),
    labels=LABELS_EN,
)

MIXED = Brief(
    language="zh-Hans",
    title="东桥电子 Dongqiao Electronics · Maintenance 主管",
    meeting="2025-06-12 14:00 · 技术把关 T · 15 分钟",
    start_here="三号车间 Wi-Fi calling 老断，MES 报警推不到手机。",
    goal="下周三前，主管同意在 Workshop 3 做 24 个点的 RSRP 测试，并在 Excel 表上签字。",
    fallback="给出上个月 line stop 的次数和每小时的成本（CNY）。",
    questions=(
        BriefQuestion(kind="难点", text="MES alarm 推到手机，平均要多久才有人 ack？"),
        BriefQuestion(kind="Need-payoff", text="If maintenance can always be reached，停线能压到几次？It’s 6 now."),
    ),
    pitch=("indoor DAS 15 个工作日装好，24 个点前后各测一次，“before/after”两张表您签字。",),
    objections=(BriefObjection(heard="You were down for nine days.", line="是我们的错。以后 account manager 两小时内回，写进 SLA。"),),
    ladder=(
        Rung(label="¥52.0", height=1.0, get="24-month term"),
        Rung(label="¥49.0", height=0.6, get="六个月内回到 2,400 lines"),
        Rung(label="¥47.2", height=0.42, get="每月 10 日前 e-payment"),
    ),
    ladder_unit="元/线·月",
    bring=("RSRP 测试表",),
    unknown=("VP 什么时候 review 合同",),
    labels=LABELS_ZH,
)

MINIMAL = Brief(language="zh-Hant", title="大江源酒業", meeting="", start_here="", goal="試裝兩個點", labels=LABELS_ZH)

HOSTILE_TEXTS = (
    "#set page(width: 10pt)",
    "$x^2$ #eval(1)",
    "*bold* _it_ `raw` <label> @ref",
    "[ ] { } \\ \\u{41} // no comment",
    "<b>html</b> & &amp;",
    "A" * 300,
    "\x00NUL\x1b[31m \u202eflip\u202c",
    "好的 \U0001f600\U0001f44d\U0001f3fd\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "مرحبا عقد",
    "Z" + "\u0338\u0321\u031b\u0317" * 40 + "algo",
    "สวัสดี ok",
    "。" * 200,
    "\ud800lone",
    '#import "@preview/x:0.1.0"',
    '#read("/etc/passwd")',
    "$" * 50,
    "\n\n= Heading\n- list\n/ term: x",
    "\U00020bb7野家 龘 한국어 ひらがな Łódź Dvořák Việt Nam Ελλάδα Москва",
)


def crowded(texts: tuple[str, ...], items: int, language: str = "zh-Hans") -> Brief:
    """A brief with `items` entries in every list, all made of `texts` in turn."""
    endless = [texts[n % len(texts)] for n in range(items + 5)]
    return Brief.model_validate(
        {
            "language": language,
            "title": endless[0],
            "meeting": endless[1],
            "start_here": endless[2],
            "goal": endless[3],
            "fallback": endless[4],
            "questions": [{"kind": text, "text": text} for text in endless[:items]],
            "pitch": endless[:items],
            "objections": [{"heard": text, "line": text} for text in endless[:items]],
            "ladder": [
                {"label": text, "height": height, "get": text, "sentence": text}
                for text, height in zip(endless[:items], [1.0, float("nan"), -3.0, 7e300] * items, strict=False)
            ],
            "ladder_unit": endless[0],
            "bring": endless[:items],
            "unknown": endless[:items],
            "labels": LABELS_ZH.model_dump(),
        }
    )


HOSTILE = crowded(HOSTILE_TEXTS, len(HOSTILE_TEXTS))
MONSTROUS = crowded(("长话" * 2500, "word " * 1000, "W" * 5000), 40)
ALL = {
    "chinese": CHINESE,
    "english": ENGLISH,
    "mixed": MIXED,
    "minimal": MINIMAL,
    "hostile": HOSTILE,
    "monstrous": MONSTROUS,
}
