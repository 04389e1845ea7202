/**
 * @file macros.h
 * Marks the public functions: the library is built with hidden symbols, and what these headers declare is visible.
 */
#ifndef UTSYN_MACROS_H
#define UTSYN_MACROS_H

#include <glib.h>

#define UT_BEGIN_DECLS G_BEGIN_DECLS _Pragma ("GCC visibility push(default)")
#define UT_END_DECLS   _Pragma ("GCC visibility pop") G_END_DECLS

#endif
