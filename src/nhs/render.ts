import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** The whole document of a page, as HTML. Takes a `Frame`, or a page that draws one. */
export const renderPage = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`
