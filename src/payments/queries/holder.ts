import { seesBank } from '../../agreements/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { countedUses } from '../rules/repeats.ts'
import { here } from '../tables.ts'
import { advancesOf } from './advances.ts'
import { nextDues } from './dues.ts'
import { ended, schedulesOf } from './owed.ts'
import { agreedOf, usesOf } from './proposals.ts'

export type HolderView = NonNullable<Awaited<ReturnType<typeof holderView>>>

/**
 * A budget's payments as its holder sees them: what was paid when, what comes next, what is stopped and why.
 * Null where there is nothing that this actor may see. Who does not see bank details is told nothing of
 * them.
 */
export async function holderView(doing: Doing, reference: string) {
  const schedules = await schedulesOf(doing, { reference })
  const instructions = await here(doing)
    .db.selectFrom('payments.instruction_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('leaves_on', 'desc')
    .orderBy('period_from', 'desc')
    .orderBy('id')
    .execute()
  const whose = schedules[0] ?? instructions[0]
  if (whose === undefined) return null
  const person = await personShown(doing, whose.person_id)
  if (person === null) return null
  const bank = await seesBank(doing, { person: whose.person_id, organisation: whose.organisation_id })
  const next = await nextDues(doing, reference, 3)
  const agreed = await agreedOf(doing, reference)
  const repeats = agreed.filter(({ what }) => what === 'repeat')
  return {
    reference,
    person,
    organisation: whose.organisation_id,
    advances: await advancesOf(doing, { reference }),
    repeats: await Promise.all(
      repeats.map(async one => ({ ...one, uses: countedUses(await usesOf(doing, one.id)) })),
    ),
    schedules: schedules.map(one => ({ ...one, last: ended(one) })),
    paid: instructions.filter(one => one.released_on !== null),
    // In a run that waits for its signatures.
    waiting: instructions.filter(one => one.released_on === null && one.stopped_on === null),
    next: bank
      ? next
      : next.map(one => ({ ...one, reasons: one.reasons.filter(reason => !reason.startsWith('account-')) })),
  }
}
