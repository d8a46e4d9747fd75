import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type GwensBudget, gwensBudget } from '../../../test/bank.ts'
import { doAs, doingIt, type Someone, someone, tryAs } from '../../../test/harness.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { addPerson, relate } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { anAssistant, units } from '../examples.ts'
import { jobOf } from '../queries/engagements.ts'
import { pendingOf } from '../queries/pending.ts'
import { mondayOf } from '../routes/seeing.ts'
import type { EngagementId, TimesheetId } from '../types.ts'
import { decideTimesheet } from './decide-timesheet.ts'
import { linkAssistant } from './link-assistant.ts'
import { sendTimesheet } from './send-timesheet.ts'

let budget: GwensBudget
let today: PlainDate
let joan: EngagementId
let joanSigned: Someone
let monday: PlainDate

const as = <Value>(who: Someone, work: (doing: Doing) => Promise<Value>): Promise<Value> =>
  doAs(budget.database, who, work)

before(async () => {
  budget = await gwensBudget()
  today = await doingIt(budget.database, async doing => doing.today)
  monday = addDays(mondayOf(today), -7)
  joan = await as(budget.person, doing => anAssistant(doing, { reference: budget.reference }))
  joanSigned = await doingIt(budget.database, async doing => {
    const added = await addPerson(doing, { organisation: budget.icb, fullName: 'Joan Ellery' })
    assert.ok(added.done)
    const linked = await linkAssistant(doing, { engagement: joan, assistant: added.value })
    assert.ok(linked.done)
    return added.value
  }).then(person => someone(budget.database, { name: 'Joan Ellery', person }))
})

const hours = (...all: readonly string[]) =>
  all.map((count, place) => ({
    on: addDays(monday, place),
    unit: 'hour' as const,
    units: units(count),
    begins: null,
  }))

test('V-50: a sister who may see the balance approves no timesheet', async () => {
  const prue = await helper('Prue Farrow', { sees: ['balance', 'plan-lines'], does: [] })
  const sent = await waiting()
  const answered = await as(prue, doing => decideTimesheet(doing, { timesheet: sent, decided: 'approved' }))
  assert.deepEqual(answered, { done: false, because: ['may-not-approve-hours'] })
})

test('V-51: a neighbour approves hours up to the limit and sees names, days and hours', async () => {
  const ivo = await helper('Ivo Marsh', {
    sees: ['hours'],
    does: [{ act: 'approve-hours', upTo: '30' }],
  })
  const bo = await as(budget.person, doing =>
    anAssistant(doing, { reference: budget.reference, assistant: 'Bo Lind' }),
  )
  const weeks = [addDays(monday, -21), addDays(monday, -14)] as const
  const send = async (engagement: EngagementId, week: PlainDate, count: string) => {
    const many = [0, 1, 2].map(place => ({
      on: addDays(week, place),
      unit: 'hour' as const,
      units: (units(count) / 3n) as ReturnType<typeof units>,
      begins: null,
    }))
    const sent = await as(budget.person, doing => sendTimesheet(doing, { engagement, week, spells: many }))
    assert.ok(sent.done, JSON.stringify(sent))
    return sent.value
  }
  const may = async (timesheet: TimesheetId) => {
    const answered = await as(ivo, doing => decideTimesheet(doing, { timesheet, decided: 'approved' }))
    return answered.done ? 'may-approve' : answered.because
  }
  assert.equal(await may(await send(joan, weeks[0], '28.5')), 'may-approve')
  assert.equal(await may(await send(bo, weeks[0], '30')), 'may-approve')
  const above = await send(joan, weeks[1], '30.51')
  assert.deepEqual(await may(above), ['above-limit-of-helper'])
  assert.equal(await may(await send(bo, weeks[1], '12')), 'may-approve')
  const goesToGwen = await as(budget.person, doing =>
    decideTimesheet(doing, { timesheet: above, decided: 'approved' }),
  )
  assert.ok(goesToGwen.done)
  const seen = await as(ivo, doing => jobOf(doing, joan))
  assert.equal(seen?.assistant, 'Joan Ellery')
  assert.deepEqual(
    [seen?.terms, seen?.contracts, seen?.payslips, seen?.leave],
    [[], [], [], []],
    'pay rates are not for Ivo',
  )
  await tryAs(budget.database, ivo, async doing => {
    for (const table of ['agreements.account', 'needs.sum', 'plans.line', 'ledger.entry'])
      assert.deepEqual((await sql`select * from ${sql.table(table)}`.execute(doing.transaction)).rows, [])
  })
})

async function helper(name: string, may: NonNullable<Parameters<typeof relate>[1]['may']>): Promise<Someone> {
  return doingIt(budget.database, async doing => {
    const added = await addPerson(doing, { organisation: budget.icb, fullName: name })
    assert.ok(added.done)
    const related = await relate(doing, {
      person: budget.gwen,
      other: { person: added.value, name },
      kind: 'helper',
      from: addDays(doing.today, -100),
      may,
    })
    assert.ok(related.done)
    return added.value
  }).then(person => someone(budget.database, { name, person }))
}

async function waiting(): Promise<TimesheetId> {
  const week = addDays(monday, -28)
  const spells = hours('4').map(one => ({ ...one, on: week }))
  const sent = await as(budget.person, doing => sendTimesheet(doing, { engagement: joan, week, spells }))
  assert.ok(sent.done, JSON.stringify(sent))
  return sent.value
}

test('hours for two employers that overlap are flagged, and the other is not named', async () => {
  const other = await doingIt(budget.database, async doing => {
    const id = await anAssistant(doing, { reference: budget.reference, assistant: 'Joan Ellery' })
    assert.ok((await linkAssistant(doing, { engagement: id, assistant: joanSigned.person ?? newId() })).done)
    return id
  })
  const week = addDays(monday, -35)
  const at = (begins: string, count: string, place = 0) => ({
    on: addDays(week, place),
    unit: 'hour' as const,
    units: units(count),
    begins,
  })
  const send = async (engagement: EngagementId, spells: readonly ReturnType<typeof at>[]) => {
    const sent = await as(joanSigned, doing => sendTimesheet(doing, { engagement, week, spells }))
    assert.ok(sent.done, JSON.stringify(sent))
    return sent.value
  }
  const first = await send(joan, [at('08:00', '4'), at('06:00', '14', 1), at('08:00', '4', 2)])
  await send(other, [at('11:30', '2'), at('08:00', '12', 1), at('12:00', '2', 2)])
  const found = await as(budget.person, async doing => {
    const job = await jobOf(doing, joan)
    const one = job?.sheets.find(({ id }) => id === first)
    return job && one ? pendingOf(doing, job, one) : []
  })
  const about = (reason: string) => found.find(one => one.reason === reason)?.about ?? ''
  assert.equal(about('overlaps-another').split(',').length, 2)
  assert.equal(about('over-24-hours').split(',').length, 1)
  assert.doesNotMatch(JSON.stringify(found), /Tallis/)
})
