/* The parts of a workbook: a zip of XML files, each read as a stream and only so far as is sensible. */
#ifndef UT_IMPORT_BYTES_XLSX_PARTS_H
#define UT_IMPORT_BYTES_XLSX_PARTS_H

#include <glib.h>
#include <libxml/xmlreader.h>

typedef struct UtXlsx UtXlsx;

/* Error: UT_ERROR_IO when the file cannot be opened, UT_ERROR_DEFINITION when it is no workbook, with what to do. */
UtXlsx *ut_xlsx_open (const char *path, const char *shown, GError **error);
void ut_xlsx_close (UtXlsx *xlsx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtXlsx, ut_xlsx_close)

/* A part being read. */
typedef struct {
  xmlTextReaderPtr xml;
  gpointer stream;
} UtXlsxPart;

/* What is unpacked or copied is taken from what a workbook may cost; FALSE, and a fault, when it is used up. */
gboolean ut_xlsx_spend (UtXlsx *xlsx, gsize n_bytes);

/* Walks a part: FALSE when the workbook has none of that name. Each part is closed before the next is opened. */
gboolean ut_xlsx_part_open (UtXlsx *xlsx, const char *name, UtXlsxPart *part);
void ut_xlsx_part_close (UtXlsxPart *part);
/* The next node; FALSE at the end, or when the part is broken or too large, which ut_xlsx_fault() then tells. */
gboolean ut_xlsx_part_next (UtXlsxPart *part);
/* Why the last part could not be read to its end, in the message language; NULL when it could. */
const char *ut_xlsx_fault (const UtXlsx *xlsx);

/* Whether the node is the beginning or the end of an element of that name, whatever its namespace. */
gboolean ut_xlsx_part_begins (const UtXlsxPart *part, const char *element);
gboolean ut_xlsx_part_ends (const UtXlsxPart *part, const char *element);
/* The text of a node that is text; NULL when it is anything else, such as a comment. */
const char *ut_xlsx_part_text (const UtXlsxPart *part);
/* An attribute by its name without prefix; NULL when there is none. New string. */
char *ut_xlsx_part_attribute (const UtXlsxPart *part, const char *name);

#endif
