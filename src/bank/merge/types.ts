import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { RefusedRow, Statement, StatementLine } from '../read/types.ts'

/**
 * One payment of the account. `evidence` names every row of every statement that showed it, as
 * `source:place:index`, so that a payment is known again when later statements change its text, its day or
 * its id.
 */
export type AccountLine = StatementLine & { readonly evidence: readonly string[] }

/** Lines that were left out between two kept ones: after how many kept lines, how many, and their sum. */
export type LeftOut = { readonly after: number; readonly many: number; readonly sum: Pence }

/** An account: all the statements ever read for it, and the lines that follow from them. */
export type AccountLines = {
  readonly statements: readonly Statement[]
  readonly lines: readonly AccountLine[]
  /** Of an account that is also used for other money: what of a statement was left out. */
  readonly leftOut?: ReadonlyMap<Statement, readonly Pick<LeftOut, 'after'>[]>
}

/** Days that no statement speaks for, both ends counted. */
export type Gap = { readonly from: PlainDate; readonly to: PlainDate }

export type Merged = {
  readonly account: AccountLines
  /** Lines that the account has now and had not before. */
  readonly added: number
  /** Lines of the incoming statements that it had already. */
  readonly already: number
  readonly refused: readonly RefusedRow[]
}
