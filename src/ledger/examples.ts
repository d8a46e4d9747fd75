import type { Id } from '../kernel/brand.ts'
import { moment, plainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { negative, type Pence, pence } from '../kernel/money.ts'
import { allocatedTo, fundOf, heldBy } from './accounts.ts'
import type { AccountName, Entry, NewEntry } from './types.ts'

/** Invented: a budget in Millbrook, its person and its integrated care board. */
export const aBudget = {
  reference: 'PHB-7K3M-9QT' as Reference,
  organisation: '0192b1a0-0000-7000-8000-00000000000a' as Id<'organisation'>,
  person: '0192b1a0-0000-7000-8000-000000000007' as Id<'person'>,
  fund: fundOf('icb-millbrook'),
}

/** An entry that moves a sum from one account to another: £280.00 paid out to the holder, unless said. */
export function anEntry({
  from = allocatedTo(aBudget.reference),
  to = heldBy(aBudget.reference),
  sum = pence(28_000n),
  ...about
}: Partial<NewEntry> & { from?: AccountName; to?: AccountName; sum?: Pence } = {}): NewEntry {
  return {
    key: `example:${newId()}`,
    effectiveOn: plainDate('2026-04-10'),
    because: 'Payment for two weeks of care',
    organisation: aBudget.organisation,
    person: aBudget.person,
    postings: [
      { account: from, pence: negative(sum) },
      { account: to, pence: sum },
    ],
    ...about,
  }
}

/** The first entry of a budget: the year's money set aside by the fund. */
export const anAllocation = (about: Parameters<typeof anEntry>[0] = {}): NewEntry =>
  anEntry({
    from: aBudget.fund,
    to: allocatedTo(aBudget.reference),
    sum: pence(1_456_000n),
    effectiveOn: plainDate('2026-04-06'),
    because: 'Agreement signed: budget for 2026/27',
    ...about,
  })

/** The entry as it stands once it was posted, recorded on the morning of the day it counts from. */
export const recorded = (entry: NewEntry): Entry => ({
  ...entry,
  id: newId(),
  recordedAt: moment(new Date(`${entry.effectiveOn}T09:30:00Z`)),
  recordedOn: entry.effectiveOn,
  by: 'Fran Finance',
  reverses: null,
  reversedBy: null,
})
