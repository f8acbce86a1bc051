# Two words do everything: `make demo` shows it, `make test` proves it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
ARGS   ?=
# a worker for each core; one that is done takes over from the others
WORKERS ?= -n auto --dist worksteal

.PHONY: demo test quick doors check lint bench torture fuzz accuracy encoder pictures clean system
.DEFAULT_GOAL := test

$(BIN)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mailbot needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(BIN)/.installed            ## the whole product on this machine, played at speed
	$(BIN)/mailbot demo $(ARGS)

system:                            ## what the tests need beside Python
	@sh tests/servers/install.sh

test: $(BIN)/.installed system lint   ## everything, nothing skipped
	$(BIN)/pytest $(WORKERS) $(ARGS)

quick: $(BIN)/.installed           ## what needs no server and no process: no lint, few examples
	$(BIN)/pytest $(WORKERS) -m "not servers" --hypothesis-profile=quick $(ARGS)

doors: $(BIN)/.installed           ## `make quick` in a copy with one more intent, item, guard, letter, channel
	$(BIN)/python -m tests.doors

lint: $(BIN)/.installed            ## style, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BIN)/.installed system    ## mails a second, and how the cost grows with history and text; ARGS=console: the pages
	$(if $(filter console,$(ARGS)),,$(BIN)/python -m tests.bench.growth)
	$(BIN)/python -m tests.bench $(ARGS)

torture: $(BIN)/.installed system  ## kill -9 at hundreds of steps; ARGS="--kills 0" is every one
	$(BIN)/python -m tests.faults $(ARGS)
	$(BIN)/pytest --hypothesis-profile=whole $(WORKERS) tests/stories/test_order_of_arrival.py tests/desk/test_properties.py \
		tests/mail/test_parse_hostile.py

fuzz: $(BIN)/.installed            ## mails made wrong by the thousand; ARGS="--mails 100000 --seed 7"
	$(BIN)/python -m tests.fuzz $(ARGS)

$(BIN)/.peers: $(BIN)/.installed
	$(BIN)/pip install -qq --disable-pip-version-check --editable '.[accuracy]'
	-$(BIN)/pip install -qq --disable-pip-version-check --editable '.[talon]'
	touch $@

accuracy: $(BIN)/.peers            ## how well mail is read, on real corpora, beside the peers' libraries
	$(BIN)/python -m tests.accuracy $(ARGS)

encoder: $(BIN)/.installed         ## the training of the encoder, tried with torch (a large download)
	$(BIN)/pip install -qq --disable-pip-version-check --editable '.[train-encoder]'
	$(BIN)/python -m tests.encoder

pictures: $(BIN)/.installed system ## the pictures in the README: the pages in a real browser, and the demo
	$(BIN)/python -m tests.console.pictures
	$(BIN)/python -m tests.demo.picture

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
