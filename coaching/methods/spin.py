"""The SPIN playbook: the bank of facts, problems and follow-up questions, and the words around them (Rackham's four kinds).

Knows how a trainer writes it down. How it is asked stands in `coaching.steps.questions`."""

from typing import Literal

from pydantic import Field, PositiveInt

from coaching.frozen import Frozen, Language
from coaching.playbook import Example, Identifier, Playbook, said
from coaching.wording import Text

SpinKind = Literal["situation", "problem", "implication", "need_payoff"]
BuyerRole = Literal["C", "U", "T", "E"]


class Problem(Frozen):
    """A problem that this kind of client may have, with the questions that dig into it."""

    id: Identifier = Field(description="Name of the problem; pitches refer to it.")
    problem: Text = said("The trouble in the client's words, as a phrase: trucks queue for hours.")
    roles: tuple[BuyerRole, ...] = Field(default=(), description="Who feels it first: U, T, E or C; empty for all.")
    ask: Text = said("A problem question that brings it up.")
    implications: tuple[Text, ...] = Field(
        min_length=1, description="Implication questions: what the problem leads to.", json_schema_extra={"names": []}
    )
    need_payoffs: tuple[Text, ...] = Field(
        min_length=1, description="Need-payoff questions: what solving it would bring.", json_schema_extra={"names": []}
    )


class SpinExamples(Frozen):
    """One weak and one strong answer for each step."""

    fact: Example
    problem: Example
    implication: Example
    need_payoff: Example


class SpinLimits(Frozen):
    """House rules that a trainer may change."""

    facts_warn_above: PositiveInt = Field(default=4, description="More situation questions than this get a warning.")
    facts_most: PositiveInt = Field(default=8, description="After so many facts the coach goes on by itself.")
    length_zh: PositiveInt = Field(default=120, description="Longest spoken turn, in Chinese characters.")
    length_en: PositiveInt = Field(default=70, description="Longest spoken turn, in English words.")


class SpinWords(Frozen):
    """Everything that the coach says in this part."""

    ask_fact: Text = said("Asks for one fact to find out.", "n")
    ask_problem: Text = said("Asks for the first problem that the client may have.")
    ask_another_problem: Text = said("Asks for one more problem.", "n")
    ask_implication: Text = said("Asks for the implication question about one problem.", "problem")
    ask_need_payoff: Text = said("Asks for the need-payoff question about one problem.", "problem")
    own_problem_ask: Text = said("The problem question for a problem that the rep wrote.", "problem")
    own_implication: Text = said("The ready implication question for a problem that the rep wrote.", "problem")
    own_need_payoff: Text = said("The ready need-payoff question for a problem that the rep wrote.", "problem")
    kind_situation: Text = said("Short name of a situation question, with what it asks for: facts (situation question).")
    kind_problem: Text = said("The same for a problem question.")
    kind_implication: Text = said("The same for an implication question.")
    kind_need_payoff: Text = said("The same for a need-payoff question.")
    kind_other: Text = said("The same for something that is no question to the client.")
    tag_situation: Text = said("One or two words for the brief: Situation.")
    tag_problem: Text = said("One or two words for the brief: Problem.")
    tag_implication: Text = said("One or two words for the brief: Implication.")
    tag_need_payoff: Text = said("One or two words for the brief: Need-payoff.")
    mismatch: Text = said(
        "The reply sounds like another kind than asked: quote, what it sounds like, what is wanted, the reason.",
        "quote", "looks_like", "wanted", "problem", "cue",
    )
    mismatch_again: Text = said("The same, shorter, when it was explained before.", "quote", "looks_like", "wanted", "problem")
    why_not_situation: Text = said("One sentence: why a situation question is not enough here.", "wanted")
    why_not_problem: Text = said("One sentence: why a problem question is not enough here.", "wanted")
    why_not_implication: Text = said("One sentence: why an implication question is not what is wanted here.", "wanted")
    why_not_need_payoff: Text = said("One sentence: why a need-payoff question comes too early here.", "wanted")
    why_not_other: Text = said("One sentence: why a statement will not get the client to talk.", "wanted")
    two_kinds: Text = said("The reply could be two kinds: asks which is meant.", "quote", "first", "second")
    two_questions: Text = said("More than one question in a turn: the client answers the easier one.", "quote", "count")
    echo: Text = said("Specific praise: the question takes up the client's words.", "quote", "term")
    no_echo: Text = said("A hint: the question could use the client's own words.", "quote", "problem")
    figure: Text = said("Specific praise: the implication question asks for a figure.", "quote")
    too_long: Text = said("The question is too long to be spoken.", "quote", "length", "most")
    too_many_facts: Text = said("More situation questions than the limit.", "count", "most")
    kept: Text = said("The rep keeps a question that sounded like another kind.", "quote")
    moved: Text = said("The question was moved to where it belongs.", "quote", "place")
    problem_noted: Text = said("A problem was written down.", "quote")
    problem_is_ours: Text = said("What was written is our product, not the client's trouble.", "quote")
    unknown_fact: Text = said("Stands under 'still unknown' when the rep did not know.", "text")
    unknown_problem: Text = said("The honest 'don't know' at the problem: which question to ask in the meeting.", "ask")
    unknown_problem_ask: Text = said("The open problem question to ask when the rep knows no problem.")


class Spin(Playbook):
    """Questions that make the client talk: situation, problem, implication, need-payoff."""

    method: Literal["spin"]
    facts: tuple[Text, ...] = Field(min_length=1, description="Facts worth finding out, as questions.", json_schema_extra={"names": []})
    problems: tuple[Problem, ...] = Field(min_length=1, description="Problems that such clients have.")
    cues: dict[SpinKind, dict[Language, tuple[str, ...]]] = Field(
        default_factory=dict, description="More words that show a kind of question in this trade."
    )
    ours: dict[Language, tuple[str, ...]] = Field(
        default_factory=dict, description="Words for our own products; a problem that names one is not the client's."
    )
    examples: SpinExamples
    limits: SpinLimits = SpinLimits()
    words: SpinWords
