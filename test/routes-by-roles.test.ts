import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Role, roles } from '../src/access/public.ts'
import { type AtTheDoor, atTheDoor, tableOf } from '../src/access/rules/table.ts'
import { type App, allRoutes } from '../src/app.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Database } from '../src/platform/database.ts'
import { appOn, emptyDatabase, signedIn, someone } from './harness.ts'
import { type Answered, Visitor } from './visitor.ts'

type AnyRoute = ReturnType<typeof allRoutes>[number]

/** Signing out ends the session that the other routes are asked with, so it comes last. */
const inOrder = (routes: readonly AnyRoute[]): readonly AnyRoute[] =>
  [...routes].sort((a, b) => Number(a.at.includes('sign-out')) - Number(b.at.includes('sign-out')))

const toSignIn = ({ status, to }: Answered): boolean =>
  status === 303 && (to ?? '').startsWith('/access/sign-in')

const fits: Record<AtTheDoor, (answered: Answered) => boolean> = {
  // Nothing is there under a made-up id, and an empty form is not accepted: but nobody is turned away at the
  // door.
  'goes in': answered => [200, 303, 404, 409, 422].includes(answered.status) && !toSignIn(answered),
  'signs in first': toSignIn,
  'not found': ({ status }) => status === 404,
  refused: ({ status }) => status === 403,
}

async function browserOf(app: App, database: Database, role: Role): Promise<Visitor> {
  if (role === 'visitor') return new Visitor(app.server)
  return signedIn(app, await someone(database, role === 'person' ? { person: newId() } : { role }))
}

async function wrongAnswers(app: App, database: Database, role: Role): Promise<readonly string[]> {
  const browser = await browserOf(app, database, role)
  const wrong: string[] = []
  for (const route of inOrder(allRoutes(app.sessions))) {
    const [method, path = ''] = route.at.split(' ')
    const address = path.replace(/:\w+/g, () => newId())
    const answered = method === 'GET' ? await browser.get(address) : await browser.post(address, {})
    const expected = atTheDoor(route, role)
    if (!fits[expected](answered))
      wrong.push(`${role} at ${route.at}: ${answered.status} instead of "${expected}"`)
  }
  return wrong
}

test('every route answers every role as the table says', { timeout: 600_000 }, async () => {
  const database = await emptyDatabase()
  const app = await appOn(database)
  const wrong = await Promise.all(roles.map(role => wrongAnswers(app, database, role)))
  assert.deepEqual(wrong.flat(), [])
})

test('the document shows the table of today', async () => {
  const written = readFileSync(
    join(process.env.OPENPHB_ROOT ?? process.cwd(), 'docs/routes-by-roles.md'),
    'utf8',
  )
  const database = await emptyDatabase()
  const app = await appOn(database)
  assert.equal(written, tableOf(allRoutes(app.sessions)), 'run: npm run openphb -- access table')
})
