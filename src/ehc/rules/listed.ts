import { findClock, sayTurn } from '../../clocks/public.ts'
import { ageOn, type PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { type Paging, pagingOf } from '../../kernel/paging.ts'
import type { PersonId } from '../../people/public.ts'
import type { Plan } from '../types.ts'
import { openRuns, type PlanRun, runsOf } from './runs.ts'
import { isOpen, newest, type Stage, stageOf, stages } from './stage.ts'

export const shows = ['open', 'late', 'moving', 'all'] as const
export type Show = (typeof shows)[number]

export type Listed = {
  readonly reference: Reference
  readonly name: string
  readonly born: PlainDate | null
  readonly stage: Stage
  readonly receivedOn: PlainDate
  /** What is due first; null where nothing is. */
  readonly next: PlanRun | null
  readonly late: boolean
  /** From 16 until the budget has moved or the plan has ended. */
  readonly moving: boolean
}

/** Whose turn a run is, in words for staff: the family is not "you" here. */
export const turnSays = (run: PlanRun): string => {
  const { turn } = findClock(run.clock)
  return turn === 'family' ? 'the family' : (run.who ?? sayTurn(turn))
}

type Named = Plan & { readonly name: string }
const rowOf = (
  plan: Named,
  { continuingCare, today }: { continuingCare: boolean; today: PlainDate },
): Listed => {
  const stage = stageOf(plan)
  const [next = null] = openRuns(runsOf(plan, { continuingCare }))
  const age = plan.born === null ? 0 : ageOn(plan.born, today)
  return {
    reference: plan.reference,
    name: plan.name,
    born: plan.born,
    stage,
    receivedOn: plan.receivedOn,
    next,
    late: next !== null && next.withPause < today,
    moving: age >= 16 && isOpen(stage) && newest(plan, 'moved') === null,
  }
}

const fits: Readonly<Record<Show, (row: Listed) => boolean>> = {
  open: ({ stage }) => isOpen(stage),
  late: ({ late }) => late,
  moving: ({ moving }) => moving,
  all: () => true,
}

export type ListAsked = {
  readonly show: Show
  readonly stage: Stage | null
  readonly find: string
  readonly page: number
  readonly today: PlainDate
  readonly caring: ReadonlySet<PersonId>
}
export type List = {
  readonly rows: readonly Listed[]
  readonly told: Readonly<Record<Show, number>>
  readonly paging: Paging
}

/** One page of the plans that fit, what is due first at the top; those with nothing due last. */
export function listOf(plans: readonly Named[], asked: ListAsked): List {
  const all = plans
    .map(plan => rowOf(plan, { continuingCare: asked.caring.has(plan.person), today: asked.today }))
    .sort((a, b) => ((a.next?.withPause ?? '9999') < (b.next?.withPause ?? '9999') ? -1 : 1))
  const told = Object.fromEntries(shows.map(show => [show, all.filter(fits[show]).length]))
  const find = asked.find.toLocaleLowerCase()
  const fitting = all
    .filter(fits[asked.show])
    .filter(({ stage }) => asked.stage === null || stage === asked.stage)
    .filter(({ name }) => name.toLocaleLowerCase().includes(find))
  const paging = pagingOf(fitting.length, asked.page)
  const rows = fitting.slice(paging.before, paging.before + paging.most)
  return { rows, told: told as List['told'], paging }
}

export const readStage = (typed: string): Stage | null => stages.find(one => one === typed) ?? null
