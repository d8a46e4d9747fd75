import { record, roleOf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { reconsiderationLetter } from '../letters/reconsideration.ts'
import { caseOf, partsOf } from '../queries/case.ts'
import { againOf, type DecisionShown, decisionsOf } from '../queries/decision.ts'
import { notBorne } from '../rules/on-pathway.ts'
import { type PartProblem, whyNotSave } from '../rules/parts.ts'
import { here } from '../tables.ts'
import type { Case } from '../types.ts'
import { type DecidedPart, partsToDecide } from './decide.ts'
import { holdRequest, writeDecision } from './write-decision.ts'

export type AnswerAgain = {
  readonly reference: string
  readonly reconsideration: string
  readonly outcome: 'upheld' | 'changed' | 'not-looked-at-again'
  readonly reasons: string
  /** The new decision, part by part, where the old one is changed, and the day from which it holds. */
  readonly parts?: readonly DecidedPart[]
  readonly fromOn?: PlainDate
}
export type AnswerProblem =
  | 'case-not-found'
  | 'answered-already'
  | 'decided-it-before'
  | 'nothing-said'
  | 'must-be-looked-at'
  | 'part-left-out'
  | 'nothing-changed'
  | 'not-held-that-way'
  | PartProblem['problem']

export const answerSays = {
  'case-not-found': 'There is no such request to look again',
  'answered-already': 'This was answered while your page was open. Nothing of what you sent was saved',
  'decided-it-before': 'You made the decision, so somebody else has to look at it again',
  'nothing-said': 'Give the reasons in writing',
  'must-be-looked-at': 'This must be looked at again: it was not looked at in the last six months',
  'part-left-out': 'Decide every part of the request',
  'nothing-changed': 'Every part is as it was. Choose “upheld”, or change a part',
  'not-held-that-way': 'This care cannot be held in the way that is granted',
} as const

export type Answered = { readonly letter: string; readonly case: Case }

/**
 * Answers a request to look again, in writing and with reasons. Refuses whoever made the decision, an
 * answer without
 * reasons, and not looking where the rules make the body look. A change writes a new decision from its day.
 */
export async function answerReconsideration(
  doing: Doing,
  answer: AnswerAgain,
): Promise<Done<Answered, AnswerProblem>> {
  const one = await caseOf(doing, answer.reference)
  if (one === null) return refused('case-not-found')
  await holdRequest(doing, one)
  const asked = (await againOf(doing, one.request)).find(({ id }) => id === answer.reconsideration)
  const latest = (await decisionsOf(doing, one.request))[0]
  if (!asked || !latest) return refused('case-not-found')
  if (asked.outcome !== null) return refused('answered-already')
  const problems: readonly AnswerProblem[] = [
    ...(latest.by.id === doing.actor.id ? (['decided-it-before'] as const) : []),
    ...(answer.reasons.trim() === '' ? (['nothing-said'] as const) : []),
    ...(answer.outcome === 'not-looked-at-again' && asked.must ? (['must-be-looked-at'] as const) : []),
  ]
  const changed = answer.outcome === 'changed' ? await change(doing, { one, answer, latest }) : done(null)
  const all = [...problems, ...(changed.done ? [] : changed.because)]
  if (all.length > 0 || !changed.done) return refused(...all)
  const written = changed.value === null ? null : await writeDecision(doing, changed.value)
  await write(doing, { one, answer, decision: written?.id ?? null })
  const letter = await reconsiderationLetter(doing, {
    one,
    outcome: answer.outcome,
    reasons: answer.reasons.trim(),
    must: asked.must,
    askedOn: asked.asked_on,
    changed: changed.value === null || written === null ? null : { ...changed.value, ...written },
  })
  const sent = await sendLetter(doing, { ...letter, subject: one.request })
  return done({ letter: sent.id, case: one })
}

type Changing = { readonly one: Case; readonly answer: AnswerAgain; readonly latest: DecisionShown }

async function change(doing: Doing, { one, answer, latest }: Changing) {
  const asked = await partsOf(doing, one.request)
  const parts = partsToDecide(asked, answer.parts ?? [])
  if (parts === null) return refused('part-left-out' as const)
  const problems = whyNotSave(parts).map(({ problem }) => problem)
  if (problems.length > 0) return refused(...new Set(problems))
  // A budget that was rightly granted is looked at again at any age; only how it is held must be borne.
  if (notBorne(latest.pathway, parts, { born: null, on: doing.today }).length > 0)
    return refused('not-held-that-way' as const)
  const same = parts.every(part => {
    const before = asked.find(({ id }) => id === part.part)
    return (
      before?.granted === part.granted &&
      before.decidedWay === part.decidedWay &&
      before.weekly === part.weekly
    )
  })
  if (same) return refused('nothing-changed' as const)
  const fromOn = answer.fromOn ?? doing.today
  const { number, id, pathway, fact } = latest
  return done({ one, parts, pathway, fact, summary: '', fromOn, number: number + 1, replaces: id })
}

type Writing = {
  readonly one: Case
  readonly answer: AnswerAgain
  readonly decision: DecisionShown['id'] | null
}

async function write(doing: Doing, { one, answer, decision }: Writing): Promise<void> {
  await here(doing)
    .db.insertInto('requests.answer')
    .values({
      reconsideration_id: answer.reconsideration,
      organisation_id: one.organisation,
      person_id: one.person,
      outcome: answer.outcome,
      answered_on: doing.today,
      reasons: answer.reasons.trim(),
      decision_id: decision,
      answered_by: doing.actor.id,
      answered_by_name: doing.actor.name,
      answered_by_role: roleOf(doing),
    })
    .execute()
  await record(doing, {
    happened: 'reconsideration-answered',
    organisation: one.organisation,
    person: one.person,
    to: one.request,
    details: { reconsideration: answer.reconsideration, outcome: answer.outcome, decision },
  })
}
