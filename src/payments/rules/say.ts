import { holdReasonSays } from '../../agreements/public.ts'
import { type PayReason, payReasons } from './why-not-pay.ts'

type Who = 'the family' | 'the case worker' | 'an approver' | 'finance' | 'nobody'
type Said = { readonly says: string; readonly toHolder: string; readonly turn: Who }

/** Whose turn it is while a reason stands, and what the holder is told of it. */
const turns: Readonly<Record<Exclude<PayReason, (typeof payReasons)[number]>, Omit<Said, 'says'>>> = {
  'no-agreement': { toHolder: 'There is no signed agreement yet.', turn: 'the case worker' },
  'plan-not-agreed': { toHolder: 'The plan is not signed off yet.', turn: 'an approver' },
  'agreement-not-signed-by-person': {
    toHolder: 'The agreement waits for your signature.',
    turn: 'the family',
  },
  'agreement-not-signed-by-body': { toHolder: 'The NHS has to sign the agreement.', turn: 'an approver' },
  'no-consent': { toHolder: 'We need the consent to a direct payment.', turn: 'the family' },
  'consent-withdrawn': {
    toHolder:
      'The consent to a direct payment was withdrawn. Your team will arrange the care in another way.',
    turn: 'the case worker',
  },
  'nominee-has-not-agreed': { toHolder: 'The nominee has to agree first.', turn: 'the family' },
  'nominee-not-agreed-by-ICB': { toHolder: 'The NHS has to agree to the nominee.', turn: 'an approver' },
  'account-not-given': { toHolder: 'Tell us which bank account to pay into.', turn: 'the family' },
  'account-not-approved': { toHolder: 'We are checking the bank account.', turn: 'finance' },
  'account-not-kept-for-this-money': {
    toHolder: 'The bank account holds other money too. Please give one that is only for this money.',
    turn: 'the family',
  },
  'account-not-auditable': {
    toHolder: 'The statements of the account do not show each payment. Please give another account.',
    turn: 'the family',
  },
  'account-open-to-others': {
    toHolder: 'Other people can use the bank account. Please give one that only you can use.',
    turn: 'the family',
  },
  'employer-insurance-not-in-place': {
    toHolder: 'You need employer’s insurance before somebody works for you. Send us the certificate.',
    turn: 'the family',
  },
  'excluded-from-direct-payment': {
    toHolder: 'A direct payment is not possible now. Your team will arrange the care in another way.',
    turn: 'the case worker',
  },
  ended: { toHolder: 'The agreement has ended.', turn: 'the case worker' },
  'person-died': {
    toHolder: 'We are sorry for your loss. Your team will be in touch.',
    turn: 'the case worker',
  },
}

const own: Readonly<Record<(typeof payReasons)[number], Said>> = {
  'not-due-yet': { says: 'It is not due yet.', toHolder: 'It is not due yet.', turn: 'nobody' },
  'period-already-paid': {
    says: 'These days were paid before.',
    toHolder: 'These days were paid before.',
    turn: 'nobody',
  },
  'amount-is-nothing': {
    says: 'The amount is nothing.',
    toHolder: 'There is nothing to pay for these days.',
    turn: 'nobody',
  },
  'more-than-allocated': {
    says: 'It is more than what is set aside for this budget.',
    toHolder: 'More has to be set aside for your budget first. We are looking into it.',
    turn: 'finance',
  },
  'needs-two-different-people': {
    says: 'Two different people have to release it.',
    toHolder: 'It waits to be released.',
    turn: 'finance',
  },
  'run-withdrawn': {
    says: 'The run was withdrawn. It is in the next one.',
    toHolder: 'It will be in the next payment run.',
    turn: 'finance',
  },
  'taken-out': {
    says: 'Finance took it out of this run to look into it.',
    toHolder: 'We are looking into this payment. We will tell you what we find.',
    turn: 'finance',
  },
  'supplier-account-not-given': {
    says: 'We have no bank account of this supplier.',
    toHolder: 'We are asking the supplier for its bank account.',
    turn: 'finance',
  },
  'supplier-account-not-approved': {
    says: 'Somebody else has to check the supplier’s bank account.',
    toHolder: 'We are checking the supplier’s bank account.',
    turn: 'finance',
  },
}

const isOwn = (reason: PayReason): reason is (typeof payReasons)[number] =>
  payReasons.some(one => one === reason)

const said = (reason: PayReason): Said =>
  isOwn(reason) ? own[reason] : { says: holdReasonSays[reason], ...turns[reason] }

/** A reason as a sentence for staff. */
export const sayReason = (reason: PayReason): string => said(reason).says
/** The same for the holder: what is so, and what they can do. */
export const tellReason = (reason: PayReason): string => said(reason).toHolder
/** Who has it while these reasons stand; each once. */
export const turnOf = (reasons: readonly PayReason[]): readonly Who[] => [
  ...new Set(reasons.map(reason => said(reason).turn).filter(who => who !== 'nobody')),
]
