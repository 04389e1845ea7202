#include "import/bytes/xlsx_parts.h"

#include <string.h>
#include <utsyn/error.h>
#include <zip.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"

/* A sheet of a million rows is well below; a bomb is far above. */
#define MAX_PART_BYTES ((guint64) 256 * 1024 * 1024)
/* Of all parts unpacked, a part that is read twice counted twice, and of the texts of all cells. */
#define MAX_BOOK_BYTES ((guint64) 1024 * 1024 * 1024)

struct UtXlsx {
  zip_t *zip;
  const char *fault;
  guint64 n_spent;
};

typedef struct {
  UtXlsx *xlsx;
  zip_file_t *file;
  guint64 n_read;
} Stream;

/* Takes the bytes; NULL when they are no archive. A source of no bytes would not free them. */
static zip_t *
open_archive (char *bytes, gsize n_bytes) {
  zip_source_t *source = n_bytes > 0 ? zip_source_buffer_create (bytes, n_bytes, 1, NULL) : NULL;
  if (source == NULL)
    g_free (bytes);
  zip_t *zip = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (zip == NULL && source != NULL)
    zip_source_free (source);
  return zip;
}

UtXlsx *
ut_xlsx_open (const char *path, const char *shown, GError **error) {
  g_autoptr (GError) trouble = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  if (!ut_input_read (path, &bytes, &n_bytes, &trouble)) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", shown, ut_reason_error (trouble));
    return NULL;
  }
  if (n_bytes >= 4 && memcmp (bytes, "\xd0\xcf\x11\xe0", 4) == 0) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s: an old workbook (.xls) or one with a password; save it as .xlsx without a password"), shown);
    return NULL;
  }
  zip_t *zip = open_archive (g_steal_pointer (&bytes), n_bytes);
  if (zip == NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: no whole workbook (.xlsx); was it cut off?"), shown);
    return NULL;
  }
  UtXlsx *xlsx = g_new0 (UtXlsx, 1);
  xlsx->zip = zip;
  return xlsx;
}

void
ut_xlsx_close (UtXlsx *xlsx) {
  if (xlsx == NULL)
    return;
  zip_discard (xlsx->zip);
  g_free (xlsx);
}

gboolean
ut_xlsx_spend (UtXlsx *xlsx, gsize n_bytes) {
  xlsx->n_spent += n_bytes;
  if (xlsx->n_spent <= MAX_BOOK_BYTES)
    return TRUE;
  xlsx->fault = N_ ("the workbook is larger than 1 GB");
  return FALSE;
}

static int
read_bytes (void *context, char *buffer, int n_bytes) {
  Stream *stream = context;
  zip_int64_t n = zip_fread (stream->file, buffer, (zip_uint64_t) n_bytes);
  if (n < 0) {
    stream->xlsx->fault = N_ ("a part of the workbook cannot be unpacked");
    return -1;
  }
  stream->n_read += (guint64) n;
  if (stream->n_read > MAX_PART_BYTES) {
    stream->xlsx->fault = N_ ("a part of the workbook is larger than 256 MB");
    return -1;
  }
  return ut_xlsx_spend (stream->xlsx, (gsize) n) ? (int) n : -1;
}

static int
close_stream (void *context) {
  Stream *stream = context;
  zip_fclose (stream->file);
  g_free (stream);
  return 0;
}

/* The library reports; nothing is printed. */
static void
ignore_error (void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr locator) {
  (void) context;
  (void) message;
  (void) severity;
  (void) locator;
}

gboolean
ut_xlsx_part_open (UtXlsx *xlsx, const char *name, UtXlsxPart *part) {
  *part = (UtXlsxPart){ 0 };
  zip_file_t *file = zip_fopen (xlsx->zip, name, ZIP_FL_NOCASE);
  if (file == NULL)
    return FALSE;
  Stream *stream = g_new0 (Stream, 1);
  stream->xlsx = xlsx;
  stream->file = file;
  part->stream = stream;
  part->xml = xmlReaderForIO (read_bytes, close_stream, stream, name, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (part->xml != NULL)
    xmlTextReaderSetErrorHandler (part->xml, ignore_error, NULL);
  return part->xml != NULL;
}

void
ut_xlsx_part_close (UtXlsxPart *part) {
  if (part->xml != NULL)
    xmlFreeTextReader (part->xml);
  *part = (UtXlsxPart){ 0 };
}

gboolean
ut_xlsx_part_next (UtXlsxPart *part) {
  UtXlsx *xlsx = ((Stream *) part->stream)->xlsx;
  if (xlsx->fault != NULL)
    return FALSE;
  int more = xmlTextReaderRead (part->xml);
  /* A document type could define entities that grow without end; no workbook has one. */
  if (more == 1 && xmlTextReaderNodeType (part->xml) == XML_READER_TYPE_DOCUMENT_TYPE) {
    xlsx->fault = N_ ("a part of the workbook has a document type");
    return FALSE;
  }
  if (more < 0 && xlsx->fault == NULL)
    xlsx->fault = N_ ("a part of the workbook is no whole XML");
  return more == 1;
}

const char *
ut_xlsx_fault (const UtXlsx *xlsx) {
  return xlsx->fault != NULL ? _ (xlsx->fault) : NULL;
}

static gboolean
is_named (const UtXlsxPart *part, const char *element) {
  const xmlChar *name = xmlTextReaderConstLocalName (part->xml);
  return name != NULL && strcmp ((const char *) name, element) == 0;
}

gboolean
ut_xlsx_part_begins (const UtXlsxPart *part, const char *element) {
  return xmlTextReaderNodeType (part->xml) == XML_READER_TYPE_ELEMENT && is_named (part, element);
}

gboolean
ut_xlsx_part_ends (const UtXlsxPart *part, const char *element) {
  int type = xmlTextReaderNodeType (part->xml);
  return is_named (part, element)
         && (type == XML_READER_TYPE_END_ELEMENT
             || (type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement (part->xml)));
}

const char *
ut_xlsx_part_text (const UtXlsxPart *part) {
  int type = xmlTextReaderNodeType (part->xml);
  if (type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_CDATA && type != XML_READER_TYPE_WHITESPACE
      && type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
    return NULL;
  return (const char *) xmlTextReaderConstValue (part->xml);
}

char *
ut_xlsx_part_attribute (const UtXlsxPart *part, const char *name) {
  char *value = NULL;
  for (int more = xmlTextReaderMoveToFirstAttribute (part->xml); more == 1 && value == NULL;
       more = xmlTextReaderMoveToNextAttribute (part->xml))
    if (is_named (part, name))
      value = g_strdup ((const char *) xmlTextReaderConstValue (part->xml));
  xmlTextReaderMoveToElement (part->xml);
  return value;
}
