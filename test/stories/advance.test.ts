import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type PlainDate, plainDate } from '../../src/kernel/days.ts'
import { pence } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { picture } from '../../src/ledger/picture.ts'
import { balanceOf, entriesOf, heldBy } from '../../src/ledger/public.ts'
import { lettersOf } from '../../src/notices/public.ts'
import { decideProposal } from '../../src/payments/actions/decide-proposal.ts'
import { propose } from '../../src/payments/actions/propose.ts'
import { type InstructionId, noteReturned, tellHolders } from '../../src/payments/public.ts'
import { advancesOf } from '../../src/payments/queries/advances.ts'
import { holderView } from '../../src/payments/queries/holder.ts'
import type { TestDatabase } from '../../src/platform/testing.ts'
import { aBudget } from '../budgets.ts'
import { doAs, doingIt } from '../harness.ts'
import { samePicture } from '../ledger.ts'
import { anOffice, monday, onMonday } from '../payments.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

const day = plainDate
const itIs = (on: PlainDate) =>
  sql`update platform.clock set set_to = ${`${on}T09:00:00+01:00`}::timestamptz, set_at = now()`.execute(
    database.kysely,
  )

test('an emergency advance is taken off three payments to the penny, one of which came back', async () => {
  const office = await anOffice(database)
  const { organisation, kay, sol, pay, read } = office
  const budget = await doingIt(database, doing =>
    aBudget(doing, { organisation, from: monday, name: 'Ada Marwood' }),
  )
  const of = { reference: budget.reference }
  const advance = async () => (await read(doing => advancesOf(doing, of)))[0]
  const held = () => read(doing => balanceOf(doing, heldBy(budget.reference)))
  assert.equal((await pay()).total, 112_000n)

  // On Friday the agency shuts for good, and somebody has to come at the weekend.
  await itIs(day('2026-06-12'))
  const asked = {
    reference: budget.reference,
    what: 'emergency',
    amount: pence(25_000n),
    from: day('2026-06-12'),
    because: 'The agency closed today: wages for the weekend',
    parts: 3,
    floor: pence(90_000n),
  } as const
  const proposed = await doAs(database, kay, doing => propose(doing, asked))
  assert.ok(proposed.done)
  const agree = { agreed: true, because: 'Nobody else can come' }
  assert.deepEqual(await doAs(database, kay, doing => decideProposal(doing, proposed.value, agree)), {
    done: false,
    because: ['own-proposal'],
  })
  assert.ok((await doAs(database, sol, doing => decideProposal(doing, proposed.value, agree))).done)
  assert.equal((await pay(day('2026-06-12'))).total, 25_000n)
  assert.equal(await held(), 137_000n)

  // Three payments are smaller by a third of it; the first takes the odd penny.
  await itIs(day('2026-07-06'))
  assert.equal((await pay(day('2026-07-06'))).total, 112_000n - 8_334n)
  await itIs(day('2026-08-03'))
  const second = await pay(day('2026-08-03'))
  assert.equal(second.total, 112_000n - 8_333n)

  // The second comes back. It is paid again as it was: nothing is taken off twice.
  await itIs(day('2026-08-05'))
  const { rows } = await sql<{ id: InstructionId }>`select id from payments.instruction
    where run_id = ${second.run}`.execute(database.kysely)
  const back = { instruction: rows[0]?.id as InstructionId, on: day('2026-08-05'), because: 'Account closed' }
  assert.ok((await doAs(database, kay, doing => noteReturned(doing, back))).done)
  assert.equal((await pay(day('2026-08-05'))).total, 112_000n - 8_333n)
  assert.equal((await advance())?.taken, 16_667n)

  await itIs(day('2026-08-28'))
  const third = await pay(day('2026-08-31'))
  assert.equal(third.total, 112_000n - 8_333n)
  await itIs(day('2026-09-28'))
  assert.equal((await pay(day('2026-09-28'))).total, 112_000n)

  // Nothing was lost: five payments of four weeks, and the advance is worked off.
  assert.deepEqual([(await advance())?.taken, (await advance())?.times], [25_000n, 3])
  assert.equal(await held(), 5n * 112_000n)
  const view = await read(doing => holderView(doing, budget.reference))
  assert.deepEqual(
    view?.paid.filter(one => one.netted > 0n).map(one => [one.amount, one.netted]),
    [
      [103_667n, 8_333n],
      [103_667n, 8_333n],
      [103_666n, 8_334n],
    ],
  )

  // The holder was told twice over: how it is taken off, and each time that it was.
  await read(doing => tellHolders(doing, third.run))
  const letters = (await read(doing => lettersOf(doing, budget.person))).map(({ title }) => title)
  assert.ok(letters.includes('We pay you ahead: £250.00'), letters.join('; '))
  assert.ok(await read(async doing => isSound(await checkLedger(doing))))
  const entries = await read(doing => entriesOf(doing, { person: budget.person }))
  samePicture(
    'pictures/an-advance-taken-off-three-payments',
    picture(entries.filter(({ key }) => /^(payment|netted|returned):/.test(key))),
  )
})
