import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { sayMoney } from '../../kernel/money.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { wholeSum } from '../queries.ts'
import { here } from '../tables.ts'

/**
 * Shows a sum to the family before planning starts: the day is kept, and a letter says each line with its
 * working.
 */
export async function showToFamily(
  doing: Doing,
  of: { reference: string; version: number },
): Promise<Done<null, 'sum-not-found' | 'shown-before'>> {
  const [found, sum] = [await caseOf(doing, of.reference), await wholeSum(doing, of.reference, of.version)]
  if (!found || !sum) return refused('sum-not-found')
  const { db } = here(doing)
  if (await db.selectFrom('needs.shown').select('sum_id').where('sum_id', '=', sum.id).executeTakeFirst())
    return refused('shown-before')
  await db
    .insertInto('needs.shown')
    .values({
      sum_id: sum.id,
      organisation_id: sum.organisation_id,
      person_id: sum.person_id,
      shown_on: doing.today,
      shown_by: doing.actor.id,
    })
    .execute()
  await sendLetter(doing, {
    organisation: sum.organisation_id,
    person: sum.person_id,
    to: { name: found.personName },
    kind: 'sum',
    reference: of.reference,
    subject: sum.id,
    sees: 'money',
    title: `Your indicative budget is ${sayMoney(sum.weekly)} a week`,
    paragraphs: [
      'This is the money we think your support takes. You see it before you start your plan. It can ' +
        'change while we plan together.',
      {
        table: {
          caption: 'How the sum is made up, for a week',
          columns: ['For', 'Working', 'A week'],
          rows: sum.lines.map(line => [line.says, line.working, sayMoney(line.weekly)]),
        },
      },
      `In a year of 52 weeks this is ${sayMoney((sum.weekly * 52n) as typeof sum.weekly)}.`,
      'If you don’t think this is right, say so on the page of your budget or call us. Somebody will ' +
        'answer you by a day that we name.',
    ],
    from: {
      name: doing.actor.name,
      role: 'Case worker',
      reach: 'by a message in your account, or by calling your ICB',
    },
    deliver: ['screen', 'mail'],
  })
  await record(doing, {
    happened: 'sum-shown-to-family',
    organisation: sum.organisation_id,
    person: sum.person_id,
    to: sum.id,
    details: { version: of.version },
  })
  return done(null)
}
