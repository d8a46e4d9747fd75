import { letSee } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { momentOn } from '../rules/stage.ts'
import { type Problem, whyNotNote } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { NewFact, Plan, What } from '../types.ts'
import { locked, notedBy, ofPlan, recordOf, type Side, sidesOf, unheard } from './changing.ts'

const council = ['council'] as const
const either = ['council', 'health'] as const

/** Who may say that something happened. */
const byWhom: Readonly<Record<What, readonly Side[]>> = {
  'will-assess': council,
  'will-not-assess': council,
  'advice-asked': council,
  'advice-received': either,
  pause: council,
  'no-plan': council,
  'draft-sent': council,
  comments: ['family', 'council'],
  'budget-asked': ['family', 'council'],
  'final-plan': council,
  'annual-review': council,
  reassessment: council,
  'plan-ended': council,
  'payment-began': council,
  'payment-reviewed': council,
  'asked-again': ['family', 'council', 'health'],
  'budget-joined': ['health'],
  'early-indication': either,
  'adult-asked': ['health'],
  'handover-childrens': council,
  'handover-adults': ['health'],
  moved: ['health'],
}

/** Writes a fact of a plan that was judged already, and what stands of it in the record. */
export async function write(doing: Doing, plan: Plan, one: NewFact): Promise<void> {
  await here(doing)
    .db.insertInto('ehc.fact')
    .values({
      id: newId(),
      ...ofPlan(plan),
      number: plan.facts.length + 1,
      what: one.what,
      on_day: one.on,
      until_day: one.until ?? null,
      choice: one.choice ?? null,
      who: one.who ?? null,
      words: one.words ?? null,
      about: one.about ?? null,
      accepted: one.accepted ?? null,
      ...notedBy(doing),
    })
    .execute()
  await recordOf(doing, plan, { happened: `ehc-${one.what}`, details: { on: one.on } })
}

/** Where the NHS is asked for advice, its case workers see the plan from then on. */
const letHealthSee = (doing: Doing, { health, person, id }: Plan) =>
  letSee(
    doing,
    { organisation: health, role: 'case-worker' },
    { person, sees: 'money', because: 'the NHS is asked about an EHC plan', subject: id, from: doing.today },
  )

const onlyHealth = (plan: Plan, sides: readonly Side[], { what, about }: NewFact): boolean =>
  what === 'advice-received' &&
  !sides.includes('council') &&
  plan.facts.find(one => one.number === about)?.choice !== 'health'

export type Noting = NewFact & { readonly reference: Reference }

/** A budget is asked for at what is under way: that is worked out, not typed. */
const completed = (plan: Plan, { reference: _, ...one }: Noting): NewFact => {
  const moment = one.what === 'budget-asked' ? momentOn(plan, one.on) : 'other-time'
  return moment === 'other-time' ? one : { ...one, choice: moment }
}

/**
 * Notes one thing that happened to an EHC plan, on its day. Refuses with every reason of `whyNotNote`,
 * whoever is on the wrong side, and staff for a caller who may not ask for it.
 */
export async function note(doing: Doing, asked: Noting): Promise<Done<Plan, Problem>> {
  const plan = await locked(doing, asked.reference)
  if (plan === null) return refused('not-allowed')
  const sides = sidesOf(doing, plan)
  if (!sides.some(side => byWhom[asked.what].includes(side))) return refused('not-allowed')
  if (await unheard(doing, plan)) return refused('caller-may-not-do-this')
  if (onlyHealth(plan, sides, asked)) return refused('not-advice-of-health')
  const one = completed(plan, asked)
  const problems = whyNotNote(plan, one, doing.today)
  if (problems.length > 0) return refused(...problems)
  await write(doing, plan, one)
  if (one.what === 'advice-asked' && one.choice === 'health') await letHealthSee(doing, plan)
  return done(plan)
}
