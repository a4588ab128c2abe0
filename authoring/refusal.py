"""What cannot be done as it was asked: one sentence for people, in English and in Chinese. Knows nothing else."""

from __future__ import annotations

from authoring.finding import Words


class Refused(ValueError):  # noqa: N818 - a slip in a command is no fault of the program
    """A command that cannot be carried out; `words` say why and what to do."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.words = Words(en=en, zh=zh)
