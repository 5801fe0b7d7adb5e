/* SPDX-License-Identifier: MIT */
/* Decides what stands in the catalog beside structure and outline: nothing
 * of Cairo's own. */
#include "pdf/finish_meta.h"

#include <string.h>

#include <article2book/article2book.h>

#include "pdf/finish_text.h"
#include "pdf/icc.h"
#include "pdf/xmp.h"

/* "2024-05-06T07:08:09Z" as " /Key (D:20240506070809Z)". */
static void
put_date(GString *out, const char *key, const char *date)
{
    if (date == NULL)
        return;
    g_string_append_printf(out, " /%s (D:", key);
    for (; *date != '\0'; date++)
        if (g_ascii_isdigit(*date) || *date == 'Z')
            g_string_append_c(out, *date);
    g_string_append_c(out, ')');
}

static void
put_joined(GString *out, const char *key, const char *const *values)
{
    g_autofree char *joined = values == NULL ? NULL :
        g_strjoinv(", ", (char **) values);

    pdf_put_key(out, key, joined);
}

static void
info_write(const PdfPlan *plan, Doc *doc)
{
    g_string_assign(doc->text, "<<");
    pdf_put_key(doc->text, "Title", plan->title);
    put_joined(doc->text, "Author", plan->authors);
    pdf_put_key(doc->text, "Subject", plan->subject);
    put_joined(doc->text, "Keywords", plan->keywords);
    pdf_put_key(doc->text, "Creator", XMP_PRODUCER);
    pdf_put_key(doc->text, "Producer", XMP_PRODUCER);
    put_date(doc->text, "CreationDate", plan->modified);
    put_date(doc->text, "ModDate", plan->modified);
    g_string_append(doc->text, " >>");
    doc->info = doc_add_text(doc);
}

static gboolean
intent_write(Doc *doc, GError **error)
{
    GBytes *profile = icc_srgb();
    gpointer data;
    gsize len;
    int id;

    if (profile == NULL)
        return doc_fail(error, "there is no colour profile");
    data = g_bytes_unref_to_data(profile, &len);
    id = doc_reserve(doc);
    doc_define_stream(doc, id, "/N 3", data, len, data);
    g_string_append_printf(doc->catalog,
                           " /OutputIntents [<< /Type /OutputIntent "
                           "/S /GTS_PDFA1 "
                           "/OutputConditionIdentifier (sRGB) "
                           "/Info (sRGB IEC61966-2.1) "
                           "/DestOutputProfile %d 0 R >>]", id);
    return TRUE;
}

static void
packet_write(const PdfPlan *plan, Doc *doc)
{
    GString *packet = xmp_packet(plan);
    const int id = doc_reserve(doc);

    doc_define_stream(doc, id, "/Type /Metadata /Subtype /XML", packet->str,
                      packet->len, packet->str);
    g_string_append_printf(doc->catalog, " /Metadata %d 0 R", id);
    g_string_free(packet, FALSE);
}

/* A spread has an odd page at its right, whatever the direction. */
static void
view_write(const PdfPlan *plan, Doc *doc)
{
    g_string_append_printf(doc->catalog, " /ViewerPreferences "
                           "<< /DisplayDocTitle true%s >>",
                           plan->rtl ? " /Direction /R2L" : "");
    if (plan->two_sided)
        g_string_append(doc->catalog, " /PageLayout /TwoPageRight");
    pdf_put_key(doc->catalog, "Lang", plan->language != NULL &&
                *plan->language != '\0' ? plan->language : "und");
}

gboolean
meta_write(const PdfPlan *plan, Doc *doc, GError **error)
{
    info_write(plan, doc);
    packet_write(plan, doc);
    view_write(plan, doc);
    return intent_write(doc, error);
}
