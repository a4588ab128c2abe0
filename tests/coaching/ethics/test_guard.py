"""What the guard meets and, above all, what it leaves alone. A rep with seven minutes must not be stopped for ordinary talk."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.ethics import Extra, Guard, Verdict
from coaching.ethics.guard import LISTS

GUARD = Guard()

# rule, level, sentence
SHOULD_HIT = """
E-01 block 给刘主任准备点回扣，他就会签
E-01 block 私下给您三个点，您看行吗
E-01 block 我们可以给您一点好处费
E-01 block 过节给采购经理送个红包
E-01 block 带两张购物卡去见张科长
E-01 block 準備一張禮品卡送給陳經理
E-01 block 拎两瓶茅台去看刘主任
E-01 block 给王总带两条中华烟
E-01 block 晚上请他去KTV唱歌
E-01 block 安排主任去洗浴中心放松一下
E-01 block 给院长一个旅游名额
E-01 block 得去打点一下采购
E-01 block 到时候给主任意思一下
E-01 block 见面的时候表示表示
E-01 block 提成给您算两个点
E-01 block 给他一个信封，里面放五千现金
E-01 block 直接给主任塞现金
E-01 block 赞助您去三亚
E-01 block 给专家讲课费五千
E-01 block 给主任送礼送什么好
E-01 block 返点打到您个人账户
E-01 block 事成之后不会亏待您
E-01 block 不给回扣拿不下来
E-01 block 能不能给他点回扣
E-01 block 红包不能少
E-01 block 要不给他包个红包
E-01 block 送一部手机给行政经理
E-01 block 给行政经理送一部手机
E-01 block 行贿也是没办法
E-01 block 偷偷给回扣，财务不会发现
E-01 block What if I give the buyer a kickback?
E-01 block I will slip him an envelope after lunch
E-01 block There is some cash for you in it
E-01 block bring a gift card for the manager
E-01 block we can settle the rest under the table
E-01 block keep it off the books
E-01 block We could sponsor your trip to Spain
E-01 block a personal commission of two percent
E-01 block we can't win this without a kickback
E-01 block why not give him a gift card
E-01 block give the manager a nice watch
E-01 block pay the doctor a speaker fee
E-01 block make it worth his while
E-01 block 客户要回扣怎么办
E-01 block 采购经理暗示要好处费，我怎么回
E-01 block the buyer wants a kickback, what do I say?
E-01 block he asked me for a gift card
E-02 block 别家每支有'辛苦费'，你们呢？
E-02 block 找几个枪手医生
E-02 block 每支给医生20块提成
E-02 block 按处方量给医生发奖励
E-02 block pay doctors per pen
E-03 block 帮我统计一下每个医生的处方量
E-03 block 找信息科统方
E-03 block 查一下王医生上个月开了多少支
E-03 block get the prescription counts per doctor
E-03 block how many scripts does Dr Lee write a month
E-04 block 去对手公司安排个卧底
E-04 block 偷拍他们的报价单
E-04 block 套前台的话看看他几点到
E-04 block 他们有内鬼给我们递消息
E-04 block 假装客户去问对手的底价
E-04 block pretend to be a customer and get their price list
E-04 block secretly record the meeting
E-13 block 经销商零售价不准低于199
E-13 block 全国统一零售价，砸价罚款
E-13 block 严禁窜货，窜货罚五万
E-13 block 和同行商量一起涨价
E-13 block We fix the resale price at 99
E-13 block dealers must not sell below 99
E-13 block agree prices with our competitors
E-22 block 找两家公司来陪标
E-22 block 咱们几家围标
E-22 block 写几个定向参数进去
E-22 block 提前联系一下评委
E-22 block 評委那邊私下打個招呼
E-22 block tailor the specs so that only we can win
E-22 block meet the evaluators privately
E-17 block 这个客户就是个笨蛋
E-17 block 老板人傻钱多
E-17 block 这种客户好骗
E-17 block 他就是台拖拉机，别在他身上花时间
E-17 block 派个美女去陪他谈
E-17 block the buyer is an idiot
E-17 block He is easy to fool
E-17 block stupid customer
E-07 block 刘主任信佛，吃素
E-07 block 他是回民
E-07 block 王经理得了癌症
E-07 block 她怀孕了，下个月休假
E-07 block 陈总刚离婚，心情不好
E-07 block 张科长的儿子今年高考
E-07 block 打听一下主任的家庭住址
E-07 block 他家住朝阳区
E-07 block 李总是什么星座
E-07 block 他属虎的
E-07 block 刘主任迷信，要挑日子
E-07 block 老板有情人
E-07 block 王总的工资大概多少
E-07 block 他年薪五十万
E-07 block 陳經理懷孕了
E-07 block 張總上個月離婚
E-07 block 他好赌
E-07 block He is a devout Buddhist
E-07 block ask about his religion
E-07 block she is pregnant
E-07 block the manager is getting divorced
E-07 block his home address is on the list
E-07 block his wife works at the rival
E-07 block her salary is low
E-07 block Mr Lee is having an affair
E-07 block he has cancer
E-07 block find out her zodiac sign
E-05 warn 这是最后一次机会
E-05 warn 仅此一天，错过就没了
E-05 warn 再不签就涨价
E-05 warn 马上涨价了，您抓紧
E-05 warn 就剩最后一台了
E-05 warn 别家都在抢
E-05 warn 您一定会后悔的
E-05 warn This is your last chance
E-05 warn today only, only one left
E-05 warn you will regret it
E-05 warn everyone is buying
E-18 warn 对手的东西质量差，出过事
E-18 warn 他们快倒闭了
E-18 warn 那家就是骗子
E-18 warn 友商的设备都是垃圾
E-18 warn 听说出过人命
E-18 warn their machines are junk
E-18 warn they will be bankrupt soon
E-18 warn that company is a scam
E-10 warn 他说不要，再缠一缠
E-10 warn 软磨硬泡，总会同意
E-10 warn 客户拒绝了，还要天天打电话
E-10 warn 绕开他找他们领导
E-10 warn keep calling him until he agrees
E-10 warn don't take no for an answer
E-10 warn go over his head
E-01 warn 请客吃饭拉近关系
E-01 warn 请他吃顿饭
E-01 warn take him to dinner before the decision
E-24 note 我们的设备全国第一
E-24 note 保证三天到货
E-24 note 绝对不会出问题
E-24 note 我们是行业唯一能做的
E-24 note 百分之百没问题
E-24 note We guarantee delivery in three days
E-24 note it never fails
E-24 note we are the best supplier
E-24 note 100% safe
E-24 note 100% safe for your drivers
E-01 block 送一塊手錶給陳經理
E-01 block 給主任塞點現金
E-01 block 他要紅包，給他包一個
E-03 block 請資訊科幫忙統方
E-22 block 幾家一起圍標
E-07 block 陳總的太太住院
E-17 block 那個客戶是個笨蛋
E-18 warn 別家都是騙子，快倒閉了
E-05 warn 馬上漲價，最後一次機會
E-01 block 给主任一个信封
E-01 block 包两千块给采购经理
E-01 block 给采购塞两千块钱
E-01 block 多给他个人两个点
E-01 block 报销他的私人机票
E-01 block I'll bring a bottle of whisky for the manager
E-01 block take care of the buyer's vacation
E-01 block a little cash on the side
E-07 block 家住哪里
E-07 block she had surgery last month
E-05 warn 这是最后一次，签吧
E-17 block 客户傻
"""

ORDINARY_CHINESE = """
每包两千块，一箱十包
给张总两个点的折扣，写进合同
先把费用报销了
客户傻眼了
现金流紧张
客户的现金流今年压力大
收入下降了三成
客户的收入下降，预算要砍
销售收入目标是五百万
公司去年收入多少？
提前付款给现金折扣两个点
给您现金价，便宜三个点
现金支付还是转账？
如果您给现金，我们可以让两个点
收回扣款之前先对账
这笔货款要退回扣除运费
请客户确认一下
请客服回电话
我们请客户方的技术看看
系统方案下周给您
系统方面没有问题
传统方法太慢
控制系统方便维护
外围标签要重新贴
检查范围标准是什么
字符串标识不统一
受控标准件的采购周期
一套话术发给大家
别说套话，直接讲数字
潜伏期的患者怎么用药
这种病人住院多久
病房的冷链怎么监测
刘主任的糖尿病患者多不多
主任有高血压的患者三百多
主任做手术很多，时间紧
院长说手术量涨了两成
刘主任住院部那边的床位
怀孕母猪的饲料转化率
孕妇怀孕期用药的安全性
离婚率
孩子王是我们的样板客户
他们的孩子座椅项目
家长和孩子都满意
母公司在上海
子公司的收入合并
宗教局那边的项目
民族大学的校园网
民族路那家门店
民族品牌要支持
员工的信仰我们尊重
质量就是我们的信仰
客户对品牌的信仰
卫星星座的地面站
星座酒店的采购
情人节促销方案
列车出轨的风险
拖拉机厂的采购
拖拉机多少台？
傻瓜式操作，师傅一看就会
不要在那里傻等
身份证读卡器的报价
银行卡收单业务
员工工资代发系统
房贷客户的转化率
大家住在一起，网络要稳
国家住建部的标准
专家住哪个酒店
劳务费占成本的四成
工地劳务费涨了
返点写进合同，开在发票上
年底返点3%，走公司账户
返点给贵公司账上
学术会议已备案，讲课费走公司流程
节日送礼市场怎么做
客户买酒送礼的多
微信红包活动带来的流量
消费者红包补贴
购物卡系统的接口
烟酒店的渠道
茅台镇的酒厂
送货到烟酒专营店
意思是一下子降太多
标书用信封密封
反商业贿赂条款
我们不给回扣，也不收红包
回扣这种事，我们做不了
回扣我们做不了，能做的是写进合同的培训
拒绝任何形式的好处费
辛苦费我们不能给，但培训可以写进合同
合同里写明没有回扣
谢谢您的信任，但这个我们做不了
评委最关心什么？
评委会问哪些问题
我们的底价不能低于226000
领导说不能低于22万
价格不能再低了
建议零售价199
统一价格体系的好处是什么
固定价格合同
私下里问一下使用科室的意见
他私下跟我说预算还没批
最后一次拜访是三月
最后一次见面聊到排队
电池快不行了
客户抱怨现有设备质量差
质量差异大不大
垃圾处理厂的车队
垃圾车多少辆
垃圾邮件太多
您有没有后悔没早点换？
价格八月一日涨，因为厂家发了调价函，文件发您
还剩一台，库存表可以核对，8月5日前有效
客户拒绝了，我们约十月再看
对方说不考虑，谢谢，年底再联系
请客户吃透方案再定
怎么保证车辆准点？
您能保证交期吗？
质保金和保证金多少
绝对值不大
预付100%
第一次拜访先听
最好下周三前
第一步先看现场
国家级开发区的客户
唯一的顾虑是什么
您肯定比我清楚
跟踪他们的订单进度
属于他的职责
他属于技术把关者
采购员的工作收入系统
对方的身份是技术把关
客户是党建系统
医院处方流转平台
电子处方数字化
间隔三天打点滴
自动打点机的报价
行李打点好了
客户家住房面积
他负责家庭宽带业务
队长家里的网络
让价要让对方觉得不好拿
我要给主任讲清楚费用
给王总的费用清单
给他们现金流量表
给客户讲现金管理
请主任看看方案
带主任去看样板工厂
送样品给采购
给采购发资料
给王经理带一份样机手册
按用量付费更划算
按处方付费的医保政策
多开几家门店有返利政策
每支给主任看一下批号
把好处给客户讲清楚
这个功能给您的好处是省时间
能给客户带来一些好处
下单送礼包活动
满额送礼品的促销
开业送礼
若干股东不同意
退款打到您卡上要几天
货款打到他们账户
款打到您公司账户
给客户算一下现金回报
给您看现金流预测
送现金券的活动效果
数据被窃取的风险怎么防
司机偷油的数据怎么查
偷油的证据要留存
这套客户电话系统
一套客户话术
防冒充客户的诈骗电话
经销商库存不能低于两周
渠道库存不得低于200件
和别家一起比价
配件和主机一起报价
按区域划分市场
我们的规格可以量身定制
给评委讲方案要十分钟
请评委看样机
温控标定的周期
风控标签体系
联系评委秘书处公开答疑
傻子都会操作
了解患者病史
医生问病史要多久
登记家庭成员共享套餐
客户得病了怎么理赔
主任动手术前要确认耗材
主任的手术排得满
医生说化疗方案要改
客户单身公寓的网络
会计收入确认口径
老师和孩子都用得上
他属于龙头企业
刘总上个月说预算没了
他们只有一台吊车
现场就一台样机
他们的电池不行了
他们现在用的设备质量差
他们投诉质量差
客户说你们是不是骗子
怕遇到骗子
请王经理看旅游线路报价
请主任看按摩椅样机
带会所客户的案例
给王经理介绍红酒礼盒
给王经理看手机端界面
给陈总发手机号清单
送刘主任一份样机试用
提供茅台渠道的案例
带动茅台销量
私下打听不如当面问
私下给我透露了预算
他私下转告我要快
私下和技术沟通
赞助专家共识会议要备案
客户有看病难的问题
他有病历系统的账号
客户的医院有肿瘤中心
大夫有高血压控制目标
主任有糖尿病专科护士
客户对民族品牌有感情
把红包活动的流量接住
红包雨当天的并发
信封厂的采购
他负责信息科
他家公司在开发区
她家的产线
老板家公司的账
领导家访计划
王工家庭宽带装好了
高工资岗位难招
高收入人群
金融业的客户
方案总价
周末总结
龙头企业
马上安排
汪洋大海
于是总部同意
康复科的设备
史上最低
常规检查
黄金客户总量
白酒总经销
金额总计
高总部费用
孔总说预算够
余姐负责采购
客户要求返点写进合同
返利政策在合同里
要给客户留面子
他要不要来现场
我要和他谈礼品业务
礼品公司的采购
礼品卡业务占三成
送货到他家工厂
送检样品给主任
现金奖励销售团队
提成给销售员工怎么算
佣金给代理商按合同走
请客户吃定心丸
请他来公司看看
陪他看现场
约他打电话
酒店业的客户
酒量不行
烟草公司客户
烟酒行业的渠道
茅台镇酒厂的车队
卡车司机打卡
不签合同就没有保障
他不行就换人
孩子们的校车要安全
校车给孩子坐
儿科主任
妇产科主任怀孕门诊
产科主任
神经科主任
神经病学科
精神科病房
患者怀孕
病人离婚
离婚案件律师客户
宗教用品店
清真食堂采购
佛教文化园
教会医院
他信任我们
他信息滞后
她信心不足
主任信得过我们
基督教堂路的门店
他是满意的
回族自治区
民族地区补贴
党员活动室的屏
他是党校的采购
对方住所租赁业务
家住宅项目
国家住房政策
主任住院医培训
住院部主任
刘院长住院病人多
收入结构
老板收入分成模式
经理收入指标
他的收入目标是五百万
工资代发业务
主任工资系统
他存款业务
他房产公司
年薪制怎么签
星座影院
生肖礼盒
十二生肖纪念酒
属地管理
迷信低价
跟踪他的订单
尾随车辆
行踪轨迹
车辆行踪
"""

ORDINARY_ENGLISH = """
school bus fleet
cash flow is tight
their cash conversion cycle is 90 days
income fell by ten percent
What is the revenue and income of the plant?
Church Street branch
the affairs department handles contracts
state of affairs
surgery schedule of the hospital
his surgery department needs sterile packs
Dr Lee has diabetes patients on the list
How many patients with cancer do you treat?
the hospital has a cancer centre
child seats for the fleet
the customer's children's wear line
the client's income statement
their family business has grown
payroll and salary system
a party to the contract
third party members
building envelope insulation
back of the envelope calculation
the rebate stands in the contract and on the invoice
rebate of 3 percent on the invoice
anti-bribery policy
We do not pay kickbacks
we can't offer gift cards, but training goes into the contract
kickbacks are illegal
no kickbacks, no gifts
our gift card system serves retailers
the cables run under the table
recommended retail price 199
fixed price offer
We cannot go below 226000
What does the jury look at in the tender?
When is the tender opened?
bid for the tender by Friday
junk mail filter
rubbish collection trucks
scam calls protection service
stupid question, but how long does setup take?
a foolproof setup?
best time to call is the morning
only two trucks stand idle
How do you guarantee uptime today?
bank guarantee of ten percent
performance guarantee
100% of the drivers
last chance to fix it was in May because the schedule is full
prices go up on 1 August, see the supplier's price list
He said no, so I will ask in October
keep pushing the date back?
We will call him once next week
the buyer asked for a discount of ten percent
the manager expects a written offer
prescription glasses for drivers
prescription software for hospitals
dealers set their own prices
the market share by region
religious holidays affect delivery
the ethnic food aisle
he is the technical buyer
she is in charge of quality
Mr Church is the fleet manager
his family name is Li
give him the price list
bring the manager a sample
pay the doctor's clinic invoice
commission for dealers is in the contract
the trip to the factory is on Tuesday
Mr Christian Lee leads purchasing
the manager had heart to tell us
she has a cancer ward
his surgery team uses it
the buyer's family business
her family name
Dr Lee has depression trials running
the director has two sons companies
Miss Church called
a bribe-free process
no bribes policy
we have an anti-corruption policy
cash flow for you to see
give the buyer cash discount terms
give him the phone number
give the manager a phone call
buy him time
offer him a phone system
a cut to the budget
bonus for the team
commission to dealers
commission for your company
rebates on the invoice
gift card business in retail
do you sell gift cards
the trip for the team
a present for you company
take him to the plant
take the manager to see the line
invite him to the demo
buy you lunch box supplies
the market is split with competitors in the north
discuss prices with the client
agree the price with the buyer
retailers set the retail price
fixed retail space
our distributors cannot sell without training
the dealer cannot discount on spare parts
stop the dealer from ordering late
write the specifications of the machine
tailor the system to us
count the trucks
how many pens do they sell
how many boxes does the truck carry
stupid mistakes in billing
a silly question
fat margins
pretty women fashion line
thick walls stop the signal
the client is thick on the ground
the system is dumb
dumb terminals
spy camera detection
record the meeting with consent
photo of the plant
they are junk dealers
junk yard trucks
he will go over the numbers
go over the headline figures
keep calling conventions
keep pushing for quality
no means of transport
guarantee period
no guarantee
the best time
always on time
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


