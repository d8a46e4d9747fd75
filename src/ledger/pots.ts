import type { PlainDate } from '../kernel/days.ts'
import { minus, nothing, type Pence, plus } from '../kernel/money.ts'
import { kindOf } from './accounts.ts'
import type { Balances } from './queries/balances.ts'
import type { AccountKind, AccountName, Entry, EntryId } from './types.ts'

/** One line of a pot as people read it: what came in or went out, and what was left then. */
export type Move = {
  readonly entry: EntryId
  readonly on: PlainDate
  readonly says: string
  readonly in: Pence | null
  readonly out: Pence | null
  readonly left: Pence
  readonly standing: 'stands' | 'was-undone' | 'undoes'
}

export type Pot = { readonly account: AccountName; readonly left: Pence; readonly moves: readonly Move[] }

const shownAsPots = [
  'held',
  'allocated',
  'contingency',
  'to-recover',
  'contributed',
] as const satisfies readonly AccountKind[]
const shownInOrder = [
  'held',
  'allocated',
  'contingency',
  'to-recover',
  'spent',
  'commissioned',
  'owed-by-supplier',
  'contributed',
  'outside-plan',
  'bank',
] as const satisfies readonly AccountKind[]

/**
 * The budget's accounts as a person asks for them: what is in the bank account first. Funds are nobody's
 * pot.
 */
export const inOrderOfInterest = (balances: Balances): readonly AccountName[] =>
  shownInOrder.flatMap(kind => [...balances.keys()].filter(account => kindOf(account) === kind))

/**
 * The pots of a budget, each with what came in and went out, newest first. `entries` are the newest ones,
 * newest first; what was left after each is worked out backwards from the balance now, so that it is right
 * however few are given.
 */
export function potsOf(entries: readonly Entry[], balances: Balances): readonly Pot[] {
  const accounts = [...balances.keys()]
  return shownAsPots
    .flatMap(kind => accounts.filter(account => kindOf(account) === kind))
    .map(account => ({
      account,
      left: balances.get(account) ?? nothing,
      moves: movesOn(account, entries, balances),
    }))
    .filter(({ moves }) => moves.length > 0)
}

function movesOn(account: AccountName, entries: readonly Entry[], balances: Balances): readonly Move[] {
  const moves: Move[] = []
  let left = balances.get(account) ?? nothing
  for (const entry of entries) {
    const change = plus(
      nothing,
      ...entry.postings.filter(one => one.account === account).map(one => one.pence),
    )
    if (change === 0n) continue
    moves.push({ ...moveOf(entry, change), left })
    left = minus(left, change)
  }
  return moves
}

const moveOf = (
  { id, effectiveOn, because, reverses, reversedBy }: Entry,
  change: Pence,
): Omit<Move, 'left'> => ({
  entry: id,
  on: effectiveOn,
  says: because,
  in: change > 0n ? change : null,
  out: change < 0n ? minus(nothing, change) : null,
  standing: reverses !== null ? 'undoes' : reversedBy !== null ? 'was-undone' : 'stands',
})
