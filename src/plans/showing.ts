import { createHash } from 'node:crypto'
import { approvalLimits, look, may } from '../access/public.ts'
import { readReference } from '../kernel/ids.ts'
import { sayMoney } from '../kernel/money.ts'
import { type PersonId, personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notFound,
  type Page,
  type Typed,
} from '../platform/route.ts'
import { caseOf } from '../requests/public.ts'
import { writesAs } from './actions/write.ts'
import { planPage } from './pages/plan.tsx'
import { noPlanPage } from './pages/versions.tsx'
import { planOf } from './queries/plan.ts'
import { standingOf } from './queries/standing.ts'
import { handingsOf, turnOf } from './queries/turn.ts'
import { type Refusal, refusalSays } from './says.ts'
import type { Plan } from './types.ts'

export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
export const nothingWrong: Wrong = { typed: {}, errors: [] }

export const errorsFrom = (field: string, because: readonly Refusal[]): readonly FieldError[] =>
  because.map(reason => ({ field, says: refusalSays[reason] }))

/** A digest of what a form was drawn from: the same again means that nobody has changed it meanwhile. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? '', (_name, one: unknown) => (typeof one === 'bigint' ? `${one}` : one)))
    .digest('hex')
    .slice(0, 16)

export async function stripOf(doing: Doing, person: PersonId, reference: string): Promise<Page['person']> {
  const shown = await personShown(doing, person)
  return shown === null ? undefined : { ...personStrip(shown, doing.today), href: `/cases/${reference}` }
}

export type WithPlan = { readonly plan: Plan; readonly person: Page['person']; readonly reference: string }

/** Finds the newest version of an address; not found is not found, whoever asks. */
export async function inPlan(
  doing: Doing,
  asked: Asked,
  act: (at: WithPlan) => Promise<Answer>,
): Promise<Answer> {
  const reference = readReference(asked.at['reference'] ?? '')
  const plan = reference === null ? null : await planOf(doing, reference)
  if (reference === null || plan === null) return notFound
  return act({ plan, reference, person: await stripOf(doing, plan.person, reference) })
}

/** Notes in the person's record that somebody looked at a page of the plan. */
export const noteLook = (doing: Doing, { plan }: Pick<WithPlan, 'plan'>, page: string): Promise<void> =>
  look(doing, { page, organisation: plan.organisation, person: plan.person, to: plan.id })

const isApprover = (doing: Doing): boolean => doing.actor.roles.length > 0 && may(doing, 'plans.sign-off')

/** A version of the plan: the newest, which may be written and handed on, or an older one to be read. */
export async function showPlan(
  doing: Doing,
  at: WithPlan,
  { wrong = nothingWrong, newest = true }: { wrong?: Wrong; newest?: boolean },
): Promise<Answer> {
  const { plan, person } = at
  await noteLook(doing, at, 'plan')
  const writes = await writesAs(doing, plan.person)
  const turn = await turnOf(doing, plan)
  const open = newest && plan.signedOff === null && plan.words !== null
  const standing = await standingOf(doing, plan)
  return planPage({
    plan,
    person,
    ...standing,
    today: doing.today,
    turn,
    handings: plan.words === null ? [] : await handingsOf(doing, plan.id),
    writesAs: plan.words === null ? null : writes,
    mayWrite: open && writes !== null && turn.who !== 'approver',
    mayApprove: isApprover(doing),
    newest,
    ...wrong,
  })
}

/** The newest version, or what to do where there is none yet. */
export async function showNewest(doing: Doing, asked: Asked, why: string | null = null): Promise<Answer> {
  const reference = readReference(asked.at['reference'] ?? '')
  if (reference === null) return notFound
  const plan = await planOf(doing, reference)
  if (plan !== null) {
    const at = { plan, reference, person: await stripOf(doing, plan.person, reference) }
    return showPlan(
      doing,
      at,
      why === null ? {} : { wrong: { typed: {}, errors: [{ field: 'from', says: why }] } },
    )
  }
  const found = await caseOf(doing, reference)
  if (found === null) return notFound
  return noPlanPage({
    reference,
    person: await stripOf(doing, found.person, reference),
    begin: (await writesAs(doing, found.person)) !== null,
    why,
  })
}

/** Up to how much a week the one who asks may approve in an organisation, in words. */
export async function limitSays(doing: Doing, organisation: Plan['organisation']): Promise<string> {
  const held = doing.actor.roles.filter(one => one.organisation === organisation).map(({ role }) => role)
  const mine = (await approvalLimits(doing, organisation)).filter(({ role }) => held.includes(role))
  if (mine.length === 0) return 'nothing: no limit was set for your role'
  if (mine.some(({ weekly }) => weekly === null)) return 'any sum'
  const [most] = mine.flatMap(({ weekly }) => weekly ?? []).sort((a, b) => (a < b ? 1 : -1))
  return most === undefined ? 'nothing' : `up to ${sayMoney(most)} a week`
}
