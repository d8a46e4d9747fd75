import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { findingsOf } from '../queries/person.ts'
import { type NewFinding, type Problem, whyNotDecide, whyNotFind } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { FindingId } from '../types.ts'
import { locked, notedBy, recordOf, whoseOf } from './changing.ts'

/**
 * Writes down what was found about one decision of a person on a day. Other decisions stay as they are, and
 * so does every payment. Refuses with every reason of `whyNotFind`.
 */
export async function noteFinding(
  doing: Doing,
  { person: id, ...asked }: NewFinding & { readonly person: PersonId },
): Promise<Done<{ readonly number: number }, Problem>> {
  const person = await locked(doing, id, 'consents.assess')
  if (person === null) return refused('not-allowed')
  const known = await findingsOf(doing, id)
  const problems = whyNotFind(asked, { born: person.bornOn, known, today: doing.today })
  if (problems.length > 0) return refused(...problems)
  const finding: FindingId = newId()
  const number = Math.max(0, ...known.map(one => one.number)) + 1
  await here(doing)
    .db.insertInto('consents.finding')
    .values({
      id: finding,
      ...whoseOf(person),
      number,
      decision: asked.decision,
      found: asked.found,
      on_day: asked.on,
      assessor: asked.assessor,
      because: asked.because,
      help_tried: asked.helpTried.trim(),
      review_on: asked.reviewOn,
      ...notedBy(doing),
    })
    .execute()
  // What was found and why stays in the guarded table: the record says only that somebody looked.
  await recordOf(doing, person, {
    happened: 'capacity-noted',
    to: finding,
    details: { decision: asked.decision, on: asked.on },
  })
  return done({ number })
}

export type BestInterests = {
  readonly number: number
  readonly on: PlainDate
  readonly asked: string
  readonly decided: string
}

/** Writes down what was decided for somebody who cannot, and who was asked: once for each finding. */
export async function decideBestInterests(
  doing: Doing,
  { person: id, number, ...asked }: BestInterests & { readonly person: PersonId },
): Promise<Done<null, Problem>> {
  const person = await locked(doing, id, 'consents.assess')
  if (person === null) return refused('not-allowed')
  const one = (await findingsOf(doing, id)).find(known => known.number === number) ?? null
  const problems = whyNotDecide(one, { on: asked.on, today: doing.today })
  if (problems.length > 0 || one === null) return refused(...problems)
  await here(doing)
    .db.insertInto('consents.best_interests')
    .values({
      finding_id: one.id,
      ...whoseOf(person),
      on_day: asked.on,
      asked: asked.asked,
      decided: asked.decided,
      ...notedBy(doing),
    })
    .execute()
  await recordOf(doing, person, {
    happened: 'best-interests-decided',
    to: one.id,
    details: { decision: one.decision, on: asked.on },
  })
  return done(null)
}
