/* SPDX-License-Identifier: MIT */
/* Languages told by script and small words, without any library. */
#include "model/language.h"

#include <string.h>

typedef struct {
    const char *language, *text;
} Case;

static const Case cases[] = {
    { "en", "The council said on Monday that it had not decided what to do "
      "with the old bridge, which was closed to traffic in March after a "
      "report found that two of its arches were weaker than had been "
      "thought. Work on the road would begin when the money was there." },
    { "en", "\"We don't know who it was,\" she said. He had gone." },
    { "fr", "Le maire a dit que le pont ne sera pas ouvert avant la fin de "
      "l'été, et que les travaux sont plus longs que prévu." },
    { "de", "Der Bürgermeister sagte, dass die Brücke nicht vor dem Ende des "
      "Sommers geöffnet wird und die Arbeiten länger dauern." },
    { "es", "El alcalde dijo que el puente no se abrirá hasta el fin del "
      "verano y que las obras son más largas de lo que se pensaba." },
    { "it", "Il sindaco ha detto che il ponte non sarà aperto prima della "
      "fine dell'estate e che i lavori sono più lunghi del previsto." },
    { "pt", "O prefeito disse que a ponte não será aberta antes do fim do "
      "verão e que as obras são mais longas do que se pensava." },
    { "nl", "De burgemeester zei dat de brug niet voor het einde van de "
      "zomer wordt geopend en dat het werk langer duurt." },
    { "sv", "Borgmästaren sade att bron inte kommer att öppnas före "
      "sommarens slut och att arbetet är längre än vad man tänkt sig." },
    { "fi", "Kaupunginjohtaja sanoi, että silta ei aukea ennen kuin kesä on "
      "ohi ja että työ on myös pitkä, mutta se ei ole ongelma." },
    { "pl", "Burmistrz powiedział, że most nie będzie otwarty do końca lata "
      "i że prace są dłuższe, ale jest to dla nas ważne." },
    { "cs", "Starosta řekl, že most se do konce léta neotevře a že práce "
      "jsou delší, než se čekalo, ale není to nic, co by nás trápilo." },
    { "hu", "A polgármester azt mondta, hogy a híd nem nyílik meg a nyár "
      "vége előtt, és hogy a munka is hosszabb, mint gondolták." },
    { "tr", "Belediye başkanı köprünün yaz sonuna kadar açılmayacağını ve "
      "işin daha uzun olduğunu söyledi, ama bu çok önemli bir şey değil." },
    { "vi", "Ông nói rằng cây cầu sẽ không được mở cho đến khi hết mùa hè "
      "và công việc này có thể dài hơn." },
    { "id", "Wali kota mengatakan bahwa jembatan itu tidak akan dibuka dan "
      "pekerjaan ini lebih lama dari yang dikira oleh orang." },
    { "ru", "Мэр сказал, что мост не откроют до конца лета и что работы "
      "будут идти дольше, чем они думали." },
    { "uk", "Мер сказав, що міст не відкриють до кінця літа і що роботи "
      "будуть йти довше, ніж вони думали." },
    { "bg", "Кметът каза, че мостът няма да се отвори до края на лятото и "
      "че работата ще е по-дълга от очакваното." },
    { "sr-Cyrl", "Градоначелник је рекао да се мост неће отворити до краја "
      "лета и да ће радови бити дужи." },
    { "ar", "قال رئيس البلدية إن الجسر لن يفتح قبل نهاية الصيف وأن العمل "
      "في هذا المكان أطول من ذلك" },
    { "fa", "شهردار گفت که پل تا پایان تابستان باز نمی شود و این کار برای "
      "ما بهتر است" },
    { "ur", "میئر نے کہا کہ پل گرمی کے آخر تک نہیں کھلے گا اور یہ کام بھی "
      "لمبا ہے" },
    { "he", "ראש העיר אמר כי הגשר לא ייפתח לפני סוף הקיץ וכי העבודה של כל "
      "אדם ארוכה" },
    { "hi", "महापौर ने कहा कि पुल गर्मी के अंत तक नहीं खुलेगा और यह काम भी "
      "लंबा है" },
    { "el", "Ο δήμαρχος είπε ότι η γέφυρα δεν θα ανοίξει" },
    { "ko", "시장은 다리가 여름까지 열리지 않을 것이라고 말했다" },
    { "ja", "市長は橋が夏の終わりまで開かないと言った。" },
    { "zh-Hans", "市长说这座桥在夏天结束前不会开放，来这里的人还要等。" },
    { "zh-Hant", "市長說這座橋在夏天結束前不會開放，來這裡的人還要等。" },
    { "th", "นายกเทศมนตรีกล่าวว่าสะพานจะไม่เปิด" },
    { "km", "អភិបាលក្រុងបាននិយាយថាស្ពាន" },
    { "ta", "மேயர் பாலம் திறக்கப்படாது என்று கூறினார்" },
    { "hy", "Քաղաքապետն ասաց, որ կամուրջը չի բացվի" },
    { "ka", "მერმა თქვა, რომ ხიდი არ გაიხსნება" },
};

