import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { RuleId } from '../../rights/public.ts'

export const weeksAhead = 8

/** How many clocks of a kind fall due in a week, counted from today: 0 is today and the six days after it. */
export type WeekCount = { readonly clock: RuleId; readonly week: number; readonly count: number }

export type Forecast = {
  readonly weeks: readonly { readonly from: PlainDate; readonly until: PlainDate; readonly count: number }[]
  readonly kinds: readonly {
    readonly clock: RuleId
    readonly counts: readonly number[]
    readonly all: number
  }[]
  readonly all: number
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)

/**
 * What would pass its day in each of the next eight weeks if nobody did anything and nothing new came. A
 * count of what is open now, not a guess of what will come.
 */
export function forecastOf(found: readonly WeekCount[], today: PlainDate): Forecast {
  const places = Array.from({ length: weeksAhead }, (_, week) => week)
  const inWeek = (week: number) => found.filter(one => one.week === week)
  const kinds = [...new Set(found.map(one => one.clock))].map(clock => {
    const counts = places.map(week =>
      sum(inWeek(week).flatMap(one => (one.clock === clock ? [one.count] : []))),
    )
    return { clock, counts, all: sum(counts) }
  })
  return {
    weeks: places.map(week => ({
      from: addDays(today, week * 7),
      until: addDays(today, week * 7 + 6),
      count: sum(inWeek(week).map(one => one.count)),
    })),
    kinds: kinds.filter(one => one.all > 0).sort((a, b) => b.all - a.all || (a.clock < b.clock ? -1 : 1)),
    all: sum(kinds.map(one => one.all)),
  }
}
