#include "report/workbook/workbook.h"

#include "report/output/outputs.h"

gboolean
ut_output_workbook_write (UtWriting *writing, gpointer nothing G_GNUC_UNUSED, GError **error) {
  g_autofree char *name = g_strconcat (writing->report->id, ".xlsx", NULL);
  GBytes *bytes = ut_workbook_write (writing->report, writing->project, writing->assessment, error);
  return ut_writing_put (writing, name, bytes, "workbook", error);
}
