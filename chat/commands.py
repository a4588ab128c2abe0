"""The commands of the chat: their names, what else people type for them, and one line each for the menu."""

from typing import NamedTuple


class Command(NamedTuple):
    """One entry of the command menu, in both languages."""

    name: str
    zh: str
    en: str


MENU: tuple[Command, ...] = (
    Command("prep", "准备一次见面", "Prepare a meeting"),
    Command("o", "查一句异议：/o 太贵", "Answer an objection: /o too expensive"),
    Command("brief", "再看一遍简报", "Show the brief again"),
    Command("list", "进行中和暂停的准备", "Preparations under way"),
    Command("back", "回到上一步", "One step back"),
    Command("skip", "跳过这一步", "Skip this step"),
    Command("example", "看一弱一强两个例子", "A weak and a strong answer"),
    Command("plan", "改这次的计划", "Change the plan"),
    Command("pause", "先放下，以后接着来", "Pause, go on later"),
    Command("stop", "结束这次准备", "End this preparation"),
    Command("language", "换语言", "Change the language"),
    Command("privacy", "您的数据：查看、导出、删除", "Your data: see, export, delete"),
    Command("help", "怎么用", "How to use it"),
)

# Other names for the same thing; what follows a command stays with it.
ALIASES = {
    "prepare": "prep", "new": "prep", "准备": "prep",
    "objection": "o", "异议": "o",
    "简报": "brief",
    "resume": "resume", "continue": "resume", "plans": "list", "sessions": "list", "列表": "list",
    "上一步": "back", "返回": "back", "跳过": "skip", "例子": "example", "示例": "example",
    "change": "plan", "计划": "plan", "暂停": "pause", "end": "stop", "quit": "stop", "cancel": "stop", "结束": "stop",
    "lang": "language", "语言": "language", "隐私": "privacy", "导出": "export", "删除": "delete", "帮助": "help",
}

# Commands that a running preparation answers itself.
IN_SESSION = {"back": "back", "skip": "skip", "example": "example", "plan": "change", "pause": "pause", "help": "help"}


def canonical(name: str) -> str:
    """A command's own name for whatever people type."""
    folded = name.casefold()
    return ALIASES.get(folded, folded)
