import { earlier } from '../../kernel/days.ts'
import { type Pence, smaller } from '../../kernel/money.ts'
import { type CheckName, checkNames, type Found, type Grade } from '../types.ts'
import {
  type Check,
  clash,
  day,
  else_,
  inPlan,
  type LineFacts,
  lastDayOf,
  nine,
  ours,
  over,
  sum,
  twin,
  untimed,
} from './line-facts.ts'

export const grades = ['stop', 'warning', 'information'] as const satisfies readonly Grade[]

export const checks: Readonly<Record<CheckName, Check>> = {
  'duplicate-number': {
    ...ours,
    grade: 'stop',
    says: 'An invoice of the same supplier and number in this budget is not paid twice.',
    cases: [
      { says: 'another was entered before', facts: { sameNumberOn: day('2026-05-20') }, answer: 'stop' },
      { says: 'no other has this number', facts: { sameNumberOn: null }, answer: null },
    ],
    find: ({ sameNumberOn }) => (sameNumberOn === null ? null : { figures: { on: sameNumberOn } }),
  },
  'not-in-plan': {
    ...ours,
    grade: 'stop',
    says: 'What no line of the plan is for is not paid out of the budget.',
    cases: [
      { says: 'it names no line', facts: { plan: null }, answer: 'stop' },
      { says: 'it names a line of the plan', facts: {}, answer: null },
    ],
    find: ({ plan }) => (plan === null ? { figures: {} } : null),
  },
  'outside-agreement': {
    ...ours,
    grade: 'stop',
    says: 'Days before the agreement begins or after its last day are not paid out of the budget.',
    cases: [
      { says: 'the day before it begins', facts: { on: day('2026-04-05') }, answer: 'stop' },
      { says: 'its first day', facts: { on: day('2026-04-06') }, answer: null },
      {
        says: 'its last day',
        facts: { agreed: { from: day('2026-04-06'), until: day('2026-05-04') } },
        answer: null,
      },
      {
        says: 'the day after its last',
        facts: { agreed: { from: day('2026-04-06'), until: day('2026-05-03') } },
        answer: 'stop',
      },
    ],
    find: facts => {
      const until = lastDayOf(facts)
      const outside = facts.on < facts.agreed.from || (until !== null && facts.on > until)
      return outside ? { figures: { from: facts.agreed.from, until: until ?? '' } } : null
    },
  },
  'after-death': {
    ...ours,
    grade: 'stop',
    says: 'Care on the day of a death is paid for, and none on a day after it.',
    cases: [
      { says: 'the day of the death', facts: { diedOn: day('2026-05-04') }, answer: null },
      { says: 'the day after', facts: { diedOn: day('2026-05-03') }, answer: 'stop' },
    ],
    find: ({ on, diedOn }) => (diedOn !== null && on > diedOn ? { figures: { on: diedOn } } : null),
  },
  'same-lines': {
    ...ours,
    grade: 'stop',
    lesser: 'warning',
    says:
      'The same service of the same supplier at the same time is not paid twice under two numbers; on the ' +
      'same day without a time it is looked at.',
    cases: [
      { says: 'same day and time', facts: { twins: twin(true) }, answer: 'stop' },
      { says: 'same day, no time', facts: { twins: twin(false) }, answer: 'warning' },
      { says: 'no other', facts: { twins: [] }, answer: null },
    ],
    find: ({ twins }) => {
      const found = twins.find(one => one.sameTime) ?? twins[0]
      if (found === undefined) return null
      return { figures: { number: found.number }, ...(found.sameTime ? {} : { lesser: true as const }) }
    },
  },
  'line-ended': {
    ...ours,
    grade: 'warning',
    says: 'A line that the plan of that day does not hold is looked at.',
    cases: [
      {
        says: 'the plan of that day does not hold it',
        facts: { plan: { ...inPlan, inForce: false, lastDay: day('2026-05-03') } },
        answer: 'warning',
      },
      { says: 'the plan of that day holds it', facts: { plan: inPlan }, answer: null },
    ],
    find: ({ plan }) =>
      plan === null || plan.inForce ? null : { figures: { line: plan.says, until: plan.lastDay ?? '' } },
  },
  'over-rate': {
    ...ours,
    grade: 'warning',
    says: 'A rate above the one that the plan agrees for the same unit is looked at.',
    cases: [
      { says: 'the agreed rate', facts: { rate: sum(20) }, answer: null },
      { says: 'a penny more', facts: { rate: (sum(20) + 1n) as Pence }, answer: 'warning' },
      { says: 'another unit', facts: { rate: sum(60), unit: 'night' }, answer: null },
    ],
    find: ({ plan, unit, rate }) =>
      plan !== null && plan.unit === unit && rate > plan.rate
        ? { figures: { rate: String(rate), agreed: String(plan.rate), unit } }
        : null,
  },
  'unit-not-agreed': {
    ...ours,
    grade: 'information',
    says: 'It is said where an invoice counts in another unit than the plan, as no rate can be compared.',
    cases: [
      { says: 'another unit', facts: { unit: 'night' }, answer: 'information' },
      { says: 'the unit of the plan', facts: { unit: 'hour' }, answer: null },
    ],
    find: ({ plan, unit }) =>
      plan === null || plan.unit === unit ? null : { figures: { unit, agreed: plan.unit } },
  },
  'overlapping-hours': {
    ...ours,
    grade: 'warning',
    says: 'Hours that somebody else gives at the same time are looked at: one of the two may be wrong.',
    cases: [
      {
        says: 'an assistant an hour later',
        facts: { assistants: else_({ from: 600, until: 720 }) },
        answer: 'warning',
      },
      { says: 'another supplier', facts: { others: else_({ from: 659, until: 700 }) }, answer: 'warning' },
      {
        says: 'one begins as the other ends',
        facts: { others: else_({ from: 660, until: 700 }) },
        answer: null,
      },
    ],
    find: ({ others, assistants, span }) => {
      const found = clash([...assistants, ...others], span)
      return found === undefined ? null : { figures: { who: found.who, on: found.on } }
    },
  },
  'same-day-hours': {
    ...ours,
    grade: 'information',
    says: 'It is said where an assistant’s approved hours are on the same day and times are missing.',
    cases: [
      { says: 'an assistant without times', facts: { assistants: else_(null) }, answer: 'information' },
      { says: 'both have times', facts: { assistants: else_({ from: 660, until: 700 }) }, answer: null },
      { says: 'the line has none', facts: { span: null, assistants: else_(nine) }, answer: 'information' },
    ],
    find: facts => {
      const found = untimed(facts.assistants, facts)
      return found === undefined ? null : { figures: { who: found.who, on: found.on } }
    },
  },
  'more-than-left': {
    ...ours,
    grade: 'warning',
    lesser: 'information',
    says: 'More than is left of a line for the period is said, and looked at above 10 % (local setting).',
    cases: [
      { says: 'all that is left', facts: { used: sum(360) }, answer: null },
      { says: 'a penny more', facts: { used: (sum(360) + 1n) as Pence }, answer: 'information' },
      { says: 'ten percent of the line over', facts: { used: sum(400) }, answer: 'information' },
      { says: 'and a penny', facts: { used: (sum(400) + 1n) as Pence }, answer: 'warning' },
    ],
    find: facts => {
      const much = over(facts)
      if (facts.plan === null || much <= 0n) return null
      const more = much * 100n > facts.budget * BigInt(facts.figures['invoices-over-percent'])
      const left = facts.budget - facts.used
      const beyond = smaller(much, facts.amount)
      return {
        figures: {
          over: String(beyond),
          left: String(left < 0n ? 0n : left),
          from: facts.period.from,
          until: facts.period.until,
        },
        ...(more ? {} : { lesser: true as const }),
      }
    },
  },
  'outside-period': {
    ...ours,
    grade: 'warning',
    says: 'A day outside the period that the invoice says it is for is looked at.',
    cases: [
      { says: 'the last day', facts: { on: day('2026-05-31') }, answer: null },
      { says: 'the day after', facts: { on: day('2026-06-01') }, answer: 'warning' },
      { says: 'the day before', facts: { on: day('2026-04-30') }, answer: 'warning' },
    ],
    find: ({ on, period }) =>
      on < period.from || on > period.until
        ? { figures: { ...period, first: earlier(on, period.from) } }
        : null,
  },
}

/** Every finding about a line, the heaviest first; empty where all is well. */
export function checksOf(facts: LineFacts): readonly Found[] {
  const found = checkNames.flatMap((what): readonly Found[] => {
    const check = checks[what]
    const so = check.find(facts)
    if (so === null) return []
    const grade = so.lesser ? (check.lesser ?? check.grade) : check.grade
    return [{ what, grade, figures: so.figures }]
  })
  return grades.flatMap(grade => found.filter(one => one.grade === grade))
}
