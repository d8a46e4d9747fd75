import { sql } from 'kysely'
import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { ObligationId } from '../types.ts'

export type EndOwedProblem = 'not-owed' | 'a-run-holds-it' | 'say-why'

export const endOwedSays: Readonly<Record<EndOwedProblem, string>> = {
  'not-owed': 'It is not owed, or was ended before.',
  'a-run-holds-it': 'A payment run holds it. Withdraw the run, or take the payment out of it, first.',
  'say-why': 'Say why it is not owed after all.',
}

/**
 * Writes down that something is not owed after all. Refused once a run holds it that was not withdrawn, and
 * where it is not owed or was ended before.
 */
export async function endOwed(
  doing: Doing,
  id: ObligationId,
  because: string,
): Promise<Done<ObligationId, EndOwedProblem>> {
  const { db } = here(doing)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`obligation ${id}`}, 0))`.execute(
    doing.transaction,
  )
  const one = await db
    .selectFrom('payments.obligation_shown')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (one === undefined || one.ended_on !== null) return refused('not-owed')
  if (one.run_id !== null) return refused('a-run-holds-it')
  if (because.trim() === '') return refused('say-why')
  const { organisation_id, person_id, reference } = one
  await db
    .insertInto('payments.obligation_ended')
    .values({
      obligation_id: id,
      organisation_id,
      person_id,
      reference,
      because: because.trim().slice(0, 300),
      who: doing.actor.id,
      who_name: doing.actor.name,
      on_day: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'payment-not-owed',
    organisation: organisation_id,
    person: person_id,
    to: id,
    because: because.trim(),
    details: { reference, kind: one.kind, amount: one.amount },
  })
  return done(id)
}
