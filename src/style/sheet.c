/* SPDX-License-Identifier: MIT */
/* Where the parts of a CSS sheet begin and end, and which may stand in a
 * book; after CSS Syntax Level 3, as far as that takes. */
#include "style/sheet.h"

#include <string.h>

/* What may stand in a block. */
#define SHEET_RULES 'r'
#define SHEET_DECLARATIONS 'd'

typedef struct {
    GString *out;
    GString *open;          /* what each open block holds */
    guint depth_out;        /* blocks that are open and left out */
    void (*left_out)(const char *part, gpointer user);
    gpointer user;
} Cleaning;

/* The offset of the quote that ends the string that begins at pos, or of
 * where it breaks off. */
static gsize
sheet_string(const char *css, gsize pos)
{
    char quote = css[pos++];

    for (; css[pos] && css[pos] != quote && css[pos] != '\n'; pos++)
        if (css[pos] == '\\' && css[pos + 1])
            pos++;
    return pos;
}

/* The offset after the comment or string that begins at pos; pos itself if
 * none does. */
static gsize
sheet_skip(const char *css, gsize pos)
{
    if (css[pos] == '/' && css[pos + 1] == '*') {
        const char *end = strstr(css + pos + 2, "*/");
        return end ? (gsize) (end + 2 - css) : strlen(css);
    }
    if (css[pos] == '\\')
        return pos + (css[pos + 1] ? 2 : 1);
    if (css[pos] != '"' && css[pos] != '\'')
        return pos;
    pos = sheet_string(css, pos);
    return css[pos] ? pos + 1 : pos;
}

gsize
sheet_part(const char *css, gsize pos)
{
    guint brackets = 0;

    while (css[pos += strcspn(css + pos, "/\\\"'()[]{};")]) {
        gsize next = sheet_skip(css, pos);
        if (next > pos) {
            pos = next;
            continue;
        }
        if (css[pos] == '(' || css[pos] == '[')
            brackets++;
        else if ((css[pos] == ')' || css[pos] == ']') && brackets)
            brackets--;
        else if (css[pos] == '{' || css[pos] == '}'
                 || (css[pos] == ';' && !brackets))
            break;
        pos++;
    }
    return pos;
}

char *
sheet_strip(const char *str, gsize len)
{
    g_autofree char *part = g_strndup(str, len);
    GString *out;

    if (!strstr(part, "/*"))
        return g_strstrip(g_steal_pointer(&part));
    out = g_string_sized_new(len);
    for (gsize pos = 0; part[pos];) {
        gsize next = sheet_skip(part, pos);
        if (next == pos)
            next = pos + 1;
        if (!(part[pos] == '/' && part[pos + 1] == '*'))
            g_string_append_len(out, part + pos, next - pos);
        pos = next;
    }
    return g_strstrip(g_string_free(out, FALSE));
}

/* Whether every string and bracket of a part is closed and, outside of
 * them, only these signs, letters and digits stand; signs may be NULL. */
static gboolean
sheet_is_sound(const char *part, const char *signs)
{
    guint brackets = 0;

    for (gsize pos = 0, next; part[pos]; pos = next) {
        char c = part[pos];

        next = sheet_skip(part, pos);
        if ((c == '"' || c == '\'') && part[sheet_string(part, pos)] != c)
            return FALSE;
        if (next > pos)
            continue;
        next = pos + 1;
        if (c == '(' || c == '[')
            brackets++;
        else if ((c == ')' || c == ']') && brackets-- == 0)
            return FALSE;
        else if (signs && !brackets && c != ')' && c != ']' &&
                 !((guchar) c & 0x80) && !g_ascii_isalnum(c) &&
                 !strchr(signs, c))
            return FALSE;
    }
    return brackets == 0;
}

static gboolean
sheet_is_declaration(const char *part)
{
    return g_regex_match_simple("^[-_a-z][-_a-z0-9]*\\s*:\\s*\\S", part,
                                G_REGEX_CASELESS, 0) &&
           sheet_is_sound(part, NULL);
}

/* Bytes of what begins a selector's name or joins two selectors at str;
 * 0 if it stands where it may not. */
static gsize
sheet_selector(const char *str, gboolean *starts)
{
    gsize digits = strspn(str, "0123456789.");
    gboolean joins = strchr(",>+~", *str) != NULL;

    if (*starts ? joins : *str == '%')
        return 0;
    if (g_ascii_isdigit(*str) && *starts) {     /* of an animation */
        *starts = FALSE;
        return str[digits] == '%' ? digits + 1 : 0;
    }
    if (!g_ascii_isspace(*str))
        *starts = joins;
    if (*str == ':' && str[1] == ':')
        str++;
    if (strchr(".#:", *str) && !((guchar) str[1] & 0x80) &&
        !g_ascii_isalpha(str[1]) && !(str[1] && strchr("-_\\", str[1])))
        return 0;
    return 1;
}

