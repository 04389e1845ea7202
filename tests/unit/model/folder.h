/* A folder of small definition files, gone with the test. */
#ifndef UT_TEST_FOLDER_H
#define UT_TEST_FOLDER_H

#include <glib.h>

typedef struct {
  char *path;
} Folder;

Folder folder_new (void);
/* Writes path/name; sub-folders are made. */
void folder_write (const Folder *folder, const char *name, const char *text);
void folder_clear (Folder *folder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

#endif
