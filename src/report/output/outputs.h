/* The outputs of a report, one row each; what is in the row is all that is known of one anywhere else. */
#ifndef UT_REPORT_OUTPUT_OUTPUTS_H
#define UT_REPORT_OUTPUT_OUTPUTS_H

#include "report/output/paint.h"
#include "report/output/writing.h"

typedef struct {
  UtOutputKind kind;
  guint n_files;       /* that are written beside the charts */
  guint image_formats; /* in which the charts it requests are written; UtImageFormat flags */
  /* Mandatory, but for an output that is nothing but charts. Requests the charts it shows; what it returns is given to
   * `write` when they are drawn, and freed. */
  gpointer (*prepare) (const UtWriting *writing);
  gboolean (*write) (UtWriting *writing, gpointer prepared, GError **error);
  GDestroyNotify free; /* Optional: NULL where `prepare` returns nothing. */
} UtOutputRow;

const UtOutputRow *ut_output_row (guint i);

/* Rows of the table. */
gpointer ut_output_chapter_prepare (const UtWriting *writing);
gboolean ut_output_chapter_write (UtWriting *writing, gpointer document, GError **error);
void ut_output_chapter_free (gpointer document);
gpointer ut_output_charts_prepare (const UtWriting *writing);
gboolean ut_output_workbook_write (UtWriting *writing, gpointer nothing, GError **error);

#endif
