import { addDays, addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import type { OrganisationId } from '../people/public.ts'
import * as fields from '../platform/forms.ts'
import * as is from './types.ts'

const { form, choice, text, day, optionalDay, optionalText, yesNo } = fields
const first = plainDate('1990-01-01')

const past = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: first, until: today, tooLate: `${called} cannot be in the future` })
const ahead = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: addYears(today, -1), until: addYears(today, 5) })
const words = (missing: string, called: string, most = 2000) => text({ missing, most, called })
/** A text that may be empty, kept as one. */
const orEmpty =
  (called: string, most = 2000): fields.Field<string> =>
  (typed, name) => {
    const read = optionalText({ most, called })(typed, name)
    return 'value' in read ? { value: read.value ?? '' } : read
  }

const bodies: fields.Field<readonly OrganisationId[]> = (typed, name) => ({
  value: fields.many(typed, name).filter(one => /^[0-9a-f-]{36}$/.test(one)) as OrganisationId[],
})

/** Who said yes. Who it was by name: the person is known, all others are typed or chosen. */
const yes = (today: PlainDate) => ({
  canDecide: yesNo('Choose whether they can decide about this'),
  saidBy: choice([...is.saidBy, 'nobody'], 'Choose who said yes'),
  standIn: orEmpty('The name', 120),
  decidedBy: orEmpty('The name', 120),
  about: optionalText({ most: 1000, called: 'What was decided' }),
  asked: optionalText({ most: 1000, called: 'Who was asked' }),
  givenOn: past('Enter the day of the yes, or of the decision', 'The day', today),
  bodies,
})

export const entryForm = (today: PlainDate) =>
  form({
    has: choice(is.conditions, 'Choose what they have'),
    reason: words('Say why they might have to go into hospital', 'The reason'),
    ...yes(today),
  })
export const consentForm = (today: PlainDate) => form(yes(today))

export const noForm = (today: PlainDate) =>
  form({
    on: past('Enter the day on which they said no', 'The day', today),
    saidBy: text({ missing: 'Enter who said no', most: 120, called: 'The name' }),
  })
export const offForm = (today: PlainDate) =>
  form({
    why: choice(is.endings, 'Choose why'),
    on: past('Enter the day', 'The day', today),
    because: words('Say why, in a sentence', 'The reason', 500),
  })
export const levelForm = () =>
  form({
    says: text({ missing: 'Choose a level', most: 60, called: 'The level' }),
    because: words('Say why', 'The reason', 500),
  })
export const reviewForm = (today: PlainDate) =>
  form({
    on: past('Enter the day on which it was asked for', 'The day', today),
    why: words('Say why a review is needed', 'The reason', 500),
    hasEhcPlan: yesNo('Choose whether they have an education, health and care plan'),
  })
export const heldForm = (today: PlainDate) =>
  form({
    on: past('Enter the day on which it was held', 'The day', today),
    tookPart: words('Say who took part', 'Who took part', 1000),
    expert: optionalText({ most: 200, called: 'The name' }),
    noExpert: optionalText({ most: 300, called: 'The reason' }),
    safe: words('Say whether they are safe', 'What was found'),
    care: words('Say whether their care is good', 'What was found'),
    future: words('Say what the plan for the future is', 'What was found'),
    hospital: words('Say whether they need to be in hospital', 'What was found'),
  })
export const actionForm = (today: PlainDate) =>
  form({
    says: words('Say what is to be done', 'What is to be done', 500),
    owner: text({ missing: 'Enter who does it', most: 120, called: 'The name' }),
    by: ahead('Enter the day by which it is done', 'The day', today),
  })
export const actionDoneForm = (today: PlainDate) =>
  form({
    on: past('Enter the day on which it was done', 'The day', today),
    says: orEmpty('What was done', 500),
  })
export const crisisForm = (today: PlainDate) =>
  form({
    on: past('Enter the day', 'The day', today),
    happened: words('Say what happened', 'What happened'),
    instead: orEmpty('What was done'),
    bed: choice(is.bedAnswers, 'Choose whether a bed was asked for'),
    bedSaidBy: optionalText({ most: 300, called: 'Who said it' }),
  })
export const admissionForm = (today: PlainDate) =>
  form({
    hospital: text({ missing: 'Enter the ward and the hospital', most: 200, called: 'The hospital' }),
    kind: choice(is.admissionKinds, 'Choose how they went in'),
    from: past('Enter the day on which they went in', 'The day', today),
    until: optionalDay({
      called: 'The day they left',
      from: first,
      until: today,
      tooLate: 'The day they left cannot be in the future',
    }),
    toWhere: optionalText({ most: 200, called: 'Where to' }),
  })
export const leftForm = (today: PlainDate) =>
  form({
    on: past('Enter the day on which they left', 'The day', today),
    toWhere: text({ missing: 'Say where they went', most: 200, called: 'Where' }),
  })
export const plannedForm = (today: PlainDate) =>
  form({
    on: day({
      missing: 'Enter the day on which they are to leave',
      called: 'The day',
      from: addDays(today, -1),
      tooEarly: 'The day cannot be in the past',
      until: addYears(today, 5),
    }),
    because: words('Say why that day', 'The reason', 500),
  })
export const beforeForm = () =>
  form({
    kind: choice(is.beforeKinds, 'Choose what it is'),
    says: words('Say what must be there', 'What must be there', 300),
    owner: text({ missing: 'Enter who sees to it', most: 120, called: 'The name' }),
    daysBefore: fields.whole({
      missing: 'Enter how many days before; 0 for the same day',
      least: 0,
      most: 365,
    }),
  })
export const thereForm = (today: PlainDate) =>
  form({ on: past('Enter the day since when it is there', 'The day', today) })
export const budgetForm = () =>
  form({
    reference: text({ missing: 'Choose the case', most: 20, called: 'The case' }),
    purpose: choice(is.purposes, 'Choose what the budget is for'),
  })

/** One level a line, the most urgent first; none twice. */
const levelLines: fields.Field<readonly string[]> = (typed, name) => {
  const lines = fields
    .one(typed, name)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  if (lines.length === 0) return { says: 'Enter one level a line, the most urgent first' }
  if (lines.length > 10) return { says: 'Enter at most 10 levels' }
  if (lines.some(line => line.length > 60)) return { says: 'A level must be 60 characters or fewer' }
  if (new Set(lines).size < lines.length) return { says: 'Each level must be there once only' }
  return { value: lines }
}
export const levelsForm = () =>
  form({
    words: levelLines,
    because: words('Say who decided it, where and why', 'The reason', 500),
  })
