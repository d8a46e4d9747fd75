import { addMonths } from '../kernel/days.ts'
import {
  costOfPlan,
  draftPlan,
  handPlan,
  type Line,
  type Plan,
  planOf,
  signOff,
  writeAboutMe,
  writeDetails,
  writeLine,
  writeOutcome,
  writeRisk,
  writeText,
} from '../plans/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import { must } from './must.ts'
import type { Support, Voice } from './types.ts'
import { as, beginsOn, daysOf, reaches, referenceOf, type Walk, workerOf } from './walk.ts'

export async function drafted(walk: Walk): Promise<Walk> {
  const { life } = walk
  const doing = as(walk, workerOf(walk), daysOf(life).drafted)
  const reference = referenceOf(walk)
  must(await draftPlan(doing, { reference, from: 'sum' }), `drafting the plan of ${life.name}`)
  if (life.turn === 'family' && !reaches(life, 'written'))
    must(
      await handPlan(doing, {
        reference,
        to: 'family',
        words: 'Start with what matters to you. I will help with the rest.',
      }),
      'handing over',
    )
  return walk
}

/** A draft that is being written: each change counts one up. */
type Pen = { readonly doing: Doing; readonly at: { reference: string; seen: number } }

const wrote = (asked: Parameters<typeof must>[0], pen: Pen, what: string): void => {
  must(asked, `writing ${what} of ${pen.at.reference}`)
  pen.at.seen += 1
}

/** About me is written by the family themselves where they have an account. */
async function aboutMe(pen: Pen, about: Voice['about']): Promise<void> {
  for (const [heading, words] of Object.entries(about))
    wrote(await writeAboutMe(pen.doing, { ...pen.at, heading, words }), pen, heading)
}

async function texts(pen: Pen, voice: Voice): Promise<void> {
  const parts = [
    ['whatMatters', voice.matters],
    ['contingency', voice.whenItFails],
    ['crisisContact', voice.crisis],
    ['whoChecks', voice.checks],
    ['training', voice.training ?? ''],
  ] as const
  for (const [part, words] of parts)
    if (words !== '') wrote(await writeText(pen.doing, { ...pen.at, part, words }), pen, part)
  for (const [says, known, checks] of voice.outcomes)
    wrote(
      await writeOutcome(pen.doing, { ...pen.at, outcome: null, change: { put: { says, known, checks } } }),
      pen,
      'an outcome',
    )
  for (const [says, follows, agreed] of voice.risks)
    wrote(
      await writeRisk(pen.doing, {
        ...pen.at,
        place: null,
        change: { put: { kind: 'health', outcome: '', says, follows, agreed } },
      }),
      pen,
      'a risk',
    )
}

/** A line of the sum with whom it is arranged with, what it is for and how it is held. */
export function arranged(line: Line, support: readonly Support[]): Omit<Line, 'key' | 'weekly'> | null {
  const { key, weekly: _weekly, ...now } = line
  const of = support[Number(/^line-(\d+)$/.exec(key)?.[1] ?? 0) - 1]
  if (!of) return line.way === null ? { ...now, way: 'direct-payment' } : null
  const outcome = `outcome-${of.serves}` as const
  const way = of.way ?? line.way ?? 'direct-payment'
  return { ...now, outcome, way, payee: of.payee, payeeWords: of.payeeWords }
}

async function lines(pen: Pen, plan: Plan, support: readonly Support[]): Promise<void> {
  for (const line of plan.lines) {
    const put = arranged(line, support)
    if (put === null) continue
    wrote(await writeLine(pen.doing, { ...pen.at, line: line.key, change: { put } }), pen, line.says)
  }
}

export async function written(walk: Walk): Promise<Walk> {
  const { life } = walk
  const { voice, support = [] } = life
  if (!voice) throw new Error(`${life.name} has nothing to say in the plan`)
  const on = daysOf(life).written
  const reference = referenceOf(walk)
  const doing = as(walk, workerOf(walk), on)
  const plan = await planOf(doing, reference)
  if (!plan) throw new Error(`${life.name} has no draft`)
  const at = { reference, seen: plan.changed }
  const { actor } = askerOf(walk)
  const own = actor.id !== null && actor.roles.length === 0 ? as(walk, actor, on) : doing
  await aboutMe({ doing: own, at }, voice.about)
  await texts({ doing, at }, voice)
  await lines({ doing, at }, plan, support)
  const coordinator = workerOf(walk).name
  const details = { coordinator, firstReviewOn: addMonths(beginsOn(life, walk.place), 3), noticeDays: 28 }
  wrote(await writeDetails(doing, { ...at, details }), { doing, at }, 'the details')
  if (life.turn === 'family' && !reaches(life, 'handed'))
    must(
      await handPlan(doing, { reference, to: 'family', words: 'Please read it through. Is this you?' }),
      'handing',
    )
  return walk
}

export async function handed(walk: Walk): Promise<Walk> {
  const { life } = walk
  const doing = as(walk, workerOf(walk), daysOf(life).handed)
  const reference = referenceOf(walk)
  must(
    await handPlan(doing, { reference, to: 'approver', words: 'Ready to be read.' }),
    `handing ${life.name} on`,
  )
  if (!life.sentBack) return walk
  const approver = await approverOf(walk, doing)
  const back = as(walk, approver, Math.min(0, daysOf(life).handed + 2))
  must(
    await handPlan(back, { reference, to: 'case-worker', words: life.sentBack }),
    `sending ${life.name} back`,
  )
  return walk
}

/** Who may sign a plan of this cost off: leader, head of service or panel, as their limits say. */
export async function approverOf(walk: Walk, doing: Doing): Promise<Actor> {
  const { staff } = walk.place
  const plan = await planOf(doing, referenceOf(walk))
  const cost = plan ? costOfPlan(plan.lines) : 0n
  const { life } = walk
  if (life.icb === 'ashdale') return cost <= 120_000n ? staff.colin : staff.dolores
  return cost <= 120_000n ? staff.tom : cost <= 250_000n ? staff.helen : staff.judith
}

export async function signedOff(walk: Walk): Promise<Walk> {
  const { life } = walk
  const worker = as(walk, workerOf(walk), daysOf(life)['signed-off'])
  const doing = as(walk, await approverOf(walk, worker), daysOf(life)['signed-off'])
  const signed = { reference: referenceOf(walk), from: beginsOn(life, walk.place), because: null }
  must(await signOff(doing, signed), `signing off the plan of ${life.name}`)
  return walk
}
