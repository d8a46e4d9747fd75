import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { backedBy } from '../rule.ts'
import {
  type EducationTest,
  paymentEnough,
  paymentNotice,
  paymentTests,
  settingAgrees,
} from '../rules/education.ts'
import { blockContract, nhsAgreesItsPart, noSchoolPlace, planRequest, whenToAsk } from '../rules/policy.ts'
import type { AnyRule, Backed } from '../types.ts'

/** A line of a draft EHC plan. */
export type PlanLine = {
  readonly name: string
  readonly yearly: Pence
  readonly funder: 'nhs' | 'council'
  readonly blockContract: boolean
  readonly schoolPlace: boolean
}
export type LineAnswer = {
  readonly name: string
  readonly inBudget: boolean
  readonly directPayment: boolean
  readonly needs: readonly 'ICB-agreement'[]
  readonly reasons: readonly ('block-contract-cannot-be-split' | 'direct-payment-cannot-buy-a-school-place')[]
}
export type PlanBudget = Backed & {
  readonly right: 'right-to-request'
  readonly councilMustPrepare: true
  readonly askedInTime: boolean
  readonly lines: readonly LineAnswer[]
  readonly yearly: Pence
}

function answerFor({ name, funder, blockContract: block, schoolPlace }: PlanLine): LineAnswer {
  const inBudget = !block && !schoolPlace
  return {
    name,
    inBudget,
    directPayment: inBudget,
    needs: inBudget && funder === 'nhs' ? ['ICB-agreement'] : [],
    reasons: [
      ...(block ? (['block-contract-cannot-be-split'] as const) : []),
      ...(schoolPlace ? (['direct-payment-cannot-buy-a-school-place'] as const) : []),
    ],
  }
}

type Asked = {
  readonly at: 'draft-plan' | 'review' | 'reassessment' | 'other-time'
  readonly lines: readonly PlanLine[]
}

/** What a budget in an EHC plan must be prepared for and what it can hold, line by line. */
export function planBudget({ at, lines }: Asked): PlanBudget {
  const answers = lines.map(answerFor)
  const held = lines.filter((_, place) => answers[place]?.inBudget)
  const used: readonly AnyRule[] = [
    ...(lines.some(line => line.blockContract) ? [blockContract] : []),
    ...(held.some(({ funder }) => funder === 'nhs') ? [nhsAgreesItsPart] : []),
    ...(lines.some(({ schoolPlace }) => schoolPlace) ? [noSchoolPlace] : []),
  ]
  return {
    right: 'right-to-request',
    councilMustPrepare: true,
    askedInTime: whenToAsk.decide({ at }) === 'in-time',
    lines: answers,
    yearly: plus(nothing, ...held.map(({ yearly }) => yearly)),
    ...backedBy(planRequest, whenToAsk, ...used),
  }
}

/** What is asked of one line of section J before money of the education rules may be paid out. */
export type PaymentAsked = {
  readonly met: readonly EducationTest[]
  readonly usedThere: boolean
  readonly agrees: boolean | null
}

/** What stands against an education direct payment; empty where it may be made. */
export function educationPayment({ met, usedThere, agrees }: PaymentAsked) {
  const setting = settingAgrees.decide({ usedThere, agrees })
  return {
    against: [...paymentTests.decide({ met }), ...(setting === 'may' ? [] : [setting])],
    ...backedBy(paymentTests, paymentNotice, paymentEnough, ...(usedThere ? [settingAgrees] : [])),
  }
}
