import { type Liabilities, liabilitiesOf } from '../../employment/public.ts'
import { nothing, plainMoney } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Typed } from '../../platform/route.ts'
import type { Kept, OwedKind } from '../types.ts'

const partOf = {
  wages: 'wages',
  tax: 'tax',
  leave: 'leave',
  'notice-pay': 'notice',
  redundancy: 'redundancy',
} as const satisfies Partial<Record<OwedKind, keyof Liabilities>>

const kinds = Object.keys(partOf) as (keyof typeof partOf)[]
const longest = 300

/** Who it is for and how it was worked out, as far as there is room for it. */
const working = ({ of }: Liabilities, part: (typeof partOf)[keyof typeof partOf]): string =>
  of
    .filter(one => one[part] > nothing)
    .map(one => `${one.assistant}: ${one.working[part]}`)
    .join(' ')
    .slice(0, longest)

/**
 * What a budget's employer would owe its assistants if every job ended today, in pence, each sum with its
 * working: none of it is ever called a surplus. Empty where nobody is employed, or none may be seen.
 */
export async function owedToAssistants(doing: Doing, reference: string): Promise<readonly Kept[]> {
  const owed = await liabilitiesOf(doing, reference, doing.today)
  return kinds
    .filter(kind => owed[partOf[kind]] > nothing)
    .map(kind => ({ kind, sum: owed[partOf[kind]], because: working(owed, partOf[kind]) }))
}

/** The same as the form of a proposal is filled in with it, for whoever proposes to look at and change. */
export const asTyped = (owed: readonly Kept[]): Typed =>
  Object.fromEntries(
    owed.flatMap(({ kind, sum, because }) => [
      [`owed-${kind}`, plainMoney(sum)],
      [`why-${kind}`, because],
    ]),
  )
