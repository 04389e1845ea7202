/**
 * @file language.h
 * The three languages, and texts in them.
 *
 * Messages are gettext catalogues (po/nb.po, po/nn.po; the msgid is English), compiled into the library and looked up
 * by language, not by the process locale: a chapter in nynorsk can be written from a program that speaks bokmål, on a
 * machine with no Norwegian locale.
 */
#ifndef UTSYN_LANGUAGE_H
#define UTSYN_LANGUAGE_H

#include <glib.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum { UT_LANGUAGE_NB, UT_LANGUAGE_NN, UT_LANGUAGE_EN, UT_N_LANGUAGES } UtLanguage;

/** "nb", "nn" or "en". */
const char *ut_language_tag (UtLanguage language);
/** The tags of all languages, in their order; NULL-terminated. */
const char *const *ut_language_tags (void);

/** Finds a language by tag; FALSE when unknown. Also understands "nb_NO.UTF-8", "no" and the like. */
gboolean ut_language_find (const char *tag, UtLanguage *language);

/** The translation of an English text; the text itself when there is none. Never freed; NULL only for NULL, which a
 * table that lacks a row has. */
const char *ut_tr (UtLanguage language, const char *english) G_GNUC_FORMAT (2);

/** The same, choosing by number: singular when n is 1. */
const char *ut_trn (UtLanguage language, const char *singular, const char *plural, gulong n) G_GNUC_FORMAT (2)
    G_GNUC_FORMAT (3);

/** The same within a context ("noun", "heading"): for an English word that has two Norwegian ones. */
const char *ut_trc (UtLanguage language, const char *context, const char *english) G_GNUC_FORMAT (3);

/**
 * Language of errors and findings: the one process-wide setting, made once at start (default nb).
 * Everything a report says takes its language as an argument instead.
 */
void ut_language_set_messages (UtLanguage language);
UtLanguage ut_language_messages (void);

/** A text an analyst wrote in up to three languages; NULL where not given. */
typedef struct {
  char *in[UT_N_LANGUAGES];
} UtText;

/** The text in the language, else in the nearest one given (nb and nn stand in for each other before en); "" when
 * empty. */
const char *ut_text_get (const UtText *text, UtLanguage language);
void ut_text_clear (UtText *text);

UT_END_DECLS

#endif
