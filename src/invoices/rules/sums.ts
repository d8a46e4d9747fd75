import { costOf, minus, nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Line, NewLine, Outcome, Settled } from '../types.ts'

/** Does units x rate come to the amount of the line, rounded half a penny up once (K1)? */
export const lineAddsUp = ({ units, rate, amount }: Pick<NewLine, 'units' | 'rate' | 'amount'>): boolean =>
  costOf(units, rate) === amount

export const totalOf = (lines: readonly { readonly amount: Pence }[]): Pence =>
  plus(nothing, ...lines.map(one => one.amount))

/** What became of an invoice's money. The first four add up to the fifth, always. */
export type Sums = {
  /** What nobody has decided about. */
  readonly open: Pence
  /** What is to be paid or was paid: accepted at once, or when a dispute was settled. */
  readonly accepted: Pence
  /** What is in dispute. */
  readonly disputed: Pence
  /** What is not paid: refused, or taken off by a credit note. */
  readonly refused: Pence
  readonly invoiced: Pence
}

type Parts = Pick<Line, 'amount'> & {
  readonly decided: Pick<NonNullable<Line['decided']>, 'accepted' | 'disputed'> | null
  readonly settled: Pick<NonNullable<Line['settled']>, 'paid' | 'credited' | 'refused'> | null
  /** What credit notes took off after it was accepted. */
  readonly credited?: Pence
}

export function sumsOf(lines: readonly Parts[]): Sums {
  const sum = (of: (line: Parts) => Pence): Pence => plus(nothing, ...lines.map(of))
  return {
    open: sum(({ amount, decided }) => (decided === null ? amount : nothing)),
    accepted: sum(({ decided, settled, credited = nothing }) =>
      minus(plus(decided?.accepted ?? nothing, settled?.paid ?? nothing), credited),
    ),
    disputed: sum(({ decided, settled }) => (settled === null ? (decided?.disputed ?? nothing) : nothing)),
    refused: sum(({ settled, credited = nothing }) =>
      plus(credited, settled?.credited ?? nothing, settled?.refused ?? nothing),
    ),
    invoiced: sum(({ amount }) => amount),
  }
}

/** A line in two: what is paid now, and what is in dispute. */
export const splitLine = (amount: Pence, disputed: Pence) => ({ accepted: minus(amount, disputed), disputed })

/**
 * What a settlement makes of the disputed sum, to the penny. `sum` is what is paid (`in-part`) or what the
 * supplier's credit note takes off (`credit-note`); the others do not ask.
 */
export function settle(
  outcome: Outcome,
  disputed: Pence,
  sum: Pence,
): Pick<Settled, 'paid' | 'credited' | 'refused'> {
  switch (outcome) {
    case 'in-full':
      return { paid: disputed, credited: nothing, refused: nothing }
    case 'in-part':
      return { paid: sum, credited: nothing, refused: minus(disputed, sum) }
    case 'nothing':
      return { paid: nothing, credited: nothing, refused: disputed }
    case 'credit-note':
      return { paid: minus(disputed, sum), credited: sum, refused: nothing }
    default:
      return outcome satisfies never
  }
}
