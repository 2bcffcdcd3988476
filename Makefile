# asyncc: one Makefile for the compiler, the runtime, the tests and the installation.
#
# `make` on a fresh machine installs what is missing and builds everything. Sources are found by
# wildcard: a new file needs no edit here. `make BUILD=dir` keeps a build of its own elsewhere.

BUILD    ?= build
# One way to name a folder below this one, since what is built depends on the flags it was built with.
override BUILD := $(patsubst $(CURDIR)/%,%,$(abspath $(BUILD)))
PREFIX   ?= /usr/local
FILE     ?= samples/showcase.py
CC       ?= cc
SANITIZE ?=

# `run` and `build` want gcc's -O2 of the runtime; a sanitized build wants speed of compiling more.
OPTIMISE := $(if $(SANITIZE),-O1 -fno-omit-frame-pointer -fno-sanitize-recover=undefined,-O2)
CFLAGS   ?= $(OPTIMISE) -g -Wall -Wextra
BASE     := -std=c11 -D_GNU_SOURCE $(CFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE)) -MMD -MP
COMPILER_FLAGS := $(BASE) -Icompiler -Iruntime -I$(BUILD)/gen $(if $(SANITIZE),-DASYNCC_SANITIZED)
RUNTIME_FLAGS  := $(BASE) -Iruntime -ffunction-sections -fdata-sections \
                  $(if $(SANITIZE),,-fno-asynchronous-unwind-tables)
TEST_FLAGS     := $(BASE) -Icompiler -Iruntime -I$(BUILD)/gen -Itests/unit
LINK           := $(CC) $(if $(SANITIZE),-fsanitize=$(SANITIZE)) $(LDFLAGS)
# At a fixed place nothing is relocated at the start: the tables of OpenSSL alone are 18,000 places.
FIXED          := $(if $(SANITIZE),,-no-pie)
SYSTEM_LIBS    := -lm -lpthread -ldl
LIBRARIES      := libuv_a.a libtommath.a libutf8proc.a libssl.a libcrypto.a libz.a

# All work is done by as many jobs as there are processors, unless -j says otherwise.
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif

# Each step is one short line; `make V=1` shows the commands.
quiet = $(if $(V),,@printf '%-8s %s\n' $(1) $(patsubst $(BUILD)/%,%,$@) && )

# ---- what there is ---------------------------------------------------------------------------

GENERATED       := $(addprefix $(BUILD)/gen/,$(if $(wildcard grammar/lexer.re),lexer.c) \
                     $(if $(wildcard grammar/parser.y),parser.c) \
                     $(if $(wildcard runtime/asyncc.h),asyncc_h.c) prelude.c asked.c library_index.c)
PRELUDES        := $(shell find runtime/lib/prelude -name '*.py' 2>/dev/null)
COMPILER_SOURCES := $(wildcard compiler/*.c compiler/*/*.c)
RUNTIME_SOURCES  := $(wildcard runtime/*.c runtime/*/*.c)
RUNTIME_HEADERS  := $(wildcard runtime/asyncc*.h runtime/*.def runtime/*/*.def)
UNIT_SOURCES     := $(wildcard tests/unit/test_*.c)

MAIN_OBJECT      := $(BUILD)/obj/compiler/main.o
COMPILER_OBJECTS := $(filter-out $(MAIN_OBJECT),$(COMPILER_SOURCES:%.c=$(BUILD)/obj/%.o)) \
                    $(GENERATED:$(BUILD)/%.c=$(BUILD)/obj/%.o)
RUNTIME_OBJECTS  := $(RUNTIME_SOURCES:%.c=$(BUILD)/obj/%.o)
UNIT_TESTS       := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/unit/%)

ASYNCC   := $(BUILD)/asyncc
RUNTIME  := $(BUILD)/libasyncc_rt.a
COMPILER := $(BUILD)/libasyncc.a
HEADERS  := $(BUILD)/include/.copied

.PHONY: help all run test asan fuzz-order bench bench-deps install format lint update clean objects units FORCE
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

# ---- what people type ------------------------------------------------------------------------

all: $(ASYNCC) $(RUNTIME) $(HEADERS) ## build the compiler and the runtime (the default)

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "FILE=prog.py for run, PREFIX=dir for install, T=words for test, BUILD=dir, CC=clang"

run: all ## run the showcase sample through the JIT (or FILE=prog.py)
	@$(ASYNCC) run $(FILE)

test: all units $(BUILD)/.setup-test ## build and run every test (T=words: only tests named so)
	@tests/run.py --build $(BUILD) $(T)

