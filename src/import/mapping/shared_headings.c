#include "import/mapping/shared_headings.h"

#include "base/i18n.h"

static gboolean
is_named (char *const *values, char *const *labels, const char *name) {
  return g_strv_contains ((const char *const *) values, name) || g_strv_contains ((const char *const *) labels, name);
}

void
ut_shared_headings_report (const UtCollectedTable *table, const char *shown, char *const *values, char *const *labels,
                           UtFindings *findings) {
  for (char **heading = table->equal_headings; heading != NULL && *heading != NULL; heading++) {
    g_autofree char *second = g_strdup_printf ("%s (2)", *heading);
    if (is_named (values, labels, *heading) && !is_named (values, labels, second))
      ut_findings_add (findings, shown, 0, UT_FINDING_EQUAL_HEADINGS,
                       _ ("several columns have the heading '%1$s', and the first is read; the next one is called "
                          "'%2$s' in dataset.yaml"),
                       *heading, second);
  }
}
