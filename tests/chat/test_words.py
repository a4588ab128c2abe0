"""The bot's own words: the same in every language, and none that nobody says."""

import re
from pathlib import Path

from chat import words

CHAT = Path(words.__file__).parent
# Names that are put together: a role, what an act is called, a button of the bench, a part of a comparison.
COMPOSED = re.compile(r"role_\w+|bench_(do_\w+|\w+_verb|added|removed|reworded|rehearsed_\w+)")


def test_both_languages_have_the_same_words():
    assert words.catalogue("en").keys() == words.catalogue("zh-Hans").keys()


def test_no_word_is_left_that_nobody_says():
    said = "".join(path.read_text(encoding="utf-8") for path in CHAT.rglob("*.py"))
    unused = [name for name in words.catalogue("en") if f'"{name}"' not in said and not COMPOSED.fullmatch(name)]
    assert unused == []