static void
test_guess(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got =
            language_guess(cases[i].text, strlen(cases[i].text));

        g_assert_cmpstr(got, ==, cases[i].language);
    }
}

static void
test_unsure(void)
{
    static const char *const texts[] = {
        "", "a", "12345 67890 -- !!!", "Lorem", "ABC DEF",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *got = language_guess(texts[i], strlen(texts[i]));

        g_assert_null(got);
    }
}

/* A sample of a long text is cut between characters. */
static void
test_long(void)
{
    for (gsize pad = 0; pad < 8; pad++) {
        g_autoptr(GString) text = g_string_new(NULL);

        for (gsize i = 0; i < pad; i++)
            g_string_append_c(text, ' ');
        for (gsize i = 0; i < 400; i++)
            g_string_append(text, "Мост не откроют, и что она это как. ");
        g_autofree char *got = language_guess(text->str, text->len);
        g_assert_cmpstr(got, ==, "ru");
    }
}

/* What a text opens with is not what it is in. */
static void
test_opening(void)
{
    g_autoptr(GString) text = g_string_new(NULL);

    while (text->len < 1500)
        g_string_append(text, "The bridge was not to be opened at all. ");
    while (text->len < 8000)
        g_string_append(text, "Le pont ne sera pas ouvert avant la fin. ");
    g_autofree char *got = language_guess(text->str, text->len);
    g_assert_cmpstr(got, ==, "fr");
}

static void
test_is(void)
{
    g_assert_true(language_is("en", "en"));
    g_assert_true(language_is("EN-us", "en"));
    g_assert_true(language_is("zh_TW", "zh"));
    g_assert_true(language_is("zh-Hant-TW", "zh-Hant"));
    g_assert_false(language_is("zh", "zh-Hant"));
    g_assert_false(language_is("enm", "en"));
    g_assert_false(language_is(NULL, "en"));
    g_assert_true(language_begins("de-AT", "de, fr", 2));
}

static void
test_rtl(void)
{
    static const char *const yes[] = {
        "ar", "AR-EG", "he", "fa", "ur", "yi", "az-Arab", "ckb", "ug",
    };
    static const char *const no[] = {
        "en", "ru", "az", "ar-Latn", "zh-Hant", "und", "", "tr",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(yes); i++)
        g_assert_true(language_is_rtl(yes[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(no); i++)
        g_assert_false(language_is_rtl(no[i]));
    g_assert_false(language_is_rtl(NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/language/guess", test_guess);
    g_test_add_func("/language/unsure", test_unsure);
    g_test_add_func("/language/long", test_long);
    g_test_add_func("/language/opening", test_opening);
    g_test_add_func("/language/is", test_is);
    g_test_add_func("/language/rtl", test_rtl);
    return g_test_run();
}
