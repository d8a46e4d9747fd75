import { addDays, type PlainDate } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import { choice, day, form, money, optionalText, text, ticked, whole, yesNo } from '../platform/forms.ts'

const penny = pence(1n)
const because = text({ missing: 'Say what it is for', most: 300, called: 'What it is for' })
const from = (today: PlainDate, says: string) =>
  day({
    missing: says,
    from: addDays(today, -366),
    until: addDays(today, 366),
    tooEarly: 'That day is too long ago',
    tooLate: 'The day must be within a year',
  })
const amount = (missing: string) => money({ missing, least: penny })

/** What of the plan it is for, where it is for one line; and whether it can wait. */
const about = { line: optionalText({ most: 60, called: 'The line' }), urgent: ticked() }

export const oneOffForm = (today: PlainDate) =>
  form({ amount: amount('Enter the sum'), from: from(today, 'Enter the day it is due'), because, ...about })

export const emergencyForm = (today: PlainDate) =>
  form({
    amount: amount('Enter the sum'),
    from: from(today, 'Enter the day it is due'),
    because,
    ...about,
    parts: whole({ missing: 'Enter in how many payments it is taken off', least: 1, most: 24 }),
    floor: amount('Enter the sum below which no payment goes'),
  })

export const repeatForm = (today: PlainDate) =>
  form({
    amount: amount('Enter the most that may be paid in all'),
    from: from(today, 'Enter the first day'),
    until: day({
      missing: 'Enter the last day',
      from: addDays(today, -366),
      until: addDays(today, 800),
      tooEarly: 'That day is too long ago',
      tooLate: 'The last day is too far ahead',
    }),
    because,
    supplier: text({ missing: 'Enter whoever is paid', most: 120, called: 'The name' }),
    line: text({ missing: 'Choose the line of the plan', most: 60, called: 'The line' }),
    mostTimes: whole({ missing: 'Enter how many times at most', least: 1, most: 1000 }),
  })

export const answerForm = form({
  agreed: yesNo('Say whether you agree'),
  why: text({ missing: 'Say why you agree, or why not', most: 300, called: 'The reason' }),
})

/** One use of something agreed ahead. */
export const againForm = (today: PlainDate) =>
  form({
    on: day({
      missing: 'Enter the day of it',
      from: addDays(today, -400),
      until: today,
      tooEarly: 'That day is too long ago',
      tooLate: 'It cannot be in the future: it is paid when it was given',
    }),
    times: whole({ missing: 'Enter how many times', least: 1, most: 100 }),
    sum: amount('Enter how much it was in all'),
    number: text({ missing: 'Enter the number of the bill', most: 18, called: 'The number' }),
    looked: ticked(),
  })

export const endForm = form({
  ending: text({ missing: 'Say why it ends', most: 300, called: 'The reason' }),
})

export const whatForm = form({
  what: choice(['one-off', 'emergency', 'repeat'], 'Choose what is proposed'),
  reference: text({ missing: 'Enter the reference of the budget', most: 20, called: 'The reference' }),
})
