import { sayShortDay } from '../../kernel/days.ts'
import {
  DataTable,
  DayField,
  Details,
  Form,
  InsetText,
  Money,
  Reading,
  SubmitButton,
  Tag,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { FlagShown, SampledLine, SampleShown } from '../queries/monitoring.ts'
import { flagSays } from '../rules/flags.ts'
import { type Looking, type MonitoringSettings, reasonSays, tierSays } from '../rules/monitoring.ts'
import { sayFor } from './moves.tsx'
import { type About, whose } from './receipts.tsx'

type Looked = About & {
  /** Null where there is no money to look at yet. */
  readonly looking: (Looking & { readonly settings: MonitoringSettings }) | null
  readonly flags: readonly FlagShown[]
  readonly samples: readonly SampleShown[]
  readonly lines: readonly SampledLine[]
  readonly names: ReadonlyMap<string, string>
  readonly mayLook: boolean
  readonly payees: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const Why = ({ looking }: Pick<Looked, 'looking'>) => {
  if (looking === null) return <p>There is no money in this budget yet, so there is nothing to look at.</p>
  const { tier, reasons, settings } = looking
  return (
    <>
      <h2>{tierSays[tier]}</h2>
      <ul>
        {reasons.map(reason => (
          <li key={reason}>{reasonSays[reason]}</li>
        ))}
      </ul>
      <p>
        Of every 100 payments we look at {settings.shares[tier]}, and at {settings.least} at the least. Which
        ones is drawn by lot.
      </p>
      <Details says="How this is decided">
        <p>
          No law says how closely we look. We have to make sure that the money is used as agreed. A light look
          is {settings.shares.light} in 100, the usual one {settings.shares.usual}, a closer one{' '}
          {settings.shares.close}. After {settings.settledDays} days with nothing open a light look is enough.
          These are local figures: each NHS body may set its own, from a day.
        </p>
      </Details>
    </>
  )
}

const Flag = ({ flag, shows }: { flag: FlagShown; shows: Looked }) => (
  <li>
    <p>
      <Tag means="needs-you">{flagSays[flag.kind]}</Tag> since {sayShortDay(flag.raised_on)}.{' '}
      <bdi>{flag.because}</bdi>{' '}
      {flag.line_id === null ? null : (
        <a href={`/bank/${shows.reference}/lines/${flag.line_id}`}>See the payment</a>
      )}
    </p>
    {shows.mayLook ? (
      <Form action={`/bank/${shows.reference}/flags/${flag.id}/ending`} name={`Settle: ${flag.because}`}>
        <TextField name="found" id={`found-${flag.id}`} label="What did you find? The family reads this" />
        <SubmitButton small look="second">
          Settle this
        </SubmitButton>
      </Form>
    ) : null}
  </li>
)

const Flags = ({ shows }: { shows: Looked }) => {
  const open = shows.flags.filter(({ ended_on }) => ended_on === null)
  const ended = shows.flags.filter(({ ended_on }) => ended_on !== null)
  return (
    <section>
      <h2>What is not settled</h2>
      <p>A flag is a question and blames nobody. It may be right as it is: tell us.</p>
      {open.length === 0 ? <p>Nothing. All is settled.</p> : null}
      <ul>
        {open.map(flag => (
          <Flag key={flag.id} flag={flag} shows={shows} />
        ))}
      </ul>
      {ended.length === 0 ? null : (
        <Details says={`Settled before: ${ended.length}`}>
          <ul>
            {ended.map(flag => (
              <li key={flag.id}>
                {flagSays[flag.kind]}, {sayShortDay(flag.raised_on)} to{' '}
                {sayShortDay(flag.ended_on ?? flag.raised_on)}. <bdi>{flag.ended_because}</bdi> (
                {flag.ended_by_name})
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

const Sample = ({ sample, shows }: { sample: SampleShown; shows: Looked }) => {
  const lines = shows.lines.filter(({ sample_id }) => sample_id === sample.id)
  const days = `${sayShortDay(sample.from_on)} to ${sayShortDay(sample.until_on)}`
  return (
    <section>
      <DataTable
        caption={`${days}: ${lines.length} of ${sample.of_lines} payments`}
        columns={[
          { says: 'Day' },
          { says: shows.payees ? 'Who' : 'Payment' },
          { says: 'Amount', numeric: true },
          { says: 'What for' },
          { says: 'Receipts', numeric: true },
        ]}
        rows={lines.map(line => ({
          key: line.id,
          cells: [
            sayShortDay(line.on_day),
            <a key="who" href={`/bank/${shows.reference}/lines/${line.id}`}>
              {shows.payees ? <bdi>{line.says.trim() || 'No name on the statement'}</bdi> : 'See the payment'}
            </a>,
            <Money key="sum" sum={line.amount} />,
            sayFor(line, shows.names),
            String(line.receipts ?? 0n),
          ],
        }))}
        empty="No payments."
      />
      <Details says="Why these payments">
        <p>
          {sample.drawn_by_name} drew them on {sayShortDay(sample.drawn_on)}. It was{' '}
          {tierSays[sample.tier].toLowerCase()}:{' '}
          {sample.reasons.map(one => reasonSays[one as keyof typeof reasonSays] ?? one).join(' ')} The lot
          fell on them. Nobody chose them, and anybody can draw the same ones again from “{sample.seed}”.
        </p>
      </Details>
    </section>
  )
}

const Draw = ({ shows }: { shows: Looked }) => (
  <section>
    <h2>Draw payments to look at</h2>
    <Form
      action={`/bank/${shows.reference}/samples`}
      name="Draw payments to look at"
      typed={shows.typed}
      errors={shows.errors}
    >
      <DayField name="from" label="First day" />
      <DayField name="until" label="Last day" />
      <SubmitButton>Draw the payments</SubmitButton>
    </Form>
  </section>
)

/** How closely a budget is looked at, and why: the same page for the family and for staff. */
export const lookingPage = (shows: Looked): Page => ({
  title: 'How closely we look, and why',
  back: `/bank/${shows.reference}`,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...whose(shows),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <Reading>
        <h1>How closely we look, and why</h1>
        <InsetText>
          <p>
            We look at the money, never at who you are, what you live with or where you go. We keep no places.
            You and your team read the same page.
          </p>
        </InsetText>
        <Why looking={shows.looking} />
        <Flags shows={shows} />
        <h2>Payments that we looked at</h2>
        {shows.samples.length === 0 ? <p>None were drawn yet.</p> : null}
      </Reading>
      {shows.samples.map(sample => (
        <Sample key={sample.id} sample={sample} shows={shows} />
      ))}
      {shows.mayLook && shows.looking !== null ? <Draw shows={shows} /> : null}
    </>
  ),
})
