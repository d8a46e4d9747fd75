import { sql } from 'kysely'
import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { seal } from '../../platform/secrets.ts'
import { here } from '../tables.ts'
import type { OrganisationId, PersonId } from '../types.ts'

/** How to reach somebody. Kept encrypted; never in the record of changes. */
export type Contact = {
  readonly lines?: readonly string[]
  readonly town?: string
  readonly postcode?: string
  readonly telephone?: string
  readonly email?: string
}

export type NewPerson = {
  readonly organisation: OrganisationId
  readonly fullName: string
  readonly preferredName?: string | null
  readonly nhsNumber?: string | null
  readonly bornOn?: PlainDate | null
  readonly contact?: Contact
  readonly communication?: Readonly<Record<string, unknown>>
}

export type AddPersonProblem = 'nhs-number-known'

/** Writes down a person for whom an organisation answers. Refuses an NHS number that another record holds. */
export async function addPerson(doing: Doing, person: NewPerson): Promise<Done<PersonId, AddPersonProblem>> {
  if (person.nhsNumber && (await numberIsKnown(doing, person.nhsNumber))) return refused('nhs-number-known')
  const id = newId<'person'>()
  await here(doing)
    .db.insertInto('people.person')
    .values({
      id,
      organisation_id: person.organisation,
      full_name: person.fullName,
      preferred_name: person.preferredName ?? null,
      nhs_number: person.nhsNumber ?? null,
      born_on: person.bornOn ?? null,
      died_on: null,
      contact: person.contact ? seal('contact', JSON.stringify(person.contact)) : null,
      communication: JSON.stringify(person.communication ?? {}),
      made_by: doing.actor.id,
    })
    .execute()
  await record(doing, { happened: 'person-added', organisation: person.organisation, person: id, to: id })
  return done(id)
}

async function numberIsKnown(doing: Doing, nhsNumber: string): Promise<boolean> {
  const { rows } = await sql<{
    known: boolean
  }>`select people.nhs_number_known(${nhsNumber}) as known`.execute(doing.transaction)
  return rows[0]?.known ?? false
}

export type NewOrganisation = {
  readonly code: string
  readonly kind: 'region' | 'icb' | 'ccg' | 'council' | 'provider' | 'payroll' | 'supplier' | 'charity'
  readonly name: string
  readonly from?: PlainDate | null
  readonly until?: PlainDate | null
  readonly invented?: boolean
  readonly details?: Readonly<Record<string, unknown>>
  /** The code of a body that is known and that it follows whole, from a day. */
  readonly follows?: { readonly code: string; readonly on: PlainDate }
}

/** Writes down an organisation, or gives the one that has this code already. For the service's own work. */
export async function addOrganisation(doing: Doing, one: NewOrganisation): Promise<OrganisationId> {
  const { db } = here(doing)
  const id = newId<'organisation'>()
  await db
    .insertInto('people.organisation')
    .values({
      id,
      code: one.code,
      kind: one.kind,
      name: one.name,
      from_on: one.from ?? null,
      until_on: one.until ?? null,
      within_code: null,
      invented: one.invented ?? false,
      details: JSON.stringify(one.details ?? {}),
    })
    .onConflict(conflict => conflict.column('code').doNothing())
    .execute()
  if (one.follows)
    await db
      .insertInto('people.succession')
      .values({
        from_code: one.follows.code,
        to_code: one.code,
        on_day: one.follows.on,
        kind: 'became',
        confidence: 'design',
      })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  return (
    await db
      .selectFrom('people.organisation')
      .select('id')
      .where('code', '=', one.code)
      .executeTakeFirstOrThrow()
  ).id
}
