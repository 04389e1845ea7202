/* What every HTML chapter carries with it. */
#ifndef UT_DOCUMENT_HTML_ASSETS_H
#define UT_DOCUMENT_HTML_ASSETS_H

extern const char ut_html_style[];

/* Makes the tables sortable; without it they are as they were written. */
extern const char ut_html_script[];

#endif
