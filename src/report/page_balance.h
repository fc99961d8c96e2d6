/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The page's section on signed structure: how far the ties fit two blocs, which do not, with their
 * sources, and who is in which bloc.  Internal to report.
 */
#ifndef BLOC_REPORT_PAGE_BALANCE_H
#define BLOC_REPORT_PAGE_BALANCE_H

#include "base/buffer.h"
#include "report/page.h"

void page_balance_write(const struct page *page, struct buffer *buffer);

#endif
