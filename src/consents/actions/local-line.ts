import { mayFor, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { localLines } from '../queries/local-lines.ts'
import { wordsIn } from '../rules/local-lines.ts'
import type { Problem } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { LocalLineId } from '../types.ts'

const setBy = ({ actor, today }: Doing) => ({
  set_on: today,
  set_by: actor.id,
  set_by_name: actor.name,
})
const mayHere = (doing: Doing, organisation: OrganisationId): boolean =>
  doing.actor.id === null || mayFor(doing, 'consents.local-lines', organisation)

export type NewLine = {
  readonly organisation: OrganisationId
  readonly says: string
  /** Words or phrases to look for in a question, parted by commas. */
  readonly words: string
  readonly from: PlainDate
  readonly because: string
}

/** Adds a board's own line of what its money does not buy. It is a local setting and never called law. */
export async function addLocalLine(doing: Doing, asked: NewLine): Promise<Done<LocalLineId, Problem>> {
  if (!mayHere(doing, asked.organisation)) return refused('not-allowed')
  const words = wordsIn(asked.words)
  if (words.length === 0) return refused('words-missing')
  const id: LocalLineId = newId()
  await here(doing)
    .db.insertInto('consents.local_line')
    .values({
      id,
      organisation_id: asked.organisation,
      says: asked.says,
      words,
      from_on: asked.from,
      because: asked.because,
      ...setBy(doing),
    })
    .execute()
  await record(doing, {
    happened: 'local-line-added',
    organisation: asked.organisation,
    person: null,
    to: id,
    because: asked.because,
  })
  return done(id)
}

/** Ends a local line with its last day; questions of those days were answered by it. */
export async function endLocalLine(
  doing: Doing,
  asked: { organisation: OrganisationId; line: string; lastOn: PlainDate; because: string },
): Promise<Done<null, Problem>> {
  if (!mayHere(doing, asked.organisation)) return refused('not-allowed')
  const one = (await localLines(doing, [asked.organisation])).find(({ id }) => id === asked.line)
  if (one === undefined || one.until !== null) return refused('acts-no-more')
  if (asked.lastOn < one.from || asked.lastOn < doing.today) return refused('last-day-wrong')
  await here(doing)
    .db.insertInto('consents.local_line_end')
    .values({
      line_id: one.id,
      organisation_id: asked.organisation,
      last_on: asked.lastOn,
      because: asked.because,
      ...setBy(doing),
    })
    .execute()
  await record(doing, {
    happened: 'local-line-ended',
    organisation: asked.organisation,
    person: null,
    to: one.id,
    because: asked.because,
  })
  return done(null)
}
