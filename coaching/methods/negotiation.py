"""The negotiation playbook: gives and gets, the sentence that ties them, price defaults, limits, and the words around them.

Knows how a trainer writes it down; the arithmetic is in `coaching.methods.concessions`, the asking in `coaching.steps.price`."""

from typing import Literal

from pydantic import Field

from coaching.frozen import Frozen
from coaching.methods.concessions import Limits
from coaching.playbook import Example, Playbook, said
from coaching.wording import Text


class GiveGet(Frozen):
    """A move that costs us something, and what is asked for it first."""

    give: Text = said("What we may give.")
    get: Text = said("What we ask for it, fitting behind 'if you': sign for two years.")


class NegotiationExamples(Frozen):
    """One weak and one strong answer for each step."""

    opening: Example
    get: Example
    sentence: Example


class NegotiationWords(Frozen):
    """Everything that the coach says in this part."""

    ask_unit: Text = said("Asks whether to work with real prices or with an index (list = 100).")
    unit_price: Text = said("Button: real prices.")
    unit_index: Text = said("Button: index, list = 100.")
    ask_list: Text = said("Asks for the list price.")
    ask_opening: Text = said("Asks for the opening offer.", "list")
    ask_target: Text = said("Asks for the target price.", "opening")
    ask_walk_away: Text = said("Asks for the walk-away price; says that it never stands on the brief.", "target")
    ask_count: Text = said("Asks for three or four steps.")
    count_three: Text = said("Button: 3 steps.")
    count_four: Text = said("Button: 4 steps.")
    ask_how: Text = said("Asks whether the coach computes the steps or the rep has some.")
    how_coach: Text = said("Button: you compute it.")
    how_own: Text = said("Button: I have my own.")
    ask_own: Text = said("Asks for the rep's own prices in one line, opening first.", "opening")
    ask_get: Text = said("Asks what to get for one step.", "n", "count", "price")
    ask_sentence: Text = said("Asks for the sentence of one step.", "n", "count", "price", "get")
    ask_extra: Text = said("Asks for a small extra beside the price for the last step.", "price")
    sentence: Text = said("The ready sentence: if you …, then we …", "get", "price")
    computed: Text = said("The computed plan, and why it shrinks.", "prices", "steps")
    analysed_sound: Text = said("The rep's own plan is sound: what it tells the client.", "quote", "pattern")
    analysed: Text = said("The rep's own plan has a weakness: the most important finding.", "quote", "pattern", "finding", "next")
    pattern_growing: Text = said("Name of the pattern: growing.")
    pattern_equal: Text = said("Name of the pattern: equal steps.")
    pattern_reversal: Text = said("Name of the pattern: see-saw.")
    pattern_shrinking: Text = said("Name of the pattern: shrinking.")
    pattern_one_shot: Text = said("Name of the pattern: all at once.")
    pattern_uneven: Text = said("Name of the pattern: uneven.")
    pattern_none: Text = said("Name of the pattern: no concession.")
    use_coach: Text = said("Button: take your plan instead.")
    impossible: Text = said("No plan can be computed with these figures: the reason.", "reason")
    not_a_number: Text = said("No price was found in the reply.", "quote")
    opening_above_list: Text = said("The opening is above the list price.", "quote", "list")
    target_not_below_opening: Text = said("The target is not below the opening.", "quote", "opening")
    target_far_below: Text = said("The target is less than half of the opening: is that right?", "quote", "opening")
    above_opening: Text = said("The rep's own row goes above the opening.", "quote", "opening")
    get_needs_verb: Text = said("The get is no act of the client that fits behind 'if you'.", "quote")
    sentence_other_price: Text = said("The sentence names another price than this step.", "quote", "quote_price", "price")
    walk_away_not_below_target: Text = said("The walk-away is not below the target.", "quote", "target")
    read_back: Text = said("Says how a figure was read.", "price")
    no_get: Text = said("A step without a get.", "n")
    no_condition: Text = said("The sentence has no 'if you …, then we …'.", "quote")
    condition_first: Text = said("Specific praise: the condition comes first.", "quote")
    limits: Text = said(
        "Behind the button, for the rep's eyes only: target, walk-away, and what may be given for what (a line a pair).",
        "target", "walk_away", "pairs",
    )
    unknown_walk_away: Text = said("Stands under 'still unknown' when there is no approved walk-away.")


class Negotiation(Playbook):
    """A price-concession plan: few, shrinking steps, each paid for."""

    method: Literal["negotiation"]
    unit: Text = said("What the prices count: yuan per line and month.")
    give_gets: tuple[GiveGet, ...] = Field(min_length=4, description="Pairs, in the order to use them.")
    extras: tuple[Text, ...] = Field(
        min_length=1, description="Small extras beside the price, for the last step.", json_schema_extra={"names": []}
    )
    examples: NegotiationExamples
    limits: Limits = Limits()
    words: NegotiationWords