asan: ## the same tests under the address, undefined-behaviour and leak sanitizers
	@$(MAKE) --no-print-directory test BUILD=$(BUILD)/asan SANITIZE=address,undefined

fuzz-order: all ## compare N=200 random programs of tasks with CPython (FIRST=seed)
	@tests/fuzz/fuzz.py order --build $(BUILD) --count $(or $(N),200) --first $(or $(FIRST),1)

bench: all ## run the workloads of bench/ beside the peers; write the tables into the docs
	@bench/run --build $(BUILD) --write

bench-deps: ## install the peers that bench compares with (Go, Rust, Nim, PyPy, ...)
	@tools/setup bench

install: all ## install below PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/asyncc $(DESTDIR)$(PREFIX)/include
	install -m 755 $(ASYNCC) $(DESTDIR)$(PREFIX)/bin/asyncc
	install -m 644 $(RUNTIME) $(DESTDIR)$(PREFIX)/lib/asyncc/
	rm -rf $(DESTDIR)$(PREFIX)/include/asyncc
	cp -R $(BUILD)/include $(DESTDIR)$(PREFIX)/include/asyncc

format: $(BUILD)/.setup-lint ## lay out all C by .clang-format
	@clang-format -i $$(git ls-files '*.[ch]' ':!tests/golden')

lint: $(BUILD)/.setup-lint ## check layers, file lengths and layout; run cppcheck
	@tools/lint.py --build $(BUILD)

update: all ## rewrite the golden dumps and docs/library.md from what the compiler says now
	@tests/run.py --build $(BUILD) --update

clean: ## remove everything built
	rm -rf $(BUILD)

objects: $(COMPILER_OBJECTS) $(MAIN_OBJECT) $(RUNTIME_OBJECTS)

units: $(UNIT_TESTS)

# ---- set-up ----------------------------------------------------------------------------------

# One stamp for each set of needs; the script installs what is missing and says so first. The sets
# build upon each other (and only one apt-get can run at a time).
$(BUILD)/.setup-test: | $(BUILD)/.setup-build
$(BUILD)/.setup-lint: | $(BUILD)/.setup-test

$(BUILD)/.setup-%: tools/setup
	@mkdir -p $(@D)
	@tools/setup $*
	@touch $@

# ---- generated sources -----------------------------------------------------------------------

$(BUILD)/gen/lexer.c: grammar/lexer.re | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(call quiet,re2c)re2c -W --no-generation-date --conditions -o $@ $<

$(BUILD)/gen/parser.c: grammar/parser.y | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(call quiet,bison)bison -Wall -Wcounterexamples --defines=$(BUILD)/gen/parser.h -o $@ $<

$(BUILD)/gen/parser.h: $(BUILD)/gen/parser.c ;

# The JIT hands libtcc the runtime's header as text, since `run` must not need headers on the
# machine. Preprocessing here keeps what libtcc reads short; -dD keeps the macros.
$(BUILD)/gen/asyncc_h.c: runtime/asyncc.h tools/embed-header | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(call quiet,embed)tools/embed-header "$(CC)" $< $@

# The library modules written in Python are part of the compiler.
$(BUILD)/gen/prelude.c: $(PRELUDES) $(BUILD)/.preludes tools/embed-prelude
	@mkdir -p $(@D)
	$(call quiet,embed)tools/embed-prelude runtime/lib/prelude $@

# The rows of the library by name.
$(BUILD)/gen/library_index.c: runtime/lib/lib.def tools/embed-library | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(call quiet,embed)tools/embed-library "$(CC)" runtime $@

