#include "import/assemble.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/dispute.h"
#include "import/observe.h"
#include "import/restate.h"
#include "import/settle_marks.h"
#include "import/settle_two.h"

/* 256 MB; every municipality there ever was, in every year there are figures of, needs a hundredth of it. */
#define MAX_SLOTS ((guint64) 64 * 1024 * 1024)

/* A number nobody has. */
#define NO_RANK G_MAXUINT32

struct UtAssembler {
  const UtAssembly *shared;
  const UtCalendar *calendar;
  UtRecipe recipe;
  UtFindings *findings;
  UtTableBuilder *part;
  gsize n_rows;
  GArray *pieces;    /* UtFacts */
  GPtrArray *blocks; /* UtFactBlock */
  /* The codes and periods that occur, in the order of the table */
  guint32 *code_ranks;   /* [n_codes] */
  const char **texts;    /* [n_codes] of those that occur */
  UtRegionId *regions;   /* [n_codes] a direct figure's; UT_REGION_NONE after the others */
  GArray *codes;         /* guint32 by rank */
  guint32 *period_ranks; /* [n_periods] */
  UtPeriod *all_periods; /* [n_periods] as the mapping's own periods tell */
  guint n_periods;
  GArray *periods; /* guint16 in order */
  guint n_ranks;   /* of different periods */
  /* [codes × periods × terms] 1 + number of the fact, 0: none */
  guint32 *slots;
  GArray *losers;       /* guint32, numbers of facts that have no slot of their own */
  UtDisputes *disputes; /* by slot */
  gboolean *touched;    /* [regions] something older is restated to it; NULL when nothing is */
};

typedef struct UtAssembler Assembler;

static const UtFact *
get_fact (const Assembler *a, guint32 number) {
  const UtFactBlock *block = g_ptr_array_index (a->blocks, number / UT_FACTS_IN_BLOCK);
  return &block->facts[number % UT_FACTS_IN_BLOCK];
}

static guint16
get_file (const Assembler *a, guint32 number) {
  const UtFactBlock *block = g_ptr_array_index (a->blocks, number / UT_FACTS_IN_BLOCK);
  return block->file;
}

static const UtPlace *
get_place (const Assembler *a, const UtFact *fact) {
  return a->shared->all_places[fact->place];
}

static int
compare_codes (gconstpointer x, gconstpointer y, gpointer data) {
  const Assembler *a = data;
  guint32 left = *(const guint32 *) x, right = *(const guint32 *) y;
  if (a->regions[left] != a->regions[right])
    return a->regions[left] < a->regions[right] ? -1 : 1;
  /* Numbers of codes are in the order met, which no two readings by several threads have in common. */
  return strcmp (a->texts[left], a->texts[right]);
}

static int
compare_periods (gconstpointer x, gconstpointer y, gpointer data) {
  const Assembler *a = data;
  return ut_period_compare (a->all_periods[*(const guint16 *) x], a->all_periods[*(const guint16 *) y]);
}

static void
note_targets (Assembler *a, const UtPlace *place) {
  if (a->touched == NULL)
    a->touched = g_new0 (gboolean, ut_regions_count (ut_places_regions (a->shared->places)));
  for (guint t = 0; t < place->targets->len; t++)
    a->touched[g_array_index (place->targets, UtRestatement, t).region] = TRUE;
}

static void
note_fact (Assembler *a, const UtFact *fact) {
  const UtPlace *place = get_place (a, fact);
  guint32 code = place->code_number;
  if (a->code_ranks[code] == NO_RANK) {
    a->code_ranks[code] = 0;
    a->regions[code] = UT_REGION_NONE;
    a->texts[code] = place->code;
    g_array_append_val (a->codes, code);
  }
  if (place->targets != NULL)
    note_targets (a, place);
  else
    a->regions[code] = place->region;
  if (a->period_ranks[fact->period] == NO_RANK) {
    a->period_ranks[fact->period] = 0;
    g_array_append_val (a->periods, fact->period);
  }
}

