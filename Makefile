# The two commands of README are `make demo` and `make test`; they need only python3 (3.11+), make and pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= $(or $(DOCFORGE_SHARED),../shared)
BENCH_HOME ?= $(CURDIR)/.tools

.PHONY: locales demo test lint types conformance score bench clean

$(VENV)/.user: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet .
	touch $@

$(VENV)/.dev: $(VENV)/.user
	$(BIN)/pip install --quiet --editable '.[dev]'
	$(BIN)/python -m compileall -q src
	touch $@

demo: $(VENV)/.user  ## convert one sample to all formats, bind all samples into a pack
	$(BIN)/docforge convert samples/en-harbour-reopens.txt -o demo -t docx,pdf,epub,html,json --force
	$(BIN)/docforge pack samples/*.txt -o demo/briefing.pdf --title 'Sample briefing' --force
	@echo "Open demo/en-harbour-reopens.pdf, .docx, .epub and demo/briefing.pdf"

test: $(VENV)/.dev  ## the whole default test run
	$(BIN)/python -m pytest -q

lint: $(VENV)/.dev  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

conformance: $(VENV)/.dev  ## outside validators over the samples (EPUBCheck, Ace, veraPDF, Open XML SDK, LibreOffice)
	SHARED='$(SHARED)' BENCH_HOME='$(BENCH_HOME)' PYTHON='$(BIN)/python' bash tests/conformance/run.sh

locales: $(VENV)/.dev  ## every sample in thirty locales and all formats, checked and kept in build/locales to be looked at
	$(BIN)/python -m tests.conformance.locale_sweep build/locales

score: $(VENV)/.dev  ## structure detection against the evaluation corpus
	$(BIN)/python -m tests.corpus.predict $(SHARED)/corpus > .cache-predictions.jsonl
	$(BIN)/python $(SHARED)/corpus/score.py --gold $(SHARED)/corpus --pred .cache-predictions.jsonl

bench: $(VENV)/.user  ## ratios against other tools, in one run
	BENCH_HOME='$(BENCH_HOME)' $(BIN)/python benchmarks/cold_one.py

clean:
	rm -rf $(VENV) demo .cache-predictions.jsonl
