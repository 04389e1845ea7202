#include "text/quality.h"

#include <math.h>

#include "base/i18n.h"
#include <utsyn/number.h>
#include <utsyn/terms.h>

typedef struct {
  guint16 flag;
  const char *text; /* of one figure, in a note or a cell */
  const char *word; /* NULL: the note below the chart is enough */
  const char *note; /* of all figures of a chart; NULL: the word is enough */
} QualityRow;

static const QualityRow rows[] = {
  { UT_QUALITY_ESTIMATE, N_ ("estimate: a municipality was split"), N_ ("estimate"),
    N_ ("Some figures are estimates for a municipality that was split.") },
  { UT_QUALITY_PRELIMINARY, N_ ("preliminary figure"), N_ ("preliminary"), N_ ("Some figures are preliminary.") },
  { UT_QUALITY_BREAK, N_ ("a break in the series: not comparable with the period before"), NULL, NULL },
  { UT_QUALITY_PARTIAL, N_ ("only a part of the year"), N_ ("part of the year"), NULL },
  { UT_QUALITY_APPROXIMATE, N_ ("the source says about"), N_ ("about"),
    N_ ("Some figures are published only as approximate.") },
  { UT_QUALITY_SUMMED, N_ ("summed over the area"), N_ ("summed"),
    N_ ("Some figures are sums of counts that are not published for the area.") },
  { UT_QUALITY_RESTATED, N_ ("converted to today's boundaries"), NULL,
    N_ ("Older figures are carried over to today's boundaries.") },
  { UT_QUALITY_AT_LIMIT, N_ ("at the limit of what the source shows, so the true figure may differ"), NULL,
    N_ ("Some figures are at the limit of what the source shows, so the true ones may differ.") },
  /* What they mean is said by the status of the figure. */
  { UT_QUALITY_NOT_ADDABLE, NULL, NULL, NULL },
  { UT_QUALITY_DISCLOSED, NULL, NULL, NULL },
  { UT_QUALITY_COMBINED, N_ ("approximate: the municipalities' figures, each by its persons"), N_ ("approximate"),
    N_ ("Figures that are not published for the area are the municipalities' figures, each by its persons.") },
};
G_STATIC_ASSERT (1 << (G_N_ELEMENTS (rows) - 1) == UT_QUALITY_END - 1);

char *
ut_phrase_quality (guint16 quality, double value, UtLanguage language) {
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (!(quality & rows[i].flag) || rows[i].text == NULL)
      continue;
    gboolean zero = rows[i].flag == UT_QUALITY_AT_LIMIT && value == 0;
    const char *text = zero ? ut_reason_text (UT_REASON_AT_LIMIT, language) : ut_tr (language, rows[i].text);
    g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", text);
  }
  return g_string_free (out, FALSE);
}

/* Down, so that nearly all is not called all. */
static char *
phrase_covered (const UtCombined *combined, UtLanguage language) {
  g_autofree char *share = ut_number_format (floor (combined->share_covered * 1000) / 10, 1, language);
  return g_strdup_printf (
      ut_trn (language, "%1$u of %2$u municipalities has a figure, with %3$s per cent of the persons",
              "%1$u of %2$u municipalities have a figure, with %3$s per cent of the persons", combined->n_covered),
      combined->n_covered, combined->n_members, share);
}

char *
ut_phrase_figure_quality (const UtTable *table, const UtFigure *figure, UtLanguage language) {
  char *quality = ut_phrase_quality (figure->quality, figure->value, language);
  const UtCombined *combined = figure->exists ? ut_table_combined (table, figure->row) : NULL;
  if (combined == NULL || combined->n_covered == combined->n_members)
    return quality;
  g_autofree char *without = quality, *covered = phrase_covered (combined, language);
  return g_strdup_printf ("%s%s%s", without, *without != '\0' ? "; " : "", covered);
}

void
ut_phrase_append_quality (GString *out, guint16 quality, UtLanguage language) {
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((quality & rows[i].flag) && rows[i].word != NULL)
      g_string_append_printf (out, " · %s", ut_tr (language, rows[i].word));
}

char *
ut_phrase_quality_notes (guint16 quality, UtLanguage language) {
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if ((quality & rows[i].flag) && rows[i].note != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", ut_tr (language, rows[i].note));
  return g_string_free (out, FALSE);
}
