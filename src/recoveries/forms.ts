import { addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import { type Pence, pence } from '../kernel/money.ts'
import {
  choice,
  day,
  type Field,
  form,
  money,
  one,
  optionalChoice,
  optionalText,
  type Read,
  text,
  whole,
} from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import { repaymentGrounds } from '../rights/public.ts'
import type { NewProposal } from './actions/propose.ts'
import { keptBecause } from './rules/proposing.ts'
import { hows, type Kept, outcomes, owedKinds, repaidHows } from './types.ts'

/** A sum that may be left out: null where it is empty, which is not the same as nought. */
const optionalMoney: Field<Pence | null> = (typed, name) =>
  one(typed, name) === '' ? { value: null } : money({ missing: '' })(typed, name)

const reasons = (missing: string) => text({ missing, most: 3000, called: 'The reasons' })

const owedFields = form(
  Object.fromEntries(
    owedKinds.flatMap(kind => [
      [`owed-${kind}`, optionalMoney],
      [`why-${kind}`, optionalText({ most: 300, called: 'The reason' })],
    ]),
  ) as Record<string, Field<Pence | string | null>>,
)

/** What is owed as it was typed: every sum that was given, also nought, with its reason. */
export function readOwed(typed: Typed): Read<readonly Kept[]> {
  const read = owedFields.read(typed)
  if (!read.ok) return read
  const owed = owedKinds.flatMap((kind): Kept[] => {
    const [sum, why] = [read.value[`owed-${kind}`], read.value[`why-${kind}`]]
    const because = typeof why === 'string' ? why : keptBecause[kind]
    return typeof sum === 'bigint' ? [{ kind, sum, because }] : []
  })
  return { ok: true, value: owed }
}

const proposalFields = form({
  ground: choice(repaymentGrounds, 'Choose the ground'),
  because: reasons('Give the reasons, as the person will read them'),
  amount: money({ missing: 'Enter how much should be paid back', least: pence(1n) }),
  whoMustRepay: text({ missing: 'Enter who must repay', called: 'The name' }),
  repayDays: whole({ missing: 'Enter how many days there are to repay', least: 1, most: 1000 }),
  executorName: optionalText({ called: 'The name' }),
  executorAddress: optionalText({ most: 500, called: 'The address' }),
})

/** A proposal as typed; whoever settles an estate is read only where somebody has died. */
export function readProposal(typed: Typed): Read<Omit<NewProposal, 'reference'>> {
  const [read, owed] = [proposalFields.read(typed), readOwed(typed)]
  if (!read.ok || !owed.ok) {
    const errors: FieldError[] = [...(owed.ok ? [] : owed.errors), ...(read.ok ? [] : read.errors)]
    return { ok: false, errors }
  }
  const { executorName, executorAddress, ...value } = read.value
  const lines = (executorAddress ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const way = one(typed, 'way') === 'net' ? 'net' : 'repay'
  const executor = value.ground === 'patient-died' ? { name: executorName ?? '', lines } : null
  return { ok: true, value: { ...value, way, owed: owed.value, executor } }
}

export const objectionForm = form({
  words: text({ missing: 'Say what you think is wrong', most: 5000, called: 'What you write' }),
  saidBy: optionalText({ most: 100, called: 'The name' }),
  how: optionalChoice(hows),
})

const answerFields = form({
  outcome: choice(outcomes, 'Choose your answer'),
  because: reasons('Give the reasons, as they will stand in the letter'),
})

/** The second decision as typed; the new amount is asked for only where less is asked. */
export function readAnswer(typed: Typed) {
  const [read, owed] = [answerFields.read(typed), readOwed(typed)]
  const less = one(typed, 'outcome') === 'less'
  const sum = less ? form({ amount: money({ missing: 'Enter the new amount' }) }).read(typed) : null
  const errors: FieldError[] = [
    ...(read.ok ? [] : read.errors),
    ...(sum === null || sum.ok ? [] : sum.errors),
    ...(owed.ok ? [] : owed.errors),
  ]
  if (!read.ok || !owed.ok || errors.length > 0) return { ok: false as const, errors }
  const amount = sum?.ok ? sum.value.amount : null
  const alsoKept = owed.value.filter(one => one.sum > 0n)
  return { ok: true as const, value: { ...read.value, amount, alsoKept } }
}

export const withdrawalForm = form({
  withdrawBecause: reasons('Say why it is taken back'),
})

export const pauseForm = (today: PlainDate) =>
  form({
    pauseFrom: day({
      missing: 'Enter the first day of the pause',
      called: 'The first day',
      from: today,
      tooEarly: 'The first day cannot be in the past',
      until: addYears(today, 2),
    }),
    pauseUntil: day({
      missing: 'Enter the last day of the pause',
      called: 'The last day',
      from: today,
      until: addYears(today, 2),
    }),
    pauseBecause: reasons('Say why it is paused'),
  })

export const repaymentForm = (today: PlainDate) =>
  form({
    repaidAmount: money({ missing: 'Enter how much came back', least: pence(1n) }),
    repaidOn: day({
      missing: 'Enter the day it came',
      called: 'The day it came',
      from: plainDate('2013-08-01'),
      until: today,
      tooLate: 'The day it came cannot be in the future',
    }),
    repaidHow: choice(repaidHows, 'Choose how it came'),
    repaidWords: optionalText({ most: 300, called: 'The remark' }),
  })
