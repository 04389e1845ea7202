#include "base/mo.h"
#include <string.h>

typedef struct {
  const char *key;
  gsize key_length;
  const char *text;
  gsize text_length;
} Entry;

#define ENTRY(key, text)                                                                                               \
  { (key), sizeof (key) - 1, (text), sizeof (text) - 1 }

/* Sorted, as msgfmt writes them. */
static const Entry entries[] = {
  ENTRY ("", "Language: nb\n"),
  ENTRY ("heading\004school", "Skole (overskrift)"),
  ENTRY ("one year\0%d years", "ett år\0%d år"),
  ENTRY ("school", "skole"),
  ENTRY ("untranslated", ""),
};

static void
put_word (GByteArray *bytes, guint32 word, gboolean swapped) {
  guint32 stored = swapped ? GUINT32_SWAP_LE_BE (word) : word;
  g_byte_array_append (bytes, (const guint8 *) &stored, sizeof stored);
}

static GByteArray *
build (const Entry *from, guint32 n, gboolean swapped) {
  GByteArray *bytes = g_byte_array_new ();
  const guint32 header[] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (header); i++)
    put_word (bytes, header[i], swapped);
  guint32 offset = 28 + 16 * n;
  for (guint32 side = 0; side < 2; side++) {
    for (guint32 i = 0; i < n; i++) {
      guint32 length = (guint32) (side == 0 ? from[i].key_length : from[i].text_length);
      put_word (bytes, length, swapped);
      put_word (bytes, offset, swapped);
      offset += length + 1;
    }
  }
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) from[i].key, (guint) from[i].key_length + 1);
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) from[i].text, (guint) from[i].text_length + 1);
  return bytes;
}

static void
test_both_byte_orders (void) {
  for (int swapped = 0; swapped < 2; swapped++) {
    g_autoptr (GByteArray) bytes = build (entries, G_N_ELEMENTS (entries), swapped);
    UtMo mo;
    g_assert_true (ut_mo_open (&mo, bytes->data, bytes->len));
    g_assert_cmpstr (ut_mo_find (&mo, "school", 0), ==, "skole");
    g_assert_cmpstr (ut_mo_find (&mo, "heading\004school", 0), ==, "Skole (overskrift)");
    g_assert_cmpstr (ut_mo_find (&mo, "one year", 0), ==, "ett år");
    g_assert_cmpstr (ut_mo_find (&mo, "one year", 1), ==, "%d år");
    g_assert_null (ut_mo_find (&mo, "one year", 2));
    g_assert_null (ut_mo_find (&mo, "school", 1));
    g_assert_null (ut_mo_find (&mo, "untranslated", 0));
    g_assert_null (ut_mo_find (&mo, "schoo", 0));
    g_assert_null (ut_mo_find (&mo, "zebra", 0));
    g_assert_null (ut_mo_find (&mo, "%d years", 0));
  }
}

static void
test_refused (void) {
  static const Entry unsorted[] = { ENTRY ("b", "1"), ENTRY ("a", "2") };
  g_autoptr (GByteArray) bytes = build (unsorted, 2, FALSE);
  UtMo mo;
  g_assert_false (ut_mo_open (&mo, bytes->data, bytes->len));
  g_assert_false (ut_mo_open (&mo, "", 0));
  g_assert_false (ut_mo_open (&mo, "no catalogue at all, only text", 30));
}

static void
test_truncated (void) {
  g_autoptr (GByteArray) bytes = build (entries, G_N_ELEMENTS (entries), FALSE);
  for (gsize n = 0; n < bytes->len; n++) {
    /* A copy of exactly this size, so that the sanitizer sees a read past it. */
    g_autofree guint8 *part = g_memdup2 (bytes->data, n);
    UtMo mo;
    g_assert_false (ut_mo_open (&mo, part, n));
  }
}

static void
test_damaged (void) {
  g_autoptr (GByteArray) bytes = build (entries, G_N_ELEMENTS (entries), FALSE);
  static const guint8 values[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
  for (gsize i = 0; i < bytes->len; i++) {
    for (gsize k = 0; k < G_N_ELEMENTS (values); k++) {
      g_autofree guint8 *copy = g_memdup2 (bytes->data, bytes->len);
      copy[i] = values[k];
      UtMo mo;
      if (!ut_mo_open (&mo, copy, bytes->len))
        continue;
      for (gsize e = 0; e < G_N_ELEMENTS (entries); e++)
        for (guint form = 0; form < 3; form++)
          ut_mo_find (&mo, entries[e].key, form);
    }
  }
}

static void
test_empty_catalogue (void) {
  g_autoptr (GByteArray) bytes = build (entries, 0, FALSE);
  UtMo mo;
  g_assert_true (ut_mo_open (&mo, bytes->data, bytes->len));
  g_assert_null (ut_mo_find (&mo, "school", 0));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/mo/both-byte-orders", test_both_byte_orders);
  g_test_add_func ("/base/mo/refused", test_refused);
  g_test_add_func ("/base/mo/truncated", test_truncated);
  g_test_add_func ("/base/mo/damaged", test_damaged);
  g_test_add_func ("/base/mo/empty", test_empty_catalogue);
  return g_test_run ();
}
