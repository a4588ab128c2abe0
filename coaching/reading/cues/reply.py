"""Cue words of replies to objections, Chinese and English: accepting, arguing, and the nine tactics. Patterns over comparable text."""

from coaching.reading.cues.money import LET
from coaching.reading.patterns import Cue, cue
from coaching.reading.reading import Tactic

# The reply first accepts the objection or the feeling.
ACKNOWLEDGES = cue(r"""
    (?:非常|特别|完全|很|挺|也|我|都|真的?|当然)*(?<![您你])(?:(?<![不没误难先法])(?:能|可以)?理解|(?<![弄搞问想算看说讲听没不先得太])明白(?!了?吗)|体谅)(?:您|你|这|的|，|。|,|!|$|了)|(?<![没不先])懂您|(?<![没不弄搞看听])懂了(?!吗)
    (?:您|你)(?:说|讲|提|考虑|顾虑|担心|想|问|把)(?:得|的)?(?:都|也|很|挺|太|这(?:个|一)?点?|这些)?(?:对|没错|是|有道理|在理|有理|很实在|
    &很现实|周到|正常|应该|合理|好|在点子上|实在|有数)
    有道理|没错|说得是|是这么回事|是这个理|确实(?:是|不|有|没|贵|高|吃力|该|要|挺|很|让|如此|也)?|的确
    ^\W*(?:是的|是啊|是的是的|对的?|对对对?|嗯+|嗯嗯|哎|好的|行(?!不)|成|明白|了解|收到|当然|可不是|没问题|那是|那当然|得|
    &唉)(?=[，,。!、.]|$|啊|呀)
    换(?:了|做|成)?(?:我|谁|是我)[^，。]{0,6}(?:也|都)
    (?:我|谁)(?:也|都)(?:会|得)(?:生气|担心|犹豫|掂量|这么想|着急|慎重|考虑|觉得|有)|(?:很|太|挺|也|这很|都)正常|应该的|可以理解
    难怪|不容易|辛苦了?|谢谢您?(?:直说|坦诚|提醒|跟我说|告诉|这么|肯|的)|感谢(?:您)?(?:直说|坦诚|提醒|告诉|跟我)
    听(?:得)?出(?:来)?(?:您|你)|(?:您|你)的(?:担心|顾虑|意思|难处|心情|想法|压力|处境|考虑)(?:我|很|是|也|都|完全|能)
    知道您(?:难|不容易|为难|忙|有压力)|(?:抱歉|对不起|不好意思|惭愧|怪我|怪我们|是我(?:们)?(?:的)?(?:错|问题|不对|没))
    让您(?:为难|受|费心|久等|失望|操心|添堵)
    \bi (?:completely |totally |fully |really |do |can |certainly |quite |absolutely )*(?:understand|get (?:it|that|why|where)|hear (?:you|
    &that)|see (?:that|why|your|what|how|the)|appreciate|respect|agree|know (?:how|that's|it's|you've|what you|the feeling)|feel the same|
    &'d feel|'d be|can imagine|take (?:that|the) point)\b
    \b(?:totally|completely|fully|absolutely) (?:understand|get|agree|fair|right|understandable)
    ^\W*(?:understood|understandable|i see|of course|sure|right|true|absolutely|agreed|fair|that's (?:fine|fair|ok|okay|true|right|a lot)|
    &no problem|got it|point taken|exactly|yes)\b(?!.*\bbut you're wrong)
    \bfair (?:point|enough|question|concern|comment)|\bgood (?:point|question)
    \bmakes (?:a lot of |perfect |total |complete )?sense\b(?! to)
    \byou(?:'re| are) (?:absolutely |quite |completely |totally )?right\b|\bunderstandable\b|\bno wonder\b
    \bthat's (?:a lot|fair|a fair|a valid|valid|reasonable|a real|understandable|a good|not small|tough|hard|fine|a big)
    \bvalid (?:point|concern)|\breasonable (?:question|concern)
    \bi(?:'d| would) (?:be|feel|have (?:asked|done|said|felt)|ask|do|think|say|want|worry) [^.]{0,24}(?:same|angry|too|upset|careful|
    &frustrated|in your)
    \b(?:so )?sorry (?:to hear|about|for|that)|\bapologi[sz]e|\bmy (?:fault|mistake|apologies)|\bour (?:fault|mistake)
    \bthat's on (?:us|me)|\bthank(?:s| you) for (?:being|telling|saying|the|your|letting|raising|sharing)|\bi hear (?:you|that)
    \bgiven (?:what|how) (?:happened|you)|\bwe let you down|\bnot (?:an easy|easy) (?:decision|call|one)
    谨慎(?:点|些)?(?:好|对|没错)|(?:稳妥|慎重|小心)(?:点|些)?(?:好|对|没错)|(?:是|这是)我们(?:的)?(?:不对|不好|没做好|不周|疏忽)
    (?:谁|换成谁|搁谁|换谁)(?:都|也)(?:得|会|要|愿意)|人之常情|情有可原|(?:我)?知道您(?:嫌|觉得|担心|怕|是|在|不|也|压力)
    (?:您|你)(?:的)?(?:心情|谨慎)|这(?:个|事|一)(?:点|担心|顾虑)[^，。]{0,6}(?:对|该|必要|理解)
    \bi know (?:you|it|this|that)\b|\bi see it\b|\b(?:caution|that|it) makes sense\b|\bis a long time\b
    \bwe got (?:that|it|this) wrong|\bwould make anyone\b|\banyone would\b|\bno one likes\b|\bthat must (?:have been|be)\b
    \bi(?:'m| am) glad you (?:said|told|raised|asked)|\byou(?:'ve| have) (?:every right|a point|been burned)
    \bit's (?:a|an) (?:big|serious|lot|fair|tough|real)
    批评得对
    ^\W*(?:true|that's (?:all right|alright))\b
    (?<![您你我们])(?:本来|就|是|确实|当然|都|也|理)(?:就|是)?(?:该|得)(?:几位|先|问|摆|有|看|想|过|慎)[^，。]{0,10}|(?:是|也是)对的|也好(?:。|$)
    谁(?:也|都)(?:不愿|不想|怕|烦|会|得|有)|没必要为|(?:说明|可见)[^。]{0,12}(?:靠得住|看重|用心|负责|信任|稳|认真)|靠得住|省心|稳当|金贵
    实情|误不起|最清楚|有话直说|话(?:说)?(?:在前头|得直|直)|在前头|我赞成|我懂|我记(?:着|下了)|要紧(?:着)?
    (?:您|你)(?:顾着|把话|手头|一摊子|替)|得问清楚|问在点子上
    \b(?:so )?it's right to\b|\brightly so\b|\b(?:nobody|no one) (?:wants|changes|likes|needs|would)\b|\bnor should you\b
    \bno (?:point|reason|need) (?:in|for you)\b|\btake the time you need\b|\byou've (?:a full|enough|got a lot)|\btight spot\b
    \bmore than one pair\b|\bhard to fit\b|\byou (?:have|had) to (?:answer|chase|wait|explain|defend)|\bour failure\b
    \bmeans they(?:'ve| have)\b|\blike things steady\b|\bas it must\b|\ba nuisance\b|\bthe sound way\b|\bcomes? (?:before|first)\b
    \bmakes? sense (?:to (?:you|check|ask|look|wait)|that)|\bearned it\b|\bi'd want\b|\bwhat they think comes\b|\bworth more than\b
    \byou sign for\b|\bit isn't a small thing\b
""")
EMPATHY = cue(r"""
    理解|(?<![弄搞问想算看说讲听没不先得太])明白|认同|体谅|懂您|有道理|您说得(?:对|是)|您说的(?:对|是|没错)|确实|没错|抱歉|知道您
    \b(?:understand|hear you|see your point|get (?:it|that)|agree|appreciate|fair (?:point|enough)|you(?:'re| are) right|makes sense|sorry|
    &respect)\b
""")
BUT = cue(r"但是?|可是|可(?=您|你|我|这|那)|不过|然而|只是|\bbut\b|\bhowever\b|\bthough\b|\bstill,|\byet\b")

