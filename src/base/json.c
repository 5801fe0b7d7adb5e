/* SPDX-License-Identifier: MIT */
/* Where JSON has commas, and how strings are escaped in it (RFC 8259). */
#include "base/json.h"

void
json_init(Json *json, GString *out)
{
    *json = (Json) { .out = out, .first = TRUE };
}

/* Before a key or a value. */
static void
json_next(Json *json)
{
    if (!json->first)
        g_string_append_c(json->out, ',');
    if (json->wrap)
        g_string_append_c(json->out, '\n');
    json->first = json->wrap = FALSE;
}

void
json_wrap(Json *json)
{
    json->wrap = TRUE;
}

/* U+2028 and U+2029 end a line for many who read JSON by lines. */
static gboolean
json_is_separator(const char *str)
{
    return str[0] == '\xe2' && str[1] == '\x80' &&
           (str[2] == '\xa8' || str[2] == '\xa9');
}

static void
json_quote(GString *out, const char *str)
{
    static const char *const names[] = {
        ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f",
        ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\",
    };

    g_string_append_c(out, '"');
    for (;;) {
        const char *from = str;
        guchar c;

        while ((guchar) *str >= 0x20 && *str != '"' && *str != '\\' &&
               !json_is_separator(str))
            str++;
        g_string_append_len(out, from, str - from);
        if (*str == '\0')
            break;
        if (json_is_separator(str)) {
            g_string_append(out, str[2] == '\xa8' ? "\\u2028" : "\\u2029");
            str += 3;
            continue;
        }
        c = *str++;
        if (names[c] != NULL)
            g_string_append(out, names[c]);
        else
            g_string_append_printf(out, "\\u%04x", c);
    }
    g_string_append_c(out, '"');
}

void
json_key(Json *json, const char *key)
{
    json_next(json);
    json_quote(json->out, key);
    g_string_append_c(json->out, ':');
    json->first = TRUE;
}

void
json_open(Json *json, char bracket)
{
    json_next(json);
    g_string_append_c(json->out, bracket);
    json->first = TRUE;
}

void
json_close(Json *json, char bracket)
{
    if (json->wrap)
        g_string_append_c(json->out, '\n');
    g_string_append_c(json->out, bracket);
    json->first = json->wrap = FALSE;
}

void
json_string(Json *json, const char *str)
{
    json_next(json);
    if (str == NULL)
        g_string_append(json->out, "null");
    else
        json_quote(json->out, str);
}

void
json_number(Json *json, gint64 number)
{
    json_next(json);
    g_string_append_printf(json->out, "%" G_GINT64_FORMAT, number);
}

void
json_bool(Json *json, gboolean value)
{
    json_next(json);
    g_string_append(json->out, value ? "true" : "false");
}
