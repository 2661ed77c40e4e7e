# `make help` lists what can be made. Everything runs in .venv, from locked and hashed packages.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CODE := $(wildcard src tests scripts benchmarks)
DEMO := examples/garcia-demo.yaml

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

# The stamps keep a finished step from being repeated; a changed lock or project file undoes them.

$(VENV)/.tools: requirements/dev.txt
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer found: install one or name it with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		package=$$($(PYTHON) -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && apt-get install -y -qq "$$package"; \
		else \
			echo "make: $(PYTHON) cannot create environments: install the package $$package" >&2; exit 1; \
		fi; }
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.installed: $(VENV)/.tools pyproject.toml
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.bench: $(VENV)/.installed requirements/bench.txt
	$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/.agreement: $(VENV)/.installed requirements/agreement.txt
	$(PIP) install --require-hashes -r requirements/agreement.txt
	@touch $@

.PHONY: install
install: $(VENV)/.installed ## create the environment and install the package in it

.PHONY: demo
demo: install ## assess the example case
	$(BIN)/discretion assess $(DEMO)

.PHONY: static
static: install ## format, lint, types and import contracts
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports

.PHONY: check
check: static ## the fast part of what a change must pass
	$(BIN)/pytest -n 2 tests/unit tests/repository tests/docs

.PHONY: java
java: ## find Java, which Spark needs, or install it
	@command -v java >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && apt-get install -y -qq default-jre-headless; \
		else \
			echo "make: no Java found: the tests of Spark are skipped" >&2; \
		fi; }

.PHONY: test
test: static java ## everything a change must pass
	$(BIN)/pytest -n 2

.PHONY: exact
exact: install ## the slow, exhaustive comparisons
	$(BIN)/pytest -n 2 -m slow

.PHONY: agreement
agreement: $(VENV)/.agreement ## compare the engines with independent ones
	$(BIN)/python -m tests.agreement.run

.PHONY: coverage
coverage: install ## which lines and branches the tests reach
	$(BIN)/pytest -n 2 --cov

.PHONY: docs
docs: install ## write the made documents anew, then check all of them
	$(BIN)/python -m scripts.write_docs
	$(BIN)/pytest -q tests/docs tests/repository/test_texts.py tests/unit/test_examples.py

$(VENV)/.proofs: $(VENV)/.installed requirements/proofs.txt
	$(PIP) install --require-hashes -r requirements/proofs.txt
	@touch $@

.PHONY: proofs
proofs: $(VENV)/.proofs ## repeat every proof of every policy with a second solver
	$(BIN)/python -m tests.proof.repeat

.PHONY: bench
bench: $(VENV)/.bench ## measure, beside peers
	$(BIN)/python -m benchmarks.run

.PHONY: bench-caseload
bench-caseload: $(VENV)/.bench java ## measure whole tables of decisions, beside peers, a million rows
	$(BIN)/python -m benchmarks.caseload.run

.PHONY: bench-large
bench-large: $(VENV)/.bench java ## the same with eleven million rows, and every engine to the last cell
	$(BIN)/python -m benchmarks.caseload.run --rows 11000000
	$(BIN)/pytest -m slow tests/engines tests/caseload tests/benchmarks

.PHONY: format
format: install ## lay out the code and fix what can be fixed
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

.PHONY: lock
lock: ## write the locked requirements anew (needs uv)
	cd requirements && for name in run dev bench agreement proofs; do \
		uv pip compile --quiet --upgrade --generate-hashes --no-strip-extras --universal --python-version 3.11 \
			--no-header --no-emit-index-url --no-emit-find-links $$name.in -o $$name.txt || exit 1; \
	done

.PHONY: clean
clean: ## remove what make and the tools wrote
	rm -rf $(VENV) build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
