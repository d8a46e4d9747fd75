import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { appOn, doAs, doingIt, signedIn, someone } from '../../test/harness.ts'
import { gwenAsks, type MillbrookAsks, millbrookAsks } from '../../test/requests.ts'
import { type Role, roles } from '../access/public.ts'
import type { App } from '../app.ts'
import { aCase } from '../cases/examples.ts'
import type { CaseRow, Stage } from '../cases/public.ts'
import { addDays, plainDate } from '../kernel/days.ts'
import { addPerson, relate } from '../people/public.ts'
import { take } from '../requests/public.ts'
import { hrefOf } from './pages/each.tsx'
import { nextThing } from './rules/next-thing.ts'
import { todayOf } from './rules/today.ts'

let millbrook: MillbrookAsks
let app: App
before(async () => {
  millbrook = await millbrookAsks()
  app = await appOn(millbrook.database)
})

test('somebody who has not asked is told so, with one button and the way to their rights', async () => {
  const { html } = await (await signedIn(app, millbrook.person)).get('/home')
  for (const said of ['You have not asked for a budget yet', '/requests/new', 'four questions at most'])
    assert.ok(html.includes(said), said)
})

test('a mother who acts for two children has one block for each', async () => {
  const { database, icb } = millbrook
  const [mother, ...children] = await doingIt(database, async doing => {
    const add = async (fullName: string, bornOn: string) => {
      const added = await addPerson(doing, { organisation: icb, fullName, bornOn: plainDate(bornOn) })
      assert.ok(added.done)
      return added.value
    }
    const found = [
      await add('Amira Haddad', '1988-01-04'),
      await add('Yusuf Haddad', '2017-03-02'),
      await add('Noor Haddad', '2019-05-06'),
    ]
    for (const child of found.slice(1)) {
      const named = await relate(doing, {
        person: child as never,
        other: { person: found[0] as never, name: 'Amira Haddad' },
        kind: 'parent',
        basis: 'parental-responsibility',
        from: plainDate('2019-05-06'),
      })
      assert.ok(named.done, JSON.stringify(named))
    }
    return found
  })
  const amira = await someone(database, { name: 'Amira Haddad', person: mother as never })
  await doAs(database, amira, async () => undefined)
  await gwenAsks({ ...millbrook, person: amira }, { person: children[0] as never, organisation: icb })
  const browser = await signedIn(app, amira)
  const { html } = await browser.get('/home')
  assert.match(html, /aria-label="Yusuf Haddad"/)
  assert.match(html, /aria-label="Noor Haddad"/)
  assert.match(html, /We have the request/)
  assert.match(html, /Nobody has asked for a budget yet/)
  assert.equal((await browser.get('/home/money')).status, 200)
})

test('a person sees where things stand and who has it, and the ways on', async () => {
  const { reference } = await gwenAsks(millbrook)
  await doAs(millbrook.database, millbrook.priya, doing => take(doing, reference))
  const { html } = await (await signedIn(app, millbrook.person)).get('/home')
  for (const said of [
    'We are deciding on your request',
    'Priya Nair',
    'Messages',
    'People who help',
    `/cases/${reference}`,
  ])
    assert.ok(html.includes(said), said)
})

test('a case worker’s day names her case; a stranger’s does not', async () => {
  const priya = await (await signedIn(app, millbrook.priya)).get('/home')
  assert.match(priya.html, /Today, /)
  assert.match(priya.html, /Gwen Tallis/)
  const stranger = await (await signedIn(app, millbrook.stranger)).get('/home')
  assert.doesNotMatch(stranger.html, /Gwen Tallis/)
})

const heads: Partial<Record<Role, RegExp>> = {
  person: /Hello, /,
  'case-worker': /Today, /,
  'team-leader': /To approve, /,
  'head-of-service': /To approve, /,
  panel: /To approve, /,
  'finance-officer': /Due in the next 7 days/,
  auditor: /sealed in a chain/,
  administrator: /Staff and their roles/,
  referrer: /Refer somebody/,
  'council-officer': /You see no case yet/,
  provider: /You see no case yet/,
  'national-team': /You see nobody’s\s+record/,
}

