import { type RawBuilder, sql } from 'kysely'
import { isStaff } from '../../access/public.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { ClockRun, ClockSource, ClocksAsked } from '../source.ts'

const columns = sql`select s.clock::text as clock, s.organisation_id::uuid as organisation_id,
  s.person_id::uuid as person_id, s.reference::text as reference, s.started_on::date as started_on,
  s.due_on::date as due_on, s.paused_due_on::date as paused_due_on, s.met_on::date as met_on,
  s.dropped_on::date as dropped_on, s.href::text as href, s.pauses::jsonb as pauses`

/** What every source tells, as one table. A clock that has not started yet is left out. */
export async function allRuns(
  doing: Doing,
  sources: readonly ClockSource[],
  asked: ClocksAsked,
): Promise<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = []
  // One transaction answers one question at a time.
  for (const source of sources) parts.push(sql`${columns} from (${await source(doing, asked)}) s`)
  const told = parts.length === 0 ? sql`${columns} from (select null) s` : sql.join(parts, sql` union all `)
  return sql`select * from (${told}) told where started_on <= ${doing.today}::date`
}

export type RunShown = ClockRun & { readonly body: string }

const last = sql`r.started_on, r.clock, r.href`

/** Every clock of one person that the actor may see, those that ended too: the one due first comes first. */
export async function runsOfPerson(
  doing: Doing,
  sources: readonly ClockSource[],
  person: PersonId,
): Promise<readonly RunShown[]> {
  const runs = await allRuns(doing, sources, { person, ended: true })
  const { rows } = await sql<RunShown>`
    select r.*, coalesce(o.name, '') as body
    from (${runs}) r left join people.organisation_shown o on o.id = r.organisation_id
    order by r.paused_due_on nulls last, ${last}`.execute(doing.transaction)
  return rows
}

export type RunOfMine = ClockRun & { readonly first_name: string }

/** Staff: only whom they themselves were let see, which is their caseload; not all that waits for a team. */
const caseload = ({ actor, today }: Doing): RawBuilder<boolean> =>
  isStaff(actor)
    ? sql`(r.person_id = ${actor.person} or exists (select from access.grant_shown g
        where g.person_id = r.person_id and g.actor_id = ${actor.id} and g.ended_at is null
          and g.from_on <= ${today} and (g.until_on is null or g.until_on >= ${today})))`
    : sql`true`

/**
 * The open clocks of everybody whose whole record the actor sees for their own sake: their own, those whom
 * they help, a case worker's own caseload. What a role sees of a whole body is left out.
 */
export async function runsOfMine(
  doing: Doing,
  sources: readonly ClockSource[],
): Promise<readonly RunOfMine[]> {
  const runs = await allRuns(doing, sources, { person: null, ended: false })
  const { rows } = await sql<RunOfMine>`
    select r.*, split_part(coalesce(p.preferred_name, p.full_name), ' ', 1) as first_name
    from (${runs}) r join people.person_shown p on p.id = r.person_id
    where r.person_id in (select unnest(access.people('all'))) and ${caseload(doing)}
      and (r.met_on is null or r.met_on > ${doing.today})
      and (r.dropped_on is null or r.dropped_on > ${doing.today})
    order by r.paused_due_on nulls last, ${last}`.execute(doing.transaction)
  return rows
}
