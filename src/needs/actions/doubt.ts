import { record } from '../../access/public.ts'
import { bankHolidays } from '../../clocks/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { settingOn } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { latestSum } from '../queries.ts'
import { here } from '../tables.ts'

const usualDays = '10'

/**
 * "I don't think this is right": kept with the newest sum, to be answered by a day that a local setting
 * decides.
 */
export async function raiseDoubt(
  doing: Doing,
  of: { reference: string; words: string },
): Promise<Done<PlainDate, 'no-sum-yet'>> {
  const sum = await latestSum(doing, of.reference)
  if (!sum) return refused('no-sum-yet')
  const days = Number(
    (await settingOn(doing, {
      organisation: sum.organisation_id,
      name: 'doubt-answer-working-days',
      day: doing.today,
    })) ?? usualDays,
  )
  const answerBy = addWorkingDays(doing.today, days, bankHolidays)
  const id = newId()
  await here(doing)
    .db.insertInto('needs.doubt')
    .values({
      id,
      sum_id: sum.id,
      organisation_id: sum.organisation_id,
      person_id: sum.person_id,
      words: of.words,
      raised_by: doing.actor.id,
      raised_on: doing.today,
      answer_by: answerBy,
      answered_on: null,
      answer: null,
      answered_by: null,
    })
    .execute()
  await record(doing, {
    happened: 'sum-doubted',
    organisation: sum.organisation_id,
    person: sum.person_id,
    to: id,
  })
  return done(answerBy)
}

/** Answers a doubt, once, in words. */
export async function answerDoubt(
  doing: Doing,
  of: { doubt: string; answer: string },
): Promise<Done<null, 'doubt-not-found'>> {
  const answered = await here(doing)
    .db.updateTable('needs.doubt')
    .set({ answered_on: doing.today, answer: of.answer, answered_by: doing.actor.id })
    .where('id', '=', of.doubt)
    .where('answered_on', 'is', null)
    .returning(['organisation_id', 'person_id'])
    .executeTakeFirst()
  if (!answered) return refused('doubt-not-found')
  await record(doing, {
    happened: 'doubt-answered',
    organisation: answered.organisation_id,
    person: answered.person_id,
    to: of.doubt,
  })
  return done(null)
}
