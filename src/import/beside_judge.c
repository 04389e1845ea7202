#include <string.h>

#include "import/beside.h"
#include "import/grid.h"
#include "import/region_label.h"

/* What a name is beside its code. */
typedef enum {
  NAME_NONE,    /* no name, or the code is nobody's */
  NAME_OWN,     /* one the code has had */
  NAME_OTHERS,  /* that of another place of the same kind */
  NAME_AROUND,  /* of a place of another kind: the county beside a municipality */
  NAME_STRANGE, /* nobody's */
  N_NAMES
} NameKind;

/* A column that may have the names, of all threads. */
typedef struct {
  guint column;
  GPtrArray *pairs; /* UtBesidePair, of the threads', by code and name */
  NameKind *kinds;  /* [pairs] */
  guint n[N_NAMES];
  guint n_judged;
  guint n_codes_named, n_codes_own; /* codes beside some place's name, and beside their own */
  gboolean one_to_one;
} Names;

static void
clear_names (gpointer data) {
  Names *names = data;
  g_clear_pointer (&names->pairs, g_ptr_array_unref);
  g_clear_pointer (&names->kinds, g_free);
}

char *
ut_beside_label (UtPlaces *places, const char *code, const char *name) {
  return g_strdup_printf ("%s %s", ut_places_find (places, code, UT_PLACES_TODAY)->code, name);
}

static gboolean
is_name (const char *text) {
  UtRegionLabel label;
  ut_region_label_read (text, &label);
  gboolean name = label.kind == UT_LABEL_NAME || (label.kind == UT_LABEL_COUNTRY && !g_ascii_isdigit (*text));
  gboolean digits = *text == '\0' || g_ascii_isdigit (*text);
  ut_region_label_clear (&label);
  return name && !digits;
}

static NameKind
judge_pair (UtPlaces *places, const UtBesidePair *pair) {
  const UtPlace *place = ut_places_find (places, pair->code, UT_PLACES_TODAY);
  if (place->state == UT_PLACE_UNKNOWN || place->state == UT_PLACE_OUTSIDE || !is_name (pair->name))
    return NAME_NONE;
  g_autofree char *both = ut_beside_label (places, pair->code, pair->name);
  if (ut_places_find (places, both, UT_PLACES_TODAY)->state != UT_PLACE_CONTRADICTED)
    return NAME_OWN;
  const UtPlace *named = ut_places_find (places, pair->name, UT_PLACES_TODAY);
  if (named->state == UT_PLACE_UNKNOWN || named->state == UT_PLACE_OUTSIDE)
    return NAME_STRANGE;
  return named->state == UT_PLACE_AMBIGUOUS || strlen (named->code) == strlen (place->code) ? NAME_OTHERS : NAME_AROUND;
}

static int
compare_pairs (gconstpointer a, gconstpointer b) {
  const UtBesidePair *x = *(UtBesidePair *const *) a, *y = *(UtBesidePair *const *) b;
  int order = strcmp (x->code, y->code);
  return order != 0 ? order : strcmp (x->name, y->name);
}

/* Every pair of a column once, by code and name; NULL when a thread saw that it has no names. */
static GPtrArray *
gather (const GPtrArray *besides, guint column) {
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  for (guint k = 0; k < besides->len; k++) {
    const GPtrArray *pairs = ut_beside_pairs (g_ptr_array_index (besides, k), column);
    if (pairs == NULL)
      return NULL;
    for (guint i = 0; i < pairs->len; i++)
      g_ptr_array_add (all, g_ptr_array_index (pairs, i));
  }
  g_ptr_array_sort (all, compare_pairs);
  GPtrArray *each = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || compare_pairs (&all->pdata[i - 1], &all->pdata[i]) != 0)
      g_ptr_array_add (each, all->pdata[i]);
  return each;
}

/* Whether the codes of all threads have few names enough; also whether each has one, and one of its own. */
static gboolean
count_names (Names *names) {
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_codes = 0;
  for (guint i = 0; i < names->pairs->len; i++) {
    const UtBesidePair *pair = g_ptr_array_index (names->pairs, i);
    const UtBesidePair *before = i > 0 ? g_ptr_array_index (names->pairs, i - 1) : NULL;
    n_codes += before == NULL || strcmp (before->code, pair->code) != 0;
    g_hash_table_add (seen, pair->name);
  }
  names->one_to_one = n_codes == names->pairs->len && g_hash_table_size (seen) == n_codes;
  return !ut_beside_too_many (names->pairs->len - n_codes);
}

static void
count_codes (Names *names) {
  const UtBesidePair *before = NULL;
  gboolean named = FALSE, own = FALSE;
  for (guint i = 0; i < names->pairs->len; i++) {
    const UtBesidePair *pair = g_ptr_array_index (names->pairs, i);
    if (before == NULL || strcmp (before->code, pair->code) != 0)
      named = own = FALSE;
    gboolean place = names->kinds[i] != NAME_NONE && names->kinds[i] != NAME_STRANGE;
    names->n_codes_named += place && !named;
    names->n_codes_own += names->kinds[i] == NAME_OWN && !own;
    named |= place;
    own |= names->kinds[i] == NAME_OWN;
    before = pair;
  }
}

