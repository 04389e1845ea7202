#include "import/inspect/region.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "import/inspect/places.h"
#include "import/label/heading_words.h"
#include "import/label/period.h"

static gboolean
is_digits (const char *text) {
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

void
ut_region_choice_clear (UtRegionChoice *choice) {
  g_clear_pointer (&choice->region, g_free);
  g_clear_pointer (&choice->code_column, g_free);
}

/* A column that may hold the places. */
typedef struct {
  const char *name;
  const GPtrArray *labels;
  UtInspectPlaces places;
  gboolean is_period, is_figures;
  gboolean is_formats; /* the format took it for the places */
  gboolean holds;
} Candidate;

typedef struct {
  UtPlaces *places;
  GArray *candidates; /* Candidate */
} Choosing;

static Candidate *
get (const Choosing *self, guint i) {
  return &g_array_index (self->candidates, Candidate, i);
}

static guint
count_known (const UtInspectPlaces *places) {
  return places->n_countries + places->n_counties + places->n_groups + places->n_municipalities;
}

static guint
count_strange (const UtInspectPlaces *places) {
  return places->n_ambiguous + places->n_unknown;
}

/* 3: municipalities, 2: counties, 1: the country */
static int
depth_of (const UtInspectPlaces *places) {
  return places->n_municipalities > 0 || places->n_ambiguous > 0 ? 3 : places->n_counties > 0 ? 2 : 1;
}

static gboolean
all_are (const GPtrArray *labels, gboolean (*test) (const char *label)) {
  guint n = 0;
  for (guint i = 0; i < labels->len; i++) {
    const char *label = g_ptr_array_index (labels, i);
    if (*label != '\0' && !test (label))
      return FALSE;
    n += *label != '\0';
  }
  return n > 0;
}

static gboolean
is_small_number (const char *label) {
  return is_digits (label) && strlen (label) <= 2;
}

static gboolean
is_period (const char *label) {
  UtPeriod period;
  return ut_period_label_read (label, &period);
}

static gboolean
is_bare_code (const char *label) {
  return is_digits (label);
}

/* Every county in force that year, and beside them at most the country. */
static gboolean
are_all_counties (const UtRegions *regions, const Candidate *candidate) {
  guint n = 0;
  int year = candidate->places.structure;
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    n += region->kind == UT_REGION_COUNTY && region->valid_from <= year && year < region->valid_to;
  }
  return year != 0 && candidate->places.n_counties == n && count_strange (&candidate->places) == 0;
}

/* Whether the codes are those of the names: "03" has its name among them. */
static gboolean
agree (const Choosing *self, const GPtrArray *codes, const GPtrArray *names) {
  guint n = 0;
  for (guint i = 0; i < codes->len; i++) {
    gboolean found = FALSE;
    for (guint k = 0; k < names->len && !found; k++) {
      g_autofree char *both = g_strdup_printf ("%02d %s", atoi (g_ptr_array_index (codes, i)),
                                               (const char *) g_ptr_array_index (names, k));
      found = ut_places_know (self->places, both);
    }
    n += found;
  }
  return n * 5 >= codes->len * 4;
}

/* Whether another column has the names: about as many, of the same kind of places. */
static gboolean
has_names_beside (const Choosing *self, const Candidate *codes) {
  for (guint i = 0; i < self->candidates->len; i++) {
    const Candidate *other = get (self, i);
    if (other == codes || other->is_period || all_are (other->labels, is_bare_code))
      continue;
    guint n_names = count_known (&other->places) + other->places.n_ambiguous;
    gboolean names = n_names * 5 >= other->labels->len * 4 && depth_of (&other->places) == depth_of (&codes->places);
    if (names && other->labels->len <= codes->labels->len && other->labels->len * 5 >= codes->labels->len * 4
        && (codes->is_figures || agree (self, codes->labels, other->labels)))
      return TRUE;
  }
  return FALSE;
}