def met(text: str) -> tuple[str, str] | None:
    found = GUARD.look(text)
    return None if found is None else (found.rule, found.level)


@pytest.mark.parametrize("line", lines(SHOULD_HIT))
def test_what_must_not_be_coached_is_met(line: str) -> None:
    rule, level, text = line.split(" ", 2)
    assert met(text) == (rule, level)


@pytest.mark.parametrize("text", lines(ORDINARY_CHINESE) + lines(ORDINARY_ENGLISH))
def test_ordinary_sales_talk_is_left_alone(text: str) -> None:
    assert met(text) is None


@pytest.mark.parametrize("text", lines(ORDINARY_CHINESE) + lines(ORDINARY_ENGLISH))
def test_ordinary_talk_beside_a_true_hit_does_not_hide_it(text: str) -> None:
    bad = "I will slip him an envelope." if text.isascii() else "晚上给主任送个红包。"
    assert met(f"{text}\n{bad}") == ("E-01", "block")
    assert met(f"{bad}\n{text}") == ("E-01", "block")


CLIENT_ASKS = """
客户要回扣怎么办
采购经理暗示要好处费，我怎么回
别家每支有'辛苦费'，你们呢？
客户要我们给回扣
他想要个红包
对方索要回扣，如何婉拒
客户问有没有好处费
the buyer wants a kickback, what do I say?
he asked me for a gift card
How do I refuse when they hint at a kickback?
"""
REP_OFFERS = """
我要给主任送红包
给刘主任送红包怎么说合适
我想给客户回扣
客户那边我们要给回扣
刘主任要来，准备个红包
给客户回扣，怎么说
I want to give the buyer a kickback
he expects nothing, but we slip him an envelope
offer the buyer a kickback
"""


