import { type Moment, sayMoment } from '../../kernel/days.ts'
import { DataTable, type Html, LinkButton } from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import type { HappeningShown } from '../queries/looks.ts'
import { cellsOf, Pages, type Paging } from './looks.tsx'

export type RecordShows = {
  readonly rows: readonly HappeningShown[]
  readonly paging: Paging
  readonly typed: Typed
  readonly chain: {
    readonly links: number
    readonly waiting: number
    readonly link: string
    readonly sealedAt: string | null
  }
}

const kinds = [
  ['', 'Everything'],
  ['look', 'Looks'],
  ['change', 'Changes'],
  ['refused', 'Refusals'],
] as const

const Box = ({
  name,
  label,
  type,
  typed,
}: {
  name: string
  label: string
  type: 'text' | 'date'
  typed: Typed
}): Html => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={name}>
      {label}
    </label>
    <input
      className="nhsuk-input nhsuk-input--width-20"
      id={name}
      name={name}
      type={type}
      defaultValue={String(typed[name] ?? '')}
    />
  </div>
)

const Filters = ({ typed }: { typed: Typed }) => (
  <form action="/access/record" method="get" noValidate aria-label="Filter the record">
    <Box name="actor" label="Name of who did it" type="text" typed={typed} />
    <Box name="person" label="Person’s id" type="text" typed={typed} />
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="kind">
        Kind
      </label>
      <select className="nhsuk-select" id="kind" name="kind" defaultValue={String(typed['kind'] ?? '')}>
        {kinds.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
    <Box name="from" label="From day" type="date" typed={typed} />
    <Box name="until" label="Until day" type="date" typed={typed} />
    <button className="nhsuk-button nhsuk-button--secondary" type="submit">
      Show
    </button>
  </form>
)

const Chain = ({ chain }: Pick<RecordShows, 'chain'>) => (
  <section aria-labelledby="chain">
    <h2 id="chain">The chain</h2>
    <p>
      {chain.sealedAt === null
        ? 'Nothing is sealed yet.'
        : `${chain.links} lines are sealed, the last one on ${sayMoment(chain.sealedAt as Moment)}.`}{' '}
      {chain.waiting === 0 ? 'None wait.' : `${chain.waiting} wait to be sealed.`}
    </p>
    {chain.link === '' ? null : (
      <p className="app-code">
        Last link: <code>{`${chain.links}:${chain.link}`}</code>
      </p>
    )}
    <LinkButton href="/access/record/export" second>
      Save the chain to check it elsewhere
    </LinkButton>
  </section>
)

/** What happened in the records that an auditor may read, and how the chain stands. */
export const recordPage = ({ rows, paging, typed, chain }: RecordShows): Page => ({
  title: 'The record',
  wide: true,
  body: (
    <>
      <h1>The record</h1>
      <p>Every change, look and refusal in the records of your organisation.</p>
      <Filters typed={typed} />
      <DataTable
        caption="Happenings, newest first"
        columns={[
          { says: 'Who' },
          { says: 'Role' },
          { says: 'When' },
          { says: 'What' },
          { says: 'What for' },
          { says: 'Person' },
        ]}
        rows={rows.map(row => ({
          key: row.id,
          cells: [
            ...cellsOf(row),
            row.person_id === null ? (
              'Nobody'
            ) : (
              <a key="person" href={`/access/record?person=${row.person_id}`}>
                {row.person_id.slice(-8)}
              </a>
            ),
          ],
        }))}
        empty="Nothing like this has happened."
      />
      <Pages {...paging} />
      <Chain chain={chain} />
    </>
  ),
})
