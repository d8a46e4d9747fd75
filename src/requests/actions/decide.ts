import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Pence } from '../../kernel/money.ts'
import { sendLetter } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { answersFact, findPathway } from '../../rights/public.ts'
import { decisionLetter } from '../letters/decision.ts'
import { pathways } from '../pathways.ts'
import { caseOf, partsOf } from '../queries/case.ts'
import { decisionsOf, evidenceOf } from '../queries/decision.ts'
import { notBorne } from '../rules/on-pathway.ts'
import { type PartProblem, type PartToDecide, whyNotSave } from '../rules/parts.ts'
import type { Case, DecisionId, Outcome, Part, PartId, Pathway, Way } from '../types.ts'
import { holdRequest, weigh, writeDecision } from './write-decision.ts'

export type DecidedPart = {
  readonly part: PartId
  readonly granted: boolean
  readonly decidedWay: Way | null
  readonly weekly: Pence | null
  readonly reason: string | null
}
export type NewDecision = {
  readonly reference: string
  /** The number of the decision that stood when the form was opened: 0 where there was none. */
  readonly seen: number
  readonly pathway: Pathway
  /** The answer to what the right of this care asks, where it asks something. */
  readonly fact?: string | null
  readonly parts: readonly DecidedPart[]
  /** What the decider adds for the family, in a sentence or two; may be empty. */
  readonly summary: string
}

export type DecideProblem =
  | 'case-not-found'
  | 'withdrawn'
  | 'decided-meanwhile'
  | 'decided-already'
  | 'no-evidence'
  | 'pathway-not-confirmed'
  | 'fact-needed'
  | 'part-left-out'
  | 'not-of-that-age'
  | 'not-held-that-way'
  | PartProblem['problem']

export const decideSays = {
  'case-not-found': 'There is no such request',
  withdrawn: 'The request was withdrawn, so there is nothing to decide',
  'decided-meanwhile': 'This was decided while your page was open. Nothing of what you sent was saved',
  'decided-already': 'This is decided. It changes only by looking at it again',
  'no-evidence': 'Add what shows that this person is eligible before you decide',
  'pathway-not-confirmed': 'Choose which care this person gets',
  'fact-needed': 'Answer what the right to this care asks',
  'part-left-out': 'Decide every part of the request',
  'not-of-that-age': 'This care is for people of another age',
  'not-held-that-way': 'This care cannot be held in the way that is granted',
} as const

/**
 * Whole parts out of what was asked for and what is to be decided of it; null where a part is left out or
 * unknown.
 */
export function partsToDecide(
  asked: readonly Part[],
  decided: readonly DecidedPart[],
): readonly PartToDecide[] | null {
  const found = asked.map(({ id, place, says, askedWay }) => {
    const one = decided.find(({ part }) => part === id)
    if (one === undefined) return null
    const { granted, decidedWay, weekly, reason } = one
    return {
      part: id,
      place,
      says,
      askedWay,
      granted,
      decidedWay: granted ? decidedWay : null,
      weekly,
      reason,
    }
  })
  return decided.length === asked.length && found.every(one => one !== null) ? found : null
}

type Ready = { readonly one: Case; readonly parts: readonly PartToDecide[] }

const isOpen = (pathway: Pathway): boolean => pathway !== 'not-sure' && pathways.includes(pathway)

/** Whether the right of a care asks something that is not answered. */
function lacksFact({ pathway, fact = null }: NewDecision): boolean {
  const asks = findPathway(pathway)?.asks ?? null
  return asks !== null && (fact === null || !answersFact(asks, fact))
}

/** What of the person and of the decision the care does not bear, as its pathway says it. */
async function notOnPathway(doing: Doing, { person }: Case, { pathway, parts }: NewDecision) {
  const born = (await personShown(doing, person))?.bornOn ?? null
  return notBorne(pathway, parts, { born, on: doing.today }).map(({ way }) =>
    way === null ? ('not-of-that-age' as const) : ('not-held-that-way' as const),
  )
}

/** Everything that stands in the way of a first decision, at once; or what is to be written. */
async function whyNotDecide(doing: Doing, decision: NewDecision): Promise<Done<Ready, DecideProblem>> {
  const one = await caseOf(doing, decision.reference)
  if (one === null) return refused('case-not-found')
  await holdRequest(doing, one)
  const latest = (await decisionsOf(doing, one.request))[0]?.number ?? 0
  if (one.withdrawnOn !== null) return refused('withdrawn')
  if (latest !== decision.seen) return refused('decided-meanwhile')
  if (latest > 0) return refused('decided-already')
  const evidence = await evidenceOf(doing, one.request)
  const parts = partsToDecide(await partsOf(doing, one.request), decision.parts)
  const problems: readonly DecideProblem[] = [
    ...(evidence.length === 0 ? (['no-evidence'] as const) : []),
    ...(isOpen(decision.pathway) ? [] : (['pathway-not-confirmed'] as const)),
    ...(lacksFact(decision) ? (['fact-needed'] as const) : []),
    ...(await notOnPathway(doing, one, decision)),
    ...(parts === null ? (['part-left-out'] as const) : whyNotSave(parts).map(({ problem }) => problem)),
  ]
  return problems.length > 0 || parts === null ? refused(...new Set(problems)) : done({ one, parts })
}

// What was typed for another care is not kept.
const factOf = ({ pathway, fact = null }: NewDecision): string | null =>
  (findPathway(pathway)?.asks ?? null) === null ? null : fact

export type Decided = {
  readonly decision: DecisionId
  readonly outcome: Outcome
  readonly letter: string
  readonly case: Case
}

/**
 * Decides a request part by part and sends the letter. Refuses a decision without evidence or without the
 * care
 * confirmed, a refused or changed part without a reason of its own, one reason for the whole (V-07), and a
 * form that
 * was opened before somebody else decided.
 */
export async function decide(doing: Doing, decision: NewDecision): Promise<Done<Decided, DecideProblem>> {
  const ready = await whyNotDecide(doing, decision)
  if (!ready.done) return ready
  const { one, parts } = ready.value
  const { pathway, summary } = decision
  const facts = { one, parts, pathway, fact: factOf(decision), summary, fromOn: doing.today }
  const written = await writeDecision(doing, { ...facts, number: 1, replaces: null })
  const letter = await decisionLetter(doing, { ...facts, right: written.right, answer: written.answer })
  const sent = await sendLetter(doing, { ...letter, subject: one.request })
  return done({ decision: written.id, outcome: written.outcome, letter: sent.id, case: one })
}

/** The letter as it would be sent, or why it cannot be: nothing is written. */
export async function previewDecision(doing: Doing, decision: NewDecision) {
  const ready = await whyNotDecide(doing, decision)
  if (!ready.done) return ready
  const { one, parts } = ready.value
  const { pathway, summary } = decision
  const facts = { one, parts, pathway, fact: factOf(decision), summary, fromOn: doing.today }
  return done(await decisionLetter(doing, { ...facts, ...(await weigh(doing, facts)) }))
}
