/* SPDX-License-Identifier: MIT */
/* Scripts whose letters rise and sink farther than Latin ones, or stand upon
 * each other, have their lines farther apart, else these touch; so have those
 * whose letters fill their squares (Requirements for Japanese Text Layout,
 * 2.4: half to a whole letter between lines). */
#include "model/language.h"
#include "pdf/flow_maker.h"

static const struct {
    const char *language;
    double tall;
} talls[] = {
    { "am", 1.1 }, { "ar", 1.15 }, { "as", 1.15 }, { "bn", 1.15 },
    { "bo", 1.25 }, { "dz", 1.25 }, { "fa", 1.15 }, { "gu", 1.15 },
    { "hi", 1.15 }, { "ja", 1.3 }, { "km", 1.4 }, { "kn", 1.2 },
    { "ko", 1.15 }, { "ks", 1.25 }, { "lo", 1.25 }, { "ml", 1.2 },
    { "mr", 1.15 }, { "my", 1.5 }, { "ne", 1.15 }, { "or", 1.2 },
    { "pa", 1.15 }, { "ps", 1.15 }, { "sa", 1.2 }, { "sd", 1.2 },
    { "si", 1.15 }, { "ta", 1.15 }, { "te", 1.25 }, { "th", 1.2 },
    { "ti", 1.1 }, { "ug", 1.15 }, { "ur", 1.3 }, { "vi", 1.05 },
    { "yi", 1.05 }, { "yue", 1.3 }, { "zh", 1.3 },
};

double
flow_tall(const char *language)
{
    for (guint i = 0; i < G_N_ELEMENTS(talls); i++)
        if (language_is(language, talls[i].language))
            return talls[i].tall;
    return 1;
}
