import type { MaternityStage } from '../rights/public.ts'
import type { Ago } from './types.ts'

/** One thing that happened to a maternity budget, on its day. */
export type BirthStep = { readonly on: Ago } & (
  | { readonly does: 'offer'; readonly dueIn: Ago; readonly fits: string }
  | { readonly does: 'answer'; readonly said: 'accepted' | 'declined'; readonly words: string }
  | {
      readonly does: 'choose'
      readonly stage: MaternityStage
      readonly key: string
      readonly because: string
    }
  /** Chosen in the clinic, read back and confirmed at once. */
  | { readonly does: 'clinic'; readonly stages: readonly MaternityStage[]; readonly key: string }
  | { readonly does: 'confirm'; readonly number: number }
  | { readonly does: 'care'; readonly stage: MaternityStage; readonly elsewhere?: string }
  | { readonly does: 'extra'; readonly says: string; readonly pounds: number }
  | { readonly does: 'end'; readonly what: 'pregnancy-ended' | 'moved-away'; readonly toBody: string }
)