test('every role has a home of its own, also before anything has happened', async () => {
  for (const role of roles.filter(one => one !== 'visitor')) {
    const who = await someone(millbrook.database, role === 'person' ? {} : { role })
    const { status, html } = await (await signedIn(app, who)).get('/home')
    assert.equal(status, 200, role)
    assert.match(html, heads[role] ?? /never/, role)
  }
})

const day = plainDate('2026-07-14')
const next = (
  about: Parameters<typeof aCase>[0],
  {
    stage,
    whose = 'worker',
    sees = 'all',
    questions = 0,
    recovery = null,
  }: { stage: Stage; whose?: string; sees?: string; questions?: number; recovery?: number | null },
) =>
  nextThing({
    standing: { stage, turn: { whose, since: day, by: null, will: '' } as never, facts: aCase(about) },
    reference: 'PHB-1',
    sees: sees as never,
    questions,
    recovery,
  })?.says ?? null

test('the money opens where a statement is sent, not in the ledger; the plan alone opens no money', () => {
  const of = (sees: string) =>
    hrefOf('money', {
      standing: { facts: aCase({ heldFrom: day }), one: { reference: 'PHB-1' } },
      sees,
    } as never)
  assert.equal(of('all'), '/bank/PHB-1')
  assert.equal(of('money'), '/bank/PHB-1')
  assert.equal(of('plan'), null)
})

test('a letter that asks for money back comes first, for whoever sees the money', () => {
  const of = (sees: string) => next({}, { stage: 'running', sees, recovery: 1 })
  assert.equal(of('all'), 'Read why money is asked back, and object')
  assert.equal(of('money'), 'Read why money is asked back, and object')
  assert.equal(of('plan'), null)
})

test('the next thing is one that only the family can do, and nothing where it is not their turn', () => {
  assert.equal(next({}, { stage: 'being-decided' }), null)
  assert.equal(next({ planTo: 'family' }, { stage: 'planning', whose: 'family' }), 'Read the plan')
  assert.equal(next({}, { stage: 'agreement', whose: 'family' }), 'Read and sign the agreement')
  assert.equal(next({}, { stage: 'account', whose: 'family' }), 'Give the bank account')
  assert.equal(next({}, { stage: 'running', questions: 2 }), 'Answer 2 questions about payments')
  assert.equal(next({}, { stage: 'sum-shown' }), 'Look at your sum')
  assert.equal(next({ doubtOn: day }, { stage: 'sum-shown' }), null)
})

test('whoever sees the money alone is asked about the account, not about the plan', () => {
  assert.equal(next({ planTo: 'family' }, { stage: 'planning', whose: 'family', sees: 'money' }), null)
  assert.equal(next({}, { stage: 'account', whose: 'family', sees: 'money' }), 'Give the bank account')
  assert.equal(next({}, { stage: 'account', whose: 'family', sees: 'plan' }), null)
})

const row = (about: Partial<CaseRow>): CaseRow =>
  ({
    whose: 'worker',
    worker: { id: 'me', name: 'Priya' },
    late: 0,
    by: null,
    stage: 'needs',
    ...about,
  }) as CaseRow

test('a day parts the late from what is due within seven days, and the eighth day is later', () => {
  const parted = todayOf(
    [
      row({ by: addDays(day, -1), late: 1 }),
      row({ by: addDays(day, 7) }),
      row({ by: addDays(day, 8) }),
      row({ by: addDays(day, 8), stage: 'running' }),
      row({ whose: 'family' }),
      row({ whose: 'nobody' }),
    ],
    'me',
    day,
  )
  assert.deepEqual(
    [parted.overdue.length, parted.week.length, parted.mine.length, parted.others.length],
    [1, 1, 1, 1],
  )
})
