# make run: set up and open the app. make test: set up and run every check. See README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
export PYTHONUTF8 := 1

.PHONY: run test test-long lint types layers bench screenshots wheels clean

$(VENV)/.run-ready: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.dev-ready: requirements.txt requirements-dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/.run-ready

run: $(VENV)/.run-ready
	@echo "Tienkeer opens in your browser: http://127.0.0.1:$(PORT) - stop it with Ctrl+C."
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

lint: $(VENV)/.dev-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev-ready
	$(BIN)/mypy

layers: $(VENV)/.dev-ready
	$(BIN)/lint-imports

test: lint types layers
	$(BIN)/python -m pytest -m "not long and not e2e" -n 2
	# On a very busy machine a browser can be too late; what failed gets one more try, alone. A real fault fails twice.
	$(BIN)/python -m pytest -m "e2e and not long" -n 2 --dist worksteal || $(BIN)/python -m pytest -m "e2e and not long" --last-failed

test-long: $(VENV)/.dev-ready
	$(BIN)/python -m pytest -m long

# make bench DATA=folder: measures on coded CSV files (group,text,label) beside BERTopic and writes benchmarks/README.md.
bench: requirements.txt requirements-dev.txt requirements-bench.txt
	test -x $(VENV)-bench/bin/python || $(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	$(VENV)-bench/bin/python -m benchmarks.run $(DATA)

# Pictures of the guide, taken anew by the browser tests.
screenshots: $(VENV)/.dev-ready
	TIENKEER_SCREENSHOTS=1 $(BIN)/python -m pytest -m "e2e and not long"

wheels:
	$(PYTHON) -m pip download --dest wheels -r requirements.txt

clean:
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache test-results
