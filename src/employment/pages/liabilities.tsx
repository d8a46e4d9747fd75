import { type PlainDate, sayDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import { MoneyTable, OpenFigure, Reading } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Liabilities } from '../queries/liabilities.ts'
import {
  leaveRule,
  noticeRule,
  payeRule,
  pensionRule,
  redundancyRule,
  weekPayRule,
} from '../reference/figures.ts'
import { liabilityParts } from '../rules/liability.ts'
import { Rules, type Strip } from './parts.tsx'

type Shows = Strip & { readonly reference: string; readonly owed: Liabilities; readonly today: PlainDate }

const partSays = {
  wages: 'Pay and miles, approved and not yet on a payslip',
  tax: 'Tax, National Insurance and pension to pay over',
  leave: 'Paid leave built up and not taken',
  notice: 'Notice',
  redundancy: 'Redundancy pay',
} as const

const One = ({ one }: { one: Liabilities['of'][number] }) => (
  <section aria-label={one.assistant}>
    <h2>
      <bdi>{one.assistant}</bdi>
    </h2>
    <OpenFigure figure={sayMoney(one.total)} about="if this job ended today">
      <ul>
        {liabilityParts.map(part => (
          <li key={part}>
            <strong>
              {partSays[part]}: {sayMoney(one[part])}.
            </strong>{' '}
            {one.working[part]}
          </li>
        ))}
      </ul>
    </OpenFigure>
  </section>
)

/**
 * What the employer would owe if every job ended today: it grows with time, and it has to be there at the
 * end.
 */
export const liabilitiesPage = ({ reference, owed, today, ...strip }: Shows): Page => ({
  title: 'What would be owed if it ended today',
  ...(strip.person ? { person: strip.person } : { back: `/employment/${reference}` }),
  body: (
    <Reading>
      <h1>What would be owed if it ended today</h1>
      <p className="nhsuk-lede-text">
        {owed.of.length === 0
          ? 'Nobody is employed with this budget, so nothing would be owed.'
          : `On ${sayDay(today)} it would be ${sayMoney(owed.total)} in all.`}
      </p>
      <MoneyTable
        caption={`By what it is for, ${sayDay(today)}`}
        what="What would be owed"
        columns={['Pounds']}
        rows={liabilityParts
          .filter(part => owed[part] !== nothing)
          .map(part => ({ key: part, says: partSays[part], sums: [owed[part]] }))}
        total="In all"
        empty="Nothing would be owed today."
      />
      {owed.of.map(one => (
        <One key={one.code} one={one} />
      ))}
      <p>
        Employer’s National Insurance on what is paid at the end is not in these sums. Redundancy pay is owed
        only where the work is no longer there. Ask for advice before you end a job.
      </p>
      <Rules rules={[leaveRule, noticeRule, redundancyRule, weekPayRule, payeRule, pensionRule]} />
    </Reading>
  ),
})
