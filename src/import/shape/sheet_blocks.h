/* The tables of a sheet: beside each other, with a blank column between them, and below each other, each with headings
 * of its own. */
#ifndef UT_IMPORT_SHAPE_SHEET_BLOCKS_H
#define UT_IMPORT_SHAPE_SHEET_BLOCKS_H

#include "import/shape/sheet.h"

typedef struct {
  GPtrArray *sheets; /* UtSheet, whose texts are those of the whole sheet; at least one */
  GPtrArray *names; /* char *, as many: the sheet's name where it has one table, else "Sheet: title above the table", or
                       "Sheet (2)" for a table without a title of its own */
} UtSheetBlocks;

void ut_sheet_blocks_find (UtSheetBlocks *blocks, const UtSheet *sheet, const UtReadHints *hints);
void ut_sheet_blocks_clear (UtSheetBlocks *blocks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtSheetBlocks, ut_sheet_blocks_clear)

#endif
