import { record } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { OrganisationId } from '../types.ts'

export type NewSetting = {
  readonly organisation: OrganisationId
  /** Which figure or choice it is: `request-answer-working-days`. */
  readonly name: string
  readonly value: string
  readonly from: PlainDate
  /** Who decided it, where and why: shown beside every answer that rests on it. */
  readonly because: string
}

/**
 * Sets a local figure or choice from a day on. The one before stands for the days before; asked twice it is
 * set once. Where another is set for the same day, the one that was set last counts.
 */
export async function setSetting(doing: Doing, one: NewSetting): Promise<void> {
  const { db } = here(doing)
  const same = await db
    .selectFrom('people.setting')
    .select('value')
    .where('organisation_id', '=', one.organisation)
    .where('name', '=', one.name)
    .where('from_on', '=', one.from)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (same?.value === one.value) return
  const id = newId<'setting'>()
  await db
    .insertInto('people.setting')
    .values({
      id,
      organisation_id: one.organisation,
      name: one.name,
      value: one.value,
      from_on: one.from,
      until_on: null,
      because: one.because,
      set_by: doing.actor.id,
    })
    .execute()
  const details = { name: one.name, value: one.value, from: one.from }
  await record(doing, {
    happened: 'setting-set',
    organisation: one.organisation,
    person: null,
    to: id,
    details,
  })
}
