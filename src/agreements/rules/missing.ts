import { later, type PlainDate, sayDay } from '../../kernel/days.ts'
import { exclusionOn, type RuleId } from '../../rights/public.ts'
import { type HeldFacts, type HoldReason, ruleOfReason, whyNotHeld } from './held.ts'
import { holdReasonSays } from './say.ts'

export type WhoseTurn = 'family' | 'holder' | 'nominee' | 'case-worker' | 'approver' | 'finance' | 'nobody'

export const turnSays = {
  family: 'The person, or who stands in for them',
  holder: 'Whoever holds the money',
  nominee: 'The nominee',
  'case-worker': 'The case worker',
  approver: 'A team leader or panel of the NHS',
  finance: 'A finance officer of the NHS',
  nobody: 'Nobody: this has to pass',
} as const satisfies Record<WhoseTurn, string>

/**
 * One thing that is missing before money can flow: what, whose turn it is, what they do, the rule behind it.
 */
export type Missing = {
  readonly reason: HoldReason
  readonly says: string
  readonly turn: WhoseTurn
  readonly toDo: string
  readonly rule: RuleId
}

const steps = {
  'no-agreement': ['case-worker', 'Prepare the agreement.'],
  'plan-not-agreed': ['approver', 'Sign the plan off.'],
  'agreement-not-signed-by-person': ['family', 'Read the agreement and sign it.'],
  'agreement-not-signed-by-body': ['approver', 'Read the agreement and sign it.'],
  'no-consent': ['family', 'Tell us if you consent to a direct payment.'],
  'consent-withdrawn': ['case-worker', 'End the direct payment and arrange the care another way.'],
  'nominee-has-not-agreed': ['nominee', 'Say if you agree to receive the money.'],
  'nominee-not-agreed-by-ICB': ['approver', 'Decide about the nominee.'],
  'account-not-given': ['holder', 'Give us a bank account.'],
  'account-not-approved': ['finance', 'Decide about the bank account.'],
  'account-not-kept-for-this-money': ['holder', 'Give us an account that is kept for this money only.'],
  'account-not-auditable': [
    'holder',
    'Give us an account whose statements show where each sum came from and went to.',
  ],
  'account-open-to-others': ['holder', 'Give us an account that only named people use.'],
  'employer-insurance-not-in-place': ['holder', 'Take out employer’s insurance and tell us from when.'],
  'excluded-from-direct-payment': ['nobody', 'The other two ways of holding the budget stay open.'],
  ended: ['nobody', 'No more money is paid. The account is settled.'],
  'person-died': ['nobody', 'No more money is paid. The account is settled with the estate.'],
} as const satisfies Record<HoldReason, readonly [WhoseTurn, string]>

/** The day that is asked about: today, or the day on which the agreement begins. */
export const dayToAsk = (today: PlainDate, from: PlainDate | null): PlainDate =>
  from === null ? today : later(today, from)

function sayOf(reason: HoldReason, facts: HeldFacts, day: PlainDate): string {
  if (reason !== 'excluded-from-direct-payment') return holdReasonSays[reason]
  const { considerFrom } = exclusionOn(facts.exclusions, day)
  return considerFrom === null
    ? holdReasonSays[reason]
    : `${holdReasonSays[reason]} It can be considered again from ${sayDay(considerFrom)}.`
}

/**
 * Everything that is still missing before money can flow on a day, each with whose turn it is; empty where
 * nothing
 * is. Of a mix, what either part lacks. Where no money is paid out (notional), only the agreement itself is
 * asked.
 */
export function whatIsMissing(facts: HeldFacts, day: PlainDate): readonly Missing[] {
  const parts = facts.parts.length === 0 ? ([undefined] as const) : facts.parts
  const reasons = new Set(parts.flatMap(part => whyNotHeld(facts, day, part)))
  const asked = facts.agreement !== null && facts.parts.length === 0 ? ofAnyAgreement : null
  return [...reasons]
    .filter(reason => asked === null || asked.has(reason))
    .map(reason => {
      const [turn, toDo] = steps[reason]
      return { reason, says: sayOf(reason, facts, day), turn, toDo, rule: ruleOfReason[reason] }
    })
}

const ofAnyAgreement: ReadonlySet<HoldReason> = new Set([
  'plan-not-agreed',
  'agreement-not-signed-by-person',
  'agreement-not-signed-by-body',
  'ended',
  'person-died',
])
