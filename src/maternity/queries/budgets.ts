import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { Budget, Choice, MaternityOfferId } from '../types.ts'

async function answersOf(doing: Doing, offer: MaternityOfferId): Promise<Budget['answers']> {
  const rows = await here(doing)
    .db.selectFrom('maternity.answer')
    .selectAll()
    .where('offer_id', '=', offer)
    .orderBy('number')
    .execute()
  return rows.map(({ antenatal, intrapartum, postnatal, ...row }) => ({
    number: row.number,
    said: row.said,
    words: row.words,
    prices:
      antenatal === null || intrapartum === null || postnatal === null
        ? null
        : { antenatal, intrapartum, postnatal },
    on: row.on_day,
    byName: row.said_by_name,
  }))
}

async function choicesOf(doing: Doing, offer: MaternityOfferId): Promise<readonly Choice[]> {
  const rows = await here(doing)
    .db.selectFrom('maternity.choice as c')
    .leftJoin('maternity.confirmed as f', 'f.choice_id', 'c.id')
    .selectAll('c')
    .select(['f.on_day', 'f.entry_id', 'f.noted_by_name as confirmed_by'])
    .where('c.offer_id', '=', offer)
    .orderBy('c.number', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    stage: row.stage,
    key: row.key,
    provider: row.provider,
    price: row.price,
    because: row.because,
    chosenOn: row.chosen_on,
    byName: row.chosen_by_name,
    confirmed:
      row.on_day === null || row.entry_id === null
        ? null
        : { on: row.on_day, entry: row.entry_id, byName: row.confirmed_by ?? '' },
  }))
}

async function laterOf(
  doing: Doing,
  offer: MaternityOfferId,
): Promise<Pick<Budget, 'care' | 'extras' | 'ending'>> {
  const { db } = here(doing)
  const care = await db
    .selectFrom('maternity.care')
    .selectAll()
    .where('offer_id', '=', offer)
    .orderBy('on_day')
    .execute()
  const extras = await db
    .selectFrom('maternity.extra')
    .selectAll()
    .where('offer_id', '=', offer)
    .orderBy('id')
    .execute()
  const ending = await db
    .selectFrom('maternity.ending')
    .selectAll()
    .where('offer_id', '=', offer)
    .executeTakeFirst()
  return {
    care: care.map(({ stage, key, provider, price, how, words, on_day: on }) => ({
      ...{ stage, key, provider, price, how, words, on },
    })),
    extras: extras.map(({ id, says, amount, noted_on: notedOn }) => ({ id, says, amount, notedOn })),
    ending: ending
      ? { what: ending.what, on: ending.on_day, words: ending.words, toBody: ending.to_body }
      : null,
  }
}

/**
 * Did the pregnancy of this case end in a loss? Then every page about it is calm: nothing is awaited and
 * nothing is asked of her. False for whoever does not see the whole record, so that it tells them nothing.
 */
export async function hasLost(doing: Doing, reference: Reference): Promise<boolean> {
  const row = await here(doing)
    .db.selectFrom('maternity.ending as e')
    .innerJoin('maternity.offer as o', 'o.id', 'e.offer_id')
    .select('e.what')
    .where('o.reference', '=', reference)
    .executeTakeFirst()
  return row?.what === 'pregnancy-ended'
}

/** The maternity budget under a reference, with all that came of it; null where none was offered. */
export async function budgetOf(doing: Doing, reference: Reference): Promise<Budget | null> {
  const row = await here(doing)
    .db.selectFrom('maternity.offer')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    organisation: row.organisation_id,
    person: row.person_id,
    reference: row.reference,
    offeredOn: row.offered_on,
    dueOn: row.due_on,
    fits: row.fits,
    countedAs: row.counted_as,
    offeredByName: row.noted_by_name,
    answers: await answersOf(doing, row.id),
    choices: await choicesOf(doing, row.id),
    ...(await laterOf(doing, row.id)),
  }
}
