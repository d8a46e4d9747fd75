import { pauseGrounds } from '../clocks/public.ts'
import { addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import { strands } from '../needs/public.ts'
import {
  choice,
  choices,
  day,
  type Field,
  form,
  money,
  one,
  optionalText,
  text,
  yesNo,
} from '../platform/forms.ts'
import { educationTests } from '../rights/public.ts'
import { advisers, answers, councilStrands, endings, type NewFact, type NewLine } from './types.ts'

const first = plainDate('2000-01-01')
const past = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: first, until: today, tooLate: `${called} cannot be in the future` })
const coming = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: first, until: addYears(today, 2) })
const why = (missing: string) => text({ missing, most: 2000, called: 'What you say' })
const name = (missing: string) => text({ missing, most: 120, called: 'The name' })

export const requestForm = (today: PlainDate) =>
  form({
    child: name('Enter the child’s name'),
    born: past('Enter the day the child was born', 'The day the child was born', today),
    health: text({ missing: 'Choose the NHS body of the child' }),
    receivedOn: past('Enter the day the council got the request', 'The day of the request', today),
    askedByName: name('Enter who asked'),
  })

/** Of a child who is written down: which council is asked, and by whom. */
export const knownForm = () =>
  form({ council: text({ missing: 'Choose the council' }), askedByName: name('Enter who asks') })

export const decisionForm = (today: PlainDate) =>
  form({
    answer: choice(['yes', 'no'], 'Choose whether the child will be assessed'),
    on: past('Enter the day of the decision', 'The day of the decision', today),
    words: why('Write down the reasons. The family reads them'),
  })

export const adviceForm = (today: PlainDate) =>
  form({
    choice: choice(advisers, 'Choose who is asked'),
    who: name('Enter who is asked'),
    on: past('Enter the day on which you asked', 'The day', today),
  })
export const cameForm = (today: PlainDate) =>
  form({ on: past('Enter the day on which it came', 'The day', today), words: optionalText({ most: 2000 }) })

export const pauseForm = (today: PlainDate) =>
  form({
    ground: choice(pauseGrounds, 'Choose why the time stands still'),
    from: past('Enter the first day of the pause', 'The first day', today),
    until: coming('Enter the last day of the pause', 'The last day', today),
    accepted: yesNo('Choose whether the council accepts it'),
    who: name('Enter who decided that'),
    words: why('Say what happened'),
  })

/** A day, and what goes with it where words are asked. */
export const dayForm = (missing: string) => (today: PlainDate) =>
  form({ on: past(missing, 'The day', today) })
export const dayAndWords = (missing: string, words: string) => (today: PlainDate) =>
  form({ on: past(missing, 'The day', today), words: why(words) })
export const wordsForm = (missing: string) => () => form({ words: why(missing) })
export const budgetForm = () => form({ words: optionalText({ most: 2000, called: 'What you say' }) })

export const endingForm = (today: PlainDate) =>
  form({
    choice: choice(endings, 'Choose why it ends'),
    on: past('Enter the last day of the plan', 'The day', today),
    words: why('Write down the reasons. The family reads them'),
  })

export const paymentForm = (today: PlainDate) =>
  form({
    choice: choice(councilStrands, 'Choose the strand'),
    on: past('Enter the day', 'The day', today),
  })
export const reviewedForm = (today: PlainDate) =>
  form({
    choice: choice(councilStrands, 'Choose the strand'),
    on: past('Enter the day of the review', 'The day', today),
    words: why('Say what was found'),
  })

export const earlyForm = (today: PlainDate) =>
  form({
    on: past('Enter the day on which they were told', 'The day', today),
    who: name('Enter who told them'),
    words: why('Say what they were told'),
  })

export const aheadForm = (missing: string) => (today: PlainDate) =>
  form({ on: coming(missing, 'The day', today) })

/** Yes, no, or not asked yet. */
const agreesField: Field<boolean | null> = (typed, field) => {
  const value = one(typed, field)
  return { value: value === 'yes' ? true : value === 'no' ? false : null }
}
const where = ['nowhere', 'contract', 'place'] as const
const lineFields = {
  strand: choice(strands, 'Choose the strand'),
  says: text({ missing: 'Say what it is', most: 200, called: 'What it is' }),
  yearly: money({ missing: 'Enter what it costs a year; 0 where that is not known' }),
  where: choice(where, 'Choose whether it can be taken out'),
  paymentAsked: yesNo('Choose whether a direct payment is asked for'),
  usedThere: yesNo('Choose where it is used'),
  settingAgrees: agreesField,
}
type LineTyped = Omit<NewLine, 'blockContract' | 'place'> & { readonly where: (typeof where)[number] }
export const lineForm = () => form(lineFields)
export const lineOf = ({ where: at, ...line }: LineTyped): NewLine => ({
  ...line,
  blockContract: at === 'contract',
  place: at === 'place',
})

export const lineDecisionForm = () =>
  form({
    answer: choice(answers, 'Choose the answer'),
    met: choices(educationTests),
    because: why('Write down the reasons. They go into the letter'),
  })

export const joinForm = () => form({ budget: optionalText({ most: 20, called: 'The reference' }) })

/** What a form about a fact gives, without what the step itself knows. */
export type FactTyped = Omit<NewFact, 'what'>
