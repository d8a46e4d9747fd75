import { addDays, type PlainDate, sayDay } from '../kernel/days.ts'
import { type Pence, pence, readMoney, readThousandths, type Thousandths } from '../kernel/money.ts'
import {
  choice,
  day,
  type Field,
  form,
  one,
  optionalDay,
  optionalText,
  type Read,
  text,
  ticked,
  units,
} from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import { endGrounds, leaveKinds, type Term, type WorkUnit, workUnits } from './types.ts'

const mostRate = pence(100_000n)

/** What is paid for a unit: above nought, at most £1,000. */
const rate =
  (missing: string): Field<Pence> =>
  (typed, name) => {
    const written = one(typed, name)
    if (written === '') return { says: missing }
    const value = readMoney(written)
    if (value === null) return { says: 'Enter a rate in pounds and pence, like 12.90' }
    if (value <= 0n) return { says: 'A rate must be above nought' }
    return value > mostRate ? { says: 'A rate must be £1,000 or less for one unit' } : { value }
  }

/** How many units were agreed for a week: nought is allowed, below nought is not. */
const weekly: Field<Thousandths> = (typed, name) => {
  const written = one(typed, name)
  if (written === '') return { says: 'Enter how many were agreed for a week. 0 is allowed' }
  const value = readThousandths(written)
  if (value === null) return { says: 'Enter a number, like 24 or 7.5' }
  if (value < 0n) return { says: 'The number cannot be below nought' }
  return value > 1_000_000n ? { says: 'The number must be 1,000 or less' } : { value }
}

const optionalWhole =
  (most: number): Field<number | null> =>
  (typed, name) => {
    const written = one(typed, name)
    if (written === '') return { value: null }
    const value = /^\d{1,3}$/.test(written) ? Number(written) : most + 1
    return value > most ? { says: `Enter a whole number from 0 to ${most}` } : { value }
  }

/** How many rows of units the form has. */
export const termRows = [1, 2, 3] as const

const termForm = (row: number) =>
  form({
    [`unit${row}`]: choice(workUnits, 'Choose what is paid for'),
    [`rate${row}`]: rate('Enter what is paid for one of these'),
    [`weekly${row}`]: weekly,
  })

type NewTerm = Pick<Term, 'unit' | 'rate' | 'weekly'>

function readTerms(typed: Typed): Read<readonly NewTerm[]> {
  const value: NewTerm[] = []
  const errors: FieldError[] = []
  for (const row of termRows) {
    const names = [`unit${row}`, `rate${row}`, `weekly${row}`] as const
    if (row > 1 && names.every(name => one(typed, name) === '')) continue
    const read = termForm(row).read(typed)
    if (!read.ok) errors.push(...read.errors)
    else {
      const [unit, paid, agreed] = names.map(name => read.value[name])
      value.push({ unit: unit as WorkUnit, rate: paid as Pence, weekly: agreed as Thousandths })
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value }
}

const particulars = form({
  assistant: text({ missing: 'Enter the assistant’s full name', most: 100, called: 'The name' }),
  born: optionalDay({ called: 'The birthday' }),
  job: text({ missing: 'Say in a few words what the work is', most: 200, called: 'The work' }),
  line: text({ missing: 'Choose the line of the plan that pays for this', most: 60 }),
  from: day({ missing: 'Enter the first day of work', called: 'The first day' }),
  until: optionalDay({ called: 'The last day' }),
  contract: optionalDay({ called: 'The day of the contract' }),
  statement: optionalDay({ called: 'The day of the written statement' }),
  days: units({ missing: 'Enter how many days a week', most: 7n }),
  notice: optionalWhole(52),
  firm: optionalText({ most: 60 }),
})

/** A new assistant with the units that are paid for: every error at its field. */
export function readEngagement(typed: Typed) {
  const read = particulars.read(typed)
  const terms = readTerms(typed)
  if (read.ok && terms.ok) return { ok: true, value: { ...read.value, terms: terms.value } } as const
  return { ok: false, errors: [...(read.ok ? [] : read.errors), ...(terms.ok ? [] : terms.errors)] } as const
}

export const rateForm = form({
  unit: choice(workUnits, 'Choose what is paid for'),
  rate: rate('Enter what is paid for one of these'),
  weekly,
  from: day({ missing: 'Enter the first day of the new rate', called: 'The first day' }),
  because: text({ missing: 'Say why it changes', most: 200, called: 'The reason' }),
})
export const endForm = form({
  ends: day({ missing: 'Enter the last day of the job', called: 'The last day' }),
  notice: day({ missing: 'Enter the day on which notice was given', called: 'The day of the notice' }),
  ground: choice(endGrounds, 'Choose why the job ends'),
  words: text({ missing: 'Say in a sentence how it came about', most: 1000, called: 'What happened' }),
})
export const leaveForm = form({
  kind: choice(leaveKinds, 'Choose what kind of leave it is'),
  first: day({ missing: 'Enter the first day away', called: 'The first day' }),
  last: day({ missing: 'Enter the last day away', called: 'The last day' }),
  away: units({ missing: 'Enter how many working days', most: 366n }),
  fit: ticked(),
})
export const taskForm = form({
  task: text({ missing: 'Say what the task is', most: 200, called: 'The task' }),
  since: day({ missing: 'Enter the day from which it is handed over', called: 'The day' }),
})
export const signOffForm = form({
  trainer: text({ missing: 'Enter who trained the assistant', most: 100, called: 'The name' }),
  trained: day({ missing: 'Enter the day of the training', called: 'The day of the training' }),
  signer: text({ missing: 'Enter who signed it off', most: 100, called: 'The name' }),
  role: text({ missing: 'Enter their profession', most: 100, called: 'The profession' }),
  signed: day({ missing: 'Enter the day of the sign-off', called: 'The day of the sign-off' }),
  expires: day({ missing: 'Enter the last day on which it holds', called: 'The last day' }),
})
export const decisionForm = form({
  decided: choice(['approved', 'sent-back'], 'Choose whether you approve it or send it back'),
  because: optionalText({ most: 500, called: 'What is wrong' }),
})
export const wordForm = form({ word: text({ missing: 'Type the word you were given', most: 40 }) })
export const firmForm = form({
  firm: optionalText({ most: 60 }),
  chosen: day({ missing: 'Enter from which day', called: 'The day' }),
})
export const noticeForm = form({
  changed: day({ missing: 'Enter from which day', called: 'The day' }),
  days: units({ missing: 'Enter how many days a week', most: 7n }),
  weeks: optionalWhole(52),
})

/** The seven days of a week from its Monday. */
export const weekOf = (monday: PlainDate): readonly PlainDate[] =>
  [0, 1, 2, 3, 4, 5, 6].map(days => addDays(monday, days))

/** What a day of a week is called where an error stands alone: `Monday 23 November 2026`. */
export const sayAt = (monday: PlainDate, place: number): string => sayDay(addDays(monday, place))
