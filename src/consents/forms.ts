import { addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import {
  choice,
  day,
  type Field,
  form,
  one,
  optionalDay,
  optionalText,
  text,
  yesNo,
} from '../platform/forms.ts'
import { decidings, powers, relations } from '../rights/public.ts'
import { purposes, shareAnswers } from './types.ts'

const first = plainDate('1950-01-01')
const past = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: first, until: today, tooLate: `${called} cannot be in the future` })
const last = (today: PlainDate) =>
  optionalDay({ called: 'The last day', from: first, until: addYears(today, 60) })
const words = (called: string, most: number): Field<string> => {
  const read = optionalText({ most, called })
  return (typed, name) => {
    const found = read(typed, name)
    return 'value' in found ? { value: found.value ?? '' } : found
  }
}

export const findingForm = (today: PlainDate) =>
  form({
    decision: choice(decidings, 'Choose which decision it is about'),
    found: choice(['has', 'has-not'], 'Choose what was found'),
    on: past('Enter the day on which it was found', 'The day', today),
    assessor: text({ missing: 'Enter who looked at it', most: 120, called: 'The name' }),
    because: text({ missing: 'Say why, in words', most: 2000, called: 'The reason' }),
    helpTried: words('The help', 2000),
    reviewOn: optionalDay({ called: 'The day to look again', from: first, until: addYears(today, 10) }),
  })

export const bestInterestsForm = (today: PlainDate) =>
  form({
    on: past('Enter the day on which it was decided', 'The day', today),
    asked: text({ missing: 'Say who was asked', most: 1000, called: 'Who was asked' }),
    decided: text({
      missing: 'Say what was decided, and why it is best',
      most: 2000,
      called: 'The decision',
    }),
  })

/** Somebody who is known, by the id of the relationship; `new` for somebody who is written down now. */
export const somebodyNew = 'new'
export const paperForm = (today: PlainDate, known: readonly string[]) =>
  form({
    who: choice([...known, somebodyNew], 'Choose whom the paper is about'),
    name: words('The name', 120),
    basis: (typed, field) => {
      const chosen = one(typed, field)
      const basis = powers.find(power => power === chosen) ?? null
      const isNew = one(typed, 'who') === somebodyNew
      return isNew && basis === null ? { says: 'Choose on what it rests' } : { value: basis }
    },
    from: (typed, field) =>
      one(typed, 'who') === somebodyNew
        ? past('Enter the first day on which they may act', 'The first day', today)(typed, field)
        : { value: today },
    until: last(today),
    registered: text({
      missing: 'Say where it is registered, and its number',
      most: 200,
      called: 'The registration',
    }),
    scope: text({ missing: 'Say what it lets them decide', most: 1000, called: 'What it lets decide' }),
    seenOn: past('Enter the day on which it was seen', 'The day it was seen', today),
    seenBy: text({ missing: 'Enter who saw it', most: 120, called: 'The name' }),
  })

export const endForm = () =>
  form({ because: text({ missing: 'Say why it ends', most: 500, called: 'The reason' }) })

/** A switch: from today, unless a form says otherwise. */
export const shareForm = (today: PlainDate) =>
  form({
    purpose: choice(purposes, 'Choose what it is for'),
    body: text({ missing: 'Enter with whom', most: 200, called: 'The name' }),
    answer: choice(shareAnswers, 'Choose whether it may be shared'),
    from: (typed, field) => {
      const read = optionalDay({ called: 'The first day', from: today, until: addYears(today, 2) })
      const found = read(typed, field)
      return 'value' in found ? { value: found.value ?? today } : found
    },
    until: optionalDay({ called: 'The last day', from: today, until: addYears(today, 20) }),
    by: words('The name', 120),
  })

export const permissionForm = (today: PlainDate) =>
  form({
    name: text({ missing: 'Enter who is to be paid', most: 120, called: 'The name' }),
    relation: choice(relations, 'Choose what they are to the person'),
    sameHousehold: yesNo('Say whether they live in the same household'),
    paidFor: choice(['care', 'help-with-managing'], 'Choose what they are paid for'),
    because: text({ missing: 'Say why it is necessary', most: 1000, called: 'The reason' }),
    from: day({
      missing: 'Enter the first day',
      called: 'The first day',
      from: first,
      until: addYears(today, 1),
    }),
    until: last(today),
  })

export const lastDayForm = (today: PlainDate) =>
  form({
    lastOn: day({
      missing: 'Enter the last day',
      called: 'The last day',
      from: today,
      tooEarly: 'The last day cannot be in the past',
      until: addYears(today, 10),
    }),
    because: text({ missing: 'Say why it ends', most: 500, called: 'The reason' }),
  })

export const localLineForm = (today: PlainDate) =>
  form({
    says: text({ missing: 'Say what the money does not buy here', most: 120, called: 'What it is' }),
    words: text({ missing: 'Enter the words to look for', most: 500, called: 'The words' }),
    from: day({
      missing: 'Enter the first day',
      called: 'The first day',
      from: today,
      tooEarly: 'The first day cannot be in the past: those questions were answered without it',
      until: addYears(today, 2),
    }),
    because: text({ missing: 'Say who decided it, where and why', most: 500, called: 'The reason' }),
  })
