"""Rules of ethics: what a playbook may not teach, what it should not, and what nobody is asked. The lists are the coach's own.

What the client says, what is shown as weak and what is never to be said may contain the words; what the coach teaches may not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

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

ABOUT: Mapping[str, Words] = MappingProxyType(
    {
        "E-01": Words(en="value for a person", zh="给个人好处"),
        "E-02": Words(en="paying prescribers", zh="给开药的人付钱"),
        "E-03": Words(en="counting prescriptions", zh="统计处方"),
        "E-04": Words(en="spying", zh="打探、窃取"),
        "E-05": Words(en="pressure that is not true", zh="不实的催促"),
        "E-07": Words(en="private data about a person", zh="个人隐私"),
        "E-10": Words(en="pushing on after a no", zh="被拒绝后纠缠"),
        "E-13": Words(en="fixing resale prices", zh="限定转售价、串通价格"),
        "E-17": Words(en="words that put people down", zh="贬低人的说法"),
        "E-18": Words(en="running down rivals", zh="贬损对手"),
        "E-22": Words(en="bending a tender", zh="操纵招投标"),
        "E-24": Words(en="a promise without limits", zh="说满了的承诺"),
    }
)
"""What each rule of ethics is about, in a few words."""

# Section 3 of ethics: never asked and never kept about a person. What a firm earns, owns and does is business.
_PERSON = r"(?:您|你|他|她|对方|客户|联系人|主任|经理|老板|领导)(?:个人|本人|自己)?(?:家|家里)?的?"
_PRIVATE = re.compile(
    rf"星座|生肖|属相|属什么|宗教|信教|信仰|信佛|迷信|算命|婚姻|结婚|离婚|已婚|单身|怀孕|籍贯|哪里人|老家|"
    r"(?:您|你|他|她|主任|经理|老板|领导|负责人)[^，。？]{0,3}(?:孩子|子女|儿子|女儿|老婆|老公|爱人|太太|先生|父母|家人|家属|家庭|"
    r"身体|健康|年龄|岁数|生日|昵称|爱好|嗜好|酒量|性格|口味)|"
    rf"{_PERSON}(?:年薪|月薪|工资|薪水|房贷|存款|身份证|银行卡|住址|住在?哪|家住)|(?:今年)?多大(?:年纪|岁数|年龄)|身份证号|银行卡号|家庭住址|"
    r"\b(?:zodiac|horoscope|star sign|religion|religious|church|married|divorced|pregnant|ethnic\w*|home address|home town|hometown|"
    r"(?:his|her|their|your) (?:wife|husband|kids?|children|son|daughter|famil(?:y|ies)|parents|salary|income|mortgage|birthday|"
    r"age|health|hobb(?:y|ies)|nickname)|"
    r"how many (?:children|kids)|how old (?:are|is) (?:you|he|she|they)|birthday|id number|bank card|"
    r"where (?:do you|does (?:he|she)) live)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"亲戚|亲属|表[哥弟姐妹]|堂[哥弟姐妹]|连襟|大?舅子|小姨子|姑父|姨父|叔叔|"
    r"\b(?:relatives?|cousin|uncle|nephew|(?:brother|sister|father|mother)-in-law|kin)\b",
    re.IGNORECASE,
)
_FAITH = re.compile(
    r"神缘|教友|同一?个?教会|同宗|宗亲|寺庙|信众|\b(?:church|parish|mosque|temple|fellow believers?|same faith)\b", re.IGNORECASE
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
    instead = Words(en=verdict.alternative_en, zh=verdict.alternative_zh)
    names: dict[str, str | Words] = {"rule": verdict.rule, "about": ABOUT[verdict.rule], "instead": instead}
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
