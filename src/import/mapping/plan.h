/* A mapping of dataset.yaml, resolved once against the columns a file has. */
#ifndef UT_IMPORT_MAPPING_PLAN_H
#define UT_IMPORT_MAPPING_PLAN_H

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

/* A dimension's cell is one of the labels. */
typedef struct {
  guint dimension;
  const char *const *labels;
  const char *const *const *spellings; /* [n_labels] NULL-terminated; NULL: each label is its own cell */
  guint n_labels;
  guint stride;    /* of a label in the number of the combination */
  gboolean halves; /* cells are "code - text": either half will do */
} UtCondition;

/* A column of figures, and the first of its terms among the mapping's. */
typedef struct {
  guint column;
  guint first_term;
} UtPlanColumn;

/* A sum: its term number is column × the product of labels + labels. */
typedef struct {
  gboolean exists;
  GArray *conditions;   /* UtCondition */
  guint n_combinations; /* product of the conditions' labels; 1 without conditions */
  GArray *columns;      /* UtPlanColumn: those of the file that the mapping names, one a period */
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
  int part_dimension;    /* -1: the period is in one column */
  int quality_dimension; /* -1: none */
  guint16 fixed_period;  /* the calendar's number of the mapping's own period; its collector sets it */
} UtPlan;

/* Whether a mapping is about a file and a table at all. */
gboolean ut_mapping_concerns (const UtMapping *mapping, const char *file, const UtCellLayout *table);

const UtQuantity *ut_mapping_part (const UtMapping *mapping, UtPart part);
/* Terms of a part, the same for every file. */
guint ut_mapping_n_terms (const UtMapping *mapping, UtPart part);
/* What a term is, for complaints: "oppfyller", "alder 3 år". New string. */
char *ut_mapping_term_name (const UtMapping *mapping, UtPart part, guint term);

/* UT_ERROR_DEFINITION: a heading the file does not have, naming dataset.yaml's line and those it has. */
UtPlan *ut_plan_new (const UtDataset *dataset, const UtMapping *mapping, const UtCellLayout *layout, const char *file,
                     GError **error);
void ut_plan_free (UtPlan *plan);
/* The dimension that a mapping of dataset.yaml calls so; -1 with the same error when the table has none. */
int ut_plan_find_dimension (const UtDataset *dataset, const UtMapping *mapping, const UtCellLayout *layout,
                            const char *file, const char *wanted, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtPlan, ut_plan_free)

/* Whether a cell is a label as dataset.yaml writes it; `halves` as in UtCondition. */
gboolean ut_label_matches (const char *cell, const char *wanted, gboolean halves);

/* Whether a label of a dimension meets every condition on it; adds its share to the combination of labels. */
gboolean ut_conditions_match_label (const GArray *conditions, guint dimension, const char *label, guint32 *combination);

/* Headings of the dataset's mappings, for the importer. New NULL-terminated lists. */
char **ut_dataset_value_columns (const UtDataset *dataset);
char **ut_dataset_label_columns (const UtDataset *dataset);

#endif
