import { createHash } from 'node:crypto'
import type { PlainDate } from '../kernel/days.ts'
import { negative, plus } from '../kernel/money.ts'
import { kindOf } from './accounts.ts'
import type { Entry, EntryId, LedgerProblem, NewEntry, Posting, ProblemName } from './types.ts'

const keyShape = /^[A-Za-z0-9:._/-]{1,200}$/

/** What is wrong with an entry as its programmer wrote it; an empty list when it may be sent. */
export function mistakesIn({ key, because, postings }: NewEntry): readonly string[] {
  const mistakes: string[] = []
  if (!keyShape.test(key)) mistakes.push(`"${key}" is no key of an entry`)
  if (because.trim() === '' || because.length > 500)
    mistakes.push(`entry ${key} needs a reason of 1 to 500 characters`)
  if (postings.length < 2 || postings.length > 32_000)
    mistakes.push(`entry ${key} has ${postings.length} postings`)
  for (const { account, pence } of postings) {
    if (kindOf(account) === null) mistakes.push(`entry ${key}: no account may be called ${account}`)
    if (pence === 0n) mistakes.push(`entry ${key}: a posting of nought on ${account}`)
  }
  const rest = plus(...postings.map(({ pence }) => pence))
  if (rest !== 0n) mistakes.push(`entry ${key} does not balance: ${rest} pence are left over`)
  return mistakes
}

/** The same input has the same hash, whatever the order of its postings: what a key is held to. */
export function hashOf(entry: NewEntry, reverses: EntryId | null): string {
  const postings = entry.postings.map(({ account, pence }) => `${account} ${pence}`).sort()
  const input = [entry.effectiveOn, entry.because, entry.organisation, entry.person, reverses, postings]
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}

/** The postings that undo others: each with its sign turned. */
export const mirrorOf = (postings: readonly Posting[]): readonly Posting[] =>
  postings.map(({ account, pence }) => ({ account, pence: negative(pence) }))

/** Why an entry may not be reversed: it is a reversal itself, or was reversed before. */
export function whyNotReverse(
  entry: Pick<Entry, 'key' | 'reverses' | 'reversedBy'>,
): readonly LedgerProblem[] {
  if (entry.reverses !== null) return [`is-a-reversal ${entry.key}`]
  return entry.reversedBy === null ? [] : [`already-reversed ${entry.key}`]
}

/**
 * Why money may not be kept back. `free` is what is set aside and not kept back yet; null where nothing is.
 */
export function whyNotHoldBack({
  pence,
  free,
  until,
  today,
}: {
  readonly pence: bigint
  readonly free: bigint | null
  readonly until: PlainDate
  readonly today: PlainDate
}): readonly HoldProblem[] {
  const problems: HoldProblem[] = []
  if (free === null) problems.push('no-money-set-aside')
  if (pence <= 0n) problems.push('nothing-to-keep')
  if (free !== null && pence > free) problems.push('more-than-is-free')
  if (until < today) problems.push('day-has-been')
  return problems
}
export type HoldProblem = keyof typeof holdSays

/** Why money may not be kept back, in a sentence each. */
export const holdSays = {
  'no-money-set-aside': 'No money is set aside for this budget yet',
  'nothing-to-keep': 'Enter more than £0.00',
  'more-than-is-free': 'That is more than is set aside and still free',
  'day-has-been': 'The last day must be today or later',
} as const

const sentences = {
  'not-yours': () => 'You may not post to this budget',
  'key-used-for-another-entry': about => `The key ${about} was used before, for another entry`,
  'account-of-another': about => `The account ${about} belongs to another budget or organisation`,
  'below-its-floor': about => `There is not enough money in ${about}`,
  'no-such-entry': () => 'There is no such entry',
  'already-reversed': about => `The entry ${about} was reversed before`,
  'is-a-reversal': about => `The entry ${about} is a reversal: post the right entry instead`,
  'not-the-mirror': about => `The entry ${about} does not undo what it says it reverses`,
} as const satisfies Record<ProblemName, (about: string) => string>

/** A reason as a sentence. */
export function sayProblem(problem: LedgerProblem): string {
  const [name = '', ...about] = problem.split(' ')
  return sentences[name as ProblemName](about.join(' '))
}

/** The account that a reason is about, such as the one without enough money; null where it is about none. */
export const aboutOf = (problem: LedgerProblem): string | null =>
  problem.split(' ').slice(1).join(' ') || null
