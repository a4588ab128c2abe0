"""The limits of `domain/ethics.md` in code: personal numbers are masked, words that must not be coached meet the lawful way.

`masking` knows shapes of numbers, `guard` how lists are applied; `words` holds replies and people's names for people, and the
lists stand in `improper`, `private` and `tone`. No clock, no files, no record: what to do with a verdict is the chat's."""

from coaching.ethics.guard import Extra, Guard, Verdict
from coaching.ethics.masking import Masked, mask
from coaching.ethics.words import Level

__all__ = ["Extra", "Guard", "Level", "Masked", "Verdict", "mask"]