ARGUES = cue(r"""
    (?:您|你)(?:错了|不对|搞错|弄错|误会|误解|不懂|不了解|没看懂|想多了|多虑|太多虑|理解错|记错|听错|外行|没用过|不会用|没按|当时没|自己没|
    &根本|这是偏见|这是误解)
    这(?:您|你)就(?:错|不对|不懂)|不是(?:这样|这么回事|您说的|您想的)|怎么(?:可能|会(?:贵|有问题|不好|差|出这种))
    不可能(?:的|吧|，|。|啊|出)|哪(?:里|儿)(?:贵|不好|差|有问题|不行)|(?:一点都|根本|真的?|其实|完全|并)不贵|不算贵
    贵(?:什么|吗)?[?]?.{0,3}一分(?:价)?钱一分(?:价)?货|一分(?:价)?钱一分(?:价)?货|便宜(?:没好货|的(?:东西|能用|能好|都))|好货不便宜
    (?:别|人)家(?:那|的)?[^，。?]{0,8}(?:能跟|能比|也叫|垃圾|骗|差|不行|破)|能(?:跟|和)我们比|没法(?:跟我们)?比|谁(?:说的|告诉您)
    话不能这么说|(?:您|你)这(?:么|样)(?:说|讲|想|比)(?:就)?(?:不(?:公平|对|合理|厚道)|有失|太|没道理|冤枉)
    (?:这|那)(?:不|又不)(?:怪|怨|是)我们|是(?:您|你)(?:们)?(?:自己|那边|操作|没|用)|说明书|早(?:就)?(?:跟|告诉|提醒)(?:您|你)
    (?:您|你)(?:早|当初|当时)(?:干嘛|怎么不|就该|应该)|(?:您|你)没(?:用|试)过怎么知道|从来没(?:有)?(?:出|断|人|发生)过?
    没(?:有)?(?:人|客户|哪家)[^，。?]{0,6}(?:说|抱怨|嫌|反映)(?:过)?|这(?:个|种)(?:说法|想法|担心)(?:不对|是错|没必要|多余)
    我不(?:同意|认同|这么认为)|恰恰相反|正好相反|纯属|无稽|胡说|瞎说
    \byou(?:'re| are) (?:wrong|mistaken|missing|confus\w+|not (?:seeing|being|looking)|overlooking|exaggerat\w+|being (?:unfair|
    &unreasonable))
    \byou (?:obviously|clearly|just|simply|really)? ?(?:haven't|didn't|don't|never|misunderst\w+|should have|must have|shouldn't have|
    &got it wrong|can't compare)(?: (?:read|looked|look|understand|know(?! us| me)|get|listen\w*|follow\w*|use[d]?|think|thought|compare|
    &tried|done))
    \byou should have\b|\byour own fault|\byou get what you pay for|\bcheap (?:stuff|ones|products|things)
    \bthat(?:'s| is) (?:simply |just |really |actually |clearly |plain )?(?:not (?:true|right|correct|how|the case|fair|what|our fault)|
    &wrong|untrue|ridiculous|nonsense|rubbish|false|absurd|silly|a myth|unfair|impossible|incorrect|an exaggeration)
    \bit(?:'s| is) not (?:that |really |actually |so |at all )?(?:expensive|dear|pricey|much|slow|bad|risky|complicated)
    \b(?:isn't|not) (?:expensive|overpriced) (?:at all|really|actually)|\bnobody else (?:complains|has|says)
    \bno ?(?:one|body) (?:else )?(?:has ever |ever )?(?:complain\w*|said|had)|\b(?:i|we) (?:disagree|don't agree|beg to differ)
    \bwith (?:all due )?respect,?|\bthat can't be\b|\bimpossible\b
    \b(?:actually|honestly|frankly),? (?:it's|you|that's|we're|our|no)|\bno,? (?:it|that|you|we|they)\b
    \bour (?:product|quality|price|service|machines?)[^.]{0,24}(?:never|always) (?:has|had|fail|break|been|the best)
    \bwe(?:'ve| have) never (?:had|missed|failed|run)|\bhow can you (?:say|know|judge)|\bwho told you\b
    \bcheaper (?:than|option|ones) .{0,30}(?:junk|rubbish|break|fall apart)|\bit's cheaper than what you\b|\bon the contrary\b
    \bfar from it\b
    便宜的(?:能|用|可|肯定|也就)|图便宜[^。]{0,6}(?:别|就)|那就别(?:找|选|买|用)|(?:您|你)也(?:得|要|该)看看
    (?:您|你)(?:爱|要)(?:买|签|信)(?:不|就)|不识货|外面(?:随便|您去)问|(?:没|从没)听说过(?:这种|这样)
    这(?:种)?价(?:钱|格)(?:还|都)(?:嫌|算)|有什么(?:好|可)(?:担心|怕|犹豫|考虑)的|(?:您|你)(?:要|想)(?:这么|那么)(?:想|说)(?:我|就)
    \bthat never happens\b|\bdon't come to us\b|\bif you only want cheap\b|\bthe cheap ones\b|\bwhat do you expect\b
    \byou(?:'ll| will) regret\b|\byou can't be serious\b|\bthere's nothing to (?:worry|think|discuss)|\bfrankly,
    \blook at the quality\b|\bthat makes no sense\b|\bthat doesn't make sense\b|\bi don't see (?:why|how) you\b
    \bother people (?:pay|have no)|\beveryone else (?:pays|manages|is happy)
    贵有贵的|街上多的是|(?<!能)(?:真)?不(?:怪|赖)我们|是(?:您|你)(?:们)?那边[^，。]{0,6}(?:错|没|问题|责任|耽误)
    \bisn't our fault\b|\bnot our fault\b|\bplenty of cheap\b|\bif that's what you want\b|\byour side (?:sent|gave|got|made)
    \bwe have never been\b|\bthat's not correct\b
""")

