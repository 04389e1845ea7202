/* What we are good at and what we can do better, from the verdicts against the country alone. */
#include "base/i18n.h"
#include "report/chapter.h"
#include "report/words.h"

/* An indicator on which some place differs the same way. */
typedef struct {
  guint indicator;
  guint n_robust, n_hollow;
  gboolean whole; /* the region of the report itself is among the robust */
} Difference;

static const UtVerdict *
verdict_of (const UtChapter *chapter, guint place, guint indicator) {
  return &ut_chapter_get (chapter, place, indicator)->verdicts[UT_BENCHMARK_COUNTRY];
}

static gboolean
counts_as (const UtVerdict *verdict, UtLevel level, gboolean robust) {
  return verdict->level == level && !verdict->trivial && !verdict->robust == !robust;
}

static guint
count_places (const UtChapter *chapter, guint indicator, UtLevel level, gboolean robust) {
  guint n = 0;
  for (guint place = 0; place < chapter->n_places; place++)
    n += counts_as (verdict_of (chapter, place, indicator), level, robust);
  return n;
}

static gint
compare_differences (gconstpointer a, gconstpointer b) {
  const Difference *left = a, *right = b;
  if (left->whole != right->whole)
    return right->whole - left->whole;
  if (left->n_robust != right->n_robust)
    return left->n_robust > right->n_robust ? -1 : 1;
  if (left->n_hollow != right->n_hollow)
    return left->n_hollow > right->n_hollow ? -1 : 1;
  return (left->indicator > right->indicator) - (left->indicator < right->indicator);
}

static GArray *
find_differences (const UtChapter *chapter, UtLevel level) {
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Difference));
  for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++) {
    Difference difference = {
      .indicator = i,
      .n_robust = count_places (chapter, i, level, TRUE),
      .n_hollow = count_places (chapter, i, level, FALSE),
      .whole = counts_as (verdict_of (chapter, chapter->n_places - 1, i), level, TRUE),
    };
    if (difference.n_robust + difference.n_hollow > 0)
      g_array_append_val (found, difference);
  }
  g_array_sort (found, compare_differences);
  return found;
}

/* The report's own region stands first. */
static char *
name_places (const UtChapter *chapter, guint indicator, UtLevel level, gboolean robust) {
  GPtrArray *names = g_ptr_array_new ();
  for (guint k = 0; k < chapter->n_places; k++) {
    guint place = (k + chapter->n_municipalities) % chapter->n_places;
    if (counts_as (verdict_of (chapter, place, indicator), level, robust))
      g_ptr_array_add (names, ut_chapter_place (chapter, ut_assessment_place (chapter->assessment, place)));
  }
  return ut_chapter_join (chapter, names);
}

static char *
say_one_place (const UtChapter *chapter, const Difference *difference) {
  const UtAssessed *assessed = ut_chapter_get (chapter, 0, difference->indicator);
  g_autofree char *own = ut_words_figure (&assessed->own, assessed->indicator, chapter->language);
  g_autofree char *period = ut_period_format (assessed->own.period, chapter->language);
  g_autofree char *benchmark = ut_words_benchmark_figure (
      assessed, UT_BENCHMARK_COUNTRY, ut_assessment_regions (chapter->assessment), chapter->language);
  const char *name = ut_chapter_name (chapter, assessed->indicator);
  if (difference->n_robust > 0)
    return g_strdup_printf (ut_tr (chapter->language, "%1$s: %2$s in %3$s, against %4$s."), name, own, period,
                            benchmark);
  return g_strdup_printf (ut_tr (chapter->language, "%1$s: %2$s in %3$s, against %4$s. It may be chance."), name, own,
                          period, benchmark);
}

static char *
say_places (const UtChapter *chapter, const Difference *difference, UtLevel level) {
  const char *name = ut_chapter_name (chapter, ut_chapter_get (chapter, 0, difference->indicator)->indicator);
  g_autofree char *robust = name_places (chapter, difference->indicator, level, TRUE);
  g_autofree char *hollow = name_places (chapter, difference->indicator, level, FALSE);
  if (difference->n_hollow == 0)
    return g_strdup_printf ("%s: %s.", name, robust);
  if (difference->n_robust == 0)
    return g_strdup_printf (ut_tr (chapter->language, "%1$s: may be chance in %2$s."), name, hollow);
  return g_strdup_printf (ut_tr (chapter->language, "%1$s: %2$s; may be chance in %3$s."), name, robust, hollow);
}

