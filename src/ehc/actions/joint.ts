import { agreementOn, endAgreement, newestAgreement } from '../../agreements/public.ts'
import { proposeShares } from '../../funding/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import { type Reference, readReference } from '../../kernel/ids.ts'
import type { LineKey, LineSplit, Strand } from '../../needs/public.ts'
import { linesOn } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { ask, caseOf } from '../../requests/public.ts'
import { agreedLines, type NamedPlan } from '../queries/plans.ts'
import { aWeek } from '../rules/section-j.ts'
import { newest } from '../rules/stage.ts'
import { type Problem, those, whyNotNote } from '../rules/why-not.ts'
import type { NewFact } from '../types.ts'
import { locked, recordOf, sidesOf } from './changing.ts'
import { write } from './note.ts'

type Of = { readonly reference: Reference }

/** The plan of an address for the NHS body of the child; null for everybody else. */
async function forHealth(doing: Doing, reference: Reference): Promise<NamedPlan | null> {
  const plan = await locked(doing, reference)
  return plan !== null && sidesOf(doing, plan).includes('health') ? plan : null
}

/** The budget that is joined to a plan; null while none is. */
export const joined = (plan: NamedPlan): Reference | null =>
  readReference(newest(plan, 'budget-joined')?.words ?? '')
export const adultOf = (plan: NamedPlan): Reference | null =>
  readReference(newest(plan, 'adult-asked')?.words ?? '')

/** Opens the joint budget: a request of what was agreed as direct payments, line by line. */
async function opened(doing: Doing, plan: NamedPlan): Promise<Done<Reference, Problem>> {
  const lines = await agreedLines(doing, plan.id)
  if (lines.length === 0) return refused('nothing-to-pay')
  const asked = await ask(doing, {
    organisation: plan.health,
    person: plan.person,
    pathway: 'ehc-plan',
    reachedBy: 'referral',
    askedBy: { name: plan.askedByName, relation: 'parent' },
    words: `Agreed in section J of the EHC plan ${plan.reference}.`,
    parts: lines.map(({ says, yearly }) => ({ says, askedWay: 'direct-payment', weekly: aWeek(yearly) })),
  })
  if (asked.done) return done(asked.value.reference)
  return refused(asked.because.includes('one-is-open') ? 'one-is-open' : 'nothing-to-pay')
}

/**
 * Joins a budget to the plan: one that this child has here already, or a new request made of the agreed
 * lines. The NHS body leads it; the other bodies carry their strands by `funding`.
 */
export async function joinBudget(
  doing: Doing,
  { reference, budget }: Of & { readonly budget: string | null },
): Promise<Done<Reference, Problem>> {
  const plan = await forHealth(doing, reference)
  if (plan === null) return refused('not-allowed')
  const fact: NewFact = { what: 'budget-joined', on: doing.today }
  const problems = whyNotNote(plan, fact, doing.today)
  if (problems.length > 0) return refused(...problems)
  const found = budget === null ? null : await caseOf(doing, budget)
  if (budget !== null && (found?.person !== plan.person || found.organisation !== plan.health))
    return refused('no-such-budget')
  const to = found === null ? await opened(doing, plan) : done(found.reference)
  if (!to.done) return to
  await write(doing, plan, { ...fact, words: to.value })
  return to
}

/** A line of an employer's costs belongs to the line of the assistant: `line-1-ni` to `line-1`. */
const baseOf = (key: string): string => /^line-\d+/.exec(key)?.[0] ?? key

/**
 * Proposes who pays which strand of the joint budget, from a day: each line of its plan that was agreed in
 * section J goes to its strand, the rest stays with health. The council then agrees it at `funding`. After
 * the move it is about the adult budget, in which only education goes on as before, until 25.
 */
