import type { RuleId } from '../../rights/public.ts'

export const regimes = ['nhs', 'education', 'social-care'] as const
/** Whose law or guidance a clock comes from. */
export type Regime = (typeof regimes)[number]

export const regimeNames = {
  nhs: 'NHS',
  education: 'Education',
  'social-care': 'Social care',
} as const satisfies Record<Regime, string>

const begins: readonly (readonly [RegExp, Regime])[] = [
  [/^(EHC|SEN)-/, 'education'],
  [/^CARE-ACT-/, 'social-care'],
]

/** The regime of a clock, by how its rule's id begins; the NHS's where it is no other's. */
export const regimeOf = (id: RuleId): Regime => begins.find(([pattern]) => pattern.test(id))?.[1] ?? 'nhs'
