import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { KeptPayslip, Sheet } from '../types.ts'
import { currentSheets, paidOn } from './unpaid.ts'

/** How last week stands for an assistant, and the newest day on which they were or will be paid. */
export type AssistantsWeek = {
  readonly week: PlainDate
  readonly stands: 'not-sent' | 'waits' | 'sent-back' | 'approved' | 'paid'
  readonly sheet: Sheet | null
  /** The day of the last payslip that is over, and of the one to come. */
  readonly lastPaid: PlainDate | null
  readonly nextPaid: PlainDate | null
}

type Of = { readonly sheets: readonly Sheet[]; readonly payslips: readonly KeptPayslip[] }

/**
 * What an assistant comes to know: were last week's hours sent, are they approved, when is the money there.
 * A week that was sent back before it comes first: without it nobody is paid.
 */
export function assistantsWeek(
  { sheets, payslips }: Of,
  today: PlainDate,
  monday: PlainDate,
): AssistantsWeek {
  const current = currentSheets(sheets)
  const back = current.find(({ decided }) => decided?.what === 'sent-back')
  const last = addDays(monday, -7)
  const sheet = back ?? current.find(({ week }) => week === last) ?? null
  const days = payslips.map(one => one.paidOn).sort()
  return {
    week: sheet?.week ?? last,
    stands: standsOf(sheet, payslips),
    sheet,
    lastPaid: days.findLast(day => day <= today) ?? null,
    nextPaid: days.find(day => day > today) ?? null,
  }
}

function standsOf(sheet: Sheet | null, payslips: readonly KeptPayslip[]): AssistantsWeek['stands'] {
  if (sheet === null) return 'not-sent'
  if (sheet.decided === null) return 'waits'
  if (sheet.decided.what === 'sent-back') return 'sent-back'
  return paidOn(sheet, payslips) === null ? 'approved' : 'paid'
}
