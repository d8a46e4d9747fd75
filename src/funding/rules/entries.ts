import type { Reference } from '../../kernel/ids.ts'
import { negative, nothing, type Pence, plus } from '../../kernel/money.ts'
import { type AccountName, fundOf, inDisputeOn, type Posting } from '../../ledger/public.ts'
import type { LineKey } from '../../needs/public.ts'
import type { Recharged } from '../types.ts'

/** The fund of one strand of a body: `fund:MBC-social-care`. Health is the board's fund itself. */
export const strandFund = (code: string, strand: Recharged): AccountName => fundOf(`${code}-${strand}`)

export type Codes = { readonly lead: string; readonly body: string }
type Charged = {
  readonly key: LineKey
  readonly strand: Recharged
  readonly pence: Pence
  readonly disputed: boolean
}

/** Sums by account, without those that come to nought, in the order of the first mention. */
function postingsOf(sides: readonly (readonly [AccountName, Pence])[]): readonly Posting[] {
  const sums = new Map<AccountName, Pence>()
  for (const [account, pence] of sides) sums.set(account, plus(sums.get(account) ?? nothing, pence))
  return [...sums].flatMap(([account, pence]) => (pence === nothing ? [] : [{ account, pence }]))
}

/**
 * The recharge of one budget: what the body carries goes back to the fund of the one that paid all. What is
 * in dispute comes out of the line's dispute account, not out of the body's fund.
 */
export const rechargePostings = (
  reference: Reference,
  { lead, body }: Codes,
  charges: readonly Charged[],
): readonly Posting[] =>
  postingsOf(
    charges.flatMap(({ key, strand, pence, disputed }): (readonly [AccountName, Pence])[] => [
      [disputed ? inDisputeOn(reference, key) : strandFund(body, strand), negative(pence)],
      [fundOf(lead), pence],
    ]),
  )

/** A part that was charged comes into dispute: the body's fund gets it back, the dispute carries it. */
export const disputePostings = (
  reference: Reference,
  { body }: Codes,
  { key, strand, pence }: Charged,
): readonly Posting[] =>
  postingsOf([
    [inDisputeOn(reference, key), negative(pence)],
    [strandFund(body, strand), pence],
  ])

/** The dispute account is cleared to nought: each side's fund gives what it was settled to carry. */
export const settlementPostings = (
  reference: Reference,
  { lead, body }: Codes,
  { key, strand, pence, bodyPays }: Charged & { readonly bodyPays: Pence },
): readonly Posting[] =>
  postingsOf([
    [inDisputeOn(reference, key), pence],
    [strandFund(body, strand), negative(bodyPays)],
    [fundOf(lead), plus(bodyPays, negative(pence))],
  ])
