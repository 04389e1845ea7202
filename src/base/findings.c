#include <utsyn/findings.h>

#include "base/i18n.h"
#include "base/text.h"

struct UtFindings {
  GArray *all; /* UtFinding */
  gsize n_of_kind[UT_N_FINDING_KINDS];
};

static const char *const kind_labels[] = {
  [UT_FINDING_UNREAD] = N_ ("dataset that cannot be read"),
  [UT_FINDING_UNKNOWN_REGION] = N_ ("unknown region"),
  [UT_FINDING_UNKNOWN_PERIOD] = N_ ("unknown period"),
  [UT_FINDING_BAD_NUMBER] = N_ ("not a number"),
  [UT_FINDING_BAD_ROW] = N_ ("unusable row"),
  [UT_FINDING_DUPLICATE] = N_ ("repeated figure"),
  [UT_FINDING_CONFLICT] = N_ ("conflicting figures"),
  [UT_FINDING_SUM_INCOMPLETE] = N_ ("incomplete sum"),
  [UT_FINDING_TOTAL] = N_ ("total is not the sum of its parts"),
  [UT_FINDING_DISAGREES] = N_ ("counts and figure disagree"),
  [UT_FINDING_IMPOSSIBLE] = N_ ("impossible figure"),
  [UT_FINDING_NOT_RESTATED] = N_ ("not carried over to today's boundaries"),
  [UT_FINDING_NOTHING_READ] = N_ ("nothing read"),
  [UT_FINDING_IMPLAUSIBLE_CHANGE] = N_ ("an implausible change since the last vintage"),
  [UT_FINDING_REVISED] = N_ ("revised figures"),
  [UT_FINDING_EQUAL_HEADINGS] = N_ ("columns with the same heading"),
  [UT_FINDING_FORMER_ID] = N_ ("former id"),
  [UT_FINDING_DISCLOSED] = N_ ("suppressed figure that can be worked out"),
  [UT_FINDING_MISSING_INPUT] = N_ ("missing input"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (kind_labels) == UT_N_FINDING_KINDS);

static void
finding_clear (gpointer data) {
  UtFinding *finding = data;
  g_free (finding->file);
  g_free (finding->message);
}

UtFindings *
ut_findings_new (void) {
  UtFindings *findings = g_new0 (UtFindings, 1);
  findings->all = g_array_new (FALSE, FALSE, sizeof (UtFinding));
  g_array_set_clear_func (findings->all, finding_clear);
  return findings;
}

void
ut_findings_free (UtFindings *findings) {
  if (findings == NULL)
    return;
  g_array_unref (findings->all);
  g_free (findings);
}

void
ut_findings_add (UtFindings *findings, const char *file, guint line, UtFindingKind kind, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *line_of_it = ut_text_clean (message, UT_TEXT_MESSAGE);
  ut_findings_add_lines (findings, file, line, kind, line_of_it);
}

void
ut_findings_add_lines (UtFindings *findings, const char *file, guint line, UtFindingKind kind, const char *message) {
  UtFinding finding = { .kind = kind, .file = g_strdup (file), .line = line, .message = g_strdup (message) };
  g_array_append_val (findings->all, finding);
  findings->n_of_kind[kind]++;
}

gsize
ut_findings_count (const UtFindings *findings) {
  return findings->all->len;
}

gsize
ut_findings_count_kind (const UtFindings *findings, UtFindingKind kind) {
  return findings->n_of_kind[kind];
}

const UtFinding *
ut_findings_get (const UtFindings *findings, gsize i) {
  g_return_val_if_fail (i < findings->all->len, NULL);
  return &g_array_index (findings->all, UtFinding, i);
}

const char *
ut_finding_kind_label (UtFindingKind kind, UtLanguage language) {
  return ut_tr (language, kind_labels[kind]);
}

void
ut_findings_take (UtFindings *findings, UtFindings *others) {
  g_array_append_vals (findings->all, others->all->data, others->all->len);
  for (guint i = 0; i < UT_N_FINDING_KINDS; i++) {
    findings->n_of_kind[i] += others->n_of_kind[i];
    others->n_of_kind[i] = 0;
  }
  g_array_set_clear_func (others->all, NULL);
  g_array_set_size (others->all, 0);
  g_array_set_clear_func (others->all, finding_clear);
}

static int
compare_lines (gconstpointer a, gconstpointer b) {
  const UtFinding *x = a, *y = b;
  return (x->line > y->line) - (x->line < y->line);
}

/* GLib's array sort is stable: what is said of one line keeps its order. */
void
ut_findings_sort (UtFindings *findings) {
  g_array_sort (findings->all, compare_lines);
}
