# `make demo` and `make test` do all the set-up on a machine with Python 3.11, make and gcc.
PYTHON ?= python3
BIN := .venv/bin
ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)

.PHONY: demo test bench pictures model kill mutate simulate setup browser days

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps -e .
	touch .venv/ready

# The pages that candidates see are tried in Chromium. Where it cannot be had those tests are left out, but never in CI.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || { $(ROOT) apt-get update -q && \
	  $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium fonts-dejavu-core; } || \
	  echo "There is no Chromium, and apt-get cannot bring it: the browser tests are left out."

demo: setup
	$(BIN)/greenroom demo

test: setup browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check -q .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports
	$(BIN)/pytest -q --cov --cov-report=term:skip-covered

bench: setup
	$(BIN)/python -m tests.benchmarks

# the README's pictures, of what `make demo` left
pictures: setup browser
	$(BIN)/python -m tests.pictures

ROUNDS ?= 40
kill: setup
	$(BIN)/python -m tests.processes.kill --rounds $(ROUNDS)

# trains the compact model of candidates' wordings on tests/corpus; FOLDS=--folds prints figures on unseen constructions
model: setup
	$(BIN)/python -m tests.corpus.train $(FOLDS)

# changes one small thing at a time in the core and asks whether a test notices; PARTS="interview machine" for some
mutate: setup
	$(BIN)/python -m tests.mutation.run $(PARTS)

# plays the whole bot with crashes at every point; SEEDS random hours, a twentieth as many weeks
SEEDS ?= 10000
simulate: setup
	$(BIN)/python -m tests.simulation --seeds $(SEEDS)

# a thousand days of moves, index lag, outages and changing clocks: who was missed, who was taken twice
days: setup
	$(BIN)/python -m tests.ats.days $(DAYS)
