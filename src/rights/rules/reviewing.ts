import { addMonths, type PlainDate, plainDate } from '../../kernel/days.ts'
import { nothing, type Pence, pence } from '../../kernel/money.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const on = plainDate
const since = on('2013-08-01')
type From = { readonly after: PlainDate; readonly months?: number }

export const firstReviewWithin = 3
export const laterReviewWithin = 12

export const firstReview = rule<From, PlainDate>({
  id: 'DP-REV-01',
  says: 'The first review is held within three months of the first payment.',
  by: [at.old17, at.deliveryStep6],
  from: since,
  cases: [
    {
      says: 'a month without that day ends on its last day',
      facts: { after: on('2026-01-30') },
      answer: on('2026-04-30'),
    },
    { says: 'the end of November', facts: { after: on('2025-11-30') }, answer: on('2026-02-28') },
  ],
  decide: ({ after, months = firstReviewWithin }) => addMonths(after, months),
})
export const laterReview = rule<From, PlainDate>({
  id: 'DP-REV-02',
  says: 'Later reviews are held at most twelve months apart.',
  by: [at.old17, at.deliveryStep6],
  from: since,
  cases: [
    { says: 'a year on', facts: { after: on('2026-04-21') }, answer: on('2027-04-21') },
    { says: 'held on 29 February', facts: { after: on('2024-02-29') }, answer: on('2025-02-28') },
  ],
  decide: ({ after, months = laterReviewWithin }) => addMonths(after, months),
})
export const considerReview = rule<{ readonly significant: boolean }, 'must-consider-review' | null>({
  id: 'DP-REV-03',
  says: 'When a significant change of health is reported, the body considers whether to review.',
  by: [at.old17],
  from: since,
  cases: [
    { says: 'tube feeding begins', facts: { significant: true }, answer: 'must-consider-review' },
    { says: 'an assistant is on leave', facts: { significant: false }, answer: null },
  ],
  decide: ({ significant }) => (significant ? 'must-consider-review' : null),
})
type Sum = { readonly amount: Pence; readonly cost: Pence }
export const mustReview = rule<Sum, 'must-review' | null>({
  id: 'DP-REV-04',
  says: 'When the money proves not to be enough, the body must review.',
  by: [at.old17],
  from: since,
  cases: [
    { says: 'just enough', facts: { amount: pence(58500n), cost: pence(58500n) }, answer: null },
    { says: 'a penny short', facts: { amount: pence(58500n), cost: pence(58501n) }, answer: 'must-review' },
    { says: 'nothing agreed yet', facts: { amount: nothing, cost: nothing }, answer: null },
  ],
  decide: ({ amount, cost }) => (cost > amount ? 'must-review' : null),
})
export const reviewAsks = duty({
  id: 'DP-REV-05',
  says: 'A review asks if the plan fits, the money is enough and well used, and rules were kept.',
  by: [at.old17],
  from: since,
  answer: ['plan-still-fits', 'used-effectively', 'covers-full-cost', 'holder-complied'],
})

export const lanes = ['plan-review', 'money-audit', 'eligibility'] as const
export type Lane = (typeof lanes)[number]
export type Booking = { readonly lane: Lane; readonly on: PlainDate }
const day = on('2027-03-09')
const book = (lane: Lane, on = day): Booking => ({ lane, on })
/** The lanes which share a day; none where each has its own. */
export const lanesApart = rule<{ readonly booked: readonly Booking[] }, readonly Lane[]>({
  id: 'DP-REV-06',
  says: 'Plan review, money audit and eligibility review are three things. Do not put them on one day.',
  by: [at.deliveryStep6],
  from: null,
  cases: [
    { says: 'all on one day', facts: { booked: lanes.map(lane => book(lane)) }, answer: lanes },
    {
      says: 'two on one day',
      facts: { booked: [book('eligibility'), book('plan-review'), book('money-audit', on('2027-03-10'))] },
      answer: ['plan-review', 'eligibility'],
    },
    {
      says: 'each on its own day',
      facts: { booked: [book('plan-review'), book('eligibility', on('2027-03-10'))] },
      answer: [],
    },
  ],
  decide: ({ booked }) =>
    lanes.filter(lane =>
      booked.some(a => a.lane === lane && booked.some(b => b.lane !== lane && b.on === a.on)),
    ),
})
export const afterReview = duty({
  id: 'DP-REV-07',
  says: 'After a review the holder or amount may change, the payment may stop, or conditions may be added.',
  by: [at.pilot2012, at.knownReviews],
  from: null,
  answer: [
    'change-holder',
    'raise-keep-or-cut',
    'stop',
    'do-not-use-this-provider',
    'give-information',
    'other',
  ],
})

export const reviewingRules = [
  firstReview,
  laterReview,
  considerReview,
  mustReview,
  reviewAsks,
  lanesApart,
  afterReview,
]
