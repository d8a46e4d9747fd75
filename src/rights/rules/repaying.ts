import { plainDate } from '../../kernel/days.ts'
import { duty, rule } from '../rule.ts'
import * as at from '../sources.ts'

const since = plainDate('2013-08-01')

export const repaymentGrounds = [
  'plan-changed-substantially',
  'circumstances-changed-substantially',
  'substantial-share-unspent',
  'spent-outside-plan',
  'theft-fraud-or-other-offence',
  'patient-died',
] as const
export type RepaymentGround = (typeof repaymentGrounds)[number]

export const grounds = rule<{ readonly ground: string }, boolean>({
  id: 'DP-REPAY-01',
  says: 'Money may be asked back on a named ground, if the body is satisfied that it is right to do so.',
  by: [at.reg15],
  from: since,
  cases: [
    ...repaymentGrounds.map(ground => ({
      says: ground.replaceAll('-', ' '),
      facts: { ground },
      answer: true,
    })),
    { says: 'a late statement is no ground', facts: { ground: 'statement-late' }, answer: false },
  ],
  decide: ({ ground }) => repaymentGrounds.some(one => one === ground),
})

export const noticeParts = ['reasons', 'amount', 'time-to-repay', 'who-must-repay'] as const
export type NoticePart = (typeof noticeParts)[number]
export const fourParts = rule<{ readonly has: readonly NoticePart[] }, readonly NoticePart[]>({
  id: 'DP-REPAY-02',
  says: 'The notice says four things: the reasons, the amount, the time to repay and who must repay.',
  by: [at.reg15],
  from: since,
  cases: [
    { says: 'all four', facts: { has: noticeParts }, answer: [] },
    {
      says: 'no time to repay',
      facts: { has: ['reasons', 'amount', 'who-must-repay'] },
      answer: ['time-to-repay'],
    },
    { says: 'nothing', facts: { has: [] }, answer: noticeParts },
  ],
  decide: ({ has }) => noticeParts.filter(part => !has.includes(part)),
})
export const noticeReconsidered = duty({
  id: 'DP-REPAY-03',
  says: 'Whoever gets the notice may ask to look at it again with evidence, and is told the outcome.',
  by: [at.reg15],
  from: since,
  answer: 'reconsideration-with-evidence',
})

export type Receiver = 'patient' | 'representative' | 'nominee' | 'personal-representatives'
type Receiving = { readonly died: boolean; readonly representative: boolean; readonly nominee: boolean }
export const whoIsTold = ({ died, representative, nominee }: Receiving): readonly Receiver[] => {
  if (died) return ['personal-representatives']
  return [
    'patient',
    ...(representative ? (['representative'] as const) : []),
    ...(nominee ? (['nominee'] as const) : []),
  ]
}
export const estate = rule<Receiving, readonly Receiver[]>({
  id: 'DP-REPAY-04',
  says: 'The notice goes to the patient and any representative or nominee; after a death, to the estate.',
  by: [at.reg15],
  from: since,
  cases: [
    {
      says: 'a patient with a nominee',
      facts: { died: false, representative: false, nominee: true },
      answer: ['patient', 'nominee'],
    },
    {
      says: 'a patient with both',
      facts: { died: false, representative: true, nominee: true },
      answer: ['patient', 'representative', 'nominee'],
    },
    {
      says: 'a patient who died, with a nominee',
      facts: { died: true, representative: false, nominee: true },
      answer: ['personal-representatives'],
    },
  ],
  decide: whoIsTold,
})
export const civilDebt = duty({
  id: 'DP-REPAY-CIVIL-DEBT',
  says: 'What is not repaid may be recovered as a civil debt.',
  by: [at.knownRecovery],
  from: null,
  answer: 'civil-debt',
})

export const repayingRules = [grounds, fourParts, noticeReconsidered, estate, civilDebt]
