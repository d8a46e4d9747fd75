import { record } from '../../access/public.ts'
import { addresseesOf, deliveryTo, receiverFacts, senderOf } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { sayDay } from '../../kernel/days.ts'
import { type NewLetter, sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { stopping } from '../../rights/public.ts'
import { closingOf } from '../queries.ts'
import { itemSays } from '../rules/settle-items.ts'
import type { Liability } from '../rules/settling.ts'
import { type Settled, settledOf } from '../settled.ts'
import { here } from '../tables.ts'

export type CloseProblem = 'case-not-found' | 'not-ended' | 'something-in-the-way' | 'closed-before'

/**
 * Closes a case that ended, and tells the family what was settled and how long to keep their papers. Refuses
 * while anything is in the way: wages, notice, redundancy, leave, tax, insurance, debits, money, papers.
 */
export async function closeCase(
  doing: Doing,
  of: { readonly reference: string; readonly liabilities?: readonly Liability[] },
): Promise<Done<null, CloseProblem>> {
  const found = await caseOf(doing, of.reference)
  if (!found) return refused('case-not-found')
  if ((await closingOf(doing, of.reference)) !== null) return refused('closed-before')
  const settled = await settledOf(doing, found, of.liabilities)
  if (settled === null) return refused('not-ended')
  if (settled.inTheWay.length > 0) return refused('something-in-the-way')
  await here(doing)
    .db.insertInto('reviews.closing')
    .values({
      reference: of.reference,
      organisation_id: found.organisation,
      person_id: found.person,
      closed_by: doing.actor.id,
      closed_on: doing.today,
      points: JSON.stringify(pointsOf(settled)),
    })
    .execute()
  await record(doing, {
    happened: 'case-closed',
    organisation: found.organisation,
    person: found.person,
    to: found.request,
  })
  for (const letter of await closingLetters(doing, found, settled)) await sendLetter(doing, letter)
  return done(null)
}

/** What was looked at, as it stood on the day of closing: kept with it. */
const pointsOf = ({ items }: Settled): readonly string[] =>
  items.map(({ item, state, fact, byItself }) => {
    const because = byItself ?? fact?.words ?? ''
    return `${itemSays[item].says}: ${state === 'settled' ? 'settled' : 'does not apply'}. ${because}`
  })

async function closingLetters(doing: Doing, found: Case, settled: Settled): Promise<readonly NewLetter[]> {
  const { receivers } = stopping({ happened: [], person: await receiverFacts(doing, found.person) })
  const from = await senderOf(doing, { organisation_id: found.organisation, reference: found.reference })
  const deliver = await deliveryTo(doing, found.person)
  const keep = settled.items.find(({ item }) => item === 'records')?.fact?.keepUntil ?? settled.keepAtLeast
  return (await addresseesOf(doing, found.person, receivers)).map(to => ({
    organisation: found.organisation,
    person: found.person,
    to,
    kind: 'notice',
    title: 'Everything is settled, and the budget is closed',
    reference: found.reference,
    subject: found.request,
    sees: 'money',
    from,
    deliver: deliver(to),
    paragraphs: [
      `The personal health budget ${found.reference} ended on ${sayDay(settled.endsOn)}. ` +
        'Nothing is owed any more, by you or by us.',
      { heading: 'What was looked at' },
      { list: pointsOf(settled) },
      { heading: 'Your papers' },
      `Keep statements, receipts and employment papers until ${sayDay(keep)}.`,
      'If you need care or a budget again, ask us at any time.',
    ],
  }))
}
