/* SPDX-License-Identifier: MIT */
/* Blocks that take more than a text: lists, tables, verse, figures. */
#pragma once

#include "read/txt_write.h"

/* Units [first, end) as one list, nested by their indents. */
void txt_write_list(TxtWriter *writer, guint first, guint end);

/* Lines that stand for themselves: verse, or a paragraph with breaks.
 * Gives end. */
guint txt_write_lines(TxtWriter *writer, guint first, guint end);

/* A signature: its lines, as they stand if they are drawn. */
void txt_write_signature(TxtWriter *writer, guint first, guint end);

/* The lines of a unit as rows, parted at columns of blanks. */
void txt_write_table(TxtWriter *writer, const TxtUnit *unit);

/* "Key: value" units [first, end) as a table of two columns. */
void txt_write_facts(TxtWriter *writer, guint first, guint end);

/* A caption with its credit; either unit may be NULL, alt is a picture's
 * description that begins with who took it. */
void txt_write_figure(TxtWriter *writer, const TxtUnit *alt,
                      const TxtUnit *caption);

/* A caption and a credit that are a unit each. */
void txt_write_caption_lines(TxtWriter *writer, const TxtUnit *one,
                             const TxtUnit *other);

/* "[1] Text" as a footnote. */
void txt_write_note(TxtWriter *writer, const TxtUnit *unit);

/* The text of a heading without the signs drawn around it. */
void txt_write_heading(TxtWriter *writer, const TxtUnit *unit);

/* 1 for the highest; from how headings are written in this text. */
guint txt_heading_level(const Txt *txt, guint i);
