import { sql } from 'kysely'
import { mayFor, type Permission, record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { roundsOf } from '../queries/rounds.ts'
import type { Problem } from '../rules/why-not.ts'
import type { Round } from '../types.ts'

export type Found = { readonly found: Case; readonly rounds: readonly Round[] }

/** A case with its rounds, locked: two people cannot change one budget at the same time. */
export async function locked(doing: Doing, reference: string): Promise<Found | null> {
  const found = await caseOf(doing, reference)
  if (found === null) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wheelchairs:${found.reference}`}, 0))`.execute(
    doing.transaction,
  )
  return { found, rounds: await roundsOf(doing, found.reference) }
}

type Change = {
  readonly reference: string
  readonly may: Permission
  /** Which look it changes; the newest unless said. */
  readonly of?: (rounds: readonly Round[]) => Round | undefined
  readonly happened: string
  readonly whyNot: (round: Round, found: Case) => readonly Problem[] | Promise<readonly Problem[]>
  readonly write: (round: Round, found: Case) => Promise<unknown>
  /** What stands beside it in the record. */
  readonly details?: object
  /** The person or family may do it too, and staff for a caller. */
  readonly byFamily?: true
}

const newest = (rounds: readonly Round[]): Round | undefined => rounds[0]

/** One change of a round: permitted, judged, written and recorded in one transaction. */
export async function change(doing: Doing, asked: Change): Promise<Done<null, Problem>> {
  const all = await locked(doing, asked.reference)
  const round = (asked.of ?? newest)(all?.rounds ?? [])
  if (!all || round === undefined) return refused('not-allowed')
  const family = asked.byFamily === true && doing.actor.roles.length === 0
  if (!family && !mayFor(doing, asked.may, all.found.organisation)) return refused('not-allowed')
  const unheard = asked.byFamily ? await whyNotOnBehalf(doing, round.person, 'send-messages') : []
  if (unheard.length > 0) return refused('caller-may-not-do-this')
  const problems = await asked.whyNot(round, all.found)
  if (problems.length > 0) return refused(...problems)
  await asked.write(round, all.found)
  await recordOf(doing, round, asked)
  return done(null)
}

/** Writes into the record what happened to a round. */
export const recordOf = (
  doing: Doing,
  round: Pick<Round, 'id' | 'organisation' | 'person' | 'reference' | 'number'>,
  { happened, details }: Pick<Change, 'happened' | 'details'>,
): Promise<void> =>
  record(doing, {
    happened,
    organisation: round.organisation,
    person: round.person,
    to: round.id,
    details: { reference: round.reference, round: round.number, ...details },
  })

/** Whose rows of a round are. */
export const whoseOf = ({ organisation, person }: Pick<Round, 'organisation' | 'person'>) => ({
  organisation_id: organisation,
  person_id: person,
})
export const ofRound = (round: Pick<Round, 'id' | 'organisation' | 'person'>) => ({
  round_id: round.id,
  ...whoseOf(round),
})
export const notedBy = ({ actor }: Doing) => ({ noted_by: actor.id, noted_by_name: actor.name })
export const askedBy = (doing: Doing) => ({
  asked_on: doing.today,
  asked_by: doing.actor.id,
  asked_by_name: doing.actor.name,
  on_behalf_of: doing.onBehalfOf,
})
