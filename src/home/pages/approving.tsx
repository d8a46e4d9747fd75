import { type Role, roleNames } from '../../access/public.ts'
import { type CaseRow, CaseTable, type Counted, stageSays } from '../../cases/public.ts'
import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import { DataTable, InsetText, LinkButton, type Row, Tag } from '../../nhs/public.ts'
import type { approversQueue } from '../queries/staff.ts'
import { FindCase } from './case-work.tsx'

type Limits = readonly { readonly role: Role; readonly weekly: Pence | null }[]
type Shows = {
  readonly queue: Awaited<ReturnType<typeof approversQueue>>
  readonly me: string | null
  readonly today: PlainDate
}

const sayLimit = ({ role, weekly }: Limits[number]): string =>
  `As ${roleNames[role].toLowerCase()} you may approve ${
    weekly === null ? 'any sum' : `up to ${sayMoney(weekly)} a week`
  }.`

/** The sum against what the reader may approve. A limit is up to and including. */
const Against = ({ weekly, limits }: { weekly: Pence | null; limits: Limits }) => {
  if (weekly === null) return <>No sum to see</>
  const within = limits.some(limit => limit.weekly === null || limit.weekly >= weekly)
  return (
    <>
      {sayMoney(weekly)} a week{' '}
      {limits.length === 0 ? null : within ? (
        <Tag means="good">Within your limit</Tag>
      ) : (
        <Tag means="bad">Above your limit</Tag>
      )}
    </>
  )
}

const hrefOf = (row: CaseRow): string =>
  row.stage === 'agreement' || row.will.includes('agreement')
    ? `/agreements/${row.reference}`
    : `/plans/${row.reference}/sign-off`

const queueRow = (row: CaseRow, limits: Limits): Row => ({
  key: row.reference,
  marked: 'needs-you',
  cells: [
    <a key="who" href={hrefOf(row)}>
      <bdi>{row.name}</bdi>
    </a>,
    `Please ${row.will}`,
    <Against key="sum" weekly={row.weekly} limits={limits} />,
    sayShortDay(row.received),
    row.worker?.name ?? 'Nobody yet',
  ],
})

const Standing = ({ counts }: { counts: readonly Counted[] }) => {
  const stages = [...new Set(counts.map(({ stage }) => stage))].sort(
    (a, b) => Object.keys(stageSays).indexOf(a) - Object.keys(stageSays).indexOf(b),
  )
  const sum = (stage: string, what: 'count' | 'overdue'): number =>
    counts.filter(one => one.stage === stage).reduce((total, one) => total + one[what], 0)
  return (
    <DataTable
      caption="Where all cases stand"
      columns={[{ says: 'Stage' }, { says: 'Cases', numeric: true }, { says: 'Overdue', numeric: true }]}
      rows={stages.map(stage => ({
        key: stage,
        cells: [
          <a key="stage" href={`/cases?stage=${stage}`}>
            {stageSays[stage]}
          </a>,
          String(sum(stage, 'count')),
          String(sum(stage, 'overdue')),
        ],
      }))}
      empty="There are no cases yet."
    />
  )
}

/**
 * An approver's queue, oldest first, each with the one-line ask and its sum against the limit; then the
 * whole team.
 */
export const Approving = ({ queue, me, today }: Shows) => (
  <>
    <h1>To approve, {sayDay(today)}</h1>
    <InsetText>
      {queue.limits.length === 0 ? (
        <p>No limit is set for your role, so you may approve nothing. Your administrator sets it.</p>
      ) : (
        queue.limits.map(limit => <p key={limit.role}>{sayLimit(limit)}</p>)
      )}
      <p>Whoever wrote a plan does not approve it.</p>
    </InsetText>
    <DataTable
      caption={`Waiting for an approver (${queue.signing.count})`}
      columns={[
        { says: 'Person' },
        { says: 'What is asked' },
        { says: 'Sum against your limit' },
        { says: 'Asked first' },
        { says: 'Case worker' },
      ]}
      rows={queue.signing.rows.map(row => queueRow(row, queue.limits))}
      empty="Nothing waits to be approved."
    />
    <CaseTable
      caption={`Decisions to look at again (${queue.again.count})`}
      rows={queue.again.rows}
      me={me}
      empty="Nobody has asked for a decision to be looked at again."
    />
    <CaseTable
      caption={`Overdue in the team (${queue.overdue.count})`}
      rows={queue.overdue.rows}
      me={me}
      empty="Nothing is late."
    />
    <Standing counts={queue.counts} />
    <FindCase />
    <LinkButton href="/cases">The whole caseload</LinkButton>
  </>
)
