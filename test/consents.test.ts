import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { letSee } from '../src/access/public.ts'
import { budgetsHeld } from '../src/agreements/public.ts'
import { noteFinding } from '../src/consents/actions/find-capacity.ts'
import { answerSharing } from '../src/consents/actions/share.ts'
import { tellBirthdays } from '../src/consents/actions/tell-birthdays.ts'
import { toldOf } from '../src/consents/queries/birthdays.ts'
import { whoFactsOf } from '../src/consents/queries/person.ts'
import { roleFacts } from '../src/consents/rules/who-decides.ts'
import { addDays, addMonths, addYears, type PlainDate, plainDate } from '../src/kernel/days.ts'
import {
  addOrganisation,
  addPerson,
  type OrganisationId,
  type PersonId,
  relate,
} from '../src/people/public.ts'
import type { Doing } from '../src/platform/doing.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { aRequest } from '../src/requests/examples.ts'
import { take } from '../src/requests/public.ts'
import { rolesOn } from '../src/rights/public.ts'
import { doAs, doingIt, emptyDatabase, type Someone, someone, tryAs } from './harness.ts'

let database: TestDatabase
let icb: OrganisationId
let council: OrganisationId
let priya: Someone
let una: Someone
let today: PlainDate

before(async () => {
  database = await emptyDatabase()
  const made = await doingIt(database, async doing => ({
    icb: await addOrganisation(doing, {
      code: 'QMB',
      kind: 'icb',
      name: 'NHS Millbrook ICB',
      invented: true,
    }),
    council: await addOrganisation(doing, {
      code: 'MBC',
      kind: 'council',
      name: 'Millbrook Council',
      invented: true,
    }),
    today: doing.today,
  }))
  icb = made.icb
  council = made.council
  today = made.today
  priya = await someone(database, { name: 'Priya Nair', role: 'case-worker', organisation: icb })
  una = await someone(database, { name: 'Una Reeve', role: 'council-officer', organisation: council })
})

const born = (doing: Doing, fullName: string, bornOn: PlainDate): Promise<PersonId> =>
  addPerson(doing, { organisation: icb, fullName, bornOn }).then(added => {
    assert.ok(added.done)
    return added.value
  })
const named = (doing: Doing, person: PersonId, say: Omit<Parameters<typeof relate>[1], 'person'>) =>
  relate(doing, { person, ...say }).then(done => assert.ok(done.done))
const rolesFrom = async (doing: Doing, id: PersonId, bornOn: PlainDate, on: PlainDate) => {
  const asked = roleFacts(await whoFactsOf(doing, { id, bornOn }), on)
  assert.ok(asked)
  return rolesOn(asked, on)
}

test('V-09: what is stored of Isla, Hamid and Bet gives the answers of the pure rule', async () => {
  const on = plainDate('2026-03-09')
  const from = plainDate('2026-03-01')
  await doingIt(database, async doing => {
    const [isla, hamid, bet] = [plainDate('2017-06-30'), plainDate('1957-04-04'), plainDate('1949-10-19')]
    const a = await born(doing, 'Isla Prynne', isla)
    await named(doing, a, { kind: 'parent', other: { name: 'Her mother' }, from })
    await named(doing, a, { kind: 'nominee', other: { name: 'Her grandfather' }, from, namedOn: from })
    const first = await rolesFrom(doing, a, isla, on)
    assert.deepEqual(
      [first.consents, first.mayNameNominee, first.holder, first.beforeFirstPayment],
      ['representative', false, 'nominee-named-by-representative', ['nominee-agrees', 'body-agrees']],
    )
    const b = await born(doing, 'Hamid Sarkar', hamid)
    await named(doing, b, { kind: 'nominee', other: { name: 'His sister' }, from, namedOn: from })
    const second = await rolesFrom(doing, b, hamid, on)
    assert.deepEqual(
      [second.consents, second.holder, second.representativeIsPrincipalForContracts],
      ['the-person', 'nominee-named-by-the-person', false],
    )
    const c = await born(doing, 'Bet Loveday', bet)
    const found = {
      person: c,
      decision: 'hold-money',
      found: 'has-not',
      assessor: 'Dr Rowe',
      because: 'Cannot weigh it up',
      helpTried: 'Twice, with her niece',
      reviewOn: null,
    } as const
    assert.ok((await noteFinding(doing, { ...found, on })).done)
    const third = await rolesFrom(doing, c, bet, on)
    assert.deepEqual(
      [third.consents, third.representativeIsPrincipalForContracts, third.excluded],
      ['representative-appointed-by-body', true, false],
    )
    assert.equal((await rolesFrom(doing, c, bet, addDays(on, -1))).consents, 'the-person')
  })
})

const count = async (doing: Doing, table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    doing.transaction,
  )
  return rows[0]?.n ?? 0
}

