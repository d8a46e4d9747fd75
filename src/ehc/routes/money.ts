import type { Route } from '../../access/public.ts'
import { typedDay } from '../../platform/forms.ts'
import { askAdult, joinBudget, moveBudget, shareStrands } from '../actions/joint.ts'
import { askAgain, decideLine, writeLine } from '../actions/section-j.ts'
import * as forms from '../forms.ts'
import * as fields from '../pages/fields.tsx'
import { notes, stepRoutes } from './step.ts'

const health = ['health'] as const
const either = ['council', 'health'] as const
const begins = (today: Parameters<typeof typedDay>[1]) => typedDay('on', today)

const sectionJ: readonly Route[] = [
  ...stepRoutes({
    at: 'lines',
    allow: 'ehc.sign',
    for: either,
    title: 'Write a line of section J',
    button: 'Save the line',
    fields: fields.LineFields,
    form: forms.lineForm,
    act: (doing, { reference }, value) => writeLine(doing, { ...forms.lineOf(value), reference }),
    fieldOf: { first: 'strand', 'place-not-education': 'where', 'not-used-there': 'usedThere' },
    done: 'line',
  }),
  ...stepRoutes({
    at: 'lines/:number/decision',
    allow: 'ehc.sign',
    for: either,
    title: 'Decide a line of section J',
    button: 'Save the decision and send the letter',
    fields: fields.LineDecisionFields,
    form: forms.lineDecisionForm,
    act: (doing, { reference, number }, value) => decideLine(doing, { ...value, reference, number }),
    fieldOf: { first: 'answer', 'test-not-met': 'met' },
    done: 'line-decided',
  }),
  ...stepRoutes({
    at: 'lines/:number/reconsideration',
    allow: 'ehc.ask',
    for: ['family', 'council', 'health'],
    title: 'Ask to look at it again',
    button: 'Ask to look at it again',
    fields: fields.wordsField('Why do you think the answer is not right?'),
    form: forms.wordsForm('Say why you think it is not right'),
    act: (doing, { reference, number }, { words }) => askAgain(doing, { reference, number, words }),
    fieldOf: { first: 'words' },
    done: 'asked-again',
  }),
]

const budget: readonly Route[] = [
  ...stepRoutes({
    at: 'joint-budget',
    allow: 'ehc.health',
    for: health,
    title: 'Open the joint budget',
    button: 'Open or join it',
    fields: fields.JoinFields,
    form: forms.joinForm,
    act: (doing, { reference }, value) => joinBudget(doing, { ...value, reference }),
    fieldOf: { first: 'budget' },
    done: 'joined',
  }),
  ...stepRoutes({
    at: 'shares',
    allow: 'funding.share-out',
    for: health,
    title: 'Propose who pays which strand',
    button: 'Send it to the council',
    fields: fields.dayField('From which day?', 'Each line goes to the strand that agreed it in section J.'),
    form: forms.aheadForm('Enter from which day'),
    begins,
    act: (doing, { reference }, { on: from }) => shareStrands(doing, { reference, from }),
    fieldOf: { first: 'on-day' },
    done: 'shared',
  }),
  ...stepRoutes({
    at: 'payments',
    allow: 'ehc.write',
    for: ['council'],
    title: 'Note the first direct payment of a strand',
    button: 'Save',
    fields: fields.PaymentFields,
    form: forms.paymentForm,
    act: notes('payment-began', given => given),
    fieldOf: { first: 'choice', 'in-the-future': 'on-day' },
    done: 'began',
  }),
  ...stepRoutes({
    at: 'payments/review',
    allow: 'ehc.write',
    for: ['council'],
    title: 'Note the review of a direct payment',
    button: 'Save the review',
    fields: fields.ReviewedFields,
    form: forms.reviewedForm,
    act: notes('payment-reviewed', given => given),
    fieldOf: { first: 'choice', 'before-the-payment': 'on-day' },
    done: 'payment-reviewed',
  }),
]

const move: readonly Route[] = [
  ...stepRoutes({
    at: 'early-indication',
    allow: 'ehc.sign',
    for: either,
    title: 'Note what the young person was told early',
    button: 'Save',
    fields: fields.EarlyFields,
    form: forms.earlyForm,
    begins,
    act: notes('early-indication', given => given),
    fieldOf: { first: 'on-day' },
    done: 'told-early',
  }),
  ...stepRoutes({
    at: 'adult-request',
    allow: 'ehc.health',
    for: health,
    title: 'Ask for the adult decision',
    button: 'Ask for it',
    fields: fields.wordsField('What is asked?', 'A request of its own for adult continuing healthcare.'),
    form: forms.wordsForm('Say what is asked'),
    act: (doing, { reference }, { words }) => askAdult(doing, { reference, words }),
    fieldOf: { first: 'words' },
    done: 'adult-asked',
  }),
  ...stepRoutes({
    at: 'handover',
    allow: 'ehc.sign',
    for: either,
    title: 'Sign the hand-over to adult care',
    button: 'Sign it for your body',
    fields: fields.dayField(
      'From which day does adult care pay?',
      'Both bodies sign. The money moves when both have signed for the same day.',
    ),
    form: forms.aheadForm('Enter from which day adult care pays'),
    act: (doing, which, value) =>
      notes<typeof value>(
        which.sides.includes('council') ? 'handover-childrens' : 'handover-adults',
        given => given,
      )(doing, which, value),
    fieldOf: { first: 'on-day' },
    done: 'signed',
  }),
  ...stepRoutes({
    at: 'move',
    allow: 'ehc.move',
    for: health,
    title: 'Move the budget to adult care',
    button: 'Move the budget',
    fields: fields.dayField(
      'First day of the adult budget',
      'The child’s budget ends the day before. There is no gap.',
    ),
    form: forms.aheadForm('Enter the first day of the adult budget'),
    act: (doing, { reference }, value) => moveBudget(doing, { ...value, reference }),
    fieldOf: { first: 'on-day' },
    done: 'moved',
  }),
]

/** The forms about section J, the joint budget and the move at 18. */
export const moneyRoutes: readonly Route[] = [...sectionJ, ...budget, ...move]
