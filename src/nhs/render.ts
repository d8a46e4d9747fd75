import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/**
 * A problem leads to its field. Where the page has no such field any more (somebody else was faster, and the
 * form is gone), it leads to what the page shows instead, and never nowhere.
 */
export function withoutDeadEnds(html: string): string {
  const from = html.indexOf('nhsuk-error-summary__list')
  if (from < 0) return html
  const until = html.indexOf('</ul>', from)
  const list = html
    .slice(from, until)
    .replace(/href="#([^"]*)"/g, (link, id: string) =>
      html.includes(` id="${id}"`) ? link : 'href="#maincontent"',
    )
  return html.slice(0, from) + list + html.slice(until)
}

/** The whole document of a page, as HTML. Takes a `Frame`, or a page that draws one. */
export const renderPage = (page: ReactElement): string =>
  `<!doctype html>${withoutDeadEnds(renderToStaticMarkup(page))}`
