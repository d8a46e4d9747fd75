import { addDays, type PlainDate } from '../kernel/days.ts'
import { type Pence, readMoney } from '../kernel/money.ts'
import { day, type Field, form, one, text } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { type DueKind, dueKinds } from './types.ts'

/** Up to which day a run pays. */
export const prepareForm = (today: PlainDate) =>
  form({
    until: day({
      missing: 'Enter the last day of the run',
      called: 'The last day',
      from: today,
      until: addDays(today, 35),
      tooEarly: 'The last day must be today or later',
      tooLate: 'The last day must be within the next five weeks',
    }),
  })

const counted: Field<number> = (typed, name) => {
  const value = one(typed, name)
  return /^\d{1,6}$/.test(value) ? { value: Number(value) } : { says: 'Load the page again, then sign' }
}
const summed: Field<Pence> = (typed, name) => {
  const value = readMoney(one(typed, name))
  return value === null ? { says: 'Load the page again, then sign' } : { value }
}

/** What the one who signs was shown. */
export const signingForm = form({ payments: counted, total: summed })

export const withdrawForm = form({
  because: text({ missing: 'Say why the run is withdrawn', most: 300, called: 'The reason' }),
})

const digits =
  (count: number, says: string): Field<string> =>
  (typed, name) => {
    const value = one(typed, name).replace(/[\s-]/g, '')
    return new RegExp(`^\\d{${count}}$`).test(value) ? { value } : { says }
  }

/** The account that the organisation pays from. */
export const payerForm = (today: PlainDate) =>
  form({
    name: text({ missing: 'Enter the name on the account', most: 70, called: 'The name' }),
    sortCode: digits(6, 'Enter the sort code as six digits, like 20-00-00'),
    accountNumber: digits(8, 'Enter the account number as eight digits, like 12345678'),
    from: day({
      missing: 'Enter the day from which the account is used',
      from: today,
      until: addDays(today, 366),
      tooEarly: 'The day must be today or later',
      tooLate: 'The day must be within a year',
    }),
  })

/** That a payment came back, and why. */
export const returnForm = (today: PlainDate) =>
  form({
    on: day({
      missing: 'Enter the day on which it came back',
      from: addDays(today, -400),
      until: today,
      tooEarly: 'That day is too long ago',
      tooLate: 'The day it came back cannot be in the future',
    }),
    because: text({ missing: 'Say why it came back, as the bank says', most: 300, called: 'The reason' }),
  })

/** Which of the payments due an address asks for; all of them where it says nothing that is known. */
export const kindAsked = (query: Typed): DueKind => dueKinds.find(kind => kind === one(query, 'due')) ?? 'all'
