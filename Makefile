# Every command a developer types. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help run test faults papers demo screens bench

PYTHON ?= python3
FAULTS ?= full
VENV := .venv
BIN := $(VENV)/bin

help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(VENV)/.run: requirements/run.txt pyproject.toml installers/linux/set_up.sh
	@PYTHON=$(PYTHON) bash installers/linux/set_up.sh run

$(VENV)/.dev: requirements/dev.txt pyproject.toml installers/linux/set_up.sh
	@PYTHON=$(PYTHON) bash installers/linux/set_up.sh dev

run: $(VENV)/.run ## set everything up and open the program (the demo where there is no display)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		echo "There is no display here, so the window cannot open. Running the demo instead."; \
		$(MAKE) --no-print-directory demo; \
	else $(BIN)/python -m taf_desktop; fi

test: $(VENV)/.dev ## set everything up; check format, lint, types, import rules; run the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal -q

faults: $(VENV)/.dev ## kill, cut the power, damage, forge, look for traces; count what is lost (FAULTS=release: ten times)
	FAULTS=$(FAULTS) QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 3 --dist worksteal -q -o faulthandler_timeout=0 tests/faults tests/store/test_audit.py --ignore tests/faults/test_hostile_papers.py

papers: $(VENV)/.dev ## every paper in every language, in build/papers, by validators and LibreOffice; hostile and endless words; 200 random families
	FAULTS=$(FAULTS) QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal -q -o faulthandler_timeout=0 tests/documents/test_every_paper.py tests/documents/test_leaks.py tests/faults/test_hostile_papers.py

demo: $(VENV)/.dev ## the Marlow meeting in the real window, as pictures, papers and a page of them in build/demo
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.journeys.demo

screens: $(VENV)/.dev ## pictures of every screen in every theme, at 200 % and as on a projector, in build/screens
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screens

bench: $(VENV)/.dev ## measure what a person waits for, each beside the least it could take
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks
