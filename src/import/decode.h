/* Text of unknown encoding as UTF-8. */
#ifndef UT_IMPORT_DECODE_H
#define UT_IMPORT_DECODE_H

#include <glib.h>

/* Byte order mark, else NUL bytes in every other place (UTF-16), else valid UTF-8, else windows-1252 when bytes
 * 0x80–0x9F occur, else ISO-8859-1. What cannot be text becomes U+FFFD, except after a UTF-8 mark, where the bytes stay
 * as they are and the line that holds them is invalid. NUL characters survive.
 *
 * encoding: static text (msgid). */
GString *ut_decode (const char *bytes, gsize n_bytes, const char **encoding);

#endif
