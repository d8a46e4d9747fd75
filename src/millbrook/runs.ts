import { addDays } from '../kernel/days.ts'
import { acknowledge, checksOfRun, prepareRun, releaseRun, tellHolders } from '../payments/public.ts'
import type { Doing } from '../platform/doing.ts'
import { must } from './must.ts'
import type { Ago } from './types.ts'
import { as, type Place } from './walk.ts'

/** A payment run of a board on a day: how far ahead it pays, and how many have signed it. */
export type Run = {
  readonly of: 'millbrook' | 'ashdale'
  readonly on: Ago
  readonly ahead: number
  readonly signatures: 1 | 2
}

const every = (of: Run['of'], { last, weeks, first }: { last: Ago; weeks: number; first: Ago }): Run[] => {
  const found: Run[] = []
  for (let on = last; on >= first; on -= weeks * 7)
    found.push({ of, on, ahead: weeks * 7 - 1, signatures: 2 })
  return found
}

/**
 * Every run there was: Millbrook pays each fortnight, Ashdale every four weeks and waits for a second
 * signature today.
 */
export const runs: readonly Run[] = [
  ...every('millbrook', { last: -14, weeks: 2, first: -387 }),
  ...every('ashdale', { last: -29, weeks: 4, first: -240 }),
  { of: 'ashdale', on: -1, ahead: 20, signatures: 1 },
]

/** Prepares a run, signs it by two people, and tells the holders; where nothing is due nothing is done. */
export async function pay(doing: Doing, place: Place, run: Run): Promise<void> {
  const { staff, organisations } = place
  const [first, second] = run.of === 'ashdale' ? [staff.farid, staff.wendy] : [staff.ngozi, staff.rashid]
  const preparing = as({ doing, place }, first, run.on)
  const until = addDays(preparing.today, run.ahead)
  const prepared = await prepareRun(preparing, { organisation: organisations[run.of], until })
  if (!prepared.done) {
    if (prepared.because.some(reason => reason !== 'nothing-to-pay')) must(prepared, 'a run')
    return
  }
  const { run: id, payments, total } = prepared.value
  const warned = await checksOfRun(preparing, id, { grade: 'warning', most: 1000 })
  const checks = warned.filter(({ by }) => by === null).map(one => one.id)
  if (checks.length > 0)
    must(
      await acknowledge(preparing, { run: id, checks, because: 'Seen against the plan and the letter' }),
      'looking at the warnings',
    )
  for (const signer of [first, second].slice(0, run.signatures))
    must(
      await releaseRun(as({ doing, place }, signer, run.on), { run: id, payments, total }),
      'signing a run',
    )
  if (run.signatures === 2) await tellHolders(as({ doing, place }, doing.actor, run.on), id)
}
