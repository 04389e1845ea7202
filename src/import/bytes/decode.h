/* Text of unknown encoding as UTF-8. */
#ifndef UT_IMPORT_BYTES_DECODE_H
#define UT_IMPORT_BYTES_DECODE_H

#include <glib.h>

/* Byte order mark, else NUL bytes in every other place (UTF-16), else valid UTF-8, else windows-1252 when bytes
 * 0x80–0x9F occur, else ISO-8859-1. What cannot be text becomes U+FFFD, except after a UTF-8 mark, where the bytes stay
 * as they are and the line that holds them is invalid. NUL characters survive.
 *
 * encoding: static text (msgid). */
GString *ut_decode (const char *bytes, gsize n_bytes, const char **encoding);

/* What a file's bytes are, found once for all its blocks. */
typedef enum { UT_BYTES_UTF8, UT_BYTES_SINGLE, UT_BYTES_UTF16LE, UT_BYTES_UTF16BE } UtBytes;

/* The kind ut_decode() would take these bytes for, and how many bytes of mark come before the text. */
UtBytes ut_bytes_kind (const char *bytes, gsize n_bytes, gsize *n_mark, const char **encoding);
/* One cell's bytes as UTF-8, of UT_BYTES_UTF8 or UT_BYTES_SINGLE. NULL when they are not valid. New string. */
char *ut_bytes_to_text (UtBytes kind, const char *bytes, gsize n_bytes);
/* Appends UTF-16 as UTF-8. `high`: a first half of a pair carried from one call to the next, 0 at first. */
void ut_decode_utf16 (GString *text, const char *bytes, gsize n_bytes, gboolean big_endian, gunichar *high);

#endif
