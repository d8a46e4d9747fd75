import { larger, minus, nothing, type Pence } from '../../kernel/money.ts'
import { backedBy } from '../rule.ts'
import { type OneOffProblem, oneOffPayment } from '../rules/account.ts'
import { cutNotice, netAtMostOnePeriod, protectedFirst } from '../rules/amount.ts'
import { cutReconsidered } from '../rules/deciding.ts'
import { grounds } from '../rules/repaying.ts'
import type { Backed } from '../types.ts'

export { repayBy, repaymentNotice, stopping } from './notice.ts'

export type OneOffAnswer = Backed & {
  readonly oneOff: boolean
  readonly reasons: readonly OneOffProblem[]
  readonly stillNeeded: readonly ('plan' | 'signed-agreement' | 'records' | 'review')[]
}

/**
 * May this be a one-off payment into an ordinary account? `paymentsInYear` counts this payment too. The
 * limit is general knowledge: hand in the local setting where there is one.
 */
export function oneOff(facts: { items: number; paymentsInYear: number; mostItems?: number }): OneOffAnswer {
  const reasons = oneOffPayment.decide(facts)
  const allowed = reasons.length === 0
  return {
    oneOff: allowed,
    reasons,
    stillNeeded: allowed ? ['plan', 'signed-agreement', 'records', 'review'] : [],
    ...backedBy(oneOffPayment),
  }
}

export type NettingFacts = {
  readonly inAccount: Pence
  /** Contingency and money owed, which is never netted. */
  readonly protected: Pence
  readonly periodPayment: Pence
  readonly reasonable: boolean
}
export type NettingAnswer = Backed & {
  readonly unused: Pence
  readonly nettedAtMost: Pence
  readonly nextPayment: Pence
  readonly notNetted: Pence
  readonly forTheRest: readonly ('leave-or-replan' | 'repayment-notice-on-a-ground-of-reg-15')[]
  readonly needs: readonly ('written-notice' | 'reasons' | 'reconsideration-offered')[]
}

/** How much unused money may be netted from the next payment, and what is left to do about the rest. */
export function netting(facts: NettingFacts): NettingAnswer {
  const { periodPayment, reasonable } = facts
  const unused = larger(nothing, minus(facts.inAccount, facts.protected))
  const nettedAtMost = reasonable ? netAtMostOnePeriod.decide({ unused, periodPayment }) : nothing
  const notNetted = minus(unused, nettedAtMost)
  const nets = nettedAtMost > nothing
  return {
    unused,
    nettedAtMost,
    nextPayment: minus(periodPayment, nettedAtMost),
    notNetted,
    forTheRest: notNetted > nothing ? ['leave-or-replan', 'repayment-notice-on-a-ground-of-reg-15'] : [],
    needs: nets ? ['written-notice', 'reasons', 'reconsideration-offered'] : [],
    ...backedBy(
      netAtMostOnePeriod,
      protectedFirst,
      ...(nets ? [cutNotice, cutReconsidered] : []),
      ...(notNetted > nothing ? [grounds] : []),
    ),
  }
}