export async function shareStrands(
  doing: Doing,
  { reference, from }: Of & { readonly from: PlainDate },
): Promise<Done<Reference, Problem>> {
  const plan = await forHealth(doing, reference)
  if (plan === null) return refused('not-allowed')
  const moved = newest(plan, 'moved') !== null
  const budget = moved ? adultOf(plan) : joined(plan)
  if (budget === null) return refused('no-budget')
  const all = await agreedLines(doing, plan.id)
  const agreed = moved ? all.filter(({ strand }) => strand === 'education') : all
  const lines = await linesOn(doing, budget, from)
  const strandOf = new Map(agreed.map(({ says, strand }) => [says.trim().toLowerCase(), strand]))
  const ofKey = new Map(lines.map(line => [line.line_key, strandOf.get(line.says.trim().toLowerCase())]))
  const split = (key: LineKey): LineSplit => {
    const strand: Strand = ofKey.get(key) ?? ofKey.get(baseOf(key) as LineKey) ?? 'health'
    return { key, way: 'whole', parts: [{ strand, part: 1n }] }
  }
  const proposed = await proposeShares(doing, {
    reference: budget,
    organisation: plan.health,
    person: plan.person,
    from,
    because: `Section J of the EHC plan ${plan.reference}`,
    bodies: { health: plan.health, 'social-care': plan.council, education: plan.council },
    lines: lines.map(({ line_key, says, weekly }) => ({ says, weekly, split: split(line_key) })),
  })
  if (!proposed.done) return refused('nothing-to-pay')
  await recordOf(doing, plan, { happened: 'ehc-shared-out', details: { budget, from } })
  return done(budget)
}

/** Asks for the adult decision: a request of its own for adult continuing healthcare. */
export async function askAdult(
  doing: Doing,
  { reference, words }: Of & { readonly words: string },
): Promise<Done<Reference, Problem>> {
  const plan = await forHealth(doing, reference)
  if (plan === null) return refused('not-allowed')
  const fact: NewFact = { what: 'adult-asked', on: doing.today }
  const problems = whyNotNote(plan, fact, doing.today)
  if (problems.length > 0) return refused(...problems)
  const asked = await ask(doing, {
    organisation: plan.health,
    person: plan.person,
    pathway: 'adult-continuing-healthcare',
    reachedBy: 'referral',
    askedBy: { name: doing.actor.name, relation: 'professional' },
    words,
    parts: [{ says: 'Care from 18', askedWay: null }],
  })
  if (!asked.done) return refused('one-is-open')
  await write(doing, plan, { ...fact, words: asked.value.reference })
  return done(asked.value.reference)
}

/** What would leave a gap: the adult budget has to begin on the day after the child's ends. */
async function gaps(doing: Doing, plan: NamedPlan, on: PlainDate): Promise<readonly Problem[]> {
  const [adult, budget] = [adultOf(plan), joined(plan)]
  const found = adult === null ? null : await caseOf(doing, adult)
  const granted = found?.outcome === 'granted' || found?.outcome === 'partly-granted'
  const next = adult === null ? null : await agreementOn(doing, adult, on)
  const old = budget === null ? null : await newestAgreement(doing, budget)
  const signed = next !== null && next.signed_by_person_on !== null && next.signed_by_body_on !== null
  return those([
    [!granted, 'adult-not-granted'],
    [granted && !(signed && next.from_on === on), 'gap-before-adult'],
    [old !== null && old.from_on >= on, 'one-day-old'],
  ])
}

/**
 * Moves the money from the child's budget to the adult's on a day, once both bodies have signed for it: the
 * old agreement ends the day before, and the adult one, which they have signed, takes its place.
 */
export async function moveBudget(
  doing: Doing,
  { reference, on }: Of & { readonly on: PlainDate },
): Promise<Done<null, Problem>> {
  const plan = await forHealth(doing, reference)
  if (plan === null) return refused('not-allowed')
  const fact: NewFact = { what: 'moved', on }
  const problems = whyNotNote(plan, fact, doing.today)
  if (problems.length > 0) return refused(...problems)
  const open = await gaps(doing, plan, on)
  const budget = joined(plan)
  if (open.length > 0 || budget === null) return refused(...(open.length > 0 ? open : ['no-budget' as const]))
  const ended = await endAgreement(doing, {
    reference: budget,
    on: addDays(on, -1),
    // They signed the adult agreement, which takes its place: no notice is waited for.
    ground: 'asked-by-the-person',
    because: `Children’s care ends. The adult budget ${adultOf(plan)} begins the day after, with no gap.`,
  })
  if (!ended.done) return refused('agreement-refused')
  await write(doing, plan, fact)
  return done(null)
}