test('V-58: a council sees by consent, and at the moment of withdrawal nothing, with no where', async () => {
  const sami = await doingIt(database, doing => born(doing, 'Sami Weld', plainDate('2002-12-11')))
  const self = await someone(database, { name: 'Sami Weld', person: sami })
  await doingIt(database, async doing => {
    // What the sharing agreement let see before: the role of the council, and one officer by herself.
    const because = 'sharing agreement'
    const sight = { person: sami, sees: 'plan', because, from: addDays(today, -90) } as const
    await letSee(doing, { organisation: council, role: 'council-officer' }, sight)
    await letSee(doing, { actor: una.id }, sight)
  })
  assert.equal(await tryAs(database, una, doing => count(doing, 'people.person')), 1)
  const say = (answer: 'given' | 'withdrawn') =>
    doAs(database, self, doing =>
      answerSharing(doing, {
        person: sami,
        purpose: 'joint-plan',
        body: 'Millbrook Council',
        answer,
        from: today,
        until: null,
      }),
    )
  assert.ok((await say('withdrawn')).done)
  for (const table of ['people.person', 'consents.sharing', 'consents.finding', 'access.happening'])
    assert.equal(await tryAs(database, una, doing => count(doing, table)), 0, table)
  assert.ok((await say('given')).done)
  assert.equal(await tryAs(database, una, doing => count(doing, 'people.person')), 1)
  assert.equal(await tryAs(database, una, doing => count(doing, 'consents.sharing')), 0)
  assert.ok((await say('withdrawn')).done)
  assert.equal(await tryAs(database, una, doing => count(doing, 'people.person')), 0)
  // What was done before stands: every answer is kept.
  assert.equal(await tryAs(database, self, doing => count(doing, 'consents.sharing')), 3)
})

test('a council that carries a part keeps the name when consent to one plan is withdrawn', async () => {
  const nell = await doingIt(database, doing => born(doing, 'Nell Ashby', plainDate('1990-05-05')))
  const self = await someone(database, { name: 'Nell Ashby', person: nell })
  await doingIt(database, async doing => {
    const to = { organisation: council, role: 'council-officer' } as const
    await letSee(doing, to, { person: nell, sees: 'name', because: 'carries a part', from: today })
    await letSee(doing, to, { person: nell, sees: 'plan', because: 'sharing agreement', from: today })
  })
  const whom = { person: nell, purpose: 'joint-plan', body: 'Millbrook Council' } as const
  const asked = { ...whom, from: today, until: null }
  const refused = await doAs(database, self, doing => answerSharing(doing, { ...asked, answer: 'refused' }))
  assert.ok(refused.done)
  const { rows } = await doingIt(database, doing =>
    sql<{ sees: string }>`select sees from access.grant where person_id = ${nell}
      and to_organisation_id = ${council} and ended_at is null`.execute(doing.transaction),
  )
  assert.deepEqual(
    rows.map(({ sees }) => sees),
    ['name'],
  )
})

test('V-59: Theo, his mother and the case worker are told ahead, once each', async () => {
  const birthday = addMonths(today, 3)
  const theo = await doingIt(database, async doing => {
    const child = await born(doing, 'Theo Barr', addYears(birthday, -16))
    const ines = await born(doing, 'Ines Barr', plainDate('1985-01-01'))
    const mother = { person: ines, name: 'Ines Barr' }
    await named(doing, child, { kind: 'parent', other: mother, from: addDays(today, -900) })
    return child
  })
  const { reference } = await doingIt(database, doing =>
    aRequest(doing, { organisation: icb, person: theo, pathway: 'childrens-continuing-care' }),
  )
  await doAs(database, priya, doing => take(doing, reference))
  const tell = () => doingIt(database, doing => tellBirthdays(doing, budgetsHeld))
  assert.equal(await tell(), 3)
  assert.equal(await tell(), 0)
  const told = await doingIt(database, doing => toldOf(doing, theo))
  assert.deepEqual(
    told.map(({ kind, name }) => `${kind}: ${name}`),
    ['the-person: Theo Barr', 'parent: Ines Barr', 'case-worker: Priya Nair'],
  )
  const letters = await doingIt(database, async doing => {
    const { rows } = await sql<{ title: string; paragraphs: string }>`select title,
      paragraphs::text from notices.notice where kind = 'birthday' order by id`.execute(doing.transaction)
    return rows
  })
  assert.equal(letters.length, 3)
  assert.match(letters[0]?.title ?? '', /^You will be 16 on /)
  assert.match(letters[1]?.paragraphs ?? '', /no sign that anybody doubts you/)
  assert.match(letters[2]?.paragraphs ?? '', /Ask for their own consent before the birthday/)
})

test('who has no budget is told nothing, and a birthday too far ahead waits for its day', async () => {
  await doingIt(database, async doing => {
    await born(doing, 'Mina Alone', addYears(addDays(today, 20), -16))
    const far = await born(doing, 'Far Ahead', addYears(addDays(today, 183), -16))
    await aRequest(doing, { organisation: icb, person: far, pathway: 'childrens-continuing-care' })
    assert.equal(await tellBirthdays(doing, budgetsHeld), 0)
    const tomorrow = { ...doing, today: addDays(today, 1) }
    assert.equal(await tellBirthdays(tomorrow, budgetsHeld), 1)
  })
})

test('a day of 29 February comes on 1 March in a common year', async () => {
  const on = await doingIt(database, async doing => {
    const { rows } = await sql<{ a: PlainDate; b: PlainDate; c: PlainDate }>`select
      consents.birthday('2012-02-29', 16) as a, consents.birthday('2012-02-29', 17) as b,
      consents.birthday('2010-03-01', 16) as c`.execute(doing.transaction)
    return rows[0]
  })
  assert.deepEqual([on?.a, on?.b, on?.c], ['2028-02-29', '2029-03-01', '2026-03-01'])
})
