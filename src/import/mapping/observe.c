#include "import/mapping/observe.h"

#include <math.h>

#include "base/i18n.h"
#include "import/mapping/plan.h"

/* A part of a mapping, added up. */
typedef struct {
  gboolean mapped; /* the mapping has it */
  gboolean seen;   /* at least one of its terms was in the files */
  double value;    /* NaN unless status is OK */
  UtStatus status;
  int decimals;
  guint first_absent; /* a term the files lack; n_terms when none */
  guint n_terms;
} Sum;

void
ut_recipe_init (UtRecipe *recipe, const UtMapping *mapping, const UtIndicator *indicator) {
  *recipe = (UtRecipe){ .mapping = mapping, .indicator = indicator };
  for (UtPart part = 0; part < UT_N_PARTS; part++) {
    recipe->first_term[part] = recipe->n_all_terms;
    recipe->n_terms[part] = ut_mapping_n_terms (mapping, part);
    recipe->n_all_terms += recipe->n_terms[part];
  }
}

void
ut_observed_clear (UtObserved *observed) {
  g_clear_pointer (&observed->origins, g_array_unref);
}

void
ut_observed_free (UtObserved *observed) {
  if (observed == NULL)
    return;
  ut_observed_clear (observed);
  g_free (observed);
}

static Sum
add_up (const UtFact *const *facts, guint n_terms) {
  Sum sum = { .mapped = n_terms > 0, .first_absent = n_terms, .n_terms = n_terms };
  for (guint i = 0; i < n_terms; i++) {
    if (facts[i] == NULL) {
      sum.first_absent = MIN (sum.first_absent, i);
      continue;
    }
    sum.decimals = sum.seen ? MAX (sum.decimals, facts[i]->decimals) : facts[i]->decimals;
    sum.seen = TRUE;
    if (facts[i]->status == UT_STATUS_OK)
      sum.value += facts[i]->value;
    else if (sum.status == UT_STATUS_OK || facts[i]->status == UT_STATUS_CONFIDENTIAL)
      sum.status = (UtStatus) facts[i]->status;
  }
  if (sum.first_absent < n_terms && sum.status == UT_STATUS_OK)
    sum.status = UT_STATUS_MISSING;
  if (sum.status != UT_STATUS_OK || !sum.mapped)
    sum.value = NAN;
  return sum;
}

typedef struct {
  const UtKey *key;
  const UtMapping *mapping;
  const UtIndicator *indicator;
  UtFindings *findings;
  const UtFact *first; /* of the lowest line */
  guint16 first_file;
  Sum sums[UT_N_PARTS];
} Context;

static void
G_GNUC_PRINTF (3, 4) complain (const Context *c, UtFindingKind kind, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *period = ut_period_format (c->key->period, ut_language_messages ());
  ut_findings_add (c->findings, c->key->paths[c->first_file], c->first->line, kind, "%s, %s, %s: %s", c->indicator->key,
                   c->key->place->code, period, what);
}

/* A part none of whose terms is there is only missed where another part is; margins and printed figures never are. */
static void
check_complete (const Context *c) {
  for (UtPart part = UT_PART_VALUE; part <= UT_PART_DENOMINATOR; part++) {
    const Sum *sum = &c->sums[part];
    if (!sum->mapped || sum->first_absent == sum->n_terms)
      continue;
    g_autofree char *name = ut_mapping_term_name (c->mapping, part, sum->first_absent);
    complain (c, UT_FINDING_SUM_INCOMPLETE, _ ("a row is missing: %s"), *name != '\0' ? name : _ ("the figure"));
  }
}

static double
reckon (const UtIndicator *indicator, double numerator, double denominator) {
  return indicator->measure == UT_MEASURE_COUNT ? numerator
                                                : ut_unit_factor (indicator->unit) * numerator / denominator;
}

/* The value as published, else from the counts. */
static void
set_value (const Context *c, UtObserved *o) {
  const Sum *value = &c->sums[UT_PART_VALUE], *numerator = &c->sums[UT_PART_NUMERATOR];
  const Sum *denominator = &c->sums[UT_PART_DENOMINATOR];
  gboolean count = c->indicator->measure == UT_MEASURE_COUNT;
  o->value = NAN;
  if (value->mapped) {
    o->value = value->value;
    o->status = value->status;
    if (count && isnan (o->numerator))
      o->numerator = o->value;
    return;
  }
  o->status = numerator->status;
  if (!count && (o->status == UT_STATUS_OK || denominator->status == UT_STATUS_CONFIDENTIAL))
    o->status = denominator->status;
  if (o->status == UT_STATUS_OK && !count && o->denominator == 0)
    o->status = UT_STATUS_NOT_POSSIBLE;
  if (o->status == UT_STATUS_OK)
    o->value = reckon (c->indicator, o->numerator, o->denominator);
  if (isnan (o->value) && o->status == UT_STATUS_OK)
    o->status = UT_STATUS_MISSING;
}

