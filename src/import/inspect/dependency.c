#include "import/inspect/dependency.h"

/* Where a label of the leader has come with several. */
#define SEVERAL G_MAXUINT32

/* One in so many of the leader's labels may break the rule: two places of one name do. */
#define EXCEPTION 20

/* What the leader's labels came with in another dimension. */
typedef struct {
  GArray *companions; /* guint32 by the leader's code: the other's code + 1; 0: not met, or SEVERAL */
  guint n_met, n_several;
} Companions;

struct UtDependency {
  guint n_dimensions;
  int leader;
  Companions *of; /* [n_dimensions] */
};

UtDependency *
ut_dependency_new (guint n_dimensions, int leader) {
  UtDependency *dependency = g_new0 (UtDependency, 1);
  dependency->n_dimensions = n_dimensions;
  dependency->leader = leader;
  dependency->of = g_new0 (Companions, n_dimensions + 1);
  for (guint i = 0; i < n_dimensions; i++)
    dependency->of[i].companions = g_array_new (FALSE, TRUE, sizeof (guint32));
  return dependency;
}

void
ut_dependency_free (UtDependency *dependency) {
  if (dependency == NULL)
    return;
  for (guint i = 0; i < dependency->n_dimensions; i++)
    g_array_unref (dependency->of[i].companions);
  g_free (dependency->of);
  g_free (dependency);
}

static void
note (Companions *self, guint32 leader, guint32 label) {
  if (leader >= self->companions->len)
    g_array_set_size (self->companions, leader + 1);
  guint32 *known = &g_array_index (self->companions, guint32, leader);
  if (*known == label + 1 || *known == SEVERAL)
    return;
  self->n_met += *known == 0;
  self->n_several += *known != 0;
  *known = *known == 0 ? label + 1 : SEVERAL;
}

void
ut_dependency_row (UtDependency *dependency, const guint32 *labels) {
  for (guint i = 0; dependency->leader >= 0 && i < dependency->n_dimensions; i++)
    note (&dependency->of[i], labels[dependency->leader], labels[i]);
}

gboolean
ut_dependency_holds (const UtDependency *dependency, guint dimension) {
  const Companions *companions = &dependency->of[dimension];
  return dependency->leader >= 0 && companions->n_several * EXCEPTION <= companions->n_met;
}

gboolean
ut_dependency_is_strict (const UtDependency *dependency, guint dimension) {
  return dependency->leader >= 0 && dependency->of[dimension].n_several == 0;
}
