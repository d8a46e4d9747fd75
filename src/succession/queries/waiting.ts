import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { whither } from '../rules/whither.ts'
import type { Next, Step } from '../types.ts'

/** People of a body by where they began and where they were placed, with what there is of them. */
export type Way = {
  readonly origin: string
  /** To whom they go; null where it is not known. */
  readonly next: Next | null
  readonly placed: boolean
  readonly people: number
  readonly cases: number
  readonly budgets: number
  readonly open: bigint
}

type Counted = {
  origin: string
  placed_id: OrganisationId | null
  people: bigint
  cases: bigint
  budgets: bigint
  open: bigint
}

/** Where the people of a body go at a step, counted: no name leaves this. */
export async function ways(doing: Doing, step: Step): Promise<readonly Way[]> {
  const { rows } = await sql<Counted>`select * from succession.counts(${step.body.id})`.execute(
    doing.transaction,
  )
  return rows.map(({ origin, placed_id, people, cases, budgets, open }) => ({
    origin,
    next:
      step.nexts.find(({ id }) => id === placed_id) ??
      whither({ origin, body: step.body.code, on: step.on, nexts: step.nexts }),
    placed: step.nexts.some(({ id }) => id === placed_id),
    people: Number(people),
    cases: Number(cases),
    budgets: Number(budgets),
    open,
  }))
}

export type Waiting = { readonly person: PersonId; readonly to: OrganisationId }

/**
 * The first so many people of a body who are to go and have not, each with whom they go to. As the service.
 */
export async function waiting(doing: Doing, step: Step, most: number): Promise<readonly Waiting[]> {
  const known = (await ways(doing, step)).flatMap(({ origin, next, placed }) =>
    next === null || placed ? [] : [{ origin, to: next.id }],
  )
  const { rows } = await sql<Waiting>`
    select w.person_id as person, coalesce(w.placed_id, k."to") as "to"
    from succession.people_of(${step.body.id}) w
      join people.organisation_shown o on o.id = w.origin_id
      left join jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as k (origin text, "to" uuid)
        on k.origin = o.code
    where coalesce(w.placed_id, k."to") = any (${step.nexts.map(({ id }) => id)}::uuid[])
    order by w.person_id limit ${most}`.execute(doing.transaction)
  return rows
}
