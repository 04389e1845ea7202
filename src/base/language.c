#include <utsyn/language.h>

#include "base/catalogues.h"
#include "base/mo.h"
#include <gio/gio.h>
#include <string.h>

static const char *const tags[] = {
  [UT_LANGUAGE_NB] = "nb",
  [UT_LANGUAGE_NN] = "nn",
  [UT_LANGUAGE_EN] = "en",
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (tags) == UT_N_LANGUAGES + 1);

static const struct {
  const char *tag;
  UtLanguage language;
} known_tags[] = {
  { "nb", UT_LANGUAGE_NB },  { "no", UT_LANGUAGE_NB }, { "nob", UT_LANGUAGE_NB }, { "nn", UT_LANGUAGE_NN },
  { "nno", UT_LANGUAGE_NN }, { "en", UT_LANGUAGE_EN }, { "eng", UT_LANGUAGE_EN },
};

/* Where a text is looked for when the wanted language lacks it. */
static const UtLanguage nearest[][UT_N_LANGUAGES] = {
  [UT_LANGUAGE_NB] = { UT_LANGUAGE_NB, UT_LANGUAGE_NN, UT_LANGUAGE_EN },
  [UT_LANGUAGE_NN] = { UT_LANGUAGE_NN, UT_LANGUAGE_NB, UT_LANGUAGE_EN },
  [UT_LANGUAGE_EN] = { UT_LANGUAGE_EN, UT_LANGUAGE_NB, UT_LANGUAGE_NN },
};
G_STATIC_ASSERT (G_N_ELEMENTS (nearest) == UT_N_LANGUAGES);

static int message_language = UT_LANGUAGE_NB;

const char *
ut_language_tag (UtLanguage language) {
  return tags[language];
}

const char *const *
ut_language_tags (void) {
  return tags;
}

gboolean
ut_language_find (const char *tag, UtLanguage *language) {
  gsize length = strcspn (tag, "_-.@");
  for (gsize i = 0; i < G_N_ELEMENTS (known_tags); i++) {
    if (strlen (known_tags[i].tag) == length && g_ascii_strncasecmp (tag, known_tags[i].tag, length) == 0) {
      *language = known_tags[i].language;
      return TRUE;
    }
  }
  return FALSE;
}

/* The catalogues live in the read-only data of the program and are opened at the first look-up. */
static gpointer
open_catalogues (gpointer data G_GNUC_UNUSED) {
  static UtMo opened[UT_N_LANGUAGES];
  /* Registered by hand: a linker drops a static library's constructor when nothing calls it. */
  utsyn_catalogues_register_resource ();
  GResource *resource = utsyn_catalogues_get_resource ();
  for (UtLanguage language = 0; language < UT_N_LANGUAGES; language++) {
    g_autofree char *path = g_strdup_printf ("/no/utsyn/%s.mo", tags[language]);
    g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    gsize size = 0;
    const void *content = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
    if (!ut_mo_open (&opened[language], content, size))
      opened[language].n_texts = 0;
  }
  return opened;
}

static const char *
find_text (UtLanguage language, const char *key, guint form) {
  static GOnce once = G_ONCE_INIT;
  const UtMo *catalogues = g_once (&once, open_catalogues, NULL);
  /* The empty key is the catalogue's own header. */
  return key == NULL || *key == '\0' ? NULL : ut_mo_find (&catalogues[language], key, form);
}

const char *
ut_tr (UtLanguage language, const char *english) {
  const char *found = find_text (language, english, 0);
  return found != NULL ? found : english;
}

const char *
ut_trn (UtLanguage language, const char *singular, const char *plural, gulong n) {
  const char *found = find_text (language, singular, n != 1);
  return found != NULL ? found : n == 1 ? singular : plural;
}

const char *
ut_trc (UtLanguage language, const char *context, const char *english) {
  g_autofree char *key = g_strconcat (context, "\004", english, NULL);
  const char *found = find_text (language, key, 0);
  return found != NULL ? found : english;
}

void
ut_language_set_messages (UtLanguage language) {
  g_atomic_int_set (&message_language, (int) language);
}

UtLanguage
ut_language_messages (void) {
  return (UtLanguage) g_atomic_int_get (&message_language);
}

const char *
ut_text_get (const UtText *text, UtLanguage language) {
  for (gsize i = 0; i < UT_N_LANGUAGES; i++) {
    const char *found = text->in[nearest[language][i]];
    if (found != NULL && *found != '\0')
      return found;
  }
  return "";
}

void
ut_text_clear (UtText *text) {
  for (gsize i = 0; i < UT_N_LANGUAGES; i++)
    g_clear_pointer (&text->in[i], g_free);
}
