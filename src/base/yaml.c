/* From text to tree. What a definition may hold is read in yaml_read.c. */
#include "base/yaml.h"

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "base/yaml_syntax.h"
#include <string.h>
#include <yaml.h>

#define MAX_DEPTH 64

typedef struct {
  yaml_parser_t parser;
  const char *text;
  gsize length;
  const char *shown;
  GError **error;
} Reader;

static void complain_at (const char *shown, gsize line, gsize column, GError **error, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

static void
complain_at (const char *shown, gsize line, gsize column, GError **error, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* One complaint is one line. */
  g_strdelimit (message, "\n", ' ');
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION, "%s:%" G_GSIZE_FORMAT ":%" G_GSIZE_FORMAT ": %s", shown,
                                      line, column, message));
}

void
ut_yaml_complain (const UtYaml *yaml, const UtYamlNode *node, GError **error, const char *format, ...) {
  if (g_hash_table_contains (yaml->misspelt, node))
    return;
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  complain_at (yaml->path, node->line, node->column, error, "%s", message);
}

static void
node_free (gpointer data) {
  UtYamlNode *node = data;
  if (node == NULL)
    return;
  g_free (node->text);
  g_clear_pointer (&node->items, g_ptr_array_unref);
  g_clear_pointer (&node->keys, g_ptr_array_unref);
  g_free (node);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtYamlNode, node_free)

static UtYamlNode *
node_new (UtYamlKind kind, const yaml_event_t *event) {
  UtYamlNode *node = g_new0 (UtYamlNode, 1);
  node->kind = kind;
  node->line = (guint) event->start_mark.line + 1;
  node->column = (guint) event->start_mark.column + 1;
  if (kind != UT_YAML_SCALAR)
    node->items = g_ptr_array_new_with_free_func (node_free);
  if (kind == UT_YAML_MAPPING)
    node->keys = g_ptr_array_new_with_free_func (node_free);
  return node;
}

void
ut_yaml_free (UtYaml *yaml) {
  if (yaml == NULL)
    return;
  g_free (yaml->path);
  g_hash_table_unref (yaml->misspelt);
  node_free (yaml->root);
  g_free (yaml);
}

const UtYamlNode *
ut_yaml_find (const UtYamlNode *mapping, const char *key) {
  if (mapping == NULL || mapping->kind != UT_YAML_MAPPING)
    return NULL;
  for (guint i = 0; i < mapping->keys->len; i++) {
    const UtYamlNode *name = mapping->keys->pdata[i];
    if (strcmp (name->text, key) == 0)
      return mapping->items->pdata[i];
  }
  return NULL;
}

/* Bytes */

/* Line and column, in characters, of a byte. */
static void
complain_at_byte (const Reader *reader, gsize offset, const char *message) {
  gsize line = 1, column = 1;
  for (gsize i = 0; i < offset; i++) {
    if (reader->text[i] == '\n') {
      line++;
      column = 1;
    } else if (((guchar) reader->text[i] & 0xc0) != 0x80)
      column++;
  }
  complain_at (reader->shown, line, column, reader->error, "%s", message);
}

static gboolean
check_bytes (const Reader *reader) {
  const char *nul = memchr (reader->text, '\0', reader->length), *end;
  if (nul != NULL) {
    complain_at_byte (reader, (gsize) (nul - reader->text), _ ("a NUL byte: this is no text file"));
    return FALSE;
  }
  if (!g_utf8_validate_len (reader->text, reader->length, &end)) {
    complain_at_byte (reader, (gsize) (end - reader->text), _ ("not UTF-8 from here on; save the file as UTF-8"));
    return FALSE;
  }
  return TRUE;
}

/* Events */

static const char *
anchor_complaint (void) {
  return _ ("anchors and aliases (& and *) are not used here; write the text out, or quote it");
}

static void
complain_mark (const Reader *reader, yaml_mark_t mark, const char *message) {
  complain_at (reader->shown, mark.line + 1, mark.column + 1, reader->error, "%s", message);
}

static gboolean
is_tab (const Reader *reader, yaml_mark_t mark) {
  glong n = g_utf8_strlen (reader->text, (gssize) reader->length);
  return mark.index < (gsize) n && *g_utf8_offset_to_pointer (reader->text, (glong) mark.index) == '\t';
}

