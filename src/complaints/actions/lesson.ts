import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { againOf, type Case } from '../../requests/public.ts'
import { listRules } from '../../rights/public.ts'
import { lessonLetter } from '../letters/complaint.ts'
import { againsOf, lessonsOf } from '../queries/beside.ts'
import { complaintsOf } from '../queries/complaints.ts'
import { namesIn } from '../queries/names.ts'
import * as rule from '../rules/lesson.ts'
import type { Problem } from '../rules/say.ts'
import { here } from '../tables.ts'
import type { Lesson } from '../types.ts'
import { lockedCase, notedBy, type Which, whoseOf, whyNotHere } from './changing.ts'

const recorded = (doing: Doing, found: Case, happened: string, lesson: number) =>
  record(doing, {
    happened,
    organisation: found.organisation,
    person: found.person,
    to: found.request,
    details: { reference: found.reference, lesson },
  })

type Written = rule.NewLesson & {
  readonly reference: string
  /** The complaint that it is learnt from; null where a decision was looked at again. */
  readonly complaint: number | null
}

/** Writes down what was learnt, what has changed since and who owns it. Nobody else reads it yet. */
export async function writeLesson(
  doing: Doing,
  { reference, complaint: of, ...lesson }: Written,
): Promise<Done<{ readonly number: number }, Problem>> {
  const found = await lockedCase(doing, reference)
  if (found === null) return refused('not-allowed')
  const barred = await whyNotHere(doing, found, { may: 'complaints.handle', byFamily: false })
  if (barred.length > 0) return refused(...barred)
  const complaint = (await complaintsOf(doing, found.reference)).find(({ number }) => number === of) ?? null
  const answered = (await againOf(doing, found.request)).filter(({ outcome }) => outcome !== null).length
  const problems = rule.whyNotWriteLesson(lesson, {
    complaint,
    lookedAgain: rule.wasLookedAt(await againsOf(doing, found.reference), answered),
    isRule: id => listRules().some(one => one.id === id),
  })
  if (problems.length > 0) return refused(...problems)
  const number = (await lessonsOf(doing, found.reference)).length + 1
  const { says, changed, owner, learntFrom, rules, pages } = lesson
  await here(doing)
    .db.insertInto('complaints.lesson')
    .values({
      id: newId(),
      ...whoseOf(found),
      ...notedBy(doing),
      reference: found.reference,
      number,
      learnt_from: learntFrom,
      complaint_id: complaint?.id ?? null,
      says,
      changed,
      owner,
      rules: JSON.stringify(rules),
      pages: JSON.stringify(pages),
    })
    .execute()
  await recorded(doing, found, 'lesson-written', number)
  return done({ number })
}

/**
 * Publishes a lesson for everybody, without names: read by a second person, refused where it holds an obvious
 * name, number, date or address. The person is told by letter.
 */
export async function publishLesson(
  doing: Doing,
  { reference, number }: Which,
): Promise<Done<null, Problem>> {
  const found = await lockedCase(doing, reference)
  if (found === null) return refused('not-allowed')
  const barred = await whyNotHere(doing, found, { may: 'complaints.answer', byFamily: false })
  const lesson = (await lessonsOf(doing, found.reference)).find(one => one.number === number)
  if (barred.length > 0 || lesson === undefined) return refused('not-allowed')
  const names = await namesIn(doing, found, await complaintsOf(doing, found.reference))
  const problems = rule.whyNotPublish(lesson, { by: doing.actor.id, names })
  if (problems.length > 0) return refused(...problems)
  await publish(doing, found, lesson)
  await recorded(doing, found, 'lesson-published', number)
  return done(null)
}

/** What everybody reads is a copy that knows nothing of the case. */
async function publish(doing: Doing, found: Case, lesson: Lesson): Promise<void> {
  const { db } = here(doing)
  const learnt = newId()
  const { id: by } = doing.actor
  if (by === null) throw new Error('A lesson is published by somebody')
  const { says, changed, rules, pages, organisation } = lesson
  await db
    .insertInto('complaints.learnt')
    .values({
      id: learnt,
      organisation_id: organisation,
      says,
      changed,
      rules: JSON.stringify(rules),
      pages: JSON.stringify(pages),
      on_day: doing.today,
    })
    .execute()
  await db
    .insertInto('complaints.published')
    .values({
      lesson_id: lesson.id,
      learnt_id: learnt,
      ...whoseOf(found),
      ...notedBy(doing),
      noted_by: by,
    })
    .execute()
  const letter = await lessonLetter(doing, found, { to: found.personName, says, changed })
  await sendLetter(doing, { ...letter, subject: found.request })
}
