/* SPDX-License-Identifier: MIT */
/* The finished file, as qpdf reads it. */
#include <article2book/diag.h>

#include <qpdf/qpdf-c.h>

#include "pdf/finish.h"
#include "pdf/finish_content.h"
#include "pdf/finish_text.h"
#include "pdf/icc.h"
#include "pdf/roman.h"
#include "pdf/xmp.h"
#include "pen_fixture.h"

#define EVIL "a) /S /JavaScript /JS (app.alert(1)) >> % \\"

/* A document of two pages with one of everything. */
typedef struct {
    Desk desk;
    PdfLink links[4];
    PdfOutline outline[4];
    const char *labels[3];
    PdfPlan plan;
    Tag link_tags[4], note, twin, figure, empty, cell;
} Sample;

static Tag
sample_link(Sample *sample, Tag parent, guint i, double y)
{
    const Tag tag = tags_add(sample->desk.tags, parent, "Link");

    piece(&sample->desk, tag, "abc", y);
    sample->links[i] = (PdfLink) { .page = 0, .x = 20, .y = y - 10,
                                   .width = 30, .height = 12, .tag = tag,
                                   .contents = EVIL };
    tags_link(sample->desk.tags, tag, i);
    sample->link_tags[i] = tag;
    return tag;
}

static void
sample_paint(Sample *sample)
{
    const Desk *desk = &sample->desk;
    Tags *tags = desk->tags;
    const Tag p = tags_add(tags, 0, "P");
    const Tag table = tags_add(tags, 0, "Table");
    const Tag row = tags_add(tags, table, "TR");
    Tag head;

    pen_page(desk->pen, 0, "i");
    piece(desk, TAG_NONE, "running", 15);
    piece(desk, p, "abc ", 40);
    for (guint i = 0; i < 4; i++)
        sample_link(sample, p, i, 60 + 20 * i);
    sample->figure = tags_add(tags, 0, "Figure");
    tags_set_alt(tags, sample->figure, EVIL "\303\251");
    tags_set_place(tags, sample->figure, 0, 20, 150, 50, 50);
    pen_begin(desk->pen, sample->figure);
    pen_rule(desk->pen, 20, 150, 50, 50);
    pen_end(desk->pen);
    head = tags_add(tags, row, "TH");
    tags_set_attribute(tags, head, "/O /Table /Scope /Column");
    piece(desk, head, "xyz", 220);
    sample->cell = tags_add(tags, row, "TD");
    pen_page(desk->pen, 1, "1");
    piece(desk, TAG_NONE, "running", 15);
    piece(desk, p, "xyz", 40);
    sample->note = tags_add(tags, 0, "Note");
    tags_set_id(tags, sample->note, "n1");
    tags_set_language(tags, sample->note, "he");
    piece(desk, sample->note, HEBREW, 300);
    sample->twin = tags_add(tags, 0, "Note");
    tags_set_id(tags, sample->twin, "n1");
    piece(desk, sample->twin, "abc", 320);
    sample->empty = tags_add(tags, tags_add(tags, 0, "Sect"), "P");
}

/* volume_pages and jobs: as of PenDesk. */
static void
sample_init_volumes(Sample *sample, guint volume_pages, guint jobs)
{
    static const char *const authors[] = { "A. Writer", EVIL, NULL };
    static const char *const keywords[] = { "one", "<two>", NULL };

    memset(sample, 0, sizeof *sample);
    desk_init_volumes(&sample->desk, volume_pages, jobs);
    sample_paint(sample);
    sample->links[0].uri = "https://e.org/" EVIL;
    sample->links[1].to_page = 1;       /* comes later in the file */
    sample->links[1].to_y = 100;
    sample->links[2].page = 7;          /* is not there */
    sample->links[3].to_page = 7;
    sample->outline[0] = (PdfOutline) { EVIL, 1, 0, 30 };
    sample->outline[1] = (PdfOutline) { "\327\251", 2, 0, 60 };
    sample->outline[2] = (PdfOutline) { "c", 3, 1, 60 };
    sample->outline[3] = (PdfOutline) { "d", 2, 1, 90 };
    sample->labels[0] = "i";
    sample->labels[1] = "1";
    sample->plan = (PdfPlan) {
        .title = "A title & <" EVIL ">", .authors = authors,
        .keywords = keywords, .subject = "s", .publisher = "p",
        .source = "https://e.org/", .language = "en",
        .modified = "2024-05-06T07:08:09Z", .tags = sample->desk.tags,
        .links = sample->links, .n_links = 4, .outline = sample->outline,
        .n_outline = 4, .labels = sample->labels, .height = DESK_HEIGHT,
        .rtl = TRUE, .two_sided = TRUE, .jobs = jobs,
    };
}

