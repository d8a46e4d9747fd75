import { allRoutes } from '../src/app.ts'
import { Browser } from './browser.ts'
import { p95, sayFigure } from './figures.ts'
import type { Figure, Measured } from './measured.ts'
import type { Web } from './web.ts'

type Visit = { readonly who: string; readonly address: string; readonly pattern: string; took: number }
type Reader = { readonly who: string; readonly browser: Browser }
type Found = { visits: Visit[]; files: Visit[]; problems: string[] }

export type Asked = {
  readonly web: Web
  readonly limit: number
  readonly with: string
  readonly times: number
}

const perPattern = 3
const perReader = 150
// A page that is far above its limit is asked for less often, so that the whole comes to an end.
const walkFor = 5_000
const askFor = 2_500
const atLeast = 5
const leftAlone = /^\/(assets\/|access\/(demo|sign-out|call|record\/export)|style)/

const routes = allRoutes()
  .filter(({ at }) => at.startsWith('GET '))
  .map(({ at }) => {
    const pattern = at.slice(4)
    const shape = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+/g, '[^/]+')
    return { pattern, fits: new RegExp(`^${shape}$`) }
  })
  .sort((a, b) => a.pattern.split(':').length - b.pattern.split(':').length)

/** The route that an address leads to, with a question mark where it asks something; null where none does. */
export function patternOf(address: string): string | null {
  const [place = '', query] = address.split('?')
  const found = routes.find(({ fits }) => fits.test(place))
  return found ? found.pattern + (query ? '?' : '') : null
}

/** Signs in by every link that was printed, and as a visitor who has not. */
async function readersOf(web: Web): Promise<readonly Reader[]> {
  const readers: Reader[] = [{ who: 'visitor', browser: new Browser(web.url) }]
  for (const { says, url } of web.links) {
    const browser = new Browser(web.url)
    const answer = await browser.get(url)
    if (answer.status !== 303) throw new Error(`The link of ${says} answered ${answer.status}`)
    readers.push({ who: says, browser })
  }
  return readers
}

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'))

/** Walks from the start page over every link, some addresses of each pattern, never without end. */
async function walk({ who, browser }: Reader, found: Found): Promise<void> {
  const plain = routes.map(({ pattern }) => pattern).filter(pattern => !pattern.includes(':'))
  const queue = [who === 'visitor' ? '/' : '/home', ...plain]
  const seen = new Set<string>(queue)
  const times = new Map<string, number>()
  const until = performance.now() + walkFor
  for (let at = 0, asked = 0; at < queue.length && asked < perReader; at += 1) {
    if (performance.now() > until) break
    const address = queue[at] ?? '/'
    const pattern = patternOf(address)
    if (pattern === null || leftAlone.test(address) || (times.get(pattern) ?? 0) >= perPattern) continue
    asked += 1
    const { status, kind, to, body, took } = await browser.get(address)
    if (status >= 500) found.problems.push(failure(address, status, who))
    if (status === 200) {
      times.set(pattern, (times.get(pattern) ?? 0) + 1)
      const visits = kind.startsWith('text/html') ? found.visits : found.files
      visits.push({ who, address, pattern, took })
    }
    for (const next of [...(to?.startsWith('/') ? [to] : []), ...(status === 200 ? linksIn(body) : [])])
      if (!seen.has(next)) {
        seen.add(next)
        queue.push(next)
      }
  }
}

const failure = (address: string, status: number, who: string): string =>
  status === 599 ? `${address} gave no answer to ${who}` : `${address} answered ${status} to ${who}`

/** Of each pattern the slowest two that were met, of two different people where there are. */
function slowestOf(visits: readonly Visit[]): readonly Visit[] {
  const byPattern = Map.groupBy(visits, ({ pattern }) => pattern)
  return [...byPattern.values()].flatMap(same => {
    const [first, ...rest] = same.toSorted((a, b) => b.took - a.took)
    if (!first) return []
    const second = rest.find(({ who }) => who !== first.who) ?? rest[0]
    return second ? [first, second] : [first]
  })
}

/** How long an address takes, time after time; fewer times where it is slow. */
async function askAgain(browser: Browser, { address }: Visit, times: number): Promise<readonly number[]> {
  const until = performance.now() + askFor
  const took: number[] = []
  while (took.length < times && (took.length < atLeast || performance.now() < until))
    took.push((await browser.get(address)).took)
  return took
}

/** Every page that the printed links lead to, the slowest addresses of each pattern some times over. */
export async function measurePages({ web, limit, times, ...asked }: Asked): Promise<Measured> {
  const readers = await readersOf(web)
  const found: Found = { visits: [], files: [], problems: [] }
  for (const reader of readers) await walk(reader, found)
  const measured: (Visit & { readonly p95: number })[] = []
  for (const visit of slowestOf(found.visits)) {
    const browser = readers.find(({ who }) => who === visit.who)?.browser
    if (browser) measured.push({ ...visit, p95: p95(await askAgain(browser, visit, times)) })
  }
  for (const { browser } of readers) browser.close()
  const worst = [...Map.groupBy(measured, ({ pattern }) => pattern).values()]
    .flatMap(same => same.toSorted((a, b) => b.p95 - a.p95).slice(0, 1))
    .toSorted((a, b) => b.p95 - a.p95)
  const reached = new Set(found.visits.concat(found.files).map(({ pattern }) => pattern.replace('?', '')))
  const missed = routes.map(({ pattern }) => pattern).filter(pattern => !reached.has(pattern))
  const figure: Figure = {
    name: `every page with ${asked.with}, p95`,
    measured: worst[0]?.p95 ?? 0,
    limit,
    unit: 'ms',
    note: `slowest of ${worst.length}: ${worst[0]?.pattern ?? 'none'}`,
  }
  return {
    figures: [figure],
    tables: [
      {
        title: `Pages with ${asked.with}: p95 of ${times}, one client, the slowest first`,
        head: ['page', 'p95', 'ratio', 'as'],
        rows: worst.map(one => [
          `${one.pattern}${one.p95 > limit ? '  ABOVE ITS LIMIT' : ''}`,
          sayFigure(one.p95, 'ms'),
          (one.p95 / limit).toFixed(2),
          one.who.replace(/ {2,}/g, ' '),
        ]),
      },
      {
        title: `Addresses that no link led to with ${asked.with}`,
        head: ['page'],
        rows: missed.filter(pattern => !leftAlone.test(pattern)).map(pattern => [pattern]),
      },
    ],
    problems: [...new Set(found.problems)],
  }
}

/** Eight people at once for some seconds, over the pages that were met; answers how many pages they got. */
export async function load(web: Web, seconds: number): Promise<number> {
  const readers = (await readersOf(web)).slice(0, 9)
  const until = performance.now() + seconds * 1000
  let pages = 0
  await Promise.all(
    readers.map(async ({ browser }) => {
      const places = ['/home', ...linksIn((await browser.get('/home')).body)].filter(
        address => patternOf(address) !== null && !leftAlone.test(address),
      )
      for (let at = 0; performance.now() < until; at += 1, pages += 1)
        await browser.get(places[at % places.length] ?? '/')
      browser.close()
    }),
  )
  return pages
}
