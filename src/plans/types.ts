import type { Id } from '../kernel/brand.ts'

export type VersionId = Id<'plan version'>

/** The three ways of holding a budget's line (reg 32B(2)); which one is decided for each line. */
export const ways = ['notional', 'third-party', 'direct-payment'] as const
export type Way = (typeof ways)[number]
export const wayNames = { notional: 'The NHS arranges and pays', 'third-party': 'An organisation holds the money for you', 'direct-payment': 'Direct payment' } as const satisfies Record<Way, string>
