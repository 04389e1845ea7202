/* How to read the marks, what is certain, and what each place is compared with. */
#include "text/reading.h"
#include "base/i18n.h"
#include "report/rules.h"
#include "report/section/chapter.h"
#include "text/benchmark.h"

/* By UtAgainst flags. */
static const char *const held_against[] = {
  [UT_AGAINST_REST] = N_ (
      "Each place is compared with the rest of the county and of the country, itself taken out. No cause is claimed."),
  [UT_AGAINST_WHOLE] = N_ ("Each place is compared with the figure of the county and of the country as a known figure. "
                           "No cause is claimed."),
  [UT_AGAINST_REST | UT_AGAINST_WHOLE] = N_ (
      "Each place is compared with the county and the country: by some indicators with the place itself taken out, by "
      "others against their figure as a known figure; the methods at the end say which. No cause is claimed."),
};
G_STATIC_ASSERT (G_N_ELEMENTS (held_against) == 2 * (UT_AGAINST_END - 1));

static void
add (UtChapter *chapter) {
  static const char *const certain = N_ (
      "A certain difference is one that chance alone would rarely make: in at most one of twenty comparisons of places "
      "that are alike, with the number of persons taken into account. No certain difference does not mean that the "
      "places are alike; in small municipalities "
      "even large differences can be chance.");
  static const char *const held
      = N_ ("So also in the text: of a difference that does not hold then it says that it may be chance.");
  static const char *const persons = N_ (
      "Where it is not published how many persons a figure is about, the population says how many they may be, and the "
      "comparison is called approximate; the notes say which persons. It is undecided where the answer depends on that "
      "unknown number or on rounding. Figures that count everybody are described, and not tested.");
  g_autofree char *country = ut_chapter_country (chapter, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *marks = ut_phrase_marks (country, chapter->language);
  g_ptr_array_add (items, g_strdup_printf ("%s %s", marks, ut_chapter_say (chapter, held)));
  g_ptr_array_add (items, g_strdup (ut_chapter_say (chapter, certain)));
  g_ptr_array_add (items, g_strdup (ut_chapter_say (chapter, held_against[ut_rules_against (chapter->rules)])));
  g_ptr_array_add (items, g_strdup (ut_chapter_say (chapter, persons)));
  ut_document_heading (chapter->document, 2, ut_tr (chapter->language, "How to read the chapter"));
  ut_document_list (chapter->document, FALSE, items);
}

const UtSection ut_section_reading = { .name = "reading", .add = add };
