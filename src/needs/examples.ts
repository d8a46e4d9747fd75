import { pence } from '../kernel/money.ts'
import type { EmployerFigures, LineKey, SupportLine } from './types.ts'

/** Millbrook's invented figures for employers from 6 April 2026. */
export const millbrookEmployer: EmployerFigures = {
  niParts: 1425,
  niAboveWeekly: pence(11200n),
  pensionParts: 300,
  pensionAboveWeekly: pence(11800n),
  pensionFromYearly: pence(1_000_000n),
  leaveWeeks: 5600,
  insuranceYearly: pence(6100n),
  payrollFourWeekly: pence(950n),
}

/** One line of support; say only what matters to the test. */
export const aSupportLine = (
  say: Partial<Omit<SupportLine, 'key'>> & { readonly key?: string },
): SupportLine => ({
  says: 'Help at home',
  group: 'Getting up and going to bed',
  when: 'Every morning',
  kind: 'care',
  unit: 'hour',
  units: '10',
  per: 'week',
  rateName: 'weekday',
  ownRate: null,
  ownRateBecause: null,
  employed: false,
  ...say,
  key: (say.key ?? 'line-1') as LineKey,
})
