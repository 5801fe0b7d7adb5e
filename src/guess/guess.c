/* SPDX-License-Identifier: MIT */
/* What the guess module gives to the program that opens it. */
#include "guess/guess_parts.h"

extern const GuessModule a2b_module;

__attribute__((visibility("default")))
const GuessModule a2b_module = {
    .charset = guess_charset,
    .language = guess_language,
};
