import { duty } from '../rule.ts'
import * as at from '../sources.ts'
import type { Backing } from '../types.ts'

/** How long something may take, in the unit in which it is written. An age is reached at a birthday. */
export type Limit = {
  readonly count: number
  readonly unit: 'hours' | 'days' | 'working-days' | 'weeks' | 'months' | 'years-of-age'
}
type By = readonly [Backing, ...Backing[]]
const limit = (id: string, says: string, by: By, [count, unit]: readonly [number, Limit['unit']]) =>
  duty<Limit>({ id, says, by, from: null, answer: { count, unit } })

const chc: By = [at.chcClockPages]
const child: By = [at.childClockPages]
const ehc: By = [at.ehcPages]
const complaint: By = [at.complaintPages]

export const clockLimits = [
  limit('CHC-DECISION', 'A decision comes within 28 days of the positive checklist, in most cases.', chc, [
    28,
    'days',
  ]),
  limit('CHC-FT', 'On the fast track the care is usually there within 48 hours.', chc, [48, 'hours']),
  limit('CHC-APPEAL', 'A local review may be asked for within six months of the decision letter.', chc, [
    6,
    'months',
  ]),
  limit('CHC-REVIEW', 'Care is reviewed three months after it starts.', [at.knownReviews], [3, 'months']),
  limit(
    'CHC-REVIEW-YEARLY',
    'After that, care is reviewed at least every year.',
    [at.knownReviews],
    [12, 'months'],
  ),
  limit('CHC-IRP', 'NHS England’s panel may be asked within six months.', [at.knownLimits], [6, 'months']),
  limit('CYPCC-PREASSESS', 'A first check for a child is advised to take two days.', child, [2, 'days']),
  limit('CYPCC-DECISION', 'A child’s decision comes within six weeks of the referral.', child, [6, 'weeks']),
  limit(
    'CYPCC-NOTIFY',
    'The family is told within five working days.',
    [at.knownChildren],
    [5, 'working-days'],
  ),
  limit('CYPCC-REVIEW', 'A child’s care is reviewed after three months.', [at.knownChildren], [3, 'months']),
  limit('CYPCC-REVIEW-YEARLY', 'After that, yearly.', [at.knownChildren], [12, 'months']),
  limit('CYPCC-ADULT-14', 'Help with the move to adult care starts at 14.', child, [14, 'years-of-age']),
  limit('CYPCC-ADULT-16', 'The first check for adult care is made at 16.', child, [16, 'years-of-age']),
  limit('CYPCC-ADULT-17', 'The decision in principle for adult care is made at 17.', child, [
    17,
    'years-of-age',
  ]),
  limit('CYPCC-ADULT-18', 'Adult care is ready at 18.', child, [18, 'years-of-age']),
  limit('EHC-DECIDE', 'The council decides within six weeks whether to assess.', ehc, [6, 'weeks']),
  limit('EHC-ADVICE', 'Those who are asked for advice answer within six weeks.', ehc, [6, 'weeks']),
  limit('EHC-REFUSE', 'The family hears within 16 weeks if there will be no plan.', ehc, [16, 'weeks']),
  limit('EHC-DRAFT', 'The family has at least 15 days to comment on the draft and ask for a budget.', ehc, [
    15,
    'days',
  ]),
  limit('EHC-FINAL', 'The final plan is there within 20 weeks.', ehc, [20, 'weeks']),
  limit('EHC-REVIEW', 'An EHC plan is reviewed every year.', [at.knownReviews], [12, 'months']),
  limit('SEN-DP-REVIEW', 'A direct payment under an EHC plan is reviewed within three months.', ehc, [
    3,
    'months',
  ]),
  limit(
    'CARE-ACT-DP-REVIEW',
    'A social care direct payment is first reviewed within six months.',
    [at.councilReviews],
    [6, 'months'],
  ),
  limit(
    'CARE-ACT-DP-REVIEW-YEARLY',
    'A social care direct payment is then reviewed at most twelve months apart.',
    [at.councilReviews],
    [12, 'months'],
  ),
  limit('COMPLAINT', 'A complaint is made within twelve months.', complaint, [12, 'months']),
  limit('COMPLAINT-ACK', 'A complaint is acknowledged within three working days.', complaint, [
    3,
    'working-days',
  ]),
  limit('COMPLAINT-6M', 'If there is no answer after six months, that is explained.', complaint, [
    6,
    'months',
  ]),
  limit(
    'DATA-RETURN',
    'The national return is due on the first working day after the quarter.',
    [at.returnNotice],
    [1, 'working-days'],
  ),
]

export const unlimitedRules = [
  duty({
    id: 'CHC-IRP-ROUTE',
    says: 'After the local review a person may ask NHS England in writing for a panel.',
    by: [at.panelReview],
    from: null,
    answer: 'apply-in-writing',
  }),
  duty({
    id: 'PHB-REQUEST',
    says: 'We found no time limit in law for answering a request; the body sets a local time and shows it.',
    by: [at.knownLimits],
    from: null,
    answer: 'none-found',
  }),
  duty({
    id: 'CAN-I-BUY',
    says:
      'Whoever holds a budget may ask before they buy, and gets an answer in writing. The body sets a ' +
      'local time for it and shows it; we found no limit in law.',
    by: [at.ourWay],
    from: null,
    answer: 'none-found',
  }),
  duty({
    id: 'S117',
    says: 'After-care is a duty of NHS and council together, with no number of days.',
    by: [at.afterCareDuty],
    from: null,
    answer: 'no-fixed-days',
  }),
  duty({
    id: 'S117-END',
    says: 'After-care is free and ends only when NHS and council both decide that it is no longer needed.',
    by: [at.knownAfterCare],
    from: null,
    answer: 'ends-by-joint-decision',
  }),
  duty({
    id: 'EHC-PAUSE',
    says: 'A limit of an EHC plan is lifted in exceptional cases, such as an absence of at least four weeks.',
    by: [at.ehcPages],
    from: null,
    answer: { absenceOfDays: 28 },
  }),
  duty({
    id: 'EHC-PAUSE-MOVES',
    says: 'An accepted pause adds its days to each EHC clock that is running and not yet met.',
    by: [at.ourWay],
    from: null,
    answer: 'adds-its-days',
  }),
]
