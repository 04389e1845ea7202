#include "import/mapping/assembler.h"

#include <stdlib.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/mapping/restate.h"
#include "import/mapping/settle_marks.h"
#include "import/mapping/whole_label.h"

/* 256 MB; every municipality there ever was, in every year there are figures of, needs a hundredth of it. */
#define MAX_SLOTS ((guint64) 64 * 1024 * 1024)

static int
compare_codes (gconstpointer x, gconstpointer y, gpointer data) {
  const UtAssembler *a = data;
  guint32 left = *(const guint32 *) x, right = *(const guint32 *) y;
  if (a->regions[left] != a->regions[right])
    return a->regions[left] < a->regions[right] ? -1 : 1;
  /* Numbers of codes are in the order met, which no two readings by several threads have in common. */
  return strcmp (a->texts[left], a->texts[right]);
}

static int
compare_periods (gconstpointer x, gconstpointer y, gpointer data) {
  const UtAssembler *a = data;
  return ut_period_compare (a->all_periods[*(const guint16 *) x], a->all_periods[*(const guint16 *) y]);
}

static void
note_targets (UtAssembler *a, const UtPlace *place) {
  if (a->touched == NULL)
    a->touched = g_new0 (gboolean, ut_regions_count (ut_places_regions (a->shared->places)));
  for (guint t = 0; t < place->targets->len; t++)
    a->touched[g_array_index (place->targets, UtRestatement, t).region] = TRUE;
}

static void
note_fact (UtAssembler *a, const UtFact *fact) {
  const UtPlace *place = ut_assembler_place (a, fact);
  guint32 code = place->code_number;
  if (a->code_ranks[code] == UT_NO_RANK) {
    a->code_ranks[code] = 0;
    a->regions[code] = UT_REGION_NONE;
    a->texts[code] = place->code;
    g_array_append_val (a->codes, code);
  }
  if (place->targets != NULL)
    note_targets (a, place);
  else
    a->regions[code] = place->region;
  if (a->period_ranks[fact->period] == UT_NO_RANK) {
    a->period_ranks[fact->period] = 0;
    g_array_append_val (a->periods, fact->period);
  }
}

/* What a date stands for is decided by the others of the mapping: they are one series, and other files are not. */
static void
settle_periods (UtAssembler *a) {
  g_autofree gboolean *used = g_new0 (gboolean, a->n_periods + 1);
  for (guint i = 0; i < a->periods->len; i++)
    used[g_array_index (a->periods, guint16, i)] = TRUE;
  a->all_periods = g_new (UtPeriod, a->n_periods + 1);
  ut_calendar_settle (a->calendar, a->n_periods, used, a->all_periods);
}

/* Which codes and periods there are, each with its place in the order of the table. */
static void
rank_keys (UtAssembler *a) {
  a->n_periods = ut_calendar_count (a->calendar);
  a->code_ranks = g_new (guint32, a->shared->n_codes + 1);
  a->texts = g_new (const char *, a->shared->n_codes + 1);
  a->regions = g_new (UtRegionId, a->shared->n_codes + 1);
  a->period_ranks = g_new (guint32, a->n_periods + 1);
  for (guint i = 0; i < a->shared->n_codes; i++)
    a->code_ranks[i] = UT_NO_RANK;
  for (guint i = 0; i < a->n_periods; i++)
    a->period_ranks[i] = UT_NO_RANK;
  guint32 last_place = G_MAXUINT32;
  for (guint b = 0; b < a->blocks->len; b++) {
    const UtFactBlock *block = g_ptr_array_index (a->blocks, b);
    for (guint i = 0; i < block->n; i++) {
      const UtFact *fact = &block->facts[i];
      if (fact->place != last_place || a->period_ranks[fact->period] == UT_NO_RANK)
        note_fact (a, fact);
      last_place = fact->place;
    }
  }
  settle_periods (a);
  g_array_sort_with_data (a->codes, compare_codes, a);
  g_array_sort_with_data (a->periods, compare_periods, a);
  for (guint i = 0; i < a->codes->len; i++)
    a->code_ranks[g_array_index (a->codes, guint32, i)] = i;
  for (guint i = 0; i < a->periods->len; i++) {
    /* A date that stands for its year has the rank of the year. */
    if (i == 0
        || compare_periods (&g_array_index (a->periods, guint16, i - 1), &g_array_index (a->periods, guint16, i), a)
               != 0)
      a->n_ranks++;
    a->period_ranks[g_array_index (a->periods, guint16, i)] = a->n_ranks - 1;
  }
}

