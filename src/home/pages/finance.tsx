import { CaseTable } from '../../cases/public.ts'
import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { DataTable, InsetText, LinkButton, SubmitButtons, SummaryList, Tag } from '../../nhs/public.ts'
import { sayStanding } from '../../recoveries/public.ts'
import type { financesWeek } from '../queries/staff.ts'

type Week = Awaited<ReturnType<typeof financesWeek>>
type Shows = { readonly week: Week; readonly me: string | null; readonly today: PlainDate }

const payments = (count: number): string => (count === 1 ? '1 payment' : `${count} payments`)

const Due = ({ week }: { week: Week }) => (
  <>
    <h2>Due in the next 7 days</h2>
    <SummaryList
      facts={[
        { says: 'In all', is: `${sayMoney(week.total)}, ${payments(week.count)}` },
        {
          says: 'Blocked',
          is:
            week.blocked === 0 ? (
              'Nothing stands against any of them.'
            ) : (
              <>
                <Tag means="needs-you">{payments(week.blocked)}</Tag> {sayMoney(week.blockedTotal)}, each with
                its reasons
              </>
            ),
        },
        ...(week.late === 0
          ? []
          : [{ says: 'Late', is: <Tag means="overdue">{`${payments(week.late)} should have left`}</Tag> }]),
      ]}
    />
    <SubmitButtons>
      <LinkButton href="/payments">See what is due and prepare a run</LinkButton>
    </SubmitButtons>
  </>
)

const Runs = ({ runs }: Pick<Week, 'runs'>) => (
  <DataTable
    caption="Runs that have not left"
    columns={[{ says: 'Run' }, { says: 'Prepared' }, { says: 'By' }]}
    rows={runs.map(run => ({
      key: run.id,
      marked: 'needs-you',
      cells: [
        <a key="run" href={`/payments/runs/${run.id}`}>
          Run {run.number}
        </a>,
        sayShortDay(run.prepared_on),
        run.prepared_by_name,
      ],
    }))}
    empty="No run waits for a signature."
  />
)

const Questions = ({ questions }: Pick<Week, 'questions'>) => (
  <DataTable
    caption="Evidence that needs an answer"
    columns={[
      { says: 'Person' },
      { says: 'Reference' },
      { says: 'Open questions', numeric: true },
      { says: 'Since' },
    ]}
    rows={questions.map(({ reference, full_name, count, since }) => ({
      key: reference,
      cells: [
        <a key="case" href={`/bank/${reference}/questions`}>
          <bdi>{full_name}</bdi>
        </a>,
        reference,
        String(count),
        since === null ? '' : sayShortDay(since),
      ],
    }))}
    empty="Every payment out of a budget that we have read is explained."
  />
)

const Recoveries = ({ recoveries }: Pick<Week, 'recoveries'>) => (
  <DataTable
    caption={`Money asked back (${recoveries.length} open)`}
    columns={[{ says: 'Person' }, { says: 'Stands' }, { says: 'Next' }, { says: 'Amount', numeric: true }]}
    rows={recoveries.slice(0, 10).map(row => ({
      key: `${row.reference} ${row.number}`,
      cells: [
        <a key="one" href={`/recoveries/${row.reference}/${row.number}`}>
          <bdi>{row.name}</bdi>
        </a>,
        sayStanding(row.standing, row.way),
        row.next === null ? '' : sayShortDay(row.next),
        sayMoney(row.amount),
      ],
    }))}
    empty="No money is asked back from anybody."
  />
)

/**
 * A finance officer's week: what is due and what stands against it, runs to sign, accounts to check,
 * evidence.
 */
export const Finance = ({ week, me, today }: Shows) => (
  <>
    <h1>Money, {sayDay(today)}</h1>
    <Due week={week} />
    <Runs runs={week.runs} />
    <CaseTable
      caption={`Waiting for finance (${week.waiting.count})`}
      rows={week.waiting.rows}
      me={me}
      empty="No bank account waits to be checked, and no first payment to be made."
    />
    <Questions questions={week.questions} />
    <Recoveries recoveries={week.recoveries} />
    <InsetText>
      <p>
        A bank account can be checked before both sides have signed:{' '}
        <a href="/agreements">accounts and agreements that wait</a>
      </p>
      <p>
        Spending is looked at by risk, with the reason shown to both sides.{' '}
        <a href="/cases?stage=running">All budgets that run</a>
      </p>
    </InsetText>
  </>
)
