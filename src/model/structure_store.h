/* The structures of municipalities, being worked out. */
#ifndef UT_MODEL_STRUCTURE_STORE_H
#define UT_MODEL_STRUCTURE_STORE_H

#include "model/structure.h"

/* What one code of a structure became. */
typedef struct {
  UtRestateKind kind;
  GArray *targets; /* UtRestatement; NULL when the code was not in force, and for a county no other one is heir to */
} UtRestated;

typedef struct {
  int year;          /* came into force on 1 January */
  GArray *restated;  /* UtRestated by region */
  GArray *county_in; /* UtRegionId by region */
} UtStructure;

struct UtStructures {
  GArray *all; /* UtStructure, oldest first */
};

#endif
