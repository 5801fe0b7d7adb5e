# article2book: articles in, books out.  `make help` lists what can be made.

VERSION := $(shell sed -n 's/^.define A2B_VERSION "\(.*\)"/\1/p' \
             include/article2book/article2book.h)
PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
LIBDIR  ?= $(PREFIX)/lib
MANDIR  ?= $(PREFIX)/share/man
INCLUDEDIR ?= $(PREFIX)/include
MODE    ?= release
JOBS    ?= $(shell nproc)
BUILD   := build/$(MODE)

-include local.mk
MAKEFLAGS += --no-print-directory

CC         ?= cc
PKG_CONFIG ?= pkg-config
WARN    := -Wall -Wextra -Wswitch-enum -Wshadow -Wstrict-prototypes \
           -Wmissing-prototypes -Wpointer-arith -Wwrite-strings
CFLAGS_release := -O2 -g
CFLAGS_debug   := -O0 -g3
CFLAGS_asan    := -O1 -g -fsanitize=address,undefined \
                  -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS_fuzz    := $(CFLAGS_asan) -fsanitize=fuzzer-no-link
CFLAGS_cover   := -O0 -g3 --coverage
MODE_FLAGS     := $(CFLAGS_$(MODE))
# What is linked into programs that look for leaks when they end.
LEAK_OBJ       := $(if $(filter asan,$(MODE)),build/asan/tests/threads_end.o)

# What each part is compiled and linked with; asked for once.
pc = $(shell $(PKG_CONFIG) $(1) 2>/dev/null)
CORE_PKGS      := glib-2.0 libzip libdeflate
GUESS_PKGS     := glib-2.0 uchardet libexttextcat
TYPESET_PKGS   := glib-2.0 pangocairo pangoft2 fontconfig harfbuzz-subset \
                  libjpeg
PDF_PKGS       := glib-2.0 pangocairo pangoft2 fontconfig harfbuzz lcms2 \
                  libqrencode libdeflate libpng libjpeg
BREAKS_PKGS    := glib-2.0 icu-uc
TEST_PKGS      := libqpdf zlib
CORE_CFLAGS    := $(call pc,--cflags $(CORE_PKGS))
CORE_LIBS      := $(call pc,--libs $(CORE_PKGS)) -ldl
GUESS_CFLAGS   := $(call pc,--cflags $(GUESS_PKGS))
GUESS_LIBS     := $(call pc,--libs $(GUESS_PKGS))
TYPESET_CFLAGS := $(call pc,--cflags $(TYPESET_PKGS))
TYPESET_LIBS   := $(call pc,--libs $(TYPESET_PKGS)) -lm -ldl
PDF_CFLAGS     := $(call pc,--cflags $(PDF_PKGS))
PDF_LIBS       := $(call pc,--libs $(PDF_PKGS)) -lm -ldl
BREAKS_CFLAGS  := $(call pc,--cflags $(BREAKS_PKGS))
BREAKS_LIBS    := $(call pc,--libs $(BREAKS_PKGS))

ALL_CFLAGS := -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden $(WARN) \
              -Iinclude -Isrc $(MODE_FLAGS) $(CFLAGS) -MMD -MP
COMPILE     = $(CC) $(PKG_CFLAGS) $(CPPFLAGS) $(ALL_CFLAGS)
LINK        = $(CC) $(MODE_FLAGS) $(LDFLAGS)

