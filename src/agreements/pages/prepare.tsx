import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  DayField,
  Form,
  InsetText,
  Select,
  SubmitButton,
  TextField,
  YesNo,
} from '../../nhs/public.ts'
import { type Way, wayNames, ways } from '../../plans/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { holderSays } from '../rules/say.ts'
import { Consent, Family, OneOff, Orders } from './prepare-parts.tsx'

export type PrepareShows = {
  readonly reference: string
  readonly strip: NonNullable<Page['person']>
  readonly lines: readonly {
    readonly line_key: string
    readonly says: string
    readonly weekly: bigint
    readonly way: Way | null
    readonly employs: boolean
  }[]
  readonly child: boolean
  readonly bonds: readonly {
    readonly id: string
    readonly kind: string
    readonly basis: string | null
    readonly other_name: string
  }[]
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly noticeDays: number
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const LineWays = ({ lines }: Pick<PrepareShows, 'lines'>) => (
  <>
    <h2>How each part is held</h2>
    <p>
      All three ways are open, and a mix of them. Where a way differs from the one asked for in the plan, say
      why: the family reads it.
    </p>
    {lines.map(line => (
      <div key={line.line_key}>
        <Choice
          name={`way-${line.line_key}`}
          label={`${line.says}, ${sayMoney(line.weekly as Parameters<typeof sayMoney>[0])} a week`}
          hint={line.way === null ? undefined : `Asked for in the plan: ${wayNames[line.way]}`}
          ways={ways.map(way => ({ value: way, label: wayNames[way] }))}
        />
        <TextField name={`because-${line.line_key}`} label={`Why it is held in another way: ${line.says}`} />
      </div>
    ))}
  </>
)

const Holder = ({ child, bonds, organisations }: PrepareShows) => {
  const standIns = bonds.filter(({ kind }) => kind === 'parent' || kind === 'representative')
  const nominees = bonds.filter(({ kind }) => kind === 'nominee')
  const options = (kinds: readonly string[]) => [
    ...organisations
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <h2>Who holds the money</h2>
      <YesNo
        name="canDecide"
        label={child ? 'Could the person decide this if they were 16?' : 'Can the person decide this?'}
        hint="Under 16 a parent or representative decides. From 16 people do, unless they cannot."
      />
      <Choice
        name="holder"
        label="Who receives the direct payment?"
        hint="Leave it empty where no part is a direct payment."
        ways={[
          ...(child ? [] : [{ value: 'person', label: 'The person' }]),
          ...standIns.map(one => ({
            value: `representative:${one.id}`,
            label: `${one.other_name}, as representative`,
            hint: one.basis?.replaceAll('-', ' ') ?? one.kind,
          })),
          ...nominees.map(one => ({ value: `nominee:${one.id}`, label: `${one.other_name}, as nominee` })),
          {
            value: 'managed-account',
            label: holderSays['managed-account'],
            also: (
              <Select
                name="managedBy"
                label="Which organisation keeps the account"
                none="Choose an organisation"
                options={options(['provider', 'charity', 'payroll'])}
              />
            ),
          },
        ]}
      />
      <Select
        name="thirdParty"
        label="Which organisation holds the third-party budget?"
        hint="Only where a part is held by a third party."
        none="None"
        options={options(['provider', 'charity'])}
      />
    </>
  )
}

const Insurance = ({ lines }: Pick<PrepareShows, 'lines'>) =>
  lines.some(({ employs }) => employs) ? (
    <>
      <h2>Employer’s insurance</h2>
      <p>The plan employs assistants. No direct payment is made on a day without insurance.</p>
      <DayField name="insuranceFrom" label="First day of the insurance, if known" />
      <DayField name="insuranceUntil" label="Last day of the insurance, if it has one" />
    </>
  ) : null

/** Everything that is chosen when an agreement is prepared, on one page for staff. */
export const preparePage = (shows: PrepareShows): Page => ({
  title: 'Prepare the agreement',
  back: `/agreements/${shows.reference}`,
  person: shows.strip,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.reference}</span> Prepare the agreement
      </h1>
      {shows.lines.length === 0 ? (
        <InsetText>
          <p>There is no plan that is signed off, so there is nothing to hold yet.</p>
        </InsetText>
      ) : null}
      <Form action={`/agreements/${shows.reference}/preparation`} typed={shows.typed} errors={shows.errors}>
        <input type="hidden" name="seen" value={String(shows.typed['seen'] ?? '')} />
        <DayField name="from" label="First day of the agreement" />
        <p>Notice before money is reduced or stopped, from the plan: {shows.noticeDays} days.</p>
        <LineWays lines={shows.lines} />
        <Orders />
        <Holder {...shows} />
        <Consent />
        <Insurance lines={shows.lines} />
        <OneOff />
        <Family />
        <SubmitButton>Prepare the agreement</SubmitButton>
      </Form>
    </>
  ),
})