/* Every key has room for every term, so that facts are put in place without a search. */
static gboolean
make_slots (UtAssembler *a, GError **error) {
  guint64 n_keys = (guint64) a->codes->len * a->n_ranks;
  if (n_keys > MAX_SLOTS / MAX (a->recipe.n_all_terms, 1)) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("'%s': %u places in %u periods of %u figures each are too many; divide the dataset"),
                  a->recipe.mapping->indicator, a->codes->len, a->n_ranks, a->recipe.n_all_terms);
    return FALSE;
  }
  a->slots = g_new0 (guint32, n_keys * a->recipe.n_all_terms + 1);
  return TRUE;
}

/* The earlier of two facts in the order of the files: pieces come in that order, but for those of one file, which was
 * read by several threads. */
static gboolean
is_earlier (const UtAssembler *a, guint32 later_met, guint32 first_met) {
  return ut_assembler_file (a, later_met) == ut_assembler_file (a, first_met)
         && ut_assembler_fact (a, later_met)->line < ut_assembler_fact (a, first_met)->line;
}

static void
fill_slots (UtAssembler *a) {
  guint32 last_place = G_MAXUINT32;
  gsize code = 0;
  for (guint b = 0; b < a->blocks->len; b++) {
    const UtFactBlock *block = g_ptr_array_index (a->blocks, b);
    for (guint i = 0; i < block->n; i++) {
      const UtFact *fact = &block->facts[i];
      guint32 number = b * UT_FACTS_IN_BLOCK + i;
      if (fact->place != last_place)
        code = ut_assembler_code (a, fact);
      last_place = fact->place;
      guint32 *slot = &a->slots[ut_assembler_slot (a, code, fact)];
      if (G_LIKELY (*slot == 0)) {
        *slot = number + 1;
        continue;
      }
      guint32 loser = number;
      if (is_earlier (a, number, *slot - 1)) {
        loser = *slot - 1;
        *slot = number + 1;
      }
      g_array_append_val (a->losers, loser);
    }
  }
}

static void
add_row (UtAssembler *a, const UtObserved *o) {
  const UtRow row = { .indicator = o->indicator->id,
                      .region = o->region,
                      .period = o->period,
                      .value = o->value,
                      .numerator = o->numerator,
                      .denominator = o->denominator,
                      .margin = o->margin,
                      .status = o->status,
                      .quality = o->quality,
                      .file = o->file,
                      .line = o->line,
                      .origins = o->origins != NULL ? (const UtOrigin *) (gpointer) o->origins->data : NULL,
                      .n_origins = o->origins != NULL ? o->origins->len : 0 };
  ut_table_builder_add (a->part, &row);
  a->n_rows++;
}

static gboolean
must_be_restated (const UtAssembler *a, const UtPlace *place) {
  return a->touched != NULL && (place->targets != NULL || a->touched[place->region]);
}

/* The facts of one key; FALSE when there are none. */
static gboolean
get_key (const UtAssembler *a, const guint32 *slots, UtKey *key) {
  gboolean any = FALSE;
  for (guint i = 0; i < a->recipe.n_all_terms; i++) {
    key->facts[i] = slots[i] != 0 ? ut_assembler_fact (a, slots[i] - 1) : NULL;
    if (slots[i] == 0)
      continue;
    key->files[i] = ut_assembler_file (a, slots[i] - 1);
    if (!any) {
      key->place = ut_assembler_place (a, key->facts[i]);
      key->period = a->all_periods[key->facts[i]->period];
    }
    any = TRUE;
  }
  return any;
}

static void
free_observed (gpointer observed) {
  ut_observed_free (observed);
}

