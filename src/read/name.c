/* SPDX-License-Identifier: MIT */
/* Whether a string is a person's name, or says what somebody is. */
#include "read/name.h"

#include <string.h>

#include "read/name_shape.h"

#define NAME_BYTES 90
#define ROLE_BYTES 120
#define ROLE_PARTS 8
#define ALONE 50                /* by its shape alone */

typedef struct {
    guint n_names, n_upper, n_capital, n_initials, n_small, n_known;
    gboolean title;             /* an honorific or a suffix */
} Tally;

/* Words that are capitalised anywhere but in names; those that are also
 * family names may follow a well-known given name (Jack London). */
static gboolean
stops(const NamePart *parts, guint i, guint n)
{
    if (!(parts[i].bits & (NAME_STOP | NAME_ROLE | NAME_GROUP)))
        return FALSE;
    if (parts[i].bits & (NAME_KNOWN | NAME_SUFFIX))
        return FALSE;
    return i == 0 || i + 1 < n || parts[i].shape == SHAPE_SMALL
           || parts[i].bits & (NAME_ROLE | NAME_GROUP)
           || !(parts[0].bits & NAME_KNOWN);
}

static gboolean
tally_part(Tally *tally, const NamePart *parts, guint i, guint n)
{
    const NamePart *part = &parts[i];

    /* "M." is more often an initial than a Monsieur. */
    if (i == 0 && part->bits & NAME_HONORIFIC && part->shape != SHAPE_SMALL
        && part->len > 2 && !(n == 2 && part->bits & NAME_KNOWN)) {
        tally->title = TRUE;
        return TRUE;
    }
    if (part->shape == SHAPE_INITIAL) {
        tally->n_initials++;
        return !(part->bits & NAME_STOP) || part->len < 3;
    }
    if (i > 1 && i + 1 == n && part->bits & NAME_SUFFIX) {
        tally->title = TRUE;
        return TRUE;
    }
    if (part->shape == SHAPE_SMALL) {
        tally->n_small++;
        return part->bits & NAME_PARTICLE && i + 1 < n;
    }
    if (part->shape == SHAPE_OTHER || stops(parts, i, n)
        || (i == 0 && n == 2 && part->bits & NAME_BY))
        return FALSE;
    if (part->bits & NAME_PARTICLE && i > 0 && i + 1 < n) {
        tally->n_small++;
        return TRUE;
    }
    tally->n_names++;
    tally->n_upper += part->shape == SHAPE_UPPER && part->len > 3;
    tally->n_capital += part->shape == SHAPE_CAPITAL;
    tally->n_known += (part->bits & NAME_KNOWN) != 0;
    return TRUE;
}

static guint
weigh(const Tally *tally)
{
    guint words = tally->n_names + tally->n_initials;
    guint score = ALONE;

    if (tally->n_names == 0 || words < 2 || words > 5 || tally->n_small > 3)
        return 0;
    if (tally->n_upper > 0 && tally->n_capital > 0
        && tally->n_upper + tally->n_capital > 3)
        return 0;
    score += tally->n_known > 0 ? 30 : 0;
    score += tally->n_known > 1 || tally->title ? 10 : 0;
    score += tally->n_initials > 0 ? 10 : 0;
    score -= words > 3 && tally->n_known == 0 ? 15 : 0;
    score -= tally->n_capital == 0 && tally->n_known == 0 ? 10 : 0;
    return MIN(score, 100);
}

/* Names of China, Japan and Korea: one or two words without capitals. */
static guint
score_east(const char *str, gsize len)
{
    glong chars = g_utf8_strlen(str, (gssize) len);
    guint32 wanted = NAME_HAN_FAMILY;
    gboolean hangul = name_is_hangul(g_utf8_get_char(str));
    gsize family = 0;

    for (const char *p = str; p < str + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (!(hangul ? name_is_hangul(c) : name_is_han(c))
            && !(c == ' ' || c == 0x3000 || c == 0x30FB || c == 0xB7))
            return 0;
    }
    if (hangul)
        wanted = NAME_HANGUL_FAMILY;
    if (chars < 2 || chars > (hangul ? 4 : 6))
        return 0;
    for (const char *p = str; p < str + len && family < 9;) {
        p = g_utf8_next_char(p);
        family = (gsize) (p - str);
        if (family < len && name_word(str, family) & wanted)
            return ALONE + (chars == 3 && hangul ? 10 : 0);
    }
    return 0;
}