@pytest.mark.parametrize("text", lines(CLIENT_ASKS))
def test_a_client_who_asks_is_answered_with_the_line_to_say(text: str) -> None:
    found = GUARD.look(text)
    assert found is not None and found.level == "block" and found.rule in ("E-01", "E-02")
    assert found.alternative_zh == "谢谢您的信任，但这个我们做不了。能做的是这些写得进合同的支持……"
    assert found.alternative_en.startswith("Thank you, but that we cannot do.")


@pytest.mark.parametrize("text", lines(REP_OFFERS))
def test_an_offer_by_the_rep_is_answered_with_the_contract_and_the_invoice(text: str) -> None:
    found = GUARD.look(text)
    assert found is not None and found.level == "block"
    assert found.alternative_zh.startswith("这个我帮不上")
    assert "contract and invoice" in found.alternative_en


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("我们不给回扣", True),
        ("不给回扣拿不下来", False),
        ("能不能给点回扣", False),
        ("要不给点回扣", False),
        ("不得不给点回扣", False),
        ("没有红包他不签", False),
        ("有没有红包", False),
        ("别忘了带红包", False),
        ("不能让财务知道给了回扣", False),
        ("红包我们不能给", True),
        ("红包不能少", False),
        ("回扣不行", True),
        ("反正给点回扣", False),
        ("别家给回扣", False),
        ("we never pay kickbacks", True),
        ("why not pay a kickback", False),
        ("we won't win without a kickback", False),
        ("a kickback is not allowed here", True),
        ("don't forget the gift card", False),
        ("I have no time, bring a gift card", False),
        ("no problem, a gift card will do", False),
    ],
)
def test_a_refusal_passes_and_what_only_looks_like_one_does_not(text: str, refused: bool) -> None:
    assert (met(text) is None) == refused


