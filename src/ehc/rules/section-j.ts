import { nothing, type Pence, plus, timesRoundedHalfUp } from '../../kernel/money.ts'
import { type Strand, strands } from '../../needs/public.ts'
import { educationPayment, findRule, planBudget, type RuleId } from '../../rights/public.ts'
import type { AskedAt, Decided, Line, LineDecision, NewLine, StrandTotal } from '../types.ts'
import { type Problem, those } from './why-not.ts'

/** Whose rules a direct payment of a strand follows, and which of them are shown on the family's screen. */
export const regimes = {
  health: {
    says: 'The rules of NHS direct payments',
    rules: ['EHC_PLAN-NHS-PART', 'DP-REV-01', 'DP-REV-02', 'STRAND-CHARGE'],
  },
  'social-care': {
    says: 'The rules of the Care Act, or of the Children Act under 18',
    rules: ['CARE-ACT-S25', 'CARE-ACT-S26', 'CARE-ACT-DP-REVIEW', 'STRAND-CHARGE'],
  },
  education: {
    says: 'The education rules of 2014',
    rules: ['SEN-DP-TESTS', 'SEN-DP-NOTICE', 'SEN-DP-REFUSE', 'SEN-DP-REVIEW', 'SEN-NO-SCHOOL-PLACE'],
  },
} as const satisfies Record<Strand, { readonly says: string; readonly rules: readonly RuleId[] }>

/** A week's money of a sum for a year of 52 weeks, rounded once. */
export const aWeek = (yearly: Pence): Pence => timesRoundedHalfUp(yearly, 1n, 52n)

/** What a budget that was asked for can hold, line by line, as `rights` answers. */
export const budgetOf = (lines: readonly NewLine[], at: AskedAt | 'other-time') =>
  planBudget({
    at,
    lines: lines.map(line => ({
      name: line.says,
      yearly: line.yearly,
      funder: line.strand === 'health' ? 'nhs' : 'council',
      blockContract: line.blockContract,
      schoolPlace: line.place,
    })),
  })

/** What is decided of a line now: the newest round. */
export const decisionOf = ({ decided }: Pick<Line, 'decided'>): Decided | null =>
  decided.reduce<Decided | null>((last, one) => (last === null || one.round > last.round ? one : last), null)

/** Is a line in the budget: not in a block contract, no place at a school, and not decided otherwise. */
export const inBudget = (line: Line): boolean =>
  !line.blockContract && !line.place && decisionOf(line)?.answer !== 'not-in-budget'

/** The total of each strand, worked out of lines that are all known. */
export const totalsOf = (lines: readonly Line[]): readonly StrandTotal[] =>
  strands.flatMap(strand => {
    const own = lines.filter(line => line.strand === strand)
    if (own.length === 0) return []
    const sum = (of: readonly Line[]) => plus(nothing, ...of.map(({ yearly }) => yearly))
    return [
      {
        strand,
        lines: own.length,
        inBudget: sum(own.filter(inBudget)),
        notSeparable: sum(own.filter(line => line.blockContract)),
      },
    ]
  })

/** What stands against a line as it was written. */
export const whyNotWrite = ({ strand, place, usedThere, settingAgrees }: NewLine): readonly Problem[] =>
  those([
    [place && strand !== 'education', 'place-not-education'],
    [!usedThere && settingAgrees !== null, 'not-used-there'],
  ])

export type Deciding = {
  readonly answer: LineDecision
  readonly met: Decided['met']
  /** Did the family ask for a personal budget? */
  readonly asked: boolean
  /** Did they ask to look at this line again, since it was decided? */
  readonly again: boolean
}

const sayAgainst = (against: ReturnType<typeof educationPayment>['against'][number]): Problem =>
  against === 'setting-has-to-agree' ? 'setting-has-to-agree' : 'test-not-met'

/** What stands against a direct payment of a line by the rules of its own strand. */
function againstPayment(line: Line, met: Decided['met']): readonly Problem[] {
  const { usedThere, settingAgrees: agrees } = line
  const education =
    line.strand === 'education' ? educationPayment({ met, usedThere, agrees }).against.map(sayAgainst) : []
  return [
    ...those([
      [line.blockContract, 'block-contract'],
      [line.place, 'school-place'],
      [!line.paymentAsked, 'payment-not-asked'],
    ]),
    ...new Set(education),
  ]
}

/** Why a line cannot be decided so, and the rules behind the answer. Decided twice at most. */
export function whyNotDecide(line: Line, { answer, met, asked, again }: Deciding): readonly Problem[] {
  const before = decisionOf(line)
  return [
    ...those([
      [!asked, 'budget-not-asked'],
      [before !== null && before.round > 1, 'looked-at-again'],
      [before !== null && before.round === 1 && !again, 'decided-before'],
    ]),
    ...(answer === 'direct-payment' ? againstPayment(line, met) : []),
  ]
}

/** The rules that a decision of a line rests on, by its strand and its answer. */
export function rulesOf(line: Line, answer: LineDecision): readonly RuleId[] {
  const own = budgetOf([line], 'other-time').rules.filter(id => id !== 'SEN-ASK-WHEN')
  const { strand } = line
  const refused = answer !== 'direct-payment' && line.paymentAsked
  const education =
    strand === 'education'
      ? refused
        ? ['SEN-DP-TESTS', 'SEN-DP-REFUSE', 'SEN-DP-CUT']
        : ['SEN-DP-TESTS', 'SEN-DP-NOTICE', 'SEN-DP-ENOUGH']
      : []
  return [...new Set([...own, ...education, ...(line.usedThere ? ['SEN-DP-SETTING'] : []), 'STRAND-CHARGE'])]
}

/** The sentence of a rule, for a letter. */
export const statedRule = (id: RuleId) => findRule(id)
