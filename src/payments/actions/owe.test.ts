import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget } from '../../../test/budgets.ts'
import { doAs, doingIt } from '../../../test/harness.ts'
import { anOffice, aSupplier, monday, onMonday } from '../../../test/payments.ts'
import { addDays } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { dues, endOwed, type NewObligation, owe } from '../public.ts'
import { here } from '../tables.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

/** A budget whose regular payment has left, and a line of an invoice that can be said to be owed. */
async function anInvoice() {
  const office = await anOffice(database)
  const budget = await doingIt(database, doing =>
    aBudget(doing, { organisation: office.organisation, from: monday }),
  )
  await office.pay()
  const supplier = await aSupplier(database, office)
  const amount = pence(34_450n)
  const line: NewObligation = {
    agreement: budget.agreement,
    part: 'notional',
    to: { supplier, lines: [{ line_key: 'line-1-agency', amount }] },
    kind: 'invoice',
    amount,
    dueOn: monday,
    from: addDays(monday, -7),
    until: addDays(monday, -1),
    because: 'Home care, week of 1 June 2026',
    source: { of: 'invoices', id: `line ${budget.reference}` },
    theirReference: 'INV-2041',
  }
  const say = (more: Partial<NewObligation> = {}) =>
    doAs(database, office.kay, doing => owe(doing, { ...line, ...more }))
  const shown = () =>
    office.read(doing =>
      here(doing)
        .db.selectFrom('payments.obligation_shown')
        .selectAll()
        .where('reference', '=', budget.reference)
        .execute(),
    )
  return { ...office, budget, line, say, shown }
}

test('the same fact is owed once: said again it is the same, with another sum it is refused', async () => {
  const { say } = await anInvoice()
  const [first, again] = [await say(), await say()]
  assert.ok(first.done)
  assert.deepEqual(again, first)
  const amount = pence(34_451n)
  const to = { supplier: 'Millbrook Home Care', lines: [{ line_key: 'line-1-agency', amount }] }
  assert.deepEqual(await say({ amount, to }), { done: false, because: ['owed-otherwise'] })
})

test('what is due says what it is and to whom it goes, and its module sees it paid', async () => {
  const { say, shown, pay, read, budget } = await anInvoice()
  await say()
  const [due] = await read(doing => dues(doing, { reference: budget.reference }, monday))
  assert.deepEqual([due?.kind, due?.paidTo, due?.reasons], ['invoice', 'Millbrook Home Care', []])
  assert.equal((await shown())[0]?.released_on, null)
  await pay()
  assert.deepEqual(
    (await shown()).map(one => [one.source, one.released_on]),
    [['invoices', monday]],
  )
})

test('what is not owed after all is not paid, and what a run holds cannot be unsaid', async () => {
  const { kay, say, shown, prepare, prepared } = await anInvoice()
  const owed = await say()
  assert.ok(owed.done)
  const end = (because: string) => doAs(database, kay, doing => endOwed(doing, owed.value, because))
  assert.deepEqual(await end(' '), { done: false, because: ['say-why'] })
  assert.ok((await end('Sent twice')).done)
  assert.deepEqual(await end('Sent twice'), { done: false, because: ['not-owed'] })
  assert.equal((await shown())[0]?.ended_because, 'Sent twice')
  assert.deepEqual(await prepare(), { done: false, because: ['nothing-to-pay'] })
  const another = await say({ source: { of: 'invoices', id: 'another' } })
  assert.ok(another.done)
  await prepared()
  assert.deepEqual(await doAs(database, kay, doing => endOwed(doing, another.value, 'Sent twice')), {
    done: false,
    because: ['a-run-holds-it'],
  })
})

test('the database refuses to pay what is not owed any more', async () => {
  const { say, kay, organisation } = await anInvoice()
  const owed = await say()
  assert.ok(owed.done)
  await doAs(database, kay, doing => endOwed(doing, owed.value, 'Sent twice'))
  await sql`insert into payments.run select gen_random_uuid(), organisation_id, number + 1, from_on, until_on,
      prepared_by, prepared_by_name, prepared_on, prepared_at
    from payments.run where organisation_id = ${organisation}`.execute(database.kysely)
  await assert.rejects(
    sql`insert into payments.instruction (id, run_id, organisation_id, person_id, reference, obligation_id,
        agreement_id, part, paid_to, due_on, leaves_on, period_from, period_until, amount, end_to_end_id,
        supplier_account_id)
      select gen_random_uuid(), (select id from payments.run where number = 2
          and organisation_id = o.organisation_id), o.organisation_id, o.person_id,
        o.reference, o.id, o.agreement_id, o.part, 'X', due_on, due_on, period_from, period_until, amount,
        'PHBTEST-00000001', (select id from payments.supplier_account a
          where a.supplier_key = o.supplier_key and a.organisation_id = o.organisation_id)
      from payments.obligation o where o.id = ${owed.value}`.execute(database.kysely),
    /not owed any more/,
  )
})
