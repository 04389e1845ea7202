/* What a file is when no source format knows it. */
#ifndef UT_IMPORT_BYTES_CONTENT_H
#define UT_IMPORT_BYTES_CONTENT_H

#include <glib.h>

#include "import/bytes/file.h"

typedef enum {
  UT_CONTENT_EMPTY,
  UT_CONTENT_TEXT, /* that may be a separated table */
  UT_CONTENT_JSON,
  UT_CONTENT_HTML,
  UT_CONTENT_XML,
  UT_CONTENT_BINARY
} UtContent;

UtContent ut_content_of (const UtFileHead *head);
/* What it is and what would be accepted instead, in the message language. New string. */
char *ut_content_explain (const UtFileHead *head);

#endif
