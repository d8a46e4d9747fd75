import { bankHolidays, type ClockSource, clockRecords, dueOn, findClock } from '../clocks/public.ts'
import type { PlainDate } from '../kernel/days.ts'
import { settingsByOrganisation } from '../requests/public.ts'
import type { Setting } from '../rights/public.ts'
import { here } from './tables.ts'

const clock = 'MATERNITY_PMCB-CONFIRM'

/** By when a choice is confirmed, by the local time of the body; null where it has set none. */
export const confirmBy = (chosen: PlainDate, settings: readonly Setting[]): PlainDate | null =>
  dueOn(findClock(clock), { start: chosen, settings, holidays: bankHolidays })?.withPause ?? null

/** Choices that wait to be confirmed, as clocks. None of a budget that has ended. */
export const maternityClocks: ClockSource = async (doing, { person }) => {
  const settings = await settingsByOrganisation(doing)
  const rows = await here(doing)
    .db.selectFrom('maternity.offer_shown')
    .select(['organisation_id', 'person_id', 'reference', 'unconfirmed_since'])
    .where('unconfirmed_since', 'is not', null)
    .where('ended', 'is', null)
    .$if(person !== null, query => query.where('person_id', '=', person as NonNullable<typeof person>))
    .execute()
  return clockRecords(
    rows.flatMap(({ unconfirmed_since: started_on, ...of }) => {
      if (started_on === null) return []
      const due = confirmBy(started_on, settings.get(of.organisation_id) ?? [])
      const days = { started_on, due_on: due, paused_due_on: due, met_on: null, dropped_on: null }
      return [{ ...of, ...days, clock, href: `/maternity/${of.reference}`, pauses: [] }]
    }),
  )
}
