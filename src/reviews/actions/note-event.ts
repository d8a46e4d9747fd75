import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { versionOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { afterEvent, type ReviewEvent } from '../../rights/public.ts'
import { here } from '../tables.ts'

export type Heard = {
  readonly reference: string
  readonly on: PlainDate
  readonly kind: 'health-change' | 'cost-change' | 'other'
  readonly significant: boolean
  readonly costWeekly: Pence | null
  readonly words: string
}

/**
 * Notes what was heard of between reviews, and what the rules say must follow (DP-REV-03, -04, DP-AMT-02).
 */
export async function noteEvent(
  doing: Doing,
  heard: Heard,
): Promise<Done<readonly string[], 'case-not-found'>> {
  const found = await caseOf(doing, heard.reference)
  if (!found) return refused('case-not-found')
  const weekly = (await versionOn(doing, heard.reference, heard.on))?.weekly ?? nothing
  const event: ReviewEvent =
    heard.kind === 'health-change'
      ? { kind: 'health-change', significant: heard.significant }
      : heard.kind === 'cost-change'
        ? { kind: 'cost-change', weekly, costWeekly: heard.costWeekly ?? nothing }
        : { kind: 'other' }
  const { must } = afterEvent(event)
  const id = newId()
  await here(doing)
    .db.insertInto('reviews.event')
    .values({
      id,
      organisation_id: found.organisation,
      person_id: found.person,
      reference: heard.reference,
      on_day: heard.on,
      kind: heard.kind,
      significant: heard.significant,
      cost_weekly: heard.costWeekly,
      words: heard.words,
      must: [...must],
      noted_by: doing.actor.id,
      noted_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'change-noted',
    organisation: found.organisation,
    person: found.person,
    to: id,
    details: { kind: heard.kind, must },
  })
  return done(must)
}