/* "Doe, Jr." and "Doe, PhD" are one name: whether a comma at p is such. */
static gboolean
is_suffix_comma(const char *comma, const char *end)
{
    const char *str = comma + 1;
    gsize len = (gsize) (end - str);

    name_trim(&str, &len);
    len -= len > 1 && str[len - 1] == '.';
    return len > 0 && len < 8 && name_word(str, len) & NAME_SUFFIX;
}

guint
name_person_score(const char *str, gsize len)
{
    NamePart parts[NAME_PARTS];
    Tally tally = { 0 };
    const char *comma;
    guint n;

    name_trim(&str, &len);
    if (len == 0 || len > NAME_BYTES)
        return 0;
    comma = memchr(str, ',', len);
    if (comma != NULL && is_suffix_comma(comma, str + len))
        len = (gsize) (comma - str);
    gunichar first = g_utf8_get_char(str);
    if (name_is_han(first) || name_is_hangul(first))
        return score_east(str, len);
    if (!g_unichar_isalpha(first) && first != '\'')
        return 0;
    n = name_split(str, len, parts);
    for (guint i = 0; i < n; i++) {
        name_classify(&parts[i]);
        if (!tally_part(&tally, parts, i, n))
            return 0;
    }
    /* A last word with a dot ends a sentence, unless it is an initial. */
    if (n > 0 && parts[n - 1].shape != SHAPE_INITIAL
        && !(parts[n - 1].bits & NAME_SUFFIX) && str[len - 1] == '.')
        return 0;
    return n == 0 ? 0 : weigh(&tally);
}

gboolean
name_is_person(const char *str, gsize len)
{
    return name_person_score(str, len) > 0;
}

/* One word of what somebody is; *small counts those that a sentence would
 * have more of. */
static gboolean
fits_role(const NamePart *part, gboolean *role, guint *small)
{
    gsize len = part->len;

    if (len > 1 && part->str[len - 1] == ',')
        len--;
    guint32 bits = name_word(part->str, len);
    NameShape shape = name_shape(part->str, len);
    if (bits & NAME_ROLE) {
        *role = TRUE;
        return shape != SHAPE_OTHER;
    }
    if (bits & (NAME_PLACE | NAME_AND | NAME_PARTICLE | NAME_GROUP)
        || (len == 3 && g_ascii_strncasecmp(part->str, "the", 3) == 0))
        return TRUE;
    *small += shape == SHAPE_SMALL;
    return shape != SHAPE_OTHER
           && !(shape == SHAPE_SMALL && bits & NAME_STOP);
}

/* "In", "from", "and": also with a dot. */
static gboolean
begins_no_role(const NamePart *part)
{
    gsize len = part->len;

    len -= len > 1 && part->str[len - 1] == '.';
    return (name_word(part->str, len) & (NAME_PLACE | NAME_AND)) != 0;
}

gboolean
name_is_role(const char *str, gsize len)
{
    NamePart parts[NAME_PARTS];
    gboolean role = FALSE;
    guint n, small = 0;

    name_trim(&str, &len);
    if (len == 0 || len > ROLE_BYTES)
        return FALSE;
    n = name_split(str, len, parts);
    if (n == 0 || n > ROLE_PARTS || begins_no_role(&parts[0]))
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (!fits_role(&parts[i], &role, &small))
            return FALSE;
    return role && small <= 2
           && (n <= 3 || !g_unichar_islower(g_utf8_get_char(str)));
}
