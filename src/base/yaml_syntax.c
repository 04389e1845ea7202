#include "base/yaml_syntax.h"

#include <glib.h>
#include <string.h>

#include "base/i18n.h"

#define QUOTE_OR_INDENT                                                                                                \
  N_ ("a key with a colon was expected: is the line indented as those above, and are quotes closed?")

static const struct {
  const char *problem;
  const char *explained;
} problems[] = {
  { "did not find expected ',' or '}'",
    N_ ("a comma or } was expected; a text with a colon, a comma or a quote in it must stand in quotes") },
  { "did not find expected ',' or ']'",
    N_ ("a comma or ] was expected; a text with a colon, a comma or a quote in it must stand in quotes") },
  { "did not find expected key", QUOTE_OR_INDENT },
  { "could not find expected ':'", QUOTE_OR_INDENT },
  { "did not find expected '-' indicator", N_ ("a new item of the list, with a hyphen and a space, was expected") },
  { "did not find expected node content", N_ ("a value was expected") },
  { "found unexpected end of stream", N_ ("the file ends within a text in quotes") },
  { "found unexpected document indicator", N_ ("--- or ... within a text in quotes") },
  { "mapping values are not allowed in this context",
    N_ ("no colon can stand here: put a text with a colon in quotes, and indent keys that belong together alike") },
  { "block sequence entries are not allowed in this context",
    N_ ("no list can begin here: begin it on a line of its own") },
  { "found character that cannot start any token", N_ ("no text can begin with this character: put it in quotes") },
  { "found unknown escape character", N_ ("\\ has a meaning of its own within \"…\": write '…', or \\\\") },
  { "did not find expected <document start>",
    N_ ("the file goes on after its end: is the line indented as the others?") },
  { "control characters are not allowed", N_ ("a control character: this is no text file") },
};

const char *
ut_yaml_syntax_explain (const char *problem) {
  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++) {
    if (strcmp (problems[i].problem, problem) == 0)
      return _ (problems[i].explained);
  }
  return problem;
}
