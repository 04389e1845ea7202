#include "import/mapping/sum_terms.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "import/label/ages.h"
#include "import/label/total.h"
#include "import/mapping/plan.h"

#define ALL "all"

/* So many labels are shown. */
#define LABELS_SHOWN 12

typedef struct {
  const UtSelection *selection;
  const GPtrArray *labels, *all;
  gboolean halves;
  GArray *ages;    /* UtAges of the labels that are ages */
  GArray *numbers; /* guint: their numbers among the labels */
} Search;

/* "0-17", "67+": numbers and signs alone; "0-17 år" is a label. */
static gboolean
is_range (const char *written, UtAges *ages) {
  return g_str_is_ascii (written) && written[strspn (written, "0123456789-+ ")] == '\0'
         && ut_ages_read (written, FALSE, ages);
}

gboolean
ut_selection_may_be_sum (const UtSelection *selection) {
  UtAges ages;
  for (char **label = selection->labels; *label != NULL; label++)
    if (strcmp (*label, ALL) == 0 || (is_range (*label, &ages) && ages.first < ages.last))
      return TRUE;
  return FALSE;
}

void
ut_sum_terms_free (UtSumTerms *terms) {
  if (terms == NULL)
    return;
  g_ptr_array_unref (terms->names);
  g_ptr_array_unref (terms->spellings);
  g_free (terms);
}

static UtSumTerms *
new_terms (void) {
  UtSumTerms *terms = g_new0 (UtSumTerms, 1);
  terms->names = g_ptr_array_new_with_free_func (g_free);
  terms->spellings = g_ptr_array_new_with_free_func (g_free);
  return terms;
}

static const char *
label_of (const Search *self, guint i) {
  return g_ptr_array_index (self->labels, i);
}

/* Takes the name over. */
static void
add_term (UtSumTerms *terms, char *name, const char *label) {
  g_ptr_array_add (terms->names, name);
  g_ptr_array_add (terms->spellings, g_strdup (label));
}

/* The label that is written so; NULL: none is. */
static const char *
find_label (const Search *self, const GPtrArray *labels, const char *wanted) {
  for (guint i = 0; i < labels->len; i++)
    if (ut_label_matches (g_ptr_array_index (labels, i), wanted, self->halves))
      return g_ptr_array_index (labels, i);
  return NULL;
}

static char *
list_labels (const Search *self) {
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < MIN (self->labels->len, LABELS_SHOWN); i++)
    ut_text_add_quoted (list, i > 0 ? ", " : "", label_of (self, i));
  return g_string_free (g_string_append (list, self->labels->len > LABELS_SHOWN ? " …" : ""), FALSE);
}

static void
find_ages (Search *self) {
  for (guint i = 0; i < self->labels->len; i++) {
    UtAges ages;
    if (!ut_ages_read (label_of (self, i), self->halves, &ages))
      continue;
    g_array_append_val (self->ages, ages);
    g_array_append_val (self->numbers, i);
  }
}

/* Ages */

static char *
explain_cut (const Search *self, UtAges whole) {
  int below, above;
  g_autofree char *name = ut_ages_name (whole), *has_labels = list_labels (self);
  ut_ages_nearest_ends (self->ages, whole, &below, &above);
  if (below < 0 && above < 0)
    return g_strdup_printf (_ ("no labels of '%1$s' begin where %2$s does (it has: %3$s)"), self->selection->dimension,
                            name, has_labels);
  g_autoptr (GString) accepted = g_string_new (NULL);
  for (int i = 0; i < 2; i++) {
    int end = i == 0 ? below : above;
    g_autofree char *other = end >= 0 ? ut_ages_name ((UtAges){ whole.first, end }) : NULL;
    if (other != NULL)
      g_string_append_printf (accepted, "%s%s", accepted->len > 0 ? ", " : "", other);
  }
  return g_strdup_printf (
      _ ("the labels of '%1$s' do not make up %2$s without gap or overlap; they do make up %3$s (it "
         "has: %4$s)"),
      self->selection->dimension, name, accepted->str, has_labels);
}

static gboolean
add_tiles (const Search *self, UtAges whole, UtSumTerms *terms, char **why) {
  g_autoptr (GArray) tiles = ut_ages_tile (self->ages, whole);
  if (tiles == NULL) {
    *why = explain_cut (self, whole);
    return FALSE;
  }
  for (guint i = 0; i < tiles->len; i++) {
    guint tile = g_array_index (tiles, guint, i);
    add_term (terms, ut_ages_name (g_array_index (self->ages, UtAges, tile)),
              label_of (self, g_array_index (self->numbers, guint, tile)));
  }
  return TRUE;
}

