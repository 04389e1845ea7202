#include "import/mapping/selector.h"

/* A prefix of labels that has been met. */
typedef struct {
  UtWanted *wanted; /* [n_wanted] what may still want the row */
  guint n_wanted;
  guint32 *children; /* [n_children] numbers of nodes by label code; 0: not met */
  guint n_children;
} Node;

struct UtSelector {
  const GPtrArray *plans;
  UtDictionary *const *dictionaries;
  guint n_levels;
  guint *levels;                     /* [n_levels] dimensions, in the order of the file */
  GArray *nodes;                     /* Node; the first is the root */
  guint32 *last_labels, *last_nodes; /* [n_levels], of the row before */
};

static void
clear_node (gpointer data) {
  Node *node = data;
  g_free (node->wanted);
  g_free (node->children);
}

static void
mark (const GArray *conditions, gboolean *wanted) {
  for (guint i = 0; i < conditions->len; i++)
    wanted[g_array_index (conditions, UtCondition, i).dimension] = TRUE;
}

static void
find_levels (UtSelector *self, guint n_dimensions) {
  g_autofree gboolean *wanted = g_new0 (gboolean, n_dimensions + 1);
  for (guint i = 0; i < self->plans->len; i++) {
    const UtPlan *plan = g_ptr_array_index (self->plans, i);
    if (plan == NULL)
      continue;
    mark (plan->conditions, wanted);
    for (UtPart part = 0; part < UT_N_PARTS; part++)
      mark (plan->parts[part].conditions, wanted);
  }
  self->levels = g_new0 (guint, n_dimensions + 1);
  for (guint i = 0; i < n_dimensions; i++)
    if (wanted[i])
      self->levels[self->n_levels++] = i;
}

static void
add_root (UtSelector *self) {
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (UtWanted));
  for (guint i = 0; i < self->plans->len; i++) {
    const UtPlan *plan = g_ptr_array_index (self->plans, i);
    for (UtPart part = 0; plan != NULL && part < UT_N_PARTS; part++) {
      const UtWanted w = { .mapping = (guint16) i, .part = (guint16) part };
      if (plan->parts[part].exists)
        g_array_append_val (wanted, w);
    }
  }
  Node root = { .n_wanted = wanted->len };
  root.wanted = (UtWanted *) (gpointer) g_array_steal (wanted, NULL);
  g_array_append_val (self->nodes, root);
}

UtSelector *
ut_selector_new (const GPtrArray *plans, guint n_dimensions, UtDictionary *const *dictionaries) {
  UtSelector *self = g_new0 (UtSelector, 1);
  self->plans = plans;
  self->dictionaries = dictionaries;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (self->nodes, clear_node);
  find_levels (self, n_dimensions);
  self->last_labels = g_new (guint32, self->n_levels + 1);
  self->last_nodes = g_new0 (guint32, self->n_levels + 1);
  for (guint i = 0; i < self->n_levels; i++)
    self->last_labels[i] = UT_LABEL_NONE;
  add_root (self);
  return self;
}

void
ut_selector_free (UtSelector *self) {
  if (self == NULL)
    return;
  g_free (self->levels);
  g_free (self->last_labels);
  g_free (self->last_nodes);
  g_array_unref (self->nodes);
  g_free (self);
}

static guint32
add_node (UtSelector *self, guint32 parent, guint level, guint32 code) {
  guint dimension = self->levels[level];
  const char *label = ut_dictionary_label (self->dictionaries[dimension], code);
  const Node *above = &g_array_index (self->nodes, Node, parent);
  Node node = { .wanted = g_new (UtWanted, above->n_wanted + 1) };
  for (guint i = 0; i < above->n_wanted; i++) {
    UtWanted wanted = above->wanted[i];
    const UtPlan *plan = g_ptr_array_index (self->plans, wanted.mapping);
    guint ignored = 0;
    if (ut_conditions_match_label (plan->conditions, dimension, label, &ignored)
        && ut_conditions_match_label (plan->parts[wanted.part].conditions, dimension, label, &wanted.combination))
      node.wanted[node.n_wanted++] = wanted;
  }
  g_array_append_val (self->nodes, node);
  guint32 number = self->nodes->len - 1;
  Node *owner = &g_array_index (self->nodes, Node, parent);
  if (code >= owner->n_children) {
    guint n = MAX (ut_dictionary_count (self->dictionaries[dimension]), 2 * owner->n_children);
    owner->children = g_renew (guint32, owner->children, n);
    for (guint i = owner->n_children; i < n; i++)
      owner->children[i] = 0;
    owner->n_children = n;
  }
  owner->children[code] = number;
  return number;
}

const UtWanted *
ut_selector_find (UtSelector *self, const guint32 *labels, guint *n_wanted) {
  guint level = 0;
  while (level < self->n_levels && self->last_labels[level] == labels[self->levels[level]])
    level++;
  guint32 number = level == 0 ? 0 : self->last_nodes[level - 1];
  const Node *node = &g_array_index (self->nodes, Node, number);
  for (; level < self->n_levels && node->n_wanted > 0; level++) {
    guint32 code = labels[self->levels[level]];
    guint32 child = code < node->n_children ? node->children[code] : 0;
    number = child != 0 ? child : add_node (self, number, level, code);
    node = &g_array_index (self->nodes, Node, number);
    self->last_labels[level] = code;
    self->last_nodes[level] = number;
  }
  /* No mapping selects below this node, so it was not looked at. */
  if (level < self->n_levels)
    self->last_labels[level] = UT_LABEL_NONE;
  *n_wanted = node->n_wanted;
  return node->wanted;
}
