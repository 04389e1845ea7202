#include <string.h>

#include "base/text.h"
#include "import/label/beside.h"
#include "import/label/heading_words.h"

/* What a name is beside its code. */
typedef enum {
  NAME_NONE,    /* no name, or the code is nobody's */
  NAME_OWN,     /* one the code has had */
  NAME_OTHERS,  /* that of another place of the same kind */
  NAME_AROUND,  /* of a place of another kind: the county beside a municipality */
  NAME_STRANGE, /* nobody's */
  N_NAMES
} NameKind;

/* A column that may have the names of codes, or the codes of names, of all threads. */
typedef struct {
  guint column;
  gboolean are_codes; /* what stands in it; the places are names */
  GPtrArray *pairs;   /* UtBesidePair, of the threads', by place and what stands beside it */
  NameKind *kinds;    /* [pairs] */
  guint n[N_NAMES];
  guint n_judged;
  guint n_met, n_own; /* places beside which some place's name or code stands, and their own */
  gboolean one_to_one;
} Names;

static void
clear_names (gpointer data) {
  Names *names = data;
  g_clear_pointer (&names->pairs, g_ptr_array_unref);
  g_clear_pointer (&names->kinds, g_free);
}

static const char *
code_of (const UtBesidePair *pair) {
  return pair->is_named ? pair->beside : pair->place;
}

static const char *
name_of (const UtBesidePair *pair) {
  return pair->is_named ? pair->place : pair->beside;
}

/* "0101 Lodalen": the code as the place has it, and the name. New string. */
static char *
make_label (UtPlaces *places, const UtBesidePair *pair) {
  return g_strdup_printf ("%s %s", ut_places_find (places, code_of (pair), UT_PLACES_TODAY)->code, name_of (pair));
}

/* Whether a place of another time is the code's today, or a part of it: Sauherad is 4020. */
static gboolean
became (const UtRegions *regions, const char *former, const char *code) {
  const UtRegion *region = ut_regions_find_code (regions, former);
  UtRestateKind kind;
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  if (region == NULL || !ut_regions_restate (regions, former, region->valid_to - 1, &kind, targets))
    return FALSE;
  for (guint i = 0; i < targets->len; i++)
    if (strcmp (ut_regions_get (regions, g_array_index (targets, UtRestatement, i).region)->code, code) == 0)
      return TRUE;
  return FALSE;
}

static NameKind
judge_pair (UtPlaces *places, const UtBesidePair *pair) {
  const UtPlace *place = ut_places_find (places, code_of (pair), UT_PLACES_TODAY);
  if (place->state == UT_PLACE_UNKNOWN || place->state == UT_PLACE_OUTSIDE
      || ut_beside_kind (name_of (pair)) != UT_BESIDE_NAME)
    return NAME_NONE;
  g_autofree char *both = make_label (places, pair);
  if (ut_places_find (places, both, UT_PLACES_TODAY)->state != UT_PLACE_CONTRADICTED)
    return NAME_OWN;
  const UtPlace *named = ut_places_find (places, name_of (pair), UT_PLACES_TODAY);
  if (named->state == UT_PLACE_UNKNOWN || named->state == UT_PLACE_OUTSIDE)
    return NAME_STRANGE;
  gboolean around = named->state != UT_PLACE_AMBIGUOUS && strlen (named->code) != strlen (place->code);
  around = around || (pair->is_named && became (ut_places_regions (places), named->code, place->code));
  return around ? NAME_AROUND : NAME_OTHERS;
}

static int
compare_pairs (gconstpointer a, gconstpointer b) {
  const UtBesidePair *x = *(UtBesidePair *const *) a, *y = *(UtBesidePair *const *) b;
  int order = strcmp (x->place, y->place);
  return order != 0 ? order : strcmp (x->beside, y->beside);
}

/* Every pair of a column once, by place and what stands beside it; NULL when a thread saw that it has neither. */
static GPtrArray *
gather (const GPtrArray *besides, guint column, gboolean is_named) {
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  for (guint k = 0; k < besides->len; k++) {
    const GPtrArray *pairs = ut_beside_pairs (g_ptr_array_index (besides, k), column);
    if (pairs == NULL)
      return NULL;
    for (guint i = 0; i < pairs->len; i++)
      if (((const UtBesidePair *) g_ptr_array_index (pairs, i))->is_named == is_named)
        g_ptr_array_add (all, g_ptr_array_index (pairs, i));
  }
  g_ptr_array_sort (all, compare_pairs);
  GPtrArray *each = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || compare_pairs (&all->pdata[i - 1], &all->pdata[i]) != 0)
      g_ptr_array_add (each, all->pdata[i]);
  return each;
}

