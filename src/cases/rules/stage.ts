import { daysBetween, type PlainDate } from '../../kernel/days.ts'
import type { Facts, Stage, Turn } from '../types.ts'
import { type Condition, stageTable, turnTable } from './table.ts'

function holds([asks, name, value]: Condition, facts: Facts, today: PlainDate): boolean {
  const fact = facts[name]
  switch (asks) {
    case 'set':
      return fact !== null
    case 'unset':
      return fact === null
    case 'reached':
      return fact !== null && (fact as PlainDate) <= today
    case 'past':
      return fact !== null && (fact as PlainDate) < today
    case 'is':
      return fact === value
    case 'yes':
      return fact === true
    case 'no':
      return fact === false
    default:
      return asks satisfies never
  }
}

const allHold = (conditions: readonly Condition[], facts: Facts, today: PlainDate): boolean =>
  conditions.every(one => holds(one, facts, today))

/** Where a case stands on a day: worked out of its facts, never stored. */
export function stageOf(facts: Facts, today: PlainDate): Stage {
  const found = stageTable.find(([, conditions]) => allHold(conditions, facts, today))
  if (!found) throw new Error('the last stage asks for nothing')
  return found[0]
}

/** Whose turn it is, since when, by when and for what. No day is promised where no limit is known. */
export function turnOf(facts: Facts, today: PlainDate): Turn {
  const stage = stageOf(facts, today)
  const row = turnTable.find(({ of, when = [] }) => of.includes(stage) && allHold(when, facts, today))
  if (!row) throw new Error(`nobody has a turn at ${stage}`)
  const since = row.since.map(name => facts[name]).find(day => day !== null)
  return {
    whose: row.whose,
    since: since ?? facts.receivedOn,
    by: row.by === undefined ? null : facts[row.by],
    will: row.will,
  }
}

/** Days after the day it was promised for; 0 on that day, which is in time, and where none was promised. */
export const daysLate = (by: PlainDate | null, today: PlainDate): number =>
  by === null ? 0 : Math.max(0, daysBetween(by, today))
