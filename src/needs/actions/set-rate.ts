import { sql } from 'kysely'
import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { EmployerFigures, Unit } from '../types.ts'

export type NewRate = {
  readonly organisation: OrganisationId
  readonly name: string
  readonly says: string
  readonly unit: Unit
  readonly rate: Pence
  readonly from: PlainDate
  readonly source: string
}

/**
 * Sets a local rate from a day. The one before it ends the day before; one that begins on or after it is in
 * the way.
 */
export async function setRate(doing: Doing, rate: NewRate): Promise<Done<string, 'a-later-rate-is-set'>> {
  const { db } = here(doing)
  const later = await db
    .selectFrom('needs.rate')
    .select('id')
    .where('organisation_id', '=', rate.organisation)
    .where('name', '=', rate.name)
    .where('from_on', '>=', rate.from)
    .executeTakeFirst()
  if (later) return refused('a-later-rate-is-set')
  await db
    .updateTable('needs.rate')
    .set({ until_on: addDays(rate.from, -1) })
    .where('organisation_id', '=', rate.organisation)
    .where('name', '=', rate.name)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', rate.from)]))
    .execute()
  const id = newId()
  await db
    .insertInto('needs.rate')
    .values({
      id,
      organisation_id: rate.organisation,
      name: rate.name,
      says: rate.says,
      unit: rate.unit,
      pence: rate.rate,
      from_on: rate.from,
      until_on: null,
      source: rate.source,
      checked_on: doing.today,
      set_by: doing.actor.id,
    })
    .execute()
  await record(doing, {
    happened: 'rate-set',
    organisation: rate.organisation,
    person: null,
    to: id,
    details: { name: rate.name, pence: rate.rate, from: rate.from },
  })
  return done(id)
}

/** Sets what an employer pays on top of a wage from a day, with its source. */
export async function setEmployerRates(
  doing: Doing,
  of: { organisation: OrganisationId; from: PlainDate; figures: EmployerFigures; source: string },
): Promise<void> {
  const { db } = here(doing)
  await db
    .updateTable('needs.employer_rate')
    .set({ until_on: addDays(of.from, -1) })
    .where('organisation_id', '=', of.organisation)
    .where('from_on', '<', of.from)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', of.from)]))
    .execute()
  const figures = Object.fromEntries(Object.entries(of.figures).map(([name, value]) => [name, Number(value)]))
  await db
    .insertInto('needs.employer_rate')
    .values({
      id: newId(),
      organisation_id: of.organisation,
      from_on: of.from,
      until_on: null,
      figures: sql`${JSON.stringify(figures)}::jsonb`,
      source: of.source,
      checked_on: doing.today,
      set_by: doing.actor.id,
    })
    .execute()
  await record(doing, {
    happened: 'employer-rates-set',
    organisation: of.organisation,
    person: null,
    details: { from: of.from },
  })
}