/* Every key in the order of the table; what touches older boundaries is kept for last. */
static void
observe_keys (UtAssembler *a) {
  g_autofree const UtFact **facts = g_new (const UtFact *, a->recipe.n_all_terms);
  g_autofree guint16 *files = g_new (guint16, a->recipe.n_all_terms);
  g_autoptr (GPtrArray) older = g_ptr_array_new_with_free_func (free_observed);
  UtKey key = { .facts = facts, .files = files, .paths = a->shared->paths };
  gsize n_keys = (gsize) a->codes->len * a->n_ranks;
  for (gsize i = 0; i < n_keys; i++) {
    UtObserved observed;
    if (!get_key (a, a->slots + i * a->recipe.n_all_terms, &key))
      continue;
    gboolean restate = must_be_restated (a, key.place);
    if (!ut_observe (&a->recipe, &key, restate, a->findings, &observed))
      continue;
    if (restate) {
      g_ptr_array_add (older, g_memdup2 (&observed, sizeof observed));
      continue;
    }
    add_row (a, &observed);
    ut_observed_clear (&observed);
  }
  if (older->len == 0)
    return;
  g_autoptr (GPtrArray) restated = ut_restate (a->shared->places, older, a->findings);
  for (guint i = 0; i < restated->len; i++)
    add_row (a, g_ptr_array_index (restated, i));
}

static void
list_blocks (UtAssembler *a) {
  a->blocks = g_ptr_array_new ();
  for (guint i = 0; i < a->pieces->len; i++)
    for (UtFactBlock *block = g_array_index (a->pieces, UtFacts, i).first; block != NULL; block = block->next)
      g_ptr_array_add (a->blocks, block);
}

static void
clear (UtAssembler *a) {
  for (guint i = 0; i < a->pieces->len; i++)
    ut_facts_clear (&g_array_index (a->pieces, UtFacts, i));
  g_array_unref (a->pieces);
  g_ptr_array_unref (a->blocks);
  g_array_unref (a->codes);
  g_array_unref (a->periods);
  g_array_unref (a->losers);
  ut_disputes_free (a->disputes);
  g_free (a->code_ranks);
  g_free (a->texts);
  g_free (a->regions);
  g_free (a->period_ranks);
  g_free (a->all_periods);
  g_free (a->slots);
  g_free (a->touched);
}

void
ut_assemble_finish (UtAssembler *a, GArray *lost, gsize *n_rows) {
  ut_losers_report (a, lost);
  observe_keys (a);
  *n_rows = a->n_rows;
  clear (a);
  g_free (a);
}

gboolean
ut_assemble (const UtAssembly *assembly, UtCollector *collector, guint mapping, const UtIndicator *indicator,
             UtTableBuilder *part, UtFindings *findings, GArray *lost, gsize *n_rows, UtAssembler **open,
             GError **error) {
  UtAssembler *a = g_new (UtAssembler, 1);
  *a = (UtAssembler){ .shared = assembly,
                      .disputes = ut_disputes_new (),
                      .calendar = ut_collector_calendar (collector),
                      .findings = findings,
                      .part = part,
                      .pieces = ut_collector_steal (collector, mapping),
                      .codes = g_array_new (FALSE, FALSE, sizeof (guint32)),
                      .periods = g_array_new (FALSE, FALSE, sizeof (guint16)),
                      .losers = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  *n_rows = 0;
  *open = NULL;
  ut_recipe_init (&a->recipe, ut_collector_mapping (collector, mapping), indicator);
  list_blocks (a);
  ut_settle_marks (assembly, collector, mapping, &a->recipe, a->blocks, findings, lost);
  rank_keys (a);
  if (!make_slots (a, error)) {
    clear (a);
    g_free (a);
    return FALSE;
  }
  fill_slots (a);
  if (!ut_whole_label_check (a, error)) {
    clear (a);
    g_free (a);
    return FALSE;
  }
  ut_losers_find (a);
  if (ut_disputes_any (a->disputes))
    *open = a;
  else
    ut_assemble_finish (a, lost, n_rows);
  return TRUE;
}
