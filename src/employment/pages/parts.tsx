import { addDays, type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney, sayThousandths, type Thousandths, timesRoundedHalfUp } from '../../kernel/money.ts'
import { DataTable, Details, RuleNote, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Noted } from '../reference/figures.ts'
import type { PayLine } from '../rules/pay.ts'
import { countOf, headingOf } from '../rules/units.ts'
import { paidOn } from '../rules/unpaid.ts'
import type { KeptPayslip, Sheet } from '../types.ts'

/** Whose record a page shows: left out for the assistant and the firm, who see no record. */
export type Strip = { readonly person?: NonNullable<Page['person']> }

/** `23 to 29 November 2026`, or both months where they differ. */
export function sayWeek(monday: PlainDate): string {
  const sunday = addDays(monday, 6)
  const same = monday.slice(0, 7) === sunday.slice(0, 7)
  return `${same ? Number(monday.slice(8)) : sayShortDay(monday)} to ${sayShortDay(sunday)}`
}

export const WeekTag = ({ sheet }: { sheet: Sheet }) => {
  if (sheet.decided === null) return <Tag means="waiting">Waits for approval</Tag>
  if (sheet.decided.what === 'sent-back') return <Tag means="needs-you">Sent back</Tag>
  return <Tag means="good">Approved</Tag>
}

/** `28.5 hours, 1 sleep-in`. */
export function sayUnits({ spells }: Pick<Sheet, 'spells'>): string {
  const units = [...new Set(spells.map(({ unit }) => unit))]
  return units
    .map(unit =>
      countOf(
        unit,
        spells.reduce((sum, one) => (one.unit === unit ? sum + one.units : sum), 0n) as Thousandths,
      ),
    )
    .join(', ')
}

/** When a week is paid, in words. */
export function sayPaid(sheet: Sheet, payslips: readonly KeptPayslip[]): string {
  const day = paidOn(sheet, payslips)
  if (day !== null) return sayDay(day)
  return sheet.decided?.what === 'approved' ? 'With the next payslip' : 'Not yet'
}

type Weeks = {
  readonly caption: string
  readonly sheets: readonly Sheet[]
  readonly payslips: readonly KeptPayslip[]
  readonly empty: string
}

/** Weeks with what was sent, how they stand, and when they are paid. */
export const WeekTable = ({ caption, sheets, payslips, empty }: Weeks) => (
  <DataTable
    caption={caption}
    columns={[{ says: 'Week' }, { says: 'Work' }, { says: 'How it stands' }, { says: 'Paid on' }]}
    rows={sheets.map(sheet => ({
      key: sheet.id,
      ...(sheet.decided?.what === 'sent-back' ? { marked: 'needs-you' as const } : {}),
      cells: [
        <a key="week" href={`/employment/timesheets/${sheet.id}`}>
          {sayWeek(sheet.week)}
        </a>,
        sayUnits(sheet),
        <WeekTag key="tag" sheet={sheet} />,
        sayPaid(sheet, payslips),
      ],
    }))}
    empty={empty}
  />
)

/** Units x rate = amount. */
export const PayTable = ({ caption, lines }: { caption: string; lines: readonly PayLine[] }) => (
  <DataTable
    caption={caption}
    captionSize="s"
    columns={[
      { says: 'Unit' },
      { says: 'How many', numeric: true },
      { says: 'Rate', numeric: true },
      { says: 'Amount', numeric: true },
    ]}
    rows={lines.map(line => ({
      key: `${line.unit} ${line.rate}`,
      cells: [
        line.expense ? `${headingOf(line.unit)} (given back, not pay)` : headingOf(line.unit),
        sayThousandths(line.units),
        sayMoney(line.rate),
        sayMoney(line.amount),
      ],
    }))}
    empty="There is nothing to pay for."
  />
)

/** Days to a tenth, half up: `19.9`. */
export const sayDays = (days: Thousandths): string =>
  sayThousandths(timesRoundedHalfUp(days, 1n, 100n) * 100n)

/** The rules behind a page, each with where it is written and how sure we are. */
export const Rules = ({
  rules,
  says = 'The rules behind this page',
}: {
  rules: readonly Noted[]
  says?: string
}) => (
  <Details says={says}>
    {rules.map(rule => (
      <RuleNote key={rule.id} {...rule} />
    ))}
  </Details>
)

export const NoPaye = () => (
  <p>
    We do not work out tax and do not report pay to HM Revenue and Customs. A payroll firm does that, or you
    do it yourself.
  </p>
)
