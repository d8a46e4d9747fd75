import { endSight, letSee, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { caseOf } from '../queries/case.ts'
import { here } from '../tables.ts'
import type { Case } from '../types.ts'

export type AllocateProblem =
  | 'case-not-found'
  | 'withdrawn'
  | 'taken-by-a-colleague'
  | 'not-a-colleague'
  | 'has-it-already'

export const allocateSays = {
  'case-not-found': 'There is no such case',
  withdrawn: 'The request was withdrawn, so nobody needs to work on it',
  'taken-by-a-colleague': 'A colleague has taken this case meanwhile',
  'not-a-colleague': 'Choose a case worker or team leader of your own organisation',
  'has-it-already': 'This case worker has it already',
} as const satisfies Record<AllocateProblem, string>

/** Takes a case that nobody has. Refuses one that a colleague has: allocating it says so openly. */
export async function take(doing: Doing, reference: string): Promise<Done<Case, AllocateProblem>> {
  const one = await caseOf(doing, reference)
  if (one === null) return refused('case-not-found')
  if (one.caseWorker !== null && one.caseWorker.id !== doing.actor.id) return refused('taken-by-a-colleague')
  return doing.actor.id === null
    ? refused('not-a-colleague')
    : allocate(doing, { reference, to: doing.actor.id })
}

/**
 * Gives a case to a colleague, from today on. What the one before was let see by it ends, and so does the
 * sight of
 * all case workers while it waited. Refuses anybody who is not a case worker or team leader of the same ICB.
 */
export async function allocate(
  doing: Doing,
  { reference, to }: { readonly reference: string; readonly to: Id<'actor'> },
): Promise<Done<Case, AllocateProblem>> {
  const one = await caseOf(doing, reference)
  if (one === null) return refused('case-not-found')
  if (one.withdrawnOn !== null) return refused('withdrawn')
  if (one.caseWorker?.id === to) return refused('has-it-already')
  if (!(await isColleague(doing, one, to))) return refused('not-a-colleague')
  await here(doing)
    .db.insertInto('requests.allocation')
    .values({
      id: newId(),
      request_id: one.request,
      organisation_id: one.organisation,
      person_id: one.person,
      worker_id: to,
      from_on: doing.today,
      given_by: doing.actor.id,
    })
    .execute()
  await endSight(doing, { person: one.person, subject: one.request })
  await letSee(
    doing,
    { actor: to },
    { person: one.person, sees: 'all', because: 'case worker', subject: one.request, from: doing.today },
  )
  await record(doing, {
    happened: 'case-allocated',
    organisation: one.organisation,
    person: one.person,
    to: one.request,
    details: { reference: one.reference, worker: to },
  })
  return done(one)
}

async function isColleague(doing: Doing, one: Case, worker: Id<'actor'>): Promise<boolean> {
  return (await colleaguesFor(doing, one.organisation)).some(({ id }) => id === worker)
}

/** The case workers and team leaders of an organisation on this day, by name. */
export const colleaguesFor = (doing: Doing, organisation: Case['organisation']) =>
  here(doing)
    .db.selectFrom('access.role_shown as r')
    .innerJoin('access.actor_shown as a', 'a.id', 'r.actor_id')
    .select(['a.id', 'a.name'])
    .distinct()
    .where('r.organisation_id', '=', organisation)
    .where('r.role', 'in', ['case-worker', 'team-leader'])
    .where('r.from_on', '<=', doing.today)
    .where(or => or.or([or('r.until_on', 'is', null), or('r.until_on', '>=', doing.today)]))
    .where('a.ended_at', 'is', null)
    .orderBy('a.name')
    .execute()
