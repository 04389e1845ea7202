/* The indicators that projections name as their alternatives. */
#include "model/indicator_read.h"

#include "base/i18n.h"
#include <utsyn/error.h>

gboolean
ut_alternatives_resolve (const UtCatalogue *catalogue, guint from, GError **error) {
  gboolean sound = TRUE;
  for (guint i = from; i < ut_catalogue_count (catalogue); i++) {
    UtIndicator *indicator = (UtIndicator *) ut_catalogue_get (catalogue, (UtIndicatorId) i);
    for (guint k = 0; k < UT_N_ALTERNATIVES && indicator->alternatives[k].key != NULL; k++) {
      const UtIndicator *other = ut_catalogue_find (catalogue, indicator->alternatives[k].key);
      if (other != NULL && other->projection && other->measure == indicator->measure
          && other->unit == indicator->unit) {
        indicator->alternatives[k].id = other->id;
        continue;
      }
      ut_error_join (error,
                     ut_error_new (UT_ERROR_DEFINITION,
                                   other == NULL
                                       ? _ ("%s:%u: %s has the alternative '%s', and no such indicator is defined")
                                       : _ ("%s:%u: the alternative of %s is no projection of the same kind ('%s')"),
                                   indicator->file, indicator->line, indicator->key, indicator->alternatives[k].key));
      sound = FALSE;
    }
  }
  return sound;
}
