import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../../requests/public.ts'
import { draftOf } from '../queries.ts'
import { here } from '../tables.ts'
import type { LineKey, SupportLine } from '../types.ts'

export type SupportChange =
  | { readonly put: Omit<SupportLine, 'key'>; readonly at: LineKey | null }
  | { readonly remove: LineKey }

/**
 * Adds, changes or takes out a line of support. `seen` is the draft's version that the form was drawn from.
 */
export async function writeSupport(
  doing: Doing,
  of: { reference: string; seen: number; change: SupportChange },
): Promise<Done<number, 'case-not-found' | 'changed-meanwhile' | 'line-not-found'>> {
  const found = await caseOf(doing, of.reference)
  if (!found) return refused('case-not-found')
  const draft = await draftOf(doing, of.reference)
  if (draft.version !== of.seen) return refused('changed-meanwhile')
  const lines = changed(draft.lines, of.change)
  if (lines === null) return refused('line-not-found')
  const set = { lines: JSON.stringify(lines), version: draft.version + 1, changed_by: doing.actor.id }
  const { db } = here(doing)
  if (draft.version === 0) {
    await db
      .insertInto('needs.draft')
      .values({
        reference: of.reference,
        organisation_id: found.organisation,
        person_id: found.person,
        ...set,
      })
      .execute()
  } else {
    const wrote = await db
      .updateTable('needs.draft')
      .set(set)
      .where('reference', '=', of.reference)
      .where('version', '=', of.seen)
      .executeTakeFirst()
    if (wrote.numUpdatedRows === 0n) return refused('changed-meanwhile')
  }
  await record(doing, {
    happened: 'support-written',
    organisation: found.organisation,
    person: found.person,
    details: { lines: lines.length },
  })
  return done(draft.version + 1)
}

/**
 * A new line gets the next key, which is never used again in this draft, so that plans can tell lines apart.
 */
function changed(lines: readonly SupportLine[], change: SupportChange): readonly SupportLine[] | null {
  if ('remove' in change)
    return lines.some(line => line.key === change.remove)
      ? lines.filter(line => line.key !== change.remove)
      : null
  if (change.at !== null)
    return lines.some(line => line.key === change.at)
      ? lines.map(line => (line.key === change.at ? { ...change.put, key: line.key } : line))
      : null
  const highest = Math.max(0, ...lines.map(line => Number(/^line-(\d+)$/.exec(line.key)?.[1] ?? 0)))
  return [...lines, { ...change.put, key: `line-${highest + 1}` as LineKey }]
}
