"""The FABE playbook: pitches by need, from feature to evidence, and the words around them.

Knows how a trainer writes it down. How it is asked stands in `coaching.steps.pitch`."""

from typing import Literal

from pydantic import Field, PositiveInt

from coaching.frozen import Frozen
from coaching.playbook import Example, Identifier, Playbook, said
from coaching.wording import Text


class Evidence(Frozen):
    """Proof that the client can check: what it is, where it comes from, of when."""

    text: Text = said("The proof, in one sentence.")
    source: Text = said("Who or what stands behind it: a client, a test, a document.")
    date: str = Field(min_length=4, description="When it was measured or signed: 2026-05 or 2026-05-20.")
    bring: Text = said("What to take along so that the client can see it.")


class Pitch(Frozen):
    """One feature carried to a benefit, for the problems it answers."""

    id: Identifier
    answers: tuple[Identifier, ...] = Field(default=(), description="Ids of the problems in the SPIN playbook; empty: for any need.")
    feature: Text = said("What it is or has.", "problem")
    advantage: Text = said("What that does better than the usual way.", "problem")
    benefit: Text = said("What this client gains, on the need.", "problem", "need")
    evidence: Evidence


class FabeExamples(Frozen):
    """One weak and one strong answer for each letter."""

    feature: Example
    advantage: Example
    benefit: Example
    evidence: Example


class FabeLimits(Frozen):
    """House rules that a trainer may change."""

    breath_zh: PositiveInt = Field(default=60, description="One breath, in Chinese characters, for each letter.")
    breath_en: PositiveInt = Field(default=35, description="One breath, in English words, for each letter.")


class FabeWords(Frozen):
    """Everything that the coach says in this part."""

    ask_need: Text = said("Asks which need the pitch shall answer.")
    ask_feature: Text = said("F: asks for the feature that answers the need.", "need")
    ask_advantage: Text = said("A: asks what the feature does better than the usual way.", "need", "feature")
    ask_benefit: Text = said("B: asks what this client gains.", "need", "advantage")
    ask_evidence: Text = said("E: asks how the client can check it: source and date.", "need", "benefit")
    name_feature: Text = said("The letter with its name: F (feature).")
    name_advantage: Text = said("A (advantage).")
    name_benefit: Text = said("B (benefit).")
    name_evidence: Text = said("E (evidence).")
    looks_like: Text = said("The reply sounds like another letter than asked.", "quote", "looks_like", "wanted")
    no_comparison: Text = said("A without a comparison: better than what?", "quote")
    no_need: Text = said("B does not take up a need on the list.", "quote", "need")
    no_figure: Text = said("B has no figure: money, time, people.", "quote")
    unitless: Text = said("B has a number without a unit.", "quote")
    no_source: Text = said("E names no source that the client can check.", "quote")
    no_date: Text = said("E has no date.", "quote")
    absolute: Text = said("An absolute claim: the client hears advertising.", "quote", "cue")
    too_long: Text = said("Too long for one breath.", "quote", "length", "most")
    benefit_lands: Text = said("Specific praise: B takes up the client's need.", "quote", "term")
    evidence_stands: Text = said("Specific praise: E has a source and a date.", "quote")
    whole_pitch: Text = said("The rep wrote several letters at once; what was found.", "letters")
    missing: Text = said("What is missing, named by its letter.", "letters")
    missing_unknown: Text = said("Stands under 'still unknown' on the brief for a missing letter.", "letter", "need")
    no_needs: Text = said("No need is on the list yet: the pitch rests on a guess.")
    breath: Text = said("The whole pitch in one breath.", "feature", "advantage", "benefit", "evidence")


class Fabe(Playbook):
    """A pitch: feature, advantage, benefit, evidence."""

    method: Literal["fabe"]
    pitches: tuple[Pitch, ...] = Field(min_length=1, description="What we can offer, by the need it answers.")
    examples: FabeExamples
    limits: FabeLimits = FabeLimits()
    words: FabeWords
