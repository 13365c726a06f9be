# The two commands: `make site` and `make test`. Each makes its own environment in .venv.

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help site serve test check lint format lock clean

help: ## Show what there is to make
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

site: .venv/.site ## Check all content and build the site to site/
	$(BIN)/kitaran build

serve: .venv/.site ## Serve the site, and build it again at every change
	$(BIN)/kitaran serve

check: .venv/.site ## Check all content
	$(BIN)/kitaran check

test: .venv/.test lint ## Run every test, the browser's included
	KITARAN_BROWSER="$$($(BIN)/python tests/browser/find_browser.py)" && export KITARAN_BROWSER && \
	$(BIN)/pytest -n auto

lint: .venv/.test ## Check form, style and types of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .venv/.test ## Bring the code into form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: .venv/.test ## Lock the versions again, from the ranges in pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --all-extras --no-emit-index-url --no-annotate \
		--python-version 3.11 --output-file requirements.lock --custom-compile-command "make lock" \
		--upgrade pyproject.toml

clean: ## Remove everything that can be made again
	rm -rf .venv .cache site cards checklists .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.site: .venv/bin/python pyproject.toml requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

.venv/.test: .venv/bin/python pyproject.toml requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[test]'
	@touch $@