/* No age may be in two terms. */
static gboolean
check_overlap (const Search *self, const UtSumTerms *terms, char **why) {
  for (guint i = 0; i < terms->spellings->len; i++)
    for (guint k = 0; k < i; k++) {
      UtAges a, b;
      const char *one = g_ptr_array_index (terms->spellings, i), *other = g_ptr_array_index (terms->spellings, k);
      gboolean overlap = strcmp (one, other) == 0
                         || (ut_ages_read (one, self->halves, &a) && ut_ages_read (other, self->halves, &b)
                             && a.first <= b.last && b.first <= a.last);
      if (!overlap)
        continue;
      *why = g_strdup_printf (_ ("'%1$s' and '%2$s' overlap, and would be counted twice"), other, one);
      return FALSE;
    }
  return TRUE;
}

static gboolean
has_range (const Search *self) {
  for (char **wanted = self->selection->labels; *wanted != NULL; wanted++) {
    UtAges ages;
    if (find_label (self, self->all, *wanted) == NULL && is_range (*wanted, &ages))
      return TRUE;
  }
  return FALSE;
}

/* A range is made up of the file's labels; what is a label of some file is a term as it is, also where it is lacking.
 */
static UtSumTerms *
find_listed (const Search *self, char **why) {
  if (!has_range (self))
    return NULL;
  g_autoptr (UtSumTerms) terms = new_terms ();
  for (char **wanted = self->selection->labels; *wanted != NULL; wanted++) {
    const char *label = find_label (self, self->labels, *wanted), *other = find_label (self, self->all, *wanted);
    UtAges ages;
    if (other != NULL) {
      gboolean are_ages = ut_ages_read (other, self->halves, &ages);
      add_term (terms, are_ages ? ut_ages_name (ages) : g_strdup (*wanted), label != NULL ? label : *wanted);
    } else if (is_range (*wanted, &ages)) {
      if (!add_tiles (self, ages, terms, why))
        return NULL;
    } else {
      g_autofree char *has_labels = list_labels (self);
      *why = g_strdup_printf (_ ("'%1$s' is no label of '%2$s' (it has: %3$s)"), *wanted, self->selection->dimension,
                              has_labels);
      return NULL;
    }
  }
  return check_overlap (self, terms, why) ? g_steal_pointer (&terms) : NULL;
}

/* All */

/* The fewest labels of ages that make up all of them; the others are terms of their own. */
static UtSumTerms *
find_everything (const Search *self, char **why) {
  g_autoptr (UtSumTerms) terms = new_terms ();
  UtAges whole = { UT_AGE_OPEN, 0 };
  for (guint i = 0; i < self->ages->len; i++) {
    const UtAges *ages = &g_array_index (self->ages, UtAges, i);
    whole = (UtAges){ MIN (whole.first, ages->first), MAX (whole.last, ages->last) };
  }
  gboolean are_ages = self->ages->len > 1;
  if (are_ages && !add_tiles (self, whole, terms, why))
    return NULL;
  for (guint i = 0; i < self->labels->len; i++) {
    UtAges ages;
    if (!are_ages || !ut_ages_read (label_of (self, i), self->halves, &ages))
      add_term (terms, g_strdup (label_of (self, i)), label_of (self, i));
  }
  terms->is_all = terms->names->len > 0 && (!are_ages || self->ages->len < self->labels->len);
  return g_steal_pointer (&terms);
}

/* The total where there is one: the same figure, and nothing that the source hides in a part hides it. */
static UtSumTerms *
find_all (const Search *self, char **why) {
  const char *total = NULL;
  for (guint i = 0; i < self->labels->len; i++) {
    const char *label = label_of (self, i);
    if (*label == '\0' && self->labels->len > 1) {
      *why = g_strdup_printf (
          _ ("nothing stands in '%s' in some rows, which may be the total: name the labels to add, or "
             "\"\" for those rows"),
          self->selection->dimension);
      return NULL;
    }
    if (!ut_label_is_total (label, self->selection->dimension))
      continue;
    if (total != NULL) {
      *why = g_strdup_printf (_ ("'%1$s' has two totals, '%2$s' and '%3$s': name one of them"),
                              self->selection->dimension, total, label);
      return NULL;
    }
    total = label;
  }
  if (total == NULL)
    return find_everything (self, why);
  UtSumTerms *terms = new_terms ();
  add_term (terms, g_strdup (total), total);
  return terms;
}

UtSumTerms *
ut_sum_terms_find (const UtSelection *selection, const GPtrArray *labels, const GPtrArray *all, gboolean halves,
                   char **why) {
  Search self = { .selection = selection, .labels = labels, .all = all, .halves = halves };
  g_autoptr (GArray) ages = g_array_new (FALSE, FALSE, sizeof (UtAges));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self.ages = ages;
  self.numbers = numbers;
  *why = NULL;
  find_ages (&self);
  if (strcmp (selection->labels[0], ALL) != 0 || selection->labels[1] != NULL)
    return find_listed (&self, why);
  return find_label (&self, all, ALL) == NULL ? find_all (&self, why) : NULL;
}
