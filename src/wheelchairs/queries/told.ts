import { sayMoney } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Case } from '../../requests/public.ts'
import { standsIn, whatOf } from '../rules/say.ts'
import { daysOf, stageOf } from '../rules/stage.ts'
import { repairMoneyLeft } from '../rules/terms.ts'
import { roundsOf } from './rounds.ts'

/** Somebody's chair in a line for their home: which one, where it stands, what is left for repairs. */
export async function chairTold(doing: Doing, reference: Case['reference']): Promise<string | null> {
  const [round] = await roundsOf(doing, reference)
  if (round === undefined) return null
  const what = whatOf(round)
  const left = round.handedOver === null ? 0n : repairMoneyLeft(round)
  return [
    ...(what === '' ? [] : [`${what.replace(/[.]$/, '')}.`]),
    standsIn(stageOf(daysOf(round), doing.today), round),
    ...(left === 0n ? [] : [`${sayMoney(repairMoneyLeft(round))} is left for repairs.`]),
  ].join(' ')
}
