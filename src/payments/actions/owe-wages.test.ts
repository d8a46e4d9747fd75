import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget } from '../../../test/budgets.ts'
import { doAs, doingIt, someone } from '../../../test/harness.ts'
import { anOffice, aSupplier, monday, onMonday } from '../../../test/payments.ts'
import { aPlanLine } from '../../../test/plan-lines.ts'
import { anAssistant } from '../../employment/examples.ts'
import { importPayslips, jobsOfBudget } from '../../employment/public.ts'
import { addDays } from '../../kernel/days.ts'
import { balanceOf, commissionedFor } from '../../ledger/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { dues } from '../public.ts'
import { oweWages, payWages, wagesOf, wagesOver } from './owe-wages.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

/** A budget with two lines, one of which the NHS pays itself, and an assistant on each. */
async function withAssistants() {
  const office = await anOffice(database)
  const { organisation, kay } = office
  const lines = [
    aPlanLine('line-1', 'Help in the mornings', 'notional'),
    aPlanLine('line-2', 'Help in the evenings', 'direct-payment'),
  ]
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday, lines }))
  await office.pay()
  const holder = await someone(database, { name: budget.name, person: budget.person })
  const { reference } = budget
  const from = monday
  const hire = (assistant: string, line: string) =>
    doAs(database, holder, doing => anAssistant(doing, { reference, assistant, line, from }))
  const [joan, sam] = [await hire('Joan Ellery', 'line-1'), await hire('Sam Lee', 'line-2')]
  const jobs = await office.read(doing => jobsOfBudget(doing, reference))
  const code = jobs.find(({ id }) => id === joan)?.code ?? ''
  const slip = (net: string, tax: string, correction = '') => {
    const head =
      'reference,period_from,period_until,pay_day,gross,tax,employee_ni,employer_ni,employee_pension,' +
      'employer_pension,net,fee,correction'
    const days = `${monday},${addDays(monday, 6)},${monday}`
    const row = `${code},${days},400.00,${tax},0,0,0,0,${net},5.00,${correction}`
    const bytes = new TextEncoder().encode(`${head}\n${row}`)
    return doAs(database, holder, doing =>
      importPayslips(doing, { reference }, {
        field: 'payslips',
        name: 'p.csv',
        bytes,
        kind: 'text/csv',
      } as never),
    )
  }
  const payThem = (engagement = joan) =>
    doAs(database, kay, doing => payWages(doing, { reference, engagement, from: monday }))
  const owed = () => doingIt(database, doing => oweWages(doing, { reference }))
  const due = () => office.read(doing => dues(doing, { reference }, addDays(monday, 60)))
  const wages = async () =>
    (await due()).filter(({ kind }) => kind === 'wage').map(({ paidTo, amount }) => [paidTo, amount])
  return { ...office, budget, reference, joan, sam, code, slip, payThem, owed, wages }
}

test('what a payslip asks is owed once to each, leaves in a run, and is charged to the line', async () => {
  const all = await withAssistants()
  const { slip, payThem, owed, wages, code, pay, read, reference } = all
  assert.ok((await payThem()).done)
  assert.ok((await slip('350.00', '50.00')).done)
  assert.deepEqual(
    [await owed(), await owed()],
    [
      { owed: 3, ended: 0 },
      { owed: 0, ended: 0 },
    ],
  )
  const joan = `Joan Ellery (${code})`
  assert.deepEqual((await wages()).sort(), [
    ['HM Revenue and Customs', 5_000n],
    [joan, 35_000n],
    ['The payroll firm', 500n],
  ])
  await aSupplier(database, all, joan)
  assert.equal((await pay()).total, 35_000n)
  assert.equal(await read(doing => balanceOf(doing, commissionedFor(reference as never, 'line-1'))), 35_000n)
})

test('a corrected payslip changes what no run holds, and says what was paid too much', async () => {
  const all = await withAssistants()
  const { slip, payThem, owed, wages, code, pay, read, reference } = all
  await payThem()
  await slip('350.00', '50.00')
  await owed()
  await slip('360.00', '40.00', 'yes')
  assert.deepEqual(await owed(), { owed: 2, ended: 2 })
  const joan = `Joan Ellery (${code})`
  assert.deepEqual(
    (await wages()).find(([to]) => to === joan),
    [joan, 36_000n],
  )
  await aSupplier(database, all, joan)
  await pay()
  await slip('355.00', '45.00', 'yes')
  await owed()
  assert.equal(
    (await wages()).some(([to]) => to === joan),
    false,
  )
  const over = await read(async doing => wagesOver(doing, await wagesOf(doing, { reference })))
  assert.deepEqual([...over.values()], [500n])
})

test('wages of a line whose money goes to the holder are never paid twice', async () => {
  const { payThem, sam } = await withAssistants()
  assert.deepEqual(await payThem(sam), { done: false, because: ['holder-has-the-money'] })
  assert.ok((await payThem()).done)
  assert.deepEqual(await payThem(), { done: false, because: ['paid-already'] })
})

test('a job whose wages nobody said we pay is owed nothing by us', async () => {
  const { slip, owed, reference } = await withAssistants()
  await slip('350.00', '50.00')
  assert.deepEqual(await owed(), { owed: 0, ended: 0 })
  const { rows } = await sql`select 1 from payments.obligation where reference = ${reference}`.execute(
    database.kysely,
  )
  assert.equal(rows.length, 0)
})
