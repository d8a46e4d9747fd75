import type { Answer as BuyAnswer, Asking as Wish } from '../local-offer/public.ts'
import type { Ago } from './ago.ts'

/** What somebody asked before they bought it, and what became of it. */
export type Purchase = {
  readonly on: Ago
  readonly words: string
  readonly whatFor: string
  readonly sum: number
  readonly every?: Wish['every']
  readonly plan: 'not-in-plan' | 'not-sure'
  readonly saidToBe?: Wish['saidToBe']
  readonly family?: Omit<Extract<Wish['payee'], { kind: 'family' }>, 'kind'>
  readonly answer?: {
    readonly on: Ago
    readonly says: BuyAnswer
    readonly conditions?: string
    readonly reasons: string
    readonly instead?: string
  }
  readonly again?: { readonly on: Ago; readonly words: string }
  /** The payment on a statement that rests on the answer, as the bank writes it, and when it was joined. */
  readonly paid?: { readonly on: Ago; readonly says: string }
}
