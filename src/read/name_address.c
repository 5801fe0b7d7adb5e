/* SPDX-License-Identifier: MIT */
/* The name of a person in a From: field (RFC 5322, and older habits). */
#include "read/name.h"

#include <string.h>

#include "read/header_decode.h"
#include "read/name_shape.h"

/* The text in the first brackets, which may nest and hold "\)". */
static char *
comment(const char *str)
{
    const char *open = strchr(str, '(');
    GString *out;
    int depth = 0;

    if (open == NULL)
        return NULL;
    out = g_string_new(NULL);
    for (const char *p = open; *p != '\0'; p++) {
        if (*p == '\\' && p[1] != '\0')
            p++;
        else if (*p == '(' && depth++ == 0)
            continue;
        else if (*p == ')' && --depth == 0)
            break;
        g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

/* Up to the "<" or "," of the first address, quotes taken off. */
static char *
phrase(const char *str)
{
    GString *out = g_string_new(NULL);
    gboolean quoted = FALSE;

    for (const char *p = str; *p != '\0'; p++) {
        if (*p == '\\' && quoted && p[1] != '\0')
            p++;
        else if (*p == '"') {
            quoted = !quoted;
            continue;
        } else if (!quoted && (*p == '<' || *p == '(' || *p == ','))
            break;
        g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

/* "Doe, Jane" of a directory becomes "Jane Doe". */
static char *
turn_round(char *name)
{
    char *comma = strchr(name, ',');

    if (comma == NULL || strchr(comma + 1, ',') != NULL)
        return name;
    g_autofree char *family = g_strndup(name, (gsize) (comma - name));
    g_autofree char *given = g_strstrip(g_strdup(comma + 1));
    char *turned = g_strdup_printf("%s %s", given, g_strstrip(family));
    if (strchr(given, ' ') == NULL && name_is_person(turned,
                                                     strlen(turned))) {
        g_free(name);
        return turned;
    }
    g_free(turned);
    return name;
}

/* Takes raw; NULL if it is no name. */
static char *
polish(char *raw)
{
    g_autofree char *owned = raw;
    char *name;

    if (raw == NULL)
        return NULL;
    name = header_decode_words(raw, strlen(raw));
    g_strstrip(name);
    gsize len = strlen(name);
    if (len > 1 && strchr("'\"", *name) != NULL && name[len - 1] == *name) {
        name[len - 1] = ' ';
        name[0] = ' ';
        g_strstrip(name);
    }
    if (*name == '\0' || strchr(name, '@') != NULL
        || strstr(name, " at ") != NULL) {
        g_free(name);
        return NULL;
    }
    return turn_round(name);
}

char *
name_from_address(const char *from)
{
    const char *angle = strchr(from, '<');
    char *name = NULL;

    if (angle != NULL)
        name = polish(phrase(from));
    if (name == NULL)
        name = polish(comment(from));
    if (name == NULL && angle == NULL)
        name = polish(phrase(from));
    /* An address without "@", or a single word that is a login. */
    if (name != NULL && angle == NULL && strchr(from, '(') == NULL
        && strpbrk(name, " ") == NULL && g_str_is_ascii(name)) {
        g_free(name);
        return NULL;
    }
    return name;
}
