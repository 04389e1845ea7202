/* Every chart of the report as a file of its own: what is requested here is painted for all outputs at once. */
#include "report/output/outputs.h"

gpointer
ut_output_charts_prepare (const UtWriting *writing) {
  ut_chart_images_draw_all (writing->figures);
  return NULL;
}
