/* Rows that have the key of another: which of them stands, and what is said of the others. */
#include <math.h>

#include "base/i18n.h"
#include "import/mapping/assembler.h"
#include "model/settle_two.h"

static int
compare_losers (gconstpointer x, gconstpointer y, gpointer data) {
  const UtAssembler *a = data;
  guint32 left = *(const guint32 *) x, right = *(const guint32 *) y;
  if (ut_assembler_file (a, left) != ut_assembler_file (a, right))
    return ut_assembler_file (a, left) < ut_assembler_file (a, right) ? -1 : 1;
  const UtFact *l = ut_assembler_fact (a, left), *r = ut_assembler_fact (a, right);
  if (l->line != r->line)
    return l->line < r->line ? -1 : 1;
  /* The figures of one line were read by one thread, one after the other. */
  return l->term != r->term ? (int) l->term - (int) r->term : (left > right) - (left < right);
}

static guint32
get_winner (const UtAssembler *a, const UtFact *fact) {
  return a->slots[ut_assembler_slot (a, ut_assembler_code (a, fact), fact)] - 1;
}

static UtRepeated
settle (const UtFact *first, const UtFact *second) {
  return ut_settle_two ((UtStatus) first->status, first->value, (UtStatus) second->status, second->value);
}

static gboolean
disagree (const UtFact *a, const UtFact *b) {
  return settle (a, b) == UT_REPEATED_NEITHER;
}

static gboolean
gives_way (const UtFact *gap, const UtFact *figure) {
  return isnan (gap->value) && !isnan (figure->value) && !disagree (gap, figure);
}

/* A gap gives its slot to the figure it gives way to. */
static void
choose_winners (UtAssembler *a) {
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 *loser = &g_array_index (a->losers, guint32, i), later = *loser;
    const UtFact *fact = ut_assembler_fact (a, later);
    guint32 *slot = &a->slots[ut_assembler_slot (a, ut_assembler_code (a, fact), fact)];
    if (settle (ut_assembler_fact (a, *slot - 1), fact) != UT_REPEATED_SECOND)
      continue;
    *loser = *slot - 1;
    *slot = later + 1;
  }
}

void
ut_losers_find (UtAssembler *a) {
  g_array_sort_with_data (a->losers, compare_losers, a);
  choose_winners (a);
  for (guint i = 0; i < a->losers->len; i++) {
    const UtFact *fact = ut_assembler_fact (a, g_array_index (a->losers, guint32, i));
    const UtFact *winner = ut_assembler_fact (a, get_winner (a, fact));
    ut_disputes_add (a->disputes, ut_assembler_slot (a, ut_assembler_code (a, fact), fact), disagree (winner, fact),
                     gives_way (fact, winner));
  }
}

static void
on_seen (gpointer user, const UtSeen *seen) {
  const UtAssembler *a = ((UtAssembler *const *) user)[seen->mapping];
  /* A file that was changed in the meantime may have places and periods of its own. */
  if (seen->fact->place >= a->shared->n_places || ut_assembler_code (a, seen->fact) == UT_NO_RANK
      || seen->fact->period >= a->n_periods || a->period_ranks[seen->fact->period] == UT_NO_RANK)
    return;
  ut_disputes_see (a->disputes, ut_assembler_slot (a, ut_assembler_code (a, seen->fact), seen->fact), seen);
}

static gboolean
has_facts_of (const UtAssembler *a, guint16 file) {
  for (guint b = 0; b < a->blocks->len; b++)
    if (((const UtFactBlock *) g_ptr_array_index (a->blocks, b))->file == file)
      return TRUE;
  return FALSE;
}

void
ut_assemble_review (const UtCollector *collector, guint16 file, UtAssembler *const *open, guint n_mappings) {
  g_autofree gboolean *wanted = g_new0 (gboolean, n_mappings + 1);
  gboolean any = FALSE;
  for (guint i = 0; i < n_mappings; i++) {
    wanted[i] = open[i] != NULL && has_facts_of (open[i], file);
    if (wanted[i])
      ut_disputes_begin_file (open[i]->disputes);
    any = any || wanted[i];
  }
  if (any)
    ut_collector_review (collector, file, wanted, on_seen, (gpointer) open);
}

/* A row of which nothing stands: `other` is one of the rows it contradicts. */
static void
tell_contradiction (UtAssembler *a, guint32 number, guint32 other) {
  const UtFact *fact = ut_assembler_fact (a, number), *against = ut_assembler_fact (a, other);
  g_autofree char *why = ut_disputes_explain (a->disputes, ut_assembler_slot (a, ut_assembler_code (a, fact), fact));
  g_autofree char *period = ut_period_format (a->all_periods[fact->period], ut_language_messages ());
  g_autofree char *what = g_strdup_printf (fact->value == against->value
                                               ? _ ("%s, %s, %s: the same figure as in %s:%u by chance; neither stands")
                                           : isnan (fact->value) && !disagree (fact, against)
                                               ? _ ("%s, %s, %s: no figure here, and none that stands in %s:%u")
                                               : _ ("%s, %s, %s: another figure than in %s:%u; neither stands"),
                                           a->recipe.mapping->indicator, ut_assembler_place (a, fact)->code, period,
                                           a->shared->paths[ut_assembler_file (a, other)], against->line);
  ut_findings_add (a->findings, a->shared->paths[ut_assembler_file (a, number)], fact->line, UT_FINDING_CONFLICT,
                   "%s%s%s", what, why != NULL ? "; " : "", why != NULL ? why : "");
}

