import { sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import { DataTable, type Html, Pagination, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { EvidenceRow } from '../queries/evidence.ts'

const rowsAPage = 50

export type Which = 'answer' | 'all'

const needs = (row: EvidenceRow): Html => (
  <>
    {row.callAsked ? <Tag means="needs-you">Asked for a call</Tag> : null}{' '}
    {row.overdue ? <Tag means="overdue">Statement overdue</Tag> : null}{' '}
    {row.questions > 0 ? <Tag means="waiting">{`${row.questions} open`}</Tag> : null}{' '}
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

type Shows = { readonly rows: readonly EvidenceRow[]; readonly which: Which; readonly page: number }

/** Budgets whose evidence needs an answer: statements overdue, questions open, more spent than agreed. */
export function evidencePage({ rows, which, page }: Shows): Page {
  const waiting = rows.filter(row => row.needsAnswer)
  const listed = which === 'all' ? rows : waiting
  const pages = Math.max(1, Math.ceil(listed.length / rowsAPage))
  const shown = listed.slice((page - 1) * rowsAPage, page * rowsAPage)
  return {
    title: 'Evidence',
    wide: true,
    body: (
      <>
        <h1>Evidence</h1>
        <TabLinks
          name="Which budgets"
          tabs={[
            { href: '/bank', says: 'Needs an answer', count: waiting.length, current: which === 'answer' },
            { href: '/bank?show=all', says: 'All with money', count: rows.length, current: which === 'all' },
          ]}
        />
        <DataTable
          caption={which === 'all' ? 'All budgets with money' : 'Evidence that needs an answer'}
          columns={[
            { says: 'Person' },
            { says: 'Reference' },
            { says: 'Needs' },
            { says: 'Statements until' },
            { says: 'Next due' },
            { says: 'Questions' },
            { says: 'Spent so far', numeric: true },
          ]}
          rows={shown.map(rowOf)}
          empty="There is nothing to answer."
        />
        <Pagination page={page} pages={pages} hrefOf={to => `/bank?show=${which}&page=${to}`} />
      </>
    ),
  }
}
