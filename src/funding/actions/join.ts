import { mayFor, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { joiningsOf } from '../queries/joining.ts'
import { type Joining, type JoiningProblem, whyNotJoin } from '../rules/joining.ts'
import type { Funded } from '../showing.ts'
import { here } from '../tables.ts'

/**
 * Says from which day on the bodies of a budget hold their money side by side or in a pool, and who leads.
 * The one before it ends the day before. Refuses what `whyNotJoin` says, every reason at once.
 */
export async function join(
  doing: Doing,
  { reference, lead, person, splits }: Funded,
  joining: Joining,
): Promise<Done<string, JoiningProblem | 'not-allowed'>> {
  if (!mayFor(doing, 'funding.share-out', lead)) return refused('not-allowed')
  const [first] = splits
    .filter(({ agreed_on }) => agreed_on !== null)
    .sort((a, b) => (a.from_on < b.from_on ? -1 : 1))
  const shared =
    first === undefined ? null : { from: first.from_on, bodies: [...new Set([lead, ...first.body_ids])] }
  const problems = whyNotJoin(joining, shared)
  if (problems.length > 0) return refused(...problems)
  const id = newId()
  const { way, under, from, because } = joining
  await here(doing)
    .db.insertInto('funding.joining')
    .values({
      id,
      organisation_id: lead,
      person_id: person,
      reference,
      number: (await joiningsOf(doing, reference)).length + 1,
      way,
      lead_id: joining.lead,
      under: way === 'pooled' ? under : null,
      from_on: from,
      because,
      set_on: doing.today,
      set_by: doing.actor.id,
      set_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'money-joined',
    organisation: lead,
    person,
    to: id,
    because,
    details: { reference, way, lead: joining.lead, from },
  })
  return done(id)
}
