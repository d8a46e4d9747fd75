import { sql } from 'kysely'
import { mayFor } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { theService } from '../../platform/doing.ts'
import type { Seen } from '../rules/why-not.ts'
import type { Step } from '../types.ts'
import { differing } from './figures.ts'
import { steps } from './steps.ts'

/** The national team may do it for every body; an administrator for a body they look after, old or next. */
const mayDo = (doing: Doing, { body, nexts }: Step): boolean =>
  doing.actor === theService ||
  doing.actor.roles.some(({ role }) => role === 'national-team') ||
  [body, ...nexts].some(({ id }) => mayFor(doing, 'succession.carry-out', id))

/** All that stands in the way of a step or not, as of now. */
export async function seenOf(doing: Doing, step: Step): Promise<Seen> {
  const { rows } = await sql<{ number: number }>`
    select number from succession.runs_open(${step.body.id}) as number`.execute(doing.transaction)
  const earlier = (await steps(doing)).find(
    ({ body, on, nexts, people }) =>
      body.id === step.body.id &&
      on < step.on &&
      people > 0 &&
      nexts.every(({ kind }) => kind !== 'part-moved'),
  )
  return {
    step,
    today: doing.today,
    runs: rows.map(({ number }) => number),
    differ: await differing(doing, step),
    earlier: earlier?.on ?? null,
    mayFor: mayDo(doing, step),
  }
}
