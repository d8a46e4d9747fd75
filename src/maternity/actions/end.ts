import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { withdraw } from '../../requests/public.ts'
import { maternityStages } from '../../rights/public.ts'
import { tellEnded } from '../letters.ts'
import { stageSays } from '../rules/say.ts'
import { heldBy, isOver } from '../rules/stand.ts'
import { whyNotEnd } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Budget, Ending } from '../types.ts'
import { change, notedBy, ofBudget } from './changing.ts'
import { giveBack } from './choose.ts'

type Closing = {
  readonly reference: string
  readonly what: Ending
  readonly on: PlainDate
  readonly words: string
  readonly toBody: string
  /** Does she want it in writing? After a loss nothing is sent unless she does. */
  readonly letter: boolean
}

/**
 * Closes a budget before all is over. What is set aside for stages that are not over goes back; clocks and
 * letters stop; a request that is not decided is taken back with it.
 */
export const endMaternity = (doing: Doing, { reference, letter, ...ending }: Closing) =>
  change(doing, {
    reference,
    may: 'maternity.write',
    happened: 'maternity-ended',
    // Why it ended stands in her own record only, not in lists of what happened.
    whyNot: budget => whyNotEnd(budget, ending),
    write: async (budget, { decidedOn, withdrawnOn }) => {
      await returned(doing, budget)
      const { what, on, words, toBody } = ending
      await here(doing)
        .db.insertInto('maternity.ending')
        .values({ ...ofBudget(budget), what, on_day: on, words, to_body: toBody, ...notedBy(doing) })
        .execute()
      if (decidedOn === null && withdrawnOn === null)
        await withdraw(doing, { reference, because: 'The maternity budget is closed' })
      if (letter) await tellEnded(doing, budget, ending)
    },
  })

async function returned(doing: Doing, budget: Budget): Promise<void> {
  for (const stage of maternityStages) {
    const held = isOver(budget, stage) ? null : heldBy(budget, stage)
    if (held !== null) await giveBack(doing, held, `${stageSays[stage]}: goes back to the NHS`)
  }
}
