/* The indicators that the key `groups` names, when the whole catalogue is read. */
#include "model/indicator_read.h"

#include "base/i18n.h"
#include <utsyn/error.h>

/* Figures of two kinds cannot be compared. */
static gboolean
is_alike (const UtIndicator *one, const UtIndicator *other) {
  return one->measure == other->measure && one->unit == other->unit && one->test == other->test;
}

/* Those that are only added up need not be of one unit: the counts are. */
static gboolean
is_addable (const UtIndicator *one, const UtIndicator *other) {
  return one->measure == other->measure;
}

static gboolean
resolve (const UtCatalogue *catalogue, const UtIndicator *indicator, UtParts *parts,
         gboolean (*fits) (const UtIndicator *, const UtIndicator *), GError **error) {
  gboolean sound = TRUE;
  parts->ids = g_new0 (UtIndicatorId, parts->n);
  for (guint i = 0; i < parts->n; i++) {
    const UtIndicator *group = ut_catalogue_find (catalogue, parts->keys[i]);
    if (group != NULL && group != indicator && fits (group, indicator)) {
      parts->ids[i] = group->id;
      continue;
    }
    sound = FALSE;
    ut_error_join (error,
                   ut_error_new (UT_ERROR_DEFINITION,
                                 group == NULL ? _ ("%s:%u: %s has the group '%s', and no such indicator is defined")
                                 : group == indicator ? _ ("%s:%u: %s cannot be a group of itself ('%s')")
                                 : fits == is_alike
                                     ? _ ("%s:%u: %s and its group '%s' are not of the same measure, unit and test")
                                     : _ ("%s:%u: %s and its group '%s' are not of the same measure"),
                                 indicator->file, indicator->line, indicator->key, parts->keys[i]));
  }
  return sound;
}

static gboolean
resolve_all (const UtCatalogue *catalogue, UtIndicator *indicator, GError **error) {
  gboolean sound = TRUE;
  for (guint i = 0; i < UT_N_DIMENSIONS; i++)
    sound = (indicator->by[i].n == 0 || resolve (catalogue, indicator, &indicator->by[i], is_alike, error)) && sound;
  for (guint i = 0; indicator->other != NULL && i < indicator->other->len; i++)
    sound = resolve (catalogue, indicator, g_ptr_array_index (indicator->other, i), is_addable, error) && sound;
  return sound;
}

gboolean
ut_groups_resolve (const UtCatalogue *catalogue, guint from, GError **error) {
  gboolean sound = TRUE;
  for (guint i = from; i < ut_catalogue_count (catalogue); i++)
    sound = resolve_all (catalogue, (UtIndicator *) ut_catalogue_get (catalogue, (UtIndicatorId) i), error) && sound;
  return sound;
}
