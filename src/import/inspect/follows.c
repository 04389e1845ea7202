#include "import/inspect/follows.h"

#include "import/inspect/dependency.h"

struct UtFollows {
  guint n_dimensions;
  UtDependency *of_place, *of_period;
  UtDependency **of_each; /* [n_dimensions] */
};

UtFollows *
ut_follows_new (const UtCellLayout *layout) {
  UtFollows *self = g_new0 (UtFollows, 1);
  self->n_dimensions = layout->n_dimensions;
  self->of_place = ut_dependency_new (layout->n_dimensions, layout->region_dimension);
  self->of_period = ut_dependency_new (layout->n_dimensions, layout->period_dimension);
  self->of_each = g_new0 (UtDependency *, layout->n_dimensions + 1);
  for (guint i = 0; i < layout->n_dimensions; i++)
    self->of_each[i] = ut_dependency_new (layout->n_dimensions, (int) i);
  return self;
}

void
ut_follows_free (UtFollows *self) {
  if (self == NULL)
    return;
  ut_dependency_free (self->of_place);
  ut_dependency_free (self->of_period);
  for (guint i = 0; i < self->n_dimensions; i++)
    ut_dependency_free (self->of_each[i]);
  g_free (self->of_each);
  g_free (self);
}

void
ut_follows_row (UtFollows *self, const guint32 *labels) {
  ut_dependency_row (self->of_place, labels);
  ut_dependency_row (self->of_period, labels);
  for (guint i = 0; i < self->n_dimensions; i++)
    ut_dependency_row (self->of_each[i], labels);
}

/* Whether the label of one dimension settles that of another: the finer of two, or the first of two that say the same.
 */
static gboolean
settles (const UtFollows *self, guint one, guint other) {
  return one != other && ut_dependency_is_strict (self->of_each[one], other)
         && (one < other || !ut_dependency_is_strict (self->of_each[other], one));
}

void
ut_follows_finish (const UtFollows *self, UtInspectTable *table) {
  for (guint i = 0; i < self->n_dimensions; i++) {
    UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    dimension->follows_place = ut_dependency_holds (self->of_place, i);
    dimension->follows_period = ut_dependency_holds (self->of_period, i);
    for (guint k = 0; k < self->n_dimensions; k++)
      if (settles (self, k, i))
        g_array_append_val (dimension->settled_by, k);
  }
}
