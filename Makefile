# `make demo` and `make test` do all the set-up on a machine with Python 3.11, make and gcc.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test bench setup

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps -e .
	touch .venv/ready

demo: setup
	$(BIN)/greenroom demo

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check -q .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports
	$(BIN)/pytest -q --cov --cov-report=term:skip-covered

bench: setup
	$(BIN)/python -m tests.benchmarks