static gboolean
sheet_is_selectors(const char *part)
{
    gboolean starts = TRUE;
    guint brackets = 0;

    if (!sheet_is_sound(part, "-_.#:*>+~,% \t\n\r\f"))
        return FALSE;
    for (gsize pos = 0, next; part[pos]; pos = next) {
        gboolean closes = part[pos] == ')' || part[pos] == ']';

        next = sheet_skip(part, pos);
        brackets += part[pos] == '(' || part[pos] == '[';
        if (brackets > 0 || next > pos)
            starts = FALSE;
        else if ((next = pos + sheet_selector(part + pos, &starts)) == pos)
            return FALSE;
        brackets -= closes;
        next = MAX(next, pos + 1);
    }
    return !starts;
}

/* What stands before a block, or as a statement of its own. */
static gboolean
sheet_is_prelude(const char *part)
{
    if (*part == '@')
        return (g_ascii_isalpha(part[1]) || part[1] == '-') &&
               sheet_is_sound(part, NULL);
    return sheet_is_selectors(part);
}

/* Whether a whole statement or declaration may not stand in a book. */
static gboolean
sheet_forbidden(const char *part)
{
    static const char *const properties[] = { "direction", "unicode-bidi" };
    static const char *const rules[] = { "@import", "@charset",
                                         "@namespace" };
    g_autofree char *lower = g_ascii_strdown(part, -1);
    gsize name = strcspn(lower, ": \t\r\n");

    for (guint i = 0; i < G_N_ELEMENTS(properties); i++)
        if (strlen(properties[i]) == name
            && strncmp(lower, properties[i], name) == 0)
            return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
        if (g_str_has_prefix(lower, rules[i]))
            return TRUE;
    /* An escape may spell "url" in other letters. */
    return strstr(lower, "url(") || strstr(lower, "image-set(")
        || (strchr(lower, '\\') && strchr(lower, '('));
}

/* What the block that prelude opens holds. */
static char
sheet_holds(const char *prelude)
{
    static const char *const declaring[] = { "@font-face", "@page",
                                             "@counter-style" };

    for (guint i = 0; i < G_N_ELEMENTS(declaring); i++)
        if (!g_ascii_strncasecmp(prelude, declaring[i],
                                 strlen(declaring[i])))
            return SHEET_DECLARATIONS;
    return *prelude == '@' ? SHEET_RULES : SHEET_DECLARATIONS;
}

static char
sheet_holder(const Cleaning *cleaning)
{
    const GString *open = cleaning->open;

    return open->len ? open->str[open->len - 1] : SHEET_RULES;
}

static void
sheet_leave_out(const Cleaning *cleaning, const char *part)
{
    if (cleaning->left_out)
        cleaning->left_out(part, cleaning->user);
}

/* Opens a block, or begins to leave one out with all that is in it. */
static void
sheet_open(Cleaning *cleaning, const char *prelude)
{
    if (cleaning->depth_out || sheet_holder(cleaning) != SHEET_RULES ||
        !sheet_is_prelude(prelude)) {
        if (!cleaning->depth_out++)
            sheet_leave_out(cleaning, prelude);
        return;
    }
    g_string_append_printf(cleaning->out, "%s {\n", prelude);
    g_string_append_c(cleaning->open, sheet_holds(prelude));
}

static void
sheet_close(Cleaning *cleaning)
{
    if (cleaning->depth_out) {
        cleaning->depth_out--;
    } else if (cleaning->open->len) {
        g_string_append(cleaning->out, "}\n");
        g_string_truncate(cleaning->open, cleaning->open->len - 1);
    }
}

/* A declaration, or a statement that stands between rules. */
static void
sheet_append(Cleaning *cleaning, const char *part)
{
    gboolean is_right;

    if (!*part || cleaning->depth_out)
        return;
    is_right = sheet_holder(cleaning) == SHEET_RULES
                   ? *part == '@' && sheet_is_prelude(part)
                   : sheet_is_declaration(part);
    if (is_right && !sheet_forbidden(part))
        g_string_append_printf(cleaning->out, "%s;\n", part);
    else
        sheet_leave_out(cleaning, part);
}

char *
sheet_clean(const char *css, void (*left_out)(const char *, gpointer),
            gpointer user)
{
    g_autoptr(GString) open = g_string_new(NULL);
    Cleaning cleaning = {
        .out = g_string_sized_new(strlen(css) + 2),
        .open = open,
        .left_out = left_out,
        .user = user,
    };

    for (gsize pos = 0; css[pos];) {
        gsize end = sheet_part(css, pos);
        g_autofree char *part = sheet_strip(css + pos, end - pos);

        if (css[end] == '{')
            sheet_open(&cleaning, part);
        else
            sheet_append(&cleaning, part);
        if (css[end] == '}')
            sheet_close(&cleaning);
        pos = end + (css[end] != '\0');
    }
    cleaning.depth_out = 0;
    while (open->len)
        sheet_close(&cleaning);
    return g_string_free(cleaning.out, FALSE);
}
