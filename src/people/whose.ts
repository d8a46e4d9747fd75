import { readId } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { peopleHelpedBy, personShown, personStrip } from './queries.ts'
import type { PersonId } from './types.ts'

export type At = {
  readonly id: PersonId
  readonly strip: ReturnType<typeof personStrip>
  readonly whose: NonNullable<Awaited<ReturnType<typeof personShown>>>
}
export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
export const nothingWrong: Wrong = { typed: {}, errors: [] }

/**
 * Finds the person of an address; who may not be seen is not found. A helper's sight of a name opens no
 * contact.
 */
export async function at(
  doing: Doing,
  asked: Asked,
  show: (at: At) => Promise<Answer> | Answer,
): Promise<Answer> {
  const id = readId<'person'>(asked.at['person'] ?? '')
  const whose = id ? await personShown(doing, id) : null
  if (!id || !whose || !(await seesAll(doing, whose))) return notFound
  return show({ id, whose, strip: personStrip(whose, doing.today) })
}

/**
 * Contact, needs and helpers are for who sees the whole record: the person, who stands in for them, and their
 * staff.
 */
async function seesAll(doing: Doing, { id, organisation }: At['whose']): Promise<boolean> {
  if (doing.actor.person === id) return true
  const roles = doing.actor.roles.filter(role => role.organisation === organisation).map(role => role.role)
  if (roles.length > 0) return roles.some(role => role !== 'finance-officer')
  if (doing.actor.person === null) return false
  const helped = await peopleHelpedBy(doing, doing.actor.person)
  return helped.some(one => one.id === id && (one.kind === 'parent' || one.kind === 'representative'))
}
