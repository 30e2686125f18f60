# `make run` and `make test` do all the set-up a fresh Debian-like machine with Python 3.11+ needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= 2

# Libraries Qt needs without a screen, those it needs with one, and a database server and screen for the tests.
QT := libglib2.0-0 libgl1 libegl1 libx11-6 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6
XCB := libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
TESTING := postgresql postgresql-contrib xvfb openbox

.PHONY: run test bench lint words tour set-up system system-test clean

run: set-up
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	  exec $(BIN)/konsol gui --demo; \
	else \
	  $(BIN)/konsol tour --out out/tour --platform offscreen && \
	  echo "No display here: the console was driven without one. Pictures: $$PWD/out/tour"; \
	fi

test: set-up system-test
	$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term

bench: set-up
	$(BIN)/pip install -q -e '.[bench]'
	$(BIN)/python -m tests.bench

lint: set-up
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Collect the words of the interface into the Indonesian catalogue, compile it, and name those it lacks.
words: set-up
	$(BIN)/python -m tests.words

tour: set-up
	$(BIN)/konsol tour --out out/tour --platform offscreen

set-up: system $(READY)

$(READY): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
	  echo "Python's venv module is missing: install python3-venv and call make again." >&2; exit 1; }
	$(BIN)/python -c 'import sys; sys.exit("Python 3.11 or newer is needed." if sys.version_info < (3, 11) else 0)'
	$(BIN)/python -m pip install -q -e '.[test,lint]'
	@touch $@

system:
	@sh resources/packaging/debian/packages.sh $(QT) $(XCB)

system-test:
	@sh resources/packaging/debian/packages.sh $(TESTING)

clean:
	rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*
