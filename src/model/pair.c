#include "model/indicator_read.h"

#include <utsyn/number.h>

gboolean
ut_pair_read (const UtYamlNode *node, double *lower, double *upper) {
  if (node->kind != UT_YAML_SEQUENCE || node->items->len != 2)
    return FALSE;
  const UtYamlNode *first = g_ptr_array_index (node->items, 0), *second = g_ptr_array_index (node->items, 1);
  return first->kind == UT_YAML_SCALAR && second->kind == UT_YAML_SCALAR
         && ut_number_parse (first->text, UT_DECIMAL_POINT, lower)
         && ut_number_parse (second->text, UT_DECIMAL_POINT, upper) && *lower <= *upper;
}
