import { pence } from '../kernel/money.ts'
import { choice, form, money, one, optionalChoice, optionalText, text } from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import { relations } from '../rights/public.ts'
import { signsIn } from './rules/signs.ts'
import { type AskedBudget, answers, everys, type Payee, type Sign, type Wish } from './types.ts'

const wishForm = form({
  words: text({ missing: 'Say what you want to buy', most: 2000, called: 'What you want to buy' }),
  sum: money({ missing: 'Enter what it costs', least: pence(1n), most: pence(100_000_000n) }),
  every: choice(everys, 'Choose how often it would be paid'),
  whatFor: text({ missing: 'Say what it is for', most: 2000, called: 'What it is for' }),
  outcome: optionalText({ most: 500, called: 'What it helps with' }),
  plan: text({ missing: 'Choose whether it is in your plan', most: 60 }),
  payee: choice(['firm', 'family'], 'Choose who would be paid'),
})
const familyForm = form({
  relation: choice(relations, 'Choose who they are to the person whose budget it is'),
  sameHousehold: choice(['yes', 'no'], 'Choose whether they live in the same home'),
  paidFor: choice(['care', 'help-with-managing'], 'Choose what they would be paid for'),
})

export type Asking = Omit<Wish, 'on'> & {
  readonly words: string
  readonly whatFor: string
  readonly outcome: string
}
type Problems = { readonly ok: false; readonly errors: readonly FieldError[] }
export type ReadWish =
  | { readonly ok: true; readonly value: Asking }
  | Problems
  /** The words may mean something that no direct payment buys: ask whether it is so. */
  | { readonly ok: 'ask'; readonly signs: readonly Sign[]; readonly errors: readonly FieldError[] }

function readPayee(typed: Typed): { ok: true; value: Payee } | Problems {
  if (one(typed, 'payee') !== 'family') return { ok: true, value: { kind: 'firm' } }
  const read = familyForm.read(typed)
  if (!read.ok) return read
  const { relation, sameHousehold, paidFor } = read.value
  return {
    ok: true,
    value: { kind: 'family', relation, sameHousehold: sameHousehold === 'yes', paidFor },
  }
}

function planIn(typed: Typed, { lines }: AskedBudget): Wish['plan'] | null {
  const chosen = one(typed, 'plan')
  if (chosen === 'not-in-plan' || chosen === 'not-sure') return chosen
  return lines.find(({ key }) => chosen === `line:${key}`) ?? null
}

const noPlan = { field: 'plan', says: 'Choose whether it is in your plan' }

/**
 * Reads a question: what, how much, what for, in the plan or not, who is paid. Where the words may mean
 * something that the money does not buy and nothing was said of that yet, it says what to ask.
 */
export function readWish(typed: Typed, budget: AskedBudget): ReadWish {
  const [read, payee, plan] = [wishForm.read(typed), readPayee(typed), planIn(typed, budget)]
  const errors = [
    ...(read.ok ? [] : read.errors),
    ...(plan === null && one(typed, 'plan') !== '' ? [noPlan] : []),
    ...(payee.ok ? [] : payee.errors),
  ]
  if (!read.ok || !payee.ok || plan === null || errors.length > 0) return { ok: false, errors }
  const { words, whatFor, outcome, sum, every } = read.value
  const looksLike = signsIn(words)
  const said = optionalChoice(['none', 'not-sure', ...looksLike])(typed, 'saidToBe')
  const saidToBe = 'value' in said ? (said.value as Wish['saidToBe']) : null
  if (looksLike.length > 0 && saidToBe === null) {
    const missing = { field: 'saidToBe', says: 'Choose whether it is one of these' }
    return { ok: 'ask', signs: looksLike, errors: one(typed, 'signsAsked') === 'yes' ? [missing] : [] }
  }
  const wish = { sum, every, plan, payee: payee.value, looksLike, saidToBe }
  return { ok: true, value: { ...wish, words, whatFor, outcome: outcome ?? '' } }
}

/** The rules that a person may name behind their answer, besides those of things never bought. */
export const citable = ['NOT_IN_PLAN', 'DP-PAY-01', 'DP-PAY-02', 'DP-PAY-04', 'DEBT'] as const

const writtenAnswer = form({
  answer: choice(answers, 'Choose the answer'),
  conditions: optionalText({ most: 2000, called: 'The conditions' }),
  reasons: text({ missing: 'Give the reasons. The person reads them', most: 3000, called: 'The reasons' }),
  instead: optionalText({ most: 2000, called: 'What else could be done' }),
  rule: optionalText({ most: 40, called: 'The rule' }),
})

/** Reads the answer of a person; a yes with conditions names them, a no says what else could be done. */
export function readAnswer(typed: Typed) {
  const read = writtenAnswer.read(typed)
  const errors: FieldError[] = read.ok ? [] : [...read.errors]
  const answer = one(typed, 'answer')
  if (answer === 'yes-if' && one(typed, 'conditions') === '')
    errors.push({ field: 'conditions', says: 'Say what the conditions are' })
  if ((answer === 'no' || answer === 'not-yet') && one(typed, 'instead') === '')
    errors.push({ field: 'instead', says: 'Say what else could be done' })
  if (!read.ok || errors.length > 0) return { ok: false, errors } as const
  const { value } = read
  const conditions = value.answer === 'yes-if' ? (value.conditions ?? '') : ''
  return { ok: true, value: { ...value, conditions, instead: value.instead ?? '' } } as const
}

export const againForm = form({
  again: text({ missing: 'Say what we should look at again', most: 2000, called: 'What you say' }),
})
