import assert from 'node:assert/strict'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const seen = new Set<string>()
const findings: string[] = []
let asking: Page | null = null

const withoutReference = (text: string): string => text.replace(/PHB-[0-9A-Z]{4}-[0-9A-Z]{3}/g, ':reference')

/** The kind of page that an address shows: the same for every person, run and reference. */
export const patternOf = (address: string): string =>
  withoutReference(new URL(address).pathname)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d+(?=\/|$)/g, '/:number')

/**
 * axe runs only where scripts do, so a page without scripts is drawn again, as it stands, in one that has
 * them.
 */
async function redrawn(page: Page): Promise<Page> {
  if (asking === null) {
    const browser = page.context().browser()
    asking = browser && (await (await browser.newContext()).newPage())
  }
  assert.ok(asking)
  await asking.unrouteAll()
  const [address, body] = [page.url(), await page.content()]
  const size = page.viewportSize()
  if (size) await asking.setViewportSize(size)
  await asking.route(address, route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await asking.goto(address)
  return asking
}

type Found = { readonly id: string; readonly help: string; readonly where: readonly string[] }

/** Everything that axe finds on a page, by the rules of WCAG 2.2 AA and of good practice. */
async function violations(page: Page): Promise<readonly Found[]> {
  await page.evaluate(`${axe.source};0`)
  const options = { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } }
  return page.evaluate(`axe.run(${JSON.stringify(options)}).then(found =>
    found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map(one => one.html.slice(0, 300) + ' ' + one.failureSummary),
    })))`)
}

type Facts = {
  readonly title: string
  readonly headings: number
  readonly language: string
  /** How many pixels the page is wider than the window, and what sticks out. */
  readonly tooWide: number
  readonly sticksOut: readonly string[]
  /** Elements that ask for focus out of the order of the page. */
  readonly jumps: number
  /** Something of the program that was never meant to be read. */
  readonly bare: string | null
}

/** What a page must be for everybody, read in one go. It runs in the page, so it is handed over as text. */
const plainFacts = (page: Page): Promise<Facts> =>
  page.evaluate(`(() => {
    const root = document.documentElement
    return {
      title: document.title,
      headings: document.querySelectorAll('h1').length,
      language: root.lang,
      tooWide: root.scrollWidth - root.clientWidth,
      sticksOut: [...document.querySelectorAll('main *')]
        .filter(one => one.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(0, 3)
        .map(one => one.outerHTML.slice(0, 160)),
      jumps: document.querySelectorAll('[tabindex]:not([tabindex="0"], [tabindex="-1"])').length,
      bare: document.body.innerText
        .match(/\\[object Object\\]|\\bundefined\\b|\\bNaN\\b|Invalid Date/)?.[0] ?? null,
    }
  })()`)

/** Checks a page the first time its kind is met at this width; the plain facts every time. */
export async function checkPage(page: Page, about: { script: boolean; device: string }): Promise<void> {
  const facts = await plainFacts(page)
  const at = `${about.device}: ${page.url()}`
  assert.equal(facts.headings, 1, `one main heading, ${at}`)
  assert.match(facts.title, /\S.* - OpenPHB|OpenPHB/, `a title, ${at}`)
  assert.equal(facts.language, 'en-GB', at)
  assert.equal(facts.jumps, 0, `focus goes in the order of the page, ${at}`)
  assert.equal(facts.bare, null, `nothing of the program shows through, ${at}`)
  assert.ok(
    facts.tooWide <= 0,
    `no scrolling sideways (${facts.tooWide} px too wide), ${at}: ${facts.sticksOut.join('\n')}`,
  )
  const key = [about.device, patternOf(page.url()), withoutReference(facts.title)].join(' ')
  if (seen.has(key)) return
  seen.add(key)
  for (const one of await violations(about.script ? page : await redrawn(page)))
    findings.push(`${at}: ${one.id}, ${one.help}\n${one.where.join('\n')}`)
}

/** Fails with everything that axe found since it was asked last, on whatever page. */
export const nothingFound = (): void => assert.deepEqual(findings.splice(0), [], 'axe found nothing')
