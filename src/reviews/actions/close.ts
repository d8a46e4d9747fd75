import { record } from '../../access/public.ts'
import { agreementOn } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { sayShortDay } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import { balanceOf, heldBy } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { closingOf } from '../queries.ts'
import { here } from '../tables.ts'

export type ClosingPoint = { readonly key: string; readonly says: string; readonly open: string | null }

/**
 * What must be settled before a case is closed, each point with what is still open, or null where it is
 * settled.
 */
export async function closingPoints(
  doing: Doing,
  reference: Reference,
): Promise<readonly ClosingPoint[] | null> {
  const agreement = await agreementOn(doing, reference, doing.today)
  if (!agreement?.ends_on) return null
  const held = await balanceOf(doing, heldBy(reference))
  return [
    {
      key: 'last-day',
      says: 'The last day of the budget has passed',
      open: agreement.ends_on < doing.today ? null : `not before ${sayShortDay(agreement.ends_on)}`,
    },
    {
      key: 'money',
      says: 'Everything that was paid out is explained by evidence or was given back',
      open: held === nothing ? null : `${sayMoney(held)} is still held by the person or their organisation`,
    },
  ]
}

/** What staff confirm by hand: it lies outside what the service can see. */
export const confirmed = [
  ['wages', 'Last wages, notice, holiday and redundancy pay are paid, or nobody was employed'],
  ['tax', 'The tax authority and the pension scheme have been told'],
  ['insurance', 'The employer’s insurance was ended and its papers are kept'],
  ['debits', 'Direct debits and standing orders are ended'],
  ['records', 'The family knows how long to keep its papers'],
] as const

/** Closes an ended case. Refuses while anything is open, and names it. */
export async function closeCase(
  doing: Doing,
  of: { reference: string; ticked: readonly string[] },
): Promise<Done<null, 'case-not-found' | 'not-ended' | 'points-open' | 'closed-before'>> {
  const found = await caseOf(doing, of.reference)
  if (!found) return refused('case-not-found')
  if ((await closingOf(doing, of.reference)) !== null) return refused('closed-before')
  const points = await closingPoints(doing, found.reference)
  if (points === null) return refused('not-ended')
  if (points.some(point => point.open !== null) || confirmed.some(([key]) => !of.ticked.includes(key)))
    return refused('points-open')
  await here(doing)
    .db.insertInto('reviews.closing')
    .values({
      reference: of.reference,
      organisation_id: found.organisation,
      person_id: found.person,
      closed_by: doing.actor.id,
      closed_on: doing.today,
      points: JSON.stringify([...points.map(point => point.says), ...confirmed.map(([, says]) => says)]),
    })
    .execute()
  await record(doing, {
    happened: 'case-closed',
    organisation: found.organisation,
    person: found.person,
    to: found.request,
  })
  return done(null)
}
