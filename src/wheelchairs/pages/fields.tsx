import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { Choice, DayField, InsetText, MoneyField, Select, TextArea, TextField } from '../../nhs/public.ts'
import { chairWays, wheelchairStandings } from '../../rights/public.ts'
import type { workedOut } from '../actions/agree.ts'
import { chairMoney, sumOf, throughUs, toGiveBack } from '../rules/money.ts'
import { giverSays, kindSays, needSays, partSays, standingSays, waySays } from '../rules/say.ts'
import { changes, givers, needs, quoteKinds, type Round, repairParts } from '../types.ts'

const optionsOf = <Key extends string>(keys: readonly Key[], says: Readonly<Record<Key, string>>) =>
  keys.map(value => ({ value, label: says[value] }))

/** What each form may show of the budget that it is about. */
export type FieldsShow = {
  readonly round: Round | null
  /** The budget that the next invoice is for. */
  readonly billed: Round | null
  readonly worked: Awaited<ReturnType<typeof workedOut>> | null
}

export const RoundFields = () => (
  <>
    <Choice name="standing" label="What was found?" ways={optionsOf(wheelchairStandings, standingSays)} />
    <DayField name="referredOn" label="Day of the referral" hint="The wait is counted from this day." />
    <DayField name="assessedOn" label="Day of the assessment" />
    <TextField name="assessor" label="Who assessed?" />
    <Choice
      name="need"
      label="How much is needed?"
      hint="As the national collection names it."
      ways={optionsOf(needs, needSays)}
    />
    <TextArea
      name="chair"
      label="The chair that meets the need"
      hint="The family reads this. Leave it out where there is no right."
      rows={2}
    />
    <MoneyField name="value" label="What that chair would cost the NHS" />
    <MoneyField
      name="repairYearly"
      label="Money for repairs and maintenance, a year"
      hint="Only where the person buys another chair. You can leave it out."
    />
    <MoneyField name="voucherValue" label="An old voucher: what it is worth" hint="Leave it out if none." />
    <DayField name="voucherUntil" label="The last day of the old voucher" />
  </>
)

export const QuoteFields = () => (
  <>
    <Choice name="kind" label="What is the quote for?" ways={optionsOf(quoteKinds, kindSays)} />
    <TextField name="supplier" label="Supplier" />
    <TextArea name="says" label="What it is" rows={2} />
    <MoneyField name="net" label="Price without VAT" />
    <MoneyField name="vat" label="VAT" hint="0 where there is none." />
    <MoneyField name="total" label="Total" />
    <DayField name="validUntil" label="Valid until" />
  </>
)

export const ChoiceFields = ({ round }: FieldsShow) => (
  <>
    <Choice
      name="way"
      label="Which way did they choose?"
      hint="Local pages offer the first three. The law has a direct payment as a way too."
      ways={optionsOf(chairWays, waySays)}
    />
    <Select
      name="quote"
      label="For which quote?"
      none="None: the chair that the NHS offers"
      options={(round?.quotes ?? []).map(one => ({
        value: String(one.number),
        label: `${one.supplier}, ${one.says}: ${sayMoney(one.total)}`,
      }))}
    />
    <TextArea name="because" label="Why, in their words" rows={2} />
  </>
)

export const PromiseFields = () => (
  <>
    <Choice name="giver" label="Who pays?" ways={optionsOf(givers, giverSays)} />
    <TextField name="who" label="Name" />
    <MoneyField name="amount" label="How much?" />
  </>
)

export const ReceivedFields = () => <DayField name="on" label="Which day did it come?" />

export const AgreementFields = ({ round, worked }: FieldsShow) => (
  <>
    {worked?.terms ? (
      <InsetText>
        <p>
          {waySays[worked.terms.way]}. The NHS pays {sayMoney(worked.terms.nhsPays)}. Beside it{' '}
          {sayMoney(worked.terms.personPays)} is to be paid. If it begins today, it ends on{' '}
          {sayShortDay(worked.end.ends)}
          {round?.voucher ? ', the last day of the old voucher' : ''}.
        </p>
      </InsetText>
    ) : null}
    <DayField name="startsOn" label="First day of the budget" />
  </>
)

const othersAdd = (billed: Round): string =>
  ` Others add ${sayMoney(sumOf(billed.contributions))}. ` +
  `Of it ${sayMoney(sumOf(throughUs(billed)))} comes through us.`

/** What was agreed, for whoever has the invoice in front of them. */
const Agreed = ({ billed }: Pick<FieldsShow, 'billed'>) =>
  billed?.agreed ? (
    <InsetText>
      <p>
        {billed.choice?.quote ? `Quoted: ${sayMoney(billed.choice.quote.total)}. ` : ''}
        For the chair the NHS has set aside {sayMoney(chairMoney(billed.agreed))}.
        {billed.contributions.length === 0 ? '' : othersAdd(billed)}
      </p>
    </InsetText>
  ) : null

export const InvoiceFields = ({ billed }: FieldsShow) => (
  <>
    <Agreed billed={billed} />
    <TextField name="supplier" label="Supplier" />
    <TextField name="theirs" label="Number of the invoice" />
    <DayField name="datedOn" label="Day of the invoice" />
    <MoneyField name="total" label="Total, with VAT" />
  </>
)

export const HandoverFields = () => (
  <>
    <DayField name="on" label="Which day was the chair handed over?" />
    <TextField name="serial" label="Serial number" />
    <TextField
      name="gs1"
      label="GS1 number"
      hint="The digits under the bar code. You can leave it out."
      numeric
    />
  </>
)

export const RepairFields = () => (
  <TextArea name="words" label="What is wrong with the chair?" hint="Use your own words." rows={4} />
)

export const RepairedFields = () => (
  <>
    <DayField name="on" label="Which day was it repaired?" />
    <TextArea name="says" label="What was done?" rows={2} />
    <Choice name="part" label="What was repaired?" ways={optionsOf(repairParts, partSays)} />
    <MoneyField name="cost" label="What did it cost?" hint="0 where it cost nothing." />
    <TextField
      name="supplier"
      label="Who did it?"
      hint="Needed where the repair money pays: the next payment run pays them."
    />
    <TextField name="theirs" label="Number of their invoice" />
  </>
)

const changeSays = {
  'clinical-need-changed': 'What I need has changed',
  'condition-of-chair': 'The chair is worn out, broken or does not fit',
} as const

export const LookFields = () => (
  <>
    <Choice name="why" label="What has changed?" ways={optionsOf(changes, changeSays)} />
    <TextArea name="words" label="Tell us more" hint="What is hard now?" rows={4} />
  </>
)

export const BackFields = () => (
  <>
    <DayField name="on" label="Which day was it handed back?" />
    <TextArea name="because" label="Why?" rows={2} />
  </>
)

export const GiveUpFields = ({ round }: FieldsShow) => (
  <>
    {round?.agreed ? (
      <InsetText>
        <p>{sayMoney(round.agreed.nhsPays)} goes back to the NHS. The family gets a letter.</p>
      </InsetText>
    ) : null}
    <DayField name="on" label="From which day is it given up?" />
    <TextField name="askedBy" label="Who asked?" />
    <TextArea name="because" label="Why?" hint="The family reads this." rows={2} />
    {round !== null && toGiveBack(round).length > 0 ? (
      <TextArea
        name="how"
        label={`How was ${sayMoney(sumOf(toGiveBack(round)))} given back to those who added it?`}
        hint="Give it back to the account it came from."
        rows={2}
      />
    ) : null}
  </>
)
