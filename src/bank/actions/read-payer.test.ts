import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { makeBudgets } from '../../../test/budgets.ts'
import { appOn, doAs, doingIt, signedIn } from '../../../test/harness.ts'
import { anOffice, monday, onMonday } from '../../../test/payments.ts'
import { dues } from '../../payments/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { openCredits } from '../queries/payer.ts'
import { isProposal } from '../rules/came-back.ts'
import { decideCredits, readPayer } from './read-payer.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

/** Two payments of the same sum that have left, and the statement of the account that they left from. */
async function afterARun() {
  const office = await anOffice(database)
  const { organisation, kay } = office
  const about = { organisation, from: monday }
  await doingIt(database, doing => makeBudgets(doing, [about, { ...about, name: 'Bryn Fenn' }]))
  const { run } = await office.pay()
  const { rows } = await sql<{ id: string; named: string; reference: string }>`
    select id, end_to_end_id as named, reference from payments.instruction where run_id = ${run}
    order by id`.execute(database.kysely)
  const [first] = rows
  assert.ok(first)
  const csv = (lines: readonly string[]) =>
    new TextEncoder().encode(['Date,Description,Amount,Balance', ...lines].join('\n'))
  const read = (lines: readonly string[], who = kay) =>
    doAs(database, who, doing => readPayer(doing, organisation, { name: 'july.csv', bytes: csv(lines) }))
  const open = () => office.read(doing => openCredits(doing, organisation))
  const decide = (credits: readonly string[], returned = true, because = '') =>
    doAs(database, kay, doing => decideCredits(doing, organisation, { credits, returned, because }))
  return { ...office, first, csv, read, open, decide, run }
}

const lines = (named: string) => [
  '08/06/2026,RUN 1 PHB,-2240.00,7760.00',
  `08/06/2026,RTN ${named} ACCOUNT CLOSED,1120.00,8880.00`,
  '08/06/2026,GRANT OF THE DEPARTMENT,5000.00,13880.00',
]

test('a credit that names a payment is proposed, decided, due again; read twice adds nothing', async () => {
  const { first, read, open, decide, organisation } = await afterARun()
  const taken = await read(lines(first.named))
  assert.deepEqual(taken, { done: true, value: { credits: 2, fresh: 2, again: false } })
  assert.deepEqual((await read(lines(first.named))).done, true)
  const shown = await open()
  assert.deepEqual(
    shown.map(({ found }) => (isProposal(found) ? [found.payment.id, found.sure] : found)).sort(),
    ['no-payment-of-this-sum', [first.id, 'named']].sort(),
  )
  const back = shown.find(({ found }) => isProposal(found))
  const grant = shown.find(({ found }) => !isProposal(found))
  assert.deepEqual(await decide([grant?.id ?? '']), { done: false, because: ['not-open'] })
  assert.ok((await decide([back?.id ?? ''])).done)
  assert.deepEqual(await decide([back?.id ?? '']), { done: false, because: ['not-open'] })
  const due = await doingIt(database, doing => dues(doing, { organisation }, monday))
  assert.deepEqual(
    due.map(({ reference, againAfter }) => [reference, againAfter !== null]),
    [[first.reference, true]],
  )
  assert.deepEqual(await decide([grant?.id ?? ''], false), { done: false, because: ['say-why'] })
  assert.ok((await decide([grant?.id ?? ''], false, 'The grant')).done)
  assert.deepEqual(await open(), [])
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from payments.returned
    where organisation_id = ${organisation}`.execute(database.kysely)
  assert.equal(rows[0]?.count, 1)
})

test('an overlapping statement adds only what is new, two alike on a day are two', async () => {
  const { first, read, open } = await afterARun()
  await read(lines(first.named))
  const more = [...lines(first.named), '09/06/2026,GRANT,10.00,13890.00', '09/06/2026,GRANT,10.00,13900.00']
  assert.deepEqual(await read(more), { done: true, value: { credits: 4, fresh: 2, again: false } })
  assert.equal((await open()).length, 4)
})

test('finance reads it on a page, and a file that is no statement is refused in words', async () => {
  const { first, csv, kay } = await afterARun()
  const finance = await signedIn(await appOn(database), kay)
  const send = (bytes: Uint8Array) =>
    finance.send('/bank/paying', {}, [{ field: 'statement', name: 'july.csv', bytes }])
  const wrong = await send(new TextEncoder().encode('%PDF-1.4 hello'))
  assert.equal(wrong.status, 422)
  assert.equal((await send(csv(lines(first.named)))).status, 303)
  const page = (await finance.get('/bank/paying')).html
  assert.match(page, /with the payment’s own reference/)
  assert.match(page, /No payment of this sum has left/)
  const none = await finance.post('/bank/paying/decisions', { what: 'returned' })
  assert.match(none.html, /Choose at least one/)
})
