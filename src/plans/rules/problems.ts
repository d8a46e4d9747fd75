import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { minus, sayMoney } from '../../kernel/money.ts'
import { findRule, firstReview } from '../../rights/public.ts'
import type { Budget, Line, Outcome, Plan, Risk, Words } from '../types.ts'
import { costOfPlan } from './cost.ts'

/** What stands between a plan and its signing, in the order in which people read the plan. */
export type ProblemName =
  | 'nothing-about-me'
  | 'nothing-that-matters'
  | 'no-outcome'
  | 'outcome-without-arrangement'
  | 'no-lines'
  | 'line-without-outcome'
  | 'line-without-payee'
  | 'way-not-decided'
  | 'full-cost-not-covered'
  | 'costs-more-than-budget'
  | 'assistant-without-training'
  | 'assistant-without-insurance'
  | 'no-risk-looked-at'
  | 'risk-without-agreement'
  | 'no-contingency'
  | 'no-one-to-call-in-a-crisis'
  | 'nobody-checks-health'
  | 'no-co-ordinator'
  | 'no-first-review'
  | 'first-review-before-start'
  | 'first-review-too-late'
  | 'no-notice-period'

/** A problem, where it is put right (below `/plans/:reference/`), and the rule it rests on, if any. */
export type Problem = {
  readonly name: ProblemName
  readonly place: string
  readonly says: string
  readonly rule: string | null
}

const ruleOf: Readonly<Partial<Record<ProblemName, string>>> = {
  'no-outcome': 'DP-PLAN-06',
  'no-lines': 'DP-PLAN-01',
  'full-cost-not-covered': 'DP-AMT-01',
  'costs-more-than-budget': 'DP-PLAN-04',
  'assistant-without-training': 'DP-STAFF-03',
  'assistant-without-insurance': 'DP-STAFF-02',
  'no-risk-looked-at': 'DP-PLAN-02',
  'risk-without-agreement': 'DP-PLAN-03',
  'nobody-checks-health': 'DP-PLAN-06',
  'no-co-ordinator': 'DP-PLAN-07',
  'no-first-review': 'DP-PLAN-06',
  'first-review-too-late': 'DP-REV-01',
  'no-notice-period': 'DP-PLAN-06',
}

const problem = (name: ProblemName, place: string, says: string): Problem => {
  const rule = ruleOf[name]
  return { name, place, says, rule: rule === undefined ? null : findRule(rule).id }
}

const empty = (text: string): boolean => text.trim() === ''

const ofOutcomes = (outcomes: readonly Outcome[], lines: readonly Line[]): readonly Problem[] => [
  ...(outcomes.length === 0
    ? [problem('no-outcome', 'outcomes', 'Say at least one thing that should come of this plan')]
    : []),
  ...outcomes
    .filter(({ key }) => !lines.some(line => line.outcome === key))
    .map(({ key, says }) =>
      problem('outcome-without-arrangement', `outcomes/${key.slice(8)}`, `Nothing is arranged for “${says}”`),
    ),
]

/** Costs of being an employer, training and what is kept back serve the whole plan, not one outcome. */
const servesAll: readonly Line['kind'][] = ['employer-cost', 'contingency', 'training']
const needsPayee = (line: Line): boolean =>
  line.way !== 'notional' && line.kind !== 'contingency' && line.kind !== 'employer-cost'

function ofLine(line: Line, outcomes: readonly Outcome[]): readonly Problem[] {
  const at = `lines/${line.key}`
  const known = outcomes.some(({ key }) => key === line.outcome)
  const short = line.charge !== null && line.charge > line.rate ? minus(line.charge, line.rate) : null
  const checks: readonly (readonly [boolean, ProblemName, string])[] = [
    [!known && !servesAll.includes(line.kind), 'line-without-outcome', `Say what “${line.says}” is for`],
    [needsPayee(line) && empty(line.payee), 'line-without-payee', `Say who is paid for “${line.says}”`],
    [line.way === null, 'way-not-decided', `Decide how the money for “${line.says}” is held`],
    [
      short !== null,
      'full-cost-not-covered',
      `“${line.says}” costs ${sayMoney(short ?? line.rate)} more for each ${line.unit} than the plan pays`,
    ],
  ]
  return checks.filter(([wrong]) => wrong).map(([, name, says]) => problem(name, at, says))
}

