import { addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import { nothing, type Pence, pence } from '../kernel/money.ts'
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
} from '../platform/forms.ts'
import { chairWays, wheelchairStandings } from '../rights/public.ts'
import { readGs1 } from './rules/gs1.ts'
import { changes, givers, needs, quoteKinds, repairParts } from './types.ts'

const first = plainDate('1990-01-01')
const past = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: first, until: today, tooLate: `${called} cannot be in the future` })

/** A sum that may be left out: nothing then. */
const sumOrNothing: Field<Pence> = (typed, name) =>
  one(typed, name) === '' ? { value: nothing } : money({ missing: '' })(typed, name)
const sumOrNull: Field<Pence | null> = (typed, name) =>
  one(typed, name) === '' ? { value: null } : money({ missing: '', least: pence(1n) })(typed, name)

export const roundForm = (today: PlainDate) =>
  form({
    standing: choice(wheelchairStandings, 'Choose what was found'),
    referredOn: past('Enter the day of the referral', 'The day of the referral', today),
    assessedOn: past('Enter the day of the assessment', 'The day of the assessment', today),
    assessor: text({ missing: 'Enter who assessed', most: 120, called: 'The name' }),
    need: choice(needs, 'Choose how much is needed'),
    chair: (typed, name) => {
      const read = optionalText({ most: 300, called: 'The chair' })(typed, name)
      return 'value' in read ? { value: read.value ?? '' } : read
    },
    value: sumOrNothing,
    repairYearly: sumOrNothing,
    voucherValue: sumOrNull,
    voucherUntil: optionalDay({
      called: 'The last day of the voucher',
      from: first,
      until: addYears(today, 10),
    }),
  })

export const quoteForm = (today: PlainDate) =>
  form({
    kind: choice(quoteKinds, 'Choose what the quote is for'),
    supplier: text({ missing: 'Enter the supplier', most: 120, called: 'The supplier' }),
    says: text({ missing: 'Say what it is', most: 300, called: 'What it is' }),
    net: money({ missing: 'Enter the price without VAT', least: pence(1n) }),
    vat: money({ missing: 'Enter the VAT; 0 where there is none' }),
    total: money({ missing: 'Enter the total', least: pence(1n) }),
    validUntil: day({
      missing: 'Enter the last day of the quote',
      called: 'The last day',
      from: today,
      tooEarly: 'The last day cannot be in the past',
      until: addYears(today, 2),
    }),
  })

export const choiceForm = () =>
  form({
    way: choice(chairWays, 'Choose a way'),
    quote: (typed, name) => {
      const number = one(typed, name)
      return { value: /^\d{1,4}$/.test(number) ? Number(number) : null }
    },
    because: text({ missing: 'Say why, in the person’s words', most: 1000, called: 'The reason' }),
  })

export const promiseForm = () =>
  form({
    giver: choice(givers, 'Choose who pays'),
    who: text({ missing: 'Enter the name', most: 120, called: 'The name' }),
    amount: money({ missing: 'Enter how much', least: pence(1n) }),
  })

export const receivedForm = (today: PlainDate) =>
  form({ on: past('Enter the day it came', 'The day it came', today) })

export const agreementForm = (today: PlainDate) =>
  form({
    startsOn: day({
      missing: 'Enter the first day of the budget',
      called: 'The first day',
      from: first,
      until: addYears(today, 1),
    }),
  })

export const invoiceForm = (today: PlainDate) =>
  form({
    supplier: text({ missing: 'Enter the supplier', most: 120, called: 'The supplier' }),
    theirs: text({ missing: 'Enter the number of the invoice', most: 60, called: 'The number' }),
    datedOn: past('Enter the day of the invoice', 'The day of the invoice', today),
    total: money({ missing: 'Enter the total', least: pence(1n) }),
  })

export const handoverForm = (today: PlainDate) =>
  form({
    on: past('Enter the day the chair was handed over', 'The day', today),
    serial: text({ missing: 'Enter the serial number', most: 60, called: 'The serial number' }),
    gs1: (typed, name) => {
      const code = one(typed, name)
      if (code === '') return { value: null }
      const read = readGs1(code)
      const says = 'Enter the 8, 12, 13 or 14 digits under the bar code. The last one checks the others'
      return read === null ? { says } : { value: read }
    },
  })

export const repairForm = () =>
  form({ words: text({ missing: 'Say what is wrong with the chair', most: 2000, called: 'What you say' }) })

export const repairedForm = (today: PlainDate) =>
  form({
    on: past('Enter the day of the repair', 'The day', today),
    says: text({ missing: 'Say what was done', most: 500, called: 'What was done' }),
    part: choice(repairParts, 'Choose what was repaired'),
    cost: money({ missing: 'Enter what it cost; 0 where it cost nothing' }),
    supplier: optionalText({ most: 120, called: 'The name' }),
    theirs: optionalText({ most: 60, called: 'The number' }),
  })

export const lookForm = () =>
  form({
    why: choice(changes, 'Choose what has changed'),
    words: text({ missing: 'Say what has changed', most: 2000, called: 'What you say' }),
  })

export const backForm = (today: PlainDate) =>
  form({
    on: past('Enter the day it was handed back', 'The day', today),
    because: text({ missing: 'Say why', most: 500, called: 'The reason' }),
  })

export const giveUpForm = (today: PlainDate) =>
  form({
    on: past('Enter the day it is given up', 'The day', today),
    askedBy: text({ missing: 'Enter who asked', most: 120, called: 'The name' }),
    because: text({ missing: 'Say why', most: 500, called: 'The reason' }),
    how: optionalText({ most: 300, called: 'How it was given back' }),
  })
