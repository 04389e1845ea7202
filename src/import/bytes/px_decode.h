/* The text of a PC-Axis file, which names its own code page. */
#ifndef UT_IMPORT_BYTES_PX_DECODE_H
#define UT_IMPORT_BYTES_PX_DECODE_H

#include <glib.h>

/* Valid UTF-8 without NUL. CODEPAGE, or the old CHARSET, tells which single-byte code page the file is in; a byte order
 * mark and letters that can only be UTF-8 tell more surely and go first. encoding: static text (msgid). */
GString *ut_px_decode (const char *bytes, gsize n_bytes, const char **encoding);

#endif
