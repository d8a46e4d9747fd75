import assert from 'node:assert/strict'
import { letSee } from '../src/access/public.ts'
import { aColleague, aSignedAgreement } from '../src/agreements/examples.ts'
import type { ExampleRow } from '../src/bank/examples.ts'
import { type Reference, readReference } from '../src/kernel/ids.ts'
import { pence } from '../src/kernel/money.ts'
import { allocatedTo, heldBy, post } from '../src/ledger/public.ts'
import { signedOffPlan } from '../src/plans/examples.ts'
import { doingIt, someone } from './harness.ts'
import { millbrookAsks } from './requests.ts'

/** Millbrook with Gwen's budget: mornings by Joan, swimming, and an approved account ending 1234. */
export async function gwensBudget() {
  const place = await millbrookAsks()
  const { database, icb, gwen, priya } = place
  const reference = await doingIt(database, async doing => {
    const { reference } = await signedOffPlan(doing, {
      organisation: icb,
      person: gwen,
      lines: [
        { says: 'Mornings' },
        { says: 'Swimming', payee: 'Swim Centre', payeeWords: ['SWIM CENTRE'], rate: pence(900n) },
      ],
    })
    await aSignedAgreement(doing, {
      reference,
      approver: aColleague('Rae Panel', 'panel', icb),
      finance: aColleague('Grace Okafor', 'finance-officer', icb),
    })
    const read = readReference(reference) as Reference
    const paid = await post(doing, [
      {
        key: `test:${reference}`,
        effectiveOn: doing.today,
        because: 'Payment of the first weeks',
        organisation: icb,
        person: gwen,
        postings: [
          { account: allocatedTo(read), pence: pence(-100_000n) },
          { account: heldBy(read), pence: pence(100_000n) },
        ],
      },
    ])
    assert.ok(paid.done, JSON.stringify(paid))
    await letSee(
      doing,
      { actor: priya.id },
      { person: gwen, sees: 'all', because: 'her case worker', from: doing.today },
    )
    return read
  })
  const finance = await someone(database, {
    name: 'Grace Okafor',
    role: 'finance-officer',
    organisation: icb,
  })
  return { ...place, reference, finance }
}

export type GwensBudget = Awaited<ReturnType<typeof gwensBudget>>

/** Rows of one day, as `-4500 SWIM CENTRE`. */
export const rowsOn = (day: string, ...rows: readonly string[]): readonly ExampleRow[] =>
  rows.map(row => [day, BigInt(row.split(' ')[0] ?? '0'), row.split(' ').slice(1).join(' ')])
