import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type GwensBudget, gwensBudget } from '../../../test/bank.ts'
import { doAs, doingIt, type Someone, someone, tryAs } from '../../../test/harness.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { aNewEngagement, anAssistant, units } from '../examples.ts'
import { jobOf } from '../queries/engagements.ts'
import { liabilitiesOf } from '../queries/liabilities.ts'
import { pendingOf } from '../queries/pending.ts'
import { mondayOf } from '../routes/seeing.ts'
import type { EngagementId, TimesheetId } from '../types.ts'
import { decideTimesheet } from './decide-timesheet.ts'
import { engage } from './engage.ts'
import { inviteAssistant, takeUpJob } from './invite.ts'
import { sendTimesheet } from './send-timesheet.ts'
import { nameTask, signOffTask } from './sign-off-task.ts'

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
  joanSigned = await someone(budget.database, { name: 'Joan Ellery' })
})

const hours = (...all: readonly string[]) =>
  all.map((count, place) => ({
    on: addDays(monday, place),
    unit: 'hour' as const,
    units: units(count),
    begins: null,
  }))

test('an assistant takes up the word of her employer, sends hours, and sees only her job', async () => {
  const word = await as(budget.person, doing => inviteAssistant(doing, joan))
  assert.ok(word.done)
  assert.equal((await as(joanSigned, doing => takeUpJob(doing, 'AAAA-AAAA-AAAA'))).done, false)
  const taken = await as(joanSigned, doing => takeUpJob(doing, word.value.toLowerCase()))
  assert.ok(taken.done, JSON.stringify(taken))
  const again = await someone(budget.database, { name: 'Somebody Else' })
  assert.deepEqual(await as(again, doing => takeUpJob(doing, word.value)), {
    done: false,
    because: ['word-not-known'],
  })
  const { person } = await doingIt(budget.database, async doing => {
    const job = await jobOf(doing, joan)
    return { person: job?.assistantPerson as PersonId }
  })
  joanSigned = { ...joanSigned, person }
  const sent = await as(joanSigned, doing =>
    sendTimesheet(doing, { engagement: joan, week: monday, spells: hours('5', '5') }),
  )
  assert.ok(sent.done, JSON.stringify(sent))
  for (const table of ['needs.assessment_shown', 'plans.words', 'bank.line', 'agreements.agreement_shown'])
    await tryAs(budget.database, joanSigned, async doing => {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(doing.transaction)
      assert.deepEqual(rows, [], table)
    })
})

test('nobody but the employer takes somebody on, and every reason against is said at once', async () => {
  const asked = aNewEngagement({ reference: budget.reference, today })
  for (const who of [budget.priya, budget.finance, budget.tom])
    assert.deepEqual(await as(who, doing => engage(doing, asked)), {
      done: false,
      because: ['not-yours-to-employ'],
    })
  assert.deepEqual(await as(budget.stranger, doing => engage(doing, asked)), {
    done: false,
    because: ['budget-not-found'],
  })
  const wrong = await as(budget.person, doing =>
    engage(doing, {
      ...asked,
      line: 'line-99',
      born: addDays(today, -365 * 10),
      until: addDays(asked.from, -1),
      particularsOn: addDays(asked.from, 1),
      terms: [],
    }),
  )
  assert.deepEqual(wrong.done ? [] : wrong.because, [
    'too-young',
    'ends-before-it-begins',
    'particulars-after-first-day',
    'line-not-in-plan',
    'no-rate',
  ])
})

let sheet: TimesheetId
test('a timesheet is approved by the employer and by nobody else, and once', async () => {
  const sent = await as(joanSigned, doing =>
    sendTimesheet(doing, { engagement: joan, week: addDays(monday, -7), spells: hoursBefore('5') }),
  )
  assert.ok(sent.done, JSON.stringify(sent))
  sheet = sent.value
  const approve = { timesheet: sheet, decided: 'approved' } as const
  const against = async (who: Someone) => {
    const answered = await as(who, doing => decideTimesheet(doing, approve))
    return answered.done ? [] : answered.because
  }
  assert.deepEqual(await against(joanSigned), ['own-hours'])
  assert.deepEqual(await against(budget.priya), ['may-not-approve-hours'])
  assert.deepEqual(await against(budget.stranger), ['no-such-timesheet'])
  const back = await as(budget.person, doing =>
    decideTimesheet(doing, { timesheet: sheet, decided: 'sent-back', because: ' ' }),
  )
  assert.deepEqual(back.done ? [] : back.because, ['say-why-it-goes-back'])
  assert.deepEqual(await against(budget.person), [])
  assert.deepEqual(await against(budget.person), ['decided-already'])
})
const hoursBefore = (count: string) => hours(count).map(one => ({ ...one, on: addDays(one.on, -7) }))