static gboolean
look_at_column (const GPtrArray *besides, guint column, UtPlaces *places, Names *names) {
  *names = (Names){ .column = column, .pairs = gather (besides, column) };
  if (names->pairs == NULL || names->pairs->len == 0 || !count_names (names)) {
    clear_names (names);
    return FALSE;
  }
  names->kinds = g_new0 (NameKind, names->pairs->len);
  for (guint i = 0; i < names->pairs->len; i++) {
    names->kinds[i] = judge_pair (places, g_ptr_array_index (names->pairs, i));
    names->n[names->kinds[i]]++;
  }
  names->n_judged = names->pairs->len - names->n[NAME_NONE];
  count_codes (names);
  return TRUE;
}

/* "delbydel_id" and "delbydel_navn" are of one stem; that of "kode" and "navn" is empty. */
static char *
stem_of (const char *heading) {
  static const char *const endings[] = { "nummer", "nr",   "id",    "kode", "code", "number", "no", "navn",
                                         "namn",   "name", "tekst", "s",    "_",    "-",      ".",  " " };
  char *stem = ut_fold_name (heading);
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

/* A column headed as the names of the codes ("Navn", "Kommune" beside "Kommunenr") has them when half of the codes that
 * some place's name stands beside have their own; any other, when half of what stands in it are such. */
static gboolean
has_the_names (const Names *names, const char *codes, const char *heading) {
  g_autofree char *stem = stem_of (heading);
  gboolean headed = *stem == '\0' || belong_together (codes, heading);
  guint n_own = headed ? names->n_codes_own : names->n[NAME_OWN], n = headed ? names->n_codes_named : names->n_judged;
  return n_own > 0 && n_own * 2 >= n;
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
make_key (guint column, const char *code, const char *name) {
  return g_strdup_printf ("%u\t%s\t%s", column, code, name);
}

static void
add_contradictions (UtContradictions *self, const Names *names) {
  gboolean any = FALSE;
  for (guint i = 0; i < names->pairs->len; i++) {
    const UtBesidePair *pair = g_ptr_array_index (names->pairs, i);
    if (names->kinds[i] != NAME_OTHERS && names->kinds[i] != NAME_STRANGE)
      continue;
    g_hash_table_add (self->pairs, make_key (names->column, pair->code, pair->name));
    any = TRUE;
  }
  if (any)
    g_array_append_val (self->columns, names->column);
}

static void
set_no_codes (UtContradictions *self, const Names *names, UtPlaces *places) {
  self->no_codes = TRUE;
  for (guint i = 0; i < names->pairs->len && self->example == NULL; i++) {
    const UtBesidePair *pair = g_ptr_array_index (names->pairs, i);
    if (names->kinds[i] == NAME_OTHERS || names->kinds[i] == NAME_STRANGE)
      self->example = ut_beside_label (places, pair->code, pair->name);
  }
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

/* A number below 100 that is no county's, or any under a heading of municipalities, in a column without other places;
 * NULL when there is none. */
static const char *
find_no_county (const GPtrArray *besides, gboolean municipal, UtPlaces *places) {
  const char *found = NULL;
  for (guint k = 0; k < besides->len; k++) {
    const GPtrArray *codes = ut_beside_codes (g_ptr_array_index (besides, k));
    for (guint i = 0; i < codes->len; i++) {
      const char *code = g_ptr_array_index (codes, i);
      if (strlen (code) > 2 || strspn (code, "0123456789") != strlen (code))
        return NULL;
      gboolean county = is_beyond (code) || ut_places_find (places, code, UT_PLACES_TODAY)->state != UT_PLACE_UNKNOWN;
      if ((municipal || !county) && (found == NULL || strcmp (code, found) < 0))
        found = code;
    }
  }
  for (guint k = 0; found != NULL && k < besides->len; k++)
    if (has_places (ut_beside_others (g_ptr_array_index (besides, k)), places))
      return NULL;
  return found;
}

/* Whether a column has the names. */
static gboolean
judge (UtContradictions *self, const GArray *columns, char *const *headings, UtPlaces *places) {
  gboolean named = FALSE;
  for (guint i = 0; i < columns->len; i++) {
    const Names *names = &g_array_index (columns, Names, i);
    if (!has_the_names (names, headings[self->region], headings[names->column]))
      continue;
    named = TRUE;
    add_contradictions (self, names);
  }
  for (guint i = 0; i < columns->len && !named && !self->no_codes; i++) {
    const Names *names = &g_array_index (columns, Names, i);
    if (shows_other_codes (names, headings[self->region], headings[names->column]))
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
    if (i != region && look_at_column (besides, i, places, &names))
      g_array_append_val (columns, names);
  }
  UtContradictions *self = g_new0 (UtContradictions, 1);
  self->region = region;
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean municipal = ut_grid_names_municipality (headings[region]);
  gboolean sure = judge (self, columns, headings, places) || (ut_grid_names_region (headings[region]) && !municipal);
  const char *number = sure || self->no_codes ? NULL : find_no_county (besides, municipal, places);
  if (number != NULL) {
    self->no_codes = TRUE;
    self->example = g_strdup (number);
  }
  if (self->no_codes || self->columns->len > 0)
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

gboolean
ut_contradictions_have (const UtContradictions *self, guint column, const char *code, const char *name) {
  g_autofree char *key = make_key (column, code, name);
  return g_hash_table_contains (self->pairs, key);
}
