import type { BeforeMoneyReason } from './answers/first-payment.ts'
import type { AccountProblem, OneOffProblem } from './rules/account.ts'
import type { FamilyTest } from './rules/payee.ts'
import type { NoticePart, Receiver } from './rules/repaying.ts'
import { ruleOfGround, type StopGround, stopGrounds } from './rules/stopping.ts'

type Named =
  | BeforeMoneyReason
  | AccountProblem
  | OneOffProblem
  | NoticePart
  | Receiver
  | FamilyTest
  | 'employer-insurance-not-in-place'
  | 'less-than-six-months-since-the-last'

const sentences: Readonly<Record<Named, string>> = {
  'no-consent': 'Nobody has consented to the direct payment yet.',
  'plan-not-agreed': 'The plan is not agreed yet.',
  'agreement-not-signed-by-ICB': 'The NHS has not signed the agreement.',
  'agreement-not-signed-by-person': 'The person has not signed the agreement.',
  'account-not-approved': 'The account has not been approved.',
  'account-not-kept-for-this-money': 'The account holds other money too, such as wages or rent.',
  'account-not-auditable': 'Statements of the account do not show where each sum came from and went to.',
  'account-open-to-others': 'People who are not named may use the account.',
  'nominee-has-not-agreed': 'The nominee has not agreed.',
  'nominee-not-agreed-by-ICB': 'The NHS has not agreed to the nominee.',
  'employer-insurance-not-in-place': 'The insurance of the employer is not in place.',
  'no-item-named': 'Say what the payment is for.',
  'more-than-five-items': 'There are more items than a one-off payment may hold.',
  'another-payment-in-the-year': 'The person has another payment in the same financial year.',
  'less-than-six-months-since-the-last':
    'The last reconsideration was asked for less than six months before.',
  reasons: 'Say why the money is asked back.',
  amount: 'Say how much is asked back.',
  'time-to-repay': 'Say by when it is to be repaid.',
  'who-must-repay': 'Say who must repay it.',
  patient: 'The letter has to go to the person.',
  representative: 'The letter has to go to the representative.',
  nominee: 'The letter has to go to the nominee.',
  'personal-representatives': 'The letter has to go to those who deal with the estate.',
  'necessary-to-meet-the-need-satisfactorily': 'Is it necessary, so that the need is met well?',
  'or-to-promote-the-welfare-of-the-child': 'Or is it necessary for the child’s welfare?',
}
const isStopGround = (name: string): name is StopGround => stopGrounds.some(ground => ground === name)

/** The sentence for the name of a problem, a missing part, a test or a ground to stop. */
export const sayProblem = (name: Named | StopGround): string =>
  isStopGround(name) ? ruleOfGround(name).says : sentences[name]
