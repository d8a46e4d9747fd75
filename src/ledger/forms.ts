import { addDays, type PlainDate } from '../kernel/days.ts'
import { day, form, money, text } from '../platform/forms.ts'

/** Money kept back: how much, what for, and its last day. */
export const holdForm = (today: PlainDate) =>
  form({
    sum: money({ missing: 'Enter how much is kept back' }),
    because: text({ missing: 'Say what it is kept for', most: 300, called: 'What it is kept for' }),
    until: day({
      missing: 'Enter the last day',
      called: 'The last day',
      from: today,
      until: addDays(today, 366),
      tooEarly: 'The last day must be today or later',
      tooLate: 'The last day must be within a year',
    }),
  })
