import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { approvalLimits, setApprovalLimit } from '../../src/access/public.ts'
import type { ClockRun } from '../../src/clocks/public.ts'
import { plainDate } from '../../src/kernel/days.ts'
import { pence } from '../../src/kernel/money.ts'
import { ratesOn, setRate } from '../../src/needs/public.ts'
import { setSetting, settingsInForce } from '../../src/people/public.ts'
import { theService } from '../../src/platform/doing.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { requestClocks } from '../../src/requests/queries/clock-source.ts'
import { settingsOf } from '../../src/requests/queries/settings.ts'
import { requestLimits } from '../../src/requests/rules/clock.ts'
import { orderSuccession, previewOf } from '../../src/succession/public.ts'
import { doingIt, trying } from '../harness.ts'
import { must, onDay } from '../joint.ts'
import { begin, england, type Life, organisationOf, reach, stepAt, succeed } from '../succession.ts'

// Eastbourne and Hastings became East Sussex on this day; each had promised another time to answer.
const [eastbourne, hastings, eastSussex, on] = ['09F', '99K', '97R', '2020-04-01'] as const
const answering = 'request-answer-working-days'

let database: TestDatabase
let lives: readonly Life[]

const set = (code: string, name: string, value: string, from = '2019-04-01') =>
  doingIt(database, async doing =>
    setSetting(doing, {
      organisation: await organisationOf(doing, code),
      name,
      value,
      from: plainDate(from),
      because: `The board of ${code}`,
    }),
  )

before(async () => {
  database = await england()
  await set(eastbourne, answering, '28')
  await set(hastings, answering, '10')
  await set(eastbourne, 'surplus-weeks', '8')
  await doingIt(database, async doing => {
    const organisation = await organisationOf(doing, eastbourne)
    const [from, source] = [plainDate('2019-04-01'), 'Minute 4']
    await setApprovalLimit(doing, { organisation, role: 'team-leader', weekly: pence(90_000n), from, source })
    const rate = { name: 'pa-day', says: 'Assistant, hour', unit: 'hour', rate: pence(1100n) } as const
    must(await setRate(doing, { organisation, ...rate, from, source }))
  })
  lives = await begin(database, [
    { name: 'Ada Marwood', code: eastbourne, from: '2020-03-16', weekly: 280n },
    { name: 'Bryn Tremain', code: hastings, from: '2020-03-16', weekly: 310n },
  ])
})

const refusals = (day: string) =>
  trying(database, async now => {
    const doing = onDay(now, theService, plainDate(day))
    const step = await stepAt(doing, eastbourne, on)
    const ordered = await orderSuccession(doing, { step, because: 'A test', reach })
    return [ordered.done ? [] : ordered.because, (await previewOf(doing, step)).inTheWay] as const
  })

test('before the day nothing is ordered, and the reason names the day', async () => {
  const [reasons, says] = await refusals('2020-03-31')
  assert.deepEqual(reasons, ['not-yet', 'figures-differ'])
  assert.match(says.join(), /The day has not come: 1 April 2020/)
})

test('bodies that become one and differ wait until the one that follows says what holds', async () => {
  const [reasons, says] = await refusals(on)
  assert.deepEqual(reasons, ['figures-differ'])
  assert.match(says.join(), new RegExp(`different figures: ${answering}`))
  await set(eastSussex, answering, '20', '2020-04-02')
  assert.deepEqual((await refusals(on))[0], ['figures-differ'], 'a day too late')
  await set(eastSussex, answering, '20', on)
  assert.deepEqual((await refusals(on))[0], [])
})

/** When each person's answer is due: on the board of clocks, and on the page of the case. */
const dueDays = () =>
  trying(database, async doing => {
    const told = await requestClocks(doing, { person: null, ended: false })
    const { rows } = await sql<ClockRun>`select * from (${told}) r where clock = 'PHB-REQUEST'`.execute(
      doing.transaction,
    )
    const days: Record<string, readonly unknown[]> = {}
    for (const { person, began } of lives) {
      const run = rows.find(one => one.person_id === person)
      assert.ok(run)
      const settings = await settingsOf(doing, { organisation: run.organisation_id, person })
      const receivedOn = plainDate(began.from)
      const [promised] = requestLimits({ pathway: 'adult-continuing-healthcare', receivedOn }, settings)
      days[began.name] = [run.due_on, promised?.by]
    }
    return days
  })

test('a clock keeps the day of the body it began under, on the board too; a new one does not', async () => {
  const promised = {
    'Ada Marwood': ['2020-04-27', '2020-04-27'],
    'Bryn Tremain': ['2020-03-30', '2020-03-30'],
  }
  assert.deepEqual(await dueDays(), promised)
  assert.equal(await succeed(database, eastbourne, on), 'finished')
  assert.equal(await succeed(database, hastings, on), 'finished')
  assert.deepEqual(await dueDays(), promised)
  lives = [
    ...lives,
    ...(await begin(database, [{ name: 'Cora Kerrow', code: eastSussex, from: '2020-04-06', weekly: 190n }])),
  ]
  assert.deepEqual(await dueDays(), { ...promised, 'Cora Kerrow': ['2020-05-06', '2020-05-06'] })
})

test('what the new body has not set is carried over once, saying from whom', async () => {
  await trying(database, async doing => {
    const body = await organisationOf(doing, eastSussex)
    const first = plainDate(on)
    const figures = await settingsInForce(doing, body, first)
    assert.deepEqual(
      figures.map(({ name, value }) => [name, value]),
      [
        [answering, '20'],
        ['surplus-weeks', '8'],
      ],
    )
    assert.match(figures[1]?.because ?? '', /^Carried over from NHS Eastbourne.*: The board of 09F$/)
    const limits = await approvalLimits({ ...doing, today: first }, body)
    assert.deepEqual(
      limits.map(({ role, weekly }) => [role, weekly]),
      [['team-leader', 90_000n]],
    )
    const rates = await ratesOn(doing, body, first)
    assert.deepEqual(
      rates.map(({ name, rate }) => [name, rate]),
      [['pa-day', 1100n]],
    )
    assert.match(rates[0]?.source ?? '', /^Carried over from NHS Eastbourne/)
    const { rows } = await sql`select from people.setting where organisation_id = ${body}
      and name = 'surplus-weeks'`.execute(doing.transaction)
    assert.equal(rows.length, 1)
  })
})
