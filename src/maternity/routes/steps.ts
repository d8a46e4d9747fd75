import type { Route } from '../../access/public.ts'
import { refused } from '../../kernel/answers.ts'
import { typedDay } from '../../platform/forms.ts'
import { answerMaternity } from '../actions/answer.ts'
import { noteCare, noteExtra } from '../actions/care.ts'
import { chooseInClinic, chooseProvider, confirmChoice } from '../actions/choose.ts'
import { endMaternity } from '../actions/end.ts'
import { offerBudget } from '../actions/offer.ts'
import * as forms from '../forms.ts'
import * as fields from '../pages/fields.tsx'
import { stepRoutes } from './step.ts'

const choosing: readonly Route[] = [
  ...stepRoutes({
    at: 'offer',
    allow: 'maternity.offer',
    title: 'Offer a maternity budget',
    button: 'Offer it',
    fields: fields.OfferFields,
    form: forms.offerForm,
    begins: today => typedDay('offeredOn', today),
    act: (doing, { reference }, value) => offerBudget(doing, { ...value, reference }),
    fieldOf: {
      first: 'dueOn-day',
      'offered-in-the-future': 'offeredOn-day',
      'asked-before-the-pilot': 'offeredOn-day',
      'board-does-not-offer': 'offeredOn-day',
    },
    done: 'offered',
  }),
  ...stepRoutes({
    at: 'answer',
    allow: 'maternity.choose',
    title: 'Answer to the offer',
    button: 'Save the answer',
    fields: fields.AnswerFields,
    form: forms.answerForm,
    act: (doing, { reference }, value) => answerMaternity(doing, { ...value, reference }),
    fieldOf: { first: 'said' },
    done: 'answered',
  }),
  ...stepRoutes({
    at: 'stages/:stage/choices',
    allow: 'maternity.choose',
    title: 'Choose who gives this part of the care',
    button: 'Save the choice',
    before: fields.ChoiceSides,
    fields: fields.ChoiceFields,
    form: forms.choiceForm,
    act: (doing, { reference, stage, staff }, { readBack, ...value }) => {
      if (stage === null) return Promise.resolve(refused('not-allowed'))
      const choose = staff && readBack ? chooseInClinic : chooseProvider
      return choose(doing, { ...value, stage, reference })
    },
    fieldOf: { first: 'key' },
    done: 'chosen',
  }),
  ...stepRoutes({
    at: 'choices/:number/confirmation',
    allow: 'maternity.write',
    title: 'Confirm her choice',
    button: 'Confirm it',
    fields: fields.ConfirmFields,
    form: forms.nothingForm,
    act: (doing, { reference, number }) => confirmChoice(doing, { reference, number }),
    fieldOf: { first: 'page' },
    done: 'confirmed',
  }),
]

const after: readonly Route[] = [
  ...stepRoutes({
    at: 'stages/:stage/care',
    allow: 'maternity.write',
    title: 'Note that this care was given',
    button: 'Save',
    fields: fields.CareFields,
    form: forms.careForm,
    begins: today => ({ ...typedDay('on', today), how: 'as-chosen' }),
    act: (doing, { reference, stage }, value) =>
      stage === null
        ? Promise.resolve(refused('not-allowed'))
        : noteCare(doing, { ...value, stage, reference }),
    fieldOf: {
      first: 'how',
      'provider-missing': 'provider',
      'care-before-the-offer': 'on-day',
    },
    done: 'care-given',
  }),
  ...stepRoutes({
    at: 'extras',
    allow: 'maternity.choose',
    title: 'Something private, paid beside the budget',
    button: 'Save',
    fields: fields.ExtraFields,
    form: forms.extraForm,
    act: (doing, { reference }, value) => noteExtra(doing, { ...value, reference }),
    fieldOf: { first: 'says' },
    done: 'extra-noted',
  }),
  ...stepRoutes({
    at: 'ending',
    allow: 'maternity.write',
    title: 'Close the budget',
    button: 'Close it',
    fields: fields.EndingFields,
    form: forms.endingForm,
    begins: today => typedDay('on', today),
    act: (doing, { reference }, value) => endMaternity(doing, { ...value, reference }),
    fieldOf: { first: 'what', 'body-missing': 'toBody', 'care-before-the-offer': 'on-day' },
    done: 'closed',
  }),
]

/** Every form about a maternity budget. */
export const stepsOfBudget: readonly Route[] = [...choosing, ...after]
