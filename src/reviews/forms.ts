import { endGrounds } from '../agreements/public.ts'
import { type PlainDate, plainDate } from '../kernel/days.ts'
import {
  choice,
  day,
  form,
  money,
  one,
  optionalDay,
  optionalText,
  type Read,
  text,
  yesNo,
} from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { lanes } from '../rights/public.ts'
import type { Held } from './actions/hold.ts'
import type { Heard } from './actions/note-event.ts'
import { follows, type Lane, type TestAnswer, testsOf } from './types.ts'

export const readLane = (text: string): Lane | null => lanes.find(lane => lane === text) ?? null

export const bookingForm = (today: PlainDate) =>
  form({
    lane: choice(lanes, 'Choose which review it is'),
    on: day({
      missing: 'Enter the day of the review',
      called: 'The day of the review',
      from: today,
      tooEarly: 'The day of the review cannot be in the past',
      until: plainDate(`${Number(today.slice(0, 4)) + 3}-12-31`),
    }),
    place: optionalText({ most: 200, called: 'The place' }),
    because: optionalText({ most: 500, called: 'The reason' }),
  })

const reviewForm = (today: PlainDate) =>
  form({
    heldOn: day({
      missing: 'Enter the day it was held',
      called: 'The day it was held',
      from: plainDate('2013-08-01'),
      until: today,
      tooLate: 'The day it was held cannot be in the future',
    }),
    askedBy: choice(['schedule', 'person', 'event'], 'Choose why it was held'),
    words: text({
      missing: 'Say what you found, in words that the family reads too',
      most: 5000,
      called: 'What you found',
    }),
    theirWords: optionalText({ most: 5000, called: 'What they said' }),
    follows: choice(follows, 'Choose what follows'),
    changeFrom: optionalDay({ called: 'The day of the change', from: plainDate('2013-08-01') }),
  })

const answers = ['yes', 'no', 'partly'] as const

/** A review as typed: each test of its lane answered, what was found, what follows and from when. */
export function readReview(
  typed: Typed,
  { lane, today }: { lane: Lane; today: PlainDate },
): Read<Omit<Held, 'reference'>> {
  const read = reviewForm(today).read(typed)
  const tests = testsOf[lane].map(([test, asks]) => ({ test, asks, ...testFields(test, asks).read(typed) }))
  const noDay = read.ok && read.value.follows === 'change' && read.value.changeFrom === null
  const errors = [
    ...tests.flatMap(one => (one.ok ? [] : one.errors)),
    ...(read.ok ? [] : read.errors),
    ...(noDay ? [{ field: 'changeFrom-day', says: 'Enter the day from which it changes' }] : []),
  ]
  if (!read.ok || errors.length > 0) return { ok: false, errors }
  const answered = tests.flatMap((one): TestAnswer[] =>
    one.ok
      ? [
          {
            test: one.test,
            asks: one.asks,
            answer: one.value[`answer-${one.test}`] as TestAnswer['answer'],
            note: String(one.value[`note-${one.test}`] ?? ''),
          },
        ]
      : [],
  )
  return {
    ok: true,
    value: { ...read.value, lane, theirWords: read.value.theirWords ?? '', tests: answered },
  }
}

const testFields = (test: string, asks: string) =>
  form({
    [`answer-${test}`]: choice(answers, `Answer: ${asks}`),
    [`note-${test}`]: optionalText({ most: 1000, called: 'The note' }),
  })

const eventFields = (today: PlainDate) =>
  form({
    on: day({
      missing: 'Enter the day it happened',
      called: 'The day it happened',
      until: today,
      tooLate: 'The day it happened cannot be in the future',
    }),
    kind: choice(['health-change', 'cost-change', 'other'], 'Choose what changed'),
    words: text({ missing: 'Say what changed', most: 3000, called: 'What you wrote' }),
  })

/** Something that changed between reviews; its price is asked for only where the price is what changed. */
export function readEvent(typed: Typed, today: PlainDate): Read<Omit<Heard, 'reference'>> {
  const read = eventFields(today).read(typed)
  const cost =
    one(typed, 'kind') === 'cost-change'
      ? form({ costWeekly: money({ missing: 'Enter what the plan costs now, a week' }) }).read(typed)
      : null
  const significant =
    one(typed, 'kind') === 'health-change'
      ? form({ significant: yesNo('Say if the change is a significant one') }).read(typed)
      : null
  const errors = [read, cost, significant].flatMap(each => (each === null || each.ok ? [] : each.errors))
  if (!read.ok || errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    value: {
      ...read.value,
      costWeekly: cost?.ok ? cost.value.costWeekly : null,
      significant: significant?.ok ? significant.value.significant : false,
    },
  }
}

export const endingForm = (today: PlainDate) =>
  form({
    ground: choice(endGrounds, 'Choose the ground'),
    on: day({
      missing: 'Enter the last day',
      called: 'The last day',
      from: plainDate('2013-08-01'),
      until: plainDate(`${Number(today.slice(0, 4)) + 2}-12-31`),
    }),
    because: text({
      missing: 'Give the reasons, as the person will read them',
      most: 3000,
      called: 'The reasons',
    }),
  })
