/** Who decides at which age: the line at sixteen, and whom we warn before it is reached. */
import { addMonths, ageOn, type PlainDate, plainDate, reachesAge } from '../../kernel/days.ts'
import type { Rule } from '../../kernel/rule.ts'

const regulations = {
  title: 'NHS (Direct Payments) Regulations 2013, regulation 2',
  address: 'https://www.legislation.gov.uk/uksi/2013/1617/regulation/2/made',
  read: plainDate('2026-11-22'),
}

type Aged = { readonly born: PlainDate; readonly day: PlainDate }

/** A child in the direct payment rules is somebody under 16. */
export const isChild: Rule<Aged, boolean> = {
  id: 'people-child',
  says: 'A child is somebody under 16: until the start of the sixteenth birthday',
  source: { cite: 'architecture/sources/si-2013-1617.md#regulation-2', ...regulations },
  confidence: 'statute-read',
  from: plainDate('2013-08-01'),
  until: null,
  cases: [
    { says: 'the day before the birthday', facts: aged('2010-09-12', '2026-09-11'), answer: true },
    { says: 'the birthday itself', facts: aged('2010-09-12', '2026-09-12'), answer: false },
    { says: 'born on 29 February, in a common year', facts: aged('2010-03-01', '2026-02-28'), answer: true },
  ],
  decide: ({ born, day }) => ageOn(born, day) < 16,
}

type Consent = Aged & { readonly hasCapacity: boolean }
export type WhoConsents = 'the-person' | 'parent-as-representative' | 'representative'

/**
 * Who gives consent to a direct payment: a parent under 16, then the person, or a representative without
 * capacity.
 */
export const whoConsents: Rule<Consent, WhoConsents> = {
  id: 'people-own-consent',
  says: 'From 16 people give their own consent, or a representative where they cannot decide',
  source: {
    cite: 'architecture/sources/general-knowledge.md#consent-by-age',
    title: 'General knowledge: consent by age',
    address: null,
    read: plainDate('2026-11-22'),
  },
  confidence: 'general-knowledge',
  from: plainDate('2013-08-01'),
  until: null,
  cases: [
    { says: 'at 15', facts: able('2026-09-11', true), answer: 'parent-as-representative' },
    { says: 'at 16 with capacity', facts: able('2026-09-12', true), answer: 'the-person' },
    { says: 'at 16 without capacity', facts: able('2026-09-12', false), answer: 'representative' },
  ],
  decide: ({ born, day, hasCapacity }) => {
    if (isChild.decide({ born, day })) return 'parent-as-representative'
    return hasCapacity ? 'the-person' : 'representative'
  },
}

function aged(born: string, day: string): Aged {
  return { born: plainDate(born), day: plainDate(day) }
}

function able(day: string, hasCapacity: boolean): Consent {
  return { ...aged('2010-09-12', day), hasCapacity }
}

/**
 * How long ahead we tell everybody that parents stop seeing the record: six months, a rule of this service.
 */
export const warnMonthsAhead = 6

export type ComingOfAge = {
  /** The first day on which a parent is no longer a representative for that reason. */
  readonly on: PlainDate
  readonly warnFrom: PlainDate
  readonly warn: readonly ['the-person', 'parent', 'case-worker']
}

/** The sixteenth birthday, and from when the person, the parents and the case worker are warned of it. */
export function comingOfAge(born: PlainDate): ComingOfAge {
  const on = reachesAge(born, 16)
  return { on, warnFrom: addMonths(on, -warnMonthsAhead), warn: ['the-person', 'parent', 'case-worker'] }
}

/** Is it time to warn, on that day? From six months ahead until the day before the birthday. */
export const warnsOfSixteen = (born: PlainDate, day: PlainDate): boolean => {
  const { on, warnFrom } = comingOfAge(born)
  return warnFrom <= day && day < on
}
