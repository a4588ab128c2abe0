"""Rules of ethics: what a playbook may not teach, what it should not, and what nobody is asked. The lists are the coach's own.

What the client says, what is shown as weak and what is never to be said may contain the words; what the coach teaches may not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from authoring.finding import Finding, Words
from authoring.rules.case import ANY, Case, Pattern, Rule, Said, fits_any
from coaching.ethics import Guard
from coaching.ethics.guard import Verdict
from coaching.frozen import Language
from coaching.playbook import Playbook

_NOT_TAUGHT: tuple[Pattern, ...] = (
    ("cards", ANY, "heard", ANY), ("cards", ANY, "keywords", ANY), ("cards", ANY, "never", ANY), ("examples", ANY, "weak"),
)  # fmt: skip
_ASKED: tuple[Pattern, ...] = (
    ("facts", ANY), ("problems", ANY, "ask"), ("problems", ANY, "implications", ANY), ("cards", ANY, "ask"),
    ("words", "ask_client"), ("words", "ask_fact"), ("words", "ask_role"), ("words", "ask_date"), ("examples", "fact", "strong"),
    ("examples", "client", "strong"), ("roles", "unclear_ask"),
)  # fmt: skip
_VISITS: tuple[Pattern, ...] = (
    ("cards", ANY, "tactics", ANY), ("words", "ready_goal"), ("words", "ready_fallback"), ("examples", "goal", "strong"),
    ("examples", "fallback", "strong"), ("give_gets", ANY, ANY), ("extras", ANY), ("bring", ANY),
)  # fmt: skip

class Law(NamedTuple):
    """A rule of ethics for trainers: what it is about, and what to write instead."""

    about: Words
    instead: Words


LAWS: Mapping[str, Law] = MappingProxyType(
    {
        "E-01": Law(
            Words(en="value for a person", zh="给个人好处"),
            Words(
                en="Offer the firm something that stands in the contract and on the invoice: a discount, training, a pilot.",
                zh="请换成给公司的、写进合同开在发票上的：折扣、培训、试点。",
            ),
        ),
        "E-02": Law(
            Words(en="paying prescribers", zh="给开药的人付钱"),
            Words(
                en="Offer balanced information, or medical education through the firm's own procedure.",
                zh="请换成客观的用药信息，或按公司流程办的学术活动。",
            ),
        ),
        "E-03": Law(
            Words(en="counting prescriptions", zh="统计处方"),
            Words(en="Ask what information the department needs.", zh="请改问科室需要哪些信息。"),
        ),
        "E-04": Law(
            Words(en="spying", zh="打探、窃取"),
            Words(
                en="Use public sites, tenders, trade fairs, and what the client tells freely.",
                zh="请用公开的网站、招标公告、展会和客户愿意说的。",
            ),
        ),
        "E-05": Law(
            Words(en="pressure that is not true", zh="不实的催促"),
            Words(en="Name a real date and the reason, so that the client can check it.", zh="请写真实的日子和理由，让客户能核对。"),
        ),
        "E-07": Law(
            Words(en="private data about a person", zh="个人隐私"),
            Words(en="Keep to the person's role, responsibility and preferred way of contact.", zh="只写职责、分工和喜欢的联系方式。"),
        ),
        "E-10": Law(
            Words(en="pushing on after a no", zh="被拒绝后纠缠"),
            Words(en="Respect the answer, and agree on a later date.", zh="请尊重对方的回答，另约一个日子。"),
        ),
        "E-13": Law(
            Words(en="fixing resale prices", zh="限定转售价、串通价格"),
            Words(
                en="Recommend a price, and agree on service standards and the same terms for all.",
                zh="可以给建议价，谈服务标准和一视同仁的条件。",
            ),
        ),
        "E-17": Law(
            Words(en="words that put people down", zh="贬低人的说法"),
            Words(en="Say what the person did and needs, without a label.", zh="请写对方做了什么、要什么，不贴标签。"),
        ),
        "E-18": Law(
            Words(en="running down rivals", zh="贬损对手"),
            Words(
                en="Put two columns side by side: the client's criteria, and facts that can be checked.",
                zh="请换成两栏对照：客户看重的几条，查得到的事实。",
            ),
        ),
        "E-22": Law(
            Words(en="bending a tender", zh="操纵招投标"),
            Words(en="Use the open channels, with questions in writing to all.", zh="请只走公开渠道，书面提问、对所有人公开。"),
        ),
        "E-24": Law(
            Words(en="a promise without limits", zh="说满了的承诺"),
            Words(en="Say by when, how far, and what happens if it fails.", zh="请写到哪天、做到什么程度、做不到怎么办。"),
        ),
    }
)
"""What each rule of ethics asks of a playbook (ethics, section 2)."""

# Section 3 of ethics: never asked and never kept about a person. What a firm earns, owns and sells is business, also where it sells
# weddings: so most words count only where they are said of a person.
_PERSON = r"(?:您|你|他|她|对方|联系人|主任|经理|老板|领导|负责人)(?:个人|本人|自己)?(?:家里|家)?的?"
_PRIVATE = re.compile(
    r"星座|生肖|属相|属什么|信教|信佛|算命|籍贯|婚姻状况|身份证号|银行卡号|家庭住址|多大(?:年纪|岁数|年龄)|"
    rf"{_PERSON}[^，。？]{{0,3}}(?:孩子|子女|儿子|女儿|老婆|老公|爱人|太太|先生|父母|家人|家属|家庭|身体|健康|年龄|岁数|生日|昵称|爱好|嗜好|酒量|"
    r"性格|口味|结婚|离婚|已婚|单身|怀孕|信仰|宗教|迷信|老家|哪里人)|"
    rf"{_PERSON}(?:年薪|月薪|工资|薪水|房贷|存款|身份证|银行卡|住址|住在?哪|家住)|"
    r"\b(?:zodiac|horoscope|star sign|marital status|home address|home ?town|id number|bank card number|"
    r"(?:his|her|their|your) (?:wife|husband|kids?|children|son|daughter|famil(?:y|ies)|parents|salary|income|mortgage|birthday|"
    r"age|health|hobb(?:y|ies)|nickname|religion|faith)|(?:is|are) (?:he|she|you) (?:married|divorced|pregnant|religious)|"
    r"how many (?:children|kids)|how old (?:are|is) (?:you|he|she|they)|where (?:do you|does (?:he|she)) live)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"亲戚|亲属|表[哥弟姐妹]|堂[哥弟姐妹]|连襟|大?舅子|小姨子|姑父|姨父|叔叔|"
    r"\b(?:relatives?|cousin|uncle|nephew|(?:brother|sister|father|mother)-in-law|kin)\b",
    re.IGNORECASE,
)
_FAITH = re.compile(
    r"神缘|教友|同一?个?教会|同宗|宗亲|"
    r"\b(?:(?:same|your|our|his|her|their) (?:church|parish|mosque|temple|faith|clan)|fellow believers?)\b",
    re.IGNORECASE,
)
_HOUR = (
    r"(?:(?:凌晨|半夜|深夜|午夜)|(?:晚上|夜里|晚)\s?(?:八点半|8[:：点]30|[89九]点?|(?:十|10)点|(?:十一|11)点|(?:9|10|11)[:：]\d\d)|"
    r"(?:早上|清晨|早)\s?(?:[五六七567]点)|(?<!\d)(?:2[0-3]|0?[0-7])[:：][0-5]\d(?!\d)|"
    r"\b(?:(?:[89]|10|11)(?:[:.]\d\d)? ?(?:p\.?m\.?|at night)|(?:[4567])(?:[:.]\d\d)? ?a\.?m\.?|midnight|late at night)(?![a-z]))"
)
_LATE = re.compile(_HOUR, re.IGNORECASE)


def _unlawful(case: Case) -> Iterator[Finding]:
    for said, verdict in _verdicts(case):
        if verdict.level == "block":
            yield _told(case, said, verdict, "unlawful")


def _doubtful(case: Case) -> Iterator[Finding]:
    for said, verdict in _verdicts(case):
        if verdict.level != "block":
            yield _told(case, said, verdict, "doubtful")


def _private_question(case: Case) -> Iterator[Finding]:
    for said in case.like(*_ASKED):
        if found := _PRIVATE.search(said.words):
            yield case.within(said, found.start(), len(found.group()), "private-question", piece=found.group())


def _kin_contact(case: Case) -> Iterator[Finding]:
    yield from _found(case, "kin-contact", _KIN, (("cards", ANY, "tactics", ANY), ("cards", ANY, "ask"), ("cards", ANY, "bring")))


def _faith_contact(case: Case) -> Iterator[Finding]:
    yield from _found(case, "faith-contact", _FAITH, (("cards", ANY, "tactics", ANY), ("cards", ANY, "ask")))


def _visit_hours(case: Case) -> Iterator[Finding]:
    yield from _found(case, "visit-hours", _LATE, _VISITS)


def _found(case: Case, code: str, pattern: re.Pattern[str], where: tuple[Pattern, ...]) -> Iterator[Finding]:
    for said in case.like(*where):
        if found := pattern.search(said.words):
            yield case.within(said, found.start(), len(found.group()), code, piece=found.group())


def _verdicts(case: Case) -> Iterator[tuple[Said, Verdict]]:
    for said in case.texts:
        if fits_any(said.path, _NOT_TAUGHT):
            continue
        verdict = _look(said.words, said.language)
        # What is asked and private has a finding of its own.
        if verdict is not None and not (verdict.rule == "E-07" and fits_any(said.path, _ASKED) and _PRIVATE.search(said.words)):
            yield said, verdict


def _told(case: Case, said: Said, verdict: Verdict, code: str) -> Finding:
    start, end = verdict.span
    law = LAWS[verdict.rule]
    names: dict[str, str | Words] = {"rule": verdict.rule, "about": law.about, "instead": law.instead}
    return case.within(said, start, end - start, code, piece=said.words[start:end], **names)


@cache
def _guard() -> Guard:
    return Guard()


@lru_cache(maxsize=4096)
def _look(words: str, language: Language) -> Verdict | None:
    return _guard().look(words, language)


RULES: tuple[Rule, ...] = (
    Rule("unlawful", Playbook, "everything that the coach says or teaches", _unlawful),
    Rule("doubtful", Playbook, "everything that the coach says or teaches", _doubtful),
    Rule("private-question", Playbook, "texts that are asked", _private_question),
    Rule("kin-contact", Playbook, "lines and questions for objections", _kin_contact),
    Rule("faith-contact", Playbook, "lines and questions for objections", _faith_contact),
    Rule("visit-hours", Playbook, "lines, goals and gives that name an hour", _visit_hours),
)
