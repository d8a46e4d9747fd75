import type { Route } from '../../access/public.ts'
import { typedDay } from '../../platform/forms.ts'
import { addAction, askReview, doneAction, holdReview } from '../actions/review.ts'
import * as forms from '../forms.ts'
import * as fields from '../pages/fields.tsx'
import { stepRoutes } from './step.ts'

const load = () => ({})

export const reviewSteps: readonly Route[] = [
  ...stepRoutes({
    at: 'reviews',
    allow: 'registers.write',
    title: 'Ask for a review',
    button: 'Ask for it',
    load,
    fields: fields.ReviewFields,
    form: forms.reviewForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, { entry }, value) => askReview(doing, { ...value, entry }),
    fieldOf: { first: 'on-day' },
    done: 'asked',
  }),
  ...stepRoutes({
    at: 'reviews/:number/held',
    allow: 'registers.write',
    title: 'Note what the review found',
    button: 'Save and tell the person',
    load,
    fields: fields.HeldFields,
    form: forms.heldForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, which, value) => holdReview(doing, { ...value, ...which }),
    fieldOf: { first: 'on-day', 'expert-or-reason': 'expert' },
    done: 'held',
  }),
  ...stepRoutes({
    at: 'reviews/:number/actions',
    allow: 'registers.write',
    title: 'Note what is to be done',
    button: 'Save',
    load,
    fields: fields.ActionFields,
    form: forms.actionForm,
    act: (doing, which, value) => addAction(doing, { ...value, ...which }),
    fieldOf: { first: 'says' },
    done: 'action',
  }),
  ...stepRoutes({
    at: 'actions/:number/done',
    allow: 'registers.write',
    title: 'Note that it was done',
    button: 'Save',
    load,
    fields: fields.DoneFields,
    form: forms.actionDoneForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, which, value) => doneAction(doing, { ...value, ...which }),
    fieldOf: { first: 'on-day' },
    done: 'action-done',
  }),
]
