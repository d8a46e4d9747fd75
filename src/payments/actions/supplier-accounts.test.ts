import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget } from '../../../test/budgets.ts'
import { appOn, doAs, doingIt, signedIn } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import { addDays } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { allocatedTo, balanceOf, commissionedFor } from '../../ledger/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { decideSupplierAccount, dues, giveSupplierAccount, noteReturned, owe } from '../public.ts'
import { payablesOf } from '../queries/payables.ts'
import { supplierAccounts } from '../queries/suppliers.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const numbers = { sortCode: '08-99-99', accountNumber: '6637 4958' }

/** A budget of which the NHS owes Fernway Care £120.00 for two lines. */
async function owedToFernway() {
  const office = await anOffice(database)
  const { organisation, kay, sol } = office
  const budget = await doingIt(database, doing =>
    aBudget(doing, { organisation, from: monday, scheduled: false, without: ['consent'] }),
  )
  const lines = [
    { line_key: 'line-1', amount: pence(10_000n) },
    { line_key: 'line-2', amount: pence(2_000n) },
  ]
  const asked = { agreement: budget.agreement, part: 'notional', kind: 'one-off', dueOn: monday } as const
  const to = { supplier: 'Fernway Care Ltd', lines }
  const ask = (more: object = {}) =>
    doingIt(database, doing =>
      owe(doing, { ...asked, amount: pence(12_000n), because: 'Invoice 7', to, ...more }),
    )
  const given = { organisation, supplier: 'Fernway Care Limited', name: 'Fernway Care', ...numbers }
  const give = (more: object = {}, who = kay) =>
    doAs(database, who, doing => giveSupplierAccount(doing, { ...given, ...more }))
  const decide = (account: string, who = sol, decided: 'approved' | 'refused' = 'approved') =>
    doAs(database, who, doing =>
      decideSupplierAccount(doing, { organisation, account, decided, because: 'Rang Fernway' }),
    )
  const due = () => office.read(doing => dues(doing, { organisation }, addDays(monday, 7)))
  return { ...office, budget, ask, give, decide, due, to }
}

test('what the NHS owes a supplier is due, waits for its account, is paid once, and comes back', async () => {
  const { ask, give, decide, due, pay, prepare, read, budget, kay, organisation } = await owedToFernway()
  assert.ok((await ask()).done)
  const reasons = async () =>
    (await due()).filter(one => one.supplier).map(one => [one.paidTo, one.amount, one.reasons])
  assert.deepEqual(await reasons(), [['Fernway Care Ltd', 12_000n, ['supplier-account-not-given']]])
  const account = await give()
  assert.ok(account.done)
  assert.deepEqual(await reasons(), [['Fernway Care Ltd', 12_000n, ['supplier-account-not-approved']]])
  assert.deepEqual(await decide(account.value, kay), { done: false, because: ['gave-it-yourself'] })
  assert.ok((await decide(account.value)).done)
  const before = await read(doing => balanceOf(doing, allocatedTo(budget.reference)))
  const run = await pay()
  assert.deepEqual([run.payments, run.total], [1, 12_000n])
  assert.deepEqual(await prepare(), { done: false, because: ['nothing-to-pay'] })
  const left = () =>
    read(async doing => [
      await balanceOf(doing, allocatedTo(budget.reference)),
      await balanceOf(doing, commissionedFor(budget.reference, 'line-1')),
      await balanceOf(doing, commissionedFor(budget.reference, 'line-2')),
    ])
  assert.deepEqual(await left(), [before - 12_000n, 10_000n, 2_000n])
  const [paid] = (await doAs(database, kay, doing => payablesOf(doing, run.run, 'unpaid'))) ?? []
  assert.deepEqual(paid?.to, { sortCode: '089999', accountNumber: '66374958', name: 'Fernway Care' })
  const instruction = paid?.instruction as never
  const back = { instruction, on: monday, because: 'Account closed' }
  assert.ok((await doAs(database, kay, doing => noteReturned(doing, back))).done)
  assert.deepEqual(await left(), [before, 0n, 0n])
  assert.deepEqual(await reasons(), [['Fernway Care Ltd', 12_000n, []]])
  assert.equal((await pay()).total, 12_000n)
  assert.deepEqual(await left(), [before - 12_000n, 10_000n, 2_000n])
  assert.equal((await read(doing => supplierAccounts(doing, organisation))).length, 1)
})

