import { sql } from 'kysely'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { hashOf, mistakesIn } from '../rules.ts'
import type { EntryId, LedgerProblem, NewEntry, Posted, ProblemName } from '../types.ts'

type Answered = {
  readonly earlier?: readonly { readonly key: string; readonly entry: EntryId }[]
  readonly problems?: readonly { readonly problem: ProblemName; readonly about: string | null }[]
}

/**
 * Posts one entry or ten thousand in one call: all of them, or none with every reason. An entry whose key
 * was posted before with the same input is not posted again: its earlier id comes back. Refuses another
 * input under a known key, an account that would go below its floor (named), an account of another budget,
 * and whoever may not. An entry that does not balance is a mistake of the programmer and throws.
 */
export const post = (
  doing: Doing,
  entries: readonly NewEntry[],
): Promise<Done<readonly Posted[], LedgerProblem>> =>
  postAll(
    doing,
    entries.map(entry => ({ entry, reverses: null })),
  )

/** The same, for entries that may reverse others. */
export async function postAll(
  doing: Doing,
  wanted: readonly { readonly entry: NewEntry; readonly reverses: EntryId | null }[],
): Promise<Done<readonly Posted[], LedgerProblem>> {
  const mistakes = wanted.flatMap(({ entry }) => mistakesIn(entry))
  if (mistakes.length > 0) throw new RangeError(mistakes.join('; '))
  if (wanted.length === 0) return done([])
  const asked = wanted.map(({ entry, reverses }) => ({
    id: newId<'entry'>(),
    ...sent(doing, entry),
    reverses,
    hash: hashOf(entry, reverses),
  }))
  const { rows } = await sql<{
    answer: Answered
  }>`select ledger.post(${JSON.stringify(asked)}::jsonb) as answer`.execute(doing.transaction)
  const { earlier = [], problems = [] } = rows[0]?.answer ?? {}
  if (problems.length > 0)
    return refused(
      ...problems.map(({ problem, about }) => (about === null ? problem : (`${problem} ${about}` as const))),
    )
  const before = new Map(earlier.map(({ key, entry }) => [key, entry]))
  return done(asked.map(({ id, key }) => ({ key, entry: before.get(key) ?? id, earlier: before.has(key) })))
}

const sent = (doing: Doing, { key, effectiveOn, because, organisation, person, postings }: NewEntry) => ({
  key,
  on: effectiveOn,
  because,
  organisation,
  person,
  recorded_at: doing.now,
  recorded_on: doing.today,
  actor: doing.actor.id,
  actor_name: doing.actor.name,
  postings: postings.map(({ account, pence }) => ({ account, pence: pence.toString() })),
})
