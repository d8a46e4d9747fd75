import type { Doing } from '../platform/doing.ts'
import { invoicing } from './invoicing.ts'
import { happens, reviewed } from './later.ts'
import { stepsOf } from './purchases.ts'
import { pay, runs } from './runs.ts'
import { statement } from './statements.ts'
import type { Ago, Reviewed } from './types.ts'
import type { Place, Walk } from './walk.ts'

type Item = { readonly on: Ago; readonly do: (walk: Pick<Walk, 'doing'>) => Promise<void> }

/**
 * Where the plan was looked at in time, the other two lanes were looked at too, each on a day of its own,
 * unless the life
 * says when. Whose plan nobody looked at yet has none of the three: those are overdue.
 */
function inThreeLanes(reviews: readonly Reviewed[]): readonly Reviewed[] {
  const plan = reviews.find(({ lane = 'plan-review' }) => lane === 'plan-review')
  if (plan === undefined) return reviews
  const missing = (lane: Reviewed['lane']) => !reviews.some(review => review.lane === lane)
  const [eligible, audited] = [plan.on + 9, Math.min(plan.on + 75, -9)]
  return [
    ...reviews,
    ...(missing('eligibility') && eligible < 0
      ? [
          {
            on: eligible,
            lane: 'eligibility' as const,
            words: 'Needs are as they were. Eligibility goes on.',
          },
        ]
      : []),
    ...(missing('money-audit')
      ? [
          {
            on: audited,
            lane: 'money-audit' as const,
            words: 'What was bought is in the plan, and is explained.',
          },
        ]
      : []),
  ]
}

/** Everything that happens to running budgets, one after the other as the days went by. */
const itemsOf = (place: Place, walks: readonly Walk[]): readonly Item[] =>
  [
    ...invoicing(place, walks),
    ...runs.map((run): Item => ({ on: run.on, do: ({ doing }) => pay(doing, place, run) })),
    ...walks.flatMap(walk => [
      ...(walk.life.later ?? []).map(
        (event): Item => ({ on: event.on, do: ({ doing }) => happens({ ...walk, doing }, event) }),
      ),
      ...inThreeLanes(walk.life.reviews ?? []).map(
        (review): Item => ({ on: review.on, do: ({ doing }) => reviewed({ ...walk, doing }, review) }),
      ),
      ...(walk.life.purchases ?? [])
        .flatMap(stepsOf)
        .map((step): Item => ({ on: step.on, do: ({ doing }) => step.do({ ...walk, doing }) })),
      ...(walk.life.banked ?? []).map(
        (banked): Item => ({ on: banked.on, do: ({ doing }) => statement({ ...walk, doing }, banked) }),
      ),
    ]),
  ].sort((a, b) => a.on - b.on)

/** Lets the days go by for everybody whose budget runs: payments, statements, reviews, changes and ends. */
export async function letDaysGoBy(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  for (const item of itemsOf(place, walks)) await item.do({ doing })
}
