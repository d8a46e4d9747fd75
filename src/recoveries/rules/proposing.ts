import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { netting } from '../../rights/public.ts'
import type { Executor, Ground, Kept, SettlingWay, Working } from '../types.ts'
import { isAboveLimit, mostToAsk, takesFromOutside } from './surplus.ts'

export type ProposalFacts = {
  readonly ground: Ground
  readonly way: SettlingWay
  /** The next regular payment, for what is taken off it; null where none is to come. */
  readonly periodPayment: Pence | null
  readonly because: string
  readonly amount: Pence
  readonly working: Working
  readonly whoMustRepay: string
  readonly repayDays: number
  /** The fewest days that the board gives, longer for an estate; null where it has set none. */
  readonly fewestDays: number | null
  readonly diedOn: PlainDate | null
  readonly executor: Executor | null
  /** Were the last wages and the other final bills of an estate asked about? Nought is an answer. */
  readonly finalBillsAsked: boolean
  readonly openRecovery: boolean
}

export const proposeSays = {
  'not-yours-to-propose': 'Only a case worker, a team leader or a finance officer can propose this',
  'no-agreement': 'There is no agreement signed by both sides under this reference',
  'one-is-open': 'Another recovery of this budget is open. Finish or withdraw it first',
  'reasons-missing': 'Give the reasons, as the person will read them',
  'death-not-recorded': 'Record the death first. The letter then goes to those who settle the estate',
  'person-has-died': 'The person has died: choose that ground, so that the letter goes to the estate',
  'executor-missing': 'Enter who settles the estate and where the letter goes',
  'final-bills-not-asked': 'Enter the last wages and bills, or 0 where there are none: they are paid first',
  'no-limit-set':
    'Your board has not set from how many weeks a surplus is looked at, so none can be proposed',
  'no-statement': 'No statement was sent yet, so nobody can say what is left over',
  'below-the-limit': 'After what is protected, no more is left than your board lets people keep',
  'amount-missing': 'Enter how much should be paid back',
  'more-than-is-left': 'This is more than is left after what is protected',
  'more-than-was-spent-outside': 'This is more than was spent outside the plan',
  'only-unused-is-netted':
    'Only money that was not spent can come off a payment. Choose that ground, or “paid back”',
  'no-coming-payment': 'No regular payment is to come, so nothing can be taken off one',
  'more-than-one-period': 'This is more than one period’s payment. At most one can be made smaller',
  'nothing-left-of-it': 'Leave at least a penny of the payment, so that it is still made and told',
  'who-missing': 'Enter who must repay',
  'too-little-time': 'Your board gives people more days to repay. Enter at least as many',
} as const
export type ProposeProblem = keyof typeof proposeSays

const isEstate = ({ ground }: ProposalFacts): boolean => ground === 'patient-died'

/**
 * Every reason why money may not be asked back so; none where it may be proposed. Protected sums first and
 * the local limit: our own rules and the board's. Grounds: reg 15 (DP-REPAY-01). Final bills before anything
 * is asked of an estate (BILLS-BEFORE-RECOVERY, our own).
 */
export function whyNotPropose(facts: ProposalFacts): readonly ProposeProblem[] {
  const { ground, working, amount } = facts
  const [estate, outside] = [isEstate(facts), takesFromOutside(ground)]
  const unspent = ground === 'substantial-share-unspent'
  const most = mostToAsk(ground, working)
  const checks: readonly (readonly [boolean, ProposeProblem])[] = [
    [facts.openRecovery, 'one-is-open'],
    [estate && facts.diedOn === null, 'death-not-recorded'],
    [!estate && facts.diedOn !== null, 'person-has-died'],
    [facts.because.trim() === '', 'reasons-missing'],
    [estate && !isReachable(facts.executor), 'executor-missing'],
    [estate && !facts.finalBillsAsked, 'final-bills-not-asked'],
    [unspent && working.limit === null, 'no-limit-set'],
    [unspent && working.shownUntil === null, 'no-statement'],
    [unspent && working.limit !== null && !isAboveLimit(working), 'below-the-limit'],
    [amount <= nothing, 'amount-missing'],
    [amount > most && outside, 'more-than-was-spent-outside'],
    [amount > most && !outside, 'more-than-is-left'],
    ...nettingProblems(facts),
    [facts.whoMustRepay.trim() === '', 'who-missing'],
    [facts.fewestDays !== null && facts.repayDays < facts.fewestDays, 'too-little-time'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
}

/**
 * What stands against taking unused money off a payment: at most one period (DP-AMT-04, the rule of
 * `rights`), and
 * never all of it, so that a payment is made which covers its days.
 */
function nettingProblems({
  way,
  ground,
  amount,
  working,
  periodPayment,
}: ProposalFacts): readonly (readonly [boolean, ProposeProblem])[] {
  if (way !== 'net') return []
  if (periodPayment === null)
    return [
      [ground !== 'substantial-share-unspent', 'only-unused-is-netted'],
      [true, 'no-coming-payment'],
    ]
  const { held: inAccount, protectedSum } = working
  const most = netting({ inAccount, protected: protectedSum, periodPayment, reasonable: true }).nettedAtMost
  return [
    [ground !== 'substantial-share-unspent', 'only-unused-is-netted'],
    [amount > periodPayment || (amount > most && amount <= working.surplus), 'more-than-one-period'],
    [amount === periodPayment, 'nothing-left-of-it'],
  ]
}

const isReachable = (executor: Executor | null): boolean =>
  executor !== null && executor.name.trim() !== '' && executor.lines.some(line => line.trim() !== '')

/** What each kind of protected sum is called, for the holder. */
export const keptNames = {
  'not-shown-yet': 'Care that no statement shows yet',
  'bills-to-come': 'Bills of the coming weeks',
  contingency: 'Kept for the unexpected',
  wages: 'Wages',
  tax: 'Tax and national insurance',
  leave: 'Holiday pay',
  'notice-pay': 'Notice pay',
  redundancy: 'Redundancy pay',
  training: 'Training',
  'other-bill': 'Other bills',
} as const satisfies Record<Kept['kind'], string>

/** Why each kind is protected, where nobody wrote more. */
export const keptBecause = {
  wages: 'Wages that were earned and are not paid yet.',
  tax: 'Owed to the tax authority for wages that were paid.',
  leave: 'Holiday that assistants earned and have not taken.',
  'notice-pay': 'Pay for the notice that assistants must be given.',
  redundancy: 'Kept for assistants who may lose their job.',
  training: 'Training that is agreed and not paid yet.',
  'other-bill': 'Bills that are owed and not paid yet.',
} as const satisfies Partial<Record<Kept['kind'], string>>
