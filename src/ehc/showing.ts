import { isStaff, look, may, mayFor } from '../access/public.ts'
import { transitionOn } from '../clocks/public.ts'
import { ageOn } from '../kernel/days.ts'
import { readReference } from '../kernel/ids.ts'
import { nothing, plus } from '../kernel/money.ts'
import { splitsOf } from '../needs/public.ts'
import { firstPaidOn } from '../payments/public.ts'
import { organisation, personShown, personStrip } from '../people/public.ts'
import { linesOn } from '../plans/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { Asked, Page } from '../platform/route.ts'
import { caseOf } from '../requests/public.ts'
import { type Side, sidesOf } from './actions/changing.ts'
import { adultOf, joined } from './actions/joint.ts'
import { linesOf } from './queries/lines.ts'
import { type NamedPlan, planOf, strandTotals, withContinuingCare } from './queries/plans.ts'
import { runsOf } from './rules/runs.ts'
import { newest } from './rules/stage.ts'

export type Seen = {
  readonly plan: NamedPlan
  readonly sides: readonly Side[]
  readonly staff: boolean
  readonly strip: NonNullable<Page['person']>
}

/** The EHC plan of an address for those who may see it, the look written down; else null. */
export async function seen(doing: Doing, { at }: Asked): Promise<Seen | null> {
  const reference = readReference(at['reference'] ?? '')
  const plan = reference === null ? null : await planOf(doing, reference)
  const person = plan === null ? null : await personShown(doing, plan.person)
  if (plan === null || person === null) return null
  const { council, health, person: id } = plan
  const staff = isStaff(doing.actor)
  if (staff && !mayFor(doing, 'ehc.read', council) && !mayFor(doing, 'ehc.read', health)) return null
  await look(doing, {
    page: 'EHC plan',
    organisation: council,
    person: id,
    details: { reference: plan.reference },
  })
  return { plan, sides: sidesOf(doing, plan), staff, strip: personStrip(person, doing.today) }
}

/** What the move at 18 looks like today, for those who see the money; null before 18 and after the move. */
async function moveOf(doing: Doing, plan: NamedPlan) {
  const [budget, adult] = [joined(plan), adultOf(plan)]
  if (plan.born === null || budget === null || newest(plan, 'moved') !== null) return null
  if (ageOn(plan.born, doing.today) < 18) return null
  const lines = await linesOn(doing, budget, doing.today)
  const found = adult === null ? null : await caseOf(doing, adult)
  const weekly = plus(nothing, ...lines.map(one => one.weekly))
  const granted = found?.outcome === 'granted' || found?.outcome === 'partly-granted'
  return transitionOn(
    { born: plan.born, weekly, adult: { decided: found?.decidedOn ?? null, granted } },
    doing.today,
  )
}

/** Everything that the page of a plan shows of it. */
export async function shownOf(doing: Doing, { plan, sides, staff }: Seen) {
  const caring = await withContinuingCare(doing, [plan.person])
  const budget = joined(plan)
  const name = async (id: NamedPlan['council']) => (await organisation(doing, id))?.name ?? ''
  return {
    plan,
    sides,
    staff,
    today: doing.today,
    runs: runsOf(plan, { continuingCare: caring.has(plan.person) }),
    lines: await linesOf(doing, plan.id),
    totals: await strandTotals(doing, plan.id),
    names: { council: await name(plan.council), health: await name(plan.health) },
    budget,
    /** The budget opens to those who see the money of the child. */
    seesBudget: budget !== null && (await caseOf(doing, budget)) !== null,
    /** Shares are proposed, so that `funding` has a page of it. */
    shared: budget !== null && (await splitsOf(doing, budget)).length > 0,
    firstPaid: budget === null ? null : await firstPaidOn(doing, budget),
    move: await moveOf(doing, plan),
    adult: adultOf(plan),
    mayMove: sides.includes('health') && may(doing, 'ehc.move') && mayFor(doing, 'ehc.move', plan.health),
  }
}
export type Shown = Awaited<ReturnType<typeof shownOf>>
