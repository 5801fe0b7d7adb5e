# article2book: articles in, books out.  `make help` lists what can be made.

VERSION := 0.1.0
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
MODE    ?= release
BUILD   := build/$(MODE)

CC      ?= cc
WARN    := -Wall -Wextra -Wswitch-enum -Wshadow -Wstrict-prototypes \
           -Wmissing-prototypes -Wpointer-arith -Wwrite-strings
CFLAGS_release := -O2 -g
CFLAGS_debug   := -O0 -g3
CFLAGS_asan    := -O1 -g3 -fsanitize=address,undefined \
                  -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS_fuzz    := $(CFLAGS_asan) -fsanitize=fuzzer-no-link
CFLAGS_cover   := -O0 -g3 --coverage
MODE_FLAGS     := $(CFLAGS_$(MODE))

CORE_PKGS    := glib-2.0 libzip
GUESS_PKGS   := glib-2.0 uchardet libexttextcat
TYPESET_PKGS := glib-2.0 pangocairo pangoft2 fontconfig harfbuzz-subset \
                libjpeg
cflags = $(shell pkg-config --cflags $(1))
libs   = $(shell pkg-config --libs $(1))

ALL_CFLAGS := -std=c11 -D_GNU_SOURCE -fPIC -fvisibility=hidden $(WARN) \
              -Iinclude -Isrc -DMODULE_DIR='"$(LIBDIR)/article2book"' \
              $(MODE_FLAGS) $(CFLAGS)

# Sources by folder: a new file needs no edit.
SRC       = $(wildcard $(1:%=src/%/*.c))
OBJ       = $(patsubst %.c,$(BUILD)/%.o,$(call SRC,$(1)))
LIB_OBJ  := $(call OBJ,base model read book style epub) \
            $(BUILD)/styles.o
CLI_OBJ  := $(call OBJ,cli)
GUESS_OBJ   := $(call OBJ,guess)
TYPESET_OBJ := $(call OBJ,type cover)

PROGRAM := $(BUILD)/article2book
LIBRARY := $(BUILD)/libarticle2book.a
SHARED  := $(BUILD)/libarticle2book.so
MODULES := $(BUILD)/a2b-guess.so $(BUILD)/a2b-typeset.so

ifeq ($(V),)
say = @printf '  %-7s %s\n' $(1) $(2);
endif

all: $(PROGRAM) $(SHARED) $(MODULES)

$(call OBJ,guess): PKGS = $(GUESS_PKGS)
$(call OBJ,type cover): PKGS = $(TYPESET_PKGS)
PKGS = $(CORE_PKGS)
$(BUILD)/%.o: %.c
	$(call say,CC,$<) mkdir -p $(@D) && \
	$(CC) $(call cflags,$(PKGS)) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The built-in styles, as C strings.
$(BUILD)/styles.c: $(wildcard styles/*.css) src/style/embed.sh
	$(call say,GEN,$@) mkdir -p $(@D) && \
	src/style/embed.sh $(wildcard styles/*.css) > $@
$(BUILD)/styles.o: $(BUILD)/styles.c
	$(call say,CC,$<) $(CC) $(call cflags,$(CORE_PKGS)) $(ALL_CFLAGS) \
	-c -o $@ $<

$(LIBRARY): $(LIB_OBJ)
	$(call say,AR,$@) rm -f $@ && $(AR) rcs $@ $^

$(SHARED): $(LIB_OBJ)
	$(call say,LD,$@) $(CC) -shared $(MODE_FLAGS) $(LDFLAGS) -o $@ $^ \
	$(call libs,$(CORE_PKGS)) -ldl

$(PROGRAM): $(CLI_OBJ) $(LIBRARY)
	$(call say,LD,$@) $(CC) $(MODE_FLAGS) $(LDFLAGS) -o $@ $^ \
	$(call libs,$(CORE_PKGS)) -ldl

$(BUILD)/a2b-guess.so: $(GUESS_OBJ)
	$(call say,LD,$@) $(CC) -shared $(MODE_FLAGS) $(LDFLAGS) -o $@ $^ \
	$(call libs,$(GUESS_PKGS))

$(BUILD)/a2b-typeset.so: $(TYPESET_OBJ) $(call OBJ,base model)
	$(call say,LD,$@) $(CC) -shared $(MODE_FLAGS) $(LDFLAGS) -o $@ $^ \
	$(call libs,$(TYPESET_PKGS)) -ldl

# A unit test is one file and the library.
$(BUILD)/tests/unit/%: tests/unit/%.c $(LIBRARY)
	$(call say,LD,$@) mkdir -p $(@D) && $(CC) $(call cflags,$(CORE_PKGS)) \
	$(ALL_CFLAGS) -o $@ $< $(LIBRARY) $(call libs,$(CORE_PKGS)) -ldl

clean:
	rm -rf build out

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all clean
.DELETE_ON_ERROR:
.SECONDARY:
