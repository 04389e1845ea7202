#include "base/yaml.h"
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static const char *const keys[] = { "id", "name", "polarity", "decimals", NULL };
static const char *const polarities[] = { "high", "low", "neutral", NULL };

static UtYaml *
parse (const char *text) {
  GError *error = NULL;
  UtYaml *yaml = ut_yaml_parse (text, -1, "x.yaml", &error);
  g_assert_no_error (error);
  g_assert_nonnull (yaml);
  return yaml;
}

static void
assert_complaint (GError *error, const char *wanted) {
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_cmpstr (error->message, ==, wanted);
  g_error_free (error);
}

static void
test_tree (void) {
  g_autoptr (UtYaml) yaml = parse ("theme: skole\n"
                                   "indicators:\n"
                                   "  - id: \"7\"\n"
                                   "    næme: {nb: Høg, nn: Høg}\n"
                                   "  - [a, b]\n"
                                   "empty:\n");
  g_assert_cmpint (yaml->root->kind, ==, UT_YAML_MAPPING);
  g_assert_cmpuint (yaml->root->keys->len, ==, 3);
  g_assert_cmpstr (ut_yaml_find (yaml->root, "theme")->text, ==, "skole");
  g_assert_cmpstr (ut_yaml_find (yaml->root, "empty")->text, ==, "");
  g_assert_null (ut_yaml_find (yaml->root, "none"));
  const UtYamlNode *list = ut_yaml_find (yaml->root, "indicators");
  g_assert_cmpint (list->kind, ==, UT_YAML_SEQUENCE);
  const UtYamlNode *first = list->items->pdata[0];
  const UtYamlNode *name = ut_yaml_find (first, "næme");
  g_assert_cmpuint (name->line, ==, 4);
  g_assert_cmpuint (name->column, ==, 11);
  const UtYamlNode *nn = ut_yaml_find (name, "nn");
  g_assert_cmpuint (nn->column, ==, 25);
  g_assert_null (ut_yaml_find (list, "id"));
}

