import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { nothing, type Pence, plus, sayMoney } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import { strandNames } from '../../needs/public.ts'
import { MoneyTable, Pages, SummaryList } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { ChargeRow } from '../tables.ts'
import type { StatementId } from '../types.ts'

export type ChargeShown = Pick<
  ChargeRow,
  'id' | 'reference' | 'says' | 'strand' | 'from_on' | 'until_on' | 'pence'
> & {
  /** How much of it is in dispute, and who pays that meanwhile: the board or the body. */
  readonly disputed: Pence
  readonly interim: 'board' | 'body' | null
}

export type StatementShown = {
  readonly id: StatementId
  readonly number: number
  readonly lead: string
  readonly body: string
  readonly from: PlainDate
  readonly until: PlainDate
  readonly madeOn: PlainDate
  readonly madeBy: string
  readonly charges: readonly ChargeShown[]
  /** What counts no longer, since the shares changed from a past day. */
  readonly replaced: readonly ChargeShown[]
  readonly corrections: readonly {
    readonly id: string
    readonly reference: string
    readonly before_pence: Pence
    readonly after_pence: Pence
    readonly because: string
    readonly made_on: PlainDate
    readonly made_by_name: string
  }[]
}

/** What was corrected, when and why, and what the lines were before. */
const Corrections = ({ corrections, replaced }: Pick<StatementShown, 'corrections' | 'replaced'>) =>
  corrections.length === 0 ? null : (
    <>
      <h2>Corrected, since the shares changed from a past day</h2>
      <ul>
        {corrections.map(one => (
          <li key={one.id}>
            {sayShortDay(one.made_on)}, {one.reference}: {sayMoney(one.before_pence)} became{' '}
            {sayMoney(one.after_pence)}. {one.because} ({one.made_by_name})
          </li>
        ))}
      </ul>
      <MoneyTable
        caption="Charges that count no longer"
        what="Line"
        columns={['Was']}
        rows={replaced.map(one => ({ ...rowOf(one), sums: [one.pence] }))}
        empty="None: there was no charge before."
      />
    </>
  )

/** What a body is asked for: its agreed part, and what it pays meanwhile without prejudice. */
export function sumsOf(charges: readonly ChargeShown[]) {
  const all = plus(nothing, ...charges.map(({ pence }) => pence))
  const disputed = plus(nothing, ...charges.map(one => one.disputed))
  const meanwhile = plus(nothing, ...charges.filter(one => one.interim === 'body').map(one => one.disputed))
  const agreed = (all - disputed) as Pence
  return { all, disputed, agreed, meanwhile, toPay: plus(agreed, meanwhile) }
}

const rowOf = (one: ChargeShown) => ({
  key: one.id,
  says: `${one.says}, ${strandNames[one.strand].toLowerCase()}`,
  about: `${one.reference}, ${sayShortDay(one.from_on)} to ${sayShortDay(one.until_on)}`,
  sums: [(one.pence - one.disputed) as Pence, one.disputed === nothing ? null : one.disputed],
})

type Shows = StatementShown & { readonly paging: Paging; readonly hrefOf: (page: number) => string }

const many = ({ count }: Paging): string => count.toLocaleString('en-GB')

/** The lines of one page; added up only where that is all of them, since the sums of all stand above. */
const Charges = ({ charges, body, from, until, paging, hrefOf }: Shows) => (
  <>
    <MoneyTable
      caption={`What ${body} carries, ${sayShortDay(from)} to ${sayShortDay(until)} (${many(paging)})`}
      what="Line"
      columns={['Agreed', 'In dispute']}
      rows={charges.slice(paging.before, paging.before + paging.most).map(rowOf)}
      {...(paging.pages === 1 ? { total: 'Together' } : {})}
      empty="Nothing of this statement can be shown to you."
    />
    <Pages paging={paging} hrefOf={hrefOf} />
  </>
)

/** A recharge statement, to be read, printed and saved: one body, one period. */
export const statementPage = (shows: Shows): Page => {
  const { agreed, disputed, meanwhile, toPay } = sumsOf(shows.charges)
  const days = `${sayShortDay(shows.from)} to ${sayShortDay(shows.until)}`
  return {
    title: `Recharge statement ${shows.number}`,
    back: '/funding',
    wide: true,
    body: (
      <>
        <h1>
          <span className="nhsuk-caption-l">
            {shows.lead} to {shows.body}
          </span>{' '}
          Recharge statement {shows.number}, {days}
        </h1>
        <SummaryList
          facts={[
            { says: 'Agreed part', is: sayMoney(agreed) },
            { says: 'In dispute', is: sayMoney(disputed) },
            { says: `Of that, ${shows.body} pays meanwhile, without prejudice`, is: sayMoney(meanwhile) },
            { says: 'To pay', is: sayMoney(toPay) },
            { says: 'Made', is: `${sayShortDay(shows.madeOn)}, ${shows.madeBy}` },
          ]}
        />
        <Charges {...shows} />
        {shows.paging.pages === 1 ? null : (
          <p>
            <a href={`/funding/statements/${shows.id}?all=yes`}>Show every line on one page, to print</a>
          </p>
        )}
        <Corrections corrections={shows.corrections} replaced={shows.replaced} />
        <p>
          <a href={`/funding/statements/${shows.id}/statement.csv`}>Save it as CSV</a>
          {' · '}
          <a href={`/funding/statements/${shows.id}/journal.csv`}>Save the journal as CSV</a>
        </p>
      </>
    ),
  }
}
