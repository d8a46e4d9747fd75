import { sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import { DataTable, Filters, type Html, Pages, SearchField, Select, Tag } from '../../nhs/public.ts'
import type { Page, Typed } from '../../platform/route.ts'
import type { Evidence, EvidenceRow } from '../queries/evidence.ts'
import { type EvidenceKind, evidenceKinds } from '../types.ts'

const needs = (row: EvidenceRow): Html => (
  <>
    {row.callAsked ? <Tag means="needs-you">Asked for a call</Tag> : null}{' '}
    {row.overdue ? <Tag means="overdue">Statement overdue</Tag> : null}{' '}
    {row.questions > 0 ? <Tag means="waiting">{`${row.questions} open`}</Tag> : null}{' '}
    {row.flags > 0 ? (
      <a href={`/bank/${row.reference}/looking`}>{row.flags === 1 ? '1 flag' : `${row.flags} flags`}</a>
    ) : null}{' '}
    {row.overspent === null ? null : <Tag means="needs-you">{`${sayMoney(row.overspent)} over`}</Tag>}{' '}
    {row.agreedFirst === nothing ? null : (
      <Tag means="good">{`${sayMoney(row.agreedFirst)} asked first: yes`}</Tag>
    )}
  </>
)

const rowOf = (row: EvidenceRow) => ({
  key: row.reference,
  ...(row.overdue ? { marked: 'overdue' as const } : row.needsAnswer ? { marked: 'needs-you' as const } : {}),
  cells: [
    <a key="who" href={`/bank/${row.reference}`}>
      <bdi>{row.name}</bdi>
    </a>,
    row.reference,
    needs(row),
    row.shownUntil === null ? 'None yet' : sayShortDay(row.shownUntil),
    sayShortDay(row.statementDue),
    row.askedSince === null ? (
      ''
    ) : (
      <a key="asked" href={`/bank/${row.reference}/questions`}>
        Since {sayShortDay(row.askedSince)}
      </a>
    ),
    sayMoney(row.spent),
  ],
})

type Shows = {
  readonly evidence: Evidence
  readonly kind: EvidenceKind
  readonly typed: Typed
  readonly searched: boolean
  readonly hrefOf: (page: number) => string
}

const kindSays = {
  answer: 'Needs an answer',
  overdue: 'Statement overdue',
  questions: 'Open questions',
  call: 'Asked for a call',
  overspent: 'More spent than agreed',
  flags: 'Flags not settled',
  all: 'All with money',
} as const satisfies Record<EvidenceKind, string>

const counted = (count: number): string => count.toLocaleString('en-GB')

/** Budgets whose evidence needs an answer: statements overdue, questions open, more spent than agreed. */
export const evidencePage = ({ evidence, kind, typed, searched, hrefOf }: Shows): Page => ({
  title: 'Evidence',
  wide: true,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">Bank</span> Evidence
      </h1>
      <Filters action="/bank" typed={typed} clear={searched || kind !== 'answer' ? '/bank' : undefined}>
        <SearchField name="find" label="Name, NHS number or reference" />
        <Select
          name="show"
          label="Show"
          options={evidenceKinds.map(value => ({
            value,
            label: `${kindSays[value]} (${counted(evidence.counts[value])})`,
          }))}
        />
      </Filters>
      <DataTable
        caption={`${kindSays[kind]}: ${counted(evidence.paging.count)}, the longest due first`}
        columns={[
          { says: 'Person' },
          { says: 'Reference' },
          { says: 'Needs' },
          { says: 'Statements until' },
          { says: 'Next due' },
          { says: 'Questions' },
          { says: 'Spent so far', numeric: true },
        ]}
        rows={evidence.rows.map(rowOf)}
        empty={searched ? 'No budget here is like this. Clear the filters.' : 'There is nothing to answer.'}
      />
      <Pages paging={evidence.paging} hrefOf={hrefOf} />
      <p>
        <a href="/bank/settings">The board’s own figures</a>
      </p>
    </>
  ),
})
