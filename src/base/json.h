/* SPDX-License-Identifier: MIT */
/* Writes JSON: commas and escapes are put by the writer. */
#pragma once

#include <glib.h>

typedef struct {
    GString *out;
    gboolean first;         /* nothing in this object or array yet */
    gboolean wrap;          /* what comes next begins a line */
} Json;

void json_init(Json *json, GString *out);
void json_key(Json *json, const char *key);
void json_open(Json *json, char bracket);
void json_close(Json *json, char bracket);
void json_string(Json *json, const char *str);    /* NULL: null */
void json_number(Json *json, gint64 number);
void json_bool(Json *json, gboolean value);

/* The next key, value or closing bracket begins a line. */
void json_wrap(Json *json);
