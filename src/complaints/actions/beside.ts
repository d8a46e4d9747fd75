import { record } from '../../access/public.ts'
import { bankHolidays, dueOn, findClock } from '../../clocks/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile, kindOf } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { type Case, settingsByOrganisation } from '../../requests/public.ts'
import { againLetter } from '../letters/complaint.ts'
import { againsOf, chcStepsOf, decidersOf } from '../queries/beside.ts'
import * as again from '../rules/again.ts'
import { roundOf, whyNotStep } from '../rules/chc.ts'
import type { Problem } from '../rules/say.ts'
import { here } from '../tables.ts'
import type { AgainOutcome, AgainSubject, ChcWhat } from '../types.ts'
import { lockedCase, notedBy, whoseOf, whyNotHere } from './changing.ts'

const recorded = (doing: Doing, found: Case, happened: string, details: object) =>
  record(doing, {
    happened,
    organisation: found.organisation,
    person: found.person,
    to: found.request,
    details: { reference: found.reference, ...details },
  })

const familySteps: readonly ChcWhat[] = ['review-asked', 'panel-asked']

export type NewChcStep = {
  readonly reference: string
  readonly what: ChcWhat
  readonly on: PlainDate
  readonly says: string
  /** Of an answer: whether it changed the decision. */
  readonly changed: boolean | null
}
/**
 * Notes a step of the review of continuing healthcare: the family may ask for the next one, staff note all
 * that comes. The local review is asked for within six months of the letter, the panel within six of its end.
 */
export async function noteChcStep(
  doing: Doing,
  { reference, what, on, says, changed }: NewChcStep,
): Promise<Done<null, Problem>> {
  const found = await lockedCase(doing, reference)
  if (found === null) return refused('not-allowed')
  const byFamily = familySteps.includes(what)
  const barred = await whyNotHere(doing, found, { may: 'complaints.handle', byFamily })
  if (barred.length > 0) return refused(...barred)
  const steps = await chcStepsOf(doing, found.reference)
  const problems = whyNotStep(steps, { what, says, on })
  if (problems.length > 0) return refused(...problems)
  const { round } = roundOf(steps)
  await here(doing)
    .db.insertInto('complaints.chc_step')
    .values({
      id: newId(),
      ...whoseOf(found),
      ...notedBy(doing),
      reference: found.reference,
      round: what === 'letter' ? round + 1 : round,
      what,
      changed,
      says,
      on_day: on,
    })
    .execute()
  await recorded(doing, found, 'chc-step-noted', { what, on })
  return done(null)
}

/** What this board has set for itself on looking again, and by when it then answers; null where none is. */
export async function lookingAgain(doing: Doing, { organisation }: Pick<Case, 'organisation'>) {
  const settings = (await settingsByOrganisation(doing)).get(organisation) ?? []
  const due = dueOn(findClock('DP-DEC-07'), { start: doing.today, settings, holidays: bankHolidays })
  return { settings, answerBy: due?.withPause ?? null }
}

export type NewAgain = {
  readonly reference: string
  readonly subject: AgainSubject
  readonly decidedOn: PlainDate
  /** Who decided it, as the letter says: they do not look at it again. */
  readonly decidedBy: string
  readonly words: string
  readonly file?: SentFile | null
}
/** Asks for something to be looked at again that is no decision on a request. Says whether the body must. */
export async function askToLookAgain(
  doing: Doing,
  { reference, ...asked }: NewAgain,
): Promise<Done<{ readonly must: boolean; readonly answerBy: PlainDate | null }, Problem>> {
  const found = await lockedCase(doing, reference)
  if (found === null) return refused('not-allowed')
  const barred = await whyNotHere(doing, found, { may: 'complaints.make', byFamily: true })
  if (barred.length > 0) return refused(...barred)
  const before = await againsOf(doing, found.reference)
  const paper = asked.file && kindOf(asked.file.bytes) === null ? (['not-a-paper'] as const) : []
  const problems = [...again.whyNotAskAgain(before, asked, doing.today), ...paper]
  if (problems.length > 0) return refused(...problems)
  const { settings, answerBy } = await lookingAgain(doing, found)
  const { subject } = asked
  const { must, rules } = again.mustLookAgain(before, { subject, asked: doing.today, settings })
  await here(doing)
    .db.insertInto('complaints.again')
    .values({
      id: newId(),
      ...whoseOf(found),
      reference: found.reference,
      number: before.length + 1,
      subject,
      decided_on: asked.decidedOn,
      decided_by: asked.decidedBy.trim(),
      words: asked.words.trim(),
      file_id: asked.file ? await keepFile(doing, found, asked.file) : null,
      must,
      answer_by: answerBy,
      rules: JSON.stringify(rules),
      asked_on: doing.today,
      asked_by: doing.actor.id,
      asked_by_name: doing.actor.name,
      on_behalf_of: doing.onBehalfOf,
    })
    .execute()
  await recorded(doing, found, 'look-again-asked', { subject, must, answerBy })
  return done({ must, answerBy })
}

export type AnswerToAgain = {
  readonly reference: string
  readonly number: number
  readonly outcome: AgainOutcome
  readonly reasons: string
}
/** Answers it in writing with reasons: never whoever decided it, and not without looking where we must. */
export async function answerLookingAgain(
  doing: Doing,
  { reference, number, outcome, reasons }: AnswerToAgain,
): Promise<Done<null, Problem>> {
  const found = await lockedCase(doing, reference)
  if (found === null) return refused('not-allowed')
  const barred = await whyNotHere(doing, found, { may: 'complaints.answer', byFamily: false })
  const one = (await againsOf(doing, found.reference)).find(each => each.number === number)
  if (barred.length > 0 || one === undefined) return refused('not-allowed')
  const { id: by, name } = doing.actor
  const deciders = await decidersOf(doing, found)
  const problems = again.whyNotAnswerAgain(one, { outcome, by: { id: by, name }, deciders })
  if (problems.length > 0 || by === null) return refused(...problems)
  const letter = await againLetter(doing, found, { one, outcome, reasons })
  const sent = await sendLetter(doing, { ...letter, subject: found.request })
  await here(doing)
    .db.insertInto('complaints.again_answer')
    .values({
      again_id: one.id,
      ...whoseOf(found),
      ...notedBy(doing),
      noted_by: by,
      outcome,
      reasons,
      letter_id: sent.id,
    })
    .execute()
  await recorded(doing, found, 'look-again-answered', { number, outcome })
  return done(null)
}
