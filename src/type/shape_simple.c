/* SPDX-License-Identifier: MIT */
/* The fast way for plain text of one European script in faces that have all
 * of it: items are the looks, and lines may end where the Unicode line
 * breaking algorithm (UAX 14, with the numbers of its example 7) says, here
 * as a table of pairs.  What comes out is what Pango says, which tests
 * compare. */
#include "type/shape_inner.h"

#include <string.h>

#define BIT(class) (1u << G_UNICODE_BREAK_ ## class)

/* Never before these, even after blanks (LB 6, 7, 13). */
#define CLOSING (BIT(CLOSE_PUNCTUATION) | BIT(EXCLAMATION) \
                 | BIT(INFIX_SEPARATOR) | BIT(SYMBOL) | BIT(SPACE) \
                 | BIT(MANDATORY))
#define PAREN (G_UNICODE_BREAK_CLOSE_PARENTHESIS)
/* Nor before these, if no blank is between (LB 12a, 19, 21, 22). */
#define GLUE BIT(NON_BREAKING_GLUE)
#define TIED (CLOSING | BIT(QUOTATION) | BIT(AFTER) | BIT(HYPHEN) \
              | BIT(INSEPARABLE))
#define WORDS (BIT(ALPHABETIC) | BIT(NUMERIC))
#define SIGNS_OF_NUMBERS (BIT(PREFIX) | BIT(POSTFIX))
#define ALL G_MAXUINT32

/* Bits of the classes that a line may not begin with directly after. */
static const guint32 tied[64] = {
    [G_UNICODE_BREAK_ALPHABETIC] = TIED | GLUE | WORDS | SIGNS_OF_NUMBERS
        | BIT(OPEN_PUNCTUATION),
    [G_UNICODE_BREAK_NUMERIC] = TIED | GLUE | WORDS | SIGNS_OF_NUMBERS
        | BIT(OPEN_PUNCTUATION),
    [G_UNICODE_BREAK_HYPHEN] = TIED | BIT(NUMERIC),
    [G_UNICODE_BREAK_AFTER] = TIED,
    [G_UNICODE_BREAK_BEFORE_AND_AFTER] = TIED | GLUE
        | BIT(BEFORE_AND_AFTER),
    [PAREN] = TIED | GLUE | WORDS,
    [G_UNICODE_BREAK_CLOSE_PUNCTUATION] = TIED | GLUE,
    [G_UNICODE_BREAK_EXCLAMATION] = TIED | GLUE,
    [G_UNICODE_BREAK_INFIX_SEPARATOR] = TIED | GLUE | BIT(ALPHABETIC),
    [G_UNICODE_BREAK_SYMBOL] = TIED | GLUE,
    [G_UNICODE_BREAK_PREFIX] = TIED | GLUE | WORDS,
    [G_UNICODE_BREAK_POSTFIX] = TIED | GLUE | WORDS,
    [G_UNICODE_BREAK_INSEPARABLE] = TIED | GLUE,
    [G_UNICODE_BREAK_BEFORE] = ALL,
    [G_UNICODE_BREAK_NON_BREAKING_GLUE] = ALL,
    [G_UNICODE_BREAK_OPEN_PUNCTUATION] = ALL,
    [G_UNICODE_BREAK_QUOTATION] = ALL,
};

/* How far into a number the text is (LB 25). */
typedef enum { NUMBER_NONE, NUMBER_IN, NUMBER_CLOSED } Number;

static Number
number_next(Number number, guint class)
{
    if (class == G_UNICODE_BREAK_NUMERIC)
        return NUMBER_IN;
    if (number != NUMBER_IN)
        return NUMBER_NONE;
    if (class == G_UNICODE_BREAK_SYMBOL
        || class == G_UNICODE_BREAK_INFIX_SEPARATOR)
        return NUMBER_IN;
    return class == G_UNICODE_BREAK_CLOSE_PUNCTUATION || class == PAREN
           ? NUMBER_CLOSED : NUMBER_NONE;
}