test('what is owed to a supplier names it and adds up to its lines', async () => {
  const { ask, to } = await owedToFernway()
  const why = async (more: object) => {
    const answer = await ask(more)
    return answer.done ? [] : answer.because
  }
  assert.deepEqual(await why({ to: undefined }), ['no-supplier'])
  assert.deepEqual(await why({ to: { ...to, supplier: 'Ltd.' } }), ['no-supplier'])
  assert.deepEqual(await why({ part: 'direct-payment' }), ['no-supplier'])
  assert.deepEqual(await why({ amount: pence(12_001n) }), ['lines-do-not-add-up'])
  assert.deepEqual(await why({ to: { ...to, lines: [] } }), ['lines-do-not-add-up'])
})

test('a supplier’s account is checked by somebody else, once, and a new one takes its place', async () => {
  const { give, decide, mel, organisation, read, kay } = await owedToFernway()
  const why = async (answer: ReturnType<typeof give>) => {
    const known = await answer
    return known.done ? [] : known.because
  }
  assert.deepEqual(await why(give({}, mel)), ['role-may-not'])
  assert.deepEqual(await why(give({ supplier: 'Ltd' })), ['name-missing'])
  assert.deepEqual(await why(give({ sortCode: '12345' })), ['not-an-account'])
  const first = await give()
  assert.ok(first.done)
  assert.deepEqual(await why(give({ supplier: 'fernway care' })), ['given-already'])
  assert.ok((await decide(first.value)).done)
  assert.deepEqual(await decide(first.value), { done: false, because: ['decided-already'] })
  const second = await give({ sortCode: '107999', accountNumber: '88837491' })
  assert.ok(second.done && (await decide(second.value)).done)
  const all = await read(doing => supplierAccounts(doing, organisation))
  assert.deepEqual(all.map(one => [one.ending, one.decided, one.closed_on !== null]).sort(), [
    ['4958', 'approved', true],
    ['7491', 'approved', false],
  ])
  const third = await give({ sortCode: '202959', accountNumber: '63748472' })
  assert.ok(third.done)
  const self = sql`insert into payments.supplier_decision (id, account_id, organisation_id, decided, because,
      decided_by, decided_by_name, decided_on)
    values (gen_random_uuid(), ${third.value}, ${organisation}, 'approved', 'x', ${kay.id}, 'Kay', now())`
  await assert.rejects(self.execute(database.kysely), /somebody else approves/)
})

test('the page of suppliers says what waits, shows the numbers to check, keeps what was typed', async () => {
  const { kay, sol, mel } = await owedToFernway()
  const app = await appOn(database)
  const [asKay, asSol, asMel] = [await signedIn(app, kay), await signedIn(app, sol), await signedIn(app, mel)]
  const empty = await asKay.get('/payments/suppliers')
  assert.match(empty.html, /No supplier’s account has been given yet/)
  const typed = { supplier: 'Fernway Care', name: 'Fernway Care', sortCode: '2000', accountNumber: 'x' }
  const wrong = await asKay.post('/payments/suppliers', typed)
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Enter the sort code as six digits/)
  assert.match(wrong.html, /value="Fernway Care"/)
  const right = { ...typed, sortCode: '08-99-99', accountNumber: '66374958' }
  await asKay.post('/payments/suppliers', right)
  assert.match((await asKay.get('/payments/suppliers')).html, /You gave it yourself/)
  const toCheck = await asSol.get('/payments/suppliers')
  assert.match(toCheck.html, /sort code 08-99-99, account 66374958/)
  const [at = ''] = /\/payments\/suppliers\/[^"]+\/decision/.exec(toCheck.html) ?? []
  const silent = await asSol.post(at, { decided: 'approved' })
  assert.match(silent.html, /Say what you checked/)
  const because = `because-${at.split('/')[3]}`
  await asSol.post(at, { decided: 'approved', [because]: 'Rang them' })
  assert.match((await asSol.get('/payments/suppliers')).html, /In use/)
  const asWorker = await asMel.get('/payments/suppliers')
  assert.equal(asWorker.status, 200)
  assert.doesNotMatch(asWorker.html, /66374958|Give an account/)
})
