import { sql } from 'kysely'
import { recordAll } from '../../access/public.ts'
import { gatherLater } from '../../cases/public.ts'
import { carryOn, letSuccessorIn } from '../../ledger/public.ts'
import { sendLetters } from '../../notices/public.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { letterOf, type Told } from '../letter.ts'
import type { Order } from '../queries/orders.ts'
import { waiting } from '../queries/waiting.ts'
import { isDivided } from '../rules/whither.ts'
import type { Next, Step } from '../types.ts'
import { carryFigures } from './carry-figures.ts'

/** How many people move in one transaction: one pass over every table for all of them. */
export const atOnce = 500

/**
 * Before the first case: figures are carried over, funds let the next body in, and staff go where their cases
 * go. A body that is followed whole is covered by the one that follows. Again it does nothing twice.
 */
export async function prepareBodies(doing: Doing, step: Step, order: Order): Promise<void> {
  for (const next of step.nexts) {
    await carryFigures(doing, step, next)
    await letSuccessorIn(doing, { old: step.body, next })
    await moveStaff(doing, { step, next, order })
  }
}

type Staffing = { readonly step: Step; readonly next: Next; readonly order: Order }

async function moveStaff(doing: Doing, { step, next, order }: Staffing): Promise<void> {
  const divided = isDivided(step.nexts)
  if (!divided)
    await sql`select access.cover(${step.body.id}, ${next.id}, ${step.on})`.execute(doing.transaction)
  const actors = sql`(select coalesce(array_agg(actor_id), '{}') from (
    select distinct on (actor_id) actor_id, to_id from succession.staff_placing
    where organisation_id = ${step.body.id} order by actor_id, number desc) p where to_id = ${next.id})`
  await sql`select access.move_roles(${divided ? actors : sql`null`}, ${step.body.id}, ${next.id}, ${step.on},
    ${order.by})`.execute(doing.transaction)
}

/**
 * Moves the next part of a body's people, each case whole: records, grants, open money, a line in the
 * record, a letter. Answers how many moved; none means that all are where they belong or wait to be placed.
 */
export async function movePart(
  doing: Doing,
  { step, order, most = atOnce }: { readonly step: Step; readonly order: Order; readonly most?: number },
): Promise<number> {
  await gatherLater(doing)
  const part = await waiting(doing, step, most)
  for (const [to, people] of Map.groupBy(part, one => one.to)) {
    const next = step.nexts.find(({ id }) => id === to)
    if (next === undefined) continue
    const moving = { step, next, order, people: people.map(({ person }) => person) }
    await movePeople(doing, moving)
    const carried = await carryOn(doing, { ...moving, old: step.body, from: step.on })
    if (!carried.done) throw new Error(`Money could not be carried on: ${carried.because.join(', ')}`)
    await tell(doing, moving)
  }
  return part.length
}

type Moving = Staffing & { readonly people: readonly PersonId[] }

/** The records of these people go to the next body. Again it takes along what was written in the meantime. */
export async function movePeople(doing: Doing, { step, next, order, people }: Moving): Promise<void> {
  const said = {
    because: order.because,
    by: order.by,
    by_name: order.byName,
    today: doing.today,
    now: doing.now,
  }
  await sql`select access.move_people(${[...people]}::uuid[], ${step.body.id}, ${next.id}, ${step.on},
    ${JSON.stringify(said)}::jsonb)`.execute(doing.transaction)
}

type Alive = { person: PersonId; name: string; reference: string | null }

async function tell(doing: Doing, { step, next, order, people }: Moving): Promise<void> {
  const from = { name: order.byName, role: order.byRole }
  await recordAll(
    { ...doing, actor: { ...doing.actor, id: order.by, name: order.byName } },
    people.map(person => ({
      happened: 'case-moved',
      organisation: next.id as OrganisationId,
      person,
      because: order.because,
      details: { on: step.on, from: step.body.name, to: next.name },
    })),
  )
  const { rows } = await sql<Alive>`
    select p.id as person, p.full_name as name, min(r.reference) as reference
    from people.person_shown p join requests.request_shown r on r.person_id = p.id
    where p.id in (select unnest(${[...people]}::uuid[])) and p.died_on is null
    group by p.id, p.full_name order by p.id`.execute(doing.transaction)
  const told = rows.map(
    (row): Told => ({ ...row, old: step.body, next, on: step.on, reach: order.reach, from }),
  )
  await sendLetters(doing, told.map(letterOf))
}
