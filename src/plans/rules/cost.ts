import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { Line, Way } from '../types.ts'

/** Pure: what a plan costs in a week: its lines as they were rounded, added up. */
export const costOfPlan = (lines: readonly Pick<Line, 'weekly'>[]): Pence =>
  plus(nothing, ...lines.map(line => line.weekly))

/** Pure: what a plan's lines of one way, or of none yet, cost in a week. */
export const costByWay = (lines: readonly Pick<Line, 'weekly' | 'way'>[], way: Way | null): Pence =>
  costOfPlan(lines.filter(line => line.way === way))
