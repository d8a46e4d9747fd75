import type { OrganisationId, PersonId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { factQuestions, findPathway } from '../rights/public.ts'
import { addEvidence } from './actions/add-evidence.ts'
import { ask, type NewRequest } from './actions/ask.ts'
import { type Decided, type DecidedPart, decide } from './actions/decide.ts'
import { caseOf, partsOf } from './queries/case.ts'
import { evidenceOf } from './queries/decision.ts'
import type { Case, Part, Pathway } from './types.ts'

type AboutRequest = Partial<NewRequest> & {
  readonly organisation: OrganisationId
  readonly person: PersonId
}

/**
 * A request as a test or the demonstration needs it: two parts as a direct payment, unless said otherwise.
 */
export async function aRequest(doing: Doing, about: AboutRequest): Promise<Case> {
  const asked = await ask(doing, {
    pathway: 'adult-continuing-healthcare',
    reachedBy: 'online',
    askedBy: { name: doing.actor.name, relation: 'myself' },
    words: 'I want to choose who helps me in the morning, and when.',
    parts: [
      { says: 'Two personal assistants', askedWay: 'direct-payment' },
      { says: 'A week of respite twice a year', askedWay: 'direct-payment' },
    ],
    ...about,
  })
  const one = asked.done ? await caseOf(doing, asked.value.reference) : null
  if (one === null)
    throw new Error(`the example was refused: ${asked.done ? 'unseen' : asked.because.join(', ')}`)
  return one
}

type AboutDecision = {
  readonly reference: string
  readonly pathway?: Pathway
  readonly summary?: string
  /** The answer to what the right of the care asks; the first that gives it, unless said. */
  readonly fact?: string
  /** What differs from granting a part as it was asked for, by its place: 1 is the first. */
  readonly parts?: Readonly<Record<number, Partial<Omit<DecidedPart, 'part'>>>>
}

const asAsked = (part: Part): DecidedPart => ({
  part: part.id,
  granted: true,
  decidedWay: part.askedWay ?? 'notional',
  weekly: part.weekly,
  reason: null,
})

/** An answer that gives the right, to what a care asks; null where it asks nothing. */
export function firstFact(pathway: Pathway): string | null {
  const asks = findPathway(pathway)?.asks ?? null
  return asks === null ? null : (factQuestions[asks].answers[0]?.[0] ?? null)
}

/**
 * A decision: every part granted as asked, unless said otherwise, on evidence that is added where there is
 * none.
 */
export async function aDecision(doing: Doing, about: AboutDecision): Promise<Decided> {
  const one = await caseOf(doing, about.reference)
  if (one === null) throw new Error('the case of the example cannot be seen')
  if ((await evidenceOf(doing, one.request)).length === 0)
    await addEvidence(doing, {
      reference: one.reference,
      kind: 'eligibility-letter',
      datedOn: one.receivedOn,
      note: 'The care is granted and goes on.',
    })
  const parts = (await partsOf(doing, one.request)).map(part => ({
    ...asAsked(part),
    ...about.parts?.[part.place],
  }))
  const pathway = about.pathway ?? (one.pathway === 'not-sure' ? 'adult-continuing-healthcare' : one.pathway)
  const decided = await decide(doing, {
    reference: one.reference,
    seen: 0,
    pathway,
    fact: about.fact ?? firstFact(pathway),
    summary: about.summary ?? '',
    parts,
  })
  if (!decided.done) throw new Error(`the example was refused: ${decided.because.join(', ')}`)
  return decided.value
}
