/* SPDX-License-Identifier: MIT */
/* How each language sets quotes, dashes and blanks. */
#include "model/typography_rules.h"

#define NNBSP "\xE2\x80\xAF"
#define EN "\xE2\x80\x93"
#define EM "\xE2\x80\x94"

/* Quotes by their shape: 99 is low or raised like a comma, 66 turned. */
#define LOW "\xE2\x80\x9E"
#define TURNED "\xE2\x80\x9C"
#define RAISED "\xE2\x80\x9D"
#define LOW_1 "\xE2\x80\x9A"
#define TURNED_1 "\xE2\x80\x98"
#define RAISED_1 "\xE2\x80\x99"
#define LEFT "\xC2\xAB"
#define RIGHT "\xC2\xBB"
#define LEFT_1 "\xE2\x80\xB9"
#define RIGHT_1 "\xE2\x80\xBA"

#define ENGLISH { TURNED, RAISED, TURNED_1, RAISED_1 }
#define GERMAN { LOW, TURNED, LOW_1, TURNED_1 }
#define FRENCH { LEFT, RIGHT, TURNED, RAISED }
#define RUSSIAN { LEFT, RIGHT, LOW, TURNED }
#define SWEDISH { RAISED, RAISED, RAISED_1, RAISED_1 }
#define POLISH { LOW, RAISED, LOW_1, RAISED_1 }

#define SPACED RULE_DASH_SPACED
#define GROUPED RULE_DIGITS_GROUPED

const char typography_units[] =
    "km m cm mm kg g mg km/h mph kph ha \xC2\xB0" "C \xC2\xB0" "F % "
    "\xE2\x82\xAC $ \xC2\xA3 kB KB MB GB TB Hz kHz MHz GHz W kW MW kWh V kV "
    "mA mV dB ml hPa bar Mio. Mrd. \xD0\xBA\xD0\xBC \xD0\xBC \xD0\xBA\xD0\xB3 "
    "\xD1\x80\xD1\x83\xD0\xB1. \xD0\xB3.";

