/* `klass-json`: answers of SSB's Klass API: codes, changes between two dates, correspondences. Lists without figures.
 */
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/format/formats.h"
#include "import/shape/json_records.h"

/* The list an answer holds, and a key of its rows where the name of the list is not enough to know it. */
static const struct {
  const char *list, *mark;
} answers[] = {
  { "codes", "presentationName" },
  { "codes", "parentCode" },
  { "codeChanges", NULL },
  { "correspondenceItems", NULL },
  { "correspondenceMaps", "sourceCode" },
  { "classificationItems", "code" },
};

int
ut_klass_json_detect (const UtFileHead *head) {
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (ut_json_head_has (head, answers[i].list, NULL)
        && (answers[i].mark == NULL || ut_json_head_has (head, answers[i].mark, NULL)))
      return 90;
  return 0;
}

/* Columns of the CSV form of the same answers, in its order; JSON objects have none. */
static const char *const order[] = { "code",
                                     "parentCode",
                                     "level",
                                     "name",
                                     "shortName",
                                     "presentationName",
                                     "oldCode",
                                     "oldName",
                                     "oldShortName",
                                     "newCode",
                                     "newName",
                                     "newShortName",
                                     "changeOccurred",
                                     "sourceCode",
                                     "sourceName",
                                     "sourceShortName",
                                     "targetCode",
                                     "targetName",
                                     "targetShortName",
                                     "validFrom",
                                     "validTo",
                                     "notes",
                                     "validFromInRequestedRange",
                                     "validToInRequestedRange" };

static guint
rank_key (const char *key) {
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (key, order[i]) == 0)
      return i;
  return G_N_ELEMENTS (order);
}

static int
compare_keys (gconstpointer a, gconstpointer b) {
  guint first = rank_key (*(const char *const *) a), second = rank_key (*(const char *const *) b);
  return (first > second) - (first < second);
}

static json_t *
find_list (const json_t *root) {
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    json_t *list = json_object_get (root, answers[i].list);
    if (json_is_array (list))
      return list;
  }
  return NULL;
}

gboolean
ut_klass_json_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                    GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  json_auto_t *root = ut_json_load (path, shown, form, error);
  if (root == NULL)
    return FALSE;
  json_t *list = find_list (root);
  if (list == NULL) {
    ut_error_set (
        error, UT_ERROR_DEFINITION,
        _ ("%s:1: no answer of Klass: it has none of the lists 'codes', 'codeChanges', 'correspondenceItems'"), shown);
    return FALSE;
  }
  g_auto (UtJsonRecords) records = { 0 };
  if (!ut_json_records_init (&records, list, NULL, shown, error))
    return FALSE;
  ut_json_records_sort (&records, compare_keys);
  g_autofree gboolean *is_value = g_new0 (gboolean, records.keys->len);
  const UtJsonTable table = { .mark = ut_notation_ssb.decimal,
                              .is_value = is_value,
                              .region_key = ut_json_records_find (&records, "code"),
                              .period_key = -1 };
  return ut_json_records_hand (&records, &table, sink, error);
}
