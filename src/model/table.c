#include <utsyn/table.h>

#include "base/i18n.h"
#include <math.h>
#include <string.h>

static const struct {
  const char *sign;
  const char *label;
} statuses[UT_N_STATUSES] = {
  [UT_STATUS_OK] = { "", N_ ("published") },
  [UT_STATUS_NOT_POSSIBLE] = { ".", N_ ("no figure can exist") },
  [UT_STATUS_MISSING] = { "..", N_ ("figure missing at the source") },
  [UT_STATUS_NOT_YET] = { "...", N_ ("not yet published") },
  [UT_STATUS_CONFIDENTIAL] = { ":", N_ ("hidden by the source") },
  [UT_STATUS_BLANK] = { "", N_ ("no figure given") },
  [UT_STATUS_NOT_ADDABLE] = { "..", N_ ("cannot be carried over to today's boundaries") },
  [UT_STATUS_SUPPRESSED] = { ":", N_ ("hidden to protect privacy") },
};

const char *
ut_status_sign (UtStatus status) {
  return statuses[status].sign;
}

const char *
ut_status_label (UtStatus status, UtLanguage language) {
  return ut_tr (language, statuses[status].label);
}

/* Reading */

static void
file_free (gpointer data) {
  UtTableFile *file = data;
  g_free (file->path);
  g_free (file->dataset);
  g_free (file);
}

void
ut_table_free (UtTable *table) {
  if (table == NULL)
    return;
  g_free (table->indicator);
  g_free (table->region);
  g_free (table->period);
  g_free (table->value);
  g_free (table->numerator);
  g_free (table->denominator);
  g_free (table->margin);
  g_free (table->status);
  g_free (table->quality);
  g_free (table->first_origin);
  g_array_unref (table->origins);
  g_ptr_array_unref (table->files);
  g_free (table);
}

const UtTableFile *
ut_table_file (const UtTable *table, guint16 file) {
  g_return_val_if_fail (file < table->files->len, NULL);
  return table->files->pdata[file];
}

static gboolean
is_before (const UtTable *table, gsize i, UtIndicatorId indicator, UtRegionId region) {
  return table->indicator[i] < indicator || (table->indicator[i] == indicator && table->region[i] < region);
}

UtSeries
ut_table_series (const UtTable *table, UtIndicatorId indicator, UtRegionId region) {
  gsize low = 0, high = table->n_rows;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    if (is_before (table, middle, indicator, region))
      low = middle + 1;
    else
      high = middle;
  }
  /* A series is a few dozen periods at most: its end is found by walking. */
  gsize end = low;
  while (end < table->n_rows && table->indicator[end] == indicator && table->region[end] == region)
    end++;
  return (UtSeries){ .table = table, .first = low, .n = end - low };
}

