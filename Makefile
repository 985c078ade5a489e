# make run     sets everything up, loads the sample law once and serves it at http://127.0.0.1:8000 (PORT=… for another)
# make test    sets everything up and runs all tests
# make bench   measures import, load, save, acts, pages, redline, DOCX and PDF

PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check install --require-hashes --only-binary :all:
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard articles/locale/*/LC_MESSAGES/django.po))

.PHONY: install run test bench lock
.DEFAULT_GOAL := run

install: $(VENV)/.installed $(CATALOGUES)

$(VENV)/bin/python:
	@command -v python3 >/dev/null || { echo "LawDraft needs Python 3.11 or later: install python3 and python3-venv."; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "LawDraft needs Python 3.11 or later; this is $$(python3 --version)."; exit 1; }
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { echo "LawDraft needs Python's venv: install the package python3-venv."; exit 1; }
	@python3 -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing what LawDraft needs …"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the tests need …"
	@$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

%.mo: %.po | $(VENV)/.installed
	@$(PY) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@

run: install
	@exec $(PY) manage.py serve --port $(PORT)

test: $(VENV)/.installed-dev install
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/mypy
	@SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))') ALLOWED_HOSTS=lawdraft.example \
		$(PY) manage.py check --deploy --fail-level WARNING --settings lawdraft.production
	@$(PY) manage.py makemigrations --check --dry-run
	@$(VENV)/bin/pytest --numprocesses 2 $(TESTS)

bench: $(VENV)/.installed-dev install
	@$(PIP) --retries 1 -r requirements-bench.txt || echo "Not every peer can be installed here: their rows say so."
	@$(PY) -m benchmarks

# Writes the lock files anew from pyproject.toml; needs uv.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --only-binary :all: --no-header pyproject.toml --output-file requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --only-binary :all: --no-header --group dev pyproject.toml --output-file requirements-dev.txt
