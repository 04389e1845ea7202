#include "import/mapping/declared_signs.h"

#include <utsyn/dataset.h>

UtNotation *
ut_declared_signs_add (const UtNotation *notation, const GArray *missing) {
  g_autofree UtSign *signs = g_new (UtSign, missing->len + 1);
  for (guint i = 0; i < missing->len; i++) {
    const UtMissingSign *sign = &g_array_index (missing, UtMissingSign, i);
    signs[i] = (UtSign){ sign->text, sign->status };
  }
  return ut_notation_with (notation, signs, missing->len);
}
