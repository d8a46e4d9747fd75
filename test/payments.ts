import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { addDays, type PlainDate, plainDate } from '../src/kernel/days.ts'
import {
  decideSupplierAccount,
  giveSupplierAccount,
  prepareRun,
  type RunId,
  releaseRun,
} from '../src/payments/public.ts'
import type { Doing } from '../src/platform/doing.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { aBody } from './budgets.ts'
import { doAs, doingIt, emptyDatabase, type Someone, someone } from './harness.ts'

/** A Monday on which no bank is shut: the day on which the tests of payments take place. */
export const monday = plainDate('2026-06-08')

/** An empty database in which it is that Monday. */
export async function onMonday(): Promise<TestDatabase> {
  const database = await emptyDatabase()
  await sql`insert into platform.clock (set_to, set_at)
    values ('2026-06-08T09:00:00+01:00', now())`.execute(database.kysely)
  return database
}

type Shown = { readonly run: RunId; readonly payments: number; readonly total: bigint }
let offices = 0

/** A finance office of its own: Kay and Sol are finance officers, Mel is a case worker, and what they do. */
export async function anOffice(database: TestDatabase) {
  offices += 1
  const organisation = await doingIt(database, doing =>
    aBody(doing, `QMB${offices}`, `NHS Millbrook ${offices}`),
  )
  const of = (name: string, role: 'finance-officer' | 'case-worker') =>
    someone(database, { name, role, organisation })
  const [kay, sol] = [await of('Kay Boone', 'finance-officer'), await of('Sol Abara', 'finance-officer')]
  const mel = await of('Mel Osei', 'case-worker')
  const prepare = (until: PlainDate = addDays(monday, 6)) =>
    doAs(database, kay, doing => prepareRun(doing, { organisation, until }))
  const prepared = async (until?: PlainDate) => {
    const run = await prepare(until)
    assert.ok(run.done, run.done ? '' : run.because.join(', '))
    return run.value
  }
  const release = (who: Someone, { run, payments, total }: Shown) =>
    doAs(database, who, doing => releaseRun(doing, { run, payments, total: total as never }))
  const pay = async (until?: PlainDate) => {
    const run = await prepared(until)
    const [first, second] = [await release(kay, run), await release(sol, run)]
    assert.ok(first.done && second.done && second.value.left)
    return run
  }
  const read = <Value>(work: (doing: Doing) => Promise<Value>) => doingIt(database, work)
  const paidPeriods = async (reference: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ from: string }>`select i.period_from as "from"
      from payments.payment p join payments.instruction i on i.id = p.instruction_id
      where p.reference = ${reference} order by 1`.execute(database.kysely)
    return rows.map(({ from }) => from)
  }
  return { organisation, kay, sol, mel, prepare, prepared, release, pay, read, paidPeriods }
}

type Office = Awaited<ReturnType<typeof anOffice>>

/** Lets an office pay a supplier: an account that one finance officer gave and another has looked at. */
export async function aSupplier(
  database: TestDatabase,
  { organisation, kay, sol }: Office,
  supplier = 'Millbrook Home Care',
): Promise<string> {
  const numbers = { sortCode: '08-99-99', accountNumber: '66374958' }
  const account = await doAs(database, kay, doing =>
    giveSupplierAccount(doing, { organisation, supplier, name: supplier, ...numbers }),
  )
  assert.ok(account.done, account.done ? '' : account.because.join(', '))
  const decision = {
    organisation,
    account: account.value,
    decided: 'approved',
    because: 'Rang them',
  } as const
  assert.ok((await doAs(database, sol, doing => decideSupplierAccount(doing, decision))).done)
  return supplier
}
