/* A report's folder is the previous run or the new one, whichever step a run is cut off or fails at. The calls that
 * change folders are ours here: each is a step, and a step can be made to fail, or to be the last. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/folder.h"
#include "report/manifest.h"
#include "report/output/exchange.h"
#include "report/output/folder.h"
#include <utsyn/error.h>

/* Steps */

static struct {
  guint at;             /* the step that is to be trapped, from 1; 0: none */
  gboolean kills;       /* else it fails with EIO */
  gboolean stays;       /* and so do all steps after it */
  gboolean no_exchange; /* as on a file system that cannot */
  gboolean no_chown;    /* as for somebody who is not in the group */
  void (*before_exchange) (void);
  guint n; /* steps so far */
} trap;

static gboolean
is_trapped (void) {
  trap.n++;
  if (trap.at == 0 || trap.n < trap.at || (trap.n > trap.at && !trap.stays))
    return FALSE;
  if (trap.kills)
    _exit (9);
  errno = EIO;
  return TRUE;
}

#define STEP(call) (is_trapped () ? -1 : (int) (call))

int
rename (const char *from, const char *to) {
  return STEP (syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int
renameat2 (int from_dir, const char *from, int to_dir, const char *to, unsigned int flags) {
  if (trap.before_exchange != NULL)
    trap.before_exchange ();
  if (trap.no_exchange) {
    errno = EINVAL;
    return -1;
  }
  return STEP (syscall (SYS_renameat2, from_dir, from, to_dir, to, flags));
}

int
linkat (int from_dir, const char *from, int to_dir, const char *to, int flags) {
  return STEP (syscall (SYS_linkat, from_dir, from, to_dir, to, flags));
}

int
unlink (const char *path) {
  return STEP (syscall (SYS_unlinkat, AT_FDCWD, path, 0));
}

int
rmdir (const char *path) {
  return STEP (syscall (SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}

int
remove (const char *path) {
  if (is_trapped ())
    return -1;
  long done = syscall (SYS_unlinkat, AT_FDCWD, path, 0);
  return (int) (done != 0 && errno == EISDIR ? syscall (SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR) : done);
}

int
mkdir (const char *path, mode_t mode) {
  return STEP (syscall (SYS_mkdirat, AT_FDCWD, path, mode));
}

int
chmod (const char *path, mode_t mode) {
  return STEP (syscall (SYS_fchmodat, AT_FDCWD, path, mode));
}

int
chown (const char *path, uid_t owner, gid_t group) {
  errno = EPERM;
  return trap.no_chown ? -1 : (int) syscall (SYS_fchownat, AT_FDCWD, path, owner, group, 0);
}

/* A disk takes its time, and no power is cut here. */
int
fsync (int file) {
  (void) file;
  return 0;
}

/* Two reports, and somebody's own files between theirs */

typedef struct {
  const char *name, *text;
} File;

static const File previous[] = { { "kapittel.html", "previous" },
                                 { "figurer/a.svg", "previous a" },
                                 { "figurer/old/b.svg", "only previous" },
                                 { "min.xlsx", "only previous" },
                                 { NULL, NULL } };
static const File newer[] = { { "kapittel.html", "newer" },
                              { "figurer/a.svg", "newer a" },
                              { "figurer/c.svg", "only newer" },
                              { "tal.json", "only newer" },
                              { NULL, NULL } };
static const File own[] = { { "notat.txt", "mine" },
                            { "figurer/mitt.png", "mine too" },
                            { "eget/brev.txt", "a letter" },
                            { ".utsyn-mine", "called like theirs" },
                            { NULL, NULL } };

typedef struct {
  char *root, *out;
} Case;

static void
put (const char *dir, const char *name, const char *text) {
  g_autofree char *path = g_build_filename (dir, name, NULL), *folder = g_path_get_dirname (path);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
get (const char *dir, const char *name) {
  g_autofree char *path = g_build_filename (dir, name, NULL);
  char *text = NULL;
  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static char *
manifest_of (const GPtrArray *files) {
  json_t *outputs = json_array ();
  for (guint i = 0; i < files->len; i++) {
    const UtManifestFile *file = g_ptr_array_index (files, i);
    json_array_append_new (outputs, json_pack ("{s:s, s:s}", "file", file->name, "sha256", file->sha256));
  }
  json_t *root = json_pack ("{s:o}", "outputs", outputs);
  char *dumped = json_dumps (root, 0), *text = g_strdup (dumped);
  free (dumped);
  json_decref (root);
  return text;
}

static gboolean
write_report (const char *out, const File *files, GError **error) {
  g_autoptr (UtOutputFolder) output = ut_output_folder_open (out, error);
  if (output == NULL)
    return FALSE;
  for (; files->name != NULL; files++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (files->text, strlen (files->text));
    if (!ut_output_folder_write (output, files->name, bytes, "figure", error))
      return FALSE;
  }
  g_autofree char *manifest = manifest_of (ut_output_folder_files (output));
  return ut_output_folder_finish (output, manifest, error);
}

static void
set_up (Case *test, gconstpointer data G_GNUC_UNUSED) {
  test->root = g_dir_make_tmp ("utsyn-output-XXXXXX", NULL);
  g_assert_nonnull (test->root);
  test->out = g_build_filename (test->root, "min", NULL);
}

static void
tear_down (Case *test, gconstpointer data G_GNUC_UNUSED) {
  ut_folder_remove (test->root);
  g_free (test->out);
  g_free (test->root);
}

/* Somebody's files are an hour old, so that what is saved now is newer by any clock. */
static void
put_own_files (const char *out) {
  struct timespec now;
  clock_gettime (CLOCK_REALTIME, &now);
  now.tv_sec -= 3600;
  for (const File *file = own; file->name != NULL; file++) {
    g_autofree char *path = g_build_filename (out, file->name, NULL);
    put (out, file->name, file->text);
    g_assert_cmpint (utimensat (AT_FDCWD, path, (struct timespec[]){ now, now }, 0), ==, 0);
  }
}

static void
begin (const Case *test) {
  GError *error = NULL;
  ut_folder_remove (test->root);
  g_assert_true (write_report (test->out, previous, &error));
  g_assert_no_error (error);
  put_own_files (test->out);
  g_autofree char *empty = g_build_filename (test->out, "eget", "tom", NULL);
  g_autofree char *link = g_build_filename (test->out, "lenkje", NULL);
  g_assert_cmpint (g_mkdir_with_parents (empty, 0700), ==, 0);
  g_assert_cmpint (symlink ("/nowhere", link), ==, 0);
}

/* What is there */

static gboolean
is_listed (const json_t *outputs, const char *name) {
  for (size_t i = 0; i < json_array_size (outputs); i++)
    if (strcmp (json_string_value (json_object_get (json_array_get (outputs, i), "file")), name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_own (const char *name) {
  for (const File *file = own; file->name != NULL; file++)
    if (strcmp (file->name, name) == 0)
      return TRUE;
  return strcmp (name, "lenkje") == 0;
}

static void
assert_own_files (const char *out) {
  for (const File *file = own; file->name != NULL; file++) {
    g_autofree char *text = get (out, file->name);
    g_assert_cmpstr (text, ==, file->text);
  }
  GStatBuf info;
  g_autofree char *empty = g_build_filename (out, "eget", "tom", NULL), *link = g_build_filename (out, "lenkje", NULL);
  g_assert_true (g_lstat (empty, &info) == 0 && S_ISDIR (info.st_mode));
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_true (g_lstat (link, &info) == 0 && S_ISLNK (info.st_mode));
}

/* The report that is there, by its manifest: every file it lists with its checksum, and no file of the other one. What
 * waits or moves in a hidden folder is no part of it. NULL when there is neither. */
static const File *
whole_report (const char *out) {
  g_autofree char *path = g_build_filename (out, UT_MANIFEST_NAME, NULL);
  json_t *root = json_load_file (path, 0, NULL);
  const json_t *outputs = json_object_get (root, "outputs");
  for (size_t i = 0; i < json_array_size (outputs); i++) {
    const json_t *listed = json_array_get (outputs, i);
    g_autofree char *text = get (out, json_string_value (json_object_get (listed, "file")));
    g_assert_nonnull (text);
    g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
    g_assert_cmpstr (sum, ==, json_string_value (json_object_get (listed, "sha256")));
  }
  g_autoptr (GPtrArray) names = ut_folder_tree (out);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    gboolean hidden = g_str_has_prefix (name, ".utsyn-new/") || g_str_has_prefix (name, ".utsyn-move/");
    if (!g_str_has_suffix (name, "/") && !hidden && !is_own (name) && strcmp (name, UT_MANIFEST_NAME) != 0
        && !is_listed (outputs, name))
      g_error ("%s is of no report", name);
  }
  const File *found = root == NULL ? NULL : is_listed (outputs, "tal.json") ? newer : previous;
  json_decref (root);
  return found;
}

static void
assert_nothing_left (const Case *test) {
  g_autoptr (GPtrArray) beside = ut_folder_list (test->root, ""), inside = ut_folder_list (test->out, "");
  g_assert_cmpuint (beside->len, ==, 1);
  for (guint i = 0; i < inside->len; i++) {
    const char *name = g_ptr_array_index (inside, i);
    g_assert_true (!g_str_has_prefix (name, ".utsyn-") || is_own (name));
  }
}

/* Trapping */

/* In a process of its own, which may end at any step. TRUE when the trap was met; `fine`: whether the report was
 * written.
 */
static gboolean
write_trapped (const Case *test, gboolean *fine) {
  enum { WRITTEN, NOT_WRITTEN, WRITTEN_TRAPPED, NOT_WRITTEN_TRAPPED };
  int status;
  fflush (NULL);
  pid_t child = fork ();
  if (child == 0) {
    GError *error = NULL;
    trap.n = 0;
    gboolean written = write_report (test->out, newer, &error);
    if (written == (error != NULL))
      _exit (100);
    _exit ((written ? WRITTEN : NOT_WRITTEN) + (trap.n >= trap.at ? WRITTEN_TRAPPED : 0));
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  int code = WEXITSTATUS (status);
  *fine = code == WRITTEN || code == WRITTEN_TRAPPED;
  if (code == 9)
    return TRUE;
  g_assert_cmpint (code, <=, NOT_WRITTEN_TRAPPED);
  return code >= WRITTEN_TRAPPED;
}

static void
recover (const Case *test) {
  GError *error = NULL;
  g_autoptr (UtOutputFolder) output = ut_output_folder_open (test->out, &error);
  g_assert_no_error (error);
  g_assert_nonnull (output);
}

/* Step after step until one run gets through. */
static void
try_every_step (Case *test, gboolean first, gboolean kills, gboolean stays, gboolean no_exchange) {
  gboolean met = TRUE, fine = FALSE;
  guint step, n_previous = 0, n_newer = 0;
  for (step = 1; met; step++) {
    if (first)
      ut_folder_remove (test->out);
    else
      begin (test);
    memset (&trap, 0, sizeof trap);
    trap.no_exchange = no_exchange;
    trap.at = step;
    trap.kills = kills;
    trap.stays = stays;
    met = write_trapped (test, &fine);
    trap.at = 0;
    if (no_exchange)
      recover (test);
    const File *found = whole_report (test->out);
    if (!first)
      assert_own_files (test->out);
    n_previous += found != newer;
    n_newer += found == newer;
    g_assert_true (found != NULL || first);
    g_assert_false (fine && found != newer);
    g_assert_false (!no_exchange && !kills && !fine && found == newer);
    /* What is saved before the next run is not undone by it. */
    put (test->out, "notat.txt", "saved since");
    /* The next run clears away what is left, and is itself whole. */
    recover (test);
    g_autofree char *saved = get (test->out, "notat.txt");
    g_assert_cmpstr (saved, ==, "saved since");
    put (test->out, "notat.txt", "mine");
    g_assert_true (whole_report (test->out) == found);
    GError *error = NULL;
    g_assert_true (write_report (test->out, newer, &error));
    g_assert_no_error (error);
    g_assert_true (whole_report (test->out) == newer);
    if (!first)
      assert_own_files (test->out);
    assert_nothing_left (test);
  }
  g_test_message ("%u steps; the previous run after %u, the new one after %u", step - 1, n_previous, n_newer);
  g_assert_cmpuint (step, >, 15);
  g_assert_cmpuint (n_previous, >, kills || stays ? 5 : 0);
  g_assert_cmpuint (n_newer, >, 1);
  memset (&trap, 0, sizeof trap);
}

static void
test_killed (Case *test, gconstpointer data G_GNUC_UNUSED) {
  try_every_step (test, FALSE, TRUE, FALSE, FALSE);
}

static void
test_killed_first (Case *test, gconstpointer data G_GNUC_UNUSED) {
  try_every_step (test, TRUE, TRUE, FALSE, FALSE);
}

static void
test_killed_one_by_one (Case *test, gconstpointer data G_GNUC_UNUSED) {
  try_every_step (test, FALSE, TRUE, FALSE, TRUE);
}

static void
test_fails (Case *test, gconstpointer data G_GNUC_UNUSED) {
  try_every_step (test, FALSE, FALSE, FALSE, FALSE);
}

static void
test_fails_for_good (Case *test, gconstpointer data G_GNUC_UNUSED) {
  try_every_step (test, FALSE, FALSE, TRUE, FALSE);
}

static void
test_fails_one_by_one (Case *test, gconstpointer data G_GNUC_UNUSED) {
  try_every_step (test, FALSE, FALSE, TRUE, TRUE);
}

/* Others at the same time */

static const char *saving_in;

static void
save_now (void) {
  put (saving_in, "notat.txt", "saved in the last moment");
  put (saving_in, "nytt/sist.txt", "made in the last moment");
}

static void
test_saved_in_the_last_moment (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  begin (test);
  saving_in = test->out;
  trap.before_exchange = save_now;
  g_assert_true (write_report (test->out, newer, &error));
  trap.before_exchange = NULL;
  g_assert_no_error (error);
  g_autofree char *saved = get (test->out, "notat.txt"), *made = get (test->out, "nytt/sist.txt");
  g_assert_cmpstr (saved, ==, "saved in the last moment");
  g_assert_cmpstr (made, ==, "made in the last moment");
  g_autoptr (GPtrArray) beside = ut_folder_list (test->root, "");
  g_assert_cmpuint (beside->len, ==, 1);
}

static void
test_two_runs (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  begin (test);
  UtOutputFolder *output = ut_output_folder_open (test->out, &error);
  g_assert_no_error (error);
  g_assert_false (write_report (test->out, newer, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
  g_assert_nonnull (strstr (error->message, test->out));
  g_clear_error (&error);
  /* The first has its place still, also after the second gave up. */
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_assert_true (ut_output_folder_write (output, "tal.json", bytes, "figures", &error));
  g_autofree char *manifest = manifest_of (ut_output_folder_files (output));
  g_assert_true (ut_output_folder_finish (output, manifest, &error));
  g_assert_no_error (error);
  /* The folder that took the other's place is locked too. */
  g_assert_null (ut_output_folder_open (test->out, NULL));
  ut_output_folder_free (output);
  g_assert_true (write_report (test->out, newer, &error));
  g_assert_no_error (error);
  assert_own_files (test->out);
  assert_nothing_left (test);
}

/* A folder several people work in is theirs through its group: it keeps the group, or is not exchanged. */
static void
test_group_of_folder (Case *test, gconstpointer data G_GNUC_UNUSED) {
  enum { OTHER_GROUP = 4242 };
  for (int may_give = 0; may_give < 2; may_give++) {
    GError *error = NULL;
    GStatBuf info;
    begin (test);
    g_autofree char *charts = g_build_filename (test->out, "figurer", NULL);
    if (chown (test->out, (uid_t) -1, OTHER_GROUP) != 0 || chown (charts, (uid_t) -1, OTHER_GROUP) != 0) {
      g_test_skip ("only root may give a folder to any group");
      return;
    }
    trap.no_chown = may_give == 0;
    g_assert_true (write_report (test->out, newer, &error));
    trap.no_chown = FALSE;
    g_assert_no_error (error);
    g_assert_true (whole_report (test->out) == newer);
    g_assert_cmpint (g_lstat (test->out, &info), ==, 0);
    g_assert_cmpuint (info.st_gid, ==, OTHER_GROUP);
    g_assert_cmpint (g_lstat (charts, &info), ==, 0);
    g_assert_cmpuint (info.st_gid, ==, OTHER_GROUP);
  }
}

/* Links, and what is in the way */

static char *
make_victim (const Case *test) {
  char *victim = g_build_filename (test->root, "victim", NULL);
  put (victim, "kapittel.html", "thesis");
  put (victim, "a.svg", "thesis");
  put (victim, "manifest.json", "{\"outputs\": [{\"file\": \"a.svg\"}]}");
  return victim;
}

static void
assert_untouched (const char *victim) {
  g_autofree char *chapter = get (victim, "kapittel.html"), *figure = get (victim, "a.svg");
  g_autoptr (GPtrArray) names = ut_folder_list (victim, "");
  g_assert_cmpstr (chapter, ==, "thesis");
  g_assert_cmpstr (figure, ==, "thesis");
  g_assert_cmpuint (names->len, ==, 3);
}

/* `name` in the report's folder, or beside it when it begins with a slash, is a link to somebody's folder or file. */
static void
test_links (Case *test, gconstpointer data G_GNUC_UNUSED) {
  static const struct {
    const char *name, *target;
    gboolean fine;
  } cases[] = {
    { ".utsyn-new", "victim", TRUE },        { ".utsyn-move", "victim", TRUE },
    { "../.min.utsyn-old", "victim", TRUE }, { "kapittel.html", "victim/kapittel.html", TRUE },
    { "tal.json", "victim/a.svg", TRUE },    { "manifest.json", "victim/manifest.json", TRUE },
    { "figurer", "victim", FALSE },          { "../min", "victim", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int no_exchange = 0; no_exchange < 2; no_exchange++) {
      GError *error = NULL;
      begin (test);
      g_autofree char *victim = make_victim (test);
      g_autofree char *link = g_build_filename (test->out, cases[i].name, NULL);
      g_autofree char *link_path = g_canonicalize_filename (link, NULL);
      g_autofree char *target = g_build_filename (test->root, cases[i].target, NULL);
      ut_folder_remove (link_path);
      g_assert_cmpint (symlink (target, link_path), ==, 0);
      trap.no_exchange = no_exchange != 0;
      g_assert_true (write_report (test->out, newer, &error) == cases[i].fine);
      trap.no_exchange = FALSE;
      g_assert_true (cases[i].fine ? error == NULL : g_error_matches (error, UT_ERROR, UT_ERROR_IO));
      g_clear_error (&error);
      assert_untouched (victim);
      g_assert_true (!cases[i].fine || g_strcmp0 (cases[i].name, "manifest.json") == 0
                     || whole_report (test->out) == newer);
    }
}

static void
test_folder_above_is_link (Case *test, gconstpointer data G_GNUC_UNUSED) {
  GError *error = NULL;
  g_autofree char *real = g_build_filename (test->root, "real", NULL), *link = g_build_filename (test->root, "o", NULL);
  g_autofree char *out = g_build_filename (link, "min", NULL), *found = g_build_filename (real, "min", NULL);
  g_assert_cmpint (g_mkdir (real, 0777), ==, 0);
  g_assert_cmpint (symlink ("real", link), ==, 0);
  g_assert_true (write_report (out, previous, &error) && write_report (out, newer, &error));
  g_assert_no_error (error);
  g_assert_true (whole_report (found) == newer);
}

static void
test_manifest_leads_out (Case *test, gconstpointer data G_GNUC_UNUSED) {
  static const char manifest[] = "{\"outputs\": [{\"file\": \"../victim/a.svg\"}, {\"file\": \"victim/a.svg\"},"
                                 " {\"file\": \"figurer/../../victim/kapittel.html\"}, {\"file\": \"eget/\"}]}";
  for (int no_exchange = 0; no_exchange < 2; no_exchange++) {
    GError *error = NULL;
    begin (test);
    g_autofree char *victim = make_victim (test), *link = g_build_filename (test->out, "victim", NULL);
    g_assert_cmpint (symlink (victim, link), ==, 0);
    put (test->out, UT_MANIFEST_NAME, manifest);
    trap.no_exchange = no_exchange != 0;
    g_assert_true (write_report (test->out, newer, &error));
    trap.no_exchange = FALSE;
    g_assert_no_error (error);
    assert_untouched (victim);
    assert_own_files (test->out);
  }
}

/* A folder where a file is to be is somebody's own, and nothing has moved when that is found. */
static void
test_in_the_way (Case *test, gconstpointer data G_GNUC_UNUSED) {
  for (int no_exchange = 0; no_exchange < 2; no_exchange++) {
    GError *error = NULL;
    begin (test);
    put (test->out, "tal.json/mitt.txt", "mine");
    trap.no_exchange = no_exchange != 0;
    g_assert_false (write_report (test->out, newer, &error));
    trap.no_exchange = FALSE;
    g_assert_error (error, UT_ERROR, UT_ERROR_IO);
    g_assert_nonnull (strstr (error->message, "/tal.json: "));
    g_clear_error (&error);
    g_autofree char *mine = get (test->out, "tal.json/mitt.txt"), *chapter = get (test->out, "kapittel.html");
    g_assert_cmpstr (mine, ==, "mine");
    g_assert_cmpstr (chapter, ==, "previous");
    assert_nothing_left (test);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  static const struct {
    const char *path;
    void (*run) (Case *, gconstpointer);
  } tests[] = {
    { "/report/output/killed", test_killed },
    { "/report/output/killed-first", test_killed_first },
    { "/report/output/killed-one-by-one", test_killed_one_by_one },
    { "/report/output/fails", test_fails },
    { "/report/output/fails-for-good", test_fails_for_good },
    { "/report/output/fails-one-by-one", test_fails_one_by_one },
    { "/report/output/saved-in-the-last-moment", test_saved_in_the_last_moment },
    { "/report/output/two-runs", test_two_runs },
    { "/report/output/group", test_group_of_folder },
    { "/report/output/links", test_links },
    { "/report/output/folder-above-is-link", test_folder_above_is_link },
    { "/report/output/manifest-leads-out", test_manifest_leads_out },
    { "/report/output/in-the-way", test_in_the_way },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Case, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
