import type { Ago } from './ago.ts'

/** What one finance officer proposed to pay and another agreed to, on a day. */
export type Proposed =
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
