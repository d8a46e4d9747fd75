import type { Route } from '../../access/public.ts'
import { typedDay } from '../../platform/forms.ts'
import * as forms from '../forms.ts'
import * as fields from '../pages/fields.tsx'
import { notes, stepRoutes } from './step.ts'

const council = ['council'] as const
const begins = (today: Parameters<typeof typedDay>[1]) => typedDay('on', today)
const atDay = { first: 'on-day' } as const

const deciding: readonly Route[] = [
  ...stepRoutes({
    at: 'decision',
    allow: 'ehc.write',
    for: council,
    title: 'Note whether the child will be assessed',
    button: 'Save the decision',
    fields: fields.DecisionFields,
    form: forms.decisionForm,
    begins,
    act: (doing, which, { answer, ...fact }) =>
      notes<typeof fact>(answer === 'yes' ? 'will-assess' : 'will-not-assess', given => given)(
        doing,
        which,
        fact,
      ),
    fieldOf: { ...atDay, 'decided-already': 'answer', ended: 'answer' },
    done: 'decided',
  }),
  ...stepRoutes({
    at: 'advice',
    allow: 'ehc.write',
    for: council,
    title: 'Note that advice is asked for',
    button: 'Save',
    fields: fields.AdviceFields,
    form: forms.adviceForm,
    begins,
    act: notes('advice-asked', given => given),
    fieldOf: { ...atDay, 'not-assessing': 'choice', ended: 'choice' },
    done: 'advice-asked',
  }),
  ...stepRoutes({
    at: 'advice/:number/received',
    allow: 'ehc.sign',
    for: ['council', 'health'],
    title: 'Note that advice came',
    button: 'Save',
    fields: fields.CameFields,
    form: forms.cameForm,
    begins,
    act: notes('advice-received', (given, about) => ({ ...given, about })),
    fieldOf: atDay,
    done: 'advice-came',
  }),
  ...stepRoutes({
    at: 'pauses',
    allow: 'ehc.write',
    for: council,
    title: 'Note a pause',
    button: 'Save the pause',
    fields: fields.PauseFields,
    form: forms.pauseForm,
    act: notes('pause', ({ ground, from, ...given }) => ({ ...given, choice: ground, on: from })),
    fieldOf: { first: 'from-day', 'until-before-from': 'until-day', ended: 'ground' },
    done: 'paused',
  }),
  ...stepRoutes({
    at: 'no-plan',
    allow: 'ehc.write',
    for: council,
    title: 'Tell the family that there will be no plan',
    button: 'Save',
    fields: fields.dayAndWordsFields('Day on which they were told', 'Reasons'),
    form: forms.dayAndWords('Enter the day on which they were told', 'Write down the reasons'),
    begins,
    act: notes('no-plan', given => given),
    fieldOf: atDay,
    done: 'no-plan',
  }),
]

const planning: readonly Route[] = [
  ...stepRoutes({
    at: 'draft',
    allow: 'ehc.write',
    for: council,
    title: 'Send the draft plan',
    button: 'Save',
    fields: fields.dayField(
      'Day on which it was sent',
      'The family has at least 15 days to say what it thinks.',
    ),
    form: forms.dayForm('Enter the day on which it was sent'),
    begins,
    act: notes('draft-sent', given => given),
    fieldOf: atDay,
    done: 'drafted',
  }),
  ...stepRoutes({
    at: 'comments',
    allow: 'ehc.ask',
    for: ['family', 'council'],
    title: 'Say what you think of the draft',
    button: 'Send it to the council',
    fields: fields.wordsField(
      'What do you think of the draft?',
      'What is right, what is wrong, what is missing.',
    ),
    form: forms.wordsForm('Say what you think of the draft'),
    act: notes('comments', given => given),
    fieldOf: { first: 'words' },
    done: 'commented',
  }),
  ...stepRoutes({
    at: 'budget',
    allow: 'ehc.ask',
    for: ['family', 'council'],
    title: 'Ask for a personal budget',
    button: 'Ask for it',
    fields: fields.wordsField('What would you like to use it for?', 'You can leave this out.'),
    form: forms.budgetForm,
    act: notes('budget-asked', given => given),
    fieldOf: { first: 'words' },
    done: 'budget-asked',
  }),
  ...stepRoutes({
    at: 'final',
    allow: 'ehc.write',
    for: council,
    title: 'Issue the final plan',
    button: 'Save',
    fields: fields.dayField('Day on which it was issued'),
    form: forms.dayForm('Enter the day on which it was issued'),
    begins,
    act: notes('final-plan', given => given),
    fieldOf: atDay,
    done: 'issued',
  }),
]

const living: readonly Route[] = [
  ...stepRoutes({
    at: 'review',
    allow: 'ehc.write',
    for: council,
    title: 'Note the yearly review',
    button: 'Save the review',
    fields: fields.dayAndWordsFields('Day of the review', 'What came of it?'),
    form: forms.dayAndWords('Enter the day of the review', 'Say what came of it'),
    begins,
    act: notes('annual-review', given => given),
    fieldOf: atDay,
    done: 'reviewed',
  }),
  ...stepRoutes({
    at: 'reassessment',
    allow: 'ehc.write',
    for: council,
    title: 'Begin a new assessment',
    button: 'Save',
    fields: fields.dayAndWordsFields('Day on which it begins', 'Why?'),
    form: forms.dayAndWords('Enter the day on which it begins', 'Say why'),
    begins,
    act: notes('reassessment', given => given),
    fieldOf: atDay,
    done: 'reassessing',
  }),
  ...stepRoutes({
    at: 'ending',
    allow: 'ehc.write',
    for: council,
    title: 'End the plan',
    button: 'End the plan',
    fields: fields.EndingFields,
    form: forms.endingForm,
    act: notes('plan-ended', given => given),
    fieldOf: { ...atDay, 'not-25': 'choice', 'no-final-plan': 'choice', ended: 'choice' },
    done: 'ended',
  }),
]

/** The forms of a council's EHC process, in its order. */
export const processRoutes: readonly Route[] = [...deciding, ...planning, ...living]