/* Whether the places of all threads have few labels enough; also whether each has one, and one of its own. */
static gboolean
count_labels (Names *names) {
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_places = 0;
  for (guint i = 0; i < names->pairs->len; i++) {
    const UtBesidePair *pair = g_ptr_array_index (names->pairs, i);
    const UtBesidePair *before = i > 0 ? g_ptr_array_index (names->pairs, i - 1) : NULL;
    n_places += before == NULL || strcmp (before->place, pair->place) != 0;
    g_hash_table_add (seen, pair->beside);
  }
  names->one_to_one = n_places == names->pairs->len && g_hash_table_size (seen) == n_places;
  return !ut_beside_too_many (names->pairs->len - n_places);
}

static void
count_places (Names *names) {
  const UtBesidePair *before = NULL;
  gboolean met = FALSE, own = FALSE;
  for (guint i = 0; i < names->pairs->len; i++) {
    const UtBesidePair *pair = g_ptr_array_index (names->pairs, i);
    if (before == NULL || strcmp (before->place, pair->place) != 0)
      met = own = FALSE;
    gboolean place = names->kinds[i] != NAME_NONE && names->kinds[i] != NAME_STRANGE;
    names->n_met += place && !met;
    names->n_own += names->kinds[i] == NAME_OWN && !own;
    met |= place;
    own |= names->kinds[i] == NAME_OWN;
    before = pair;
  }
}

static gboolean
look_at_column (const GPtrArray *besides, guint column, gboolean are_codes, UtPlaces *places, Names *names) {
  *names = (Names){ .column = column, .are_codes = are_codes, .pairs = gather (besides, column, are_codes) };
  if (names->pairs == NULL || names->pairs->len == 0 || !count_labels (names)) {
    clear_names (names);
    return FALSE;
  }
  names->kinds = g_new0 (NameKind, names->pairs->len);
  for (guint i = 0; i < names->pairs->len; i++) {
    names->kinds[i] = judge_pair (places, g_ptr_array_index (names->pairs, i));
    names->n[names->kinds[i]]++;
  }
  names->n_judged = names->pairs->len - names->n[NAME_NONE];
  count_places (names);
  return TRUE;
}

/* "delbydel_id" and "delbydel_navn" are of one stem; that of "kode" and "navn" is empty. */
static char *
stem_of (const char *heading) {
  static const char *const endings[] = { "nummer", "nr",   "id",    "kode", "code", "number", "no", "navn",
                                         "namn",   "name", "tekst", "s",    "_",    "-",      ".",  " " };
  char *stem = ut_text_fold (heading);
  for (gboolean cut = TRUE; cut;) {
    cut = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
      if (g_str_has_suffix (stem, endings[i])) {
        stem[strlen (stem) - strlen (endings[i])] = '\0';
        cut = TRUE;
      }
  }
  return stem;
}

static gboolean
belong_together (const char *codes, const char *names) {
  g_autofree char *of_codes = stem_of (codes), *of_names = stem_of (names);
  return strcmp (of_codes, of_names) == 0;
}

/* A column headed as the names of the codes ("Navn", "Kommune" beside "Kommunenr"), or as the codes of the names, has
 * them when half of the places that some place's stands beside have their own; any other, when half of what stands in
 * it are such. */
static gboolean
has_the_names (const Names *names, const char *places, const char *heading) {
  g_autofree char *stem = stem_of (heading);
  gboolean headed = *stem == '\0' || belong_together (places, heading);
  guint n_own = headed ? names->n_own : names->n[NAME_OWN], n = headed ? names->n_met : names->n_judged;
  return n_own > 0 && n_own * 2 >= n;
}

/* Every name has a code of another place, in a column that says it has their codes. */
static gboolean
has_codes_of_others (const Names *names, const char *places, const char *heading) {
  return names->one_to_one && names->n[NAME_OTHERS] * 2 > names->n_judged
         && (ut_heading_names_region (heading) || belong_together (places, heading));
}

static gboolean
shows_other_codes (const Names *names, const char *codes, const char *heading) {
  guint n_against = names->n[NAME_OTHERS] + names->n[NAME_STRANGE];
  gboolean places = names->n[NAME_OTHERS] > 0 && (names->n[NAME_OTHERS] + names->n[NAME_OWN]) * 2 >= names->n_judged;
  return names->one_to_one && n_against * 2 > names->n_judged && (names->n_judged > 1 || places)
         && (places || belong_together (codes, heading));
}

/* What contradicts */

