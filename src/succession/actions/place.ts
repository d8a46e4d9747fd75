import { sql } from 'kysely'
import { recordAll } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Next, Step } from '../types.ts'

export type Placing = {
  readonly step: Step
  readonly people: readonly PersonId[]
  readonly to: Next
  readonly because: string
}

export type WhyNotPlace = 'nobody-chosen' | 'not-of-this-body'

/**
 * Says with a reason to which part of a divided body people belong. The newest word counts until they have
 * moved. Refuses nobody, and anybody who is not of this body or not to be seen.
 */
export async function placePeople(
  doing: Doing,
  { step, people, to, because }: Placing,
): Promise<Done<number, WhyNotPlace>> {
  if (people.length === 0) return refused('nobody-chosen')
  const { db } = here(doing)
  const ours = await db
    .selectFrom('people.person_shown')
    .select('id')
    .where('organisation_id', '=', step.body.id)
    .where(sql<boolean>`id in (select unnest(${[...people]}::uuid[]))`)
    .execute()
  if (ours.length !== new Set(people).size) return refused('not-of-this-body')
  await db
    .insertInto('succession.placing')
    .values(
      ours.map(({ id }) => ({
        organisation_id: step.body.id,
        person_id: id,
        from_id: step.body.id,
        to_id: to.id,
        because,
        placed_by: doing.actor.id,
        placed_by_name: doing.actor.name,
        placed_on: doing.today,
      })),
    )
    .execute()
  await recordAll(
    doing,
    ours.map(({ id }) => ({
      happened: 'case-placed',
      organisation: step.body.id,
      person: id,
      because,
      details: { to: to.name },
    })),
  )
  return done(ours.length)
}

export type StaffPlacing = {
  readonly step: Step
  readonly actor: string
  readonly to: Next
  readonly because: string
}

/** Says with which part of a divided body somebody goes who works there. Refuses who has no role there. */
export async function placeStaff(
  doing: Doing,
  { step, actor, to, because }: StaffPlacing,
): Promise<Done<null, 'not-of-this-body'>> {
  const { db } = here(doing)
  const role = await db
    .selectFrom('access.role_shown')
    .select('id')
    .where('organisation_id', '=', step.body.id)
    .where('actor_id', '=', actor)
    .executeTakeFirst()
  if (role === undefined) return refused('not-of-this-body')
  await db
    .insertInto('succession.staff_placing')
    .values({
      organisation_id: step.body.id,
      actor_id: actor,
      to_id: to.id,
      because,
      placed_by: doing.actor.id,
      placed_by_name: doing.actor.name,
      placed_on: doing.today,
    })
    .execute()
  await recordAll(doing, [
    {
      happened: 'staff-placed',
      organisation: step.body.id,
      person: null,
      to: actor,
      because,
      details: { to: to.name },
    },
  ])
  return done(null)
}
