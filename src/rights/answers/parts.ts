import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { backedBy } from '../rule.ts'
import { refusalReconsidered } from '../rules/deciding.ts'
import { bodyDecidesWay, grantRequest, reasonsForRefusal } from '../rules/entitlement.ts'
import type { Backed, Way } from '../types.ts'

/** One part of what was asked for, and what is to be decided of it. `decided: null` refuses the part. */
export type Part = {
  readonly name: string
  readonly weekly: Pence
  readonly asked: Way
  readonly decided: Way | null
  readonly reason: string
}
export type PartsProblem =
  | { readonly problem: 'no-parts' | 'one-reason-for-the-whole' }
  | { readonly problem: 'reason-needed'; readonly part: string }
export type Reconsider = {
  readonly part: string
  readonly of: 'direct-payment-refused' | 'budget-refused' | 'other-way'
}
export type PartsAnswer = Backed & {
  readonly decision: 'granted' | 'partly-granted' | 'refused'
  readonly grantedWeekly: Pence
  readonly refusedWeekly: Pence
  readonly reconsiderationFor: readonly Reconsider[]
  /** Why the decision cannot be saved as it stands; empty where it can. */
  readonly problems: readonly PartsProblem[]
}

const asAsked = ({ asked, decided }: Part): boolean => asked === decided
const plain = (reason: string): string => reason.trim().toLowerCase().replace(/\s+/g, ' ')

function problemsWith(parts: readonly Part[]): readonly PartsProblem[] {
  if (parts.length === 0) return [{ problem: 'no-parts' }]
  const missing = parts
    .filter(part => !asAsked(part) && plain(part.reason) === '')
    .map(({ name }) => ({ problem: 'reason-needed' as const, part: name }))
  const allRefused = parts.length > 1 && parts.every(({ decided }) => decided === null)
  const oneReason =
    allRefused && missing.length === 0 && new Set(parts.map(({ reason }) => plain(reason))).size === 1
  return oneReason ? [{ problem: 'one-reason-for-the-whole' }] : missing
}

function toReconsider({ name, asked, decided }: Part): readonly Reconsider[] {
  if (decided === null) return [{ part: name, of: 'budget-refused' }]
  if (asked === decided) return []
  return [{ part: name, of: asked === 'direct-payment' ? 'direct-payment-refused' : 'other-way' }]
}

/**
 * Decides a request part by part: what is granted and refused a week, and for what reconsideration is
 * offered. A part that is refused or granted in another way needs a reason of its own; one reason for the
 * whole is no answer.
 */
export function decideParts(parts: readonly Part[]): PartsAnswer {
  const granted = parts.filter(({ decided }) => decided !== null)
  const refused = parts.filter(({ decided }) => decided === null)
  const reconsiderationFor = parts.flatMap(toReconsider)
  const directRefused = parts.some(part => part.asked === 'direct-payment' && !asAsked(part))
  return {
    decision: refused.length === 0 ? 'granted' : granted.length === 0 ? 'refused' : 'partly-granted',
    grantedWeekly: plus(nothing, ...granted.map(({ weekly }) => weekly)),
    refusedWeekly: plus(nothing, ...refused.map(({ weekly }) => weekly)),
    reconsiderationFor,
    problems: problemsWith(parts),
    ...backedBy(
      grantRequest,
      bodyDecidesWay,
      ...(refused.length > 0 ? [reasonsForRefusal] : []),
      ...(directRefused ? [refusalReconsidered] : []),
    ),
  }
}

/** Why a decision cannot be saved, as a sentence for the page. */
export function sayPartsProblem(found: PartsProblem): string {
  switch (found.problem) {
    case 'no-parts':
      return 'Say what was asked for, part by part.'
    case 'one-reason-for-the-whole':
      return 'Give each part a reason of its own. One reason for the whole request is not enough.'
    case 'reason-needed':
      return `Give the reason for “${found.part}”.`
    default:
      return found satisfies never
  }
}