test('a correction of an approved week is a new fact, says why, and waits to be approved again', async () => {
  const week = addDays(monday, -7)
  const correct = (note: string) =>
    as(joanSigned, doing => sendTimesheet(doing, { engagement: joan, week, spells: hoursBefore('6'), note }))
  const silent = await correct('')
  assert.deepEqual(silent.done ? [] : silent.because, ['say-why-it-changed'])
  const sent = await correct('I forgot the hour at the clinic')
  assert.ok(sent.done)
  const [job, owed] = await as(budget.person, async doing => [
    await jobOf(doing, joan),
    await liabilitiesOf(doing, budget.reference, today),
  ])
  assert.equal(job?.sheets.filter(one => one.week === week).length, 2)
  assert.equal(owed.wages, 6750n, 'five approved hours at £13.50 until the correction is approved')
  const old = await as(budget.person, doing =>
    decideTimesheet(doing, { timesheet: sheet, decided: 'sent-back', because: 'wrong' }),
  )
  assert.deepEqual(old.done ? [] : old.because, ['decided-already', 'replaced-by-a-newer-one'])
  await as(budget.person, doing => decideTimesheet(doing, { timesheet: sent.value, decided: 'approved' }))
  const now = await as(budget.person, doing => liabilitiesOf(doing, budget.reference, today))
  assert.equal(now.wages, 8100n)
})

test('hours that cannot be so are refused with every reason, and nothing is written', async () => {
  const send = async (spells: ReturnType<typeof hours>, week = monday) => {
    const sent = await as(joanSigned, doing => sendTimesheet(doing, { engagement: joan, week, spells }))
    return sent.done ? [] : sent.because
  }
  assert.deepEqual(await send(hours('25')), ['more-than-a-day-holds'])
  assert.deepEqual(await send(hours('-3')), ['more-than-a-day-holds'])
  assert.deepEqual(await send([]), ['nothing-filled-in'])
  assert.deepEqual(await send(hours('5'), addDays(monday, 1)), ['not-a-monday', 'day-outside-week'])
  const next = addDays(mondayOf(today), 7)
  assert.deepEqual(await send([{ ...hours('5')[0], on: next } as never], next), [
    'week-to-come',
    'day-to-come',
  ])
  assert.deepEqual(
    await as(budget.stranger, doing =>
      sendTimesheet(doing, { engagement: joan, week: monday, spells: hours('5') }),
    ),
    { done: false, because: ['no-such-job'] },
  )
})

test('a task without a valid sign-off flags the hours, to staff too; a sign-off clears them', async () => {
  const task = await as(budget.person, doing =>
    nameTask(doing, { engagement: joan, says: 'Tube feed at noon', from: monday }),
  )
  assert.ok(task.done)
  const sent = await as(joanSigned, doing =>
    sendTimesheet(doing, { engagement: joan, week: monday, spells: hours('5'), tasks: [task.value] }),
  )
  assert.ok(sent.done, JSON.stringify(sent))
  const reasons = (who: Someone) =>
    as(who, async doing => {
      const job = await jobOf(doing, joan)
      const one = job?.sheets.find(({ id }) => id === sent.value)
      return job && one ? (await pendingOf(doing, job, one)).map(({ reason }) => reason) : null
    })
  assert.deepEqual(await reasons(budget.priya), ['not-approved-yet', 'not-signed-off'])
  assert.deepEqual(await reasons(budget.finance), ['not-approved-yet', 'not-signed-off'])
  const says = (who: Someone) => as(who, async doing => (await jobOf(doing, joan))?.tasks[0]?.says)
  assert.equal(await says(budget.finance), null, 'finance sees that there is a task, not what it is')
  assert.equal(await says(joanSigned), 'Tube feed at noon')
  const signed = {
    engagement: joan,
    task: task.value,
    trainedBy: 'Siobhán Kelly',
    trainedOn: addDays(monday, -3),
    signedBy: 'Siobhán Kelly',
    signedRole: 'community nurse',
    on: addDays(monday, -1),
    until: monday,
  }
  const against = await as(budget.finance, doing => signOffTask(doing, signed))
  assert.deepEqual(against.done ? [] : against.because, ['not-yours-to-employ'])
  const wrong = await as(budget.priya, doing =>
    signOffTask(doing, { ...signed, trainedOn: monday, until: addDays(monday, -2) }),
  )
  assert.deepEqual(wrong.done ? [] : wrong.because, ['signed-before-trained', 'runs-out-before-signed'])
  assert.ok((await as(budget.priya, doing => signOffTask(doing, signed))).done)
  assert.deepEqual(await reasons(budget.priya), ['not-approved-yet'])
})
