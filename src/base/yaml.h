/* A YAML document as a tree that remembers where everything stood, over libyaml.
 *
 * Complaints go out as "file:line:column: what was found (what would be accepted)", UT_ERROR_DEFINITION. */
#ifndef UT_BASE_YAML_H
#define UT_BASE_YAML_H

#include <glib.h>
#include <utsyn/error.h>
#include <utsyn/language.h>

typedef enum { UT_YAML_SCALAR, UT_YAML_SEQUENCE, UT_YAML_MAPPING } UtYamlKind;

typedef struct UtYamlNode UtYamlNode;
struct UtYamlNode {
  UtYamlKind kind;
  guint line, column; /* 1-based */
  char *text;         /* scalar */
  gboolean quoted;    /* scalar: "" is a text, nothing at all is none */
  GPtrArray *items;   /* sequence: UtYamlNode; mapping: values */
  GPtrArray *keys;    /* mapping: UtYamlNode (scalars), same length as items */
};

typedef struct {
  char *path; /* as complaints write it */
  UtYamlNode *root;
  GHashTable *misspelt; /* mappings that were found to have an unknown key */
} UtYaml;

/* Duplicate keys, anchors/aliases and several documents are refused; an empty file is refused. `path` is opened,
 * `shown` is how complaints name it (NULL: path). */
UtYaml *ut_yaml_load (const char *path, const char *shown, GError **error);
UtYaml *ut_yaml_parse (const char *text, gssize length, const char *shown, GError **error);
void ut_yaml_free (UtYaml *yaml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtYaml, ut_yaml_free)

/* NULL when absent. */
const UtYamlNode *ut_yaml_find (const UtYamlNode *mapping, const char *key);

/* Adds a complaint at a node to those of `error`, see ut_error_join(). A mapping with an unknown key is not blamed as a
 * whole: what it seems to lack stands there under another name. */
void ut_yaml_complain (const UtYaml *yaml, const UtYamlNode *node, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* The node must be a mapping with no other keys than these (NULL-terminated); complains of each that is unknown, and
 * names the nearest on a typo. */
gboolean ut_yaml_check_keys (const UtYaml *yaml, const UtYamlNode *node, const char *const *allowed, GError **error);

/* Typed readers. The key must exist unless the function says "_or"; a wrong kind or value is a complaint at its place.
 */
const char *ut_yaml_get_text (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, GError **error);
gboolean ut_yaml_read_text_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, const char *fallback,
                               char **text, GError **error);
gboolean ut_yaml_read_number_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, double fallback,
                                 double *number, GError **error);
gboolean ut_yaml_read_integer_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, int fallback,
                                  int *number, GError **error);
gboolean ut_yaml_read_boolean_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, gboolean fallback,
                                  gboolean *answer, GError **error);
/* One word of a list (NULL-terminated); gives its index. `fallback` -1: the key must exist. */
gboolean ut_yaml_read_word (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, const char *const *words,
                            int fallback, int *index, GError **error);
/* The same of a node that is at hand; `key` is what the complaint calls it. */
gboolean ut_yaml_find_word (const UtYaml *yaml, const UtYamlNode *node, const char *key, const char *const *words,
                            int *index, GError **error);
/* A text in up to three languages: a scalar (all languages) or {nb:, nn:, en:}. Absent: empty, unless required. */
gboolean ut_yaml_read_languages (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, gboolean required,
                                 UtText *text, GError **error);
/* A scalar or a sequence of scalars as a NULL-terminated list; absent: NULL. */
gboolean ut_yaml_read_list (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, char ***list,
                            GError **error);

#endif
