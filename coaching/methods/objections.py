"""The objections playbook: cards for what clients say, the tactics that fit, and the words around them.

Knows how a trainer writes it down. How it is asked stands in `coaching.steps.replies`."""

from typing import Literal, get_args

from pydantic import Field, PositiveInt

from coaching.frozen import Frozen
from coaching.methods.spin import BuyerRole
from coaching.playbook import Example, Identifier, Playbook, said
from coaching.wording import Text

Tactic = Literal[
    "give_face", "change_time", "change_place", "acquaintance", "upper_level", "pressure", "leave_room", "find_cause", "creative"
]
TACTICS: tuple[Tactic, ...] = get_args(Tactic)
ObjectionClass = Literal[
    "price", "no_need", "supplier", "no_money", "no_authority", "distrust", "bad_experience", "brush_off", "delay",
    "inside_conflict", "risk", "improper", "other",
]
Cause = Literal["money", "authority", "need", "trust", "timing", "other"]


class Card(Frozen):
    """What a client may say, why, and what to answer."""

    class_: ObjectionClass = Field(alias="class", description="The kind of objection; it decides which tactics fit.")
    heard: tuple[Text, ...] = Field(min_length=1, description="How clients say it; the first is shown.", json_schema_extra={"names": []})
    keywords: tuple[Text, ...] = Field(
        default=(), description="Words by which /o finds the card, beside its wordings.", json_schema_extra={"names": []}
    )
    roles: tuple[BuyerRole, ...] = Field(default=(), description="Who tends to say it; empty for all.")
    cause: Cause = Field(description="The usual cause behind it.")
    ask: Text = said("The one question to ask before answering.")
    acknowledge: Text = said("The sentence that takes the client's side first, without 'but'.")
    tactics: dict[Tactic, Text] = Field(min_length=1, description="A line for each tactic, best first.", json_schema_extra={"names": []})
    never: tuple[Text, ...] = Field(default=(), description="What not to say.", json_schema_extra={"names": []})
    bring: Text | None = Field(default=None, description="What to take along for it.", json_schema_extra={"names": []})


class Fit(Frozen):
    """Which tactics fit a kind of objection: what to begin with, what may follow, and why."""

    first: tuple[Tactic, ...] = Field(min_length=1)
    then: tuple[Tactic, ...] = ()
    why: Text = said("The reason in one sentence.")


class ObjectionExamples(Frozen):
    """One weak and one strong answer for each step."""

    expect: Example
    reply: Example


class ObjectionLimits(Frozen):
    """House rules that a trainer may change."""

    length_zh: PositiveInt = Field(default=120, description="Longest reply, in Chinese characters.")
    length_en: PositiveInt = Field(default=70, description="Longest reply, in English words.")
    cards_offered: PositiveInt = Field(default=4, le=6, description="How many objections are offered as buttons.")


class ObjectionWords(Frozen):
    """Everything that the coach says in this part."""

    ask_expect: Text = said("Asks which objection to expect.")
    ask_another: Text = said("Asks for one more objection.", "n")
    ask_cause: Text = said("Asks for the cause behind it (money, authority, need; 5W1H).", "heard")
    ask_tactic: Text = said("Asks which tactic to use.", "heard", "fits")
    ask_reply: Text = said("Asks for the words.", "heard", "tactic")
    ask_line: Text = said("Five minutes: shows the objection to expect and asks for the line to answer.", "heard")
    other_objection: Text = said("Button: another objection than the one proposed.")
    cause_money: Text = said("Button: money.")
    cause_authority: Text = said("Button: authority.")
    cause_need: Text = said("Button: need.")
    cause_trust: Text = said("Button: trust.")
    cause_timing: Text = said("Button: timing.")
    cause_other: Text = said("Button: not clear yet.")
    find_money: Text = said("The question that finds out whether it is money.")
    find_authority: Text = said("The question that finds out who decides.")
    find_need: Text = said("The question that finds out whether there is a need.")
    find_trust: Text = said("The question that finds out whether trust is missing.")
    find_timing: Text = said("The question that finds out about the time.")
    find_other: Text = said("The question when the cause is not clear: why, what, when, where, how or who.")
    cause_noted: Text = said("The cause was guessed: which question finds out.", "cause", "find")
    cause_other_guess: Text = said("The rep's guess differs from the usual cause of this card.", "cause", "usual", "find")
    tactic_give_face: Text = said("Button: give face.")
    tactic_change_time: Text = said("Button: change the time.")
    tactic_change_place: Text = said("Button: change the place.")
    tactic_acquaintance: Text = said("Button: find an acquaintance.")
    tactic_upper_level: Text = said("Button: use the upper level.")
    tactic_pressure: Text = said("Button: apply pressure (true limits only).")
    tactic_leave_room: Text = said("Button: leave room.")
    tactic_find_cause: Text = said("Button: find the cause.")
    tactic_creative: Text = said("Button: be creative.")
    other_tactic: Text = said("Button: other tactics.")
    misfit: Text = said("The tactic does not fit this kind of objection: why, and which does.", "tactic", "fits", "why")
    fits: Text = said("Specific praise: the tactic fits.", "tactic", "why")
    argues: Text = said("The reply argues.", "quote", "cue")
    discount_first: Text = said("The reply gives a discount first.", "quote", "cue")
    but: Text = said("A 'but' right after the sympathy takes it back.", "quote", "cue")
    not_acknowledged: Text = said("The reply does not take up the client's side first.", "quote")
    answers_first: Text = said("The reply answers before it asks.", "quote", "ask")
    asks_first: Text = said("Specific praise: the reply takes the client's side and asks before it answers.", "quote")
    too_long: Text = said("The reply is too long to be spoken.", "quote", "length", "most")
    tactic_unseen: Text = said("The chosen tactic does not show in the words.", "quote", "tactic")
    card: Text = said("The whole card at once, for /o.", "heard", "acknowledge", "ask", "tactic", "line", "never")
    card_not_found: Text = said("/o found no card: what to say to any objection, and the titles that exist.", "quote", "titles")
    card_usage: Text = said("/o without words: how to use it.")
    own_acknowledge: Text = said("The ready acknowledgement for an objection that the rep wrote.", "heard")
    own_ask: Text = said("The ready question for an objection that the rep wrote.", "heard")
    unknown_expect: Text = said("The honest 'don't know' at the objections: what to ask in the meeting.")
    unknown_reply: Text = said("Stands under 'still unknown' when the rep had no reply.", "heard")


class Objections(Playbook):
    """Cards for what clients say against it."""

    method: Literal["objections"]
    cards: dict[Identifier, Card] = Field(min_length=1, description="One card an objection, by its name.")
    fit: dict[ObjectionClass, Fit] = Field(description="Which tactics fit which kind of objection.")
    examples: ObjectionExamples
    limits: ObjectionLimits = ObjectionLimits()
    words: ObjectionWords
