import { mayFor, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'

type Set = {
  readonly organisation: OrganisationId
  /** The most urgent first. */
  readonly words: readonly string[]
  readonly because: string
}

/** Sets which levels a body knows from today on, in its own words. Levels that were given before stand. */
export async function setLevels(doing: Doing, asked: Set): Promise<Done<null, 'not-allowed'>> {
  const { organisation, words, because } = asked
  if (!mayFor(doing, 'registers.set', organisation)) return refused('not-allowed')
  const id = newId()
  await here(doing)
    .db.insertInto('registers.levels')
    .values({
      id,
      organisation_id: organisation,
      words: JSON.stringify(words),
      from_on: doing.today,
      because,
      set_by: doing.actor.id,
      set_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'register-levels-set',
    organisation,
    person: null,
    to: id,
    details: { words: words.join(', ') },
  })
  return done(null)
}
