import { type CaseRow, CaseTable } from '../../cases/public.ts'
import { type PlainDate, sayDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { LinkButton, Search, SubmitButtons } from '../../nhs/public.ts'
import type { workersDay } from '../queries/staff.ts'
import type { Today } from '../rules/today.ts'

const most = 10

type PartShows = {
  readonly says: string
  readonly rows: readonly CaseRow[]
  readonly me: string | null
  readonly empty: string
  readonly all: string
}

const Part = ({ says, rows, me, empty, all }: PartShows) => (
  <>
    <CaseTable caption={`${says} (${rows.length})`} rows={rows.slice(0, most)} me={me} empty={empty} />
    {rows.length > most ? (
      <p>
        <a href={all}>
          See all {rows.length}: {says.toLowerCase()}
        </a>
      </p>
    ) : null}
  </>
)

/** One box that finds a case by whatever the caller gives. */
export const FindCase = () => (
  <Search action="/cases" name="find" label="Name, NHS number or reference" width={20} />
)

/** What the reader proposed to pay in the last days, and who decided what. */
const Proposed = ({ proposals }: Pick<Shows, 'proposals'>) =>
  proposals.length === 0 ? null : (
    <>
      <h2>What you proposed to pay</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {proposals.map(({ id, full_name, because, amount, decision }) => (
          <li key={id}>
            <a href={`/payments/proposals/${id}`}>
              {sayMoney(amount)} for <bdi>{full_name}</bdi>: {because}
            </a>
            {decision === null
              ? '. Waits for a second person'
              : `. ${decision.agreed ? 'Agreed' : 'Not agreed'} by ${decision.by}: ${decision.because}`}
          </li>
        ))}
      </ul>
    </>
  )

type Shows = Omit<Awaited<ReturnType<typeof workersDay>>, 'own'> & {
  readonly day: Today
  readonly me: string | null
  readonly today: PlainDate
}

/** A case worker's day: late, due this week, waiting for me, waiting for others, waiting for anybody. */
export const CaseWork = ({ day, nobodys, proposals, me, today }: Shows) => (
  <>
    <h1>Today, {sayDay(today)}</h1>
    <FindCase />
    <Part
      says="Overdue"
      rows={day.overdue}
      me={me}
      empty="Nothing of yours is late."
      all="/cases?worker=me&turn=me&overdue=yes"
    />
    <Part
      says="Due this week"
      rows={day.week}
      me={me}
      empty="Nothing of yours is due in the next seven days."
      all="/cases?worker=me&turn=me"
    />
    <Part
      says="Waiting for me"
      rows={day.mine}
      me={me}
      empty="Nothing else waits for you."
      all="/cases?worker=me&turn=me"
    />
    <Part
      says="Waiting for others"
      rows={day.others}
      me={me}
      empty="None of your cases waits for anybody else."
      all="/cases?worker=me"
    />
    <CaseTable
      caption={`Nobody has these yet (${nobodys.count})`}
      rows={nobodys.rows}
      me={me}
      empty="Every case has a case worker."
    />
    <Proposed proposals={proposals} />
    <SubmitButtons>
      <LinkButton href="/cases">The whole caseload</LinkButton>
      <LinkButton href="/requests/telephone/new" second>
        Write down a call
      </LinkButton>
    </SubmitButtons>
  </>
)
