/* SPDX-License-Identifier: MIT */
/* Which class and which words a role has. */
#include "book/classes.h"

#include "book/words.h"

static const struct {
    const char *class;
    Word label;
    gboolean announced;
} roles[A2B_N_ROLES] = {
    [A2B_ROLE_NONE] = { NULL, WORD_NOTICE, FALSE },
    [A2B_ROLE_RELATED] = { "related", WORD_RELATED, TRUE },
    [A2B_ROLE_EDITOR_NOTE] = { "editor-note", WORD_EDITOR_NOTE, TRUE },
    [A2B_ROLE_BIO] = { "bio", WORD_BIO, TRUE },
    [A2B_ROLE_SIGNATURE] = { "signature", WORD_NOTICE, FALSE },
    [A2B_ROLE_CONTRIBUTORS] = { "contributors", WORD_CONTRIBUTORS, TRUE },
    [A2B_ROLE_NOTICE] = { "notice", WORD_NOTICE, TRUE },
    [A2B_ROLE_ATTRIBUTION] = { "attribution", WORD_NOTICE, TRUE },
    [A2B_ROLE_HEADER] = { "header", WORD_NOTICE, FALSE },
    [A2B_ROLE_SOURCE] = { "source", WORD_SOURCE, TRUE },
    [A2B_ROLE_FACTS] = { "facts", WORD_FACTS, TRUE },
};

static const char *const aligns[] = {
    [A2B_ALIGN_NONE] = NULL,
    [A2B_ALIGN_START] = "start",
    [A2B_ALIGN_CENTER] = "center",
    [A2B_ALIGN_END] = "end",
};

const char *
classes_of_role(A2bRole role)
{
    return roles[role].class;
}

const char *
classes_label(A2bRole role, const char *language)
{
    return roles[role].announced ? words_say(language, roles[role].label)
                                 : NULL;
}

const char *
classes_of_align(A2bAlign align)
{
    return aligns[align];
}
