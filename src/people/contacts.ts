import { sql } from 'kysely'
import type { Doing } from '../platform/doing.ts'
import { open } from '../platform/secrets.ts'
import type { Contact } from './actions/add.ts'
import { here } from './tables.ts'
import type { PersonId } from './types.ts'

/** How to reach a person; an empty contact where nothing is known. Null where the person may not be seen. */
export async function contactOf(doing: Doing, id: PersonId): Promise<Contact | null> {
  const row = await here(doing)
    .db.selectFrom('people.person')
    .select('contact')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return read(row.contact)
}

/** How to reach many people, in one query; who is not among them may not be seen. */
export async function contactsOf(
  doing: Doing,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Contact>> {
  const rows = await here(doing)
    .db.selectFrom('people.person')
    .select(['id', 'contact'])
    .where(sql<boolean>`id in (select unnest(${[...people]}::uuid[]))`)
    .execute()
  return new Map(rows.map(({ id, contact }) => [id, read(contact)]))
}

const read = (contact: Uint8Array | null): Contact =>
  contact === null ? {} : (JSON.parse(open('contact', contact).toString('utf8')) as Contact)
