import { type ClockSource, clockRecords } from '../clocks/public.ts'
import { plansSeen, withContinuingCare } from './queries/plans.ts'
import { runsOf } from './rules/runs.ts'

/**
 * The clocks of EHC plans, for the pages of `clocks`. The days of the move to adult care are left to the
 * source of continuing care where a child has that.
 */
export const clockSource: ClockSource = async (doing, { person, ended }) => {
  const plans = await plansSeen(doing, person)
  const caring = await withContinuingCare(
    doing,
    plans.map(one => one.person),
  )
  const runs = plans.flatMap(plan =>
    runsOf(plan, { continuingCare: caring.has(plan.person) })
      .filter(({ met, dropped }) => ended || (met === null && dropped === null))
      .map(run => ({
        clock: run.clock,
        organisation_id: plan.council,
        person_id: plan.person,
        reference: plan.reference,
        started_on: run.start,
        due_on: run.due,
        paused_due_on: run.withPause,
        met_on: run.met,
        dropped_on: run.dropped,
        href: `/ehc/${plan.reference}`,
        pauses: run.pauses,
      })),
  )
  return clockRecords(runs)
}
