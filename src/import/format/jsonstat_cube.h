/* One dataset of a JSON-stat file: its dimensions and the texts of their categories. */
#ifndef UT_IMPORT_FORMAT_JSONSTAT_CUBE_H
#define UT_IMPORT_FORMAT_JSONSTAT_CUBE_H

#include "import/bytes/json.h"

typedef struct {
  char *heading; /* "Region - region": id and label, or the one there is */
  gsize size;
  char **cells; /* [size] what a label column says for each category */
} UtJsonStatDimension;

typedef struct {
  json_t *dataset; /* borrowed */
  guint n_dimensions;
  UtJsonStatDimension *dimensions; /* [n_dimensions], the last runs fastest */
  int region, period;              /* which of them; -1 when none */
  gsize n_cells;                   /* product of the sizes, at most UT_JSONSTAT_MOST_CELLS */
} UtJsonStatCube;

/* SSB hands out 800 000 cells at a time. The bound is for sparse files, which may claim any number. */
#define UT_JSONSTAT_MOST_CELLS 100000000

/* Error UT_ERROR_DEFINITION when the dataset contradicts itself; the cube can be cleared in any case. */
gboolean ut_jsonstat_cube_init (UtJsonStatCube *cube, json_t *dataset, const char *shown, GError **error);
void ut_jsonstat_cube_clear (UtJsonStatCube *cube);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtJsonStatCube, ut_jsonstat_cube_clear)

#endif
