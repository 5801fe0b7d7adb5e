/* SPDX-License-Identifier: MIT */
/* What reading one input gives, in any thread, and its messages later. */
#pragma once

#include "inputs.h"

/* Messages that wait until their turn comes. */
typedef struct {
    GArray *messages;       /* of A2bMessage, strings owned; NULL: none */
    guint warnings;         /* and errors among them */
} Heard;

/* An A2bDiagFunc; user is the Heard. */
void heard_message(const A2bMessage *message, gpointer heard);

/* Reports them in the order in which they came; forgets them. */
void heard_report(Heard *heard);
void heard_clear(Heard *heard);

typedef struct {
    A2bArticle *article;    /* NULL: see error */
    GError *error;
    Heard heard;
} Reading;

/* How inputs are read: as the options say, and each as is known of it. */
A2bReadOptions reading_options(const Options *options, const Inputs *inputs,
                               const Input *input);

void reading_do(Reading *reading, const Options *options,
                const Inputs *inputs, guint i);
void reading_clear(Reading *reading);

/* What the book is told of the input. */
A2bPlace reading_place(const Input *input);
