/* A mapping of dataset.yaml, resolved once against the columns a file has. */
#ifndef UT_IMPORT_PLAN_H
#define UT_IMPORT_PLAN_H

#include <glib.h>
#include <utsyn/dataset.h>

#include "import/importer.h"

typedef enum {
  UT_PART_VALUE,
  UT_PART_NUMERATOR,
  UT_PART_DENOMINATOR,
  UT_PART_MARGIN,
  UT_PART_PUBLISHED,
  UT_N_PARTS
} UtPart;

/* One dimension's cell is one of the labels. */
typedef struct {
  guint dimension;
  const char *const *labels;
  guint n_labels;
  gboolean halves; /* cells are "code - text": either half will do */
} UtCondition;

/* A sum: its term number is column × the product of labels + labels. */
typedef struct {
  gboolean exists;
  GArray *conditions;   /* UtCondition */
  guint n_combinations; /* product of the conditions' labels; 1 without conditions */
  GPtrArray *columns;   /* GArray of guint: the file's columns of each column named in the mapping */
  guint first_term;     /* among the mapping's terms */
  guint n_terms;
} UtSumPlan;

typedef struct {
  const UtMapping *mapping;
  GArray *conditions; /* UtCondition */
  UtSumPlan parts[UT_N_PARTS];
  guint n_terms;
  int region_dimension;
  int period_dimension;  /* -1: none needed */
  int quality_dimension; /* -1: none */
} UtPlan;

const UtQuantity *ut_mapping_part (const UtMapping *mapping, UtPart part);
/* Terms of a part, the same for every file. */
guint ut_mapping_n_terms (const UtMapping *mapping, UtPart part);
/* What a term is, for complaints: "oppfyller", "alder 3 år". New string. */
char *ut_mapping_term_name (const UtMapping *mapping, UtPart part, guint term);

/* UT_ERROR_DEFINITION: a heading the file does not have, naming dataset.yaml's line and those it has. */
UtPlan *ut_plan_new (const UtDataset *dataset, const UtMapping *mapping, const UtCellLayout *layout, const char *file,
                     GError **error);
void ut_plan_free (UtPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtPlan, ut_plan_free)

/* The combination of labels a row has; FALSE when it has none of them. */
gboolean ut_conditions_match (const GArray *conditions, const UtCellRow *row, guint *combination);

/* Headings of the dataset's mappings, for the importer. New NULL-terminated lists. */
char **ut_dataset_value_columns (const UtDataset *dataset);
char **ut_dataset_label_columns (const UtDataset *dataset);

#endif
