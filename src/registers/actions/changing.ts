import { sql } from 'kysely'
import { mayFor, type Permission, record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { entryById } from '../queries/entry.ts'
import type { Problem } from '../rules/why-not.ts'
import type { Entry } from '../types.ts'

/** Two people cannot change what is written of one person at the same time. */
export const lock = (doing: Doing, person: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`registers:${person}`}, 0))`.execute(doing.transaction)

type Change = {
  readonly entry: string
  readonly may: Permission
  readonly happened: string
  readonly whyNot: (entry: Entry) => readonly Problem[] | Promise<readonly Problem[]>
  readonly write: (entry: Entry) => Promise<unknown>
  /** What stands beside it in the record: days and numbers, never a reason or what was found. */
  readonly details?: object
  /** The person or family may do it too, and staff for a caller. */
  readonly byFamily?: true
}

async function found(doing: Doing, id: string): Promise<Entry | null> {
  const seen = await entryById(doing, id)
  if (seen === null) return null
  await lock(doing, seen.person)
  return entryById(doing, id)
}

/** One change of an entry: permitted, judged, written and recorded in one transaction. */
export async function change(doing: Doing, asked: Change): Promise<Done<Entry, Problem>> {
  const entry = await found(doing, asked.entry)
  if (entry === null) return refused('not-allowed')
  const family = asked.byFamily === true && doing.actor.roles.length === 0
  if (!family && !mayFor(doing, asked.may, entry.organisation)) return refused('not-allowed')
  const unheard = asked.byFamily ? await whyNotOnBehalf(doing, entry.person, 'send-messages') : []
  if (unheard.length > 0) return refused('caller-may-not-do-this')
  const problems = await asked.whyNot(entry)
  if (problems.length > 0) return refused(...problems)
  await asked.write(entry)
  await recordOf(doing, entry, asked)
  return done(entry)
}

/**
 * Writes into the record what happened to an entry. It names no board: whoever reads all records of a board,
 * such as a panel, would else read there what the list keeps from them.
 */
export const recordOf = (
  doing: Doing,
  { id, person }: Pick<Entry, 'id' | 'person'>,
  { happened, details }: Pick<Change, 'happened' | 'details'>,
): Promise<void> => record(doing, { happened, organisation: null, person, to: id, details: { ...details } })

/** Whose rows of an entry are. */
export const ofEntry = ({ id, organisation, person }: Pick<Entry, 'id' | 'organisation' | 'person'>) => ({
  entry_id: id,
  organisation_id: organisation,
  person_id: person,
})
export const notedBy = ({ actor }: Doing) => ({ noted_by: actor.id, noted_by_name: actor.name })
