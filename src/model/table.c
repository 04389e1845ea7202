#include <utsyn/table.h>

#include "base/i18n.h"
#include "model/columns.h"
#include <math.h>
#include <string.h>

static const struct {
  const char *sign;
  const char *label;
} statuses[] = {
  [UT_STATUS_OK] = { "", N_ ("published") },
  [UT_STATUS_NOT_POSSIBLE] = { ".", N_ ("no figure can exist") },
  [UT_STATUS_MISSING] = { "..", N_ ("figure missing at the source") },
  [UT_STATUS_NOT_YET] = { "...", N_ ("not yet published") },
  [UT_STATUS_CONFIDENTIAL] = { ":", N_ ("suppressed by the source") },
  [UT_STATUS_BLANK] = { "", N_ ("no figure given") },
  [UT_STATUS_NOT_ADDABLE] = { "..", N_ ("cannot be carried over to today's boundaries") },
  [UT_STATUS_SUPPRESSED] = { ":", N_ ("suppressed to protect privacy") },
  [UT_STATUS_CONTRADICTORY] = { "..", N_ ("the source has contradictory figures") },
  [UT_STATUS_UNUSABLE] = { "..", N_ ("what the file says cannot be used") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (statuses) == UT_N_STATUSES);

const char *
ut_status_sign (UtStatus status) {
  return statuses[status].sign;
}

const char *
ut_status_label (UtStatus status, UtLanguage language) {
  return ut_tr (language, statuses[status].label);
}

/* Reading */

UtTable *
ut_table_ref (const UtTable *table) {
  UtTable *same = (UtTable *) table;
  g_atomic_int_inc (&same->n_other_holders);
  return same;
}

void
ut_table_free (UtTable *table) {
  if (table == NULL || g_atomic_int_add (&table->n_other_holders, -1) > 0)
    return;
  ut_columns_free (table);
  g_array_unref (table->slices);
  g_array_unref (table->origins);
  g_ptr_array_unref (table->files);
  g_clear_pointer (&table->combined, g_array_unref);
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
ut_table_find_row (const UtTable *table, UtIndicatorId indicator, UtRegionId region, UtPeriod period, gsize *row) {
  return ut_series_find (ut_table_series (table, indicator, region), period, row);
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

const UtCombined *
ut_table_combined (const UtTable *table, gsize i) {
  gboolean may_be = table->combined != NULL && (table->quality[i] & (UT_QUALITY_COMBINED | UT_QUALITY_SUMMED)) != 0;
  for (guint k = 0; may_be && k < table->combined->len; k++) {
    const UtCombined *combined = &g_array_index (table->combined, UtCombined, k);
    if (combined->indicator == table->indicator[i] && combined->region == table->region[i]
        && ut_period_compare (combined->period, table->period[i]) == 0)
      return combined;
  }
  return NULL;
}

gsize
ut_table_n_origins (const UtTable *table, gsize i) {
  switch (table->file[i]) {
  case UT_FILE_SEVERAL:
    return g_array_index (table->slices, UtOriginSlice, table->line[i]).n;
  case UT_FILE_NONE:
    return 0;
  default:
    return 1;
  }
}

UtOrigin
ut_table_origin (const UtTable *table, gsize i, gsize k) {
  g_assert (k < ut_table_n_origins (table, i));
  if (table->file[i] == UT_FILE_SEVERAL) {
    guint32 first = g_array_index (table->slices, UtOriginSlice, table->line[i]).first;
    return g_array_index (table->origins, UtOrigin, first + k);
  }
  return (UtOrigin){ .file = table->file[i],
                     .line = table->line[i],
                     .value = table->value[i],
                     .numerator = NAN,
                     .denominator = NAN,
                     .weight = 1 };
}

void
ut_table_get_row (const UtTable *table, gsize i, UtRow *row) {
  *row = (UtRow){
    .indicator = table->indicator[i],
    .region = table->region[i],
    .period = table->period[i],
    .value = table->value[i],
    .numerator = ut_table_numerator (table, i),
    .denominator = ut_table_denominator (table, i),
    .margin = ut_table_margin (table, i),
    .status = table->status[i],
    .quality = table->quality[i],
  };
  if (table->file[i] == UT_FILE_SEVERAL) {
    const UtOriginSlice *slice = &g_array_index (table->slices, UtOriginSlice, table->line[i]);
    row->origins = &g_array_index (table->origins, UtOrigin, slice->first);
    row->n_origins = slice->n;
  } else if (table->file[i] != UT_FILE_NONE) {
    row->file = table->file[i];
    row->line = table->line[i];
  }
}
