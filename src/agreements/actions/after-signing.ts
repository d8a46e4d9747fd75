import { letSee } from '../../access/public.ts'
import { addDays, earlier, sayShortDay } from '../../kernel/days.ts'
import { type LedgerProblem, sayProblem } from '../../ledger/public.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { signedLetter } from '../letters/signed.ts'
import { type Agreement, factsOf } from '../queries/agreements.ts'
import { here } from '../tables.ts'
import { allocateYears, releaseAfter } from './allocate.ts'

/** The ledger refused what must never be refused here: everything is rolled back. */
const must = (posted: { done: boolean; because?: readonly LedgerProblem[] }): void => {
  if (!posted.done) throw new Error((posted.because ?? []).map(sayProblem).join('; '))
}

/**
 * Both sides have signed: the budget year is set aside, what was set aside for later days by the agreement
 * before
 * is given back, the organisation that holds a part may see the plan, and the holder gets a letter.
 */
export async function afterBothSigned(doing: Doing, one: Agreement): Promise<void> {
  if (one.weekly_direct + one.weekly_third_party + one.weekly_notional > 0n)
    must(await allocateYears(doing, one, one.from_on))
  for (const before of await replacedBy(doing, one))
    must(
      await releaseAfter(doing, before, {
        lastDay: addDays(one.from_on, -1),
        because: `Budget of the agreement before, for days from ${sayShortDay(one.from_on)} on, given back`,
        key: `agreement:${before.id}:released`,
      }),
    )
  await letThirdPartySee(doing, one)
  await sendLetter(doing, await signedLetter(doing, one, await factsOf(doing, one.id)))
}

/** The signed agreement that this one follows; those before it were given back when it was signed. */
const replacedBy = (doing: Doing, one: Agreement) =>
  here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .selectAll()
    .where('reference', '=', one.reference)
    .where('number', '<', one.number)
    .where('signed_by_person_on', 'is not', null)
    .where('signed_by_body_on', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .execute()

async function letThirdPartySee(doing: Doing, one: Agreement): Promise<void> {
  if (one.third_party_id === null) return
  const to = { organisation: one.third_party_id, role: 'provider' } as const
  await letSee(doing, to, {
    person: one.person_id,
    sees: 'plan',
    may: ['holds-money'],
    because: 'holds the third-party budget',
    subject: one.id,
    from: earlier(one.from_on, doing.today),
  })
}
