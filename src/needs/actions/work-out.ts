import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { assessmentOf, factsFor, intoJson, latestSum } from '../queries.ts'
import { consistencyOf } from '../rules/consistency.ts'
import { type SumProblem, workOut } from '../rules/sum.ts'
import { here } from '../tables.ts'
import type { SumId } from '../types.ts'

export type WorkOutProblem = SumProblem | 'case-not-found' | 'not-granted-yet' | 'warnings-need-a-reason'

export type SumAsked = {
  readonly reference: string
  readonly kind: 'indicative' | 'final'
  readonly ratesOn: PlainDate
  readonly from: PlainDate
  /** Why it stands in spite of its warnings, or why it was worked out again. */
  readonly because: string | null
}

/**
 * Works a sum out of the draft and keeps it with everything it takes to do it again. An earlier sum stays.
 */
export async function keepSum(
  doing: Doing,
  asked: SumAsked,
): Promise<Done<{ id: SumId; version: number }, WorkOutProblem>> {
  const found = await caseOf(doing, asked.reference)
  if (!found) return refused('case-not-found')
  if (found.outcome !== 'granted' && found.outcome !== 'partly-granted') return refused('not-granted-yet')
  const facts = await factsFor(doing, {
    reference: asked.reference,
    organisation: found.organisation,
    ratesOn: asked.ratesOn,
  })
  const worked = workOut(facts)
  if (!worked.ok) return refused(...worked.because)
  const warnings = consistencyOf({
    domains: (await assessmentOf(doing, asked.reference))?.domains ?? [],
    lines: facts.lines,
  })
  if (warnings.length > 0 && !asked.because?.trim()) return refused('warnings-need-a-reason')
  const id = newId<'sum'>()
  const version = ((await latestSum(doing, asked.reference))?.version ?? 0) + 1
  await here(doing)
    .db.insertInto('needs.sum')
    .values({
      id,
      organisation_id: found.organisation,
      person_id: found.person,
      reference: asked.reference,
      version,
      kind: asked.kind,
      formula_version: facts.formulaVersion,
      rates_on: asked.ratesOn,
      from_on: asked.from,
      weekly: worked.sum.weekly,
      facts: intoJson(facts),
      lines: intoJson(worked.sum.lines),
      warnings: JSON.stringify(warnings),
      because: asked.because,
      made_by: doing.actor.id,
      made_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'sum-worked-out',
    organisation: found.organisation,
    person: found.person,
    to: id,
    because: asked.because,
    details: { version, weekly: worked.sum.weekly },
  })
  return done({ id, version })
}
