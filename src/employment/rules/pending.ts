import { addDays, type PlainDate, sayDay } from '../../kernel/days.ts'
import { sayThousandths, type Thousandths } from '../../kernel/money.ts'
import type { Holidays } from '../../kernel/working-days.ts'
import type { Ending, Sheet, SignOff, Task, TaskId, Term, WorkUnit } from '../types.ts'
import { termOn, unitsIn } from './pay.ts'
import { countOf } from './units.ts'

/** Why a timesheet is not a plain "approved", in the order in which people want to hear it. */
export const pendingReasons = [
  'not-approved-yet',
  'sent-back',
  'outside-engagement',
  'no-rate-for-unit',
  'not-signed-off',
  'over-24-hours',
  'overlaps-another',
  'over-agreed',
  'bank-holiday',
] as const
export type PendingReason = (typeof pendingReasons)[number]
/** A reason with what it is about: days, units, never what a task is. */
export type Pending = { readonly reason: PendingReason; readonly about: string }

export type Clash = { readonly on: PlainDate; readonly kind: 'overlaps' | 'over-24' }

export type SheetFacts = {
  readonly sheet: Sheet
  readonly terms: readonly Term[]
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly ending: Ending | null
  readonly tasks: readonly Task[]
  readonly clashes: readonly Clash[]
  readonly holidays: Holidays
}

const days = (all: readonly PlainDate[]): string => [...new Set(all)].sort().map(sayDay).join(', ')

const daysWhere = (facts: SheetFacts, is: (day: PlainDate) => boolean): string =>
  days(facts.sheet.spells.map(({ on }) => on).filter(is))

/** Is a task signed off on a day? The last day of a sign-off is inside. */
export const signedOffOn = (signOffs: readonly SignOff[], day: PlainDate): boolean =>
  signOffs.some(({ on, until }) => on <= day && day <= until)

/** Tasks of a week that were not signed off on every day that was worked. */
export function tasksNotSignedOff({ sheet, tasks }: Pick<SheetFacts, 'sheet' | 'tasks'>): readonly TaskId[] {
  const worked = sheet.spells.map(({ on }) => on)
  return sheet.tasks.filter(id => {
    const signOffs = tasks.find(task => task.id === id)?.signOffs ?? []
    return !worked.every(day => signedOffOn(signOffs, day))
  })
}

/** Units of a kind above what was agreed for the week; one kind never makes up for another (V-13). */
export function aboveAgreed({ sheet, terms }: Pick<SheetFacts, 'sheet' | 'terms'>) {
  const units = [...new Set(sheet.spells.map(({ unit }) => unit))]
  return units.flatMap((unit: WorkUnit) => {
    const term = termOn(terms, unit, addDays(sheet.week, 6))
    const above = unitsIn(sheet.spells, unit) - (term?.weekly ?? 0n)
    return term !== null && above > 0n ? [{ unit, above: above as Thousandths, agreed: term.weekly }] : []
  })
}

function standing({ sheet }: SheetFacts): readonly Pending[] {
  if (sheet.decided === null) return [{ reason: 'not-approved-yet', about: '' }]
  if (sheet.decided.what === 'approved') return []
  return [{ reason: 'sent-back', about: sheet.decided.because ?? '' }]
}

function outside(facts: SheetFacts): string {
  const last = facts.ending?.on ?? facts.until
  return daysWhere(facts, day => day < facts.from || (last !== null && day > last))
}

const clashing = ({ clashes }: SheetFacts, kind: Clash['kind']): string =>
  days(clashes.filter(one => one.kind === kind).map(({ on }) => on))

const withoutRate = ({ sheet, terms }: SheetFacts): string =>
  [
    ...new Set(
      sheet.spells.filter(({ unit, on }) => termOn(terms, unit, on) === null).map(({ unit }) => unit),
    ),
  ]
    .map(unit => countOf(unit, 2000n as Thousandths).replace(/^2 /, ''))
    .join(', ')

const above = (facts: SheetFacts): string =>
  aboveAgreed(facts)
    .map(({ unit, above, agreed }) => `${countOf(unit, above)} above the ${sayThousandths(agreed)} agreed`)
    .join('; ')

/**
 * Why is it pending? Every reason, not the first (design): who has to act, and what somebody should look at
 * first. Empty where it was approved and nothing is odd. What a healthcare task is, is never said here.
 */
export function whyPending(facts: SheetFacts): readonly Pending[] {
  const tasks = tasksNotSignedOff(facts).length
  const found: readonly (readonly [PendingReason, string])[] = [
    ['outside-engagement', outside(facts)],
    ['no-rate-for-unit', withoutRate(facts)],
    ['not-signed-off', tasks === 0 ? '' : tasks === 1 ? 'one task' : `${tasks} tasks`],
    ['over-24-hours', clashing(facts, 'over-24')],
    ['overlaps-another', clashing(facts, 'overlaps')],
    ['over-agreed', above(facts)],
    ['bank-holiday', daysWhere(facts, day => facts.holidays.has(day))],
  ]
  return [
    ...standing(facts),
    ...found.filter(([, about]) => about !== '').map(([reason, about]) => ({ reason, about })),
  ]
}

/** What a reason means, and what can be done about it. */
export const pendingSays = {
  'not-approved-yet': 'It waits for the employer to approve it',
  'sent-back': 'The employer sent it back',
  'outside-engagement': 'Some days are before the job began or after it ended. They cannot be paid',
  'no-rate-for-unit': 'No rate has been agreed for this yet, so it cannot be paid',
  'not-signed-off': 'A healthcare task was done on a day on which nobody had signed off that it is safe',
  'over-24-hours': 'With hours on another timesheet the day has more than 24 hours',
  'overlaps-another': 'The hours overlap with hours on another timesheet of the same assistant',
  'over-agreed': 'It is more than was agreed for a week',
  'bank-holiday': 'A bank holiday is among the days. Check whether another rate was agreed for it',
} as const satisfies Record<PendingReason, string>

export const sayPending = ({ reason, about }: Pending): string =>
  about === '' ? `${pendingSays[reason]}.` : `${pendingSays[reason]}: ${about}.`
