import { addDays, type PlainDate } from '../kernel/days.ts'
import { type Pence, readMoney } from '../kernel/money.ts'
import { day, type Field, form, one, optionalChoice, text } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { type DueKind, dueKinds, fileKindList } from './types.ts'

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

/** Which warnings somebody has looked at, and what they checked. */
export const warningsForm = form({
  checked: text({ missing: 'Say what you have checked', most: 300, called: 'What you checked' }),
})

const digits =
  (count: number, says: string): Field<string> =>
  (typed, name) => {
    const value = one(typed, name).replace(/[\s-]/g, '')
    return new RegExp(`^\\d{${count}}$`).test(value) ? { value } : { says }
  }

const optionalDigits =
  (count: number, says: string): Field<string> =>
  (typed, name) =>
    one(typed, name).trim() === '' ? { value: '' } : digits(count, says)(typed, name)

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
    fileKind: optionalChoice(fileKindList),
    userNumber: optionalDigits(6, 'Enter the Bacs user number as six digits'),
  })

/** The account that a supplier is paid into. */
export const supplierForm = form({
  supplier: text({ missing: 'Enter the supplier’s name', most: 120, called: 'The name' }),
  name: text({ missing: 'Enter the name on the account', most: 70, called: 'The name' }),
  sortCode: digits(6, 'Enter the sort code as six digits, like 20-00-00'),
  accountNumber: digits(8, 'Enter the account number as eight digits, like 12345678'),
})

/** Which payments were paid by hand, when, and how the bank names them. */
export const byHandForm = (today: PlainDate) =>
  form({
    on: day({
      missing: 'Enter the day on which they were paid',
      from: addDays(today, -400),
      until: today,
      tooEarly: 'That day is too long ago',
      tooLate: 'The day on which they were paid cannot be in the future',
    }),
    'bank-reference': text({
      missing: 'Enter the reference that the bank gave',
      most: 60,
      called: 'The reference',
    }),
  })

export const giveUpForm = form({
  'not-taken': text({ missing: 'Say how you know', most: 300, called: 'How you know' }),
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
