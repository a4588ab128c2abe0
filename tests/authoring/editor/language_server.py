"""An editor without a screen: it starts the real YAML language server with the shipped settings and asks what a trainer's editor asks.

Speaks the Language Server Protocol 3.17 over the server's standard input and output. Positions are given and returned as people count
them: lines and columns from 1.
"""

import itertools
import json
import os
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

PATIENCE = 60
"""Seconds to wait for an answer; the server needs a few milliseconds, a busy machine more."""


class Underlined(NamedTuple):
    """What an editor underlines: from the first character up to the one after the last, and what it says there."""

    line: int
    column: int
    end_line: int
    end_column: int
    message: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it begins."""
        return self.line, self.column


class Offer(NamedTuple):
    """One completion: its label, the text that would stand there, and what the editor explains beside it."""

    label: str
    inserted: str
    explained: str


class LanguageServer:
    """One running server with `folder` open as its workspace, and `settings` as the editor's settings there."""

    def __init__(self, command: list[str], folder: Path, settings: Mapping[str, Any], locale: str = "en") -> None:
        self.folder, self.settings = folder, settings
        quiet = {name: value for name, value in os.environ.items() if not name.startswith(("NODE_", "npm_"))}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder, env=quiet
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._out, self._in = self._process.stdin, self._process.stdout
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._published: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._request(
            "initialize",
            {
                "processId": os.getpid(),
                "locale": locale,
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
                        "hover": {"contentFormat": ["markdown", "plaintext"]},
                        "publishDiagnostics": {"relatedInformation": True},
                    },
                },
            },
        )
        self._notify("initialized", {})
        # A file is looked at only after the server has asked for the settings.
        ready = self.open("ready.yaml", "")
        self.underlined(ready)
        self.shut(ready)

    def close(self) -> None:
        """Ends the server as an editor does."""
        self._request("shutdown", None)
        self._notify("exit", None)
        self._out.close()
        self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        self._in.close()

    def open(self, name: str, text: str) -> str:
        """Opens a file of the workspace with this text, which need not be on disk; returns its address.

        Each name is for one text: the server keeps what it parsed, also after a file was closed.
        """
        uri = (self.folder / name).as_uri()
        self._published[uri] = queue.Queue()
        self._notify("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        return uri

    def shut(self, uri: str) -> None:
        """Closes an open file."""
        self._notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def underlined(self, uri: str) -> list[Underlined]:
        """What is underlined in a file after it was opened, in the order of the file."""
        found = self._published[uri].get(timeout=PATIENCE)
        return sorted(
            Underlined(
                one["range"]["start"]["line"] + 1, one["range"]["start"]["character"] + 1,
                one["range"]["end"]["line"] + 1, one["range"]["end"]["character"] + 1, one["message"],
            )
            for one in found
        )  # fmt: skip

    def hover(self, uri: str, line: int, column: int) -> str:
        """The Markdown that is shown over this place; nothing where nothing is shown."""
        shown = self._request("textDocument/hover", _at(uri, line, column))
        return shown["contents"]["value"] if shown else ""

    def complete(self, uri: str, line: int, column: int) -> list[Offer]:
        """What is offered at this place."""
        answer = self._request("textDocument/completion", _at(uri, line, column))
        return [
            Offer(item["label"], (item.get("textEdit") or {}).get("newText", item.get("insertText", "")), _words(item.get("documentation")))
            for item in answer["items"]
        ]

    def fixes(self, uri: str, found: Underlined) -> list[str]:
        """The texts that a quick fix would put in place of what is underlined."""
        span = {
            "start": {"line": found.line - 1, "character": found.column - 1},
            "end": {"line": found.end_line - 1, "character": found.end_column - 1},
        }
        raw = next(one for one in self._last[uri] if one["range"] == span)
        actions = self._request(
            "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": span, "context": {"diagnostics": [raw]}}
        )
        edits = [action["edit"]["changes"][uri] for action in actions or [] if "edit" in action]
        return [edit[0]["newText"] for edit in edits]

    def _request(self, method: str, params: Any) -> Any:
        number = next(self._numbers)
        waiting = self._answers[number] = queue.Queue(1)
        self._send({"id": number, "method": method, "params": params})
        answer = waiting.get(timeout=PATIENCE)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer.get("result")

    def _notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._out.flush()

    def _read(self) -> None:
        self._last: dict[str, list[dict[str, Any]]] = {}
        while header := self._in.readline():
            length = int(header.split(b":")[1])
            while self._in.readline().strip():
                continue
            message = json.loads(self._in.read(length))
            if "method" not in message:
                self._answers.pop(message["id"]).put(message)
            elif "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            elif message["method"] == "textDocument/publishDiagnostics":
                uri, found = message["params"]["uri"], message["params"]["diagnostics"]
                self._last[uri] = found
                if uri in self._published:
                    self._published[uri].put(found)

    def _answer(self, asked: dict[str, Any]) -> Any:
        """What the editor answers when the server asks: its settings, and nothing else."""
        if asked["method"] != "workspace/configuration":
            return None
        return [_section(self.settings, item.get("section", "")) for item in asked["params"]["items"]]


def _at(uri: str, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line - 1, "character": column - 1}}


def _words(documentation: Any) -> str:
    return documentation.get("value", "") if isinstance(documentation, dict) else documentation or ""


def _section(settings: Mapping[str, Any], name: str) -> Any:
    """The settings below a name, as an editor hands them out: `yaml.hover` is `hover` in the section `yaml`."""
    if name in settings:
        return settings[name]
    found: dict[str, Any] = {}
    for key, value in settings.items():
        if key.startswith(f"{name}."):
            inside = found
            *way, last = key.removeprefix(f"{name}.").split(".")
            for step in way:
                inside = inside.setdefault(step, {})
            inside[last] = value
    return found
