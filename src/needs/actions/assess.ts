import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { assessmentOf } from '../queries.ts'
import { here } from '../tables.ts'
import type { Domain } from '../types.ts'

/** Writes an assessment down. An earlier one stays: this is the next number. */
export async function assess(
  doing: Doing,
  of: { reference: string; assessedOn: PlainDate; inTheirWords: string; domains: readonly Domain[] },
): Promise<Done<number, 'case-not-found'>> {
  const found = await caseOf(doing, of.reference)
  if (!found) return refused('case-not-found')
  const number = ((await assessmentOf(doing, of.reference))?.number ?? 0) + 1
  const id = newId()
  await here(doing)
    .db.insertInto('needs.assessment')
    .values({
      id,
      organisation_id: found.organisation,
      person_id: found.person,
      reference: of.reference,
      number,
      assessed_on: of.assessedOn,
      in_their_words: of.inTheirWords,
      domains: JSON.stringify(of.domains),
      made_by: doing.actor.id,
    })
    .execute()
  await record(doing, {
    happened: 'needs-assessed',
    organisation: found.organisation,
    person: found.person,
    to: id,
    details: { number },
  })
  return done(number)
}