def test_the_standard_replies_stand_word_for_word() -> None:
    def reply(text: str) -> Verdict:
        found = GUARD.look(text)
        assert found is not None
        return found

    assert (
        reply("给主任回扣").alternative("zh-Hans")
        == "这个我帮不上：给个人好处在两边都违法。可以换成写进合同、开在发票上的方案，我来陪你写。"
    )
    assert reply("统计医生的处方量").alternative("zh-Hans") == "不能统计医生的处方量。我们改看科室的信息需求，好吗？"
    assert reply("仅此一天").alternative("zh-Hant") == "这个期限是真的吗？客户能查到吗？如果不能，我们换一个真实的理由。"
    assert reply("他是回民").alternative("en") == "No need to store private details. Role and preferred contact are enough."
    assert reply("再缠一缠").alternative("en") == "They said no. Let us write a dignified ending and a later date."
    assert reply("找人陪标").alternative("en") == "In tenders only open channels. I will help you list questions."


def test_the_strongest_verdict_wins() -> None:
    assert met("保证到货，仅此一天，再给主任送个红包") == ("E-01", "block")
    assert met("保证到货，仅此一天") == ("E-05", "warn")
    assert met("保证到货") == ("E-24", "note")


def test_a_true_limit_has_a_date_and_a_reason() -> None:
    assert met("错过就没了") == ("E-05", "warn")
    assert met("名额本月二十五日定，错过就没了，排产通知我发您") is None
    assert met("二十五日前定，错过就没了") == ("E-05", "warn")
    assert met("因为厂家通知，错过就没了") == ("E-05", "warn")
    assert met("Last chance: the supplier's price list changes on 1 August, see the notice") is None
    assert met("Last chance before August") == ("E-05", "warn")


