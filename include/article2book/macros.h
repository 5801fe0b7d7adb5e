/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* Everything declared between these two is exported; nothing else is. */
#define A2B_BEGIN_DECLS \
    G_BEGIN_DECLS _Pragma("GCC visibility push(default)")
#define A2B_END_DECLS \
    _Pragma("GCC visibility pop") G_END_DECLS
