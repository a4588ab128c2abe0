"""Lets pytest collect the trainers' stories: each story below a folder `stories` is a test, and its findings are the failure.

A plugin for pytest; the root conftest.py loads it. The bench itself is imported when there is a story to play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from authoring.folder import Folder
    from authoring.stories import StoryFile

FOLDER = "stories"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Takes every YAML file below a folder of stories."""
    if file_path.suffix in {".yaml", ".yml"} and FOLDER in (above.name for above in file_path.parents):
        collector: pytest.Collector = StoryModule.from_parent(parent, path=file_path)
        return collector
    return None


class StoryModule(pytest.File):
    """A file of stories."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item for each story; a file with mistakes is one item that fails with them."""
        from authoring import stories
        from authoring.folder import known_as

        folder = stories.folder_at(stories.playbooks_of(self.path, self.path.parent))
        file = stories.read_stories(known_as(self.path), self.path.read_bytes(), folder)
        if file.stories is None:
            yield StoryItem.from_parent(self, name="can be read", file=file, folder=folder)
            return
        for number, story in enumerate(file.stories.stories):
            yield StoryItem.from_parent(self, name=story.story, file=file, folder=folder, number=number)


class StoryItem(pytest.Item):
    """One story."""

    def __init__(self, *, file: StoryFile, folder: Folder, number: int | None = None, **around: Any) -> None:
        super().__init__(**around)
        self.file, self.folder, self.number = file, folder, number

    def runtest(self) -> None:
        """Plays the story. Raises StoryFailed when it does not come true."""
        from authoring import stories
        from authoring.explain import as_text

        findings = self.file.findings if self.number is None else stories.tell(self.file, self.number, self.folder).findings
        if findings:
            raise StoryFailed(as_text(findings, {self.file.file: self.file.lines}, _language(self.file)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings as `stories` prints them."""
        return str(excinfo.value) if isinstance(excinfo.value, StoryFailed) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the story stands (lines from 0), and its sentence."""
        line = None
        if self.number is not None and self.file.document is not None:
            line = self.file.document.place(("stories", self.number, "story")).line - 1
        return self.path, line, self.name


class StoryFailed(Exception):  # noqa: N818 - a report, not a fault of the program
    """A story did not come true; the message is its findings."""


def _language(file: StoryFile) -> Any:
    return file.stories.language if file.stories is not None else "en"
