import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import { backedBy } from '../rule.ts'
import {
  estate,
  fourParts,
  grounds,
  type NoticePart,
  noticeReconsidered,
  type Receiver,
  type RepaymentGround,
} from '../rules/repaying.ts'
import { ruleOfGround, type StopAnswer, type StopGround, stopNotice } from '../rules/stopping.ts'
import type { AnyRule, Backed } from '../types.ts'

/** A notice of repayment as it is drafted; null for what it does not say yet. */
export type RepaymentDraft = {
  readonly ground: RepaymentGround
  readonly reasons: string
  readonly amount: Pence | null
  /** Days from the day it is sent. The body chooses them; the law has no figure. */
  readonly daysToRepay: number | null
  readonly whoMustRepay: string
  readonly to: readonly Receiver[]
  readonly person: { readonly died: boolean; readonly representative: boolean; readonly nominee: boolean }
}
export type RepaymentAnswer = Backed & {
  readonly maySend: boolean
  readonly missingParts: readonly NoticePart[]
  readonly missingReceivers: readonly Receiver[]
  readonly wrongReceivers: readonly Receiver[]
  readonly receivers: readonly Receiver[]
  readonly mustOffer: readonly ['reconsideration-with-evidence']
}

/**
 * May this notice of repayment be sent? Everything that is missing is named: parts, and people it must go
 * to.
 */
export function repaymentNotice(draft: RepaymentDraft): RepaymentAnswer {
  const has: readonly NoticePart[] = [
    ...(draft.reasons.trim() === '' ? [] : (['reasons'] as const)),
    ...(draft.amount === null || draft.amount <= 0n ? [] : (['amount'] as const)),
    ...(draft.daysToRepay === null || draft.daysToRepay < 1 ? [] : (['time-to-repay'] as const)),
    ...(draft.whoMustRepay.trim() === '' ? [] : (['who-must-repay'] as const)),
  ]
  const missingParts = fourParts.decide({ has })
  const receivers = estate.decide(draft.person)
  const missingReceivers = receivers.filter(one => !draft.to.includes(one))
  const wrongReceivers = draft.to.filter(one => !receivers.includes(one))
  return {
    maySend: missingParts.length + missingReceivers.length + wrongReceivers.length === 0,
    missingParts,
    missingReceivers,
    wrongReceivers,
    receivers,
    mustOffer: ['reconsideration-with-evidence'],
    ...backedBy(grounds, fourParts, estate, noticeReconsidered),
  }
}

/** The last day to repay: the day of sending is not counted (convention K2). */
export const repayBy = (sent: PlainDate, days: number): PlainDate => addDays(sent, days)

export type StopFacts = {
  readonly happened: readonly StopGround[]
  readonly person: { readonly died: boolean; readonly representative: boolean; readonly nominee: boolean }
}
export type StoppingAnswer = Backed & {
  readonly answer: StopAnswer | 'no-ground'
  readonly must: readonly StopGround[]
  readonly may: readonly StopGround[]
  readonly withEveryStop: readonly ['reasonable-written-notice', 'reasons']
  readonly receivers: readonly Receiver[]
  readonly noticeLengthInLaw: 'none-fixed'
}

/** Must or may a direct payment stop for what has happened, and who is told? Every ground is given. */
export function stopping({ happened, person }: StopFacts): StoppingAnswer {
  const that = (answer: StopAnswer): readonly StopGround[] =>
    happened.filter(ground => ruleOfGround(ground).decide({ happened: true }) === answer)
  const [must, may] = [that('must-stop'), that('may-stop')]
  const named: readonly AnyRule[] = happened.map(ruleOfGround)
  return {
    answer: must.length > 0 ? 'must-stop' : may.length > 0 ? 'may-stop' : 'no-ground',
    must,
    may,
    withEveryStop: ['reasonable-written-notice', 'reasons'],
    receivers: stopNotice.decide(person),
    noticeLengthInLaw: 'none-fixed',
    ...backedBy(...named, stopNotice),
  }
}
