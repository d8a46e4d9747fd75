import { sql } from 'kysely'
import type { Id } from '../../kernel/brand.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Line } from '../types.ts'

/** A grant by which officers of a council see more than a name: their role's, or one officer's own. */
export type CouncilSight = {
  readonly grant: Id<'grant'>
  readonly body: OrganisationId
  readonly name: string
  readonly sees: 'all' | 'money' | 'plan'
  readonly now: boolean
}

/** What officers of councils see of a person, or will, by the grants that stand. */
export async function councilSights(doing: Doing, person: PersonId): Promise<readonly CouncilSight[]> {
  const { rows } = await sql<CouncilSight>`
    select distinct on (g.id) g.id as grant, o.id as body, o.name, g.sees, g.from_on <= ${doing.today} as now
    from access.grant_shown g
      left join access.role_shown r on r.actor_id = g.actor_id and r.role = 'council-officer'
        and r.from_on <= ${doing.today} and (r.until_on is null or r.until_on >= ${doing.today})
      join people.organisation_shown o on o.id = coalesce(r.organisation_id, g.to_organisation_id)
    where g.person_id = ${person} and g.ended_at is null and g.sees <> 'name'
      and (g.until_on is null or g.until_on >= ${doing.today})
      and (g.to_role = 'council-officer' or r.actor_id is not null)
    order by g.id`.execute(doing.transaction)
  return rows
}

/** The council of that name, as the list of organisations has it; null where there is none, or several. */
export async function councilNamed(doing: Doing, name: string): Promise<OrganisationId | null> {
  const rows = await here(doing)
    .db.selectFrom('people.organisation_shown')
    .select('id')
    .where('kind', '=', 'council')
    .where(sql<string>`lower(name)`, '=', name.trim().toLowerCase())
    .limit(2)
    .execute()
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

const asked = (purpose: Line['purpose'], body: string): Line => ({
  purpose,
  body,
  answer: 'not-asked',
  from: null,
  until: null,
  by: null,
  seesNow: false,
})
/** What is asked of everybody, also where nobody has answered yet. */
const everybodys = [asked('survey', 'NHS England'), asked('research', 'Researchers')]

const keyOf = ({ purpose, body }: Pick<Line, 'purpose' | 'body'>): string =>
  `${purpose} ${body.toLowerCase()}`

/** Every purpose and body of a person as it stands: answered, seen without an answer, or to be asked. */
export async function linesOf(doing: Doing, person: PersonId): Promise<readonly Line[]> {
  const rows = await here(doing)
    .db.selectFrom('consents.sharing_shown')
    .selectAll()
    .where('person_id', '=', person)
    .execute()
  const sights = (await councilSights(doing, person)).filter(({ now }) => now)
  const seen = new Set(sights.map(({ name }) => name.toLowerCase()))
  const answered = rows.map(
    (row): Line => ({
      purpose: row.purpose,
      body: row.body_name,
      answer: row.answer,
      from: row.from_on,
      until: row.until_on,
      by: row.by_name,
      seesNow: row.purpose === 'joint-plan' && seen.has(row.body_name.toLowerCase()),
    }),
  )
  const known = new Set(answered.map(keyOf))
  const others = [
    ...[...new Set(sights.map(({ name }) => name))].map(name => ({
      ...asked('joint-plan', name),
      seesNow: true,
    })),
    ...everybodys,
  ].filter(line => !known.has(keyOf(line)))
  const order: readonly string[] = ['joint-plan', 'school', 'hospital', 'survey', 'research']
  return [...answered, ...others].sort(
    (a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose) || a.body.localeCompare(b.body),
  )
}

/** How one purpose and body stand. */
export async function lineOf(
  doing: Doing,
  person: PersonId,
  of: Pick<Line, 'purpose' | 'body'>,
): Promise<Line> {
  const lines = await linesOf(doing, person)
  return lines.find(line => keyOf(line) === keyOf(of)) ?? asked(of.purpose, of.body)
}

/** Every answer that was ever given, the newest first. */
export const answersOf = (doing: Doing, person: PersonId) =>
  here(doing)
    .db.selectFrom('consents.sharing')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('number', 'desc')
    .execute()
export type Answered = Awaited<ReturnType<typeof answersOf>>[number]
