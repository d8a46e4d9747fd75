import type { Route } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { typedDay } from '../../platform/forms.ts'
import { agreeBudget } from '../actions/agree.ts'
import { assessChair } from '../actions/assess.ts'
import { askNewLook, askRepair, handBack, handOver, noteRepaired } from '../actions/chair.ts'
import { giveUp } from '../actions/give-up.ts'
import { noteInvoice, unbilled } from '../actions/invoice.ts'
import { chooseWay, notePromise, noteQuote, noteReceived } from '../actions/prepare.ts'
import * as forms from '../forms.ts'
import * as fields from '../pages/fields.tsx'
import type { Seen } from './seeing.ts'
import { stepRoutes } from './step.ts'

/** The wait of a new look begins when it was asked for; that of the first when the request came. */
const roundBegins = ({ found, rounds }: Seen, today: PlainDate) => ({
  ...typedDay('referredOn', rounds[0]?.newLook?.askedOn ?? found.receivedOn),
  ...typedDay('assessedOn', today),
  standing: rounds[0]?.newLook?.why ?? '',
})

const preparing: readonly Route[] = [
  ...stepRoutes({
    at: 'assessment',
    allow: 'wheelchairs.write',
    title: 'Write down the assessment',
    button: 'Save the assessment',
    fields: fields.RoundFields,
    form: forms.roundForm,
    begins: roundBegins,
    act: (doing, { reference }, value) => assessChair(doing, { ...value, reference }),
    fieldOf: {
      first: 'standing',
      'assessed-before-referred': 'assessedOn-day',
      'worth-missing': 'value',
      'worth-without-right': 'value',
      'chair-missing': 'chair',
      'voucher-half': 'voucherValue',
      'voucher-over': 'voucherUntil-day',
    },
    done: 'assessed',
  }),
  ...stepRoutes({
    at: 'quotes',
    allow: 'wheelchairs.write',
    title: 'Note a quote',
    button: 'Save the quote',
    fields: fields.QuoteFields,
    form: forms.quoteForm,
    act: (doing, { reference }, value) => noteQuote(doing, { ...value, reference }),
    fieldOf: {
      first: 'kind',
      'does-not-add-up': 'total',
      'vat-not-usual': 'vat',
      'quote-expired': 'validUntil-day',
    },
    done: 'quoted',
  }),
  ...stepRoutes({
    at: 'choice',
    allow: 'wheelchairs.write',
    title: 'Note what they chose',
    button: 'Save the choice',
    fields: fields.ChoiceFields,
    form: forms.choiceForm,
    act: (doing, { reference }, value) => chooseWay(doing, { ...value, reference }),
    fieldOf: {
      first: 'way',
      'quote-missing': 'quote',
      'quote-of-other-kind': 'quote',
      'quote-expired': 'quote',
    },
    done: 'chosen',
  }),
  ...stepRoutes({
    at: 'contributions',
    allow: 'wheelchairs.write',
    title: 'Note who pays the rest',
    button: 'Save the promise',
    fields: fields.PromiseFields,
    form: forms.promiseForm,
    act: (doing, { reference }, value) => notePromise(doing, { ...value, reference }),
    fieldOf: { first: 'giver' },
    done: 'promised',
  }),
  ...stepRoutes({
    at: 'contributions/:number/received',
    allow: 'wheelchairs.write',
    title: 'Note that the money came',
    button: 'Save',
    fields: fields.ReceivedFields,
    form: forms.receivedForm,
    act: (doing, which, value) => noteReceived(doing, { ...which, ...value }),
    fieldOf: { first: 'on-day' },
    done: 'received',
  }),
  ...stepRoutes({
    at: 'agreement',
    allow: 'wheelchairs.agree',
    title: 'Agree the budget',
    button: 'Agree it for the NHS',
    fields: fields.AgreementFields,
    form: forms.agreementForm,
    begins: (_seen, today) => typedDay('startsOn', today),
    act: (doing, { reference }, value) => agreeBudget(doing, { ...value, reference }),
    fieldOf: { first: 'startsOn-day' },
    done: 'agreed',
  }),
  ...stepRoutes({
    at: 'giving-up',
    allow: 'wheelchairs.agree',
    title: 'Give the budget up before the chair comes',
    button: 'Give it up',
    fields: fields.GiveUpFields,
    form: forms.giveUpForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, { reference }, value) => giveUp(doing, { ...value, reference }),
    fieldOf: { first: 'on-day', 'how-given-back-missing': 'how' },
    done: 'given-up',
  }),
]

const having: readonly Route[] = [
  ...stepRoutes({
    at: 'handover',
    allow: 'wheelchairs.write',
    title: 'Hand the chair over',
    button: 'Save the handover',
    fields: fields.HandoverFields,
    form: forms.handoverForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, { reference }, value) => handOver(doing, { ...value, reference }),
    fieldOf: { first: 'on-day' },
    done: 'handed-over',
  }),
  ...stepRoutes({
    at: 'invoice',
    allow: 'wheelchairs.write',
    title: 'Note the supplier’s invoice',
    button: 'Save the invoice',
    fields: fields.InvoiceFields,
    form: forms.invoiceForm,
    begins: ({ rounds }) => ({ supplier: unbilled(rounds)?.choice?.quote?.supplier ?? '' }),
    act: (doing, { reference }, value) => noteInvoice(doing, { ...value, reference }),
    fieldOf: { first: 'total', 'billed-already': 'theirs', 'other-supplier': 'supplier' },
    done: 'billed',
  }),
  ...stepRoutes({
    at: 'repairs',
    allow: 'wheelchairs.ask',
    title: 'Ask for a repair',
    button: 'Ask for the repair',
    fields: fields.RepairFields,
    form: forms.repairForm,
    act: (doing, { reference }, value) => askRepair(doing, { ...value, reference }),
    fieldOf: { first: 'words' },
    done: 'repair-asked',
  }),
  ...stepRoutes({
    at: 'repairs/:number/done',
    allow: 'wheelchairs.write',
    title: 'Note a repair that is done',
    button: 'Save the repair',
    fields: fields.RepairedFields,
    form: forms.repairedForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, which, value) => noteRepaired(doing, { ...which, ...value }),
    fieldOf: { first: 'on-day', 'nothing-added': 'part', 'repairer-missing': 'supplier' },
    done: 'repaired',
  }),
  ...stepRoutes({
    at: 'new-look',
    allow: 'wheelchairs.ask',
    title: 'Ask for a new look',
    button: 'Ask for a new look',
    fields: fields.LookFields,
    form: forms.lookForm,
    act: (doing, { reference }, value) => askNewLook(doing, { ...value, reference }),
    fieldOf: { first: 'why' },
    done: 'look-asked',
  }),
  ...stepRoutes({
    at: 'hand-back',
    allow: 'wheelchairs.write',
    title: 'Note that the chair was handed back',
    button: 'Save',
    fields: fields.BackFields,
    form: forms.backForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, { reference }, value) => handBack(doing, { ...value, reference }),
    fieldOf: { first: 'on-day' },
    done: 'handed-back',
  }),
]

/** Every form about a wheelchair budget. */
export const stepsOfBudget: readonly Route[] = [...preparing, ...having]
