import { addYears, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { nothing, type Pence, sayMoney } from '../../kernel/money.ts'
import { itemSays, type SettleItem, settleItems } from './settle-items.ts'

export type SettleFact = {
  readonly item: SettleItem
  readonly what: 'to-do' | 'settled' | 'does-not-apply'
  readonly who: string
  readonly by: PlainDate | null
  readonly owed: Pence
  /** The evidence of what is settled, or why it does not apply. */
  readonly words: string
  readonly keepUntil: PlainDate | null
}

/**
 * A liability that somebody knows of: typed on the list, or handed in by a neighbour that keeps employment.
 * While it is above nought its item cannot be said not to apply, and the case is not closed before it is
 * settled.
 */
export type Liability = { readonly item: SettleItem; readonly owed: Pence; readonly because: string }

export type ItemStanding = {
  readonly item: SettleItem
  readonly state: 'open' | 'to-do' | 'overdue' | 'settled' | 'does-not-apply'
  readonly fact: SettleFact | null
  readonly owed: Pence
  /** Why it does not apply where nobody had to say so. */
  readonly byItself: string | null
}

type Facts = {
  readonly facts: readonly SettleFact[]
  readonly liabilities: readonly Liability[]
  readonly employs: boolean
  readonly today: PlainDate
}

const nobodyEmployed = 'Nobody was employed under the agreement.'

/** How each item stands: the last fact about it counts; what is owed elsewhere keeps it open. */
export const itemsStanding = ({ facts, liabilities, employs, today }: Facts): readonly ItemStanding[] =>
  settleItems.map(item => {
    const fact = facts.filter(one => one.item === item).at(-1) ?? null
    const known = liabilities.filter(one => one.item === item && one.owed > nothing)
    const owed = known.reduce((sum, one) => (sum + one.owed) as Pence, fact?.owed ?? nothing)
    const none = fact === null && known.length === 0 && !employs && itemSays[item].ofEmployers
    if (none) return { item, state: 'does-not-apply', fact, owed: nothing, byItself: nobodyEmployed }
    return { item, state: stateOf(fact, known.length > 0, today), fact, owed, byItself: null }
  })

function stateOf(fact: SettleFact | null, known: boolean, today: PlainDate): ItemStanding['state'] {
  if (fact === null) return 'open'
  if (fact.what === 'to-do') return fact.by !== null && fact.by < today ? 'overdue' : 'to-do'
  return known ? 'open' : fact.what
}

/** What the books say about a case that ended. */
export type Money = {
  readonly endsOn: PlainDate
  readonly held: Pence
  /** What of it is an emergency advance that was taken off no payment, and is asked back nowhere. */
  readonly advance: Pence
  readonly allocated: Pence
  readonly toRecover: Pence
  /** Recoveries that nobody has finished. */
  readonly openRecoveries: number
  readonly openQuestions: number
}

export type InTheWay = {
  readonly key: string
  readonly says: string
  /** Which page helps: an item of the list, or the money. */
  readonly to: 'item' | 'recoveries' | 'bank' | 'payments' | null
}

const moneyInTheWay = (money: Money, today: PlainDate): readonly InTheWay[] => {
  const checks: readonly (readonly [boolean, InTheWay])[] = [
    [
      money.endsOn >= today,
      { key: 'last-day', says: `The last day, ${sayShortDay(money.endsOn)}, has not passed yet.`, to: null },
    ],
    [
      money.held !== nothing,
      {
        key: 'held',
        says:
          `${sayMoney(money.held)} of the budget’s account is not explained yet. Send statements, or ask ` +
          'for what is left with a letter.',
        to: money.held > nothing ? 'recoveries' : 'bank',
      },
    ],
    [
      money.advance > nothing,
      {
        key: 'advance',
        says:
          `${sayMoney(money.advance)} of that is an emergency advance that was taken off no payment. ` +
          'Ask for it with the rest of what is left.',
        to: 'recoveries',
      },
    ],
    [
      money.openQuestions > 0,
      { key: 'questions', says: `${money.openQuestions} payments are still asked about.`, to: 'bank' },
    ],
    [
      money.openRecoveries > 0,
      { key: 'recoveries', says: 'Money that was asked back is not settled yet.', to: 'recoveries' },
    ],
    [
      money.toRecover !== nothing,
      { key: 'to-recover', says: `${sayMoney(money.toRecover)} is still to be paid back.`, to: 'recoveries' },
    ],
    [
      money.allocated !== nothing,
      {
        key: 'allocated',
        says: `${sayMoney(money.allocated)} is set aside and was neither paid nor given back.`,
        to: 'payments',
      },
    ],
  ]
  return checks.filter(([so]) => so).map(([, way]) => way)
}

function itemInTheWay({ item, state, fact, owed }: ItemStanding): readonly InTheWay[] {
  if (state === 'settled' || state === 'does-not-apply') return []
  const { says } = itemSays[item]
  const sum = owed > nothing ? ` ${sayMoney(owed)} is owed.` : ''
  const planned = fact !== null && fact.what === 'to-do' && fact.by !== null
  const late = state === 'overdue' ? ', which has passed' : ''
  const when = planned
    ? `${fact.who}, by ${sayShortDay(fact.by as PlainDate)}${late}.`
    : 'Nobody has taken it on yet.'
  return [{ key: item, says: `${says}: ${when}${sum}`, to: 'item' }]
}

/** Everything that still stands in the way of closing, in one list; empty where the case may be closed. */
export const standsInTheWay = (
  items: readonly ItemStanding[],
  money: Money,
  today: PlainDate,
): readonly InTheWay[] => [...moneyInTheWay(money, today), ...items.flatMap(itemInTheWay)]

export const settleProblemSays = {
  'who-missing': 'Enter who does it',
  'day-missing': 'Enter by when',
  'evidence-missing': 'Say how you know that it is settled',
  'reason-missing': 'Say why it does not apply',
  'owed-so-it-applies': 'Something is owed for this, so it applies',
  'keep-until-missing': 'Enter until when the papers are kept',
  'kept-too-short': 'Papers are kept longer than that: see the day that we suggest',
} as const
export type SettleProblem = keyof typeof settleProblemSays

/** Years that papers are kept, where a board has set none: council practice (secondary). */
export const usualYearsKept = 6

/** The first day on which papers need not be kept any more: so many years after the tax year of the end. */
export const keepUntil = (endsOn: PlainDate, years: number): PlainDate => {
  const year = Number(endsOn.slice(0, 4)) + (endsOn.slice(5) >= '04-06' ? 1 : 0)
  return addYears(`${year}-04-05` as PlainDate, years)
}

/** Every reason why a fact cannot be written so. `owedElsewhere` is what neighbours say is owed for it. */
export function whyNotSettle(
  fact: SettleFact,
  { owedElsewhere, keepAtLeast }: { readonly owedElsewhere: Pence; readonly keepAtLeast: PlainDate },
): readonly SettleProblem[] {
  const settled = fact.what === 'settled'
  const records = fact.item === 'records' && settled
  const checks: readonly (readonly [boolean, SettleProblem])[] = [
    [fact.what === 'to-do' && fact.who.trim() === '', 'who-missing'],
    [fact.what === 'to-do' && fact.by === null, 'day-missing'],
    [settled && fact.words.trim() === '', 'evidence-missing'],
    [fact.what === 'does-not-apply' && fact.words.trim() === '', 'reason-missing'],
    [
      fact.what === 'does-not-apply' && (fact.owed > nothing || owedElsewhere > nothing),
      'owed-so-it-applies',
    ],
    [records && fact.keepUntil === null, 'keep-until-missing'],
    [records && fact.keepUntil !== null && fact.keepUntil < keepAtLeast, 'kept-too-short'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}
