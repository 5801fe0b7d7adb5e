/* SPDX-License-Identifier: MIT */
/* How many bytes of a text are judged together: a loop over so many of them
 * without a branch is what compilers make vectors of. */
#pragma once

#define AT_ONCE 16
