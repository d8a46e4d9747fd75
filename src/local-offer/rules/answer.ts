import { type Pence, timesRoundedHalfUp } from '../../kernel/money.ts'
import { canIBuy, mayPayFamily, type NeverCode, type RuleId } from '../../rights/public.ts'
import type { AgreedLine, Every, Sign, Wish } from '../types.ts'

/** Why no rule answers and a person has to. */
export const whyPerson = [
  'not-sure-what-it-is',
  'words-say-something-else',
  'not-sure-of-the-plan',
  'family-in-household',
  'more-than-agreed',
  'more-than-is-left',
  'large-at-once',
  'local-line',
] as const
export type WhyPerson = (typeof whyPerson)[number]

export type ByRule = {
  readonly by: 'rule'
  readonly answer: 'yes' | 'no' | 'not-yet'
  readonly codes: readonly (Sign | 'NOT_IN_PLAN')[]
  readonly because: 'in-plan' | 'debt-from-the-plan' | null
  readonly rules: readonly RuleId[]
}
export type ByPerson = {
  readonly by: 'person'
  /** Every reason, in the order in which people want to hear them. */
  readonly because: readonly WhyPerson[]
  readonly rules: readonly RuleId[]
}

const weeksAYear = 52n
/** The most weeks of a line's money that a rule says yes to at once. Ours: more is for a person to see. */
const weeksAtOnce = 4n

/** A sum as a week's money, rounded once: a month is a twelfth of 52 weeks, as the plan counts it. */
export function asWeekly(sum: Pence, every: Exclude<Every, 'once'>): Pence {
  if (every === 'week') return sum
  return timesRoundedHalfUp(sum, every === 'month' ? 12n : 1n, weeksAYear)
}

function tooMuch({ sum, every }: Wish, line: AgreedLine): readonly WhyPerson[] {
  if (every === 'once')
    return [
      ...(sum > line.left ? (['more-than-is-left'] as const) : []),
      ...(sum > line.weekly * weeksAtOnce ? (['large-at-once'] as const) : []),
    ]
  return asWeekly(sum, every) > line.weekly ? ['more-than-agreed'] : []
}

const isNever = (sign: Wish['saidToBe']): sign is NeverCode =>
  sign !== null && sign !== 'none' && sign !== 'not-sure' && sign !== 'DEBT'

const lineOf = ({ plan }: Wish): AgreedLine | null => (typeof plan === 'string' ? null : plan)

function reasonsForPerson(wish: Wish): ByPerson {
  const { payee, saidToBe, looksLike, plan } = wish
  const line = lineOf(wish)
  const near = payee.kind === 'family' ? mayPayFamily(payee, payee.paidFor) : null
  const because: readonly WhyPerson[] = [
    ...(near?.needs === 'ICB-decision' ? (['family-in-household'] as const) : []),
    ...(saidToBe === 'not-sure' ? (['not-sure-what-it-is'] as const) : []),
    ...(saidToBe === 'none' && looksLike.length > 0 && line ? (['words-say-something-else'] as const) : []),
    ...(plan === 'not-sure' ? (['not-sure-of-the-plan'] as const) : []),
    ...(line ? tooMuch(wish, line) : []),
    ...(wish.onLocalLine ? (['local-line'] as const) : []),
  ]
  return { by: 'person', because, rules: near?.rules ?? [] }
}

/**
 * "Can I buy this?" answered by rule where a rule is clear, and else why a person has to. A thing that no
 * direct payment buys is a no whatever else is so (`rights`: ALCOHOL and the rest); what pays close family
 * in the household needs the body's own decision (DP-PAY-02, DP-PAY-04); what is in the plan and within its
 * money is a yes, and what is in no plan is "not yet" (NOT_IN_PLAN). A board's own line is no law: what has
 * one of its words goes to a person. Sums in pence, lines of the day asked.
 */
export function answerByRule(wish: Wish): ByRule | ByPerson {
  const { saidToBe, plan, on } = wish
  const debt = saidToBe !== 'DEBT' ? null : plan === 'not-in-plan' ? 'other' : 'from-the-plan'
  const asked = {
    inPlan: typeof plan !== 'string',
    never: isNever(saidToBe) ? [saidToBe] : [],
    debt,
  } as const
  const sure = canIBuy(asked, on)
  const ruled = { by: 'rule', answer: sure.answer, codes: sure.codes, because: sure.because } as const
  if (sure.answer === 'no') return { ...ruled, rules: sure.rules }
  const person = reasonsForPerson(wish)
  if (person.because.length > 0) return person
  return { ...ruled, rules: [...new Set([...sure.rules, ...person.rules])] }
}
