/** Which rows of a long list one page shows. Pages count from 1; a list without rows has one empty page. */
export type Paging = {
  readonly page: number
  readonly pages: number
  readonly count: number
  /** At most so many rows. */
  readonly most: number
  /** So many rows come before those of this page. */
  readonly before: number
}

/** How many rows a page of a list shows unless it says otherwise. */
export const rowsAPage = 50

/**
 * The page that is shown when one is asked for of so many rows: a number beyond the end gives the last page,
 * one before the beginning the first.
 */
export function pagingOf(count: number, page: number, most: number = rowsAPage): Paging {
  const pages = Math.max(1, Math.ceil(count / most))
  const shown = Math.min(pages, Math.max(1, Math.trunc(page) || 1))
  return { page: shown, pages, count, most, before: (shown - 1) * most }
}
