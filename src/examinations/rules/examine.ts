/**
 * What one case's answer is today and would be if a rule were another one. Pure: the same facts and the same
 * change give the same finding.
 */
import { bankHolidays, dueOn, findClock, nextReview } from '../../clocks/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { requestLimits } from '../../requests/public.ts'
import {
  asChanged,
  asWritten,
  factTold,
  findPathway,
  type RightFacts,
  type RuleChange,
  rightOn,
  type Setting,
  type SettingKey,
} from '../../rights/public.ts'
import type { CaseFacts, Finding } from '../types.ts'

/** The local figures of which we know what they change in a case that runs. */
export const figuresAsked = [
  'request-answer-working-days',
  'reconsideration-answer-working-days',
  'first-review-within-months',
  'later-review-within-months',
] as const satisfies readonly SettingKey[]
export type FigureAsked = (typeof figuresAsked)[number]

const isAsked = (key: SettingKey): key is FigureAsked => figuresAsked.some(one => one === key)

function rightFacts({ pathway, born, fact }: CaseFacts, on: PlainDate): RightFacts {
  const found = findPathway(pathway)
  if (found === null) return { born, cohorts: [] }
  return {
    born,
    cohorts: [{ cohort: found.group, from: on, until: null, ...factTold(found.asks, fact) }],
  }
}

const noDay = 'no-day'
type DayUnder = (facts: CaseFacts, settings: readonly Setting[]) => PlainDate | null

/** The day that each figure moves in a case; null where the case has no such day. */
const dayOf: Readonly<Record<FigureAsked, DayUnder>> = {
  'request-answer-working-days': ({ pathway, receivedOn, decidedOn }, settings) =>
    decidedOn === null ? (requestLimits({ pathway, receivedOn }, settings)[0]?.by ?? null) : null,
  'reconsideration-answer-working-days': ({ againOn }, settings) =>
    againOn === null
      ? null
      : (dueOn(findClock('DP-DEC-07'), { start: againOn, settings, holidays: bankHolidays })?.due ?? null),
  'first-review-within-months': ({ firstPaidOn, reviewedOn }, settings) =>
    firstPaidOn === null || reviewedOn !== null
      ? null
      : nextReview({ firstPaid: firstPaidOn, held: [], of: 'icb', settings }).due,
  'later-review-within-months': ({ firstPaidOn, reviewedOn }, settings) =>
    firstPaidOn === null || reviewedOn === null
      ? null
      : nextReview({ firstPaid: firstPaidOn, held: [reviewedOn], of: 'icb', settings }).due,
}

const supposed = (key: FigureAsked, { value, on }: { value: number; on: PlainDate }): Setting => ({
  key,
  value,
  from: on,
  until: null,
  owner: 'supposed',
  because: 'supposed',
})

function dayFound(
  facts: CaseFacts,
  change: Extract<RuleChange, { kind: 'figure' }>,
  settings: readonly Setting[],
): Finding | null {
  if (!isAsked(change.key)) return null
  const under = dayOf[change.key]
  const [before, after] = [under(facts, settings), under(facts, [...settings, supposed(change.key, change)])]
  return before === null && after === null ? null : { before: before ?? noDay, after: after ?? noDay }
}

/**
 * What a change would do to one case: its right on the day of the change, or the day that somebody was
 * promised. Null where the change has nothing to do with the case. `settings` are the body's own.
 */
export function examine(facts: CaseFacts, change: RuleChange, settings: readonly Setting[]): Finding | null {
  if (change.kind === 'figure') return dayFound(facts, change, settings)
  const asked = rightFacts(facts, change.on)
  return {
    before: rightOn(asked, change.on, asWritten).right,
    after: rightOn(asked, change.on, asChanged(change)).right,
  }
}

/** As it is counted: a right by its name, a day as sooner, later, or as it was. */
export function counted({ before, after }: Finding, change: RuleChange): Finding {
  if (change.kind !== 'figure') return { before, after }
  if (before === after) return { before: 'as-now', after: 'as-now' }
  if (before === noDay || after === noDay)
    return { before: before === noDay ? noDay : 'a-day', after: after === noDay ? noDay : 'a-day' }
  return { before: 'a-day', after: after < before ? 'sooner' : 'later' }
}
