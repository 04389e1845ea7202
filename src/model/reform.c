#include "model/reform.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "model/plain_csv.h"
#include <utsyn/error.h>
#include <utsyn/number.h>

#define FILE_NAME "kommune-endringer.csv"

struct UtReforms {
  char *path;
  GPtrArray *changes;   /* UtChange */
  GPtrArray *returns;   /* UtChange: what was merged and later came back */
  GHashTable *by_old;   /* code → GPtrArray of UtChange, by year */
  GHashTable *returned; /* code → UtChange of `returns` */
};

static void
change_free (gpointer data) {
  UtChange *change = data;
  g_free (change->old_code);
  g_free (change->old_name);
  g_free (change->new_code);
  g_free (change);
}

static const struct {
  const char *word;
  UtRestateKind kind;
} kinds[] = {
  { "renumber", UT_RESTATE_RENUMBER },
  { "merge", UT_RESTATE_MERGE },
  { "split", UT_RESTATE_SPLIT },
};

/* Not a change of its own: says which part of a split municipality an older code was. */
#define RETURN "return"

enum { OLD_CODE, OLD_NAME, NEW_CODE, NEW_NAME, YEAR, KIND, WEIGHT };

static gboolean
read_kind (UtChange *change, const char *word) {
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (kinds[i].word, word) != 0)
      continue;
    change->kind = kinds[i].kind;
    return TRUE;
  }
  return FALSE;
}

static gboolean
read_numbers (UtChange *change, char **cells) {
  gint64 year;
  change->weight = 1;
  change->estimated = *cells[WEIGHT] != '\0';
  if (!g_ascii_string_to_signed (cells[YEAR], 10, UT_OLDEST_STRUCTURE + 1, G_MAXUINT16, &year, NULL))
    return FALSE;
  change->year = (int) year;
  return !change->estimated
         || (ut_number_parse (cells[WEIGHT], UT_DECIMAL_POINT, &change->weight) && change->weight > 0);
}

static void
index_change (UtReforms *reforms, UtChange *change) {
  GPtrArray *list = g_hash_table_lookup (reforms->by_old, change->old_code);
  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (reforms->by_old, change->old_code, list);
  }
  g_ptr_array_add (list, change);
}

static gboolean
read_change (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtReforms *reforms = user;
  UtChange *change = g_new0 (UtChange, 1);
  change->old_code = g_strdup (cells[OLD_CODE]);
  change->old_name = g_strdup (cells[OLD_NAME]);
  change->new_code = g_strdup (cells[NEW_CODE]);
  change->line = line;
  gboolean returns = strcmp (cells[KIND], RETURN) == 0;
  g_ptr_array_add (returns ? reforms->returns : reforms->changes, change);
  if (returns && *cells[WEIGHT] == '\0' && read_numbers (change, cells))
    return TRUE;
  if (!returns && read_kind (change, cells[KIND]) && read_numbers (change, cells)) {
    index_change (reforms, change);
    return TRUE;
  }
  ut_error_set (error, UT_ERROR_DEFINITION,
                _ ("%1$s:%2$u: year, kind or weight is wrong (kinds: renumber, merge, split, return)"), path, line);
  return FALSE;
}

static void
free_list (gpointer list) {
  g_ptr_array_unref (list);
}

/* What an old code gave away in a year is all it had; a row written twice is noticed here too. */
static gboolean
check_weights (const UtReforms *reforms, GError **error) {
  for (guint i = 0; i < reforms->changes->len; i++) {
    const UtChange *change = g_ptr_array_index (reforms->changes, i);
    const GPtrArray *list = g_hash_table_lookup (reforms->by_old, change->old_code);
    double sum = 0;
    for (guint j = 0; j < list->len; j++) {
      const UtChange *other = g_ptr_array_index (list, j);
      sum += other->year == change->year ? other->weight : 0;
    }
    if (fabs (sum - 1) < 1e-9)
      continue;
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: the weights of %3$s in %4$d do not add up to 1"),
                  reforms->path, change->line, change->old_code, change->year);
    return FALSE;
  }
  return TRUE;
}

static gboolean
inherits (const UtReforms *reforms, const UtChange *change) {
  g_autoptr (GArray) heirs = g_array_new (FALSE, FALSE, sizeof (UtHeir));
  ut_reforms_follow (reforms, change->old_code, UT_OLDEST_STRUCTURE, heirs);
  for (guint i = 0; i < heirs->len; i++)
    if (strcmp (g_array_index (heirs, UtHeir, i).code, change->new_code) == 0)
      return TRUE;
  return FALSE;
}

/* A code can only come back as something that a part of it went to. */
static gboolean
check_returns (UtReforms *reforms, GError **error) {
  for (guint i = 0; i < reforms->returns->len; i++) {
    UtChange *change = g_ptr_array_index (reforms->returns, i);
    if (!inherits (reforms, change)) {
      ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: no part of %3$s is %4$s today"), reforms->path,
                    change->line, change->old_code, change->new_code);
      return FALSE;
    }
    g_hash_table_insert (reforms->returned, change->old_code, change);
  }
  return TRUE;
}

UtReforms *
ut_reforms_load (const char *dir, GError **error) {
  g_autoptr (UtReforms) reforms = g_new0 (UtReforms, 1);
  reforms->path = g_build_filename (dir, FILE_NAME, NULL);
  reforms->changes = g_ptr_array_new_with_free_func (change_free);
  reforms->returns = g_ptr_array_new_with_free_func (change_free);
  reforms->by_old = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_list);
  reforms->returned = g_hash_table_new (g_str_hash, g_str_equal);
  if (!ut_plain_csv_read (dir, FILE_NAME, "old_code;old_name;new_code;new_name;year;kind;weight", read_change, reforms,
                          error)
      || !check_weights (reforms, error) || !check_returns (reforms, error))
    return NULL;
  return g_steal_pointer (&reforms);
}

