#include "base/hash.h"

guint
ut_pair_hash (gconstpointer key) {
  return (guint) (*(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}
