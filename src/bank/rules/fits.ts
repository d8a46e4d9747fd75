import type { AccountId } from '../../agreements/public.ts'
import type { Statement } from '../read/types.ts'

/**
 * An approved account of the budget, as far as it may be told: its last four digits, and whether it is also
 * used
 * for other money.
 */
export type Approved = {
  readonly id: AccountId
  readonly ending: string
  readonly open: boolean
  readonly shared?: boolean
}

/** The digits at the visible end of the number that a statement states; empty where it states none. */
export const digitsOf = ({ account }: Statement): string =>
  /(\d+)\s*$/.exec((account?.accountNumber ?? account?.iban ?? '').replace(/[\s-]/g, ''))?.[1] ?? ''

/** May a statement be of an account: its number ends alike as far as both are known. */
export function mayBeOf(statement: Statement, { ending }: Approved): boolean {
  const digits = digitsOf(statement)
  return digits.length >= 4 ? digits.endsWith(ending) : ending.endsWith(digits)
}

export type Fit =
  | { readonly fits: true; readonly account: AccountId; readonly taken: readonly Statement[] }
  | { readonly fits: false; readonly why: 'not-in-pounds' | 'another-account' }

/**
 * Which of a file's statements are taken, and for which of the budget's accounts, the newest first. Only
 * pounds, only one account; a file with nothing of ours is refused with the reason.
 */
export function fitOf(statements: readonly Statement[], accounts: readonly Approved[]): Fit {
  const pounds = statements.filter(({ currency }) => currency === 'GBP')
  if (pounds.length === 0) return { fits: false, why: 'not-in-pounds' }
  const account =
    accounts.find(one => one.open && pounds.some(statement => mayBeOf(statement, one))) ??
    accounts.find(one => pounds.some(statement => mayBeOf(statement, one)))
  if (account === undefined) return { fits: false, why: 'another-account' }
  return { fits: true, account: account.id, taken: pounds.filter(one => mayBeOf(one, account)) }
}
