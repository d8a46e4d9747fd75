import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { post } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { MaternityStage } from '../../rights/public.ts'
import { placesOn } from '../queries/places.ts'
import { keyOf, spend } from '../rules/entries.ts'
import { stageSays } from '../rules/say.ts'
import { careOf, heldBy, pricesOf } from '../rules/stand.ts'
import { whyNotCare, whyNotExtra } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Budget, How } from '../types.ts'
import { change, notedBy, ofBudget } from './changing.ts'
import { giveBack, setAsideFor } from './choose.ts'

type Caring = {
  readonly reference: string
  readonly stage: MaternityStage
  readonly on: PlainDate
  readonly how: How
  /** Who gave it, where that is not who was chosen. */
  readonly provider: string
  readonly words: string
}

/**
 * Notes that the care of a stage was given, which spends its money: to the provider that gave it, chosen or
 * not. A birth also ends the care in pregnancy, on whatever day it comes.
 */
export const noteCare = (doing: Doing, { reference, ...given }: Caring) =>
  change(doing, {
    reference,
    may: 'maternity.write',
    happened: 'maternity-care-given',
    details: { stage: given.stage, on: given.on, how: given.how },
    whyNot: budget => whyNotCare(budget, given),
    write: async budget => {
      if (given.stage !== 'antenatal') await closePregnancy(doing, budget, given.on)
      await writeCare(doing, budget, given)
    },
  })

async function closePregnancy(doing: Doing, budget: Budget, on: PlainDate): Promise<void> {
  if (careOf(budget, 'antenatal') !== null || heldBy(budget, 'antenatal') === null) return
  const words = 'Over with the birth'
  await writeCare(doing, budget, { stage: 'antenatal', on, how: 'as-chosen', provider: '', words })
}

/** Who gave the care: who was chosen, one of the others with a contract, or whom staff named. */
async function giverOf(
  doing: Doing,
  budget: Budget,
  { stage, how, provider, on }: Omit<Caring, 'reference'>,
) {
  const held = heldBy(budget, stage)
  if (how === 'as-chosen' && held !== null) return { key: held.key, provider: held.provider }
  const places = await placesOn(doing, budget.organisation, on)
  const known = places.find(one => one.key === keyOf(provider) || one.provider === provider)
  return known === undefined
    ? { key: keyOf(provider), provider }
    : { key: known.key, provider: known.provider }
}

async function writeCare(doing: Doing, budget: Budget, given: Omit<Caring, 'reference'>): Promise<void> {
  const { stage, on, how, words } = given
  const price = pricesOf(budget)?.[stage]
  if (price === undefined) throw new Error('care was noted for a budget that is not taken up')
  const giver = await giverOf(doing, budget, given)
  const held = heldBy(budget, stage)
  if (held === null || held.key !== giver.key) {
    if (held !== null)
      await giveBack(doing, held, `${stageSays[stage]}: ${held.provider} did not give the care`)
    await setAsideFor(doing, budget, { ...giver, stage, price, id: `${budget.id}:${stage}` })
  }
  const posted = await post(doing, [spend(budget, { ...giver, stage, price, on })])
  if (!posted.done) throw new Error(`the care could not be paid: ${posted.because.join(', ')}`)
  await here(doing)
    .db.insertInto('maternity.care')
    .values({ ...ofBudget(budget), ...giver, stage, price, how, words, on_day: on, ...notedBy(doing) })
    .execute()
}

type Beside = { readonly reference: string; readonly says: string; readonly amount: Pence }
/** Notes something private that she pays for herself: beside the budget, never in it. */
export const noteExtra = (doing: Doing, { reference, says, amount }: Beside) =>
  change(doing, {
    reference,
    may: 'maternity.choose',
    byFamily: true,
    happened: 'maternity-extra-noted',
    whyNot: budget => (amount > nothing ? whyNotExtra(budget) : ['no-top-up']),
    write: budget =>
      here(doing)
        .db.insertInto('maternity.extra')
        .values({
          id: newId(),
          ...ofBudget(budget),
          says,
          amount,
          noted_on: doing.today,
          on_behalf_of: doing.onBehalfOf,
          ...notedBy(doing),
        })
        .execute(),
  })