static char *
make_key (guint column, const char *place, const char *beside) {
  return g_strdup_printf ("%u\t%s\t%s", column, place, beside);
}

/* A name that nobody has needs no code to be refused. */
static gboolean
contradicts (const Names *names, guint pair) {
  return names->kinds[pair] == NAME_OTHERS || (names->kinds[pair] == NAME_STRANGE && !names->are_codes);
}

static void
add_contradictions (UtContradictions *self, const Names *names, UtPlaces *places) {
  gboolean any = FALSE;
  for (guint i = 0; i < names->pairs->len; i++) {
    const UtBesidePair *pair = g_ptr_array_index (names->pairs, i);
    if (!contradicts (names, i))
      continue;
    g_hash_table_insert (self->pairs, make_key (names->column, pair->place, pair->beside), make_label (places, pair));
    any = TRUE;
  }
  if (any)
    g_array_append_val (self->columns, names->column);
}

static void
set_no_codes (UtContradictions *self, const Names *names, UtPlaces *places) {
  self->doubt = UT_CODES_OF_OTHERS;
  for (guint i = 0; i < names->pairs->len && self->example == NULL; i++)
    if (contradicts (names, i))
      self->example = make_label (places, g_ptr_array_index (names->pairs, i));
}

/* As agencies number what lies outside the counties: Svalbard, Jan Mayen, the shelf, abroad, unknown. */
static gboolean
is_beyond (const char *number) {
  static const char *const beyond[] = { "21", "22", "23", "25", "26", "88", "97", "98", "99", NULL };
  return g_strv_contains (beyond, number);
}

static gboolean
has_places (const GPtrArray *labels, UtPlaces *places) {
  for (guint i = 0; i < labels->len; i++)
    if (ut_places_know (places, g_ptr_array_index (labels, i)))
      return TRUE;
  return FALSE;
}

/* The codes of a column that are nothing but numbers below 100, each once; NULL when there are others, or places of
 * another kind. */
static GPtrArray *
list_numbers (const GPtrArray *besides, UtPlaces *places) {
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint k = 0; k < besides->len; k++) {
    const GPtrArray *codes = ut_beside_codes (g_ptr_array_index (besides, k));
    for (guint i = 0; i < codes->len; i++) {
      const char *code = g_ptr_array_index (codes, i);
      if (strlen (code) > 2 || strspn (code, "0123456789") != strlen (code))
        return NULL;
      if (g_hash_table_add (seen, (gpointer) code))
        g_ptr_array_add (numbers, (gpointer) code);
    }
    if (has_places (ut_beside_others (g_ptr_array_index (besides, k)), places))
      return NULL;
  }
  return g_steal_pointer (&numbers);
}

static gboolean
is_out_of_time (const GPtrArray *besides, const char *code) {
  for (guint k = 0; k < besides->len; k++)
    if (ut_beside_is_out_of_time (g_ptr_array_index (besides, k), code))
      return TRUE;
  return FALSE;
}

static gboolean
is_county (const char *number, UtPlaces *places) {
  return is_beyond (number) || ut_places_find (places, number, UT_PLACES_TODAY)->state != UT_PLACE_UNKNOWN;
}

/* The first number that is no county's, or any when `municipal`; else one that is none's in the year of its figures.
 * NULL when there is none. */
static const char *
find_no_county (const GPtrArray *numbers, const GPtrArray *besides, gboolean municipal, UtPlaces *places) {
  const char *never = NULL, *then = NULL;
  for (guint i = 0; i < numbers->len; i++) {
    const char *number = g_ptr_array_index (numbers, i);
    gboolean no_county = municipal || !is_county (number, places);
    if (!no_county && !is_out_of_time (besides, number))
      continue;
    const char **found = no_county ? &never : &then;
    if (*found == NULL || strcmp (number, *found) < 0)
      *found = number;
  }
  return never != NULL ? never : then;
}

/* Above it there are counties, but no district, grade or month. */
#define LAST_SMALL 20

/* Whether the numbers, in their order, are such as other things have as well. */
static gboolean
are_anything (const GArray *numbers) {
  gboolean run = TRUE, fives = TRUE;
  for (guint i = 0; i < numbers->len; i++) {
    int number = g_array_index (numbers, int, i);
    run = run && (i == 0 || number == g_array_index (numbers, int, i - 1) + 1);
    fives = fives && number % 5 == 0;
  }
  return numbers->len > 0 && (run || fives || g_array_index (numbers, int, numbers->len - 1) <= LAST_SMALL);
}

static gboolean
has_number (const GArray *numbers, int number) {
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, int, i) == number)
      return TRUE;
  return FALSE;
}