GIVE_FACE = cue(r"""
    佩服|内行|行家|专业(?!的|团队|人员)|眼光|(?:您|你)(?:看|把|考虑|问|管|想)得?(?:比我)?(?:准|细|远|严|周到|全|到位|得细|很细|专业)
    (?:把|管|抠)(?:关|得|账|着钱)[^，。]{0,4}(?:严|细|好|这么)|严谨|难怪|请教您|您教教|向您(?:学|请教|取经)|跟您(?:学|请教)|学到
    受教|(?:您|你)(?:在这(?:行|一行)|比我(?:懂|清楚|在行|专业))|前辈|老法师
    (?:您|你)(?:当初|当时|那时)[^，。?]{0,12}(?:对|有道理|没错|明智|合适|英明|正确|稳妥)
    选(?:他们|那家|得)[^，。]{0,6}(?:对|有道理|没错|有眼光)|(?<!不)(?<!能)怪我(?:们)?(?=[，。,]|没|不|的|当时)
    是我(?:们)?(?!们?的)[^，。]{0,8}(?:没|不|的错|疏忽|失误|没到位)|我(?:们)?的(?:错|责任|问题|失误|疏忽)
    没(?:给您)?(?:讲|说|解释)(?:清楚|明白|到位|透)
    (?:抱歉|对不起|惭愧|失礼|不好意思)(?=[^。]{0,20}(?:给您|让您|上次|当时|没|我们|耽误))|给您(?:添麻烦|赔(?:个)?不是|道(?:个)?歉)
    (?:让|叫)您(?:为难|难做|受委屈|受累|没面子|费心)
    (?:您|你)(?:一直|这么多年|这些年)?(?:替|为|给)(?:公司|单位|厂里|领导|大家|院里|学校)[^，。]{0,8}(?:把|想|省|操心|负责|着想)
    (?:您|你)(?:提醒|点拨|指点)得(?:对|好)|(?:功劳|主意|思路|建议)(?:是|都是|算)?您
    您(?:这个|这)(?:问题|建议|想法|主意)(?:问|提|很|真)?(?:得)?(?:好|到位|关键|在点|高|专业)|多亏(?:了)?您
    没想到[^，。]{0,6}(?:您|这)|您带(?:的|出来)|尊重您|(?:这|那)(?:几)?年[^，。]{0,8}(?:没出过|管得|做得)
    \byou(?:'re| are|'ve) (?:absolutely |quite )?(?:right to|clearly|obviously|the expert|done (?:a|your)|kept|built|run this|an expert|
    &sharp|thorough|careful|ahead)
    \byou know (?:this|the|your|that|far|much|more|it)[^.]{0,30}(?:better|more|well|inside)
    \b(?:sensible|smart|good|sound|wise|right|reasonable|sharp) (?:choice|decision|call|move|eye|pick|one)\b
    \byou (?:did|made) (?:the|a) (?:right|good|sensible|smart|sound)|(?<!not )\b(?:my|our) (?:fault|mistake|bad|doing)
    \bthat's on (?:us|me)\b
    \b(?:i|we) (?:should have|ought to have|didn't (?:explain|make|do|put|handle)|handled (?:that|it)|let you down|dropped the ball|
    &failed to|owe you)
    \bi(?:'m| am) (?:really |so |truly )?sorry (?:we|i|that we|that i|for|about)|\bapologi[sz]e for|\bimpress\w+|\badmire
    \bcredit to (?:you|your)|\byour (?:idea|experience|judg\w+|team has|standards|eye)\b(?! (?:is|are) wrong)
    \ba point i hadn't|\bhadn't thought of (?:that|it)|\bi(?:'d| would)? (?:could )?learn (?:a lot )?from you|\bteach me
    \bi take my hat|\b(?:fair|good|great|excellent|sharp|smart) question\b(?=[^.]*\b(?:given|one|and|that)\b)|\bbeing careful\b
    \bwell spotted|\byou(?:'ve| have) (?:kept|looked after|protected|built|got a good|seen more)|\bi'd have (?:asked|done) the same
    \bmade sense at the time|\bat the time\b(?=[^.]*(?:right|sensible|good|sound|best))|\brespect (?:that|how|what) you
    问得(?:很|真|太)?(?:内行|专业|好|细|到位|在行)|(?:是)?我们(?:的)?(?:不对|不好|没做好|不周|没写明白|没跟上|没管好)
    没(?:有)?写(?:明白|清楚)|照顾得|(?:换谁|换成谁|谁)都愿意|管得(?:这么|真|很|井井有条)
    (?:您|你)(?:是)?(?:真|确实)(?:懂|内行|细心|负责|用心|有心)|值得(?:我|我们)学|给您(?:赔|道|认)|责任在我
    (?:谢谢|感谢)您(?:指|点|纠)
    \byou (?:spotted|caught|noticed|look after|run a|take care|think ahead|put your finger)|\bwe got (?:that|it|this) wrong
    \bit shows\b|\bi apologi[sz]e|\bwe apologi[sz]e|\bthank(?:s| you) for (?:pointing|spotting|catching|correcting)
    \bi wish more (?:customers|clients|buyers)|\bbetter than (?:i|we) do\b|\bbrochure gets wrong|\byou of all people|\bdeserve\b
    (?:我)?学习了|(?:您|你)(?:管|干|做|搞)了[^，。?]{0,6}(?:年|辈子)|批评得|一眼就(?:看|发现)|您批评
    \bi learned something\b|\bdropped the ball\b|\bat a glance\b|\bright to be (?:cross|angry|upset|worried)\b
    \b(?:\w+ )?years in (?:purchasing|the trade|this)
    (?:注明|写明|算|署)(?:是|上)?您的?(?:意见|名字|功劳|想法)|由您(?:来)?(?:立|定|牵头|往上|主持|出面|点名|引见)
    替(?:全厂|大家|他们|全院|全公司|下面)[^。]{0,10}|最实在|您看得(?:最)?(?:清楚|明白)|数都用您的|(?:是)?您替[^，。]{1,8}把的关
    \bunder your name\b|\byour points are\b|\byou set the (?:rules|terms|pace)|\bwith your figures\b|\bgoes up from you\b|\bstood up for\b
    \bfor everyone on (?:this|the)|\bchoosing them was right|\bwas right (?:for|when|at)\b|\byou know how it works\b
""")
CHANGE_TIME = cue(r"""
    (?:等|待)(?!等|遇|会儿)[^，。?]{1,16}(?:再(?!付|给钱|结|收)|我(?:再)?来|我(?:再)?找|联系|谈|过来|拜访|我第|后(?!再付)|，我|，咱)
    过(?:完|了|一阵|段时间|几天|两天|些日子|阵子|一段)[^，。?]{0,8}(?:我|再|来|谈|年)?(?:再|来|找|谈|联系|拜访)
    (?:先忙|您先忙|先缓|先放(?:一放|着)?|缓一缓|放一放|搁一搁|不赶这|改天|改日|回头|到时候|届时|下次|过后)[^，。?]{0,10}(?:再|来|找|谈|说|
    &联系|约|我)
    (?:年后|节后|春节后|月底|下个?月|下半年|明年|元旦|开春|季度|几月份|[一二三四五六七八九十\d]{1,9}月(?:份|底|初|中)?|
    &[一二三四五六七八九十\d]{1,9}号(?:以?后)?)[^，。?]{0,12}(?:再(?:来|谈|给|说|找|看|聊|联系|送)|我(?:再)?(?:来|过来|找您|联系|给您|打|
    &送)|找您|拜访|过来一趟)
    淡季|(?:换|挑|选)个?(?:时间|时候)
    (?:合同|预算|年度)[^，。?]{0,8}(?:到期|下来|批下来|调整|开始|重新)[^，。?]{0,8}(?:我|再|的时候|时|前)
    什么时候(?:方便|合适|再)(?:我)?|先记(?:在|着)|(?:以后|将来)再(?:谈|说|来)|不急[^。]{0,12}(?:月|再)
    \b(?:come|be|check|get|circle|call|ring|touch|follow|drop|pick this up|talk|meet|speak|revisit|look at (?:it|this)|return|reconnect|
    &catch up)\b[^.?]{0,24}\b(?:back|again|later|after|in|once|when|next|before|on|until)\b[^.?]{0,24}\b(?:january|february|march|april|may|
    &june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|week|month|quarter|year|season|harvest|budget|
    &audit|renewal|monday|tuesday|wednesday|thursday|friday|\d+(?:st|nd|rd|th)|holidays?|reorganisation|dust|stocktake|opens|busy|quieter|
    &calmer|finished|over|done|later)
    \b(?:i'll|i will|let me|shall i|i can|could i|we could|we can|let's) (?:come back|be back|check in|call (?:you )?(?:back )?(?:in|after|
    &when|next|on|again)|ring (?:you )?(?:in|after)|circle back|revisit|follow up (?:in|after|when)|pick (?:this|it) up|touch base|wait|
    &park|leave it (?:until|till|for now)|talk again|try again)
    \b(?:once|when|after) (?:the|your|things|you're|next|that|this|you've)[^,.?]{0,30}(?:,? ?(?:i'll|let's|we can|shall|i will|we could|
    &i'd))
    \b(?:better|another|right|good|quieter) time\b|\bno time for this\b|\bpark (?:it|this)\b
    \bwhen does [^?]{0,24}(?:open|end|expire|renew|start|reset)[^?]*\?[^.]*\bi'll\b
    \bput (?:it|a date|something) in (?:the|your) (?:diary|calendar)|\bnext (?:budget|cycle|fiscal|planning)
    (?:哪次|哪天|什么时候)[^，。]{0,10}(?:忙不过来|有空|得空|需要)[^。]{0,8}(?:再|我)|元旦(?:以后|后|过后)
    (?:下|过)(?:一)?个?(?:年度|财年|周期|采购季)|(?:[一二三四五六七八九十\d]{1,9}月)[^，。]{0,6}(?:批下来|预算|之后|以后)
    第一周(?:我)?(?:来|找)|打扰您(?=[。!]|$)
    \bdrop you a line in\b|\bsome day\b|\bin the (?:first|second|third|last) week of\b|\bi'll be back\b
    \bcome back to (?:you|this) (?:in|after|when|once)|\bget in touch (?:in|after|when|once)|\b(?:in|after) the new year\b
    \bwhen they're\b|\bwhen (?:you|things) (?:have|are) (?:more time|less busy|quieter|ready)
    (?:做|编|定|报)预算(?:前|之前|的时候)[^，。?]{0,4}(?:再|我|来)|(?:先)?忙(?:完|招标|考核|审计|检查|年底|收粮|这阵)
    \bonce the \w+ (?:is|are) (?:out|done|in|over|known|through|settled)|\b(?:finish|get through) (?:the|your) \w+ first\b
    \bi'll be back in\b|\bcome by (?:once|after|when)\b
    (?:开秤|收秤|投产|到期|旺季|开学|验收|上线|放假|续约|收粮|年底|月底|立项|预算)[^，。]{0,6}(?:前|以前|之前|后|以后|
    &之后)[^，。]{0,10}(?:我(?:再)?(?:来|带|到|去|打|送|过来)|再(?:坐|谈|来|碰|看))
    (?:我)?提前(?:一|两|三|半)个?(?:月|周|星期)[^，。]{0,14}(?:交|送|给|带|来)
    (?:赶|放到|等)(?:明年|下一?个?(?:季|年|季度|月))的?(?:预算|计划)|哪个月(?:报|定|批)
    \b(?:before|after) (?:the|your|that|next|their) [^,.?]{2,40}(?:,)? ?(?:i'll|could i|i could|we sit|can i|let me)
    \bi'll (?:bring|come|measure|be)[^.?]{0,40}\b(?:before|after) (?:the|your|that|next|their)
    \bcould i come\b[^?]*\b(?:after|before|once)|\baim at next\b|\ba month (?:ahead|before)\b|\btwo months before\b
    \bwe sit down (?:two|three|a|again)
""")
CHANGE_PLACE = cue(r"""
    (?:来|去|到|上)(?:我们|您|你|咱|贵|车间|现场|工地|仓库|厂里|厂区|门店|展厅|展会|那边|他们|他那|食堂|公司|工厂|实验室|基地|样板|项目|
    &机房|一线|科室|茶馆|楼下)[^，。?]{0,12}(?:看|走|转|坐|聊|谈|参观|试|请教|一趟|碰|跟您|过去)
    (?:陪|带|请|约|接)您?(?:一起|去|到|过去|过来|来)[^，。?]{0,10}(?:看|走|参观|转|坐|聊|体验|现场)|(?:转|走|看)(?:一)?圈
    边(?:走|看|吃|喝)边|现场(?:看|走|聊|谈|演示|跟|给您)|(?:我)?(?:过去|上门|登门)[^，。?]{0,8}(?:看|聊|谈|跟|一趟|当面)
    当面(?:聊|谈|说|讲|看|给)|实地|参观|面谈|换个(?:地方|环境|场合|方式)|找个(?:地方|安静)|(?:喝|坐)(?:杯|下来喝)?(?:茶|咖啡)
    (?:一起|请您)?吃(?:个|顿)?(?:便)?饭|食堂|茶馆|咖啡(?:厅|馆)|展会|视频(?:会|连|看)|线上(?:看|聊|演示)|电话(?:里)?(?:说|讲)不清
    \b(?:come (?:out |over |by |and see |down |see |to (?:our|the|my) )|swing by|drop by|stop by|pop (?:in|over|by|round)|walk (?:the|
    &through the|you (?:round|around|through)|round|around) (?:floor|plant|site|shop|line|warehouse|it)?|visit (?:the|our|your|a|their|us|
    &one)|site visit|on[- ]site|on the floor|see it (?:run|running|live|in action|for yourself|working)|at (?:the|our|your) (?:plant|site|
    &factory|warehouse|showroom|office|canteen|fair|show|lab)|over (?:lunch|coffee|dinner|a coffee|tea)|grab (?:a )?(?:coffee|lunch|bite)|
    &have (?:a )?(?:coffee|lunch)|trade (?:show|fair)|in person|face to face|away from the (?:phones|office|desk)|video call|jump on a call|
    &hop on a call|look at it together|take you (?:there|to|round|around)|show you (?:round|around|on site|at)|our showroom|meet (?:at|
    &outside)|off[- ]site)\b
    (?:开车|陪|带|接)[^，。]{0,3}您[^，。]{0,14}(?:看|去|到)|看(?:看)?实物|(?:请)?您?吃(?:碗|个|顿)|晚上[^，。]{0,8}(?:聊|坐|吃)
    慢慢聊|(?:办公室|会议室)(?:里)?(?:人多|说不|不方便|太吵)|换到|楼下(?:坐|聊|走)
    \bdrive you\b|\btake you (?:over|out|along)|\bto (?:their|our) (?:plant|place|site|shop|farm)|\bbuy you (?:a|lunch|dinner|some)
    \btalk it (?:through|over)\b|\bthe real thing\b|\bwalk (?:over|down|along)\b|\boutside the (?:office|meeting)
    去您[^，。?]{0,6}(?:车间|工地|仓库|店|现场|办公室|科室)|对着(?:机器|实物|现场|图|样品)|眼见为实
    抽(?:半天|一天|个时间)[^，。?]{0,6}(?:到|来|去)|电话里(?:讲|说)不
    \bcome to (?:the|your) (?:workshop|plant|site|office|warehouse|shop)\b|\bat the machine\b
    \bspend (?:half a day|a day|an hour|a morning) at\b|\bsee for yourself\b
    (?:到|去)[^，。?]{0,8}(?:点上|那个点|现场|一线|磅房|工位|病房|柜台)[^，。?]{0,8}(?:跟|走|站|看|待|坐|听)?
    (?:站|跟|待)(?:上)?(?:半天|一天|一个班)|走一趟
    \bwalk through a\b|\btake me round\b|\bshow me round\b|\bdrive to your\b|\bstand (?:half a day|a shift|a day)
    \bcome to \w+'s (?:briefing|meeting|shift)|\bfollow the \w+ at\b|\bcome with the details\b|\bnot (?:settle|sort) it in here\b
""")
ACQUAINTANCE = cue(r"""
    (?:同学|校友|老乡|战友|(?<!交个)(?<!交)朋友|亲戚|熟人|师兄|师姐|师傅|前同事|老同事|同事|老领导|发小|邻居|老客户)(?!(?:们)?(?:那边|都|
    &再|也没)?(?:一起商量))
    (?:引荐|引见|牵线|搭(?:个)?桥|介绍(?:我|我们|你们|两位|一下)?(?:认识)?(?=[^，。]{0,6}(?:认识|给我|来的|的)))|介绍我
    (?:您|你)(?:也)?(?:认识|熟悉?|知道|听说过)(?:的|他|她|吧|吗)?|(?:我们|咱们)(?:都|俩都)认识|共同(?:的)?(?:朋友|认识)
    (?:隔壁|附近|对面|同一(?:个)?园区|旁边|同行|城[东西南北]|邻县|本地|咱们?(?:县|市|区|行业)|
    &(?![\u4e00-\u9fff]{0,4}贵)[\u4e00-\u9fff]{2,6}(?:厂|公司|集团|医院|学校|银行|酒店|物流|园区|店))[^，。?]{0,14}(?:也(?:在用|用|是|上了|
    &选)|在用|用着|用了|上线|是我们的|的?[\u4e00-\u9fff](?:总|厂长|经理|主任|院长|工|店长|老板|科长|队长))
    (?:问|打听|打个?电话(?:给|问)|找|联系)(?:一下|问)?(?:他|她|他们|[\u4e00-\u9fff]{1,3}(?:总|厂长|经理|主任|工|院长|老板))
    (?:他|她|[\u4e00-\u9fff](?:总|厂长|经理|主任|工|姐|哥))(?:的)?(?:电话|微信)(?:给|发|推)您
    (?:可以|随便|尽管)(?:打|问|找)[^，。?]{0,6}(?:他|她|他们)
    (?:请|让|托|约)(?!我们|我|您|咱)[^，。?]{0,6}(?:总|厂长|经理|主任|工|院长)(?:给您|跟您)(?:打|说|聊|讲)
    \b(?:introduc(?:e|ed|tion)|mutual (?:friend|contact|acquaintance)|we both know|you both know [a-z]+|(?:do )?you know [a-z]+ (?:over |
    &at |from |in )+|(?:your|a|my|our) (?:former |old |ex-)?(?:classmate|colleague|friend|neighbou?r|cousin|peer|alumni|alma mater|
    &professor|teacher)|same (?:school|university|college|town|village)|used to work (?:with|together|at)|your old (?:firm|company|boss|
    &team)|put you in touch|vouch|reference|word of mouth|(?:ring|call|ask|phone|text|speak to|talk to|speak with|talk with) (?:him|her|
    &them|[a-z]+ (?:at|over at|from|in))|(?:has|have) (?:been|used|had) (?:it|us|a customer|one|ours|our)|customer of ours|is a customer|
    &are (?:our )?customers|one of your peers|(?:he|she|they)(?:'d| would|'ll| will) (?:happily |gladly |be happy to )?(?:tell|talk|take|
    &show|share|confirm|vouch)|switched (?:last|in|over|to us)|next door (?:uses|has|runs|switched)|over at [a-z]+)\b
    跟我们(?:合作|做|打交道)(?:了)?[\d一二三四五六七八九十多好几]{1,9}(?:多)?年
    (?:请|让|叫)(?!我们|我|您|咱)(?:他|她|他们|[\u4e00-\u9fff]{1,4}(?:长|总|经理|主任|工|老板|姐|哥|师傅))[^，。]{0,6}(?:通个?电话|跟您|
    &给您|带您)
    (?:先)?(?:问问|打听打听|问一问)[^，。]{0,10}(?:老板|店长|院长|厂长|经理|主任|站长|师傅|同行|他们|家)|他用了
    (?:他|她|他们)(?:家)?(?:也)?(?:用|做|装)了[\d一二三四五六七八九十半多]{1,9}
    \bworked with us\b|\bworking with us\b|\b(?:ask|have) their \w+ to\b|\bhave a word with\b|\bgive you a (?:ring|call)\b
    \b(?:he|she|they)(?:'s| has|'ve| have) had it\b|\bbuys? from us\b
    \b(?:co-op|mill|pharmacist|plant|school|clinic|store|firm|company|team) (?:in|on|at|next|down) [a-z ]{2,20} (?:has|uses|runs|bought|
    &switched|worked|works)
    共同的|同一栋(?:楼)?|(?:找|跟|问)(?:他们|她们|他)[^，。?]{0,6}(?:聊|说|打听|通)|(?:给您|帮)(?:写|说)(?:几|一)?句
    \bwant a word with\b|\bknows us both\b|\bin your (?:building|street|park|town)\b|\bmoved to us\b|\bwrite you a line\b
    愿意(?:跟|给|带|和|接)您|(?:邻县|园区里|隔壁|附近|本地|同行里)[^，。]{0,4}有(?:一)?家
    \b(?:is|are|would be) (?:happy|glad|willing) to (?:tell|show|talk|take|speak)
    \b(?:plant|firm|shop|company|hospital|school) in this (?:park|street|town|county)
""")
UPPER_LEVEL = cue(r"""
    (?:我们|我请|我让|请|让|约|带|陪|叫上)(?:的)?[^，。?]{0,6}(?:总经理|老总|领导|总监|董事长|副总|经理|区域|刘总|张总|王总|李总|陈总|老板|
    &大区|总部|[\u4e00-\u9fff]总)[^，。?]{0,16}(?:来|去|跟|和|拜访|见|谈|聊|写|一起|当面|出面|沟通|碰)
    (?:您|你)(?:的|们)?(?:们)?(?:领导|老板|老总|董事长|总经理|副总|上级|上面|分管|院长|校长|行长|厂长|总部)[^，。?]{0,14}(?:谈|聊|汇报|讲|
    &说|见|拜访|一起|沟通|写|碰|约|开|出席|过目|那边)
    (?:跟|和|向|给|找|见|约)(?:您|你)?(?:的|们)?(?:领导|老板|上级|分管|董事长|总经理|副总|院长|校长|拍板的|决策|一把手|上面|
    &[\u4e00-\u9fff]总)[^，。?]{0,10}(?:谈|聊|汇报|讲|说|见|拜访|写|沟通|面谈|碰|当面)?
    (?:能|可以)?(?:不能)?帮我(?:约|引见|递|安排)[^，。?]{0,10}(?:领导|老板|总|十分钟|分钟|见面)
    (?:一起|三方|双方)[^，。?]{0,6}(?:领导|老总|高层|老板)|高层|分管领导|拍板的|决策人|决策层|董事会上|(?:向上|往上)(?:汇报|报)
    给(?:领导|老板|董事长|老总)(?:看|写|准备|汇报|做)[^，。?]{0,6}
    \b(?:our|my|your|the|his|her) (?:\w+ )?(?:director|boss|ceo|cfo|coo|cto|vp|vice[- ]president|president|managing director|md|
    &general manager|gm|chairman|chairwoman|head of \w+|plant manager|owner|management|executive|executives|senior team|board|principal|
    &superintendent|regional manager|decision[- ]maker|line manager|manager)\b[^.?]{0,40}(?:meet|call|talk|join|sit|visit|present|speak|
    &come|in the room|together|room|on a call|ring|write|see|letter|brief|minutes|look|over|your|with|involved|conversation)
    \b(?:bring|get|have|ask|invite|loop in|involve|include|take|let|put) (?:in )?(?:our|my|your|the) (?:\w+ )?(?:director|boss|ceo|cfo|coo|
    &vp|vice[- ]president|president|managing director|general manager|chairman|head|plant manager|owner|management|executive|board|
    &principal|manager|decision[- ]maker)
    \bthree of us\b|\b(?:present|take|go) (?:this|it) (?:to|up to|up) (?:the|your) (?:board|boss|management|ceo|director)
    \bdecision[- ]maker|\bsteering (?:group|committee)|\bexecutive (?:meeting|sponsor|summary)|\bis it your call\b
    \bsit down (?:together )?with your|\bone level up|\bhigher up|\bget (?:him|her) in the room
    (?:一起|咱们|咱|陪您|帮您)(?:去|来)?(?:给|跟|向)[^，。]{0,6}(?:汇报|院长|领导|老板|总|校长|董事)
    (?:跟|和)(?:贵|您)[^，。]{0,8}(?:总|院长|校长|董事长|厂长|领导)(?:见|碰|聊|谈|通)
    \btake it to (?:the|your) \w+
    \b(?:to|with) (?:the|your) (?:dean|principal|board|director|boss|president|owner|partners|management|headmaster|minister)\b
    \bsit down with (?:mr|ms|mrs|dr|your)|\bput the case together\b|\bbring our\b
    (?:陪|跟|和)您(?:一起)?(?:去)?(?:汇报|上会)|院务会|班子会|办公会
    \bpresent it with you\b|\bvice president to\b|\bwhole committee\b|\bcome along and present\b
    我请我们[^，。?]{0,8}(?:主管|总监|经理|负责人|总工)[^，。?]{0,6}(?:跟|和|来|当面)
    \bbring our head of\b|\bour head of \w+ (?:to|will|can)
""")
PRESSURE = cue(r"""
    (?:下个?月|下周|明年|月底|年底|[\d一二三四五六七八九十]{1,9}(?:号|月|日))[^，。?]{0,14}(?:涨|调价|截止|到期|取消|结束|恢复原价|没有了|
    &就没|停|收口|关)
    (?:要|会|就|马上|即将|准备)(?:涨价|调价|涨|断货|缺货|停产)|(?:原料|原材料|钢材|铜价|运费|成本|价格)[^，。?]{0,8}(?:涨|上调)
    (?:只|就|仅)(?:剩|有|能(?:留|保|给您留))[^，。?]{0,12}(?:台|个|套|名额|天|位|到|家|批|吨|箱)|名额
    (?:价格?|优惠|报价|政策|折扣)[^，。?]{0,8}(?:只(?:能)?|到|有效|保到|截止|保留|就到)[^，。?]{0,10}(?:号|天|周|月|底|为止|期)|排产
    排期|档期|错过|过(?:了)?这(?:个)?(?:村|店|期|批)|来不及|赶不上(?!吗)|抢(?:着|先|走|购|完|光)
    (?:后面|另外|别的|其他|还有)[^，。?]{0,4}(?:[\d一二两三四五几好]{1,9}家|客户)[^，。?]{0,6}(?:在排|排|等|要|在谈|盯)|先到先得
    再(?:拖|等|晚|耗)(?:一|两|半|几|下去|个)|(?:再|多|每)(?:拖|等|晚|耗|推)[^，。?]{0,14}(?:损失|没了|又是|就|多|万|千|钱|白|亏|少)
    每(?:拖|等|晚|多)
    (?:对手|竞争对手|同行|人家|隔壁|[\u4e00-\u9fff]{2,4}(?:公司|厂|集团)?)[^，。?]{0,8}(?:已经|都|上个?月就?|早就)(?:上|签|用|换|订|装|
    &布局|开始)
    让(?:他们|人家|对手|别人)(?:抢|占|赶|超)|落(?:在|到)?(?:后|别人后)
    (?:旺季|收粮|采暖季|开学|检查|招标|审计)[^，。?]{0,8}(?:前|之前)?(?:装不|来不及|就晚|赶不|没档)
    隔壁[^，。?]{0,8}(?:订走|抢|拿走)|全(?:省|市|国)(?:就|只)|最后(?:一批|[\d一二三四五]{1,9}(?:台|个|套|天|名额))
    库存(?:不多|紧|见底|只)|交(?:货)?期(?:会|要|就)?(?:拉|延|变)长|不(?:定|签|下)[^，。?]{0,8}(?:就|会|等到|得等|要等)
    \bprice(?:s| list)? (?:\w+ ){0,3}(?:go(?:es)? up|rise|rises|increase|increases|change|changes|is going up|are going up|will go|jump)
    \b(?:goes|going|go) up (?:by|on|in|next|from|\d)|\bhold (?:this|the|it|that)[^.]{0,20}(?:until|till|to|for|beyond|past)
    \b(?:valid|good|guaranteed|available|open) (?:only )?(?:until|till|through|for (?:another|the next))
    \bonly (?:\w+ ){0,3}(?:left|remaining|slots?|units? (?:left|in)|places|until|till)
    \bthere (?:are|is) (?:only )?\w+ [^.]{0,24}(?:slots?|left|places|remaining|spots)
    \b(?:last|final) (?:\w+ )?(?:slot|unit|batch|chance|few|day|week|one)\b|\bdeadline\b
    \b(?:runs?|sell(?:s|ing)?|book(?:s|ed|ing)?|fill(?:s|ing)?) (?:out|up|fast)|\bafter that (?:i|we|it|the)\b
    \b(?:can't|cannot|won't be able to) (?:hold|quote|guarantee|keep|promise)
    \bbefore (?:the|it|prices?|they|someone|your competitor)[^.]{0,24}(?:goes up|rise|increase|season|runs out|gone|does|changes|closes)
    \b(?:every|each|another) (?:month|week|day|quarter|hour)[^.]{0,20}(?:wait|delay|costs?|lose|losing|goes by|passes|without)
    \bthe longer you\b|\bcosts? you about\b|\bcompetitors? (?:\w+ ){0,3}(?:already|signed|switched|bought|in \w+|have)
    \b(?:already|have|has) (?:signed|switched|ordered|bought|moved|booked)\b|\bmiss (?:the|this|out)|\bwent yesterday
    \bsomeone else (?:is|has|wants|takes)|\bfirst come\b|\blead times? (?:are|is|will|go|get|stretch\w*)|\bcatch up\b
    \bfall behind\b|\bget ahead of you|\brun out\b|\bwhile (?:stocks?|it) lasts?|\bsteel goes up
    \bgoes (?:to|on) (?:someone|another)
    只有[\d一二两三四五几]{1,9}(?:组|台|个|套|家|批|天)|(?:就)?(?:得|要)?等明年
    (?:到|过了)[^，。]{0,8}(?:号|月|底)(?:就|以后就|后就)(?:停|没|得|要|按|恢复|涨)|按原价|恢复原价
    (?:政策|补贴|活动)[^，。]{0,10}(?:停|截|到|结束|取消)|还能排|(?:安装|施工|培训)(?:队|组|档期|名额)
    \bcloses on\b|\b(?:it's|back to) (?:the )?list price again\b
    \b(?:crews?|slots?|places|teams?) (?:are |is )?(?:still )?(?:free|left|open|available)
    \bit'll be next (?:year|season|spring|month)|\bbefore the (?:cold )?season\b|\bsubsidy\b|\bquota\b|\bends? on the\b
    (?:旁边|周围|附近|同行|左右)[^，。?]{0,6}(?:都|已经)(?:装|上|用|换|签)|再不(?:动|上|定|换|签|装)
    (?:往|去)(?:他们|别人|对手)[^，。?]{0,4}(?:跑|去)|(?:提|涨)价[^，。?]{0,14}(?:锁|保|留)|帮您锁
    \bhave it already\b|\bdrifting\b|\bover there\b|\block (?:this|it|that) in\b|\braises (?:all )?prices\b|\bis the last day\b
    倒推|最晚(?:下单|签|定|付)|晚一(?:天|周|个月)[^，。]{0,8}(?:多|就|少)
    \beach (?:week|day|month) later\b|\bthe latest (?:order|date|day)|\bso we (?:measure|start|order) \w+ weeks before
""")
LEAVE_ROOM = cue(r"""
    没(?:关系|事)|不(?:急|着急|勉强|强求|买也|合作也|成也|方便也)|(?:买不买|成不成|合不合作|定不定|用不用|签不签)都|不行(?:就|也)
    (?:留|放)(?:个|一|两|几)?(?:台|份|套|支|盒|箱|本|件)?(?:样品|样机|资料|名片|电话|微信|口子|份|样)?(?:在|给|下|着)?(?:您|这儿|桌上|用着|
    &看看|试)
    样品|样机|试用
    (?:先|免费|可以)?试(?:一|两|三|几|半|\d|用|个|装|做|跑|吃|点|卖|推|着|下)[^，。?]{0,6}(?:月|周|天|店|台|点|批|箱|条|间|家|次|试|看|
    &下)?
    小(?:批量|范围|规模|单|试)
    先(?:拿|做|订|上|装|开|定|来|从|签|进|买|选|挑|用)(?:一|两|三|几|半|十|\d|少|点|小)[^，。?]{0,10}(?:试|看|卖|再|点|月|台|箱|店|车间|
    &部门|做|跑)?
    试点|(?:当|做|作)(?:个|我们)?(?:个)?(?:备选|备胎|备份|备用|第二|后备|补充|二供|备货)|备选|备用|第二(?:供应商|选择|家)
    交个朋友|保持联系|常联系|随时(?:找|联系|给我|打|来|call|叫|招呼|问)
    (?:以后|将来|哪天|日后|什么时候|有需要|需要的时候|用得着|万一)[^，。?]{0,14}(?:找我|联系|电话|想起|随时|我就到|招呼|能想到|需要)
    门(?:永远|一直|都)?(?:开|敞)|不合适(?:就|我|再|可以|也)|不好用(?:就|我|再|可以|全|随时)
    卖不(?:动|掉|完)(?:我|就|可以|全)?(?:全)?退|(?:包|全额|全|无条件|随时)退|(?:我)?(?:自己)?(?:拉|搬|带)走
    (?:您|你)(?:先)?(?:慢慢|先|再)(?:看看|考虑|想想|比较|比比|了解|琢磨)|(?:您|你)(?:再)?(?:考虑考虑|比较比较)
    不(?:给您|会给您)?(?:添)?(?:压力|负担)|如果将来|将来(?:要是|如果|再选)|不(?:着急|用)(?:现在|今天|马上|立刻)(?:定|决定|答复|回复)
    想请教|这(?:一)?点我(?:真)?没想到|退一步|尊重您的(?:决定|选择)|方便(?:的时候|了)再
    \b(?:no (?:rush|pressure|hurry|obligation|hard feelings|strings|commitment|problem if|need to decide)|not (?:in )?a(?:ny)? hurry|
    &take your time|whenever (?:you|it|suits)|door(?:'s| is) (?:always )?open|keep (?:us|me|it|my (?:card|number)|in touch|our)|
    &stay in touch|second source|second supplier|back-?up|plan b|fall-?back|samples?|trial|pilot|try (?:it|one|out|a|us|them|two|just)|
    &test (?:it|one|run|order|batch)|small (?:order|batch|test|step|start|trial|pilot)|start (?:small|with (?:one|two|a|just|five))|
    &demo unit|free of charge for|leave (?:you )?(?:a|the|one|it|some|my|two) [^.]{0,20}(?:with you|desk|here|sample|unit|card|number|copy|
    &for)|if (?:it's|it isn't|it doesn't|you don't|it's not|they don't|that)[^.]{0,24}(?:take it (?:away|back)|send it back|return|no good|
    &nothing|walk away|refund|isn't for you|like it|work out)|if anything changes|if (?:they|things) (?:ever|change)|if you ever|
    &any ?time you|happy to wait|feel free to|money back|send it back|take it (?:away|back)|just (?:one|a) (?:store|line|truck|team|site|
    &ward|shift)|up to you|your call entirely|think it over|sleep on it)\b
    (?:听|问|看|试|想|比)(?:完|好|过|清楚)[^，。]{0,6}再(?:决定|定|说|谈)|原路退|退(?:给)?我|(?:卖|摆)(?:得动|着看|摆看)
    拿(?:一|两|几|\d)[^，。]{0,6}回去|先(?:改|装|换|铺|签|租|买)(?:一|半)(?:层|栋|间|条|台|个|年|季)|不合作也|下回|下次(?:有|还|再)
    \bdecide (?:after|later|then)\b|\bcollect (?:them|it)\b|\bput (?:one|two|a few) (?:cases?|boxes|units)
    \bone (?:floor|room|unit|line|truck|store|ward|class) (?:now|first|only|for)|\bthat's fine\b(?=[^.]*\.)|\bno hard feelings\b
    \bglad to help\b|\bif they don't (?:move|sell|work)
    (?:不用|不必|不急着)(?:现在|今天|马上)?(?:答复|决定|回答|表态)|用不惯|(?:我)?来取|随时叫我|那就不打扰|不勉强
    \bi won't push\b|\bno need to (?:answer|decide|reply)\b|\bcall me any ?time\b|\bdemo machine\b|\bif it doesn't suit\b
    \bpick it up if\b
    (?:先不谈|先不用|先不急|先放(?:一放|着)|今天不谈|今天先不|一点不动|先不动|不加(?:东西)?)|(?:也)?不要紧
    (?:就|先)?(?:挑|拿|选|接|找)一(?:个|间|条)(?:点|部门|车间|店|门店|角落|班|线|科|年级|项目)|(?:角落|一件小事)|做得好再
    再定(?:后面|要不要|别的)|(?:您|你)(?:满意|看着(?:好|值|行))(?:了)?[，,]?再|我(?:也)?不(?:劝|打扰|勉强|催)|好不好用您自己
    用不用(?:您|你)(?:自己)?定|不占您的?人手|用不上您说一句
    \bneedn't (?:be|come|decide|sign)|\bleave (?:you in peace|the contract as it is|it as it is|it at that)|\bsay so and i(?:'ll| will)
    \bone (?:point|corner|department|workshop|room|team|line|site|class|store|truck)\b[^.?]{0,24}\b(?:for|on|with|this|month|days|first|
    &season)
    \bthe rest waits|\bthen you decide\b|\bi won't argue\b|\bnothing new\b|\btouch nothing\b
    \b(?:two|three) (?:points|trucks|stores|rooms) for\b|\btake one \w+ (?:for|this)|\bhardest one for\b|\bpark the\b
    \byou don't have to take my word
""")
FIND_CAUSE = cue(r"""
    (?:跟|和|与|同|是跟|拿)?(?:哪|谁)(?:家|个|一家|款|个方案)?[^，。?]{0,8}(?:比|对比|相比)(?!我)
    (?:具体|主要|究竟|到底|关键|最)(?:是|指|在|担心|顾虑|考虑|卡|贵|不)[^，。?]{0,14}(?:哪|什么|还是|谁|啥)
    (?:主要|具体)?是[^，。?]{1,14}[，,]?还是[^，。?]{1,16}[?]
    (?:担心|顾虑|考虑|在意|犹豫|卡|介意|不放心|不靠谱|不满意?|不顺手)(?:的)?(?:是|在|哪|什么)[^，。?]{0,10}(?:哪|什么|方面|点|环节|[?])
    (?:什么|哪些|别的|其他|还有)[^，。?]{0,4}(?:顾虑|原因|担心|考虑|因素|想法|疑问|问题)(?:吗|呢|[?]|没|让)
    什么(?:原因|让您|事让|情况下|样的|时候开始|条件)|为什么(?:会)?(?:这么|觉得|想|不|没|您)?|为啥
    怎么(?:会)?(?:这么)?(?:想|考虑|看|说|讲|理解)|除了(?:价格|钱|预算|这个|这(?:一)?点|您)[^。?]{0,12}(?:还|别的|其他|谁)
    哪(?:一)?(?:块|点|个环节|一?条|方面|部分|里|儿|步|项|头)[^，。?]{0,14}(?:[?]|呢|最|不|让|卡|贵|出|担心|顾虑|没)
    (?:预算|这笔钱|费用|投入)[^，。?]{0,14}(?:哪块|哪里|谁|什么时候|几月|怎么|多少|哪个|走)
    (?:谁|哪位|哪几位|哪些人)[^，。?]{0,8}(?:点头|拍板|定|参与|一起看|反对|有意见|有顾虑|提出|担心|签字|还得)
    还有(?:谁|哪位|哪几位|哪些人)|还得谁|(?:什么|怎样|怎么样)(?:才|您才|才算|样的[^，。?]{0,6}(?:您)?会)
    您(?:最)?(?:看重|在意|关心|想(?:要|改善|解决))[^，。?]{0,4}(?:什么|哪|的是)|差(?:在|了)?(?:哪|多少|什么)|贵(?:在)?(?:哪|多少)
    (?:比|跟)(?:预算|您的?预算|预期|心里)[^，。?]{0,6}(?:高|差|贵|超)[^，。?]{0,4}(?:多少|还是)
    怎么(?:个)?(?:贵|不行|不好|出的|回事)|出(?:在|了)什么|卡在(?:哪|什么|谁)
    (?:那次|上次|去年|当时)[^，。?]{0,14}(?:怎么|什么|哪|谁)[^，。?]{0,8}[?]?
    \bcompar(?:e|ed|ing)\b[^?]*\b(?:with|to|against|us)\b[^?]*\?|\bcompared (?:to|with) what
    \bwhat (?:are|were) you (?:comparing|looking at|measuring|basing|hoping|expecting)|\bwhat (?:makes|made) you\b
    \bwhat(?:'s| is) (?:behind|holding|stopping|the (?:main|real|biggest|main)|worrying|driving|missing|it about|your (?:main|biggest|
    &real))
    \bwhat (?:exactly|specifically|part|would (?:have to|it take|need|make|help|you need|change)|happened|went wrong|concerns?|worries|
    &else|gives|didn't|put you|matters|bothers|feels|do you mean)
    \bwhy (?:do|does|did|is|would|that|not)[^?]{0,40}\?|\bhow (?:so|come)\b
    \b(?:risky|expensive|slow|complicated|small|early|late|much) how\b
    \bis (?:it|that|this) (?:the|a|more|about|really|mainly|just|because|your|down to)[^?]*\bor\b
    \bis (?:it|that) (?:the (?:price|money|budget|timing|total|cost)|a (?:budget|timing|trust)|your call)
    \b(?:apart from|other than|besides|aside from|beyond) (?:the )?(?:price|cost|money|budget|that|timing)
    \bwhich (?:part|bit|piece|step|of (?:the|those|these)|one|figure|number|feature|aspect|side|area|line)\b[^?]*\?|\bwho else\b
    \bwho (?:raised|is (?:worried|against|concerned)|would (?:need|have)|has (?:doubts|concerns)|feels|decides|signs|else|approves|needs)
    \bwhen (?:does|did|do|would|is|will)[^?]{0,40}(?:budget|decide|decision|concern|start|contract|open|renew|look at)
    \bwhere (?:does|did|is|would)[^?]{0,30}(?:budget|stuck|concern|come from|go wrong|break)|\bhelp me understand\b
    \bcan (?:you|i ask)[^?]*(?:tell me|why|what|say) (?:more|about|what|why)?|\bmay i ask\b|\btell me (?:more|what|why)
    \bwhen you say\b|\bwhat do you mean\b|\bany (?:other )?(?:concerns|doubts|worries|reason)|\bor is (?:it|there)\b
    \bif (?:price|money|budget|that) (?:weren't|wasn't|were not|was not)|\bhow (?:far|much) (?:off|apart|over|above|too)
    \bwhat would you (?:need|have to|want) to
""")
CREATIVE = cue(r"""
    分(?:期|[两三四五六几\d]+(?:期|次|笔|年|步|批)|阶段|季度|批付|月付)
    按(?:月|年|季|次|量|用量|效果|结果|台|天|吨|流量|使用)(?:来)?(?:付|租|收|算|结|计)
    (?:以租代|融资|租赁|租用|改(?:成)?租|月租|经营性租|先租|租(?:给|两|三|一|用|满))|以旧换新|打包(?!票)|拼(?:一)?单
    (?:联合|合伙|组团|跟[^，。?]{1,8}(?:一起|合着))(?:采购|买|订|上|下单|招标)
    (?:省下(?:来)?的|节约的|节省的|赚的|收益)[^，。?]{0,8}(?:分|抽|再付|付|算)|[一二三四五六七八]{2}分|分成|对赌
    风险(?:我们)?(?:共担|一起|分担|我)|共担|(?:见|看)(?:到|了)?(?:您)?(?:见到)?效果(?:再|后|才)(?:付|给|结|签)
    达(?:到|标)[^，。?]{0,8}(?:再|才)(?:付|签|结|算)|没(?:有)?(?:达到|效果|省下来)[^，。?]{0,8}(?:不收|不要|退|我)
    先(?:收|付)(?:一半|一部分|三成|两成|首)|余款|尾款|换(?:个|一种|种)(?:做法|方式|合作|办法|思路|方案|付法|付款)
    (?:设备|机器|投资|钱)我们(?:出|投|垫|先)|我们(?:先)?(?:垫|出设备|投|出钱)|托管|代运营|外包给我们|置换|组合(?:方案|套餐)?
    配套(?:一起|方案)|套餐|模块化|先(?:上|买|用)(?:基础|核心|一个模块|最急)|合作(?:伙伴|银行|方)|保底|阶梯(?:价|付款|收费)
    换成(?!谁)
    \b(?:leas(?:e|ed|ing)|rent(?:al|ed|ing)?|instal+ments?|pay (?:monthly|quarterly|per|as you|by (?:use|result|month|the)|only (?:if|when|
    &for)|half|in (?:two|three|four|stages|parts)|when it)|spread (?:it|the (?:cost|payment|price))|split(?:ting)? (?:it|the (?:payment|
    &cost|bill|order|fee|difference over))[^.]{0,16}(?:over|across|into|between|in)|tie (?:the|our) (?:fee|price|payment)|
    &fee to (?:the )?(?:savings|results|outcome)|share(?:d)? (?:the )?(?:risk|savings|upside|gain)|gain-?share|performance[- ]based|
    &pay[- ]for[- ](?:results|performance)|success fee|trade[- ]in|bundle|package (?:it|them)|phas(?:e|ed|es)|in (?:two|three|stages|
    &phases)|stage(?:d)? (?:roll-?out|payment)|joint (?:purchase|order|venture)|pool (?:the|your)|financ(?:e|ed|ing)|subscription|
    &as a service|buy-?back|own(?:ed)? it after|only pay (?:if|when|for)|don't (?:save|earn)|we don't earn|money-back if|
    &different (?:structure|setup|package|way to pay)|swap (?:the|it)|consignment|start with the (?:basic|core)|deferred?|
    &defer (?:the )?payment|partner (?:with|bank|who)|together with your sister|co-?fund|cost-?sharing)\b
    打成(?:一个)?包|按产量|结算(?!单)|(?:省|节约)下来的(?:部分|钱)?(?:再|来)?付|第二(?:层|期|批)[^，。]{0,6}(?:再|付)|先改
    先上一(?:期|层|部分)|(?:设备|机器)[^，。]{0,6}(?:和|加|跟)[^，。]{0,6}(?:一起|打包|一个)
    \bone package\b|\bpa(?:y|id) by (?:output|use|volume|results|the)|\bpaid out of\b
    \bout of (?:the )?(?:savings|power you save|what you save)|\bone \w+ now and\b|\bcame as one\b|\bcombine\b
    \bwhat if (?:we|the|you)[^?]*(?:pay|paid|lease|rent|share|split|bundle|package)
    按(?:使用|用|实际|处理|打印|加工|出货|通话)?[^，。?]{0,4}(?:次数|数量|用量|产量|单量|效果|结果)[^，。?]{0,4}(?:收|付|算|结|计)?
    租赁公司|(?:找|引入|加)[^，。?]{0,6}(?:公司|银行|伙伴|第三方)[^，。?]{0,4}(?:进来|合作|垫|一起)|(?:归|给)您(?:[。,，?!]|$)
    \bcharge (?:per|by)\b|\bleasing (?:firm|company)\b|\bbring in (?:a|an) (?:leasing|finance|bank|partner)|\bper use\b
    拆(?:开|成|分|细)|(?:换|改)(?:个|种)?(?:包法|打法|组合)|怎么赔|(?:按天|按次|按月)?抵(?:服务费|扣|租金)
    (?:责任|时限|标准|赔付|阶梯)[^，。]{0,16}写进合同|写进合同[^。]{0,10}(?:赔|抵|验)|接起来|利旧|阶梯价
    \btake (?:the package|it) apart|\bpack it differently|\bpay by season|\bsplit it by\b
    \binto the contract\b[^.]*\b(?:compensation|credit|penalt|test)|\bcompensation (?:go|goes|into|in)\b
    \bcredited (?:for|at|against|later)|\bstep(?:s)? down with\b|\bannex(?:es)?\b|\bconnect your\b|\bcontract, with\b
""")