/* A row beside one that stands. */
static void
tell_repetition (UtAssembler *a, guint32 number, guint32 first) {
  const UtFact *fact = ut_assembler_fact (a, number), *winner = ut_assembler_fact (a, first);
  gboolean gap = gives_way (fact, winner);
  g_autofree char *period = ut_period_format (a->all_periods[fact->period], ut_language_messages ());
  ut_findings_add (a->findings, a->shared->paths[ut_assembler_file (a, number)], fact->line,
                   gap ? UT_FINDING_CONFLICT : UT_FINDING_DUPLICATE,
                   gap                   ? _ ("%s, %s, %s: no figure; the one in %s:%u stands")
                   : isnan (fact->value) ? _ ("%s, %s, %s: no figure here, and none that stands in %s:%u")
                                         : _ ("%s, %s, %s: the same figure again; first in %s:%u"),
                   a->recipe.mapping->indicator, ut_assembler_place (a, fact)->code, period,
                   a->shared->paths[ut_assembler_file (a, first)], winner->line);
}

/* The winners of contradicted keys lose too. The first of the others is what they are reported beside. */
static GHashTable *
list_contradicted (const UtAssembler *a) {
  GHashTable *others = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 number = g_array_index (a->losers, guint32, i);
    const UtFact *fact = ut_assembler_fact (a, number);
    gpointer winner = GUINT_TO_POINTER (get_winner (a, fact));
    gpointer known = NULL;
    if (!ut_disputes_contradict (a->disputes, ut_assembler_slot (a, ut_assembler_code (a, fact), fact)))
      continue;
    gboolean is_known = g_hash_table_lookup_extended (others, winner, NULL, &known);
    const UtFact *first = ut_assembler_fact (a, GPOINTER_TO_UINT (winner));
    if (!is_known || (!disagree (ut_assembler_fact (a, GPOINTER_TO_UINT (known)), first) && disagree (fact, first)))
      g_hash_table_insert (others, winner, GUINT_TO_POINTER (number));
  }
  return others;
}

static void
add_winners (UtAssembler *a, GHashTable *others) {
  GHashTableIter iter;
  gpointer winner;
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &winner, NULL)) {
    guint32 number = GPOINTER_TO_UINT (winner);
    g_array_append_val (a->losers, number);
  }
}

/* What one of the rows hides stays hidden. */
static void
strike_winners (UtAssembler *a) {
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 number = g_array_index (a->losers, guint32, i), winner = get_winner (a, ut_assembler_fact (a, number));
    const UtFact *fact = ut_assembler_fact (a, number);
    if (!ut_disputes_contradict (a->disputes, ut_assembler_slot (a, ut_assembler_code (a, fact), fact)))
      continue;
    UtFactBlock *block = g_ptr_array_index (a->blocks, winner / UT_FACTS_IN_BLOCK);
    UtFact *struck = &block->facts[winner % UT_FACTS_IN_BLOCK];
    gboolean hidden = struck->status == UT_STATUS_CONFIDENTIAL || fact->status == UT_STATUS_CONFIDENTIAL;
    struck->value = NAN;
    struck->status = hidden ? UT_STATUS_CONFIDENTIAL : UT_STATUS_CONTRADICTORY;
  }
}

void
ut_losers_report (UtAssembler *a, GArray *lost) {
  if (a->losers->len == 0)
    return;
  ut_disputes_settle (a->disputes);
  g_array_sort_with_data (a->losers, compare_losers, a);
  g_autoptr (GHashTable) others = list_contradicted (a);
  add_winners (a, others);
  g_array_sort_with_data (a->losers, compare_losers, a);
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 number = g_array_index (a->losers, guint32, i), winner = get_winner (a, ut_assembler_fact (a, number));
    gpointer known = NULL;
    if (g_hash_table_lookup_extended (others, GUINT_TO_POINTER (winner), NULL, &known)) {
      guint32 other = GPOINTER_TO_UINT (known);
      gboolean like_winner
          = number != other && !disagree (ut_assembler_fact (a, number), ut_assembler_fact (a, winner));
      tell_contradiction (a, number, number == winner || like_winner ? other : winner);
    } else
      tell_repetition (a, number, winner);
    const UtLostLine line = { ut_assembler_file (a, number), ut_assembler_fact (a, number)->line };
    g_array_append_val (lost, line);
  }
  strike_winners (a);
}
