/* The variables of a PC-Axis table: their order, their labels, and which of them is place and time. */
#ifndef UT_IMPORT_FORMAT_PX_VARIABLE_H
#define UT_IMPORT_FORMAT_PX_VARIABLE_H

#include <glib.h>

#include "import/bytes/px_grammar.h"

typedef struct {
  const char *name; /* as STUB or HEADING has it */
  char *heading;    /* "Region - region": code and text, the text alone where there is no other */
  guint n_labels;
  char **labels;           /* [n_labels] "1 - Menn", "0301 Oslo", "2024" */
  const char *const *keys; /* [n_labels] what begins the rows of sparse data; NULL when they are not sparse */
} UtPxVariable;

typedef struct {
  guint n_variables;
  guint n_stub; /* the first of them; the rest lie across */
  UtPxVariable *variables;
  int region, period; /* index, or -1 */
} UtPxVariables;

/* `px` must live as long. Error: UT_ERROR_DEFINITION. */
gboolean ut_px_variables_read (const UtPx *px, const char *shown, UtPxVariables *variables, GError **error);
void ut_px_variables_clear (UtPxVariables *variables);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtPxVariables, ut_px_variables_clear)

#endif
