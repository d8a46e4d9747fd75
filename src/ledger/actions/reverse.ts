import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { entryOf } from '../queries/entries.ts'
import { mirrorOf, whyNotReverse } from '../rules.ts'
import type { EntryId, LedgerProblem, NewEntry, Posted } from '../types.ts'
import { postAll } from './post.ts'

export type Reversal = {
  readonly entry: EntryId
  /**
   * `original-day`: as if it had never been, also in balances of the past. `correction-day`: from today on.
   */
  readonly on: 'original-day' | 'correction-day'
  readonly key: string
  readonly because: string
}

/**
 * Undoes an entry by its mirror; the entry itself stands. Refuses an entry that is not there or not to be
 * seen, one that was reversed before or is a reversal, and what `post` refuses. The same key again gives
 * the same reversal.
 */
export async function reverse(
  doing: Doing,
  { entry: id, on, key, because }: Reversal,
): Promise<Done<Posted, LedgerProblem>> {
  const entry = await entryOf(doing, id)
  if (entry === null) return refused('no-such-entry')
  const again = entry.reversedBy === null ? null : await entryOf(doing, entry.reversedBy)
  if (again?.key !== key) {
    const problems = whyNotReverse(entry)
    if (problems.length > 0) return refused(...problems)
  }
  // The same key on a later day is the same reversal: its day is the one it was first posted for.
  const today = again?.key === key ? again.effectiveOn : doing.today
  const mirror: NewEntry = {
    key,
    because,
    effectiveOn: on === 'original-day' ? entry.effectiveOn : today,
    organisation: entry.organisation,
    person: entry.person,
    postings: mirrorOf(entry.postings),
  }
  const posted = await postAll(doing, [{ entry: mirror, reverses: id }])
  const [first] = posted.done ? posted.value : []
  if (!posted.done) return posted
  if (first === undefined) throw new Error('a reversal was posted and not answered')
  return done(first)
}