/* A bracket or quote that is not closed is missed far below: where it was opened is reported too. */
static char *
word_problem (const yaml_parser_t *parser) {
  const char *problem = parser->problem != NULL ? ut_yaml_syntax_explain (parser->problem) : _ ("out of memory");
  const char *context = parser->context != NULL ? parser->context : "";
  gboolean is_open = strstr (context, "flow") != NULL || strstr (context, "quoted") != NULL;
  if (is_open && parser->context_mark.line < parser->problem_mark.line)
    return g_strdup_printf (_ ("not valid YAML: %1$s (what line %2$zu opened is not closed)"), problem,
                            parser->context_mark.line + 1);
  return g_strdup_printf (_ ("not valid YAML: %s"), problem);
}

/* The two slips that are common and that libyaml does not name go before its own words. */
static void
complain_syntax (const Reader *reader) {
  const yaml_parser_t *parser = &reader->parser;
  if (parser->error == YAML_READER_ERROR) {
    complain_at_byte (reader, MIN (parser->problem_offset, reader->length), ut_yaml_syntax_explain (parser->problem));
    return;
  }
  const char *context = parser->context != NULL ? parser->context : "";
  g_autofree char *message = word_problem (parser);
  if (strstr (context, "scanning an a") != NULL)
    complain_mark (reader, parser->context_mark, anchor_complaint ());
  else if (parser->error == YAML_SCANNER_ERROR && is_tab (reader, parser->problem_mark))
    complain_mark (reader, parser->problem_mark, _ ("a tab where YAML wants spaces"));
  else
    complain_mark (reader, parser->problem_mark, message);
}

static gboolean
next_event (Reader *reader, yaml_event_t *event) {
  if (yaml_parser_parse (&reader->parser, event))
    return TRUE;
  complain_syntax (reader);
  return FALSE;
}

static void
complain_event (const Reader *reader, const yaml_event_t *event, const char *message) {
  complain_mark (reader, event->start_mark, message);
}

static gboolean
has_anchor (const yaml_event_t *event) {
  switch (event->type) {
  case YAML_ALIAS_EVENT:
    return TRUE;
  case YAML_SCALAR_EVENT:
    return event->data.scalar.anchor != NULL;
  case YAML_SEQUENCE_START_EVENT:
    return event->data.sequence_start.anchor != NULL;
  case YAML_MAPPING_START_EVENT:
    return event->data.mapping_start.anchor != NULL;
  default:
    return FALSE;
  }
}

static UtYamlNode *read_node (Reader *reader, const yaml_event_t *event, guint depth);

static gboolean
read_items (Reader *reader, UtYamlNode *sequence, guint depth) {
  for (;;) {
    yaml_event_t event;
    if (!next_event (reader, &event))
      return FALSE;
    gboolean end = event.type == YAML_SEQUENCE_END_EVENT;
    UtYamlNode *item = end ? NULL : read_node (reader, &event, depth + 1);
    yaml_event_delete (&event);
    if (item == NULL)
      return end;
    g_ptr_array_add (sequence->items, item);
  }
}

static gboolean
check_key (const Reader *reader, const UtYamlNode *mapping, const UtYamlNode *key) {
  if (key->kind != UT_YAML_SCALAR) {
    complain_at (reader->shown, key->line, key->column, reader->error, "%s", _ ("a key must be a plain word"));
    return FALSE;
  }
  for (guint i = 0; i < mapping->keys->len; i++) {
    const UtYamlNode *earlier = mapping->keys->pdata[i];
    if (strcmp (earlier->text, key->text) == 0) {
      complain_at (reader->shown, key->line, key->column, reader->error,
                   _ ("the key '%1$s' is given twice (first in line %2$u)"), key->text, earlier->line);
      return FALSE;
    }
  }
  return TRUE;
}

static UtYamlNode *
read_value (Reader *reader, guint depth) {
  yaml_event_t event;
  if (!next_event (reader, &event))
    return NULL;
  UtYamlNode *value = read_node (reader, &event, depth + 1);
  yaml_event_delete (&event);
  return value;
}

