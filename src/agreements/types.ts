import type { Id } from '../kernel/brand.ts'

export type AgreementId = Id<'agreement'>
export type AccountId = Id<'bank account'>

/** Who receives the money: nobody where all of it is notional. */
export const holderKinds = ['none', 'person', 'representative', 'nominee', 'third-party', 'managed-account'] as const
export type HolderKind = (typeof holderKinds)[number]

export type FactKind =
  | 'consent' | 'consent-withdrawn' | 'signed-by-person' | 'signed-by-body' | 'nominee-agreed' | 'body-agreed-nominee'
  | 'nominee-withdrawn' | 'employer-insurance'
