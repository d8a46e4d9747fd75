import type { Id } from '../kernel/brand.ts'

export type StatementId = Id<'recharge statement'>
export type DisputeId = Id<'funding dispute'>
export type ChargeId = Id<'recharge'>
export type CorrectionId = Id<'recharge correction'>

export const changeKinds = ['rate', 'need', 'start'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** The strands that a body other than the board carries: they are recharged. */
export const rechargedStrands = ['social-care', 'education'] as const
export type Recharged = (typeof rechargedStrands)[number]
