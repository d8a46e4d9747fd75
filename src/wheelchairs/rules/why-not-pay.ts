import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { supplierKey } from '../../payments/public.ts'
import type { Round } from '../types.ts'
import { chairMoney, isGivenUp, nhsShareOf, throughUs, toGiveBack } from './money.ts'
import { type Problem, those } from './why-not.ts'

type Billed = {
  readonly supplier: string
  readonly total: Pence
  /** Have both sides signed an agreement for a direct payment? Asked where the person buys. */
  readonly signed: boolean
}

/**
 * Why an invoice cannot be noted: another chair is paid as it was quoted, to whoever quoted it; what the NHS
 * buys costs no more than was set aside; what others promised to us has come.
 */
export function whyNotInvoice(round: Round, { supplier, total, signed }: Billed): readonly Problem[] {
  const { agreed, choice } = round
  if (agreed === null || choice === null) return ['not-agreed']
  const share = nhsShareOf(round, total)
  const own = agreed.owner === 'person'
  return those([
    [isGivenUp(round), 'ended'],
    [round.invoice !== null, 'billed-already'],
    [throughUs(round).some(one => one.receivedOn === null), 'not-received'],
    [own && total !== choice.quote?.total, 'not-as-quoted'],
    [own && supplierKey(supplier) !== supplierKey(choice.quote?.supplier ?? ''), 'other-supplier'],
    [!own && (share <= nothing || share > chairMoney(agreed)), 'more-than-set-aside'],
    [choice.way === 'direct-payment' && !signed, 'no-agreement-signed'],
  ])
}

type GivenUp = { readonly on: PlainDate; readonly how: string | null }
/** Why a budget cannot be given up: it is agreed, and its chair neither handed over nor billed. */
export const whyNotGiveUp = (round: Round, { on, how }: GivenUp): readonly Problem[] =>
  those([
    [round.agreed === null, 'not-agreed'],
    [round.handedOver !== null, 'handed-over-already'],
    [round.invoice !== null, 'billed-already'],
    [round.endings.length > 0, 'ended'],
    [on < round.assessedOn, 'before-it-began'],
    [toGiveBack(round).length > 0 && how === null, 'how-given-back-missing'],
  ])