static void
check_agreement (const Context *c, const UtObserved *o, UtPart part) {
  const Sum *printed = &c->sums[part];
  gboolean count = c->indicator->measure == UT_MEASURE_COUNT;
  if (!printed->mapped || isnan (printed->value) || isnan (o->numerator) || (!count && !(o->denominator > 0)))
    return;
  double reckoned = reckon (c->indicator, o->numerator, o->denominator);
  double half = 0.5 * pow (10, -printed->decimals);
  if (fabs (reckoned - printed->value) <= half * (1 + 1e-6) + 1e-9 * fabs (reckoned))
    return;
  if (ut_indicator_has_limits (c->indicator)) {
    complain (c, UT_FINDING_DISAGREES, _ ("what the source prints is not what its counts give"));
    return;
  }
  char shown[G_ASCII_DTOSTR_BUF_SIZE], counted[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (shown, sizeof shown, "%.10g", printed->value);
  g_ascii_formatd (counted, sizeof counted, "%.6g", reckoned);
  complain (c, UT_FINDING_DISAGREES, _ ("the source prints %s, but its counts give %s"), shown, counted);
}

/* What the measure cannot be; NULL when all is well. */
static const char *
find_impossible (const UtIndicator *indicator, const UtObserved *o) {
  if (o->numerator < 0 || o->denominator < 0)
    return _ ("a count below zero");
  gboolean share = indicator->measure == UT_MEASURE_PROPORTION;
  if (share && o->numerator > o->denominator)
    return _ ("more events than there are to count among");
  if (share && (o->value < 0 || o->value > 100 + 1e-9))
    return _ ("a share outside 0–100 per cent");
  if ((indicator->measure == UT_MEASURE_COUNT || indicator->measure == UT_MEASURE_RATE) && o->value < 0)
    return _ ("a figure below zero");
  if (indicator->least < indicator->greatest && (o->value < indicator->least || o->value > indicator->greatest))
    return _ ("a figure outside the indicator's range");
  return NULL;
}

static void
drop_impossible (const Context *c, UtObserved *o) {
  const char *why = find_impossible (c->indicator, o);
  if (why == NULL)
    return;
  complain (c, UT_FINDING_IMPOSSIBLE, _ ("%s; the figure is left out"), why);
  o->value = o->numerator = o->denominator = o->margin = NAN;
  if (o->status == UT_STATUS_OK)
    o->status = UT_STATUS_UNUSABLE;
}

static void
find_first (Context *c, guint n_terms) {
  for (guint i = 0; i < n_terms; i++) {
    const UtFact *fact = c->key->facts[i];
    if (fact == NULL || (c->first != NULL && c->first_file == c->key->files[i] && c->first->line <= fact->line)
        || (c->first != NULL && c->first_file < c->key->files[i]))
      continue;
    c->first = fact;
    c->first_file = c->key->files[i];
  }
}

static void
add_to (double *sum, double value) {
  *sum = isnan (*sum) ? value : *sum + value;
}

static UtOrigin *
find_origin (GArray *origins, guint16 file, guint32 line) {
  for (guint i = origins->len; i > 0; i--) {
    UtOrigin *origin = &g_array_index (origins, UtOrigin, i - 1);
    if (origin->line == line && origin->file == file)
      return origin;
  }
  return NULL;
}

static int
compare_origins (gconstpointer a, gconstpointer b) {
  const UtOrigin *x = a, *y = b;
  return x->file != y->file ? (int) x->file - (int) y->file : (x->line > y->line) - (x->line < y->line);
}

/* The lines of the figure, each with what it gave to the value and the counts; printed margins are not among them. */
static GArray *
list_origins (const UtRecipe *recipe, const UtKey *key) {
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  for (UtPart part = UT_PART_VALUE; part <= UT_PART_DENOMINATOR; part++)
    for (guint i = recipe->first_term[part]; i < recipe->first_term[part] + recipe->n_terms[part]; i++) {
      const UtFact *fact = key->facts[i];
      if (fact == NULL)
        continue;
      UtOrigin *origin = find_origin (origins, key->files[i], fact->line);
      if (origin == NULL) {
        UtOrigin fresh = {
          .file = key->files[i], .line = fact->line, .value = NAN, .numerator = NAN, .denominator = NAN, .weight = 1
        };
        g_strlcpy (fresh.code, key->place->code, sizeof fresh.code);
        g_array_append_val (origins, fresh);
        origin = &g_array_index (origins, UtOrigin, origins->len - 1);
      }
      double *sums[] = { &origin->value, &origin->numerator, &origin->denominator };
      if (!isnan (fact->value))
        add_to (sums[part], fact->value);
    }
  g_array_sort (origins, compare_origins);
  return origins;
}

/* A figure that one cell prints: nothing to add up and nothing to hold against it, only what it cannot be. Most figures
 * are such, so this is the general way with the empty parts left out. */
static void
observe_cell (const UtRecipe *recipe, const UtKey *key, UtFindings *findings, UtObserved *o) {
  const UtFact *fact = key->facts[0];
  gboolean count = recipe->indicator->measure == UT_MEASURE_COUNT;
  /* Field by field: a literal is cleared first, and that takes longer than all of this. */
  o->indicator = recipe->indicator;
  o->place = key->place;
  o->region = key->place->region;
  o->period = key->period;
  o->value = fact->value;
  o->numerator = count ? fact->value : NAN;
  o->denominator = NAN;
  o->margin = NAN;
  o->status = fact->status;
  o->quality = fact->quality | (recipe->mapping->complete ? 0 : UT_QUALITY_PARTIAL);
  o->path = key->paths[key->files[0]];
  o->file = key->files[0];
  o->line = fact->line;
  o->origins = NULL;
  if (find_impossible (recipe->indicator, o) == NULL)
    return;
  const Context c = { .key = key,
                      .mapping = recipe->mapping,
                      .indicator = recipe->indicator,
                      .findings = findings,
                      .first = fact,
                      .first_file = key->files[0] };
  drop_impossible (&c, o);
}

gboolean
ut_observe (const UtRecipe *recipe, const UtKey *key, gboolean with_origins, UtFindings *findings,
            UtObserved *observed) {
  if (recipe->n_all_terms == 1 && recipe->n_terms[UT_PART_VALUE] == 1) {
    observe_cell (recipe, key, findings, observed);
    observed->origins = with_origins ? list_origins (recipe, key) : NULL;
    return TRUE;
  }
  Context c = { .key = key, .mapping = recipe->mapping, .indicator = recipe->indicator, .findings = findings };
  guint16 quality = 0;
  for (UtPart part = 0; part < UT_N_PARTS; part++)
    c.sums[part] = add_up (key->facts + recipe->first_term[part], recipe->n_terms[part]);
  if (!c.sums[UT_PART_VALUE].seen && !c.sums[UT_PART_NUMERATOR].seen && !c.sums[UT_PART_DENOMINATOR].seen)
    return FALSE;
  find_first (&c, recipe->n_all_terms);
  for (guint i = 0; i < recipe->n_all_terms; i++)
    quality |= key->facts[i] != NULL ? key->facts[i]->quality : 0;
  check_complete (&c);
  UtObserved *o = observed;
  *o = (UtObserved){ .indicator = recipe->indicator,
                     .place = key->place,
                     .region = key->place->region,
                     .period = key->period,
                     .numerator = c.sums[UT_PART_NUMERATOR].value,
                     .denominator = c.sums[UT_PART_DENOMINATOR].value,
                     .margin = c.sums[UT_PART_MARGIN].value,
                     .quality = quality,
                     .path = key->paths[c.first_file],
                     .file = c.first_file,
                     .line = c.first->line,
                     .origins = list_origins (recipe, key) };
  if (!recipe->mapping->complete)
    o->quality |= UT_QUALITY_PARTIAL;
  set_value (&c, o);
  if (!recipe->indicator->standardised) {
    check_agreement (&c, o, UT_PART_VALUE);
    check_agreement (&c, o, UT_PART_PUBLISHED);
  }
  drop_impossible (&c, o);
  if (o->status != UT_STATUS_OK)
    o->margin = NAN;
  return TRUE;
}
