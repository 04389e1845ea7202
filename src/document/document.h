/* A text as a tree that knows no format: built once, written as HTML and as Markdown. */
#ifndef UT_DOCUMENT_DOCUMENT_H
#define UT_DOCUMENT_DOCUMENT_H

#include <glib.h>
#include <utsyn/language.h>
#include <utsyn/scene.h>

typedef enum {
  UT_BLOCK_HEADING,
  UT_BLOCK_PARAGRAPH,
  UT_BLOCK_LIST,
  UT_BLOCK_TABLE,
  UT_BLOCK_FIGURE,
  UT_N_BLOCK_KINDS
} UtBlockKind;

/* What a paragraph is for. */
typedef enum { UT_ROLE_TEXT, UT_ROLE_LEAD, UT_ROLE_SOURCE, UT_N_ROLES } UtRole;

/* What the colour of a mark says, besides its form. */
typedef enum { UT_TONE_PLAIN, UT_TONE_BETTER, UT_TONE_WORSE, UT_N_TONES } UtTone;

typedef struct {
  char *text;
  char *mark;    /* "▲"; NULL when the cell has none */
  UtTone tone;   /* of the mark */
  char *word;    /* what the mark means, for those who cannot see it */
  GArray *notes; /* guint: numbers of the table's notes; NULL when none */
  double key;    /* what the column is sorted by; NaN: by the text */
} UtCell;

typedef struct {
  char *heading;
  gboolean number; /* set flush right */
} UtColumn;

/* The first cell of a row is its heading. */
typedef struct {
  char *caption;
  GArray *columns;  /* UtColumn */
  GPtrArray *rows;  /* GPtrArray of UtCell */
  GPtrArray *notes; /* char * */
  guint number;     /* in the document: for anchors */
} UtDocumentTable;

typedef struct {
  UtBlockKind kind;
  char *text;             /* heading, paragraph; caption of a figure, may be NULL */
  guint level;            /* heading: 2 … 4; the title of the document is 1 */
  char *id;               /* heading: anchor, unique */
  UtRole role;            /* paragraph */
  gboolean ordered;       /* list */
  GPtrArray *items;       /* list: char * */
  UtDocumentTable *table; /* table */
  const UtScene *scene;   /* figure: lives as long as the figures of the report */
  char *name;             /* figure: file name without its ending */
} UtBlock;

typedef struct {
  char *title;
  UtLanguage language;
  GPtrArray *blocks; /* UtBlock */
} UtDocument;

UtDocument *ut_document_new (const char *title, UtLanguage language);
void ut_document_free (UtDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtDocument, ut_document_free)

void ut_document_heading (UtDocument *document, guint level, const char *text);
void ut_document_paragraph (UtDocument *document, UtRole role, const char *text);
/* Takes the array of texts; an empty one adds nothing. */
void ut_document_list (UtDocument *document, gboolean ordered, GPtrArray *items);
void ut_document_chart (UtDocument *document, const UtScene *scene, const char *name, const char *caption);

/* Tables are filled after they are added; the document owns them. */
UtDocumentTable *ut_document_table (UtDocument *document, const char *caption);
void ut_document_column (UtDocumentTable *table, const char *heading, gboolean number);
void ut_document_row (UtDocumentTable *table);
/* The next cell of the row; the pointer is valid until the row is finished. */
UtCell *ut_document_cell (UtDocumentTable *table, const char *text);
/* Adds a note below the table, or finds the one with the same text, and refers to it from the cell. */
void ut_document_note (UtDocumentTable *table, UtCell *cell, const char *text);
/* "a", "b" … "z", "aa": how a note is referred to. */
char *ut_note_sign (guint number);

/* A format's way to write each kind of block. */
typedef void (*UtBlockWriter) (GString *out, const UtBlock *block);

/* Writers. Links to figures are relative to the folder of the text. */
char *ut_document_write_html (const UtDocument *document);
char *ut_document_write_markdown (const UtDocument *document);

#endif