function ofMoney(lines: readonly Line[], budget: Budget): readonly Problem[] {
  if (lines.length === 0)
    return [problem('no-lines', 'lines', 'Arrange something: the plan has no lines yet')]
  const cost = costOfPlan(lines)
  if (budget === null || cost <= budget.weekly) return []
  const more = sayMoney(minus(cost, budget.weekly))
  const says = `The plan costs ${sayMoney(cost)} a week, ${more} more than the budget`
  return [problem('costs-more-than-budget', 'lines', says)]
}

const isInsurance = ({ key, says }: Line): boolean => key.endsWith('-insurance') || /insurance/i.test(says)

function ofAssistants(lines: readonly Line[], words: Words): readonly Problem[] {
  if (!lines.some(line => line.employs)) return []
  const trained = lines.some(line => line.kind === 'training') || !empty(words.training)
  const checks: readonly (readonly [boolean, ProblemName, string, string])[] = [
    [
      !trained,
      'assistant-without-training',
      'details/training',
      'Say what training the assistants need, or that they need none',
    ],
    [
      !lines.some(isInsurance),
      'assistant-without-insurance',
      'lines',
      'Add a line for employer’s liability insurance: assistants are employed',
    ],
  ]
  return checks.filter(([wrong]) => wrong).map(([, name, place, says]) => problem(name, place, says))
}

const ofRisks = (risks: readonly Risk[]): readonly Problem[] => [
  ...(risks.length === 0
    ? [problem('no-risk-looked-at', 'risks', 'Look at the risks together, and write down at least one')]
    : []),
  ...risks.flatMap(({ agreed, says }, place) =>
    empty(agreed)
      ? [problem('risk-without-agreement', `risks/${place + 1}`, `Say what was agreed about “${says}”`)]
      : [],
  ),
]

function ofReview(review: PlainDate | null, start: PlainDate): readonly Problem[] {
  if (review === null) return [problem('no-first-review', 'details', 'Set the day of the first review')]
  const latest = firstReview.decide({ after: start })
  if (review < start)
    return [
      problem('first-review-before-start', 'details', `The first review is before ${sayShortDay(start)}`),
    ]
  if (review <= latest) return []
  const says = `The first review is after ${sayShortDay(latest)}, three months from the start`
  return [problem('first-review-too-late', 'details', says)]
}

const ofWords = (words: Words): readonly Problem[] => [
  ...(Object.values(words.aboutMe).every(empty)
    ? [
        problem(
          'nothing-about-me',
          'about-me/most-important',
          'Write something about the person, in their words',
        ),
      ]
    : []),
  ...(empty(words.whatMatters)
    ? [problem('nothing-that-matters', 'details/what-matters', 'Say what matters')]
    : []),
]

const ofSafety = (words: Words): readonly Problem[] => {
  const checks: readonly (readonly [string, ProblemName, string, string])[] = [
    [
      words.contingency,
      'no-contingency',
      'details/contingency',
      'Say what happens when the plan fails for a day',
    ],
    [
      words.crisisContact,
      'no-one-to-call-in-a-crisis',
      'details/crisis-contact',
      'Say who to call in a crisis',
    ],
    [
      words.whoChecks,
      'nobody-checks-health',
      'details/who-checks',
      'Say who keeps an eye on the person’s health',
    ],
  ]
  return checks.filter(([text]) => empty(text)).map(([, name, place, says]) => problem(name, place, says))
}

export type PlanFacts = {
  readonly budget: Budget
  /** The day the plan is to begin: the first review is counted from it. */
  readonly start: PlainDate
}

type Asked = Pick<Plan, 'lines' | 'coordinator' | 'firstReviewOn' | 'noticeDays'> & { readonly words: Words }

/**
 * Pure: everything that has to be put right before a plan can be signed off, in the order of the page; empty
 * where it is ready. Each says where it is put right and the rule it rests on (2013 regulations and guidance,
 * by id).
 */
export const problemsWith = (plan: Asked, { budget, start }: PlanFacts): readonly Problem[] => [
  ...ofWords(plan.words),
  ...ofOutcomes(plan.words.outcomes, plan.lines),
  ...plan.lines.flatMap(line => ofLine(line, plan.words.outcomes)),
  ...ofMoney(plan.lines, budget),
  ...ofAssistants(plan.lines, plan.words),
  ...ofRisks(plan.words.risks),
  ...ofSafety(plan.words),
  ...(plan.coordinator === null
    ? [problem('no-co-ordinator', 'details', 'Name the one person who co-ordinates the plan')]
    : []),
  ...ofReview(plan.firstReviewOn, start),
  ...(plan.noticeDays === null
    ? [problem('no-notice-period', 'details', 'Say how much notice there is before the money is cut')]
    : []),
]
