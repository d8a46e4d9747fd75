import { addDays } from '../../kernel/days.ts'
import { type OrganisationId, settingsInForce } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Difference, differences, type Set as Figure } from '../rules/figures.ts'
import type { Next, Step } from '../types.ts'
import { steps } from './steps.ts'

/** The figures that a body had on the last day on which it answered. */
export async function figuresLeft(doing: Doing, { body, on }: Step): Promise<readonly Figure[]> {
  const set = await settingsInForce(doing, body.id, addDays(on, -1))
  return set.map(one => ({ ...one, body: body.name }))
}

/** Which figures a body that follows has set for itself, for its first day. */
export const figuresOwn = async (
  doing: Doing,
  next: { readonly id: OrganisationId },
  { on }: Step,
): Promise<ReadonlySet<string>> =>
  new Set((await settingsInForce(doing, next.id, on)).map(({ name }) => name))

/** In what the bodies differ that become one with this one, by the body that follows. */
export async function differing(doing: Doing, step: Step): Promise<readonly Difference[]> {
  const all = await steps(doing)
  const found: Difference[] = []
  for (const next of step.nexts) found.push(...(await differingInto(doing, next, { step, all })))
  return found
}

async function differingInto(
  doing: Doing,
  next: Next,
  { step, all }: { step: Step; all: readonly Step[] },
): Promise<readonly Difference[]> {
  const merging = all.filter(one => one.on === step.on && one.nexts.some(({ id }) => id === next.id))
  const left: Figure[] = []
  for (const one of merging) left.push(...(await figuresLeft(doing, one)))
  return differences(left, await figuresOwn(doing, next, step))
}
