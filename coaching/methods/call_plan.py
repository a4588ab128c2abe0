"""The call plan: which parts a preparation has at 5, 15 and 30 minutes, and every word of the coach that belongs to no single method.

Knows how a trainer writes it down. How it is walked stands in `coaching.script` and `coaching.turn`."""

from typing import Literal

from pydantic import Field, PositiveInt

from coaching.frozen import Frozen
from coaching.methods.spin import BuyerRole
from coaching.playbook import Example, Identifier, Playbook, said
from coaching.wording import Text

Part = Literal["goal", "spin", "fabe", "objections", "negotiation"]
PARTS: tuple[Part, ...] = ("goal", "spin", "fabe", "objections", "negotiation")
StepId = Literal[
    "goal.primary", "goal.fallback",
    "spin.fact", "spin.problem", "spin.implication", "spin.need_payoff",
    "fabe.need", "fabe.feature", "fabe.advantage", "fabe.benefit", "fabe.evidence",
    "objections.expect", "objections.cause", "objections.tactic", "objections.reply",
    "negotiation.unit", "negotiation.list", "negotiation.opening", "negotiation.target", "negotiation.walk_away",
    "negotiation.count", "negotiation.how", "negotiation.own", "negotiation.get", "negotiation.sentence", "negotiation.extra",
]


class Parts(Frozen):
    """The playbooks that this plan joins."""

    spin: Identifier
    fabe: Identifier
    objections: Identifier
    negotiation: Identifier


class PartWords(Frozen):
    """How one part is named, and how it stands in the plan at a glance."""

    name: Text = said("One or two words: Goal.")
    question: Text = said("The question of this part, in one line.")
    check: Text = said("What the coach will look at, in a few words.")


class PartsWords(Frozen):
    """The five parts."""

    goal: PartWords
    spin: PartWords
    fabe: PartWords
    objections: PartWords
    negotiation: PartWords


class TimePlan(Frozen):
    """What fits into the time there is."""

    minutes: PositiveInt
    steps: tuple[StepId, ...] = Field(min_length=1, description="The steps that are asked, by name.")
    problems: PositiveInt = Field(default=1, le=5, description="At most so many problems.")
    objections: PositiveInt = Field(default=1, le=4, description="At most so many objections.")


class RoleWords(Frozen):
    """The four buyer roles (CUTE) and what each wants."""

    coach: Text = said("Button: our coach inside.")
    user: Text = said("Button: uses it every day.")
    technical: Text = said("Button: checks the technical side.")
    economic: Text = said("Button: gives the final yes.")
    unclear: Text = said("Button: not clear yet.")
    unclear_ask: Text = said("The question to ask in the meeting when the role is not clear.")


class PlanExamples(Frozen):
    """One weak and one strong answer for each step."""

    client: Example
    goal: Example
    fallback: Example


class BriefWords(Frozen):
    """The headings of the brief and its fixed lines."""

    title: Text = said("Title: client and role.")
    meeting: Text = said("The line with the date.", "date")
    start_here: Text = said("Heading: START HERE.")
    start_line: Text = said("The START HERE line when a problem is known.", "problem", "question")
    start_line_goal: Text = said("The START HERE line when no problem is known.")
    goal: Text = said("Heading: goal.")
    fallback: Text = said("Heading: at least.")
    questions: Text = said("Heading: questions, in this order.")
    pitch: Text = said("Heading: the pitch in one breath.")
    objections: Text = said("Heading: if they say.")
    ladder: Text = said("Heading: prices we will speak.")
    bring: Text = said("Heading: bring.")
    unknown: Text = said("Heading: still unknown, ask.")
    footer: Text = said("Last line.")
    open_goal: Text = said("Stands at the goal when it was left open.")
    index: Text = said("The unit when prices are an index.")


