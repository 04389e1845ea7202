#include "import/inspect/follow.h"

/* Where a label of the leader has come with several. */
#define SEVERAL G_MAXUINT32

/* One in so many of the leader's labels may break the rule: two places of one name do. */
#define EXCEPTION 20

/* What the leader's labels came with in another dimension. */
typedef struct {
  GArray *companions; /* guint32 by the leader's code: the other's code + 1; 0: not met, or SEVERAL */
  guint n_met, n_several;
} Companions;

struct UtFollow {
  guint n_dimensions;
  int leader;
  Companions *of; /* [n_dimensions] */
};

UtFollow *
ut_follow_new (guint n_dimensions, int leader) {
  UtFollow *follow = g_new0 (UtFollow, 1);
  follow->n_dimensions = n_dimensions;
  follow->leader = leader;
  follow->of = g_new0 (Companions, n_dimensions + 1);
  for (guint i = 0; i < n_dimensions; i++)
    follow->of[i].companions = g_array_new (FALSE, TRUE, sizeof (guint32));
  return follow;
}

void
ut_follow_free (UtFollow *follow) {
  if (follow == NULL)
    return;
  for (guint i = 0; i < follow->n_dimensions; i++)
    g_array_unref (follow->of[i].companions);
  g_free (follow->of);
  g_free (follow);
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
ut_follow_row (UtFollow *follow, const guint32 *labels) {
  for (guint i = 0; follow->leader >= 0 && i < follow->n_dimensions; i++)
    note (&follow->of[i], labels[follow->leader], labels[i]);
}

gboolean
ut_follow_holds (const UtFollow *follow, guint dimension) {
  const Companions *companions = &follow->of[dimension];
  return follow->leader >= 0 && companions->n_several * EXCEPTION <= companions->n_met;
}
