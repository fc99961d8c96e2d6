/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The report page out/index.html: figures with the ties they show and the sources of each,
 * chief measures, what the data check found, definitions and sources.  One self-contained
 * document: no scripts, no requests beyond the figures beside it.  cli fills the struct; the
 * page knows nothing of how figures are made.
 */
#ifndef BLOC_REPORT_PAGE_H
#define BLOC_REPORT_PAGE_H

#include "base/buffer.h"
#include "base/finding.h"
#include "base/list.h"
#include "base/text.h"
#include "report/balance_report.h"
#include "report/report_table.h"
#include "selection/selection.h"

/* One figure as the page shows it. */
struct page_figure {
    struct text name; /* figures/NAME.svg, tables/NAME_ties.csv */
    struct text title;
    struct text description; /* in words, for those who do not see it */
    struct text note;        /* may be empty */
    double width;            /* millimetres, as printed */
    double height;
    const struct selection *selection; /* whose ties it shows */
};

LIST(page_figure_list, struct page_figure);

/* One table of the report, for the list of downloads. */
struct page_file {
    struct text name; /* tables/NAME.csv and tables/NAME.json */
    struct text what;
};

LIST(page_file_list, struct page_file);

/* A table of roles, sets or pairs, with how to read it. */
struct page_sheet {
    const struct report_table *table;
    const char *title;
    const char *reading;
    const char *caution;
};

LIST(page_sheet_list, struct page_sheet);

/* All borrowed. */
struct page {
    const struct selection *selection; /* the whole dataset, or what the options chose */
    const struct findings *findings;
    const struct report_table *totals;   /* rows read and used, by file */
    const struct report_table *measures; /* by group, most ties first, of page_measures() */
    const struct report_table *network;  /* by metric and layer */
    const struct report_table *ranks;    /* of rank_report_build for people; NULL = not known */
    const struct report_table *hinges;   /* of hinge_report_build for people; NULL = not known */
    const struct balance_view *balance;  /* signed structure */
    const struct report_table *series;   /* by year; NULL when nothing is dated */
    const struct report_table *switches; /* of alliances */
    struct page_sheet_list sheets;       /* empty = not known */
    struct page_figure_list figures;
    struct page_file_list files;
};

/* Names of the group metrics that the page shows, `,` between them. */
struct text page_measures(void);

/* Write the whole document. */
void page_write(const struct page *page, struct buffer *buffer);

#endif