# Sources by folder: a new file needs no edit.
SRC          = $(sort $(wildcard $(1:%=src/%/*.c)))
OBJ          = $(patsubst %.c,$(BUILD)/%.o,$(call SRC,$(1)))
LIB_OBJ     := $(call OBJ,base model read book style epub) $(BUILD)/styles.o
CLI_OBJ     := $(call OBJ,cli)
GUESS_OBJ   := $(call OBJ,guess)
TYPE_OBJ    := $(call OBJ,type)
COVER_OBJ   := $(call OBJ,cover)
PDF_OBJ     := $(call OBJ,pdf)
BREAKS_OBJ  := $(call OBJ,breaks)
HYPH_OBJ    := $(call OBJ,hyph)
HEADERS     := $(wildcard include/article2book/*.h)

PROGRAM := $(BUILD)/article2book
LIBRARY := $(BUILD)/libarticle2book.a
SHARED  := $(BUILD)/libarticle2book.so
MODULES := $(BUILD)/a2b-guess.so $(BUILD)/a2b-typeset.so \
           $(BUILD)/a2b-pdf.so $(BUILD)/a2b-breaks.so
HYPH    := $(BUILD)/hyph/index
SONAME  := libarticle2book.so.0

UNIT_SRC  := $(sort $(wildcard tests/unit/test_*.c))
UNIT      := $(UNIT_SRC:%.c=$(BUILD)/%)
# Tests that look inside a module are linked with it.
UNIT_OF    = $(patsubst %.c,$(BUILD)/%,$(shell \
             grep -lE '^.include "($(1))/' $(UNIT_SRC) /dev/null))

ifeq ($(V),)
say = @printf '  %-7s %s\n' $(1) $(2);
endif

all: $(PROGRAM) $(SHARED) $(MODULES) $(HYPH) ## the program, the library, its modules

## Compiling

$(GUESS_OBJ): PKG_CFLAGS = $(GUESS_CFLAGS)
$(TYPE_OBJ) $(COVER_OBJ): PKG_CFLAGS = $(TYPESET_CFLAGS)
$(PDF_OBJ): PKG_CFLAGS = $(PDF_CFLAGS)
$(BREAKS_OBJ): PKG_CFLAGS = $(BREAKS_CFLAGS)
$(BUILD)/src/base/module.o: CPPFLAGS += -DMODULE_DIR='"$(LIBDIR)/article2book"'
$(BUILD)/src/base/module.o: $(BUILD)/libdir
PKG_CFLAGS = $(CORE_CFLAGS)

$(BUILD)/%.o: %.c | libraries
	$(call say,CC,$<) mkdir -p $(@D) && $(COMPILE) -c -o $@ $<

# The folder of the modules is compiled in: another one, another object.
$(BUILD)/libdir: FORCE
	@mkdir -p $(@D) && echo '$(LIBDIR)' | cmp -s - $@ || \
	echo '$(LIBDIR)' > $@

# The built-in styles, as C strings.
$(BUILD)/styles.c: $(wildcard styles/*.css) src/style/embed.sh
	$(call say,GEN,$@) mkdir -p $(@D) && \
	src/style/embed.sh $(sort $(wildcard styles/*.css)) > $@
$(BUILD)/styles.o: $(BUILD)/styles.c
	$(call say,CC,$<) $(COMPILE) -c -o $@ $<

libraries:
	@$(PKG_CONFIG) --exists $(CORE_PKGS) $(GUESS_PKGS) \
	$(TYPESET_PKGS) $(PDF_PKGS) $(BREAKS_PKGS) || \
	{ echo 'Some libraries are missing; make deps installs them.' >&2; \
	exit 1; }

## Linking

$(LIBRARY): $(LIB_OBJ)
	$(call say,AR,$@) rm -f $@ && $(AR) rcs $@ $^

$(SHARED): $(LIB_OBJ)
	$(call say,LD,$@) $(LINK) -shared -Wl,-soname,$(SONAME) -o $@ $^ \
	$(CORE_LIBS)

$(PROGRAM): $(CLI_OBJ) $(LEAK_OBJ) $(LIBRARY)
	$(call say,LD,$@) $(LINK) -o $@ $^ $(CORE_LIBS)

$(BUILD)/a2b-guess.so: $(GUESS_OBJ)
	$(call say,LD,$@) $(LINK) -shared -o $@ $^ $(GUESS_LIBS)

$(BUILD)/a2b-typeset.so: $(TYPE_OBJ) $(COVER_OBJ) $(LIBRARY)
	$(call say,LD,$@) $(LINK) -shared -Wl,--exclude-libs,ALL -o $@ $^ \
	$(TYPESET_LIBS)

$(BUILD)/a2b-pdf.so: $(PDF_OBJ) $(TYPE_OBJ) $(LIBRARY)
	$(call say,LD,$@) $(LINK) -shared -Wl,--exclude-libs,ALL -o $@ $^ \
	$(TYPESET_LIBS) $(PDF_LIBS)

$(BUILD)/a2b-breaks.so: $(BREAKS_OBJ)
	$(call say,LD,$@) $(LINK) -shared -o $@ $^ $(BREAKS_LIBS)

# Hyphenation patterns, as files that are mapped.
HYPHEN_DIR ?= /usr/share/hyphen
$(BUILD)/hyph/compile: $(HYPH_OBJ)
	$(call say,LD,$@) mkdir -p $(@D) && $(LINK) -o $@ $^ \
	$(call pc,--libs glib-2.0)
$(HYPH): $(BUILD)/hyph/compile $(wildcard $(HYPHEN_DIR)/hyph_*.dic)
	$(call say,GEN,$@) $(BUILD)/hyph/compile $(@D) \
	$(wildcard $(HYPHEN_DIR)/hyph_*.dic)

# A unit test is one file and the library.
$(call UNIT_OF,guess): $(GUESS_OBJ)
$(call UNIT_OF,guess): TEST_LIBS = $(GUESS_LIBS)
$(call UNIT_OF,guess): PKG_CFLAGS = $(CORE_CFLAGS) $(GUESS_CFLAGS)
$(call UNIT_OF,type|cover|pdf): $(TYPE_OBJ)
$(call UNIT_OF,cover): $(COVER_OBJ)
$(call UNIT_OF,pdf): $(PDF_OBJ)
$(call UNIT_OF,breaks): $(BREAKS_OBJ)
$(call UNIT_OF,type|cover|pdf|breaks): TEST_LIBS = $(TYPESET_LIBS) \
    $(PDF_LIBS) $(BREAKS_LIBS) $(call pc,--libs $(TEST_PKGS))
$(call UNIT_OF,type|cover|pdf|breaks): PKG_CFLAGS = $(CORE_CFLAGS) \
    $(TYPESET_CFLAGS) $(PDF_CFLAGS) $(BREAKS_CFLAGS) \
    $(call pc,--cflags $(TEST_PKGS))
$(call UNIT_OF,type|pdf): | $(HYPH)
$(BUILD)/tests/unit/%: tests/unit/%.c $(LIBRARY)
	$(call say,LD,$@) mkdir -p $(@D) && $(COMPILE) -o $@ $< \
	$(filter %.o,$^) $(LIBRARY) $(TEST_LIBS) $(CORE_LIBS)

$(UNIT): $(LEAK_OBJ)
unit: $(UNIT)

## Making and testing

deps:           ## install the Debian packages that building needs
	@.ci/deps build run

demo: deps      ## install what is missing, build, make a book of an example
	@$(MAKE) -j$(JOBS) all
	@mkdir -p out
	$(PROGRAM) tests/examples/lighthouse.txt -o out/lighthouse.epub
	@echo 'The book: out/lighthouse.epub'

test:           ## install what testing needs, build, run every test
	@.ci/deps build run test
	@tests/valid/install
	@$(MAKE) -j$(JOBS) check

check: all unit ## run every test that can be run here
	@$(MAKE) MODE=asan all unit build/asan/tests/fuzz/replay
	@tests/run

test-long: all  ## check every text of a corpus that lies elsewhere
	@.ci/deps build run test
	@tests/valid/install
	@tests/valid/corpus --all
	@tests/valid/digests

lint: all       ## layers, headers, symbols, sizes, manual
	@tests/run lint

regen: all      ## show how golden files would change, and change them
	@tests/golden/run --regen
	@tests/lint/manual --regen

bench: all      ## what a run costs, beside others
	@.ci/deps bench
	@$(MAKE) $(BUILD)/tests/bench/empty $(BUILD)/tests/bench/measure \
	    $(BUILD)/tests/bench/layout
	@tests/bench/run
	@tests/bench/pages
	@tests/bench/digest

$(BUILD)/tests/bench/%: tests/bench/%.c
	$(call say,LD,$@) mkdir -p $(@D) && $(COMPILE) -o $@ $< \
	-Wl,--no-as-needed $(BENCH_OBJ) $(BENCH_LIBS)
$(BUILD)/tests/bench/empty: BENCH_LIBS = $(CORE_LIBS)
$(BUILD)/tests/bench/layout: $(TYPE_OBJ) $(LIBRARY)
$(BUILD)/tests/bench/layout: BENCH_OBJ = $(TYPE_OBJ) $(LIBRARY)
$(BUILD)/tests/bench/layout: BENCH_LIBS = $(TYPESET_LIBS) $(CORE_LIBS)
$(BUILD)/tests/bench/layout: PKG_CFLAGS = $(CORE_CFLAGS) $(TYPESET_CFLAGS)

fuzz:           ## fuzz the reader and all writers for FUZZ_SECONDS
	@.ci/deps fuzz
	@$(MAKE) -j$(JOBS) MODE=fuzz CC=$(CLANG) build/fuzz/tests/fuzz/text
	@mkdir -p build/fuzz/found
	build/fuzz/tests/fuzz/text -max_total_time=$(FUZZ_SECONDS) \
	    -max_len=4096 -detect_leaks=0 -rss_limit_mb=1024 \
	    build/fuzz/found tests/fuzz/corpus
FUZZ_SECONDS ?= 60
CLANG ?= clang

$(BUILD)/tests/fuzz/text: tests/fuzz/text.c $(LIBRARY)
	$(call say,LD,$@) mkdir -p $(@D) && $(COMPILE) -fsanitize=fuzzer \
	-o $@ $< $(LIBRARY) $(CORE_LIBS)
$(BUILD)/tests/fuzz/replay: tests/fuzz/text.c tests/fuzz/replay.c $(LIBRARY)
	$(call say,LD,$@) mkdir -p $(@D) && $(COMPILE) -o $@ $(filter %.c,$^) \
	$(LIBRARY) $(CORE_LIBS)

## Installing

PC := $(BUILD)/article2book.pc
$(PC): src/cli/article2book.pc.in FORCE
	@mkdir -p $(@D) && sed -e 's|@PREFIX@|$(PREFIX)|' \
	-e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' \
	-e 's|@VERSION@|$(VERSION)|' $< > $@

install: all $(PC) ## install under PREFIX (and DESTDIR)
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBDIR)/article2book/hyph \
	    $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(MANDIR)/man1 \
	    $(DESTDIR)$(INCLUDEDIR)/article2book
	install -m 755 $(PROGRAM) $(DESTDIR)$(BINDIR)
	install -m 644 $(MODULES) $(DESTDIR)$(LIBDIR)/article2book
	cd $(BUILD)/hyph && { echo index; cut -d ' ' -f 2 index; } | sort -u | \
	    xargs install -m 644 -t $(abspath \
	    $(DESTDIR)$(LIBDIR)/article2book/hyph)
	install -m 644 $(LIBRARY) $(DESTDIR)$(LIBDIR)
	install -m 644 $(SHARED) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libarticle2book.so
	install -m 644 $(PC) $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 644 $(HEADERS) $(DESTDIR)$(INCLUDEDIR)/article2book
	install -m 644 src/cli/article2book.1 $(DESTDIR)$(MANDIR)/man1

uninstall:      ## remove what install has installed
	rm -f $(DESTDIR)$(BINDIR)/article2book \
	    $(DESTDIR)$(LIBDIR)/libarticle2book.a \
	    $(DESTDIR)$(LIBDIR)/libarticle2book.so \
	    $(DESTDIR)$(LIBDIR)/$(SONAME) \
	    $(DESTDIR)$(LIBDIR)/pkgconfig/article2book.pc \
	    $(DESTDIR)$(MANDIR)/man1/article2book.1
	rm -rf $(DESTDIR)$(LIBDIR)/article2book \
	    $(DESTDIR)$(INCLUDEDIR)/article2book

NAME := article2book-$(VERSION)
dist:           ## pack the committed sources, the same bytes each time
	@mkdir -p build
	git archive --prefix=$(NAME)/ HEAD | gzip -n9 > build/$(NAME).tar.gz
	cd build && sha512sum $(NAME).tar.gz > $(NAME).tar.gz.sha512

clean:          ## remove what was built (not the validators)
	rm -rf build/release build/debug build/asan build/fuzz build/cover \
	    build/tests out

help:           ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1|/p' Makefile | \
	while IFS='|' read -r a b; do printf '  make %-10s %s\n' "$$a" "$$b"; done
	@echo '  MODE=release|debug|asan|fuzz|cover  how it is compiled'
	@echo '  V=1                                 show the commands'

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all libraries unit deps demo test test-long check lint regen bench fuzz \
        install uninstall dist clean help FORCE
FORCE:
.DELETE_ON_ERROR:
.SECONDARY:
