import { roleOf } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { complaining, listRules } from '../../rights/public.ts'
import { answerLetter } from '../letters/complaint.ts'
import { decidersOf } from '../queries/beside.ts'
import { reopenings } from '../rules/stage.ts'
import * as rule from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Complaint, PointAnswer, Promised } from '../types.ts'
import { change, notedBy, ofComplaint, type Which, whoseOf } from './changing.ts'

type NewPromise = Pick<Promised, 'what' | 'who' | 'by' | 'isMoney'>
export type NewAnswer = Which & {
  readonly points: readonly PointAnswer[]
  readonly promises: readonly NewPromise[]
}

const known = (id: string): boolean => listRules().some(one => one.id === id)

/**
 * Answers every point with its reasons, says what will be done by whom and when, and sends the letter, which
 * names the ombudsman. Refuses whoever is complained of, and whoever decided what it is about
 * (COMPLAINT-SIGNED-BY).
 */
export const answerComplaint = (doing: Doing, { points, promises, ...which }: NewAnswer) =>
  change(doing, {
    ...which,
    may: 'complaints.answer',
    happened: 'complaint-answered',
    details: { outcome: rule.outcomeOf(points) },
    whyNot: async (one, found) => [
      ...rule.whyNotAnswer(one, {
        by: doing.actor.id,
        deciders: await decidersOf(doing, found),
        points,
        known,
      }),
      ...(promises.some(({ by }) => by < doing.today) ? (['day-past'] as const) : []),
    ],
    write: one => write(doing, one, { points, promises }),
  })

type Answering = Pick<NewAnswer, 'points' | 'promises'>
async function write(doing: Doing, one: Complaint, { points, promises }: Answering): Promise<void> {
  const outcome = rule.outcomeOf(points)
  const id = newId<'answer'>()
  const letter = await answerLetter(doing, one, { outcome, points, promises })
  const sent = await sendLetter(doing, { ...letter, subject: one.id })
  const { db } = here(doing)
  const { id: by, name } = doing.actor
  if (by === null) throw new Error('An answer is signed by somebody')
  await db
    .insertInto('complaints.answer')
    .values({
      id,
      ...ofComplaint(one),
      number: reopenings(one) + 1,
      outcome,
      on_day: doing.today,
      letter_id: sent.id,
      signed_by: by,
      signed_by_name: name,
      signed_by_role: roleOf(doing),
    })
    .execute()
  const answered = points.map(({ number, outcome: of, reasons, rules }) => ({
    answer_id: id,
    ...whoseOf(one),
    number,
    outcome: of,
    reasons: reasons.trim(),
    rules: JSON.stringify(rules),
  }))
  await db.insertInto('complaints.point_answer').values(answered).execute()
  const promised = promises.map((each, place) => ({
    id: newId(),
    answer_id: id,
    ...ofComplaint(one),
    number: one.promises.length + place + 1,
    what: each.what,
    who: each.who,
    by_day: each.by,
    is_money: each.isMoney,
  }))
  if (promised.length > 0) await db.insertInto('complaints.promise').values(promised).execute()
}

type Kept = Which & { readonly promise: number; readonly on: PlainDate; readonly evidence: string }
/** Notes that what an answer promised is done, and what shows it. */
export const keepPromise = (doing: Doing, { promise, on, evidence, ...which }: Kept) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    happened: 'complaint-promise-kept',
    details: { promise, on },
    whyNot: one => rule.whyNotKeep(one, promise, on),
    write: one =>
      here(doing)
        .db.insertInto('complaints.kept')
        .values({
          promise_id: one.promises.find(({ number }) => number === promise)?.id ?? '',
          ...whoseOf(one),
          ...notedBy(doing),
          on_day: on,
          evidence,
        })
        .execute(),
  })

const turn = (doing: Doing, one: Complaint, turning: { what: 'withdrawn' | 'reopened'; because: string }) =>
  here(doing)
    .db.insertInto('complaints.turning')
    .values({
      id: newId(),
      ...ofComplaint(one),
      ...notedBy(doing),
      number: one.turnings.length + 1,
      ...turning,
    })
    .execute()

type Because = Which & { readonly because: string }
/** Stops a complaint at the wish of whoever made it. */
export const withdrawComplaint = (doing: Doing, { because, ...which }: Because) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    byFamily: true,
    happened: 'complaint-withdrawn',
    whyNot: rule.whyNotWithdraw,
    write: one => turn(doing, one, { what: 'withdrawn', because }),
  })

/** Opens an answered or withdrawn complaint again: something is still wrong, or new. */
export const reopenComplaint = (doing: Doing, { because, ...which }: Because) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    byFamily: true,
    happened: 'complaint-reopened',
    whyNot: one => [
      ...(because.trim() === '' ? (['words-missing'] as const) : []),
      ...rule.whyNotReopen(one),
    ],
    write: one => turn(doing, one, { what: 'reopened', because }),
  })

type ToOmbudsman = Which & {
  readonly what: 'went' | 'decided'
  readonly on: PlainDate
  readonly says: string
  readonly asks: string
  readonly atOnceBecause: string
}
/** Notes that it went to the ombudsman, or what they decided and ask for. */
export const noteOmbudsman = (doing: Doing, { what, on, says, asks, atOnceBecause, ...which }: ToOmbudsman) =>
  change(doing, {
    ...which,
    may: 'complaints.handle',
    happened: 'complaint-ombudsman-noted',
    details: { what, on },
    whyNot: one => [
      ...rule.whyNotOmbudsman(one, { what, atOnceBecause }),
      ...(on < one.receivedOn ? (['before-it-happened'] as const) : []),
    ],
    write: one =>
      here(doing)
        .db.insertInto('complaints.ombudsman')
        .values({
          ...ofComplaint(one),
          ...notedBy(doing),
          on_day: on,
          what,
          whom: complaining.whichOmbudsman.decide({ about: one.about }),
          says: [says, atOnceBecause].filter(words => words.trim() !== '').join(' '),
          asks,
        })
        .execute(),
  })
