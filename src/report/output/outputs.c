/* One row an output. */
#include "report/output/outputs.h"

#include "base/i18n.h"

static const UtOutputRow rows[] = {
  { .kind = { .word = "chapter", .help = N_ ("the chapter: HTML and Markdown"), .by_default = TRUE },
    .n_files = 2,
    .image_formats = UT_IMAGE_PNG, /* Markdown names them; HTML holds its own */
    .prepare = ut_output_chapter_prepare,
    .write = ut_output_chapter_write,
    .free = ut_output_chapter_free },
  { .kind = { .word = "workbook", .help = N_ ("the comparison workbook: XLSX"), .by_default = TRUE },
    .n_files = 1,
    .write = ut_output_workbook_write },
  { .kind = { .word = "charts", .help = N_ ("every chart as a file: PDF, PNG and SVG"), .by_default = TRUE },
    .image_formats = UT_IMAGE_SVG | UT_IMAGE_PDF | UT_IMAGE_PNG,
    .prepare = ut_output_charts_prepare },
};

guint
ut_outputs_count (void) {
  return G_N_ELEMENTS (rows);
}

const UtOutputRow *
ut_output_row (guint i) {
  return i < G_N_ELEMENTS (rows) ? &rows[i] : NULL;
}

const UtOutputKind *
ut_outputs_get (guint i) {
  return i < G_N_ELEMENTS (rows) ? &rows[i].kind : NULL;
}
