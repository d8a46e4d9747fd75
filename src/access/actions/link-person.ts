import { sql } from 'kysely'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import type { Doing } from '../../platform/doing.ts'
import { lookAgain } from './let-see.ts'

/**
 * Says that the one who asks is a person whom they have just written down themselves, and gives back what
 * they are from here on. Refuses somebody who is a person already, and a person whom somebody else wrote
 * down.
 */
export async function linkPerson(
  doing: Doing,
  person: Id<'person'>,
): Promise<Done<Doing, 'cannot-be-linked'>> {
  const { rows } = await sql<{ linked: boolean }>`select access.link_person(${person}) as linked`.execute(
    doing.transaction,
  )
  if (rows[0]?.linked !== true) return refused('cannot-be-linked')
  await lookAgain(doing)
  return done({ ...doing, actor: { ...doing.actor, person } })
}