class CommandWords(Frozen):
    """Buttons and answers to commands inside a preparation."""

    take: Text = said("Button: take the ready line.")
    keep_draft: Text = said("Button: keep what I had.")
    example: Text = said("Button: see an example.")
    skip: Text = said("Button: skip.")
    back: Text = said("Button: back.")
    enough: Text = said("Button: that is all, go on.")
    keep: Text = said("Button: keep it as it is.")
    rewrite: Text = said("Button: I write it again.")
    move: Text = said("Button: move it to where it belongs.", "place")
    unknown: Text = said("Button: I don't know yet.")
    change_plan: Text = said("Button: change the plan.")
    plan_done: Text = said("Button: the plan is right, go on.")
    add: Text = said("Button: add a part.", "part")
    leave_out: Text = said("Button: leave a part out.", "part")
    show_limits: Text = said("Button: show target and walk-away, for me only.")
    finish: Text = said("Button: done.")
    today: Text = said("Button: today.")
    tomorrow: Text = said("Button: tomorrow.")
    later: Text = said("Button: date not fixed yet.")
    new_client: Text = said("Button: another client.")
    minutes: Text = said("Button: so many minutes.", "minutes")
    marker: Text = said("Where am I: 2/5 Questions.", "n", "of", "part")
    ready_line: Text = said("Offers the ready line.", "line")
    draft: Text = said("Shows what the rep had before.", "line")
    example_weak: Text = said("A weak and a strong answer, and why.", "weak", "strong", "why")
    no_example: Text = said("This step has no example; repeats nothing.")
    skipped: Text = said("The step was skipped.")
    needed: Text = said("This step cannot be skipped.")
    change_last: Text = said("Button after a remark: go back and change that line.")
    unknown_noted: Text = said("'Don't know' was noted as something to ask in the meeting.")
    nothing_back: Text = said("There is nothing to go back to.")
    help: Text = said("What can be done right here.")
    paused: Text = said("The preparation is paused; how to go on.")
    resumed: Text = said("Going on where it was.")
    stale: Text = said("The button belongs to an earlier question.")
    choose_one: Text = said("The reply fits none of the buttons.")
    empty: Text = said("The message had no words.")
    too_long: Text = said("The reply is longer than a person can say or read.", "most")
    not_text: Text = said("A photo, sticker or voice message came: please write.")
    edited: Text = said("An edited message does not change the answer; how to change it.")
    masked: Text = said("A number that looked like an ID, a card or a phone was covered.")
    finished: Text = said("The preparation is closed; good luck.")
    left: Text = said("The preparation was ended; what is kept.")
    not_prepared: Text = said("/brief before there is enough for one.")


class PlanWords(Frozen):
    """What the coach says around the parts."""

    ask_earlier: Text = said("Offers earlier clients first.")
    ask_client: Text = said("Asks whom the rep will meet; no private details.")
    ask_business: Text = said("Asks for the line of business.")
    ask_role: Text = said("Asks for the role of the person met.")
    ask_date: Text = said("Asks for the date of the meeting.")
    no_date_read: Text = said("No date was found in the reply; it may stay open.", "quote")
    ask_time: Text = said("Asks how much time there is.")
    plan: Text = said("Above the plan at a glance.", "minutes")
    plan_changed: Text = said("Above the plan after it was changed.")
    ask_goal: Text = said("Asks for the goal: what will the client have agreed to do, by when.")
    ask_fallback: Text = said("Asks for the fallback goal.", "primary")
    ready_goal: Text = said("The ready goal line.", "date")
    ready_fallback: Text = said("The ready fallback line.", "date")
    goal_is_activity: Text = said("The goal is what the rep will do, not what the client will do.", "quote", "cue")
    goal_is_vague: Text = said("The goal is not something one could see happen.", "quote", "cue")
    goal_no_date: Text = said("The goal has no date.", "quote")
    goal_good: Text = said("Specific praise: client's act, with a date.", "quote")
    goal_kept: Text = said("The goal stands as the rep wrote it.", "quote")
    goal_unknown: Text = said("The honest 'don't know' at the goal.")
    goal_unknown_ask: Text = said("What to settle first in the meeting when there is no goal.")
    goal_undated_ask: Text = said("Stands under 'still unknown' when the goal has no date.")
    brief_ready: Text = said("Above the brief.")


class CallPlan(Playbook):
    """Joins the methods to one preparation."""

    method: Literal["call_plan"]
    business: Text = said("The line of business, as a button.")
    order: int = Field(default=50, description="Place among the lines of business; the general one comes last.")
    parts: Parts
    times: tuple[TimePlan, ...] = Field(min_length=1, description="What is asked at 5, 15 and 30 minutes.")
    bring: tuple[Text, ...] = Field(default=(), description="What to take to any meeting of this kind.", json_schema_extra={"names": []})
    reply_most: PositiveInt = Field(default=1200, description="Longest reply that is taken, in characters.")
    part_words: PartsWords
    roles: RoleWords
    examples: PlanExamples
    brief: BriefWords
    commands: CommandWords
    words: PlanWords


# The buyer roles in the order of the buttons, by the name of their words.
ROLE_ORDER: tuple[tuple[BuyerRole | Literal["unclear"], str], ...] = (
    ("U", "user"), ("T", "technical"), ("E", "economic"), ("C", "coach"), ("unclear", "unclear"),
)
