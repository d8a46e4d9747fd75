import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { givenUpLetter } from '../letters/given-up.ts'
import { send } from '../letters/sending.ts'
import { givenUpEntries, toGiveBack } from '../rules/money.ts'
import { whyNotGiveUp } from '../rules/why-not-pay.ts'
import { here } from '../tables.ts'
import type { Round } from '../types.ts'
import { change, notedBy, ofRound, whoseOf } from './changing.ts'
import { fundFor, posted } from './money.ts'

export type GivenUp = {
  readonly reference: string
  readonly on: PlainDate
  /** Who asked that it is given up. */
  readonly askedBy: string
  readonly because: string
  /** How what others gave was given back to them; null where nothing of theirs came through us. */
  readonly how: string | null
}

/**
 * Gives an agreed budget up before its chair comes. What was set aside goes back to the fund, what others
 * gave goes back to them, and the family gets a letter. Refuses with every reason of `whyNotGiveUp`.
 */
export const giveUp = (doing: Doing, asked: GivenUp) =>
  change(doing, {
    reference: asked.reference,
    may: 'wheelchairs.agree',
    happened: 'wheelchair-given-up',
    details: { on: asked.on },
    whyNot: round => whyNotGiveUp(round, asked),
    write: round => write(doing, round, asked),
  })

async function write(doing: Doing, round: Round, { on, askedBy, because, how }: GivenUp): Promise<void> {
  const back = toGiveBack(round)
  await posted(doing, givenUpEntries(round, on, await fundFor(doing, round)))
  const ending = { what: 'given-up', on_day: on, because, asked_by_name: askedBy } as const
  const { db } = here(doing)
  await db
    .insertInto('wheelchairs.ending')
    .values({ ...ofRound(round), ...ending, ...notedBy(doing) })
    .execute()
  if (back.length > 0 && how !== null)
    await db
      .insertInto('wheelchairs.given_back')
      .values(
        back.map(one => ({ contribution_id: one.id, ...whoseOf(round), on_day: on, how, ...notedBy(doing) })),
      )
      .execute()
  if (round.agreed) await send(doing, round, givenUpLetter(round, { on, askedBy, because, back, how }))
}
