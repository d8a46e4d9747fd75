import type { Standing } from './rules/standing.ts'
import type { Ground, How, Outcome, RepaidHow, SettlingWay } from './types.ts'

/** The grounds of regulation 15, as people say them. */
export const groundSays = {
  'plan-changed-substantially': 'The plan has changed a lot.',
  'circumstances-changed-substantially': 'Things have changed a lot for the person.',
  'substantial-share-unspent': 'A large part of the money was not spent and has built up.',
  'spent-outside-plan': 'Money was spent on something that the plan does not name.',
  'theft-fraud-or-other-offence': 'Money may have been taken or used in a way that is an offence.',
  'patient-died': 'The person has died.',
} as const satisfies Record<Ground, string>

/** How a recovery stands, in a word or two. */
export const standingSays = {
  proposed: 'Proposed, not sent',
  told: 'Letter sent',
  objected: 'Objected to',
  answered: 'Looked at again',
  'to-enter': 'To be entered',
  'to-repay': 'To be repaid',
  late: 'Repayment late',
  repaid: 'Repaid',
  dropped: 'Dropped',
  withdrawn: 'Taken back',
} as const satisfies Record<Standing, string>

/** The same of what comes off a payment, where other words fit. */
const netStandingSays: Partial<Record<Standing, string>> = {
  'to-repay': 'Comes off a payment',
  repaid: 'Taken off a payment',
}
export const sayStanding = (standing: Standing, way: SettlingWay): string =>
  (way === 'net' ? netStandingSays[standing] : undefined) ?? standingSays[standing]

export const howSays = {
  online: 'on line',
  telephone: 'by telephone',
  letter: 'by letter or e-mail',
  meeting: 'when we met',
} as const satisfies Record<How, string>

export const outcomeSays = {
  stays: 'It stays as it was',
  less: 'Less is asked for',
  dropped: 'Nothing is asked for',
} as const satisfies Record<Outcome, string>

export const repaidSays = {
  'bank-transfer': 'Bank transfer',
  cheque: 'Cheque',
  card: 'Card, by telephone',
  other: 'Another way',
  'taken-off': 'Taken off a payment',
} as const satisfies Record<RepaidHow | 'taken-off', string>

/** Tenths of weeks as people read them: `7.4 weeks`. */
export const weeksSaid = (tenths: bigint): string =>
  tenths === 10n ? '1 week' : `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`} weeks`
