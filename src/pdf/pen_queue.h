/* SPDX-License-Identifier: MIT */
/* Pages that wait to be painted, each on its canvas, where they are painted
 * in the order in which they came. */
#pragma once

#include "pdf/pen_canvas.h"

typedef struct PenQueue PenQueue;

/* most: pages that may wait. */
PenQueue *pen_queue_new(guint most);
void pen_queue_free(PenQueue *queue);

/* Takes canvas; gives its number, from 0. */
guint pen_queue_add(PenQueue *queue, PenCanvas *canvas);

/* Takes page; if too many wait, paints until they are fewer. */
void pen_queue_put(PenQueue *queue, guint canvas, PenPage *page);

/* Paints one page; FALSE if all that wait are for canvases that others paint
 * on.  From any thread. */
gboolean pen_queue_help(PenQueue *queue);

/* Paints all and finishes the canvases.  Volumes in the order of canvases
 * (array of Volume); NULL if Cairo fails. */
GPtrArray *pen_queue_end(PenQueue *queue, guint jobs, GError **error);
