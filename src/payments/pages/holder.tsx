import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  confidenceSays,
  DataTable,
  Details,
  EmptyState,
  InsetText,
  Money,
  OpenFigure,
  Reading,
  Tag,
} from '../../nhs/public.ts'
import { personStrip } from '../../people/public.ts'
import type { Page } from '../../platform/route.ts'
import type { checksWaiting } from '../queries/checks.ts'
import type { HolderView } from '../queries/holder.ts'
import { tellCheck } from '../rules/checks.ts'
import { fullCost } from '../rules/why-not-pay.ts'
import { everyNames, partNames } from '../types.ts'
import { AheadShown, RepeatsShown } from './holder-ahead.tsx'
import { ToldReasons } from './reasons.tsx'

type Paid = HolderView['paid'][number]
type Next = HolderView['next'][number]
type ScheduleShown = HolderView['schedules'][number]

const days = (one: { from: PlainDate; until: PlainDate; isFor: string | null }): string =>
  one.isFor ?? `${sayShortDay(one.from)} to ${sayShortDay(one.until)}`

const sayTakenOff = ({ amount, because }: NonNullable<Next['takenOff']>): string =>
  `${sayMoney(amount)} is taken off it: ${because}.`

const NextOne = ({ next }: { next: Next }) => (
  <InsetText>
    <p className="nhsuk-body-l">
      <strong>{sayMoney(next.amount)}</strong>{' '}
      {next.reasons.length === 0 ? (
        <>
          is due to leave us on <time dateTime={next.leavesOn}>{sayDay(next.leavesOn)}</time>.
        </>
      ) : (
        <>
          for {days(next)} cannot be paid yet. <Tag means="needs-you">On hold</Tag>
        </>
      )}
    </p>
    {next.takenOff === undefined ? null : <p>{sayTakenOff(next.takenOff)}</p>}
    {next.reasons.length === 0 ? <p>It is for {days(next)}.</p> : <ToldReasons reasons={next.reasons} />}
  </InsetText>
)

type Checked = { readonly checks: Awaited<ReturnType<typeof checksWaiting>> }

const Waiting = ({ waiting, checks }: Pick<HolderView, 'waiting'> & Checked) =>
  waiting.length === 0 ? null : (
    <InsetText>
      {waiting.map(one => (
        <p key={one.id}>
          <strong>{sayMoney(one.amount)}</strong> for {sayShortDay(one.period_from)} to{' '}
          {sayShortDay(one.period_until)} is being released, to leave us on {sayDay(one.leaves_on)}.{' '}
          {checks
            .filter(({ instruction }) => instruction === one.id)
            .map(tellCheck)
            .join(' ')}
        </p>
      ))}
    </InsetText>
  )

const levelSays =
  'Each month is the same sum: weekly × 365 ÷ 7 ÷ 12. The last month of the year, in March, takes the ' +
  'difference, so that nothing is lost. '

const Schedules = ({ schedules }: { schedules: readonly ScheduleShown[] }) => (
  <>
    {schedules.map(one => (
      <OpenFigure
        key={one.id}
        figure={`${sayMoney(one.weekly)} a week`}
        about={
          `${partNames[one.part].toLowerCase()}, paid ${everyNames[one.every]}, ` +
          `${one.in_advance ? 'before' : 'after'} the days it is for`
        }
      >
        <p>
          Agreed from {sayShortDay(one.from_on)}
          {one.last === null ? '' : ` until ${sayShortDay(one.last)}`}. A day’s money is one seventh of the
          week’s. Part of a period is paid by its days, rounded to the penny once.
        </p>
        <p>
          {one.every === 'month' && one.method === 'level-months' ? levelSays : ''}What falls on a weekend or
          a bank holiday leaves on the working day before: your local NHS has set that.
        </p>
        <p>
          {fullCost.says} {confidenceSays[fullCost.confidence]}
        </p>
      </OpenFigure>
    ))}
  </>
)

/** How it was paid under agreements that are over. */
const Before = ({ schedules }: { schedules: readonly ScheduleShown[] }) =>
  schedules.length === 0 ? null : (
    <Details says="How it was paid before">
      <Schedules schedules={schedules} />
    </Details>
  )

const became = (one: Paid, today: PlainDate): string => {
  if (one.returned_on !== null) return `Came back on ${sayShortDay(one.returned_on)}. It will be paid again.`
  return one.leaves_on > today ? 'Released, leaves us on that day' : 'Paid'
}

const paidFor = (one: Paid): string => {
  const what = one.is_for ?? `${sayShortDay(one.period_from)} to ${sayShortDay(one.period_until)}`
  const to = one.part === 'notional' ? `, to ${one.paid_to}` : ''
  return one.netted > 0n ? `${what}, less ${sayMoney(one.netted)} that was paid ahead` : `${what}${to}`
}

const History = ({ paid, today }: { paid: readonly Paid[]; today: PlainDate }) => (
  <DataTable
    caption="What was paid"
    columns={[
      { says: 'Leaves us on' },
      { says: 'For' },
      { says: 'Amount', numeric: true },
      { says: 'Your statement shows' },
      { says: 'What became of it' },
    ]}
    rows={paid.map(one => ({
      key: one.id,
      cells: [
        sayShortDay(one.leaves_on),
        paidFor(one),
        <Money key="sum" sum={one.amount} />,
        one.end_to_end_id,
        became(one, today),
      ],
    }))}
    empty="Nothing has been paid yet."
  />
)

const Coming = ({ next }: { next: readonly Next[] }) =>
  next.length === 0 ? (
    <EmptyState
      says="No payment is to come."
      next="If you think there should be one, send your team a message."
    />
  ) : (
    <>
      {next.slice(0, 1).map(one => (
        <NextOne key={one.from} next={one} />
      ))}
      {next.length < 2 ? null : (
        <>
          <h3>After that</h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {next.slice(1).map(one => (
              <li key={`${one.part} ${one.from}`}>
                {sayMoney(one.amount)} on {sayDay(one.leavesOn)}, for {days(one)}
                {one.takenOff === undefined ? '' : `. ${sayTakenOff(one.takenOff)}`}
                {one.reasons.length === 0 ? '' : '. Something has to be done first:'}
                {one.reasons.length === 0 ? null : <ToldReasons reasons={one.reasons} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )

/** A budget's payments, for the one who holds it: what comes next, what was paid, and why if not. */
export const holderPage = (
  view: HolderView,
  { today, checks }: { readonly today: PlainDate } & Checked,
): Page => {
  const over = ({ last }: ScheduleShown): boolean => last !== null && last < today
  return {
    title: 'Payments',
    person: personStrip(view.person, today),
    body: (
      <Reading>
        <h1>Payments</h1>
        <p>Your reference: {view.reference}</p>
        <h2>What comes next</h2>
        <Waiting waiting={view.waiting} checks={checks} />
        <Coming next={view.next} />
        <AheadShown advances={view.advances} />
        <RepeatsShown repeats={view.repeats} />
        <h2>How it is paid</h2>
        <Schedules schedules={view.schedules.filter(one => !over(one))} />
        <Before schedules={view.schedules.filter(over)} />
        <History paid={view.paid} today={today} />
      </Reading>
    ),
  }
}
