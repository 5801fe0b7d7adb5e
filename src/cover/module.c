/* SPDX-License-Identifier: MIT */
/* What the typeset module gives to the program. */
#include "cover/draw.h"
#include "type/subset.h"

#pragma GCC visibility push(default)
extern const TypesetModule a2b_module;
#pragma GCC visibility pop

const TypesetModule a2b_module = {
    .draw_cover = draw_cover,
    .subset_font = subset_font,
};