static void
test_refused (void) {
  static const struct {
    const char *text, *complaint;
  } cases[] = {
    { "", "x.yaml:1:1: the file is empty" },
    { "# only a comment\n\n", "x.yaml:1:1: the file is empty" },
    { "---\n", "x.yaml:1:1: the file is empty" },
    { "a: 1\nb: 2\na: 3\n", "x.yaml:3:1: the key 'a' is given twice (first in line 1)" },
    { "a: &x 1\nb: *x\n",
      "x.yaml:1:4: anchors and aliases (& and *) are not used here; write the text out, or quote it" },
    { "files: *.csv\n",
      "x.yaml:1:8: anchors and aliases (& and *) are not used here; write the text out, or quote it" },
    { "a: 1\n---\nb: 1\n", "x.yaml:2:1: more than one document in the file" },
    { "[a, b]: 1\n", "x.yaml:1:1: a key must be a plain word" },
    { "a: 1\n\tb: 2\n", "x.yaml:2:1: a tab where YAML wants spaces" },
    { "å: 1\n\tb: 2\n", "x.yaml:2:1: a tab where YAML wants spaces" },
    { "a: [1, 2\nb: 3\n", "x.yaml:2:2: not valid YAML: a comma or ] was expected; a text with a colon, a comma or a "
                          "quote in it must stand in quotes (what line 1 opened is not closed)" },
    { "a: {b: \"x}\nc: \"y\"\n", "x.yaml:2:5: not valid YAML: a comma or } was expected; a text with a colon, a comma "
                                 "or a quote in it must stand in quotes (what line 1 opened is not closed)" },
    { "a: {b: x: y}\n", "x.yaml:1:9: not valid YAML: a comma or } was expected; a text with a colon, a comma or a "
                        "quote in it must stand in quotes" },
    { "a: 1\n  b: 2\n", "x.yaml:2:4: not valid YAML: no colon can stand here: put a text with a colon in quotes, and "
                        "indent keys that belong together alike" },
    { "a:\n  b: 1\n c: 2\n", "x.yaml:3:2: not valid YAML: a key with a colon was expected: is the line indented as "
                             "those above, and are quotes closed?" },
    { "a: @b\n", "x.yaml:1:4: not valid YAML: no text can begin with this character: put it in quotes" },
    { "a: 'x\n",
      "x.yaml:2:1: not valid YAML: the file ends within a text in quotes (what line 1 opened is not closed)" },
    { "a: b: c\n", "x.yaml:1:5: not valid YAML: no colon can stand here: put a text with a colon in quotes, and indent "
                   "keys that belong together alike" },
    { "a: 1\nb: \xc3\x28\n", "x.yaml:2:4: not UTF-8 from here on; save the file as UTF-8" },
    { "å: \xff\n", "x.yaml:1:4: not UTF-8 from here on; save the file as UTF-8" },
    { "\xff\xfe"
      "a",
      "x.yaml:1:1: not UTF-8 from here on; save the file as UTF-8" },
    { "a: 1\nbø: \x01\n", "x.yaml:2:5: a control character: this is no text file" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    GError *error = NULL;
    g_test_message ("%s", cases[i].complaint);
    g_assert_null (ut_yaml_parse (cases[i].text, -1, "x.yaml", &error));
    assert_complaint (error, cases[i].complaint);
  }
  GError *error = NULL;
  g_assert_null (ut_yaml_parse ("a: 1\nb: \0 2\n", 12, "x.yaml", &error));
  assert_complaint (error, "x.yaml:2:4: a NUL byte: this is no text file");
  g_assert_null (ut_yaml_parse ("", -1, "x.yaml", NULL));
}

static void
test_depth (void) {
  GError *error = NULL;
  g_autoptr (GString) text = g_string_new ("a: ");
  for (int i = 0; i < 50; i++)
    g_string_append_c (text, '[');
  for (int i = 0; i < 50; i++)
    g_string_append_c (text, ']');
  g_autoptr (UtYaml) sound = parse (text->str);
  g_assert_nonnull (sound);
  g_autofree char *deep = g_strnfill (100000, '[');
  g_assert_null (ut_yaml_parse (deep, -1, "x.yaml", &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_true (g_str_has_prefix (error->message, "x.yaml:1:"));
  g_clear_error (&error);
}

static void
test_keys (void) {
  GError *error = NULL;
  g_autoptr (UtYaml) yaml = parse ("id: a\npolarity: high\n");
  g_assert_true (ut_yaml_check_keys (yaml, yaml->root, keys, &error));
  g_assert_no_error (error);
  g_autoptr (UtYaml) typo = parse ("id: a\npolartiy: high\n");
  g_assert_false (ut_yaml_check_keys (typo, typo->root, keys, &error));
  assert_complaint (g_steal_pointer (&error),
                    "x.yaml:2:1: unknown key 'polartiy'; allowed: id, name, polarity, decimals "
                    "(did you mean 'polarity'?)");
  g_autoptr (UtYaml) foreign = parse ("colour: red\n");
  g_assert_false (ut_yaml_check_keys (foreign, foreign->root, keys, &error));
  assert_complaint (g_steal_pointer (&error),
                    "x.yaml:1:1: unknown key 'colour'; allowed: id, name, polarity, decimals");
  g_autoptr (UtYaml) list = parse ("- a\n");
  g_assert_false (ut_yaml_check_keys (list, list->root, keys, &error));
  assert_complaint (g_steal_pointer (&error),
                    "x.yaml:1:1: expected keys with values; allowed: id, name, polarity, decimals");
}

static void
test_words (void) {
  GError *error = NULL;
  int index;
  g_autoptr (UtYaml) yaml = parse ("polarity: low\nwrong: hihg\nlist: [high]\nempty:\n");
  g_assert_true (ut_yaml_read_word (yaml, yaml->root, "polarity", polarities, -1, &index, &error));
  g_assert_cmpint (index, ==, 1);
  g_assert_true (ut_yaml_read_word (yaml, yaml->root, "absent", polarities, 2, &index, &error));
  g_assert_cmpint (index, ==, 2);
  g_assert_false (ut_yaml_read_word (yaml, yaml->root, "wrong", polarities, 0, &index, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:2:8: unknown value 'hihg' for wrong; allowed: high, low, neutral "
                                              "(did you mean 'high'?)");
  g_assert_false (ut_yaml_read_word (yaml, yaml->root, "absent", polarities, -1, &index, &error));
  assert_complaint (g_steal_pointer (&error),
                    "x.yaml:1:1: the key 'absent' is missing; allowed values: high, low, neutral");
  g_assert_false (ut_yaml_read_word (yaml, yaml->root, "list", polarities, 0, &index, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:3:7: list must be a single text");
  g_assert_false (ut_yaml_read_word (yaml, yaml->root, "empty", polarities, 0, &index, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:4:7: empty has no value");
}

static void
test_numbers (void) {
  static const char *const wrong[] = { "abc", "1,5", "nan", "inf", "0x10", "1e999", "1.5 ", "--1", "1 000", "5%" };
  GError *error = NULL;
  double number;
  int integer;
  g_autoptr (UtYaml) yaml = parse ("a: 2.5\nb: -7\nc: 1e3\n");
  g_assert_true (ut_yaml_read_number_or (yaml, yaml->root, "a", 1, &number, &error));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_true (ut_yaml_read_number_or (yaml, yaml->root, "c", 1, &number, &error));
  g_assert_cmpfloat (number, ==, 1000);
  g_assert_true (ut_yaml_read_number_or (yaml, yaml->root, "absent", 4, &number, &error));
  g_assert_cmpfloat (number, ==, 4);
  g_assert_true (ut_yaml_read_integer_or (yaml, yaml->root, "b", 1, &integer, &error));
  g_assert_cmpint (integer, ==, -7);
  g_assert_true (ut_yaml_read_integer_or (yaml, yaml->root, "absent", 9, &integer, &error));
  g_assert_cmpint (integer, ==, 9);
  g_assert_false (ut_yaml_read_integer_or (yaml, yaml->root, "a", 1, &integer, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:1:4: '2.5' is not a whole number for a");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *text = g_strdup_printf ("k: \"%s\"\n", wrong[i]);
    g_autoptr (UtYaml) bad = parse (text);
    g_autofree char *complaint
        = g_strdup_printf ("x.yaml:1:4: '%s' is not a number for k; write it with a decimal point: 2.5", wrong[i]);
    g_assert_false (ut_yaml_read_number_or (bad, bad->root, "k", 1, &number, &error));
    assert_complaint (g_steal_pointer (&error), complaint);
    g_assert_false (ut_yaml_read_integer_or (bad, bad->root, "k", 1, &integer, NULL));
  }
  g_autoptr (UtYaml) huge = parse ("k: 99999999999999999999\n");
  g_assert_false (ut_yaml_read_integer_or (huge, huge->root, "k", 1, &integer, NULL));
}

static void
test_booleans (void) {
  GError *error = NULL;
  gboolean answer;
  g_autoptr (UtYaml) yaml = parse ("a: true\nb: false\nc: yes\n");
  g_assert_true (ut_yaml_read_boolean_or (yaml, yaml->root, "a", FALSE, &answer, &error));
  g_assert_true (answer);
  g_assert_true (ut_yaml_read_boolean_or (yaml, yaml->root, "b", TRUE, &answer, &error));
  g_assert_false (answer);
  g_assert_true (ut_yaml_read_boolean_or (yaml, yaml->root, "absent", TRUE, &answer, &error));
  g_assert_true (answer);
  g_assert_false (ut_yaml_read_boolean_or (yaml, yaml->root, "c", TRUE, &answer, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:3:4: unknown value 'yes' for c; allowed: false, true");
}

static void
test_texts (void) {
  GError *error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *fallback = NULL;
  g_autofree char *none = NULL;
  g_autoptr (UtYaml) yaml = parse ("a: Vinje\nb: {c: d}\n");
  g_assert_cmpstr (ut_yaml_get_text (yaml, yaml->root, "a", &error), ==, "Vinje");
  g_assert_null (ut_yaml_get_text (yaml, yaml->root, "absent", &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:1:1: the key 'absent' is missing");
  g_assert_null (ut_yaml_get_text (yaml, yaml->root, "b", &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:2:4: b must be a single text");
  g_assert_true (ut_yaml_read_text_or (yaml, yaml->root, "a", "x", &text, &error));
  g_assert_cmpstr (text, ==, "Vinje");
  g_assert_true (ut_yaml_read_text_or (yaml, yaml->root, "absent", "x", &fallback, &error));
  g_assert_cmpstr (fallback, ==, "x");
  g_assert_true (ut_yaml_read_text_or (yaml, yaml->root, "absent", NULL, &none, &error));
  g_assert_null (none);
  g_assert_false (ut_yaml_read_text_or (yaml, yaml->root, "b", "x", &none, NULL));
}

static void
test_languages (void) {
  GError *error = NULL;
  UtText text = { { NULL } };
  g_autoptr (UtYaml) yaml = parse ("a: Vinje\nb: {nn: Skule, en: School}\nc: {nb: x, sv: y}\nd: {nb: [x]}\ne: {}\n");
  g_assert_true (ut_yaml_read_languages (yaml, yaml->root, "a", TRUE, &text, &error));
  g_assert_cmpstr (text.in[UT_LANGUAGE_NN], ==, "Vinje");
  g_assert_cmpstr (text.in[UT_LANGUAGE_EN], ==, "Vinje");
  ut_text_clear (&text);
  g_assert_true (ut_yaml_read_languages (yaml, yaml->root, "b", TRUE, &text, &error));
  g_assert_null (text.in[UT_LANGUAGE_NB]);
  g_assert_cmpstr (text.in[UT_LANGUAGE_NN], ==, "Skule");
  ut_text_clear (&text);
  g_assert_true (ut_yaml_read_languages (yaml, yaml->root, "absent", FALSE, &text, &error));
  g_assert_cmpstr (ut_text_get (&text, UT_LANGUAGE_NB), ==, "");
  g_assert_false (ut_yaml_read_languages (yaml, yaml->root, "absent", TRUE, &text, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:1:1: the key 'absent' is missing");
  g_assert_false (ut_yaml_read_languages (yaml, yaml->root, "c", FALSE, &text, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:3:12: unknown key 'sv'; allowed: nb, nn, en");
  g_assert_false (ut_yaml_read_languages (yaml, yaml->root, "d", FALSE, &text, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:4:9: nb must be a single text");
  g_assert_false (ut_yaml_read_languages (yaml, yaml->root, "e", FALSE, &text, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:5:4: e has no value");
}

static void
test_lists (void) {
  GError *error = NULL;
  g_auto (GStrv) one = NULL;
  g_auto (GStrv) two = NULL;
  g_auto (GStrv) none = NULL;
  g_autoptr (UtYaml) yaml = parse ("a: x\nb: [x, y]\nc: {d: e}\nf: [x, [y]]\n");
  g_assert_true (ut_yaml_read_list (yaml, yaml->root, "a", &one, &error));
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_true (ut_yaml_read_list (yaml, yaml->root, "b", &two, &error));
  g_assert_cmpuint (g_strv_length (two), ==, 2);
  g_assert_cmpstr (two[1], ==, "y");
  g_assert_true (ut_yaml_read_list (yaml, yaml->root, "absent", &none, &error));
  g_assert_null (none);
  g_assert_false (ut_yaml_read_list (yaml, yaml->root, "c", &none, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:3:4: c must be a text or a list of texts");
  g_assert_false (ut_yaml_read_list (yaml, yaml->root, "f", &none, &error));
  assert_complaint (g_steal_pointer (&error), "x.yaml:4:8: f must be a single text");
}

static void
test_complaints_in_norwegian (void) {
  GError *error = NULL;
  int index;
  g_autoptr (UtYaml) yaml = parse ("polarity: hihg\npolartiy: low\n");
  ut_language_set_messages (UT_LANGUAGE_NN);
  g_assert_false (ut_yaml_read_word (yaml, yaml->root, "polarity", polarities, -1, &index, &error));
  assert_complaint (g_steal_pointer (&error),
                    "x.yaml:1:11: ukjend verdi «hihg» for polarity; lovlege: high, low, neutral "
                    "(meinte du «high»?)");
  ut_language_set_messages (UT_LANGUAGE_NB);
  g_assert_false (ut_yaml_check_keys (yaml, yaml->root, keys, &error));
  assert_complaint (g_steal_pointer (&error),
                    "x.yaml:2:1: ukjent nøkkel «polartiy»; lovlige: id, name, polarity, decimals "
                    "(mente du «polarity»?)");
  ut_language_set_messages (UT_LANGUAGE_EN);
}

static void
test_load (void) {
  GError *error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("utsyn-yaml-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "a.yaml", NULL);
  g_assert_null (ut_yaml_load (path, "indicators/a.yaml", &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "indicators/a.yaml "));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path,
                                      "\xef\xbb\xbf"
                                      "a: 1\nb: [\n",
                                      -1, NULL));
  g_assert_null (ut_yaml_load (path, "indicators/a.yaml", &error));
  assert_complaint (g_steal_pointer (&error), "indicators/a.yaml:3:1: not valid YAML: a value was expected");
  g_assert_true (g_file_set_contents (path,
                                      "\xef\xbb\xbf"
                                      "a: 1\r\nb: 2\r\n",
                                      -1, NULL));
  g_autoptr (UtYaml) yaml = ut_yaml_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (yaml->path, ==, path);
  g_assert_cmpuint (ut_yaml_find (yaml->root, "b")->line, ==, 2);
  g_assert_cmpstr (ut_yaml_find (yaml->root, "a")->text, ==, "1");
  g_unlink (path);
  g_rmdir (dir);
}

/* Cut anywhere, or with any byte replaced: a tree or a complaint, never a crash. */
static void
test_damaged (void) {
  static const char text[] = "theme: skøle\nnote: |\n  a\n  b\nlist:\n  - {a: 'x', b: \"y\"}\n  - [1, 2]\n";
  static const char values[] = { '\0', '\t', '&', '*', '[', '{', ':', '-', '\'', '\n', '\xff', '\x85' };
  for (gsize i = 0; i < sizeof text; i++) {
    g_autofree char *part = g_memdup2 (text, i);
    ut_yaml_free (ut_yaml_parse (part != NULL ? part : "", (gssize) i, "x.yaml", NULL));
    for (gsize k = 0; k < G_N_ELEMENTS (values) && i < sizeof text - 1; k++) {
      GError *error = NULL;
      g_autofree char *copy = g_memdup2 (text, sizeof text - 1);
      copy[i] = values[k];
      g_autoptr (UtYaml) yaml = ut_yaml_parse (copy, sizeof text - 1, "x.yaml", &error);
      g_assert_true ((yaml == NULL) == (error != NULL));
      g_clear_error (&error);
    }
  }
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/base/yaml/tree", test_tree);
  g_test_add_func ("/base/yaml/refused", test_refused);
  g_test_add_func ("/base/yaml/depth", test_depth);
  g_test_add_func ("/base/yaml/keys", test_keys);
  g_test_add_func ("/base/yaml/words", test_words);
  g_test_add_func ("/base/yaml/numbers", test_numbers);
  g_test_add_func ("/base/yaml/booleans", test_booleans);
  g_test_add_func ("/base/yaml/texts", test_texts);
  g_test_add_func ("/base/yaml/languages", test_languages);
  g_test_add_func ("/base/yaml/lists", test_lists);
  g_test_add_func ("/base/yaml/complaints-in-norwegian", test_complaints_in_norwegian);
  g_test_add_func ("/base/yaml/load", test_load);
  g_test_add_func ("/base/yaml/damaged", test_damaged);
  return g_test_run ();
}
