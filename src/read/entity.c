/* SPDX-License-Identifier: MIT */
/* Which character an HTML entity stands for. */
#include "read/entity.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define ENTITY_MAX_BYTES 12     /* "&thetasym;" and numbers with zeros */

typedef struct {
    const char *name;
    gunichar c;
} Entity;

static const Entity entities[] = {
#define ENTITY(name, c) { name, c },
#include "read/entity.def"
#undef ENTITY
};

/* HTML reads the numbers of C1 controls as windows-1252 does. */
static const guint16 from_windows[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static int
compare_name(gconstpointer key, gconstpointer entity)
{
    return strcmp(key, ((const Entity *) entity)->name);
}

/* What a book may not hold becomes U+FFFD; line ends become blanks. */
static gunichar
allowed(guint64 number)
{
    if (number == '\t' || number == '\n' || number == '\r')
        return ' ';
    if (number >= 0x80 && number < 0xA0)
        return from_windows[number - 0x80];
    if (number < 0x20 || number > 0x10FFFF || (number & ~0x7FFull) == 0xD800
        || utf8_is_noncharacter((gunichar) number))
        return 0xFFFD;
    return (gunichar) number;
}

/* name: what stands between "&#" and ";". */
static gunichar
decode_number(const char *name)
{
    gboolean hex = *name == 'x' || *name == 'X';
    const char *digits = name + hex;
    char *end;

    if (!g_ascii_isxdigit(*digits))
        return 0;
    guint64 number = g_ascii_strtoull(digits, &end, hex ? 16 : 10);
    return *end ? 0 : allowed(number);
}

gunichar
entity_decode(const char *str, gsize max, gsize *len)
{
    char name[ENTITY_MAX_BYTES + 1];
    gsize n = 0;

    for (gsize i = 1; i < max && n < ENTITY_MAX_BYTES; i++) {
        if (!g_ascii_isalnum(str[i]) && !(str[i] == '#' && i == 1))
            break;
        name[n++] = str[i];
    }
    if (n == 0 || n + 1 >= max || str[n + 1] != ';')
        return 0;
    name[n] = '\0';
    *len = n + 2;

    if (name[0] == '#')
        return decode_number(name + 1);
    const Entity *entity = bsearch(name, entities, G_N_ELEMENTS(entities),
                                   sizeof(Entity), compare_name);
    return entity ? entity->c : 0;
}

void
entity_append(GString *out, const char *str, gsize max)
{
    while (max > 0) {
        const char *amp = memchr(str, '&', max);
        gsize before = amp ? (gsize) (amp - str) : max;

        g_string_append_len(out, str, before);
        str += before;
        max -= before;
        if (max == 0)
            break;

        gsize len = 1;
        gunichar c = entity_decode(str, max, &len);
        if (c)
            g_string_append_unichar(out, c);
        else
            g_string_append_len(out, str, len = 1);
        str += len;
        max -= len;
    }
}
