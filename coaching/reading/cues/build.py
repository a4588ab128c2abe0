"""Cues of how a question is built: conditions with something better or worse in them, premises, wishes. Patterns over comparable text."""

from coaching.reading.patterns import cue

# "If …" with something better in it asks for value; with something worse in it, for consequences.
CONDITION_HAN = cue(r"如果|要是|假如|假设|假使|倘若|若(?:是|能)?|的话|设想|想象")
CONDITION_DREADED = cue(r"万一|一旦|再不|\bin case\b|\bshould it\b")
CONDITION_EN = cue(r"""
    \bif\b|\bsuppos(?:e|ing)\b|(?<!i )\bimagine\b|\bsay (?:you|we|the)\b|\bassuming\b|\bwhat if\b|\bwere to\b
    \bhaving\b(?=[^?]*\bwould\b)
""")
BETTER = cue(r"""
    再也(?:不|没)|零(?:差错|故障|投诉)|能|可以|不用|不再|不会|不必|不需要|没有人?(?:再)?
    少(?:了|掉|一半|停|跑|等|吵|接|派|一[次趟]|两|几)|减少|减到|减半|降(?:到|低|下|一半)|压(?:到|缩|下)|缩(?:短|到)|砍(?:掉|一半)
    (?<!没|不)(?:解决|搞定)|省(?:了|下|掉|去)|提前|自动|实时|随时|当天|当场|一眼|一键|一点就|半天|几分钟|清清楚楚|清楚
    有(?:一)?(?:个人|份|套|条)|管到底|看得见|看得到|可查|查得到|避免|杜绝|消除|改善|提高|提升|变快|更快|快(?:一点|一倍|些|了以后)
    稳定|准时|准确|统一|集中|在手机上|手机上就能|(?<!不)知道(?=哪|什么时候)
    \b(?:could|didn't have to|no longer|never|zero|without|drop(?:ped|s)? (?:to|by)|cut(?:ting)?|reduc\w+|down to|solved|fixed|sorted|
    &one (?:person|number|place)|instead of|split|automatic\w*|instantly|real[- ]time|ahead|in advance|same[- ]day|faster|quicker|easier|
    &nobody had to|get(?:ting)? (?:that|it|this) down|fell to|within|halv\w+|by half|in half|on a screen|at a glance|had (?:a|one|every|
    &all)|off your|clean|saved?|less|fewer|right every|always right|stopped (?:guessing|worrying|chasing)|stop guessing|knew|owned|
    &took (?:an?|one|ten|minutes)|no more|able to|up by|went up|improv\w+)\b
""")
WORSE = cue(r"""
    (?:没|不|没有|迟迟不|一直不)(?:能)?(?:解决|搞定|处理|改|换|管|动|到位|及时)|还(?:是)?(?:这样|老样子|不|没)
    再(?:来|查|出|拖|断|停|丢|晚|不|这|涨|漏|有)|继续|一直|断|停|丢|走(?:人|了)|辞|坏|漏|错|晚|迟|罚|查(?:出|到|下来)|投诉|闹|爆|崩
    涨|缺|赶不上|来不及|跟不上|出(?:事|错|问题|岔)|曝光|让.{1,6}知道|流失|超标|不够|掉
    \b(?:nothing changes|don't|doesn't|didn't|again|quits?|leaves?|fails?|turns? up|runs? out|keeps?|goes on|continues?|miss\w*|late|
    &los[et]\w*|breaks?|down|stops?|stopped working|wrong|slips?|worse|wait(?:s|ing)? (?:too )?long|too long|drags? on|delay\w*|short|
    &falls? (?:behind|through|ill)|out sick|audit|finds? it|happens again|complain\w*|cancel\w*)\b
""")
# The build of a question: what stands before it has happened; it asks on from there; "that" takes up what was said; "would" wishes.
HAPPENED = cue(r"了|没|不|一.{1,4}就|\bwithout\b|\bwhile\b|\bwhen\b|\bevery\b|\beach\b|\bonly\b|\bno\b|\bstill\b")
ASKS_ON = cue(r"""
    谁(?!的手)|怎么(?!样)|拿什么|是不是(?!老|常|总)|会(?!经常)|从哪|得|岂|几块|要不要|\bwho\b|\bwhat\b|\bhow do you\b
    \bdo you then\b|\bcould\b|\bend up\b
""")
# What an English question takes for granted before its point: "when the line stops", "does a late report".
GRANTED = cue(r"""
    \b(?:when(?! (?:do|does|did|is|are|was|were|will|can|would|could)\b)|while|because|after|each time|every time|if|whenever)\b[^,?]*
    \b(?:does|do|did|would|is|and) (?:a|an|one|each|every) (?:\w+ )?(?:late|wrong|bad|missed|faulty|lumpy|broken|failed|delayed|lost|
    &damaged|slow|rejected|down|error|mistake|delay|failure|breakdown|shortage|outage)\w*
    \b(?:does|do) (?:slow|late|bad|poor|missing|wrong) \w+
""")
# A fault whose handling is asked about is still a fact: "when a complaint comes in, how is it passed along?"
HANDLED = cue(r"""
    由谁|谁(?:来)?对接|怎么(?:流转|处理|分派|走(?!人)|报修|上报|登记|安排|派|跟进|转|反馈)|流程|走什么
    \b(?:how|who) (?:is|are|does|do|gets?) (?:it|they|you|that|the \w+|one)? ?(?:passed|handled?|logged?|tracked?|recorded?|dealt|deal|
    &routed|report(?:ed)?|pass|hands)
""")
WISHED = cue(r"\b(?:would|could|might)\b|会|能|可以|敢")
WOULD = cue(r"""
    \b(?:would|could|'d) (?:that|it|this|having|one|being|getting|knowing|you|your|they|the|a|an|people|\w+ing|\w+s)\b(?! (?:tell|walk|
    &mind|describe|explain|share|say|give me|show me|talk))
    \bwhat (?:would|could)\b|\bhow would\b
""")
THAT_DOES = cue(r"""
    \b(?:does|did|has) (?:that|this) (?!work|happen|go|all|done|run|handled|your|the|a |an |in-?house|how|system|something|include|cover|
    &look)\w+
    \bhow does (?:that|this) (?!work|happen|go|run|look)\w+|^\W*and (?:what|who|how|where|does|did|if|when)\b
""")
# 把等候压到四十分钟，农户会怎么看: a better state put as if it were there.
AS_IF_THERE = cue(r"\W*(?:能|把|少|等|有(?:一|了|个|份))")
UNSOLVED = cue(r"(?:没|不|没有)(?:能)?(?:解决|搞定|处理|改|管)|再不|nothing changes|doesn't|don't")
# "If you could drop one thing …" asks what is wrong, in the clothes of a wish.
WISHED_AWAY = cue(r"""
    \bif you (?:could|had to|were to) (?:drop|change|fix|pick|get rid|improve|grade|rate|name)
    \bwould you (?:fix|change|drop|improve|get rid)|\bif it were up to you|\bif you had a magic wand
    (?:如果|要是|假如)?(?:让|叫|由)(?:您|你)(?:选|挑|改|换|打分)|(?:如果|要是)(?:只)?能(?:改|换)(?:掉)?一(?:样|个|处|件|条)
""")
# Value asked for in so many words: an "if" with something bad in it does not make it an implication.
HELPS = cue(r"""
    有(?:什么|多大|哪些)?(?:的)?(?:帮助|好处|价值|便利)|帮(?:到|上|得上)|\bhow (?:would|could|does|will) (?:that|it|this) help|\bbenefit
    \bwin back\b
""")