TACTICS: tuple[tuple[Tactic, Cue], ...] = (
    ("give_face", GIVE_FACE),
    ("change_time", CHANGE_TIME),
    ("change_place", CHANGE_PLACE),
    ("acquaintance", ACQUAINTANCE),
    ("upper_level", UPPER_LEVEL),
    ("pressure", PRESSURE),
    ("leave_room", LEAVE_ROOM),
    ("creative", CREATIVE),
)
DISCOUNT = cue(
    LET
    + r"""
    便宜|打[\d一二三四五六七八九.]*折|[\d一二三四五六七八九]折|优惠
    降(?:价|到|[\d一二两三四五六七八九]|点|一点|些)|折扣|少收|抹零|减(?:免|[\d一二两三四五六七八九])|下浮|特价
    \bdiscount\b|\b(?:percent|per cent|%) off\b|\bknock\b|\btake (?:\w+ ){1,3}off\b|\bcheaper\b|\blower (?:the )?price
    \bdrop (?:the|it|to|another)|\bcome down\b|\bmatch (?:their|the|that) price|\breduce (?:the )?price|\bhalf price
    \bcut (?:the )?price|\bspecial price
"""
)
# A step of the rep's own; it lowers the price only where money is spoken of. A step asked of the customer is none.
STEP = cue(r"让(?:[一半两]|个|[一半]小|点)?步")
CLIENT_STEP = cue(r"(?<![给跟向为对])(?:您|你|贵司|贵厂|贵院)[^，。,!?;我咱]{0,5}让(?:我们?)?(?:[一半两]|个|[一半]小|点)?步")
PRICE_WORDS = cue(r"价|钱|元|块(?!儿)|折扣|费用|\bprice\b")
# A question that proposes something; any other question in a reply looks for the cause.
PROPOSES = cue(r"""
    要不|不如|您看|行吗|行不|好吗|可以吗|可行吗|怎么样|成吗|方便吗|如何[?]|要不要|我(?:来|去|请|带|陪|给|先|让|帮|把|再)
    咱(?:们)?(?:先|再|一起|去|约)|帮我约|合适|哪个好办|您觉得(?:呢|怎么样|如何)|您说呢
    \bshall\b|\bwould (?:that|it|you like|you be|\w+ing|\w+day)\b|\bcould (?:we|i)\b
    \b(?:suit|suits|shall i|take me|works? for you|convenient|send over|would help|which is easier)\b|哪天|几点|哪个合适|\bcan (?:i|we)\b
    \bwhat if\b|\bhow about\b
    \bwhy don't (?:we|you|i)\b|\bshould (?:we|i)\b|\bdo you want me\b|\bdo you know\b|\bwould you\b|\bsay\b|\bhow does that\b
    \bwhat do you (?:think|say)\b|\bwhy not\b|\bwant (?:a|me|to)\b
""")
# A sentence that accepts and goes on to answer.
ANSWERS = cue(r"""
    但是?|可是|不过|我们(?:的|有|是|可以|能|会|保证)|\bbut\b|\bhowever\b
    \b(?:our|we) (?:\w+ )?(?:have|can|are|is|offer|guarantee|will|provide|do)\b
""")
