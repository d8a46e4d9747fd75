import type { PlainDate } from '../../kernel/days.ts'
import { sayShortDay } from '../../kernel/days.ts'
import { minus, negative, nothing, type Pence, sayMoney, timesRoundedHalfUp } from '../../kernel/money.ts'
import type { FlagKind, LineId, MatchKind } from '../types.ts'
import { holds, wordsOf } from './words.ts'

type Line = {
  readonly id: LineId
  readonly on: PlainDate
  readonly amount: Pence
  readonly text: string
  readonly kind: MatchKind | null
  readonly lineKey: string | null
}

export type FlagFacts = {
  readonly lines: readonly Line[]
  readonly weekly: Pence
  readonly spent: Pence
  /** What the agreement gives from its first day until the last one that a statement speaks for. */
  readonly agreedSoFar: Pence
  readonly overspent: Pence | null
}

export type NewFlag = {
  readonly kind: FlagKind
  readonly line: LineId | null
  readonly because: string
}

/**
 * Words in a bank's text that speak for something this money may not buy. They only make us ask: a shop of
 * that name may sell other things. Source: the rules ALCOHOL, TOBACCO, GAMBLING and DEBT of `rights`.
 */
const prohibitedWords: readonly (readonly [word: string, what: string])[] = [
  ...['OFF LICENCE', 'WINES', 'BREWERY', 'DISTILLERY'].map(word => [word, 'alcohol'] as const),
  ...['TOBACCO', 'TOBACCONIST', 'CIGARETTES', 'VAPE'].map(word => [word, 'tobacco'] as const),
  ...['BETTING', 'CASINO', 'BINGO', 'LOTTERY', 'BOOKMAKER'].map(word => [word, 'gambling'] as const),
  ...['LOAN REPAYMENT', 'DEBT COLLECTION', 'PAYDAY LOAN'].map(word => [word, 'a debt'] as const),
]

const times = (sum: Pence, many: bigint): Pence => timesRoundedHalfUp(sum, many, 1n)

/** A payment this many times the middle one of its line of the plan is unusual. */
const unusualTimes = 3n
/** Below so many payments of a line, none is unusual. */
const fewest = 5
const weeksUnder = 8n

function prohibited({ lines }: FlagFacts): readonly NewFlag[] {
  return lines.flatMap(line => {
    if (line.amount >= nothing) return []
    const text = wordsOf(line.text)
    const found = prohibitedWords.find(([word]) => holds(text, word))
    if (found === undefined) return []
    const because = `The bank writes “${found[0].toLowerCase()}”, which may stand for ${found[1]}.`
    return [{ kind: 'prohibited', line: line.id, because }]
  })
}

const outOfPlan = ({ lines }: FlagFacts): readonly NewFlag[] =>
  lines
    .filter(({ kind }) => kind === 'outside-plan')
    .map(({ id }) => ({ kind: 'out-of-plan', line: id, because: 'It was for something not in the plan.' }))

function middleOf(sums: readonly Pence[]): Pence {
  const sorted = sums.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted[Math.floor(sorted.length / 2)] ?? nothing
}

function unusual({ lines }: FlagFacts): readonly NewFlag[] {
  const spending = lines.filter(({ kind, amount }) => kind === 'plan-line' && amount < nothing)
  return [...Map.groupBy(spending, ({ lineKey }) => lineKey).values()].flatMap(own => {
    if (own.length < fewest) return []
    const middle = middleOf(own.map(({ amount }) => negative(amount)))
    return own
      .filter(({ amount }) => negative(amount) > times(middle, unusualTimes))
      .map(({ id, amount, on }): NewFlag => {
        const sum = sayMoney(negative(amount))
        const usual = sayMoney(middle)
        const because = `${sum} on ${sayShortDay(on)} is over three times what is usual (${usual}).`
        return { kind: 'unusual', line: id, because }
      })
  })
}

function overOrUnder({ overspent, spent, agreedSoFar, weekly }: FlagFacts): readonly NewFlag[] {
  if (overspent !== null)
    return [
      { kind: 'over', line: null, because: `${sayMoney(overspent)} more was spent than was agreed so far.` },
    ]
  const left = minus(agreedSoFar, spent)
  if (weekly <= nothing || left <= times(weekly, weeksUnder)) return []
  const because = `${sayMoney(left)} less was spent than was agreed so far. Is the support there?`
  return [{ kind: 'under', line: null, because }]
}

/** Everything about a budget's money that somebody should look at, each with its reason; pure. */
export const flagsFor = (facts: FlagFacts): readonly NewFlag[] => [
  ...overOrUnder(facts),
  ...prohibited(facts),
  ...outOfPlan(facts),
  ...unusual(facts),
]

export const flagSays: Record<FlagKind, string> = {
  over: 'More spent than agreed',
  under: 'Less spent than agreed',
  unusual: 'An unusual payment',
  'out-of-plan': 'Not in the plan',
  prohibited: 'May not be bought with this money',
}
