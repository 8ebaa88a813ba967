# Everything needs only git, make, and python3 with venv and pip. Set-up runs by itself, once, and again when pyproject.toml changes.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1:8000
WORKERS ?= auto
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site test check schema dist portability pictures servers torture bench lock locked sbom clean help

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

serve: $(VENV)/.site  ## the site of data/ on localhost, made anew at every saved file
	$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

site: $(VENV)/.site  ## the site of data/ once, into site/ (for the public; TERTULIA_AUDIENCE=private for yourself)
	$(BIN)/mkdocs build --strict
	@echo "site/ is ready. To look at it: $(BIN)/python -m http.server --directory site --bind 127.0.0.1 8000"

test: check  ## every check and every test, in a real browser too
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

check: $(VENV)/.test schema  ## types, style and floors, the schemas made anew
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

schema: $(VENV)/.site  ## the JSON Schemas of data/ for editors; a new rule or field is in them at once
	@$(BIN)/tertulia schema --data data

dist: $(VENV)/.dist  ## sdist and wheel, and the wheel tried in an environment of its own
	sh .ci/dist $(BIN)/python

portability: $(VENV)/.test  ## the sample with every builder, compared page by page (MkDocs, ProperDocs, Zensical)
	$(BIN)/python .ci/portability.py

pictures: $(VENV)/.test  ## the pictures of the README, light and dark
	$(BIN)/python .ci/pictures.py

servers: site  ## nginx and Caddy on loopback with the recipes of `tertulia init`, asked for the built site
	sh .ci/servers site

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q generator  # at once, for those whose Python may not write beside the code later
	@touch $@

$(VENV)/.test: pyproject.toml tests/browser/setup.sh | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[test]'
	sh tests/browser/setup.sh $(BIN)/python
	@$(BIN)/python -m compileall -qq -j 0 generator $(VENV)/lib || :  # by every core; pip does it by one
	@touch $@ $(VENV)/.site

$(VENV)/.dist: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'build>=1.3' 'hatchling>=1.25'
	@touch $@

torture: $(VENV)/.test  ## kills, full disks, broken data and the like, a figure a line; some minutes
	$(BIN)/python -m tests.torture

bench: $(VENV)/.test  ## the same people as a site by us and by others, with a table; BENCH="--people 1000" for less
	$(BIN)/python -m tests.benchmark $(BENCH)

LOCKS := .github/locks
TOOLS := $(VENV)/tools/bin
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(TOOLS)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate pyproject.toml

lock: $(TOOLS)/uv  ## the versions and digests of everything installed, anew
	@mkdir -p $(LOCKS)
	$(LOCK) --output-file $(LOCKS)/site.txt
	$(LOCK) --extra test --output-file $(LOCKS)/test.txt

locked: | $(VENV)/bin/python  ## set up .venv from the lock, and from nothing else
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --requirement $(LOCKS)/test.txt
	$(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation --editable .
	sh tests/browser/setup.sh $(BIN)/python
	@$(BIN)/python -m compileall -q generator
	@touch $(VENV)/.site $(VENV)/.test

sbom: $(TOOLS)/cyclonedx-py  ## what the site is made with, for machines: CycloneDX, in site.cdx.json
	$(TOOLS)/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml --of JSON \
	    --output-file site.cdx.json $(LOCKS)/site.txt

$(TOOLS)/uv $(TOOLS)/cyclonedx-py: | $(VENV)/bin/python
	$(BIN)/python -m venv $(VENV)/tools
	$(TOOLS)/python -m pip install --quiet --disable-pip-version-check uv cyclonedx-bom

clean:  ## remove what was built and set up
	rm -rf site dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
