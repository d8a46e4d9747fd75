import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { type Column, DataTable, type Html, type Row, Tag } from '../../nhs/public.ts'
import { sayPathway, wayShort } from '../../requests/public.ts'
import type { CaseRow } from '../queries/caseload.ts'
import { noLimit, stageSays, whoHas } from '../rules/say.ts'

const columns: readonly Column[] = [
  { says: 'Person' },
  { says: 'Care and way' },
  { says: 'Stage' },
  { says: 'Whose turn' },
  { says: 'By' },
  { says: 'A week', numeric: true },
  { says: 'Case worker' },
]

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const Quiet = ({ children }: { children: Html }) => <span className="app-table__about">{children}</span>

/** By when, and how late it is. Nothing is promised where no limit is known: that is said. */
export const By = ({ by, late, whose }: Pick<CaseRow, 'by' | 'late' | 'whose'>) => {
  if (whose === 'nobody') return <>–</>
  if (by === null) return <Quiet>{noLimit}</Quiet>
  return (
    <>
      {sayShortDay(by)} {late > 0 ? <Tag means="overdue">{`${days(late)} late`}</Tag> : null}
    </>
  )
}

const ways = (row: CaseRow): string =>
  row.ways.length > 1 ? 'Mixed' : row.ways.map(way => wayShort[way]).join('')

const turn = (row: CaseRow, me: string | null): string =>
  row.whose === 'worker' && row.worker?.id === me
    ? 'You'
    : whoHas(row.whose, { team: row.team, worker: row.worker?.name ?? null, person: 'The family' })

const rowOf = (row: CaseRow, me: string | null): Row => ({
  key: row.reference,
  ...(row.late > 0 ? { marked: 'overdue' as const } : {}),
  cells: [
    <>
      <a href={`/cases/${row.reference}`}>
        <bdi>{row.name}</bdi>
      </a>{' '}
      {row.died === null ? null : <Tag means="over">Died</Tag>}
      <Quiet>{row.reference}</Quiet>
    </>,
    <>
      {sayPathway(row.pathway)}
      <Quiet>{ways(row)}</Quiet>
    </>,
    <>
      {stageSays[row.stage]}
      <Quiet>asked {sayShortDay(row.received)}</Quiet>
    </>,
    <>
      {turn(row, me)}
      <Quiet>{row.will === '' ? '' : `to ${row.will}`}</Quiet>
    </>,
    <By key="by" {...row} />,
    row.weekly === null ? '' : sayMoney(row.weekly),
    row.worker?.name ?? 'Nobody yet',
  ],
})

type Shows = {
  readonly caption: string
  readonly rows: readonly CaseRow[]
  readonly me: string | null
  readonly empty: Html
}

/** Cases as staff read them: dense, one line each, the late ones marked. */
export const CaseTable = ({ caption, rows, me, empty }: Shows) => (
  <DataTable caption={caption} columns={columns} rows={rows.map(row => rowOf(row, me))} empty={empty} />
)

export const sayCount = (count: number, overdue: number, today: PlainDate): string =>
  `${count} ${count === 1 ? 'case' : 'cases'}, ${overdue} overdue, on ${sayShortDay(today)}`
