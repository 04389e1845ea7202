#include "import/bytes/line_ends.h"

#include <string.h>

/* The first line end at or after `at` that stands outside quotes; NULL when there is none. */
static const char *
find_line_end (const char *at, const char *end) {
  gboolean quoted = FALSE;
  for (; at < end; at++) {
    if (*at == '"')
      quoted = !quoted;
    else if (!quoted && (*at == '\r' || *at == '\n'))
      return at;
  }
  return NULL;
}

static gboolean
is_alone (const char *at, const char *end) {
  const char *after = at;
  while (after < end && *after == '\r')
    after++;
  return *at == '\r' && (after == end || *after != '\n');
}

/* Quotes that are not closed may hide line ends; where there is no line feed at all, none is hidden. */
static gboolean
ends_with_returns (const GString *text) {
  if (memchr (text->str, '\r', text->len) == NULL)
    return FALSE;
  if (memchr (text->str, '\n', text->len) == NULL)
    return TRUE;
  const char *end = text->str + text->len, *first = find_line_end (text->str, end);
  if (first == NULL || !is_alone (first, end))
    return FALSE;
  for (const char *at = first; at != NULL; at = find_line_end (at + 1, end))
    if (*at == '\n')
      return FALSE;
  return TRUE;
}

gboolean
ut_line_ends_mend (GString *text) {
  if (!ends_with_returns (text))
    return FALSE;
  const char *end = text->str + text->len;
  for (char *at = text->str; at < end; at++)
    if (*at == '\r' && at[1] != '\n')
      *at = '\n';
  return TRUE;
}
