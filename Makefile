# PYTHON is any Python from 3.11 to 3.13; everything is installed into VENV and nowhere else.
PYTHON ?= python3
VENV ?= .venv
SHARED ?= ../shared

BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
# The version that the figures in the documentation were measured with; installed first, so that nothing else chooses.
TORCH := torch==2.13.0

.PHONY: help demo test check format bench bench-quality docs screenshots clean

help:
	@echo "make demo    compare the five articles in seeds/, print the findings, write reports/seeds.md"
	@echo "make test    run the tests, with coverage"
	@echo "make check   formatting, lint, types, layers"
	@echo "make format  put the code into its format"
	@echo "make bench   speed and quality beside a baseline"
	@echo "make bench-quality  a plain script, the rules alone, and rules and model, on hand-read events"
	@echo "make docs    make docs/detectors/ from the detectors' docstrings"
	@echo "make screenshots  make docs/pictures/, the terminal application on the five articles"
	@echo "make clean   remove what was built"

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet "$(TORCH)"
	$(BIN)/python -m pip install --quiet --editable ".[all]"
	@touch $@

# pip reads dependency groups from 25.1 on.
$(INSTALLED_DEV): $(INSTALLED)
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

demo: $(INSTALLED)
	$(BIN)/discrepancy compare seeds/
	@mkdir -p reports
	$(BIN)/discrepancy compare seeds/ --format markdown --output reports/seeds.md
	@echo "The same findings, to paste: reports/seeds.md"
	@echo "To go through them and judge them: $(BIN)/discrepancy tui seeds/"

test: $(INSTALLED_DEV)
	$(BIN)/python -m pytest --cov --cov-report=term

check: $(INSTALLED_DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(INSTALLED_DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

SPEED := benchmarks/speed.py benchmarks/runtimes.py benchmarks/reports.py benchmarks/tui.py
QUALITY := $(filter-out benchmarks/_% benchmarks/plain.py $(SPEED),$(wildcard benchmarks/*.py))

bench: $(INSTALLED_DEV)
	@for benchmark in $(SPEED); do echo "== $$benchmark"; $(BIN)/python $$benchmark || exit 1; done
	@if [ -d "$(SHARED)" ]; then \
		for benchmark in $(QUALITY); do \
			echo; echo "== $$benchmark"; $(BIN)/python $$benchmark --shared "$(SHARED)" || exit 1; \
		done; \
	else \
		echo "$(SHARED) is not there: the benchmarks that need hand-read texts are left out"; \
	fi

bench-quality: $(INSTALLED_DEV)
	$(BIN)/python benchmarks/quality.py --shared "$(SHARED)"

docs: $(INSTALLED)
	$(BIN)/python docs/make_docs.py

screenshots: $(INSTALLED)
	$(BIN)/python docs/make_pictures.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage dist out
	find src tests benchmarks training docs -name __pycache__ -type d -prune -exec rm -rf {} +