def test_a_question_to_the_client_is_no_promise() -> None:
    assert met("我们保证车辆准点") == ("E-24", "note")
    assert met("你们怎么保证车辆准点？") is None


def test_the_span_is_the_place_in_the_text_as_it_was_written() -> None:
    text = "Ｈｅ’ｓ　ｐｒｅｇｎａｎｔ。İ 给他送红包吧"
    found = GUARD.look(text)
    assert found is not None
    assert text[slice(*found.span)] == "红包"
    wide = GUARD.look("ｋｉｃｋｂａｃｋ for him")
    assert wide is not None and wide.span == (0, 8)


def test_a_verdict_keeps_none_of_the_words() -> None:
    found = GUARD.look("给刘主任三万块现金红包")
    assert found is not None
    kept = found.model_dump_json()
    assert "刘主任" not in kept and "三万" not in kept


def test_one_language_of_a_playbook_is_checked_by_its_own_lists() -> None:
    text = "红包 or a kickback"
    english, chinese = GUARD.look(text, "en"), GUARD.look(text, "zh-Hans")
    assert english is not None and text[slice(*english.span)] == "kickback"
    assert chinese is not None and text[slice(*chinese.span)] == "红包"
    assert GUARD.look("红包", "en") is None and GUARD.look("kickback", "zh-Hant") is None


