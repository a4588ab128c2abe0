"""One language server for all tests of the editor, with the repository open and the shipped settings."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.authoring.editor.install import NODE, NOT_RUN, SERVER, is_installed
from tests.authoring.editor.language_server import LanguageServer

ROOT = Path(__file__).resolve().parents[3]


def shipped_settings() -> dict[str, Any]:
    """`.vscode/settings.json` without its comments."""
    text = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    settings: dict[str, Any] = json.loads(re.sub(r"(?m)^\s*//.*$", "", text))
    return settings


@pytest.fixture(scope="session")
def editor() -> Iterator[LanguageServer]:
    if not is_installed():
        pytest.skip(NOT_RUN)
    server = LanguageServer([str(NODE), str(SERVER), "--stdio"], ROOT, shipped_settings())
    yield server
    server.close()
