import { migrations } from 'openphb:migrations'
import type { FastifyInstance } from 'fastify'
import { sealJob } from './access/actions/seal.ts'
import { makeAuth } from './access/auth.ts'
import { actorMay, actsForOthers, enter, identify } from './access/identify.ts'
import type { Permission } from './access/permissions.ts'
import type { Route } from './access/public.ts'
import { accessRoutes } from './access/routes.ts'
import { makeSessions, type Sessions } from './access/session.ts'
import { budgetsHeld } from './agreements/public.ts'
import { routes as agreements } from './agreements/routes.ts'
import { jobs as bankJobs } from './bank/jobs.ts'
import { askedBudget } from './bank/public.ts'
import { routes as bank } from './bank/routes.ts'
import { gatherJob } from './cases/gather.ts'
import { routes as cases } from './cases/routes.ts'
import type { ClockSource } from './clocks/public.ts'
import { clockRoutes } from './clocks/routes.ts'
import { complaintClocks } from './complaints/public.ts'
import { routes as complaints } from './complaints/routes.ts'
import { birthdayJob } from './consents/actions/tell-birthdays.ts'
import { consentsRoutes } from './consents/routes.ts'
import { clockSource as ehcClocks } from './ehc/public.ts'
import { routes as ehc } from './ehc/routes.ts'
import { routes as employment } from './employment/routes.ts'
import { examineJob } from './examinations/actions/examine.ts'
import { routes as examinations } from './examinations/routes.ts'
import { keepBooksJob } from './forecasts/actions/keep-books.ts'
import { routes as forecasts } from './forecasts/routes.ts'
import { pages } from './frame.tsx'
import { routes as funding } from './funding/routes.ts'
import { routes as home } from './home/routes.ts'
import { routes as invoices } from './invoices/routes.ts'
import { checkJob } from './ledger/check.ts'
import { routes as ledger } from './ledger/routes.ts'
import { snapshotJob } from './ledger/snapshots.ts'
import { questionClocks } from './local-offer/clock-source.ts'
import { localOfferRoutes } from './local-offer/routes.ts'
import { maternityClocks } from './maternity/public.ts'
import { routes as maternity } from './maternity/routes.ts'
import { routes as needs } from './needs/routes.ts'
import { readAssets } from './nhs/public.ts'
import { noticesRoutes } from './notices/routes.ts'
import { jobs as paymentJobs } from './payments/jobs.ts'
import { routes as payments } from './payments/routes.ts'
import { routes as people } from './people/routes.ts'
import { routes as plans } from './plans/routes.ts'
import { type Database, openDatabase } from './platform/database.ts'
import { makeServer } from './platform/http/server.ts'
import { type Job, prepareJobs } from './platform/jobs.ts'
import { sendMail } from './platform/mail.ts'
import { migrate } from './platform/migrate.ts'
import { enterJob } from './recoveries/actions/enter.ts'
import { routes as recoveries } from './recoveries/routes.ts'
import { clockSource as registerClocks } from './registers/public.ts'
import { routes as registers } from './registers/routes.ts'
import { reconsiderationClocks, requestClocks } from './requests/queries/clock-source.ts'
import { transitionClocks } from './requests/queries/transition-source.ts'
import { requestsRoutes } from './requests/routes.ts'
import { reviewClocks } from './reviews/clock-source.ts'
import { routes as reviews } from './reviews/routes.ts'
import { routes as rights } from './rights/routes.ts'
import { carryOutJob } from './succession/actions/carry-out.ts'
import { routes as succession } from './succession/routes.ts'
import { jobs as wheelchairJobs } from './wheelchairs/jobs.ts'
import { chairClocks } from './wheelchairs/queries/clock-source.ts'
import { routes as wheelchairs } from './wheelchairs/routes.ts'

/** Where each module tells the clocks that it keeps, in the order of architecture/modules.json. */
const clockSources: readonly ClockSource[] = [
  questionClocks,
  requestClocks,
  reconsiderationClocks,
  transitionClocks,
  chairClocks,
  maternityClocks,
  ehcClocks,
  reviewClocks,
  registerClocks,
  complaintClocks,
]

/** The routes of every module, in the order of architecture/modules.json. */
const routes: readonly Route[] = [
  ...people,
  ...noticesRoutes,
  ...rights,
  ...clockRoutes(clockSources),
  ...consentsRoutes(budgetsHeld),
  ...localOfferRoutes(askedBudget),
  ...ledger,
  ...requestsRoutes,
  ...needs,
  ...plans,
  ...agreements,
  ...employment,
  ...payments,
  ...invoices,
  ...wheelchairs,
  ...maternity,
  ...funding,
  ...ehc,
  ...bank,
  ...recoveries,
  ...forecasts,
  ...reviews,
  ...registers,
  ...complaints,
  ...cases,
  ...examinations,
  ...succession,
  ...home,
]

/** Work that comes round by itself or is asked for. */
export const jobs: readonly Job[] = [
  sealJob,
  sendMail,
  checkJob,
  snapshotJob,
  gatherJob,
  examineJob,
  enterJob,
  keepBooksJob,
  birthdayJob(budgetsHeld),
  carryOutJob,
  ...paymentJobs,
  ...wheelchairJobs,
  ...bankJobs,
]

export type App = {
  readonly database: Database
  readonly sessions: Sessions
  readonly server: FastifyInstance
  close(): Promise<void>
}

export type Setting = { readonly databaseUrl: string; readonly embedded: boolean; readonly address: string }

/**
 * Brings a database up to date: every module's tables, then the queue's. Says how many migrations were run.
 */
export async function prepare(databaseUrl: string): Promise<number> {
  const run = await migrate(databaseUrl, migrations)
  const database = openDatabase(databaseUrl, 2)
  await prepareJobs(database).finally(() => database.close())
  return run
}

// The table of routes asks for their addresses only, and never acts.
const signedOut = {} as Sessions

/** Every route there is, for the server and for the table of routes by roles. */
export const allRoutes = (sessions: Sessions = signedOut): readonly Route[] => [
  ...accessRoutes(sessions),
  ...routes,
]

/** Puts the program together on a database that is up to date. It listens to nothing yet. */
export async function makeApp({ databaseUrl, embedded, address }: Setting): Promise<App> {
  const database = openDatabase(databaseUrl, 16, { repeats: process.env.OPENPHB_KEEP_PLANS !== '0' })
  const secure = address.startsWith('https:')
  const auth = makeAuth(database, { embedded, secure, address })
  const sessions = makeSessions(auth, database, { embedded, secure })
  const lookups = database.ownersPool('access', 4)
  const server = await makeServer({
    database,
    enter,
    secure,
    routes: allRoutes(sessions),
    pages: pages({ embedded }),
    identify: request => identify(lookups, request.cookies),
    actsForOthers,
    may: (actor, permission) => actorMay(actor, permission as Permission),
    signIn: (next, kept) =>
      `/access/sign-in?next=${encodeURIComponent(next)}${kept === null ? '' : `&kept=${kept}`}`,
    assets: new Map(readAssets().map(({ path, type, body }) => [`/assets/${path}`, { kind: type, body }])),
  })
  return {
    database,
    sessions,
    server,
    async close() {
      await server.close()
      await database.close()
    },
  }
}