static gboolean
read_pairs (Reader *reader, UtYamlNode *mapping, guint depth) {
  for (;;) {
    yaml_event_t event;
    if (!next_event (reader, &event))
      return FALSE;
    gboolean end = event.type == YAML_MAPPING_END_EVENT;
    g_autoptr (UtYamlNode) key = end ? NULL : read_node (reader, &event, depth + 1);
    yaml_event_delete (&event);
    if (key == NULL)
      return end;
    if (!check_key (reader, mapping, key))
      return FALSE;
    UtYamlNode *value = read_value (reader, depth);
    if (value == NULL)
      return FALSE;
    g_ptr_array_add (mapping->keys, g_steal_pointer (&key));
    g_ptr_array_add (mapping->items, value);
  }
}

static UtYamlNode *
read_node (Reader *reader, const yaml_event_t *event, guint depth) {
  if (has_anchor (event)) {
    complain_event (reader, event,
                    _ ("anchors and aliases (& and *) are not used here; write the text out, or quote it"));
    return NULL;
  }
  if (depth > MAX_DEPTH) {
    complain_event (reader, event, _ ("nested too deeply"));
    return NULL;
  }
  if (event->type == YAML_SCALAR_EVENT) {
    UtYamlNode *scalar = node_new (UT_YAML_SCALAR, event);
    scalar->text = g_strdup ((const char *) event->data.scalar.value);
    scalar->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    return scalar;
  }
  gboolean sequence = event->type == YAML_SEQUENCE_START_EVENT;
  g_autoptr (UtYamlNode) node = node_new (sequence ? UT_YAML_SEQUENCE : UT_YAML_MAPPING, event);
  if (!(sequence ? read_items (reader, node, depth) : read_pairs (reader, node, depth)))
    return NULL;
  return g_steal_pointer (&node);
}

/* The one document of the stream; NULL with a complaint when there is none, or another after it. */
static UtYamlNode *
read_stream (Reader *reader) {
  g_autoptr (UtYamlNode) root = NULL;
  for (gboolean end = FALSE; !end;) {
    yaml_event_t event;
    if (!next_event (reader, &event))
      return NULL;
    gboolean sound = TRUE;
    end = event.type == YAML_STREAM_END_EVENT;
    if (event.type == YAML_DOCUMENT_START_EVENT && root != NULL) {
      complain_event (reader, &event, _ ("more than one document in the file"));
      sound = FALSE;
    } else if (!end && event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_START_EVENT
               && event.type != YAML_DOCUMENT_END_EVENT) {
      root = read_node (reader, &event, 0);
      sound = root != NULL;
    }
    yaml_event_delete (&event);
    if (!sound)
      return NULL;
  }
  if (root == NULL || (root->kind == UT_YAML_SCALAR && root->text[0] == '\0')) {
    complain_at (reader->shown, 1, 1, reader->error, "%s", _ ("the file is empty"));
    return NULL;
  }
  return g_steal_pointer (&root);
}

UtYaml *
ut_yaml_parse (const char *text, gssize length, const char *shown, GError **error) {
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  /* Left in, libyaml would count the byte order mark as a column. */
  if (n >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0) {
    text += 3;
    n -= 3;
  }
  Reader reader = { .text = text, .length = n, .shown = shown, .error = error };
  if (!check_bytes (&reader))
    return NULL;
  yaml_parser_initialize (&reader.parser);
  yaml_parser_set_encoding (&reader.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&reader.parser, (const guchar *) text, reader.length);
  UtYamlNode *root = read_stream (&reader);
  yaml_parser_delete (&reader.parser);
  if (root == NULL)
    return NULL;
  UtYaml *yaml = g_new (UtYaml, 1);
  *yaml = (UtYaml){ .path = g_strdup (shown), .root = root, .misspelt = g_hash_table_new (NULL, NULL) };
  return yaml;
}

UtYaml *
ut_yaml_load (const char *path, const char *shown, GError **error) {
  g_autofree char *text = NULL;
  g_autoptr (GError) fault = NULL;
  gsize length;
  if (!ut_input_read (path, &text, &length, &fault)) {
    ut_error_set (error, UT_ERROR_IO, _ ("%1$s cannot be read: %2$s"), shown != NULL ? shown : path,
                  ut_reason_error (fault));
    return NULL;
  }
  return ut_yaml_parse (text, (gssize) length, shown != NULL ? shown : path, error);
}
