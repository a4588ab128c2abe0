"""The reader made of rules: what is asked decides what is read. A trained reader may take its place behind `Reader`."""

import datetime

from coaching.reading import checks, dates
from coaching.reading.fabe import read_fabe
from coaching.reading.goals import read_goal
from coaching.reading.numbers import Amount, amounts_in, plain
from coaching.reading.offers import read_offer
from coaching.reading.questions import questions_in
from coaching.reading.reading import Asked, Reading
from coaching.reading.replies import but_words, read_reply
from coaching.reading.spin import read_spin
from coaching.reading.text import LINE, PITCH, Typed, is_mixed, language_of, spoken_length, typed


class RuleReader:
    """Reads with cue words and patterns, the same way every time."""

    version = "rules-1"

    def read(self, text: str, asked: Asked) -> Reading:
        """What `text` was taken for; never raises, whatever the text."""
        said = typed(text, PITCH if asked.kind == "fabe" else LINE)
        found = dates.find(said.folded, asked.today, asked.language)
        amounts = amounts_in(said.folded, _taken(said, asked), chinese=asked.language.startswith("zh"))
        questions = questions_in(said)
        language = language_of(said, asked.language)
        length = spoken_length(text)
        day = _day(found, asked.today)
        last = questions[-1] if questions else None
        return Reading(
            reader=self.version,
            language=language,
            mixed=is_mixed(said),
            dont_know=checks.says_dont_know(said),
            questions=len(questions),
            form=last.form if last else "statement",
            figure_asked=any(question.asks_figure for question in questions),
            echoes=checks.echoes_of(said, asked.terms),
            has_date=bool(found),
            date=day.day if day else None,
            date_words=said.quote(day.start, day.end) if day else "",
            numbers=_numbers(amounts, asked),
            figure=_figure(said, amounts),
            absolute=checks.absolute_words(said),
            but=but_words(said),
            length=length,
            too_long=checks.is_too_long(length, language),
            client_centred=checks.is_client_centred(said),
            spin=read_spin(said, questions, asked.cues, asked.wanted) if asked.kind == "spin" else None,
            fabe=read_fabe(said, amounts, asked.wanted) if asked.kind == "fabe" else None,
            reply=read_reply(said, questions, amounts) if asked.kind == "reply" else None,
            offer=read_offer(said, amounts) if asked.kind in ("reply", "numbers") else None,
            goal=read_goal(said, asked.people) if asked.kind == "goal" else None,
        )


def _taken(said: Typed, asked: Asked) -> tuple[tuple[int, int], ...]:
    """Where dates stand; where numbers were asked for, 15/12/10 is a row of prices and no date."""
    taken = dates.stretches(said.folded)
    return taken if asked.kind != "numbers" else tuple(t for t in taken if said.folded[slice(*t)].strip("0123456789/ "))


def _numbers(amounts: tuple[Amount, ...], asked: Asked) -> tuple[str, ...]:
    """Every number; where numbers were asked for, prices alone: 打八折 and 送两年服务 name none."""
    priced = [a for a in amounts if asked.kind != "numbers" or not (a.percent or a.counted)]
    return tuple(plain(amount.value) for amount in priced)


def _day(found: tuple[dates.Dated, ...], today: datetime.date) -> dates.Dated | None:
    """The time limit that is meant: the first day from today on, else the first one named."""
    named = [dated for dated in found if dated.day is not None]
    coming = [dated for dated in named if dated.day is not None and dated.day >= today]
    return next(iter(coming or named or found), None)


def _figure(text: Typed, amounts: tuple[Amount, ...]) -> str:
    """The first number that says of what (CK-NUM); "one year" is a period and no figure."""
    for amount in amounts:
        if amount.value != 1 and (amount.unit or amount.currency or amount.percent or amount.scaled):
            return text.quote(amount.start, amount.end)
    return ""
