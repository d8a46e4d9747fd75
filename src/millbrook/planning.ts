import { letSee } from '../access/public.ts'
import { addMonths } from '../kernel/days.ts'
import {
  costOfPlan,
  draftPlan,
  handPlan,
  type Line,
  type Plan,
  planOf,
  signOff,
  type Way,
  type Words,
  writeWhole,
} from '../plans/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { askerOf } from './asking.ts'
import { must } from './must.ts'
import type { Organisations } from './place.ts'
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

/** What staff and family wrote together, with a number for each thing that should come of it. */
const wordsOf = (voice: Voice): Partial<Words> => ({
  whatMatters: voice.matters,
  contingency: voice.whenItFails,
  crisisContact: voice.crisis,
  whoChecks: voice.checks,
  training: voice.training ?? '',
  outcomes: voice.outcomes.map(([says, known, checks], at) => ({
    key: `outcome-${at + 1}`,
    says,
    known,
    checks,
  })),
  risks: voice.risks.map(([says, follows, agreed]) => ({
    kind: 'health',
    outcome: '',
    says,
    follows,
    agreed,
  })),
})

/**
 * Whom an employer pays besides wages, and what stands on the statement before the employer's own
 * reference.
 */
const costsPaidTo: Readonly<Record<string, readonly [payee: string, words: string]>> = {
  ni: ['HM Revenue and Customs', 'HMRC REF'],
  pension: ['Nestfold Pensions', 'NESTFOLD REF'],
  leave: ['Standby Carers', 'STANDBY REF'],
  insurance: ['Larkfield Insurance', 'LARKFIELD INS REF'],
  payroll: ['Tally Payroll Services', 'TALLY PAYROLL REF'],
}

/** Each assistant has a reference of their own, so that the statement shows for whom it was paid. */
function paidTo(key: string): Partial<Pick<Line, 'payee' | 'payeeWords'>> {
  const [, number, cost = ''] = /^line-(\d+)-(\w+)$/.exec(key) ?? []
  const found = costsPaidTo[cost]
  return found ? { payee: found[0], payeeWords: [`${found[1]} ${number}`] } : {}
}

/** How a line is held of which nothing is said: as the lines of which something is said. */
const unsaid = (support: readonly Support[]): Way => {
  const ways = support.flatMap(({ way }) => way ?? [])
  return ways.includes('direct-payment') ? 'direct-payment' : (ways[0] ?? 'direct-payment')
}

/** A line of the sum with whom it is arranged with, what it is for and how it is held. */
export function arranged(line: Line, support: readonly Support[]): Omit<Line, 'key' | 'weekly'> {
  const { key, weekly: _weekly, ...now } = line
  const of = support[Number(/^line-(\d+)$/.exec(key)?.[1] ?? 0) - 1]
  if (!of) return { ...now, way: line.way ?? unsaid(support), ...paidTo(key) }
  const outcome = `outcome-${of.serves}` as const
  const way = of.way ?? line.way ?? unsaid(support)
  return { ...now, outcome, way, payee: of.payee, payeeWords: of.payeeWords }
}

/** The lines of a draft as they were arranged, by their keys. */
export const arrangedLines = (plan: Plan, support: readonly Support[]) =>
  Object.fromEntries(plan.lines.map(line => [line.key, arranged(line, support)]))

/**
 * About me is written by the family themselves where they have an account, the rest together with the
 * worker.
 */
export async function written(walk: Walk): Promise<Walk> {
  const { life } = walk
  const { voice, support = [] } = life
  if (!voice) throw new Error(`${life.name} has nothing to say in the plan`)
  const on = daysOf(life).written
  const reference = referenceOf(walk)
  const doing = as(walk, workerOf(walk), on)
  const plan = await planOf(doing, reference)
  if (!plan) throw new Error(`${life.name} has no draft`)
  const { actor } = askerOf(walk)
  const own = actor.id !== null && actor.roles.length === 0 ? as(walk, actor, on) : doing
  const seen = plan.changed
  must(await writeWhole(own, { reference, seen, words: { aboutMe: voice.about } }), `${life.name} writing`)
  const lines = arrangedLines(plan, support)
  const firstReviewOn = addMonths(beginsOn(life, walk.place), 3)
  const details = { coordinator: workerOf(walk).name, firstReviewOn, noticeDays: 28 }
  const whole = { reference, seen: seen + 1, words: wordsOf(voice), lines, details }
  must(await writeWhole(doing, whole), `the plan of ${life.name}`)
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

/** Where the council has a strand of the plan, its officers may see the plan, and nothing else. */
export const councilSees = (walk: Walk): Promise<Walk> =>
  walk.life.withCouncil
    ? seesPlan(walk, {
        of: 'council',
        role: 'council-officer',
        on: 'drafted',
        because: 'the council has a part in this plan',
      })
    : Promise.resolve(walk)

/** Whose people bring what the plan arranges see the lines of it that they are paid for, and nothing else. */
export const supplierSees = (walk: Walk): Promise<Walk> =>
  walk.life.supplier
    ? seesPlan(walk, {
        of: walk.life.supplier,
        role: 'provider',
        on: 'signed-off',
        because: 'supplies a line of this plan',
      })
    : Promise.resolve(walk)

type Onlooking = {
  readonly of: keyof Organisations
  readonly role: 'council-officer' | 'provider'
  readonly on: 'drafted' | 'signed-off'
  readonly because: string
}

async function seesPlan(walk: Walk, { of, role, on, because }: Onlooking): Promise<Walk> {
  const { life, place, folk } = walk
  const doing = as(walk, workerOf(walk), daysOf(life)[on])
  const organisation = place.organisations[of]
  await letSee(
    doing,
    { organisation, role },
    { person: folk.person, sees: 'plan', because, from: doing.today },
  )
  return walk
}
