import { addMonths, plainDate, sayMonth } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { BarOfMoney } from '../bar-of-money.tsx'
import { LineChart, type Point } from '../line-chart.tsx'
import { MoneyTable } from '../money-table.tsx'
import { type MonthBar, MonthBars } from '../month-bars.tsx'
import { OpenFigure } from '../notices.tsx'
import type { Example } from '../style-page.tsx'

const lines = [
  {
    key: 'pa',
    says: 'Two personal assistants',
    about: '28 hours at £13.50',
    sums: [pence(37_800n), pence(1_965_600n)],
  },
  {
    key: 'on',
    says: 'Employer’s costs',
    about: 'Insurance, pension, holidays',
    sums: [pence(4_110n), pence(213_720n)],
  },
  { key: 'tr', says: 'Training, once a year', sums: [null, pence(42_000n)] },
  { key: 'back', says: 'Given back', sums: [pence(-650n), pence(-33_800n)] },
] as const

const moneyTable = (rows: typeof lines | readonly []) => (
  <MoneyTable
    caption="What was agreed, in pounds, from 6 April 2026"
    what="For"
    columns={['A week', 'A year']}
    rows={rows}
    total="Altogether"
    empty="Nothing has been agreed yet. The sum is worked out after the assessment."
  />
)

const year = '1 April 2026 to 31 March 2027, as on 10 July 2026'

const left = (months: number, sum: bigint): Point => ({
  day: addMonths(plainDate('2026-04-30'), months),
  sum: pence(sum),
})
const known = [left(0, 1_450_000n), left(1, 1_310_050n), left(2, 1_148_775n), left(3, 1_001_210n)]
const expected = [left(5, 690_000n), left(7, 380_000n), left(9, 70_000n), left(10, -85_000n)]

const working = (
  <>
    <p>28 hours × £13.50 = £378.00. Employer’s costs add £34.60.</p>
    <p>Millbrook East ICB pays £412.60. The council pays nothing.</p>
  </>
)

const bars: readonly MonthBar[] = Array.from({ length: 12 }, (_, place) => ({
  first: addMonths(plainDate('2026-04-01'), place),
  known: pence(place < 3 ? 9_200_000n + BigInt(place) * 150_000n : 0n),
  expected: place < 3 ? null : { sum: pence(9_400_000n), low: pence(8_700_000n), high: pence(10_100_000n) },
  agreed: pence(10_400_000n),
}))

const monthBars = (months: readonly MonthBar[], title: string) => (
  <MonthBars title={title} about="Spent each month, in pounds, April 2026 to March 2027" months={months}>
    <MoneyTable
      caption="The same in figures"
      captionSize="s"
      what="Month"
      columns={['Known', 'Expected', 'Agreed']}
      rows={months.map(({ first, known, expected, agreed }) => ({
        key: first,
        says: sayMonth(first),
        sums: [known, expected?.sum ?? null, agreed],
      }))}
      empty="No agreement is in force in this year."
    />
  </MonthBars>
)

export const moneyExamples: readonly Example[] = [
  {
    name: 'The sum, as a figure that opens',
    element: (
      <OpenFigure figure="£412.60" about="a week, from 6 April 2026" large>
        {working}
      </OpenFigure>
    ),
  },
  {
    name: 'A figure that stands open',
    element: (
      <OpenFigure figure="£1,650.40" about="every four weeks" open>
        {working}
      </OpenFigure>
    ),
  },
  { name: 'Money table', element: moneyTable(lines) },
  { name: 'Money table without lines', element: moneyTable([]) },
  {
    name: 'Bar of money',
    element: (
      <BarOfMoney
        title="Half of this year’s money is left"
        period={year}
        agreed={pence(2_145_520n)}
        spent={pence(611_410n)}
        promised={pence(461_350n)}
      />
    ),
  },
  {
    name: 'Bar of money, overspent',
    element: (
      <BarOfMoney
        title="More has been spent and promised than was agreed"
        period={year}
        agreed={pence(500_000n)}
        spent={pence(430_000n)}
        promised={pence(120_010n)}
      />
    ),
  },
  {
    name: 'Bar of money, nothing spent yet',
    element: (
      <BarOfMoney
        title="Nothing has been spent"
        period={year}
        agreed={pence(500_000n)}
        spent={pence(0n)}
        promised={pence(0n)}
      />
    ),
  },
  {
    name: 'Line of money, running out',
    element: (
      <LineChart
        title="At this pace the money lasts until February 2027"
        about="Left in the budget at the end of each month, in pounds"
        known={known}
        expected={expected}
        empty=""
      />
    ),
  },
  {
    name: 'Months as bars, three known and nine expected',
    element: monthBars(bars, 'By 31 March 2027 we expect £1,126,500 spent of £1,248,000 agreed'),
  },
  {
    name: 'Months as bars, none',
    element: monthBars([], 'Nothing is agreed for this year'),
  },
  {
    name: 'Line of money with nothing known',
    element: (
      <LineChart
        title="We cannot say yet how long the money lasts"
        about="Left in the budget at the end of each month, in pounds"
        known={[]}
        empty="The first statement is expected by 30 June 2026."
      />
    ),
  },
]
