import { approvalLimits, setApprovalLimit } from '../../access/public.ts'
import { addDays } from '../../kernel/days.ts'
import { employerTableOn, ratesOn, setEmployerRates, setRate } from '../../needs/public.ts'
import { setSetting } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { figuresLeft, figuresOwn } from '../queries/figures.ts'
import { toCarry } from '../rules/figures.ts'
import type { Next, Step } from '../types.ts'

/**
 * What the old body went by goes on with the next one from its first day, where that one has set nothing of
 * its own: figures, how much each role may approve, rates. Each says whom it was carried over from. Again it
 * sets nothing twice.
 */
export async function carryFigures(doing: Doing, step: Step, next: Next): Promise<void> {
  const { on: from, body } = step
  const says = `Carried over from ${body.name}`
  for (const { name, value, because } of toCarry(
    await figuresLeft(doing, step),
    await figuresOwn(doing, next, step),
  ))
    await setSetting(doing, { organisation: next.id, name, value, from, because: `${says}: ${because}` })
  await carryLimits(doing, step, next)
  await carryRates(doing, step, next)
}

async function carryLimits(doing: Doing, { body, on }: Step, next: Next): Promise<void> {
  const own = new Set((await approvalLimits({ ...doing, today: on }, next.id)).map(({ role }) => role))
  for (const { role, weekly, until } of await approvalLimits({ ...doing, today: addDays(on, -1) }, body.id))
    if (!own.has(role) && (until === null || until >= on))
      await setApprovalLimit(doing, {
        organisation: next.id,
        role,
        weekly,
        from: on,
        source: `Carried over from ${body.name}`,
      })
}

async function carryRates(doing: Doing, { body, on }: Step, next: Next): Promise<void> {
  const own = new Set((await ratesOn(doing, next.id, on)).map(({ name }) => name))
  const source = (was: string): string => `Carried over from ${body.name}: ${was}`
  for (const rate of await ratesOn(doing, body.id, addDays(on, -1)))
    if (!own.has(rate.name))
      await setRate(doing, { ...rate, organisation: next.id, from: on, source: source(rate.source) })
  const left = await employerTableOn(doing, body.id, addDays(on, -1))
  if (left === null || (await employerTableOn(doing, next.id, on)) !== null) return
  const { source: was, from: _from, checkedOn: _checked, ...figures } = left
  await setEmployerRates(doing, { organisation: next.id, from: on, figures, source: source(was) })
}
