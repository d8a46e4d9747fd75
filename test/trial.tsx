import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { makeAuth } from '../src/access/auth.ts'
import { actorMay, actsForOthers, enter, identify } from '../src/access/identify.ts'
import type { Permission, Route } from '../src/access/public.ts'
import { accessRoutes } from '../src/access/routes.ts'
import { makeSessions } from '../src/access/session.ts'
import type { App } from '../src/app.ts'
import { pages } from '../src/frame.tsx'
import { newId } from '../src/kernel/ids.ts'
import { Form } from '../src/nhs/public.ts'
import type { Database } from '../src/platform/database.ts'
import { makeServer } from '../src/platform/http/server.ts'
import { ask } from '../src/platform/jobs.ts'
import { emptyDatabase, type Someone, someone } from './harness.ts'

/** Routes of a trial module: a note that is written, what breaks, what refuses, what takes files. */
const trial: readonly Route[] = [
  {
    at: 'GET /trial',
    allow: 'home.read',
    handle: () => ({ title: 'Trial', body: <Form action="/trial">A form</Form> }),
  },
  {
    at: 'POST /trial',
    allow: 'home.read',
    async handle(doing, { form, files }) {
      await sql`insert into trial.note (id, words)
        values (${newId()}, ${String(form['words'] ?? '')})`.execute(doing.transaction)
      if (form['words'] === 'slow') await new Promise(resolve => setTimeout(resolve, 200))
      if (form['words'] === 'wrong') return { title: 'Trial', status: 422, body: 'Not so' }
      if (form['words'] === 'job') await ask(doing, { name: 'trial', payload: {} })
      if (form['words'] === 'job-undone') {
        await ask(doing, { name: 'trial', payload: {} })
        throw new Error('Nell Farrow typed 999')
      }
      return `/trial?files=${files.map(({ bytes }) => bytes.length).join()}&words=${String(form['words'])}`
    },
  },
  {
    at: 'GET /trial/broken',
    allow: 'public.read',
    handle: () => {
      throw new Error('Nell Farrow, born 1958-01-25')
    },
  },
  { at: 'GET /trial/away', allow: 'public.read', handle: (_doing, { query }) => String(query['to']) },
  {
    at: 'GET /trial/file',
    allow: 'public.read',
    handle: () => ({ download: 'a"\r\nset-cookie: x=1 ü.csv', kind: 'text/csv', body: 'a,b' }),
  },
  {
    at: 'POST /trial/files',
    allow: 'public.read',
    handle: (_doing, { files }) => `/trial?files=${files.length}`,
  },
]

export type Trial = {
  readonly app: App
  readonly database: Database
  readonly server: FastifyInstance
  readonly who: Someone
  /** How many notes were written with these words. */
  notes(words: string): Promise<number>
}

const table = `create schema trial;
  create table trial.note (id uuid primary key, words text not null);
  grant usage on schema trial to openphb_app;
  grant all on trial.note to openphb_app`

/** The door with the trial's routes behind it, on a database of its own. */
export async function trialServer(): Promise<Trial> {
  const database = await emptyDatabase()
  await database.pool.query(table)
  const auth = makeAuth(database, { embedded: true, secure: false, address: 'http://127.0.0.1' })
  const sessions = makeSessions(auth, database, { embedded: true, secure: false })
  const lookups = database.ownersPool('access', 2)
  const server = await makeServer({
    database,
    enter,
    secure: false,
    actsForOthers,
    routes: [...accessRoutes(sessions), ...trial],
    pages: pages({ embedded: true }),
    identify: request => identify(lookups, request.cookies),
    may: (actor, permission) => actorMay(actor, permission as Permission),
    signIn: (next, kept) =>
      `/access/sign-in?next=${encodeURIComponent(next)}${kept === null ? '' : `&kept=${kept}`}`,
    assets: new Map([['/assets/a.css', { kind: 'text/css', body: 'a{}' }]]),
  })
  return {
    app: { database, sessions, server, close: async () => undefined },
    database,
    server,
    who: await someone(database, { person: newId() }),
    async notes(words) {
      const { rows } = await database.pool.query('select 1 from trial.note where words = $1', [words])
      return rows.length
    },
  }
}
