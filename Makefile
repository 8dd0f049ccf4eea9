# Everything below needs Python 3.11 or newer, make, and (once, to install) a package index.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Scorers and developer data, where this checkout has them beside it.
BENCH ?= ../shared/bench
SAMPLE ?= samples/news-report.txt
EVERY ?= 1
TARGET ?= parse
SECONDS ?= 1200

.PHONY: demo test lint types check bench bench-speed bench-others bench-scaling bench-rules test-cost test-kill test-cluster schema samples docs fuzz fuzz-all fuzz-keep bench-alike patterns audit constraints site image clean help

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | sort

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,all]'
	@touch $@

demo: $(READY) ## set everything up and show what a sample holds
	@$(BIN)/summitparse parse $(SAMPLE) --format table
	@echo "The same as JSON: $(BIN)/summitparse parse $(SAMPLE)" >&2

test: $(READY) ## set everything up and run the tests
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

lint: $(READY) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy --strict
	$(BIN)/mypy

check: lint types test ## all that CI does

bench: $(READY) ## every scorer under $(BENCH), in one table
	$(BIN)/python bench/accuracy.py --bench $(BENCH)

bench-speed: $(READY) ## whole processes against the bare language model, by turns
	$(BIN)/python bench/speed.py --texts $(BENCH)/../corpus/releases.jsonl.gz --release $(BENCH)/../seed-release.txt

bench-others: $(READY) ## other tools for dates and for figures beside ours, installed in a folder of their own
	$(PYTHON) -m venv .bench/others
	-.bench/others/bin/python -m pip install --quiet quantulum3 dateparser recognizers-text-date-time recognizers-text-number-with-unit 'emoji<2'
	$(BIN)/python bench/others.py --texts $(BENCH)/../corpus/releases.jsonl.gz --python .bench/others/bin/python

test-cost: $(READY) ## what must not cost more than the text grows: times, so for a quiet machine
	$(BIN)/python -m pytest -m cost

test-kill: $(READY) ## a batch killed at fifty random moments, and gone on with
	SUMMITPARSE_KILLS=50 $(BIN)/python -m pytest tests/batch/test_kill_live.py -s

test-cluster: $(READY) ## a real scheduler with two workers, some of them killed, and a store of objects
	$(BIN)/python -m pip install --quiet --constraint constraints.txt 'moto[server]'
	SUMMITPARSE_CLUSTER=20 $(BIN)/python -m pytest tests/batch/test_cluster_live.py -s

bench-rules: $(READY) ## how often each rule applies, and how often it is right: make bench-rules EVERY=10 for a sample
	$(BIN)/python bench/rules.py --every $(EVERY) --texts $(BENCH)/../corpus/releases.jsonl.gz $(BENCH)/../corpus/releases-2.jsonl.gz \
		--gold $(BENCH)/releases/gold --gold-texts $(BENCH)/releases/texts

bench-scaling: $(READY) ## what hostile texts cost a doubling of their length
	$(BIN)/python bench/scaling.py

docs: $(READY) ## write the reference pages anew from the commands and the models
	$(BIN)/python docs/generate.py

site: $(READY) ## the documentation as a web site in .bench/site (needs the package mkdocs)
	@$(BIN)/python -m pip install --quiet 'mkdocs>=1.6,<2'
	$(BIN)/mkdocs build --quiet --strict

fuzz: $(READY) ## twenty minutes of fuzzing a target: make fuzz TARGET=parse (needs the package atheris)
	$(BIN)/python -m pip install --quiet atheris
	$(BIN)/python -m fuzz.fuzz $(TARGET) .bench/fuzz/$(TARGET) -max_total_time=$(SECONDS) -max_len=4096
	@test -z "$$(ls .bench/fuzz/$(TARGET)/findings)" || { ls .bench/fuzz/$(TARGET)/findings/*; exit 1; }

fuzz-all: $(READY) ## the same for every target, one after the other
	for target in $$($(BIN)/python -m fuzz.targets); do $(MAKE) fuzz TARGET=$$target SECONDS=$(SECONDS) || exit 1; done

fuzz-keep: $(READY) ## keep of a target's corpus what reaches something, for the test that replays it
	$(BIN)/python -m fuzz.keep $(TARGET) .bench/fuzz/$(TARGET)

bench-alike: $(READY) ## the same releases in other characters: how many give other records
	$(BIN)/python bench/alike.py --texts $(BENCH)/../corpus/releases.jsonl.gz

patterns: $(READY) ## every regular expression, attacked by the tests' own attacks and by regexploit
	$(BIN)/python -m pip install --quiet regexploit
	$(BIN)/python -m tests.patterns --tool
	$(BIN)/python -m tests.patterns --all

audit: $(READY) ## the pinned dependencies against the database of known faults, where it can be reached
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/python bench/audit.py

constraints: $(READY) ## pin what is installed now
	$(BIN)/python -m pip freeze --exclude-editable | grep -v '@ file' > constraints.txt

schema: $(READY) ## write the published JSON Schema anew from the models
	$(BIN)/python -c "import pathlib, summitparse.serialise as s; \
	pathlib.Path('src/summitparse/release.schema.json').write_text(s.json_schema(), 'utf-8')"

samples: $(READY) ## write the samples' expected JSON anew: read the difference before you commit it
	for text in samples/*.txt; do $(BIN)/summitparse parse $$text --output $${text%.txt}.json; done

image: ## the container image by docker, podman or buildah; without any its steps in a fresh environment
	@for tool in docker podman buildah; do \
	  if command -v $$tool >/dev/null && $$tool info >/dev/null 2>&1; then exec $$tool build --tag summitparse .; fi; \
	done; \
	echo "No docker, podman or buildah runs here: the steps of the Dockerfile go into .bench/image." >&2; \
	rm -rf .bench/image && $(PYTHON) -m venv .bench/image \
	&& .bench/image/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt '.[files,serve,watch]' \
	&& .bench/image/bin/pip uninstall --quiet --yes pip \
	&& find .bench/image -type d -name tests -prune -exec rm -r {} + \
	&& find .bench/image -name '*.so' -not -path '*.libs/*' -exec strip --strip-debug {} + \
	&& PYTHONDONTWRITEBYTECODE=1 .bench/image/bin/summitparse demo && du -sm .bench/image

clean: ## remove what was set up
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .bench
