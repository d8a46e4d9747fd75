import type { PlainDate } from '../../kernel/days.ts'
import { backedBy } from '../rule.ts'
import { senReconsidered } from '../rules/complaining.ts'
import {
  cutReconsidered,
  leftOutReconsidered,
  noDayLimit,
  oncePerSixMonths,
  refusalReconsidered,
} from '../rules/deciding.ts'
import { reasonsForRefusal } from '../rules/entitlement.ts'
import { noticeReconsidered } from '../rules/repaying.ts'
import { figureOn, type Setting } from '../settings.ts'
import type { AnyRule, Backed } from '../types.ts'

const ruleOfSubject = {
  'direct-payment-refused': refusalReconsidered,
  'budget-refused': reasonsForRefusal,
  'left-out-of-plan': leftOutReconsidered,
  'amount-cut': cutReconsidered,
  'repayment-notice': noticeReconsidered,
  'sen-direct-payment': senReconsidered,
} as const satisfies Record<string, AnyRule>

export { complaining } from '../rules/complaining.ts'
export type ReconsiderSubject = keyof typeof ruleOfSubject

export type ReconsiderFacts = {
  readonly subject: ReconsiderSubject
  readonly asked: PlainDate
  /** Days of the earlier requests, on the same matter, that were reconsidered. */
  readonly reconsidered: readonly PlainDate[]
  readonly settings: readonly Setting[]
}
export type ReconsiderAnswer = Backed & {
  readonly must: boolean
  readonly may: true
  readonly reasons: readonly 'less-than-six-months-since-the-last'[]
  readonly outcome: 'in-writing-with-reasons'
  readonly answerTime: {
    readonly workingDays: number | null
    readonly source: 'local-setting' | 'none'
    readonly statutoryLimit: 'none-found'
  }
}

/**
 * Must the body look at its decision again? It always may. The answer's time is a local one; none is in
 * law.
 */
export function mustReconsider({
  subject,
  asked,
  reconsidered,
  settings,
}: ReconsiderFacts): ReconsiderAnswer {
  const lastReconsidered =
    [...reconsidered]
      .filter(day => day <= asked)
      .sort()
      .at(-1) ?? null
  const { value: months } = figureOn(settings, 'reconsider-once-in-months', asked)
  const answer = oncePerSixMonths.decide({ asked, lastReconsidered, ...(months === null ? {} : { months }) })
  const { value: workingDays } = figureOn(settings, 'reconsideration-answer-working-days', asked)
  return {
    must: answer === 'must-reconsider',
    may: true,
    reasons: answer === 'must-reconsider' ? [] : [answer],
    outcome: 'in-writing-with-reasons',
    answerTime: {
      workingDays,
      source: workingDays === null ? 'none' : 'local-setting',
      statutoryLimit: 'none-found',
    },
    ...backedBy(ruleOfSubject[subject], noDayLimit, ...(lastReconsidered === null ? [] : [oncePerSixMonths])),
  }
}
