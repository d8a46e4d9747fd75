import type { PlainDate } from '../../kernel/days.ts'
import { costOf, nothing, type Pence, plus, type Thousandths } from '../../kernel/money.ts'
import type { Contract, Spell, Term, WorkUnit } from '../types.ts'

/**
 * Miles are a cost that is given back. They are no wage: no leave, notice or redundancy is reckoned of them.
 */
export const isExpense = (unit: WorkUnit): boolean => unit === 'mile'

/** What is paid for a unit on a day: the newest that has begun; null where none has. */
export function termOn(terms: readonly Term[], unit: WorkUnit, day: PlainDate): Term | null {
  let found: Term | null = null
  for (const term of terms) {
    if (term.unit !== unit || term.from > day) continue
    if (found === null || term.from > found.from || (term.from === found.from && term.number > found.number))
      found = term
  }
  return found
}

/** Every unit that has a rate on a day, in the order in which units first came. */
export const termsOn = (terms: readonly Term[], day: PlainDate): readonly Term[] =>
  [...new Set(terms.map(({ unit }) => unit))].flatMap(unit => termOn(terms, unit, day) ?? [])

/** The particulars in force on a day, or the first ones before they begin; null where none were written. */
export function contractOn(contracts: readonly Contract[], day: PlainDate): Contract | null {
  const begun = contracts.filter(({ from }) => from <= day)
  const among = begun.length > 0 ? begun : contracts.slice(0, 1)
  return among.reduce<Contract | null>(
    (best, one) => (best === null || one.from > best.from || one.number > best.number ? one : best),
    null,
  )
}

/** A week's pay as agreed on a day: each unit rounded once, miles left out. */
export const weeksPay = (terms: readonly Term[], day: PlainDate): Pence =>
  plus(
    nothing,
    ...termsOn(terms, day)
      .filter(({ unit }) => !isExpense(unit))
      .map(({ weekly, rate }) => costOf(weekly, rate)),
  )

/** So many units at one rate; `amount` is rounded once. */
export type PayLine = {
  readonly unit: WorkUnit
  readonly units: Thousandths
  readonly rate: Pence
  readonly amount: Pence
  readonly expense: boolean
}

/** Work as money: units of one kind at one rate are added up, then rounded once. Units stay what they are. */
export function payLines(spells: readonly Spell[], terms: readonly Term[]): readonly PayLine[] {
  const sums = new Map<string, { unit: WorkUnit; rate: Pence; units: bigint }>()
  for (const { on, unit, units } of spells) {
    const term = termOn(terms, unit, on)
    if (term === null) continue
    const key = `${unit} ${term.rate}`
    const before = sums.get(key)?.units ?? 0n
    sums.set(key, { unit, rate: term.rate, units: before + units })
  }
  return [...sums.values()].map(({ unit, rate, units }) => ({
    unit,
    rate,
    units: units as Thousandths,
    amount: costOf(units as Thousandths, rate),
    expense: isExpense(unit),
  }))
}

/** The wage in these lines, before tax; what is given back for miles is not in it. */
export const grossOf = (lines: readonly PayLine[]): Pence =>
  plus(nothing, ...lines.filter(({ expense }) => !expense).map(({ amount }) => amount))
export const expensesOf = (lines: readonly PayLine[]): Pence =>
  plus(nothing, ...lines.filter(({ expense }) => expense).map(({ amount }) => amount))

/** How many units of a kind there are in these spells. */
export const unitsIn = (spells: readonly Spell[], unit: WorkUnit): Thousandths =>
  spells.reduce((sum, one) => (one.unit === unit ? sum + one.units : sum), 0n) as Thousandths