/* What a date stands for is decided by the others of the mapping: they are one series, and other files are not. */
static void
settle_periods (Assembler *a) {
  g_autofree gboolean *used = g_new0 (gboolean, a->n_periods + 1);
  for (guint i = 0; i < a->periods->len; i++)
    used[g_array_index (a->periods, guint16, i)] = TRUE;
  a->all_periods = g_new (UtPeriod, a->n_periods + 1);
  ut_calendar_settle (a->calendar, a->n_periods, used, a->all_periods);
}

/* Which codes and periods there are, each with its place in the order of the table. */
static void
rank_keys (Assembler *a) {
  a->n_periods = ut_calendar_count (a->calendar);
  a->code_ranks = g_new (guint32, a->shared->n_codes + 1);
  a->texts = g_new (const char *, a->shared->n_codes + 1);
  a->regions = g_new (UtRegionId, a->shared->n_codes + 1);
  a->period_ranks = g_new (guint32, a->n_periods + 1);
  for (guint i = 0; i < a->shared->n_codes; i++)
    a->code_ranks[i] = NO_RANK;
  for (guint i = 0; i < a->n_periods; i++)
    a->period_ranks[i] = NO_RANK;
  guint32 last_place = G_MAXUINT32;
  for (guint b = 0; b < a->blocks->len; b++) {
    const UtFactBlock *block = g_ptr_array_index (a->blocks, b);
    for (guint i = 0; i < block->n; i++) {
      const UtFact *fact = &block->facts[i];
      if (fact->place != last_place || a->period_ranks[fact->period] == NO_RANK)
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

static gsize
find_code (const Assembler *a, const UtFact *fact) {
  return a->code_ranks[get_place (a, fact)->code_number];
}

static gsize
find_slot (const Assembler *a, gsize code, const UtFact *fact) {
  return (code * a->n_ranks + a->period_ranks[fact->period]) * a->recipe.n_all_terms + fact->term;
}

/* Every key has room for every term, so that facts are put in place without a search. */
static gboolean
make_slots (Assembler *a, GError **error) {
  guint64 n_keys = (guint64) a->codes->len * a->n_ranks;
  if (n_keys > MAX_SLOTS / MAX (a->recipe.n_all_terms, 1)) {
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION,
                 _ ("“%s”: %u places in %u periods of %u figures each are too many; divide the dataset"),
                 a->recipe.mapping->indicator, a->codes->len, a->n_ranks, a->recipe.n_all_terms);
    return FALSE;
  }
  a->slots = g_new0 (guint32, n_keys * a->recipe.n_all_terms + 1);
  return TRUE;
}

/* The earlier of two facts in the order of the files: pieces come in that order, but for those of one file, which was
 * read by several threads. */
static gboolean
is_earlier (const Assembler *a, guint32 later_met, guint32 first_met) {
  return get_file (a, later_met) == get_file (a, first_met)
         && get_fact (a, later_met)->line < get_fact (a, first_met)->line;
}

static void
fill_slots (Assembler *a) {
  guint32 last_place = G_MAXUINT32;
  gsize code = 0;
  for (guint b = 0; b < a->blocks->len; b++) {
    const UtFactBlock *block = g_ptr_array_index (a->blocks, b);
    for (guint i = 0; i < block->n; i++) {
      const UtFact *fact = &block->facts[i];
      guint32 number = b * UT_FACTS_IN_BLOCK + i;
      if (fact->place != last_place)
        code = find_code (a, fact);
      last_place = fact->place;
      guint32 *slot = &a->slots[find_slot (a, code, fact)];
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

static int
compare_losers (gconstpointer x, gconstpointer y, gpointer data) {
  const Assembler *a = data;
  guint32 left = *(const guint32 *) x, right = *(const guint32 *) y;
  if (get_file (a, left) != get_file (a, right))
    return get_file (a, left) < get_file (a, right) ? -1 : 1;
  const UtFact *l = get_fact (a, left), *r = get_fact (a, right);
  if (l->line != r->line)
    return l->line < r->line ? -1 : 1;
  /* The figures of one line were read by one thread, one after the other. */
  return l->term != r->term ? (int) l->term - (int) r->term : (left > right) - (left < right);
}

static guint32
get_winner (const Assembler *a, const UtFact *fact) {
  return a->slots[find_slot (a, find_code (a, fact), fact)] - 1;
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
choose_winners (Assembler *a) {
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 *loser = &g_array_index (a->losers, guint32, i), later = *loser;
    const UtFact *fact = get_fact (a, later);
    guint32 *slot = &a->slots[find_slot (a, find_code (a, fact), fact)];
    if (settle (get_fact (a, *slot - 1), fact) != UT_REPEATED_SECOND)
      continue;
    *loser = *slot - 1;
    *slot = later + 1;
  }
}

/* Rows with different figures for one key. */
static void
find_disputes (Assembler *a) {
  g_array_sort_with_data (a->losers, compare_losers, a);
  choose_winners (a);
  for (guint i = 0; i < a->losers->len; i++) {
    const UtFact *fact = get_fact (a, g_array_index (a->losers, guint32, i));
    const UtFact *winner = get_fact (a, get_winner (a, fact));
    ut_disputes_add (a->disputes, find_slot (a, find_code (a, fact), fact), disagree (winner, fact),
                     gives_way (fact, winner));
  }
}

static void
on_seen (gpointer user, const UtSeen *seen) {
  const Assembler *a = ((UtAssembler *const *) user)[seen->mapping];
  /* A file that was changed in the meantime may have places and periods of its own. */
  if (seen->fact->place >= a->shared->n_places || find_code (a, seen->fact) == NO_RANK
      || seen->fact->period >= a->n_periods || a->period_ranks[seen->fact->period] == NO_RANK)
    return;
  ut_disputes_see (a->disputes, find_slot (a, find_code (a, seen->fact), seen->fact), seen);
}

static gboolean
has_facts_of (const Assembler *a, guint16 file) {
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
tell_contradiction (Assembler *a, guint32 number, guint32 other) {
  const UtFact *fact = get_fact (a, number), *against = get_fact (a, other);
  g_autofree char *why = ut_disputes_explain (a->disputes, find_slot (a, find_code (a, fact), fact));
  g_autofree char *period = ut_period_format (a->all_periods[fact->period], ut_language_messages ());
  g_autofree char *what = g_strdup_printf (fact->value == against->value
                                               ? _ ("%s, %s, %s: the same figure as in %s:%u by chance; neither stands")
                                           : isnan (fact->value) && !disagree (fact, against)
                                               ? _ ("%s, %s, %s: no figure here, and none that stands in %s:%u")
                                               : _ ("%s, %s, %s: another figure than in %s:%u; neither stands"),
                                           a->recipe.mapping->indicator, get_place (a, fact)->code, period,
                                           a->shared->paths[get_file (a, other)], against->line);
  ut_findings_add (a->findings, a->shared->paths[get_file (a, number)], fact->line, UT_FINDING_CONFLICT, "%s%s%s", what,
                   why != NULL ? "; " : "", why != NULL ? why : "");
}

/* A row beside one that stands. */
static void
tell_repetition (Assembler *a, guint32 number, guint32 first) {
  const UtFact *fact = get_fact (a, number), *winner = get_fact (a, first);
  gboolean gap = gives_way (fact, winner);
  g_autofree char *period = ut_period_format (a->all_periods[fact->period], ut_language_messages ());
  ut_findings_add (a->findings, a->shared->paths[get_file (a, number)], fact->line,
                   gap ? UT_FINDING_CONFLICT : UT_FINDING_DUPLICATE,
                   gap                   ? _ ("%s, %s, %s: no figure; the one in %s:%u stands")
                   : isnan (fact->value) ? _ ("%s, %s, %s: no figure here, and none that stands in %s:%u")
                                         : _ ("%s, %s, %s: the same figure again; first in %s:%u"),
                   a->recipe.mapping->indicator, get_place (a, fact)->code, period,
                   a->shared->paths[get_file (a, first)], winner->line);
}

/* The winners of contradicted keys lose too. The first of the others is what they are told beside. */
static GHashTable *
list_contradicted (const Assembler *a) {
  GHashTable *others = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 number = g_array_index (a->losers, guint32, i);
    const UtFact *fact = get_fact (a, number);
    gpointer winner = GUINT_TO_POINTER (get_winner (a, fact));
    gpointer known = NULL;
    if (!ut_disputes_contradict (a->disputes, find_slot (a, find_code (a, fact), fact)))
      continue;
    gboolean is_known = g_hash_table_lookup_extended (others, winner, NULL, &known);
    const UtFact *first = get_fact (a, GPOINTER_TO_UINT (winner));
    if (!is_known || (!disagree (get_fact (a, GPOINTER_TO_UINT (known)), first) && disagree (fact, first)))
      g_hash_table_insert (others, winner, GUINT_TO_POINTER (number));
  }
  return others;
}

static void
add_winners (Assembler *a, GHashTable *others) {
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
strike_winners (Assembler *a) {
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 number = g_array_index (a->losers, guint32, i), winner = get_winner (a, get_fact (a, number));
    const UtFact *fact = get_fact (a, number);
    if (!ut_disputes_contradict (a->disputes, find_slot (a, find_code (a, fact), fact)))
      continue;
    UtFactBlock *block = g_ptr_array_index (a->blocks, winner / UT_FACTS_IN_BLOCK);
    UtFact *struck = &block->facts[winner % UT_FACTS_IN_BLOCK];
    gboolean hidden = struck->status == UT_STATUS_CONFIDENTIAL || fact->status == UT_STATUS_CONFIDENTIAL;
    struck->value = NAN;
    struck->status = hidden ? UT_STATUS_CONFIDENTIAL : UT_STATUS_CONTRADICTORY;
  }
}

static void
tell_losers (Assembler *a, GArray *lost) {
  if (a->losers->len == 0)
    return;
  ut_disputes_settle (a->disputes);
  g_array_sort_with_data (a->losers, compare_losers, a);
  g_autoptr (GHashTable) others = list_contradicted (a);
  add_winners (a, others);
  g_array_sort_with_data (a->losers, compare_losers, a);
  for (guint i = 0; i < a->losers->len; i++) {
    guint32 number = g_array_index (a->losers, guint32, i), winner = get_winner (a, get_fact (a, number));
    gpointer known = NULL;
    if (g_hash_table_lookup_extended (others, GUINT_TO_POINTER (winner), NULL, &known)) {
      guint32 other = GPOINTER_TO_UINT (known);
      gboolean like_winner = number != other && !disagree (get_fact (a, number), get_fact (a, winner));
      tell_contradiction (a, number, number == winner || like_winner ? other : winner);
    } else
      tell_repetition (a, number, winner);
    const UtLostLine line = { get_file (a, number), get_fact (a, number)->line };
    g_array_append_val (lost, line);
  }
  strike_winners (a);
}

static void
add_row (Assembler *a, const UtObserved *o) {
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
must_be_restated (const Assembler *a, const UtPlace *place) {
  return a->touched != NULL && (place->targets != NULL || a->touched[place->region]);
}

/* The facts of one key; FALSE when there are none. */
static gboolean
get_key (const Assembler *a, const guint32 *slots, UtKey *key) {
  gboolean any = FALSE;
  for (guint i = 0; i < a->recipe.n_all_terms; i++) {
    key->facts[i] = slots[i] != 0 ? get_fact (a, slots[i] - 1) : NULL;
    if (slots[i] == 0)
      continue;
    key->files[i] = get_file (a, slots[i] - 1);
    if (!any) {
      key->place = get_place (a, key->facts[i]);
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
observe_keys (Assembler *a) {
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
list_blocks (Assembler *a) {
  a->blocks = g_ptr_array_new ();
  for (guint i = 0; i < a->pieces->len; i++)
    for (UtFactBlock *block = g_array_index (a->pieces, UtFacts, i).first; block != NULL; block = block->next)
      g_ptr_array_add (a->blocks, block);
}

static void
clear (Assembler *a) {
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
  tell_losers (a, lost);
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
  find_disputes (a);
  if (ut_disputes_any (a->disputes))
    *open = a;
  else
    ut_assemble_finish (a, lost, n_rows);
  return TRUE;
}
