import { addDays, type PlainDate } from '../kernel/days.ts'
import {
  choice,
  day,
  type Field,
  form,
  many,
  one,
  optionalDay,
  optionalText,
  type Read,
  text,
  ticked,
  yesNo,
} from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { type Exclusion, exclusions } from '../rights/public.ts'
import { notable } from './rules/note.ts'
import { accountOwners, hows } from './types.ts'

/** A sort code in any usual spelling, as six digits. */
const sortCode: Field<string> = (typed, name) => {
  const plain = one(typed, name).replace(/[\s-]/g, '')
  if (plain === '') return { says: 'Enter the sort code' }
  return /^\d{6}$/.test(plain)
    ? { value: plain }
    : { says: 'The sort code must be six digits, like 10-20-30' }
}

/** An account number of six to eight digits, with noughts before it where it is shorter than eight. */
const accountNumber: Field<string> = (typed, name) => {
  const plain = one(typed, name).replace(/\s/g, '')
  if (plain === '') return { says: 'Enter the account number' }
  return /^\d{6,8}$/.test(plain)
    ? { value: plain.padStart(8, '0') }
    : { says: 'The account number must be 6 to 8 digits, like 00733445' }
}

export const accountForm = form({
  name: text({ missing: 'Enter the name on the account', most: 70, called: 'The name on the account' }),
  sortCode,
  accountNumber,
  whose: choice(accountOwners, 'Say whose account it is'),
  solePurpose: yesNo('Say if the account is used for this money only'),
  othersUseIt: yesNo('Say if anybody else can use the account'),
  auditable: yesNo('Say if statements show each sum, where it came from and where it went'),
})

export const decisionForm = form({
  decided: choice(['approved', 'refused', 'closed'], 'Say what you decide'),
  because: optionalText({ most: 500, called: 'The reason' }),
})

const signatureForm = form({
  name: text({ missing: 'Type your full name', most: 100, called: 'Your name' }),
})

/** What was ticked is compared with the conditions of the agreement by the rule, so that any key may come. */
export function readSignature(
  typed: Typed,
): Read<{ readonly name: string; readonly agreedTo: readonly string[] }> {
  const read = signatureForm.read(typed)
  return read.ok ? { ok: true, value: { ...read.value, agreedTo: many(typed, 'agreedTo') } } : read
}

export const paperForm = (today: PlainDate) =>
  form({
    name: text({ missing: 'Enter the name of the one who signed', most: 100, called: 'The name' }),
    asWho: choice(['the-person', 'parent', 'representative'], 'Say who signed'),
    on: day({
      missing: 'Enter the day on the paper',
      called: 'The day',
      until: today,
      tooLate: 'The day it was signed cannot be in the future',
    }),
    all: ticked('Tick that the paper holds every condition'),
  })

export const noteForm = (today: PlainDate) =>
  form({
    what: choice(notable, 'Choose what you want to write down'),
    on: day({ missing: 'Enter the day', called: 'The day', until: addDays(today, 730) }),
    until: optionalDay({ called: 'The last day' }),
    by: text({ missing: 'Say who it comes from', most: 100, called: 'The name' }),
    how: choice(hows, 'Say how you know'),
    order: (typed, name) => {
      const found = exclusions.find(exclusion => exclusion === one(typed, name))
      return { value: found ?? null } as { value: Exclusion | null }
    },
    words: optionalText({ most: 500, called: 'The remark' }),
  })
