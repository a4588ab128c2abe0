# make run  – installs what is locked and starts Sparring: the Telegram bot with SPARRING_TELEGRAM_TOKEN set, else the coach in this terminal.
# make test – installs what is locked and runs every check and test.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check lint types bench lock clean help

help:
	@grep -E '^# make' Makefile | sed 's/^# //'

run: .venv/.run
	@exec $(BIN)/python bot.py

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sparring needs Python 3.11 or newer; start make with PYTHON=python3.11.")'
	$(PYTHON) -m venv .venv

.venv/.run: requirements.lock | .venv/bin/python
	@echo "Installing what Sparring needs (once) …" >&2
	$(PIP) install --require-hashes -r requirements.lock
	@touch $@

.venv/.test: requirements-dev.lock | .venv/bin/python
	@echo "Installing what the tests need (once) …" >&2
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@ .venv/.run

# The editor's YAML server, which the tests drive; without the npm registry its tests say that they were not run.
.venv/.node/installed: tests/authoring/editor/package-lock.json | .venv/.test
	@$(BIN)/python -m tests.authoring.editor.install

test: .venv/.test .venv/.node/installed lint types
	$(BIN)/python bot.py check
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/lint-imports --config .importlinter

types: .venv/.test
	$(BIN)/mypy

bench: .venv/.test
	$(BIN)/python -m benchmarks

# Renews the two lock files from pyproject.toml; they name packages and hashes only.
COMPILE := $(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
lock: | .venv/bin/python
	$(PIP) install pip-tools
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
