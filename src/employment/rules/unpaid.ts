import type { Moment, PlainDate } from '../../kernel/days.ts'
import type { Thousandths } from '../../kernel/money.ts'
import type { KeptPayslip, Sheet, Spell } from '../types.ts'

const before = (a: Moment, b: Moment): boolean => Date.parse(a) <= Date.parse(b)

const byWeek = (sheets: readonly Sheet[]): readonly (readonly Sheet[])[] => {
  const weeks = new Map<PlainDate, Sheet[]>()
  for (const sheet of sheets) weeks.set(sheet.week, [...(weeks.get(sheet.week) ?? []), sheet])
  return [...weeks.values()]
}

/** The timesheet of a week that was approved last, by a moment where one is said. */
function approvedBy(sheets: readonly Sheet[], moment: Moment | null): Sheet | null {
  let found: Sheet | null = null
  for (const sheet of sheets) {
    if (sheet.decided?.what !== 'approved') continue
    if (moment !== null && !before(sheet.decided.at, moment)) continue
    if (found === null || sheet.number > found.number) found = sheet
  }
  return found
}

const keyOf = ({ on, unit }: Spell): string => `${on} ${unit}`

/**
 * Units of a week by day and kind that payslips have paid. A hand-over holds all that is approved and unpaid
 * up to its last day, so a payslip pays for what was approved before it was made and worked until its last
 * day.
 */
function paidIn(week: readonly Sheet[], payslips: readonly KeptPayslip[]): ReadonlyMap<string, bigint> {
  const paid = new Map<string, bigint>()
  const inOrder = [...payslips].sort((a, b) => Date.parse(a.givenAt) - Date.parse(b.givenAt))
  for (const { until, givenAt } of inOrder)
    for (const spell of approvedBy(week, givenAt)?.spells ?? [])
      if (spell.on <= until) paid.set(keyOf(spell), spell.units)
  return paid
}

/**
 * Work that was approved and that no payslip has paid, up to a day (inside). Of a week that was corrected
 * after it was paid, only the difference is left: it is below nought where too much was paid.
 */
export function unpaidWork(
  sheets: readonly Sheet[],
  payslips: readonly KeptPayslip[],
  until: PlainDate,
): readonly Spell[] {
  return byWeek(sheets).flatMap(week => {
    const now = approvedBy(week, null)?.spells ?? []
    const paid = paidIn(week, payslips)
    const gone = [...paid].filter(([key]) => !now.some(spell => keyOf(spell) === key))
    const left = [
      ...now.map(spell => ({
        ...spell,
        units: (spell.units - (paid.get(keyOf(spell)) ?? 0n)) as Thousandths,
      })),
      ...gone.map(([key, units]): Spell => {
        const [on, unit] = key.split(' ') as [Spell['on'], Spell['unit']]
        return { on, unit, units: -units as Thousandths, begins: null }
      }),
    ]
    return left.filter(({ on, units }) => units !== 0n && on <= until)
  })
}

/** The newest timesheet of each week, the newest week first. */
export const currentSheets = (sheets: readonly Sheet[]): readonly Sheet[] =>
  byWeek(sheets)
    .flatMap(week => [...week].sort((a, b) => b.number - a.number).slice(0, 1))
    .sort((a, b) => (a.week < b.week ? 1 : -1))

/** The day on which the whole of an approved week is paid; null while no payslip holds all of it. */
export function paidOn(sheet: Sheet, payslips: readonly KeptPayslip[]): PlainDate | null {
  const { decided, spells } = sheet
  if (decided?.what !== 'approved') return null
  const last = spells
    .map(({ on }) => on)
    .sort()
    .at(-1)
  const holds = payslips.filter(
    ({ until, givenAt }) => last !== undefined && until >= last && before(decided.at, givenAt),
  )
  return holds.map(slip => slip.paidOn).sort()[0] ?? null
}
