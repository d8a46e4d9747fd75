import type { Ago } from './ago.ts'

/** What somebody proposed to pay on a day: a case worker something once, finance the rest; and the answer. */
export type Proposed =
  | {
      readonly on: Ago
      readonly what: 'once'
      readonly pounds: number
      readonly urgent: boolean
      readonly because: string
      /** What finance answered; not yet where it is left out. */
      readonly answered?: { readonly agreed: boolean; readonly because: string }
    }
  | {
      readonly on: Ago
      readonly what: 'advance'
      readonly pounds: number
      readonly parts: number
      readonly floor: number
      readonly because: string
    }
  | {
      readonly on: Ago
      readonly what: 'ahead'
      readonly pounds: number
      readonly times: number
      readonly supplier: string
      readonly line: string
      readonly because: string
      /** When it was used, each for so many pounds. */
      readonly used: readonly (readonly [on: Ago, pounds: number])[]
    }
