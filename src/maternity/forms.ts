import { addDays, addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import {
  choice,
  day,
  type Field,
  form,
  money,
  one,
  optionalDay,
  optionalText,
  text,
  ticked,
} from '../platform/forms.ts'
import { maternityAudiences, maternityStages } from '../rights/public.ts'
import { answers, endings, hows } from './types.ts'

const first = plainDate('2016-11-01')
const past = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: first, until: today, tooLate: `${called} cannot be in the future` })

/** A text that may be left out: empty then. */
const orEmpty =
  (most: number, called: string): Field<string> =>
  (typed, name) => {
    const read = optionalText({ most, called })(typed, name)
    return 'value' in read ? { value: read.value ?? '' } : read
  }
const words = orEmpty(1000, 'What you added')

export const offerForm = (today: PlainDate) =>
  form({
    dueOn: day({
      missing: 'Enter the due date',
      called: 'The due date',
      from: addDays(today, -400),
      until: addDays(today, 310),
    }),
    offeredOn: past('Enter the day of the offer', 'The day of the offer', today),
    fits: orEmpty(200, 'The reason'),
  })

export const answerForm = () => form({ said: choice(answers, 'Choose yes or no'), words })

export const choiceForm = () =>
  form({
    key: text({ missing: 'Choose who gives this part of the care', most: 40 }),
    because: orEmpty(1000, 'The reason'),
    readBack: ticked(),
  })

export const nothingForm = () => form({})

export const careForm = (today: PlainDate) =>
  form({
    on: past('Enter the day', 'The day', today),
    how: choice(hows, 'Choose where it was given'),
    provider: orEmpty(120, 'The name'),
    words,
  })

export const extraForm = () =>
  form({
    says: text({ missing: 'Say what it is', most: 200, called: 'What it is' }),
    amount: money({ missing: 'Enter what it costs', least: pence(1n) }),
  })

export const endingForm = (today: PlainDate) =>
  form({
    what: choice(endings, 'Choose why it is closed'),
    on: day({
      missing: 'Enter the day',
      called: 'The day',
      from: first,
      until: addDays(today, 60),
      tooLate: 'The day is too far ahead',
    }),
    toBody: orEmpty(160, 'The body'),
    words,
    letter: ticked(),
  })

const begins = (today: PlainDate) =>
  day({
    missing: 'Enter the first day on which it holds',
    called: 'The first day',
    from: today,
    tooEarly: 'The first day cannot be in the past',
    until: addYears(today, 2),
  })
const because = text({ missing: 'Say who decided it, where and why', most: 500, called: 'The reason' })

export const offeringForm = (today: PlainDate) =>
  form({
    audience: choice(maternityAudiences, 'Choose whom you offer it'),
    words: text({ missing: 'Say it in words that everybody understands', most: 500, called: 'The words' }),
    from: begins(today),
    because,
  })

export const priceForm = (today: PlainDate) =>
  form({
    stage: choice(maternityStages, 'Choose the part of the care'),
    amount: money({ missing: 'Enter what it is worth', least: pence(1n) }),
    from: begins(today),
    because,
  })

const told = (called: string) => orEmpty(500, called)
/** What women said is told with who said it and where, or not at all. */
const saidSource: Field<string> = (typed, name) => {
  const given = one(typed, name)
  if ((one(typed, 'said') === '') !== (given === ''))
    return { says: 'Enter both what women said and where it comes from, or neither' }
  return orEmpty(200, 'Where it comes from')(typed, name)
}

export const contractForm = (today: PlainDate) =>
  form({
    stage: choice(maternityStages, 'Choose the part of the care'),
    provider: text({ missing: 'Enter the name', most: 120, called: 'The name' }),
    from: begins(today),
    until: optionalDay({ called: 'The last day', from: today, until: addYears(today, 10) }),
    place: told('Where it is'),
    offers: told('What they offer'),
    beds: told('Beds, or at home'),
    distance: told('How far it is'),
    said: told('What women said'),
    saidSource,
    openQuestions: told('What is not known'),
  })
