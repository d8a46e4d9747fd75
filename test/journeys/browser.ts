import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { demoTicket } from '../../src/access/auth.ts'
import { jobs } from '../../src/app.ts'
import type { PlainDate } from '../../src/kernel/days.ts'
import type { Database } from '../../src/platform/database.ts'
import { startJobs } from '../../src/platform/jobs.ts'
import { asService } from '../../src/platform/transaction.ts'
import { appOn, closeAtEnd, emptyDatabase, millbrookDatabase } from '../harness.ts'
import { Visit } from './visit.ts'

const options = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-prefers-reduced-motion']
let started: Promise<Browser> | null = null

/** One browser for all journeys of the process; closed before what it looks at. */
async function browser(): Promise<Browser> {
  if (started === null) {
    const executablePath = process.env.OPENPHB_CHROMIUM ?? '/usr/bin/chromium'
    started = chromium.launch({ executablePath, args: options })
    closeAtEnd(async () => (await started)?.close())
  }
  return started
}

export type Device = 'desktop' | 'phone'
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 320, height: 640 } } as const

export type Site = {
  readonly address: string
  readonly database: Database
  /** Opens a browser of somebody's own: who has signed in, by address or user, or nobody yet. */
  open(how: { device: Device; script: boolean; as?: string }): Promise<Visit>
  /** Sets the day that everybody lives in. */
  goTo(day: PlainDate): Promise<void>
  /** Does once what the service does by itself at its times. */
  letTimeDoItsWork(): Promise<void>
  one<Row>(sql: string, values?: readonly unknown[]): Promise<Row>
}

const ofThisSite: (() => Promise<void>)[] = []

/** Ends what the journey before left open: its jobs and its windows would slow the next one down. */
async function leaveSite(): Promise<void> {
  for (const close of ofThisSite.splice(0).reverse()) await close()
}

/**
 * The whole program, listening on this machine only, in Millbrook or in an empty house. A journey opens one
 * site, and opening the next one leaves it.
 */
export async function openSite(seeded: 'millbrook' | 'empty' = 'millbrook'): Promise<Site> {
  await leaveSite()
  const database = seeded === 'millbrook' ? await millbrookDatabase() : await emptyDatabase()
  const app = await appOn(database)
  const address = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const working = await startJobs(database, jobs)
  ofThisSite.push(() => working.stop())
  closeAtEnd(leaveSite)
  const one = async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row> =>
    (await database.pool.query(sql, [...values])).rows[0] as Row
  return {
    address,
    database,
    one,
    async letTimeDoItsWork() {
      for (const job of jobs.filter(({ every }) => every !== undefined))
        await asService(database, doing => job.run(doing, {}))
    },
    async goTo(day) {
      await database.pool.query('delete from platform.clock')
      await database.pool.query(
        `insert into platform.clock (set_to, set_at)
         values (($1::date + time '09:00') at time zone 'Europe/London', statement_timestamp())`,
        [day],
      )
    },
    async open({ device, script, as }) {
      const context = await (await browser()).newContext({
        viewport: sizes[device],
        javaScriptEnabled: script,
        baseURL: address,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      })
      ofThisSite.push(() => context.close())
      const visit = new Visit(await ownPage(context), { device, script })
      if (as !== undefined) {
        const { user_id: user } = await one<{ user_id: string }>(
          'select user_id from access.actor where $1 in (email, user_id)',
          [as],
        )
        await visit.page.goto(`/access/demo/${user}/${demoTicket(user)}`)
      }
      return visit
    },
  }
}

/** A page that reaches this machine only: nothing may be loaded from elsewhere. */
async function ownPage(context: BrowserContext): Promise<Page> {
  await context.route(
    url => url.hostname !== '127.0.0.1',
    route => {
      throw new Error(`a page asked for ${route.request().url()}`)
    },
  )
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}