/* "KommuneID", "kommunenr", "Region" */
static gboolean
heading_says_code (const char *heading) {
  static const char *const words[] = { "komm", "region", "fylke", "geo", "municipal", "county" };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
holds_places (const Choosing *self, const Candidate *candidate) {
  const UtInspectPlaces *places = &candidate->places;
  guint n_empty = 0, n_known = count_known (places) + places->n_ambiguous;
  for (guint i = 0; i < candidate->labels->len; i++)
    n_empty += *(const char *) g_ptr_array_index (candidate->labels, i) == '\0';
  guint n_judged = candidate->labels->len - n_empty - places->n_below;
  if (count_known (places) == 0 || n_known * 5 < n_judged * 4)
    return FALSE;
  if (candidate->is_figures)
    return places->structure != 0 && candidate->labels->len > 1 && !all_are (candidate->labels, is_period)
           && (heading_says_code (candidate->name) || has_names_beside (self, candidate));
  if (all_are (candidate->labels, is_small_number))
    return (ut_heading_names_region (candidate->name) && !ut_heading_names_municipality (candidate->name))
           || has_names_beside (self, candidate) || are_all_counties (ut_places_regions (self->places), candidate);
  return !all_are (candidate->labels, is_period) || ut_heading_names_region (candidate->name);
}

/* Whether `a` is to be chosen before `b`, which stands before it. One municipality among names of counties may be the
 * county Oslo. */
static gboolean
is_better (const Candidate *a, const Candidate *b) {
  int depth_a = depth_of (&a->places), depth_b = depth_of (&b->places);
  if (b->is_formats && count_strange (&b->places) == 0 && a->places.n_municipalities + a->places.n_ambiguous < 2)
    return FALSE;
  if (depth_a != depth_b)
    return depth_a > depth_b;
  guint strange_a = count_strange (&a->places), strange_b = count_strange (&b->places);
  if ((strange_a == 0) != (strange_b == 0))
    return strange_a == 0;
  if (b->is_formats || a->is_formats)
    return a->is_formats;
  return strange_a != strange_b ? strange_a < strange_b : count_known (&a->places) > count_known (&b->places);
}

static gboolean
is_distinct (const Choosing *self, const char *name) {
  for (guint i = 0; i < self->candidates->len; i++)
    if (strcmp (get (self, i)->name, name) == 0)
      return FALSE;
  return *name != '\0';
}

/* Of columns of one heading only the first can be named. */
static void
add_candidate (Choosing *self, const char *name, const GPtrArray *labels, const char *role, gboolean is_figures) {
  gboolean is_formats = strcmp (role, "region") == 0;
  if (!is_formats && !is_distinct (self, name))
    return;
  Candidate candidate = { .name = name, .labels = labels, .is_formats = is_formats, .is_figures = is_figures };
  candidate.is_period = strcmp (role, "period") == 0;
  ut_inspect_places (self->places, labels, &candidate.places);
  g_array_append_val (self->candidates, candidate);
}

static GPtrArray *
list_texts (GHashTable *texts) {
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer text;
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_ptr_array_add (list, text);
  return list;
}

static void
free_list (gpointer list) {
  g_ptr_array_unref (list);
}

static void
clear_candidate (gpointer data) {
  g_clear_pointer (&((Candidate *) data)->places.strange, g_ptr_array_unref);
}

/* Where the format knows, what is no place is said row by row. */
static const Candidate *
choose (const Choosing *self, gboolean guessed) {
  const Candidate *best = NULL, *formats = NULL;
  for (guint i = 0; i < self->candidates->len; i++) {
    Candidate *candidate = get (self, i);
    candidate->holds = !candidate->is_period && holds_places (self, candidate);
    formats = candidate->is_formats ? candidate : formats;
    if (candidate->holds && (best == NULL || is_better (candidate, best)))
      best = candidate;
  }
  if (formats == NULL || guessed || formats->holds)
    return best;
  gboolean any = count_known (&formats->places) + formats->places.n_below > 0;
  return best == NULL || (any && depth_of (&formats->places) >= depth_of (&best->places)) ? formats : best;
}

UtRegionChoice
ut_inspect_choose_region (const UtInspectTable *table, gboolean guessed, const UtCodeColumns *codes, UtPlaces *places) {
  Choosing self = { .places = places };
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (free_list);
  UtRegionChoice choice = { 0 };
  if (table->columns->len == 0)
    return choice;
  self.candidates = candidates;
  g_array_set_clear_func (candidates, clear_candidate);
  gboolean had_one = FALSE;
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    had_one = had_one || strcmp (dimension->role, "region") == 0;
    add_candidate (&self, dimension->name, dimension->labels, dimension->role, FALSE);
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (codes->ruled_out[i] || codes->texts[i] == NULL || column->period != NULL)
      continue;
    g_ptr_array_add (lists, list_texts (codes->texts[i]));
    add_candidate (&self, column->name, g_ptr_array_index (lists, lists->len - 1), "", TRUE);
  }
  const Candidate *chosen = choose (&self, guessed);
  choice.region = g_strdup (chosen != NULL ? chosen->name : NULL);
  choice.code_column = chosen != NULL && chosen->is_figures ? g_strdup (chosen->name) : NULL;
  choice.is_another = chosen != NULL ? !chosen->is_formats : had_one;
  return choice;
}
