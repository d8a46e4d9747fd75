import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { LineKey } from '../../needs/public.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { afterCareFree, findPathway } from '../../rights/public.ts'
import { type AskedContribution, type ContributionProblem, whyNotContribute } from '../rules/contribution.ts'
import { here } from '../tables.ts'

export type NewContribution = Omit<AskedContribution, 'afterCare'> & {
  readonly reference: string
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly body: OrganisationId
  /** The line of a top-up; null for a contribution to the whole of the council's part. */
  readonly key: LineKey | null
  readonly from: PlainDate
  readonly because: string
}

/** Whether the case is section 117 after-care, by the pathway that was confirmed with the decision. */
async function isAfterCare(doing: Doing, reference: string): Promise<boolean> {
  const found = await caseOf(doing, reference)
  const group = found === null ? null : (findPathway(found.pathway)?.group ?? null)
  return group !== null && afterCareFree.decide({ group }) === 'free-of-charge'
}

/**
 * Sets what the person pays a week from a day: towards social care only. The one before it ends the day
 * before. Refuses what `whyNotContribute` says, every reason at once.
 */
export async function contribute(
  doing: Doing,
  asked: NewContribution,
): Promise<Done<string, ContributionProblem>> {
  const problems = whyNotContribute({ ...asked, afterCare: await isAfterCare(doing, asked.reference) })
  if (problems.length > 0) return refused(...problems)
  const id = newId()
  await here(doing)
    .db.insertInto('funding.contribution')
    .values({
      id,
      organisation_id: asked.organisation,
      person_id: asked.person,
      reference: asked.reference,
      body_id: asked.body,
      kind: asked.kind,
      line_key: asked.key,
      weekly: asked.weekly,
      from_on: asked.from,
      because: asked.because.trim(),
      set_on: doing.today,
      set_by: doing.actor.id,
      set_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'contribution-set',
    organisation: asked.body,
    person: asked.person,
    to: id,
    because: asked.because.trim(),
    details: { reference: asked.reference, kind: asked.kind, weekly: asked.weekly },
  })
  return done(id)
}
