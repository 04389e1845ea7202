/* A JSON file that a previous run has written. */
#ifndef UT_PROJECT_JSON_FILE_H
#define UT_PROJECT_JSON_FILE_H

#include <jansson.h>

/* NULL when it cannot be read; `fault` says why and may be NULL. */
json_t *ut_json_file_read (const char *path, size_t flags, json_error_t *fault);

#endif
