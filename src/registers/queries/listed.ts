import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { anywhere, onePage } from '../../platform/paging.ts'
import type { Step } from '../rules/known.ts'
import { here } from '../tables.ts'
import type { EntryId, Show } from '../types.ts'

export type Listed = {
  readonly id: EntryId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly name: string
  readonly putOn: PlainDate
  readonly level: string | null
  readonly hospital: string | null
  readonly inHospitalFrom: PlainDate | null
  readonly plannedOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly step: Step
  readonly dueOn: PlainDate | null
}
export type Told = { readonly [Name in Show]: number }

const wheres = {
  on: sql<boolean>`"endedOn" is null`,
  overdue: sql<boolean>`overdue`,
  'in-hospital': sql<boolean>`"endedOn" is null and "inHospitalFrom" is not null`,
  leaving: sql<boolean>`"endedOn" is null and "plannedOn" is not null`,
  ended: sql<boolean>`"endedOn" is not null`,
} as const satisfies Record<Show, unknown>

type Asked = {
  readonly show: Show
  readonly level: string
  readonly find: string
  readonly page: number
}

/**
 * Who is on the list, by what is asked for, the most urgent level first and then who waits longest for a
 * review. The last day of a review is by the figure that held when its days began; none where none is set.
 */
export const peopleListed = (doing: Doing, { show, level, find, page }: Asked) =>
  onePage<Listed, Told>(doing, {
    kept: sql`due as (
      select e.*, p.full_name, e.review_from + (select s.value::int from people.setting_shown s
          where s.organisation_id = e.organisation_id and s.from_on <= e.review_from
            and s.name = 'registers-' || case when e.review_step <> 'inpatient' then e.review_step
              when p.born_on is null or (p.born_on + interval '18 years')::date <= e.review_from
                then 'inpatient-adult' else 'inpatient-child' end || '-days'
          order by s.from_on desc, s.set_at desc, s.id desc limit 1) as due_on
      from registers.entry_shown e join people.person_shown p on p.id = e.person_id),
    kept as (
      select id, organisation_id as organisation, person_id as person, full_name as name, put_on as "putOn",
        level, level_place, hospital, in_hospital_from as "inHospitalFrom", planned_on as "plannedOn",
        ended_on as "endedOn", review_step as step, due_on as "dueOn",
        ended_on is null and due_on < ${doing.today}::date as overdue
      from due where (${level} = '' or level = ${level}) and full_name ilike ${anywhere(find)})`,
    where: wheres[show],
    told: sql`count(*) filter (where "endedOn" is null)::int as on,
      count(*) filter (where overdue)::int as overdue,
      count(*) filter (where ${wheres['in-hospital']})::int as "in-hospital",
      count(*) filter (where ${wheres.leaving})::int as leaving,
      count(*) filter (where "endedOn" is not null)::int as ended`,
    order: sql`level_place nulls last, "dueOn" nulls last, name, id`,
    page,
  })

/** The levels of a body that hold on a day, the most urgent first; empty where it has set none. */
export async function levelsOn(
  doing: Doing,
  organisation: OrganisationId,
  day: PlainDate,
): Promise<readonly string[]> {
  const row = await here(doing)
    .db.selectFrom('registers.levels')
    .select('words')
    .where('organisation_id', '=', organisation)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.words as readonly string[] | undefined) ?? []
}

/** Who may be named in a consent beside the body that keeps the list: boards and councils. */
export const bodiesToName = (doing: Doing, but: OrganisationId) =>
  here(doing)
    .db.selectFrom('people.organisation_shown')
    .select(['id', 'name'])
    .where('kind', 'in', ['icb', 'council'])
    .where('until_on', 'is', null)
    .where('id', '<>', but)
    .where(
      'invented',
      '=',
      sql<boolean>`(select o.invented from people.organisation_shown o where o.id = ${but})`,
    )
    .orderBy('name')
    .execute()
