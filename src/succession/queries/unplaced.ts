import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import type { Step } from '../types.ts'
import { ways } from './waiting.ts'

export type Unplaced = {
  readonly id: PersonId
  readonly name: string
  readonly born: PlainDate | null
  readonly reference: string | null
  /** With whom somebody said that they belong; null where nobody did. */
  readonly placed: string | null
}

/**
 * One page of a divided body's people whom no rule places, under what this actor may see: by name, those of
 * whom somebody has said it last; and how many those are of the whole body.
 */
export async function unplaced(doing: Doing, step: Step, page: number) {
  const all = await ways(doing, step)
  const byRule = all.flatMap(({ origin, next, placed }) => (next !== null && !placed ? [origin] : []))
  const said = all.reduce((so, { placed, people }) => (placed ? so + people : so), 0)
  const found = await onePage<Unplaced>(doing, {
    kept: sql`kept as (
      select p.id, p.full_name as name, p.born_on as born,
        (select min(r.reference) from requests.request_shown r where r.person_id = p.id) as reference,
        (select t.name from succession.placing l join people.organisation_shown t on t.id = l.to_id
          where l.person_id = p.id and l.from_id = ${step.body.id} order by l.number desc limit 1) as placed
      from people.person_shown p
        left join lateral (select m.from_id from access.moved_shown m where m.person_id = p.id
          order by m.on_day, m.number limit 1) m on true
        join people.organisation_shown o on o.id = coalesce(m.from_id, p.organisation_id)
      where p.organisation_id = ${step.body.id} and not o.code = any (${byRule}::text[]))`,
    order: sql`(placed is not null), name, id`,
    page,
  })
  return { ...found, said }
}

export type Colleague = {
  readonly actor: string
  readonly name: string
  readonly roles: string
  readonly placed: string | null
}

/** Who works for a body on its last day or since, with the part that they were named for, by name. */
export async function staffOf(doing: Doing, { body, on }: Step): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select r.actor_id as actor, a.name, string_agg(distinct r.role, ', ' order by r.role) as roles,
      (select t.name from succession.staff_placing l join people.organisation_shown t on t.id = l.to_id
        where l.organisation_id = ${body.id} and l.actor_id = r.actor_id
        order by l.number desc limit 1) as placed
    from access.role_shown r join access.actor_shown a on a.id = r.actor_id
    where r.organisation_id = ${body.id} and (r.until_on is null or r.until_on >= ${on}::date)
    group by r.actor_id, a.name order by a.name, r.actor_id`.execute(doing.transaction)
  return rows
}