void
ut_reforms_free (UtReforms *reforms) {
  if (reforms == NULL)
    return;
  g_hash_table_unref (reforms->by_old);
  g_hash_table_unref (reforms->returned);
  g_ptr_array_unref (reforms->changes);
  g_ptr_array_unref (reforms->returns);
  g_free (reforms->path);
  g_free (reforms);
}

const char *
ut_reforms_path (const UtReforms *reforms) {
  return reforms->path;
}

const GPtrArray *
ut_reforms_changes (const UtReforms *reforms) {
  return reforms->changes;
}

/* The first year after `year` in which the code changes; G_MAXINT when it does not. */
static int
next_change (const GPtrArray *list, int year) {
  int next = G_MAXINT;
  for (guint i = 0; list != NULL && i < list->len; i++) {
    const UtChange *change = g_ptr_array_index (list, i);
    if (change->year > year)
      next = MIN (next, change->year);
  }
  return next;
}

static void
add_heir (GArray *heirs, UtHeir heir) {
  for (guint i = 0; i < heirs->len; i++) {
    UtHeir *known = &g_array_index (heirs, UtHeir, i);
    if (strcmp (known->code, heir.code) != 0)
      continue;
    known->weight += heir.weight;
    known->estimated |= heir.estimated;
    return;
  }
  g_array_append_val (heirs, heir);
}

static UtRestateKind follow (const UtReforms *reforms, UtHeir heir, int year, GArray *heirs);

/* Past the municipality it was a part of for some years: nothing of it has to be shared out. */
static UtRestateKind
follow_return (const UtReforms *reforms, const UtChange *change, UtHeir heir, GArray *heirs) {
  guint n_parts = 0;
  for (guint i = 0; i < reforms->returns->len; i++)
    n_parts += strcmp (((const UtChange *) g_ptr_array_index (reforms->returns, i))->new_code, change->new_code) == 0;
  heir.code = change->new_code;
  UtRestateKind later = follow (reforms, heir, change->year, heirs);
  return MAX (n_parts > 1 ? UT_RESTATE_MERGE : UT_RESTATE_RENUMBER, later);
}

static UtRestateKind
follow (const UtReforms *reforms, UtHeir heir, int year, GArray *heirs) {
  const UtChange *returned = g_hash_table_lookup (reforms->returned, heir.code);
  if (returned != NULL && returned->year > year)
    return follow_return (reforms, returned, heir, heirs);
  const GPtrArray *list = g_hash_table_lookup (reforms->by_old, heir.code);
  int next = next_change (list, year);
  if (next == G_MAXINT) {
    add_heir (heirs, heir);
    return UT_RESTATE_SAME;
  }
  UtRestateKind kind = UT_RESTATE_RENUMBER;
  for (guint i = 0; i < list->len; i++) {
    const UtChange *change = g_ptr_array_index (list, i);
    if (change->year != next)
      continue;
    UtHeir following = { change->new_code, heir.weight * change->weight, heir.estimated || change->estimated };
    UtRestateKind later = follow (reforms, following, next, heirs);
    kind = MAX (kind, MAX (change->kind, later));
  }
  return kind;
}

UtRestateKind
ut_reforms_follow (const UtReforms *reforms, const char *code, int year, GArray *heirs) {
  UtHeir self = { code, 1, FALSE };
  return follow (reforms, self, MAX (year, UT_OLDEST_STRUCTURE), heirs);
}

static gboolean
has_code (const GPtrArray *codes, const char *code) {
  for (guint i = 0; i < codes->len; i++)
    if (strcmp (g_ptr_array_index (codes, i), code) == 0)
      return TRUE;
  return FALSE;
}

/* What a code was before the changes of a year; FALSE when it was made of a part. */
static gboolean
step_back (const UtReforms *reforms, const char *code, int year, GPtrArray *before) {
  gboolean whole = TRUE, changed = FALSE;
  for (guint i = 0; i < reforms->changes->len; i++) {
    const UtChange *change = g_ptr_array_index (reforms->changes, i);
    if (change->year != year || strcmp (change->new_code, code) != 0)
      continue;
    changed = TRUE;
    whole = whole && change->kind != UT_RESTATE_SPLIT;
    if (!has_code (before, change->old_code))
      g_ptr_array_add (before, change->old_code);
  }
  if (!changed)
    g_ptr_array_add (before, (gpointer) code);
  return whole;
}

gboolean
ut_reforms_trace (const UtReforms *reforms, const char *code, int year, GPtrArray *codes) {
  gboolean whole = TRUE;
  g_ptr_array_set_size (codes, 0);
  g_ptr_array_add (codes, (gpointer) code);
  int last = UT_OLDEST_STRUCTURE;
  for (guint i = 0; i < reforms->changes->len; i++)
    last = MAX (last, ((const UtChange *) g_ptr_array_index (reforms->changes, i))->year);
  for (int at = MIN (year, last); at > UT_OLDEST_STRUCTURE; at--) {
    g_autoptr (GPtrArray) before = g_ptr_array_new ();
    for (guint i = 0; i < codes->len; i++)
      whole = step_back (reforms, g_ptr_array_index (codes, i), at, before) && whole;
    g_ptr_array_set_size (codes, 0);
    for (guint i = 0; i < before->len; i++)
      g_ptr_array_add (codes, g_ptr_array_index (before, i));
  }
  return whole;
}
