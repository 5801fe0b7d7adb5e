/* SPDX-License-Identifier: MIT */
/* Draws covers: see cover.h. */
#pragma once

#include "cover/cover.h"

GBytes *draw_cover(const CoverWords *words, GError **error);
