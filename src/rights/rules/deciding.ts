import { addMonths, type PlainDate, plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const on = plainDate

export const mayConsult = duty({
  id: 'DP-DEC-01',
  says: 'Before deciding the body may ask the person, carers, professionals and others who are involved.',
  by: [at.knownDeciding],
  from: null,
  answer: 'may-consult',
})
export const weigh = duty({
  id: 'DP-DEC-02',
  says: 'The body weighs how a direct payment suits the condition, its effect on life, value and risk.',
  by: [at.knownDeciding],
  from: null,
  answer: ['condition', 'effect-on-life', 'value-for-money', 'risk'],
})
export const refusalReconsidered = duty({
  id: 'DP-DEC-03',
  says: 'A refused direct payment gets written reasons; it may be looked at again, answered with reasons.',
  by: [at.lookAgain],
  from: null,
  answer: ['written-reasons', 'reconsideration', 'outcome-in-writing-with-reasons'],
})
export const leftOutReconsidered = duty({
  id: 'DP-DEC-04',
  says: 'If a service that was asked for is left out of the plan, the person may ask to look at it again.',
  by: [at.lookAgain],
  from: null,
  answer: 'reconsideration',
})
export const cutReconsidered = duty({
  id: 'DP-DEC-05',
  says: 'If the amount is cut, the person may ask for that to be looked at again.',
  by: [at.lookAgain],
  from: null,
  answer: 'reconsideration',
})

export type Asked = {
  readonly asked: PlainDate
  /** The day of the last request that was reconsidered; null where there was none. */
  readonly lastReconsidered: PlainDate | null
  readonly months?: number
}
export const onceInMonths = 6
export const oncePerSixMonths = rule<Asked, 'must-reconsider' | 'less-than-six-months-since-the-last'>({
  id: 'DP-DEC-06',
  says: 'The body need not look at the same thing again more than once in six months; it may.',
  by: [at.knownRefusals],
  from: null,
  cases: [
    {
      says: 'the first request',
      facts: { asked: on('2026-02-03'), lastReconsidered: null },
      answer: 'must-reconsider',
    },
    {
      says: 'the day before six months are over',
      facts: { asked: on('2026-08-02'), lastReconsidered: on('2026-02-03') },
      answer: 'less-than-six-months-since-the-last',
    },
    {
      says: 'six months to the day',
      facts: { asked: on('2026-08-03'), lastReconsidered: on('2026-02-03') },
      answer: 'must-reconsider',
    },
  ],
  decide: ({ asked, lastReconsidered, months = onceInMonths }) =>
    lastReconsidered === null || asked >= addMonths(lastReconsidered, months)
      ? 'must-reconsider'
      : 'less-than-six-months-since-the-last',
})
export const noDayLimit = duty({
  id: 'DP-DEC-07',
  says: 'We found no number of days in law for the answer; the body sets a local time and shows it.',
  by: [at.knownLimits],
  from: null,
  answer: 'none-found',
})

export const decidingRules = [
  mayConsult,
  weigh,
  refusalReconsidered,
  leftOutReconsidered,
  cutReconsidered,
  oncePerSixMonths,
  noDayLimit,
]