# The names that C code asks objects for: no pruning may drop methods of these names.
$(BUILD)/gen/asked.c: $(RUNTIME_SOURCES) $(wildcard runtime/*/*.h runtime/lib/*.def) tools/embed-asked
	@mkdir -p $(@D)
	$(call quiet,embed)tools/embed-asked runtime $@ $(BUILD)/gen/asked.def

# What no program runs often is compiled for size: a third of the text of small programs.
SMALL_value := bytearray bytes bytes_methods class class_slots code codec codec_table complex \
    descriptor dict_views float_methods float_text format format_number generic_alias \
    int_methods mapping_proxy match metatype module module_dict percent property set_algebra \
    set_type slice special str_format str_printf str_repr str_translate struct_sequence \
    text_case unicode weakref
SMALL_exc := caret exception format group os_error suggest uncaught unicode_error warning
SMALL_sched := asyncgen_operation debug future_type interrupt log loop_policy loop_type \
    report_request short_repr shuffle task_graph task_report task_type threads
SMALL_aio := executor run shutdown wrap
SMALL_io := address process resolve signals
SMALL_lib := atexit file file_methods file_open file_text gc inspect library os_call \
    os_descriptor os_files os_process os_status program stdio sys thread traceback
SMALL_OBJECTS := $(foreach folder,value exc sched aio io lib, \
    $(SMALL_$(folder):%=$(BUILD)/obj/runtime/$(folder)/%.o))

# ---- objects ---------------------------------------------------------------------------------

# Written anew only where the text differs, so that changed flags or lists of files rebuild.
define write_if_changed
@mkdir -p $(@D)
@printf '%s\n' '$(1)' | cmp -s - $@ || printf '%s\n' '$(1)' > $@
endef
$(BUILD)/.flags: FORCE
	$(call write_if_changed,$(CC) $(COMPILER_FLAGS) $(RUNTIME_FLAGS) $(SMALL_OBJECTS))
$(BUILD)/.compiler: FORCE
	$(call write_if_changed,$(COMPILER_OBJECTS))
$(BUILD)/.headers: FORCE
	$(call write_if_changed,$(RUNTIME_HEADERS))
$(BUILD)/.preludes: FORCE
	$(call write_if_changed,$(PRELUDES))
$(BUILD)/.runtime: FORCE
	$(call write_if_changed,$(RUNTIME_OBJECTS))

GENERATED_HEADERS := $(if $(wildcard grammar/parser.y),$(BUILD)/gen/parser.h)

$(BUILD)/obj/compiler/%.o: compiler/%.c $(BUILD)/.flags | $(BUILD)/.setup-build $(GENERATED_HEADERS)
	@mkdir -p $(@D)
	$(call quiet,cc)$(CC) $(COMPILER_FLAGS) -c -o $@ $<

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/.flags | $(GENERATED_HEADERS)
	@mkdir -p $(@D)
	$(call quiet,cc)$(CC) $(COMPILER_FLAGS) -c -o $@ $<

$(BUILD)/obj/runtime/%.o: runtime/%.c $(BUILD)/.flags | $(BUILD)/.setup-build
	@mkdir -p $(@D)
	$(call quiet,cc)$(CC) $(RUNTIME_FLAGS) $(FOR_SIZE) -c -o $@ $<

$(SMALL_OBJECTS): FOR_SIZE := $(if $(SANITIZE),,-Os)

# ---- libraries and programs ------------------------------------------------------------------

$(COMPILER): $(COMPILER_OBJECTS) $(BUILD)/.compiler
	@rm -f $@
	$(call quiet,ar)ar qcs $@ $(COMPILER_OBJECTS)

# The libraries go in too: one archive is all that a built program is linked against, which takes of
# it what it uses, and an installed asyncc needs no -dev packages. (q, unlike r, keeps files of one
# name in two folders.)
$(RUNTIME): $(RUNTIME_OBJECTS) $(BUILD)/.runtime | $(BUILD)/.setup-build
	@rm -f $@
	$(call quiet,ar)ar qc $@ $(RUNTIME_OBJECTS)
	@{ echo "OPEN $@"; \
	  for library in $(LIBRARIES); do echo "ADDLIB $$($(CC) -print-file-name=$$library)"; done; \
	  echo SAVE; echo END; } | ar -M

$(ASYNCC): $(MAIN_OBJECT) $(COMPILER) $(RUNTIME)
	$(call quiet,link)$(LINK) $(FIXED) -o $@ $(MAIN_OBJECT) $(COMPILER) $(RUNTIME) -ltcc $(SYSTEM_LIBS)

$(HEADERS): $(RUNTIME_HEADERS) $(BUILD)/.headers $(BUILD)/gen/asked.c
	@rm -rf $(@D) && mkdir -p $(@D)
	@cp $(BUILD)/gen/asked.def $(@D)
	@cd runtime && cp --parents $(RUNTIME_HEADERS:runtime/%=%) $(abspath $(@D))
	@touch $@

$(BUILD)/unit/%: tests/unit/%.c $(COMPILER) $(RUNTIME) $(BUILD)/.flags | $(BUILD)/.setup-test
	@mkdir -p $(@D)
	$(call quiet,link)$(LINK) $(TEST_FLAGS) -o $@ $< $(COMPILER) $(RUNTIME) -lcmocka -ltcc $(SYSTEM_LIBS)

-include $(wildcard $(BUILD)/obj/*/*.d $(BUILD)/obj/*/*/*.d $(BUILD)/unit/*.d $(BUILD)/gen/*.d)
