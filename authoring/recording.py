"""Turns a walk into a story: what was done, where, which rule was named, and what stood on the brief at the end. Knows no terminal."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from authoring.story import ACTIONS, CLOSED, Story, StoryEnd, StoryStep
from authoring.trial import Start, Trial
from authoring.writing import Entry, Value, written
from coaching import turn as coach
from coaching.frozen import Language
from coaching.steps.page import page

COUNTS = ("problems", "questions", "objections", "prices", "unknown")

_HEAD = {
    "zh-Hans": "由一次试走记下来的测试对话。story 那一行请改成它说明了什么；不要紧的 feedback 可以删。",
    "en": "Recorded from a walk. Say in 'story' what it shows, and remove the feedback that does not matter.",
}


class Done(NamedTuple):
    """One thing that was done during a walk: where, what (`says`, `picks` or `command`), and which rule was named in the answer."""

    at: str
    action: str
    text: str
    feedback: str


def story_of(done: Sequence[Done], trial: Trial, start: Start, name: str) -> Story:
    """The story of a walk; played on the same playbooks it comes true."""
    steps = tuple(
        StoryStep.model_validate({"at": one.at, one.action: one.text} | ({"feedback": one.feedback} if one.feedback else {}))
        for one in done
    )
    return Story.model_validate(
        {"story": name, "minutes": start.minutes, "part": start.part, "role": start.role, "steps": steps, "end": _end(trial)}
    )


def as_yaml(story: Story, plan: str, language: Language) -> str:
    """The story as a file that a trainer would write."""
    entries: list[Entry] = [Entry("story", story.story)]
    entries += [Entry(name, value) for name in ("minutes", "part") if (value := getattr(story, name)) is not None]
    if story.minutes is not None or story.part is not None:
        entries.append(Entry("role", story.role))
    entries.append(Entry("steps", tuple(Entry(None, _step(step)) for step in story.steps)))
    entries.append(Entry("end", _group(story.end)))
    head = _HEAD["en" if language == "en" else "zh-Hans"]
    return written([Entry("plan", plan, (head,)), Entry("language", language), Entry("stories", (Entry(None, tuple(entries)),))])


def save(path: Path, text: str, *, force: bool) -> None:
    """Writes a recorded story. Raises FileExistsError where one stands already, unless `force`; OSError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _end(trial: Trial) -> StoryEnd:
    session = trial.session
    if trial.place != coach.BRIEF:
        return StoryEnd(at=trial.place, outcome=session.outcome)
    brief = page(trial.walk)
    counts = (len(trial.walk.items("spin.problem")), len(brief.questions), len(brief.objections), len(brief.ladder), len(brief.unknown))
    return StoryEnd.model_validate({"at": trial.place, **dict(zip(COUNTS, counts, strict=True))})


def _step(step: StoryStep) -> Value:
    found = [Entry("at", step.at)] if step.at and step.at != CLOSED else []
    found += [Entry(name, value) for name in (*ACTIONS, "feedback") if (value := getattr(step, name)) is not None]
    return tuple(found)


def _group(end: StoryEnd) -> Value:
    return tuple(Entry(name, value) for name in ("at", "outcome", *COUNTS) if (value := getattr(end, name)) is not None)
