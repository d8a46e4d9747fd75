import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  Choices,
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
import { exclusions, findRule, relations } from '../../rights/public.ts'
import { familyPlaces } from '../prepare-form.ts'
import { holderSays, howSays } from '../rules/say.ts'
import { hows } from '../types.ts'

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

const choose = (texts: readonly string[]) =>
  texts.map(value => ({ value, label: value.replaceAll('-', ' ') }))

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
        <TextField
          name={`because-${line.line_key}`}
          label={`Why it is held in another way: ${line.says}`}
        />
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
        hint="Under 16 a parent or representative decides. From 16 people decide themselves, unless they cannot."
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

const Consent = () => (
  <YesNo
    name="consented"
    label="Was consent to a direct payment given?"
    hint="It can be written down later. Nothing is paid as a direct payment before."
    yes={
      <>
        <TextField name="consentBy" label="Who consented" />
        <DayField name="consentOn" label="On which day" />
        <Select
          name="consentHow"
          label="How"
          none="Choose"
          options={hows.map(value => ({ value, label: howSays[value] }))}
        />
      </>
    }
  />
)

const Orders = () => (
  <Choices
    name="orders"
    label="Is any of these court orders in force?"
    hint="Ask about each. An order rules out the direct payment only: the other two ways stay open for the whole sum."
    ways={[
      ...exclusions.map((value, place) => ({
        value,
        label: value.replaceAll('-', ' '),
        hint: findRule(`DP-EXCL-${'ABCDEFGH'[place]}`).says,
        also: (
          <>
            <DayField name={`${value}-from`} label="First day of the order" />
            <DayField name={`${value}-until`} label="Last day, if known" />
          </>
        ),
      })),
      { value: 'none', label: 'None of these', apart: true },
    ]}
  />
)

const OneOff = () => (
  <YesNo
    name="oneOff"
    label="Is it a one-off payment?"
    hint="It may then go to an everyday account. How many things it may be for is not read in the law: a local setting counts."
    yes={
      <>
        <TextField name="items" label="How many things it is for" width={3} numeric />
        <TextField
          name="paymentsInYear"
          label="How many payments in the financial year, this one too"
          width={3}
          numeric
        />
      </>
    }
  />
)

const Family = () => (
  <>
    <h2>Family and friends who are paid</h2>
    <p>
      Leave it empty if nobody near to the person is paid. Family in the same household are paid for care only
      where it is necessary, and that is decided here, with the reason. Relatives who live elsewhere may be
      paid without more.
    </p>
    {familyPlaces.map(place => (
      <fieldset key={place} className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Person {place}</legend>
        <TextField name={`family-name-${place}`} label="Name" />
        <Select
          name={`family-relation-${place}`}
          label="What they are to the person"
          none="Choose"
          options={choose(relations)}
        />
        <Choices
          name={`family-household-${place}`}
          label="Household"
          ways={[{ value: 'yes', label: 'They live in the same household' }]}
        />
        <Select
          name={`family-for-${place}`}
          label="What they are paid for"
          none="Choose"
          options={choose(['care', 'help-with-managing'])}
        />
        <TextField name={`family-because-${place}`} label="Why it is necessary" />
      </fieldset>
    ))}
  </>
)

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
