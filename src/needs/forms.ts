import { type PlainDate, plainDate } from '../kernel/days.ts'
import { sayThousandths } from '../kernel/money.ts'
import {
  choice,
  day,
  form,
  money,
  one,
  optionalText,
  type Read,
  text,
  ticked,
  units,
  whole,
} from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { levels } from './rules/consistency.ts'
import { type Domain, lineKinds, type SupportLine, unitsOfSupport } from './types.ts'

const seen = whole({ missing: 'The page is incomplete. Load it again', least: 0, most: 1_000_000 })

const supportFields = form({
  says: text({ missing: 'Say what the support is', most: 200, called: 'What the support is' }),
  group: text({ missing: 'Say what it is for in the person’s life', most: 80, called: 'What it is for' }),
  when: text({ missing: 'Say when it happens', most: 200, called: 'When it happens' }),
  kind: choice(lineKinds, 'Choose what sort of line this is'),
  unit: choice(unitsOfSupport, 'Choose the unit it is agreed in'),
  units: units({ missing: 'Enter how many', most: 10_000n }),
  per: choice(['week', 'month', 'year'], 'Choose how often'),
  rateName: optionalText({ most: 80, called: 'The rate' }),
  ownRateBecause: optionalText({ most: 500, called: 'The reason' }),
  employed: ticked(),
  seen,
})
const ownRateField = form({
  ownRate: money({ missing: 'Choose a rate of the table, or enter a rate of its own' }),
})

export type SupportTyped = { readonly line: Omit<SupportLine, 'key'>; readonly seen: number }

/** A line of support as typed: a rate of the table, or one of its own with the reason. */
export function readSupport(typed: Typed): Read<SupportTyped> {
  const read = supportFields.read(typed)
  const own = one(typed, 'rateName') === '' ? ownRateField.read(typed) : null
  const noReason = own?.ok === true && one(typed, 'ownRateBecause') === ''
  const errors = [
    ...(read.ok ? [] : read.errors),
    ...(own === null || own.ok ? [] : own.errors),
    ...(noReason ? [{ field: 'ownRateBecause', says: 'Say why a rate of its own is needed' }] : []),
  ]
  if (!read.ok || errors.length > 0) return { ok: false, errors }
  const { seen: version, units: count, ...line } = read.value
  return {
    ok: true,
    value: {
      seen: version,
      line: {
        ...line,
        units: sayThousandths(count),
        ownRate: own?.ok
          ? `${own.value.ownRate / 100n}.${String(own.value.ownRate % 100n).padStart(2, '0')}`
          : null,
      },
    },
  }
}

export const removalForm = form({ seen })

const assessmentFields = (today: PlainDate) =>
  form({
    assessedOn: day({
      missing: 'Enter the day of the assessment',
      called: 'The day of the assessment',
      from: plainDate('2010-01-01'),
      until: today,
      tooLate: 'The day of the assessment cannot be in the future',
    }),
    inTheirWords: optionalText({ most: 5000, called: 'What the person said' }),
  })

export type AssessmentTyped = {
  readonly assessedOn: PlainDate
  readonly inTheirWords: string
  readonly domains: readonly Domain[]
}

/**
 * An assessment as typed: each domain of the pathway with its level and a note; every domain must have a
 * level.
 */
export function readAssessment(
  typed: Typed,
  { domains, today }: { domains: readonly string[]; today: PlainDate },
): Read<AssessmentTyped> {
  const read = assessmentFields(today).read(typed)
  const one = domains.map((name, place) =>
    form({
      [`level-${place}`]: choice(levels, `Choose a level for ${name.toLowerCase()}`),
      [`note-${place}`]: optionalText({ most: 2000, called: `The note on ${name.toLowerCase()}` }),
    }).read(typed),
  )
  const errors = [...(read.ok ? [] : read.errors), ...one.flatMap(each => (each.ok ? [] : each.errors))]
  if (!read.ok || errors.length > 0) return { ok: false, errors }
  const found = domains.map((name, place): Domain => {
    const each = one[place]
    return {
      name,
      level: String(each?.ok ? each.value[`level-${place}`] : ''),
      note: String((each?.ok ? each.value[`note-${place}`] : null) ?? ''),
    }
  })
  return {
    ok: true,
    value: { assessedOn: read.value.assessedOn, inTheirWords: read.value.inTheirWords ?? '', domains: found },
  }
}

export const sumForm = (today: PlainDate) =>
  form({
    kind: choice(['indicative', 'final'], 'Choose what kind of sum this is'),
    ratesOn: day({
      missing: 'Enter the day whose rates are used',
      called: 'The day of the rates',
      from: plainDate('2013-04-01'),
    }),
    from: day({
      missing: 'Enter the day the sum is for',
      called: 'The day the sum is for',
      from: plainDate('2013-04-01'),
      until: plainDate(`${Number(today.slice(0, 4)) + 3}-12-31`),
    }),
    because: optionalText({ most: 1000, called: 'The reason' }),
  })

export const doubtForm = form({
  words: text({ missing: 'Say what you think is not right', most: 3000, called: 'What you wrote' }),
})
export const answerForm = form({
  answer: text({ missing: 'Write your answer', most: 3000, called: 'Your answer' }),
})

export const rateForm = form({
  name: text({
    missing: 'Give the rate a short name, like weekday-agency-hour',
    most: 80,
    called: 'The name',
  }),
  says: text({ missing: 'Say what the rate is for', most: 200, called: 'What it is for' }),
  unit: choice(unitsOfSupport, 'Choose the unit'),
  rate: money({ missing: 'Enter the rate' }),
  from: day({
    missing: 'Enter the day it begins',
    called: 'The day it begins',
    from: plainDate('2013-04-01'),
  }),
  source: text({ missing: 'Say where the rate was agreed', most: 200, called: 'The source' }),
})
