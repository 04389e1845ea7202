#include "import/observe.h"

#include <math.h>

#include "base/i18n.h"
#include "import/plan.h"

/* A part of a mapping, added up. */
typedef struct {
  gboolean asked; /* the mapping has it */
  gboolean seen;  /* at least one of its terms was in the files */
  double value;   /* NaN unless status is OK */
  UtStatus status;
  int decimals;
  guint first_absent; /* a term the files lack; n_terms when none */
  guint n_terms;
} Sum;

void
ut_observed_free (UtObserved *observed) {
  if (observed == NULL)
    return;
  if (observed->origins != NULL)
    g_array_unref (observed->origins);
  g_free (observed);
}

static Sum
add_up (const UtTerm *terms, guint n_terms) {
  Sum sum = { .asked = n_terms > 0, .first_absent = n_terms, .n_terms = n_terms };
  for (guint i = 0; i < n_terms; i++) {
    if (terms[i].status == UT_TERM_UNSEEN) {
      sum.first_absent = MIN (sum.first_absent, i);
      continue;
    }
    sum.seen = TRUE;
    sum.decimals = MAX (i == 0 ? terms[i].decimals : sum.decimals, terms[i].decimals);
    if (terms[i].status == UT_STATUS_OK)
      sum.value += terms[i].value;
    else if (sum.status == UT_STATUS_OK || terms[i].status == UT_STATUS_CONFIDENTIAL)
      sum.status = (UtStatus) terms[i].status;
  }
  if (sum.first_absent < n_terms && sum.status == UT_STATUS_OK)
    sum.status = UT_STATUS_MISSING;
  if (sum.status != UT_STATUS_OK || !sum.asked)
    sum.value = NAN;
  return sum;
}

typedef struct {
  const UtGathered *gathered;
  const UtMapping *mapping;
  const UtIndicator *indicator;
  UtFindings *findings;
  Sum sums[UT_N_PARTS];
} Context;

static void
G_GNUC_PRINTF (3, 4) complain (const Context *c, UtFindingKind kind, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *period = ut_period_format (c->gathered->period, ut_language_messages ());
  ut_findings_add (c->findings, c->gathered->path, c->gathered->line, kind, "%s, %s, %s: %s", c->indicator->key,
                   c->gathered->place->code, period, what);
}

/* A part none of whose terms is there is only missed where another part is; margins and printed figures never are. */
static void
check_complete (const Context *c) {
  for (UtPart part = UT_PART_VALUE; part <= UT_PART_DENOMINATOR; part++) {
    const Sum *sum = &c->sums[part];
    if (!sum->asked || sum->first_absent == sum->n_terms)
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
  if (value->asked) {
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
  if (!printed->asked || isnan (printed->value) || isnan (o->numerator) || (!count && !(o->denominator > 0)))
    return;
  double reckoned = reckon (c->indicator, o->numerator, o->denominator);
  double half = 0.5 * pow (10, -printed->decimals);
  if (fabs (reckoned - printed->value) <= half * (1 + 1e-6) + 1e-9 * fabs (reckoned))
    return;
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
    o->status = UT_STATUS_MISSING;
}

UtObserved *
ut_observe (const UtGathered *gathered, const UtMapping *mapping, const UtIndicator *indicator, UtFindings *findings) {
  Context c = { .gathered = gathered, .mapping = mapping, .indicator = indicator, .findings = findings };
  const UtTerm *terms = gathered->terms;
  for (UtPart part = 0; part < UT_N_PARTS; part++) {
    guint n_terms = ut_mapping_n_terms (mapping, part);
    c.sums[part] = add_up (terms, n_terms);
    terms += n_terms;
  }
  if (!c.sums[UT_PART_VALUE].seen && !c.sums[UT_PART_NUMERATOR].seen && !c.sums[UT_PART_DENOMINATOR].seen)
    return NULL;
  check_complete (&c);
  UtObserved *o = g_new0 (UtObserved, 1);
  *o = (UtObserved){ .indicator = indicator,
                     .place = gathered->place,
                     .region = gathered->place->region,
                     .period = gathered->period,
                     .numerator = c.sums[UT_PART_NUMERATOR].value,
                     .denominator = c.sums[UT_PART_DENOMINATOR].value,
                     .margin = c.sums[UT_PART_MARGIN].value,
                     .quality = gathered->quality,
                     .path = gathered->path,
                     .line = gathered->line,
                     .origins = g_array_ref (gathered->origins) };
  if (!mapping->complete)
    o->quality |= UT_QUALITY_PARTIAL;
  set_value (&c, o);
  if (!indicator->standardised) {
    check_agreement (&c, o, UT_PART_VALUE);
    check_agreement (&c, o, UT_PART_PUBLISHED);
  }
  drop_impossible (&c, o);
  if (o->status != UT_STATUS_OK)
    o->margin = NAN;
  return o;
}