static const TypographyRules rules[] = {
    { "en", ENGLISH, "", EN, EM, 0,
      "Mr. Mrs. Ms. Dr. Prof. St. Rev. Gen. Sen. Rep. Gov. Sgt. Capt. "
      "Lt. Col.",
      "No. Nos. no. p. pp. vol. Vol. ch. fig. Fig.",
      "tis twas em n til cause bout round cos twere twill" },
    { "de", GERMAN, "", EN, EN, SPACED,
      "Dr. Prof. Hr. Fr. St. z. d. u. o. i. v. Hrn.",
      "Nr. S. Abs. Art. Bd. Kap. Abb. Tab.", "s nen ne n ner nem ran rein "
      "raus rum" },
    { "de-CH de-LI", { LEFT, RIGHT, LEFT_1, RIGHT_1 }, "", EN, EN, SPACED,
      "Dr. Prof. Hr. Fr. St. z. d. u. o. i. v.",
      "Nr. S. Abs. Art. Bd. Kap. Abb. Tab.", "s nen ne n" },
    { "fr", FRENCH, NNBSP, EN, EM, SPACED | RULE_FRENCH_SIGNS | GROUPED,
      "M. MM. Mme Mmes Mlle Dr Me Mgr St Ste",
      "p. pp. n\xC2\xB0 art. t. vol. chap. fig.", "" },
    { "fr-CA fr-CH", FRENCH, NNBSP, EN, EM, SPACED | GROUPED,
      "M. MM. Mme Mmes Mlle Dr Me Mgr St Ste",
      "p. pp. n\xC2\xB0 art. t. vol. chap. fig.", "" },
    { "es", FRENCH, "", EN, EM, 0,
      "Sr. Sra. Srta. D. Da. Dr. Dra. Ud. Uds. S.",
      "p. pp. n\xC2\xBA n\xC3\xBAm. art. cap. fig.", "" },
    { "ca gl eu", FRENCH, "", EN, EM, 0, "Sr. Sra. Dr. Dra.",
      "p. pp. n\xC3\xBAm. art.", "" },
    { "it", FRENCH, "", EN, EN, SPACED, "Sig. sig. Dott. dott. Prof. prof.",
      "p. pp. n. art. cap. fig.", "" },
    { "pt", ENGLISH, "", EN, EM, SPACED, "Sr. Sra. Dr. Dra. D. Prof.",
      "p. pp. n.\xC2\xBA art. cap. fig.", "" },
    { "pt-PT", FRENCH, "", EN, EM, SPACED, "Sr. Sra. Dr. Dra. D. Prof.",
      "p. pp. n.\xC2\xBA art. cap. fig.", "" },
    { "nl af", ENGLISH, "", EN, EN, SPACED, "Dhr. dhr. Mevr. mevr. Dr. dr. "
      "Mr. mr. Prof. prof. St.", "nr. p. pp. art. blz. afb.",
      "s t n k m r" },
    { "pl", POLISH, "", EN, EN, SPACED | GROUPED,
      "a i o u w z A I O U W Z dr prof. mgr",
      "nr s. str. art. t. rozdz. rys.", "" },
    { "cs sk", GERMAN, "", EN, EN, SPACED | GROUPED,
      "k s v z o u K S V Z O U Dr. dr. Ing. Mgr. prof. sv.",
      "\xC4\x8D. s. str. \xC4\x8Dl. obr. kap.", "" },
    { "he yi", SWEDISH, "", EN, EN, SPACED, "", "", "" },
    { "sv fi", SWEDISH, "", EN, EN, SPACED | GROUPED, "dr prof. hr fr",
      "nr s. kap. fig.", "" },
    { "da", { RIGHT, LEFT, RIGHT_1, LEFT_1 }, "", EN, EN, SPACED,
      "dr. hr. fr. prof.", "nr. s. kap. fig.", "" },
    { "nb no nn", { LEFT, RIGHT, TURNED_1, RAISED_1 }, "", EN, EN,
      SPACED | GROUPED, "dr. hr. fr. prof.", "nr. s. kap. fig.", "" },
    { "ru", RUSSIAN, "", EM, EM,
      SPACED | GROUPED | RULE_QUOTES_NEST | RULE_DASH_NO_BREAK,
      "\xD0\xB2 \xD0\xBA \xD1\x81 \xD1\x83 \xD0\xBE \xD0\xB8 \xD0\xB0 "
      "\xD1\x8F \xD0\x92 \xD0\x9A \xD0\xA1 \xD0\xA3 \xD0\x9E \xD0\x98 "
      "\xD0\x90 \xD0\xAF \xD0\xB3.",
      "\xE2\x84\x96 \xD1\x81. \xD1\x81\xD1\x82\xD1\x80. \xD1\x82. "
      "\xD1\x80\xD0\xB8\xD1\x81.", "" },
    { "uk be", RUSSIAN, "", EM, EM,
      SPACED | GROUPED | RULE_QUOTES_NEST | RULE_DASH_NO_BREAK,
      "\xD0\xB2 \xD0\xB7 \xD1\x83 \xD0\xBE \xD1\x96 \xD0\xB9 \xD0\xB0 "
      "\xD1\x8F \xD0\x92 \xD0\x97 \xD0\xA3 \xD0\x9E \xD0\x86 \xD0\x90 "
      "\xD0\xAF \xD0\xBC.",
      "\xE2\x84\x96 \xD1\x81. \xD1\x81\xD1\x82\xD0\xBE\xD1\x80. "
      "\xD1\x82. \xD1\x80\xD0\xB8\xD1\x81.", "" },
    { "bg mk sr-Cyrl sr", GERMAN, "", EN, EN, SPACED, "",
      "\xE2\x84\x96 \xD1\x81. \xD1\x81\xD1\x82\xD1\x80.", "" },
    { "hr bs sl sr-Latn", POLISH, "", EN, EN, SPACED, "dr. prof. sv.",
      "br. str. \xC4\x8Dl.", "" },
    { "hu", { LOW, RAISED, RIGHT, LEFT }, "", EN, EN, SPACED,
      "dr. Dr. ifj. id. Szt.", "", "" },
    { "ro", { LOW, RAISED, LEFT, RIGHT }, "", EN, EN, SPACED,
      "dl. dna. dr.", "nr. p. pp. art.", "" },
    { "et lt", GERMAN, "", EN, EN, SPACED, "dr. prof.", "nr. p. lk.", "" },
    { "el", FRENCH, "", EN, EM, SPACED, "", "", "" },
    { "tr vi id ms tl fil cy ga sq is eo la lv mt sw", ENGLISH, "", EN, EM,
      0, "Dr. Prof.", "No. no. p.", "" },
    { "", { TURNED, RAISED, NULL, NULL }, "", NULL, EM, RULE_LATIN_ONLY,
      "", "", "" },
};

const TypographyRules *
typography_row(guint index)
{
    return index < G_N_ELEMENTS(rules) ? &rules[index] : NULL;
}

gboolean
typography_has_low(const TypographyRules *row)
{
    return row->quotes[2] && g_str_equal(row->quotes[0], LOW);
}
