import type { Round } from '../wheelchairs/public.ts'
import type { Ago } from './types.ts'

type Quoted = Pick<Round['quotes'][number], 'kind' | 'supplier' | 'says'> & {
  readonly net: number
  readonly vat: number
}

/** What came of somebody's wheelchair budget, each on its day. */
export type ChairStory = Pick<Round, 'need' | 'chair'> & {
  readonly pounds: number
  readonly repairYearly: number
  readonly assessed: Ago
  /** An old voucher: what it was worth, and how many days from the assessment it lasts. */
  readonly voucher?: { readonly pounds: number; readonly days: number }
  readonly quote?: Quoted
  readonly chosen?: readonly [way: NonNullable<Round['choice']>['way'], because: string]
  readonly promised?: readonly (readonly [
    giver: Round['contributions'][number]['giver'],
    who: string,
    pounds: number,
  ])[]
  readonly agreed?: Ago
  readonly handed?: { readonly on: Ago; readonly serial: string; readonly gs1?: string }
  /** The supplier's invoice, in pounds. */
  readonly billed?: {
    readonly on: Ago
    readonly supplier: string
    readonly theirs: string
    readonly pounds: number
  }
  readonly repairs?: readonly {
    readonly on: Ago
    readonly words: string
    readonly done?: {
      readonly on: Ago
      readonly says: string
      readonly pounds: number
      readonly by?: string
      readonly theirs?: string
    }
  }[]
  readonly newLook?: readonly [on: Ago, why: NonNullable<Round['newLook']>['why'], words: string]
  readonly back?: readonly [on: Ago, because: string]
}
