/* SPDX-License-Identifier: MIT */
/* What the words are in each language. */
#include "book/words.h"

#include "book/tags.h"

typedef struct {
    const char *language;
    const char *words[N_WORDS];     /* in the order of Word */
} WordRow;

static const WordRow rows[] = {
    { "en", { "Contents", "Cover", "Title page", "Landmarks",
              "Start of content", "Source", "Related articles",
              "Editor’s note", "About the author", "Facts", "Notice",
              "Contributors", "Digest", "Links", "More" } },
    { "de", { "Inhalt", "Umschlag", "Titelseite", "Orientierungspunkte",
              "Beginn des Textes", "Quelle", "Weitere Artikel",
              "Anmerkung der Redaktion", "Über den Autor", "Fakten",
              "Hinweis", "Mitwirkende", "Artikelsammlung", "Links",
              "Weiteres" } },
    { "fr", { "Table des matières", "Couverture", "Page de titre",
              "Points de repère", "Début du texte", "Source",
              "Articles liés", "Note de la rédaction",
              "À propos de l’auteur", "Faits", "Avis", "Contributeurs",
              "Recueil d’articles", "Liens", "Autres articles" } },
    { "es", { "Índice", "Cubierta", "Portada", "Puntos de referencia",
              "Comienzo del texto", "Fuente", "Artículos relacionados",
              "Nota de la redacción", "Sobre el autor", "Datos", "Aviso",
              "Colaboradores", "Selección de artículos", "Enlaces",
              "Otros artículos" } },
    { "ru", { "Содержание", "Обложка", "Титульный лист", "Ориентиры",
              "Начало текста", "Источник", "Материалы по теме",
              "Примечание редакции", "Об авторе", "Факты", "Примечание",
              "Авторы материала", "Подборка статей", "Ссылки",
              "Другие материалы" } },
    { "uk", { "Зміст", "Обкладинка", "Титульна сторінка", "Орієнтири",
              "Початок тексту", "Джерело", "Матеріали за темою",
              "Примітка редакції", "Про автора", "Факти", "Примітка",
              "Автори матеріалу", "Добірка статей", "Посилання",
              "Інші матеріали" } },
    { "it", { "Indice", "Copertina", "Frontespizio",
              "Punti di riferimento", "Inizio del testo", "Fonte",
              "Articoli correlati", "Nota della redazione",
              "Sull’autore", "Dati", "Avviso", "Collaboratori",
              "Raccolta di articoli", "Link", "Altri articoli" } },
    { "pt", { "Sumário", "Capa", "Folha de rosto", "Pontos de referência",
              "Início do texto", "Fonte", "Artigos relacionados",
              "Nota da redação", "Sobre o autor", "Fatos", "Aviso",
              "Colaboradores", "Seleção de artigos", "Links",
              "Outros artigos" } },
    { "nl", { "Inhoud", "Omslag", "Titelpagina", "Oriëntatiepunten",
              "Begin van de tekst", "Bron", "Gerelateerde artikelen",
              "Noot van de redactie", "Over de auteur", "Feiten",
              "Mededeling", "Medewerkers", "Artikelbundel", "Links", "Meer" } },
    { "pl", { "Spis treści", "Okładka", "Strona tytułowa",
              "Punkty orientacyjne", "Początek tekstu", "Źródło",
              "Powiązane artykuły", "Od redakcji", "O autorze", "Fakty",
              "Uwaga", "Współpraca", "Wybór artykułów", "Odnośniki",
              "Inne artykuły" } },
    { "sv", { "Innehåll", "Omslag", "Titelsida", "Landmärken",
              "Textens början", "Källa", "Läs också",
              "Redaktionens anmärkning", "Om författaren", "Fakta",
              "Meddelande", "Medverkande", "Artikelsamling", "Länkar",
              "Mer" } },
    { "fi", { "Sisällys", "Kansi", "Nimiösivu", "Maamerkit",
              "Tekstin alku", "Lähde", "Aiheesta muualla",
              "Toimituksen huomautus", "Tietoja kirjoittajasta", "Faktat",
              "Huomautus", "Avustajat", "Artikkelikokoelma", "Linkit",
              "Muut" } },
    { "vi", { "Mục lục", "Bìa", "Trang tên sách", "Mốc",
              "Bắt đầu nội dung", "Nguồn", "Bài viết liên quan",
              "Ghi chú của ban biên tập", "Về tác giả", "Thông tin",
              "Thông báo", "Cộng tác viên", "Tuyển tập bài viết",
              "Liên kết", "Bài khác" } },
    { "ar", { "المحتويات", "الغلاف", "صفحة العنوان", "المعالم",
              "بداية النص", "المصدر", "مقالات ذات صلة",
              "ملاحظة المحرر", "عن الكاتب", "حقائق", "تنبيه",
              "المساهمون", "مختارات من المقالات", "الروابط", "مقالات أخرى" } },
    { "he", { "תוכן העניינים", "כריכה", "עמוד השער", "ציוני דרך",
              "תחילת התוכן", "מקור", "כתבות קשורות", "הערת המערכת",
              "על המחבר", "עובדות", "הודעה", "השתתפו בהכנה",
              "לקט כתבות", "קישורים", "כתבות נוספות" } },
    { "ja", { "目次", "表紙", "扉", "ランドマーク", "本文の始まり",
              "出典", "関連記事", "編集部注", "著者について", "資料",
              "お知らせ", "協力", "記事集", "リンク", "その他" } },
    { "ko", { "차례", "표지", "속표지", "주요 위치", "본문 시작", "출처",
              "관련 기사", "편집자 주", "글쓴이 소개", "자료", "알림",
              "도움을 준 이", "기사 모음", "링크", "기타" } },
    { "zh", { "目录", "封面", "扉页", "导航", "正文开始", "来源",
              "相关文章", "编者按", "关于作者", "资料", "声明",
              "供稿", "文章选集", "链接", "其他" } },
};

const char *
words_say(const char *language, Word word)
{
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (tags_same_language(language, rows[i].language))
            return rows[i].words[word];
    return rows[0].words[word];
}
