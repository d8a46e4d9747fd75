import { ageOn, type PlainDate, sayShortDay } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import { here } from './tables.ts'
import type { OrganisationId, PersonId } from './types.ts'

export type PersonShown = {
  readonly id: PersonId
  readonly organisation: OrganisationId
  readonly fullName: string
  readonly preferredName: string | null
  readonly nhsNumber: string | null
  readonly bornOn: PlainDate | null
  readonly diedOn: PlainDate | null
}

/** A person, or null where there is none that this actor may see. */
export async function personShown(doing: Doing, id: PersonId): Promise<PersonShown | null> {
  const row = await here(doing)
    .db.selectFrom('people.person_shown')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        organisation: row.organisation_id,
        fullName: row.full_name,
        preferredName: row.preferred_name,
        nhsNumber: row.nhs_number,
        bornOn: row.born_on,
        diedOn: row.died_on,
      }
    : null
}

/** Everything anybody is to a person, also what has ended, newest first. */
export const relationshipsOf = (doing: Doing, person: PersonId) =>
  here(doing)
    .db.selectFrom('people.relationship_shown')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()

/**
 * The people for whom somebody is something on a day: the children of a mother, the sister a nominee acts
 * for.
 */
export const peopleHelpedBy = (doing: Doing, helper: PersonId) =>
  here(doing)
    .db.selectFrom('people.relationship_shown as r')
    .innerJoin('people.person_shown as p', 'p.id', 'r.person_id')
    .select(['p.id', 'p.full_name', 'p.organisation_id', 'r.kind', 'r.basis', 'r.until_on'])
    .where('r.other_person_id', '=', helper)
    .where('r.revoked_at', 'is', null)
    .where('r.from_on', '<=', doing.today)
    .where(or => or.or([or('r.until_on', 'is', null), or('r.until_on', '>=', doing.today)]))
    .execute()

export async function organisation(doing: Doing, id: OrganisationId) {
  return (
    (await here(doing)
      .db.selectFrom('people.organisation_shown')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  )
}

export async function organisationByCode(doing: Doing, code: string) {
  return (
    (await here(doing)
      .db.selectFrom('people.organisation_shown')
      .selectAll()
      .where('code', '=', code)
      .executeTakeFirst()) ?? null
  )
}

/** The local setting of an organisation on a day, as text; null where none was set. */
export async function settingOn(
  doing: Doing,
  of: { organisation: OrganisationId; name: string; day: PlainDate },
): Promise<string | null> {
  const row = await here(doing)
    .db.selectFrom('people.setting_shown')
    .select('value')
    .where('organisation_id', '=', of.organisation)
    .where('name', '=', of.name)
    .where('from_on', '<=', of.day)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', of.day)]))
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value ?? null
}

/** Everything that a body had set for itself and that was in force on a day: one value a name, by name. */
export async function settingsInForce(doing: Doing, body: OrganisationId, day: PlainDate) {
  return here(doing)
    .db.selectFrom('people.setting_shown')
    .distinctOn('name')
    .select(['name', 'value', 'because'])
    .where('organisation_id', '=', body)
    .where('from_on', '<=', day)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', day)]))
    .orderBy('name')
    .orderBy('from_on', 'desc')
    .orderBy('set_at', 'desc')
    .execute()
}

const spaced = (nhsNumber: string): string =>
  `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`

const ageSaid = (born: PlainDate, today: PlainDate): string => `, ${ageOn(born, today)} years old`

/** Whose record a page shows, for its strip: name, birthday with age, NHS number. */
export const personStrip = (
  person: PersonShown,
  today: PlainDate,
): { name: string; details: readonly string[] } => ({
  name:
    person.preferredName && person.preferredName !== person.fullName
      ? `${person.fullName} (${person.preferredName})`
      : person.fullName,
  details: [
    ...(person.diedOn ? [`Died ${sayShortDay(person.diedOn)}`] : []),
    ...(person.bornOn
      ? [`Born ${sayShortDay(person.bornOn)}${person.diedOn ? '' : ageSaid(person.bornOn, today)}`]
      : []),
    ...(person.nhsNumber ? [`NHS number ${spaced(person.nhsNumber)}`] : []),
  ],
})

/** Bodies of a kind with who followed them, by name: for everybody to look up. */
export async function organisationsOf(doing: Doing, kind: 'icb' | 'ccg' | 'council' | 'region') {
  const { db } = here(doing)
  const rows = await db
    .selectFrom('people.organisation_shown')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('name')
    .execute()
  const next = await db
    .selectFrom('people.succession_shown as s')
    .innerJoin('people.organisation_shown as o', 'o.code', 's.to_code')
    .select(['s.from_code', 'o.name', 's.on_day', 's.confidence'])
    .execute()
  return rows.map(row => ({
    code: row.code,
    name: row.name,
    from: row.from_on,
    until: row.until_on,
    invented: row.invented,
    followedBy: next
      .filter(one => one.from_code === row.code)
      .map(
        one =>
          `${one.name} from ` +
          `${sayShortDay(one.on_day)}${one.confidence === 'general-knowledge' ? ' (general knowledge)' : ''}`,
      ),
  }))
}
