import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import { InsetText, MoneyTable, WarningCallout } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { SumLine } from '../types.ts'

type Shows = {
  readonly reference: string
  readonly person: Page['person']
  readonly version: number
  readonly madeOn: PlainDate
  readonly ratesOn: PlainDate
  readonly formula: { readonly version: number; readonly says: string }
  readonly kept: Pence
  readonly again: Pence | null
  readonly lines: readonly SumLine[]
  readonly because: string | null
  readonly warnings: readonly string[]
}

/**
 * A sum of any age, worked out again from the facts that were kept with it: the same to the penny, or we say
 * so.
 */
export const againPage = (shows: Shows): Page => ({
  title: `Sum ${shows.version}, worked out again`,
  back: `/needs/${shows.reference}`,
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Sum {shows.version}, worked out again
      </h1>
      {shows.again === shows.kept ? (
        <InsetText>
          <p>
            Worked out again just now from the same facts, it is{' '}
            <strong>{sayMoney(shows.kept)} a week</strong>: the same to the penny as on{' '}
            {sayShortDay(shows.madeOn)}.
          </p>
        </InsetText>
      ) : (
        <WarningCallout heading="It does not come out the same">
          <p>
            On {sayShortDay(shows.madeOn)} it was {sayMoney(shows.kept)}; now it is{' '}
            {shows.again === null ? 'not to be worked out' : sayMoney(shows.again)}. Please tell us.
          </p>
        </WarningCallout>
      )}
      <p>
        Formula version {shows.formula.version}: {shows.formula.says}
      </p>
      <p>
        Rates of {sayShortDay(shows.ratesOn)}.
        {shows.because === null ? '' : ` Reason given: ${shows.because}`}
      </p>
      {shows.warnings.length > 0 ? (
        <>
          <h2>What had been noticed</h2>
          <ul>
            {shows.warnings.map(one => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      ) : null}
      <MoneyTable
        caption="The sum line by line, for a week"
        what="For"
        columns={['A week']}
        total="Together"
        empty=""
        rows={shows.lines.map(line => ({
          key: line.key,
          says: line.says,
          about: `${line.working}. ${line.rateSource}`,
          sums: [line.weekly],
        }))}
      />
    </>
  ),
})
