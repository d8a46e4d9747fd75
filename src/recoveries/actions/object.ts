import { isStaff, mayFor, recordRefused, whyNotOnBehalf } from '../../access/public.ts'
import { standingOf } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile, kindOf } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { receivedLetter } from '../letters/received.ts'
import { daysIn, settingsOf } from '../queries/settings.ts'
import { type ObjectProblem, whyNotObject } from '../rules/deciding.ts'
import { here } from '../tables.ts'
import type { How, Recovery } from '../types.ts'
import { lockedRecovery, recordOf, type Which, whoseOf } from './kept.ts'

export type NewObjection = Which & {
  readonly words: string
  readonly file?: SentFile | null
  readonly how: How
  /** Who objects, where staff write it down for somebody. */
  readonly saidBy?: string | null
}

/** May the one who asks object: whom the notice went to, or staff who write it down? A helper may not. */
export async function mayObject(doing: Doing, one: Recovery): Promise<boolean> {
  if (isStaff(doing.actor)) return mayFor(doing, 'recoveries.object', one.organisation)
  if (one.executor !== null) return false
  const standing = await standingOf(doing, { person: one.person, organisation: one.organisation })
  return standing !== 'somebody-else' && standing !== 'staff'
}

/**
 * Takes an objection, on line or as staff write it down, in words and perhaps with a file, and asks for the
 * second decision by it. Nothing moves until that is made. Refuses with every reason of `whyNotObject`.
 */
export async function object(
  doing: Doing,
  asked: NewObjection,
): Promise<Done<{ readonly answerBy: PlainDate }, ObjectProblem>> {
  const one = await lockedRecovery(doing, asked)
  if (one === null) return refused('not-found')
  if (!(await mayObject(doing, one))) return refused('not-yours')
  const caller = await whyNotOnBehalf(doing, one.person, 'object-to-recovery')
  if (caller.length > 0) {
    const { organisation, person } = one
    await recordRefused(doing, { happened: 'recovery-objected', organisation, person, to: one.id })
    return refused('caller-may-not-do-this')
  }
  const reasons = [...whyNotObject(one), ...whyNotThese(doing, asked)]
  if (reasons.length > 0) return refused(...reasons)
  const days = daysIn(await settingsOf(doing, one.organisation), 'recovery-answer-days', doing.today)
  const answerBy = addDays(doing.today, days)
  await write(doing, { one, asked, answerBy })
  const saidBy = nameOf(doing, asked)
  await sendLetter(doing, await receivedLetter(doing, { one, saidBy, answerBy }))
  return done({ answerBy })
}

const nameOf = (doing: Doing, { saidBy }: NewObjection): string =>
  isStaff(doing.actor) ? (saidBy ?? '').trim() : doing.actor.name

const papers = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain']

function whyNotThese(doing: Doing, asked: NewObjection): readonly ObjectProblem[] {
  const words = asked.words.trim()
  const kind = asked.file ? kindOf(asked.file.bytes) : 'text/plain'
  const checks: readonly (readonly [boolean, ObjectProblem])[] = [
    [nameOf(doing, asked) === '', 'who-missing'],
    [words === '', 'nothing-said'],
    [[...words].length > 5000, 'too-long'],
    [kind === null || !papers.includes(kind), 'not-a-paper'],
  ]
  return checks.filter(([so]) => so).map(([, reason]) => reason)
}

type Writing = { readonly one: Recovery; readonly asked: NewObjection; readonly answerBy: PlainDate }

async function write(doing: Doing, { one, asked, answerBy }: Writing): Promise<void> {
  await here(doing)
    .db.insertInto('recoveries.objection')
    .values({
      id: newId(),
      ...whoseOf(one),
      how: asked.how,
      words: asked.words.trim(),
      file_id: asked.file ? await keepFile(doing, one, asked.file) : null,
      said_by_name: nameOf(doing, asked),
      said_on: doing.today,
      answer_by: answerBy,
      noted_by: doing.actor.id,
      noted_by_name: doing.actor.name,
    })
    .execute()
  await recordOf(doing, one, { happened: 'recovery-objected', details: { how: asked.how, answerBy } })
}
