import { Card } from 'nhsuk-react-components'
import type { Paging } from '../kernel/paging.ts'
import { icons } from './icons.tsx'
import { FormSays, type Html, type Typed } from './model.ts'
import { type Meaning, Tag } from './tag.tsx'

export type Tile = {
  readonly href: string
  readonly title: string
  readonly says: Html
  readonly tag?: { readonly says: string; readonly means: Meaning } | undefined
}

const TileCard = ({ href, title, says, tag }: Tile) => (
  <Card clickable>
    <Card.Heading headingLevel="h2" size="m">
      <a className="nhsuk-card__link" href={href}>
        {title}
      </a>
    </Card.Heading>
    <Card.Description>{says}</Card.Description>
    {tag === undefined ? null : <Tag means={tag.means}>{tag.says}</Tag>}
  </Card>
)

/** The ways on from a home page, after the one sentence of where things stand. */
export const Tiles = ({ tiles }: { tiles: readonly Tile[] }) => (
  <ul className="app-tiles">
    {tiles.map(tile => (
      <li key={tile.href} className="app-tiles__item">
        <TileCard {...tile} />
      </li>
    ))}
  </ul>
)

export type TabLink = {
  readonly href: string
  readonly says: string
  readonly count?: number | undefined
  readonly current?: boolean | undefined
}

const counted = (count: number): string => count.toLocaleString('en-GB')

/** Parts of one subject, each at its own address: works without JavaScript, can be bookmarked and sent on. */
export const TabLinks = ({ tabs, name }: { tabs: readonly TabLink[]; name: string }) => (
  <nav className="app-tabs" aria-label={name}>
    <ul className="app-tabs__list">
      {tabs.map(({ href, says, count, current }) => (
        <li key={href} className="app-tabs__item">
          <a className="app-tabs__link" href={href} aria-current={current ? 'page' : undefined}>
            {count === undefined ? says : `${says} (${counted(count)})`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type FiltersProps = {
  readonly action: string
  /** What is set now, so that each field shows it. */
  readonly typed: Typed
  /** Where nothing is filtered; shown as "Clear filters". */
  readonly clear?: string | undefined
  readonly children: Html
}

/** Which rows of a table to show: a form that asks and changes nothing, with the answer in its address. */
export const Filters = ({ action, typed, clear, children }: FiltersProps) => (
  <search>
    <form className="app-filters" action={action} method="get" noValidate>
      <FormSays.Provider value={{ typed, errors: [] }}>
        <div className="app-filters__fields">{children}</div>
      </FormSays.Provider>
      <div className="app-filters__go">
        <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
          Show these
        </button>
        {clear === undefined ? null : <a href={clear}>Clear filters</a>}
      </div>
    </form>
  </search>
)

type PageLink = { readonly number: number; readonly href: string; readonly current: boolean }

/** The first, the last, this one and its two neighbours on each side; null where some are left out. */
function shownPages(page: number, pages: number): readonly (number | null)[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pages].filter(
    one => one >= 1 && one <= pages,
  )
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((one, place) =>
    place > 0 && one - (sorted[place - 1] ?? 0) > 1 ? [null, one] : [one],
  )
}

const Step = ({ href, says, back }: { href: string; says: string; back: boolean }) => (
  <a
    className={back ? 'nhsuk-pagination__previous' : 'nhsuk-pagination__next'}
    href={href}
    rel={back ? 'prev' : 'next'}
  >
    {back ? icons.left : null}
    <span className="nhsuk-pagination__title">
      {says}
      <span className="nhsuk-u-visually-hidden"> page</span>
    </span>
    {back ? null : icons.right}
  </a>
)

const PageItem = ({ number, href, current }: PageLink) => (
  <li
    className={current ? 'nhsuk-pagination__item nhsuk-pagination__item--current' : 'nhsuk-pagination__item'}
  >
    <a
      className="nhsuk-pagination__link"
      href={href}
      aria-label={`Page ${number}`}
      aria-current={current ? 'page' : undefined}
    >
      {number}
    </a>
  </li>
)

const Left = () => <li className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>

type PaginationProps = {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
  readonly name?: string | undefined
}

/** The links to the pages of a long list. Draws nothing where there is one page. */
export const Pagination = ({ page, pages, hrefOf, name = 'Pagination' }: PaginationProps) =>
  pages < 2 ? null : (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" role="navigation" aria-label={name}>
      {page > 1 ? <Step href={hrefOf(page - 1)} says="Previous" back /> : null}
      <ul className="nhsuk-pagination__list">
        {shownPages(page, pages).map((number, place) =>
          number === null ? (
            <Left key={`left-${place}`} />
          ) : (
            <PageItem key={number} number={number} href={hrefOf(number)} current={number === page} />
          ),
        )}
      </ul>
      {page < pages ? <Step href={hrefOf(page + 1)} says="Next" back={false} /> : null}
    </nav>
  )

type PagesProps = {
  readonly paging: Paging
  /** The address of a page, with the filters that are set. */
  readonly hrefOf: (page: number) => string
  /** What the pages are of, where a page has two lists: `Pages of payment runs`. */
  readonly name?: string | undefined
}

/** Which rows of a long list are shown, and the way to the others. Draws nothing where there is one page. */
export const Pages = ({ paging: { page, pages, count, most, before }, hrefOf, name }: PagesProps) =>
  pages < 2 ? null : (
    <>
      <p className="app-pages">
        {counted(before + 1)} to {counted(Math.min(count, before + most))} of {counted(count)}
      </p>
      <Pagination page={page} pages={pages} hrefOf={hrefOf} name={name} />
    </>
  )
