/* SPDX-License-Identifier: MIT */
/* How a file of the book is kept until all are there: packed, so that only
 * pages at work take room. */
#include "epub/epub.h"

static EpubZipMethod
item_method(const char *type)
{
    return g_str_has_prefix(type, "image/") ? EPUB_ZIP_STORE
                                            : EPUB_ZIP_DEFLATE;
}

EpubItem *
epub_item_new(const Epub *epub, EpubPacker *packer, const char *id,
              const char *href, const char *type, const char *properties,
              GBytes *bytes, gboolean spine)
{
    EpubItem *item = g_new0(EpubItem, 1);

    item->id = g_strdup(id);
    item->href = g_strdup(href);
    item->type = type;
    item->properties = properties;
    item->spine = spine;
    if (epub->options.kepub && spine)
        bytes = epub_kobo(bytes);
    item->packed = epub_pack(packer, bytes, item_method(type));
    return item;
}

void
epub_item_free(EpubItem *item)
{
    g_free(item->id);
    g_free(item->href);
    epub_packed_clear(&item->packed);
    g_free(item);
}

void
epub_add(Epub *epub, const char *id, const char *href, const char *type,
         const char *properties, GBytes *bytes, gboolean spine)
{
    g_ptr_array_add(epub->items,
                    epub_item_new(epub, epub->packer, id, href, type,
                                  properties, bytes, spine));
}
