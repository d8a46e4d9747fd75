import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

type HeldFacts = {
  readonly firstDay: PlainDate
  /** Null while it has no last day. */
  readonly lastDay: PlainDate | null
  readonly yearBegan: PlainDate
  readonly quarterEnds: PlainDate
}
type CountsIn = 'year to date and live' | 'year to date' | 'neither'

const held = (first: string, last: string | null): HeldFacts => ({
  firstDay: plainDate(first),
  lastDay: last === null ? null : plainDate(last),
  yearBegan: plainDate('2026-04-01'),
  quarterEnds: plainDate('2026-09-30'),
})

/** In which of the two measures of a quarter a budget counts. */
export const countsIn = rule<HeldFacts, CountsIn>({
  id: 'RETURN-TWO-MEASURES',
  says: 'Year to date counts who had a budget on any day since April, live who has one as the quarter ends.',
  by: [at.returnMeasures],
  from: null,
  cases: [
    { says: 'it ended the day before the year', facts: held('2026-02-16', '2026-03-31'), answer: 'neither' },
    {
      says: 'it ended on the first day of the year',
      facts: held('2026-02-16', '2026-04-01'),
      answer: 'year to date',
    },
    {
      says: 'it ended before the quarter did',
      facts: held('2026-06-01', '2026-09-29'),
      answer: 'year to date',
    },
    {
      says: 'its last day is the last of the quarter',
      facts: held('2026-06-01', '2026-09-30'),
      answer: 'year to date and live',
    },
    {
      says: 'it began as the quarter ended',
      facts: held('2026-09-30', null),
      answer: 'year to date and live',
    },
    { says: 'it began the day after', facts: held('2026-10-01', null), answer: 'neither' },
  ],
  decide: ({ firstDay, lastDay, yearBegan, quarterEnds }) => {
    if (firstDay > quarterEnds || (lastDay !== null && lastDay < yearBegan)) return 'neither'
    return lastDay === null || lastDay >= quarterEnds ? 'year to date and live' : 'year to date'
  },
})

export const returningRules = [
  countsIn,
  duty({
    id: 'RETURN-TWO-WAYS-AT-ONCE',
    says: 'Somebody with two ways of holding the money counts once in the total and once in each way.',
    by: [at.knownReturn],
    from: null,
    answer: 'once in the total, once in each way',
  }),
  rule<{ readonly yearToDate: number; readonly live: number }, 'passes' | 'fails'>({
    id: 'RETURN-NOT-BELOW-LIVE',
    says: 'In a return there are never fewer people in the year to date than have a budget as it ends.',
    by: [at.ourFigures],
    from: null,
    cases: [
      { says: 'more in the year', facts: { yearToDate: 59, live: 44 }, answer: 'passes' },
      { says: 'as many', facts: { yearToDate: 44, live: 44 }, answer: 'passes' },
      { says: 'one too few', facts: { yearToDate: 43, live: 44 }, answer: 'fails' },
    ],
    decide: ({ yearToDate, live }) => (yearToDate >= live ? 'passes' : 'fails'),
  }),
]