def test_trainers_add_words_and_exceptions() -> None:
    guard = Guard(
        {
            "CK-BRIBE": {"words": ["茶钱", "golden handshake"], "exceptions": ["红包墙"]},
            "CK-ABS": Extra(exceptions=("行业第一届",)),
            "RIVALS": {"words": ["蓝星"]},
        }
    )

    def rule(text: str) -> str | None:
        found = guard.look(text)
        return found.rule if found else None

    assert rule("给主任一点茶钱") == "E-01"
    assert rule("A Golden  handshake for you") == "E-01"
    assert rule("golden handshakes") is None
    assert rule("布置红包墙") is None and rule("送红包") == "E-01"
    assert rule("行业第一届展会") is None
    assert rule("蓝星的服务很烂") == "E-18" and met("蓝星的服务很烂") is None
    assert rule("蓝星的服务不错") is None


@pytest.mark.parametrize(
    "extra",
    [{"CK-BRIBES": {"words": ["a"]}}, {"CK-BRIBE": {"words": [""]}}, {"CK-BRIBE": {"words": ["x" * 61]}}, {"CK-BRIBE": {"word": ["a"]}}],
)
def test_a_trainers_slip_is_refused_with_a_reason(extra: dict[str, dict[str, list[str]]]) -> None:
    with pytest.raises(ValueError, match=r"CK-BRIBE|word"):
        Guard(extra)


def test_an_added_word_is_a_word_and_no_pattern() -> None:
    guard = Guard({"CK-BRIBE": {"words": ["a.c (x)", "（红）"]}})
    assert guard.look("an a.c (x) it") is not None
    assert guard.look("an abc x it") is None
    assert guard.look("那个（红）包") is not None


def test_each_list_has_its_own_name_and_both_languages() -> None:
    assert len({words.name for words in LISTS}) == len(LISTS)
    for words in LISTS:
        assert words.chinese and words.english and words.reply.zh and words.reply.en


@given(st.text(max_size=80) | st.text("不给没别送红包回扣主任的客户要,。？! kickback", max_size=80))
@settings(max_examples=200)
def test_any_text_gets_a_verdict_or_none_and_a_place_inside_it(text: str) -> None:
    found = GUARD.look(text)
    if found is not None:
        start, end = found.span
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("part", ["给", "刘主任的", "回扣款", "我们不给回扣，", "the buyer ", "his family name ", "最后一次"])
def test_a_flood_of_near_hits_takes_time_in_proportion(part: str) -> None:
    text = (part * 20_000)[:20_000]
    start = time.process_time()
    GUARD.look(text)
    assert time.process_time() - start < 5
