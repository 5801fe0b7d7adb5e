/* SPDX-License-Identifier: MIT */
/* Every bound of the program, in one place.  Each has its message. */
#pragma once

#define LIMIT_INPUT_BYTES (64 << 20)  /* one input file */
#define LIMIT_DEPTH 64                /* blocks in blocks */
#define LIMIT_MARKS 32                /* marks in marks */
#define LIMIT_TITLE_CHARS 300         /* longer is no title */
#define LIMIT_ID_CHARS 64
#define LIMIT_TABLE_COLUMNS 64
#define LIMIT_NOTES_SHOWN 20          /* messages of one kind and file */
#define LIMIT_COVER_BYTES (32 << 20)
#define LIMIT_COVER_SIDE 20000        /* pixels */