static gboolean
is_in(guint class, guint32 set)
{
    if (class >= 32)            /* only PAREN, which is in all sets that
                                 * CLOSING is in */
        return (set & BIT(CLOSE_PUNCTUATION)) != 0;
    return set >> class & 1;
}

static gboolean
breaks_directly(guint before, guint class, guint next, Number number)
{
    if (is_in(class, tied[before]))
        return FALSE;
    if (class == G_UNICODE_BREAK_NUMERIC && number == NUMBER_IN)
        return FALSE;
    if (is_in(class, SIGNS_OF_NUMBERS) && number != NUMBER_NONE)
        return FALSE;
    return !(class == G_UNICODE_BREAK_OPEN_PUNCTUATION
             && next == G_UNICODE_BREAK_NUMERIC
             && is_in(before, SIGNS_OF_NUMBERS));
}

/* before: the class that the blanks follow. */
static gboolean
breaks_after_blank(guint before, guint class)
{
    return !is_in(class, CLOSING)
           && before != G_UNICODE_BREAK_OPEN_PUNCTUATION
           && !(before == G_UNICODE_BREAK_QUOTATION
                && class == G_UNICODE_BREAK_OPEN_PUNCTUATION)
           && !(before == G_UNICODE_BREAK_BEFORE_AND_AFTER
                && class == G_UNICODE_BREAK_BEFORE_AND_AFTER);
}

static guint
class_of(const Sign *signs, gunichar c)
{
    guint class = signs[shape_sign_index(c)].class;

    return class == G_UNICODE_BREAK_AMBIGUOUS ? G_UNICODE_BREAK_ALPHABETIC
           : class;
}

static void
find_breaks(Shaper *shaper)
{
    const Sign *signs = shape_signs();
    guint32 n = shaper->n_chars;
    guint before = G_UNICODE_BREAK_ALPHABETIC;
    guint class = class_of(signs, shaper->chars[0]), next = class;
    gboolean blank = FALSE;
    Number number = NUMBER_NONE;

    for (guint32 i = 0; i < n; i++) {
        guint cut = 0;

        class = next;
        next = i + 1 < n ? class_of(signs, shaper->chars[i + 1])
                         : G_UNICODE_BREAK_MANDATORY;
        if (i == 0)
            ;
        else if (!blank && before == G_UNICODE_BREAK_MANDATORY)
            cut = CUT_LINE | CUT_FORCED;
        else if (blank ? breaks_after_blank(before, class)
                       : breaks_directly(before, class, next, number))
            cut = CUT_LINE;
        shaper->cuts[i] = cut;
        number = number_next(number, class);
        blank = class == G_UNICODE_BREAK_SPACE;
        before = blank ? before : class;
    }
}

static guint
main_face(const Shaper *shaper, const Look *look)
{
    return fontset_main(shaper->fonts, look->family, look->style);
}

static gboolean
is_covered(Shaper *shaper)
{
    const TypeText *text = shaper->text;
    guint32 i = 0;

    for (guint look = 0; look < text->n_looks; look++) {
        const LookSpan *span = &text->looks[look];
        guint32 first = i;

        while (i < shaper->n_chars && shaper->byte[i] < span->end)
            i++;
        if (!shape_signs_covers(shaper, main_face(shaper, &span->look),
                                first, i))
            return FALSE;
    }
    return i == shaper->n_chars;
}

/* FALSE, and nothing is done, if a face lacks something. */
gboolean
shape_simple(Shaper *shaper)
{
    const TypeText *text = shaper->text;
    guint32 i = 0;

    if (!is_covered(shaper))
        return FALSE;
    find_breaks(shaper);
    for (guint look = 0; look < text->n_looks; look++) {
        const LookSpan *span = &text->looks[look];
        Piece piece = {
            .first = i, .look = look, .script = shaper->simple_script,
            .face = main_face(shaper, &span->look),
        };

        while (i < shaper->n_chars && shaper->byte[i] < span->end)
            i++;
        piece.end = i;
        if (piece.end > piece.first)
            shape_piece(shaper, &piece);
    }
    return TRUE;
}
