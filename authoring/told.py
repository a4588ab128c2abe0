"""How the stories went, as people and programs read it. Plays nothing, reads no file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from authoring.coverage import KINDS, Covered, Item
from authoring.explain import as_json, as_text
from authoring.finding import Finding, has_errors
from authoring.play import Kind
from authoring.stories import StoryFile, Told
from coaching.frozen import Language

_KINDS: Mapping[Language, Mapping[Kind, str]] = {
    "en": {"step": "steps", "problem": "problems", "pitch": "pitches", "card": "cards", "give_get": "give-gets"},
    "zh-Hans": {"step": "步骤", "problem": "难点", "pitch": "介绍", "card": "异议卡", "give_get": "交换条件"},
}
_ONE: Mapping[Language, Mapping[Kind, str]] = {
    "en": {"step": "step", "problem": "problem", "pitch": "pitch", "card": "card", "give_get": "give-get"},
    "zh-Hans": _KINDS["zh-Hans"],
}
_KEYS: Mapping[Kind, str] = {"step": "steps", "problem": "problems", "pitch": "pitches", "card": "cards", "give_get": "give_gets"}


@dataclass(frozen=True)
class Run:
    """Everything that came of a run: the files, each story in it, and what all of them together visit."""

    files: tuple[StoryFile, ...]
    told: tuple[Told, ...]
    covered: tuple[Covered, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong in the files and with the stories."""
        of_files = [finding for file in self.files for finding in file.findings]
        return (*of_files, *(finding for told in self.told for finding in told.findings))

    @property
    def well(self) -> bool:
        """Whether every file could be read and every story came true."""
        return not has_errors(self.findings)


def run_as_text(run: Run, language: Language) -> str:
    """Each story with its sentence, findings where they belong, then what no story visits."""
    spoken: Language = "en" if language == "en" else "zh-Hans"
    blocks = list(_stories(run, spoken))
    blocks.append(_summary(run, spoken))
    blocks += (_coverage(covered, spoken) for covered in run.covered)
    return "\n".join(blocks)


def _stories(run: Run, language: Language) -> Iterator[str]:
    well, failed = ("ok    ", "FAILED") if language == "en" else ("通过  ", "未通过")
    for file in run.files:
        sources = {file.file: file.lines}
        if file.findings:
            yield f"{failed} {file.file}\n{as_text(file.findings, sources, language)}"
        for told in run.told:
            if told.file == file.file:
                yield f"{well if told.well else failed} {told.story}  ({told.plan}, {told.language}, {told.file}:{told.line})"
                if told.findings:
                    yield as_text(told.findings, sources, language)


def _summary(run: Run, language: Language) -> str:
    wrong = sum(1 for told in run.told if not told.well)
    broken = sum(1 for file in run.files if file.findings)
    if language == "en":
        parts = [f"{len(run.told)} stories", f"{wrong} failed" if wrong else "all came true" if run.told else "none to play"]
        parts += [f"{broken} of {len(run.files)} files could not be played"] if broken else []
        return "\n" + ", ".join(parts) + ".\n"
    parts = [f"共 {len(run.told)} 段测试对话", f"{wrong} 段未通过" if wrong else "全部通过" if run.told else "没有可走的"]
    parts += [f"{len(run.files)} 个文件中有 {broken} 个走不了"] if broken else []
    return "\n" + "，".join(parts) + "。\n"


def _coverage(covered: Covered, language: Language) -> str:
    names, one = _KINDS[language], _ONE[language]
    if language == "en":
        head = f"{covered.plan}: visited " + ", ".join(f"{got} of {of} {names[kind]}" for kind, (got, of) in covered.counts.items())
    else:
        head = f"{covered.plan}：走到 " + "，".join(f"{names[kind]} {got}/{of}" for kind, (got, of) in covered.counts.items())
    lines = [head]
    for item in covered.missing:
        what = one[item.kind]
        said = f"no story visits the {what} '{item.called}'" if language == "en" else f"没有测试对话走到{what}“{item.called}”"
        lines.append(f"  {_place(item)}: {said}")
    for item in covered.unreachable:
        if language == "en":
            said = f"the {one[item.kind]} '{item.called}' stands so far back that no rep is ever offered it"
        else:
            said = f"{one[item.kind]}“{item.called}”排得太后，销售永远点不到"
        lines.append(f"  {_place(item)}: {said}")
    return "\n".join(lines) + "\n"


def _place(item: Item) -> str:
    return f"{item.spot.file}:{item.spot.place.line}"


def run_as_json(run: Run, language: Language) -> dict[str, Any]:
    """The same for programs, as plain data."""
    return {
        "stories": [
            {
                "file": told.file, "line": told.line, "story": told.story, "plan": told.plan, "language": told.language,
                "ok": told.well, "findings": as_json(told.findings, language),
            }
            for told in run.told
        ],
        "findings": as_json([finding for file in run.files for finding in file.findings], language),
        "coverage": [
            {
                "plan": covered.plan,
                **{_KEYS[kind]: dict(zip(("visited", "of"), covered.counts[kind], strict=True)) for kind in KINDS},
                "missing": _items(covered.missing),
                "unreachable": _items(covered.unreachable),
            }
            for covered in run.covered
        ],
    }  # fmt: skip


def _items(items: Sequence[Item]) -> list[dict[str, Any]]:
    return [
        {"file": item.spot.file, "line": item.spot.place.line, "column": item.spot.place.column, "kind": item.kind, "name": item.called}
        for item in items
    ]
