import { record, type WhyNotOnBehalf, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { planOf } from '../queries/plan.ts'
import { turnOf } from '../queries/turn.ts'
import { type Ctx, here } from '../tables.ts'
import type { Plan, Words } from '../types.ts'

export type WriteProblem =
  | 'plan-not-found'
  | 'may-not-write'
  | 'signed-off'
  | 'with-approver'
  | 'changed-meanwhile'
  | WhyNotOnBehalf

/** A draft with its words, which its writers always see. */
export type Draft = Plan & { readonly words: Words }

/** What a form is written on: the newest version, and the count of changes that the form was drawn from. */
export type WrittenOn = { readonly reference: string; readonly seen: number }

const staffWho: readonly string[] = ['case-worker', 'team-leader']

/**
 * As whom somebody writes a plan: staff by their role, the person and those who hold the whole record as
 * family. Null for everybody else: auditors read, helpers see lines, approvers send back with words.
 */
export async function writesAs(doing: Doing, person: PersonId): Promise<'family' | 'case-worker' | null> {
  const { actor } = doing
  if (actor.id === null || actor.roles.some(({ role }) => staffWho.includes(role))) return 'case-worker'
  if (actor.person === person) return 'family'
  const whole = await here(doing)
    .db.selectFrom('access.grant_shown')
    .select('id')
    .where('person_id', '=', person)
    // Let see as an actor, or as the person whom they are: a mother before she had an account.
    .where(or => or.or([or('actor_id', '=', actor.id), or('to_person_id', '=', actor.person)]))
    .where('sees', '=', 'all')
    .where('ended_at', 'is', null)
    .where('from_on', '<=', doing.today)
    .where(or => or.or([or('until_on', 'is', null), or('until_on', '>=', doing.today)]))
    .limit(1)
    .executeTakeFirst()
  return whole ? 'family' : null
}

/** The draft that somebody may write now, or why not. A form drawn before the last change is refused. */
export async function draftToWrite(doing: Doing, at: WrittenOn): Promise<Done<Draft, WriteProblem>> {
  const plan = await planOf(doing, at.reference)
  if (plan === null || plan.words === null) return refused('plan-not-found')
  if ((await writesAs(doing, plan.person)) === null) return refused('may-not-write')
  const against = await whyNotOnBehalf(doing, plan.person, 'write-plan')
  if (against.length > 0) return refused(...against)
  if (plan.signedOff !== null) return refused('signed-off')
  if ((await turnOf(doing, plan)).who === 'approver') return refused('with-approver')
  return plan.changed === at.seen ? done({ ...plan, words: plan.words }) : refused('changed-meanwhile')
}

/** Notes who wrote a part of a version: none of them may sign it off. */
export async function noteWriting(
  doing: Doing,
  plan: Pick<Plan, 'id' | 'organisation' | 'person'>,
  what: string,
): Promise<void> {
  await here(doing)
    .db.insertInto('plans.writing')
    .values({
      id: newId(),
      version_id: plan.id,
      organisation_id: plan.organisation,
      person_id: plan.person,
      what,
      written_by: doing.actor.id,
      written_by_name: doing.actor.name,
      written_on: doing.today,
      written_at: doing.now,
    })
    .execute()
}

type Work = (ctx: Ctx) => Promise<unknown>

/**
 * Writes a part of a draft: counts the change, notes the author, records it. Refused where somebody was
 * faster.
 */
export async function write(
  doing: Doing,
  { draft, what }: { readonly draft: Draft; readonly what: string },
  work: Work,
): Promise<Done<null, 'changed-meanwhile'>> {
  const ctx = here(doing)
  const counted = await ctx.db
    .updateTable('plans.version')
    .set({ changed: draft.changed + 1 })
    .where('id', '=', draft.id)
    .where('changed', '=', draft.changed)
    .executeTakeFirst()
  if (counted.numUpdatedRows === 0n) return refused('changed-meanwhile')
  await work(ctx)
  await noteWriting(doing, draft, what)
  await record(doing, {
    happened: 'plan-written',
    organisation: draft.organisation,
    person: draft.person,
    to: draft.id,
    details: { version: draft.number, part: what },
  })
  return done(null)
}
