import type { Doing } from '../platform/doing.ts'
import { inTurn } from './in-turn.ts'
import { happens, reviewed } from './later.ts'
import { stepsOf } from './purchases.ts'
import { pay, runs } from './runs.ts'
import { statement } from './statements.ts'
import type { Ago, Reviewed } from './types.ts'
import type { Place, Walk } from './walk.ts'

/** What happens on a day: to one life, or (a payment run) to all of them. */
type Item = {
  readonly on: Ago
  readonly whose: Walk | 'everybody'
  readonly do: (walk: Pick<Walk, 'doing'>) => Promise<void>
}

type Quietly = (work: (doing: Doing) => Promise<void>) => Promise<void>

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

const ofLife = (walk: Walk): readonly Item[] => {
  const item = (on: Ago, happen: (walk: Walk) => Promise<void>): Item => ({
    on,
    whose: walk,
    do: ({ doing }) => happen({ ...walk, doing }),
  })
  return [
    ...(walk.life.later ?? []).map(event => item(event.on, now => happens(now, event))),
    ...inThreeLanes(walk.life.reviews ?? []).map(one => item(one.on, now => reviewed(now, one))),
    ...(walk.life.purchases ?? []).flatMap(stepsOf).map(step => item(step.on, step.do)),
    ...(walk.life.banked ?? []).map(banked => item(banked.on, now => statement(now, banked))),
  ]
}

/** Everything that happens to running budgets, in the order of its days. */
const itemsOf = (place: Place, walks: readonly Walk[]): readonly Item[] =>
  [
    ...runs.map(
      (run): Item => ({ on: run.on, whose: 'everybody', do: ({ doing }) => pay(doing, place, run) }),
    ),
    ...walks.flatMap(ofLife),
  ].sort((a, b) => a.on - b.on)

/** Stretches of days in which nothing happens to everybody: lives do not touch each other in one. */
function stretches(items: readonly Item[]): readonly (readonly (readonly Item[])[])[] {
  const found: Map<Item['whose'], Item[]>[] = []
  for (const item of items) {
    const alone = item.whose === 'everybody' || found.at(-1)?.has('everybody') !== false
    if (alone) found.push(new Map())
    const stretch = found.at(-1)
    stretch?.set(item.whose, [...(stretch.get(item.whose) ?? []), item])
  }
  return found.map(stretch => [...stretch.values()])
}

/**
 * Lets the days go by for everybody whose budget runs: payments, statements, reviews, changes and ends.
 * Several lives go on at the same time, each thing in a transaction of its own.
 */
export async function letDaysGoBy(
  quietly: Quietly,
  { place, walks, atOnce }: { place: Place; walks: readonly Walk[]; atOnce: number },
): Promise<void> {
  for (const stretch of stretches(itemsOf(place, walks)))
    await inTurn(stretch, atOnce, async items => {
      for (const item of items) await quietly(doing => item.do({ doing }))
    })
}
