#include "import/bytes/px_decode.h"

#include <string.h>

#include "import/bytes/decode.h"

/* Where the keyword must stand: among the first of the file. */
#define SEARCHED_BYTES (64 * 1024)

/* Code pages that ut_decode does not know. `written` without punctuation, as PC-Axis, .NET and others spell them. */
static const struct {
  const char *written, *converter, *shown;
} code_pages[] = {
  { "iso885915", "ISO-8859-15", "ISO-8859-15" },
  { "latin9", "ISO-8859-15", "ISO-8859-15" },
  { "iso88592", "ISO-8859-2", "ISO-8859-2" },
  { "iso88594", "ISO-8859-4", "ISO-8859-4" },
  { "iso885910", "ISO-8859-10", "ISO-8859-10" },
  { "windows1250", "WINDOWS-1250", "windows-1250" },
  { "windows1257", "WINDOWS-1257", "windows-1257" },
  { "ibm850", "IBM850", "IBM850" },
  { "cp850", "IBM850", "IBM850" },
  { "dos850", "IBM850", "IBM850" },
  { "850", "IBM850", "IBM850" },
  { "ibm865", "IBM865", "IBM865" },
  { "cp865", "IBM865", "IBM865" },
  { "ibm437", "IBM437", "IBM437" },
  { "cp437", "IBM437", "IBM437" },
  { "oem", "IBM850", "IBM850" },
  { "macintosh", "MACINTOSH", "macintosh" },
};

/* The value of a keyword that begins a line, letters and digits only, in lower case; NULL when there is none. */
static char *
find_value (const char *bytes, gsize n_bytes, const char *keyword) {
  const char *end = bytes + MIN (n_bytes, SEARCHED_BYTES), *at = bytes;
  gsize length = strlen (keyword);
  for (; at < end; at = at < end ? at + 1 : end) {
    if ((gsize) (end - at) > length && g_ascii_strncasecmp (at, keyword, length) == 0
        && (at[length] == '=' || at[length] == ' '))
      break;
    while (at < end && *at != '\n' && *at != '\r')
      at++;
  }
  if (at >= end)
    return NULL;
  GString *value = g_string_new (NULL);
  for (at += length; at < end && *at != ';' && *at != '\n' && *at != '\r'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (value, g_ascii_tolower (*at));
  return g_string_free (value, FALSE);
}

/* Letters of code page 850 stand where ISO-8859-1 has none, and the other way about. */
static gboolean
looks_like_dos (const char *bytes, gsize n_bytes) {
  gsize n_low = 0, n_high = 0;
  for (gsize i = 0; i < n_bytes; i++) {
    n_low += (guchar) bytes[i] >= 0x80 && (guchar) bytes[i] < 0xa0;
    n_high += (guchar) bytes[i] >= 0xc0;
  }
  return n_low > 0 && n_high == 0;
}

/* Index into code_pages, or -1. A file without CODEPAGE and CHARSET is a DOS text by the standard's oldest rule. */
static int
find_code_page (const char *bytes, gsize n_bytes) {
  g_autofree char *name = find_value (bytes, n_bytes, "CODEPAGE");
  if (name == NULL)
    name = find_value (bytes, n_bytes, "CHARSET");
  if (name == NULL && looks_like_dos (bytes, n_bytes))
    name = g_strdup ("oem");
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (code_pages); i++)
    if (strcmp (name, code_pages[i].written) == 0)
      return (int) i;
  return -1;
}

GString *
ut_px_decode (const char *bytes, gsize n_bytes, const char **encoding) {
  g_autoptr (GString) text = ut_decode (bytes, n_bytes, encoding);
  gboolean single_byte = strcmp (*encoding, "ISO-8859-1") == 0 || strcmp (*encoding, "windows-1252") == 0;
  int page = single_byte ? find_code_page (bytes, n_bytes) : -1;
  gsize n = 0;
  g_autofree char *converted
      = page >= 0 ? g_convert (bytes, (gssize) n_bytes, "UTF-8", code_pages[page].converter, NULL, &n, NULL) : NULL;
  if (converted != NULL)
    *encoding = code_pages[page].shown;
  const char *whole = converted != NULL ? converted : text->str;
  gsize length = converted != NULL ? n : text->len;
  if (g_utf8_validate_len (whole, length, NULL))
    return converted != NULL ? g_string_new_len (converted, (gssize) n) : g_steal_pointer (&text);
  g_autofree char *valid = g_utf8_make_valid (whole, (gssize) length);
  return g_string_new (valid);
}