static void
add_list (UtChapter *chapter, const char *heading, UtLevel level, const char *nothing) {
  g_autoptr (GArray) differences = find_differences (chapter, level);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < differences->len; i++) {
    const Difference *difference = &g_array_index (differences, Difference, i);
    g_ptr_array_add (items, chapter->n_places == 1 ? say_one_place (chapter, difference)
                                                   : say_places (chapter, difference, level));
  }
  ut_document_heading (chapter->document, 3, heading);
  if (items->len == 0)
    ut_document_paragraph (chapter->document, UT_ROLE_TEXT, nothing);
  ut_document_list (chapter->document, TRUE, items);
}

static guint
count_verdicts (const UtChapter *chapter, gboolean (*accept) (const UtVerdict *)) {
  guint n = 0;
  for (guint place = 0; place < chapter->n_places; place++)
    for (guint i = 0; i < ut_assessment_n_indicators (chapter->assessment); i++)
      n += accept (verdict_of (chapter, place, i));
  return n;
}

static gboolean
is_tested (const UtVerdict *verdict) {
  return verdict->level != UT_LEVEL_NOT_TESTED;
}

static gboolean
is_different (const UtVerdict *verdict) {
  return verdict->level > UT_LEVEL_SIMILAR;
}

static gboolean
is_robust (const UtVerdict *verdict) {
  return is_different (verdict) && verdict->robust;
}

static gboolean
is_small (const UtVerdict *verdict) {
  return (verdict->level == UT_LEVEL_BETTER || verdict->level == UT_LEVEL_WORSE) && verdict->trivial;
}

/* How much there was to tell from, so that a short list is not read as calm. */
static char *
say_basis (const UtChapter *chapter) {
  guint n_tested = count_verdicts (chapter, is_tested), n_different = count_verdicts (chapter, is_different);
  guint n_all = chapter->n_places * ut_assessment_n_indicators (chapter->assessment);
  if (n_tested == 0)
    return g_strdup (ut_tr (chapter->language, "No comparison with the country could be tested: the counts are not "
                                               "published. The lists below are therefore empty, and the figures stand "
                                               "side by side in the tables."));
  if (n_different == 0)
    return g_strdup_printf (ut_tr (chapter->language, "%1$u of %2$u comparisons with the country could be tested. None "
                                                      "of them gave a certain difference."),
                            n_tested, n_all);
  return g_strdup_printf (ut_tr (chapter->language,
                                 "%1$u of %2$u comparisons with the country could be tested. %3$u of "
                                 "them gave a difference, and %4$u of these hold also when all "
                                 "comparisons of each place are taken together."),
                          n_tested, n_all, n_different, count_verdicts (chapter, is_robust));
}

void
ut_chapter_add_summary (UtChapter *chapter) {
  ut_document_heading (chapter->document, 2, ut_tr (chapter->language, "Summary"));
  ut_chapter_paragraph (chapter, UT_ROLE_LEAD, say_basis (chapter));
  add_list (chapter, ut_tr (chapter->language, "What we are good at"), UT_LEVEL_BETTER,
            ut_tr (chapter->language, "No indicator is certainly better than in the rest of the country."));
  add_list (chapter, ut_tr (chapter->language, "What we can do better"), UT_LEVEL_WORSE,
            ut_tr (chapter->language, "No indicator is certainly worse than in the rest of the country."));
  if (count_verdicts (chapter, is_small) > 0)
    ut_document_paragraph (chapter->document, UT_ROLE_TEXT,
                           ut_tr (chapter->language, "Differences that are certain, but small, are not in the lists."));
  if (chapter->n_places > 1)
    ut_chapter_figure (chapter, "barometer", chapter->n_places - 1, UT_FIGURE_ALL);
}