/* Whether every county of some year is among the numbers. */
static gboolean
are_all_counties (const GArray *numbers, const UtRegions *regions) {
  for (guint y = 0; y < ut_regions_count (regions); y++) {
    const UtRegion *one = ut_regions_get (regions, (UtRegionId) y);
    gboolean all = one->kind == UT_REGION_COUNTY;
    for (guint i = 0; i < ut_regions_count (regions) && all; i++) {
      const UtRegion *county = ut_regions_get (regions, (UtRegionId) i);
      gboolean then = county->kind == UT_REGION_COUNTY && county->valid_from <= one->valid_from
                      && one->valid_from < county->valid_to;
      all = !then || has_number (numbers, (int) g_ascii_strtoll (county->code, NULL, 10));
    }
    if (all)
      return TRUE;
  }
  return FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b) {
  return *(const int *) a - *(const int *) b;
}

static UtCodesDoubt
judge_numbers (const GPtrArray *besides, gboolean municipal, UtPlaces *places, char **example) {
  g_autoptr (GPtrArray) all = list_numbers (besides, places);
  const char *no_county = all != NULL ? find_no_county (all, besides, municipal, places) : NULL;
  if (no_county != NULL) {
    *example = g_strdup (no_county);
    return UT_CODES_NO_COUNTY;
  }
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; all != NULL && i < all->len; i++) {
    int number = (int) g_ascii_strtoll (g_ptr_array_index (all, i), NULL, 10);
    if (number != 0 && !is_beyond (g_ptr_array_index (all, i)))
      g_array_append_val (numbers, number);
  }
  g_array_sort (numbers, compare_numbers);
  if (!are_anything (numbers) || are_all_counties (numbers, ut_places_regions (places)))
    return UT_CODES_OF_PLACES;
  *example = g_strdup_printf ("%d", g_array_index (numbers, int, 0));
  return UT_CODES_IN_DOUBT;
}

/* "Fylke", but not "kode" alone, which may be any. */
static gboolean
says_places (const char *heading) {
  g_autofree char *stem = stem_of (heading);
  return *stem != '\0' && ut_heading_names_region (heading);
}

/* Whether a column has the names, or the codes of the names. */
static gboolean
judge (UtContradictions *self, const GArray *columns, char *const *headings, UtPlaces *places) {
  gboolean named = FALSE;
  const char *own = headings[self->region];
  for (guint i = 0; i < columns->len; i++) {
    const Names *names = &g_array_index (columns, Names, i);
    const char *heading = headings[names->column];
    if (!has_the_names (names, own, heading) && !(names->are_codes && has_codes_of_others (names, own, heading)))
      continue;
    named = TRUE;
    add_contradictions (self, names, places);
  }
  for (guint i = 0; i < columns->len && !named && self->doubt == UT_CODES_OF_PLACES; i++) {
    const Names *names = &g_array_index (columns, Names, i);
    if (!names->are_codes && shows_other_codes (names, own, headings[names->column]))
      set_no_codes (self, names, places);
  }
  return named;
}

UtContradictions *
ut_beside_judge (const GPtrArray *besides, guint region, char *const *headings, UtPlaces *places) {
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Names));
  g_array_set_clear_func (columns, clear_names);
  for (guint i = 0; besides->len > 0 && i < ut_beside_n_columns (g_ptr_array_index (besides, 0)); i++) {
    Names names;
    if (i != region && look_at_column (besides, i, FALSE, places, &names))
      g_array_append_val (columns, names);
    if (i != region && !ut_heading_names_period (headings[i]) && look_at_column (besides, i, TRUE, places, &names))
      g_array_append_val (columns, names);
  }
  UtContradictions *self = g_new0 (UtContradictions, 1);
  self->region = region;
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean municipal = ut_heading_names_municipality (headings[region]);
  gboolean sure = judge (self, columns, headings, places) || (says_places (headings[region]) && !municipal);
  if (!sure && self->doubt == UT_CODES_OF_PLACES)
    self->doubt = judge_numbers (besides, municipal, places, &self->example);
  if (self->doubt != UT_CODES_OF_PLACES || self->columns->len > 0)
    return self;
  ut_contradictions_free (self);
  return NULL;
}

void
ut_contradictions_free (UtContradictions *self) {
  if (self == NULL)
    return;
  g_hash_table_unref (self->pairs);
  g_array_unref (self->columns);
  g_free (self->example);
  g_free (self);
}

const char *
ut_contradictions_find (const UtContradictions *self, guint column, const char *place, const char *beside) {
  g_autofree char *key = make_key (column, place, beside);
  return g_hash_table_lookup (self->pairs, key);
}
