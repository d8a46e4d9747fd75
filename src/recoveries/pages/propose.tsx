import { type Pence, sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  Form,
  InsetText,
  MoneyField,
  Reading,
  RuleNote,
  SubmitButton,
  SubmitButtons,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { AnyRule } from '../../rights/public.ts'
import { repaymentGrounds } from '../../rights/public.ts'
import { keptBecause, keptNames } from '../rules/proposing.ts'
import { groundSays } from '../say.ts'
import { owedKinds, type Working } from '../types.ts'
import { WorkingShown } from './working.tsx'

type Shows = {
  readonly reference: string
  readonly working: Working
  readonly died: boolean
  readonly rules: readonly AnyRule[]
  readonly person?: Page['person']
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  /** Worked out with what was typed: nothing is saved yet. */
  readonly workedOut: boolean
  /** The next regular payment, of which unused money may be taken off; null where none is to come. */
  readonly periodPayment: Pence | null
}

/** Sums that no statement shows: what each is for, how much, and why. */
export const OwedFields = ({ always = [] }: { always?: readonly string[] }) =>
  owedKinds.map(kind => (
    <div key={kind}>
      <MoneyField
        name={`owed-${kind}`}
        label={keptNames[kind]}
        hint={always.includes(kind) ? `${keptBecause[kind]} Enter 0 if there is none.` : keptBecause[kind]}
      />
      <TextField name={`why-${kind}`} label={`${keptNames[kind]}: what it is, and how you know`} />
    </div>
  ))

const finalBills = ['wages', 'notice-pay', 'leave', 'other-bill']

const Estate = () => (
  <>
    <h2>Who settles the estate</h2>
    <p>The letter goes to them, on paper. A nominee’s part ended with the death.</p>
    <TextField name="executorName" label="Name of the executor or administrator" />
    <TextArea name="executorAddress" label="Address, one line below the other" rows={4} />
  </>
)

const grounds = (died: boolean) =>
  repaymentGrounds
    .filter(ground => (ground === 'patient-died') === died)
    .map(value => ({ value, label: groundSays[value] }))

const HowSettled = ({ periodPayment }: Pick<Shows, 'periodPayment'>) => (
  <Choice
    name="way"
    label="How?"
    ways={[
      { value: 'repay', label: 'It is paid back' },
      {
        value: 'net',
        label: 'It comes off the next payment',
        hint:
          periodPayment === null
            ? 'No regular payment is to come.'
            : `Unused money only, off one payment only: less than ${sayMoney(periodPayment)}.`,
      },
    ]}
  />
)

/** Writing a proposal: what is owed first, the working with it, and only then what to ask for. */
export const proposePage = (shows: Shows): Page => ({
  title: 'Propose to ask for money back',
  back: `/recoveries/${shows.reference}`,
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.person ? { person: shows.person } : {}),
  body: (
    <Reading>
      <h1>Propose to ask for money back</h1>
      <InsetText>
        <p>
          Nothing is sent by this and nothing moves. Somebody else decides about the letter. Money that is
          owed or kept for something is set aside first.
        </p>
      </InsetText>
      <WorkingShown working={shows.working} ground={null} />
      <Form action={`/recoveries/${shows.reference}/new`} typed={shows.typed} errors={shows.errors}>
        <h2>What else is owed</h2>
        <p>Ask the holder before you fill this in. What no statement shows is not counted above by itself.</p>
        <OwedFields always={shows.died ? finalBills : []} />
        <SubmitButtons>
          <SubmitButton look="second" name="do" value="work-out">
            Work it out with these
          </SubmitButton>
        </SubmitButtons>
        {shows.workedOut ? (
          <p>With these, {sayMoney(shows.working.surplus)} is left. Nothing has been saved yet.</p>
        ) : null}
        <h2>What you propose</h2>
        <Choice name="ground" label="On which ground?" ways={grounds(shows.died)} />
        <TextArea name="because" label="Reasons, as the person will read them" most={3000} />
        {shows.died ? null : <HowSettled periodPayment={shows.periodPayment} />}
        <MoneyField name="amount" label="How much?" />
        <TextField name="whoMustRepay" label="Who must repay?" />
        <TextField name="repayDays" label="Days to repay, from the letter" numeric width={4} />
        {shows.died ? <Estate /> : null}
        <SubmitButton name="do" value="propose">
          Propose it
        </SubmitButton>
      </Form>
      {shows.rules.map(rule => (
        <RuleNote key={rule.id} {...rule} />
      ))}
    </Reading>
  ),
})
