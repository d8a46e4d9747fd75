import { nothing, type Pence, pence } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import {
  answer,
  enter,
  type Kept,
  object,
  pause,
  propose,
  recoveriesOf,
  repay,
  tell,
  workingNow,
} from '../recoveries/public.ts'
import { askerOf } from './asking.ts'
import { must } from './must.ts'
import type { Ago, Owed, Recovering } from './types.ts'
import { as, leaderOf, referenceOf, type Walk, workerOf } from './walk.ts'

const pounds = (sum: number): Pence => pence(BigInt(Math.round(sum * 100)))
const owedOf = (owed: readonly Owed[]): readonly Kept[] =>
  owed.map(([kind, sum, because]) => ({ kind, sum: pounds(sum), because }))

const financeOf = ({ life, place }: Walk) => place.staff[life.icb === 'ashdale' ? 'farid' : 'ngozi']
/** Who looks at it again: neither the worker nor the leader. */
const headOf = ({ life, place }: Walk) => place.staff[life.icb === 'ashdale' ? 'dolores' : 'helen']

type Of<Does extends Recovering['does']> = Extract<Recovering, { readonly does: Does }>

async function proposed(walk: Walk, step: Of<'propose'>, doing: Doing): Promise<void> {
  const reference = referenceOf(walk)
  const owed = owedOf(step.owed ?? [])
  const working = await workingNow(doing, reference, owed)
  const { executor } = step
  const asked = {
    reference,
    ground: step.ground,
    way: 'repay' as const,
    because: step.because,
    owed,
    amount: step.pounds === undefined ? (working?.surplus ?? nothing) : pounds(step.pounds),
    whoMustRepay: executor ? `The estate of ${walk.life.name}` : (walk.life.held?.who ?? walk.life.name),
    repayDays: executor ? 84 : 56,
    executor: executor ? { name: executor[0], lines: executor.slice(1) } : null,
  }
  must(await propose(doing, asked), `the recovery from ${walk.life.name}`)
}

async function newestOf(walk: Walk, doing: Doing) {
  const [newest] = await recoveriesOf({ ...doing, actor: walk.doing.actor }, referenceOf(walk))
  if (newest === undefined) throw new Error(`Nothing was asked of ${walk.life.name}`)
  return { reference: newest.reference, number: newest.number }
}

/** Days of a pause, from the day it is written down. */
const daysFrom = (walk: Walk, on: Ago, days: number) => ({
  from: walk.place.calendar.day(on),
  until: walk.place.calendar.day(on + days),
})

/** One step of a recovery, by the one who takes it. */
export async function recovering(walk: Walk, step: Recovering): Promise<void> {
  const by = (actor: Doing['actor']): Doing => as(walk, actor, step.on)
  if (step.does === 'propose') return proposed(walk, step, by(workerOf(walk)))
  const which = await newestOf(walk, by(workerOf(walk)))
  const what = `the recovery from ${walk.life.name}, ${step.does}`
  switch (step.does) {
    case 'tell':
      return void must(await tell(by(step.by === 'head' ? headOf(walk) : leaderOf(walk)), which), what)
    case 'object': {
      const objected = { ...which, words: step.words, how: 'online' as const }
      return void must(await object(by(askerOf(walk).actor), objected), what)
    }
    case 'answer': {
      const amount = step.pounds === undefined ? null : pounds(step.pounds)
      const alsoKept = owedOf(step.owed ?? [])
      const answered = { ...which, outcome: step.outcome, amount, because: step.because, alsoKept }
      return void must(await answer(by(headOf(walk)), answered), what)
    }
    case 'pause': {
      const paused = { ...which, ...daysFrom(walk, step.on, step.days), because: step.because }
      return void must(await pause(by(workerOf(walk)), paused), what)
    }
    case 'enter':
      return void must(await enter(by(financeOf(walk)), which), what)
    case 'repay': {
      const doing = by(financeOf(walk))
      const amount = pounds(step.pounds)
      const repaid = { ...which, amount, on: doing.today, how: 'bank-transfer' as const, words: '' }
      return void must(await repay(doing, repaid), what)
    }
    default:
      return step satisfies never
  }
}