static void
sample_init(Sample *sample)
{
    sample_init_volumes(sample, 0, 1);
}

static void
sample_clear(Sample *sample)
{
    desk_clear(&sample->desk);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sample, sample_clear)

static GBytes *
sample_end(Sample *sample)
{
    g_autoptr(GPtrArray) volumes = desk_volumes(&sample->desk);
    g_autoptr(GError) error = NULL;
    GBytes *bytes = finish_pdf(volumes, &sample->plan, &error);

    g_assert_no_error(error);
    return bytes;
}

/* What qpdf reads; all is quiet. */
typedef struct {
    GBytes *bytes;
    qpdf_data q;
    qpdf_oh root;
} File;

static void
file_init(File *file, GBytes *bytes)
{
    gsize len;
    const char *data = g_bytes_get_data(bytes, &len);

    file->bytes = bytes;
    file->q = qpdf_init();
    qpdf_set_suppress_warnings(file->q, TRUE);
    g_assert_cmpint(qpdf_read_memory(file->q, "file", data, len, NULL), ==,
                    QPDF_SUCCESS);
    file->root = qpdf_get_root(file->q);
}

static void
file_clear(File *file)
{
    g_assert_false(qpdf_has_error(file->q));
    g_assert_false(qpdf_more_warnings(file->q));
    qpdf_cleanup(&file->q);
    g_bytes_unref(file->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(File, file_clear)

static void
file_of_sample(File *file, Sample *sample)
{
    sample_init(sample);
    file_init(file, sample_end(sample));
}

/* What path ("/A/0/B") leads to from object. */
static qpdf_oh
find(const File *file, qpdf_oh object, const char *path)
{
    g_auto(GStrv) steps = g_strsplit(path + 1, "/", -1);

    for (guint i = 0; steps[i] != NULL; i++) {
        g_autofree char *key = g_strconcat("/", steps[i], NULL);

        object = g_ascii_isdigit(*steps[i]) ?
            qpdf_oh_get_array_item(file->q, object, atoi(steps[i])) :
            qpdf_oh_get_key(file->q, object, key);
    }
    return object;
}

static void
assert_pdf(const File *file, qpdf_oh object, const char *path,
           const char *pdf)
{
    g_assert_cmpstr(qpdf_oh_unparse_resolved(file->q,
                                             find(file, object, path)), ==,
                    pdf);
}

static const char *
text_at(const File *file, qpdf_oh object, const char *path)
{
    return qpdf_oh_get_utf8_value(file->q, find(file, object, path));
}

static guint
kids(const File *file, qpdf_oh element)
{
    return qpdf_oh_get_array_n_items(file->q, find(file, element, "/K"));
}

/* Content is in the order of its tags, whatever page it is on; nothing of
 * Cairo's tree is left; what is empty is left out, but for cells. */
static void
test_structure(void)
{
    g_auto(Sample) sample = { 0 };
    g_auto(File) file = { 0 };
    qpdf_oh top, p;

    file_of_sample(&file, &sample);
    top = find(&file, file.root, "/StructTreeRoot/K");
    assert_pdf(&file, top, "/S", "/Document");
    g_assert_cmpuint(kids(&file, top), ==, 5);      /* no Sect */
    p = find(&file, top, "/K/0");
    assert_pdf(&file, p, "/S", "/P");
    g_assert_cmpuint(kids(&file, p), ==, 6);
    assert_pdf(&file, p, "/K/0", "1");
    assert_pdf(&file, p, "/K/1/S", "/Link");
    assert_pdf(&file, p, "/K/1/K/0", "2");
    assert_pdf(&file, p, "/K/1/K/1/Type", "/OBJR");
    assert_pdf(&file, p, "/K/3/S", "/Span");        /* leads nowhere */
    assert_pdf(&file, p, "/K/4/S", "/Span");
    assert_pdf(&file, p, "/K/5/MCID", "1");
    assert_pdf(&file, p, "/K/5/Type", "/MCR");
    assert_pdf(&file, top, "/K/1/K/0/K/0/A/0/Scope", "/Column");
    assert_pdf(&file, top, "/K/1/K/0/K/1/S", "/TD");
    assert_pdf(&file, top, "/K/2/A/0/BBox", "[ 20 200 70 250 ]");
    g_assert_cmpstr(text_at(&file, top, "/K/2/Alt"), ==, EVIL "\303\251");
    g_assert_cmpstr(text_at(&file, top, "/K/3/Lang"), ==, "he");
    assert_pdf(&file, file.root, "/StructTreeRoot/IDTree/Names/0", "(n1)");
    g_assert_true(g_str_has_prefix(text_at(&file, top, "/K/4/ID"), "n1."));
    assert_pdf(&file, file.root, "/MarkInfo/Marked", "true");
}

/* From a piece of a page and from a link one comes back to the element. */
static void
test_parents(void)
{
    g_auto(Sample) sample = { 0 };
    g_auto(File) file = { 0 };
    qpdf_oh numbers, page, tree;

    file_of_sample(&file, &sample);
    tree = find(&file, file.root, "/StructTreeRoot");
    numbers = find(&file, tree, "/ParentTree/Kids/0/Nums");
    page = qpdf_get_page_n(file.q, 0);
    assert_pdf(&file, page, "/StructParents", "0");
    assert_pdf(&file, page, "/Tabs", "/S");
    assert_pdf(&file, qpdf_get_page_n(file.q, 1), "/StructParents", "1");
    g_assert_true(qpdf_oh_is_null(file.q, find(&file, numbers, "/1/0")));
    assert_pdf(&file, numbers, "/1/1/S", "/P");
    assert_pdf(&file, numbers, "/1/2/S", "/Link");
    assert_pdf(&file, numbers, "/3/1/S", "/P");
    assert_pdf(&file, page, "/Annots/0/StructParent", "2");
    g_assert_cmpint(qpdf_oh_get_object_id(file.q, find(&file, numbers,
                                                       "/5")), ==,
                    qpdf_oh_get_object_id(file.q, find(&file, numbers,
                                                       "/1/2")));
}

/* An address cannot break out; a place later in the file is found; what
 * leads nowhere is no link. */
static void
test_links(void)
{
    g_auto(Sample) sample = { 0 };
    g_auto(File) file = { 0 };
    qpdf_oh page, annots;

    file_of_sample(&file, &sample);
    page = qpdf_get_page_n(file.q, 0);
    annots = find(&file, page, "/Annots");
    g_assert_cmpint(qpdf_oh_get_array_n_items(file.q, annots), ==, 2);
    assert_pdf(&file, annots, "/0/A/URI", "(https://e.org/a\\) /S "
               "/JavaScript /JS \\(app.alert\\(1\\)\\) >> % \\\\)");
    g_assert_cmpstr(text_at(&file, annots, "/0/Contents"), ==, EVIL);
    assert_pdf(&file, annots, "/0/F", "4");
    assert_pdf(&file, annots, "/0/Rect", "[ 20 338 50 350 ]");
    assert_pdf(&file, annots, "/1/Dest/3", "300");
    g_assert_cmpint(qpdf_find_page_by_oh(file.q, find(&file, annots,
                                                      "/1/Dest/0")), ==, 1);
}

static void
test_outline(void)
{
    g_auto(Sample) sample = { 0 };
    g_auto(File) file = { 0 };
    qpdf_oh top, first;

    file_of_sample(&file, &sample);
    top = find(&file, file.root, "/Outlines");
    assert_pdf(&file, top, "/Count", "3");
    first = find(&file, top, "/First");
    g_assert_cmpstr(text_at(&file, first, "/Title"), ==, EVIL);
    assert_pdf(&file, first, "/Count", "2");
    g_assert_cmpstr(text_at(&file, first, "/First/Title"), ==, "\327\251");
    assert_pdf(&file, first, "/First/Count", "-1");
    g_assert_cmpstr(text_at(&file, first, "/First/First/Title"), ==, "c");
    g_assert_cmpstr(text_at(&file, first, "/First/Next/Title"), ==, "d");
    g_assert_cmpint(qpdf_find_page_by_oh(
        file.q, find(&file, first, "/Last/Dest/0")), ==, 1);
}

static void
test_catalog(void)
{
    g_auto(Sample) sample = { 0 };
    g_auto(File) file = { 0 };
    qpdf_oh info;

    file_of_sample(&file, &sample);
    info = find(&file, qpdf_get_trailer(file.q), "/Info");
    g_assert_cmpstr(qpdf_get_pdf_version(file.q), ==, "1.7");
    assert_pdf(&file, file.root, "/Lang", "(en)");
    assert_pdf(&file, file.root, "/PageLabels/Nums",
               "[ 0 << /S /r /St 1 >> 1 << /S /D /St 1 >> ]");
    assert_pdf(&file, file.root, "/ViewerPreferences",
               "<< /Direction /R2L /DisplayDocTitle true >>");
    assert_pdf(&file, file.root, "/OutputIntents/0/S", "/GTS_PDFA1");
    g_assert_cmpstr(text_at(&file, info, "/Title"), ==,
                    sample.plan.title);
    g_assert_cmpstr(text_at(&file, info, "/Author"), ==,
                    "A. Writer, " EVIL);
    g_assert_cmpstr(text_at(&file, info, "/CreationDate"), ==,
                    "D:20240506070809Z");
    g_assert_false(qpdf_oh_has_key(file.q, file.root, "/Names"));
}

/* Nothing of Cairo's that pages do not need is left; fonts are small, even
 * those of ideographs. */
static void
test_size(void)
{
    g_auto(Sample) sample = { 0 };
    g_autoptr(GBytes) bytes = NULL;

    sample_init(&sample);
    piece(&sample.desk, sample.note, "\344\270\200\344\272\214\344\270\211",
          350);
    bytes = sample_end(&sample);
    g_assert_cmpuint(g_bytes_get_size(bytes), <, 120000);
    g_assert_cmpuint(count(bytes, "/Length1 "), <=, 6);
}

#define MANY 60

/* A document of MANY pages in several volumes; what leads somewhere leads to
 * the last page. */
static GBytes *
volumes_end(guint jobs)
{
    g_auto(Sample) sample = { 0 };

    sample_init_volumes(&sample, 2, jobs);
    for (guint i = 2; i < MANY; i++) {
        pen_page(sample.desk.pen, i, "x");
        piece(&sample.desk, sample.note, "abc", 100 + i);
    }
    sample.plan.labels = NULL;
    sample.links[1].to_page = sample.outline[3].page = MANY - 1;
    return sample_end(&sample);
}

static void
assert_page(const File *file, guint page)
{
    g_autofree char *place = g_strdup_printf(" %u Tm", 100 + page);
    unsigned char *content;
    size_t len;

    g_assert_cmpint(qpdf_oh_get_page_content_data(
        file->q, qpdf_get_page_n(file->q, page), &content, &len), ==,
        QPDF_SUCCESS);
    g_assert_nonnull(memmem(content, len, place, strlen(place)));
    free(content);
}

/* Pages that are in several of Cairo's files come in order; links, outline
 * and structure lead from one to another.  The bytes are the same for any
 * number of threads. */
static void
test_volumes(void)
{
    GBytes *one = volumes_end(1);
    g_autoptr(GBytes) two = volumes_end(2), four = volumes_end(4);
    g_auto(File) file = { 0 };
    qpdf_oh note;

    g_assert_true(g_bytes_equal(one, two));
    g_assert_true(g_bytes_equal(one, four));
    file_init(&file, one);
    g_assert_cmpint(qpdf_get_num_pages(file.q), ==, MANY);
    for (guint i = 2; i < MANY; i++)
        assert_page(&file, i);
    g_assert_cmpint(qpdf_find_page_by_oh(file.q, find(
        &file, qpdf_get_page_n(file.q, 0), "/Annots/1/Dest/0")), ==,
        MANY - 1);
    g_assert_cmpint(qpdf_find_page_by_oh(file.q, find(
        &file, file.root, "/Outlines/Last/Last/Dest/0")), ==, MANY - 1);
    note = find(&file, file.root, "/StructTreeRoot/K/K/3");
    g_assert_cmpuint(kids(&file, note), ==, MANY - 1);
    g_assert_cmpint(qpdf_find_page_by_oh(file.q, find(
        &file, note, "/K/58/Pg")), ==, MANY - 1);
}

/* A tag that says it has what was never painted is found out. */
static void
test_mismatch(void)
{
    g_auto(Sample) sample = { 0 };
    g_autoptr(GPtrArray) volumes = NULL;
    g_autoptr(GError) error = NULL;

    sample_init(&sample);
    tags_content(sample.desk.tags, sample.note, 1, 9);
    volumes = desk_volumes(&sample.desk);
    g_assert_null(finish_pdf(volumes, &sample.plan, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_RESOURCE);
}

/* With bytes as the only volume. */
static GBytes *
finish_bytes(const Sample *sample, GPtrArray *volumes, GBytes *bytes)
{
    Volume *volume = volumes->pdata[0];

    g_bytes_unref(volume->bytes);
    volume->bytes = g_bytes_ref(bytes);
    return finish_pdf(volumes, &sample->plan, NULL);
}

/* Whatever is cut off or spoiled: an error or a file, never a crash. */
static void
test_spoiled(void)
{
    g_auto(Sample) sample = { 0 };
    g_autoptr(GPtrArray) volumes = NULL;
    g_autoptr(GBytes) cairo = NULL;
    const guint8 *data;
    gsize len;

    sample_init(&sample);
    volumes = desk_volumes(&sample.desk);
    cairo = g_bytes_ref(((const Volume *) volumes->pdata[0])->bytes);
    data = g_bytes_get_data(cairo, &len);
    for (gsize at = 0; at < len; at += 1 + len / 200) {
        g_autofree guint8 *copy = g_memdup2(data, len);
        g_autoptr(GBytes) cut = g_bytes_new(data, at);
        g_autoptr(GBytes) spoiled = NULL, one = NULL, two = NULL;

        memset(copy + at, '0', MIN(12, len - at));
        spoiled = g_bytes_new(copy, len);
        one = finish_bytes(&sample, volumes, cut);
        g_assert_null(one);
        two = finish_bytes(&sample, volumes, spoiled);
    }
}

static char *
mended(const char *content, GByteArray *marks)
{
    GByteArray *out = g_byte_array_new();

    if (!content_mend(content, strlen(content), out, marks)) {
        g_byte_array_unref(out);
        return NULL;
    }
    g_byte_array_append(out, (const guint8 *) "", 1);
    return (char *) g_byte_array_free(out, FALSE);
}

static void
test_content(void)
{
    static const char good[] =
        "q\n/NonStruct << /MCID 0 >> BDC\nBT (BDC EMC \\) ( x)) Tj ET\nEMC\n"
        "/Span << /MCID 1 >> BDC\n"
        "/Span << /ActualText <feff00ad> >> BDC\nEMC\n"
        "/Span << /ActualText <feff0041> >> BDC\n<0001>Tj\nEMC\n"
        "EMC\n0 0 1 1 re W n\nQ\n";
    static const char *const bad[] = {
        "0 0 1 1 re f", "(a)Tj", "/x5 Do", "EMC", "/P << /MCID 0 >> BDC",
        "/P << /MCID 1 >> BDC EMC", "BI ID x EI",
    };
    g_autoptr(GByteArray) marks = g_byte_array_new();
    g_autofree char *out = mended(good, marks);

    g_assert_cmpstr(out, ==,
        "q\n/Artifact BMC\nBT (BDC EMC \\) ( x)) Tj ET\nEMC\n"
        "/Span << /MCID 1 >> BDC\n\n"
        "/Span << /ActualText <feff0041> >> BDC\n<0001>Tj\nEMC\n"
        "EMC\n0 0 1 1 re W n\nQ\n");
    g_assert_cmpuint(marks->len, ==, 2);
    g_assert_cmpuint(marks->data[0], ==, MARK_FURNITURE);
    g_assert_cmpuint(marks->data[1], ==, MARK_CONTENT);
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_byte_array_set_size(marks, 0);
        g_assert_null(mended(bad[i], marks));
    }
}

static void
test_text(void)
{
    g_autoptr(GString) out = g_string_new(NULL);

    pdf_put_text(out, "plain");
    pdf_put_text(out, "a(b");
    pdf_put_text(out, "\360\237\230\200");
    pdf_put_number(out, -0.004);
    g_string_append_c(out, ' ');
    pdf_put_number(out, -12.5);
    g_string_append_c(out, ' ');
    pdf_put_number(out, 3.999);
    g_assert_cmpstr(out->str, ==, "(plain)<FEFF006100280062>"
                    "<FEFFD83DDE00>0 -12.5 4");
}

static void
test_metadata(void)
{
    g_auto(Sample) sample = { 0 };
    g_autoptr(GBytes) one = icc_srgb(), two = icc_srgb();
    GString *packet;

    sample_init(&sample);
    packet = xmp_packet(&sample.plan);
    g_assert_nonnull(strstr(packet->str, "A title &amp; &lt;a) /S"));
    g_assert_nonnull(strstr(packet->str, "<rdf:li>A. Writer</rdf:li>"));
    g_assert_nonnull(strstr(packet->str, "one, &lt;two&gt;"));
    g_assert_nonnull(strstr(packet->str, "<pdfaid:conformance>A<"));
    g_string_free(packet, TRUE);
    g_assert_true(g_bytes_equal(one, two));
}

static void
test_roman(void)
{
    static const char *const none[] = { "", "a", "iiii", "vx", "12", "ivx" };

    for (guint i = 1; i < 1200; i++) {
        g_autofree char *text = roman_dup(i);

        g_assert_cmpuint(roman_value(text), ==, i);
    }
    for (guint i = 0; i < G_N_ELEMENTS(none); i++)
        g_assert_cmpuint(roman_value(none[i]), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/finish/structure", test_structure);
    g_test_add_func("/finish/parents", test_parents);
    g_test_add_func("/finish/links", test_links);
    g_test_add_func("/finish/outline", test_outline);
    g_test_add_func("/finish/catalog", test_catalog);
    g_test_add_func("/finish/size", test_size);
    g_test_add_func("/finish/volumes", test_volumes);
    g_test_add_func("/finish/mismatch", test_mismatch);
    g_test_add_func("/finish/spoiled", test_spoiled);
    g_test_add_func("/finish/content", test_content);
    g_test_add_func("/finish/text", test_text);
    g_test_add_func("/finish/metadata", test_metadata);
    g_test_add_func("/finish/roman", test_roman);
    return g_test_run();
}
