import { nothing, type Pence } from '../../kernel/money.ts'
import { decideParts, type Part as FactsOfPart, type PartsAnswer } from '../../rights/public.ts'
import type { PartId, Way } from '../types.ts'

/** What was asked for in one part, and what is to be decided of it. */
export type PartToDecide = {
  readonly part: PartId
  readonly place: number
  readonly says: string
  readonly askedWay: Way | null
  readonly granted: boolean
  readonly decidedWay: Way | null
  readonly weekly: Pence | null
  readonly reason: string | null
}

export type PartProblem =
  | { readonly problem: 'reason-needed' | 'way-needed' | 'too-long'; readonly place: number }
  | { readonly problem: 'no-parts' | 'one-reason-for-the-whole' }

const longestReason = 2000

// A family that named no way has not been refused one: the part is decided as if it had asked for what was
// decided.
const factsOf = (part: PartToDecide): FactsOfPart => ({
  name: String(part.place),
  weekly: part.weekly ?? nothing,
  asked: part.askedWay ?? part.decidedWay ?? 'notional',
  decided: part.granted ? part.decidedWay : null,
  reason: part.reason ?? '',
})

/** What follows from deciding the parts so, and under which rules; the rule itself stands in `rights`. */
export const answerToParts = (parts: readonly PartToDecide[]): PartsAnswer => decideParts(parts.map(factsOf))

/**
 * Why a decision cannot be saved as it stands, every reason at once. A refused part needs its own reason,
 * and so
 * does a part granted in another way than asked; one reason for the whole of several parts is no answer
 * (V-07).
 */
export function whyNotSave(parts: readonly PartToDecide[]): readonly PartProblem[] {
  const waysMissing = parts.filter(part => part.granted && part.decidedWay === null)
  const tooLong = parts.filter(part => [...(part.reason ?? '')].length > longestReason)
  const whole = parts.filter(part => !waysMissing.includes(part))
  const others = whole.length === 0 ? [] : answerToParts(whole).problems
  return [
    ...(parts.length === 0 ? [{ problem: 'no-parts' } as const] : []),
    ...waysMissing.map(({ place }) => ({ problem: 'way-needed', place }) as const),
    ...tooLong.map(({ place }) => ({ problem: 'too-long', place }) as const),
    ...others.map(one =>
      one.problem === 'reason-needed'
        ? { problem: one.problem, place: Number(one.part) }
        : { problem: one.problem },
    ),
  ]
}

/** The sentence for a problem; `says` names the part it is about. */
export function sayPartProblem({ problem }: PartProblem, says: string): string {
  switch (problem) {
    case 'reason-needed':
      return `Give the reason for “${says}”`
    case 'way-needed':
      return `Choose how “${says}” will be held`
    case 'too-long':
      return `The reason for “${says}” must be ${longestReason} characters or fewer`
    case 'no-parts':
      return 'There is no part to decide'
    case 'one-reason-for-the-whole':
      return 'Give each part a reason of its own. One reason for the whole request is not enough'
    default:
      return problem satisfies never
  }
}
