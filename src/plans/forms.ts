import { addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import { lineKinds, unitsOfSupport } from '../needs/public.ts'
import {
  choice,
  day,
  type Field,
  form,
  money,
  one,
  optionalChoice,
  optionalText,
  text,
  ticked,
  units,
  whole,
} from '../platform/forms.ts'
import { type OutcomeKey, riskKinds, ways } from './types.ts'

export const longestText = 4000

/** A text that may be left out: an empty one is an empty text. */
const words =
  (most: number, called = 'What you wrote'): Field<string> =>
  (typed, name) => {
    const read = optionalText({ most, called })(typed, name)
    return 'value' in read ? { value: read.value ?? '' } : read
  }

const optionalMoney: Field<Pence | null> = (typed, name) =>
  one(typed, name) === '' ? { value: null } : money({ missing: '' })(typed, name)

/** An outcome of the plan by its key, or none. Whether the plan has it is the action's business. */
const outcomeKey: Field<OutcomeKey | ''> = (typed, name) => {
  const value = one(typed, name)
  return { value: /^outcome-\d{1,4}$/.test(value) ? (value as OutcomeKey) : '' }
}

const mostNames = 10

/** One name on each line, as the bank may write it. */
const names: Field<readonly string[]> = (typed, name) => {
  const read = words(1000, 'The names')(typed, name)
  if (!('value' in read)) return read
  const lines = read.value.split('\n').map(line => line.trim())
  const given = [...new Set(lines.filter(line => line !== ''))]
  return given.length > mostNames ? { says: `Write ${mostNames} names or fewer` } : { value: given }
}

export const textForm = form({ words: words(longestText) })

export const outcomeForm = form({
  says: text({ missing: 'Say what should come of it', most: 300, called: 'The outcome' }),
  known: words(1000, 'How we will know'),
  checks: words(300, 'Who checks'),
})

export const riskForm = form({
  kind: choice(riskKinds, 'Choose what kind of risk it is'),
  says: text({ missing: 'Say what could go wrong', most: 500, called: 'The risk' }),
  follows: words(1000, 'What may follow'),
  agreed: words(2000, 'What was agreed'),
  outcome: outcomeKey,
})

export const lineForm = form({
  says: text({ missing: 'Say what is arranged', called: 'What is arranged' }),
  kind: choice(lineKinds, 'Choose what kind of arrangement it is'),
  outcome: outcomeKey,
  units: units({ missing: 'Say how many' }),
  unit: choice([...unitsOfSupport, 'part'], 'Choose a unit'),
  per: choice(['week', 'month', 'year'], 'Choose week, month or year'),
  rate: money({ missing: 'Say what the plan pays for one' }),
  charge: optionalMoney,
  way: optionalChoice(ways),
  payee: words(200, 'Who is paid'),
  payeeWords: names,
  employs: ticked(),
})

export const detailsForm = (today: PlainDate) =>
  form({
    coordinator: text({ missing: 'Name the co-ordinator', most: 100, called: 'The name' }),
    firstReviewOn: day({
      missing: 'Set the day of the first review',
      called: 'The first review',
      from: plainDate('2013-01-01'),
      until: addYears(today, 2),
    }),
    noticeDays: whole({ missing: 'Say how many days of notice', least: 1, most: 365 }),
  })

export const handForm = form({
  to: choice(['family', 'case-worker', 'approver'], 'Choose whose turn it is next'),
  words: words(2000),
})

export const signForm = (today: PlainDate) =>
  form({
    from: day({
      missing: 'Set the day from which the plan holds',
      called: 'The first day',
      from: addYears(today, -1),
      until: addYears(today, 1),
    }),
    because: optionalText({ most: 1000, called: 'What you wrote' }),
  })

export const draftForm = form({
  from: choice(['sum', 'before'], 'Choose what the new version begins with'),
})
