import type { Way } from '../src/plans/public.ts'

/** A line of a budget's plan, by the columns of `plans.line`. */
export const aPlanLine = (line_key: string, says: string, way: Way) => ({
  line_key,
  says,
  outcome: '',
  kind: 'care',
  unit: 'session',
  units: 1000,
  per: 'month',
  rate: 5000,
  weekly: 1154,
  way,
  payee: '',
  payee_words: [],
  employs: false,
})
