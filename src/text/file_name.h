/* What the files of a report are called, in its language: new strings, fit for any file system. */
#ifndef UT_TEXT_FILE_NAME_H
#define UT_TEXT_FILE_NAME_H

#include <utsyn/language.h>

typedef enum { UT_FILE_CHAPTER, UT_FILE_CHARTS, UT_FILE_FIGURES, UT_N_FILE_NAMES } UtFileName;

/* Without an ending. */
char *ut_file_name (UtFileName name, UtLanguage language);
/* A word of a table marked NC_ ("file name", …). */
char *ut_file_word (const char *english, UtLanguage language);

#endif
