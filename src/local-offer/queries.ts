import { sql } from 'kysely'
import type { PlainDate } from '../kernel/days.ts'
import { type OrganisationId, settingOn } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import type { Setting, SettingKey } from '../rights/public.ts'
import { here } from './tables.ts'
import { type Answer, type AskedBudget, rowsAPage } from './types.ts'

/** Every question of a budget, the newest first. */
export const questionsOf = (doing: Doing, { reference }: Pick<AskedBudget, 'reference'>) =>
  here(doing)
    .db.selectFrom('local_offer.question_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number', 'desc')
    .execute()

export type QuestionShown = Awaited<ReturnType<typeof questionsOf>>[number]

/** One question by its number; null where there is none that the actor may see. */
export async function questionOf(
  doing: Doing,
  { reference }: Pick<AskedBudget, 'reference'>,
  number: number,
): Promise<QuestionShown | null> {
  const row = await here(doing)
    .db.selectFrom('local_offer.question_shown')
    .selectAll()
    .where('reference', '=', reference)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}

/** Every answer that was given to questions of a budget, the oldest first. */
export const answersOf = (doing: Doing, { reference }: { readonly reference: string }) =>
  here(doing)
    .db.selectFrom('local_offer.answer_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('question')
    .orderBy('number')
    .execute()

/** Every answer to one question, the oldest first. */
export const answersTo = (doing: Doing, { id }: Pick<QuestionShown, 'id'>) =>
  here(doing)
    .db.selectFrom('local_offer.answer_shown')
    .selectAll()
    .where('question_id', '=', id)
    .orderBy('number')
    .execute()

export type AnswerShown = Awaited<ReturnType<typeof answersOf>>[number]

/** What was asked to be looked at again, by the number of the answer it is about. */
export const askedAgainOf = (doing: Doing, { id }: Pick<QuestionShown, 'id'>) =>
  here(doing)
    .db.selectFrom('local_offer.again')
    .selectAll()
    .where('question_id', '=', id)
    .orderBy('answer_number')
    .execute()

export type QueueFilter = { readonly show: 'waiting' | 'answered'; readonly answer: Answer | null }

/**
 * What waits for an answer in everybody's budget that the actor sees, the longest due first; or what was
 * answered, the newest first.
 */
export async function queue(doing: Doing, { show, answer }: QueueFilter, page: number) {
  const waiting = show === 'waiting'
  const rows = here(doing)
    .db.selectFrom('local_offer.question_shown as q')
    .innerJoin('people.person_shown as p', 'p.id', 'q.person_id')
    .where('q.waiting', '=', waiting)
    .$if(answer !== null, query => query.where('q.answer', '=', answer))
  const listed = await rows
    .selectAll('q')
    .select('p.full_name')
    .orderBy(waiting ? sql`q.answer_by` : sql`q.answered_on desc`)
    .orderBy('q.asked_on', waiting ? 'asc' : 'desc')
    .orderBy('q.id')
    .limit(rowsAPage)
    .offset((page - 1) * rowsAPage)
    .execute()
  const counted = await rows.select(({ fn }) => fn.countAll<bigint>().as('count')).executeTakeFirstOrThrow()
  return { rows: listed, count: Number(counted.count) }
}
export type Queued = Awaited<ReturnType<typeof queue>>['rows'][number]

const keys: readonly SettingKey[] = ['purchase-answer-working-days', 'reconsideration-answer-working-days']

/** The local times for answering, as a body has set them for a day; none where it has set none. */
export async function timesOf(
  doing: Doing,
  organisation: OrganisationId,
  day: PlainDate,
): Promise<readonly Setting[]> {
  const found: Setting[] = []
  for (const key of keys) {
    const value = Number(await settingOn(doing, { organisation, name: key, day }))
    if (Number.isInteger(value) && value > 0)
      found.push({ key, value, from: day, until: null, owner: '', because: '' })
  }
  return found
}
