import { record } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { recoveryOf } from '../queries/recoveries.ts'
import { here } from '../tables.ts'
import type { Recovery } from '../types.ts'

export type Which = { readonly reference: string; readonly number: number }

/** A recovery, locked until the transaction ends: two people cannot decide about it at the same time. */
export async function lockedRecovery(doing: Doing, { reference, number }: Which): Promise<Recovery | null> {
  const seen = await recoveryOf(doing, reference, number)
  if (seen === null) return null
  await here(doing)
    .db.selectFrom('recoveries.proposal')
    .select('id')
    .where('id', '=', seen.id)
    .forNoKeyUpdate()
    .execute()
  return recoveryOf(doing, reference, number)
}

/** Whose rows of a recovery are. */
export const whoseOf = ({ id, organisation, person }: Recovery) => ({
  proposal_id: id,
  organisation_id: organisation,
  person_id: person,
})

type Said = { readonly happened: string; readonly because?: string; readonly details?: object }

/** Writes into the record what happened to a recovery. */
export const recordOf = (doing: Doing, one: Recovery, { happened, because, details }: Said): Promise<void> =>
  record(doing, {
    happened,
    organisation: one.organisation,
    person: one.person,
    to: one.id,
    because: because ?? null,
    details: { reference: one.reference, recovery: one.number, ...details },
  })
