import { type AccountName, fundOf, type NewEntry, post } from '../../ledger/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Round } from '../types.ts'

/** The fund of the board whose budget it is. */
export async function fundFor(
  doing: Doing,
  round: Pick<Round, 'organisation' | 'reference'>,
): Promise<AccountName> {
  const body = await organisation(doing, round.organisation)
  if (body === null) throw new Error(`The organisation of ${round.reference} cannot be seen`)
  return fundOf(body.code)
}

/** Posts what the rules have allowed. A refusal is a mistake of ours: it throws, and nothing is written. */
export async function posted(doing: Doing, entries: readonly NewEntry[]): Promise<void> {
  const answer = await post(doing, entries)
  if (!answer.done) throw new Error(`The ledger refused: ${answer.because.join(', ')}`)
}
