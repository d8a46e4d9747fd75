import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { plus, sayMoney } from '../../kernel/money.ts'
import { DataTable, Money } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Payable } from '../actions/make-file.ts'
import type { RunState } from '../queries/run.ts'
import { countOf } from './due.tsx'

const spaced = (sortCode: string): string => sortCode.replace(/\D/g, '').replace(/(..)(?=.)/g, '$1-')

/** Everything to pay of a run, for when the bank’s file cannot be used: prints on paper with room to tick. */
export const byHandPage = (run: RunState, payables: readonly Payable[]): Page => ({
  title: `Run ${run.number}: to pay by hand`,
  back: `/payments/runs/${run.id}`,
  wide: true,
  body: (
    <>
      <h1>Run {run.number}: to pay by hand</h1>
      <p>
        {countOf(payables.length)}, {sayMoney(plus(...payables.map(({ amount }) => amount)))}.
        {run.released_on === null ? '' : ` Released on ${sayDay(run.released_on)}.`} This list holds bank
        details: destroy it when all is paid.
      </p>
      <DataTable
        caption="To pay"
        columns={[
          { says: 'Pay to' },
          { says: 'Sort code' },
          { says: 'Account number' },
          { says: 'Amount', numeric: true },
          { says: 'On' },
          { says: 'Reference' },
          { says: 'Paid (initials, time)' },
        ]}
        rows={payables.map(one => ({
          key: one.endToEndId,
          cells: [
            <bdi key="who">{one.to.name}</bdi>,
            spaced(one.to.sortCode),
            one.to.accountNumber,
            <Money key="sum" sum={one.amount} />,
            sayShortDay(one.leavesOn),
            one.endToEndId,
            '',
          ],
        }))}
        empty="Nothing is to be paid."
      />
    </>
  ),
})
