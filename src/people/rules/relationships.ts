/**
 * What one person is to another on a day, and what that lets them see and do. A relationship ends with the
 * fact it rests on, and what may not be seen is "not found" (design sections 5 and 7). Nothing here lets
 * anybody see more than a fact with dates says.
 */
import { addDays, dayInEngland, earlier, type Moment, type PlainDate, reachesAge } from '../../kernel/days.ts'
import type { Thousandths } from '../../kernel/money.ts'
import type { Deed, LegalBasis, May, Part, Relationship, When } from '../types.ts'
import { nomineeFrom } from './nomination.ts'

export const everyPart = [
  'balance',
  'plan-lines',
  'plan',
  'hours',
  'pay-rates',
  'evidence',
  'bank-details',
  'requests',
  'decisions',
  'needs',
  'assessment',
  'messages',
  'contact-details',
  'communication-needs',
  'people',
  'looks',
] as const satisfies readonly Part[]

const everyDeed = [
  'send-evidence',
  'send-messages',
  'ask-for-budget',
  'write-plan',
  'sign',
  'change-contact-details',
  'change-bank-account',
  'choose-helpers',
] as const satisfies readonly Deed[]

const may = (parts: readonly Part[], deeds: readonly Deed[], approves: boolean): May => ({
  sees: new Set(parts),
  does: [
    ...(approves ? [{ act: 'approve-hours', upTo: null } as const] : []),
    ...deeds.map(act => ({ act })),
  ],
})

/** Sees nothing and does nothing: the answer wherever no fact says more. */
export const nothingAllowed: May = may([], [], false)

/** What everybody may see and do in their own record, and a representative in the place of somebody. */
export const allOfIt: May = may(everyPart, everyDeed, true)

// Property and affairs do not open the clinical record: a rule of this service.
const clinical: readonly Part[] = ['needs', 'assessment']
const allButClinical = may(
  everyPart.filter(part => !clinical.includes(part)),
  everyDeed,
  true,
)

const nomineeMay = may(
  ['balance', 'plan-lines', 'plan', 'hours', 'pay-rates', 'evidence', 'bank-details', 'messages'],
  ['send-evidence', 'send-messages', 'sign', 'change-bank-account'],
  true,
)
// Who held the money must still be able to account for it after the nomination was withdrawn.
const formerNomineeMay = may(['evidence'], ['send-evidence'], false)

/** What each legal basis lets a representative see and do, once they have agreed to act. */
export const representativeMay: Readonly<Record<LegalBasis, May>> = {
  'parental-responsibility': allOfIt,
  deputy: allOfIt,
  'lasting-power-property': allButClinical,
  'lasting-power-health': allOfIt,
  attorney: allOfIt,
  'appointed-by-icb': allOfIt,
}

const isDay = (when: When): when is PlainDate => when.length === 10
const dayOf = (when: When): PlainDate => (isDay(when) ? when : dayInEngland(when))
const before = (a: Moment, b: Moment): boolean => Date.parse(a) < Date.parse(b)

const restsOnAge = (of: Relationship): boolean =>
  of.kind === 'parent' || (of.kind === 'representative' && of.basis === 'parental-responsibility')

/**
 * The last day on which it lets anything be seen: a parent's ends the day before the sixteenth birthday.
 * Where the birth is not known nobody can say that a parent decides for a child, so that it ends before it
 * begins.
 */
export function lastDay(of: Relationship): PlainDate | null {
  if (!restsOnAge(of)) return of.until
  if (of.personBorn === null) return addDays(of.from, -1)
  const asChild = addDays(reachesAge(of.personBorn, 16), -1)
  return of.until === null ? asChild : earlier(of.until, asChild)
}

const notRevoked = ({ revokedAt }: Relationship, when: When): boolean => {
  if (revokedAt === null) return true
  return isDay(when) ? when < dayInEngland(revokedAt) : before(when, revokedAt)
}

/**
 * Does it hold? Both ends are inside (K9). At a moment, a revocation counts from its own moment; asked of a
 * whole day, it counts for all of that day, because the answer must be safe for every moment of it.
 */
export function holds(of: Relationship, when: When): boolean {
  const day = dayOf(when)
  return of.from <= day && (of.until === null || day <= of.until) && notRevoked(of, when)
}

/** The relationships that hold, parents of somebody over 16 among them: they are still the parents. */
export const relationshipsOn = (all: readonly Relationship[], when: When): readonly Relationship[] =>
  all.filter(one => holds(one, when))

/**
 * What this relationship lets the other see and do; `nothingAllowed` where it does not hold or gives no
 * right.
 */
export function whatMay(of: Relationship, when: When): May {
  const day = dayOf(when)
  const last = lastDay(of)
  if (!holds(of, when) || (last !== null && last < day)) return nothingAllowed
  switch (of.kind) {
    case 'parent':
      return allOfIt
    case 'carer':
      return nothingAllowed
    case 'representative':
      return of.agreedOn !== null && of.agreedOn <= day ? representativeMay[of.basis] : nothingAllowed
    case 'nominee': {
      const from = nomineeFrom(of)
      if (from === null || day < from) return nothingAllowed
      return of.withdrawnOn !== null && of.withdrawnOn <= day ? formerNomineeMay : nomineeMay
    }
    case 'helper':
      return of.may
    default:
      return of satisfies never
  }
}

/** Everything that several relationships of the same two people allow together. */
export const together = (all: readonly May[]): May => ({
  sees: new Set(all.flatMap(({ sees }) => [...sees])),
  does: all.flatMap(({ does }) => does),
})

/** What may not be seen is not found, exactly as if it did not exist (K12). */
export const shows = ({ sees }: May, part: Part): 'shown' | 'not-found' =>
  sees.has(part) ? 'shown' : 'not-found'

export const maySee = ({ sees }: May, part: Part): boolean => sees.has(part)
export const mayDo = ({ does }: May, deed: Deed): boolean => does.some(({ act }) => act === deed)

export type HoursReason = 'may-not-approve-hours' | 'above-limit-of-helper'

export const hoursSays = {
  'may-not-approve-hours': 'You have not been asked to approve hours',
  'above-limit-of-helper':
    'These are more hours than you may approve. They go to the person who asked you to help',
} as const satisfies Record<HoursReason, string>

/**
 * Why one assistant's hours of one week may not be approved under this; empty where they may. The limit is
 * inside.
 */
export function whyNotApproveHours({ does }: May, hours: Thousandths): readonly HoursReason[] {
  const limits = does.flatMap(one => (one.act === 'approve-hours' ? [one.upTo] : []))
  if (limits.length === 0) return ['may-not-approve-hours']
  return limits.some(limit => limit === null || hours <= limit) ? [] : ['above-limit-of-helper']
}
