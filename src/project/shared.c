#include "project/shared.h"

UtShared *
ut_shared_new (void) {
  return g_new0 (UtShared, 1);
}

void
ut_shared_forget (UtShared *shared) {
  g_clear_pointer (&shared->previous_manifest, g_free);
  g_clear_pointer (&shared->met, ut_findings_free);
  g_clear_pointer (&shared->preparation, ut_preparation_free);
  g_clear_pointer (&shared->previous_figures, ut_previous_figures_free);
}

void
ut_shared_free (UtShared *shared) {
  if (shared == NULL)
    return;
  ut_shared_forget (shared);
  g_free (shared);
}
