import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'

export type Format = 'ofx' | 'qif' | 'camt.053' | 'mt940' | 'csv'

/** What the file itself says of its account. Nothing is worked out: a British IBAN is not taken apart. */
export type AccountNumbers = {
  readonly sortCode: string | null
  readonly accountNumber: string | null
  readonly iban: string | null
}

/**
 * One line of the bank. Money in is above nought, money out below; `balance` is the running balance after
 * it.
 */
export type StatementLine = {
  readonly date: PlainDate
  readonly amount: Pence
  readonly payee: string
  readonly memo: string
  readonly reference: string
  readonly bankId: string | null
  readonly balance: Pence | null
}

/**
 * A row that is no line, the line of the file where it starts (from 1), and in words what is wrong with it.
 */
export type RefusedRow = { readonly line: number; readonly why: string }

export type Arithmetic = 'agrees' | 'does-not-agree' | 'cannot-tell'

/** The first and last day a statement says it covers. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** What a format's reader found for one account, currency and statement, before the arithmetic. */
export type Draft = {
  readonly account: AccountNumbers | null
  readonly currency: string
  readonly opening: Pence | null
  readonly closing: Pence | null
  readonly lines: readonly StatementLine[]
  readonly refused: readonly RefusedRow[]
  readonly period?: Period | null
  /** False where the two balances are in different currencies, so that they must not be compared. */
  readonly comparable?: boolean
  /** True where the file lists the newest line first. */
  readonly newestFirst?: boolean
  /** Anything else a person should hear about the file, as sentences. */
  readonly remarks?: readonly string[]
}

/** One statement as read. `source` names the bytes it came from, so that the same file is known again. */
export type Statement = Required<Draft> & {
  readonly format: Format
  readonly source: string
  /** Its place in the file, from 0. */
  readonly place: number
  readonly arithmetic: Arithmetic
  readonly outBy: Pence | null
}

export type StatementFile = {
  readonly refusedWhole?: false
  readonly file: string
  readonly format: Format
  readonly statements: readonly Statement[]
}

/** A file of which nothing is read, and one plain sentence why. */
export type WholeRefused = { readonly refusedWhole: true; readonly file: string; readonly why: string }

/** A reader's answer: the statements, or the sentence that refuses the whole file. */
export type Drafts = readonly Draft[] | string

/** A file as its readers see it. */
export type TextFile = { readonly text: string; readonly name: string }
