# Two commands do everything: `make demo` and `make test`. Each sets up .venv first, when it is missing or out of date.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check

.PHONY: demo test check wheel-test format clean

$(VENV)/ready: pyproject.toml constraints.txt
	@$(PYTHON) -m venv $(VENV) 1>&2
	@$(PIP) install --constraint constraints.txt --editable '.[dev]' 1>&2
	@touch $@

# Standard output is the digests' JSON and nothing else (with `make -s demo`).
demo: $(VENV)/ready
	@$(BIN)/summarizer digest examples/articles --model openai/relay --replay cassettes/demo.yaml

test: $(VENV)/ready
	@$(BIN)/python -m pytest

check: $(VENV)/ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# The suite against the built wheel, in an environment and a folder of its own, where no checkout can help it.
wheel-test:
	@rm -rf build/wheel-test && mkdir -p build/wheel-test
	@$(PYTHON) -m venv build/wheel-test/venv
	@build/wheel-test/venv/bin/python -m pip --quiet --quiet --disable-pip-version-check wheel --no-deps --wheel-dir build/wheel-test/dist .
	@build/wheel-test/venv/bin/python -m pip --quiet --quiet --disable-pip-version-check install --constraint constraints.txt \
		"$$(ls build/wheel-test/dist/*.whl)[dev]"
	@cp -r tests cassettes examples README.md CHANGELOG.md pyproject.toml build/wheel-test/
	@cd build/wheel-test && venv/bin/python -m pytest

format: $(VENV)/ready
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist *.egg-info
