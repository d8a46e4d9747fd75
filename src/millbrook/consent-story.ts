import type { answerSharing, noteFinding } from '../consents/public.ts'
import type { Relation } from '../rights/public.ts'
import type { Ago } from './ago.ts'

type Finding = Pick<Parameters<typeof noteFinding>[1], 'decision' | 'found' | 'because' | 'helpTried'> & {
  readonly on: Ago
  /** Days from today. */
  readonly review?: number
  readonly best?: readonly [on: Ago, asked: string, decided: string]
}
type Share = Pick<Parameters<typeof answerSharing>[1], 'purpose' | 'body' | 'answer'> & { readonly on: Ago }

/** What is written down about who decides for somebody. */
export type ConsentStory = {
  readonly findings?: readonly Finding[]
  /** The paper of the first representative. */
  readonly paper?: { readonly scope: string; readonly registered: string; readonly on: Ago }
  readonly shares?: readonly Share[]
  readonly permitted?: readonly {
    readonly name: string
    readonly relation: Relation
    readonly paidFor: 'care' | 'help-with-managing'
    readonly because: string
    readonly on: Ago
  }[]
}
