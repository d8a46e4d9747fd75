import { later, type PlainDate } from '../../kernel/days.ts'
import { backedBy } from '../rule.ts'
import { approvedAccount } from '../rules/account.ts'
import { bothAgree, consentNeeded } from '../rules/consent.ts'
import { planFirst, signedFirst } from '../rules/planning.ts'
import type { AnyRule, Backed } from '../types.ts'

/** The days on which each thing that must come before the money was done; null where it is not done yet. */
export type BeforeMoney = {
  readonly consented: PlainDate | null
  readonly planAgreed: PlainDate | null
  readonly signedByBody: PlainDate | null
  readonly signedByPerson: PlainDate | null
  readonly accountApproved: PlainDate | null
  /** Null where there is no nominee. */
  readonly nominee: { readonly agreed: PlainDate | null; readonly agreedByBody: PlainDate | null } | null
}
export type BeforeMoneyReason =
  | 'no-consent'
  | 'plan-not-agreed'
  | 'agreement-not-signed-by-ICB'
  | 'agreement-not-signed-by-person'
  | 'account-not-approved'
  | 'nominee-has-not-agreed'
  | 'nominee-not-agreed-by-ICB'
export type BeforeMoneyAnswer = Backed & {
  readonly allowed: boolean
  readonly reasons: readonly BeforeMoneyReason[]
  /** The first day on which nothing stands in the way; null while something is not done yet. */
  readonly earliest: PlainDate | null
}

type Step = { readonly reason: BeforeMoneyReason; readonly done: PlainDate | null; readonly rule: AnyRule }

const steps = (facts: BeforeMoney): readonly Step[] => [
  { reason: 'no-consent', done: facts.consented, rule: consentNeeded },
  { reason: 'plan-not-agreed', done: facts.planAgreed, rule: planFirst },
  { reason: 'agreement-not-signed-by-ICB', done: facts.signedByBody, rule: signedFirst },
  { reason: 'agreement-not-signed-by-person', done: facts.signedByPerson, rule: signedFirst },
  { reason: 'account-not-approved', done: facts.accountApproved, rule: approvedAccount },
  ...(facts.nominee === null
    ? []
    : ([
        { reason: 'nominee-has-not-agreed', done: facts.nominee.agreed, rule: bothAgree },
        { reason: 'nominee-not-agreed-by-ICB', done: facts.nominee.agreedByBody, rule: bothAgree },
      ] as const)),
]

/**
 * May the first money leave on that day, and from which day may it? Every reason against is given. The
 * rules named are those that stand in the way, or those that set the earliest day where nothing does.
 */
export function firstPayment(facts: BeforeMoney, on: PlainDate): BeforeMoneyAnswer {
  const all = steps(facts)
  const open = all.filter(({ done }) => done === null || done > on)
  const days = all.map(({ done }) => done)
  const earliest = days.every(day => day !== null) ? days.reduce(later) : null
  const deciding = open.length > 0 ? open : all.filter(({ done }) => done === earliest)
  return {
    allowed: open.length === 0,
    reasons: open.map(({ reason }) => reason),
    earliest,
    ...backedBy(...deciding.map(({ rule }) => rule)),
  }
}