gboolean
ut_series_find (UtSeries series, UtPeriod period, gsize *row) {
  for (gsize i = series.first; i < series.first + series.n; i++) {
    if (ut_period_compare (series.table->period[i], period) == 0) {
      *row = i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
ut_series_latest (UtSeries series, gsize *row) {
  if (series.n == 0)
    return FALSE;
  gsize last = series.first + series.n - 1;
  *row = last;
  for (gsize i = last + 1; i > series.first; i--) {
    if (series.table->status[i - 1] == UT_STATUS_OK && (series.table->quality[i - 1] & UT_QUALITY_PARTIAL) == 0) {
      *row = i - 1;
      break;
    }
  }
  return TRUE;
}

void
ut_table_get_row (const UtTable *table, gsize i, UtRow *row) {
  guint32 first = table->first_origin[i], end = table->first_origin[i + 1];
  *row = (UtRow){
    .indicator = table->indicator[i],
    .region = table->region[i],
    .period = table->period[i],
    .value = table->value[i],
    .numerator = table->numerator[i],
    .denominator = table->denominator[i],
    .margin = table->margin[i],
    .status = table->status[i],
    .quality = table->quality[i],
    .origins = first < end ? &g_array_index (table->origins, UtOrigin, first) : NULL,
    .n_origins = end - first,
  };
}

/* Building */

struct UtTableBuilder {
  GArray *rows;           /* UtRow without `origins`, in the order they came */
  GArray *first_origin;   /* gsize, one a row: where its origins begin */
  GArray *origins;        /* UtOrigin */
  GPtrArray *files;       /* UtTableFile */
  GHashTable *file_index; /* "path\ndataset" → index */
};

static void
builder_start (UtTableBuilder *builder) {
  builder->rows = g_array_new (FALSE, FALSE, sizeof (UtRow));
  builder->first_origin = g_array_new (FALSE, FALSE, sizeof (gsize));
  builder->origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  builder->files = g_ptr_array_new_with_free_func (file_free);
  builder->file_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
builder_clear (UtTableBuilder *builder) {
  g_array_unref (builder->rows);
  g_array_unref (builder->first_origin);
  g_array_unref (builder->origins);
  g_ptr_array_unref (builder->files);
  g_hash_table_unref (builder->file_index);
}

UtTableBuilder *
ut_table_builder_new (void) {
  UtTableBuilder *builder = g_new (UtTableBuilder, 1);
  builder_start (builder);
  return builder;
}

void
ut_table_builder_free (UtTableBuilder *builder) {
  if (builder == NULL)
    return;
  builder_clear (builder);
  g_free (builder);
}

guint16
ut_table_builder_file (UtTableBuilder *builder, const char *path, const char *dataset) {
  g_autofree char *key = g_strconcat (path, "\n", dataset, NULL);
  gpointer known;
  if (g_hash_table_lookup_extended (builder->file_index, key, NULL, &known))
    return (guint16) GPOINTER_TO_UINT (known);
  guint index = builder->files->len;
  g_assert (index < G_MAXUINT16);
  UtTableFile *file = g_new (UtTableFile, 1);
  *file = (UtTableFile){ .path = g_strdup (path), .dataset = g_strdup (dataset) };
  g_ptr_array_add (builder->files, file);
  g_hash_table_insert (builder->file_index, g_steal_pointer (&key), GUINT_TO_POINTER (index));
  return (guint16) index;
}

void
ut_table_builder_add (UtTableBuilder *builder, const UtRow *row) {
  g_assert ((row->status == UT_STATUS_OK) == !isnan (row->value));
  gsize first = builder->origins->len;
  g_array_append_val (builder->rows, *row);
  g_array_append_val (builder->first_origin, first);
  if (row->n_origins > 0)
    g_array_append_vals (builder->origins, row->origins, (guint) row->n_origins);
}

void
ut_table_builder_add_table (UtTableBuilder *builder, const UtTable *table) {
  g_autofree guint16 *renumbered = g_new (guint16, table->files->len);
  for (guint i = 0; i < table->files->len; i++) {
    const UtTableFile *file = ut_table_file (table, (guint16) i);
    renumbered[i] = ut_table_builder_file (builder, file->path, file->dataset);
  }
  for (gsize i = 0; i < table->n_rows; i++) {
    UtRow row;
    guint first = builder->origins->len;
    ut_table_get_row (table, i, &row);
    ut_table_builder_add (builder, &row);
    for (guint k = first; k < builder->origins->len; k++) {
      UtOrigin *origin = &g_array_index (builder->origins, UtOrigin, k);
      origin->file = renumbered[origin->file];
    }
  }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data) {
  const GArray *rows = data;
  const UtRow *left = &g_array_index (rows, UtRow, *(const guint32 *) a);
  const UtRow *right = &g_array_index (rows, UtRow, *(const guint32 *) b);
  if (left->indicator != right->indicator)
    return left->indicator < right->indicator ? -1 : 1;
  if (left->region != right->region)
    return left->region < right->region ? -1 : 1;
  return ut_period_compare (left->period, right->period);
}

static UtTable *
table_new (gsize n, guint n_origins) {
  UtTable *table = g_new (UtTable, 1);
  *table = (UtTable){
    .n_rows = n,
    .indicator = g_new (UtIndicatorId, n),
    .region = g_new (UtRegionId, n),
    .period = g_new (UtPeriod, n),
    .value = g_new (double, n),
    .numerator = g_new (double, n),
    .denominator = g_new (double, n),
    .margin = g_new (double, n),
    .status = g_new (guint8, n),
    .quality = g_new (guint8, n),
    .first_origin = g_new0 (guint32, n + 1),
    .origins = g_array_sized_new (FALSE, FALSE, sizeof (UtOrigin), n_origins),
  };
  return table;
}

static void
table_set_row (UtTable *table, gsize i, const UtRow *row, const UtOrigin *origins) {
  table->indicator[i] = row->indicator;
  table->region[i] = row->region;
  table->period[i] = row->period;
  table->value[i] = row->value;
  table->numerator[i] = row->numerator;
  table->denominator[i] = row->denominator;
  table->margin[i] = row->margin;
  table->status[i] = (guint8) row->status;
  table->quality[i] = row->quality;
  if (row->n_origins > 0)
    g_array_append_vals (table->origins, origins, (guint) row->n_origins);
  table->first_origin[i + 1] = table->origins->len;
}

UtTable *
ut_table_builder_finish (UtTableBuilder *builder) {
  guint n = builder->rows->len;
  g_autofree guint32 *order = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  if (n > 1)
    g_qsort_with_data (order, (int) n, sizeof *order, compare_rows, builder->rows);
  UtTable *table = table_new (n, builder->origins->len);
  for (guint i = 0; i < n; i++) {
    const UtRow *row = &g_array_index (builder->rows, UtRow, order[i]);
    gsize first = g_array_index (builder->first_origin, gsize, order[i]);
    const UtOrigin *origins = row->n_origins > 0 ? &g_array_index (builder->origins, UtOrigin, first) : NULL;
    g_assert (i == 0 || compare_rows (&order[i - 1], &order[i], builder->rows) < 0);
    table_set_row (table, i, row, origins);
  }
  table->files = g_ptr_array_ref (builder->files);
  builder_clear (builder);
  builder_start (builder);
  return table;
}
