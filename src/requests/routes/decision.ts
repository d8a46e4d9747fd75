import { isStaff, type Route } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound } from '../../platform/route.ts'
import { type DecideProblem, decide, decideSays, previewDecision } from '../actions/decide.ts'
import { chosenCare, readDecision, typedParts } from '../forms/decision.ts'
import { decisionPage, previewPage } from '../pages/decision.tsx'
import { tellRight } from '../rules/right.ts'
import { type Seen, seen } from './seeing.ts'

const stale: ReadonlySet<DecideProblem> = new Set(['decided-meanwhile', 'decided-already', 'withdrawn'])
const isSaid = (problem: DecideProblem): problem is keyof typeof decideSays =>
  Object.hasOwn(decideSays, problem)

const errorsOf = (because: readonly DecideProblem[]): readonly FieldError[] =>
  because.map(problem => ({
    field: problem === 'no-evidence' ? 'kind' : 'pathway',
    says: isSaid(problem) ? decideSays[problem] : 'Look at each part again',
  }))

function page(
  doing: Doing,
  { facts, strip }: Seen,
  said: { typed: Asked['form']; errors: readonly FieldError[]; status?: number },
) {
  const { pathway, fact } = chosenCare(said.typed, facts.one.pathway)
  const right = tellRight({ pathway, born: facts.person?.bornOn ?? null, on: doing.today, fact })
  return decisionPage({ facts, strip, right, seen: facts.decisions[0]?.number ?? 0, ...said })
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'decision')
  if (found === null || found.facts.words === null) return notFound
  const { facts } = found
  if (facts.decisions.length > 0 || facts.one.withdrawnOn !== null) return `/requests/${facts.one.reference}`
  const pathway = facts.one.pathway === 'not-sure' ? '' : facts.one.pathway
  return page(doing, found, { typed: { ...typedParts(facts.parts), pathway }, errors: [] })
}

/** Typed wrong, it stays on the form; right, the letter is shown; sent from there, it is decided. */
async function sent(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'decision')
  if (found === null || found.facts.words === null) return notFound
  const typed = asked.form
  const { decision, errors } = readDecision(typed, {
    asked: found.facts.parts,
    reference: found.one.reference,
    born: found.facts.person?.bornOn ?? null,
    on: doing.today,
  })
  const step = one(typed, 'step')
  if (errors.length > 0 || step === 'change') return page(doing, found, { typed, errors })
  const answered = step === 'send' ? await decide(doing, decision) : await previewDecision(doing, decision)
  if (!answered.done) {
    const status = answered.because.some(problem => stale.has(problem)) ? 409 : 422
    return page(doing, found, { typed, errors: errorsOf(answered.because), status })
  }
  if ('decision' in answered.value) return `/requests/${found.one.reference}?done=decided`
  const { facts, strip } = found
  const { reference } = found.one
  return previewPage({
    letter: answered.value,
    strip,
    organisation: facts.team,
    today: doing.today,
    reference,
    typed,
  })
}

const forStaff = async (doing: Doing, asked: Asked, handle: typeof show): Promise<Answer> =>
  isStaff(doing.actor) ? handle(doing, asked) : notFound

export const decisionRoutes: readonly Route[] = [
  {
    at: 'GET /requests/:reference/decision',
    allow: 'requests.decide',
    handle: (d, a) => forStaff(d, a, show),
  },
  {
    at: 'POST /requests/:reference/decision',
    allow: 'requests.decide',
    handle: (d, a) => forStaff(d, a, sent),
  },
]
