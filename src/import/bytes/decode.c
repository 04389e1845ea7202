#include "import/bytes/decode.h"

#include <string.h>

#include "base/i18n.h"

/* Enough to tell UTF-16 from a stray NUL. */
#define SNIFFED_BYTES (64 * 1024)

/* windows-1252 0x80–0x9F; 0 where the code page has no character. */
static const gunichar cp1252[32]
    = { 0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178 };

void
ut_decode_utf16 (GString *text, const char *from, gsize n_bytes, gboolean big_endian, gunichar *carried) {
  const guchar *bytes = (const guchar *) from;
  gunichar high = *carried;
  for (gsize i = 0; i + 1 < n_bytes; i += 2) {
    gunichar unit = big_endian ? (gunichar) bytes[i] << 8 | bytes[i + 1] : (gunichar) bytes[i + 1] << 8 | bytes[i];
    gboolean low_half = unit >= 0xdc00 && unit < 0xe000;
    if (high != 0 && low_half) {
      g_string_append_unichar (text, 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
      high = 0;
      continue;
    }
    if (high != 0)
      g_string_append_unichar (text, 0xfffd);
    high = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
    if (high == 0)
      g_string_append_unichar (text, low_half ? 0xfffd : unit);
  }
  *carried = high;
}

static GString *
decode_single_byte (const guchar *bytes, gsize n_bytes) {
  GString *text = g_string_sized_new (n_bytes + n_bytes / 16 + 1);
  for (gsize i = 0, start = 0; i < n_bytes; start = i) {
    while (i < n_bytes && bytes[i] < 0x80)
      i++;
    g_string_append_len (text, (const char *) bytes + start, (gssize) (i - start));
    for (; i < n_bytes && bytes[i] >= 0x80; i++) {
      gunichar c = bytes[i] < 0xa0 ? cp1252[bytes[i] - 0x80] : bytes[i];
      g_string_append_unichar (text, c != 0 ? c : 0xfffd);
    }
  }
  return text;
}

static gboolean
looks_like_utf16 (const guchar *bytes, gsize n_bytes, gboolean *big_endian) {
  gsize n = MIN (n_bytes, SNIFFED_BYTES) / 2, n_zero[2] = { 0, 0 };
  for (gsize i = 0; i < 2 * n; i++)
    n_zero[i % 2] += bytes[i] == 0;
  *big_endian = n_zero[0] > n_zero[1];
  gsize most = MAX (n_zero[0], n_zero[1]), least = MIN (n_zero[0], n_zero[1]);
  return n >= 2 && most * 10 > n * 3 && least * 20 < n;
}

/* g_utf8_validate stops at a NUL; here it is a character, and the line that holds it is refused later. */
static gboolean
is_utf8 (const char *bytes, gsize n_bytes, gsize *n_valid) {
  const char *at = bytes, *end = bytes + n_bytes;
  while (at < end) {
    const char *stop;
    if (g_utf8_validate_len (at, (gsize) (end - at), &stop))
      break;
    if (*stop != '\0') {
      *n_valid = (gsize) (stop - bytes);
      return FALSE;
    }
    at = stop + 1;
  }
  return TRUE;
}

/* A file cut in the middle of its last character is still UTF-8. */
static gboolean
is_cut_utf8 (const char *bytes, gsize n_bytes, gsize n_valid) {
  if (n_bytes - n_valid > 3
      || g_utf8_get_char_validated (bytes + n_valid, (gssize) (n_bytes - n_valid)) != (gunichar) -2)
    return FALSE;
  for (gsize i = 0; i < n_valid; i++)
    if ((guchar) bytes[i] >= 0x80)
      return TRUE;
  return FALSE;
}

UtBytes
ut_bytes_kind (const char *bytes, gsize n_bytes, gsize *n_mark, const char **encoding) {
  const guchar *raw = (const guchar *) bytes;
  gboolean big_endian;
  gsize n_valid = 0;
  *n_mark = 0;
  if (n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0) {
    *n_mark = 3;
    *encoding = N_ ("UTF-8 with BOM");
    return UT_BYTES_UTF8;
  }
  if (n_bytes >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0)) {
    big_endian = raw[0] == 0xfe;
    *n_mark = 2;
    *encoding = big_endian ? N_ ("UTF-16BE with BOM") : N_ ("UTF-16LE with BOM");
    return big_endian ? UT_BYTES_UTF16BE : UT_BYTES_UTF16LE;
  }
  if (looks_like_utf16 (raw, n_bytes, &big_endian)) {
    *encoding = big_endian ? "UTF-16BE" : "UTF-16LE";
    return big_endian ? UT_BYTES_UTF16BE : UT_BYTES_UTF16LE;
  }
  if (is_utf8 (bytes, n_bytes, &n_valid) || is_cut_utf8 (bytes, n_bytes, n_valid)) {
    *encoding = "UTF-8";
    return UT_BYTES_UTF8;
  }
  *encoding = "ISO-8859-1";
  for (gsize i = 0; i < n_bytes; i++)
    if (raw[i] >= 0x80 && raw[i] < 0xa0)
      *encoding = "windows-1252";
  return UT_BYTES_SINGLE;
}

char *
ut_bytes_to_text (UtBytes kind, const char *bytes, gsize n_bytes) {
  if (kind == UT_BYTES_SINGLE)
    return g_string_free (decode_single_byte ((const guchar *) bytes, n_bytes), FALSE);
  return g_utf8_validate_len (bytes, n_bytes, NULL) ? g_strndup (bytes, n_bytes) : NULL;
}

GString *
ut_decode (const char *bytes, gsize n_bytes, const char **encoding) {
  gsize n_mark;
  gunichar high = 0;
  UtBytes kind = ut_bytes_kind (bytes, n_bytes, &n_mark, encoding);
  bytes += n_mark;
  n_bytes -= n_mark;
  if (kind == UT_BYTES_UTF8)
    return g_string_new_len (bytes, (gssize) n_bytes);
  if (kind == UT_BYTES_SINGLE)
    return decode_single_byte ((const guchar *) bytes, n_bytes);
  GString *text = g_string_sized_new (n_bytes / 2 + 1);
  ut_decode_utf16 (text, bytes, n_bytes, kind == UT_BYTES_UTF16BE, &high);
  if (high != 0)
    g_string_append_unichar (text, 0xfffd);
  return text;
}
