import type { Outcome, ReachedBy, Way } from './types.ts'

/** The words for everything that is kept as a name: on pages, in letters and in the record. */
export const waySays = {
  notional: 'arranged by the NHS for you (a notional budget)',
  'third-party': 'held by an organisation for you (a third party)',
  'direct-payment': 'paid to you (a direct payment)',
} as const satisfies Record<Way, string>

export const wayShort = {
  notional: 'Notional budget',
  'third-party': 'Third party',
  'direct-payment': 'Direct payment',
} as const satisfies Record<Way, string>

export const outcomeSays = {
  granted: 'Granted',
  'partly-granted': 'Part granted',
  refused: 'Refused',
} as const satisfies Record<Outcome, string>

export const reachedBySays = {
  online: 'on line',
  telephone: 'by telephone',
  letter: 'by letter',
  referral: 'by a professional’s referral',
  offer: 'after an offer',
} as const satisfies Record<ReachedBy, string>

export const evidenceKinds = {
  'eligibility-letter': 'Letter that says the care is granted',
  'decision-support-tool': 'Decision support tool',
  'fast-track-form': 'Fast track form',
  checklist: 'Checklist',
  'panel-decision': 'Decision of the continuing care panel',
  'care-plan': 'Care plan now',
  professional: 'What a professional wrote',
  family: 'What the family sent',
  conversation: 'Note of a conversation',
} as const
export type EvidenceKind = keyof typeof evidenceKinds
export const evidenceKindNames = Object.keys(evidenceKinds) as readonly EvidenceKind[]

export const askerRelations = {
  myself: 'The person themselves',
  parent: 'Mother or father',
  representative: 'Somebody who may decide for them',
  professional: 'A health or care professional',
  other: 'Somebody else who helps them',
} as const
export type AskerRelation = keyof typeof askerRelations
